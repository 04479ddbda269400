/** night-shift-dawn. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre', 0.95);
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const [sx, sy] = [900, 560];
  glow.fade(h.box(-20, -20, 1540, 640), [750, 40, 0.05], [750, 600, 1]);
  glow.carve(h.rays(sx, sy, 205, 1250, { count: 74, from: 180, to: 360 }), {
    tone: (x, y) => 0.95 - Math.hypot(x - sx, y - sy) / 1150,
    width: 24,
    run: [150, 500],
    rest: 14,
  });
  glow.cut(h.oval(sx, sy, 196));
  red.print(h.oval(sx, sy, 186));
  red.carve(h.rows([sx - 190, sy - 60, sx + 190, sy + 40], { gap: 17, bend: 2 }), {
    tone: (x, y) => (y - sy + 70) / 110,
    width: 12,
    run: [100, 400],
  });
  red.cut(h.box(sx - 230, 606, 460, 200));
  key.print(h.box(-20, 592, 1540, 22));
  key.print(
    h.gantry(300, 600, 430, { raise: 1.1 }),
    h.gantry(520, 600, 350, { raise: 1.1 }),
    h.gantry(660, 600, 270, { raise: 1.1 }),
  );
  key.print(h.gantry(1290, 600, 330, { flip: -1 }));
  for (let i = 0; i < 9; i++)
    key.print(h.box(1130 + i * 44, 594 - 22 * (1 + ((i * 7) % 3)), 42, 22 * (1 + ((i * 7) % 3))));
  // The wet quay.
  glow.print(h.box(-20, 612, 1540, 420));
  glow.carve(h.plain(-20, 1520, 622, 1010, { first: 9, last: 30 }), {
    tone: (x, y) => 1.2 - Math.abs(x - sx) / (160 + (y - 600) * 0.9),
    width: 24,
    run: [50, 260],
  });
  red.score(h.plain(-20, 1520, 622, 1000, { first: 14, last: 34 }), {
    tone: (x, y) => 0.9 - Math.abs(x - sx) / (90 + (y - 600) * 0.3),
    width: 14,
    run: [30, 150],
    rest: 20,
  });
  key.score(h.plain(-20, 1520, 620, 1010, { first: 9, last: 30 }), {
    tone: (x, y) =>
      Math.abs(x - sx) / 1050 + (y - 780) / 900 - 0.08 + 0.3 * (h.noise(x, y * 3, 120) - 0.5),
    width: 24,
    run: [70, 300],
  });
  // Those going home.
  const folk = [
    [330, 880, 430, 'helmet', 0.13, 1],
    [520, 850, 375, 'knit', 0.1, 1],
    [760, 890, 455, 'helmet', 0.15, 1],
    [1010, 840, 350, 'cap', 0.12, 1],
    [1160, 872, 410, 'helmet', 0.14, 1],
    [640, 800, 270, 'helmet', 0.12, 1],
  ];
  for (const [x, y, s] of folk) {
    const k = (x - sx) / 330;
    key.print(
      h.poly([
        [x - s * 0.13, y - 4],
        [x + s * 0.15, y - 4],
        [x + s * 0.22 + k * 220, 1010],
        [x - s * 0.2 + k * 220, 1010],
      ]),
    );
    key.carve(h.plain(x - 260, x + 400, y + 14, 1000, { first: 16, last: 24 }), {
      tone: () => 0.25,
      width: 9,
      run: [20, 70],
      rest: 90,
    });
  }
  for (const [x, y, s, hat, stride, flip] of folk.sort((a, b) => a[1] - b[1])) {
    const arms =
      x === 760
        ? [
            [
              [-0.17, -0.6],
              [-0.2, -0.44],
            ],
            [
              [0.16, -0.62],
              [0.18, -0.46],
            ],
          ]
        : [];
    const figure = h.person(x, y, s, {
      hat,
      stride,
      flip,
      wide: 1.15,
      arms,
      coat: 0.58,
      lean: 0.03,
    });
    for (const p of [key, red, glow]) h.rim(p, figure, 8);
    key.print(figure);
    if (x !== 520)
      key.print(
        h.box(x - s * 0.24, y - s * 0.46, s * 0.17, s * 0.13),
        h.limb(
          [
            [x - s * 0.2, y - s * 0.46],
            [x - s * 0.155, y - s * 0.5],
            [x - s * 0.1, y - s * 0.46],
          ],
          4,
        ),
      );
    const side = x < sx ? 1 : -1;
    key.carve(
      h.rows([x - s * 0.2, y - s * 0.86, x + s * 0.2, y - s * 0.3], {
        gap: s * 0.026,
        angle: 88,
        bend: 4,
      }),
      { tone: (px) => (side * (px - x)) / (s * 0.11) - 0.15, width: s * 0.018, run: [20, 70] },
    );
  }
  key.print(
    [
      [430, 190, 70],
      [520, 150, 50],
      [1180, 240, 60],
      [350, 260, 40],
    ].flatMap(([x, y, s], i) => h.gull(x, y, s, { turn: i * 0.2 - 0.2 })),
  );
  return [glow, red, key];
}

export const nightShiftDawn = { path: '2026/11/night-shift-dawn', draw };
