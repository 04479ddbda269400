import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';

import { budget, feed, strike, viewOf } from './feed-for-tests.ts';
import type { FeedItem, FeedView } from './feed.ts';
import { FORMATS } from './formats.ts';
import { cutInWords, LARGEST_FEED, printFeed } from './print.ts';

/** Stories of some length, the newest first. */
function stories(count: number, letters: number): FeedItem[] {
  return Array.from({ length: count }, (_, index) => ({
    ...strike,
    id: `${strike.id}-${index}`,
    title: `Story ${index}`,
    html: `<p>${'ж'.repeat(letters)}</p>`,
    modified: strike.modified - index * 60_000,
  }));
}

const titles = (view: FeedView, text: string) =>
  view.items.map(({ title }) => title).filter((title) => text.includes(title));

describe.each(FORMATS)('a feed as %s', (format) => {
  it('is whole where it is short', () => {
    const printed = printFeed(viewOf(format), format);
    expect(printed).toMatchObject({ items: 2, shortened: 0 });
    for (const { title } of feed.items) expect(printed.text).toContain(title);
  });

  it('has as many of the newest stories as fit, and all of what fits', () => {
    const view = viewOf(format, { items: stories(50, 20_000) });
    const { text, items, shortened } = printFeed(view, format);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LARGEST_FEED);
    expect(Buffer.byteLength(text)).toBeGreaterThan(LARGEST_FEED - 45_000);
    expect(items).toBeGreaterThanOrEqual(20);
    expect(titles(view, text)).toHaveLength(items);
    expect(text).toContain('Story 0');
    expect(text).not.toContain(`Story ${items}`);
    expect(shortened).toBe(0);
  });

  it('has the whole of what is exactly as long as it may be', () => {
    const view = viewOf(format);
    const length = Buffer.byteLength(printFeed(view, format).text);
    expect(printFeed(view, format, length).items).toBe(2);
    expect(printFeed(view, format, length - 1).items).toBe(1);
  });

  it('names a story that is too long alone, without its text, and goes on with the others', () => {
    const [long] = stories(1, 600_000);
    const { text, items, shortened } = printFeed(
      viewOf(format, { items: [long!, budget] }),
      format,
    );
    expect({ items, shortened }).toEqual({ items: 2, shortened: 1 });
    expect(text).toContain('Story 0');
    expect(text).toContain('By one vote.');
    expect(text).not.toContain('жжж');
  });

  it('stays whole where not even one story fits', () => {
    const printed = printFeed(viewOf(format), format, 10);
    expect(printed.items).toBe(0);
    if (format === 'json') expect(JSON.parse(printed.text)).toMatchObject({ items: [] });
    else XmlDocument.fromString(printed.text).dispose();
  });
});

describe('a feed that was cut', () => {
  it('says what is missing', () => {
    const said = (items: readonly FeedItem[]) =>
      cutInWords(printFeed(viewOf('rss', { items }), 'rss'), items.length);
    expect(said(feed.items)).toBeUndefined();
    expect(said(stories(50, 100_000))).toBe(
      'has 4 of its 50 stories: readers refuse feeds of more than 1,000,000 bytes',
    );
    expect(said(stories(2, 600_000))).toBe(
      'has 2 without the text: readers refuse feeds of more than 1,000,000 bytes',
    );
    expect(said([...stories(1, 600_000), ...stories(20, 100_000)])).toMatch(
      /^has \d of its 21 stories and has 1 without the text: /,
    );
  });
});

it('tells the date of the newest change among the stories that are left', () => {
  const [first, ...rest] = stories(50, 20_000);
  const edited = rest.map((item, index) =>
    index === rest.length - 1 ? { ...item, modified: Date.UTC(2025, 5, 1) } : item,
  );
  const view = viewOf('rss', { items: [first!, ...edited], changed: Date.UTC(2025, 5, 1) });
  expect(printFeed(view, 'rss').text).toContain(
    '<lastBuildDate>Wed, 05 Feb 2025 08:00:00 GMT</lastBuildDate>',
  );
});
