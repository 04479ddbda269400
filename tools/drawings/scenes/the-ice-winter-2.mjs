/** A long walk over the frozen bay. */
import * as h from '../lib/hand.mjs';

function draw() {
  const pale = new h.Plate('sea', 0.3);
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  pale.print(h.box(-20, -20, 1540, 400));
  pale.carve(h.rows([-20, -20, 1520, 384], { gap: 17, angle: 3, bend: 16 }), {
    tone: (x, y) =>
      Math.max(0, y - 40) / 360 +
      0.3 * (h.noise(x, y * 3, 170) - 0.5) +
      Math.max(0, 0.9 - Math.hypot(x - 1080, y - 250) / 300),
    width: 17,
    run: [150, 500],
  });
  pale.cut(h.oval(1080, 236, 66));
  red.print(h.oval(1080, 236, 62));
  // The island they come from.
  const island = h.soft([
    [40, 392],
    [120, 360],
    [230, 352],
    [330, 330],
    [450, 346],
    [560, 352],
    [640, 388],
    [400, 394],
  ]);
  key.print(island);
  for (let i = 0; i < 42; i++) {
    const x = h.between(110, 560);
    const s = h.between(20, 46);
    key.print(
      h.poly([
        [x - s * 0.28, 366],
        [x, 352 - s * 1.5],
        [x + s * 0.28, 366],
      ]),
    );
  }
  key.print(h.street(330, 470, 362, { low: 12, high: 22, wide: [22, 34], lit: 0 }).walls);
  key.cut(h.box(352, 348, 6, 8), h.box(384, 350, 6, 8), h.box(430, 348, 6, 8));
  key.print(h.bar(-20, 388, 1520, 384, 5));
  // Swept ice: long drifts and cracks.
  pale.score(h.plain(-20, 1520, 396, 1000, { first: 9, last: 46, sway: 0.6, wave: 220 }), {
    tone: (x, y) => 0.75 * h.noise(x, y * 2.5, 260) - 0.18 + (y - 900) / 500,
    width: 34,
    run: [120, 560],
    rest: 40,
  });
  for (const knots of [
    [
      [-20, 560],
      [260, 600],
      [420, 590],
      [760, 680],
      [1040, 668],
      [1520, 760],
    ],
    [
      [420, 590],
      [520, 520],
      [700, 470],
      [760, 430],
    ],
    [
      [760, 680],
      [700, 800],
      [820, 1020],
    ],
    [
      [1040, 668],
      [1180, 560],
      [1520, 500],
    ],
  ]) {
    const line = h.curve(knots, 9).map(([x, y]) => [x + h.between(-9, 9), y + h.between(-5, 5)]);
    key.print(h.ribbon(line, (t) => 3 + 7 * h.noise(t * 40, 1, 3)));
    pale.print(
      h.ribbon(
        line.map(([x, y]) => [x, y + 9]),
        (t) => 9 + 8 * h.noise(t * 30, 9, 3),
      ),
    );
  }
  // The line of people, nearer and larger to the front.
  const walk = [
    [505, 424, 40],
    [545, 432, 48],
    [585, 446, 58],
    [628, 458, 70],
    [596, 486, 84],
    [668, 512, 108],
    [716, 556, 142],
    [660, 610, 176],
    [790, 690, 250],
    [905, 850, 400],
  ];
  walk.forEach(([x, y, s], i) => {
    const dx = (x - 1080) * 0.55 - s * 0.6;
    pale.print(
      h.poly([
        [x - s * 0.12, y - 2],
        [x + s * 0.12, y - 3],
        [x + dx + s * 0.05, y + s * 0.42],
        [x + dx - s * 0.22, y + s * 0.42],
      ]),
    );
    key.score(
      h
        .rows([x + dx - s * 0.3, y, x + s * 0.14, y + s * 0.42], { gap: 4 + s * 0.03, bend: 1 })
        .map((l) =>
          l.filter(([a, b]) =>
            h.inside(
              [
                [x - s * 0.12, y - 2],
                [x + s * 0.12, y - 3],
                [x + dx + s * 0.05, y + s * 0.42],
                [x + dx - s * 0.22, y + s * 0.42],
              ],
              a,
              b,
            ),
          ),
        ),
      { tone: () => 0.8, width: 3 + s * 0.022, run: [30, 140], least: 0.1 },
    );
    const figure = h.person(x, y, s, {
      hat: ['knit', 'cap', 'knit', 'brim'][i % 4],
      stride: 0.13,
      coat: i % 3 ? 0.62 : 0.74,
      skirt: i % 3 ? 0.1 : 0.4,
      wide: 1.2,
      lean: 0.05,
    });
    key.print(figure);
    if (s > 100)
      key.carve(
        h.rows([x - s * 0.2, y - s * 0.82, x + s * 0.2, y - s * 0.2], {
          gap: s * 0.03,
          angle: 86,
          bend: 3,
        }),
        { tone: (px) => (px - x) / (s * 0.1) - 0.1, width: s * 0.02, run: [20, 60] },
      );
    if (s > 80)
      red.print(
        h.limb(
          [
            [x - s * 0.09, y - s * 0.83],
            [x + s * 0.02, y - s * 0.8],
            [x + s * 0.1, y - s * 0.84],
          ],
          s * 0.06,
        ),
        h.limb(
          [
            [x - s * 0.06, y - s * 0.82],
            [x - s * 0.16, y - s * 0.74],
            [x - s * 0.22, y - s * 0.76],
          ],
          s * 0.045,
        ),
      );
    if (s > 80)
      key.cut(
        h.limb(
          [
            [x - s * 0.09, y - s * 0.83],
            [x + s * 0.02, y - s * 0.8],
            [x + s * 0.1, y - s * 0.84],
          ],
          s * 0.05,
        ),
      );
  });
  // The sledge behind the last of them.
  const [x, y] = [560, 872];
  key.print(h.slack(850, 690, x + 118, y - 40, 40, 5));
  key.print(
    h.limb(
      [
        [x - 150, y],
        [x + 60, y + 6],
        [x + 130, y - 8],
        [x + 150, y - 60],
      ],
      10,
    ),
    h.bar(x - 110, y - 4, x - 110, y - 40, 9),
    h.bar(x + 70, y - 4, x + 70, y - 40, 9),
    h.box(x - 150, y - 50, 280, 14),
  );
  key.print(
    h.box(x - 130, y - 130, 110, 82),
    h.soft([
      [x - 10, y - 50],
      [x - 8, y - 118],
      [x + 50, y - 142],
      [x + 104, y - 112],
      [x + 110, y - 50],
    ]),
  );
  key.cut(h.box(x - 121, y - 121, 92, 64));
  red.print(h.box(x - 121, y - 121, 92, 64));
  key.print(h.bar(x - 121, y - 121, x - 29, y - 57, 7), h.bar(x - 29, y - 121, x - 121, y - 57, 7));
  key.carve(h.rows([x, y - 140, x + 104, y - 54], { gap: 11, angle: 70, bend: 5 }), {
    tone: (px) => (px - x - 20) / 90,
    width: 8,
  });
  key.score(h.plain(x - 330, x + 140, y + 12, y + 60, { first: 9, last: 11 }), {
    tone: (px, py) => 0.8 - Math.abs(px - x + 90) / 260 - (py - y) / 90,
    width: 8,
  });
  key.print(
    [
      [300, 160, 70],
      [390, 120, 48],
      [240, 220, 40],
    ].flatMap(([a, b, s], i) => h.gull(a, b, s, { turn: 0.2 - i * 0.2 })),
  );
  return [pale, red, key];
}

export const theIceWinter2 = { path: '2026/02/the-ice-winter-2', focus: [0.57, 0.6], draw };
