/** A feed as a file, short enough for those who fetch it. */
import { atom } from './atom.ts';
import type { FeedHead, FeedItem, FeedView } from './feed.ts';
import type { FeedFormat } from './formats.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** The largest feed in bytes: SmartNews refuses one of a megabyte. */
export const LARGEST_FEED = 1_000_000;

const PRINTERS: Record<FeedFormat, (view: FeedView) => string> = { rss, atom, json: jsonFeed };

/** A feed as it is published. */
export interface PrintedFeed {
  text: string;
  /** How many of the view's items are in it: the newest. */
  items: number;
  /** How many of those go without their text, because it alone is longer than a feed may be. */
  shortened: number;
}

/** The feed in a format, with as many of its newest items as fit into `largest` bytes. */
export function printFeed(view: FeedView, format: FeedFormat, largest = LARGEST_FEED): PrintedFeed {
  const print = (items: readonly FeedItem[]) => PRINTERS[format](withItems(view, items));
  const fits = (text: string) => Buffer.byteLength(text) <= largest;

  const whole = PRINTERS[format](view);
  if (fits(whole)) return { text: whole, items: view.items.length, shortened: 0 };

  const items = view.items.map((item) => (fits(print([item])) ? item : withoutText(item)));
  const most = lastThat(items.length, (count) => fits(print(items.slice(0, count))));
  const kept = items.slice(0, most);
  return {
    text: print(kept),
    items: most,
    shortened: kept.filter((item, index) => item !== view.items[index]).length,
  };
}

/** What is said of a feed that left something out, after its address; undefined for a whole one. */
export function cutInWords({ items, shortened }: PrintedFeed, all: number): string | undefined {
  const parts = [
    ...(items < all ? [`has ${items} of its ${all} stories`] : []),
    ...(shortened > 0 ? [`has ${shortened} without the text`] : []),
  ];
  if (parts.length === 0) return undefined;
  const most = LARGEST_FEED.toLocaleString('en');
  return `${parts.join(' and ')}: readers refuse feeds of more than ${most} bytes`;
}

/** A feed with these items, and with what follows from them. */
export function withItems(head: FeedHead, items: readonly FeedItem[]): FeedView {
  return {
    ...head,
    changed: items.length === 0 ? undefined : Math.max(...items.map(({ modified }) => modified)),
    items,
  };
}

function withoutText(item: FeedItem): FeedItem {
  return { ...item, html: '', corrections: [], notesAfter: [] };
}

/** The largest number up to `most` that holds, where every smaller one does, too. */
function lastThat(most: number, holds: (count: number) => boolean): number {
  let known = 0;
  let open = most;
  while (known < open) {
    const middle = Math.ceil((known + open) / 2);
    if (holds(middle)) known = middle;
    else open = middle - 1;
  }
  return known;
}
