/**
 * The paper as of a moment: which stories are published, in which order, and where everything is.
 * Pure: rows and a moment in, the same edition out.
 */
import {
  articleAddress,
  feedAddress,
  frontAddress,
  LIST_KINDS,
  listAddress,
  monthAddress,
  pageAddress,
  STANDING_PAGES,
} from '../addresses.ts';
import type { AddressRules, ListSubject } from '../addresses.ts';
import type { CardView } from '../cards/card.ts';
import { createReferences } from '../store/references.ts';
import type { References, Target } from '../store/references.ts';
import { addressRules } from '../store/rows.ts';
import type {
  ArticleRow,
  AuthorRow,
  Content,
  NamedRow,
  PageRow,
  PictureFile,
  SectionRow,
  SeriesRow,
  TopicRow,
  UpdateFacts,
} from '../store/rows.ts';
import type { Publication } from '../schema/publication.ts';
import { monthsIn } from '../time.ts';
import type { Instant } from '../time.ts';
import { cutList } from './lists.ts';
import type { CutList } from './lists.ts';
import { relatedStories } from './related.ts';
import { translationGroups } from './translations.ts';

/** What an edition is made for. */
export interface EditionOptions {
  /** Stories published later are embargoed. */
  at: Instant;
  /** Also the unpublished, for the development server. */
  preview: boolean;
  /** Changes when the same card would be drawn differently. */
  drawingVersion: string;
  /** Whether the faces at hand can set a card; without it, all can be drawn. */
  canDraw?: ((view: CardView) => boolean) | undefined;
}

/** The stories of one language. */
export interface LanguageEdition {
  language: string;
  /** Newest first. */
  stories: ArticleRow[];
  bySection: ReadonlyMap<string, ArticleRow[]>;
  byTopic: ReadonlyMap<string, ArticleRow[]>;
  byAuthor: ReadonlyMap<string, ArticleRow[]>;
  bySeries: ReadonlyMap<string, ArticleRow[]>;
  /** By `yyyy/mm` in the publication's time zone, newest month first. */
  byMonth: ReadonlyMap<string, ArticleRow[]>;
  /** At most five for each story, by path. */
  related: ReadonlyMap<string, ArticleRow[]>;
  /** The story before it, by path. */
  older: ReadonlyMap<string, ArticleRow>;
}

/** The paper as of a moment. Nothing in it changes once it is made. */
export interface Edition {
  content: Content;
  publication: Publication;
  rules: AddressRules;
  at: Instant;
  preview: boolean;
  drawingVersion: string;
  canDraw: (view: CardView) => boolean;
  /** In the order of the publication; each language that has something to read. */
  languages: LanguageEdition[];
  sections: ReadonlyMap<string, SectionRow>;
  topics: ReadonlyMap<string, TopicRow>;
  authors: ReadonlyMap<string, AuthorRow>;
  series: ReadonlyMap<string, SeriesRow>;
  pages: ReadonlyMap<string, PageRow>;
  pictures: ReadonlyMap<string, PictureFile>;
  references: References;
  /** Published stories by path. */
  published: ReadonlyMap<string, ArticleRow>;
  /** Every address that has a page or a feed in this edition. */
  printed: ReadonlySet<string>;
  /** Stories that are translations of each other, by path; each group holds the story itself. */
  translations: ReadonlyMap<string, ArticleRow[]>;
  /** The same of pages. */
  pageTranslations: ReadonlyMap<string, PageRow[]>;
}

/** Whether a story is out at a moment. */
export function isPublished(row: ArticleRow, at: Instant): boolean {
  return !row.data.draft && row.facts.published <= at;
}

/**
 * Whether search may show a story: a republished text has its canonical address elsewhere. Where
 * it may not, no sitemap and no translation's `hreflang` names it.
 */
export function isIndexable(row: ArticleRow): boolean {
  return !row.data.noindex && row.data.source === undefined;
}

/** Whether a list has too little of its own to be shown by search: a topic of a single story. */
export function isThin(subject: ListSubject, stories: readonly ArticleRow[]): boolean {
  return subject.kind === 'topic' && stories.length < 2;
}

