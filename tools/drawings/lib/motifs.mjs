/** Things of the harbour that come back from picture to picture. All return lists of outlines. */
import { between, chance, pick } from './random.mjs';
import { bar, box, curve, limb, oval, poly, ribbon, soft } from './shape.mjs';

/** A gull on the wing; `lift` raises the wings, `turn` banks it. */
export function gull(x, y, span, { lift = 0.3, turn = 0, flip = 1 } = {}) {
  const at = ([u, v]) => {
    const a = u * span * flip;
    const b = v * span;
    return [
      x + a * Math.cos(turn) - b * Math.sin(turn),
      y + a * Math.sin(turn) + b * Math.cos(turn),
    ];
  };
  const wing = (s) =>
    ribbon(
      curve(
        [
          [0, 0],
          [s * 0.22, -lift * 0.75],
          [s * 0.36, -lift * 0.7],
          [s * 0.56, -lift * 0.25],
        ].map(at),
      ),
      (t) => span * (0.12 * Math.sin(Math.PI * (0.35 + t * 0.63)) + 0.004),
    );
  return [
    wing(-1),
    wing(1),
    soft(
      [
        [-0.2, 0.035],
        [-0.08, -0.035],
        [0.1, -0.05],
        [0.19, -0.02],
        [0.24, 0.012],
        [0.12, 0.045],
        [-0.05, 0.06],
      ].map(at),
    ),
  ];
}

/** A gull that stands, facing right; y is the ground. */
export function standingGull(x, y, h, flip = 1) {
  const at = ([u, v]) => [x + u * h * flip, y + v * h];
  return [
    soft(
      [
        [-0.62, -0.33],
        [-0.3, -0.56],
        [0.05, -0.68],
        [0.16, -0.86],
        [0.27, -0.97],
        [0.38, -0.93],
        [0.42, -0.82],
        [0.36, -0.66],
        [0.36, -0.48],
        [0.2, -0.3],
        [-0.1, -0.24],
        [-0.4, -0.28],
      ].map(at),
    ),
    poly(
      [
        [0.38, -0.88],
        [0.6, -0.8],
        [0.57, -0.755],
        [0.39, -0.79],
      ].map(at),
    ),
    bar(...at([0.0, -0.3]), ...at([0.02, 0]), h * 0.035),
    bar(...at([0.14, -0.3]), ...at([0.16, 0]), h * 0.035),
    bar(...at([-0.02, -0.01]), ...at([0.1, -0.01]), h * 0.035),
    bar(...at([0.12, -0.01]), ...at([0.25, -0.01]), h * 0.035),
  ];
}

/** A container gantry; x and y of the middle of its feet, height h to the apex, boom towards `flip`. */
export function gantry(x, y, h, { flip = 1, raise = 0, thick = 1 } = {}) {
  const at = (u, v) => [x + u * h * flip, y - v * h];
  const beam = (u1, v1, u2, v2, w) => bar(...at(u1, v1), ...at(u2, v2), w * h * thick);
  const out = [
    beam(-0.16, 0, -0.16, 0.62, 0.03),
    beam(0.16, 0, 0.16, 0.62, 0.034),
    beam(-0.17, 0.24, 0.17, 0.24, 0.03),
    beam(-0.16, 0.26, 0.16, 0.6, 0.012),
    beam(-0.21, 0.015, -0.11, 0.015, 0.03),
    beam(0.11, 0.015, 0.21, 0.015, 0.03),
    beam(-0.5, 0.61, 0.2, 0.61, 0.04),
    beam(0.14, 0.6, 0.1, 1, 0.026),
    beam(-0.14, 0.62, 0.1, 1, 0.016),
    beam(0.1, 0.995, -0.47, 0.62, 0.008),
    poly([at(-0.4, 0.63), at(-0.24, 0.63), at(-0.24, 0.71), at(-0.4, 0.71)]),
  ];
  const c = Math.cos(raise);
  const s = Math.sin(raise);
  const tip = (r, lift = 0) => at(0.16 + r * c - lift * s, 0.61 + r * s + lift * c);
  out.push(bar(...tip(0), ...tip(0.86), 0.032 * h * thick));
  out.push(bar(...at(0.1, 0.99), ...tip(0.4, 0.01), 0.01 * h * thick));
  out.push(bar(...at(0.1, 0.99), ...tip(0.82, 0.01), 0.01 * h * thick));
  if (raise < 0.2) {
    out.push(poly([at(0.42, 0.6), at(0.52, 0.6), at(0.51, 0.52), at(0.44, 0.52)]));
    out.push(
      beam(0.6, 0.6, 0.6, 0.42, 0.006),
      beam(0.66, 0.6, 0.66, 0.42, 0.006),
      beam(0.57, 0.42, 0.69, 0.42, 0.018),
    );
  }
  return out;
}

