/** The stage of The Drowned Bell. */
import * as h from '../lib/hand.mjs';

function draw() {
  const green = new h.Plate('sea');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  const open = h.poly([
    [250, 60],
    [1250, 60],
    [1250, 800],
    [250, 800],
  ]);
  green.print(open);
  key.cut(open);
  // Water lit from above, by long cuts; dark in the depth.
  key.within(open, (p) => {
    p.score(h.rows([250, 60, 1250, 800], { gap: 12, bend: 22 }), {
      tone: (x, y) =>
        (y - 190) / 640 + Math.abs(x - 750) / 1200 + 0.55 * (h.noise(x, y * 2, 110) - 0.5),
      width: 13,
      run: [60, 240],
    });
  });
  green.within(open, (p) =>
    p.carve(h.rays(750, -160, 220, 900, { count: 90, from: 58, to: 122 }), {
      tone: (x, y) => 1.1 - (y - 60) / 560 - Math.abs(x - 750) / 900,
      width: 20,
      run: [90, 420],
    }),
  );
  const surface = h.soft([
    [230, 40],
    [1270, 40],
    [1270, 116],
    [1100, 136],
    [940, 108],
    [780, 138],
    [600, 110],
    [420, 140],
    [230, 112],
  ]);
  key.within(open, (p) => p.cut(surface));
  green.within(open, (p) => p.cut(surface));
  key.within(open, (p) =>
    p.score(
      [0, 1, 2, 3].map((k) =>
        h.curve(
          [
            [240, 116 + k * 17],
            [420, 142 + k * 15],
            [600, 112 + k * 17],
            [780, 140 + k * 15],
            [940, 110 + k * 17],
            [1100, 138 + k * 15],
            [1260, 114 + k * 17],
          ],
          30,
        ),
      ),
      { width: 10, tone: (x, y) => 0.9 - (y - 100) / 120, run: [60, 190] },
    ),
  );
  // The bell, tilted and half sunk in the stage.
  const B = (pts) => h.place(pts, 770, 440, 1.18, 0.3);
  const shape = B([
    [-36, -236],
    [36, -236],
    [86, -196],
    [112, -110],
    [126, 10],
    [152, 110],
    [218, 186],
    [206, 214],
    [-206, 214],
    [-218, 186],
    [-152, 110],
    [-126, 10],
    [-112, -110],
    [-86, -196],
  ]);
  const crown = [
    B([
      [-64, -232],
      [-64, -300],
      [64, -300],
      [64, -232],
      [40, -232],
      [40, -276],
      [-40, -276],
      [-40, -232],
    ]),
    B([
      [-14, -232],
      [-14, -300],
      [14, -300],
      [14, -232],
    ]),
  ];
  const clapper = [
    h.bar(...B([[10, 180]])[0], ...B([[44, 246]])[0], 22),
    h.oval(...B([[46, 250]])[0], 36),
  ];
  h.rim(key, clapper, 10);
  key.print(clapper);
  h.rim(key, [h.poly(shape), ...crown.map(h.poly)], 16);
  h.rim(green, h.poly(shape), 6);
  key.print(h.poly(shape), crown.map(h.poly));
  red.print(h.poly(shape), crown.map(h.poly));
  const inBell = (q) => q.filter(([x, y]) => h.inside(shape, x, y));
  const across = h.rows([440, 130, 1090, 800], { gap: 13, angle: 17, bend: 3 }).map(inBell);
  key.carve(across, {
    tone: (x, y) => 0.95 - Math.abs(x - 690 + (y - 440) * 0.32) / 130,
    width: 12,
    run: [40, 160],
  });
  red.carve(across, {
    tone: (x, y) => 0.75 - Math.abs(x - 650 + (y - 440) * 0.32) / 46,
    width: 12,
    run: [40, 160],
  });
  for (const v of [-176, -150, 96, 122, 172]) {
    const w = v < 0 ? 100 : v > 160 ? 200 : 150 + (v - 96) * 0.6;
    key.cut(h.bar(...B([[-w, v]])[0], ...B([[w * 0.6, v]])[0], 6));
  }
  for (let i = 0; i < 34; i++) {
    const t = h.rnd();
    const [x, y, r] = [
      700 + Math.sin(t * 7) * 60 + h.between(-90, 90) * (1 - t),
      560 - t * 470,
      h.between(4, 15),
    ];
    key.print(h.oval(x, y, r + 4));
    key.cut(h.oval(x, y, r));
    green.cut(h.oval(x - r * 0.2, y - r * 0.2, r * 0.7));
    red.cut(h.oval(x, y, r));
  }
  // The floor of the stage, the singer small before the bell.
  key.print(
    h.poly([
      [250, 716],
      [1250, 716],
      [1330, 810],
      [170, 810],
    ]),
  );
  key.carve(h.plain(190, 1310, 722, 800, { first: 9, last: 15 }), {
    tone: (x) => 0.85 - Math.abs(x - 520) / 480,
    width: 9,
    run: [50, 240],
  });
  const singer = h.person(470, 776, 250, {
    skirt: 1.3,
    coat: 0.98,
    stride: 0.02,
    arms: [
      [
        [-0.24, -0.78],
        [-0.34, -0.9],
      ],
      [
        [0.26, -0.76],
        [0.38, -0.86],
      ],
    ],
  });
  for (const p of [key, green]) h.rim(p, singer, 9);
  key.print(singer.slice(0, 4), singer.slice(5));
  red.print(singer[4]);
  key.cut(singer[4]);
  key.score(
    h
      .rows([400, 560, 540, 780], { gap: 11, angle: 86, bend: 6 })
      .map((q) => q.filter(([x, y]) => Math.abs(x - 470) < 24 + Math.max(0, y - 640) * 0.26)),
    { tone: (x) => 0.2 + (x - 440) / 90, width: 8 },
  );
  key.print(singer.slice(5));
  // Proscenium and curtains.
  for (const e of [-1, 1]) {
    const X = (u) => 750 + e * u;
    const drape = [
      [X(330), -20],
      [X(800), -20],
      [X(800), 830],
      [X(520), 830],
      [X(500), 640],
      [X(470), 440],
      [X(400), 250],
      [X(340), 90],
    ];
    key.print(h.poly(drape));
    red.print(h.poly(drape));
    green.cut(h.poly(drape));
    key.carve(
      Array.from({ length: 24 }, (_, i) =>
        h.curve(
          [
            [X(345 + i * 23), -10],
            [X(420 + i * 16), 260],
            [X(500 + i * 13), 460],
            [X(524 + i * 12.5), 660],
            [X(530 + i * 13), 828],
          ],
          16,
        ),
      ),
      {
        tone: (x, y) =>
          0.35 +
          0.75 * (h.noise(Math.abs(x - 750), y * 0.25, 46) - 0.3) -
          Math.max(0, Math.abs(x - 750) - 560) / 500,
        width: 13,
        run: [90, 420],
      },
    );
  }
  const swag = h.soft([
    [200, -60],
    [1300, -60],
    [1290, 50],
    [1130, 96],
    [950, 54],
    [750, 108],
    [550, 54],
    [370, 96],
    [210, 50],
  ]);
  key.print(swag);
  red.print(swag);
  green.cut(swag);
  key.carve(h.rows([200, -20, 1300, 100], { gap: 15, angle: 90, bend: 8 }), {
    tone: (x, y) => (y < 60 ? 0.45 * h.noise(x, 3, 40) + 0.1 : 0),
    width: 9,
  });
  // The house: rows of heads against the light of the stage.
  key.print(h.box(-20, 800, 1540, 240));
  red.cut(h.box(-20, 832, 1540, 240));
  key.cut(h.bar(170, 812, 1330, 812, 7));
  for (const [y, s, n, o] of [
    [890, 118, 14, 0],
    [980, 158, 11, 60],
  ])
    for (let i = 0; i < n; i++) {
      const x = o + i * (1560 / n) + h.between(-12, 12) - 20;
      const b = h.bust(x, y + h.between(-10, 10), s, {
        hair: h.pick(['short', 'bun', 'long', 'curly', 'short', 'cap']),
      });
      h.rim(key, b, 7);
      key.print(b);
      key.carve(
        h.rows([x - s * 0.5, y - s, x + s * 0.5, y], { gap: s * 0.06, angle: 75, bend: 4 }),
        {
          tone: (px, py) => 0.5 - (py - y + s * 0.5) / s - Math.abs(px - x) / s,
          width: s * 0.028,
          run: [12, 40],
          rest: 14,
        },
      );
    }
  return [green, red, key];
}

export const theDrownedBell = { path: '2026/11/the-drowned-bell', focus: [0.5, 0.48], draw };
