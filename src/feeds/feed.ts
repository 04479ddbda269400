/** A feed as data: what every format of it says. All addresses are absolute, all texts plain, unless said. */
import type { Instant } from '../time.ts';
import type { FeedFormat } from './formats.ts';

/** Who wrote a story, or who publishes the paper. */
export interface FeedAuthor {
  name: string;
  /** The page about them. */
  url: string | undefined;
}

/** A section or topic. */
export interface FeedCategory {
  /** Its id in addresses: `world`. */
  term: string;
  /** Its name for readers. */
  label: string;
  /** Which list of names it is from, as a URI that never changes: `feedId(authority, 'sections')`. */
  scheme: string | undefined;
}

/** A published picture. */
export interface FeedPicture {
  url: string;
  /** Media type: `image/jpeg`. */
  type: string;
  /** Pixels. */
  width: number;
  height: number;
  /** The true length of the file, which an `enclosure` demands. */
  bytes: number;
  /** Empty for a decorative picture. */
  alt: string;
  caption: string | undefined;
  credit: string | undefined;
  licence: string | undefined;
}

/** A line that a story's page has beside its text: who paid for it, who published it first. */
export interface FeedNote {
  /** `Paid for by`. */
  label: string;
  name: string;
  url: string | undefined;
  /** What the page says after it: `This is an advertisement.` */
  more: string | undefined;
  /** Whether it was paid for, which search must be told of its link. */
  paid?: true;
}

/** What a review says of its subject before its text. */
export interface FeedReview {
  /** `Reviewed`. */
  label: string;
  /** The title of the book, film or play. */
  of: string;
  /** In words: `4 out of 5`. */
  rating: string | undefined;
}

/** A correction that does not stand in the text itself. */
export interface FeedCorrection {
  /** `Correction`. */
  label: string;
  /** For readers: `3 February 2025`. */
  date: string;
  /** For machines: ISO 8601 with an offset. */
  dateTime: string;
  text: string;
}

/** One story in a feed. */
export interface FeedItem {
  /** Permanent and the same in every format and list: `feedId(authority, identity)`. */
  id: string;
  url: string;
  title: string;
  description: string | undefined;
  standfirst: string | undefined;
  /** Lines above the text, in the order of the page. */
  notesBefore: FeedNote[];
  /** The lead picture. */
  picture: FeedPicture | undefined;
  review: FeedReview | undefined;
  /** The text as HTML: absolute addresses, no scripts, styles, classes or ids. */
  html: string;
  /** Why the paper no longer stands by the story: before all else but the standfirst. */
  retraction: FeedCorrection | undefined;
  corrections: FeedCorrection[];
  /** Lines below the text. */
  notesAfter: FeedNote[];
  /** First publication; nothing changes it. */
  published: Instant;
  /** The last change of the text, a correction or an update; not before `published`. */
  modified: Instant;
  language: string;
  /** One an author; an agency or unsigned piece has its byline as the only name. */
  authors: FeedAuthor[];
  /** Section first, then topics. */
  categories: FeedCategory[];
}

/** The paper's mark. */
export interface FeedIcon {
  url: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** A feed in one format. */
export interface FeedView {
  /** Permanent, whatever the host: `feedId(authority, 'feeds/world')`. */
  id: string;
  /** The feed itself. */
  self: string;
  /** The same feed in the other formats. */
  alternates: { format: FeedFormat; url: string }[];
  /** The page that it is the feed of. */
  home: string;
  title: string;
  /** One or two sentences; may be empty. */
  description: string;
  language: string;
  /** The newest `modified` among the items, or undefined in an empty feed. */
  changed: Instant | undefined;
  /** The paper. */
  publisher: FeedAuthor;
  /** Small and square, as in a tab: 16 to 144 pixels. */
  icon: FeedIcon | undefined;
  /** Large and square: 512 pixels. */
  logo: FeedIcon | undefined;
  hub: string | undefined;
  /** A name or an address. */
  licence: string | undefined;
  /** Address of the stylesheet for who opens the feed in a browser, relative to the feed. */
  style: string | undefined;
  /** What a feed is and how to use it, for who opens one that cannot be styled. */
  explanation: string | undefined;
  /** Newest first. */
  items: readonly FeedItem[];
}

/** A feed without its items, and without what follows from them. */
export type FeedHead = Omit<FeedView, 'changed' | 'items'>;
