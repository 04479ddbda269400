/** On the quays: the warehouses, the band, the boat that carries books. */
import * as h from '../lib/hand.mjs';

/** Warehouses with the sun low behind the one who looks. */
function warehouses() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const V = [1130, 560];
  glow.print(h.box(-20, -20, 1540, 620));
  glow.carve(h.rays(V[0] + 110, V[1] - 30, 60, 1400, { count: 100, from: 175, to: 365 }), { tone: (x, y) => 1.05 - Math.hypot(x - V[0], y - V[1]) / 1200, width: 26, run: [150, 600] });
  glow.cut(h.oval(V[0] + 140, V[1] - 50, 62));
  red.print(h.oval(V[0] + 140, V[1] - 50, 56));
  const at = (x, y, t) => [x + (V[0] - x) * t, y + (V[1] - y) * t];
  // Far quay.
  key.print(h.gantry(1330, 568, 150), h.gantry(1440, 568, 130), h.box(1170, 560, 360, 12), h.spire(1210, 566, 90, 14));
  // Six gables in a row.
  const t = [-0.1, 0.22, 0.44, 0.6, 0.715, 0.8, 0.86];
  for (let i = 5; i >= 0; i--) {
    const [a, b] = [t[i], t[i + 1]];
    const m = (a + b) / 2;
    const X = -160;
    const wall = [at(X, 930, a), at(X, 130, a), at(X, -190, m), at(X, 130, b), at(X, 930, b)];
    const g = 1 - m;
    for (const p of [glow, key]) h.rim(p, h.poly(wall), 5 + 4 * g);
    red.print(h.poly(wall));
    key.print(h.poly(wall));
    const x0 = wall[0][0];
    const x1 = wall[4][0];
    // Bricks as courses that run to the vanishing point.
    const courses = [];
    for (let y = -180; y < 930; y += 24) courses.push(Array.from({ length: 40 }, (_, k) => at(X, y, a + ((b - a) * k) / 39)).filter(([x, yy]) => h.inside(wall, x, yy)));
    key.carve(courses, { tone: (x, y) => 0.72 - (y - 200) / 1800 + 0.5 * (h.noise(x, y, 80) - 0.5), width: 17 * g + 2, run: [14 + 40 * g, 30 + 90 * g], rest: 4 + 5 * g, least: 0.1 });
    const q = (u, v) => at(X, v, a + (b - a) * u);
    for (const [u0, u1, v0, v1] of [[0.4, 0.6, -40, 90], [0.4, 0.6, 190, 360], [0.4, 0.6, 440, 610], [0.36, 0.64, 700, 930], [0.12, 0.27, 220, 350], [0.12, 0.27, 470, 600], [0.74, 0.88, 220, 350], [0.74, 0.88, 470, 600]]) {
      const hole = [q(u0, v0), q(u1, v0), q(u1, v1), q(u0, v1)];
      h.rim(key, h.poly(hole), 6 * g + 3);
      red.cut(h.poly(hole));
      key.print(h.poly(hole));
      key.carve(h.rows([hole[0][0], Math.min(hole[0][1], hole[1][1]), hole[1][0], hole[2][1] + 40], { gap: 14 * g + 4, angle: 90, bend: 1 }).map((l) => l.filter(([x, y]) => h.inside(hole, x, y))), { tone: () => 0.3, width: 6 * g + 2, run: [200, 300] });
    }
    // Hoist beam.
    const [hx, hy] = q(0.5, -90);
    key.print(h.bar(hx, hy, hx + 120 * g, hy + 30 * g, 17 * g), h.bar(hx + 112 * g, hy + 30 * g, hx + 112 * g, hy + 190 * g, 3), h.oval(hx + 112 * g, hy + 196 * g, 8 * g));
    key.print(h.bar(x0, wall[0][1], x1, wall[4][1], 6));
  }
  // Wet stones, raked by light; shadows run towards us.
  const ground = h.poly([[-20, 1020], at(-160, 930, 0), at(-160, 930, 0.86), [1520, 572], [1520, 1020]]);
  key.cut(ground);
  glow.print(h.poly([[1010, 572], [1520, 572], [1520, 1020], [300, 1020]]));
  glow.carve(h.plain(-20, 1520, 580, 1010, { first: 9, last: 34 }), { tone: (x, y) => 0.95 - Math.abs(x - 1250 + (y - 560) * 0.9) / 440 + 0.3 * (h.noise(x, y, 70) - 0.5), width: 28, run: [40, 160] });
  key.within(ground, (p) => p.score(h.plain(-20, 1520, 578, 1010, { first: 9, last: 36 }), { tone: (x, y) => 0.42 + Math.abs(x - 1200 + (y - 560) * 0.9) / 1500 + 0.5 * (h.noise(x, y * 2, 60) - 0.5), width: 22, run: [16, 74], rest: 9 }));
  const shade = (x, y, w, len, spread) => {
    const dx = (x - V[0] - 140) / (y - V[1] + 50);
    key.print(h.poly([[x - w, y], [x + w, y], [x + dx * len + w * spread, y + len], [x + dx * len - w * spread, y + len]]));
  };
  for (const k of [0.12, 0.4, 0.58, 0.7, 0.79, 0.845]) {
    const [x, y] = at(1500, 1010, k);
    if (k > 0.2) shade(x, y, 46 * (1 - k), 330 * (1 - k), 2);
    h.rim(key, h.bollard(x, y, 130 * (1 - k)), 5);
    key.print(h.bollard(x, y, 130 * (1 - k)));
  }
  // The man with the folder, and all of his shadow.
  const [x, y, s] = [830, 800, 270];
  shade(x, y - 4, 30, 260, 3.6);
  const man = h.person(x, y, s, { hat: 'brim', skirt: 0.35, coat: 0.76, stride: 0.09, wide: 1.2 });
  for (const p of [key, red, glow]) h.rim(p, man, 8);
  key.print(man, h.box(x - 66, y - 150, 36, 50));
  key.carve(h.rows([x - 50, y - 250, x + 60, y - 60], { gap: 9, angle: 88 }), { tone: (px) => (px - x) / 26 - 0.1, width: 7, run: [30, 90] });
  return [glow, red, key];
}

