/** How a unit names the rows that it shows: by path and key, so that its inputs say what they hold. */
import type { Instant } from '../time.ts';

/**
 * All of a story, as of a moment. The key is a fingerprint of its row, its text, the rows of its
 * authors, section, series and topics, as far as they have files, and of what else stands here.
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

/** A story with what its text needs to know of others, which its key covers too. */
export interface TextRef extends StoryRef {
  links: Links;
  /** Authors of its live entries who have pages in its language. */
  contributors: readonly string[];
}

/**
 * A story as lists show it. The key is a fingerprint of its card row, of the rows of its authors and
 * of what else stands here.
 */
export interface CardRef {
  path: string;
  key: number;
  /** Whether it is a live report that goes on. */
  live: boolean;
  /** Whether the paper no longer stands by it. */
  retracted: boolean;
}

/** A story of which the address alone matters. The key is a fingerprint of the path. */
export interface PathRef {
  path: string;
  key: number;
}

/** One of the rows of which a paper has few. The key is a fingerprint of it and its name. */
export interface RowRef {
  /** `authors/anna`, `pages/en/about`. */
  row: string;
  key: number;
}

/** A message to readers, whose key covers where its links lead. */
export interface AppealRef extends RowRef {
  links: Links;
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
