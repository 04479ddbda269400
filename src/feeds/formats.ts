/** The formats in which every feed is printed. */
import type { FeedHead } from './feed.ts';

export type FeedFormat = 'rss' | 'atom' | 'json';

/** Name of the format, name of the file in the folder of its list, media type. */
export const FEED_FORMATS: Readonly<
  Record<FeedFormat, { name: string; file: string; type: string }>
> = {
  rss: { name: 'RSS', file: 'rss.xml', type: 'application/rss+xml' },
  atom: { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  json: { name: 'JSON Feed', file: 'feed.json', type: 'application/feed+json' },
};

/** All of them, in the order in which pages name them. */
export const FORMATS = Object.keys(FEED_FORMATS) as FeedFormat[];

/** What the formats of one feed have in common. */
export type Feed = Omit<FeedHead, 'self' | 'alternates'>;

/** A feed in one format; `urls` are the absolute addresses of its files. */
export function inFormat(
  format: FeedFormat,
  urls: Readonly<Record<FeedFormat, string>>,
  feed: Feed,
): FeedHead {
  return {
    ...feed,
    self: urls[format],
    alternates: FORMATS.filter((other) => other !== format).map((other) => ({
      format: other,
      url: urls[other],
    })),
  };
}

/** Whether an address inside the site is that of a feed: `/feeds/ru/port/rss.xml`. */
export function isFeedAddress(address: string): boolean {
  const file = address.slice(address.lastIndexOf('/') + 1);
  return (
    address.startsWith('/feeds/') && FORMATS.some((format) => FEED_FORMATS[format].file === file)
  );
}
