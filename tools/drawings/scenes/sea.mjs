/** The sea and its weather: ferry, pilot, lighthouse, herring, barrier, ships, sails, oil. */
import * as h from '../lib/hand.mjs';

/** The ferry Sanna at the quay, snow falling. */
function ferry() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.print(h.box(-20, -20, 1540, 700));
  key.carve(h.rows([-20, -20, 1520, 680], { gap: 13, angle: 14, bend: 24 }), { tone: (x, y) => 0.12 + (Math.max(0, y) / 700) ** 1.3 * 0.75 + 0.45 * (h.noise(x, y * 2, 180) - 0.5), width: 13, run: [60, 260] });
  const town = h.street(-30, 1540, 590, { low: 30, high: 90, wide: [46, 84], lit: 0.45 });
  h.rim(key, town.walls, 10);
  key.print(town.walls, h.spire(240, 590, 260, 40)).cut(town.windows);
  glow.print(town.windows);
  key.print(h.box(-20, 586, 1540, 130));
  key.carve(h.plain(-20, 1520, 596, 716, { first: 8, last: 14 }), { tone: (x, y) => 0.5 + 0.6 * (h.noise(x, y * 3, 90) - 0.6), width: 9, run: [30, 140] });
  // The ship, bow to the left with its visor up, stern to the right.
  const hull = [[250, 470], [340, 500], [1370, 500], [1400, 470], [1420, 560], [1380, 706], [420, 706], [330, 660]];
  const house = [[420, 500], [440, 330], [560, 318], [590, 262], [1160, 262], [1180, 318], [1300, 330], [1330, 500]];
  h.rim(key, [h.poly(hull), h.poly(house)], 18);
  key.print(h.poly(house));
  key.cut(h.poly([[436, 492], [452, 344], [1292, 344], [1318, 492]]), h.poly([[600, 312], [612, 276], [1146, 276], [1160, 312]]));
  key.score(h.rows([436, 344, 1318, 492], { gap: 12, angle: 2, bend: 2 }), { tone: (x) => (x - 640) / 900, width: 10, run: [60, 240] });
  for (let i = 0; i < 19; i++) for (const y of [372, 436]) {
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
  key.cut(h.soft([[588, 264], [700, 246], [900, 250], [1164, 246], [1170, 268], [880, 272]]), h.soft([[440, 334], [500, 318], [590, 320], [590, 334]]), h.soft([[1160, 326], [1240, 318], [1304, 326], [1300, 340]]));
  key.print(h.poly(hull));
  key.cut(h.poly([[268, 490], [344, 512], [1376, 512], [1404, 490], [1410, 560], [1400, 610], [316, 610], [296, 560]]));
  red.print(h.poly([[262, 484], [342, 508], [1378, 508], [1406, 484], [1414, 560], [1402, 614], [312, 614], [292, 560]]));
  key.score(h.rows([260, 500, 1410, 612], { gap: 12, angle: 88, bend: 2 }), { tone: (x) => 0.12 + Math.max(0, (x - 800) / 900), width: 11, run: [60, 150] });
  key.carve(h.rows([330, 622, 1390, 700], { gap: 12, bend: 3 }), { tone: (x) => 0.62 - (x - 330) / 1700, width: 8, run: [60, 240] });
  for (let i = 0; i < 4; i++) key.print(h.oval(700 + i * 110, 560, 20)).cut(h.oval(700 + i * 110, 560, 12));
  // Funnel, masts, smoke.
  const funnel = h.poly([[900, 262], [920, 120], [1040, 120], [1050, 262]]);
  h.rim(key, funnel, 14);
  key.print(funnel).cut(h.poly([[912, 214], [918, 166], [1042, 166], [1046, 214]]));
  red.print(h.poly([[908, 218], [914, 162], [1044, 162], [1050, 218]]));
  key.print(h.bar(690, 262, 690, 90, 9, 4), h.bar(650, 130, 730, 130, 5), h.bar(690, 100, 440, 330, 3), h.bar(690, 100, 920, 130, 3));
  // The quay, deep in snow.
  const quay = h.soft([[-60, 700], [200, 690], [520, 704], [800, 694], [1100, 706], [1560, 692], [1560, 1060], [-60, 1060]]);
  h.rim(key, quay, 2);
  glow.cut(quay);
  red.cut(quay);
  key.score(h.plain(-20, 1520, 730, 1000, { first: 14, last: 34, sway: 0.6, wave: 170 }), { tone: (x, y) => 0.85 * h.noise(x, y * 2.4, 220) - 0.36 + (y - 940) / 400, width: 17, run: [60, 320], rest: 30 });
  for (const [x, y, s] of [[330, 800, 110], [1230, 850, 150]]) {
    key.print(h.bollard(x, y, s));
    key.cut(h.soft([[x - s * 0.5, y - s * 0.88], [x - s * 0.3, y - s * 1.12], [x + s * 0.2, y - s * 1.1], [x + s * 0.5, y - s * 0.88]]));
    key.parts.push(`<path d="${h.soft([[x - s * 0.5, y - s * 0.86], [x - s * 0.3, y - s * 1.1], [x + s * 0.2, y - s * 1.08], [x + s * 0.5, y - s * 0.86]])}" fill="none" stroke="#000" stroke-width="4"/>`);
    key.carve(h.rows([x - s * 0.3, y - s * 0.7, x + s * 0.3, y], { gap: 9, angle: 88 }), { tone: (px) => (px - x) / (s * 0.3), width: 7 });
  }
  key.print(h.slack(330, 740, 300, 540, -10, 7), h.slack(1230, 760, 1396, 540, 60, 8));
  // The lamp, its light, the people going aboard.
  key.print(h.bar(620, 900, 620, 440, 15, 9), h.limb([[620, 446], [640, 410], [690, 410]], 8), h.poly([[670, 410], [710, 410], [730, 440], [650, 440]]), h.box(600, 880, 40, 40));
  const beam = h.poly([[660, 440], [720, 440], [860, 830], [520, 830]]);
  key.within(beam, (p) => p.carve(h.rays(690, 430, 14, 420, { count: 26, from: 66, to: 116 }), { tone: (x, y) => 0.95 - (y - 440) / 420, width: 10, run: [40, 150] }));
  glow.print(h.oval(690, 830, 250, 46)).carve(h.plain(440, 950, 790, 880, { first: 9, last: 12 }), { tone: (x) => Math.abs(x - 690) / 260, width: 12 });
  key.cut(h.oval(690, 442, 24, 12));
  glow.print(h.oval(690, 442, 26, 14));
  const folk = [[760, 840, 190, 'knit', 0.4], [840, 862, 215, 'cap', 0.05], [930, 845, 140, 'knit', 0.2], [990, 870, 225, 'brim', 0.35], [520, 830, 180, 'cap', 0.05]];
  for (const [x, y, s, hat, skirt] of folk) {
    key.print(h.poly([[x - s * 0.15, y], [x + s * 0.15, y], [x + (x - 690) * 0.5 + s * 0.2, y + s * 0.35], [x + (x - 690) * 0.5 - s * 0.1, y + s * 0.35]]));
    const f = h.person(x, y, s, { hat, skirt, stride: 0.11, coat: 0.66, wide: 1.2, flip: -1, lean: -0.04 });
    h.rim(key, f, 6);
    key.print(f);
    key.carve(h.rows([x - s * 0.2, y - s * 0.85, x + s * 0.2, y - s * 0.25], { gap: s * 0.035, angle: 86 }), { tone: (px) => (x - px) / (s * 0.1) - 0.1, width: s * 0.024, run: [20, 60] });
  }
  key.print(h.box(870, 810, 34, 44));
  red.print(h.limb([[750, 681], [762, 686], [774, 680]], 12), h.box(1010, 800, 40, 52));
  key.print(h.box(1012, 802, 36, 48));
  const snow = h.flakes([-20, -20, 1520, 820], 520, [2.5, 10]);
  key.cut(snow);
  red.cut(snow.slice(0, 400));
  glow.cut(snow.slice(0, 400));
  return [glow, red, key];
}

