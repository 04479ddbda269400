/** The streets: the tram, the market hall, the ballot, the school, the bridge. */
import * as h from '../lib/hand.mjs';

/** Line 7 comes over the hill. */
function tram() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const V = [750, 430];
  glow.print(h.box(-20, -20, 1540, 540));
  glow.carve(h.rays(750, 470, 60, 900, { count: 90, from: 180, to: 360 }), { tone: (x, y) => 0.9 - Math.hypot(x - 750, y - 470) / 800, width: 26, run: [120, 420] });
  // The harbour seen below the brow.
  key.print(h.box(300, 452, 900, 8), h.gantry(610, 456, 130), h.gantry(900, 456, 120, { flip: -1 }), h.spire(690, 456, 130, 16));
  key.score(h.plain(380, 1120, 462, 540, { first: 6, last: 12 }), { tone: (x, y) => 0.45 + 0.5 * (h.noise(x, y * 3, 60) - 0.5), width: 8, run: [20, 90] });
  // Houses step up the hill on both sides.
  for (const side of [-1, 1])
    for (let i = 0; i < 6; i++) {
      const t0 = [0.1, 0.17, 0.27, 0.42, 0.64, 0.94][i];
      const t1 = [0.17, 0.27, 0.42, 0.64, 0.94, 1.4][i];
      const x0 = 750 + side * (90 + t0 * 640);
      const x1 = 750 + side * (90 + t1 * 640);
      const foot = (t) => 470 + t * 470;
      const head = (t) => 420 - t * (370 + ((i * 37) % 5) * 26 + (side > 0 ? 30 : 0));
      const mid = (x0 + x1) / 2;
      const wall = [[x0, foot(t0)], [x0, head(t0)], [mid, head((t0 + t1) / 2) - 90 * t1 - 10], [x1, head(t1)], [x1, foot(t1)]];
      key.print(h.poly(wall));
      key.carve(h.rows([Math.min(x0, x1), 0, Math.max(x0, x1), 900], { gap: 8 + i * 1.6, angle: i % 2 ? 90 : side * 24, bend: 3 }).map((l) => l.filter(([x, y]) => h.inside(wall, x, y))), { tone: (x, y) => (side > 0 ? 0.18 : 0.5) + 0.28 * (i % 2) - Math.abs(y - 420) / 1500, width: 5 + i * 1.4, run: [40, 170] });
      const cols = i < 3 ? 2 : 3;
      for (let c = 0; c < cols; c++)
        for (let r = 0; r < 5; r++) {
          const u0 = (c + 0.28) / cols;
          const u1 = (c + 0.72) / cols;
          const v0 = (r + 0.25) / 5.4;
          const v1 = (r + 0.75) / 5.4;
          const q = (u, v) => [x0 + (x1 - x0) * u, head(t0 + (t1 - t0) * u) + (foot(t0 + (t1 - t0) * u) - head(t0 + (t1 - t0) * u)) * v];
          const win = h.poly([q(u0, v0), q(u1, v0), q(u1, v1), q(u0, v1)]);
          key.print(win);
          if (h.chance(0.4)) {
            key.cut(h.poly(h.shrink([q(u0, v0), q(u1, v0), q(u1, v1), q(u0, v1)], 2 + t0 * 4)));
            glow.print(win);
          }
        }
    }
  // The street.
  const road = [[660, 476], [840, 476], [1540, 1020], [-40, 1020]];
  glow.cut(h.poly([[660, 476], [840, 476], [1540, 1010], [1540, 1040], [-40, 1040], [-40, 1010]]));
  key.cut(h.poly(road));
  key.within(h.poly(road), (p) => p.score(h.rings(750, 380, 110, 900, { gap: 22, from: 20, to: 160, flat: 0.95 }), { tone: (x, y) => 0.34 + Math.abs(x - 750) / 1000 + 0.5 * (h.noise(x, y, 40) - 0.5), width: 17, run: [18, 60], rest: 8 }));
  for (const s of [-1, 1]) key.print(h.bar(750 + s * 40, 470, 750 + s * 235, 1020, 4, 22), h.bar(750 + s * 82, 476, 750 + s * 780, 1010, 5, 22));
  // Wires.
  for (const [x, y] of [[-20, 80], [1520, 40], [560, -20], [940, -20]]) key.print(h.bar(x, y, V[0], V[1] - 60, 5, 2));
  key.print(h.slack(-20, 130, 1520, 110, 110, 4), h.slack(330, 190, 1180, 180, 70, 3));
  // The tram.
  const [x, b] = [750, 838];
  const body = [[x - 160, b], [x - 172, b - 150], [x - 164, b - 420], [x - 120, b - 478], [x + 120, b - 478], [x + 164, b - 420], [x + 172, b - 150], [x + 160, b]];
  key.parts.push(`<path d="${h.poly(body)}" fill="#fff" stroke="#fff" stroke-width="18" stroke-linejoin="round"/>`);
  glow.cut(h.poly(body));
  key.print(h.poly(body));
  const front = [[x - 158, b - 40], [x - 160, b - 205], [x + 160, b - 205], [x + 158, b - 40]];
  key.cut(h.poly(front));
  red.print(h.poly(body));
  key.score(h.rows([x - 160, b - 205, x + 160, b - 40], { gap: 11, angle: 90, bend: 1 }), { tone: (px) => 0.1 + Math.max(0, (x + 20 - px) / 200), width: 11, run: [120, 200] });
  red.cut(h.box(x - 138, b - 386, 276, 160));
  key.cut(h.box(x - 138, b - 386, 276, 160));
  glow.print(h.box(x - 138, b - 386, 276, 160));
  key.print(h.bar(x - 46, b - 390, x - 46, b - 222, 9), h.bar(x + 46, b - 390, x + 46, b - 222, 9), h.bust(x - 4, b - 206, 78, { hair: 'cap' }), h.bust(x - 96, b - 220, 56), h.bust(x + 94, b - 218, 60, { hair: 'bun' }));
  glow.carve(h.rows([x - 138, b - 386, x + 138, b - 226], { gap: 20, angle: -52 }), { tone: (px) => (px - x - 20) / 160, width: 12 });
  // The number.
  key.cut(h.oval(x, b - 430, 34));
  red.cut(h.oval(x, b - 430, 30));
  key.print(h.poly([[x - 17, b - 452], [x + 19, b - 452], [x + 19, b - 442], [x + 1, b - 408], [x - 11, b - 408], [x + 5, b - 441], [x - 17, b - 441]]));
  for (const s of [-1, 1]) {
    key.print(h.oval(x + s * 104, b - 108, 38));
    key.cut(h.oval(x + s * 104, b - 108, 29));
    red.cut(h.oval(x + s * 104, b - 108, 33));
    key.print(h.box(x + s * 104 - 34, b - 8, 68, 36));
  }
  key.print(h.poly([[x - 172, b - 46], [x + 172, b - 46], [x + 148, b + 14], [x - 148, b + 14]]));
  key.carve(h.rows([x - 160, b - 38, x + 160, b + 8], { gap: 13, angle: 90 }), { tone: () => 0.4, width: 7, run: [60, 80] });
  key.print(h.bar(x, b - 478, x - 46, b - 540, 6), h.bar(x - 46, b - 540, x, b - 588, 6), h.bar(x + 4, b - 478, x + 46, b - 540, 6), h.bar(x + 46, b - 540, x, b - 588, 6), h.bar(x - 66, b - 588, x + 66, b - 588, 7));
  key.print(h.poly([[x - 150, b + 26], [x + 150, b + 26], [x + 215, b + 66], [x - 215, b + 66]]));
  key.print(h.person(280, 930, 300, { hat: 'brim', stride: 0.03, skirt: 0.3, coat: 0.68 }), h.person(345, 940, 210, { stride: 0.03, hat: 'knit' }), h.person(1210, 880, 250, { hat: 'cap', stride: 0.1, flip: -1 }));
  return [glow, red, key];
}

