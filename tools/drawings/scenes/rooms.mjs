/** Rooms and what happens in them: the talks, the register, the stage, the museum, the court. */
import * as h from '../lib/hand.mjs';

/** The table in the council hall. */
function talks() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const V = [750, 430];
  key.flood();
  // Walls and ceiling in perspective.
  key.carve(h.rays(V[0], V[1], 190, 1200, { count: 130, from: 180, to: 360 }), { tone: (x, y) => 0.32 - Math.abs(x - 750) / 3200 + 0.34 * (h.noise(x, y, 130) - 0.5), width: 11, run: [60, 260] });
  // Three tall windows at the end: night harbour.
  for (const [x, w, top] of [[520, 110, 170], [690, 120, 130], [870, 110, 170]]) {
    const win = `${h.box(x, top + 60, w, 360 - (top - 130))}${h.oval(x + w / 2, top + 62, w / 2, 60)}`;
    key.cut(h.oval(x + w / 2, top + 62, w / 2 + 9, 69), h.box(x - 9, top + 60, w + 18, 370 - (top - 130)));
    key.print(h.oval(x + w / 2, top + 62, w / 2, 60), h.box(x, top + 60, w, 362 - (top - 130)));
    key.carve(h.rows([x, top, x + w, 490], { gap: 9, angle: 0, bend: 3 }).map((q) => q.filter(([px, py]) => py > top + 40 || Math.abs(px - x - w / 2) < 30)), { tone: (px, py) => (py - 180) / 420 + 0.25 * (h.noise(px, py, 40) - 0.5), width: 9, run: [20, 90] });
    glow.print(win);
    key.print(h.bar(x + w / 2, top, x + w / 2, 490, 6), h.bar(x, top + 130, x + w, top + 130, 5), h.bar(x, top + 230, x + w, top + 230, 5));
  }
  key.print(h.street(520, 980, 490, { low: 14, high: 44, wide: [20, 40], lit: 0 }).walls, h.spire(760, 490, 150, 18), h.box(500, 488, 500, 12));
  key.cut(h.oval(930, 240, 20));
  glow.cut(h.oval(930, 240, 22));
  // Flags between the windows and along both walls.
  const flag = (x, y, s, plates, e) => {
    key.cut(h.bar(x, y + s * 1.05, x + e * s * 0.1, y - s * 1.3, s * 0.07));
    const cloth = h.soft([[x + e * s * 0.1, y - s * 1.25], [x + e * s * 0.34, y - s * 1.05], [x + e * s * 0.42, y - s * 0.5], [x + e * s * 0.36, y + s * 0.15], [x + e * s * 0.2, y + s * 0.28], [x + e * s * 0.12, y - s * 0.1]]);
    h.rim(key, cloth, 5);
    glow.cut(cloth);
    plates(cloth, x, y, s);
    key.score(h.rows([x - s * 0.5, y - s * 1.2, x + s * 0.5, y + s * 0.25], { gap: s * 0.1 + 3, angle: 90 + e * 6, bend: 8 }).map((q) => q.filter(([px]) => (px - x) * e > s * 0.09 && (px - x) * e < s * 0.4)), { tone: (px, py) => 0.2 + h.noise(px, py, 40) * 0.7, width: s * 0.05 + 2, run: [40, 140] });
  };
  const styles = [(c) => red.print(c), (c, x, y, s) => { glow.print(c); red.within(c, (p) => p.print(h.box(x - s, y - s * 0.55, s * 2, s * 0.4))); }, (c, x, y, s) => { red.within(c, (p) => p.print(h.box(x - s, y - s * 1.4, s * 2, s * 0.85))); }];
  for (const [x, y, s, i, e] of [[470, 420, 120, 0, 1], [1030, 420, 120, 1, -1], [352, 450, 185, 2, 1], [1148, 450, 185, 0, -1], [150, 500, 300, 1, 1], [1350, 500, 300, 2, -1]]) flag(x, y, s, styles[i], e);
  // Lamps and light.
  for (const [x, y, s] of [[750, 96, 150], [750, 240, 74], [750, 306, 42]]) {
    key.print(h.lamp(x, -20, y, s));
    key.cut(h.poly([[x - s * 0.5, y - s * 0.02], [x + s * 0.5, y - s * 0.02], [x + s * 0.3, y + s * 0.1], [x - s * 0.3, y + s * 0.1]]));
    glow.print(h.oval(x, y, s * 0.5, s * 0.12));
  }
  const cone = h.poly([[690, 104], [810, 104], [1180, 620], [320, 620]]);
  key.within(cone, (p) => p.carve(h.rays(750, 60, 60, 700, { count: 60, from: 48, to: 132 }), { tone: (x, y) => 0.62 - (y - 100) / 900 - Math.abs(x - 750) / 2200, width: 11, run: [60, 260], rest: 30 }));
  // The table.
  const table = [[672, 520], [828, 520], [1190, 1030], [310, 1030]];
  h.rim(key, h.poly(table), 4);
  glow.cut(h.poly(table));
  key.within(h.poly(table), (p) => p.score(h.rays(750, 410, 110, 760, { count: 40, from: 50, to: 130 }), { tone: (x, y) => 0.42 * h.noise(x, y, 70) + Math.abs(x - 750) / 1700 - 0.06, width: 11, run: [40, 170], rest: 24 }));
  for (const [v, s] of [[548, 0.24], [590, 0.36], [650, 0.52], [735, 0.78], [865, 1.15]]) for (const e of [-1, 1]) {
    const x = 750 + e * (72 + (v - 520) * 0.55);
    const sheet = [[x - 40 * s, v], [x + 42 * s, v], [x + (42 + e * 16) * s, v + 52 * s], [x - (40 - e * 16) * s, v + 52 * s]];
    h.outline(key, h.poly(sheet), 3 + 3 * s);
    key.print(h.bar(x - 22 * s, v + 16 * s, x + 26 * s, v + 16 * s, 3 * s + 1), h.bar(x - 20 * s, v + 28 * s, x + 22 * s, v + 28 * s, 3 * s + 1));
    key.print(h.poly([[x - e * 64 * s - 11 * s, v - 30 * s], [x - e * 64 * s + 11 * s, v - 30 * s], [x - e * 64 * s + 8 * s, v + 14 * s], [x - e * 64 * s - 8 * s, v + 14 * s]]));
  }
  // Two delegations facing each other across it, and the chair between.
  const heads = ['short', 'bun', 'short', 'long', 'short', 'curly'];
  const chair = h.bust(750, 512, 86);
  h.rim(key, chair, 6);
  glow.cut(chair);
  key.print(chair);
  for (const [i, [v, s]] of [[560, 100], [606, 132], [676, 178], [772, 250], [925, 370]].entries()) for (const e of [-1, 1]) {
    const x = 750 + e * (150 + (v - 520) * 0.98);
    const b = h.bust(x, v, s, { hair: heads[(i + (e > 0 ? 3 : 0)) % 6], lean: -e * 0.08 });
    h.rim(key, b, 4 + s * 0.03);
    glow.cut(b);
    key.print(b);
    if (e < 0 ? i % 2 : i === 2 || i === 4) red.print(b[0]);
    key.carve(h.rows([x - s * 0.5, v - s * 0.95, x + s * 0.5, v + s * 0.6], { gap: s * 0.05 + 2, angle: 84 * -e, bend: 5 }).map((q) => q.filter(([px, py]) => py > v - s * 0.46 || Math.abs(px - x) < s * 0.15)), { tone: (px) => (-e * (px - x)) / (s * 0.34) - 0.15, width: s * 0.034 + 1, run: [20, 110] });
  }
  return [glow, red, key];
}

