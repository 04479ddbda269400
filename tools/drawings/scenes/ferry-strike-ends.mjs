/** The ferry Sanna at the quay, snow falling. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.print(h.box(-20, -20, 1540, 700));
  key.carve(h.rows([-20, -20, 1520, 680], { gap: 13, angle: 14, bend: 24 }), {
    tone: (x, y) =>
      0.12 + (Math.max(0, y) / 700) ** 1.3 * 0.75 + 0.45 * (h.noise(x, y * 2, 180) - 0.5),
    width: 13,
    run: [60, 260],
  });
  const town = h.street(-30, 1540, 590, { low: 30, high: 90, wide: [46, 84], lit: 0.45 });
  h.rim(key, town.walls, 10);
  key.print(town.walls, h.spire(240, 590, 260, 40)).cut(town.windows);
  glow.print(town.windows);
  key.print(h.box(-20, 586, 1540, 130));
  key.carve(h.plain(-20, 1520, 596, 716, { first: 8, last: 14 }), {
    tone: (x, y) => 0.5 + 0.6 * (h.noise(x, y * 3, 90) - 0.6),
    width: 9,
    run: [30, 140],
  });
  // The ship, bow to the left with its visor up, stern to the right.
  const hull = [
    [250, 470],
    [340, 500],
    [1370, 500],
    [1400, 470],
    [1420, 560],
    [1380, 706],
    [420, 706],
    [330, 660],
  ];
  const house = [
    [420, 500],
    [440, 330],
    [560, 318],
    [590, 262],
    [1160, 262],
    [1180, 318],
    [1300, 330],
    [1330, 500],
  ];
  h.rim(key, [h.poly(hull), h.poly(house)], 18);
  key.print(h.poly(house));
  key.cut(
    h.poly([
      [436, 492],
      [452, 344],
      [1292, 344],
      [1318, 492],
    ]),
    h.poly([
      [600, 312],
      [612, 276],
      [1146, 276],
      [1160, 312],
    ]),
  );
  key.score(h.rows([436, 344, 1318, 492], { gap: 12, angle: 2, bend: 2 }), {
    tone: (x) => (x - 640) / 900,
    width: 10,
    run: [60, 240],
  });
  for (let i = 0; i < 19; i++)
    for (const y of [372, 436]) {
      const w = h.box(486 + i * 42, y, 26, 30);
      key.print(h.box(483 + i * 42, y - 3, 32, 36)).cut(w);
      if ((i * 7 + y) % 5) glow.print(w);
      else key.print(w);
    }
  for (let i = 0; i < 12; i++) {
    const w = h.box(628 + i * 43, 282, 33, 24);
    key.print(h.box(625 + i * 43, 279, 39, 30)).cut(w);
    glow.print(w);
  }
  key.cut(
    h.soft([
      [588, 264],
      [700, 246],
      [900, 250],
      [1164, 246],
      [1170, 268],
      [880, 272],
    ]),
    h.soft([
      [440, 334],
      [500, 318],
      [590, 320],
      [590, 334],
    ]),
    h.soft([
      [1160, 326],
      [1240, 318],
      [1304, 326],
      [1300, 340],
    ]),
  );
  key.print(h.poly(hull));
  key.cut(
    h.poly([
      [268, 490],
      [344, 512],
      [1376, 512],
      [1404, 490],
      [1410, 560],
      [1400, 610],
      [316, 610],
      [296, 560],
    ]),
  );
  red.print(
    h.poly([
      [262, 484],
      [342, 508],
      [1378, 508],
      [1406, 484],
      [1414, 560],
      [1402, 614],
      [312, 614],
      [292, 560],
    ]),
  );
  key.score(h.rows([260, 500, 1410, 612], { gap: 12, angle: 88, bend: 2 }), {
    tone: (x) => 0.12 + Math.max(0, (x - 800) / 900),
    width: 11,
    run: [60, 150],
  });
  key.carve(h.rows([330, 622, 1390, 700], { gap: 12, bend: 3 }), {
    tone: (x) => 0.62 - (x - 330) / 1700,
    width: 8,
    run: [60, 240],
  });
  for (let i = 0; i < 4; i++)
    key.print(h.oval(700 + i * 110, 560, 20)).cut(h.oval(700 + i * 110, 560, 12));
  // Funnel, masts, smoke.
  const funnel = h.poly([
    [900, 262],
    [920, 120],
    [1040, 120],
    [1050, 262],
  ]);
  h.rim(key, funnel, 14);
  key.print(funnel).cut(
    h.poly([
      [912, 214],
      [918, 166],
      [1042, 166],
      [1046, 214],
    ]),
  );
  red.print(
    h.poly([
      [908, 218],
      [914, 162],
      [1044, 162],
      [1050, 218],
    ]),
  );
  key.print(
    h.bar(690, 262, 690, 90, 9, 4),
    h.bar(650, 130, 730, 130, 5),
    h.bar(690, 100, 440, 330, 3),
    h.bar(690, 100, 920, 130, 3),
  );
  // The quay, deep in snow.
  const quay = h.soft([
    [-60, 700],
    [200, 690],
    [520, 704],
    [800, 694],
    [1100, 706],
    [1560, 692],
    [1560, 1060],
    [-60, 1060],
  ]);
  h.rim(key, quay, 2);
  glow.cut(quay);
  red.cut(quay);
  key.score(h.plain(-20, 1520, 730, 1000, { first: 14, last: 34, sway: 0.6, wave: 170 }), {
    tone: (x, y) => 0.85 * h.noise(x, y * 2.4, 220) - 0.36 + (y - 940) / 400,
    width: 17,
    run: [60, 320],
    rest: 30,
  });
  for (const [x, y, s] of [
    [330, 800, 110],
    [1230, 850, 150],
  ]) {
    key.print(h.bollard(x, y, s));
    key.cut(
      h.soft([
        [x - s * 0.5, y - s * 0.88],
        [x - s * 0.3, y - s * 1.12],
        [x + s * 0.2, y - s * 1.1],
        [x + s * 0.5, y - s * 0.88],
      ]),
    );
    key.parts.push(
      `<path d="${h.soft([
        [x - s * 0.5, y - s * 0.86],
        [x - s * 0.3, y - s * 1.1],
        [x + s * 0.2, y - s * 1.08],
        [x + s * 0.5, y - s * 0.86],
      ])}" fill="none" stroke="#000" stroke-width="4"/>`,
    );
    key.carve(h.rows([x - s * 0.3, y - s * 0.7, x + s * 0.3, y], { gap: 9, angle: 88 }), {
      tone: (px) => (px - x) / (s * 0.3),
      width: 7,
    });
  }
  key.print(h.slack(330, 740, 300, 540, -10, 7), h.slack(1230, 760, 1396, 540, 60, 8));
  // The lamp, its light, the people going aboard.
  key.print(
    h.bar(620, 900, 620, 440, 15, 9),
    h.limb(
      [
        [620, 446],
        [640, 410],
        [690, 410],
      ],
      8,
    ),
    h.poly([
      [670, 410],
      [710, 410],
      [730, 440],
      [650, 440],
    ]),
    h.box(600, 880, 40, 40),
  );
  const beam = h.poly([
    [660, 440],
    [720, 440],
    [860, 830],
    [520, 830],
  ]);
  key.within(beam, (p) =>
    p.carve(h.rays(690, 430, 14, 420, { count: 26, from: 66, to: 116 }), {
      tone: (x, y) => 0.95 - (y - 440) / 420,
      width: 10,
      run: [40, 150],
    }),
  );
  glow.print(h.oval(690, 830, 250, 46)).carve(h.plain(440, 950, 790, 880, { first: 9, last: 12 }), {
    tone: (x) => Math.abs(x - 690) / 260,
    width: 12,
  });
  key.cut(h.oval(690, 442, 24, 12));
  glow.print(h.oval(690, 442, 26, 14));
  const folk = [
    [760, 840, 190, 'knit', 0.4],
    [840, 862, 215, 'cap', 0.05],
    [930, 845, 140, 'knit', 0.2],
    [990, 870, 225, 'brim', 0.35],
    [520, 830, 180, 'cap', 0.05],
  ];
  for (const [x, y, s, hat, skirt] of folk) {
    key.print(
      h.poly([
        [x - s * 0.15, y],
        [x + s * 0.15, y],
        [x + (x - 690) * 0.5 + s * 0.2, y + s * 0.35],
        [x + (x - 690) * 0.5 - s * 0.1, y + s * 0.35],
      ]),
    );
    const f = h.person(x, y, s, {
      hat,
      skirt,
      stride: 0.11,
      coat: 0.66,
      wide: 1.2,
      flip: -1,
      lean: -0.04,
    });
    h.rim(key, f, 6);
    key.print(f);
    key.carve(
      h.rows([x - s * 0.2, y - s * 0.85, x + s * 0.2, y - s * 0.25], { gap: s * 0.035, angle: 86 }),
      { tone: (px) => (x - px) / (s * 0.1) - 0.1, width: s * 0.024, run: [20, 60] },
    );
  }
  key.print(h.box(870, 810, 34, 44));
  red.print(
    h.limb(
      [
        [750, 681],
        [762, 686],
        [774, 680],
      ],
      12,
    ),
    h.box(1010, 800, 40, 52),
  );
  key.print(h.box(1012, 802, 36, 48));
  const snow = h.flakes([-20, -20, 1520, 820], 520, [2.5, 10]);
  key.cut(snow);
  red.cut(snow.slice(0, 400));
  glow.cut(snow.slice(0, 400));
  return [glow, red, key];
}

export const ferryStrikeEnds = { path: '2026/11/ferry-strike-ends', focus: [0.53, 0.5], draw };