/** Builds the edition of a moment. */
export function createEdition(content: Content, options: EditionOptions): Edition {
  const publication = content.publication.data;
  const rules = addressRules(publication);
  const shown = content.articles.filter((row) => options.preview || isPublished(row, options.at));
  const languages = publication.languages
    .map((language) => languageEdition(language, shown, publication.timeZone))
    .filter((edition) => edition.stories.length > 0 || edition.language === rules.defaultLanguage);
  const edition = {
    content,
    publication,
    rules,
    ...options,
    canDraw: options.canDraw ?? (() => true),
    languages,
    sections: byId(content.sections),
    topics: byId(content.topics),
    authors: byId(content.authors),
    series: byId(content.series),
    pages: new Map(content.pages.map((page) => [page.path, page])),
    pictures: new Map(content.pictures.map((picture) => [picture.file, picture])),
    references: createReferences(content),
    published: new Map(shown.map((row) => [row.path, row])),
    translations: translationGroups(shown, rules.languages),
    pageTranslations: translationGroups(content.pages, rules.languages),
  };
  return { ...edition, printed: printedAddresses(edition) };
}

/** The updates of a live report that are out, newest first, pinned ones on top. */
export function shownUpdates(
  row: ArticleRow,
  edition: Pick<Edition, 'at' | 'preview'>,
): UpdateFacts[] {
  const pinned = row.data.live?.pinned ?? [];
  return row.facts.updates
    .filter((update) => edition.preview || update.time <= edition.at)
    .sort((a, b) => {
      const first = pinned.includes(a.id) ? pinned.indexOf(a.id) : pinned.length;
      const second = pinned.includes(b.id) ? pinned.indexOf(b.id) : pinned.length;
      return first - second || b.time - a.time || (a.id < b.id ? -1 : 1);
    });
}

/** The corrections of a story that are out, oldest first. */
export function shownCorrections(
  row: ArticleRow,
  edition: Pick<Edition, 'at' | 'preview'>,
): ArticleRow['facts']['corrections'] {
  return row.facts.corrections
    .filter((correction) => edition.preview || correction.date <= edition.at)
    .sort((a, b) => a.date - b.date);
}

/** When the text last changed in substance: updates, corrections and live entries that are out. */
export function modifiedAt(row: ArticleRow, edition: Pick<Edition, 'at' | 'preview'>): Instant {
  const { published, updated = published } = row.facts;
  return Math.max(
    published,
    edition.preview || updated <= edition.at ? updated : published,
    ...shownCorrections(row, edition).map((correction) => correction.date),
    ...shownUpdates(row, edition).map((update) => update.time),
  );
}

/** The next moment at which an edition of the same content differs, or undefined when none will. */
export function nextChangeAt(content: Content, at: Instant): Instant | undefined {
  let next: Instant | undefined;
  const consider = (moment: Instant | undefined) => {
    if (moment !== undefined && moment > at && (next === undefined || moment < next)) next = moment;
  };
  for (const { data, facts } of content.articles) {
    if (data.draft) continue;
    consider(facts.published);
    if (facts.published > at) continue;
    consider(facts.updated);
    consider(facts.live?.end);
    for (const update of facts.updates) consider(update.time);
    for (const correction of facts.corrections) consider(correction.date);
  }
  for (const { facts } of content.appeals) {
    consider(facts.starts);
    consider(facts.ends);
  }
  return next;
}

/** The stories of a language. Throws where the edition has none: nothing links there. */
export function inLanguage(edition: Pick<Edition, 'languages'>, language: string): LanguageEdition {
  const own = edition.languages.find((one) => one.language === language);
  if (own === undefined) throw new RangeError(`This edition has no stories in ${language}.`);
  return own;
}

/** The language whose front page a page in `language` leads back to. */
export function homeLanguage(
  edition: Pick<Edition, 'languages' | 'rules'>,
  language: string,
): string {
  return edition.languages.some((one) => one.language === language)
    ? language
    : edition.rules.defaultLanguage;
}

