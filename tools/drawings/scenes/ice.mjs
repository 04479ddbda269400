/** Ice: the breaker, the people who walk on it, the tug it holds. */
import * as h from '../lib/hand.mjs';

/** A floor of floes in perspective between two heights. */
function floes(far, near, count) {
  const seeds = Array.from({ length: count }, () => [h.between(-6, 11), Math.log(1 + h.rnd() ** 2.1 * 9) * 2.2]);
  return h
    .cells(seeds, [-6, -0.1, 11, 5.2])
    .filter((c) => c.length > 2)
    .map((c) =>
      c.map(([u, v]) => {
        const t = (Math.exp(v / 2.2) - 1) / 9;
        const y = far + (near - far) * t;
        const x = u * 300;
        return [750 + (x - 750) * (0.45 + t * 1.1), y];
      }),
    );
}

/** The icebreaker, bow on. */
function breaker() {
  const sky = new h.Plate('rust', 0.95);
  const haze = new h.Plate('sea', 0.32);
  const key = new h.Plate('night');
  const X = 760;
  // Weather: a low sun and a torn cloud.
  haze.print(h.box(-20, -20, 1540, 640));
  haze.carve(h.rows([-20, -20, 1520, 640], { gap: 15, angle: -4, bend: 22 }), {
    tone: (x, y) => (y / 640) * 1.1 - 0.05 + 0.5 * (h.noise(x, y * 3, 190) - 0.5) + Math.max(0, 0.9 - Math.hypot(x - 1130, y - 430) / 330),
    width: 15,
    run: [120, 520],
  });
  haze.cut(h.oval(1130, 440, 74));
  sky.print(h.oval(1130, 440, 70));
  sky.carve(h.rows([1040, 440, 1220, 520], { gap: 12, bend: 1 }), { tone: (x, y) => (y - 430) / 80, width: 9 });
  // Far shore and the water.
  const shore = h.street(-30, 520, 600, { low: 10, high: 34, wide: [22, 50], lit: 0 });
  key.print(shore.walls, h.spire(250, 600, 120, 16), h.box(-20, 592, 620, 16));
  key.print(h.gantry(1330, 604, 150, { flip: -1 }), h.gantry(1430, 604, 150, { flip: -1 }), h.box(1180, 594, 340, 12));
  key.print(h.box(-20, 604, 1540, 420));
  key.carve(h.plain(-20, 1520, 610, 1000, { first: 7, last: 26 }), { tone: (x, y) => 0.32 + 0.3 * (h.noise(x, y, 80) - 0.4), width: 7, run: [20, 120], rest: 60 });
  for (const f of floes(610, 1060, 420)) {
    const mx = f.reduce((s, p) => s + p[0], 0) / f.length;
    const my = f.reduce((s, p) => s + p[1], 0) / f.length;
    const t = (my - 610) / 400;
    const lane = Math.abs(mx - X - (my - 610) * 0.12) < 40 + t * 250;
    if (lane && t > 0.1 && h.chance(0.62)) continue;
    const s = h.shrink(f, 3 + t * 17, 1 + t * 9);
    haze.print(h.poly(s.map(([x, y]) => [x, y + 3 + t * 15])));
    key.cut(h.poly(s));
    if (t > 0.06)
      key.score(h.rows([mx - 200 * t - 30, my - 2, mx + 200 * t + 30, my + 60 * t], { gap: 5 + t * 8, angle: 14, bend: 2 }).map((l) => l.filter(([x, y]) => h.inside(s, x, y))), {
        tone: (x, y) => 0.7 * h.noise(x, y, 50) - 0.15,
        width: 4 + 3 * t,
        run: [10, 60],
        rest: 22,
      });
  }
  // Smoke goes off to the left.
  const puffs = h.smoke(X + 4, 150, -620, -90, 26, 120, 15);
  key.within(puffs.join(''), (p) => {
    p.flood();
    p.carve(h.rows([0, -60, 900, 330], { gap: 10, angle: 12, bend: 26 }), { tone: (x, y) => 0.55 + 0.75 * (h.noise(x, y, 70) - 0.5) + (X - x) / 1300 - (y - 100) / 500, width: 12, run: [30, 130] });
  });
  // The ship.
  const hull = [[X - 205, 505], [X - 120, 470], [X, 452], [X + 120, 470], [X + 205, 505], [X + 178, 650], [X + 112, 760], [X + 40, 806], [X, 822], [X - 40, 806], [X - 112, 760], [X - 178, 650]];
  key.cut(h.poly(h.shrink(hull, -10)));
  sky.print(h.poly(hull));
  key.print(h.poly(hull));
  key.cut(h.poly([[X - 196, 548], [X, 522], [X + 196, 548], [X + 176, 655], [X, 668], [X - 176, 655]]));
  key.carve(h.rows([X - 210, 670, X - 8, 820], { gap: 13, angle: 62, bend: 2 }), { tone: (x) => 0.5 - (x - X + 200) / 500, width: 6, run: [40, 120] });
  key.carve(h.rows([X + 6, 660, X + 210, 820], { gap: 11, angle: -62, bend: 2 }), { tone: (x) => 0.55 + (x - X) / 300, width: 8, run: [40, 140] });
  key.score(h.rows([X - 195, 540, X, 665], { gap: 10, angle: 86, bend: 2 }), { tone: (x) => 0.75 - (x - X + 200) / 260, width: 8, run: [60, 140] });
  key.print(h.bar(X, 455, X, 815, 7, 3));
  key.print(h.poly([[X - 88, 560], [X - 62, 556], [X - 66, 604], [X - 84, 604]]), h.poly([[X + 88, 560], [X + 62, 556], [X + 66, 604], [X + 84, 604]]));
  // Upper works.
  const tower = [[X - 140, 482], [X - 128, 330], [X - 168, 322], [X - 160, 250], [X + 160, 250], [X + 168, 322], [X + 128, 330], [X + 140, 482]];
  key.cut(h.poly(h.shrink(tower, -9)));
  key.print(h.poly(tower));
  key.cut(h.poly([[X + 2, 345], [X + 118, 345], [X + 126, 474], [X + 2, 458]]));
  key.score(h.rows([X + 2, 345, X + 124, 470], { gap: 22, bend: 1 }), { tone: () => 0.4, width: 6 });
  for (let i = 0; i < 7; i++) {
    const wx = X - 146 + i * 43;
    key.cut(h.poly([[wx, 266], [wx + 34, 266], [wx + 33, 306], [wx + 1, 306]]));
    sky.tone(h.box(wx, 266, 34, 40), i > 3 ? 0.9 : 0.45);
  }
  for (let i = 0; i < 3; i++) key.cut(h.box(X - 108 + i * 34, 366, 17, 22), h.box(X - 108 + i * 34, 414, 17, 22));
  for (let i = 0; i < 3; i++) key.print(h.box(X + 24 + i * 34, 366, 17, 22), h.box(X + 24 + i * 34, 414, 17, 22));
  sky.print(h.poly([[X - 42, 250], [X - 34, 160], [X + 42, 160], [X + 50, 250]]));
  key.print(h.poly([[X - 42, 182], [X - 36, 150], [X + 42, 150], [X + 46, 182]]), h.bar(X + 84, 250, X + 84, 60, 10, 4), h.bar(X + 46, 120, X + 122, 120, 6), h.bar(X + 60, 92, X + 108, 92, 5));
  key.score(h.rows([X - 44, 182, X + 4, 250], { gap: 9, angle: 90, bend: 1 }), { tone: (x) => 0.9 - (x - X + 44) / 70, width: 7 });
  for (const s of [-1, 1]) key.print(h.bar(X + s * 120, 250, X + s * 120, 190, 5, 3), h.bar(X + s * 196, 505, X + s * 120, 340, 3));
  // Ice thrown up at the stem.
  for (let i = 0; i < 26; i++) {
    const a = h.between(-1.15, 1.15);
    const r = h.between(20, 215);
    const c = [X + Math.sin(a) * r * 1.35, 812 - Math.abs(a) * 30 - r * 0.05 + h.between(-16, 40)];
    const size = h.between(10, 38);
    if (c[1] < 790 && Math.abs(c[0] - X) < 110) continue;
    const shard = [0, 1, 2, 3, 4].map((k) => [c[0] + Math.cos((k / 5) * 6.28 + i) * size * h.between(0.6, 1.4), c[1] + Math.sin((k / 5) * 6.28 + i) * size * h.between(0.4, 0.8)]);
    key.print(h.poly(h.shrink(shard, -5)));
    key.cut(h.poly(shard));
    haze.print(h.poly(h.place(shard, 0, 0).map(([x, y]) => [x, y + size * 0.35])));
  }
  return [haze, sky, key];
}

