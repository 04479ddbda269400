/** The instruments of the band. */
import * as h from './hand.mjs';

/** Brass shapes; each is drawn around a hand position at a scale. */
export const brass = {
  trumpet: (x, y, s, e = 1) => [
    h.bar(x, y, x + e * s * 1.0, y - s * 0.12, s * 0.07),
    h.poly([
      [x + e * s * 0.8, y - s * 0.15],
      [x + e * s * 1.25, y - s * 0.38],
      [x + e * s * 1.3, y + s * 0.1],
    ]),
    h.limb(
      [
        [x + e * s * 0.25, y],
        [x + e * s * 0.3, y + s * 0.17],
        [x + e * s * 0.62, y + s * 0.13],
        [x + e * s * 0.66, y - s * 0.08],
      ],
      s * 0.06,
    ),
  ],
  trombone: (x, y, s, e = 1) => [
    h.bar(x, y, x + e * s * 1.9, y + s * 0.32, s * 0.055),
    h.bar(x, y - s * 0.13, x + e * s * 1.2, y + s * 0.04, s * 0.055),
    h.poly([
      [x + e * s * 0.95, y - s * 0.02],
      [x + e * s * 1.5, y - s * 0.22],
      [x + e * s * 1.42, y + s * 0.3],
    ]),
    h.bar(x + e * s * 1.88, y + s * 0.32, x + e * s * 1.9, y + s * 0.12, s * 0.055),
  ],
  tuba: (x, y, s) => [
    h.soft([
      [x - s * 0.38, y - s * 0.1],
      [x - s * 0.2, y - s * 0.32],
      [x + s * 0.2, y - s * 0.3],
      [x + s * 0.38, y + s * 0.1],
      [x + s * 0.3, y + s * 0.55],
      [x, y + s * 0.7],
      [x - s * 0.3, y + s * 0.55],
    ]),
    h.poly([
      [x + s * 0.02, y - s * 0.2],
      [x + s * 0.34, y - s * 0.1],
      [x + s * 0.42, y - s * 0.85],
      [x + s * 0.75, y - s * 1.1],
      [x - s * 0.42, y - s * 1.1],
      [x - s * 0.06, y - s * 0.85],
    ]),
    h.oval(x + s * 0.16, y - s * 1.1, s * 0.6, s * 0.16),
  ],
};

/** An instrument: ochre within a dark line, clear of everything under it. */
export function gleam(key, glow, shapes, w, under) {
  for (const p of [key, glow, under]) if (p) h.rim(p, shapes, w * 2.6);
  key.print(shapes);
  h.outline(key, shapes, w);
  glow.print(shapes);
}