/** A pilot on the launch; a ship stands up out of the fog. */
function pilot() {
  const pale = new h.Plate('sea', 0.34);
  const mid = new h.Plate('sea', 0.8);
  const key = new h.Plate('night');
  // Fog in level bands; the ship as a paler darkness in it.
  pale.print(h.box(-20, -20, 1540, 1060));
  pale.carve(h.rows([-20, -20, 1520, 800], { gap: 18, bend: 10 }), { tone: (x, y) => 0.55 + 0.75 * (h.noise(x * 0.5, y * 2.5, 190) - 0.5) + (y > 560 ? 0.25 : 0), width: 19, run: [180, 700] });
  const bow = [[590, -20], [620, 120], [760, 470], [830, 640], [850, 716], [870, 640], [940, 470], [1170, 60], [1240, -20]];
  mid.print(h.poly(bow));
  mid.carve(h.rows([560, -20, 1260, 720], { gap: 13, bend: 6 }), { tone: (x, y) => 0.34 + Math.max(0, y - 60) / 820 + 0.4 * (h.noise(x, y * 2, 150) - 0.5) + (x > 850 ? 0.12 : 0), width: 14, run: [90, 420] });
  mid.print(h.bar(848, -20, 852, 640, 7, 3), h.poly([[700, 130], [760, 120], [764, 200], [716, 206]]), h.poly([[960, 140], [1020, 110], [1004, 196], [958, 206]]));
  mid.print(h.bar(738, 160, 736, 420, 5, 3));
  // Sea.
  mid.score(h.plain(-20, 1520, 690, 1000, { first: 11, last: 34, sway: 0.8, wave: 150 }), { tone: (x, y) => 0.5 * h.noise(x, y * 2, 160) + (y - 720) / 520, width: 26, run: [60, 320] });
  key.score(h.plain(-20, 1520, 780, 1000, { first: 18, last: 36, sway: 0.9, wave: 170 }), { tone: (x, y) => 0.9 * h.noise(x, y * 2, 150) - 0.42 + (y - 860) / 320, width: 25, run: [60, 260] });
  // The launch.
  const at = (pts) => h.place(pts, 600, 800, 1.1, -0.05);
  const hull = [[-360, -60], [-100, -44], [200, -70], [400, -128], [372, -40], [300, 40], [-320, 44], [-350, 0]];
  const cabin = [[-210, -56], [-196, -190], [40, -196], [84, -62]];
  for (const plate of [key, mid, pale]) h.rim(plate, [h.poly(at(hull)), h.poly(at(cabin))], 12);
  key.print(h.poly(at(hull)), h.poly(at(cabin)));
  key.cut(h.poly(at([[-352, -38], [-100, -24], [200, -48], [388, -104], [382, -86], [200, -32], [-100, -8], [-352, -22]])));
  key.carve(h.rows([...at([[-350, -20]])[0], 1000, 860], { gap: 13, angle: -4, bend: 4 }), { tone: (x) => 0.2 + (x - 250) / 1400, width: 9, run: [50, 200] });
  key.cut(h.poly(at([[-182, -172], [-110, -174], [-108, -116], [-186, -114]])), h.poly(at([[-92, -174], [-24, -176], [-16, -116], [-90, -116]])), h.poly(at([[-6, -176], [30, -178], [56, -116], [4, -116]])));
  key.print(h.poly(at([[-226, -186], [-216, -206], [52, -214], [64, -192]])), h.bar(...at([[-120, -200]])[0], ...at([[-126, -390]])[0], 8, 4), h.bar(...at([[-160, -330]])[0], ...at([[-86, -330]])[0], 5), h.oval(...at([[-126, -300]])[0], 12));
  key.print(h.bar(...at([[110, -66]])[0], ...at([[110, -128]])[0], 5), h.bar(...at([[200, -74]])[0], ...at([[200, -140]])[0], 5), h.bar(...at([[300, -104]])[0], ...at([[300, -170]])[0], 5), h.slack(...at([[64, -128]])[0], ...at([[380, -196]])[0], 4, 4));
  for (let i = 0; i < 5; i++) key.print(h.oval(...at([[-270 + i * 120, 14]])[0], 30)).parts.push(`<path d="${h.oval(...at([[-270 + i * 120, 14]])[0], 22)}" fill="none" stroke="#fff" stroke-width="5"/>`);
  // The pilot on the foredeck, a hand on the rail, looking up.
  const [x, y, s] = [790, 736, 330];
  const man = h.person(x, y, s, { hat: 'cap', stride: 0.1, coat: 0.62, wide: 1.3, lean: -0.04, arms: [[[-0.17, -0.62], [-0.08, -0.45]], [[0.24, -0.7], [0.3, -0.5]]] });
  for (const plate of [key, mid, pale]) h.rim(plate, man, 9);
  key.print(man);
  key.carve(h.rows([x - 60, y - 290, x + 70, y - 110], { gap: 11, angle: 87, bend: 4 }), { tone: (px) => (px - x + 4) / 45, width: 8, run: [40, 100] });
  key.cut(h.bar(x - 44, y - 190, x + 46, y - 194, 9));
  // Bow wave and fog laid over the foot of things.
  for (const [a, b, w] of [[930, 812, 130], [1000, 836, 200], [280, 856, 220], [620, 864, 330]]) key.cut(h.soft([[a - w, b], [a - w * 0.4, b - 16], [a + w * 0.3, b - 8], [a + w, b + 4], [a + w * 0.2, b + 12], [a - w * 0.5, b + 14]]));
  key.print([[230, 300, 80], [330, 250, 54]].flatMap(([a, b, c], i) => h.gull(a, b, c, { turn: 0.3 - i * 0.5 })));
  return [pale, mid, key];
}

