/** The icebreaker, bow on. */
import { floes } from '../lib/floes.mjs';
import * as h from '../lib/hand.mjs';

function draw() {
  const sky = new h.Plate('rust', 0.95);
  const haze = new h.Plate('sea', 0.32);
  const key = new h.Plate('night');
  const X = 760;
  // Weather: a low sun and a torn cloud.
  haze.print(h.box(-20, -20, 1540, 640));
  haze.carve(h.rows([-20, -20, 1520, 640], { gap: 15, angle: -4, bend: 22 }), {
    tone: (x, y) =>
      (y / 640) * 1.1 -
      0.05 +
      0.5 * (h.noise(x, y * 3, 190) - 0.5) +
      Math.max(0, 0.9 - Math.hypot(x - 1130, y - 430) / 330),
    width: 15,
    run: [120, 520],
  });
  haze.cut(h.oval(1130, 440, 74));
  sky.print(h.oval(1130, 440, 70));
  sky.carve(h.rows([1040, 440, 1220, 520], { gap: 12, bend: 1 }), {
    tone: (x, y) => (y - 430) / 80,
    width: 9,
  });
  // Far shore and the water.
  const shore = h.street(-30, 520, 600, { low: 10, high: 34, wide: [22, 50], lit: 0 });
  key.print(shore.walls, h.spire(250, 600, 120, 16), h.box(-20, 592, 620, 16));
  key.print(
    h.gantry(1330, 604, 150, { flip: -1 }),
    h.gantry(1430, 604, 150, { flip: -1 }),
    h.box(1180, 594, 340, 12),
  );
  key.print(h.box(-20, 604, 1540, 420));
  key.carve(h.plain(-20, 1520, 610, 1000, { first: 7, last: 26 }), {
    tone: (x, y) => 0.32 + 0.3 * (h.noise(x, y, 80) - 0.4),
    width: 7,
    run: [20, 120],
    rest: 60,
  });
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
      key.score(
        h
          .rows([mx - 200 * t - 30, my - 2, mx + 200 * t + 30, my + 60 * t], {
            gap: 5 + t * 8,
            angle: 14,
            bend: 2,
          })
          .map((l) => l.filter(([x, y]) => h.inside(s, x, y))),
        {
          tone: (x, y) => 0.7 * h.noise(x, y, 50) - 0.15,
          width: 4 + 3 * t,
          run: [10, 60],
          rest: 22,
        },
      );
  }
  // Smoke goes off to the left.
  const puffs = h.smoke(X + 4, 150, -620, -90, 26, 120, 15);
  key.within(puffs.join(''), (p) => {
    p.flood();
    p.carve(h.rows([0, -60, 900, 330], { gap: 10, angle: 12, bend: 26 }), {
      tone: (x, y) => 0.55 + 0.75 * (h.noise(x, y, 70) - 0.5) + (X - x) / 1300 - (y - 100) / 500,
      width: 12,
      run: [30, 130],
    });
  });
  // The ship.
  const hull = [
    [X - 205, 505],
    [X - 120, 470],
    [X, 452],
    [X + 120, 470],
    [X + 205, 505],
    [X + 178, 650],
    [X + 112, 760],
    [X + 40, 806],
    [X, 822],
    [X - 40, 806],
    [X - 112, 760],
    [X - 178, 650],
  ];
  key.cut(h.poly(h.shrink(hull, -10)));
  sky.print(h.poly(hull));
  key.print(h.poly(hull));
  key.cut(
    h.poly([
      [X - 196, 548],
      [X, 522],
      [X + 196, 548],
      [X + 176, 655],
      [X, 668],
      [X - 176, 655],
    ]),
  );
  key.carve(h.rows([X - 210, 670, X - 8, 820], { gap: 13, angle: 62, bend: 2 }), {
    tone: (x) => 0.5 - (x - X + 200) / 500,
    width: 6,
    run: [40, 120],
  });
  key.carve(h.rows([X + 6, 660, X + 210, 820], { gap: 11, angle: -62, bend: 2 }), {
    tone: (x) => 0.55 + (x - X) / 300,
    width: 8,
    run: [40, 140],
  });
  key.score(h.rows([X - 195, 540, X, 665], { gap: 10, angle: 86, bend: 2 }), {
    tone: (x) => 0.75 - (x - X + 200) / 260,
    width: 8,
    run: [60, 140],
  });
  key.print(h.bar(X, 455, X, 815, 7, 3));
  key.print(
    h.poly([
      [X - 88, 560],
      [X - 62, 556],
      [X - 66, 604],
      [X - 84, 604],
    ]),
    h.poly([
      [X + 88, 560],
      [X + 62, 556],
      [X + 66, 604],
      [X + 84, 604],
    ]),
  );
  // Upper works.
  const tower = [
    [X - 140, 482],
    [X - 128, 330],
    [X - 168, 322],
    [X - 160, 250],
    [X + 160, 250],
    [X + 168, 322],
    [X + 128, 330],
    [X + 140, 482],
  ];
  key.cut(h.poly(h.shrink(tower, -9)));
  key.print(h.poly(tower));
  key.cut(
    h.poly([
      [X + 2, 345],
      [X + 118, 345],
      [X + 126, 474],
      [X + 2, 458],
    ]),
  );
  key.score(h.rows([X + 2, 345, X + 124, 470], { gap: 22, bend: 1 }), {
    tone: () => 0.4,
    width: 6,
  });
  for (let i = 0; i < 7; i++) {
    const wx = X - 146 + i * 43;
    key.cut(
      h.poly([
        [wx, 266],
        [wx + 34, 266],
        [wx + 33, 306],
        [wx + 1, 306],
      ]),
    );
    sky.tone(h.box(wx, 266, 34, 40), i > 3 ? 0.9 : 0.45);
  }
  for (let i = 0; i < 3; i++)
    key.cut(h.box(X - 108 + i * 34, 366, 17, 22), h.box(X - 108 + i * 34, 414, 17, 22));
  for (let i = 0; i < 3; i++)
    key.print(h.box(X + 24 + i * 34, 366, 17, 22), h.box(X + 24 + i * 34, 414, 17, 22));
  sky.print(
    h.poly([
      [X - 42, 250],
      [X - 34, 160],
      [X + 42, 160],
      [X + 50, 250],
    ]),
  );
  key.print(
    h.poly([
      [X - 42, 182],
      [X - 36, 150],
      [X + 42, 150],
      [X + 46, 182],
    ]),
    h.bar(X + 84, 250, X + 84, 60, 10, 4),
    h.bar(X + 46, 120, X + 122, 120, 6),
    h.bar(X + 60, 92, X + 108, 92, 5),
  );
  key.score(h.rows([X - 44, 182, X + 4, 250], { gap: 9, angle: 90, bend: 1 }), {
    tone: (x) => 0.9 - (x - X + 44) / 70,
    width: 7,
  });
  for (const s of [-1, 1])
    key.print(
      h.bar(X + s * 120, 250, X + s * 120, 190, 5, 3),
      h.bar(X + s * 196, 505, X + s * 120, 340, 3),
    );
  // Ice thrown up at the stem.
  for (let i = 0; i < 26; i++) {
    const a = h.between(-1.15, 1.15);
    const r = h.between(20, 215);
    const c = [X + Math.sin(a) * r * 1.35, 812 - Math.abs(a) * 30 - r * 0.05 + h.between(-16, 40)];
    const size = h.between(10, 38);
    if (c[1] < 790 && Math.abs(c[0] - X) < 110) continue;
    const shard = [0, 1, 2, 3, 4].map((k) => [
      c[0] + Math.cos((k / 5) * 6.28 + i) * size * h.between(0.6, 1.4),
      c[1] + Math.sin((k / 5) * 6.28 + i) * size * h.between(0.4, 0.8),
    ]);
    key.print(h.poly(h.shrink(shard, -5)));
    key.cut(h.poly(shard));
    haze.print(h.poly(h.place(shard, 0, 0).map(([x, y]) => [x, y + size * 0.35])));
  }
  return [haze, sky, key];
}

export const harbourIceLive = { path: '2026/11/harbour-ice-live', focus: [0.51, 0.5], draw };
