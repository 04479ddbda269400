/** Terminal 4 by night, and what its people see. */
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
        key.carve(h.rows([bx + 4, by + 4, bx + w - 4, by + t - 4], { gap: 9, angle: 90, bend: 1 }), { tone: () => 0.3, width: 6 });
        continue;
      }
      key.cut(face);
      if (plate !== 'bare') plate.print(face);
      key.score(h.rows([bx + 4, by + 4, bx + w - 4, by + t - 4], { gap: 8, angle: 90, bend: 1 }), { tone: (px) => 0.35 + (0.5 * (px - bx)) / w, width: 5, run: [30, 90] });
    }
}

function cranes() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const lamps = [[596, 330], [330, 470], [190, 560], [1130, 345], [860, 345]];
  key.flood();
  glow.fade(h.box(-20, -20, 1540, 800), [750, 120, 0], [750, 760, 0.95]);
  glow.print(h.box(-20, 780, 1540, 240));
  const light = (x, y) => lamps.reduce((s, [a, b]) => s + Math.max(0, 1 - Math.hypot(x - a, (y - b) * 1.15) / 260) ** 1.5 * 0.7, 0);
  key.carve(h.rows([-20, -20, 1520, 790], { gap: 12, angle: -9, bend: 20 }), {
    tone: (x, y) => (Math.max(0, y - 60) / 760) ** 1.6 * 0.85 + light(x, y) + 0.42 * (h.noise(x, y * 2.6, 150) - 0.55),
    width: 13,
    run: [70, 300],
  });
  // Beams from the floodlights under the boom.
  for (const [x, y] of [[1130, 352], [860, 352]]) {
    const cone = h.poly([[x - 12, y], [x + 12, y], [x + 210, 800], [x - 210, 800]]);
    glow.cut(cone).fade(cone, [x, y, 0.25], [x, 780, 0.8]);
    key.within(cone, (p) => p.carve(h.rays(x, y, 12, 480, { count: 34, from: 62, to: 118 }), { tone: (px, py) => 1 - (py - y) / 620, width: 11, run: [60, 240] }));
  }
  // Sheds and cranes farther up the quay.
  key.print(h.box(-20, 700, 460, 90), h.poly([[40, 702], [120, 664], [200, 702]]), h.poly([[200, 702], [280, 664], [360, 702]]));
  for (let i = 0; i < 11; i++) key.cut(h.box(20 + i * 36, 722, 14, 18));
  key.print(h.gantry(150, 780, 420, { thick: 0.95 }), h.gantry(310, 784, 560, { raise: 0.95 }));
  // The ship from astern.
  stack(key, [red, red, glow, 'bare', null, red, glow], [812, 640, 74, 44], 8, 5);
  key.print(h.poly([[790, 640], [1426, 640], [1426, 690], [1396, 830], [820, 830], [790, 690]]));
  red.print(h.poly([[806, 776], [1410, 776], [1398, 830], [822, 830]]));
  key.carve(h.rows([800, 650, 1416, 770], { gap: 14, bend: 2 }), { tone: (x) => 0.75 - Math.abs(x - 1010) / 360, width: 7, run: [80, 240] });
  key.cut(h.bar(800, 774, 1416, 774, 7));
  key.carve(h.rows([826, 780, 1400, 828], { gap: 8, bend: 1 }), { tone: (x) => 0.9 - Math.abs(x - 1040) / 500, width: 8 });
  key.cut(h.box(1060, 690, 22, 22), h.box(1100, 690, 22, 22), h.box(1140, 690, 22, 22));
  // Quay and water.
  key.print(h.box(-20, 786, 830, 80));
  key.carve(h.plain(-20, 800, 792, 850, { first: 8, last: 12 }), { tone: (x) => 0.7 - Math.abs(x - 560) / 420, width: 6, run: [40, 180] });
  key.carve(h.plain(-20, 1520, 862, 1000, { first: 10, last: 22 }), {
    tone: (x, y) => 0.2 + 0.95 * Math.max(0, 1 - Math.abs(x - 1040 - 20 * Math.sin(y / 9)) / 330) + 0.5 * Math.max(0, 1 - Math.abs(x - 330) / 170) - 0.3 * h.noise(x, y * 3, 60),
    width: 15,
    run: [25, 130],
    rest: 16,
  });
  // The crane itself, with its load.
  key.print(h.gantry(530, 800, 800, { thick: 1.05 }));
  const [x, y] = [1034, 468];
  key.print(h.bar(x - 22, 320, x - 34, y, 4), h.bar(x + 22, 320, x + 34, y, 4), h.box(x - 72, y, 144, 12), h.box(x - 72, y + 12, 144, 56));
  key.cut(h.box(x - 67, y + 16, 134, 48));
  red.print(h.box(x - 67, y + 16, 134, 48));
  key.score(h.rows([x - 67, y + 16, x + 67, y + 64], { gap: 9, angle: 90, bend: 1 }), { tone: (px) => 0.25 + (px - x + 67) / 230, width: 6 });
  for (const [a, b] of lamps) {
    key.cut(h.oval(a, b, 13));
    glow.cut(h.oval(a, b, 9));
  }
  for (const [px, s] of [[300, 1], [352, -1], [690, 1]]) key.print(h.person(px, 792, 52, { hat: 'helmet', stride: 0.12, flip: s }));
  return [glow, red, key];
}

