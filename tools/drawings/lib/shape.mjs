/** Outlines as SVG path data. All are closed and meant to be filled. */

const n = (v) => Math.round(v * 10) / 10;

/** A closed polygon through the points. */
export const poly = (pts) => `M${pts.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;

/** A closed soft outline through the points (Catmull-Rom). */
export function soft(pts, tension = 6) {
  const at = (i) => pts[(i + pts.length) % pts.length];
  let d = `M${n(pts[0][0])} ${n(pts[0][1])}`;
  for (let i = 0; i < pts.length; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    d += `C${n(p1[0] + (p2[0] - p0[0]) / tension)} ${n(p1[1] + (p2[1] - p0[1]) / tension)} `;
    d += `${n(p2[0] - (p3[0] - p1[0]) / tension)} ${n(p2[1] - (p3[1] - p1[1]) / tension)} `;
    d += `${n(p2[0])} ${n(p2[1])}`;
  }
  return `${d}Z`;
}

/** An upright box. */
export const box = (x, y, w, h) =>
  poly([
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ]);

/** An ellipse, optionally turned (radians). */
export function oval(x, y, rx, ry = rx, turn = 0) {
  const pts = [];
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  for (let i = 0; i < 16; i++) {
    const a = (i / 16) * Math.PI * 2;
    const u = Math.cos(a) * rx;
    const v = Math.sin(a) * ry;
    pts.push([x + u * c - v * s, y + u * s + v * c]);
  }
  return soft(pts);
}

/** A straight bar of width w, narrowing to w2. */
export function bar(x1, y1, x2, y2, w, w2 = w) {
  const l = Math.hypot(x2 - x1, y2 - y1) || 1;
  const nx = -(y2 - y1) / l / 2;
  const ny = (x2 - x1) / l / 2;
  return poly([
    [x1 + nx * w, y1 + ny * w],
    [x2 + nx * w2, y2 + ny * w2],
    [x2 - nx * w2, y2 - ny * w2],
    [x1 - nx * w, y1 - ny * w],
  ]);
}

/** A ribbon along an open line; `width` is a number or a function of 0…1. */
export function ribbon(pts, width) {
  const w = typeof width === 'function' ? width : () => width;
  const left = [];
  const right = [];
  for (let i = 0; i < pts.length; i++) {
    const a = pts[Math.max(0, i - 1)];
    const b = pts[Math.min(pts.length - 1, i + 1)];
    const l = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const h = w(i / (pts.length - 1)) / 2;
    const nx = (-(b[1] - a[1]) / l) * h;
    const ny = ((b[0] - a[0]) / l) * h;
    left.push([pts[i][0] + nx, pts[i][1] + ny]);
    right.unshift([pts[i][0] - nx, pts[i][1] - ny]);
  }
  return poly([...left, ...right]);
}

/** Points along a smooth open curve through a few knots. */
export function curve(knots, steps = 12) {
  const out = [];
  const at = (i) => knots[Math.max(0, Math.min(knots.length - 1, i))];
  for (let i = 0; i < knots.length - 1; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let s = 0; s < steps; s++) {
      const t = s / steps;
      const f = (k) =>
        0.5 *
        (2 * b[k] +
          (c[k] - a[k]) * t +
          (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
          (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t);
      out.push([f(0), f(1)]);
    }
  }
  out.push(knots[knots.length - 1]);
  return out;
}

/** A bent bar: a ribbon along the curve through the knots. */
export const limb = (knots, width) => ribbon(curve(knots), width);

/** Moves, turns and scales points. */
export const place = (pts, x, y, scale = 1, turn = 0, flip = 1) =>
  pts.map(([u, v]) => {
    const a = u * scale * flip;
    const b = v * scale;
    return [
      x + a * Math.cos(turn) - b * Math.sin(turn),
      y + a * Math.sin(turn) + b * Math.cos(turn),
    ];
  });

/** Keeps the part of a convex or simple polygon on one side of the line a·x + b·y ≤ c. */
export function halve(pts, a, b, c) {
  const out = [];
  for (let i = 0; i < pts.length; i++) {
    const p = pts[i];
    const q = pts[(i + 1) % pts.length];
    const dp = a * p[0] + b * p[1] - c;
    const dq = a * q[0] + b * q[1] - c;
    if (dp <= 0) out.push(p);
    if (dp * dq < 0) {
      const t = dp / (dp - dq);
      out.push([p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]);
    }
  }
  return out;
}

/** Splits a box into one convex cell for each seed point (Voronoi). */
export function cells(seeds, [x0, y0, x1, y1]) {
  return seeds.map((p) => {
    let cell = [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ];
    for (const q of seeds) {
      if (q === p) continue;
      const a = q[0] - p[0];
      const b = q[1] - p[1];
      cell = halve(cell, a, b, (q[0] ** 2 + q[1] ** 2 - p[0] ** 2 - p[1] ** 2) / 2);
      if (!cell.length) break;
    }
    return cell;
  });
}

/** Draws a polygon's corners towards its middle by a distance that suits each corner. */
export function shrink(pts, by, byY = by) {
  const cx = pts.reduce((s, p) => s + p[0], 0) / pts.length;
  const cy = pts.reduce((s, p) => s + p[1], 0) / pts.length;
  return pts.map(([x, y]) => {
    const dx = cx - x;
    const dy = cy - y;
    const l = Math.hypot(dx, dy) || 1;
    return [x + (dx / l) * Math.min(by, l * 0.6), y + (dy / l) * Math.min(byY, l * 0.6)];
  });
}

/** Whether a point lies in a polygon. */
export function inside(pts, x, y) {
  let hit = false;
  for (let i = 0, j = pts.length - 1; i < pts.length; j = i++) {
    const [a, b] = [pts[i], pts[j]];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0])
      hit = !hit;
  }
  return hit;
}