/** The lighthouse on the North Mole. */
function lighthouse() {
  const glow = new h.Plate('ochre');
  const key = new h.Plate('night');
  const L = [930, 250];
  key.flood();
  glow.print(h.poly([[L[0], L[1] - 6], [-60, -10], [-60, 330]]), h.poly([[L[0], L[1]], [1540, 180], [1540, 330]]));
  glow.fade(h.box(-20, 560, 1540, 190), [0, 560, 0], [0, 745, 0.85]);
  const inBeam = (x, y) => {
    const t = (L[0] - x) / 990;
    return t > 0 ? y > L[1] - 260 * t && y < L[1] + 80 * t : y > L[1] + 115 * t && y < L[1] - 130 * t;
  };
  key.carve(h.rays(L[0], L[1], 44, 1250, { count: 420, from: 0, to: 360, step: 11 }), {
    tone: (x, y) => (y > 742 ? 0 : inBeam(x, y) ? 1.5 - Math.hypot(x - L[0], y - L[1]) / 1500 : 0.1 + 0.42 * Math.max(0, 1 - Math.hypot(x - L[0], y - L[1]) / 520) + 0.4 * (h.noise(x, y, 120) - 0.5) + Math.max(0, (y - 600) / 420)),
    width: 9,
    run: [50, 240],
  });
  for (let i = 0; i < 60; i++) key.cut(h.oval(h.between(0, 1500), h.between(10, 540), h.between(1.5, 3.6)));
  // Sea.
  key.print(h.box(-20, 742, 1540, 280));
  glow.print(h.box(-20, 742, 1540, 280));
  key.carve(h.plain(-20, 1520, 750, 1000, { first: 9, last: 27, sway: 0.8, wave: 110 }), { tone: (x, y) => 0.28 + 0.8 * Math.max(0, 1 - Math.abs(x - 700 + (y - 750) * 0.9) / 300) + 0.6 * (h.noise(x, y * 3, 90) - 0.55), width: 18, run: [30, 170] });
  // The mole comes in from the left.
  const mole = [[-40, 760], [420, 752], [800, 742], [1120, 742], [1180, 762], [1150, 812], [880, 850], [420, 930], [-40, 1030]];
  h.rim(key, h.poly(mole), 12);
  glow.cut(h.poly(mole));
  key.print(h.poly(mole));
  const top = [[-40, 768], [420, 760], [800, 750], [1116, 750], [1160, 764], [1110, 776], [800, 782], [420, 812], [-40, 856]];
  key.cut(h.poly(top));
  key.score(h.rays(1500, 735, 300, 1600, { count: 22, from: 172, to: 184 }).map((q) => q.filter(([x, y]) => h.inside(top, x, y))), { tone: (x, y) => 0.55 * h.noise(x, y * 3, 70), width: 8, run: [40, 170], rest: 30 });
  key.carve(h.rows([-40, 780, 1180, 1000], { gap: 30, angle: -8, bend: 3 }).map((q) => q.filter(([x, y]) => h.inside(mole, x, y) && y > 790 + (900 - x) * 0.065)), { tone: () => 0.8, width: 6, run: [60, 130], rest: 12 });
  for (let i = 0; i < 30; i++) {
    const x = 40 + i * 36;
    key.cut(h.bar(x, 852 - x * 0.06, x + h.between(-9, 9), 960 - x * 0.13, 5));
  }
  for (let i = 0; i < 46; i++) {
    const x = h.between(-20, 1240);
    const y = 1010 - Math.max(0, x) * 0.15 + h.between(-26, 34) - (x > 900 ? (x - 900) * 0.08 : 0);
    const r = h.between(22, 52);
    const rock = Array.from({ length: 6 }, (_, k) => [x + Math.cos(k * 1.05 + i) * r * h.between(0.75, 1.25), y + Math.sin(k * 1.05 + i) * r * h.between(0.5, 0.8)]);
    key.cut(h.poly(h.shrink(rock, -5)));
    key.print(h.poly(rock));
    key.carve(h.rows([x - r, y - r, x + r, y], { gap: 8, angle: 30 }).map((q) => q.filter(([a, b]) => h.inside(rock, a, b))), { tone: (a, b) => (y - b) / r + 0.1, width: 6, run: [12, 40] });
  }
  // The tower.
  const [x, b] = [930, 764];
  const tower = [[x - 84, b], [x - 52, 340], [x + 52, 340], [x + 84, b]];
  const all = [h.poly(tower), h.poly([[x - 84, 344], [x - 72, 318], [x + 72, 318], [x + 84, 344]]), h.poly([[x - 44, 318], [x - 44, 214], [x + 44, 214], [x + 44, 318]]), h.poly([[x - 56, 216], [x - 34, 176], [x, 156], [x + 34, 176], [x + 56, 216]])];
  h.rim(key, all, 8);
  glow.cut(all);
  key.print(all);
  for (const [v0, v1] of [[380, 470], [560, 660]]) {
    const wAt = (y) => 52 + ((y - 340) / (b - 340)) * 32 - 5;
    key.cut(h.poly([[x - wAt(v0), v0], [x + wAt(v0), v0], [x + wAt(v1), v1], [x - wAt(v1), v1]]));
  }
  key.score(h.rows([x - 84, 375, x + 84, 665], { gap: 10, angle: 90, bend: 1 }).map((q) => q.filter(([px, y]) => Math.abs(px - x) < 48 + ((y - 340) / (b - 340)) * 32)), { tone: (px) => (px - x + 30) / 95, width: 11, run: [90, 250] });
  key.carve(h.rows([x - 80, 470, x, b], { gap: 9, angle: 93, bend: 1 }).map((q) => q.filter(([px, y]) => px > x - 48 - ((y - 340) / (b - 340)) * 30 && (y < 558 || y > 664))), { tone: (px) => (x - 22 - px) / 50, width: 7 });
  key.cut(h.box(x - 36, 228, 72, 80));
  for (const d of [-12, 12]) key.print(h.bar(x + d, 226, x + d, 310, 5));
  key.print(h.oval(x, 268, 15, 22), h.bar(x, 156, x, 120, 5), h.poly([[x - 17, b], [x - 15, b - 62], [x, b - 74], [x + 15, b - 62], [x + 17, b]]));
  key.cut(h.poly([[x - 11, b], [x - 10, b - 56], [x, b - 64], [x + 10, b - 56], [x + 11, b]]), h.box(x - 8, 500, 16, 26));
  for (let i = -7; i <= 7; i++) key.print(h.bar(x + i * 11, 318, x + i * 11, 296, 3));
  key.print(h.bar(x - 80, 296, x + 80, 296, 4));
  // The keeper walks out, her lantern low.
  const keeper = h.person(560, 800, 150, { skirt: 0.5, coat: 0.84, hat: 'knit', stride: 0.04, wide: 1.15, lean: 0.05, arms: [[[-0.16, -0.6], [-0.14, -0.46]], [[0.2, -0.64], [0.3, -0.5]]] });
  h.rim(key, keeper, 8);
  glow.cut(keeper);
  key.print(keeper, h.poly([[535, 800], [590, 800], [440, 826], [330, 832]]));
  key.cut(h.oval(606, 736, 22));
  glow.print(h.oval(606, 736, 24)).cut(h.oval(606, 738, 9));
  key.print(h.box(598, 724, 16, 5), h.box(598, 750, 16, 6));
  return [glow, key];
}

