/** One seeded source of chance for everything that is drawn: same seed, same print. */

let state = 1;
let salt = 1;

/** Starts the sequence again; every picture does this before its first stroke. */
export function reseed(text) {
  let h = 2166136261;
  for (const c of String(text)) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  state = h >>> 0;
  salt = (h >>> 0) % 9973;
}

/** A number in [0, 1) (mulberry32). */
export function rnd() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** A number between a and b. */
export const between = (a, b) => a + (b - a) * rnd();

/** One of the list. */
export const pick = (list) => list[Math.floor(rnd() * list.length)];

/** True with chance p. */
export const chance = (p) => rnd() < p;

function lattice(x, y) {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(salt, 2246822519);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth value noise in [0, 1] at a point; `cell` is the size of its lumps. */
export function noise(x, y, cell = 1) {
  const fx = x / cell;
  const fy = y / cell;
  const ix = Math.floor(fx);
  const iy = Math.floor(fy);
  const ux = (fx - ix) ** 2 * (3 - 2 * (fx - ix));
  const uy = (fy - iy) ** 2 * (3 - 2 * (fy - iy));
  const top = lattice(ix, iy) * (1 - ux) + lattice(ix + 1, iy) * ux;
  const low = lattice(ix, iy + 1) * (1 - ux) + lattice(ix + 1, iy + 1) * ux;
  return top * (1 - uy) + low * uy;
}