/** A long walk over the frozen bay. */
function walkers() {
  const pale = new h.Plate('sea', 0.3);
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  pale.print(h.box(-20, -20, 1540, 400));
  pale.carve(h.rows([-20, -20, 1520, 384], { gap: 17, angle: 3, bend: 16 }), { tone: (x, y) => Math.max(0, y - 40) / 360 + 0.3 * (h.noise(x, y * 3, 170) - 0.5) + Math.max(0, 0.9 - Math.hypot(x - 1080, y - 250) / 300), width: 17, run: [150, 500] });
  pale.cut(h.oval(1080, 236, 66));
  red.print(h.oval(1080, 236, 62));
  // The island they come from.
  const island = h.soft([[40, 392], [120, 360], [230, 352], [330, 330], [450, 346], [560, 352], [640, 388], [400, 394]]);
  key.print(island);
  for (let i = 0; i < 42; i++) {
    const x = h.between(110, 560);
    const s = h.between(20, 46);
    key.print(h.poly([[x - s * 0.28, 366], [x, 352 - s * 1.5], [x + s * 0.28, 366]]));
  }
  key.print(h.street(330, 470, 362, { low: 12, high: 22, wide: [22, 34], lit: 0 }).walls);
  key.cut(h.box(352, 348, 6, 8), h.box(384, 350, 6, 8), h.box(430, 348, 6, 8));
  key.print(h.bar(-20, 388, 1520, 384, 5));
  // Swept ice: long drifts and cracks.
  pale.score(h.plain(-20, 1520, 396, 1000, { first: 9, last: 46, sway: 0.6, wave: 220 }), { tone: (x, y) => 0.75 * h.noise(x, y * 2.5, 260) - 0.18 + (y - 900) / 500, width: 34, run: [120, 560], rest: 40 });
  for (const knots of [[[-20, 560], [260, 600], [420, 590], [760, 680], [1040, 668], [1520, 760]], [[420, 590], [520, 520], [700, 470], [760, 430]], [[760, 680], [700, 800], [820, 1020]], [[1040, 668], [1180, 560], [1520, 500]]]) {
    const line = h.curve(knots, 9).map(([x, y]) => [x + h.between(-9, 9), y + h.between(-5, 5)]);
    key.print(h.ribbon(line, (t) => 3 + 7 * h.noise(t * 40, 1, 3)));
    pale.print(h.ribbon(line.map(([x, y]) => [x, y + 9]), (t) => 9 + 8 * h.noise(t * 30, 9, 3)));
  }
  // The line of people, nearer and larger to the front.
  const walk = [[505, 424, 40], [545, 432, 48], [585, 446, 58], [628, 458, 70], [596, 486, 84], [668, 512, 108], [716, 556, 142], [660, 610, 176], [790, 690, 250], [905, 850, 400]];
  walk.forEach(([x, y, s], i) => {
    const dx = (x - 1080) * 0.55 - s * 0.6;
    pale.print(h.poly([[x - s * 0.12, y - 2], [x + s * 0.12, y - 3], [x + dx + s * 0.05, y + s * 0.42], [x + dx - s * 0.22, y + s * 0.42]]));
    key.score(h.rows([x + dx - s * 0.3, y, x + s * 0.14, y + s * 0.42], { gap: 4 + s * 0.03, bend: 1 }).map((l) => l.filter(([a, b]) => h.inside([[x - s * 0.12, y - 2], [x + s * 0.12, y - 3], [x + dx + s * 0.05, y + s * 0.42], [x + dx - s * 0.22, y + s * 0.42]], a, b))), { tone: () => 0.8, width: 3 + s * 0.022, run: [30, 140], least: 0.1 });
    const figure = h.person(x, y, s, { hat: ['knit', 'cap', 'knit', 'brim'][i % 4], stride: 0.13, coat: i % 3 ? 0.62 : 0.74, skirt: i % 3 ? 0.1 : 0.4, wide: 1.2, lean: 0.05 });
    key.print(figure);
    if (s > 100) key.carve(h.rows([x - s * 0.2, y - s * 0.82, x + s * 0.2, y - s * 0.2], { gap: s * 0.03, angle: 86, bend: 3 }), { tone: (px) => (px - x) / (s * 0.1) - 0.1, width: s * 0.02, run: [20, 60] });
    if (s > 80) red.print(h.limb([[x - s * 0.09, y - s * 0.83], [x + s * 0.02, y - s * 0.8], [x + s * 0.1, y - s * 0.84]], s * 0.06), h.limb([[x - s * 0.06, y - s * 0.82], [x - s * 0.16, y - s * 0.74], [x - s * 0.22, y - s * 0.76]], s * 0.045));
    if (s > 80) key.cut(h.limb([[x - s * 0.09, y - s * 0.83], [x + s * 0.02, y - s * 0.8], [x + s * 0.1, y - s * 0.84]], s * 0.05));
  });
  // The sledge behind the last of them.
  const [x, y] = [560, 872];
  key.print(h.slack(850, 690, x + 118, y - 40, 40, 5));
  key.print(h.limb([[x - 150, y], [x + 60, y + 6], [x + 130, y - 8], [x + 150, y - 60]], 10), h.bar(x - 110, y - 4, x - 110, y - 40, 9), h.bar(x + 70, y - 4, x + 70, y - 40, 9), h.box(x - 150, y - 50, 280, 14));
  key.print(h.box(x - 130, y - 130, 110, 82), h.soft([[x - 10, y - 50], [x - 8, y - 118], [x + 50, y - 142], [x + 104, y - 112], [x + 110, y - 50]]));
  key.cut(h.box(x - 121, y - 121, 92, 64));
  red.print(h.box(x - 121, y - 121, 92, 64));
  key.print(h.bar(x - 121, y - 121, x - 29, y - 57, 7), h.bar(x - 29, y - 121, x - 121, y - 57, 7));
  key.carve(h.rows([x, y - 140, x + 104, y - 54], { gap: 11, angle: 70, bend: 5 }), { tone: (px) => (px - x - 20) / 90, width: 8 });
  key.score(h.plain(x - 330, x + 140, y + 12, y + 60, { first: 9, last: 11 }), { tone: (px, py) => 0.8 - Math.abs(px - x + 90) / 260 - (py - y) / 90, width: 8 });
  key.print([[300, 160, 70], [390, 120, 48], [240, 220, 40]].flatMap(([a, b, s], i) => h.gull(a, b, s, { turn: 0.2 - i * 0.2 })));
  return [pale, red, key];
}