/** Under the iron roof. */
function market() {
  const glow = new h.Plate('ochre');
  const green = new h.Plate('sea');
  const key = new h.Plate('night');
  const V = [750, 590];
  const k = (t) => 1 / (0.2 + t);
  key.flood();
  green.flood();
  // The roof: arch behind arch, the day coming through the lantern in the ridge.
  const arch = (s, dy = 0) => {
    const pts = [];
    for (let i = 0; i <= 40; i++) {
      const a = Math.PI + (i / 40) * Math.PI;
      pts.push([V[0] + Math.cos(a) * 660 * s, V[1] - 120 * s + Math.sin(a) * 520 * s + dy]);
    }
    return pts;
  };
  key.carve(h.rays(V[0], V[1] - 60, 100, 1250, { count: 150, from: 180, to: 360 }), { tone: (x, y) => 0.42 - Math.abs(x - 750) / 2600 + 0.3 * (h.noise(x, y, 120) - 0.5), width: 15, run: [60, 240] });
  const ridge = h.poly([[V[0] - 16, V[1] - 110], [V[0] + 16, V[1] - 110], [V[0] + 210, -60], [V[0] - 210, -60]]);
  key.cut(ridge);
  green.cut(ridge);
  for (let i = -4; i <= 4; i++) key.print(h.bar(V[0] + i * 4, V[1] - 110, V[0] + i * 52, -60, 2, 9));
  const far = h.poly(arch(0.2).concat([[V[0] + 132, V[1] + 50], [V[0] - 132, V[1] + 50]]));
  key.cut(far);
  green.cut(far);
  glow.print(far);
  for (let i = -3; i <= 3; i++) key.print(h.bar(V[0] + i * 38, 460, V[0] + i * 38, 640, 5));
  key.print(h.ribbon(arch(0.2), 8), h.bar(V[0] - 132, 566, V[0] + 132, 566, 6));
  for (const s of [0.28, 0.4, 0.58, 0.84, 1.22]) {
    const w = 22 * s + 5;
    key.print(h.ribbon(arch(s), w * 1.7));
    key.print(h.ribbon(arch(s * 0.93), w * 0.7));
    const [o, n] = [arch(s), arch(s * 0.93)];
    for (let i = 0; i < 40; i += 2) key.print(h.bar(...o[i], ...n[i + 1], w * 0.35), h.bar(...o[i + 2], ...n[i + 1], w * 0.35));
    key.cut(h.ribbon(arch(s * 0.994), w * 0.22));
    green.cut(h.ribbon(arch(s * 0.994), w * 0.22));
    for (const e of [-1, 1]) {
      const x = V[0] + e * 660 * s;
      key.print(h.bar(x, V[1] - 130 * s, x, V[1] + 330 * s, w * 1.6));
      key.cut(h.bar(x - e * w * 0.4, V[1] - 120 * s, x - e * w * 0.4, V[1] + 320 * s, w * 0.2));
    }
    if (s < 0.3) continue;
    key.print(h.bar(V[0] - 660 * s, V[1] - 120 * s, V[0] + 660 * s, V[1] - 120 * s, w * 0.5));
  }
  // The floor, wet under the leak.
  const floor = h.poly([[V[0] - 130, 640], [V[0] + 130, 640], [V[0] + 560, 1020], [V[0] - 560, 1020]]);
  key.cut(floor);
  green.cut(floor);
  glow.print(floor);
  key.within(floor, (p) => p.score(h.plain(150, 1350, 642, 1010, { first: 8, last: 26 }), { tone: (x, y) => 0.2 + Math.abs(x - 750) / 900 + 0.5 * (h.noise(x, y * 2, 60) - 0.5), width: 18, run: [30, 140] }));
  // Stalls left and right.
  for (const [i, s] of [0.34, 0.5, 0.74, 1.1].entries())
    for (const e of [-1, 1]) {
      const x0 = V[0] + e * 250 * s;
      const x1 = V[0] + e * 640 * s * 1.25;
      const top = V[1] - 40 * s;
      const base = V[1] + 330 * s;
      const desk = V[1] + 190 * s;
      const cloth = [[x0 - e * 40 * s, top + 60 * s], [x0 + e * 20 * s, top - 30 * s], [x1, top - 30 * s], [x1, top + 60 * s]];
      key.print(h.poly([[x0, desk], [x1, desk], [x1, base], [x0, base]]));
      key.print(h.bust(x0 + e * 130 * s, desk + 10, 120 * s, { hair: ['cap', 'bun', 'curly', 'long'][(i + (e > 0 ? 2 : 0)) % 4] }));
      key.carve(h.rows([Math.min(x0, x1), desk + 10 * s, Math.max(x0, x1), base], { gap: 18 * s + 4, angle: 90, bend: 1 }), { tone: (px) => 0.55 - Math.abs(px - x0) / (500 * s), width: 9 * s + 2 });
      for (let g = 0; g < 9; g++) {
        const gx = x0 + e * (22 + g * 38) * s;
        const heap = h.soft([[gx - 22 * s, desk], [gx - 12 * s, desk - 26 * s], [gx, desk - 38 * s], [gx + 12 * s, desk - 26 * s], [gx + 22 * s, desk]]);
        key.print(h.soft([[gx - 27 * s, desk + 2], [gx - 14 * s, desk - 31 * s], [gx, desk - 45 * s], [gx + 14 * s, desk - 31 * s], [gx + 27 * s, desk + 2]]));
        if (g % 3 !== 1) key.cut(heap);
        if (g % 3 !== 1) green[g % 3 ? 'cut' : 'print'](heap);
        if (g % 3) glow.print(heap);
      }
      key.print(h.poly(cloth));
      for (let c = 0; c < 6; c += 2) {
        const a = c / 6;
        const b2 = (c + 1) / 6;
        const q = (u, v) => [cloth[v ? 0 : 1][0] + (cloth[v ? 3 : 2][0] - cloth[v ? 0 : 1][0]) * u, v ? cloth[0][1] : cloth[1][1]];
        const stripe = h.poly([q(a, 0), q(b2, 0), q(b2, 1), q(a, 1)]);
        key.cut(stripe);
        green.cut(stripe);
        if (i % 2) glow.print(stripe);
      }
    }
  // Lamps in two rows.
  for (const s of [0.3, 0.44, 0.64, 0.96])
    for (const e of [-1, 1]) {
      const [x, y] = [V[0] + e * 250 * s, V[1] - 210 * s];
      const pool = h.poly([[x - 30 * s, y], [x + 30 * s, y], [x + 150 * s, y + 250 * s], [x - 150 * s, y + 250 * s]]);
      glow.print(h.oval(x, y + 60 * s, 130 * s, 120 * s));
      key.within(pool, (p) => p.carve(h.rays(x, y, 8, 260 * s, { count: Math.round(10 + 12 * s), from: 55, to: 125 }), { tone: (px, py) => 1 - (py - y) / (260 * s), width: 12 * s + 2, run: [30, 120] }));
      green.cut(pool);
      key.print(h.lamp(x, V[1] - 640 * s, y, 90 * s));
      key.cut(h.oval(x, y + 8 * s, 32 * s, 20 * s));
      green.cut(h.oval(x, y + 8 * s, 32 * s, 20 * s));
      glow.cut(h.oval(x, y + 8 * s, 26 * s, 15 * s));
    }
  // Drops, a bucket, shoppers.
  for (const [x, y, s, o] of [[660, 760, 150, { hat: 'brim', skirt: 0.4, coat: 0.75 }], [845, 730, 120, { hat: 'cap' }], [700, 690, 80, {}], [800, 690, 84, { skirt: 0.4, coat: 0.7 }], [905, 900, 290, { hat: 'knit', stride: 0.12, flip: -1, coat: 0.66, arms: [[[-0.15, -0.62], [-0.14, -0.46]], [[0.2, -0.66], [0.26, -0.5]]] }]]) key.print(h.person(x, y, s, o));
  key.print(h.poly([[572, 880], [652, 880], [640, 960], [584, 960]]), h.limb([[572, 882], [612, 828], [652, 882]], 5));
  key.carve(h.rows([584, 892, 640, 956], { gap: 10, angle: 88 }), { tone: (x) => (x - 590) / 60, width: 6 });
  key.cut(h.oval(612, 881, 36, 7));
  for (let y = 150; y < 860; y += 58) key.cut(h.soft([[612, y], [617, y + 20], [612, y + 26], [607, y + 20]]));
  return [glow, green, key];
}