/** A shoal turns; one fish does not. */
function herring() {
  const green = new h.Plate('sea');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  green.flood();
  green.carve(h.rays(880, -260, 200, 1500, { count: 110, from: 40, to: 145 }), { tone: (x, y) => 1.15 - y / 760 + 0.7 * (h.noise(Math.atan2(y + 260, x - 880) * 900, 5, 60) - 0.55), width: 24, run: [200, 700] });
  key.score(h.rays(880, -260, 500, 1700, { count: 150, from: 30, to: 150 }), { tone: (x, y) => (y - 420) / 640 + 0.3 * (h.noise(x, y, 200) - 0.5), width: 17, run: [90, 420] });
  const fish = (x, y, s, a, special) => {
    const P = (pts) => h.place(pts, x, y, s, a, 1);
    const body = [[0.5, 0.01], [0.42, -0.05], [0.25, -0.115], [0.02, -0.13], [-0.22, -0.08], [-0.4, -0.02], [-0.4, 0.02], [-0.22, 0.075], [0.02, 0.13], [0.25, 0.12], [0.42, 0.065]];
    const tail = [[-0.37, -0.022], [-0.56, -0.14], [-0.5, 0], [-0.56, 0.14], [-0.37, 0.022]];
    const fins = [[[0.06, -0.12], [-0.06, -0.2], [-0.1, -0.115]], [[-0.02, 0.12], [-0.1, 0.18], [-0.12, 0.1]], [[0.24, 0.1], [0.15, 0.18], [0.16, 0.11]]];
    const shape = [h.soft(P(body)), h.poly(P(tail)), ...fins.map((f) => h.poly(P(f)))];
    h.rim(key, shape, 6 + s * 0.015);
    key.print(shape);
    // Silver belly.
    const belly = h.soft(P([[0.47, 0.02], [0.3, -0.02], [0, -0.03], [-0.3, -0.005], [-0.37, 0.01], [-0.2, 0.06], [0.02, 0.11], [0.25, 0.1], [0.42, 0.055]]));
    key.cut(belly);
    (special ? red : green)[special ? 'print' : 'cut'](special ? shape : belly);
    if (special) green.cut(shape);
    const lines = [];
    for (let u = -0.3; u < 0.3; u += 0.042) lines.push(P(Array.from({ length: 6 }, (_, i) => [u + 0.03 * Math.sin((i / 5) * 3.1), -0.03 + (i / 5) * 0.13])));
    key.score(lines, { width: s * 0.014, run: [500, 600], least: 0.05 });
    const back = [];
    for (const v of [-0.085, -0.055]) back.push(P(Array.from({ length: 12 }, (_, i) => [0.24 - i * 0.045, v + Math.abs(i - 4) * 0.004])));
    key.carve(back, { width: s * 0.014, run: [s * 0.1, s * 0.3], rest: 6, least: 0.05 });
    key.print(h.limb(P([[0.3, -0.1], [0.27, 0], [0.31, 0.1]]), s * 0.018));
    key.cut(h.oval(...P([[0.39, -0.012]])[0], s * 0.034)).print(h.oval(...P([[0.395, -0.012]])[0], s * 0.019));
  };
  // A wheel of fish, small and pale far off, big at the front.
  const list = [];
  for (let ring = 0; ring < 6; ring++) {
    const n = [9, 14, 17, 20, 22, 26][ring];
    const r = 120 + ring * 128;
    for (let i = 0; i < n; i++) {
      const a = (i / n) * Math.PI * 2 + ring * 0.4 + h.between(-0.08, 0.08);
      const q = r + h.between(-24, 24);
      const x = 740 + Math.cos(a) * q * 1.25;
      const y = 500 + Math.sin(a) * q * 0.72;
      list.push([x, y, 92 + ring * 26 + (y - 400) * 0.07 + h.between(-10, 10), Math.atan2(Math.cos(a) * 0.72, -Math.sin(a) * 1.25) + h.between(-0.1, 0.1)]);
    }
  }
  list.sort((p, q) => p[2] - q[2]);
  for (const [x, y, s, a] of list) if (Math.hypot((x - 740) / 1.25, (y - 500) / 0.72) > 105 && Math.hypot(x - 742, (y - 505) * 1.5) > 215) fish(x, y, s, a, false);
  fish(745, 505, 330, -0.24, true);
  for (let i = 0; i < 26; i++) {
    const [x, y, r] = [h.between(560, 1000), h.between(20, 360), h.between(3, 9)];
    key.print(h.oval(x, y, r + 3)).cut(h.oval(x, y, r));
  }
  return [green, red, key];
}