/** Folders tied with tape, and a key. */
function folders() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  // The table top in light from a window: four panes thrown across it.
  const pane = (u, v) => [[120 + u * 560 + v * 190, 90 + v * 430 - u * 26], [620 + u * 560 + v * 190, 66 + v * 430 - u * 26], [770 + u * 560 + v * 190, 440 + v * 430 - u * 26], [270 + u * 560 + v * 190, 466 + v * 430 - u * 26]];
  for (const [u, v] of [[0, 0], [1, 0], [0, 1], [1, 1], [-1, 0], [-1, 1], [2, 0], [0, -1], [1, -1], [2, -1]]) {
    const d = h.poly(pane(u, v));
    key.cut(d);
    glow.print(d);
  }
  key.score(h.rows([-20, -20, 1520, 1020], { gap: 13, angle: -3, bend: 14 }), { tone: (x, y) => 0.6 * h.noise(x * 0.5, y * 3, 90) - 0.06, width: 8, run: [100, 500] });
  key.carve(h.rows([-20, -20, 1520, 1020], { gap: 17, angle: -3, bend: 14 }), { tone: (x, y) => 0.42 * h.noise(x * 0.5, y * 3, 120) - 0.06, width: 7, run: [60, 300] });
  // The long shadow, then the stack, sheet by sheet.
  key.print(h.poly([[420, 830], [1080, 770], [1540, 960], [1540, 1030], [700, 1030]]));
  const slab = (y, w, turn, plate, thick) => {
    const c = [[-w, -150], [w, -190], [w + 90, 120], [-w + 60, 175]].map(([a, b]) => [740 + a * Math.cos(turn) - b * Math.sin(turn) * 1.2, y + b * 0.92 + a * Math.sin(turn)]);
    const side = [c[3], c[2], [c[2][0], c[2][1] + thick], [c[3][0], c[3][1] + thick]];
    const right = [c[1], c[2], [c[2][0], c[2][1] + thick], [c[1][0], c[1][1] + thick]];
    for (const part of [side, right]) {
      h.rim(key, h.poly(part), 10);
      glow.cut(h.poly(part));
      red.cut(h.poly(part));
      h.outline(key, h.poly(part), 7);
    }
    const ls = [];
    for (let t = 0.14; t < 0.95; t += 0.17) ls.push(h.curve([[side[0][0] + 6, side[0][1] + thick * t], [(side[0][0] + side[1][0]) / 2, (side[0][1] + side[1][1]) / 2 + thick * t], [side[1][0] - 6, side[1][1] + thick * t]], 30));
    key.score(ls, { tone: (x, y) => 0.3 + h.noise(x, y, 50) * 0.8, width: 6, run: [60, 260] });
    key.score(h.rows([c[1][0] - 20, c[1][1], c[2][0] + 20, c[2][1] + thick], { gap: 8, angle: 60 }).map((q) => q.filter(([x, y]) => h.inside(right, x, y))), { tone: () => 0.9, width: 8 });
    h.rim(key, h.poly(c), 4);
    for (const p of [glow, red]) p.cut(h.poly(c));
    h.outline(key, h.poly(c), 8);
    if (plate) plate.print(h.poly(c));
    return c;
  };
  slab(740, 330, 0.06, red, 54);
  slab(672, 318, -0.05, null, 40);
  slab(618, 326, 0.03, red, 46);
  slab(560, 312, -0.02, glow, 40);
  const top = slab(500, 318, 0.05, red, 44);
  key.score(h.rows([380, 290, 1180, 690], { gap: 14, angle: -18, bend: 8 }).map((q) => q.filter(([x, y]) => h.inside(top, x, y))), { tone: (x, y) => 0.75 - (x - 400) / 640 + 0.5 * (h.noise(x, y, 90) - 0.5), width: 12, run: [60, 220] });
  // Tab, label, tape.
  const label = [[500, 392], [742, 382], [764, 466], [516, 478]];
  red.cut(h.poly(label));
  h.outline(key, h.poly(label), 6);
  key.print(h.bar(530, 414, 720, 406, 7), h.bar(536, 436, 680, 430, 6), h.bar(540, 456, 706, 449, 6));
  for (const knots of [[[940, 312], [985, 500], [1042, 650]], [[420, 590], [760, 560], [1130, 545]]]) {
    const tape = h.limb(knots, 24);
    h.rim(key, tape, 8);
    red.cut(tape);
    key.print(h.limb(knots, 20));
    key.carve([h.curve(knots, 24)], { width: 6, run: [30, 90] });
  }
  for (const knots of [[[998, 552], [940, 500], [900, 540], [990, 556]], [[998, 552], [1070, 510], [1090, 560], [1000, 558]], [[998, 556], [960, 620], [930, 660]], [[1000, 558], [1030, 620], [1080, 640]]]) {
    h.rim(key, h.limb(knots, 20), 8);
    key.print(h.limb(knots, 17));
  }
  // The key, with its own shadow.
  const K = (pts, dx = 0, dy = 0) => h.place(pts, 700 + dx, 560 + dy, 1.12, -0.42);
  const ring = (dx, dy, plate, w) => plate.parts.push(`<path d="${h.soft(K([[-210, 0], [-250, -62], [-320, -62], [-362, 0], [-320, 62], [-250, 62]], dx, dy))}" fill="none" stroke="${w > 0 ? '#000' : '#fff'}" stroke-width="${Math.abs(w)}"/>`);
  const shaft = (dx, dy, g = 0) => [h.poly(K([[-214, -17 - g], [170, -17 - g], [170, 17 + g], [-214, 17 + g]], dx, dy)), h.poly(K([[70 - g, 10], [110 + g, 10], [110 + g, 84 + g], [70 - g, 84 + g]], dx, dy)), h.poly(K([[126 - g, 10], [170 + g, 10], [170 + g, 100 + g], [126 - g, 100 + g]], dx, dy)), h.poly(K([[-214 - g, -30 - g], [-190 + g, -30 - g], [-190 + g, 30 + g], [-214 - g, 30 + g]], dx, dy))];
  key.print(shaft(34, 40));
  ring(34, 40, key, 34);
  ring(0, 0, key, -54);
  ring(0, 0, red, -44);
  key.cut(shaft(0, 0, 9));
  red.cut(shaft(0, 0, 6));
  ring(0, 0, key, 40);
  key.print(shaft(0, 0));
  ring(-3, -5, key, -15);
  key.cut(h.poly(K([[-180, -10], [160, -10], [160, -2], [-180, -2]])));
  glow.print(h.poly(K([[-180, -14], [164, -14], [164, 2], [-180, 2]])));
  ring(-3, -5, glow, 17);
  return [glow, red, key];
}

