/** Line 7 comes over the hill. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const V = [750, 430];
  glow.print(h.box(-20, -20, 1540, 1060));
  glow.carve(h.rays(750, 470, 60, 900, { count: 90, from: 180, to: 360 }), {
    tone: (x, y) => 0.9 - Math.hypot(x - 750, y - 470) / 800,
    width: 26,
    run: [120, 420],
  });
  // The harbour seen below the brow.
  key.print(
    h.box(300, 452, 900, 8),
    h.gantry(610, 456, 130),
    h.gantry(900, 456, 120, { flip: -1 }),
    h.spire(690, 456, 130, 16),
  );
  key.score(h.plain(380, 1120, 462, 540, { first: 6, last: 12 }), {
    tone: (x, y) => 0.45 + 0.5 * (h.noise(x, y * 3, 60) - 0.5),
    width: 8,
    run: [20, 90],
  });
  // Houses step up the hill on both sides.
  for (const side of [-1, 1])
    for (let i = 0; i < 6; i++) {
      const t0 = [0.1, 0.17, 0.27, 0.42, 0.64, 0.94][i];
      const t1 = [0.17, 0.27, 0.42, 0.64, 0.94, 1.4][i];
      const x0 = 750 + side * (90 + t0 * 640);
      const x1 = 750 + side * (90 + t1 * 640);
      const foot = (t) => 470 + t * 470;
      const head = (t) => 420 - t * (370 + ((i * 37) % 5) * 26 + (side > 0 ? 30 : 0));
      const mid = (x0 + x1) / 2;
      const wall = [
        [x0, foot(t0)],
        [x0, head(t0)],
        [mid, head((t0 + t1) / 2) - 90 * t1 - 10],
        [x1, head(t1)],
        [x1, foot(t1)],
      ];
      key.print(h.poly(wall));
      key.carve(
        h
          .rows([Math.min(x0, x1), 0, Math.max(x0, x1), 900], {
            gap: 8 + i * 1.6,
            angle: i % 2 ? 90 : side * 24,
            bend: 3,
          })
          .map((l) => l.filter(([x, y]) => h.inside(wall, x, y))),
        {
          tone: (x, y) => (side > 0 ? 0.18 : 0.5) + 0.28 * (i % 2) - Math.abs(y - 420) / 1500,
          width: 5 + i * 1.4,
          run: [40, 170],
        },
      );
      const cols = i < 3 ? 2 : 3;
      for (let c = 0; c < cols; c++)
        for (let r = 0; r < 5; r++) {
          const u0 = (c + 0.28) / cols;
          const u1 = (c + 0.72) / cols;
          const v0 = (r + 0.25) / 5.4;
          const v1 = (r + 0.75) / 5.4;
          const q = (u, v) => [
            x0 + (x1 - x0) * u,
            head(t0 + (t1 - t0) * u) + (foot(t0 + (t1 - t0) * u) - head(t0 + (t1 - t0) * u)) * v,
          ];
          const win = h.poly([q(u0, v0), q(u1, v0), q(u1, v1), q(u0, v1)]);
          key.print(win);
          if (h.chance(0.4)) {
            key.cut(h.poly(h.shrink([q(u0, v0), q(u1, v0), q(u1, v1), q(u0, v1)], 2 + t0 * 4)));
            glow.print(win);
          }
        }
    }
  // The street.
  const road = [
    [660, 476],
    [840, 476],
    [1540, 1020],
    [-40, 1020],
  ];
  glow.cut(
    h.poly([
      [660, 476],
      [840, 476],
      [1540, 1010],
      [1540, 1040],
      [-40, 1040],
      [-40, 1010],
    ]),
  );
  key.cut(h.poly(road));
  key.within(h.poly(road), (p) =>
    p.score(h.rings(750, 380, 110, 900, { gap: 22, from: 20, to: 160, flat: 0.95 }), {
      tone: (x, y) => 0.34 + Math.abs(x - 750) / 1000 + 0.5 * (h.noise(x, y, 40) - 0.5),
      width: 17,
      run: [18, 60],
      rest: 8,
    }),
  );
  for (const s of [-1, 1])
    key.print(
      h.bar(750 + s * 40, 470, 750 + s * 235, 1020, 4, 22),
      h.bar(750 + s * 82, 476, 750 + s * 780, 1010, 5, 22),
    );
  // Wires.
  for (const [x, y] of [
    [-20, 80],
    [1520, 40],
    [560, -20],
    [940, -20],
  ])
    key.print(h.bar(x, y, V[0], V[1] - 60, 5, 2));
  key.print(h.slack(-20, 130, 1520, 110, 110, 4), h.slack(330, 190, 1180, 180, 70, 3));
  // The tram.
  const [x, b] = [750, 838];
  const body = [
    [x - 160, b],
    [x - 172, b - 150],
    [x - 164, b - 420],
    [x - 120, b - 478],
    [x + 120, b - 478],
    [x + 164, b - 420],
    [x + 172, b - 150],
    [x + 160, b],
  ];
  key.parts.push(
    `<path d="${h.poly(body)}" fill="#fff" stroke="#fff" stroke-width="18" stroke-linejoin="round"/>`,
  );
  glow.cut(h.poly(body));
  key.print(h.poly(body));
  const front = [
    [x - 158, b - 40],
    [x - 160, b - 205],
    [x + 160, b - 205],
    [x + 158, b - 40],
  ];
  key.cut(h.poly(front));
  red.print(h.poly(body));
  key.score(h.rows([x - 160, b - 205, x + 160, b - 40], { gap: 11, angle: 90, bend: 1 }), {
    tone: (px) => 0.1 + Math.max(0, (x + 20 - px) / 200),
    width: 11,
    run: [120, 200],
  });
  red.cut(h.box(x - 138, b - 386, 276, 160));
  key.cut(h.box(x - 138, b - 386, 276, 160));
  glow.print(h.box(x - 138, b - 386, 276, 160));
  key.print(
    h.bar(x - 46, b - 390, x - 46, b - 222, 9),
    h.bar(x + 46, b - 390, x + 46, b - 222, 9),
    h.bust(x - 4, b - 206, 78, { hair: 'cap' }),
    h.bust(x - 96, b - 220, 56),
    h.bust(x + 94, b - 218, 60, { hair: 'bun' }),
  );
  glow.carve(h.rows([x - 138, b - 386, x + 138, b - 226], { gap: 20, angle: -52 }), {
    tone: (px) => (px - x - 20) / 160,
    width: 12,
  });
  // The number.
  key.cut(h.oval(x, b - 430, 34));
  red.cut(h.oval(x, b - 430, 30));
  key.print(
    h.poly([
      [x - 17, b - 452],
      [x + 19, b - 452],
      [x + 19, b - 442],
      [x + 1, b - 408],
      [x - 11, b - 408],
      [x + 5, b - 441],
      [x - 17, b - 441],
    ]),
  );
  for (const s of [-1, 1]) {
    key.print(h.oval(x + s * 104, b - 108, 38));
    key.cut(h.oval(x + s * 104, b - 108, 29));
    red.cut(h.oval(x + s * 104, b - 108, 33));
    key.print(h.box(x + s * 104 - 34, b - 8, 68, 36));
  }
  key.print(
    h.poly([
      [x - 172, b - 46],
      [x + 172, b - 46],
      [x + 148, b + 14],
      [x - 148, b + 14],
    ]),
  );
  key.carve(h.rows([x - 160, b - 38, x + 160, b + 8], { gap: 13, angle: 90 }), {
    tone: () => 0.4,
    width: 7,
    run: [60, 80],
  });
  key.print(
    h.bar(x, b - 478, x - 46, b - 540, 6),
    h.bar(x - 46, b - 540, x, b - 588, 6),
    h.bar(x + 4, b - 478, x + 46, b - 540, 6),
    h.bar(x + 46, b - 540, x, b - 588, 6),
    h.bar(x - 66, b - 588, x + 66, b - 588, 7),
  );
  key.print(
    h.poly([
      [x - 150, b + 26],
      [x + 150, b + 26],
      [x + 215, b + 66],
      [x - 215, b + 66],
    ]),
  );
  for (const f of [
    h.person(250, 950, 330, { hat: 'brim', stride: 0.03, skirt: 0.3, coat: 0.68, wide: 1.1 }),
    h.person(345, 962, 215, { stride: 0.03, hat: 'knit', wide: 1.1 }),
    h.person(1240, 900, 290, { hat: 'cap', stride: 0.1, flip: -1, wide: 1.1 }),
  ]) {
    for (const p of [key, glow]) h.rim(p, f, 9);
    key.print(f);
  }
  key.carve(h.rows([200, 640, 420, 900], { gap: 12, angle: 88 }), {
    tone: (x, y) =>
      x > 262 && x < 290 && y > 690 && y < 840 ? 0.6 : x > 352 && x < 372 && y > 790 ? 0.6 : 0,
    width: 7,
    run: [30, 90],
  });
  red.print(
    h.limb(
      [
        [325, 800],
        [345, 806],
        [366, 800],
      ],
      13,
    ),
  );
  return [glow, red, key];
}

export const tramLine7Opens = { path: '2026/11/tram-line-7-opens', focus: [0.5, 0.6], draw };