/** The storm barrier with the sea against it. */
function barrier() {
  const green = new h.Plate('sea');
  const key = new h.Plate('night');
  green.print(h.box(-20, -20, 1540, 640));
  green.carve(h.rows([-20, -20, 1520, 620], { gap: 15, angle: -32, bend: 30 }), { tone: (x, y) => 0.5 + 0.9 * (h.noise(x * 0.6 + y * 0.3, y * 1.6, 170) - 0.5) + y / 1500, width: 16, run: [90, 380] });
  key.score(h.rows([-20, -20, 1520, 420], { gap: 17, angle: -32, bend: 26 }), { tone: (x, y) => 1.4 * h.noise(x * 0.6 + y * 0.3, y * 1.6, 190) - 0.55 - y / 620, width: 16, run: [60, 260] });
  // Piers and gates march in from the right.
  const V = [-60, 600];
  const at = (x, y, t) => [x + (V[0] - x) * t, y + (V[1] - y) * t];
  const stops = [-0.06, 0.16, 0.335, 0.475, 0.585, 0.67, 0.74, 0.79, 0.83];
  stops.slice().reverse().forEach((t, k) => {
    const n = stops[stops.length - k] ?? 0.86;
    const g = 1 - t;
    const X = 1560;
    // Gate between this pier and the next.
    const gate = [at(X, 330, t), at(X, 330, n), at(X, 900, n), at(X, 900, t)];
    green.cut(h.poly(gate));
    key.print(h.poly(gate));
    const box = [Math.min(gate[1][0], gate[0][0]), 200, Math.max(gate[0][0], gate[1][0]), 900];
    key.carve(h.rows(box, { gap: 9 + 16 * g, angle: -9 * g, bend: 1 }).map((q) => q.filter(([x, y]) => h.inside(gate, x, y))), { tone: (x) => 0.3 + ((box[2] - x) / (box[2] - box[0])) * 0.4, width: 4 + 9 * g, run: [200, 400] });
    green.print(h.poly([at(X, 560, t), at(X, 560, n), at(X, 900, n), at(X, 900, t)]));
    // Pier.
    const w = 0.06 * g + 0.008;
    const pier = [at(X, 60, t), at(X, 60, t + w), at(X, 960, t + w), at(X, 960, t)];
    const cap = [at(X, 20, t - w * 0.35), at(X, 20, t + w * 1.3), at(X, 90, t + w * 1.3), at(X, 90, t - w * 0.35)];
    const tower = [at(X, -190, t + w * 0.1), at(X, -190, t + w * 0.9), at(X, 30, t + w * 0.9), at(X, 30, t + w * 0.1)];
    for (const part of [pier, tower, cap]) {
      h.rim(key, h.poly(part), 4 + 5 * g);
      green.cut(h.poly(part));
    }
    key.print(h.poly(cap), h.poly(tower));
    key.score(h.rows([pier[1][0], pier[0][1] - 60, pier[0][0], 960], { gap: 7 + 9 * g, angle: 90, bend: 1 }).map((q) => q.filter(([x, y]) => h.inside(pier, x, y))), { tone: (x) => 0.15 + (0.9 * (x - pier[1][0])) / (pier[0][0] - pier[1][0]), width: 6 + 10 * g, run: [120, 400] });
    key.cut(h.poly(h.shrink(tower, 26 * g + 2, 60 * g + 3)));
  });
  key.print(h.poly([at(1560, 60, -0.1), at(1560, 60, 0.87), at(1560, 110, 0.87), at(1560, 110, -0.1)]));
  key.carve([h.curve([at(1560, 86, -0.1), at(1560, 86, 0.4), at(1560, 86, 0.86)], 60)], { width: 8, run: [60, 200], tone: () => 1 });
  // One on the walkway, bent to the wind.
  const man = h.person(...at(1560, 58, 0.4), 92, { hat: 'knit', lean: -0.22, stride: 0.16, flip: -1, coat: 0.66, skirt: 0.25 });
  h.rim(key, man, 6);
  key.print(man);
  // Waves: three ranks, the first curling over.
  const wave = (base, amp, len, phase) => Array.from({ length: 90 }, (_, i) => {
    const x = -60 + i * 18.5;
    const u = (x + phase) / len;
    const s = Math.sin(u * Math.PI * 2);
    return [x + Math.cos(u * 6.28) * amp * 0.45, base - amp * Math.sign(s) * Math.abs(s) ** 0.8 - amp * 0.35 * h.noise(x, base, 60)];
  });
  for (const [i, [base, amp, len, phase]] of [[660, 24, 300, 40], [740, 50, 470, 260], [850, 74, 690, 140]].entries()) {
    const line = wave(base, amp, len, phase);
    const sea = h.poly([...line, [1560, 1060], [-80, 1060]]);
    h.rim(key, sea, 10 + i * 4);
    green.cut(sea);
    key.print(sea);
    green.print(sea);
    const g = 11 + i * 5;
    const lines = [];
    for (let k = 1; k < 16; k++) lines.push(line.map(([x, y]) => [x + k * g * 0.25, y + k * g + (base + amp - y) * 0.012 * k]));
    key.carve(lines, { tone: (x, y) => 0.9 - Math.max(0, y - base) / (190 + i * 50) + 0.9 * (h.noise(x, y * 2, 100) - 0.5), width: g * 0.85, run: [50, 230] });
    green.carve(lines, { tone: (x, y) => 0.4 - Math.max(0, y - base) / 260 + 1.1 * (h.noise(x + 50, y * 2, 110) - 0.5), width: g * 0.8, run: [50, 200] });
  }
  // The blow against the gate: spray thrown up.
  const spot = [640, 640];
  for (let i = 0; i < 520; i++) {
    const a = (-90 + h.between(-62, 48)) * (Math.PI / 180);
    const r = 30 + 470 * h.rnd() ** 1.4;
    const [x, y] = [spot[0] + Math.cos(a) * r * 1.05, spot[1] + 40 + Math.sin(a) * r * 1.15];
    const size = (1 - r / 540) * h.between(6, 26) + 2.5;
    key.cut(h.oval(x, y, size, size * h.between(0.7, 1.2), a));
    green.cut(h.oval(x, y, size, size, a));
  }
  key.score(h.rays(spot[0], spot[1] + 60, 60, 430, { count: 44, from: 212, to: 316 }), { tone: (x, y) => 0.75 * h.noise(x, y, 40) - 0.2, width: 9, run: [30, 90], rest: 30 });
  const drops = h.rain([0, -50, 1600, 900], 110, { angle: 58, length: [60, 170], width: 4 });
  key.cut(drops);
  return [green, key];
}

