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
import { isRetracted, modifiedAt } from './as-of.ts';
import { isIndexable, isThin, listSubjects, newestFirst, placesOf } from './edition.ts';
import type { Edition, LanguageEdition, Places } from './edition.ts';
import { chooseFront } from './front.ts';
import { cutList } from './lists.ts';
import { yearsIn } from './months.ts';
import type { CardRef } from './ref.ts';
import { pathRef } from './refs.ts';
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

/** Addresses in one sitemap; the protocol allows 50,000 (sitemaps.org). */
const MOST_ENTRIES = 40_000;

/** Bytes in one sitemap, at the most that its addresses can come to; the protocol allows 50 MB. */
const MOST_BYTES = 45_000_000;

/** What a character of a path is at its longest: three bytes of UTF-8, each as `%d0`. */
const ESCAPED = 9;

/** What a character of the origin is at its longest: `&quot;`. */
const ESCAPED_ORIGIN = 6;

/** Tags, attributes and moments around an address, with some to spare. */
const AROUND = 160;

/** What an address has beyond the path of its story: `/…/index.html`. */
const LEAF = '//index.html'.length;

/** The address of a picture without the origin, and its tags. */
const PICTURE = 160;

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

/** When the paper withdrew a story; null where it has not. */
function withdrawnAt(edition: Edition, entry: StoryEntry | undefined): Instant | null {
  return entry !== undefined && isRetracted(entry, edition) ? (entry.retracted ?? null) : null;
}

/** Says when a page of a list last changed: a story came, or one was withdrawn, which is told there. */
function listChanges(edition: Edition, own: LanguageEdition): (places: Places) => Instant | null {
  const withdrawn = new Map<number, Instant>();
  for (const place of own.corrected) {
    const moment = withdrawnAt(edition, own.stories[place]);
    if (moment !== null) withdrawn.set(place, moment);
  }
  return (places) => {
    const [first] = places;
    const published = first === undefined ? null : (own.stories[first]?.published ?? null);
    if (withdrawn.size === 0) return published;
    return newest([published, ...places.map((place) => withdrawn.get(place) ?? null)]);
  };
}

/** When a front page last changed, in the same sense. */
function frontChangedAt(edition: Edition, own: LanguageEdition): Instant | null {
  const { lead, picks, latest, sections } = chooseFront(edition, own);
  const shown = [lead, ...picks, ...latest, ...sections.flatMap(({ stories }) => stories)];
  return newest(shown.flatMap((entry) => [entry?.published ?? null, withdrawnAt(edition, entry)]));
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
    const changedAt = listChanges(edition, own);
    return [
      [frontAddress(language, rules), frontChangedAt(edition, own)],
      ...LIST_KINDS.flatMap((kind) =>
        listSubjects(own, kind).flatMap((subject): SitemapPage[] => {
          const places = placesOf(own, subject);
          if (isThin(subject, places.length)) return [];
          const { start, end } = cutList(places.length).newest;
          return [[listAddress(subject, language, rules), changedAt(places.slice(start, end))]];
        }),
      ),
      ...[...own.byMonth].map(([month, places]): SitemapPage => [
        monthAddress(month, language, rules),
        changedAt(places),
      ]),
      ...STANDING_PAGES.map((name): SitemapPage => [pageAddress(name, language, rules), null]),
    ];
  });
  const written = staticPages(edition.archive.pages)
    .filter(({ data }) => !data.noindex)
    .map(({ facts }): SitemapPage => [pageAddress(facts.slug, facts.language, rules), null]);
  return partsOfPages(edition, 'pages', [...pages, ...written]);
}

/**
 * The numbered pages of lists, by the year in which each last changed: only a story that is withdrawn
 * changes such a page, and the sitemap of a year that is over.
 */
function olderPages(edition: Edition): PagesSitemapInputs[] {
  const yearOf = yearsIn(edition.publication.timeZone);
  const years = new Map<string, SitemapPage[]>();
  for (const page of edition.languages.flatMap((own) => numberedPages(edition, own))) {
    const year = yearOf(page[1] ?? 0);
    const pages = years.get(year);
    if (pages === undefined) years.set(year, [page]);
    else pages.push(page);
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([year, pages]) => partsOfPages(edition, `lists-${year}`, pages));
}

