/** How a unit names the rows that it shows: by path and key, so that its inputs say what they hold. */
import type { Instant } from '../time.ts';

/**
 * All of a story, as of a moment. The key covers its row, the text and the rows of its authors,
 * section, series and topics, as far as they have files: of which it is a fingerprint.
 */
export interface StoryRef {
  /** `en/2025/02/slug`. */
  path: string;
  key: number;
  /** The last of its own moments that has passed; what is dated later is not in it. */
  modified: Instant;
  /** Whether its live coverage is over. */
  ended: boolean;
}

/** A story as lists show it. The key covers its card row and the rows of its authors. */
export interface CardRef {
  path: string;
  key: number;
  /** Whether it is a live report that goes on. */
  live: boolean;
}

/** One of the rows of which a paper has few. */
export interface RowRef {
  /** `authors/anna`, `pages/en/about`. */
  row: string;
  key: string;
}

/**
 * Addresses as a text has them, and where they lead inside the paper, where that is another address;
 * null: the words alone stay.
 */
export type Links = readonly (readonly [href: string, address?: string | null])[];

/** Where each address of a text leads. */
export function addressesIn(links: Links): Map<string, string | null> {
  return new Map(links.map(([href, address = href]) => [href, address]));
}
