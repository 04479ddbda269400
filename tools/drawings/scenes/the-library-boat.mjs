/** The library boat. */
import * as h from '../lib/hand.mjs';

function draw() {
  const green = new h.Plate('sea', 0.9);
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  // Evening sky, an island shore with pines, a jetty.
  green.score(h.rows([-20, -20, 1520, 520], { gap: 19, angle: -4, bend: 22 }), {
    tone: (x, y) => 0.85 * h.noise(x * 0.5, y * 1.7, 190) - 0.28 + (300 - y) / 1100,
    width: 16,
    run: [120, 520],
  });
  for (let i = 0; i < 60; i++) {
    const x = h.between(-20, 620) - 60 * h.rnd();
    const s = h.between(40, 130) * (1 - Math.max(0, x) / 1000);
    key.print(
      h.poly([
        [x - s * 0.25, 536],
        [x - s * 0.05, 536 - s * 0.7],
        [x, 536 - s * 1.5],
        [x + s * 0.06, 536 - s * 0.7],
        [x + s * 0.25, 536],
      ]),
    );
  }
  key.print(
    h.soft([
      [-60, 545],
      [-60, 510],
      [300, 500],
      [620, 526],
      [720, 545],
    ]),
    h.soft([
      [1220, 545],
      [1320, 520],
      [1560, 508],
      [1560, 545],
    ]),
  );
  green.print(h.box(-20, 540, 1540, 490));
  green.carve(h.plain(-20, 1520, 546, 1000, { first: 9, last: 28, sway: 0.6 }), {
    tone: (x, y) => 0.55 + 0.9 * (h.noise(x * 0.6, y * 3, 120) - 0.5) - (y - 700) / 900,
    width: 25,
    run: [60, 300],
  });
  key.score(h.plain(-20, 1520, 560, 1000, { first: 12, last: 30, sway: 0.8, wave: 100 }), {
    tone: (x, y) => (y - 660) / 520 + 0.85 * (h.noise(x, y * 3, 110) - 0.55),
    width: 23,
    run: [50, 220],
  });
  // The boat: broad, low, its cargo shelves.
  const B = (pts) => h.place(pts, 770, 760, 1.06);
  const hull = B([
    [-480, -120],
    [-420, -64],
    [-200, -30],
    [200, -30],
    [410, -70],
    [520, -160],
    [496, -50],
    [410, 56],
    [300, 84],
    [-320, 84],
    [-430, 40],
    [-470, -40],
  ]);
  const house = B([
    [-300, -40],
    [-300, -330],
    [290, -330],
    [290, -44],
  ]);
  const roof = h.soft(
    B([
      [-340, -326],
      [-320, -356],
      [0, -392],
      [310, -356],
      [330, -326],
      [0, -334],
    ]),
  );
  for (const p of [green, key, red]) h.rim(p, [h.poly(hull), h.poly(house), roof], 14);
  key.print(h.poly(house));
  // Shelves with spines; lit from inside.
  const shelf = (x0, x1, y, hh) => {
    for (let x = x0; x < x1 - 8;) {
      const w = h.between(11, 30);
      const t = hh * h.between(0.66, 0.97);
      if (h.chance(0.08)) {
        x += w;
        continue;
      }
      const lean = h.chance(0.12) ? h.between(-10, 14) : 0;
      const spine = [
        [x + lean, y - t],
        [x + w - 3 + lean, y - t],
        [x + w - 3, y],
        [x, y],
      ];
      const kind = h.pick(['red', 'bare', 'green', 'red', 'bare', 'dark']);
      if (kind !== 'dark') key.cut(h.poly(spine));
      if (kind === 'red') red.print(h.poly(spine));
      if (kind === 'green') green.print(h.poly(spine));
      key[kind === 'dark' ? 'cut' : 'print'](
        h.bar(x + 3 + lean, y - t * 0.8, x + w - 6 + lean, y - t * 0.8, 4),
      );
      if (w > 19 && kind !== 'dark')
        key.print(h.bar(x + 4 + lean * 0.5, y - t * 0.3, x + w - 7 + lean * 0.5, y - t * 0.3, 3));
      x += w;
    }
    key.print(h.bar(x0 - 8, y + 4, x1 + 4, y + 4, 9));
  };
  const [hx0, hy0] = B([[-280, -320]])[0];
  const [hx1] = B([[160, -320]])[0];
  for (const k of [0, 1, 2, 3]) shelf(hx0, hx1, hy0 + 76 + k * 74, 66);
  // Door at the right with the lamp.
  const dr = B([
    [180, -300],
    [270, -300],
    [270, -44],
    [180, -44],
  ]);
  key.cut(h.poly(dr));
  green.cut(h.poly(dr));
  key.print(roof);
  key.carve(h.rows([410, 340, 1130, 420], { gap: 12, bend: 6 }), {
    tone: (x) => 0.55 - Math.abs(x - 640) / 700,
    width: 8,
    run: [60, 240],
  });
  key.print(h.poly(hull));
  const strake = h.limb(
    B([
      [-476, -98],
      [-420, -40],
      [-200, -6],
      [200, -6],
      [410, -44],
      [510, -130],
    ]),
    15,
  );
  key.cut(strake);
  red.print(h.poly(h.halve(hull, 0, -1, -(760 + 34))));
  key.cut(h.poly(h.halve(hull, 0, -1, -(760 + 38))));
  key.score(
    h
      .rows([300, 796, 1260, 860], { gap: 10, bend: 2 })
      .map((q) => q.filter(([x, y]) => h.inside(hull, x, y))),
    { tone: (x, y) => 0.25 + (y - 790) / 90, width: 9, run: [60, 240] },
  );
  key.carve(
    h
      .rows([290, 640, 1310, 792], { gap: 14, angle: 1, bend: 9 })
      .map((q) => q.filter(([x, y]) => h.inside(hull, x, y) && h.inside(hull, x, y - 46))),
    {
      tone: (x, y) => 0.75 - (x - 300) / 1100 + 0.3 * (h.noise(x, y, 60) - 0.5),
      width: 9,
      run: [70, 260],
    },
  );
  // Books stacked on the foredeck and on the roof.
  const pile = (x, y, n, w) => {
    for (let i = 0; i < n; i++) {
      const t = h.between(15, 24);
      const ww = w * h.between(0.72, 1.05);
      const dx = h.between(-9, 9);
      const d = h.box(x - ww / 2 + dx, y - t, ww, t - 3);
      for (const p of [key, green]) h.rim(p, d, 6);
      h.outline(key, d, 4);
      [red, green, null, key][i % 4]?.print(d);
      y -= t;
    }
  };
  pile(420, 676, 5, 110);
  pile(350, 664, 3, 90);
  pile(1180, 690, 4, 100);
  pile(560, 360, 3, 100);
  pile(680, 350, 5, 96);
  pile(790, 346, 2, 110);
  key.print(
    h.bar(930, 360, 936, 60, 12, 6),
    h.bar(936, 70, 1310, 610, 3),
    h.bar(936, 70, 270, 650, 3),
  );
  const flag = h.soft([
    [940, 66],
    [990, 56],
    [1040, 78],
    [1090, 64],
    [1086, 112],
    [1040, 126],
    [990, 104],
    [940, 114],
  ]);
  h.outline(key, flag, 6);
  red.print(flag);
  for (let i = 0; i < 9; i++) {
    const t = (i + 1) / 10;
    const [x, y] = [936 - 666 * t, 70 + 580 * t];
    key.print(h.oval(x, y + 14, 11)).cut(h.oval(x, y + 14, 7));
  }
  // The librarian hands a book over to a child on the jetty.
  const lib = h.person(1010, 738, 270, {
    skirt: 0.35,
    coat: 0.8,
    stride: 0.04,
    wide: 1.1,
    arms: [
      [
        [-0.17, -0.62],
        [-0.12, -0.48],
      ],
      [
        [0.28, -0.68],
        [0.44, -0.62],
      ],
    ],
  });
  for (const p of [key, green, red]) h.rim(p, lib, 8);
  key.print(lib, h.oval(1000, 474, 15));
  key.carve(h.rows([960, 520, 1070, 700], { gap: 9, angle: 88 }), {
    tone: (x) => (1014 - x) / 26,
    width: 6,
    run: [30, 90],
  });
  const jetty = h.poly([
    [1240, 800],
    [1520, 790],
    [1520, 850],
    [1230, 856],
  ]);
  for (const p of [key, green])
    h.rim(p, [jetty, h.box(1280, 840, 34, 180), h.box(1440, 840, 34, 180)], 8);
  key.print(jetty, h.box(1280, 850, 34, 180), h.box(1440, 850, 34, 180));
  key.carve(h.rows([1240, 800, 1520, 850], { gap: 14, angle: 88 }), {
    tone: () => 0.5,
    width: 7,
    run: [50, 60],
  });
  for (const [x, y, s, o] of [
    [
      1300,
      802,
      190,
      {
        hat: 'knit',
        flip: -1,
        arms: [
          [
            [-0.16, -0.6],
            [-0.14, -0.46],
          ],
          [
            [0.26, -0.78],
            [0.4, -0.9],
          ],
        ],
      },
    ],
    [1400, 800, 250, { hat: 'cap', skirt: 0.3, coat: 0.7, flip: -1 }],
  ]) {
    const f = h.person(x, y, s, { wide: 1.2, stride: 0.05, ...o });
    for (const p of [key, green]) h.rim(p, f, 8);
    key.print(f);
    key.carve(
      h.rows([x - s * 0.2, y - s * 0.84, x + s * 0.2, y - s * 0.3], { gap: s * 0.04, angle: 88 }),
      { tone: (px) => (x - px) / (s * 0.1) - 0.1, width: s * 0.026, run: [20, 70] },
    );
  }
  const book = h.poly([
    [1130, 556],
    [1196, 544],
    [1204, 590],
    [1138, 602],
  ]);
  for (const p of [key, green]) h.rim(p, book, 8);
  h.outline(key, book, 5);
  red.print(book);
  key.print(
    [
      [240, 200, 80],
      [350, 150, 56],
      [1240, 190, 60],
    ].flatMap(([a, b, c], i) => h.gull(a, b, c, { turn: 0.25 - i * 0.2 })),
  );
  return [green, red, key];
}

export const theLibraryBoat = { path: '2026/09/the-library-boat', focus: [0.54, 0.54], draw };
