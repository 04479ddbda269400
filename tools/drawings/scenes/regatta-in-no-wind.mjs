/** Sails with nothing in them. */
import * as h from '../lib/hand.mjs';

function draw() {
  const green = new h.Plate('sea', 0.85);
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  const H = 560;
  // Heat: hardly a line in the sky; the horizon; the calm below.
  green.score(h.rows([-20, 380, 1520, H], { gap: 20, bend: 3 }), {
    tone: (x, y) => (y - 390) / 420 + 0.3 * (h.noise(x * 0.5, y * 2, 160) - 0.5),
    width: 11,
    run: [200, 800],
  });
  green.print(
    h.soft([
      [-60, H],
      [120, H - 24],
      [330, H - 18],
      [520, H - 34],
      [700, H - 12],
      [760, H],
    ]),
    h.soft([
      [1180, H],
      [1290, H - 20],
      [1560, H - 30],
      [1560, H],
    ]),
  );
  green.print(h.box(-20, H, 1540, 460));
  green.carve(h.plain(-20, 1520, H + 8, 1000, { first: 12, last: 34, sway: 0.25, wave: 300 }), {
    tone: (x, y) => 1.0 - (y - H) / 640 + 0.45 * (h.noise(x * 0.4, y * 3, 170) - 0.5),
    width: 30,
    run: [200, 900],
  });
  const boats = [
    [250, 592, 150, 0],
    [1240, 600, 175, 0],
    [1060, 584, 120, 0],
    [480, 630, 270, 0],
    [1330, 690, 360, 0],
    [800, 716, 560, 1],
  ];
  for (const [x, y, s, hot] of boats) {
    const P = (pts, up = 1) =>
      pts.map(([u, v]) => [x + u * s, y + v * s * up + (up < 0 ? 0.02 * s : 0)]);
    const main = h
      .curve(
        [
          [0.0, -1.13],
          [-0.09, -0.8],
          [-0.24, -0.45],
          [-0.39, -0.13],
        ],
        8,
      )
      .concat(
        h.curve(
          [
            [-0.39, -0.13],
            [-0.2, -0.1],
            [0.0, -0.13],
          ],
          4,
        ),
      );
    const jib = h
      .curve(
        [
          [0.03, -1.02],
          [0.12, -0.7],
          [0.2, -0.4],
          [0.34, -0.1],
        ],
        8,
      )
      .concat(
        h.curve(
          [
            [0.34, -0.1],
            [0.2, -0.07],
            [0.05, -0.14],
          ],
          4,
        ),
      );
    const hull = [
      [-0.42, -0.06],
      [-0.1, -0.035],
      [0.2, -0.045],
      [0.47, -0.09],
      [0.36, 0.03],
      [0.2, 0.055],
      [-0.32, 0.05],
    ];
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
        if (strip.length > 2)
          plate.print(h.poly(strip.map(([px, py]) => [px + (h.noise(px, py, 30) - 0.5) * 10, py])));
      }
    };
    below(hot ? main : main, hot ? red : key);
    if (hot) below(jib, key);
    const shapes = [h.poly(P(main)), h.poly(P(jib)), h.poly(P(hull))];
    for (const p of [green, red, key]) h.rim(p, shapes, 6);
    (hot ? red : key).print(h.poly(P(main)));
    if (hot) {
      const box = [x - 0.4 * s, y - 1.12 * s, x, y - 0.12 * s];
      key.score(
        h
          .rows(box, { gap: 17, angle: 66, bend: 8 })
          .map((q) => q.filter(([a, b]) => h.inside(P(main), a, b))),
        {
          tone: (a, b) => 0.15 + (a - x + 0.2 * s) / (0.34 * s) + 0.2 * (h.noise(a, b, 50) - 0.5),
          width: 12,
          run: [60, 260],
        },
      );
      for (const v of [-0.85, -0.62, -0.38])
        red.cut(h.bar(x - 0.42 * s * (1.13 + v) * 0.86, y + v * s + 8, x, y + v * s, 6));
    } else
      key.carve(
        h.rows([x - 0.4 * s, y - 1.1 * s, x, y - 0.1 * s], { gap: s * 0.04, angle: 70, bend: 4 }),
        { tone: (a) => (x - a) / (0.3 * s), width: s * 0.028, run: [30, 120] },
      );
    key.parts.push(
      `<path d="${h.poly(P(jib))}" fill="#fff" stroke="#000" stroke-width="${3 + s * 0.008}"/>`,
    );
    key.score(
      h
        .rows([x, y - s, x + 0.35 * s, y - 0.08 * s], { gap: s * 0.035 + 2, angle: 108, bend: 4 })
        .map((q) => q.filter(([a, b]) => h.inside(P(jib), a, b))),
      { tone: (a) => 0.6 - (a - x) / (0.3 * s), width: s * 0.02 + 2, run: [30, 160] },
    );
    key.print(
      h.poly(P(hull)),
      h.bar(...P([[0.01, -0.05]])[0], ...P([[0.02, -1.2]])[0], s * 0.018, s * 0.01),
      h.bar(...P([[-0.4, -0.12]])[0], ...P([[0.01, -0.13]])[0], s * 0.014),
      h.bar(...P([[0.02, -1.12]])[0], ...P([[0.44, -0.09]])[0], 2.5),
    );
    key.carve(
      h.rows([x - 0.4 * s, y - 0.05 * s, x + 0.4 * s, y + 0.03 * s], {
        gap: s * 0.025 + 3,
        bend: 1,
      }),
      { tone: () => 0.5, width: s * 0.012 + 2, run: [40, 200] },
    );
    if (s > 200)
      key.print(
        h.bust(x - 0.22 * s, y - 0.04 * s, s * 0.14, { hair: 'cap', lean: -0.3 }),
        h.bust(x + 0.12 * s, y - 0.04 * s, s * 0.12, { hair: 'bun', lean: 0.25 }),
      );
    if (hot)
      key.print(
        h.limb(
          [
            [x - 0.36 * s, y - 0.05 * s],
            [x - 0.47 * s, y - 0.02 * s],
            [x - 0.5 * s, y + 0.1 * s],
          ],
          5,
        ),
      );
    else if (s > 250)
      key.print(
        h.poly([
          P([[0.02, -1.2]])[0],
          P([[0.02, -1.14]])[0],
          P([[-0.03, -1.1]])[0],
          P([[-0.02, -1.17]])[0],
        ]),
      );
  }
  // A duck has right of way.
  const [dx, dy] = [430, 842];
  key.print(
    h.soft([
      [dx - 42, dy],
      [dx - 50, dy - 18],
      [dx - 20, dy - 20],
      [dx + 14, dy - 14],
      [dx + 18, dy - 34],
      [dx + 32, dy - 42],
      [dx + 44, dy - 32],
      [dx + 34, dy - 16],
      [dx + 30, dy + 2],
    ]),
    h.poly([
      [dx + 42, dy - 34],
      [dx + 60, dy - 28],
      [dx + 42, dy - 25],
    ]),
  );
  key.score(h.rings(dx, dy, 56, 150, { gap: 26, flat: 0.16, bend: 1 }), {
    tone: () => 0.6,
    width: 6,
    run: [60, 140],
    rest: 50,
  });
  return [green, red, key];
}

export const regattaInNoWind = { path: '2026/08/regatta-in-no-wind', focus: [0.52, 0.5], draw };
