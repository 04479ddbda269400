import { describe, expect, it } from 'vitest';
import { Chance } from '../../e2e/support/random.ts';
import { allPrints, editionOf } from '../edition/edition-for-tests.ts';
import { contentOf, named, page, pictureUse, story } from '../edition/paper-for-tests.ts';
import type { Print } from '../edition/print.ts';
import type { HeadTag } from '../metadata/head.ts';
import { sitemap } from '../sitemaps/sitemap.ts';
import type { Content } from '../store/rows.ts';
import { CONSTRUCTED_RULES, lookAtEdition } from './edition-rules.ts';
import type { SitemapFacts } from './edition-rules.ts';
import { readPage } from './page-facts.ts';

const ORIGIN = 'https://gazette.example/sub';

const LANGUAGES = ['en', 'ru', 'ar', 'de'];

/** Ids and slugs of several scripts: addresses are escaped in many ways. */
const TOPICS = ['Ice', 'Лёд', 'Fog & mist', 'سفن', 'Ice cream'];

/** A paper of whatever its seed says: of everything that decides what is printed and what is listed. */
function generated(seed: number): Content {
  const chance = new Chance(seed);
  const some = (percent: number) => chance.below(100) < percent;
  const languages = LANGUAGES.slice(0, 1 + chance.below(LANGUAGES.length));
  const day = () => `20${18 + chance.below(8)}-0${1 + chance.below(9)}-1${chance.below(10)}`;
  const authors = ['anna', 'boris', 'carol'];
  const articles = Array.from({ length: chance.below(some(10) ? 120 : 25) }, (_, index) => {
    const language = chance.oneOf(languages);
    const path = `${language}/20${18 + chance.below(8)}/0${1 + chance.below(9)}/s${index}`;
    const kind = chance.oneOf(['news', 'opinion', 'sponsored', 'brief'] as const);
    return story(path, {
      kind,
      // The last year lies behind the moment of the edition: such stories are embargoed.
      published: day(),
      draft: some(10),
      noindex: some(15),
      ...(some(15) ? { source: { name: 'Wire', url: `https://wire.example/${index}` } } : {}),
      ...(some(20) ? { redirectFrom: [`/old/${index}/`] } : {}),
      ...(some(20)
        ? { corrections: [{ date: '2025-02-20', text: 'x', kind: 'correction' as const }] }
        : {}),
      ...(some(30) ? { series: 'ice' } : {}),
      ...(some(30) ? { translationOf: `en/2020/01/s${chance.below(25)}` } : {}),
      section: chance.oneOf(['world', 'sport']),
      authors: [chance.oneOf(authors)],
      topics: TOPICS.filter(() => some(25)),
      facts: { lead: some(40) ? pictureUse('lead.jpg') : undefined },
    });
  });
  const pages = languages.flatMap((language) =>
    ['about', 'contact', 'archive', 'corrections', 'feeds', 'о-газете']
      .filter(() => some(40))
      .map((slug) => page(`${language}/${slug}`, { noindex: some(30) })),
  );
  return contentOf(
    articles,
    {
      authors: authors.map((id) => named(id, { name: id })),
      topics: some(50) ? [named('ice', { name: 'Sea ice', aliases: ['Лёд'] })] : [],
      pages,
    },
    {
      url: ORIGIN,
      languages,
      defaultLanguage: chance.oneOf(languages),
      permalinks: chance.oneOf(['file', 'folder'] as const),
      canonical: chance.oneOf(['file', 'bare'] as const),
      cards: chance.oneOf(['all', 'none'] as const),
    },
  );
}

/** As much of a page's HTML as the rules about sitemaps look at. */
function htmlOf(head: readonly HeadTag[]): string {
  const tags = head.flatMap((one) => {
    if (one.tag !== 'meta' && one.tag !== 'link') return [];
    const attributes = Object.entries(one.attrs)
      .map(
        ([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
      )
      .join('');
    return `<${one.tag}${attributes}>`;
  });
  return `<!doctype html><title>x</title>${tags.join('')}`;
}

/** What the rules find that no content can break, and how much they looked at. */
async function brokenIn(prints: readonly Print[]) {
  const sitemaps: SitemapFacts[] = [];
  for (const print of prints) {
    if (print.kind !== 'sitemap') continue;
    const text = await sitemap(print.view);
    const urls = print.view.entries.map(({ url }) => url);
    sitemaps.push({ address: print.address, bytes: Buffer.byteLength(text), urls, news: [] });
  }
  const pages = prints.flatMap((print) =>
    print.kind === 'page' ? readPage(print.address, htmlOf(print.view.frame.head)) : [],
  );
  const edition = {
    origin: ORIGIN,
    at: 0,
    files: new Map(prints.map(({ address }) => [address, 1])),
    pages,
    feeds: [],
    sitemaps,
  };
  const found = lookAtEdition(edition).filter(({ rule }) => CONSTRUCTED_RULES.includes(rule));
  return { found, pages: pages.length, sitemaps: sitemaps.length };
}

describe('rules that hold by construction', () => {
  it('are those of the sitemaps', () => {
    expect(CONSTRUCTED_RULES).toEqual([
      'sitemap-dead',
      'sitemap-noindex',
      'sitemap-lost',
      'sitemap-large',
    ]);
  });

  it('hold in whatever paper there is', async () => {
    let pages = 0;
    let hidden = 0;
    for (let seed = 0; seed < 150; seed += 1) {
      const prints = await allPrints(editionOf(generated(seed)));
      const result = await brokenIn(prints);
      expect(result.found, `paper ${seed}`).toEqual([]);
      expect(result.sitemaps, `paper ${seed}`).toBeGreaterThan(1);
      pages += result.pages;
      hidden += prints.filter((print) => JSON.stringify(print).includes('"noindex"')).length;
    }
    expect(pages).toBeGreaterThan(5000);
    expect(hidden, 'pages that no sitemap may have').toBeGreaterThan(500);
  }, 120_000);

  it('are found broken where they are', async () => {
    const prints = await allPrints(editionOf(generated(3)));
    const without = (address: RegExp) => prints.filter((print) => !address.test(print.address));
    const rules = async (some: readonly Print[]) =>
      new Set((await brokenIn(some)).found.map(({ rule }) => rule));
    expect(await rules(prints)).toEqual(new Set());
    expect(await rules(without(/^\/sitemaps\/pages/))).toContain('sitemap-lost');
    expect(await rules(without(/^\/index\.html$/))).toContain('sitemap-dead');
    const noindex: HeadTag = { tag: 'meta', attrs: { name: 'robots', content: 'noindex' } };
    const hidden = structuredClone(prints);
    for (const print of hidden) {
      if (print.kind === 'page' && print.address === '/index.html') {
        print.view.frame.head.unshift(noindex);
      }
    }
    expect(await rules(hidden)).toContain('sitemap-noindex');
  });
});
