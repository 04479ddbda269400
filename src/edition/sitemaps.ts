/** Which pages the sitemaps list: every one that search may show, by month and by language. */
import {
  articleAddress,
  frontAddress,
  LIST_KINDS,
  listAddress,
  monthAddress,
  pageAddress,
  STANDING_PAGES,
} from '../addresses.ts';
import type { ArticleRow } from '../store/rows.ts';
import { isoWithOffset } from '../time.ts';
import { isIndexable, isThin, listOf, listSubjects, modifiedAt } from './edition.ts';
import type { Edition } from './edition.ts';
import { oncePerEdition } from './once.ts';
import { assetUrl, pageUrl } from './paper.ts';
import { pictureView } from './pictures.ts';
import { staticPages } from './route-params.ts';

/** A page in a sitemap. */
export interface SitemapEntry {
  /** Absolute, canonical. */
  url: string;
  /** ISO 8601 with offset; absent where nothing true can be said. */
  modified: string | undefined;
  /** hreflang alternates, this page included; empty when it stands alone. */
  alternates: { language: string; url: string }[];
  /** Absolute addresses of its pictures. */
  pictures: string[];
}

/** One sitemap. */
export interface SitemapFacts {
  /** `2025-02`, `pages`: the name of the file without its ending. */
  name: string;
  /** Absolute address of the sitemap. */
  url: string;
  modified: string | undefined;
  /** Whose page answers a reader of none of the languages. */
  defaultLanguage: string;
  entries: SitemapEntry[];
}

/** Addresses in one sitemap; the protocol allows 50,000. */
const MOST_ENTRIES = 40_000;

/** The sitemaps: of fronts, lists and pages, and one for each month that has stories. */
export const sitemapFacts = oncePerEdition(sitemapsOf);

function sitemapsOf(edition: Edition): SitemapFacts[] {
  const months = new Map<string, ArticleRow[]>();
  for (const own of edition.languages) {
    for (const [key, stories] of own.byMonth) {
      const name = key.replace('/', '-');
      months.set(name, [...(months.get(name) ?? []), ...stories]);
    }
  }
  const sitemap = (name: string, entries: SitemapEntry[]): SitemapFacts => ({
    name,
    url: assetUrl(edition, `/sitemaps/${name}.xml`),
    modified: entries
      .map((entry) => entry.modified)
      .filter((moment) => moment !== undefined)
      .sort((a, b) => Date.parse(a) - Date.parse(b))
      .at(-1),
    defaultLanguage: edition.publication.defaultLanguage,
    entries,
  });
  const byMonth = [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([name, stories]) =>
      sitemap(
        name,
        stories.filter(isIndexable).map((row) => storyEntry(edition, row)),
      ),
    )
    .filter(({ entries }) => entries.length > 0);
  const pages = pageEntries(edition);
  const parts = Array.from({ length: Math.ceil(pages.length / MOST_ENTRIES) }, (_, index) =>
    sitemap(
      index === 0 ? 'pages' : `pages-${index + 1}`,
      pages.slice(index * MOST_ENTRIES, (index + 1) * MOST_ENTRIES),
    ),
  );
  return [...parts, ...byMonth];
}

function storyEntry(edition: Edition, row: ArticleRow): SitemapEntry {
  const translations = (edition.translations.get(row.path) ?? []).filter(isIndexable);
  const picture = pictureView(edition, row.facts.lead);
  return {
    url: pageUrl(edition, articleAddress(row.facts, edition.rules)),
    modified: isoWithOffset(modifiedAt(row, edition), edition.publication.timeZone),
    alternates:
      translations.length < 2
        ? []
        : translations.map((other) => ({
            language: other.facts.language,
            url: pageUrl(edition, articleAddress(other.facts, edition.rules)),
          })),
    pictures: picture === undefined ? [] : [assetUrl(edition, picture.fallback.address)],
  };
}

function pageEntries(edition: Edition): SitemapEntry[] {
  const { rules } = edition;
  const plain = (address: string, newest?: ArticleRow): SitemapEntry => ({
    url: pageUrl(edition, address),
    modified:
      newest === undefined
        ? undefined
        : isoWithOffset(newest.facts.published, edition.publication.timeZone),
    alternates: [],
    pictures: [],
  });
  const lists = edition.languages.flatMap((own) => [
    plain(frontAddress(own.language, rules), own.stories[0]),
    ...LIST_KINDS.flatMap((kind) =>
      listSubjects(own, kind).flatMap((subject) => {
        const { stories, cut } = listOf(edition, own.language, subject);
        if (isThin(subject, stories)) return [];
        return [
          plain(listAddress(subject, own.language, rules), stories[0]),
          ...cut.older.map(({ number, start }) =>
            plain(listAddress(subject, own.language, rules, number), stories[start]),
          ),
        ];
      }),
    ),
    ...[...own.byMonth].map(([month, stories]) =>
      plain(monthAddress(month, own.language, rules), stories[0]),
    ),
    ...STANDING_PAGES.map((name) => plain(pageAddress(name, own.language, rules))),
  ]);
  const pages = staticPages(edition)
    .filter(({ data }) => !data.noindex)
    .map(({ facts }) => plain(pageAddress(facts.slug, facts.language, rules)));
  return [...lists, ...pages];
}
