/** A shoal turns; one fish does not. */
import * as h from '../lib/hand.mjs';

function draw() {
  const green = new h.Plate('sea');
  const red = new h.Plate('rust');
  const key = new h.Plate('night');
  green.flood();
  green.carve(h.rays(880, -260, 200, 1500, { count: 110, from: 40, to: 145 }), {
    tone: (x, y) =>
      1.15 - y / 760 + 0.7 * (h.noise(Math.atan2(y + 260, x - 880) * 900, 5, 60) - 0.55),
    width: 24,
    run: [200, 700],
  });
  key.score(h.rays(880, -260, 500, 1700, { count: 150, from: 30, to: 150 }), {
    tone: (x, y) => (y - 420) / 640 + 0.3 * (h.noise(x, y, 200) - 0.5),
    width: 17,
    run: [90, 420],
  });
  const fish = (x, y, s, a, special) => {
    const P = (pts) => h.place(pts, x, y, s, a, 1);
    const body = [
      [0.5, 0.01],
      [0.42, -0.05],
      [0.25, -0.115],
      [0.02, -0.13],
      [-0.22, -0.08],
      [-0.4, -0.02],
      [-0.4, 0.02],
      [-0.22, 0.075],
      [0.02, 0.13],
      [0.25, 0.12],
      [0.42, 0.065],
    ];
    const tail = [
      [-0.37, -0.022],
      [-0.56, -0.14],
      [-0.5, 0],
      [-0.56, 0.14],
      [-0.37, 0.022],
    ];
    const fins = [
      [
        [0.06, -0.12],
        [-0.06, -0.2],
        [-0.1, -0.115],
      ],
      [
        [-0.02, 0.12],
        [-0.1, 0.18],
        [-0.12, 0.1],
      ],
      [
        [0.24, 0.1],
        [0.15, 0.18],
        [0.16, 0.11],
      ],
    ];
    const shape = [h.soft(P(body)), h.poly(P(tail)), ...fins.map((f) => h.poly(P(f)))];
    h.rim(key, shape, 6 + s * 0.015);
    key.print(shape);
    // Silver belly.
    const belly = h.soft(
      P([
        [0.47, 0.02],
        [0.3, -0.02],
        [0, -0.03],
        [-0.3, -0.005],
        [-0.37, 0.01],
        [-0.2, 0.06],
        [0.02, 0.11],
        [0.25, 0.1],
        [0.42, 0.055],
      ]),
    );
    key.cut(belly);
    (special ? red : green)[special ? 'print' : 'cut'](special ? shape : belly);
    if (special) green.cut(shape);
    const lines = [];
    for (let u = -0.3; u < 0.3; u += 0.042)
      lines.push(
        P(
          Array.from({ length: 6 }, (_, i) => [
            u + 0.03 * Math.sin((i / 5) * 3.1),
            -0.03 + (i / 5) * 0.13,
          ]),
        ),
      );
    key.score(lines, { width: s * 0.014, run: [500, 600], least: 0.05 });
    const back = [];
    for (const v of [-0.085, -0.055])
      back.push(
        P(Array.from({ length: 12 }, (_, i) => [0.24 - i * 0.045, v + Math.abs(i - 4) * 0.004])),
      );
    key.carve(back, { width: s * 0.014, run: [s * 0.1, s * 0.3], rest: 6, least: 0.05 });
    key.print(
      h.limb(
        P([
          [0.3, -0.1],
          [0.27, 0],
          [0.31, 0.1],
        ]),
        s * 0.018,
      ),
    );
    key
      .cut(h.oval(...P([[0.39, -0.012]])[0], s * 0.034))
      .print(h.oval(...P([[0.395, -0.012]])[0], s * 0.019));
  };
  // A wheel of fish, small and pale far off, big at the front.
  const list = [];
  for (let ring = 0; ring < 6; ring++) {
    const n = [9, 14, 17, 20, 22, 26][ring];
    const r = 120 + ring * 128;
    for (let i = 0; i < n; i++) {
      const a = (i / n) * Math.PI * 2 + ring * 0.4 + h.between(-0.08, 0.08);
      const q = r + h.between(-24, 24);
      const x = 740 + Math.cos(a) * q * 1.25;
      const y = 500 + Math.sin(a) * q * 0.72;
      list.push([
        x,
        y,
        92 + ring * 26 + (y - 400) * 0.07 + h.between(-10, 10),
        Math.atan2(Math.cos(a) * 0.72, -Math.sin(a) * 1.25) + h.between(-0.1, 0.1),
      ]);
    }
  }
  list.sort((p, q) => p[2] - q[2]);
  for (const [x, y, s, a] of list)
    if (
      Math.hypot((x - 740) / 1.25, (y - 500) / 0.72) > 105 &&
      Math.hypot(x - 742, (y - 505) * 1.5) > 215
    )
      fish(x, y, s, a, false);
  fish(745, 505, 330, -0.24, true);
  for (let i = 0; i < 26; i++) {
    const [x, y, r] = [h.between(560, 1000), h.between(20, 360), h.between(3, 9)];
    key.print(h.oval(x, y, r + 3)).cut(h.oval(x, y, r));
  }
  return [green, red, key];
}

export const herringComeBack = { path: '2026/10/herring-come-back', focus: [0.5, 0.5], draw };