function cab() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  // The world below through the glass floor: tops of boxes in perspective.
  const eye = [780, 330];
  const at = (u, v) => {
    const k = 1 / (0.62 + v * 0.11);
    return [eye[0] + (u - 5) * 118 * k, 250 + (v * 150 + 180) * k * 0.9];
  };
  key.cut(h.poly([[120, 110], [1400, 110], [1330, 1020], [190, 1020]]));
  glow.fade(h.box(0, 60, 1500, 960), [780, 500, 0.15], [780, 1000, 0.85]);
  for (let v = 0; v < 9; v++)
    for (let u = -1; u < 11; u++) {
      const y = v * 96 + 120 - (u % 2) * 6;
      const k = 0.5 + v * 0.1;
      const x = eye[0] + (u - 5) * 128 * k + (v % 2) * 20;
      const q = [[x, y], [x + 118 * k, y], [x + 118 * (k + 0.085) + (u - 5) * 11, y + 84], [x + (u - 5) * 11, y + 84]];
      const lane = u === 5 || u === 4;
      if (lane) continue;
      key.print(h.poly(h.shrink(q, -4)));
      const face = h.poly(h.shrink(q, 4));
      const plate = h.pick([red, red, glow, 'bare', null]);
      if (plate) key.cut(face);
      if (plate && plate.print) plate.print(face);
      const xs = q.map((p) => p[0]);
      const box = [Math.min(...xs), y, Math.max(...xs), y + 84];
      const tone = (px, py) => (h.inside(q, px, py) ? 0.25 + Math.abs(px - 780) / 900 : 0);
      if (plate) key.score(h.rows(box, { gap: 9, bend: 1 }), { tone, width: 7, run: [40, 120] });
      else key.carve(h.rows(box, { gap: 12, bend: 1 }), { tone: (a, b) => tone(a, b) * 0.7, width: 6 });
    }
  // The lit lane, the spreader and its box.
  key.within(h.poly([[700, 110], [840, 110], [900, 1020], [620, 1020]]), (p) => p.score(h.rows([600, 100, 920, 1020], { gap: 16, angle: 88, bend: 3 }), { tone: (x, y) => 0.15 + 0.5 * Math.max(0, (y - 600) / 500), width: 6, run: [30, 90], rest: 30 }));
  red.print(h.box(690, 372, 180, 96));
  key.print(h.bar(742, -20, 712, 380, 6), h.bar(818, -20, 848, 380, 6), h.box(680, 352, 200, 26), h.box(672, 340, 20, 60), h.box(868, 340, 20, 60));
  key.score(h.rows([690, 378, 870, 468], { gap: 11, angle: 90, bend: 1 }), { tone: (x) => 0.2 + (x - 690) / 260, width: 7 });
  key.print(h.poly([[696, 470], [880, 470], [930, 520], [740, 520]]));
  // Window bars.
  for (const [a, b, c, d, w] of [[120, 100, 190, 1020, 30], [1400, 100, 1330, 1020, 30], [100, 108, 1420, 108, 30], [410, 108, 350, 1020, 16], [1130, 108, 1170, 1020, 16], [140, 560, 1370, 560, 14]]) key.print(h.bar(a, b, c, d, w));
  // The driver from behind, between two consoles.
  const body = h.soft([[500, 1040], [510, 860], [566, 740], [660, 690], [720, 650], [760, 640], [830, 655], [900, 700], [990, 745], [1046, 860], [1060, 1040]]);
  const head = [h.oval(776, 560, 84, 102), h.bar(776, 600, 776, 700, 96), h.limb([[690, 560], [700, 470], [776, 440], [852, 470], [862, 560]], 17), h.oval(690, 574, 22, 38), h.oval(862, 574, 22, 38)];
  key.cut(h.soft(h.place([[500, 1040], [510, 860], [566, 740], [660, 690], [720, 650], [760, 640], [830, 655], [900, 700], [990, 745], [1046, 860], [1060, 1040]], 0, 0).map(([x, y]) => [x + (x < 776 ? -9 : 9), y - 9])));
  key.cut(h.oval(776, 560, 94, 112));
  key.print(body, ...head, h.box(420, 930, 720, 90), h.limb([[540, 860], [470, 900], [420, 850]], 60), h.limb([[1020, 860], [1090, 900], [1140, 850]], 60));
  key.print(h.bar(410, 860, 400, 780, 14), h.oval(400, 770, 24), h.bar(1150, 860, 1160, 780, 14), h.oval(1160, 770, 24), h.poly([[290, 1020], [320, 860], [480, 860], [500, 1020]]), h.poly([[1060, 1020], [1080, 860], [1240, 860], [1270, 1020]]));
  key.carve(h.rows([560, 690, 1000, 1000], { gap: 15, angle: 78, bend: 12 }), { tone: (x, y) => 0.85 - Math.abs(x - 540 - (y - 690) * -0.2) / 150, width: 8, run: [40, 130] });
  key.carve(h.rows([560, 700, 1050, 1000], { gap: 15, angle: 102, bend: 12 }), { tone: (x, y) => 0.75 - Math.abs(x - 1010 - (y - 850) * 0.2) / 120, width: 8, run: [40, 130] });
  key.carve(h.rings(776, 560, 62, 84, { gap: 11, from: 190, to: 290, flat: 1.2 }), { tone: () => 0.7, width: 6, run: [20, 60] });
  for (let i = 0; i < 4; i++) {
    const b = h.oval(338 + i * 34, 886, 9);
    key.cut(b);
    (i % 2 ? red : glow).print(b);
    key.cut(h.oval(1104 + i * 34, 886, 9));
  }
  key.carve(h.rows([-20, 0, 120, 1000], { gap: 20, angle: 84 }), { tone: (x, y) => 0.5 * h.noise(x, y, 120), width: 6 });
  return [glow, red, key];
}

