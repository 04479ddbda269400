/** Which feeds there are, and where. */
import { feedFolder } from '../addresses.ts';
import type { AddressRules, FeedList, ListSubject } from '../addresses.ts';
import { FEED_FORMATS, FORMATS } from '../feeds/formats.ts';
import type { FeedFormat } from '../feeds/formats.ts';

/** The lists that have feeds, besides the paper itself. */
export const FEED_KINDS: readonly ListSubject['kind'][] = ['section'];

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
