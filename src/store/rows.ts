/**
 * The rows of the paper: everything in `content/` after reading and checking, as plain data. Texts
 * stay in their files and are read when a page is printed.
 */
import type { CorrectionKind, Article } from '../schema/article.ts';
import type { Appeal } from '../schema/appeal.ts';
import type { Author } from '../schema/author.ts';
import type { Front } from '../schema/front.ts';
import type { Page } from '../schema/page.ts';
import type { Publication } from '../schema/publication.ts';
import type { Section, Series } from '../schema/section.ts';
import type { Topic } from '../schema/topic.ts';
import type { Instant } from '../time.ts';

/** A picture file that something refers to. */
export interface PictureFile {
  /** Path in the content folder; its identity. */
  file: string;
  /** SHA-256 of its bytes, hex. */
  digest: string;
  /** Pixels as shown, after its orientation mark is applied. */
  width: number;
  height: number;
}

/** A picture where it is used: the file and what is said about it there. */
export interface PictureUse extends PictureFile {
  alt: string;
  caption: string | undefined;
  credit: string | undefined;
  licence: string | undefined;
  focus: [x: number, y: number] | undefined;
}

/** What the text of a story or page says that others need to know. */
export interface TextFacts {
  /** Line of the file where the text begins, from 1. */
  line: number;
  words: number;
  firstParagraph: string;
  /** The pictures of the text, by the address that the author wrote. */
  pictures: Record<string, PictureUse>;
  /** Addresses in the text that may lead inside the paper, as written, each once. */
  links: string[];
  /** SHA-256 of the file, hex. */
  digest: string;
}

/** An update of a live report. */
export interface UpdateFacts {
  id: string;
  time: Instant;
  author: string | undefined;
  headline: string | undefined;
}

/** What the store adds to a story's front matter; `placed` corrections stand in the text itself. */
export interface ArticleFacts extends TextFacts {
  /** For each picture of the text the updates that show it; null stands for the text around them. */
  pictureUpdates: Record<string, (string | null)[]>;
  /** Path in the content folder: `articles/en/2025/02/slug.md`. */
  file: string;
  language: string;
  year: string;
  month: string;
  slug: string;
  /** Permanent identity in feeds. */
  identity: string;
  published: Instant;
  updated: Instant | undefined;
  corrections: { date: Instant; text: string; kind: CorrectionKind; placed: boolean }[];
  live: { start: Instant; end: Instant | undefined } | undefined;
  updates: UpdateFacts[];
  /** As the front matter names them, in its order, each once; aliases are not resolved. */
  topics: { slug: string; name: string }[];
  lead: PictureUse | undefined;
  socialImage: PictureUse | undefined;
}

/** A story; `path` is `en/2025/02/slug`. */
export interface ArticleRow {
  path: string;
  data: Article;
  facts: ArticleFacts;
}

/** A static page; `path` is `en/about`. */
export interface PageRow {
  path: string;
  data: Page;
  facts: TextFacts & { file: string; language: string; slug: string };
}

/** A message to readers; `path` is `en/general`. */
export interface AppealRow {
  path: string;
  data: Appeal;
  facts: TextFacts & {
    file: string;
    language: string;
    starts: Instant | undefined;
    ends: Instant | undefined;
  };
}

/** Anything that has an id and a file of its own. */
export interface NamedRow<Data> {
  id: string;
  data: Data;
  picture: PictureUse | undefined;
}

export type AuthorRow = NamedRow<Author>;
export type SectionRow = NamedRow<Section>;
export type SeriesRow = NamedRow<Series>;
export type TopicRow = NamedRow<Topic>;

/** The paper itself. */
export interface PublicationRow {
  data: Publication;
  /** The address without slashes at its end. */
  origin: string;
  logo: PictureUse | undefined;
  icon: PictureUse | undefined;
  /** A drawing that stands for the set name. */
  nameplate: PictureUse | undefined;
  /** Files of `public/`, as addresses. */
  publicFiles: string[];
  /** Which collections have entries: Astro warns of each look into an empty one. */
  filled: string[];
  /** The text of `theme.css`, empty where there is none. */
  theme: string;
}

/** Everything. Lists are in the order of their paths or ids. */
export interface Content {
  publication: PublicationRow;
  articles: ArticleRow[];
  authors: AuthorRow[];
  sections: SectionRow[];
  series: SeriesRow[];
  topics: TopicRow[];
  fronts: { language: string; data: Front }[];
  pages: PageRow[];
  appeals: AppealRow[];
}

/** The rules of this paper's addresses. */
export function addressRules(publication: Publication) {
  return {
    defaultLanguage: publication.defaultLanguage,
    languages: publication.languages,
    permalinks: publication.permalinks,
  };
}
