/** night-shift-on-terminal-4. */
import * as h from '../lib/hand.mjs';

/** Stacked boxes: tells the key plate what to open and the colour plates what to lay under it. */
function stack(key, under, [x, y, w, t], columns, rowsHigh, { missing = 0.12 } = {}) {
  for (let c = 0; c < columns; c++)
    for (let r = 0; r < rowsHigh; r++) {
      if (r > rowsHigh - 3 && h.chance(missing * (r - rowsHigh + 4))) continue;
      const bx = x + c * w;
      const by = y - (r + 1) * t;
      const face = h.box(bx + 3, by + 3, w - 6, t - 6);
      const plate = h.pick(under);
      key.print(h.box(bx, by, w, t));
      if (!plate) {
        key.carve(
          h.rows([bx + 4, by + 4, bx + w - 4, by + t - 4], { gap: 9, angle: 90, bend: 1 }),
          { tone: () => 0.3, width: 6 },
        );
        continue;
      }
      key.cut(face);
      if (plate !== 'bare') plate.print(face);
      key.score(h.rows([bx + 4, by + 4, bx + w - 4, by + t - 4], { gap: 8, angle: 90, bend: 1 }), {
        tone: (px) => 0.35 + (0.5 * (px - bx)) / w,
        width: 5,
        run: [30, 90],
      });
    }
}

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const lamps = [
    [596, 330],
    [330, 470],
    [190, 560],
    [1130, 345],
    [860, 345],
  ];
  key.flood();
  glow.fade(h.box(-20, -20, 1540, 800), [750, 40, 0], [750, 420, 1]);
  glow.print(h.box(-20, 780, 1540, 240));
  const light = (x, y) =>
    lamps.reduce(
      (s, [a, b]) => s + Math.max(0, 1 - Math.hypot(x - a, (y - b) * 1.15) / 260) ** 1.5 * 0.7,
      0,
    );
  key.carve(h.rows([-20, -20, 1520, 790], { gap: 12, angle: -9, bend: 20 }), {
    tone: (x, y) =>
      0.2 +
      (Math.max(0, y) / 790) ** 1.2 * 0.75 +
      light(x, y) * 0.6 +
      0.4 * (h.noise(x, y * 2.6, 150) - 0.5) +
      Math.max(0, 0.5 - Math.hypot(x - 640, y - 420) / 900),
    width: 15,
    run: [70, 300],
  });
  // Beams from the floodlights under the boom.
  for (const [x, y] of [
    [1130, 352],
    [860, 352],
  ]) {
    const cone = h.poly([
      [x - 12, y],
      [x + 12, y],
      [x + 210, 800],
      [x - 210, 800],
    ]);
    glow.cut(cone).fade(cone, [x, y, 0.25], [x, 780, 0.8]);
    key.within(cone, (p) =>
      p.carve(h.rays(x, y, 12, 480, { count: 34, from: 62, to: 118 }), {
        tone: (px, py) => 1 - (py - y) / 620,
        width: 11,
        run: [60, 240],
      }),
    );
  }
  // Sheds and cranes farther up the quay.
  key.print(
    h.box(-20, 700, 460, 90),
    h.poly([
      [40, 702],
      [120, 664],
      [200, 702],
    ]),
    h.poly([
      [200, 702],
      [280, 664],
      [360, 702],
    ]),
  );
  for (let i = 0; i < 11; i++) key.cut(h.box(20 + i * 36, 722, 14, 18));
  for (const far of [
    h.gantry(100, 784, 400),
    h.gantry(300, 784, 560, { raise: 1.1, thick: 1.15 }),
  ]) {
    h.rim(key, far, 6);
    key.print(far);
  }
  // The ship from astern.
  stack(key, [red, red, glow, 'bare', null, red, glow], [812, 640, 74, 44], 8, 5);
  key.print(
    h.poly([
      [790, 640],
      [1426, 640],
      [1426, 690],
      [1396, 830],
      [820, 830],
      [790, 690],
    ]),
  );
  red.print(
    h.poly([
      [806, 776],
      [1410, 776],
      [1398, 830],
      [822, 830],
    ]),
  );
  key.carve(h.rows([800, 650, 1416, 770], { gap: 14, bend: 2 }), {
    tone: (x) => 0.75 - Math.abs(x - 1010) / 360,
    width: 7,
    run: [80, 240],
  });
  key.cut(h.bar(800, 774, 1416, 774, 7));
  key.carve(h.rows([826, 780, 1400, 828], { gap: 8, bend: 1 }), {
    tone: (x) => 0.9 - Math.abs(x - 1040) / 500,
    width: 8,
  });
  key.cut(h.box(1060, 690, 22, 22), h.box(1100, 690, 22, 22), h.box(1140, 690, 22, 22));
  // Quay and water.
  key.print(h.box(-20, 786, 830, 80));
  key.carve(h.plain(-20, 800, 792, 850, { first: 8, last: 12 }), {
    tone: (x) => 0.7 - Math.abs(x - 560) / 420,
    width: 6,
    run: [40, 180],
  });
  key.carve(h.plain(-20, 1520, 862, 1000, { first: 10, last: 22 }), {
    tone: (x, y) =>
      0.2 +
      0.95 * Math.max(0, 1 - Math.abs(x - 1040 - 20 * Math.sin(y / 9)) / 330) +
      0.5 * Math.max(0, 1 - Math.abs(x - 330) / 170) -
      0.3 * h.noise(x, y * 3, 60),
    width: 15,
    run: [25, 130],
    rest: 16,
  });
  // The crane itself, with its load.
  const crane = h.gantry(530, 800, 800, { thick: 1.2 });
  h.rim(key, crane, 9);
  key.print(crane);
  const [x, y] = [1034, 468];
  key.print(
    h.bar(x - 22, 320, x - 34, y, 4),
    h.bar(x + 22, 320, x + 34, y, 4),
    h.box(x - 72, y, 144, 12),
    h.box(x - 72, y + 12, 144, 56),
  );
  key.cut(h.box(x - 67, y + 16, 134, 48));
  red.print(h.box(x - 67, y + 16, 134, 48));
  key.score(h.rows([x - 67, y + 16, x + 67, y + 64], { gap: 9, angle: 90, bend: 1 }), {
    tone: (px) => 0.25 + (px - x + 67) / 230,
    width: 6,
  });
  for (const [a, b] of lamps) {
    key.cut(h.oval(a, b, 13));
    glow.cut(h.oval(a, b, 9));
  }
  for (const [px, s] of [
    [300, 1],
    [352, -1],
    [690, 1],
  ])
    key.print(h.person(px, 792, 52, { hat: 'helmet', stride: 0.12, flip: s }));
  return [glow, red, key];
}

export const nightShiftOnTerminal4 = {
  path: '2026/11/night-shift-on-terminal-4',
  focus: [0.58, 0.5],
  draw,
};
