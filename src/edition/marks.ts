/** The paper's own marks: its icon in the sizes that browsers ask for, and a drawn nameplate. */
import { createHash } from 'node:crypto';
import type { PictureFile } from '../store/rows.ts';
import type { Paper } from './paper.ts';

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

type Marked = Pick<Paper, 'icon' | 'nameplate' | 'picturesVersion'>;

function markJob(
  { picturesVersion }: Marked,
  source: PictureFile,
  width: number,
  height: number,
): MarkJob {
  const digest = createHash('sha256')
    .update(JSON.stringify([picturesVersion, source.digest]))
    .digest('hex')
    .slice(0, 16);
  return {
    address: `/assets/icons/${digest}-${width}.png`,
    width,
    height,
    file: source.file,
    digest: source.digest,
  };
}

/** The icon files to make; none where the publication has no icon. */
export function iconJobs(paper: Marked): MarkJob[] {
  const { icon } = paper;
  return icon === undefined ? [] : SIZES.map((size) => markJob(paper, icon, size, size));
}

/** The icon of a size. */
export function iconJob(paper: Marked, size: (typeof SIZES)[number]): MarkJob | undefined {
  const { icon } = paper;
  return icon === undefined ? undefined : markJob(paper, icon, size, size);
}

/** The drawn nameplate, or undefined where the name is set in type. */
export function nameplateJob(paper: Marked): MarkJob | undefined {
  const { nameplate } = paper;
  if (nameplate === undefined) return undefined;
  const height = Math.max(1, Math.round((nameplate.height * NAMEPLATE_WIDTH) / nameplate.width));
  return markJob(paper, nameplate, NAMEPLATE_WIDTH, height);
}

/** Every mark to make. */
export function markJobs(paper: Marked): MarkJob[] {
  return [...iconJobs(paper), nameplateJob(paper) ?? []].flat();
}