function lashers() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  glow.fade(h.box(-20, -20, 1540, 1040), [1350, 0, 1], [250, 800, 0.1]);
  const light = (x, y) => 1 - Math.hypot(x - 1080, (y - 360) * 1.1) / 900;
  const [w, t] = [420, 214];
  for (let r = 0; r < 4; r++)
    for (let c = 0; c < 4; c++) {
      const x = -90 + c * w;
      const y = -60 + r * t;
      if (r === 0 && c === 3) continue;
      const plate = [[red, 'bare', glow], [glow, red, red, red], ['bare', red, glow, red], [red, glow, red, 'bare']][r][c];
      const door = h.box(x + 8, y + 7, w - 16, t - 14);
      key.cut(door);
      if (plate.print) plate.print(door);
      key.score(h.rows([x + 8, y + 7, x + w - 8, y + t - 7], { gap: 17, angle: 90, bend: 1 }), { tone: (a, b) => 0.98 - light(a, b) * 0.85, width: 17, run: [200, 300] });
      for (const u of [0.28, 0.44, 0.56, 0.72]) key.print(h.bar(x + w * u, y + 12, x + w * u, y + t - 12, 7));
      key.print(h.bar(x + w / 2, y + 6, x + w / 2, y + t - 6, 12));
      for (const u of [0.28, 0.72]) key.print(h.box(x + w * u - 24, y + t * 0.55, 48, 12));
    }
  // Night where a box is missing, with the lamp in it.
  key.print(h.box(1168, -20, 360, 170));
  key.carve(h.rays(1330, 40, 44, 420, { count: 70 }), { tone: (x, y) => 1 - Math.hypot(x - 1330, y - 40) / 360, width: 9, run: [50, 200] });
  key.cut(h.oval(1330, 40, 38));
  glow.cut(h.oval(1330, 40, 30));
  // Deck.
  key.print(h.box(-20, 796, 1540, 230));
  key.carve(h.plain(-20, 1520, 806, 1000, { first: 11, last: 24 }), { tone: (x, y) => 0.85 - Math.hypot(x - 860, (y - 860) * 2) / 640, width: 14, run: [60, 260] });
  // The lashing rods cross the wall.
  const rods = [[560, 640, 300, -40], [1010, 600, 1240, -30], [330, 900, 745, 150], [1290, 850, 960, 150], [130, 880, 330, 560]];
  for (const [a, b, c, d] of rods) {
    key.cut(h.bar(a, b, c, d, 27));
    glow.print(h.bar(a, b, c, d, 25));
    key.print(h.bar(a, b, c, d, 14));
    key.cut(h.bar(a + 2, b, c + 2, d, 3));
  }
  // Shadows, then the two at work.
  key.print(h.poly([[520, 960], [580, 960], [150, 1010], [-20, 1010], [-20, 990]]), h.poly([[960, 960], [1030, 960], [640, 1020], [500, 1020]]));
  const one = h.person(560, 965, 520, { hat: 'helmet', lean: -0.1, stride: 0.17, wide: 1.25, coat: 0.55, arms: [[[-0.13, -0.92], [0.0, -1.05]], [[0.22, -0.68], [0.1, -0.86]]], flip: -1 });
  const two = h.person(985, 965, 545, { hat: 'helmet', lean: 0.09, stride: 0.2, wide: 1.25, coat: 0.56, arms: [[[-0.1, -0.95], [0.08, -1.1]], [[0.24, -0.74], [0.14, -0.9]]] });
  for (const [figure, px] of [[one, 560], [two, 985]]) {
    key.cut(`${figure.join('')}`);
    key.parts.push(`<path d="${figure.join('')}" stroke="#fff" stroke-width="14" stroke-linejoin="round"/>`);
    key.print(figure);
    // Reflecting bands and the light along the right side.
    for (const y of [645, 705]) key.cut(h.bar(px - 62, y, px + 62, y + 3, 15));
    glow.print(h.box(px - 90, 560, 180, 200));
    key.carve(h.rows([px - 70, 500, px + 90, 940], { gap: 11, angle: 84, bend: 8 }), { tone: (x) => 0.2 + (x - px - 10) / 90, width: 7, run: [30, 90] });
  }
  return [glow, red, key];
}

