/** Under the iron roof. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const green = new h.Plate('sea');
  const key = new h.Plate('night');
  const V = [750, 590];
  key.flood();
  green.flood();
  // The roof: arch behind arch, the day coming through the lantern in the ridge.
  const arch = (s, dy = 0) => {
    const pts = [];
    for (let i = 0; i <= 40; i++) {
      const a = Math.PI + (i / 40) * Math.PI;
      pts.push([V[0] + Math.cos(a) * 660 * s, V[1] - 120 * s + Math.sin(a) * 520 * s + dy]);
    }
    return pts;
  };
  key.carve(h.rays(V[0], V[1] - 60, 100, 1250, { count: 150, from: 180, to: 360 }), {
    tone: (x, y) => 0.42 - Math.abs(x - 750) / 2600 + 0.3 * (h.noise(x, y, 120) - 0.5),
    width: 15,
    run: [60, 240],
  });
  const ridge = h.poly([
    [V[0] - 16, V[1] - 110],
    [V[0] + 16, V[1] - 110],
    [V[0] + 210, -60],
    [V[0] - 210, -60],
  ]);
  key.cut(ridge);
  green.cut(ridge);
  for (let i = -4; i <= 4; i++)
    key.print(h.bar(V[0] + i * 4, V[1] - 110, V[0] + i * 52, -60, 2, 9));
  const far = h.poly(
    arch(0.2).concat([
      [V[0] + 132, V[1] + 50],
      [V[0] - 132, V[1] + 50],
    ]),
  );
  key.cut(far);
  green.cut(far);
  glow.print(far);
  for (let i = -3; i <= 3; i++) key.print(h.bar(V[0] + i * 38, 460, V[0] + i * 38, 640, 5));
  key.print(h.ribbon(arch(0.2), 8), h.bar(V[0] - 132, 566, V[0] + 132, 566, 6));
  for (const s of [0.28, 0.4, 0.58, 0.84, 1.22]) {
    const w = 22 * s + 5;
    key.print(h.ribbon(arch(s), w * 1.7));
    key.print(h.ribbon(arch(s * 0.93), w * 0.7));
    const [o, n] = [arch(s), arch(s * 0.93)];
    for (let i = 0; i < 40; i += 2)
      key.print(h.bar(...o[i], ...n[i + 1], w * 0.35), h.bar(...o[i + 2], ...n[i + 1], w * 0.35));
    key.cut(h.ribbon(arch(s * 0.994), w * 0.22));
    green.cut(h.ribbon(arch(s * 0.994), w * 0.22));
    for (const e of [-1, 1]) {
      const x = V[0] + e * 660 * s;
      key.print(h.bar(x, V[1] - 130 * s, x, V[1] + 330 * s, w * 1.6));
      key.cut(h.bar(x - e * w * 0.4, V[1] - 120 * s, x - e * w * 0.4, V[1] + 320 * s, w * 0.2));
    }
    if (s < 0.3) continue;
    key.print(h.bar(V[0] - 660 * s, V[1] - 120 * s, V[0] + 660 * s, V[1] - 120 * s, w * 0.5));
  }
  // The floor, wet under the leak.
  const floor = h.poly([
    [V[0] - 130, 640],
    [V[0] + 130, 640],
    [V[0] + 560, 1020],
    [V[0] - 560, 1020],
  ]);
  key.cut(floor);
  green.cut(floor);
  glow.print(floor);
  key.within(floor, (p) =>
    p.score(h.plain(150, 1350, 642, 1010, { first: 8, last: 26 }), {
      tone: (x, y) => 0.2 + Math.abs(x - 750) / 900 + 0.5 * (h.noise(x, y * 2, 60) - 0.5),
      width: 18,
      run: [30, 140],
    }),
  );
  // Stalls left and right.
  for (const [i, s] of [0.34, 0.5, 0.74, 1.1].entries())
    for (const e of [-1, 1]) {
      const x0 = V[0] + e * 250 * s;
      const x1 = V[0] + e * 640 * s * 1.25;
      const top = V[1] - 40 * s;
      const base = V[1] + 330 * s;
      const desk = V[1] + 190 * s;
      const cloth = [
        [x0 - e * 40 * s, top + 60 * s],
        [x0 + e * 20 * s, top - 30 * s],
        [x1, top - 30 * s],
        [x1, top + 60 * s],
      ];
      key.print(
        h.poly([
          [x0, desk],
          [x1, desk],
          [x1, base],
          [x0, base],
        ]),
      );
      key.print(
        h.bust(x0 + e * 130 * s, desk + 10, 120 * s, {
          hair: ['cap', 'bun', 'curly', 'long'][(i + (e > 0 ? 2 : 0)) % 4],
        }),
      );
      key.carve(
        h.rows([Math.min(x0, x1), desk + 10 * s, Math.max(x0, x1), base], {
          gap: 18 * s + 4,
          angle: 90,
          bend: 1,
        }),
        { tone: (px) => 0.55 - Math.abs(px - x0) / (500 * s), width: 9 * s + 2 },
      );
      for (let g = 0; g < 9; g++) {
        const gx = x0 + e * (22 + g * 38) * s;
        const heap = h.soft([
          [gx - 22 * s, desk],
          [gx - 12 * s, desk - 26 * s],
          [gx, desk - 38 * s],
          [gx + 12 * s, desk - 26 * s],
          [gx + 22 * s, desk],
        ]);
        key.print(
          h.soft([
            [gx - 27 * s, desk + 2],
            [gx - 14 * s, desk - 31 * s],
            [gx, desk - 45 * s],
            [gx + 14 * s, desk - 31 * s],
            [gx + 27 * s, desk + 2],
          ]),
        );
        if (g % 3 !== 1) key.cut(heap);
        if (g % 3 !== 1) green[g % 3 ? 'cut' : 'print'](heap);
        if (g % 3) glow.print(heap);
      }
      key.print(h.poly(cloth));
      for (let c = 0; c < 6; c += 2) {
        const a = c / 6;
        const b2 = (c + 1) / 6;
        const q = (u, v) => [
          cloth[v ? 0 : 1][0] + (cloth[v ? 3 : 2][0] - cloth[v ? 0 : 1][0]) * u,
          v ? cloth[0][1] : cloth[1][1],
        ];
        const stripe = h.poly([q(a, 0), q(b2, 0), q(b2, 1), q(a, 1)]);
        key.cut(stripe);
        green.cut(stripe);
        if (i % 2) glow.print(stripe);
      }
    }
  // Lamps in two rows.
  for (const s of [0.3, 0.44, 0.64, 0.96])
    for (const e of [-1, 1]) {
      const [x, y] = [V[0] + e * 250 * s, V[1] - 210 * s];
      const pool = h.poly([
        [x - 30 * s, y],
        [x + 30 * s, y],
        [x + 150 * s, y + 250 * s],
        [x - 150 * s, y + 250 * s],
      ]);
      glow.print(h.oval(x, y + 60 * s, 130 * s, 120 * s));
      key.within(pool, (p) =>
        p.carve(h.rays(x, y, 8, 260 * s, { count: Math.round(10 + 12 * s), from: 55, to: 125 }), {
          tone: (px, py) => 1 - (py - y) / (260 * s),
          width: 12 * s + 2,
          run: [30, 120],
        }),
      );
      green.cut(pool);
      key.print(h.lamp(x, V[1] - 640 * s, y, 90 * s));
      key.cut(h.oval(x, y + 8 * s, 32 * s, 20 * s));
      green.cut(h.oval(x, y + 8 * s, 32 * s, 20 * s));
      glow.cut(h.oval(x, y + 8 * s, 26 * s, 15 * s));
    }
  // Drops, a bucket, shoppers.
  for (const [x, y, s, o] of [
    [660, 760, 150, { hat: 'brim', skirt: 0.4, coat: 0.75 }],
    [845, 730, 120, { hat: 'cap' }],
    [700, 690, 80, {}],
    [800, 690, 84, { skirt: 0.4, coat: 0.7 }],
    [
      905,
      900,
      290,
      {
        hat: 'knit',
        stride: 0.12,
        flip: -1,
        coat: 0.66,
        arms: [
          [
            [-0.15, -0.62],
            [-0.14, -0.46],
          ],
          [
            [0.2, -0.66],
            [0.26, -0.5],
          ],
        ],
      },
    ],
  ])
    key.print(h.person(x, y, s, o));
  key.print(
    h.poly([
      [572, 880],
      [652, 880],
      [640, 960],
      [584, 960],
    ]),
    h.limb(
      [
        [572, 882],
        [612, 828],
        [652, 882],
      ],
      5,
    ),
  );
  key.carve(h.rows([584, 892, 640, 956], { gap: 10, angle: 88 }), {
    tone: (x) => (x - 590) / 60,
    width: 6,
  });
  key.cut(h.oval(612, 881, 36, 7));
  for (let y = 150; y < 860; y += 58)
    key.cut(
      h.soft([
        [612, y],
        [617, y + 20],
        [612, y + 26],
        [607, y + 20],
      ]),
    );
  return [glow, green, key];
}

export const marketHallRoof = { path: '2026/11/market-hall-roof', focus: [0.5, 0.52], draw };
