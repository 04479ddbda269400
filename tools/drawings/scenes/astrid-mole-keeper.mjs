/** The lighthouse on the North Mole. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const key = new h.Plate('night');
  const L = [930, 250];
  key.flood();
  glow.print(
    h.poly([
      [L[0], L[1] - 6],
      [-60, -10],
      [-60, 330],
    ]),
    h.poly([
      [L[0], L[1]],
      [1540, 180],
      [1540, 330],
    ]),
  );
  glow.fade(h.box(-20, 560, 1540, 190), [0, 560, 0], [0, 745, 0.85]);
  const inBeam = (x, y) => {
    const t = (L[0] - x) / 990;
    return t > 0
      ? y > L[1] - 260 * t && y < L[1] + 80 * t
      : y > L[1] + 115 * t && y < L[1] - 130 * t;
  };
  key.carve(h.rays(L[0], L[1], 44, 1250, { count: 420, from: 0, to: 360, step: 11 }), {
    tone: (x, y) =>
      y > 742
        ? 0
        : inBeam(x, y)
          ? 1.5 - Math.hypot(x - L[0], y - L[1]) / 1500
          : 0.1 +
            0.42 * Math.max(0, 1 - Math.hypot(x - L[0], y - L[1]) / 520) +
            0.4 * (h.noise(x, y, 120) - 0.5) +
            Math.max(0, (y - 600) / 420),
    width: 9,
    run: [50, 240],
  });
  for (let i = 0; i < 60; i++)
    key.cut(h.oval(h.between(0, 1500), h.between(10, 540), h.between(1.5, 3.6)));
  // Sea.
  key.print(h.box(-20, 742, 1540, 280));
  glow.print(h.box(-20, 742, 1540, 280));
  key.carve(h.plain(-20, 1520, 750, 1000, { first: 9, last: 27, sway: 0.8, wave: 110 }), {
    tone: (x, y) =>
      0.28 +
      0.8 * Math.max(0, 1 - Math.abs(x - 700 + (y - 750) * 0.9) / 300) +
      0.6 * (h.noise(x, y * 3, 90) - 0.55),
    width: 18,
    run: [30, 170],
  });
  // The mole comes in from the left.
  const mole = [
    [-40, 760],
    [420, 752],
    [800, 742],
    [1120, 742],
    [1180, 762],
    [1150, 812],
    [880, 850],
    [420, 930],
    [-40, 1030],
  ];
  h.rim(key, h.poly(mole), 12);
  glow.cut(h.poly(mole));
  key.print(h.poly(mole));
  const top = [
    [-40, 768],
    [420, 760],
    [800, 750],
    [1116, 750],
    [1160, 764],
    [1110, 776],
    [800, 782],
    [420, 812],
    [-40, 856],
  ];
  key.cut(h.poly(top));
  key.score(
    h
      .rays(1500, 735, 300, 1600, { count: 22, from: 172, to: 184 })
      .map((q) => q.filter(([x, y]) => h.inside(top, x, y))),
    { tone: (x, y) => 0.55 * h.noise(x, y * 3, 70), width: 8, run: [40, 170], rest: 30 },
  );
  key.carve(
    h
      .rows([-40, 780, 1180, 1000], { gap: 30, angle: -8, bend: 3 })
      .map((q) => q.filter(([x, y]) => h.inside(mole, x, y) && y > 790 + (900 - x) * 0.065)),
    { tone: () => 0.8, width: 6, run: [60, 130], rest: 12 },
  );
  for (let i = 0; i < 30; i++) {
    const x = 40 + i * 36;
    key.cut(h.bar(x, 852 - x * 0.06, x + h.between(-9, 9), 960 - x * 0.13, 5));
  }
  for (let i = 0; i < 46; i++) {
    const x = h.between(-20, 1240);
    const y = 1010 - Math.max(0, x) * 0.15 + h.between(-26, 34) - (x > 900 ? (x - 900) * 0.08 : 0);
    const r = h.between(22, 52);
    const rock = Array.from({ length: 6 }, (_, k) => [
      x + Math.cos(k * 1.05 + i) * r * h.between(0.75, 1.25),
      y + Math.sin(k * 1.05 + i) * r * h.between(0.5, 0.8),
    ]);
    key.cut(h.poly(h.shrink(rock, -5)));
    key.print(h.poly(rock));
    key.carve(
      h
        .rows([x - r, y - r, x + r, y], { gap: 8, angle: 30 })
        .map((q) => q.filter(([a, b]) => h.inside(rock, a, b))),
      { tone: (a, b) => (y - b) / r + 0.1, width: 6, run: [12, 40] },
    );
  }
  // The tower.
  const [x, b] = [930, 764];
  const tower = [
    [x - 84, b],
    [x - 52, 340],
    [x + 52, 340],
    [x + 84, b],
  ];
  const all = [
    h.poly(tower),
    h.poly([
      [x - 84, 344],
      [x - 72, 318],
      [x + 72, 318],
      [x + 84, 344],
    ]),
    h.poly([
      [x - 44, 318],
      [x - 44, 214],
      [x + 44, 214],
      [x + 44, 318],
    ]),
    h.poly([
      [x - 56, 216],
      [x - 34, 176],
      [x, 156],
      [x + 34, 176],
      [x + 56, 216],
    ]),
  ];
  h.rim(key, all, 8);
  glow.cut(all);
  key.print(all);
  for (const [v0, v1] of [
    [380, 470],
    [560, 660],
  ]) {
    const wAt = (y) => 52 + ((y - 340) / (b - 340)) * 32 - 5;
    key.cut(
      h.poly([
        [x - wAt(v0), v0],
        [x + wAt(v0), v0],
        [x + wAt(v1), v1],
        [x - wAt(v1), v1],
      ]),
    );
  }
  key.score(
    h
      .rows([x - 84, 375, x + 84, 665], { gap: 10, angle: 90, bend: 1 })
      .map((q) => q.filter(([px, y]) => Math.abs(px - x) < 48 + ((y - 340) / (b - 340)) * 32)),
    { tone: (px) => (px - x + 30) / 95, width: 11, run: [90, 250] },
  );
  key.carve(
    h
      .rows([x - 80, 470, x, b], { gap: 9, angle: 93, bend: 1 })
      .map((q) =>
        q.filter(([px, y]) => px > x - 48 - ((y - 340) / (b - 340)) * 30 && (y < 558 || y > 664)),
      ),
    { tone: (px) => (x - 22 - px) / 50, width: 7 },
  );
  key.cut(h.box(x - 36, 228, 72, 80));
  for (const d of [-12, 12]) key.print(h.bar(x + d, 226, x + d, 310, 5));
  key.print(
    h.oval(x, 268, 15, 22),
    h.bar(x, 156, x, 120, 5),
    h.poly([
      [x - 17, b],
      [x - 15, b - 62],
      [x, b - 74],
      [x + 15, b - 62],
      [x + 17, b],
    ]),
  );
  key.cut(
    h.poly([
      [x - 11, b],
      [x - 10, b - 56],
      [x, b - 64],
      [x + 10, b - 56],
      [x + 11, b],
    ]),
    h.box(x - 8, 500, 16, 26),
  );
  for (let i = -7; i <= 7; i++) key.print(h.bar(x + i * 11, 318, x + i * 11, 296, 3));
  key.print(h.bar(x - 80, 296, x + 80, 296, 4));
  // The keeper walks out, her lantern low.
  const keeper = h.person(560, 800, 150, {
    skirt: 0.5,
    coat: 0.84,
    hat: 'knit',
    stride: 0.04,
    wide: 1.15,
    lean: 0.05,
    arms: [
      [
        [-0.16, -0.6],
        [-0.14, -0.46],
      ],
      [
        [0.2, -0.64],
        [0.3, -0.5],
      ],
    ],
  });
  h.rim(key, keeper, 8);
  glow.cut(keeper);
  key.print(
    keeper,
    h.poly([
      [535, 800],
      [590, 800],
      [440, 826],
      [330, 832],
    ]),
  );
  key.cut(h.oval(606, 736, 22));
  glow.print(h.oval(606, 736, 24)).cut(h.oval(606, 738, 9));
  key.print(h.box(598, 724, 16, 5), h.box(598, 750, 16, 6));
  return [glow, key];
}

export const astridMoleKeeper = { path: '2026/11/astrid-mole-keeper', focus: [0.58, 0.45], draw };
