import { createHash } from 'node:crypto';

/** Pixels, as every network takes them. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** What the page is that a card stands for. */
export type CardKind =
  'article' | 'opinion' | 'live' | 'section' | 'topic' | 'author' | 'series' | 'front' | 'page';

/** A picture on a card. The bytes come beside the view; the digest of the source stands for them. */
export interface CardPicture {
  digest: string;
  /** What must be seen, as shares of width and height. */
  focus: readonly [x: number, y: number];
}

/** Everything a card shows; two equal views are one picture. Words are plain, empty for none. */
export interface CardView {
  kind: CardKind;
  /** BCP 47, of the words on the card. */
  language: string;
  dir: 'ltr' | 'rtl';
  /** The paper's name, as on the nameplate. */
  paper: string;
  /**
   * The small words above the headline. Of a story: the section's name, or the kicker the desk
   * wrote. Of a topic or a series: the word for what it is. Of an author: the role.
   */
  section: string;
  /** A story's headline; the name of a section, topic, series or author; a page's title; the front page's motto. */
  headline: string;
  /**
   * The words under the headline. Of a list: its description. Of opinion: its authors' names, which
   * stand with the portrait. Stories of other kinds show none: at the size of a preview it is not read.
   */
  line: string;
  /** Live, and still running: the word that says so. */
  mark?: string | undefined;
  /** The section's colour, `#rrggbb`; of other lists and the front page the house's. */
  accent: string;
  /** The nameplate's ink and ground, `#rrggbb`, where the paper has its own. */
  nameplate?: { ink?: string | undefined; ground?: string | undefined } | undefined;
  /** Fills the card behind the words. */
  picture?: CardPicture | undefined;
  /** The face of an author, or of opinion's author; beside it no `picture` is shown. */
  portrait?: CardPicture | undefined;
}

/** What the bytes of a card are: with a picture JPEG, else PNG. */
export function cardType(view: CardView): 'image/png' | 'image/jpeg' {
  return view.picture === undefined && view.portrait === undefined ? 'image/png' : 'image/jpeg';
}

/**
 * Changes whenever the card's bytes would: the `v` of its address, and what decides whether it is
 * drawn again. `drawingVersion` is a digest of this folder and of the font packages.
 */
export function cardDigest(view: CardView, drawingVersion: string): string {
  return createHash('sha256')
    .update(JSON.stringify([drawingVersion, canonical(view)]))
    .digest('hex')
    .slice(0, 16);
}

/** The same value whatever the order of its fields and whether absent ones are named. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => [name, canonical(field)]);
}
