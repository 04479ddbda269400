/** Makes the published files of a picture. */
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { ContentError } from '../problems.ts';
import { MOST_PIXELS } from '../store/picture-files.ts';
import type { PictureJob } from './plan.ts';
import { xmp } from './xmp.ts';

/** Quality by format: the points at which prints and photographs stay clean. */
const QUALITY = { 'image/avif': 55, 'image/webp': 62, 'image/jpeg': 80 } as const;

/**
 * One size of a picture. The result is upright, in sRGB, opaque (on white) and carries no metadata
 * but credit and licence. Throws a `ContentError` when the source cannot be decoded: a file that was
 * cut short looks whole until all of it is read.
 */
export async function encodePicture(job: PictureJob, source: Uint8Array): Promise<Uint8Array> {
  try {
    return await encoded(job, source);
  } catch (error) {
    throw cannotBePrinted(job.file, error);
  }
}

/** Throws a `ContentError` for a picture that cannot be decoded to its end. */
export async function refuseUnprintable(file: string, source: Uint8Array): Promise<void> {
  try {
    await sharp(source, { limitInputPixels: MOST_PIXELS }).stats();
  } catch (error) {
    throw cannotBePrinted(file, error);
  }
}

function cannotBePrinted(file: string, error: unknown): ContentError {
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const message = `is a picture that cannot be printed: ${reason}`;
  const mend = 'save it again as JPEG, PNG or WebP';
  return new ContentError([{ severity: 'error', file, message, mend }]);
}

async function encoded(job: PictureJob, source: Uint8Array): Promise<Uint8Array> {
  const density = await densityFor(job, source);
  const whole = sharp(source, { limitInputPixels: MOST_PIXELS, density })
    .rotate()
    .resize({ width: job.width, height: job.height, fit: 'fill' });
  const picture = (job.crop === undefined ? whole : whole.extract(job.crop))
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
  const said = withWords(picture, job);
  switch (job.type) {
    case 'image/avif':
      return said.avif({ quality: QUALITY[job.type], effort: 4 }).toBuffer();
    case 'image/webp':
      return said.webp({ quality: QUALITY[job.type], effort: 4 }).toBuffer();
    case 'image/jpeg':
      return said.jpeg({ quality: QUALITY[job.type], mozjpeg: true, progressive: true }).toBuffer();
  }
}

/**
 * Credit and licence, the only words that travel with a picture: as EXIF, which has ASCII alone, and
 * as XMP where that cannot say them.
 */
function withWords(picture: Sharp, { credit, licence }: PictureJob): Sharp {
  const fields = {
    ...(isAscii(credit) ? { Artist: credit } : {}),
    ...(isAscii(licence) ? { Copyright: licence } : {}),
  };
  const said = Object.keys(fields).length === 0 ? picture : picture.withExif({ IFD0: fields });
  const other = [credit, licence].some((words) => words !== undefined && !isAscii(words));
  return other ? said.withXmp(xmp({ credit, licence })) : said;
}

function isAscii(words: string | undefined): words is string {
  return words !== undefined && /^[\x20-\x7e]*$/.test(words);
}

/** The resolution of a drawing without one of its own, at which its size is what it says. */
const PLAIN_DENSITY = 72;

/** The highest that sharp takes. */
const HIGHEST_DENSITY = 100_000;

/**
 * The resolution at which a drawing (SVG) is as large as it is printed: lower, and it would be
 * enlarged from a few pixels; higher, and a large one would have more than can be held.
 */
async function densityFor(
  size: { width: number; height: number },
  source: Uint8Array,
): Promise<number> {
  const { format, width, height } = await sharp(source, {
    limitInputPixels: MOST_PIXELS,
  }).metadata();
  if (format !== 'svg') return PLAIN_DENSITY;
  const enlarged = Math.min(size.width / width, size.height / height);
  return Math.min(HIGHEST_DENSITY, Math.max(PLAIN_DENSITY, Math.ceil(PLAIN_DENSITY * enlarged)));
}

/** A PNG of one of the paper's own marks, without metadata; what is transparent stays so. */
export async function encodeMark(
  size: { width: number; height: number },
  source: Uint8Array,
): Promise<Uint8Array> {
  const density = await densityFor(size, source);
  return sharp(source, { limitInputPixels: MOST_PIXELS, density })
    .rotate()
    .resize({ width: size.width, height: size.height, fit: 'contain', background: '#00000000' })
    .toColourspace('srgb')
    .png({ compressionLevel: 9, palette: size.width > 32 })
    .toBuffer();
}
