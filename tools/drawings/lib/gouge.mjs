/** The gouge: lines whose width carries the tone, cut in strokes with pointed ends. */
import { between, noise, rnd } from './random.mjs';
import { ribbon } from './shape.mjs';

const clamp = (v) => Math.max(0, Math.min(1, v || 0));

/**
 * Cuts strokes along the lines. `tone(x, y)` in 0…1 sets the width of the stroke there; runs are
 * broken at random lengths, and where the tone is too low to cut.
 */
export function engrave(
  lines,
  { tone = () => 1, width = 7, run = [60, 220], rest = 7, least = 0.14 } = {},
) {
  let d = '';
  for (const line of lines) {
    let part = [];
    let length = 0;
    let limit = between(run[0], run[1]);
    let skip = 0;
    const flush = () => {
      if (part.length > 2) {
        const total = part.length - 1;
        const tip = Math.max(1.2, total * between(0.15, 0.4));
        const ws = part.map(
          (p, i) => p[2] * Math.min(1, (i + 0.15) / tip, (total - i + 0.15) / tip),
        );
        d += ribbon(part, (t) => ws[Math.round(t * total)]);
      }
      part = [];
      length = 0;
      limit = between(run[0], run[1]);
    };
    let last;
    for (const [x, y] of line) {
      const step = last ? Math.hypot(x - last[0], y - last[1]) : 0;
      last = [x, y];
      if (skip > 0) {
        skip -= step;
        continue;
      }
      const t = clamp(tone(x, y)) * (0.8 + 0.4 * noise(x, y, 23));
      if (t < least) {
        flush();
        continue;
      }
      part.push([x, y, width * t]);
      length += step;
      if (length > limit) {
        flush();
        skip = rest * (0.5 + rnd());
      }
    }
    flush();
  }
  return d;
}

/** Parallel lines across a box at an angle (degrees); `bend` sways them. */
export function rows([x0, y0, x1, y1], { gap = 10, angle = 0, bend = 4, step = 9 } = {}) {
  const a = (angle * Math.PI) / 180;
  const c = Math.cos(a);
  const s = Math.sin(a);
  const mx = (x0 + x1) / 2;
  const my = (y0 + y1) / 2;
  const hu = (Math.abs((x1 - x0) * c) + Math.abs((y1 - y0) * s)) / 2;
  const hv = (Math.abs((x1 - x0) * s) + Math.abs((y1 - y0) * c)) / 2;
  const out = [];
  for (let v = -hv; v <= hv; v += gap) {
    const jog = between(-0.18, 0.18) * gap;
    let line = [];
    for (let u = -hu + rnd() * step; u <= hu; u += step) {
      const w = v + jog + (noise(u, v, 130) - 0.5) * bend * 2;
      const x = mx + u * c - w * s;
      const y = my + u * s + w * c;
      if (x >= x0 - 1 && x <= x1 + 1 && y >= y0 - 1 && y <= y1 + 1) line.push([x, y]);
      else if (line.length) {
        out.push(line);
        line = [];
      }
    }
    if (line.length) out.push(line);
  }
  return out;
}

/** Level lines of a water or ice plain: close together far off, wide apart near by. */
export function plain(
  x0,
  x1,
  far,
  near,
  { first = 4, last = 22, sway = 0.35, wave = 60, step = 9 } = {},
) {
  const out = [];
  for (let y = far; y < near;) {
    const t = (y - far) / (near - far);
    const gap = first + (last - first) * t;
    const line = [];
    const phase = rnd() * 99;
    for (let x = x0 - rnd() * 20; x <= x1; x += step) {
      const w = wave * (0.4 + t * 1.6);
      line.push([x, y + (noise(x + phase, y * 3, w) - 0.5) * gap * 2 * sway]);
    }
    out.push(line);
    y += gap * between(0.85, 1.15);
  }
  return out;
}

/** Rays from a point between two angles (degrees) and two distances. */
export function rays(cx, cy, r0, r1, { count = 60, from = 0, to = 360, step = 9 } = {}) {
  const out = [];
  for (let i = 0; i < count; i++) {
    const a = ((from + ((to - from) * (i + between(-0.25, 0.25))) / count) * Math.PI) / 180;
    const line = [];
    for (let r = r0 + rnd() * step; r <= r1; r += step)
      line.push([cx + Math.cos(a) * r, cy + Math.sin(a) * r]);
    out.push(line);
  }
  return out;
}

/** Rings round a point, `flat` squeezing them from above. */
export function rings(
  cx,
  cy,
  r0,
  r1,
  { gap = 12, from = 0, to = 360, flat = 1, step = 9, bend = 3 } = {},
) {
  const out = [];
  for (let r = r0; r <= r1; r += gap) {
    const line = [];
    const start = (from * Math.PI) / 180;
    const end = (to * Math.PI) / 180;
    const da = step / Math.max(r, step);
    for (let a = start + rnd() * da; a <= end; a += da) {
      const q = r + (noise(Math.cos(a) * r, Math.sin(a) * r, 90) - 0.5) * bend * 2;
      line.push([cx + Math.cos(a) * q, cy + Math.sin(a) * q * flat]);
    }
    out.push(line);
  }
  return out;
}

/** Short single cuts scattered where `where(x, y)` (0…1) allows. */
export function nicks(
  [x0, y0, x1, y1],
  count,
  { length = [10, 30], width = 3, angle = () => 0, where = () => 1 } = {},
) {
  const lines = [];
  for (let i = 0; i < count; i++) {
    const x = between(x0, x1);
    const y = between(y0, y1);
    const p = where(x, y);
    const l = between(length[0], length[1]);
    const a = ((angle(x, y) + between(-7, 7)) * Math.PI) / 180;
    const c = Math.cos(a);
    const s = Math.sin(a);
    if (rnd() > p) continue;
    const bow = between(-0.08, 0.08) * l;
    lines.push(
      [0, 0.25, 0.5, 0.75, 1].map((t) => {
        const b = Math.sin(t * Math.PI) * bow;
        return [x + c * l * (t - 0.5) - s * b, y + s * l * (t - 0.5) + c * b];
      }),
    );
  }
  return engrave(lines, { width, run: [999, 999] });
}