/** Ballots on a wet day. */
function ballot() {
  const red = new h.Plate('rust');
  const pale = new h.Plate('sea', 0.45);
  const key = new h.Plate('night');
  // Through the tall windows: rain and the queue.
  pale.print(h.box(-20, -20, 1540, 760));
  const queue = h.street(-20, 1540, 520, { low: 90, high: 170, wide: [90, 150], lit: 0.5 });
  pale.carve(h.rows([-20, -20, 1520, 700], { gap: 15, angle: 70, bend: 4 }), { tone: (x, y) => 0.5 + 0.6 * (h.noise(x, y, 160) - 0.5), width: 11, run: [50, 200] });
  pale.print(queue.walls);
  pale.cut(queue.windows);
  key.print(h.box(-20, 640, 1540, 90));
  for (let i = 0; i < 13; i++) {
    const x = 30 + i * 122 + h.between(-14, 14);
    const s = h.between(230, 275);
    key.print(h.person(x, 680, s, { skirt: i % 3 ? 0.05 : 0.35, coat: 0.66, wide: 1.2 }));
    const [ux, uy, r] = [x + 12, 680 - s * 0.97, h.between(66, 84)];
    const brolly = h.poly([[ux - r, uy], ...Array.from({ length: 9 }, (_, j) => [ux - r * Math.cos((Math.PI * (j + 1)) / 10), uy - r * 0.72 * Math.sin((Math.PI * (j + 1)) / 10)]), [ux + r, uy], [ux + r * 0.66, uy - 9], [ux + r * 0.33, uy + 2], [ux, uy - 9], [ux - r * 0.33, uy + 2], [ux - r * 0.66, uy - 9]]);
    key.print(h.bar(ux, uy - r * 0.85, ux, uy + s * 0.4, 4));
    key.parts.push(`<path d="${brolly}" fill="#fff" stroke="#fff" stroke-width="8"/>`);
    if (i % 4 === 1) red.print(brolly);
    key.print(i % 4 === 1 ? h.ribbon(h.curve([[ux - r, uy], [ux - r * 0.6, uy - r * 0.55], [ux, uy - r * 0.72], [ux + r * 0.6, uy - r * 0.55], [ux + r, uy]]), 6) : brolly);
    key.carve(h.rays(ux, uy, 12, r, { count: 9, from: 180, to: 360 }), { tone: (px) => (px - ux) / r + 0.2, width: 5, run: [60, 90] });
  }
  const drops = h.rain([0, -60, 1600, 700], 330, { angle: 72, width: 5, length: [40, 150] });
  key.cut(drops.slice(0, 190));
  key.print(drops.slice(190, 260));
  // Window frame.
  for (const x of [-6, 470, 1030, 1506]) key.print(h.bar(x, -20, x, 740, 54)).carve(h.rows([x - 22, 0, x + 22, 720], { gap: 11, angle: 90 }), { tone: (px) => (px - x + 4) / 26, width: 7, run: [90, 300] });
  key.print(h.bar(-20, 150, 1520, 150, 16), h.bar(-20, 0, 1520, 0, 44), h.box(-20, 700, 1540, 46));
  // The table and the box.
  key.print(h.box(-20, 800, 1540, 240));
  key.cut(h.poly([[-20, 792], [1520, 792], [1520, 830], [-20, 830]]));
  key.carve(h.rows([-20, 840, 1520, 1010], { gap: 15, angle: 1, bend: 7 }), { tone: (x, y) => 0.55 - Math.abs(x - 880) / 1500 + 0.4 * (h.noise(x, y * 3, 120) - 0.5), width: 9, run: [90, 400] });
  const [l, r, t, b] = [520, 980, 540, 900];
  key.parts.push(`<path d="${h.poly([[l, t], [l + 60, t - 74], [r + 60, t - 74], [r, t], [r + 60, b - 60], [r, b], [l, b]])}" fill="#fff" stroke="#fff" stroke-width="16"/>`);
  pale.cut(h.poly([[l, t], [l + 60, t - 74], [r + 60, t - 74], [r + 60, b - 60], [r, b], [l, b]]));
  key.print(h.poly([[l, t], [l + 60, t - 74], [r + 60, t - 74], [r + 60, b - 60], [r, b], [l, b]]));
  key.cut(h.poly([[l + 9, t - 6], [l + 63, t - 66], [r + 47, t - 66], [r - 5, t - 6]]));
  key.print(h.poly([[l + 150, t - 28], [l + 166, t - 44], [r - 104, t - 44], [r - 118, t - 28]]));
  key.cut(h.box(l + 10, t + 10, r - l - 20, b - t - 20));
  red.print(h.box(l + 8, t + 8, r - l - 16, b - t - 16));
  key.score(h.rows([l + 10, t + 10, r - 10, b - 10], { gap: 13, angle: 90, bend: 2 }), { tone: (x) => 0.15 + Math.max(0, (l + 240 - x) / 300), width: 12, run: [90, 300] });
  key.carve(h.rows([r + 2, t - 60, r + 58, b], { gap: 12, angle: -50 }), { tone: () => 0.32, width: 6 });
  const seal = [l + 230, t + 190];
  red.cut(h.oval(...seal, 92));
  key.cut(h.oval(...seal, 92));
  key.print(h.poly([[seal[0] - 46, seal[1] - 4], [seal[0] - 26, seal[1] - 24], [seal[0] - 6, seal[1] + 2], [seal[0] + 44, seal[1] - 56], [seal[0] + 64, seal[1] - 36], [seal[0] - 4, seal[1] + 44]]));
  // The paper and the hand that lets it go.
  const sheet = [[700, 506], [660, 300], [850, 262], [884, 500]];
  key.parts.push(`<path d="${h.poly(sheet)}" fill="#fff" stroke="#000" stroke-width="7"/>`);
  pale.cut(h.poly(sheet));
  key.print(h.bar(690, 360, 830, 332, 7), h.bar(696, 400, 800, 380, 7), h.bar(704, 440, 836, 414, 7));
  const hand = h.soft([[792, 366], [812, 330], [850, 300], [900, 270], [990, 226], [1080, 270], [1060, 330], [980, 356], [930, 372], [880, 384], [836, 392], [800, 388]]);
  const sleeve = h.poly([[1000, 214], [1520, -40], [1520, 250], [1070, 346]]);
  key.parts.push(`<path d="${hand + sleeve}" fill="#fff" stroke="#fff" stroke-width="16"/>`);
  key.parts.push(`<path d="${hand}" fill="#fff" stroke="#000" stroke-width="7"/>`);
  pale.cut(hand);
  key.print(h.limb([[800, 352], [850, 340], [900, 316]], 5), h.limb([[812, 376], [880, 356], [930, 332]], 5), sleeve);
  key.score(h.rows([860, 260, 1060, 380], { gap: 11, angle: -30 }).map((q) => q.filter(([x, y]) => y > 330 - (x - 880) * 0.1 && y < 372 - (x - 930) * 0.15)), { tone: () => 0.6, width: 6 });
  key.carve(h.rows([1010, -40, 1520, 340], { gap: 15, angle: -26, bend: 9 }), { tone: (x, y) => 0.75 - (y + (x - 1010) * 0.45 - 190) / 150, width: 10, run: [60, 200] });
  key.cut(h.bar(1022, 200, 1092, 348, 14));
  return [pale, red, key];
}

