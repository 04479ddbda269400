/** The units: what is printed together, each with everything that decides what it prints. */
import type { FeedList, ListSubject } from '../addresses.ts';
import type { WellKnownFacts } from '../metadata/well-known.ts';
import type { Instant } from '../time.ts';
import type { AppealRef, CardRef, Links, PathRef, RowRef, StoryRef, TextRef } from './ref.ts';

/** A story: its page, its card, its pictures, the redirects to it. */
export interface StoryInputs {
  story: TextRef;
  /** The same story in other languages. */
  translations: readonly CardRef[];
  /** The desk's choice first, then the automatic one. */
  related: readonly CardRef[];
  /** The story before it, where it is not among the related ones. */
  older: CardRef | null;
  /** Its neighbours in its series. */
  series: { previous: CardRef | null; next: CardRef | null } | null;
  /** The message to readers under it. */
  appeal: AppealRef | null;
}

/** The pictures of a message to readers that runs; its words stand under stories. */
export interface AppealInputs {
  appeal: RowRef;
}

/** A front page, and its card. */
export interface FrontInputs {
  language: string;
  /** When its newest story was published. */
  newest: Instant | null;
  lead: CardRef | null;
  picks: readonly CardRef[];
  latest: readonly CardRef[];
  sections: readonly { id: string; stories: readonly CardRef[] }[];
}

/** A page of a list; the index has the list's pictures and card as well. */
export interface ListInputs {
  language: string;
  subject: ListSubject;
  /** The subject's own row, where it has one. */
  row: RowRef | null;
  /** The story whose spelling names a topic that has no row: its first. */
  namedBy: CardRef | null;
  /** Null for the index; older pages are numbered from the oldest. */
  number: number | null;
  stories: readonly CardRef[];
  newer: number | 'index' | null;
  older: number | null;
  /** Of the index: the languages that have this list; thin ones are not shown to search. */
  languages: readonly { language: string; thin: boolean }[];
}

/** The stories of a month in a language. */
export interface MonthInputs {
  language: string;
  /** `2025/02`. */
  month: string;
  /** The month before it that has stories. */
  previous: string | null;
  /** The languages that have stories of this month. */
  languages: readonly string[];
  stories: readonly CardRef[];
}

/** The newsroom's words at the top of a standing page. */
export interface IntroductionInput {
  page: RowRef;
  links: Links;
}

/** The index of the months. */
export interface ArchiveInputs {
  language: string;
  introduction: IntroductionInput | null;
  /** Newest first. */
  months: readonly string[];
}

/** The page of all corrections. */
export interface CorrectionsInputs {
  language: string;
  introduction: IntroductionInput | null;
  /** Every story with a correction, newest first; those that are not out yet show none. */
  stories: readonly StoryRef[];
}

/** The page about feeds. */
export interface FeedsInputs {
  language: string;
  introduction: IntroductionInput | null;
}

/** A page of the newsroom's own. */
export interface PageInputs {
  page: RowRef;
  /** The same page in other languages. */
  translations: readonly RowRef[];
  links: Links;
}

/** A feed in all its formats. */
export interface FeedInputs {
  language: string;
  list: FeedList;
  /** The row of what the feed is about, where it has one. */
  row: RowRef | null;
  /** The story whose spelling names a topic that has no row. */
  namedBy: CardRef | null;
  /** Newest first, as many as the feed carries. */
  stories: readonly TextRef[];
}

/** The feed of a list, with what names it. */
export interface ListedFeed extends Pick<FeedInputs, 'row' | 'namedBy'> {
  list: ListSubject;
}

/** Every feed of the paper. */
export interface FeedListInputs {
  languages: readonly { language: string; feeds: readonly ListedFeed[] }[];
}

/** The stories of a month, for search. */
export interface MonthSitemapInputs {
  /** `2025-02`. */
  name: string;
  stories: readonly SitemapStory[];
}

/** A story in a sitemap. */
export interface SitemapStory {
  story: PathRef;
  modified: Instant;
  /** The same story in other languages, as far as search may show it, itself among them. */
  translations: readonly CardRef[];
  /** Where it has a leading picture. */
  picture: CardRef | null;
}

/** A page in a sitemap: its address inside the site, and when it last changed, where that is known. */
export type SitemapPage = readonly [address: string, modified: Instant | null];

/** Fronts, list indexes, months, standing and static pages; or the older pages of lists. */
export interface PagesSitemapInputs {
  /** `pages`, `lists-2025`. */
  name: string;
  pages: readonly SitemapPage[];
}

/** The stories of the last two days. */
export interface NewsSitemapInputs {
  /** Newest first. */
  stories: readonly CardRef[];
}

/** The index of the sitemaps. */
export interface SitemapIndexInputs {
  sitemaps: readonly { name: string; modified: Instant | null }[];
}

/** What robots are told. */
export interface RobotsInputs {
  ai: 'allow' | 'disallow';
}

/** What each kind of unit is made of, besides the paper. */
export interface UnitInputs {
  story: StoryInputs;
  appeal: AppealInputs;
  front: FrontInputs;
  list: ListInputs;
  month: MonthInputs;
  archive: ArchiveInputs;
  corrections: CorrectionsInputs;
  feeds: FeedsInputs;
  page: PageInputs;
  feed: FeedInputs;
  'feed-list': FeedListInputs;
  'feed-style': null;
  'month-sitemap': MonthSitemapInputs;
  'pages-sitemap': PagesSitemapInputs;
  'news-sitemap': NewsSitemapInputs;
  'sitemap-index': SitemapIndexInputs;
  robots: RobotsInputs;
  'well-known': WellKnownFacts;
  /** The page for what is not found, the marks, the manifest, what hosts read: the paper's own. */
  'not-found': null;
  marks: null;
  manifest: null;
  hosts: null;
}

export type UnitKind = keyof UnitInputs;

/** A unit of a kind. */
export interface UnitOf<Kind extends UnitKind> {
  /** Names the unit among all: `story en/2025/02/slug`, `list en section world 3`. */
  key: string;
  kind: Kind;
  inputs: UnitInputs[Kind];
}

/** What is printed together. Its inputs are JSON. */
export type Unit = { [Kind in UnitKind]: UnitOf<Kind> }[UnitKind];
