import { describe, expect, it } from 'vitest';
import { editionOf, viewOf } from '../edition-for-tests.ts';
import { contentOf, page, story } from '../paper-for-tests.ts';
import { inHead } from './head-for-tests.ts';

describe('addresses of pages', () => {
  const frameOf = async (publication: Parameters<typeof contentOf>[2]) => {
    const rows = [story('en/2025/02/a'), story('ru/2025/02/a')];
    const edition = editionOf(contentOf(rows, {}, publication));
    return (await viewOf(edition, 'story', 'ru/2025/02/a')).frame;
  };

  it('are folders where permalinks are folders', async () => {
    const frame = await frameOf({ permalinks: 'folder' });
    expect(frame.address).toBe('/ru/2025/02/a/index.html');
    expect(frame.standing.archive).toBe('/ru/archive/index.html');
    expect(inHead(frame.head, { rel: 'canonical' }, 'href')).toEqual([
      'https://gazette.example/ru/2025/02/a/',
    ]);
  });

  it('are bare for search where hosts redirect to such', async () => {
    const frame = await frameOf({ canonical: 'bare' });
    expect(frame.address).toBe('/ru/2025/02/a.html');
    expect(inHead(frame.head, { rel: 'canonical' }, 'href')).toEqual([
      'https://gazette.example/ru/2025/02/a',
    ]);
    expect(inHead(frame.head, { property: 'og:url' }, 'content')).toEqual([
      'https://gazette.example/ru/2025/02/a',
    ]);
  });

  it('keep the path of an origin that ends in one', async () => {
    const frame = await frameOf({ url: 'https://host.example/gazette/' });
    expect(inHead(frame.head, { rel: 'canonical' }, 'href')).toEqual([
      'https://host.example/gazette/ru/2025/02/a.html',
    ]);
  });
});

describe('what stands around a page', () => {
  const rows = [story('en/2025/02/a', { section: 'sport' }), story('ru/2025/02/b')];
  const content = contentOf(
    rows,
    { pages: [page('en/about'), page('en/contact'), page('ru/contact'), page('ar/about')] },
    { navigation: ['world', 'sport'], footer: ['about', 'contact', 'archive'] },
  );
  const edition = editionOf(content);

  it('are sections that have stories in its language, its own marked', async () => {
    const { navigation } = (await viewOf(edition, 'story', 'en/2025/02/a')).frame;
    expect(navigation).toEqual([
      { id: 'sport', label: 'Sport', address: '/sport/index.html', current: true },
    ]);
  });

  it('are the pages that state its rules, where the footer does not name them', async () => {
    const policies = { corrections: 'contact', privacy: 'privacy' };
    const pages = [page('en/about'), page('en/contact'), page('en/privacy')];
    const stated = contentOf(rows, { pages }, { footer: ['contact', 'about'], policies });
    const { footer } = (await viewOf(editionOf(stated), 'story', 'en/2025/02/a')).frame;
    expect(footer.map(({ address }) => address)).toEqual([
      '/contact.html',
      '/about.html',
      '/privacy.html',
    ]);
  });

  it('lead to the page in a language that has no story yet', async () => {
    const { languages } = (await viewOf(editionOf(content), 'page', 'en/about')).frame;
    expect(languages).toMatchObject([
      { language: 'en', current: true },
      { language: 'ru', address: '/ru/index.html' },
      { language: 'ar', address: '/ar/about.html', current: false },
    ]);
  });

  it('are pages in its language, or in the default one', async () => {
    const { footer } = (await viewOf(edition, 'story', 'ru/2025/02/b')).frame;
    expect(footer.map(({ address }) => address)).toEqual(['/about.html', '/ru/contact.html']);
  });

  it('leads from a language without stories to the paper in the default one', async () => {
    const { frame } = await viewOf(edition, 'page', 'ar/about');
    expect(frame.paper.home).toBe('/index.html');
    expect(frame.standing.feeds).toBe('/feeds.html');
    expect(frame.navigation.map(({ address }) => address)).toEqual(['/sport/index.html']);
  });
});
