/** The pictures of an archive: a small pool, drawn, that every month links to. */
import { copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { between, oneOf, randomFor } from './random.ts';
import type { Random } from './random.ts';

/** Pictures in the pool. */
const POOL = 8;

/** Pixels. */
const WIDTH = 1600;
const HEIGHT = 1067;

/** Who made them. */
export const CREDIT = 'Drawing: Record graphics desk';

/** The names of the pool's files: most are JPEG, some PNG. */
export function pictureNames(): readonly string[] {
  return NAMES;
}

const NAMES = Array.from(
  { length: POOL },
  (_, index) => `scene-${index + 1}.${index % 4 === 3 ? 'png' : 'jpg'}`,
);

/** Draws the pool into a folder. The same seed gives the same bytes on one platform. */
export async function drawPool(folder: string, seed: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of NAMES) {
    const drawing = sharp(Buffer.from(scene(randomFor(seed, `picture ${name}`))));
    const bytes = name.endsWith('.png')
      ? await drawing.png({ palette: true }).toBuffer()
      : await drawing.jpeg({ quality: 80 }).toBuffer();
    writeFileSync(path.join(folder, name), bytes);
  }
}

/** Puts the pool's pictures into another folder: as links to the same bytes where the disk can. */
export function linkPool(pool: string, folder: string): void {
  for (const name of NAMES) {
    const [from, to] = [path.join(pool, name), path.join(folder, name)];
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
  }
}

/** A coast: sky, sea, a row of houses and a sun. */
function scene(random: Random): string {
  const hue = between(random, 0, 359);
  const horizon = between(random, 420, 700);
  const colour = (light: number, turn = 0) => `hsl(${(hue + turn) % 360} 45% ${light}%)`;
  const houses = Array.from({ length: between(random, 12, 30) }, () => {
    const [x, width] = [between(random, -40, WIDTH), between(random, 40, 160)];
    const height = between(random, 40, 260);
    const fill = colour(oneOf(random, [18, 24, 30, 36]), 20);
    return `<rect x="${x}" y="${horizon - height}" width="${width}" height="${height + 8}" fill="${fill}"/>`;
  });
  const waves = Array.from({ length: 60 }, () => {
    const [x, y] = [between(random, -100, WIDTH), between(random, horizon + 10, HEIGHT)];
    const width = between(random, 40, 300);
    return `<ellipse cx="${x}" cy="${y}" rx="${width}" ry="3" fill="${colour(64, 10)}" opacity=".35"/>`;
  });
  const [sun, high] = [between(random, 100, WIDTH - 100), between(random, 80, 320)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${colour(72)}"/><stop offset="1" stop-color="${colour(90, 30)}"/></linearGradient></defs><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/><circle cx="${sun}" cy="${high}" r="${between(random, 30, 90)}" fill="${colour(96, 60)}"/>${houses.join('')}<rect y="${horizon}" width="${WIDTH}" height="${HEIGHT}" fill="${colour(44, 10)}"/>${waves.join('')}</svg>`;
}