/** Brass shapes; each is drawn around a hand position at a scale. */
const brass = {
  trumpet: (x, y, s, e = 1) => [h.bar(x, y, x + e * s * 1.0, y - s * 0.12, s * 0.07), h.poly([[x + e * s * 0.8, y - s * 0.15], [x + e * s * 1.25, y - s * 0.38], [x + e * s * 1.3, y + s * 0.1]]), h.limb([[x + e * s * 0.25, y], [x + e * s * 0.3, y + s * 0.17], [x + e * s * 0.62, y + s * 0.13], [x + e * s * 0.66, y - s * 0.08]], s * 0.06)],
  trombone: (x, y, s, e = 1) => [h.bar(x, y, x + e * s * 1.9, y + s * 0.32, s * 0.055), h.bar(x, y - s * 0.13, x + e * s * 1.2, y + s * 0.04, s * 0.055), h.poly([[x + e * s * 0.95, y - s * 0.02], [x + e * s * 1.5, y - s * 0.22], [x + e * s * 1.42, y + s * 0.3]]), h.bar(x + e * s * 1.88, y + s * 0.32, x + e * s * 1.9, y + s * 0.12, s * 0.055)],
  tuba: (x, y, s) => [h.soft([[x - s * 0.38, y - s * 0.1], [x - s * 0.2, y - s * 0.32], [x + s * 0.2, y - s * 0.3], [x + s * 0.38, y + s * 0.1], [x + s * 0.3, y + s * 0.55], [x, y + s * 0.7], [x - s * 0.3, y + s * 0.55]]), h.poly([[x + s * 0.02, y - s * 0.2], [x + s * 0.34, y - s * 0.1], [x + s * 0.42, y - s * 0.85], [x + s * 0.75, y - s * 1.1], [x - s * 0.42, y - s * 1.1], [x - s * 0.06, y - s * 0.85]]), h.oval(x + s * 0.16, y - s * 1.1, s * 0.6, s * 0.16)],
};

function gleam(key, glow, shapes, w) {
  for (const p of [key, glow]) h.rim(p, shapes, w * 2.2);
  key.print(shapes);
  h.outline(key, shapes, w);
  glow.print(shapes);
}

