/** Which feeds there are, and where. */
import { feedFolder, relativeAddress } from '../addresses.ts';
import type { AddressRules, FeedList, ListSubject } from '../addresses.ts';
import { FEED_FORMATS, FORMATS } from '../feeds/formats.ts';
import type { FeedFormat } from '../feeds/formats.ts';

/** The lists that have feeds, besides the paper and its corrections. */
export const FEED_KINDS: readonly ListSubject['kind'][] = ['section', 'topic', 'author', 'series'];

/** The stylesheet of all feeds. */
export const FEED_STYLE = '/feeds/feed.css';

/** The list of all feeds. */
export const FEED_LIST = '/feeds/feeds.opml';

/** Items that feeds of topics, authors and series have at most: there are many of them. */
const ITEMS_OF_SMALL_LISTS = 20;

/** How many stories a feed has at most; `items` is what the publication says. */
export function mostItems({ kind }: FeedList, items: number): number {
  return kind === 'paper' || kind === 'section' || kind === 'corrections'
    ? items
    : Math.min(items, ITEMS_OF_SMALL_LISTS);
}

/** Where a feed finds its stylesheet, from its own folder. */
export function feedStyleOf(list: FeedList, language: string, rules: AddressRules): string {
  return relativeAddress(feedFile(list, language, rules), FEED_STYLE);
}

/** Where a feed is in one format. */
export function feedFile(
  list: FeedList,
  language: string,
  rules: AddressRules,
  format: FeedFormat = 'rss',
): string {
  return `${feedFolder(list, language, rules)}/${FEED_FORMATS[format].file}`;
}

/** Where a feed is in each format. */
export function feedFiles(
  list: FeedList,
  language: string,
  rules: AddressRules,
): { format: FeedFormat; address: string }[] {
  return FORMATS.map((format) => ({ format, address: feedFile(list, language, rules, format) }));
}