/** A row of gabled town houses standing on y, between two xs; windows come separately. */
export function street(x0, x1, y, { low = 70, high = 150, wide = [50, 95], lit = 0.4 } = {}) {
  const walls = [];
  const windows = [];
  for (let x = x0; x < x1;) {
    const w = between(...wide);
    const h = between(low, high);
    const roof = w * between(0.45, 0.75);
    const kind = pick(['gable', 'gable', 'step', 'hip']);
    if (kind === 'step') {
      const pts = [
        [x, y],
        [x, y - h],
      ];
      for (let i = 0; i < 4; i++)
        pts.push(
          [x + (w * i) / 8, y - h - (roof * (i + 1)) / 4],
          [x + (w * (i + 1)) / 8, y - h - (roof * (i + 1)) / 4],
        );
      for (let i = 4; i > 0; i--)
        pts.push(
          [x + w - (w * i) / 8, y - h - (roof * i) / 4],
          [x + w - (w * (i - 1)) / 8, y - h - (roof * i) / 4],
        );
      pts.push([x + w, y]);
      walls.push(poly(pts));
    } else {
      const inset = kind === 'hip' ? 0.25 : 0.5;
      walls.push(
        poly([
          [x, y],
          [x, y - h],
          [x + w * inset, y - h - roof * (kind === 'hip' ? 0.6 : 1)],
          [x + w * (1 - inset), y - h - roof * (kind === 'hip' ? 0.6 : 1)],
          [x + w, y - h],
          [x + w, y],
        ]),
      );
    }
    if (chance(0.6))
      walls.push(box(x + w * between(0.15, 0.3), y - h - roof * 0.8, w * 0.11, roof * 0.7));
    const cols = Math.max(2, Math.round(w / 26));
    const floors = Math.max(1, Math.round(h / 34));
    for (let r = 0; r < floors; r++)
      for (let c = 0; c < cols; c++)
        if (chance(lit)) {
          const cw = w / cols;
          windows.push(
            box(
              x + cw * (c + 0.28),
              y - h + (h / floors) * (r + 0.22),
              cw * 0.42,
              (h / floors) * 0.5,
            ),
          );
        }
    x += w + (chance(0.15) ? between(4, 16) : 0);
  }
  return { walls, windows };
}

/** A church tower with a spire. */
export function spire(x, y, h, w = h * 0.16) {
  return [
    box(x - w / 2, y - h * 0.5, w, h * 0.5),
    poly([
      [x - w * 0.62, y - h * 0.5],
      [x - w * 0.2, y - h * 0.62],
      [x, y - h],
      [x + w * 0.2, y - h * 0.62],
      [x + w * 0.62, y - h * 0.5],
    ]),
    bar(x, y - h * 0.95, x, y - h * 1.06, w * 0.08),
    oval(x, y - h * 1.04, w * 0.09),
  ];
}

/** Snow in the air: soft flakes of mixed size within a box. */
export function flakes([x0, y0, x1, y1], count, [small, big] = [2, 7]) {
  return Array.from({ length: count }, () => {
    const r = small + (big - small) * between(0, 1) ** 3;
    return oval(between(x0, x1), between(y0, y1), r * between(0.8, 1.2), r);
  });
}

/** Slanted rain. */
export function rain([x0, y0, x1, y1], count, { angle = 75, length = [40, 120], width = 3 } = {}) {
  const c = Math.cos((angle * Math.PI) / 180);
  const s = Math.sin((angle * Math.PI) / 180);
  return Array.from({ length: count }, () => {
    const x = between(x0, x1);
    const y = between(y0, y1);
    const l = between(...length);
    return bar(x, y, x - c * l, y + s * l, width * between(0.3, 1), 0.4);
  });
}

/** A heap of smoke or cloud: overlapping lumps along a drifting line. */
export function smoke(x, y, dx, dy, from, to, count = 12) {
  return Array.from({ length: count }, (_, i) => {
    const t = i / (count - 1);
    const r = from + (to - from) * t;
    return oval(
      x + dx * t + between(-0.3, 0.3) * r,
      y + dy * t ** 0.7 + between(-0.35, 0.35) * r,
      r * between(0.9, 1.4),
      r * between(0.7, 1),
    );
  });
}

/** A lantern's pool of light is left to the scene; this is the lamp on its cord. */
export function lamp(x, top, y, size) {
  return [
    bar(x, top, x, y - size * 0.5, size * 0.06),
    poly([
      [x - size * 0.09, y - size * 0.55],
      [x + size * 0.09, y - size * 0.55],
      [x + size * 0.14, y - size * 0.34],
      [x + size * 0.55, y],
      [x - size * 0.55, y],
      [x - size * 0.14, y - size * 0.34],
    ]),
  ];
}

/** A mooring bollard standing on y. */
export const bollard = (x, y, s) => [
  poly([
    [x - s * 0.32, y],
    [x - s * 0.24, y - s * 0.6],
    [x - s * 0.45, y - s * 0.75],
    [x - s * 0.45, y - s * 0.95],
    [x + s * 0.45, y - s * 0.95],
    [x + s * 0.45, y - s * 0.75],
    [x + s * 0.24, y - s * 0.6],
    [x + s * 0.32, y],
  ]),
];

/** A line that hangs between two points. */
export const slack = (x1, y1, x2, y2, sag, w) =>
  limb(
    [
      [x1, y1],
      [x1 + (x2 - x1) * 0.3, y1 + (y2 - y1) * 0.3 + sag * 0.8],
      [x1 + (x2 - x1) * 0.65, y1 + (y2 - y1) * 0.65 + sag * 0.85],
      [x2, y2],
    ],
    w,
  );