function band() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  // A cold bright sky with one great cloud, the harbour behind.
  red.score(h.rows([-20, 60, 1520, 560], { gap: 22, angle: -4, bend: 20 }), { tone: (x, y) => 0.8 * h.noise(x * 0.5, y * 1.8, 200) - 0.25, width: 16, run: [120, 520] });
  glow.print(h.oval(750, 330, 270));
  glow.carve(h.rings(750, 330, 40, 290, { gap: 24 }), { tone: (x, y) => 0.35 + (y - 330) / 560, width: 13, run: [90, 260] });
  key.print(h.gantry(1330, 640, 480, { flip: -1, raise: 1.0 }), h.gantry(170, 640, 420, { raise: 1.0 }));
  const town = h.street(-30, 1540, 640, { low: 26, high: 70, wide: [40, 80], lit: 0.3 });
  h.rim(key, town.walls, 6);
  key.print(town.walls).cut(town.windows);
  key.print(h.box(-20, 636, 1540, 24));
  key.score(h.plain(-20, 1520, 664, 760, { first: 9, last: 13 }), { tone: (x, y) => 0.75 - Math.abs(x - 750) / 1900 + 0.6 * (h.noise(x, y * 3, 80) - 0.6), width: 12, run: [40, 170] });
  key.print(h.box(-20, 756, 1540, 270));
  key.carve(h.plain(-20, 1520, 764, 1000, { first: 12, last: 32 }), { tone: (x, y) => 0.75 + 0.5 * (h.noise(x, y * 2, 90) - 0.5), width: 26, run: [50, 190], rest: 8 });
  // Nine players; the tuba in the middle.
  const players = [
    [750, 880, 520, 'cap', 'tuba'],
    [170, 870, 420, 'cap', 'trumpet'],
    [330, 885, 450, 'knit', 'trombone'],
    [1330, 870, 420, 'knit', 'trumpet'],
    [1165, 885, 455, 'cap', 'trombone'],
    [540, 905, 470, 'cap', 'horn'],
    [960, 905, 475, 'brim', 'drum'],
  ];
  for (const [x, y, s, hat, what] of players) {
    const e = x < 750 ? 1 : -1;
    key.print(h.poly([[x - s * 0.14, y], [x + s * 0.15, y], [x + (x - 750) * 0.25 + s * 0.2, 1010], [x + (x - 750) * 0.25 - s * 0.2, 1010]]));
    const lift = { trumpet: [[0.22, -0.72], [0.24, -0.84]], trombone: [[0.2, -0.68], [0.3, -0.78]], horn: [[0.24, -0.66], [0.14, -0.74]], tuba: [[0.22, -0.62], [0.12, -0.66]], drum: [[0.24, -0.62], [0.28, -0.5]] }[what];
    const f = h.person(x, y, s, { hat, wide: 1.3, stride: 0.06, coat: 0.56, flip: e, arms: [[[-0.2, -0.62], [-0.05, -0.6]], lift] });
    for (const p of [key, red, glow]) h.rim(p, f, 11);
    key.print(f);
    red.print(f[4]);
    key.cut(f[4]);
    key.print(f.slice(5));
    const torso = [x - s * 0.16, y - s * 0.84, x + s * 0.16, y - s * 0.44];
    key.score(h.rows(torso, { gap: s * 0.022, angle: 88, bend: 4 }), { tone: (px, py) => (py > y - s * 0.81 ? 0.25 + Math.abs(px - x - e * s * 0.05) / (s * 0.2) : 0), width: s * 0.021, run: [30, 120] });
    key.print(f.slice(-2));
    for (const v of [-0.72, -0.65, -0.58]) key.cut(h.oval(x + e * s * 0.03, y + v * s, s * 0.013));
    const m = [x + e * s * 0.07, y - s * 0.9];
    const w = s * 0.012 + 2;
    if (what === 'trumpet') gleam(key, glow, brass.trumpet(m[0], m[1], s * 0.3, e), w);
    if (what === 'trombone') gleam(key, glow, brass.trombone(m[0], m[1], s * 0.26, e), w);
    if (what === 'horn') {
      gleam(key, glow, [h.oval(x + s * 0.14, y - s * 0.62, s * 0.15, s * 0.17)], w);
      key.print(h.oval(x + s * 0.14, y - s * 0.62, s * 0.07, s * 0.09));
      gleam(key, glow, [h.poly([[x + s * 0.02, y - s * 0.6], [x - s * 0.2, y - s * 0.44], [x - s * 0.03, y - s * 0.34], [x + s * 0.14, y - s * 0.48]])], w);
    }
    if (what === 'tuba') {
      const t = brass.tuba(x + 20, y - s * 0.6, s * 0.34);
      gleam(key, glow, t, w);
      key.print(h.oval(x + 20 + s * 0.34 * 0.16, y - s * 0.6 - s * 0.34 * 1.1, s * 0.34 * 0.46, s * 0.34 * 0.1));
      key.parts.push(`<path d="${h.oval(x + 20, y - s * 0.52, s * 0.07, s * 0.1)}" fill="none" stroke="#000" stroke-width="${w * 1.6}"/>`);
      key.score(h.rows([x - 80, y - s * 0.95, x + 190, y - s * 0.38], { gap: 11, angle: 90 }).map((q) => q.filter(([px]) => px > x + 70)), { tone: () => 0.4, width: 7, run: [30, 80] });
      key.print(f.slice(-1));
    }
    if (what === 'drum') {
      const d = h.oval(x - s * 0.02, y - s * 0.5, s * 0.21, s * 0.22);
      h.outline(key, d, 11);
      red.cut(d);
      key.parts.push(`<path d="${h.oval(x - s * 0.02, y - s * 0.5, s * 0.17, s * 0.18)}" fill="none" stroke="#000" stroke-width="4"/>`);
      red.print(h.oval(x - s * 0.02, y - s * 0.5, s * 0.07));
      key.print(h.bar(x - s * 0.24, y - s * 0.66, x - s * 0.08, y - s * 0.54, 9), h.oval(x - s * 0.08, y - s * 0.53, s * 0.035));
    }
  }
  key.print([[420, 180, 80], [520, 120, 54], [1060, 150, 66], [930, 90, 44]].flatMap(([a, b, c], i) => h.gull(a, b, c, { turn: 0.25 - i * 0.18 })));
  return [glow, red, key];
}

