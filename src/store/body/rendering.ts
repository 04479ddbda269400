import type { PictureView } from '#pictures/picture.ts';

/** A correction as it is printed; plain text, its words already in the reader's language. */
export interface PrintedCorrection {
  kind: 'correction' | 'clarification' | 'retraction';
  /** For readers: `3 February 2025`. */
  date: string;
  /** For machines: ISO 8601. */
  dateTime: string;
  text: string;
}

/** An update of a live report as it is printed; its headline and text are in the body. */
export interface PrintedUpdate {
  /** Milliseconds since 1970, by which updates are ordered. */
  instant: number;
  /** For readers: `14:30`. */
  time: string;
  /** For machines: ISO 8601 with an offset. */
  dateTime: string;
  /** `address` as it is printed; without one the name is plain text. */
  author: { name: string; address?: string | undefined } | undefined;
}

/** The press's own words, from the locale file of the story's language; plain text. */
export interface BodyWords {
  /** Heading of the notes: `Footnotes`. */
  footnotes: string;
  /** Name of a mark in the text, for those who hear it: `Footnote 2`. */
  footnote: (n: number) => string;
  /** Name of the link from a note back to its mark: `Back to the text, footnote 2`. */
  backToText: (n: number) => string;
  /** Name of the key points: `In short`. */
  keyPoints: string;
  /** What a click on an embed does: `Open at video.example`. */
  openAt: (host: string) => string;
  /** What stands before a correction's date: `Correction`. */
  correction: Record<PrintedCorrection['kind'], string>;
  /** The comma between two things on a line, with its space. */
  comma: string;
  /** Name of the n-th table, where it has no caption: `Table 2`. */
  table: (n: number) => string;
  /** The credit of a picture: `Photo: …`. */
  credit: (credit: string) => string;
  /** Says of an update that it stays on top: `Pinned`. */
  pinned: string;
  /**
   * The number of a note as pages print it, not grouped: `2`, Persian `۲`. The style of the page
   * gives the list of notes the same digits; in feeds, which have no styles, all are `2`.
   */
  number: (n: number) => string;
}

/** The `sizes` attribute of pictures, by their place. */
export interface BodySizes {
  column: string;
  wide: string;
  full: string;
  gallery: string;
  embed: string;
  inline: string;
}

/** How a body becomes HTML: the edition's answers to what the body only names. */
export interface BodyRendering {
  /**
   * `page`: classes, ids, responsive pictures. `feed`: plain HTML without `class`, `id`, `srcset`,
   * `loading`, `role`, `aria-*`, `data-*` and `tabindex`.
   */
  profile: 'page' | 'feed';
  /** Which way the text runs. Code in it is read from the left, and says so where that differs. */
  direction: 'ltr' | 'rtl';
  /** The address to print for one that the author wrote; undefined: the text stays, not the link. */
  link: (href: string) => string | undefined;
  /** What `rel` says of links that lead to others: `sponsored`. */
  rel?: readonly string[] | undefined;
  /** The published picture for a `src` as the author wrote it; undefined: it is left out. */
  picture: (src: string) => PictureView | undefined;
  /** The address to print for one in a `PictureView`: absolute in feeds. Without it, as it is. */
  asset?: ((address: string) => string) | undefined;
  /** The n-th correction of the story; undefined: nothing is printed. */
  correction: (n: number) => PrintedCorrection | undefined;
  /** What is printed of an update besides the body; undefined: it is held back, nothing of it shows. */
  update: (id: string) => PrintedUpdate | undefined;
  /** The updates that stay on top, in this order. */
  pinned?: readonly string[] | undefined;
  /** Address of a place in this story: `#id` on pages, absolute with the fragment in feeds. */
  anchor: (id: string) => string;
  words: BodyWords;
  sizes?: Partial<BodySizes> | undefined;
}

export const DEFAULT_SIZES: BodySizes = {
  column: '(min-width: 44rem) 42rem, 100vw',
  wide: '(min-width: 66rem) 64rem, 100vw',
  full: '100vw',
  gallery: '(min-width: 44rem) 21rem, 50vw',
  embed: '(min-width: 44rem) 42rem, 100vw',
  inline: '12rem',
};
