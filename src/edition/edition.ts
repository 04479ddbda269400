/**
 * The paper as of a moment: which stories are published, in which order, and what stands together.
 * All of it is chosen from entries; no story is read. Pure: the same archive and moment, the same
 * edition.
 */
import type { AddressRules, ListSubject } from '../addresses.ts';
import type { Publication } from '../schema/publication.ts';
import type { Archive, StoryEntry } from '../store/archive.ts';
import { addressRules } from '../store/rows.ts';
import type { PageRow } from '../store/rows.ts';
import type { Instant } from '../time.ts';
import { byMonth } from './months.ts';
import { PublishedStories } from './published.ts';
import { isRetracted } from './as-of.ts';
import { relatedStories } from './related.ts';
import type { Related } from './related.ts';
import { idsOfTopics } from './topics.ts';
import { translatable, translationGroups } from './translations.ts';

/** What an edition is made for. */
export interface EditionOptions {
  /** Stories published later are embargoed. */
  at: Instant;
  /** Also the unpublished, for the development server. */
  preview: boolean;
  /** Changes when the same card would be drawn differently, or other faces are at hand. */
  drawingVersion: string;
  /** Changes when the same picture or mark would be encoded differently. */
  picturesVersion: string;
}

/** Stories by their places among those of a language, the newest first. */
export type Places = readonly number[];

/**
 * The stories of one language. Lists hold places in `stories`: a paper has ten times as many of
 * these as stories.
 */
export interface LanguageEdition {
  language: string;
  /** Newest first. */
  stories: readonly StoryEntry[];
  bySection: ReadonlyMap<string, Places>;
  byTopic: ReadonlyMap<string, Places>;
  byAuthor: ReadonlyMap<string, Places>;
  bySeries: ReadonlyMap<string, Places>;
  /** Those with corrections, whenever these are dated. */
  corrected: Places;
  /** By `yyyy/mm` in the publication's time zone, newest month first. */
  byMonth: ReadonlyMap<string, Places>;
  /** The automatic choice for each of `stories`: at most four, all of them older. */
  related: Related;
}

/** The paper as of a moment. Nothing in it changes once it is made. */
export interface Edition {
  archive: Archive;
  publication: Publication;
  rules: AddressRules;
  at: Instant;
  preview: boolean;
  drawingVersion: string;
  picturesVersion: string;
  /** In the order of the publication; each language that has something to read. */
  languages: readonly LanguageEdition[];
  published: PublishedStories;
  /** The id of a topic for each of its names as a slug, where that is another. */
  topicIds: ReadonlyMap<string, string>;
  /** For each story that has translations, those and itself. */
  translations: ReadonlyMap<StoryEntry, readonly StoryEntry[]>;
  /** The same of pages. */
  pageTranslations: ReadonlyMap<PageRow, readonly PageRow[]>;
}

/** Whether a story is out at a moment. */
export function isPublished(entry: StoryEntry, at: Instant): boolean {
  return !entry.draft && entry.published <= at;
}

/**
 * Whether search may show a story: a republished text has its canonical address elsewhere. Where
 * it may not, no sitemap and no translation's `hreflang` names it.
 */
export function isIndexable(entry: Pick<StoryEntry, 'noindex' | 'republished'>): boolean {
  return !entry.noindex && !entry.republished;
}

/** Whether a list has too little of its own to be shown by search: a topic of a single story. */
export function isThin(subject: ListSubject, count: number): boolean {
  return subject.kind === 'topic' && count < 2;
}

/** Builds the edition of a moment. */
export function createEdition(archive: Archive, options: EditionOptions): Edition {
  const publication = archive.publication.data;
  const rules = addressRules(publication);
  const topicIds = idsOfTopics(archive.topics);
  const ofLanguage = new Map<string, StoryEntry[]>(
    publication.languages.map((language) => [language, []]),
  );
  for (const entry of archive.entries) {
    if (!options.preview && !isPublished(entry, options.at)) continue;
    ofLanguage.get(entry.language)?.push(entry);
  }
  const languages = [...ofLanguage]
    .filter(([language, stories]) => stories.length > 0 || language === rules.defaultLanguage)
    .map(([language, stories]) =>
      languageEdition(
        language,
        stories.sort(newestFirst),
        publication.timeZone,
        topicIds,
        (story) => isRetracted(story, options),
      ),
    );
  const published = new PublishedStories(languages);
  return {
    archive,
    publication,
    rules,
    ...options,
    languages,
    published,
    topicIds,
    translations: translationGroups(
      languages.flatMap(({ stories }) => stories),
      rules.languages,
      (path) => published.get(path),
    ),
    pageTranslations: translatedPages(archive.pages, rules.languages),
  };
}

