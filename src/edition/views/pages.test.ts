import { describe, expect, it } from 'vitest';
import { editionOf, printsOfKind, viewOf } from '../edition-for-tests.ts';
import { contentOf, page, story } from '../paper-for-tests.ts';

describe('static pages', () => {
  it('show each other in the paper’s languages, by name or by original', async () => {
    const pages = [
      page('en/about'),
      page('ru/about'),
      page('ar/man-nahnu', { translationOf: 'en/about' }),
      page('en/contact'),
    ];
    const edition = editionOf(contentOf([], { pages }));
    const shown = async (path: string) =>
      (await viewOf(edition, 'page', path)).translations.map(({ address }) => address);
    expect(await shown('en/about')).toEqual(['/ru/about.html', '/ar/man-nahnu.html']);
    expect(await shown('ar/man-nahnu')).toEqual(['/about.html', '/ru/about.html']);
    expect(await shown('ru/about')).toEqual(['/about.html', '/ar/man-nahnu.html']);
    expect(await shown('en/contact')).toEqual([]);
  });

  it('named like a standing page are its introduction, links and all', async () => {
    const pages = [page('en/archive', { text: 'From [here](../../articles/en/2025/02/a.md) on.' })];
    const edition = editionOf(contentOf([story('en/2025/02/a')], { pages }));
    expect((await viewOf(edition, 'archive', 'en')).intro).toContain('href="/2025/02/a.html"');
    await expect(viewOf(edition, 'page', 'en/archive')).rejects.toThrow(RangeError);
  });
});

describe('the page of corrections', () => {
  it('has those that are out, the newest first', async () => {
    const correction = (date: string) => ({ date, text: date, kind: 'correction' as const });
    const rows = [
      story('en/2025/02/a', {
        corrections: [correction('2025-02-10'), correction('2030-01-01'), correction('2025-02-20')],
      }),
      story('en/2025/02/b', { corrections: [correction('2025-02-15')] }),
      story('en/2025/02/c'),
    ];
    const { corrections } = await viewOf(editionOf(contentOf(rows)), 'corrections', 'en');
    expect(corrections.map(({ text, address }) => [text, address])).toEqual([
      ['2025-02-20', '/2025/02/a.html'],
      ['2025-02-15', '/2025/02/b.html'],
      ['2025-02-10', '/2025/02/a.html'],
    ]);
  });
});

describe('redirects', () => {
  it('lead from old addresses of published stories to where they are', async () => {
    const edition = editionOf(
      contentOf([
        story('en/2025/02/a', { redirectFrom: ['/2019/05/a/', '/old.html'] }),
        story('en/2025/02/held', { published: '2030-01-01', redirectFrom: ['/2019/05/held/'] }),
      ]),
    );
    const all = await printsOfKind(edition, 'redirect');
    expect(all.map(({ address }) => address)).toEqual(['/2019/05/a/index.html', '/old.html']);
    for (const { view } of all) {
      expect(view.target).toBe('/2025/02/a.html');
      expect(view.canonical).toBe('https://gazette.example/2025/02/a.html');
    }
  });

  it('have the preview tags of their story, and none of its other tags', async () => {
    const edition = editionOf(
      contentOf([story('en/2025/02/a', { headline: 'Ice', redirectFrom: ['/old.html'] })]),
    );
    const { head } = (await viewOf(edition, 'story', 'en/2025/02/a')).frame;
    const [redirect] = await printsOfKind(edition, 'redirect');
    const preview = redirect?.view.preview.map((attrs) => ({ tag: 'meta', attrs })) ?? [];
    expect(head).toEqual(expect.arrayContaining(preview));
    const names = preview.map(({ attrs }) => attrs['property'] ?? attrs['name']);
    expect(names).toEqual(
      expect.arrayContaining(['og:title', 'og:url', 'og:image', 'twitter:card']),
    );
    expect(names.filter((name) => name === 'robots' || name === 'article:author')).toEqual([]);
  });
});
