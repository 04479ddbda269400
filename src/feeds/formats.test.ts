import { describe, expect, it } from 'vitest';

import { feed, URLS } from './feed-for-tests.ts';
import { FORMATS, inFormat, isFeedAddress } from './formats.ts';

describe('a feed in its formats', () => {
  it('names itself once, and each of the others', () => {
    for (const format of FORMATS) {
      const view = inFormat(format, URLS, feed);
      expect(view.self).toBe(URLS[format]);
      expect([view.self, ...view.alternates.map(({ url }) => url)].sort()).toEqual(
        Object.values(URLS).sort(),
      );
      expect(view).toMatchObject(feed);
    }
  });
});

describe('the address of a feed', () => {
  it.each(['/feeds/rss.xml', '/feeds/ru/port/atom.xml', '/feeds/topics/лёд/feed.json'])(
    'is %s',
    (address) => {
      expect(isFeedAddress(address)).toBe(true);
    },
  );

  it.each([
    '/feeds/feed.css',
    '/feeds/feeds.opml',
    '/feeds.html',
    '/2025/02/rss.xml',
    '/feeds/xrss.xml',
    '/sitemaps/2025-02.xml',
  ])('is not %s', (address) => {
    expect(isFeedAddress(address)).toBe(false);
  });
});