function dawn() {
  const glow = new h.Plate('ochre', 0.95);
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const [sx, sy] = [900, 560];
  glow.fade(h.box(-20, -20, 1540, 640), [750, 40, 0.05], [750, 600, 1]);
  glow.carve(h.rays(sx, sy, 205, 1250, { count: 74, from: 180, to: 360 }), { tone: (x, y) => 0.95 - Math.hypot(x - sx, y - sy) / 1150, width: 24, run: [150, 500], rest: 14 });
  glow.cut(h.oval(sx, sy, 196));
  red.print(h.oval(sx, sy, 186));
  red.carve(h.rows([sx - 190, sy - 60, sx + 190, sy + 40], { gap: 17, bend: 2 }), { tone: (x, y) => (y - sy + 70) / 110, width: 12, run: [100, 400] });
  red.cut(h.box(sx - 230, 606, 460, 200));
  key.print(h.box(-20, 592, 1540, 22));
  key.print(h.gantry(300, 600, 430, { raise: 1.1 }), h.gantry(520, 600, 350, { raise: 1.1 }), h.gantry(660, 600, 270, { raise: 1.1 }));
  key.print(h.gantry(1290, 600, 330, { flip: -1 }));
  for (let i = 0; i < 9; i++) key.print(h.box(1130 + i * 44, 594 - 22 * (1 + (i * 7) % 3), 42, 22 * (1 + ((i * 7) % 3))));
  // The wet quay.
  glow.print(h.box(-20, 612, 1540, 420));
  glow.carve(h.plain(-20, 1520, 622, 1010, { first: 9, last: 30 }), { tone: (x, y) => 1.2 - Math.abs(x - sx) / (160 + (y - 600) * 0.9), width: 24, run: [50, 260] });
  red.score(h.plain(-20, 1520, 622, 1000, { first: 14, last: 34 }), { tone: (x, y) => 0.9 - Math.abs(x - sx) / (90 + (y - 600) * 0.3), width: 14, run: [30, 150], rest: 20 });
  key.score(h.plain(-20, 1520, 620, 1010, { first: 9, last: 30 }), { tone: (x, y) => Math.abs(x - sx) / 1050 + (y - 780) / 900 - 0.08 + 0.3 * (h.noise(x, y * 3, 120) - 0.5), width: 24, run: [70, 300] });
  // Those going home.
  const folk = [[330, 880, 430, 'helmet', 0.13, 1], [520, 850, 375, 'knit', 0.1, 1], [760, 890, 455, 'helmet', 0.15, 1], [1010, 840, 350, 'cap', 0.12, 1], [1160, 872, 410, 'helmet', 0.14, 1], [640, 800, 270, 'helmet', 0.12, 1]];
  for (const [x, y, s, hat, stride, flip] of folk) {
    const k = (x - sx) / 330;
    key.print(h.poly([[x - s * 0.13, y - 4], [x + s * 0.15, y - 4], [x + s * 0.22 + k * 220, 1010], [x - s * 0.2 + k * 220, 1010]]));
    key.carve(h.plain(x - 260, x + 400, y + 14, 1000, { first: 16, last: 24 }), { tone: () => 0.25, width: 9, run: [20, 70], rest: 90 });
  }
  for (const [x, y, s, hat, stride, flip] of folk.sort((a, b) => a[1] - b[1])) {
    const arms = x === 760 ? [[[-0.17, -0.6], [-0.2, -0.44]], [[0.16, -0.62], [0.18, -0.46]]] : [];
    const figure = h.person(x, y, s, { hat, stride, flip, wide: 1.15, arms, coat: 0.58, lean: 0.03 });
    key.parts.push(`<path d="${figure.join('')}" fill="#fff" stroke="#fff" stroke-width="7"/>`);
    key.print(figure);
    if (x !== 520) key.print(h.box(x - s * 0.24, y - s * 0.46, s * 0.17, s * 0.13), h.limb([[x - s * 0.2, y - s * 0.46], [x - s * 0.155, y - s * 0.5], [x - s * 0.1, y - s * 0.46]], 4));
    const side = x < sx ? 1 : -1;
    key.carve(h.rows([x - s * 0.2, y - s * 0.86, x + s * 0.2, y - s * 0.3], { gap: s * 0.026, angle: 88, bend: 4 }), { tone: (px) => (side * (px - x)) / (s * 0.11) - 0.15, width: s * 0.018, run: [20, 70] });
  }
  key.print([[430, 190, 70], [520, 150, 50], [1180, 240, 60], [350, 260, 40]].flatMap(([x, y, s], i) => h.gull(x, y, s, { turn: i * 0.2 - 0.2 })));
  return [glow, red, key];
}

export default [
  { path: '2026/11/night-shift-on-terminal-4', focus: [0.58, 0.5], draw: cranes },
  { path: '2026/11/night-shift-cab', draw: cab },
  { path: '2026/11/night-shift-lashers', draw: lashers },
  { path: '2026/11/night-shift-dawn', draw: dawn },
];