/** Letters on the board: Latin, Cyrillic, Arabic, drawn as shapes. */
function glyphs(s, cx, cy, gap) {
  const w = s * 0.17;
  const A = [h.bar(cx - gap - s * 0.36, cy + s / 2, cx - gap - s * 0.02, cy - s / 2, w), h.bar(cx - gap + s * 0.36, cy + s / 2, cx - gap + s * 0.02, cy - s / 2, w), h.bar(cx - gap - s * 0.2, cy + s * 0.18, cx - gap + s * 0.2, cy + s * 0.18, w * 0.8)];
  const Zh = [h.bar(cx, cy - s / 2, cx, cy + s / 2, w)];
  for (const e of [-1, 1]) Zh.push(h.bar(cx + e * s * 0.48, cy - s / 2, cx, cy, w * 0.9), h.bar(cx + e * s * 0.5, cy + s / 2, cx, cy, w * 0.9));
  const x = cx + gap;
  const Ayn = [h.limb([[x + s * 0.2, cy - s * 0.36], [x - s * 0.02, cy - s * 0.5], [x - s * 0.2, cy - s * 0.32], [x - s * 0.04, cy - s * 0.12], [x + s * 0.24, cy - s * 0.12], [x - s * 0.1, cy - s * 0.02], [x - s * 0.28, cy + s * 0.22], [x - s * 0.1, cy + s * 0.48], [x + s * 0.3, cy + s * 0.4]], (t) => w * (0.5 + 0.75 * Math.sin(Math.PI * (0.12 + t * 0.8))))];
  return [...A, ...Zh, ...Ayn];
}

