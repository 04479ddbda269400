/** Ice broken into plates. */
import * as h from './hand.mjs';

/** A floor of floes in perspective between two heights. */
export function floes(far, near, count) {
  const seeds = Array.from({ length: count }, () => [
    h.between(-6, 11),
    Math.log(1 + h.rnd() ** 2.1 * 9) * 2.2,
  ]);
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