/** The tuba, close. */
function tuba() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  red.flood();
  const [bx, by] = [640, 390];
  key.carve(h.rays(bx, by, 340, 1300, { count: 120 }), { tone: (x, y) => 0.95 - Math.hypot(x - bx, y - by) / 1000 + 0.25 * (h.noise(x, y, 90) - 0.5), width: 20, run: [70, 320] });
  // The player behind it: cap, cheek, coat.
  const body = h.soft([[820, 1040], [850, 760], [930, 640], [1060, 590], [1220, 640], [1330, 760], [1390, 1040]]);
  const head = h.soft([[930, 470], [940, 380], [1000, 320], [1090, 310], [1160, 360], [1180, 450], [1150, 560], [1080, 620], [1000, 610], [960, 570], [944, 530], [918, 512]]);
  const cap = h.poly([[900, 378], [960, 350], [950, 300], [1010, 240], [1120, 230], [1200, 280], [1210, 350], [1150, 372], [980, 382], [890, 400]]);
  for (const p of [key, red]) h.rim(p, [body, head, cap], 16);
  key.print(body, cap);
  h.outline(key, head, 10);
  key.score(h.rings(960, 500, 30, 250, { gap: 15 }).map((q) => q.filter(([x, y]) => x > 1010 && y > 380 && x < 1170 && y < 600)), { tone: (x) => (x - 990) / 150, width: 11, run: [40, 130] });
  key.print(h.limb([[962, 440], [990, 428], [1018, 442]], 9), h.limb([[968, 468], [990, 460], [1008, 470]], 8), h.oval(1120, 470, 26, 36), h.soft([[940, 520], [980, 500], [1040, 510], [1010, 540], [950, 548]]));
  key.cut(h.oval(1120, 470, 13, 21));
  key.cut(h.poly([[908, 384], [1150, 358], [1150, 366], [910, 394]]), h.oval(1046, 316, 18));
  glow.print(h.oval(1046, 316, 20));
  key.carve(h.rows([850, 620, 1380, 1010], { gap: 17, angle: 72, bend: 9 }), { tone: (x, y) => 0.45 * h.noise(x, y, 90) + (x - 1150) / 700, width: 10, run: [60, 220] });
  for (const y of [720, 810, 900]) {
    key.cut(h.oval(1010, y, 19));
    glow.print(h.oval(1010, y, 18));
  }
  // The bell of the tuba, wide as a sun, and its tubes.
  for (const p of [key, red]) h.rim(p, h.oval(bx, by, 345, 335), 14);
  glow.print(h.oval(bx, by, 345, 335));
  const tubes = [[[640, 640], [660, 800], [700, 1030]], [[520, 1030], [540, 860], [640, 800], [760, 850], [790, 1030]], [[900, 540], [850, 640], [860, 800], [900, 1030]]];
  for (const [i, knots] of tubes.entries()) {
    const w = [130, 66, 44][i];
    for (const p of [key, red, glow]) h.rim(p, h.limb(knots, w), 14);
    h.outline(key, h.limb(knots, w), 10);
    glow.print(h.limb(knots, w));
    key.score([h.curve(knots, 16).map(([x, y]) => [x + w * 0.27, y]), h.curve(knots, 16).map(([x, y]) => [x + w * 0.14, y])], { width: w * 0.15, run: [60, 200] });
    glow.carve([h.curve(knots, 16).map(([x, y]) => [x - w * 0.22, y])], { width: w * 0.16, run: [60, 200] });
  }
  for (const p of [red, glow]) h.rim(p, h.oval(bx, by, 345, 335), 4);
  h.outline(key, h.oval(bx, by, 345, 335), 14);
  glow.print(h.oval(bx, by, 345, 335));
  key.parts.push(`<path d="${h.oval(bx, by, 318, 308)}" fill="none" stroke="#000" stroke-width="7"/>`);
  key.score(h.rays(bx, by, 96, 304, { count: 130 }), { tone: (x, y) => 1.05 - (Math.hypot(x - bx, y - by) - 90) / 220 + 0.45 * Math.sin(Math.atan2(y - by, x - bx) * 2 + 0.6), width: 15, run: [60, 240] });
  glow.carve(h.rays(bx, by, 120, 330, { count: 70, from: 195, to: 285 }), { tone: (x, y) => (Math.hypot(x - bx, y - by) - 100) / 200, width: 17, run: [60, 200] });
  key.print(h.oval(bx + 10, by + 10, 104, 98));
  key.carve(h.rings(bx + 10, by + 10, 40, 96, { gap: 13, from: 20, to: 130 }), { tone: () => 0.5, width: 6, run: [30, 90] });
  // The harbour turned upside in the rim: three gulls and a crane.
  key.print(h.gantry(540, 300, 110), h.gull(700, 210, 50), h.gull(770, 250, 36));
  // The hand on the valves.
  for (const [i, x] of [820, 862, 904].entries()) key.print(h.box(x - 13, 640 - i * 6, 26, 90), h.oval(x, 636 - i * 6, 21, 10)).cut(h.oval(x, 634 - i * 6, 13, 5));
  const hand = h.soft([[950, 800], [900, 770], [860, 720], [800, 680], [792, 650], [816, 644], [862, 678], [840, 640], [856, 622], [900, 668], [890, 622], [908, 610], [944, 664], [990, 700], [1030, 770]]);
  for (const p of [key, glow]) h.rim(p, hand, 10);
  h.outline(key, hand, 9);
  key.print(h.limb([[862, 680], [890, 706], [920, 720]], 6), h.limb([[902, 668], [926, 692], [950, 704]], 6), h.poly([[960, 830], [1040, 750], [1130, 830], [1060, 940]]));
  key.cut(h.bar(966, 820, 1036, 756, 12));
  return [glow, red, key];
}