function school() {
  const green = new h.Plate('sea');
  const glow = new h.Plate('ochre');
  const key = new h.Plate('night');
  // Wall and winter sun across it.
  glow.print(h.box(-20, -20, 1540, 780));
  const shaft = h.poly([[-20, 60], [300, -20], [760, -20], [1520, 560], [1520, 900], [900, 900]]);
  glow.cut(shaft);
  glow.carve(h.rows([-20, -20, 1520, 760], { gap: 15, angle: 36, bend: 3 }), { tone: (x, y) => 0.2 + 0.35 * h.noise(x, y, 160), width: 12, run: [80, 300] });
  key.print(h.box(-20, 716, 1540, 12));
  key.score(h.rows([-20, 728, 1520, 1000], { gap: 16, angle: 90, bend: 2 }), { tone: (x) => 0.4 + Math.abs(x - 750) / 1600, width: 10, run: [80, 260] });
  // The board.
  key.print(h.box(236, 108, 1028, 470));
  key.cut(h.box(250, 122, 1000, 442));
  key.print(h.box(262, 134, 976, 418));
  key.cut(h.box(262, 134, 976, 418));
  glow.cut(h.box(250, 122, 1000, 442));
  green.print(h.box(258, 130, 984, 426));
  green.carve(h.rows([262, 134, 1238, 552], { gap: 17, angle: -14, bend: 14 }), { tone: (x, y) => 0.5 * h.noise(x, y, 110) - 0.1, width: 7, run: [60, 240] });
  key.score(h.rows([258, 130, 1242, 556], { gap: 12, angle: -14, bend: 6 }), { tone: (x, y) => 0.55 * h.noise(x, y, 140) - 0.05 + (x < 420 ? 0.25 : 0), width: 10, run: [60, 240] });
  const letters = glyphs(250, 750, 336, 320);
  key.cut(letters);
  green.cut(letters);
  key.print(h.box(236, 560, 1028, 22));
  key.cut(h.box(300, 553, 60, 8), h.box(390, 553, 40, 8), h.box(1060, 553, 70, 8));
  // Window, left; map roller, right.
  key.print(h.box(24, -20, 150, 480));
  for (const x of [38, 104]) for (const y of [0, 150, 300]) key.cut(h.box(x, y, 56, 140));
  glow.cut(h.box(24, -20, 150, 480));
  key.print(h.box(12, 452, 174, 18), h.soft([[70, 452], [60, 400], [84, 380], [100, 410], [116, 372], [140, 400], [122, 452]]));
  key.print(h.bar(1330, 150, 1330, 560, 8), h.bar(1310, 150, 1480, 150, 12));
  key.parts.push(`<path d="${h.poly([[1320, 160], [1476, 160], [1476, 440], [1320, 440]])}" fill="#fff" stroke="#000" stroke-width="7"/>`);
  green.print(h.soft([[1340, 200], [1400, 180], [1450, 220], [1420, 280], [1440, 330], [1380, 360], [1350, 300]]));
  key.score(h.rows([1324, 164, 1472, 436], { gap: 12 }), { tone: (x, y) => 0.4 * h.noise(x, y, 40), width: 5 });
  // The teacher points at the last of them.
  const teacher = h.person(1218, 800, 490, { skirt: 0.42, coat: 0.82, wide: 1.05, stride: 0.03, flip: -1, arms: [[[-0.15, -0.62], [-0.06, -0.48]], [[0.2, -0.78], [0.34, -0.9]]] });
  key.parts.push(`<path d="${teacher.join('')}" fill="#fff" stroke="#fff" stroke-width="9"/>`);
  key.print(teacher, h.oval(1240, 330, 30), h.bar(1052, 360, 1000, 300, 5));
  key.carve(h.rows([1150, 400, 1300, 760], { gap: 13, angle: 88, bend: 5 }), { tone: (x) => (1216 - x) / 60, width: 8, run: [40, 110] });
  // Two rows of children.
  const kids = [[180, 800, 170, 'tails'], [420, 790, 164, 'short'], [640, 800, 172, 'curly'], [860, 790, 166, 'bun'], [1060, 806, 172, 'short'], [1390, 800, 176, 'tails'], [60, 990, 260, 'short'], [330, 985, 262, 'curly'], [600, 1000, 270, 'long'], [900, 985, 262, 'short'], [1180, 1000, 270, 'tails'], [1450, 985, 262, 'cap']];
  kids.forEach(([x, y, s, hair], i) => {
    const b = h.bust(x, y, s, { hair, lean: h.between(-0.06, 0.06) });
    if (i === 2 || i === 9) b.push(h.limb([[x + s * 0.4, y - s * 0.2], [x + s * 0.52, y - s * 0.6], [x + s * 0.46, y - s * 1.12]], (t) => s * (0.2 - 0.07 * t)), h.oval(x + s * 0.46, y - s * 1.2, s * 0.08, s * 0.11));
    if (i === 6) b.push(h.limb([[x + s * 0.4, y - s * 0.2], [x + s * 0.6, y - s * 0.55], [x + s * 0.62, y - s * 1.0]], (t) => s * (0.2 - 0.07 * t)), h.oval(x + s * 0.62, y - s * 1.08, s * 0.08, s * 0.11));
    key.parts.push(`<path d="${b.join('')}" fill="#fff" stroke="#fff" stroke-width="${7 + s * 0.02}"/>`);
    glow.cut(b);
    if (i % 3 === 1) green.print(b.slice(0, 1));
    key.print(i % 3 === 1 ? b.slice(1) : b);
    if (i % 3 === 1) key.score(h.rows([x - s * 0.5, y - s * 0.5, x + s * 0.5, y + s * 0.6], { gap: 12, bend: 3 }).map((l) => l.filter(([px, py]) => Math.abs(px - x) < s * 0.46 - Math.max(0, y - s * 0.3 - py))), { tone: () => 0.75, width: 10, run: [90, 220] });
    else key.carve(h.rows([x - s * 0.5, y - s * 0.45, x + s * 0.5, y + s * 0.5], { gap: s * 0.055, angle: 80, bend: 6 }), { tone: (px) => (x - px) / (s * 0.4) - 0.2, width: s * 0.035, run: [30, 100] });
  });
  return [glow, green, key];
}