/** A bulk carrier that waits at anchor. */
function carrier() {
  const glow = new h.Plate('ochre');
  const key = new h.Plate('night');
  glow.print(h.box(-20, -20, 1540, 640));
  glow.carve(h.rows([-20, -20, 1520, 636], { gap: 18, bend: 8 }), { tone: (x, y) => 0.75 - y / 900 + 0.5 * (h.noise(x * 0.5, y * 2, 180) - 0.5) + Math.max(0, 1 - Math.hypot(x - 560, y - 330) / 300) * 0.5, width: 20, run: [200, 800] });
  glow.cut(h.oval(560, 320, 132));
  key.score(h.rings(560, 320, 140, 330, { gap: 26 }), { tone: (x, y) => 0.36 - Math.hypot(x - 560, y - 320) / 1100, width: 10, run: [60, 200], rest: 30 });
  glow.print(h.oval(560, 320, 112));
  glow.carve(h.rows([440, 330, 690, 440], { gap: 17, bend: 1 }), { tone: (x, y) => (y - 320) / 110, width: 13, run: [200, 300] });
  // Faint coast.
  key.score(h.rows([-20, 604, 1520, 630], { gap: 7, bend: 5 }), { tone: (x) => 0.9 * h.noise(x, 3, 170) - 0.1, width: 7, run: [60, 260] });
  // Sea, flat.
  glow.print(h.box(-20, 632, 1540, 400));
  glow.carve(h.plain(-20, 1520, 640, 1000, { first: 10, last: 30, sway: 0.5 }), { tone: (x, y) => 0.75 - Math.abs(x - 560) / 900 + 0.6 * (h.noise(x, y * 3, 150) - 0.5), width: 26, run: [90, 380] });
  key.score(h.plain(-20, 1520, 640, 1000, { first: 10, last: 30, sway: 0.5 }), { tone: (x, y) => 0.28 + (y - 640) / 620 + 0.7 * (h.noise(x, y * 3, 130) - 0.5) - Math.max(0, 0.75 - Math.abs(x - 560) / 240), width: 22, run: [50, 260] });
  // The ship: long, high in the water, empty.
  const hull = [[116, 520], [180, 520], [1250, 520], [1330, 512], [1392, 470], [1372, 560], [1330, 668], [190, 672], [150, 620]];
  const blocks = [h.poly([[160, 520], [166, 300], [330, 300], [330, 520]]), h.poly([[140, 318], [146, 282], [360, 282], [360, 318]]), h.poly([[186, 284], [192, 244], [310, 244], [310, 284]])];
  for (const p of [key, glow]) h.rim(p, [h.poly(hull), ...blocks], 8);
  key.print(h.poly(hull), blocks);
  for (let i = 0; i < 7; i++) key.cut(h.box(158 + i * 28, 292, 18, 16));
  for (let r = 0; r < 4; r++) for (let i = 0; i < 5; i++) key.cut(h.box(182 + i * 28, 336 + r * 44, 13, 18));
  key.print(h.poly([[208, 246], [214, 180], [276, 180], [280, 246]]), h.bar(330, 284, 330, 170, 7, 3), h.bar(306, 210, 354, 210, 4));
  key.carve(h.rows([160, 318, 330, 520], { gap: 10, angle: 90 }), { tone: (x) => (x - 280) / 60, width: 6, run: [60, 120] });
  // Hatches and the four deck cranes, booms stowed.
  for (let i = 0; i < 5; i++) {
    key.print(h.poly([[380 + i * 168, 520], [386 + i * 168, 494], [500 + i * 168, 494], [506 + i * 168, 520]]));
    if (i === 4) continue;
    const x = 524 + i * 168;
    key.print(h.box(x - 13, 380, 26, 140), h.box(x - 24, 352, 48, 50), h.bar(x + 16, 388, x + 160, 470, 12, 5), h.bar(x + 6, 352, x + 150, 466, 3));
    key.cut(h.box(x - 12, 362, 12, 14));
  }
  key.print(h.bar(1300, 515, 1306, 400, 9, 4), h.bar(1306, 410, 1204, 494, 3), h.bar(1306, 410, 1386, 474, 3));
  key.carve(h.rows([120, 536, 1390, 590], { gap: 13, bend: 2 }), { tone: (x, y) => 0.8 - Math.abs(x - 640) / 760 - (y - 536) / 160, width: 9, run: [90, 400] });
  const boot = h.poly([[156, 606], [1352, 600], [1330, 668], [190, 672]]);
  key.cut(boot);
  glow.print(boot);
  key.score(h.rows([150, 598, 1360, 672], { gap: 13, angle: 90, bend: 2 }), { tone: (x) => 0.35 + Math.abs(x - 600) / 1200, width: 11, run: [70, 100] });
  key.print(h.bar(168, 672, 1332, 668, 9));
  key.cut(h.bar(162, 603, 1350, 597, 6));
  // Anchor chain.
  const chain = h.curve([[1352, 540], [1372, 600], [1404, 660], [1440, 704]], 9);
  chain.forEach(([x, y], i) => key.print(h.oval(x, y, i % 2 ? 8 : 4, i % 2 ? 4 : 8, 0.6)));
  key.cut(h.oval(1440, 708, 34, 6));
  key.carve(h.plain(170, 1360, 676, 800, { first: 9, last: 17 }), { tone: (x, y) => 0.5 - (y - 676) / 260, width: 7, run: [20, 110], rest: 26 });
  key.print(h.soft([[170, 674], [1330, 672], [1250, 704], [900, 694], [500, 706], [240, 696]]));
  key.carve(h.plain(170, 1330, 678, 704, { first: 8, last: 9 }), { tone: () => 0.6, width: 6, run: [30, 120], rest: 20 });
  // A small boat with papers on its way, and gulls.
  const boat = h.poly([[640, 842], [860, 832], [836, 884], [668, 888]]);
  for (const p of [key, glow]) h.rim(p, boat, 7);
  key.print(boat, h.bust(712, 840, 62, { hair: 'cap' }), h.bust(782, 836, 62), h.bar(660, 846, 622, 800, 6));
  key.carve(h.rows([650, 850, 850, 880], { gap: 9, bend: 2 }), { tone: () => 0.5, width: 6 });
  for (const [a, w] of [[640, 230], [580, 330]]) key.cut(h.soft([[a - w, 906], [a - 20, 886], [a + 20, 892], [a - w * 0.4, 914]]));
  key.print([[820, 170, 90], [940, 230, 60], [1060, 140, 48], [730, 250, 40], [1180, 260, 40]].flatMap(([a, b, c], i) => h.gull(a, b, c, { turn: 0.3 - i * 0.13, lift: 0.22 + 0.05 * i })));
  return [glow, key];
}

