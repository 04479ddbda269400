import type { Element, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { PictureVariant, PictureView } from './picture.ts';

export interface PictureMarkup {
  /** The `sizes` attribute: how wide the picture stands at which width of the window. */
  sizes: string;
  /** `eager` for the picture that is seen first; the others wait until they are near. */
  loading: 'lazy' | 'eager';
  /** Class of the `img`. */
  class?: string | undefined;
  /** Instead of the picture's own text. */
  alt?: string | undefined;
  /** An address of the picture as it is printed; as it is without. */
  asset?: ((address: string) => string) | undefined;
}

/** Below this width in pixels a picture would be blurred in the column of the text: it stays small. */
const SMALL = 600;

/** Above this many times its width a picture is read from top to bottom, not seen at once. */
const TALL = 2;

/**
 * A picture as `<picture>` with a `<source>` for each format, or as an `<img>` alone where there is
 * only one. It always has its size, so that nothing moves when it comes.
 */
export function pictureElement(view: PictureView, how: PictureMarkup): Element {
  const asset = how.asset ?? ((address: string): string => address);
  const srcset = (variants: readonly PictureVariant[]): string =>
    variants.map((variant) => `${asset(variant.address)} ${variant.width}w`).join(', ');

  const last = view.sources[view.sources.length - 1];
  const widest = Math.max(
    view.fallback.width,
    ...view.sources.flatMap(({ variants }) => variants.map(({ width }) => width)),
  );
  const isSmall = widest < SMALL;
  const isTall = view.fallback.height > TALL * view.fallback.width;
  const sizes = isSmall ? `${widest}px` : how.sizes;
  const image: Properties = { src: asset(view.fallback.address) };
  if (last !== undefined && last.variants.length > 1) {
    image.srcSet = srcset(last.variants);
    image.sizes = sizes;
  }
  image.width = view.fallback.width;
  image.height = view.fallback.height;
  image.alt = how.alt ?? view.alt;
  const classes = [
    ...(how.class?.split(' ') ?? []),
    ...(isSmall ? ['small'] : []),
    ...(isTall ? ['tall'] : []),
  ];
  if (classes.length > 0) image.className = classes;
  if (how.loading === 'lazy') image.loading = 'lazy';
  else image.fetchPriority = 'high';
  image.decoding = 'async';
  const img: Element = { type: 'element', tagName: 'img', properties: image, children: [] };

  const better = view.sources.slice(0, -1).filter((source) => source.variants.length > 0);
  if (better.length === 0) return img;
  const sources = better.map((source): Element => {
    const properties = { type: source.type, srcSet: srcset(source.variants), sizes };
    return { type: 'element', tagName: 'source', properties, children: [] };
  });
  return { type: 'element', tagName: 'picture', properties: {}, children: [...sources, img] };
}

/** The same as HTML. */
export function pictureHtml(view: PictureView, how: PictureMarkup): string {
  return toHtml(pictureElement(view, how));
}
