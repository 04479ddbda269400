/** Absolute addresses on the primary origin. */
import { canonicalUrl, fileUrl } from '../addresses.ts';
import type { Publication } from '../schema/publication.ts';

/** The absolute address of a page, in its canonical form. */
export function pageUrl(
  { origin, publication }: { origin: string; publication: Pick<Publication, 'canonical'> },
  address: string,
): string {
  return canonicalUrl(origin, address, publication.canonical);
}

/** The absolute address of a picture, feed or other file of the edition. */
export function assetUrl({ origin }: { origin: string }, address: string): string {
  return fileUrl(origin, address);
}
