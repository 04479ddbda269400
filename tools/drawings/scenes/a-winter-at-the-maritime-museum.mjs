/** A ship in a glass case. */
import * as h from '../lib/hand.mjs';

function draw() {
  const green = new h.Plate('sea', 0.62);
  const glow = new h.Plate('ochre');
  const key = new h.Plate('night');
  key.flood();
  // The hall: dark, ribbed by carving, a tall window behind.
  key.carve(h.rows([-20, -20, 1520, 820], { gap: 14, angle: 90, bend: 5 }), {
    tone: (x, y) =>
      0.6 - Math.hypot(x - 760, (y - 380) * 1.2) / 1000 + 0.35 * (h.noise(x, y, 130) - 0.5),
    width: 11,
    run: [60, 280],
  });
  green.print(h.box(-20, -20, 1540, 830));
  for (const x of [70, 1250]) {
    key.print(h.box(x - 14, 40, 208, 460));
    key.cut(h.box(x, 54, 180, 432));
    green.cut(h.box(x, 54, 180, 432));
    glow.print(h.box(x, 54, 180, 432));
    glow.carve(h.rows([x, 54, x + 180, 486], { gap: 20, angle: 62 }), {
      tone: (px, py) => 0.5 * h.noise(px, py, 60),
      width: 10,
      run: [30, 120],
    });
    key.print(
      h.bar(x + 90, 50, x + 90, 490, 9),
      h.bar(x, 200, x + 180, 200, 8),
      h.bar(x, 345, x + 180, 345, 8),
    );
  }
  key.print(h.box(-20, 806, 1540, 220));
  key.carve(h.rays(760, 500, 310, 1100, { count: 90, from: 14, to: 166 }), {
    tone: (x, y) =>
      y > 812 ? 0.62 - Math.abs(x - 760) / 1300 + 0.3 * (h.noise(x, y, 60) - 0.5) : 0,
    width: 15,
    run: [50, 200],
  });
  glow.print(h.box(-20, 806, 1540, 220));
  // The case.
  const [l, r, t, b] = [330, 1190, 110, 700];
  const glass = h.box(l, t, r - l, b - t);
  h.rim(key, glass, 8);
  green.cut(glass);
  green.within(glass, (p) =>
    p
      .print(
        h.poly([
          [l, t],
          [r, t],
          [r, b],
          [l, b],
        ]),
      )
      .carve(h.rows([l, t, r, b], { gap: 26, angle: -55, bend: 3 }), {
        tone: (x, y) => 0.9 - Math.abs(x + y * 0.7 - 860) / 330,
        width: 26,
        run: [200, 900],
      }),
  );
  key.print(
    h.bar(l, t, l, b, 13),
    h.bar(r, t, r, b, 13),
    h.bar(l - 8, t, r + 8, t, 16),
    h.bar(l + 60, t + 44, l + 60, b - 50, 4),
    h.bar(r - 60, t + 44, r - 60, b - 50, 4),
    h.bar(l, t, l + 60, t + 44, 4),
    h.bar(r, t, r - 60, t + 44, 4),
    h.bar(l + 60, t + 44, r - 60, t + 44, 4),
  );
  const plinth = h.poly([
    [l - 40, b],
    [r + 40, b],
    [r + 24, 930],
    [l - 24, 930],
  ]);
  h.rim(key, plinth, 10);
  glow.cut(plinth);
  key.print(plinth);
  key.cut(
    h.poly([
      [l - 30, b + 12],
      [r + 30, b + 12],
      [r + 29, b + 26],
      [l - 29, b + 26],
    ]),
  );
  key.carve(h.rows([l - 20, b + 44, r + 24, 920], { gap: 17, angle: 1, bend: 9 }), {
    tone: (x, y) => 0.5 * h.noise(x * 0.4, y * 2, 70) + (x < 620 ? 0.12 : -0.04),
    width: 8,
    run: [90, 400],
  });
  key.cut(h.box(660, 780, 200, 76));
  glow.print(h.box(660, 780, 200, 76));
  key.print(
    h.bar(690, 804, 830, 804, 7),
    h.bar(690, 824, 800, 824, 5),
    h.bar(690, 840, 816, 840, 5),
  );
  // The ship: a three-masted barque.
  const S = (pts) => h.place(pts, 755, 600, 1);
  const hull = S([
    [-300, -66],
    [-262, -40],
    [-100, -24],
    [120, -28],
    [270, -62],
    [318, -84],
    [282, -10],
    [236, 50],
    [-220, 54],
    [-268, 0],
  ]);
  key.print(h.bar(640, 690, 640, 640, 22), h.bar(870, 690, 870, 640, 22), h.box(600, 676, 310, 24));
  const masts = [
    [-150, 350],
    [20, 400],
    [170, 340],
  ];
  for (const [mx, mh] of masts) {
    key.print(h.bar(...S([[mx, -20]])[0], ...S([[mx + 4, -mh]])[0], 10, 4));
    for (const [k, w] of [
      [0.3, 118],
      [0.53, 100],
      [0.73, 78],
      [0.9, 54],
    ]) {
      const y = -mh * k;
      const drop = mh * (k > 0.8 ? 0.13 : 0.185);
      const sail = h.soft(
        S([
          [mx - w * 0.5, y - drop],
          [mx, y - drop - 4],
          [mx + w * 0.5, y - drop],
          [mx + w * 0.62, y - drop * 0.4],
          [mx + w * 0.58, y],
          [mx, y - 12],
          [mx - w * 0.5, y],
          [mx - w * 0.42, y - drop * 0.5],
        ]),
        5,
      );
      green.cut(sail);
      h.outline(key, sail, 5);
      glow.print(sail);
      key.score(
        h
          .rows([755 + mx - w, 600 + y - drop, 755 + mx + w, 600 + y], {
            gap: 9,
            angle: 86,
            bend: 4,
          })
          .map((q) =>
            q.filter(
              ([x, yy]) =>
                Math.abs(x - 755 - mx - 4) < w * 0.5 &&
                yy > 600 + y - drop + 6 &&
                yy < 600 + y - 14,
            ),
          ),
        { tone: (x) => 0.75 - (x - 755 - mx + w * 0.5) / (w * 0.9), width: 6, run: [30, 60] },
      );
      glow.carve(
        h.rows([755 + mx, 600 + y - drop, 755 + mx + w * 0.6, 600 + y - 8], { gap: 9, angle: 86 }),
        { tone: (x) => (x - 755 - mx) / (w * 0.5), width: 8 },
      );
      key.print(h.bar(...S([[mx - w * 0.6, y - drop]])[0], ...S([[mx + w * 0.6, y - drop]])[0], 5));
    }
    for (const e of [-1, 1])
      for (const q of [34, 48])
        key.print(h.bar(...S([[mx + e * q, -28]])[0], ...S([[mx + 3, -mh * 0.72]])[0], 2.2));
  }
  key.print(h.bar(...S([[270, -70]])[0], ...S([[400, -120]])[0], 9, 4));
  for (const [x, y] of [
    [-150, -330],
    [20, -380],
    [174, -320],
  ])
    key.print(
      h.bar(...S([[x, y]])[0], ...S([[Math.min(390, x + 190), x > 100 ? -116 : -80]])[0], 2.2),
    );
  for (const tip of [
    [395, -118],
    [340, -98],
  ]) {
    const jib = h.poly(S([tip, [184, -300], [tip[0] - 120, -100]]));
    green.cut(jib);
    h.outline(key, jib, 4);
  }
  h.rim(key, h.poly(hull), 8);
  green.cut(h.poly(hull));
  key.print(h.poly(hull));
  key.cut(
    h.limb(
      S([
        [-290, -44],
        [-100, -8],
        [120, -12],
        [300, -62],
      ]),
      9,
    ),
  );
  for (let i = 0; i < 12; i++)
    key.cut(h.box(...S([[-220 + i * 38, 4 - (i > 8 ? (i - 8) * 5 : 0)]])[0], 12, 10));
  key.carve(h.rows([480, 620, 1010, 655], { gap: 9, bend: 3 }), {
    tone: (x, y) => (h.inside(hull, x, y) ? 0.55 : 0),
    width: 6,
    run: [40, 200],
  });
  // Glass: two long gleams; and a child who presses close, lit by the case.
  key.cut(
    h.poly([
      [l + 30, t + 210],
      [l + 150, t + 40],
      [l + 176, t + 40],
      [l + 30, t + 250],
    ]),
    h.poly([
      [r - 150, b - 30],
      [r - 30, b - 210],
      [r - 30, b - 180],
      [r - 130, b - 30],
    ]),
  );
  for (const [x, y, s, o] of [
    [
      282,
      960,
      500,
      {
        hat: 'knit',
        coat: 0.64,
        stride: 0.05,
        skirt: 0.2,
        arms: [
          [
            [0.2, -0.7],
            [0.3, -0.82],
          ],
          [
            [0.24, -0.62],
            [0.34, -0.72],
          ],
        ],
      },
    ],
    [1310, 968, 700, { hat: 'brim', coat: 0.72, stride: 0.06, skirt: 0.2, flip: -1 }],
  ]) {
    const f = h.person(x, y, s, { wide: 1.15, ...o });
    for (const p of [key, green, glow]) h.rim(p, f, 9);
    key.print(f);
    const e = x < 700 ? 1 : -1;
    key.carve(
      h.rows([x - s * 0.2, y - s * 0.86, x + s * 0.2, y - s * 0.3], {
        gap: s * 0.022,
        angle: 87,
        bend: 6,
      }),
      { tone: (px) => (e * (px - x)) / (s * 0.1) - 0.2, width: s * 0.016, run: [30, 110] },
    );
  }
  return [green, glow, key];
}

export const aWinterAtTheMaritimeMuseum = {
  path: '2026/10/a-winter-at-the-maritime-museum',
  focus: [0.5, 0.45],
  draw,
};
