/** People as cut silhouettes, built from a few limbs. All return lists of outlines. */
import { bar, limb, oval, place, poly, soft } from './shape.mjs';

const hats = {
  cap: [
    [-0.075, -0.955],
    [-0.05, -1.01],
    [0.04, -1.01],
    [0.075, -0.965],
    [0.125, -0.945],
    [0.06, -0.935],
  ],
  knit: [
    [-0.07, -0.94],
    [-0.06, -1.0],
    [0, -1.035],
    [0.06, -1.0],
    [0.07, -0.94],
  ],
  brim: [
    [-0.12, -0.955],
    [-0.06, -0.97],
    [-0.05, -1.04],
    [0.05, -1.04],
    [0.06, -0.97],
    [0.12, -0.955],
    [0, -0.94],
  ],
  helmet: [
    [-0.085, -0.93],
    [-0.08, -1.0],
    [0, -1.035],
    [0.08, -1.0],
    [0.11, -0.94],
  ],
};

/**
 * Someone on their feet: x and y of the feet, height h. `stride` opens the legs, `coat` is how low
 * the coat hangs (0…1 of the height from the top), `arms` are [elbow, hand] pairs in body units.
 */
export function person(
  x,
  y,
  h,
  { stride = 0.05, coat = 0.6, wide = 1, hat, lean = 0, flip = 1, arms = [], skirt = 0 } = {},
) {
  const at = (pts) => place(pts, x, y, h, lean, flip);
  const w = 0.125 * wide;
  const low = -1 + coat;
  const out = [];
  const hip = [0, -0.5];
  for (const side of [-1, 1]) {
    const foot = [side * stride + 0.01, 0];
    const knee = [side * stride * 0.6 + 0.015, -0.25];
    out.push(
      limb(
        at([[side * 0.035, hip[1]], knee, foot]),
        (t) => h * (0.1 - 0.035 * t) * Math.sqrt(wide),
      ),
    );
    out.push(
      limb(
        at([
          [foot[0] - 0.02, -0.012],
          [foot[0] + 0.075, -0.008],
        ]),
        h * 0.04,
      ),
    );
  }
  out.push(
    soft(
      at([
        [-w, -0.77],
        [-0.05, -0.845],
        [0.05, -0.845],
        [w, -0.77],
        [w * 1.05, -0.55],
        [w * (1.05 + skirt), low],
        [0, low + 0.02],
        [-w * (1.05 + skirt), low],
        [-w * 1.05, -0.55],
      ]),
    ),
  );
  out.push(oval(...at([[0.012, -0.92]])[0], h * 0.062, h * 0.078));
  out.push(bar(...at([[0, -0.86]])[0], ...at([[0, -0.8]])[0], h * 0.07));
  if (hats[hat]) out.push(poly(at(hats[hat])));
  const hands = arms.length
    ? arms
    : [
        [
          [-w * 1.1, -0.62],
          [-w * 1.05, -0.45],
        ],
        [
          [w * 1.15, -0.62],
          [w * 1.15, -0.45],
        ],
      ];
  hands.forEach(([elbow, hand], i) => {
    const side = arms.length ? (elbow[0] < 0 ? -1 : 1) : i ? 1 : -1;
    out.push(limb(at([[side * w * 0.8, -0.79], elbow, hand]), (t) => h * (0.075 - 0.03 * t)));
  });
  return out;
}

/** Head and shoulders from behind or in shadow, standing on y, `size` across the shoulders. */
export function bust(x, y, size, { hair = 'short', lean = 0, narrow = 1 } = {}) {
  const at = (pts) => place(pts, x, y, size, lean);
  const out = [
    soft(
      at([
        [-0.5 * narrow, 0.1],
        [-0.47 * narrow, -0.28],
        [-0.3 * narrow, -0.42],
        [-0.11, -0.5],
        [0.11, -0.5],
        [0.3 * narrow, -0.42],
        [0.47 * narrow, -0.28],
        [0.5 * narrow, 0.1],
        [0.5 * narrow, 0.6],
        [-0.5 * narrow, 0.6],
      ]),
    ),
    oval(...at([[0, -0.7]])[0], size * 0.165, size * 0.21),
    bar(...at([[0, -0.6]])[0], ...at([[0, -0.4]])[0], size * 0.2),
    oval(...at([[0, -0.68]])[0], size * 0.19, size * 0.05),
  ];
  if (hair === 'bun') out.push(oval(...at([[0, -0.95]])[0], size * 0.09));
  if (hair === 'long')
    out.push(
      soft(
        at([
          [-0.18, -0.8],
          [0, -0.93],
          [0.18, -0.8],
          [0.22, -0.42],
          [0, -0.38],
          [-0.22, -0.42],
        ]),
      ),
    );
  if (hair === 'cap')
    out.push(
      poly(
        at([
          [-0.2, -0.76],
          [-0.17, -0.92],
          [0.17, -0.92],
          [0.2, -0.76],
        ]),
      ),
    );
  if (hair === 'curly')
    for (const [u, v] of [
      [-0.15, -0.8],
      [0, -0.9],
      [0.15, -0.8],
      [-0.18, -0.65],
      [0.18, -0.65],
      [0.08, -0.87],
      [-0.08, -0.87],
    ])
      out.push(oval(...at([[u, v]])[0], size * 0.09));
  if (hair === 'tails')
    for (const s of [-1, 1])
      out.push(
        limb(
          at([
            [s * 0.15, -0.74],
            [s * 0.28, -0.66],
            [s * 0.27, -0.42],
          ]),
          (t) => size * (0.1 - 0.07 * t),
        ),
      );
  return out;
}
