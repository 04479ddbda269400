/** Decides, without touching a pixel, in which sizes and formats a picture is published. */
import { createHash } from 'node:crypto';
import type { PictureUse } from '../store/rows.ts';
import type { PictureSource, PictureVariant, PictureView } from './picture.ts';

/** Widths in pixels: a phone, a column on a sharp screen, the full width of the page. */
const WIDTHS = [480, 720, 1440];

/** The JPEG is for old readers, feeds and search, which want at least 1200 pixels. */
const FALLBACK_WIDTH = 1200;

/** Portraits are shown small. */
const PORTRAIT_WIDTHS = [160, 320];

/** WebP holds no more in either direction, AVIF hardly more: a long infographic is made narrower. */
const LONGEST_SIDE = 16_383;

const ENDINGS = { 'image/avif': 'avif', 'image/webp': 'webp', 'image/jpeg': 'jpg' } as const;

/** A file to make: one size and format of one picture. */
export interface PictureJob {
  address: string;
  type: PictureSource['type'];
  width: number;
  height: number;
  /** The part of it that is published, in pixels of that size; all of it where none is named. */
  crop?: { left: number; top: number; width: number; height: number };
  /** The source, in the content folder. */
  file: string;
  /** Digest of the source. */
  digest: string;
  /** The only words that the published file carries. */
  credit: string | undefined;
  licence: string | undefined;
}

/** How a picture is shown, which decides its sizes. */
export type PictureRole = 'picture' | 'portrait';

/** How pictures are encoded. */
export interface Encoding {
  /** Also print AVIF. */
  avif: boolean;
  /** Changes with the encoder and its settings, so that no old file is taken for a new one. */
  version: string;
}

/** The published picture and the files that have to be made for it. */
export function planPicture(
  use: PictureUse,
  role: PictureRole,
  { avif, version }: Encoding,
): { view: PictureView; jobs: PictureJob[] } {
  const widths = role === 'portrait' ? PORTRAIT_WIDTHS : WIDTHS;
  const fallbackWidth = role === 'portrait' ? (widths.at(-1) ?? 0) : FALLBACK_WIDTH;
  const types: PictureSource['type'][] = avif ? ['image/avif', 'image/webp'] : ['image/webp'];
  const jobs: PictureJob[] = [];
  const tallest = Math.max(1, Math.floor((use.width * LONGEST_SIDE) / use.height));
  const available = Math.min(use.width, tallest);
  const name = pictureName(use, version);
  const make = (type: PictureSource['type'], width: number): PictureVariant => {
    const height = Math.min(
      LONGEST_SIDE,
      Math.max(1, Math.round((use.height * width) / use.width)),
    );
    const address = `/assets/pictures/${name}-${width}.${ENDINGS[type]}`;
    jobs.push({
      address,
      type,
      width,
      height,
      file: use.file,
      digest: use.digest,
      credit: use.credit,
      licence: use.licence,
    });
    return { address, width, height };
  };
  const sources = types.map((type) => ({
    type,
    variants: capped(widths, available).map((width) => make(type, width)),
  }));
  const fallback = make('image/jpeg', Math.min(fallbackWidth, available));
  return {
    view: {
      sources: [...sources, { type: 'image/jpeg', variants: [fallback] }],
      fallback,
      alt: use.alt,
      caption: use.caption,
      credit: use.credit,
      licence: use.licence,
      focus: use.focus ?? [0.5, 0.5],
    },
    jobs,
  };
}

/** The widths that a source can fill; never larger than it is. */
function capped(widths: readonly number[], available: number): number[] {
  const fitting = widths.filter((width) => width <= available);
  const next = widths[fitting.length];
  return next !== undefined && available > (fitting.at(-1) ?? 0)
    ? [...fitting, available]
    : fitting;
}

/** What all files of a picture are called: changes whenever one of them would. */
function pictureName({ digest, credit, licence }: PictureUse, version: string): string {
  return createHash('sha256')
    .update(JSON.stringify([version, digest, credit ?? '', licence ?? '']))
    .digest('hex')
    .slice(0, 16);
}