/** The stories of a language. Throws where the edition has none: nothing links there. */
export function inLanguage(edition: Pick<Edition, 'languages'>, language: string): LanguageEdition {
  const own = edition.languages.find((one) => one.language === language);
  if (own === undefined) throw new RangeError(`This edition has no stories in ${language}.`);
  return own;
}

const LISTS = {
  section: 'bySection',
  topic: 'byTopic',
  author: 'byAuthor',
  series: 'bySeries',
} as const satisfies Record<ListSubject['kind'], keyof LanguageEdition>;

/** The stories of a list, newest first; none where it is not printed. */
export function placesOf(own: LanguageEdition, { kind, id }: ListSubject): Places {
  return own[LISTS[kind]].get(id) ?? [];
}

/** The stories at these places. */
export function storiesAt({ stories }: LanguageEdition, places: Places): StoryEntry[] {
  return places.flatMap((place) => stories[place] ?? []);
}

/** The lists that have something to show, of one kind. */
export function listSubjects(own: LanguageEdition, kind: ListSubject['kind']): ListSubject[] {
  return [...own[LISTS[kind]].keys()].sort().map((id) => ({ kind, id }));
}

/** Sections that have stories, those of the navigation first. */
export function orderedSections(
  publication: Pick<Publication, 'navigation'>,
  own: LanguageEdition,
): string[] {
  const navigation = publication.navigation ?? [];
  const rest = [...own.bySection.keys()].filter((id) => !navigation.includes(id)).sort();
  return [...navigation.filter((id) => own.bySection.has(id)), ...rest];
}

/** Newest first; stories of the same moment in the order of their paths. */
export function newestFirst(a: StoryEntry, b: StoryEntry): number {
  return b.published - a.published || (a.path < b.path ? -1 : 1);
}

function translatedPages(pages: readonly PageRow[], languages: readonly string[]) {
  const rows = pages.map((page) => ({
    page,
    ...translatable(page.path, page.facts.language, page.data.translationOf),
  }));
  const groups = translationGroups(rows, languages);
  return new Map([...groups].map(([{ page }, group]) => [page, group.map((row) => row.page)]));
}

function languageEdition(
  language: string,
  stories: readonly StoryEntry[],
  timeZone: string,
  topicIds: ReadonlyMap<string, string>,
  isWithdrawn: (story: StoryEntry) => boolean,
): LanguageEdition {
  const bySection = new Map<string, number[]>();
  const byTopic = new Map<string, number[]>();
  const byAuthor = new Map<string, number[]>();
  const bySeries = new Map<string, number[]>();
  const corrected: number[] = [];
  stories.forEach(({ section, topics, authors, series, corrections }, place) => {
    add(bySection, section, place);
    for (const slug of topics) add(byTopic, topicIds.get(slug) ?? slug, place);
    for (const id of authors) add(byAuthor, id, place);
    if (series !== undefined) add(bySeries, series, place);
    if (corrections > 0) corrected.push(place);
  });
  return {
    language,
    stories,
    bySection,
    byTopic,
    byAuthor,
    bySeries,
    corrected,
    byMonth: byMonth(stories, timeZone),
    related: relatedStories(stories, topicIds, isWithdrawn),
  };
}

/** Adds a story to a list, once: a story may name a topic or an author twice. */
function add(lists: Map<string, number[]>, id: string, place: number): void {
  const list = lists.get(id);
  if (list === undefined) lists.set(id, [place]);
  else if (list.at(-1) !== place) list.push(place);
}