const LISTS = {
  section: 'bySection',
  topic: 'byTopic',
  author: 'byAuthor',
  series: 'bySeries',
} as const satisfies Record<ListSubject['kind'], keyof LanguageEdition>;

/** The stories of a list, newest first, and how it is cut into pages. */
export function listOf(
  edition: Pick<Edition, 'languages'>,
  language: string,
  { kind, id }: ListSubject,
): { stories: ArticleRow[]; cut: CutList } {
  const stories = inLanguage(edition, language)[LISTS[kind]].get(id) ?? [];
  return { stories, cut: cutList(stories.length) };
}

/** The lists that have something to show, of one kind. */
export function listSubjects(own: LanguageEdition, kind: ListSubject['kind']): ListSubject[] {
  return [...own[LISTS[kind]].keys()].sort().map((id) => ({ kind, id }));
}

/** The address of what a reference names, or undefined while that is not printed. */
export function targetAddress(edition: Edition, target: Target): string | undefined {
  switch (target.kind) {
    case 'article': {
      const row = edition.published.get(target.path);
      return row === undefined ? undefined : articleAddress(row.facts, edition.rules);
    }
    case 'page': {
      const page = edition.pages.get(target.path);
      return page === undefined
        ? undefined
        : pageAddress(page.facts.slug, page.facts.language, edition.rules);
    }
    case 'list':
      return edition.printed.has(target.address) ? target.address : undefined;
    case 'file':
      return target.address;
  }
}

function byId<Data>(rows: readonly NamedRow<Data>[]): Map<string, NamedRow<Data>> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Newest first; stories of the same moment in the order of their paths. */
export function newestFirst(a: ArticleRow, b: ArticleRow): number {
  return b.facts.published - a.facts.published || (a.path < b.path ? -1 : 1);
}

function languageEdition(
  language: string,
  rows: readonly ArticleRow[],
  timeZone: string,
): LanguageEdition {
  const stories = rows.filter((row) => row.facts.language === language).sort(newestFirst);
  const monthOf = monthsIn(timeZone);
  const older = new Map<string, ArticleRow>();
  stories.forEach((story, index) => {
    const before = stories[index + 1];
    if (before !== undefined) older.set(story.path, before);
  });
  return {
    language,
    stories,
    bySection: groupBy(stories, (row) => [row.data.section]),
    byTopic: groupBy(stories, (row) => row.facts.topics.map((topic) => topic.slug)),
    byAuthor: groupBy(stories, (row) => row.data.authors ?? []),
    bySeries: groupBy(stories, (row) => (row.data.series === undefined ? [] : [row.data.series])),
    byMonth: groupBy(stories, (row) => [monthOf(row.facts.published)]),
    related: relatedStories(stories),
    older,
  };
}

function groupBy(
  rows: readonly ArticleRow[],
  keysOf: (row: ArticleRow) => string[],
): Map<string, ArticleRow[]> {
  const groups = new Map<string, ArticleRow[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}

function printedAddresses(edition: Omit<Edition, 'printed'>): Set<string> {
  const { rules } = edition;
  const printed = new Set<string>();
  for (const one of edition.languages) {
    const { language } = one;
    printed.add(frontAddress(language, rules));
    printed.add(feedAddress({ language }, rules));
    for (const section of one.bySection.keys())
      printed.add(feedAddress({ section, language }, rules));
    for (const kind of LIST_KINDS) {
      for (const subject of listSubjects(one, kind)) {
        const { cut } = listOf(edition, language, subject);
        printed.add(listAddress(subject, language, rules));
        for (const { number } of cut.older) {
          printed.add(listAddress(subject, language, rules, number));
        }
      }
    }
    for (const month of one.byMonth.keys()) printed.add(monthAddress(month, language, rules));
    for (const name of STANDING_PAGES) printed.add(pageAddress(name, language, rules));
    for (const row of one.stories) printed.add(articleAddress(row.facts, rules));
  }
  for (const page of edition.content.pages) {
    printed.add(pageAddress(page.facts.slug, page.facts.language, rules));
  }
  return printed;
}
