/** The paper's icons: squares of its `icon`, in the sizes that browsers and phones ask for. */
import { createHash } from 'node:crypto';
import type { Edition } from './edition.ts';

/** Pixels: a tab, an iPhone's home screen, an Android's, a splash screen. */
const SIZES = [32, 180, 192, 512] as const;

export interface IconJob {
  address: string;
  /** Pixels, width and height. */
  size: number;
  /** The source, in the content folder. */
  file: string;
  digest: string;
}

/** The icon files to make; none where the publication has no icon. */
export function iconJobs(edition: Pick<Edition, 'content' | 'pictures'>): IconJob[] {
  const use = edition.content.publication.icon;
  const source = use === undefined ? undefined : edition.pictures.get(use.file);
  if (source === undefined) return [];
  const digest = createHash('sha256').update(source.digest).digest('hex').slice(0, 16);
  return SIZES.map((size) => ({
    address: `/assets/icons/${digest}-${size}.png`,
    size,
    file: source.file,
    digest: source.digest,
  }));
}

/** The icon of a size. */
export function iconAddress(
  edition: Pick<Edition, 'content' | 'pictures'>,
  size: (typeof SIZES)[number],
): string | undefined {
  return iconJobs(edition).find((job) => job.size === size)?.address;
}
