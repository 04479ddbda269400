/** Oil off Holm: the colours of it, and a gull. */
import * as h from '../lib/hand.mjs';

function draw() {
  const glow = new h.Plate('ochre');
  const green = new h.Plate('sea');
  const key = new h.Plate('night');
  const far = 330;
  // Sky and the island.
  green.score(h.rows([-20, -20, 1520, far], { gap: 19, angle: -3, bend: 14 }), {
    tone: (x, y) => 0.5 * h.noise(x * 0.6, y * 2, 170) + y / 900 - 0.05,
    width: 13,
    run: [120, 500],
  });
  key.print(
    h.soft([
      [820, far + 4],
      [930, far - 40],
      [1060, far - 58],
      [1180, far - 46],
      [1330, far - 66],
      [1480, far - 30],
      [1560, far + 4],
    ]),
  );
  key.print(
    h.bar(1270, far - 50, 1270, far - 130, 18, 11),
    h.poly([
      [1255, far - 128],
      [1270, far - 150],
      [1285, far - 128],
    ]),
  );
  key.carve(h.rows([840, far - 70, 1540, far], { gap: 9, bend: 8 }), {
    tone: (x, y) => 0.75 * h.noise(x, y * 2, 60) - 0.12,
    width: 6,
    run: [30, 110],
  });
  // Marbled film: contours of a bent field, taken by three inks in turn.
  const field = (x, y) => {
    const t = (y - far) / 700;
    const u = (x - 750) / (0.35 + t) / 560;
    const v = Math.log(0.12 + t) * 3.1;
    const q = h.noise(u + 3, v, 0.55) * 1.6 + h.noise(u * 2 + 9, v * 2, 0.7) * 0.6;
    return u * 0.55 + v * 1.15 + q * 2.1 + h.noise(u + q * 0.8, v - q, 0.6) * 1.4;
  };
  const bandLines = h.plain(-20, 1520, far + 4, 1010, {
    first: 3.2,
    last: 8.5,
    sway: 0.12,
    step: 6,
  });
  const band = (lo, hi, w) => ({
    tone: (x, y) => {
      const f = field(x, y) * 0.8;
      const k = f - Math.floor(f);
      const film = Math.hypot((x - 720) / 780, (y - 660) / 370) < 0.86 + 0.3 * h.noise(x, y, 160);
      return film && k > lo && k < hi ? Math.min(1, (y - far) / 420 + 0.42) : 0;
    },
    width: w,
    run: [600, 900],
    rest: 2,
  });
  glow.score(bandLines, band(0.0, 0.42, 10.5));
  green.score(bandLines, band(0.3, 0.66, 10.5));
  key.score(bandLines, band(0.62, 0.84, 10));
  const open = (x, y) =>
    Math.hypot((x - 720) / 780, (y - 660) / 370) > 0.9 + 0.3 * h.noise(x, y, 160);
  key.score(h.plain(-20, 1520, far + 6, 1000, { first: 7, last: 24, sway: 0.7, wave: 90 }), {
    tone: (x, y) => (open(x, y) ? 0.55 + 0.7 * (h.noise(x, y * 3, 90) - 0.5) : 0),
    width: 17,
    run: [40, 180],
  });
  key.print(h.bar(-20, far + 2, 1520, far + 2, 5));
  // A post with a gull on it, oiled to the breast.
  const [x, y] = [640, 640];
  const post = h.poly([
    [x - 62, y],
    [x + 72, y - 4],
    [x + 82, 1020],
    [x - 76, 1020],
  ]);
  for (const p of [glow, green, key]) h.rim(p, post, 14);
  key.print(post);
  key.carve(h.rows([x - 76, y, x + 84, 1010], { gap: 13, angle: 89, bend: 7 }), {
    tone: (px, py) => 0.85 - (px - x + 60) / 120 + 0.4 * (h.noise(px, py, 40) - 0.5),
    width: 10,
    run: [60, 240],
  });
  key.cut(h.oval(x + 4, y, 60, 10));
  const gull = h.standingGull(x - 14, y + 2, 400);
  for (const p of [glow, green, key]) h.rim(p, gull, 16);
  key.parts.push(`<path d="${gull[0]}" fill="#fff" stroke="#000" stroke-width="8"/>`);
  const G = (pts) => h.place(pts, x - 14, y + 2, 400);
  const wing = h.soft(
    G([
      [-0.66, -0.33],
      [-0.34, -0.53],
      [0.0, -0.6],
      [0.14, -0.5],
      [0.06, -0.38],
      [-0.2, -0.31],
    ]),
  );
  key.print(gull.slice(1), wing, h.oval(...G([[0.34, -0.87]])[0], 9));
  key.cut(h.oval(...G([[0.345, -0.875]])[0], 3));
  key.carve(h.rows([x - 290, y - 260, x + 60, y - 110], { gap: 14, angle: -28, bend: 5 }), {
    tone: (px, py) => 0.75 * h.noise(px, py, 40) + 0.05,
    width: 9,
    run: [30, 110],
  });
  glow.print(
    h.poly(
      G([
        [0.38, -0.88],
        [0.6, -0.8],
        [0.57, -0.755],
        [0.39, -0.79],
      ]),
    ),
  );
  const stain = h.soft(
    G([
      [0.36, -0.52],
      [0.35, -0.44],
      [0.2, -0.3],
      [-0.1, -0.24],
      [-0.3, -0.27],
      [0, -0.34],
      [0.12, -0.42],
      [0.22, -0.4],
      [0.28, -0.5],
    ]),
  );
  key.print(stain);
  glow.print(stain);
  // Others keep off.
  for (const [a, b, s, t] of [
    [980, 190, 150, -0.25],
    [1160, 110, 90, 0.1],
    [260, 150, 110, 0.25],
    [420, 230, 60, -0.1],
  ]) {
    const g = h.gull(a, b, s, { turn: t, lift: 0.34 });
    for (const p of [green]) h.rim(p, g, 6);
    key.print(g);
  }
  return [glow, green, key];
}

export const oilSheenOffHolm = { path: '2026/04/oil-sheen-off-holm', focus: [0.44, 0.5], draw };
