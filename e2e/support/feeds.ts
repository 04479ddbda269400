/** The feeds of an edition, as the parser reads them that tells everything. */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { XmlDocument } from 'libxml2-wasm';
import type { Edition } from './edition.ts';

/** The files of every feed, and what each must say it is. */
export const FORMATS = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
} as const;

/** The name of a file of a feed. */
export type FeedFile = keyof typeof FORMATS;

/** Folders of the feeds: `/feeds/ru/port/`. */
export function feeds(edition: Edition): string[] {
  return edition.files
    .filter((file) => file.startsWith('/feeds/') && file.endsWith('/rss.xml'))
    .map((file) => file.slice(0, -'rss.xml'.length));
}

/** Whether the items of a feed are corrections, which have dates and words of their own. */
export function isOfCorrections(feed: string): boolean {
  return feed.endsWith('/corrections/');
}

/** Their names. */
export const FEED_FILES = Object.keys(FORMATS) as FeedFile[];

/** What every format says of a story. */
export interface FeedItem {
  id: string;
  url: string;
  title: string;
  /** Milliseconds since 1970. */
  published: number;
  /** The names, in their order. */
  authors: string[];
  html: string;
}

/** A feed as feedsmith reads it: the parser that tells everything. */
export interface ReadFeed {
  self: string | undefined;
  items: FeedItem[];
  /** Dates of the last change, where the format has them. */
  modified: number[] | undefined;
}

/** Reads one file of a feed; throws where XML is not well formed. */
export function readFeed(edition: Edition, feed: string, file: FeedFile): ReadFeed {
  const text = edition.read(`${feed}${file}`);
  if (file === 'feed.json') {
    const { feed_url: self, items = [] } = parseJsonFeed(JSON.parse(text));
    return {
      self,
      items: items.map((item) => ({
        id: item.id ?? '',
        url: item.url ?? '',
        title: item.title ?? '',
        published: Date.parse(item.date_published ?? ''),
        authors: (item.authors ?? []).map(({ name = '' }) => name),
        html: item.content_html ?? item.content_text ?? '',
      })),
      modified: items.map((item) => Date.parse(item.date_modified ?? '')),
    };
  }
  XmlDocument.fromString(text).dispose();
  if (file === 'atom.xml') {
    const { links: own = [], entries = [] } = parseAtomFeed(text);
    return {
      self: own.find(({ rel }) => rel === 'self')?.href,
      items: entries.map((entry) => ({
        id: entry.id ?? '',
        url: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
        title: entry.title?.value ?? '',
        published: Date.parse(entry.published ?? ''),
        authors: (entry.authors ?? []).map(({ name = '' }) => name),
        html: entry.content?.value ?? '',
      })),
      modified: entries.map(({ updated }) => Date.parse(updated ?? '')),
    };
  }
  const { atom, items = [] } = parseRssFeed(text);
  return {
    self: atom?.links?.find(({ rel }) => rel === 'self')?.href,
    items: items.map((item) => ({
      id: item.guid?.value ?? '',
      url: item.link ?? '',
      title: item.title ?? '',
      published: Date.parse(item.pubDate ?? ''),
      authors: item.dc?.creators ?? [],
      html: item.content?.encoded ?? '',
    })),
    modified: undefined,
  };
}
