/** A bulk carrier that waits at anchor. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const key = new h.Plate('night');
  glow.print(h.box(-20, -20, 1540, 640));
  glow.carve(h.rows([-20, -20, 1520, 636], { gap: 18, bend: 8 }), {
    tone: (x, y) =>
      0.75 -
      y / 900 +
      0.5 * (h.noise(x * 0.5, y * 2, 180) - 0.5) +
      Math.max(0, 1 - Math.hypot(x - 560, y - 330) / 300) * 0.5,
    width: 20,
    run: [200, 800],
  });
  glow.cut(h.oval(560, 320, 132));
  key.score(h.rings(560, 320, 140, 330, { gap: 26 }), {
    tone: (x, y) => 0.36 - Math.hypot(x - 560, y - 320) / 1100,
    width: 10,
    run: [60, 200],
    rest: 30,
  });
  glow.print(h.oval(560, 320, 112));
  glow.carve(h.rows([440, 330, 690, 440], { gap: 17, bend: 1 }), {
    tone: (x, y) => (y - 320) / 110,
    width: 13,
    run: [200, 300],
  });
  // Faint coast.
  key.score(h.rows([-20, 604, 1520, 630], { gap: 7, bend: 5 }), {
    tone: (x) => 0.9 * h.noise(x, 3, 170) - 0.1,
    width: 7,
    run: [60, 260],
  });
  // Sea, flat.
  glow.print(h.box(-20, 632, 1540, 400));
  glow.carve(h.plain(-20, 1520, 640, 1000, { first: 10, last: 30, sway: 0.5 }), {
    tone: (x, y) => 0.75 - Math.abs(x - 560) / 900 + 0.6 * (h.noise(x, y * 3, 150) - 0.5),
    width: 26,
    run: [90, 380],
  });
  key.score(h.plain(-20, 1520, 640, 1000, { first: 10, last: 30, sway: 0.5 }), {
    tone: (x, y) =>
      0.28 +
      (y - 640) / 620 +
      0.7 * (h.noise(x, y * 3, 130) - 0.5) -
      Math.max(0, 0.75 - Math.abs(x - 560) / 240),
    width: 22,
    run: [50, 260],
  });
  // The ship: long, high in the water, empty.
  const hull = [
    [116, 520],
    [180, 520],
    [1250, 520],
    [1330, 512],
    [1392, 470],
    [1372, 560],
    [1330, 668],
    [190, 672],
    [150, 620],
  ];
  const blocks = [
    h.poly([
      [160, 520],
      [166, 300],
      [330, 300],
      [330, 520],
    ]),
    h.poly([
      [140, 318],
      [146, 282],
      [360, 282],
      [360, 318],
    ]),
    h.poly([
      [186, 284],
      [192, 244],
      [310, 244],
      [310, 284],
    ]),
  ];
  for (const p of [key, glow]) h.rim(p, [h.poly(hull), ...blocks], 8);
  key.print(h.poly(hull), blocks);
  for (let i = 0; i < 7; i++) key.cut(h.box(158 + i * 28, 292, 18, 16));
  for (let r = 0; r < 4; r++)
    for (let i = 0; i < 5; i++) key.cut(h.box(182 + i * 28, 336 + r * 44, 13, 18));
  key.print(
    h.poly([
      [208, 246],
      [214, 180],
      [276, 180],
      [280, 246],
    ]),
    h.bar(330, 284, 330, 170, 7, 3),
    h.bar(306, 210, 354, 210, 4),
  );
  key.carve(h.rows([160, 318, 330, 520], { gap: 10, angle: 90 }), {
    tone: (x) => (x - 280) / 60,
    width: 6,
    run: [60, 120],
  });
  // Hatches and the four deck cranes, booms stowed.
  for (let i = 0; i < 5; i++) {
    key.print(
      h.poly([
        [380 + i * 168, 520],
        [386 + i * 168, 494],
        [500 + i * 168, 494],
        [506 + i * 168, 520],
      ]),
    );
    if (i === 4) continue;
    const x = 524 + i * 168;
    key.print(
      h.box(x - 13, 380, 26, 140),
      h.box(x - 24, 352, 48, 50),
      h.bar(x + 16, 388, x + 160, 470, 12, 5),
      h.bar(x + 6, 352, x + 150, 466, 3),
    );
    key.cut(h.box(x - 12, 362, 12, 14));
  }
  key.print(
    h.bar(1300, 515, 1306, 400, 9, 4),
    h.bar(1306, 410, 1204, 494, 3),
    h.bar(1306, 410, 1386, 474, 3),
  );
  key.carve(h.rows([120, 536, 1390, 590], { gap: 13, bend: 2 }), {
    tone: (x, y) => 0.8 - Math.abs(x - 640) / 760 - (y - 536) / 160,
    width: 9,
    run: [90, 400],
  });
  const boot = h.poly([
    [156, 606],
    [1352, 600],
    [1330, 668],
    [190, 672],
  ]);
  key.cut(boot);
  glow.print(boot);
  key.score(h.rows([150, 598, 1360, 672], { gap: 13, angle: 90, bend: 2 }), {
    tone: (x) => 0.35 + Math.abs(x - 600) / 1200,
    width: 11,
    run: [70, 100],
  });
  key.print(h.bar(168, 672, 1332, 668, 9));
  key.cut(h.bar(162, 603, 1350, 597, 6));
  // Anchor chain.
  const chain = h.curve(
    [
      [1352, 540],
      [1372, 600],
      [1404, 660],
      [1440, 704],
    ],
    9,
  );
  chain.forEach(([x, y], i) => key.print(h.oval(x, y, i % 2 ? 8 : 4, i % 2 ? 4 : 8, 0.6)));
  key.cut(h.oval(1440, 708, 34, 6));
  key.carve(h.plain(170, 1360, 676, 800, { first: 9, last: 17 }), {
    tone: (x, y) => 0.5 - (y - 676) / 260,
    width: 7,
    run: [20, 110],
    rest: 26,
  });
  key.print(
    h.soft([
      [170, 674],
      [1330, 672],
      [1250, 704],
      [900, 694],
      [500, 706],
      [240, 696],
    ]),
  );
  key.carve(h.plain(170, 1330, 678, 704, { first: 8, last: 9 }), {
    tone: () => 0.6,
    width: 6,
    run: [30, 120],
    rest: 20,
  });
  // A small boat with papers on its way, and gulls.
  const boat = h.poly([
    [640, 842],
    [860, 832],
    [836, 884],
    [668, 888],
  ]);
  for (const p of [key, glow]) h.rim(p, boat, 7);
  key.print(
    boat,
    h.bust(712, 840, 62, { hair: 'cap' }),
    h.bust(782, 836, 62),
    h.bar(660, 846, 622, 800, 6),
  );
  key.carve(h.rows([650, 850, 850, 880], { gap: 9, bend: 2 }), { tone: () => 0.5, width: 6 });
  for (const [a, w] of [
    [640, 230],
    [580, 330],
  ])
    key.cut(
      h.soft([
        [a - w, 906],
        [a - 20, 886],
        [a + 20, 892],
        [a - w * 0.4, 914],
      ]),
    );
  key.print(
    [
      [820, 170, 90],
      [940, 230, 60],
      [1060, 140, 48],
      [730, 250, 40],
      [1180, 260, 40],
    ].flatMap(([a, b, c], i) => h.gull(a, b, c, { turn: 0.3 - i * 0.13, lift: 0.22 + 0.05 * i })),
  );
  return [glow, key];
}

export const grainShipWaitsForPapers = {
  path: '2026/09/grain-ship-waits-for-papers',
  focus: [0.4, 0.5],
  draw,
};
