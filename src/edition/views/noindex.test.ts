import { describe, expect, it } from 'vitest';
import { editionOf, printsOfKind, viewOf } from '../edition-for-tests.ts';
import { contentOf, story } from '../paper-for-tests.ts';
import { isNoindex } from './head-for-tests.ts';

describe('noindex', () => {
  it('keeps a story out of sitemaps and feeds and not out of lists', async () => {
    const edition = editionOf(
      contentOf([story('en/2025/02/a', { noindex: true }), story('en/2025/02/b')]),
    );
    expect(isNoindex((await viewOf(edition, 'story', 'en/2025/02/a')).frame.head)).toBe(true);
    const sitemaps = JSON.stringify(await printsOfKind(edition, 'sitemap'));
    expect(sitemaps).toContain('https://gazette.example/2025/02/b.html');
    expect(sitemaps).not.toContain('https://gazette.example/2025/02/a.html');
    const { stories } = await viewOf(edition, 'list', 'en section world');
    expect(stories.map(({ address }) => address)).toContain('/2025/02/a.html');
    for (const print of await printsOfKind(edition, 'feed')) {
      if (!('parts' in print)) continue;
      const { self } = print.view;
      const urls = print.parts.map(({ url }) => url);
      const shown = self.includes('/corrections/')
        ? []
        : ['https://gazette.example/2025/02/b.html'];
      expect([self, urls]).toEqual([self, shown]);
    }
  });
});