/** Sails with nothing in them. */
function sails() {
  const green = new h.Plate('sea', 0.85);
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const H = 560;
  // Heat: hardly a line in the sky; the horizon; the calm below.
  green.score(h.rows([-20, 380, 1520, H], { gap: 20, bend: 3 }), { tone: (x, y) => (y - 390) / 420 + 0.3 * (h.noise(x * 0.5, y * 2, 160) - 0.5), width: 11, run: [200, 800] });
  green.print(h.soft([[-60, H], [120, H - 24], [330, H - 18], [520, H - 34], [700, H - 12], [760, H]]), h.soft([[1180, H], [1290, H - 20], [1560, H - 30], [1560, H]]));
  green.print(h.box(-20, H, 1540, 460));
  green.carve(h.plain(-20, 1520, H + 8, 1000, { first: 12, last: 34, sway: 0.25, wave: 300 }), { tone: (x, y) => 1.0 - (y - H) / 640 + 0.45 * (h.noise(x * 0.4, y * 3, 170) - 0.5), width: 30, run: [200, 900] });
  const boats = [[250, 592, 150, 0], [1240, 600, 175, 0], [1060, 584, 120, 0], [480, 630, 270, 0], [1330, 690, 360, 0], [800, 716, 560, 1]];
  for (const [x, y, s, hot] of boats) {
    const P = (pts, up = 1) => pts.map(([u, v]) => [x + u * s, y + v * s * up + (up < 0 ? 0.02 * s : 0)]);
    const main = h.curve([[0.0, -1.13], [-0.09, -0.8], [-0.24, -0.45], [-0.39, -0.13]], 8).concat(h.curve([[-0.39, -0.13], [-0.2, -0.1], [0.0, -0.13]], 4));
    const jib = h.curve([[0.03, -1.02], [0.12, -0.7], [0.2, -0.4], [0.34, -0.1]], 8).concat(h.curve([[0.34, -0.1], [0.2, -0.07], [0.05, -0.14]], 4));
    const hull = [[-0.42, -0.06], [-0.1, -0.035], [0.2, -0.045], [0.47, -0.09], [0.36, 0.03], [0.2, 0.055], [-0.32, 0.05]];
    // Mirrors, broken by bands of calm.
    const bands = [];
    for (let v = 0.06, k = 0; v < 1.1; k++) {
      const t = 0.02 + 0.018 * k * 0.5;
      bands.push([v, v + t + 0.02]);
      v += t + 0.028 + k * 0.006;
    }
    const below = (pts, plate) => {
      for (const [v0, v1] of bands) {
        let strip = h.halve(P(pts, -0.8), 0, -1, -(y + v0 * s));
        strip = h.halve(strip, 0, 1, y + v1 * s);
        if (strip.length > 2) plate.print(h.poly(strip.map(([px, py]) => [px + (h.noise(px, py, 30) - 0.5) * 10, py])));
      }
    };
    below(hot ? main : main, hot ? red : key);
    if (hot) below(jib, key);
    const shapes = [h.poly(P(main)), h.poly(P(jib)), h.poly(P(hull))];
    for (const p of [green, red, key]) h.rim(p, shapes, 6);
    (hot ? red : key).print(h.poly(P(main)));
    if (hot) {
      const box = [x - 0.4 * s, y - 1.12 * s, x, y - 0.12 * s];
      key.score(h.rows(box, { gap: 17, angle: 66, bend: 8 }).map((q) => q.filter(([a, b]) => h.inside(P(main), a, b))), { tone: (a, b) => 0.15 + (a - x + 0.2 * s) / (0.34 * s) + 0.2 * (h.noise(a, b, 50) - 0.5), width: 12, run: [60, 260] });
      for (const v of [-0.85, -0.62, -0.38]) red.cut(h.bar(x - 0.42 * s * (1.13 + v) * 0.86, y + v * s + 8, x, y + v * s, 6));
    } else key.carve(h.rows([x - 0.4 * s, y - 1.1 * s, x, y - 0.1 * s], { gap: s * 0.04, angle: 70, bend: 4 }), { tone: (a) => (x - a) / (0.3 * s), width: s * 0.028, run: [30, 120] });
    key.parts.push(`<path d="${h.poly(P(jib))}" fill="#fff" stroke="#000" stroke-width="${3 + s * 0.008}"/>`);
    key.score(h.rows([x, y - s, x + 0.35 * s, y - 0.08 * s], { gap: s * 0.035 + 2, angle: 108, bend: 4 }).map((q) => q.filter(([a, b]) => h.inside(P(jib), a, b))), { tone: (a) => 0.6 - (a - x) / (0.3 * s), width: s * 0.02 + 2, run: [30, 160] });
    key.print(h.poly(P(hull)), h.bar(...P([[0.01, -0.05]])[0], ...P([[0.02, -1.2]])[0], s * 0.018, s * 0.01), h.bar(...P([[-0.4, -0.12]])[0], ...P([[0.01, -0.13]])[0], s * 0.014), h.bar(...P([[0.02, -1.12]])[0], ...P([[0.44, -0.09]])[0], 2.5));
    key.carve(h.rows([x - 0.4 * s, y - 0.05 * s, x + 0.4 * s, y + 0.03 * s], { gap: s * 0.025 + 3, bend: 1 }), { tone: () => 0.5, width: s * 0.012 + 2, run: [40, 200] });
    if (s > 200) key.print(h.bust(x - 0.22 * s, y - 0.04 * s, s * 0.14, { hair: 'cap', lean: -0.3 }), h.bust(x + 0.12 * s, y - 0.04 * s, s * 0.12, { hair: 'bun', lean: 0.25 }));
    if (hot) key.print(h.limb([[x - 0.36 * s, y - 0.05 * s], [x - 0.47 * s, y - 0.02 * s], [x - 0.5 * s, y + 0.1 * s]], 5));
    else if (s > 250) key.print(h.poly([P([[0.02, -1.2]])[0], P([[0.02, -1.14]])[0], P([[-0.03, -1.1]])[0], P([[-0.02, -1.17]])[0]]));
  }
  // A duck has right of way.
  const [dx, dy] = [430, 842];
  key.print(h.soft([[dx - 42, dy], [dx - 50, dy - 18], [dx - 20, dy - 20], [dx + 14, dy - 14], [dx + 18, dy - 34], [dx + 32, dy - 42], [dx + 44, dy - 32], [dx + 34, dy - 16], [dx + 30, dy + 2]]), h.poly([[dx + 42, dy - 34], [dx + 60, dy - 28], [dx + 42, dy - 25]]));
  key.score(h.rings(dx, dy, 56, 150, { gap: 26, flat: 0.16, bend: 1 }), { tone: () => 0.6, width: 6, run: [60, 140], rest: 50 });
  return [green, red, key];
}

