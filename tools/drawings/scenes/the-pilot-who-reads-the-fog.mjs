/** A pilot on the launch; a ship stands up out of the fog. */
import * as h from '../lib/hand.mjs';

function draw() {
  const pale = new h.Plate('sea', 0.34);
  const mid = new h.Plate('sea', 0.8);
  const key = new h.Plate('night');
  // Fog in level bands; the ship as a paler darkness in it.
  pale.print(h.box(-20, -20, 1540, 1060));
  pale.carve(h.rows([-20, -20, 1520, 800], { gap: 18, bend: 10 }), {
    tone: (x, y) => 0.55 + 0.75 * (h.noise(x * 0.5, y * 2.5, 190) - 0.5) + (y > 560 ? 0.25 : 0),
    width: 19,
    run: [180, 700],
  });
  const bow = [
    [590, -20],
    [620, 120],
    [760, 470],
    [830, 640],
    [850, 716],
    [870, 640],
    [940, 470],
    [1170, 60],
    [1240, -20],
  ];
  mid.print(h.poly(bow));
  mid.carve(h.rows([560, -20, 1260, 720], { gap: 13, bend: 6 }), {
    tone: (x, y) =>
      0.34 +
      Math.max(0, y - 60) / 820 +
      0.4 * (h.noise(x, y * 2, 150) - 0.5) +
      (x > 850 ? 0.12 : 0),
    width: 14,
    run: [90, 420],
  });
  mid.print(
    h.bar(848, -20, 852, 640, 7, 3),
    h.poly([
      [700, 130],
      [760, 120],
      [764, 200],
      [716, 206],
    ]),
    h.poly([
      [960, 140],
      [1020, 110],
      [1004, 196],
      [958, 206],
    ]),
  );
  mid.print(h.bar(738, 160, 736, 420, 5, 3));
  // Sea.
  mid.score(h.plain(-20, 1520, 690, 1000, { first: 11, last: 34, sway: 0.8, wave: 150 }), {
    tone: (x, y) => 0.5 * h.noise(x, y * 2, 160) + (y - 720) / 520,
    width: 26,
    run: [60, 320],
  });
  key.score(h.plain(-20, 1520, 780, 1000, { first: 18, last: 36, sway: 0.9, wave: 170 }), {
    tone: (x, y) => 0.9 * h.noise(x, y * 2, 150) - 0.42 + (y - 860) / 320,
    width: 25,
    run: [60, 260],
  });
  // The launch.
  const at = (pts) => h.place(pts, 600, 800, 1.1, -0.05);
  const hull = [
    [-360, -60],
    [-100, -44],
    [200, -70],
    [400, -128],
    [372, -40],
    [300, 40],
    [-320, 44],
    [-350, 0],
  ];
  const cabin = [
    [-210, -56],
    [-196, -190],
    [40, -196],
    [84, -62],
  ];
  for (const plate of [key, mid, pale]) h.rim(plate, [h.poly(at(hull)), h.poly(at(cabin))], 12);
  key.print(h.poly(at(hull)), h.poly(at(cabin)));
  key.cut(
    h.poly(
      at([
        [-352, -38],
        [-100, -24],
        [200, -48],
        [388, -104],
        [382, -86],
        [200, -32],
        [-100, -8],
        [-352, -22],
      ]),
    ),
  );
  key.carve(h.rows([...at([[-350, -20]])[0], 1000, 860], { gap: 13, angle: -4, bend: 4 }), {
    tone: (x) => 0.2 + (x - 250) / 1400,
    width: 9,
    run: [50, 200],
  });
  key.cut(
    h.poly(
      at([
        [-182, -172],
        [-110, -174],
        [-108, -116],
        [-186, -114],
      ]),
    ),
    h.poly(
      at([
        [-92, -174],
        [-24, -176],
        [-16, -116],
        [-90, -116],
      ]),
    ),
    h.poly(
      at([
        [-6, -176],
        [30, -178],
        [56, -116],
        [4, -116],
      ]),
    ),
  );
  key.print(
    h.poly(
      at([
        [-226, -186],
        [-216, -206],
        [52, -214],
        [64, -192],
      ]),
    ),
    h.bar(...at([[-120, -200]])[0], ...at([[-126, -390]])[0], 8, 4),
    h.bar(...at([[-160, -330]])[0], ...at([[-86, -330]])[0], 5),
    h.oval(...at([[-126, -300]])[0], 12),
  );
  key.print(
    h.bar(...at([[110, -66]])[0], ...at([[110, -128]])[0], 5),
    h.bar(...at([[200, -74]])[0], ...at([[200, -140]])[0], 5),
    h.bar(...at([[300, -104]])[0], ...at([[300, -170]])[0], 5),
    h.slack(...at([[64, -128]])[0], ...at([[380, -196]])[0], 4, 4),
  );
  for (let i = 0; i < 5; i++)
    key
      .print(h.oval(...at([[-270 + i * 120, 14]])[0], 30))
      .parts.push(
        `<path d="${h.oval(...at([[-270 + i * 120, 14]])[0], 22)}" fill="none" stroke="#fff" stroke-width="5"/>`,
      );
  // The pilot on the foredeck, a hand on the rail, looking up.
  const [x, y, s] = [790, 736, 330];
  const man = h.person(x, y, s, {
    hat: 'cap',
    stride: 0.1,
    coat: 0.62,
    wide: 1.3,
    lean: -0.04,
    arms: [
      [
        [-0.17, -0.62],
        [-0.08, -0.45],
      ],
      [
        [0.24, -0.7],
        [0.3, -0.5],
      ],
    ],
  });
  for (const plate of [key, mid, pale]) h.rim(plate, man, 9);
  key.print(man);
  key.carve(h.rows([x - 60, y - 290, x + 70, y - 110], { gap: 11, angle: 87, bend: 4 }), {
    tone: (px) => (px - x + 4) / 45,
    width: 8,
    run: [40, 100],
  });
  key.cut(h.bar(x - 44, y - 190, x + 46, y - 194, 9));
  // Bow wave and fog laid over the foot of things.
  for (const [a, b, w] of [
    [930, 812, 130],
    [1000, 836, 200],
    [280, 856, 220],
    [620, 864, 330],
  ])
    key.cut(
      h.soft([
        [a - w, b],
        [a - w * 0.4, b - 16],
        [a + w * 0.3, b - 8],
        [a + w, b + 4],
        [a + w * 0.2, b + 12],
        [a - w * 0.5, b + 14],
      ]),
    );
  key.print(
    [
      [230, 300, 80],
      [330, 250, 54],
    ].flatMap(([a, b, c], i) => h.gull(a, b, c, { turn: 0.3 - i * 0.5 })),
  );
  return [pale, mid, key];
}

export const thePilotWhoReadsTheFog = {
  path: '2026/11/the-pilot-who-reads-the-fog',
  focus: [0.5, 0.58],
  draw,
};
