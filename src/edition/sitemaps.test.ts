import { describe, expect, it } from 'vitest';
import { sitemap } from '../sitemaps/sitemap.ts';
import type { SitemapView } from '../sitemaps/sitemap.ts';
import { allPrints, editionOf, keysOf, printsOfUnit, unitOf } from './edition-for-tests.ts';
import type { Edition } from './edition.ts';
import { contentOf, moment, NOW, page, stories, story } from './paper-for-tests.ts';
import { units } from './units.ts';
import { inHead, isNoindex } from './views/head-for-tests.ts';

async function sitemapOf(edition: Edition, name: string): Promise<SitemapView> {
  const [print] = await printsOfUnit(edition, unitOf(edition, `sitemap ${name}`));
  if (print?.kind !== 'sitemap') throw new Error(`There is no sitemap ${name}.`);
  return print.view;
}

const names = (edition: Edition) =>
  keysOf(edition).flatMap((key) => /^sitemap (.+)$/.exec(key)?.[1] ?? []);

const urlsOf = ({ entries }: SitemapView) => entries.map(({ url }) => url);

describe('sitemaps', () => {
  it('list every page that search may show and no other', async () => {
    const edition = editionOf(
      contentOf(
        [
          ...stories(65, { topics: ['Ice'] }),
          story('en/2025/02/thin', { topics: ['Thin'] }),
          story('ru/2025/02/a'),
          story('en/2025/02/hidden', { noindex: true }),
        ],
        { pages: [page('en/about'), page('en/hidden', { noindex: true }), page('ar/about')] },
      ),
    );
    const prints = await allPrints(edition);
    const listed = prints.flatMap((print) =>
      print.kind === 'sitemap' && print.view.kind === 'pages' ? urlsOf(print.view) : [],
    );
    expect(new Set(listed).size).toBe(listed.length);
    for (const print of prints) {
      if (print.kind !== 'page') continue;
      const { head } = print.view.frame;
      const [canonical = ''] = inHead(head, { rel: 'canonical' }, 'href');
      expect([print.address, listed.includes(canonical)]).toEqual([
        print.address,
        !isNoindex(head),
      ]);
    }
    expect(listed).toContain('https://gazette.example/2020/01/');
    expect(listed).toContain('https://gazette.example/world/2.html');
  });

  it('are more than one where there are more lists than one may hold', () => {
    const rows = stories(2).map((row) => ({
      ...row,
      facts: {
        ...row.facts,
        topics: Array.from({ length: 45_000 }, (_, index) => ({
          slug: `t${index}`,
          name: `t${index}`,
        })),
      },
    }));
    const sitemaps = [...units(editionOf(contentOf(rows)))].flatMap((unit) =>
      unit.kind === 'pages-sitemap' ? [unit.inputs] : [],
    );
    expect(sitemaps.map(({ name }) => name)).toEqual(['pages', 'pages-2']);
    expect(sitemaps.every(({ pages }) => pages.length > 0 && pages.length <= 50_000)).toBe(true);
    const addresses = sitemaps.flatMap(({ pages }) => pages.map(([address]) => address));
    expect(addresses.length).toBeGreaterThan(45_000);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('are more than one for a month where one could become too large', async () => {
    const of = (language: string) =>
      Array.from({ length: 600 }, (_, index) =>
        story(`${language}/2025/02/${'лёд-'.repeat(8)}${index}`),
      );
    const url = `https://gazette.example/${'x'.repeat(1900)}`;
    const edition = editionOf(contentOf([...of('en'), ...of('ru'), ...of('ar')], {}, { url }));
    const months = names(edition).filter((name) => name.startsWith('2025-02'));
    expect(months).toEqual(['2025-02', '2025-02-2', '2025-02-3']);
    const urls: string[] = [];
    for (const name of months) {
      const view = await sitemapOf(edition, name);
      urls.push(...urlsOf(view));
      expect((await sitemap(view)).length).toBeLessThan(45_000_000);
    }
    expect(new Set(urls).size).toBe(1800);
    expect(urls).toHaveLength(1800);
    const index = await printsOfUnit(edition, unitOf(edition, 'sitemap-index'));
    for (const name of months) expect(JSON.stringify(index)).toContain(`/sitemaps/${name}.xml`);
  });

  it('of older pages stay as they are, but where a page is added, in its year', () => {
    const rows = stories(400);
    const inputs = (count: number) => {
      const all = units(editionOf(contentOf(rows.slice(0, count))));
      return new Map(
        [...all].flatMap(({ key, inputs: made }) =>
          key.startsWith('sitemap lists-') ? [[key, JSON.stringify(made)]] : [],
        ),
      );
    };
    // Two lists of one length, so that 391 stories make a new page of each.
    expect(inputs(390)).toEqual(inputs(389));
    const [before, after] = [inputs(390), inputs(391)];
    expect([...before.keys()]).toEqual(['sitemap lists-2020']);
    expect([...after.keys()]).toEqual(['sitemap lists-2021', 'sitemap lists-2020']);
    expect(after.get('sitemap lists-2020')).toBe(before.get('sitemap lists-2020'));
  });

  it('say that a page changed when a story on it was withdrawn, as soon as that is told', async () => {
    const retraction = (date: string) => ({
      corrections: [{ date, kind: 'retraction' as const, text: 'Not so.' }],
    });
    const edition = editionOf(
      contentOf([
        ...stories(40, { section: 'world' }),
        story('en/2025/02/withdrawn', {
          published: '2025-02-01',
          section: 'culture',
          ...retraction('2025-02-20T10:00'),
        }),
        story('en/2025/01/held', {
          published: '2025-01-01',
          section: 'sea',
          ...retraction('2025-03-02T10:00'),
        }),
      ]),
    );
    const view = await sitemapOf(edition, 'pages');
    if (view.kind !== 'pages') throw new Error('No sitemap of pages.');
    const { entries } = view;
    const modified = (address: string) =>
      entries.find(({ url }) => url === `https://gazette.example${address}`)?.modified;
    const told = '2025-02-20T10:00:00+02:00';
    expect(modified('/')).toBe(told);
    expect(modified('/culture/')).toBe(told);
    expect(modified('/2025/02/')).toBe(told);
    expect(modified('/sea/')).toBe('2025-01-01T00:00:00+02:00');
    expect(modified('/world/')).not.toBe(told);
  });

  it('are all in the index, with the moment of their newest change', async () => {
    const edition = editionOf(
      contentOf([
        story('en/2025/01/a', { published: '2025-01-02', updated: '2025-02-03T10:00' }),
        story('en/2025/02/b', { published: '2025-02-01' }),
      ]),
    );
    const [print] = await printsOfUnit(edition, unitOf(edition, 'sitemap-index'));
    expect(print).toMatchObject({
      address: '/sitemap-index.xml',
      view: {
        entries: [
          ['pages', '2025-02-01T00:00:00+02:00'],
          ['2025-02', '2025-02-01T00:00:00+02:00'],
          ['2025-01', '2025-02-03T10:00:00+02:00'],
        ].map(([name, modified]) => ({
          url: `https://gazette.example/sitemaps/${name ?? ''}.xml`,
          modified,
        })),
      },
    });
  });
});

describe('the news sitemap', () => {
  const TWO_DAYS = 48 * 60 * 60 * 1000;
  const fresh = story('en/2025/02/fresh', { published: '2025-02-28T08:00' });

  it('has the stories of the last two days that search may show, the newest first', async () => {
    const edition = editionOf(
      contentOf([
        fresh,
        story('ru/2025/03/new', { published: '2025-03-01T08:00', headline: 'Лёд' }),
        story('en/2025/02/old', { published: '2025-02-27T12:00' }),
        story('en/2025/02/paid', { published: '2025-02-28T08:00', kind: 'sponsored' }),
        story('en/2025/02/hidden', { published: '2025-02-28T08:00', noindex: true }),
        story('en/2025/03/held', { published: '2025-03-01T12:01' }),
      ]),
    );
    expect((await sitemapOf(edition, 'news')).entries).toEqual([
      {
        url: 'https://gazette.example/ru/2025/03/new.html',
        paper: 'Газета',
        language: 'ru',
        published: '2025-03-01T08:00:00+02:00',
        title: 'Лёд',
      },
      {
        url: 'https://gazette.example/2025/02/fresh.html',
        paper: 'The Gazette',
        language: 'en',
        published: '2025-02-28T08:00:00+02:00',
        title: 'Headline of fresh',
      },
    ]);
  });

  it('has none that the paper has withdrawn', async () => {
    const withdrawn = story('en/2025/02/withdrawn', { published: '2025-02-28T09:00' });
    const date = moment('2025-02-28T10:00');
    withdrawn.facts.corrections.push({ date, text: 'x', kind: 'retraction', placed: false });
    const newsAt = async (at: number) => {
      const { entries } = await sitemapOf(editionOf(contentOf([fresh, withdrawn]), { at }), 'news');
      return entries.map(({ url }) => url);
    };
    const address = (slug: string) => `https://gazette.example/2025/02/${slug}.html`;
    expect(await newsAt(date - 1)).toEqual([address('withdrawn'), address('fresh')]);
    expect(await newsAt(date)).toEqual([address('fresh')]);
  });

  it('is not there when it would be empty', () => {
    const at = moment('2025-02-28T08:00') + TWO_DAYS;
    const content = contentOf([fresh]);
    expect(names(editionOf(content, { at: at - 1 }))).toContain('news');
    expect(names(editionOf(content, { at }))).not.toContain('news');
  });

  it('lists a thousand stories at most', async () => {
    const rows = stories(1005).map((row, index) => ({
      ...row,
      path: row.path.replace('s', `s${index}-`),
      facts: { ...row.facts, published: NOW - index },
    }));
    expect((await sitemapOf(editionOf(contentOf(rows)), 'news')).entries).toHaveLength(1000);
  });
});