/** Oil off Holm: the colours of it, and a gull. */
function oil() {
  const glow = new h.Plate('ochre');
  const green = new h.Plate('sea');
  const key = new h.Plate('night');
  const far = 330;
  // Sky and the island.
  green.score(h.rows([-20, -20, 1520, far], { gap: 19, angle: -3, bend: 14 }), { tone: (x, y) => 0.5 * h.noise(x * 0.6, y * 2, 170) + y / 900 - 0.05, width: 13, run: [120, 500] });
  key.print(h.soft([[820, far + 4], [930, far - 40], [1060, far - 58], [1180, far - 46], [1330, far - 66], [1480, far - 30], [1560, far + 4]]));
  key.print(h.bar(1270, far - 50, 1270, far - 130, 18, 11), h.poly([[1255, far - 128], [1270, far - 150], [1285, far - 128]]));
  key.carve(h.rows([840, far - 70, 1540, far], { gap: 9, bend: 8 }), { tone: (x, y) => 0.75 * h.noise(x, y * 2, 60) - 0.12, width: 6, run: [30, 110] });
  // Marbled film: contours of a bent field, taken by three inks in turn.
  const field = (x, y) => {
    const t = (y - far) / 700;
    const u = (x - 750) / (0.35 + t) / 560;
    const v = Math.log(0.12 + t) * 3.1;
    const q = h.noise(u + 3, v, 0.55) * 1.6 + h.noise(u * 2 + 9, v * 2, 0.7) * 0.6;
    return u * 0.55 + v * 1.15 + q * 2.1 + h.noise(u + q * 0.8, v - q, 0.6) * 1.4;
  };
  const bandLines = h.plain(-20, 1520, far + 4, 1010, { first: 3.2, last: 8.5, sway: 0.12, step: 6 });
  const band = (lo, hi, w) => ({ tone: (x, y) => {
    const f = field(x, y) * 0.8;
    const k = f - Math.floor(f);
    const film = Math.hypot((x - 720) / 780, (y - 660) / 370) < 0.86 + 0.3 * h.noise(x, y, 160);
    return film && k > lo && k < hi ? Math.min(1, (y - far) / 420 + 0.42) : 0;
  }, width: w, run: [600, 900], rest: 2 });
  glow.score(bandLines, band(0.0, 0.42, 10.5));
  green.score(bandLines, band(0.3, 0.66, 10.5));
  key.score(bandLines, band(0.62, 0.84, 10));
  const open = (x, y) => Math.hypot((x - 720) / 780, (y - 660) / 370) > 0.9 + 0.3 * h.noise(x, y, 160);
  key.score(h.plain(-20, 1520, far + 6, 1000, { first: 7, last: 24, sway: 0.7, wave: 90 }), { tone: (x, y) => (open(x, y) ? 0.55 + 0.7 * (h.noise(x, y * 3, 90) - 0.5) : 0), width: 17, run: [40, 180] });
  key.print(h.bar(-20, far + 2, 1520, far + 2, 5));
  // A post with a gull on it, oiled to the breast.
  const [x, y] = [640, 640];
  const post = h.poly([[x - 62, y], [x + 72, y - 4], [x + 82, 1020], [x - 76, 1020]]);
  for (const p of [glow, green, key]) h.rim(p, post, 14);
  key.print(post);
  key.carve(h.rows([x - 76, y, x + 84, 1010], { gap: 13, angle: 89, bend: 7 }), { tone: (px, py) => 0.85 - (px - x + 60) / 120 + 0.4 * (h.noise(px, py, 40) - 0.5), width: 10, run: [60, 240] });
  key.cut(h.oval(x + 4, y, 60, 10));
  const gull = h.standingGull(x - 14, y + 2, 400);
  for (const p of [glow, green, key]) h.rim(p, gull, 16);
  key.parts.push(`<path d="${gull[0]}" fill="#fff" stroke="#000" stroke-width="8"/>`);
  const G = (pts) => h.place(pts, x - 14, y + 2, 400);
  const wing = h.soft(G([[-0.66, -0.33], [-0.34, -0.53], [0.0, -0.6], [0.14, -0.5], [0.06, -0.38], [-0.2, -0.31]]));
  key.print(gull.slice(1), wing, h.oval(...G([[0.34, -0.87]])[0], 9));
  key.cut(h.oval(...G([[0.345, -0.875]])[0], 3));
  key.carve(h.rows([x - 290, y - 260, x + 60, y - 110], { gap: 14, angle: -28, bend: 5 }), { tone: (px, py) => 0.75 * h.noise(px, py, 40) + 0.05, width: 9, run: [30, 110] });
  glow.print(h.poly(G([[0.38, -0.88], [0.6, -0.8], [0.57, -0.755], [0.39, -0.79]])));
  const stain = h.soft(G([[0.36, -0.52], [0.35, -0.44], [0.2, -0.3], [-0.1, -0.24], [-0.3, -0.27], [0, -0.34], [0.12, -0.42], [0.22, -0.4], [0.28, -0.5]]));
  key.print(stain);
  glow.print(stain);
  // Others keep off.
  for (const [a, b, s, t] of [[980, 190, 150, -0.25], [1160, 110, 90, 0.1], [260, 150, 110, 0.25], [420, 230, 60, -0.1]]) {
    const g = h.gull(a, b, s, { turn: t, lift: 0.34 });
    for (const p of [green]) h.rim(p, g, 6);
    key.print(g);
  }
  return [glow, green, key];
}

export default [
  { path: '2026/11/ferry-strike-ends', focus: [0.53, 0.5], draw: ferry },
  { path: '2026/11/the-pilot-who-reads-the-fog', focus: [0.5, 0.58], draw: pilot },
  { path: '2026/11/astrid-mole-keeper', focus: [0.58, 0.45], draw: lighthouse },
  { path: '2026/10/herring-come-back', focus: [0.5, 0.5], draw: herring },
  { path: '2026/10/storm-barrier-closes-in-test', focus: [0.48, 0.52], draw: barrier },
  { path: '2026/09/grain-ship-waits-for-papers', focus: [0.4, 0.5], draw: carrier },
  { path: '2026/08/regatta-in-no-wind', focus: [0.52, 0.5], draw: sails },
  { path: '2026/04/oil-sheen-off-holm', focus: [0.44, 0.5], draw: oil },
];
