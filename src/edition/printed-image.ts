/** Pictures as structured data name them. */
import type { ImageFacts } from '../metadata/structured-data/image.ts';
import type { PictureVariant, PictureView } from '../pictures/picture.ts';
import type { Paper } from './paper.ts';
import { assetUrl } from './urls.ts';

/** One printed file of a picture with what is said about it; by default its JPEG. */
export function printedImage(
  paper: Pick<Paper, 'origin'>,
  { caption, credit, fallback, licence }: PictureView,
  { address, width, height }: PictureVariant = fallback,
): ImageFacts {
  return { url: assetUrl(paper, address), width, height, caption, credit, licence };
}