/** The stage of The Drowned Bell. */
function bell() {
  const green = new h.Plate('sea');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  const open = h.poly([[250, 60], [1250, 60], [1250, 800], [250, 800]]);
  green.print(open);
  key.cut(open);
  // Water lit from above, by long cuts; dark in the depth.
  key.within(open, (p) => {
    p.score(h.rows([250, 60, 1250, 800], { gap: 12, bend: 22 }), { tone: (x, y) => (y - 190) / 640 + Math.abs(x - 750) / 1200 + 0.55 * (h.noise(x, y * 2, 110) - 0.5), width: 13, run: [60, 240] });
  });
  green.within(open, (p) => p.carve(h.rays(750, -160, 220, 900, { count: 90, from: 58, to: 122 }), { tone: (x, y) => 1.1 - (y - 60) / 560 - Math.abs(x - 750) / 900, width: 20, run: [90, 420] }));
  const surface = h.soft([[230, 40], [1270, 40], [1270, 116], [1100, 136], [940, 108], [780, 138], [600, 110], [420, 140], [230, 112]]);
  key.within(open, (p) => p.cut(surface));
  green.within(open, (p) => p.cut(surface));
  key.within(open, (p) => p.score([0, 1, 2, 3].map((k) => h.curve([[240, 116 + k * 17], [420, 142 + k * 15], [600, 112 + k * 17], [780, 140 + k * 15], [940, 110 + k * 17], [1100, 138 + k * 15], [1260, 114 + k * 17]], 30)), { width: 10, tone: (x, y) => 0.9 - (y - 100) / 120, run: [60, 190] }));
  // The bell, tilted and half sunk in the stage.
  const B = (pts) => h.place(pts, 770, 440, 1.18, 0.3);
  const shape = B([[-36, -236], [36, -236], [86, -196], [112, -110], [126, 10], [152, 110], [218, 186], [206, 214], [-206, 214], [-218, 186], [-152, 110], [-126, 10], [-112, -110], [-86, -196]]);
  const crown = [B([[-64, -232], [-64, -300], [64, -300], [64, -232], [40, -232], [40, -276], [-40, -276], [-40, -232]]), B([[-14, -232], [-14, -300], [14, -300], [14, -232]])];
  const clapper = [h.bar(...B([[0, 190]])[0], ...B([[-20, 280]])[0], 20), h.oval(...B([[-22, 286]])[0], 34)];
  h.rim(key, clapper, 10);
  key.print(clapper);
  h.rim(key, [h.poly(shape), ...crown.map(h.poly)], 16);
  h.rim(green, h.poly(shape), 6);
  key.print(h.poly(shape), crown.map(h.poly));
  red.print(h.poly(shape), crown.map(h.poly));
  const inBell = (q) => q.filter(([x, y]) => h.inside(shape, x, y));
  const across = h.rows([440, 130, 1090, 800], { gap: 13, angle: 17, bend: 3 }).map(inBell);
  key.carve(across, { tone: (x, y) => 0.95 - Math.abs(x - 690 + (y - 440) * 0.32) / 130, width: 12, run: [40, 160] });
  red.carve(across, { tone: (x, y) => 0.75 - Math.abs(x - 650 + (y - 440) * 0.32) / 46, width: 12, run: [40, 160] });
  for (const v of [-176, -150, 96, 122, 172]) {
    const w = v < 0 ? 100 : v > 160 ? 200 : 150 + (v - 96) * 0.6;
    key.cut(h.bar(...B([[-w, v]])[0], ...B([[w * 0.6, v]])[0], 6));
  }
  for (let i = 0; i < 34; i++) {
    const t = h.rnd();
    const [x, y, r] = [700 + Math.sin(t * 7) * 60 + h.between(-90, 90) * (1 - t), 560 - t * 470, h.between(4, 15)];
    key.print(h.oval(x, y, r + 4));
    key.cut(h.oval(x, y, r));
    green.cut(h.oval(x - r * 0.2, y - r * 0.2, r * 0.7));
    red.cut(h.oval(x, y, r));
  }
  // The floor of the stage, the singer small before the bell.
  key.print(h.poly([[250, 716], [1250, 716], [1330, 810], [170, 810]]));
  key.carve(h.plain(190, 1310, 722, 800, { first: 9, last: 15 }), { tone: (x) => 0.85 - Math.abs(x - 520) / 480, width: 9, run: [50, 240] });
  const singer = h.person(470, 776, 250, { skirt: 1.3, coat: 0.98, stride: 0.02, arms: [[[-0.24, -0.78], [-0.34, -0.9]], [[0.26, -0.76], [0.38, -0.86]]] });
  for (const p of [key, green]) h.rim(p, singer, 9);
  key.print(singer.slice(0, 4), singer.slice(5));
  red.print(singer[4]);
  key.cut(singer[4]);
  key.score(h.rows([400, 560, 540, 780], { gap: 11, angle: 86, bend: 6 }).map((q) => q.filter(([x, y]) => Math.abs(x - 470) < 24 + Math.max(0, y - 640) * 0.26)), { tone: (x) => 0.2 + (x - 440) / 90, width: 8 });
  key.print(singer.slice(5));
  // Proscenium and curtains.
  for (const e of [-1, 1]) {
    const X = (u) => 750 + e * u;
    const drape = [[X(330), -20], [X(800), -20], [X(800), 830], [X(520), 830], [X(500), 640], [X(470), 440], [X(400), 250], [X(340), 90]];
    key.print(h.poly(drape));
    red.print(h.poly(drape));
    green.cut(h.poly(drape));
    key.carve(Array.from({ length: 24 }, (_, i) => h.curve([[X(345 + i * 23), -10], [X(420 + i * 16), 260], [X(500 + i * 13), 460], [X(524 + i * 12.5), 660], [X(530 + i * 13), 828]], 16)), { tone: (x, y) => 0.35 + 0.75 * (h.noise(Math.abs(x - 750), y * 0.25, 46) - 0.3) - Math.max(0, Math.abs(x - 750) - 560) / 500, width: 13, run: [90, 420] });
  }
  const swag = h.soft([[200, -60], [1300, -60], [1290, 50], [1130, 96], [950, 54], [750, 108], [550, 54], [370, 96], [210, 50]]);
  key.print(swag);
  red.print(swag);
  green.cut(swag);
  key.carve(h.rows([200, -20, 1300, 100], { gap: 15, angle: 90, bend: 8 }), { tone: (x, y) => (y < 60 ? 0.45 * h.noise(x, 3, 40) + 0.1 : 0), width: 9 });
  // The house: rows of heads against the light of the stage.
  key.print(h.box(-20, 800, 1540, 240));
  red.cut(h.box(-20, 832, 1540, 240));
  key.cut(h.bar(170, 812, 1330, 812, 7));
  for (const [y, s, n, o] of [[890, 118, 14, 0], [980, 158, 11, 60]]) for (let i = 0; i < n; i++) {
    const x = o + i * (1560 / n) + h.between(-12, 12) - 20;
    const b = h.bust(x, y + h.between(-10, 10), s, { hair: h.pick(['short', 'bun', 'long', 'curly', 'short', 'cap']) });
    h.rim(key, b, 7);
    key.print(b);
    key.carve(h.rows([x - s * 0.5, y - s, x + s * 0.5, y], { gap: s * 0.06, angle: 75, bend: 4 }), { tone: (px, py) => 0.5 - (py - y + s * 0.5) / s - Math.abs(px - x) / s, width: s * 0.028, run: [12, 40], rest: 14 });
  }
  return [green, red, key];
}

