/** The tuba, close. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  red.flood();
  const [bx, by] = [640, 390];
  key.carve(h.rays(bx, by, 340, 1300, { count: 120 }), {
    tone: (x, y) => 0.95 - Math.hypot(x - bx, y - by) / 1000 + 0.25 * (h.noise(x, y, 90) - 0.5),
    width: 20,
    run: [70, 320],
  });
  // The player behind it: cap, cheek, coat.
  const body = h.soft([
    [820, 1040],
    [850, 760],
    [930, 640],
    [1060, 590],
    [1220, 640],
    [1330, 760],
    [1390, 1040],
  ]);
  const head = h.soft([
    [930, 470],
    [940, 380],
    [1000, 320],
    [1090, 310],
    [1160, 360],
    [1180, 450],
    [1150, 560],
    [1080, 620],
    [1000, 610],
    [960, 570],
    [944, 530],
    [918, 512],
  ]);
  const cap = h.poly([
    [900, 378],
    [960, 350],
    [950, 300],
    [1010, 240],
    [1120, 230],
    [1200, 280],
    [1210, 350],
    [1150, 372],
    [980, 382],
    [890, 400],
  ]);
  for (const p of [key, red]) h.rim(p, [body, head, cap], 16);
  key.print(body, cap);
  key.print(head);
  // Lit from the bell: cheek, brow and nose left in paper, the rest in shadow.
  const cheek = h.soft([
    [950, 402],
    [1000, 396],
    [1040, 420],
    [1050, 480],
    [1064, 540],
    [1030, 590],
    [985, 575],
    [955, 528],
    [932, 510],
    [952, 460],
  ]);
  key.cut(cheek);
  red.cut(cheek);
  key.print(
    h.limb(
      [
        [952, 428],
        [978, 414],
        [1012, 424],
      ],
      11,
    ),
    h.limb(
      [
        [958, 452],
        [982, 446],
        [1002, 456],
      ],
      9,
    ),
    h.limb(
      [
        [985, 496],
        [1010, 520],
        [1000, 556],
      ],
      6,
    ),
  );
  key.score(
    h
      .rows([980, 400, 1070, 600], { gap: 11, angle: 64, bend: 3 })
      .map((q) => q.filter(([x, y]) => x > 1004 && y > 460)),
    { tone: (x) => (x - 996) / 56, width: 10, run: [30, 90] },
  );
  key.carve(h.rows([1060, 400, 1170, 600], { gap: 13, angle: 64, bend: 3 }), {
    tone: (x, y) => (x < 1140 && y < 590 ? 0.36 : 0),
    width: 7,
    run: [20, 70],
  });
  h.rim(key, h.oval(1112, 470, 25, 36), 8);
  key.print(h.oval(1112, 470, 25, 36));
  key.cut(
    h.limb(
      [
        [1104, 450],
        [1118, 466],
        [1108, 490],
      ],
      6,
    ),
  );
  key.cut(
    h.poly([
      [908, 384],
      [1150, 358],
      [1150, 366],
      [910, 394],
    ]),
    h.oval(1046, 316, 18),
  );
  glow.print(h.oval(1046, 316, 20));
  key.carve(h.rows([850, 620, 1380, 1010], { gap: 17, angle: 72, bend: 9 }), {
    tone: (x, y) => 0.45 * h.noise(x, y, 90) + (x - 1150) / 700,
    width: 10,
    run: [60, 220],
  });
  for (const y of [720, 810, 900]) {
    key.cut(h.oval(1010, y, 19));
    glow.print(h.oval(1010, y, 18));
  }
  // The bell of the tuba, wide as a sun, and its tubes.
  for (const p of [key, red]) h.rim(p, h.oval(bx, by, 345, 335), 14);
  glow.print(h.oval(bx, by, 345, 335));
  const tubes = [
    [
      [640, 640],
      [660, 800],
      [700, 1030],
    ],
    [
      [520, 1030],
      [540, 860],
      [640, 800],
      [760, 850],
      [790, 1030],
    ],
    [
      [900, 540],
      [850, 640],
      [860, 800],
      [900, 1030],
    ],
  ];
  for (const [i, knots] of tubes.entries()) {
    const w = [130, 66, 44][i];
    for (const p of [key, red, glow]) h.rim(p, h.limb(knots, w), 14);
    h.outline(key, h.limb(knots, w), 10);
    glow.print(h.limb(knots, w));
    key.score(
      [
        h.curve(knots, 16).map(([x, y]) => [x + w * 0.27, y]),
        h.curve(knots, 16).map(([x, y]) => [x + w * 0.14, y]),
      ],
      { width: w * 0.15, run: [60, 200] },
    );
    glow.carve([h.curve(knots, 16).map(([x, y]) => [x - w * 0.22, y])], {
      width: w * 0.16,
      run: [60, 200],
    });
  }
  for (const p of [red, glow]) h.rim(p, h.oval(bx, by, 345, 335), 4);
  h.outline(key, h.oval(bx, by, 345, 335), 14);
  glow.print(h.oval(bx, by, 345, 335));
  key.parts.push(
    `<path d="${h.oval(bx, by, 318, 308)}" fill="none" stroke="#000" stroke-width="7"/>`,
  );
  key.score(h.rays(bx, by, 96, 304, { count: 130 }), {
    tone: (x, y) =>
      1.05 -
      (Math.hypot(x - bx, y - by) - 90) / 220 +
      0.45 * Math.sin(Math.atan2(y - by, x - bx) * 2 + 0.6),
    width: 15,
    run: [60, 240],
  });
  glow.carve(h.rays(bx, by, 120, 330, { count: 70, from: 195, to: 285 }), {
    tone: (x, y) => (Math.hypot(x - bx, y - by) - 100) / 200,
    width: 17,
    run: [60, 200],
  });
  key.print(h.oval(bx + 10, by + 10, 104, 98));
  key.carve(h.rings(bx + 10, by + 10, 40, 96, { gap: 13, from: 20, to: 130 }), {
    tone: () => 0.5,
    width: 6,
    run: [30, 90],
  });
  // The harbour turned upside in the rim: three gulls and a crane.
  key.print(h.gantry(540, 300, 110), h.gull(700, 210, 50), h.gull(770, 250, 36));
  // The hand on the valves.
  for (const [i, x] of [820, 862, 904].entries())
    key
      .print(h.box(x - 13, 640 - i * 6, 26, 90), h.oval(x, 636 - i * 6, 21, 10))
      .cut(h.oval(x, 634 - i * 6, 13, 5));
  const hand = h.soft([
    [950, 800],
    [900, 770],
    [860, 720],
    [800, 680],
    [792, 650],
    [816, 644],
    [862, 678],
    [840, 640],
    [856, 622],
    [900, 668],
    [890, 622],
    [908, 610],
    [944, 664],
    [990, 700],
    [1030, 770],
  ]);
  for (const p of [key, glow]) h.rim(p, hand, 10);
  h.outline(key, hand, 9);
  key.print(
    h.limb(
      [
        [862, 680],
        [890, 706],
        [920, 720],
      ],
      6,
    ),
    h.limb(
      [
        [902, 668],
        [926, 692],
        [950, 704],
      ],
      6,
    ),
    h.poly([
      [960, 830],
      [1040, 750],
      [1130, 830],
      [1060, 940],
    ]),
  );
  key.cut(h.bar(966, 820, 1036, 756, 12));
  return [glow, red, key];
}

export const brassBandTuba = { path: '2026/10/brass-band-tuba', draw };
