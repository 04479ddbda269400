/** One size of a picture as it is published. */
export interface PictureVariant {
  /** Address inside the site: `/assets/pictures/3f…-640.webp`. */
  address: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** One file format of a picture, smallest size first. */
export interface PictureSource {
  type: 'image/avif' | 'image/webp' | 'image/jpeg';
  variants: PictureVariant[];
}

/** A published picture as pages, feeds and structured data name it. */
export interface PictureView {
  /** Best compression first; the last one is the JPEG that everything can read. */
  sources: PictureSource[];
  /** The largest JPEG: what `src` names, and what feeds carry. */
  fallback: PictureVariant;
  /** Empty for a decorative picture. */
  alt: string;
  caption: string | undefined;
  credit: string | undefined;
  licence: string | undefined;
  /** The point that crops keep, from the top left, 0 to 1. */
  focus: [x: number, y: number];
}