/** Rehearsal in the net shed, the door open on the water. */
function rehearsal() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  key.flood();
  const door = [[480, 190], [1020, 190], [1020, 660], [480, 660]];
  key.cut(h.poly(door));
  glow.print(h.poly(door));
  glow.carve(h.rows([480, 190, 1020, 470], { gap: 19, bend: 8 }), { tone: (x, y) => 0.35 + (y - 190) / 420, width: 18, run: [120, 400] });
  key.print(h.gantry(640, 470, 220), h.gantry(880, 470, 180, { flip: -1 }), h.box(480, 464, 540, 8));
  key.within(h.poly(door), (p) => p.score(h.plain(470, 1030, 478, 640, { first: 8, last: 15 }), { tone: (x, y) => 0.5 + 0.7 * (h.noise(x, y * 3, 70) - 0.5), width: 12, run: [30, 140] }));
  // Roof timbers, planks, floor in the light of the door.
  key.carve(h.rays(750, 420, 300, 1100, { count: 110, from: 172, to: 368 }), { tone: (x, y) => (h.inside(door, x, y) ? 0 : 0.5 - Math.hypot(x - 750, y - 420) / 1500 + 0.4 * (h.noise(x, y, 90) - 0.5)), width: 13, run: [60, 260] });
  for (const s of [1, 1.35, 1.9]) {
    const w = 20 * s;
    const beams = [h.bar(750 - 340 * s, 420 - 270 * s + 30, 750 + 340 * s, 420 - 270 * s + 30, w), h.bar(750, 420 - 400 * s, 750 - 420 * s, 420 - 230 * s, w), h.bar(750, 420 - 400 * s, 750 + 420 * s, 420 - 230 * s, w), h.bar(750 - 340 * s, 420 - 270 * s, 750 - 340 * s, 1020, w), h.bar(750 + 340 * s, 420 - 270 * s, 750 + 340 * s, 1020, w)];
    h.rim(key, beams, 6);
    key.print(beams);
  }
  for (const [x, y] of [[180, 150], [1330, 150]]) key.carve(Array.from({ length: 9 }, (_, i) => h.curve([[x - 150 + i * 38, y - 60], [x - 90 + i * 22, y + 130], [x - 150 + i * 38, y + 300]], 14)), { width: 6, run: [40, 200] });
  const floor = h.poly([[480, 660], [1020, 660], [1360, 1020], [140, 1020]]);
  key.cut(floor);
  glow.print(floor);
  key.within(floor, (p) => p.score(h.rays(750, 300, 340, 1000, { count: 60, from: 40, to: 140 }), { tone: (x, y) => (y - 640) / 560 + Math.abs(x - 750) / 1500 + 0.4 * (h.noise(x, y, 60) - 0.5), width: 24, run: [50, 220] }));
  // Players in a half ring, dark against the day, the leader in the door.
  const conductor = h.person(750, 760, 330, { coat: 0.66, skirt: 0.15, stride: 0.06, arms: [[[-0.24, -0.84], [-0.3, -1.02]], [[0.26, -0.78], [0.36, -0.94]]] });
  for (const p of [key, glow]) h.rim(p, conductor, 9);
  key.print(conductor, h.bar(869, 450, 912, 380, 4));
  red.print(h.limb([[722, 486], [750, 500], [778, 484]], 20));
  key.carve(h.rows([690, 480, 810, 660], { gap: 11, angle: 88, bend: 4 }), { tone: (x) => Math.abs(x - 750) / 40 - 0.4, width: 7, run: [30, 90] });
  const seats = [[250, 930, 300, 1, 'trumpet'], [470, 960, 330, 1, 'trombone'], [1250, 930, 300, -1, 'trumpet'], [1040, 960, 330, -1, 'tuba']];
  for (const [x, y, s, e, what] of seats) {
    const stand = [h.bar(x + e * s * 0.5, y + 70, x + e * s * 0.5, y - s * 0.42, 7), h.poly([[x + e * s * 0.36, y - s * 0.42], [x + e * s * 0.66, y - s * 0.36], [x + e * s * 0.7, y - s * 0.62], [x + e * s * 0.4, y - s * 0.68]])];
    const b = h.bust(x, y - s * 0.25, s * 0.78, { hair: what === 'tuba' ? 'bun' : what === 'trombone' ? 'curly' : 'cap', lean: e * 0.06 });
    const body = [...b, h.poly([[x - s * 0.38, y], [x + s * 0.38, y], [x + s * 0.34, 1030], [x - s * 0.4, 1030]])];
    for (const p of [key, glow]) h.rim(p, [...body, stand[1]], 10);
    key.print(body, stand[0]);
    red.print(body[0]);
    key.carve(h.rows([x - s * 0.4, y - s * 0.6, x + s * 0.4, 1020], { gap: s * 0.04, angle: 84 * e, bend: 6 }), { tone: (px, py) => (py > y - s * 0.5 ? (e * (px - x)) / (s * 0.3) - 0.1 : 0), width: s * 0.03, run: [30, 130] });
    h.outline(key, stand[1], 7);
    key.print(h.bar(x + e * s * 0.43, y - s * 0.6, x + e * s * 0.63, y - s * 0.55, 4), h.bar(x + e * s * 0.42, y - s * 0.53, x + e * s * 0.62, y - s * 0.48, 4));
    if (what === 'tuba') gleam(key, glow, brass.tuba(x - s * 0.2, y - s * 0.3, s * 0.42), 7);
    else gleam(key, glow, brass[what](x + e * s * 0.13, y - s * 0.74, s * 0.36, e), 6);
  }
  key.print(h.lamp(750, -20, 130, 130));
  key.cut(h.oval(750, 134, 46, 9));
  glow.print(h.oval(750, 134, 50, 12));
  return [glow, red, key];
}

