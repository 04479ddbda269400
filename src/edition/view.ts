/**
 * The view models: what each kind of page shows, as plain data. A page is a function of its view
 * model and of nothing else.
 */
import type { HeadTag } from '../metadata/head.ts';
import type { PictureView } from '../pictures/picture.ts';
import type { ArticleKind, CorrectionKind } from '../schema/article.ts';

/** A moment, as `<time>` shows it. */
export interface MomentView {
  /** With the offset of the paper's time zone. */
  iso: string;
  /** Milliseconds since 1970. */
  instant: number;
  /** The newsroom wrote a day and no time. */
  dayOnly?: boolean | undefined;
}

/** A word that leads somewhere; without an address it is only a word. */
export interface LinkView {
  label: string;
  address: string | undefined;
}

/** Why a page is shown that no edition has: only the development server does. */
export type PreviewMark = 'draft' | 'embargoed';

/** What every page has around its matter. */
export interface Frame {
  language: string;
  dir: 'ltr' | 'rtl';
  /** The language whose words the press uses here: its own, or the default language's. */
  words: string;
  timeZone: string;
  address: string;
  /** Its absolute address on the primary origin, as it is printed on paper. */
  url: string;
  head: HeadTag[];
  /** The names of the paper, and its home in this language. */
  paper: {
    name: string;
    description: string;
    home: string;
    /** A drawing instead of the set name. */
    nameplate: { address: string; width: number; height: number } | undefined;
    /** CSS: the paper's colours and its own stylesheet. */
    style: string;
  };
  navigation: (LinkView & { id: string; current: boolean })[];
  footer: LinkView[];
  standing: { archive: string; corrections: string; feeds: string };
  /** The languages of the paper: this page in them, or their front page. */
  languages: { language: string; dir: 'ltr' | 'rtl'; address: string; current: boolean }[];
  mirrors: { url: string; kind: string }[];
}

/** A story in a list. */
export interface TeaserView {
  address: string;
  /** The language of the paper in which it stands there. */
  language: string;
  /** The language of its headline and standfirst. */
  textLanguage: string;
  kind: ArticleKind;
  /** In its writer's own voice. */
  opinion: boolean;
  kicker: string;
  /** Id of its section, by which it has its colour. */
  section: string;
  headline: string;
  standfirst: string | undefined;
  /** Names in the byline. */
  authors: string[];
  portrait: PictureView | undefined;
  picture: PictureView | undefined;
  published: MomentView;
  /** Whether it is a live report that goes on. */
  live: boolean;
  /** Whether the paper no longer stands by it. */
  retracted: boolean;
  mark: PreviewMark | undefined;
}

/** A name in a byline. */
export interface BylineName {
  name: string;
  address: string | undefined;
  portrait: PictureView | undefined;
}

/** A correction as pages show it. */
export interface CorrectionView {
  /** The language of its text. */
  language: string;
  kind: CorrectionKind;
  date: MomentView;
  text: string;
}

/** The message to readers under a story. */
export interface AppealView {
  title: string;
  /** HTML. */
  body: string;
  signed: string | undefined;
  /** Smallest first. */
  amounts: { label: string; address: string }[];
  /** The support page without an amount. */
  address: string | undefined;
  remindAfterDays: number;
  /** Under which the reader's answer is kept in the browser. */
  storageKey: string;
}

/** The page of a story. */
export interface ArticleView {
  frame: Frame;
  kind: ArticleKind;
  /** In its writer's own voice. */
  opinion: boolean;
  /** The language of headline, standfirst and text, where it is not that of the page. */
  textLanguage: string;
  section: LinkView & { id: string };
  kicker: string;
  headline: string;
  standfirst: string | undefined;
  byline: BylineName[];
  /** The plain byline of agencies and unsigned pieces. */
  unsigned: string | undefined;
  published: MomentView;
  updated: MomentView | undefined;
  readingMinutes: number;
  /** A long read, which is set with more air. */
  long: boolean;
  lead: PictureView | undefined;
  /** HTML. */
  body: string;
  live: { ended: boolean } | undefined;
  /** Why the paper no longer stands by the story: above the text. */
  retraction: CorrectionView | undefined;
  /** The others, below it, but for those that stand in it. */
  corrections: CorrectionView[];
  series:
    | {
        name: string;
        address: string;
        previous: LinkView | undefined;
        next: LinkView | undefined;
      }
    | undefined;
  translations: { language: string; dir: 'ltr' | 'rtl'; headline: string; address: string }[];
  topics: LinkView[];
  related: TeaserView[];
  older: TeaserView | undefined;
  source: { name: string; url: string } | undefined;
  sponsor: { name: string; url: string | undefined } | undefined;
  review: { of: string; rating: number | undefined } | undefined;
  appeal: AppealView | undefined;
  mark: PreviewMark | undefined;
}

/** The front page of a language. */
export interface FrontView {
  frame: Frame;
  date: MomentView | undefined;
  lead: TeaserView | undefined;
  picks: TeaserView[];
  latest: TeaserView[];
  sections: {
    id: string;
    name: string;
    address: string;
    stories: TeaserView[];
  }[];
}

/** A page of a list of stories: a section, topic, author or series. */
export interface ListView {
  frame: Frame;
  kind: 'section' | 'topic' | 'author' | 'series';
  title: string;
  description: string | undefined;
  picture: PictureView | undefined;
  /** Where the list is of an author. */
  author: { role: string | undefined; email: string | undefined; links: string[] } | undefined;
  /** Undefined on the index, else the number of the page, from the oldest. */
  number: number | undefined;
  stories: TeaserView[];
  newer: string | undefined;
  older: string | undefined;
  feed: string | undefined;
}

/** The stories of a month. */
export interface MonthView {
  frame: Frame;
  month: MomentView;
  stories: TeaserView[];
  previous: { month: MomentView; address: string } | undefined;
}

/** The index of the months. */
export interface ArchiveView {
  frame: Frame;
  intro: string | undefined;
  years: { year: number; months: { month: MomentView; address: string }[] }[];
}

/** A page of the newsroom’s own. */
export interface StaticPageView {
  frame: Frame;
  title: string;
  /** HTML. */
  body: string;
  translations: { language: string; dir: 'ltr' | 'rtl'; headline: string; address: string }[];
}

/** Every correction of a language. */
export interface CorrectionsView {
  frame: Frame;
  intro: string | undefined;
  corrections: (CorrectionView & { headline: string; address: string })[];
}

/** The page about the paper’s feeds. */
export interface FeedsView {
  frame: Frame;
  intro: string | undefined;
  /** In RSS; `formats` are the others. */
  feeds: {
    title: string;
    address: string;
    url: string;
    formats: { label: string; address: string }[];
  }[];
  /** The list of all feeds, for readers that take it in at once. */
  all: string;
}

/** The page for addresses that do not exist. */
export interface NotFoundView {
  frame: Frame;
  /** The home of the paper on its primary origin. */
  primary: string;
  /** The paper in each language, with that language's words. */
  homes: { language: string; words: string; address: string }[];
}

/** The page left where a story once was; it is read for a moment and has no frame. */
export interface RedirectView {
  language: string;
  dir: 'ltr' | 'rtl';
  /** The language whose words the press uses here. */
  words: string;
  paper: string;
  /** Where it leads, inside the site. */
  target: string;
  /** The same on the primary origin. */
  canonical: string;
  headline: string;
  /** What previews of shared links are made of: the attributes of the story's own tags. */
  preview: Record<string, string>[];
}