/** Under the bridge, looking up. */
function bridge() {
  const red = new h.Plate('rust');
  const pale = new h.Plate('sea', 0.4);
  const key = new h.Plate('night');
  pale.print(h.box(-20, -20, 1540, 780));
  pale.carve(h.rows([-20, -20, 1520, 760], { gap: 16, angle: -6, bend: 16 }), { tone: (x, y) => 0.15 + y / 900 + 0.4 * (h.noise(x, y * 2, 190) - 0.5), width: 16, run: [120, 420] });
  const V = [1010, 640];
  key.print(h.street(640, 1560, 706, { low: 16, high: 44, wide: [24, 46], lit: 0 }).walls, h.spire(1180, 706, 110, 16));
  // Deck: two girders and what is between them, running to the far bank.
  const ray = (x, y, t) => [x + (V[0] - x) * t, y + (V[1] - y) * t];
  const [a, b, c, d] = [[-260, -60], [-260, 300], [1500, -520], [1500, -330]];
  const T = 0.93;
  const under = h.poly([[-260, 300], [1500, -330], ray(1500, -330, T), ray(-260, 300, T)]);
  key.print(under);
  pale.cut(under);
  const steps = [0, 0.17, 0.31, 0.43, 0.53, 0.62, 0.69, 0.75, 0.8, 0.84, 0.875, 0.9, 0.92];
  key.within(under, (p) => {
    p.carve(h.rays(V[0], V[1], 40, 1700, { count: 150, from: 180, to: 290 }), { tone: (x, y) => 0.42 + 0.3 * (h.noise(x, y, 120) - 0.5), width: 11, run: [60, 260] });
    steps.forEach((t, i) => {
      const w = 60 * (1 - t) + 3;
      p.print(h.bar(...ray(...b, t), ...ray(...d, t), w));
      p.cut(h.bar(...ray(b[0] + 30, b[1] + 16, t + 0.004), ...ray(d[0] + 30, d[1] + 16, t + 0.004), w * 0.12));
      const n = steps[i + 1] ?? T;
      p.print(h.bar(...ray(...b, t), ...ray(...d, n), w * 0.4), h.bar(...ray(...d, t), ...ray(...b, n), w * 0.4));
    });
  });
  red.print(under);
  red.within(under, (p) => p.carve(h.rays(V[0], V[1], 40, 1700, { count: 70, from: 180, to: 290 }), { tone: (x, y) => 1.1 * h.noise(x, y, 200) - 0.35, width: 16, run: [90, 400] }));
  const side = h.poly([a, b, ray(...b, T), ray(...a, T)]);
  key.print(side);
  red.cut(side).print(side);
  key.within(side, (p) =>
    steps.forEach((t, i) => {
      const n = steps[i + 1] ?? T;
      const g = 1 - t;
      const hole = h.shrink([ray(a[0], a[1] + 60, t + 0.01), ray(a[0], a[1] + 60, n), ray(b[0], b[1] - 60, n), ray(b[0], b[1] - 60, t + 0.01)], 8 * g + 1);
      p.cut(h.poly(hole));
      red.cut(h.poly(hole));
      p.print(i % 2 ? h.bar(...hole[0], ...hole[2], 34 * g + 3) : h.bar(...hole[1], ...hole[3], 34 * g + 3));
    }),
  );
  for (let i = 0; i < 70; i++) {
    const t = (i / 70) ** 0.6 * 0.9;
    key.cut(h.oval(...ray(b[0], b[1] - 24, t), 9 * (1 - t) + 0.8), h.oval(...ray(a[0], a[1] + 24, t), 9 * (1 - t) + 0.8));
  }
  // Piers.
  for (const [t, w] of [[0.5, 110], [0.76, 50], [0.88, 24]]) {
    const [l] = [ray(-260, 300, t)];
    const r = ray(1500, -330, t);
    const foot = V[1] + (1020 - V[1]) * (1 - t) * 1.35;
    const m = [(l[0] + r[0]) / 2, (l[1] + r[1]) / 2];
    const pier = [[m[0] - w * 1.25, m[1]], [m[0] + w * 1.25, m[1] - w * 0.8], [m[0] + w, m[1] + w], [m[0] + w * 1.15, foot], [m[0] - w * 1.15, foot], [m[0] - w, m[1] + w * 1.1]];
    key.cut(h.poly(h.shrink(pier, -6)));
    key.print(h.poly(pier));
    red.cut(h.poly(pier));
    key.carve(h.rows([m[0] - w * 1.3, m[1], m[0] + w * 1.3, foot], { gap: w * 0.16 + 3, angle: 2, bend: 2 }), { tone: (x) => (m[0] + w * 0.2 - x) / (w * 1.3), width: w * 0.13 + 2, run: [30, 110] });
  }
  // The river.
  key.print(h.box(-20, 704, 1540, 6));
  key.score(h.plain(-20, 1520, 714, 1000, { first: 9, last: 30 }), { tone: (x, y) => 0.95 - Math.abs(x - 420 - (y - 700) * -0.2) / 620 + 0.5 * (h.noise(x, y * 3, 80) - 0.5), width: 26, run: [40, 190] });
  red.score(h.plain(-20, 1000, 760, 1000, { first: 20, last: 36 }), { tone: (x, y) => 0.7 - Math.abs(x - 380) / 420 - 0.3 * h.noise(x, y * 3, 60), width: 18, run: [30, 120], rest: 40 });
  // The inspector on two ropes, with a lamp.
  const [x, y] = [800, 540];
  key.print(h.bar(x - 6, -20, x - 2, y - 160, 5), h.bar(x + 14, -20, x + 6, y - 160, 4));
  const body = [h.oval(x, y - 190, 22, 27), h.poly([[x - 32, y - 196], [x - 26, y - 222], [x, y - 232], [x + 26, y - 222], [x + 36, y - 194]]), h.soft([[x - 34, y - 150], [x, y - 168], [x + 34, y - 150], [x + 30, y - 90], [x + 22, y - 46], [x - 26, y - 46], [x - 34, y - 90]]), h.limb([[x - 14, y - 54], [x - 52, y - 34], [x - 40, y + 30]], 24), h.limb([[x + 12, y - 54], [x + 50, y - 40], [x + 62, y + 24]], 24), h.limb([[x + 26, y - 142], [x + 70, y - 176], [x + 96, y - 226]], 19), h.limb([[x - 28, y - 142], [x - 46, y - 190], [x - 8, y - 250]], 18)];
  key.parts.push(`<path d="${body.join('')}" fill="#fff" stroke="#fff" stroke-width="10"/>`);
  pale.cut(body);
  red.cut(body);
  key.print(body);
  red.print(h.box(x - 34, y - 150, 68, 60));
  key.cut(h.bar(x - 30, y - 128, x + 30, y - 128, 11), h.bar(x - 28, y - 104, x + 28, y - 104, 11));
  key.cut(h.oval(x + 100, y - 234, 14));
  key.print(h.gull(560, 610, 70, { turn: 0.2 }), h.gull(640, 570, 46, { turn: -0.2 }));
  return [pale, red, key];
}

export default [
  { path: '2026/11/tram-line-7-opens', focus: [0.5, 0.6], draw: tram },
  { path: '2026/11/market-hall-roof', focus: [0.5, 0.52], draw: market },
  { path: '2026/06/aldou-wins-city-hall', focus: [0.52, 0.58], draw: ballot },
  { path: '2026/10/a-school-in-three-languages', focus: [0.5, 0.4], draw: school },
  { path: '2031/01/bridge-inspection-report', focus: [0.54, 0.42], draw: bridge },
];