/** A ship in a glass case. */
function museum() {
  const green = new h.Plate('sea', 0.62);
  const glow = new h.Plate('ochre');
  const key = new h.Plate('night');
  key.flood();
  // The hall: dark, ribbed by carving, a tall window behind.
  key.carve(h.rows([-20, -20, 1520, 820], { gap: 14, angle: 90, bend: 5 }), { tone: (x, y) => 0.6 - Math.hypot(x - 760, (y - 380) * 1.2) / 1000 + 0.35 * (h.noise(x, y, 130) - 0.5), width: 11, run: [60, 280] });
  green.print(h.box(-20, -20, 1540, 830));
  for (const x of [70, 1250]) {
    key.print(h.box(x - 14, 40, 208, 460));
    key.cut(h.box(x, 54, 180, 432));
    green.cut(h.box(x, 54, 180, 432));
    glow.print(h.box(x, 54, 180, 432));
    glow.carve(h.rows([x, 54, x + 180, 486], { gap: 20, angle: 62 }), { tone: (px, py) => 0.5 * h.noise(px, py, 60), width: 10, run: [30, 120] });
    key.print(h.bar(x + 90, 50, x + 90, 490, 9), h.bar(x, 200, x + 180, 200, 8), h.bar(x, 345, x + 180, 345, 8));
  }
  key.print(h.box(-20, 806, 1540, 220));
  key.carve(h.rays(760, 500, 310, 1100, { count: 90, from: 14, to: 166 }), { tone: (x, y) => (y > 812 ? 0.62 - Math.abs(x - 760) / 1300 + 0.3 * (h.noise(x, y, 60) - 0.5) : 0), width: 15, run: [50, 200] });
  glow.print(h.box(-20, 806, 1540, 220));
  // The case.
  const [l, r, t, b] = [330, 1190, 110, 700];
  const glass = h.box(l, t, r - l, b - t);
  h.rim(key, glass, 8);
  green.cut(glass);
  green.within(glass, (p) => p.print(h.poly([[l, t], [r, t], [r, b], [l, b]])).carve(h.rows([l, t, r, b], { gap: 26, angle: -55, bend: 3 }), { tone: (x, y) => 0.9 - Math.abs(x + y * 0.7 - 860) / 330, width: 26, run: [200, 900] }));
  key.print(h.bar(l, t, l, b, 13), h.bar(r, t, r, b, 13), h.bar(l - 8, t, r + 8, t, 16), h.bar(l + 60, t + 44, l + 60, b - 50, 4), h.bar(r - 60, t + 44, r - 60, b - 50, 4), h.bar(l, t, l + 60, t + 44, 4), h.bar(r, t, r - 60, t + 44, 4), h.bar(l + 60, t + 44, r - 60, t + 44, 4));
  const plinth = h.poly([[l - 40, b], [r + 40, b], [r + 24, 930], [l - 24, 930]]);
  h.rim(key, plinth, 10);
  glow.cut(plinth);
  key.print(plinth);
  key.cut(h.poly([[l - 30, b + 12], [r + 30, b + 12], [r + 29, b + 26], [l - 29, b + 26]]));
  key.carve(h.rows([l - 20, b + 44, r + 24, 920], { gap: 17, angle: 1, bend: 9 }), { tone: (x, y) => 0.5 * h.noise(x * 0.4, y * 2, 70) + (x < 620 ? 0.12 : -0.04), width: 8, run: [90, 400] });
  key.cut(h.box(660, 780, 200, 76));
  glow.print(h.box(660, 780, 200, 76));
  key.print(h.bar(690, 804, 830, 804, 7), h.bar(690, 824, 800, 824, 5), h.bar(690, 840, 816, 840, 5));
  // The ship: a three-masted barque.
  const S = (pts) => h.place(pts, 755, 600, 1);
  const hull = S([[-300, -66], [-262, -40], [-100, -24], [120, -28], [270, -62], [318, -84], [282, -10], [236, 50], [-220, 54], [-268, 0]]);
  key.print(h.bar(640, 690, 640, 640, 22), h.bar(870, 690, 870, 640, 22), h.box(600, 676, 310, 24));
  const masts = [[-150, 350], [20, 400], [170, 340]];
  for (const [mx, mh] of masts) {
    key.print(h.bar(...S([[mx, -20]])[0], ...S([[mx + 4, -mh]])[0], 10, 4));
    for (const [k, w] of [[0.3, 118], [0.53, 100], [0.73, 78], [0.9, 54]]) {
      const y = -mh * k;
      const drop = mh * (k > 0.8 ? 0.13 : 0.185);
      const sail = h.soft(S([[mx - w * 0.5, y - drop], [mx, y - drop - 4], [mx + w * 0.5, y - drop], [mx + w * 0.62, y - drop * 0.4], [mx + w * 0.58, y], [mx, y - 12], [mx - w * 0.5, y], [mx - w * 0.42, y - drop * 0.5]]), 5);
      green.cut(sail);
      h.outline(key, sail, 5);
      glow.print(sail);
      key.score(h.rows([755 + mx - w, 600 + y - drop, 755 + mx + w, 600 + y], { gap: 9, angle: 86, bend: 4 }).map((q) => q.filter(([x, yy]) => Math.abs(x - 755 - mx - 4) < w * 0.5 && yy > 600 + y - drop + 6 && yy < 600 + y - 14)), { tone: (x) => 0.75 - (x - 755 - mx + w * 0.5) / (w * 0.9), width: 6, run: [30, 60] });
      glow.carve(h.rows([755 + mx, 600 + y - drop, 755 + mx + w * 0.6, 600 + y - 8], { gap: 9, angle: 86 }), { tone: (x) => (x - 755 - mx) / (w * 0.5), width: 8 });
      key.print(h.bar(...S([[mx - w * 0.6, y - drop]])[0], ...S([[mx + w * 0.6, y - drop]])[0], 5));
    }
    for (const e of [-1, 1]) for (const q of [34, 48]) key.print(h.bar(...S([[mx + e * q, -28]])[0], ...S([[mx + 3, -mh * 0.72]])[0], 2.2));
  }
  key.print(h.bar(...S([[270, -70]])[0], ...S([[400, -120]])[0], 9, 4));
  for (const [x, y] of [[-150, -330], [20, -380], [174, -320]]) key.print(h.bar(...S([[x, y]])[0], ...S([[Math.min(390, x + 190), x > 100 ? -116 : -80]])[0], 2.2));
  for (const tip of [[395, -118], [340, -98]]) {
    const jib = h.poly(S([tip, [184, -300], [tip[0] - 120, -100]]));
    green.cut(jib);
    h.outline(key, jib, 4);
  }
  h.rim(key, h.poly(hull), 8);
  green.cut(h.poly(hull));
  key.print(h.poly(hull));
  key.cut(h.limb(S([[-290, -44], [-100, -8], [120, -12], [300, -62]]), 9));
  for (let i = 0; i < 12; i++) key.cut(h.box(...S([[-220 + i * 38, 4 - (i > 8 ? (i - 8) * 5 : 0)]])[0], 12, 10));
  key.carve(h.rows([480, 620, 1010, 655], { gap: 9, bend: 3 }), { tone: (x, y) => (h.inside(hull, x, y) ? 0.55 : 0), width: 6, run: [40, 200] });
  // Glass: two long gleams; and a child who presses close, lit by the case.
  key.cut(h.poly([[l + 30, t + 210], [l + 150, t + 40], [l + 176, t + 40], [l + 30, t + 250]]), h.poly([[r - 150, b - 30], [r - 30, b - 210], [r - 30, b - 180], [r - 130, b - 30]]));
  for (const [x, y, s, o] of [[282, 960, 500, { hat: 'knit', coat: 0.64, stride: 0.05, skirt: 0.2, arms: [[[0.2, -0.7], [0.3, -0.82]], [[0.24, -0.62], [0.34, -0.72]]] }], [1310, 968, 700, { hat: 'brim', coat: 0.72, stride: 0.06, skirt: 0.2, flip: -1 }]]) {
    const f = h.person(x, y, s, { wide: 1.15, ...o });
    for (const p of [key, green, glow]) h.rim(p, f, 9);
    key.print(f);
    const e = x < 700 ? 1 : -1;
    key.carve(h.rows([x - s * 0.2, y - s * 0.86, x + s * 0.2, y - s * 0.3], { gap: s * 0.022, angle: 87, bend: 6 }), { tone: (px) => (e * (px - x)) / (s * 0.1) - 0.2, width: s * 0.016, run: [30, 110] });
  }
  return [green, glow, key];
}

