/** Makes the published files of a picture. */
import sharp from 'sharp';
import { MOST_PIXELS } from '../store/picture-files.ts';
import type { PictureJob } from './plan.ts';

/** Quality by format: the points at which prints and photographs stay clean. */
const QUALITY = { 'image/avif': 55, 'image/webp': 62, 'image/jpeg': 80 } as const;

/**
 * One size of a picture. The result is upright, in sRGB, opaque (on white) and carries no metadata
 * but credit and licence. Throws when the source cannot be decoded.
 */
export async function encodePicture(job: PictureJob, source: Uint8Array): Promise<Uint8Array> {
  const picture = sharp(source, { limitInputPixels: MOST_PIXELS, density: densityFor(job, source) })
    .rotate()
    .resize({ width: job.width, height: job.height, fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
  const words = embeddedWords(job);
  const said = words === undefined ? picture : picture.withExif(words);
  switch (job.type) {
    case 'image/avif':
      return said.avif({ quality: QUALITY[job.type], effort: 4 }).toBuffer();
    case 'image/webp':
      return said.webp({ quality: QUALITY[job.type], effort: 4 }).toBuffer();
    case 'image/jpeg':
      return said.jpeg({ quality: QUALITY[job.type], mozjpeg: true, progressive: true }).toBuffer();
  }
}

/** Credit and licence as EXIF: the only words that travel with a picture. */
function embeddedWords(job: PictureJob) {
  const fields = {
    ...(job.credit === undefined ? {} : { Artist: job.credit }),
    ...(job.licence === undefined ? {} : { Copyright: job.licence }),
  };
  return Object.keys(fields).length === 0 ? undefined : { IFD0: fields };
}

/** Drawings (SVG) are set at the size they are printed in, not enlarged from 72 dpi. */
function densityFor(job: { width: number }, source: Uint8Array): number {
  const head = new TextDecoder().decode(source.subarray(0, 1024));
  return /<svg[\s>]/i.test(head)
    ? Math.min(2400, Math.max(72, Math.ceil(72 * (job.width / 100))))
    : 72;
}

/** A PNG of one of the paper's own marks, without metadata; what is transparent stays so. */
export async function encodeMark(
  size: { width: number; height: number },
  source: Uint8Array,
): Promise<Uint8Array> {
  return sharp(source, { limitInputPixels: MOST_PIXELS, density: densityFor(size, source) })
    .rotate()
    .resize({ width: size.width, height: size.height, fit: 'contain', background: '#00000000' })
    .toColourspace('srgb')
    .png({ compressionLevel: 9, palette: size.width > 32 })
    .toBuffer();
}
