/** Warehouses with the sun low behind the one who looks. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const V = [1130, 560];
  glow.print(h.box(-20, -20, 1540, 620));
  glow.carve(h.rays(V[0] + 110, V[1] - 30, 60, 1400, { count: 100, from: 175, to: 365 }), {
    tone: (x, y) => 1.05 - Math.hypot(x - V[0], y - V[1]) / 1200,
    width: 26,
    run: [150, 600],
  });
  glow.cut(h.oval(V[0] + 140, V[1] - 50, 62));
  red.print(h.oval(V[0] + 140, V[1] - 50, 56));
  const at = (x, y, t) => [x + (V[0] - x) * t, y + (V[1] - y) * t];
  // Far quay.
  key.print(
    h.gantry(1330, 568, 150),
    h.gantry(1440, 568, 130),
    h.box(1170, 560, 360, 12),
    h.spire(1210, 566, 90, 14),
  );
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
    for (let y = -180; y < 930; y += 24)
      courses.push(
        Array.from({ length: 40 }, (_, k) => at(X, y, a + ((b - a) * k) / 39)).filter(([x, yy]) =>
          h.inside(wall, x, yy),
        ),
      );
    key.carve(courses, {
      tone: (x, y) => 0.72 - (y - 200) / 1800 + 0.5 * (h.noise(x, y, 80) - 0.5),
      width: 17 * g + 2,
      run: [14 + 40 * g, 30 + 90 * g],
      rest: 4 + 5 * g,
      least: 0.1,
    });
    const q = (u, v) => at(X, v, a + (b - a) * u);
    for (const [u0, u1, v0, v1] of [
      [0.4, 0.6, -40, 90],
      [0.4, 0.6, 190, 360],
      [0.4, 0.6, 440, 610],
      [0.36, 0.64, 700, 930],
      [0.12, 0.27, 220, 350],
      [0.12, 0.27, 470, 600],
      [0.74, 0.88, 220, 350],
      [0.74, 0.88, 470, 600],
    ]) {
      const hole = [q(u0, v0), q(u1, v0), q(u1, v1), q(u0, v1)];
      h.rim(key, h.poly(hole), 6 * g + 3);
      red.cut(h.poly(hole));
      key.print(h.poly(hole));
      key.carve(
        h
          .rows([hole[0][0], Math.min(hole[0][1], hole[1][1]), hole[1][0], hole[2][1] + 40], {
            gap: 14 * g + 4,
            angle: 90,
            bend: 1,
          })
          .map((l) => l.filter(([x, y]) => h.inside(hole, x, y))),
        { tone: () => 0.3, width: 6 * g + 2, run: [200, 300] },
      );
    }
    // Hoist beam.
    const [hx, hy] = q(0.5, -90);
    key.print(
      h.bar(hx, hy, hx + 120 * g, hy + 30 * g, 17 * g),
      h.bar(hx + 112 * g, hy + 30 * g, hx + 112 * g, hy + 190 * g, 3),
      h.oval(hx + 112 * g, hy + 196 * g, 8 * g),
    );
    key.print(h.bar(x0, wall[0][1], x1, wall[4][1], 6));
  }
  // Wet stones, raked by light; shadows run towards us.
  const ground = h.poly([
    [-20, 1020],
    at(-160, 930, 0),
    at(-160, 930, 0.86),
    [1520, 572],
    [1520, 1020],
  ]);
  key.cut(ground);
  glow.print(
    h.poly([
      [1010, 572],
      [1520, 572],
      [1520, 1020],
      [300, 1020],
    ]),
  );
  glow.carve(h.plain(-20, 1520, 580, 1010, { first: 9, last: 34 }), {
    tone: (x, y) =>
      0.95 - Math.abs(x - 1250 + (y - 560) * 0.9) / 440 + 0.3 * (h.noise(x, y, 70) - 0.5),
    width: 28,
    run: [40, 160],
  });
  key.within(ground, (p) =>
    p.score(h.plain(-20, 1520, 578, 1010, { first: 9, last: 36 }), {
      tone: (x, y) =>
        0.42 + Math.abs(x - 1200 + (y - 560) * 0.9) / 1500 + 0.5 * (h.noise(x, y * 2, 60) - 0.5),
      width: 22,
      run: [16, 74],
      rest: 9,
    }),
  );
  const shade = (x, y, w, len, spread) => {
    const dx = (x - V[0] - 140) / (y - V[1] + 50);
    key.print(
      h.poly([
        [x - w, y],
        [x + w, y],
        [x + dx * len + w * spread, y + len],
        [x + dx * len - w * spread, y + len],
      ]),
    );
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
  key.carve(h.rows([x - 50, y - 250, x + 60, y - 60], { gap: 9, angle: 88 }), {
    tone: (px) => (px - x) / 26 - 0.1,
    width: 7,
    run: [30, 90],
  });
  return [glow, red, key];
}

export const whoOwnsTheQuay3 = { path: '2026/11/who-owns-the-quay-3', focus: [0.52, 0.55], draw };