/** The library boat. */
function library() {
  const green = new h.Plate('sea', 0.9);
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  // Evening sky, an island shore with pines, a jetty.
  green.score(h.rows([-20, -20, 1520, 520], { gap: 19, angle: -4, bend: 22 }), { tone: (x, y) => 0.85 * h.noise(x * 0.5, y * 1.7, 190) - 0.28 + (300 - y) / 1100, width: 16, run: [120, 520] });
  for (let i = 0; i < 60; i++) {
    const x = h.between(-20, 620) - 60 * h.rnd();
    const s = h.between(40, 130) * (1 - Math.max(0, x) / 1000);
    key.print(h.poly([[x - s * 0.25, 536], [x - s * 0.05, 536 - s * 0.7], [x, 536 - s * 1.5], [x + s * 0.06, 536 - s * 0.7], [x + s * 0.25, 536]]));
  }
  key.print(h.soft([[-60, 545], [-60, 510], [300, 500], [620, 526], [720, 545]]), h.soft([[1220, 545], [1320, 520], [1560, 508], [1560, 545]]));
  green.print(h.box(-20, 540, 1540, 490));
  green.carve(h.plain(-20, 1520, 546, 1000, { first: 9, last: 28, sway: 0.6 }), { tone: (x, y) => 0.55 + 0.9 * (h.noise(x * 0.6, y * 3, 120) - 0.5) - (y - 700) / 900, width: 25, run: [60, 300] });
  key.score(h.plain(-20, 1520, 560, 1000, { first: 12, last: 30, sway: 0.8, wave: 100 }), { tone: (x, y) => (y - 660) / 520 + 0.85 * (h.noise(x, y * 3, 110) - 0.55), width: 23, run: [50, 220] });
  // The boat: broad, low, its cargo shelves.
  const B = (pts) => h.place(pts, 770, 760, 1.06);
  const hull = B([[-480, -120], [-420, -64], [-200, -30], [200, -30], [410, -70], [520, -160], [496, -50], [410, 56], [300, 84], [-320, 84], [-430, 40], [-470, -40]]);
  const house = B([[-300, -40], [-300, -330], [290, -330], [290, -44]]);
  const roof = h.soft(B([[-340, -326], [-320, -356], [0, -392], [310, -356], [330, -326], [0, -334]]));
  for (const p of [green, key, red]) h.rim(p, [h.poly(hull), h.poly(house), roof], 14);
  key.print(h.poly(house));
  // Shelves with spines; lit from inside.
  const shelf = (x0, x1, y, hh) => {
    for (let x = x0; x < x1 - 8; ) {
      const w = h.between(11, 30);
      const t = hh * h.between(0.66, 0.97);
      if (h.chance(0.08)) {
        x += w;
        continue;
      }
      const lean = h.chance(0.12) ? h.between(-10, 14) : 0;
      const spine = [[x + lean, y - t], [x + w - 3 + lean, y - t], [x + w - 3, y], [x, y]];
      const kind = h.pick(['red', 'bare', 'green', 'red', 'bare', 'dark']);
      if (kind !== 'dark') key.cut(h.poly(spine));
      if (kind === 'red') red.print(h.poly(spine));
      if (kind === 'green') green.print(h.poly(spine));
      key[kind === 'dark' ? 'cut' : 'print'](h.bar(x + 3 + lean, y - t * 0.8, x + w - 6 + lean, y - t * 0.8, 4));
      if (w > 19 && kind !== 'dark') key.print(h.bar(x + 4 + lean * 0.5, y - t * 0.3, x + w - 7 + lean * 0.5, y - t * 0.3, 3));
      x += w;
    }
    key.print(h.bar(x0 - 8, y + 4, x1 + 4, y + 4, 9));
  };
  const [hx0, hy0] = B([[-280, -320]])[0];
  const [hx1] = B([[160, -320]])[0];
  for (const k of [0, 1, 2, 3]) shelf(hx0, hx1, hy0 + 76 + k * 74, 66);
  // Door at the right with the lamp.
  const dr = B([[180, -300], [270, -300], [270, -44], [180, -44]]);
  key.cut(h.poly(dr));
  green.cut(h.poly(dr));
  key.print(roof);
  key.carve(h.rows([410, 340, 1130, 420], { gap: 12, bend: 6 }), { tone: (x) => 0.55 - Math.abs(x - 640) / 700, width: 8, run: [60, 240] });
  key.print(h.poly(hull));
  const strake = h.limb(B([[-476, -98], [-420, -40], [-200, -6], [200, -6], [410, -44], [510, -130]]), 15);
  key.cut(strake);
  red.print(h.poly(h.halve(hull, 0, -1, -(760 + 34))));
  key.cut(h.poly(h.halve(hull, 0, -1, -(760 + 38))));
  key.score(h.rows([300, 796, 1260, 860], { gap: 10, bend: 2 }).map((q) => q.filter(([x, y]) => h.inside(hull, x, y))), { tone: (x, y) => 0.25 + (y - 790) / 90, width: 9, run: [60, 240] });
  key.carve(h.rows([290, 640, 1310, 792], { gap: 14, angle: 1, bend: 9 }).map((q) => q.filter(([x, y]) => h.inside(hull, x, y) && h.inside(hull, x, y - 46))), { tone: (x, y) => 0.75 - (x - 300) / 1100 + 0.3 * (h.noise(x, y, 60) - 0.5), width: 9, run: [70, 260] });
  // Books stacked on the foredeck and on the roof.
  const pile = (x, y, n, w) => {
    for (let i = 0; i < n; i++) {
      const t = h.between(15, 24);
      const ww = w * h.between(0.72, 1.05);
      const dx = h.between(-9, 9);
      const d = h.box(x - ww / 2 + dx, y - t, ww, t - 3);
      for (const p of [key, green]) h.rim(p, d, 6);
      h.outline(key, d, 4);
      [red, green, null, key][i % 4]?.print(d);
      y -= t;
    }
  };
  pile(420, 676, 5, 110);
  pile(350, 664, 3, 90);
  pile(1180, 690, 4, 100);
  pile(560, 360, 3, 100);
  pile(680, 350, 5, 96);
  pile(790, 346, 2, 110);
  key.print(h.bar(930, 360, 936, 60, 12, 6), h.bar(936, 70, 1310, 610, 3), h.bar(936, 70, 270, 650, 3));
  const flag = h.soft([[940, 66], [990, 56], [1040, 78], [1090, 64], [1086, 112], [1040, 126], [990, 104], [940, 114]]);
  h.outline(key, flag, 6);
  red.print(flag);
  for (let i = 0; i < 9; i++) {
    const t = (i + 1) / 10;
    const [x, y] = [936 - 666 * t, 70 + 580 * t];
    key.print(h.oval(x, y + 14, 11)).cut(h.oval(x, y + 14, 7));
  }
  // The librarian hands a book over to a child on the jetty.
  const lib = h.person(1010, 738, 270, { skirt: 0.35, coat: 0.8, stride: 0.04, wide: 1.1, arms: [[[-0.17, -0.62], [-0.12, -0.48]], [[0.28, -0.68], [0.44, -0.62]]] });
  for (const p of [key, green, red]) h.rim(p, lib, 8);
  key.print(lib, h.oval(1000, 474, 15));
  key.carve(h.rows([960, 520, 1070, 700], { gap: 9, angle: 88 }), { tone: (x) => (1014 - x) / 26, width: 6, run: [30, 90] });
  const jetty = h.poly([[1240, 800], [1520, 790], [1520, 850], [1230, 856]]);
  for (const p of [key, green]) h.rim(p, [jetty, h.box(1280, 840, 34, 180), h.box(1440, 840, 34, 180)], 8);
  key.print(jetty, h.box(1280, 850, 34, 180), h.box(1440, 850, 34, 180));
  key.carve(h.rows([1240, 800, 1520, 850], { gap: 14, angle: 88 }), { tone: () => 0.5, width: 7, run: [50, 60] });
  for (const [x, y, s, o] of [[1300, 802, 190, { hat: 'knit', flip: -1, arms: [[[-0.16, -0.6], [-0.14, -0.46]], [[0.26, -0.78], [0.4, -0.9]]] }], [1400, 800, 250, { hat: 'cap', skirt: 0.3, coat: 0.7, flip: -1 }]]) {
    const f = h.person(x, y, s, { wide: 1.2, stride: 0.05, ...o });
    for (const p of [key, green]) h.rim(p, f, 8);
    key.print(f);
    key.carve(h.rows([x - s * 0.2, y - s * 0.84, x + s * 0.2, y - s * 0.3], { gap: s * 0.04, angle: 88 }), { tone: (px) => (x - px) / (s * 0.1) - 0.1, width: s * 0.026, run: [20, 70] });
  }
  const book = h.poly([[1130, 556], [1196, 544], [1204, 590], [1138, 602]]);
  for (const p of [key, green]) h.rim(p, book, 8);
  h.outline(key, book, 5);
  red.print(book);
  key.print([[240, 200, 80], [350, 150, 56], [1240, 190, 60]].flatMap(([a, b, c], i) => h.gull(a, b, c, { turn: 0.25 - i * 0.2 })));
  return [green, red, key];
}

export default [
  { path: '2026/11/who-owns-the-quay-3', focus: [0.52, 0.55], draw: warehouses },
  { path: '2026/10/the-dockside-brass-band', focus: [0.5, 0.5], draw: band },
  { path: '2026/10/brass-band-tuba', draw: tuba },
  { path: '2026/10/brass-band-rehearsal', draw: rehearsal },
  { path: '2026/09/the-library-boat', focus: [0.54, 0.54], draw: library },
];
