import { createHash } from 'node:crypto';

/** Pixels, as every network takes them. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** Everything a card shows; two equal views are one picture. */
export interface CardView {
  kind: 'front' | 'section' | 'article';
  /** Opinion has a lighter voice. */
  opinion?: boolean | undefined;
  /** BCP 47, of the words on the card. */
  language: string;
  dir: 'ltr' | 'rtl';
  /** The paper's name, as on the nameplate. */
  paper: string;
  /** The section's name, or the kicker the desk wrote; empty for none. */
  section: string;
  /** An article's headline, a section's name, the front page's motto or leading headline. */
  headline: string;
  /** Byline and date, or a section's description; plain words, empty for none. */
  line: string;
  /** The section's colour, `#rrggbb`; on the front page the house's. */
  accent: string;
  /** The nameplate's ink and ground, `#rrggbb`, where the paper has its own. */
  nameplate?: { ink?: string | undefined; ground?: string | undefined } | undefined;
  /** The bytes come beside the view; the digest of the source stands for them. */
  picture?: { digest: string; focus: readonly [x: number, y: number] } | undefined;
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
