/** The press: rasterises the plates, roughens their edges, inks them unevenly and overprints them. */
import sharp from 'sharp';
import { inks, paper } from './inks.mjs';
import { reseed, rnd } from './random.mjs';

const SIZE = 512;
const MASK = SIZE - 1;

/** A tile of smooth noise in -1…1 that repeats without a seam. */
function lumps(cell) {
  const n = SIZE / cell;
  const grid = Float32Array.from({ length: n * n }, () => rnd() * 2 - 1);
  const tile = new Float32Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    const gy = Math.floor(y / cell);
    const v = ((y % cell) / cell) ** 2 * (3 - 2 * ((y % cell) / cell));
    for (let x = 0; x < SIZE; x++) {
      const gx = Math.floor(x / cell);
      const u = ((x % cell) / cell) ** 2 * (3 - 2 * ((x % cell) / cell));
      const at = (i, j) => grid[((gy + j) % n) * n + ((gx + i) % n)];
      tile[y * SIZE + x] =
        (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v;
    }
  }
  return tile;
}

/** A tile of grain evenly spread over 0…1, about two pixels coarse. */
function grains() {
  const raw = Float32Array.from({ length: SIZE * SIZE }, rnd);
  const blurred = raw.map((_, i) => {
    const x = i & MASK;
    const y = i >> 9;
    let s = 0;
    for (let j = -1; j <= 1; j++)
      for (let k = -1; k <= 1; k++)
        s += raw[((y + j) & MASK) * SIZE + ((x + k) & MASK)] * (j && k ? 0.6 : 1);
    return s;
  });
  const order = Uint32Array.from(blurred.keys()).sort((a, b) => blurred[a] - blurred[b]);
  const tile = new Float32Array(SIZE * SIZE);
  order.forEach((at, rank) => (tile[at] = rank / order.length));
  return tile;
}

/** How much ink each pixel takes from one plate, 0…1. */
async function pull(plate, view, width, height, first) {
  const { data, info } = await sharp(Buffer.from(plate.svg(view, width, height)), {
    unlimited: true,
  })
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ch = info.channels;
  const [fineX, fineY, wideX, wideY] = [lumps(8), lumps(8), lumps(32), lumps(32)];
  const [mottle, patch] = [lumps(16), lumps(128)];
  const [screen, salt] = [grains(), grains()];
  const slip = first ? 0 : 2 + rnd() * 2;
  const way = rnd() * Math.PI * 2;
  const [dx, dy] = [Math.cos(way) * slip, Math.sin(way) * slip];
  const turn = first ? 0 : (rnd() - 0.5) * 0.0022;
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const t = (y & MASK) * SIZE + (x & MASK);
      const sx = x + dx + turn * (y - height / 2) + fineX[t] * 1.25 + wideX[t] * 1.6;
      const sy = y + dy - turn * (x - width / 2) + fineY[t] * 1.25 + wideY[t] * 1.6;
      const cx = Math.max(0, Math.min(width - 2, sx));
      const cy = Math.max(0, Math.min(height - 2, sy));
      const ix = cx | 0;
      const iy = cy | 0;
      const u = cx - ix;
      const v = cy - iy;
      const i = (iy * width + ix) * ch;
      const row = width * ch;
      const light =
        (data[i] * (1 - u) + data[i + ch] * u) * (1 - v) +
        (data[i + row] * (1 - u) + data[i + row + ch] * u) * v;
      let ink = (1 - light / 255 - (0.12 + 0.76 * screen[t])) * 5 + 0.5;
      if (ink <= 0) continue;
      if (ink > 1) ink = 1;
      const far = ((y >> 1) & MASK) * SIZE + ((x >> 1) & MASK);
      const dry = 0.5 + 0.5 * patch[far];
      const speck = salt[(((y + 131) & MASK) << 9) + ((x + 77) & MASK)];
      const hole = Math.max(0, Math.min(1, (speck - (0.994 - 0.022 * dry * dry)) * 120));
      out[y * width + x] = ink * (1 - hole * 0.75) * (0.94 + 0.05 * mottle[t] * dry - 0.05 * dry);
    }
  }
  return out;
}

/** Prints the plates in order on paper; returns raw RGB. */
export async function print(plates, { view, width, height, seed }) {
  reseed(`press ${seed}`);
  const fibre = lumps(4);
  const cloud = lumps(64);
  const rgb = [0, 1, 2].map(() => new Float32Array(width * height));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const t = (y & MASK) * SIZE + (x & MASK);
      const shade = 1 + fibre[t] * 0.006 + cloud[t] * 0.006;
      for (let c = 0; c < 3; c++) rgb[c][y * width + x] = paper[c] * shade;
    }
  for (const [index, plate] of plates.entries()) {
    const cover = await pull(plate, view, width, height, index === plates.length - 1);
    const tint = inks[plate.ink].map((v) => (1 - v / 255) * plate.strength);
    for (let c = 0; c < 3; c++)
      for (let i = 0; i < cover.length; i++) rgb[c][i] *= 1 - cover[i] * tint[c];
  }
  const out = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 3; c++) out[i * 3 + c] = Math.max(0, Math.min(255, Math.round(rgb[c][i])));
  return out;
}

/** Encodes as JPEG, giving way in quality until the file is small enough. */
export async function jpeg(raw, width, height, limit) {
  for (let quality = 80; ; quality -= 4) {
    const file = await sharp(raw, { raw: { width, height, channels: 3 } })
      .blur(0.7)
      .jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:2:0' })
      .toBuffer();
    if (file.length <= limit || quality <= 52) return { file, quality };
  }
}