/** The tug in the frozen basin, in falling snow. */
function tug() {
  const pale = new h.Plate('sea', 0.5);
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  pale.print(h.box(-20, -20, 1540, 560));
  pale.carve(h.rows([-20, -20, 1520, 540], { gap: 14, angle: 24, bend: 22 }), { tone: (x, y) => 0.25 + y / 900 + 0.5 * (h.noise(x, y, 190) - 0.5), width: 13, run: [70, 260] });
  // Gables along the basin, snow on the roofs.
  const back = h.street(-30, 1540, 500, { low: 90, high: 170, wide: [80, 130], lit: 0.65 });
  key.print(back.walls);
  key.carve(h.rows([-20, 200, 1520, 500], { gap: 12, angle: 90, bend: 3 }), { tone: (x, y) => 0.55 * h.noise(x, 5, 60) - 0.08 + (y - 400) / 700, width: 9, run: [40, 150] });
  key.print(back.windows);
  key.cut(back.windows.filter((_, i) => i % 3 === 0));
  red.print(back.windows.filter((_, i) => i % 3 === 0));
  key.print(h.spire(1130, 500, 400, 60));
  key.print(h.box(-20, 494, 1540, 52));
  key.cut(h.soft([[-40, 486], [200, 480], [600, 488], [1000, 480], [1540, 488], [1540, 500], [900, 502], [300, 498], [-40, 504]]));
  for (let x = 20; x < 1500; x += 120) key.cut(h.bar(x, 508, x, 540, 5));
  // Ice plates, cracked round the hull.
  pale.score(h.plain(-20, 1520, 552, 1000, { first: 12, last: 40, sway: 0.5, wave: 160 }), { tone: (x, y) => 0.8 * h.noise(x, y * 2, 200) - 0.2, width: 30, run: [80, 360], rest: 30 });
  for (const [i, f] of floes(540, 1080, 300).entries()) {
    const [mx, my] = f.reduce((s, p) => [s[0] + p[0] / f.length, s[1] + p[1] / f.length], [0, 0]);
    if (Math.hypot(mx - 740, (my - 770) * 1.8) > 700 * h.between(0.6, 1.1)) continue;
    const ring = [...f, f[0]];
    key.print(h.ribbon(ring.map(([x, y]) => [x + h.between(-3, 3), y + h.between(-2, 2)]), 3 + (my - 540) / 75));
    if (i % 6 === 0) {
      key.within(h.poly(f), (p) => p.flood().carve(h.plain(mx - 200, mx + 200, my - 90, my + 90, { first: 9, last: 11 }), { tone: () => 0.35, width: 6, run: [20, 80], rest: 30 }));
    }
  }
  // The tug, bow to the right.
  const at = (pts) => h.place(pts, 740, 780, 1.12);
  const P = (pts) => h.poly(at(pts));
  const hull = [[-400, -120], [-300, -92], [-80, -84], [140, -112], [300, -170], [402, -224], [396, -150], [366, -40], [330, 26], [-340, 26], [-388, -30]];
  key.parts.push(`<path d="${P(hull)}" fill="#fff" stroke="#fff" stroke-width="14"/>`);
  key.print(P(hull));
  key.cut(P([[-404, -108], [-300, -78], [-80, -70], [140, -98], [300, -156], [398, -206], [397, -190], [300, -138], [140, -80], [-80, -54], [-300, -62], [-402, -92]]));
  red.print(P([[-396, -20], [362, -20], [330, 30], [-340, 30]]));
  key.cut(P([[-388, -12], [354, -12], [328, 22], [-346, 22]]));
  key.score(h.rows([...at([[-390, -14]])[0], ...at([[356, 24]])[0]], { gap: 9, bend: 1 }), { tone: (x, y) => (y - 755) / 60, width: 8 });
  key.carve(h.rows([300, 560, 1200, 770], { gap: 15, angle: 4, bend: 6 }), { tone: (x, y) => (h.inside(at(hull), x, y) && y > 700 ? 0.25 + 0.4 * ((x - 740) / 440) : 0), width: 9, run: [50, 190] });
  for (let i = 0; i < 7; i++) {
    const [x, y] = at([[-300 + i * 88, -34 - Math.max(0, i - 4) * 16]])[0];
    key.print(h.oval(x, y, 30));
    key.parts.push(`<path d="${h.oval(x, y, 24)}" fill="none" stroke="#fff" stroke-width="6"/>`);
  }
  for (const [house, snow] of [
    [[[-150, -82], [-140, -196], [112, -196], [128, -104]], [[-160, -190], [-146, -216], [0, -224], [120, -214], [128, -190]]],
    [[[-74, -210], [-66, -318], [72, -318], [88, -210]], [[-92, -312], [-76, -340], [0, -348], [78, -338], [98, -312]]],
  ]) {
    key.parts.push(`<path d="${P(house)}" fill="#fff" stroke="#fff" stroke-width="9"/>`);
    key.print(P(house));
    key.print(h.soft(at(snow.map(([x, y]) => [x * 1.03, y + 8]))));
    key.cut(h.soft(at(snow)));
  }
  for (const x of [-54, -12, 30]) {
    key.cut(P([[x, -292], [x + 32, -292], [x + 34, -250], [x, -250]]));
    red.print(P([[x, -292], [x + 32, -292], [x + 34, -250], [x, -250]]));
  }
  for (const x of [-110, -62, -14, 34, 80]) key.cut(h.oval(...at([[x, -150]])[0], 15));
  key.carve(h.rows([...at([[-150, -200]])[0], ...at([[128, -90]])[0]], { gap: 12, angle: 88 }), { tone: (x) => (x - 800) / 130, width: 7 });
  const stack = [[-126, -206], [-118, -400], [-52, -400], [-48, -206]];
  key.print(P(stack));
  key.cut(P([[-119, -362], [-115, -318], [-55, -318], [-54, -362]]));
  red.print(P([[-122, -366], [-117, -314], [-53, -314], [-54, -366]]));
  key.print(h.bar(...at([[10, -340]])[0], ...at([[10, -520]])[0], 9, 5), h.bar(...at([[-24, -470]])[0], ...at([[44, -470]])[0], 6), h.bar(...at([[10, -510]])[0], ...at([[380, -226]])[0], 3.5), h.bar(...at([[10, -510]])[0], ...at([[-390, -130]])[0], 3.5));
  // Steam.
  const steam = h.smoke(642, 322, 300, -330, 30, 120, 13);
  pale.cut(steam);
  key.score(h.rings(760, 130, 40, 330, { gap: 17, bend: 26 }).map((l) => l.filter(([x, y]) => y < 300 && x < 1010 && x > 600)), { tone: (x, y) => 0.75 * h.noise(x, y, 60) - 0.3, width: 6, run: [20, 70], rest: 40 });
  const snow = h.flakes([-20, -20, 1520, 1000], 420, [2.5, 9]);
  key.cut(snow);
  pale.cut(snow);
  red.cut(snow);
  return [pale, red, key];
}

export default [
  { path: '2026/11/harbour-ice-live', focus: [0.51, 0.5], draw: breaker },
  { path: '2026/02/the-ice-winter-2', focus: [0.57, 0.6], draw: walkers },
  { path: '2026/01/the-ice-winter-1', focus: [0.5, 0.58], draw: tug },
];
