import { describe, expect, it } from 'vitest';
import type { SitemapEntry } from '../../sitemaps/sitemap.ts';
import { editionOf, printsOfUnit, unitOf, viewOf } from '../edition-for-tests.ts';
import type { Edition } from '../edition.ts';
import { contentOf, story } from '../paper-for-tests.ts';
import { hreflangs, inHead, isNoindex } from './head-for-tests.ts';

const headOf = async (edition: Edition, path: string) =>
  (await viewOf(edition, 'story', path)).frame.head;

/** What the sitemap of a month lists. */
async function monthEntries(edition: Edition, name: string): Promise<SitemapEntry[]> {
  const [print] = await printsOfUnit(edition, unitOf(edition, `sitemap ${name}`));
  if (print?.kind !== 'sitemap' || print.view.kind !== 'pages') throw new Error('No sitemap.');
  return print.view.entries;
}

describe('hreflang', () => {
  const rows = ['en', 'ru', 'ar'].map((language) => story(`${language}/2025/02/ice`));

  it('names all ends on each, with a default', async () => {
    const edition = editionOf(contentOf(rows));
    for (const { path } of rows) {
      expect(hreflangs(await headOf(edition, path))).toEqual(['en', 'ru', 'ar', 'x-default']);
    }
    const head = await headOf(edition, 'ru/2025/02/ice');
    expect(inHead(head, { hreflang: 'x-default' }, 'href')).toEqual([
      'https://gazette.example/2025/02/ice.html',
    ]);
  });

  it.each([
    ['kept out of search', { noindex: true }],
    ['republished', { source: { name: 'AP', url: 'https://ap.example/x' } }],
  ])(
    'leaves out a translation that is %s, in heads and in sitemaps, and still leads readers there',
    async (_what, matter) => {
      const edition = editionOf(
        contentOf([
          story('en/2025/02/ice'),
          story('ru/2025/02/ice', matter),
          story('ar/2025/02/ice'),
        ]),
      );
      const { frame, translations } = await viewOf(edition, 'story', 'en/2025/02/ice');
      expect(hreflangs(frame.head)).toEqual(['en', 'ar', 'x-default']);
      expect(hreflangs(await headOf(edition, 'ru/2025/02/ice'))).toEqual([]);
      expect(translations.map(({ language }) => language)).toEqual(['ru', 'ar']);
      expect(frame.languages.find(({ language }) => language === 'ru')?.address).toBe(
        '/ru/2025/02/ice.html',
      );
      const entries = await monthEntries(edition, '2025-02');
      expect(entries.map(({ url }) => url)).toEqual([
        'https://gazette.example/2025/02/ice.html',
        'https://gazette.example/ar/2025/02/ice.html',
      ]);
      expect(entries.map((entry) => entry.alternates.map(({ language }) => language))).toEqual([
        ['en', 'ar', 'x-default'],
        ['en', 'ar', 'x-default'],
      ]);
    },
  );

  it('is the same in heads and in sitemaps, where the default language has no version either', async () => {
    const edition = editionOf(contentOf([story('ru/2025/02/ice'), story('ar/2025/02/ice')]));
    const russian = 'https://gazette.example/ru/2025/02/ice.html';
    const arabic = 'https://gazette.example/ar/2025/02/ice.html';
    const links = [
      { language: 'ru', url: russian },
      { language: 'ar', url: arabic },
      { language: 'x-default', url: russian },
    ];
    for (const path of ['ru/2025/02/ice', 'ar/2025/02/ice']) {
      const head = await headOf(edition, path);
      expect(
        hreflangs(head).map((language) => ({
          language,
          url: inHead(head, { hreflang: language }, 'href')[0],
        })),
      ).toEqual(links);
    }
    const entries = await monthEntries(edition, '2025-02');
    expect(entries.map(({ alternates }) => alternates)).toEqual([links, links]);
  });

  it('says the language of the text, in heads and in sitemaps, where its place has another', async () => {
    const edition = editionOf(
      contentOf([
        story('en/2025/02/ice', { language: 'en-GB' }),
        story('ar/2025/02/ice', { language: 'fa' }),
      ]),
    );
    const english = 'https://gazette.example/2025/02/ice.html';
    const persian = 'https://gazette.example/ar/2025/02/ice.html';
    const { frame, translations } = await viewOf(edition, 'story', 'en/2025/02/ice');
    expect(hreflangs(frame.head)).toEqual(['en-GB', 'fa', 'x-default']);
    expect(inHead(frame.head, { hreflang: 'x-default' }, 'href')).toEqual([english]);
    expect(inHead(frame.head, { property: 'og:locale' }, 'content')).toEqual(['en_GB']);
    expect(inHead(frame.head, { property: 'og:locale:alternate' }, 'content')).toEqual(['fa_IR']);
    expect(translations).toMatchObject([{ language: 'fa', dir: 'rtl' }]);
    expect(frame.languages.find(({ language }) => language === 'ar')?.address).toBe(
      '/ar/2025/02/ice.html',
    );
    const links = [
      { language: 'en-GB', url: english },
      { language: 'fa', url: persian },
      { language: 'x-default', url: english },
    ];
    const entries = await monthEntries(edition, '2025-02');
    expect(entries.map(({ alternates }) => alternates)).toEqual([links, links]);
  });

  it('names one of two texts in a language: the one in its own place', async () => {
    const edition = editionOf(
      contentOf([
        story('en/2025/02/ice', { language: 'ru' }),
        story('ru/2025/02/ice'),
        story('ar/2025/02/ice'),
      ]),
    );
    const head = await headOf(edition, 'ar/2025/02/ice');
    expect(hreflangs(head)).toEqual(['ru', 'ar', 'x-default']);
    expect(inHead(head, { hreflang: 'ru' }, 'href')).toEqual([
      'https://gazette.example/ru/2025/02/ice.html',
    ]);
    expect(hreflangs(await headOf(edition, 'en/2025/02/ice'))).toEqual([]);
    const entries = await monthEntries(edition, '2025-02');
    expect(entries.map(({ alternates }) => alternates.length)).toEqual([0, 3, 3]);
  });

  it('is absent where only one end is left', async () => {
    const edition = editionOf(
      contentOf([story('en/2025/02/ice'), story('ru/2025/02/ice', { noindex: true })]),
    );
    expect(hreflangs(await headOf(edition, 'en/2025/02/ice'))).toEqual([]);
  });

  it('of a list leaves out a topic that is too thin to be searched', async () => {
    const edition = editionOf(
      contentOf([
        story('en/2025/02/a', { topics: ['Ice'] }),
        story('en/2025/02/b', { topics: ['Ice'] }),
        story('ru/2025/02/c', { topics: ['Ice'] }),
      ]),
    );
    const listHead = async (language: string) =>
      (await viewOf(edition, 'list', `${language} topic ice`)).frame.head;
    expect(hreflangs(await listHead('en'))).toEqual([]);
    expect(isNoindex(await listHead('ru'))).toBe(true);
    expect(isNoindex(await listHead('en'))).toBe(false);
  });
});
