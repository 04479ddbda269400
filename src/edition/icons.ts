/** The paper's own marks: its icon in the sizes that browsers ask for, and a drawn nameplate. */
import { createHash } from 'node:crypto';
import type { PictureFile, PictureUse } from '../store/rows.ts';
import type { Edition } from './edition.ts';

/** Pixels: a tab, an iPhone's home screen, an Android's, a splash screen. */
const SIZES = [32, 180, 192, 512] as const;

/** The nameplate stands across the page; a drawing is set at twice that for sharp screens. */
const NAMEPLATE_WIDTH = 1600;

/** A PNG to make; what is transparent stays so. */
export interface MarkJob {
  address: string;
  /** Pixels. */
  width: number;
  height: number;
  /** The source, in the content folder. */
  file: string;
  digest: string;
}

type Source = Pick<Edition, 'content' | 'pictures'>;

function markJob(source: PictureFile, width: number, height: number): MarkJob {
  const digest = createHash('sha256').update(source.digest).digest('hex').slice(0, 16);
  return {
    address: `/assets/icons/${digest}-${width}.png`,
    width,
    height,
    file: source.file,
    digest: source.digest,
  };
}

function sourceOf(edition: Source, use: PictureUse | undefined): PictureFile | undefined {
  return use === undefined ? undefined : edition.pictures.get(use.file);
}

/** The icon files to make; none where the publication has no icon. */
export function iconJobs(edition: Source): MarkJob[] {
  const source = sourceOf(edition, edition.content.publication.icon);
  return source === undefined ? [] : SIZES.map((size) => markJob(source, size, size));
}

/** The icon of a size. */
export function iconAddress(edition: Source, size: (typeof SIZES)[number]): string | undefined {
  return iconJobs(edition).find((job) => job.width === size)?.address;
}

/** The drawn nameplate, or undefined where the name is set in type. */
export function nameplateJob(edition: Source): MarkJob | undefined {
  const source = sourceOf(edition, edition.content.publication.nameplate);
  if (source === undefined) return undefined;
  const height = Math.max(1, Math.round((source.height * NAMEPLATE_WIDTH) / source.width));
  return markJob(source, NAMEPLATE_WIDTH, height);
}

/** Every mark to make. */
export function markJobs(edition: Source): MarkJob[] {
  return [...iconJobs(edition), nameplateJob(edition) ?? []].flat();
}