function numberedPages(edition: Edition, own: LanguageEdition): SitemapPage[] {
  const { rules } = edition;
  const { language } = own;
  const changedAt = listChanges(edition, own);
  return LIST_KINDS.flatMap((kind) => listSubjects(own, kind)).flatMap((subject) => {
    const places = placesOf(own, subject);
    return cutList(places.length).older.map(({ number, start, end }): SitemapPage => [
      listAddress(subject, language, rules, number),
      changedAt(places.slice(start, end)),
    ]);
  });
}

function partsOfPages(
  edition: Edition,
  name: string,
  pages: readonly SitemapPage[],
): PagesSitemapInputs[] {
  const bytesOf = bytesOfAddress(edition);
  const parts = inParts(name, pages, ([address]) => bytesOf(address));
  return parts.map((part) => ({ name: part.name, pages: part.entries }));
}

/** What an entry with an address comes to at most: bounds, because each story is weighed each time. */
function bytesOfAddress({ archive }: Edition): (address: string) => number {
  const origin = archive.publication.origin.length * ESCAPED_ORIGIN + AROUND;
  return (address) => origin + address.length * ESCAPED;
}

/** Sitemaps that are short enough, each of something: `pages`, `pages-2`. */
function inParts<Entry>(
  name: string,
  entries: readonly Entry[],
  bytesOf: (entry: Entry) => number,
): { name: string; entries: readonly Entry[] }[] {
  const parts: { name: string; entries: Entry[] }[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const more = bytesOf(entry);
    let part = parts.at(-1);
    if (part === undefined || part.entries.length === MOST_ENTRIES || bytes + more > MOST_BYTES) {
      part = { name: parts.length === 0 ? name : `${name}-${parts.length + 1}`, entries: [] };
      parts.push(part);
      bytes = 0;
    }
    part.entries.push(entry);
    bytes += more;
  }
  return parts;
}

/** The sitemaps of each month that has stories, newest first. */
function* months(edition: Edition, refs: Refs): Generator<MonthSitemapInputs> {
  const bytesOf = bytesOfStory(edition);
  const all = new Set(edition.languages.flatMap(({ byMonth }) => [...byMonth.keys()]));
  for (const month of [...all].sort().reverse()) {
    const listed = edition.languages.flatMap((own) => storiesOfMonth(edition, refs, own, month));
    for (const { name, entries } of inParts(month.replace('/', '-'), listed, bytesOf)) {
      yield { name, stories: entries };
    }
  }
}

function storiesOfMonth(
  edition: Edition,
  refs: Refs,
  own: LanguageEdition,
  month: string,
): SitemapStory[] {
  const listed: SitemapStory[] = [];
  const cards = refs.cards(own);
  for (const place of own.byMonth.get(month) ?? []) {
    const entry = own.stories[place];
    const card = cards[place];
    if (entry === undefined || card === undefined || !isIndexable(entry)) continue;
    listed.push(sitemapStory(edition, refs, entry, card));
  }
  return listed;
}

/** A story is named once, and once more in each language; the default language is named twice. */
function bytesOfStory(edition: Edition): (story: SitemapStory) => number {
  const bytesOf = bytesOfAddress(edition);
  const picture = bytesOf('') + PICTURE;
  return ({ picture: shown, story, translations }) => {
    let bytes = shown === null ? 0 : picture;
    // Longer than its address, which may have `/index.html` where the path has its language.
    bytes += bytesOf(story.path) + LEAF * ESCAPED;
    let longest = 0;
    for (const other of translations) {
      const named = bytesOf(other.path) + LEAF * ESCAPED;
      bytes += named;
      longest = Math.max(longest, named);
    }
    return bytes + longest;
  };
}

function sitemapStory(
  edition: Edition,
  refs: Refs,
  entry: StoryEntry,
  card: CardRef,
): SitemapStory {
  const translations = edition.translations.get(entry)?.filter(isIndexable) ?? [];
  return {
    story: pathRef(entry),
    modified: modifiedAt(entry, edition),
    translations: translations.length < 2 ? [] : translations.map((one) => refs.card(one)),
    picture: entry.picture ? card : null,
  };
}

/** The stories of the last two days that the paper stands by, newest first. */
function newsOf(edition: Edition): StoryEntry[] {
  const { at, languages } = edition;
  const news: StoryEntry[] = [];
  for (const { stories } of languages) {
    for (const entry of stories) {
      if (entry.published + NEWS <= at) break;
      if (newsEnds(entry) !== undefined && !isRetracted(entry, edition)) news.push(entry);
    }
  }
  return news.sort(newestFirst).slice(0, MOST_NEWS);
}
