/** Which pages the sitemaps list: every one that search may show, by month, by kind and by year. */
import {
  frontAddress,
  LIST_KINDS,
  listAddress,
  monthAddress,
  pageAddress,
  STANDING_PAGES,
} from '../addresses.ts';
import type { StoryEntry } from '../store/archive.ts';
import type { Instant } from '../time.ts';
import { isIndexable, isThin, listSubjects, placesOf, storiesAt } from './edition.ts';
import type { Edition, LanguageEdition } from './edition.ts';
import { cutList } from './lists.ts';
import { yearsIn } from './months.ts';
import { modifiedAt } from './refs.ts';
import type { Refs } from './refs.ts';
import { staticPages } from './static-pages.ts';
import type {
  MonthSitemapInputs,
  PagesSitemapInputs,
  SitemapIndexInputs,
  SitemapPage,
  SitemapStory,
  Unit,
} from './unit.ts';

/** Addresses in one sitemap; the protocol allows 50,000. */
const MOST_ENTRIES = 40_000;

/** Stories in the news sitemap; Google reads no more. */
const MOST_NEWS = 1000;

/** How long a story is news: two days, in milliseconds. */
const NEWS = 2 * 24 * 60 * 60 * 1000;

/** When a story leaves the news sitemap, or undefined where it is never in it. */
export function newsEnds(
  entry: Pick<StoryEntry, 'kind' | 'noindex' | 'published' | 'republished'>,
): Instant | undefined {
  return isIndexable(entry) && entry.kind !== 'sponsored' ? entry.published + NEWS : undefined;
}

/** The sitemaps and their index. */
export function* sitemapUnits(edition: Edition, refs: Refs): Generator<Unit> {
  const index: SitemapIndexInputs['sitemaps'][number][] = [];
  for (const inputs of [...indexPages(edition), ...olderPages(edition)]) {
    const { name, pages } = inputs;
    index.push({ name, modified: newest(pages.map(([, moment]) => moment)) });
    yield { key: `sitemap ${name}`, kind: 'pages-sitemap', inputs };
  }
  const news = newsOf(edition);
  if (news.length > 0) {
    index.push({ name: 'news', modified: newest(news.map(({ published }) => published)) });
    const inputs = { stories: news.map((entry) => refs.card(entry)) };
    yield { key: 'sitemap news', kind: 'news-sitemap', inputs };
  }
  for (const inputs of months(edition, refs)) {
    const { name, stories } = inputs;
    index.push({ name, modified: newest(stories.map(({ modified }) => modified)) });
    yield { key: `sitemap ${name}`, kind: 'month-sitemap', inputs };
  }
  yield { key: 'sitemap-index', kind: 'sitemap-index', inputs: { sitemaps: index } };
}

function publishedAt({ stories }: LanguageEdition, place: number | undefined): Instant | null {
  return place === undefined ? null : (stories[place]?.published ?? null);
}

function newest(moments: readonly (Instant | null)[]): Instant | null {
  let latest: Instant | null = null;
  for (const moment of moments) {
    if (moment !== null && (latest === null || moment > latest)) latest = moment;
  }
  return latest;
}

/** Fronts, the indexes of lists, months, standing and static pages. */
function indexPages(edition: Edition): PagesSitemapInputs[] {
  const { rules } = edition;
  const pages = edition.languages.flatMap((own): SitemapPage[] => {
    const { language } = own;
    return [
      [frontAddress(language, rules), publishedAt(own, 0)],
      ...LIST_KINDS.flatMap((kind) =>
        listSubjects(own, kind).flatMap((subject): SitemapPage[] => {
          const places = placesOf(own, subject);
          if (isThin(subject, places.length)) return [];
          return [[listAddress(subject, language, rules), publishedAt(own, places[0])]];
        }),
      ),
      ...[...own.byMonth].map(([month, places]): SitemapPage => [
        monthAddress(month, language, rules),
        publishedAt(own, places[0]),
      ]),
      ...STANDING_PAGES.map((name): SitemapPage => [pageAddress(name, language, rules), null]),
    ];
  });
  const written = staticPages(edition.archive.pages)
    .filter(({ data }) => !data.noindex)
    .map(({ facts }): SitemapPage => [pageAddress(facts.slug, facts.language, rules), null]);
  return inParts('pages', [...pages, ...written]);
}

/**
 * The numbered pages of lists, by the year of the newest story on each: such a page never changes,
 * and so does the sitemap of a year that is over.
 */
function olderPages(edition: Edition): PagesSitemapInputs[] {
  const { rules } = edition;
  const yearOf = yearsIn(edition.publication.timeZone);
  const years = new Map<string, SitemapPage[]>();
  for (const own of edition.languages) {
    for (const kind of LIST_KINDS) {
      for (const subject of listSubjects(own, kind)) {
        const places = placesOf(own, subject);
        for (const { number, start } of cutList(places.length).older) {
          const published = publishedAt(own, places[start]);
          const year = yearOf(published ?? 0);
          const page: SitemapPage = [listAddress(subject, own.language, rules, number), published];
          const pages = years.get(year);
          if (pages === undefined) years.set(year, [page]);
          else pages.push(page);
        }
      }
    }
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([year, pages]) => inParts(`lists-${year}`, pages));
}

/** Sitemaps that are short enough: `pages`, `pages-2`. */
function inParts(name: string, pages: readonly SitemapPage[]): PagesSitemapInputs[] {
  return Array.from({ length: Math.ceil(pages.length / MOST_ENTRIES) }, (_, index) => ({
    name: index === 0 ? name : `${name}-${index + 1}`,
    pages: pages.slice(index * MOST_ENTRIES, (index + 1) * MOST_ENTRIES),
  }));
}

/** A sitemap for each month that has stories, newest first. */
function months(edition: Edition, refs: Refs): MonthSitemapInputs[] {
  const all = new Map<string, SitemapStory[]>();
  for (const own of edition.languages) {
    for (const [month, places] of own.byMonth) {
      const name = month.replace('/', '-');
      let listed = all.get(name);
      if (listed === undefined) all.set(name, (listed = []));
      for (const entry of storiesAt(own, places)) {
        if (isIndexable(entry)) listed.push(sitemapStory(edition, refs, entry));
      }
    }
  }
  return [...all]
    .filter(([, stories]) => stories.length > 0)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([name, stories]) => ({ name, stories }));
}

function sitemapStory(edition: Edition, refs: Refs, entry: StoryEntry): SitemapStory {
  const translations = edition.translations.get(entry.path)?.filter(isIndexable) ?? [];
  return {
    path: entry.path,
    modified: modifiedAt(entry, edition),
    translations: translations.length < 2 ? [] : translations.map(({ path }) => path),
    picture: entry.picture ? refs.card(entry) : null,
  };
}

/** The stories of the last two days, newest first. */
function newsOf(edition: Edition): StoryEntry[] {
  const { at, languages } = edition;
  const news: StoryEntry[] = [];
  for (const { stories } of languages) {
    for (const entry of stories) {
      if (entry.published + NEWS <= at) break;
      if (newsEnds(entry) !== undefined) news.push(entry);
    }
  }
  return news
    .sort((a, b) => b.published - a.published || (a.path < b.path ? -1 : 1))
    .slice(0, MOST_NEWS);
}
