/** The storm barrier with the sea against it. */
import * as h from '../lib/hand.mjs';

function draw() {
  const green = new h.Plate('sea');
  const key = new h.Plate('night');
  green.print(h.box(-20, -20, 1540, 640));
  green.carve(h.rows([-20, -20, 1520, 620], { gap: 15, angle: -32, bend: 30 }), {
    tone: (x, y) => 0.5 + 0.9 * (h.noise(x * 0.6 + y * 0.3, y * 1.6, 170) - 0.5) + y / 1500,
    width: 16,
    run: [90, 380],
  });
  key.score(h.rows([-20, -20, 1520, 420], { gap: 17, angle: -32, bend: 26 }), {
    tone: (x, y) => 1.4 * h.noise(x * 0.6 + y * 0.3, y * 1.6, 190) - 0.55 - y / 620,
    width: 16,
    run: [60, 260],
  });
  // Piers and gates march in from the right.
  const V = [-60, 600];
  const at = (x, y, t) => [x + (V[0] - x) * t, y + (V[1] - y) * t];
  const stops = [-0.06, 0.16, 0.335, 0.475, 0.585, 0.67, 0.74, 0.79, 0.83];
  stops
    .slice()
    .reverse()
    .forEach((t, k) => {
      const n = stops[stops.length - k] ?? 0.86;
      const g = 1 - t;
      const X = 1560;
      // Gate between this pier and the next.
      const gate = [at(X, 330, t), at(X, 330, n), at(X, 900, n), at(X, 900, t)];
      green.cut(h.poly(gate));
      key.print(h.poly(gate));
      const box = [Math.min(gate[1][0], gate[0][0]), 200, Math.max(gate[0][0], gate[1][0]), 900];
      key.carve(
        h
          .rows(box, { gap: 9 + 16 * g, angle: -9 * g, bend: 1 })
          .map((q) => q.filter(([x, y]) => h.inside(gate, x, y))),
        {
          tone: (x) => 0.3 + ((box[2] - x) / (box[2] - box[0])) * 0.4,
          width: 4 + 9 * g,
          run: [200, 400],
        },
      );
      green.print(h.poly([at(X, 560, t), at(X, 560, n), at(X, 900, n), at(X, 900, t)]));
      // Pier.
      const w = 0.06 * g + 0.008;
      const pier = [at(X, 60, t), at(X, 60, t + w), at(X, 960, t + w), at(X, 960, t)];
      const cap = [
        at(X, 20, t - w * 0.35),
        at(X, 20, t + w * 1.3),
        at(X, 90, t + w * 1.3),
        at(X, 90, t - w * 0.35),
      ];
      const tower = [
        at(X, -190, t + w * 0.1),
        at(X, -190, t + w * 0.9),
        at(X, 30, t + w * 0.9),
        at(X, 30, t + w * 0.1),
      ];
      for (const part of [pier, tower, cap]) {
        h.rim(key, h.poly(part), 4 + 5 * g);
        green.cut(h.poly(part));
      }
      key.print(h.poly(cap), h.poly(tower));
      key.score(
        h
          .rows([pier[1][0], pier[0][1] - 60, pier[0][0], 960], {
            gap: 7 + 9 * g,
            angle: 90,
            bend: 1,
          })
          .map((q) => q.filter(([x, y]) => h.inside(pier, x, y))),
        {
          tone: (x) => 0.15 + (0.9 * (x - pier[1][0])) / (pier[0][0] - pier[1][0]),
          width: 6 + 10 * g,
          run: [120, 400],
        },
      );
      key.cut(h.poly(h.shrink(tower, 26 * g + 2, 60 * g + 3)));
    });
  key.print(
    h.poly([at(1560, 60, -0.1), at(1560, 60, 0.87), at(1560, 110, 0.87), at(1560, 110, -0.1)]),
  );
  key.carve([h.curve([at(1560, 86, -0.1), at(1560, 86, 0.4), at(1560, 86, 0.86)], 60)], {
    width: 8,
    run: [60, 200],
    tone: () => 1,
  });
  // One on the walkway, bent to the wind.
  const man = h.person(...at(1560, 58, 0.4), 92, {
    hat: 'knit',
    lean: -0.22,
    stride: 0.16,
    flip: -1,
    coat: 0.66,
    skirt: 0.25,
  });
  h.rim(key, man, 6);
  key.print(man);
  // Waves: three ranks, the first curling over.
  const wave = (base, amp, len, phase) =>
    Array.from({ length: 90 }, (_, i) => {
      const x = -60 + i * 18.5;
      const u = (x + phase) / len;
      const s = Math.sin(u * Math.PI * 2);
      return [
        x + Math.cos(u * 6.28) * amp * 0.45,
        base - amp * Math.sign(s) * Math.abs(s) ** 0.8 - amp * 0.35 * h.noise(x, base, 60),
      ];
    });
  for (const [i, [base, amp, len, phase]] of [
    [660, 24, 300, 40],
    [740, 50, 470, 260],
    [850, 74, 690, 140],
  ].entries()) {
    const line = wave(base, amp, len, phase);
    const sea = h.poly([...line, [1560, 1060], [-80, 1060]]);
    h.rim(key, sea, 10 + i * 4);
    green.cut(sea);
    key.print(sea);
    green.print(sea);
    const g = 11 + i * 5;
    const lines = [];
    for (let k = 1; k < 16; k++)
      lines.push(
        line.map(([x, y]) => [x + k * g * 0.25, y + k * g + (base + amp - y) * 0.012 * k]),
      );
    key.carve(lines, {
      tone: (x, y) =>
        0.9 - Math.max(0, y - base) / (190 + i * 50) + 0.9 * (h.noise(x, y * 2, 100) - 0.5),
      width: g * 0.85,
      run: [50, 230],
    });
    green.carve(lines, {
      tone: (x, y) => 0.4 - Math.max(0, y - base) / 260 + 1.1 * (h.noise(x + 50, y * 2, 110) - 0.5),
      width: g * 0.8,
      run: [50, 200],
    });
  }
  // The blow against the gate: spray thrown up.
  const spot = [640, 640];
  for (let i = 0; i < 520; i++) {
    const a = (-90 + h.between(-62, 48)) * (Math.PI / 180);
    const r = 30 + 470 * h.rnd() ** 1.4;
    const [x, y] = [spot[0] + Math.cos(a) * r * 1.05, spot[1] + 40 + Math.sin(a) * r * 1.15];
    const size = (1 - r / 540) * h.between(6, 26) + 2.5;
    key.cut(h.oval(x, y, size, size * h.between(0.7, 1.2), a));
    green.cut(h.oval(x, y, size, size, a));
  }
  key.score(h.rays(spot[0], spot[1] + 60, 60, 430, { count: 44, from: 212, to: 316 }), {
    tone: (x, y) => 0.75 * h.noise(x, y, 40) - 0.2,
    width: 9,
    run: [30, 90],
    rest: 30,
  });
  const drops = h.rain([0, -50, 1600, 900], 110, { angle: 58, length: [60, 170], width: 4 });
  key.cut(drops);
  return [green, key];
}

export const stormBarrierClosesInTest = {
  path: '2026/10/storm-barrier-closes-in-test',
  focus: [0.48, 0.52],
  draw,
};
