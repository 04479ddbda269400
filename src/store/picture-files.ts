/** Looks at picture files: what they are, how large, and whether they can be printed. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
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
  // Loaded where it is needed: where no picture is new, none is looked into.
  const { default: sharp } = await import('sharp');
  try {
    const bytes = await readFile(path.join(root, file));
    const metadata = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    if (!FORMATS.has(metadata.format)) return { fault: `is a picture of kind ${metadata.format}` };
    // Its reader is not free to be passed on, so the libraries at hand see no more than its size.
    if (metadata.compression === 'hevc') return { fault: 'is a picture of kind HEIC' };
    if (isCutOff(bytes)) return { fault: 'is a picture that breaks off before its end' };
    const turned = (metadata.orientation ?? 1) >= 5;
    const width = turned ? metadata.height : metadata.width;
    const height = turned ? metadata.width : metadata.height;
    if (width * height > MOST_PIXELS) return { fault: 'has too many pixels' };
    return { file, digest: createHash('sha256').update(bytes).digest('hex'), width, height };
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    return { fault: isTooLarge ? 'has too many pixels' : 'is no picture that can be read' };
  }
}

/** How far before the end of a file its end mark may stand, in bytes: some tools append a little. */
const FURTHEST_END = 4096;

/**
 * Whether a file ends before its format says so, as after an upload that broke off. Nothing is
 * decoded for it.
 */
function isCutOff(bytes: Buffer): boolean {
  const ends = (...tail: number[]) =>
    bytes.lastIndexOf(Buffer.from(tail)) >= Math.max(0, bytes.length - FURTHEST_END);
  if (bytes.length < 16) return true;
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return !ends(0xff, 0xd9);
  if (bytes.toString('latin1', 1, 4) === 'PNG') return !ends(0x49, 0x45, 0x4e, 0x44);
  if (bytes.toString('latin1', 0, 3) === 'GIF') return !ends(0x3b);
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return bytes.length < bytes.readUInt32LE(4) + 8;
  return false;
}
