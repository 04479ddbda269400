/** Looks at picture files: what they are, how large, and whether they can be printed. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { PictureFile } from './rows.ts';

/** The kinds of picture that can be printed, as sharp names them. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'tiff', 'svg']);

/** The largest picture in pixels: beyond it a file is a mistake or an attack on the memory. */
export const MOST_PIXELS = 120_000_000;

/** Endings by which a file beside a story is known as a picture. */
export const PICTURE_ENDING = /\.(jpe?g|png|webp|gif|avif|heic|heif|tiff?|svg)$/i;

/** Size and digest of a picture in the content folder, or what is wrong with it. */
export async function inspectPicture(
  root: string,
  file: string,
): Promise<PictureFile | { fault: string }> {
  const bytes = await readFile(path.join(root, file));
  try {
    const metadata = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    if (!FORMATS.has(metadata.format)) return { fault: `is a picture of kind ${metadata.format}` };
    const turned = (metadata.orientation ?? 1) >= 5;
    const width = turned ? metadata.height : metadata.width;
    const height = turned ? metadata.width : metadata.height;
    if (width * height > MOST_PIXELS) return { fault: 'has too many pixels' };
    return { file, digest: createHash('sha256').update(bytes).digest('hex'), width, height };
  } catch {
    return { fault: 'is no picture that can be read' };
  }
}