/** The court door, shut. */
function court() {
  const glow = new h.Plate('ochre');
  const key = new h.Plate('night');
  key.flood();
  glow.flood();
  // Stone courses.
  for (let r = 0; r < 12; r++) for (let c = -1; c < 10; c++) {
    const x = c * 172 + (r % 2) * 86 - 20;
    const y = r * 72 - 30;
    const stone = [[x + 4, y + 4], [x + 168, y + 4], [x + 168, y + 68], [x + 4, y + 68]];
    const lit = x + y * 0.75 > 540 && x + y * 0.75 < 1400;
    if (lit) {
      glow.cut(h.poly(stone));
      key.cut(h.poly(stone));
      key.score(h.rows([x + 4, y + 4, x + 168, y + 68], { gap: 11, angle: -28 }), { tone: (px, py) => 0.62 * h.noise(px, py, 60) - 0.1, width: 8, run: [20, 80], rest: 20 });
    } else key.carve(h.rows([x + 6, y + 6, x + 166, y + 66], { gap: 12, angle: -28 }), { tone: (px, py) => 0.55 * h.noise(px, py, 70) - 0.02, width: 7, run: [20, 90], rest: 14 });
  }
  // Columns.
  for (const x of [330, 1170]) {
    const shaft = [[x - 74, 830], [x - 62, 150], [x + 62, 150], [x + 74, 830]];
    for (const p of [key, glow]) h.rim(p, [h.poly(shaft), h.box(x - 100, 96, 200, 58), h.box(x - 104, 800, 208, 60)], 10);
    key.print(h.poly(shaft), h.box(x - 100, 96, 200, 58), h.box(x - 104, 800, 208, 60));
    key.carve(h.rows([x - 60, 160, x + 64, 796], { gap: 17, angle: 90, bend: 1 }), { tone: (px, y) => 0.25 + (px - x + 70) / 150 - (y > 1700 - px * 1.1 ? 0.5 : 0), width: 15, run: [300, 900] });
    key.carve(h.rows([x - 92, 104, x + 92, 146], { gap: 13 }), { tone: (px) => 0.3 + (px - x + 90) / 300, width: 8 });
    key.carve(h.rows([x - 96, 808, x + 96, 852], { gap: 13 }), { tone: (px) => 0.3 + (px - x + 90) / 300, width: 8 });
  }
  const lintel = h.poly([[180, -20], [1320, -20], [1320, 96], [180, 96]]);
  for (const p of [key, glow]) h.rim(p, lintel, 8);
  key.print(lintel);
  for (let x = 200; x < 1310; x += 40) key.cut(h.box(x, 60, 24, 22));
  key.carve(h.rows([190, 0, 1310, 50], { gap: 14, bend: 3 }), { tone: (x) => (x - 200) / 1500 + 0.1, width: 9, run: [90, 400] });
  // The door in its deep frame.
  const frame = h.box(470, 150, 560, 690);
  for (const p of [key, glow]) h.rim(p, frame, 10);
  key.print(frame);
  const door = h.box(512, 190, 476, 640);
  key.cut(door);
  glow.print(door);
  key.print(h.bar(750, 190, 750, 830, 12));
  for (const x of [536, 768]) for (const [y, hh] of [[214, 150], [384, 230], [634, 170]]) {
    key.print(h.box(x, y, 196, hh));
    key.cut(h.box(x + 9, y + 9, 178, hh - 18));
    key.print(h.poly([[x + 9, y + 9], [x + 187, y + 9], [x + 165, y + 31], [x + 31, y + 31], [x + 31, y + hh - 31], [x + 9, y + hh - 9]]));
  }
  key.score(h.rows([512, 190, 988, 830], { gap: 11, angle: 90, bend: 4 }), { tone: (x, y) => 0.42 + 0.5 * (h.noise(x, y * 0.3, 40) - 0.5) + (x + y * 0.75 < 940 ? 0.55 : 0), width: 10, run: [60, 260] });
  // The shadow of the gable falls over the left leaf.
  key.within(door, (p) => p.carve(h.rows([512, 190, 988, 830], { gap: 18, angle: -53, bend: 2 }), { tone: (x, y) => (x + y * 0.75 < 950 ? 0.16 : 0), width: 7 }));
  for (const e of [-1, 1]) {
    const x = 750 + e * 36;
    h.rim(key, h.oval(x, 512, 34), 8);
    key.print(h.oval(x, 512, 34));
    key.parts.push(`<path d="${h.oval(x, 520, 20)}" fill="none" stroke="#fff" stroke-width="7"/>`);
  }
  key.print(h.oval(786, 590, 11), h.poly([[781, 590], [791, 590], [796, 622], [776, 622]]));
  // Steps.
  for (const [i, [y, x0, x1]] of [[836, 150, 1350], [884, 60, 1440], [938, -40, 1540]].entries()) {
    const d = h.poly([[x0, y], [x1, y], [x1 + 30, y + 64], [x0 - 30, y + 64]]);
    h.rim(key, d, 5);
    glow.cut(d);
    key.print(h.poly([[x0 - 8, y + 22], [x1 + 8, y + 22], [x1 + 30, y + 66], [x0 - 30, y + 66]]));
    key.carve(h.rows([x0, y + 24, x1, y + 60], { gap: 12, bend: 2 }), { tone: (x) => (x - 400 + i * 60) / 1700, width: 8, run: [60, 300] });
    key.score(h.rows([x0, y, x1, y + 22], { gap: 9, bend: 2 }), { tone: (x) => 0.75 - (x - 300) / 520, width: 9, run: [60, 240] });
  }
  // One sheet of paper left on the step.
  const sheet = [[846, 858], [950, 848], [984, 894], [878, 906]];
  key.print(h.poly(sheet.map(([x, y]) => [x - 18, y + 9])));
  h.outline(key, h.poly(sheet), 6);
  key.print(h.poly([[874, 868], [938, 862], [942, 870], [878, 876]]), h.poly([[884, 882], [926, 878], [930, 884], [888, 889]]));
  return [glow, key];
}

export default [
  { path: '2026/11/talks-third-round', focus: [0.5, 0.52], draw: talks },
  { path: '2026/10/who-owns-the-quay-1', focus: [0.48, 0.52], draw: folders },
  { path: '2026/11/the-drowned-bell', focus: [0.5, 0.48], draw: bell },
  { path: '2026/10/a-winter-at-the-maritime-museum', focus: [0.5, 0.45], draw: museum },
  { path: '2026/09/name-withdrawn', focus: [0.5, 0.54], draw: court },
];
