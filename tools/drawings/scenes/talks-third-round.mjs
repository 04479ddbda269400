/** The table in the council hall. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const V = [750, 430];
  key.flood();
  // Walls and ceiling in perspective.
  key.carve(h.rays(V[0], V[1], 190, 1200, { count: 130, from: 180, to: 360 }), {
    tone: (x, y) => 0.32 - Math.abs(x - 750) / 3200 + 0.34 * (h.noise(x, y, 130) - 0.5),
    width: 11,
    run: [60, 260],
  });
  // Three tall windows at the end: night harbour.
  for (const [x, w, top] of [
    [520, 110, 170],
    [690, 120, 130],
    [870, 110, 170],
  ]) {
    const win = `${h.box(x, top + 60, w, 360 - (top - 130))}${h.oval(x + w / 2, top + 62, w / 2, 60)}`;
    key.cut(
      h.oval(x + w / 2, top + 62, w / 2 + 9, 69),
      h.box(x - 9, top + 60, w + 18, 370 - (top - 130)),
    );
    key.print(h.oval(x + w / 2, top + 62, w / 2, 60), h.box(x, top + 60, w, 362 - (top - 130)));
    key.carve(
      h
        .rows([x, top, x + w, 490], { gap: 9, angle: 0, bend: 3 })
        .map((q) => q.filter(([px, py]) => py > top + 40 || Math.abs(px - x - w / 2) < 30)),
      {
        tone: (px, py) => (py - 180) / 420 + 0.25 * (h.noise(px, py, 40) - 0.5),
        width: 9,
        run: [20, 90],
      },
    );
    glow.print(win);
    key.print(
      h.bar(x + w / 2, top, x + w / 2, 490, 6),
      h.bar(x, top + 130, x + w, top + 130, 5),
      h.bar(x, top + 230, x + w, top + 230, 5),
    );
  }
  key.print(
    h.street(520, 980, 490, { low: 14, high: 44, wide: [20, 40], lit: 0 }).walls,
    h.spire(760, 490, 150, 18),
    h.box(500, 488, 500, 12),
  );
  key.cut(h.oval(930, 240, 20));
  glow.cut(h.oval(930, 240, 22));
  // Flags between the windows and along both walls.
  const flag = (x, y, s, plates, e) => {
    key.cut(h.bar(x, y + s * 1.05, x + e * s * 0.1, y - s * 1.3, s * 0.07));
    const cloth = h.poly([
      ...h.curve(
        [
          [0.09, -1.24],
          [0.2, -1.12],
          [0.33, -0.7],
          [0.4, -0.2],
          [0.52, 0.26],
        ].map(([u, v]) => [x + e * s * u, y + s * v]),
        6,
      ),
      ...h.curve(
        [
          [0.42, 0.2],
          [0.34, 0.36],
          [0.24, 0.24],
          [0.14, 0.34],
          [0.05, 0.2],
          [0.07, -0.5],
        ].map(([u, v]) => [x + e * s * u, y + s * v]),
        4,
      ),
    ]);
    h.rim(key, cloth, 5);
    glow.cut(cloth);
    plates(cloth, x, y, s);
    key.score(
      h
        .rows([x - s * 0.5, y - s * 1.2, x + s * 0.5, y + s * 0.25], {
          gap: s * 0.1 + 3,
          angle: 90 + e * 6,
          bend: 8,
        })
        .map((q) => q.filter(([px]) => (px - x) * e > s * 0.1 && (px - x) * e < s * 0.38)),
      { tone: (px, py) => 0.2 + h.noise(px, py, 40) * 0.7, width: s * 0.05 + 2, run: [40, 140] },
    );
  };
  const styles = [
    (c) => red.print(c),
    (c, x, y, s) => {
      glow.print(c);
      red.within(c, (p) => p.print(h.box(x - s, y - s * 0.55, s * 2, s * 0.4)));
    },
    (c, x, y, s) => {
      red.within(c, (p) => p.print(h.box(x - s, y - s * 1.4, s * 2, s * 0.85)));
    },
  ];
  for (const [x, y, s, i, e] of [
    [470, 420, 120, 0, 1],
    [1030, 420, 120, 1, -1],
    [352, 450, 185, 2, 1],
    [1148, 450, 185, 0, -1],
    [150, 500, 300, 1, 1],
    [1350, 500, 300, 2, -1],
  ])
    flag(x, y, s, styles[i], e);
  // Lamps and light.
  for (const [x, y, s] of [
    [750, 96, 150],
    [750, 240, 74],
    [750, 306, 42],
  ]) {
    key.print(h.lamp(x, -20, y, s));
    key.cut(
      h.poly([
        [x - s * 0.5, y - s * 0.02],
        [x + s * 0.5, y - s * 0.02],
        [x + s * 0.3, y + s * 0.1],
        [x - s * 0.3, y + s * 0.1],
      ]),
    );
    glow.print(h.oval(x, y, s * 0.5, s * 0.12));
  }
  const cone = h.poly([
    [690, 104],
    [810, 104],
    [1180, 620],
    [320, 620],
  ]);
  key.within(cone, (p) =>
    p.carve(h.rays(750, 60, 60, 700, { count: 60, from: 48, to: 132 }), {
      tone: (x, y) => 0.62 - (y - 100) / 900 - Math.abs(x - 750) / 2200,
      width: 11,
      run: [60, 260],
      rest: 30,
    }),
  );
  // The table.
  const table = [
    [672, 520],
    [828, 520],
    [1190, 1030],
    [310, 1030],
  ];
  const runner = h.poly([
    [610, 512],
    [890, 512],
    [1540, 940],
    [1540, 1030],
    [-40, 1030],
    [-40, 940],
  ]);
  red.print(runner);
  key.within(runner, (p) =>
    p.carve(h.rays(750, 410, 110, 1100, { count: 90, from: 15, to: 165 }), {
      tone: (x, y) => 0.75 - Math.abs(x - 750) / 1500 + 0.3 * (h.noise(x, y, 50) - 0.5),
      width: 14,
      run: [40, 160],
    }),
  );
  h.rim(key, h.poly(table), 4);
  red.cut(h.poly(table));
  glow.cut(h.poly(table));
  key.within(h.poly(table), (p) =>
    p.score(h.rays(750, 410, 110, 760, { count: 40, from: 50, to: 130 }), {
      tone: (x, y) => 0.42 * h.noise(x, y, 70) + Math.abs(x - 750) / 1700 - 0.06,
      width: 11,
      run: [40, 170],
      rest: 24,
    }),
  );
  for (const [v, s] of [
    [548, 0.24],
    [590, 0.36],
    [650, 0.52],
    [735, 0.78],
    [865, 1.15],
  ])
    for (const e of [-1, 1]) {
      const x = 750 + e * (72 + (v - 520) * 0.55);
      const sheet = [
        [x - 40 * s, v],
        [x + 42 * s, v],
        [x + (42 + e * 16) * s, v + 52 * s],
        [x - (40 - e * 16) * s, v + 52 * s],
      ];
      h.outline(key, h.poly(sheet), 3 + 3 * s);
      key.print(
        h.bar(x - 22 * s, v + 16 * s, x + 26 * s, v + 16 * s, 3 * s + 1),
        h.bar(x - 20 * s, v + 28 * s, x + 22 * s, v + 28 * s, 3 * s + 1),
      );
      key.print(
        h.poly([
          [x - e * 64 * s - 11 * s, v - 30 * s],
          [x - e * 64 * s + 11 * s, v - 30 * s],
          [x - e * 64 * s + 8 * s, v + 14 * s],
          [x - e * 64 * s - 8 * s, v + 14 * s],
        ]),
      );
    }
  // Two delegations facing each other across it, and the chair between.
  const heads = ['short', 'bun', 'short', 'long', 'short', 'curly'];
  const chair = h.bust(750, 512, 86);
  h.rim(key, chair, 6);
  glow.cut(chair);
  key.print(chair);
  for (const [i, [v, s]] of [
    [548, 84],
    [588, 118],
    [660, 180],
    [790, 290],
    [985, 440],
  ].entries())
    for (const e of [-1, 1]) {
      const x = 750 + e * (136 + (v - 520) * 1.02);
      const b = h.bust(x, v, s, { hair: heads[(i + (e > 0 ? 3 : 0)) % 6], lean: -e * 0.08 });
      for (const p of [key, red, glow]) h.rim(p, b, 4 + s * 0.03);
      key.print(b);
      key.carve(
        h
          .rows([x - s * 0.5, v - s * 0.95, x + s * 0.5, v + s * 0.6], {
            gap: s * 0.05 + 2,
            angle: 84 * -e,
            bend: 5,
          })
          .map((q) => q.filter(([px, py]) => py > v - s * 0.46 || Math.abs(px - x) < s * 0.15)),
        { tone: (px) => (-e * (px - x)) / (s * 0.34) - 0.15, width: s * 0.034 + 1, run: [20, 110] },
      );
    }
  return [glow, red, key];
}

export const talksThirdRound = { path: '2026/11/talks-third-round', focus: [0.5, 0.52], draw };
