/**
 * The archive: everything that was ever written, as the edition asks for it. Choices are made from
 * entries, which are light; rows are fetched for the pages that are printed.
 */
import type { Article, ArticleKind } from '../schema/article.ts';
import type { Instant } from '../time.ts';
import type { ArticleFacts, ArticleRow, Content } from './rows.ts';

/** A story as choices see it: where it stands and when it changes, none of its words. */
export interface StoryEntry {
  /** `en/2025/02/slug`. */
  path: string;
  language: string;
  year: string;
  month: string;
  slug: string;
  kind: ArticleKind;
  section: string;
  /** As the story names them; aliases are resolved by the edition. */
  topics: readonly string[];
  authors: readonly string[];
  series: string | undefined;
  published: Instant;
  draft: boolean;
  noindex: boolean;
  /** A text of others, whose canonical address is elsewhere. */
  republished: boolean;
  translationOf: string | undefined;
  /** The desk's own choice of other stories. */
  related: readonly string[];
  redirectFrom: readonly string[];
  identity: string;
  /** Has a leading picture. */
  picture: boolean;
  /** Wants the message to readers. */
  appeal: boolean;
  /** When its text changes in substance after publication: updates, corrections, live entries. Ascending. */
  modifications: readonly Instant[];
  /** How many corrections it has, whenever they are dated. */
  corrections: number;
  /** When the paper withdrew it: the date of its first retraction. */
  retracted: Instant | undefined;
  /** When its live coverage ends. */
  ends: Instant | undefined;
  /** Addresses in its text that may lead inside the paper, as written, each once. */
  links: readonly string[];
  /** Authors of live entries. */
  contributors: readonly string[];
  /** Stands for its path without the language: `codeOfName`. */
  nameCode: number;
  /** Of everything that the story is made of: its file, its pictures and what is said of them. */
  digest: number;
  /** Of its card row. */
  card: number;
}

/** The fields of a story that are shown elsewhere than on its own page. */
export const CARD_FIELDS = {
  data: [
    'authors',
    'byline',
    'headline',
    'kicker',
    'kind',
    'language',
    'noindex',
    'draft',
    'published',
    'section',
    'seoHeadline',
    'shortHeadline',
    'social',
    'source',
    'standfirst',
  ],
  facts: [
    'identity',
    'language',
    'lead',
    'month',
    'published',
    'slug',
    'socialImage',
    'topics',
    'year',
  ],
} as const satisfies { data: readonly (keyof Article)[]; facts: readonly (keyof ArticleFacts)[] };

/** What lists, cards, sitemaps and links to a story show of it: a part of its row. */
export interface CardRow {
  path: string;
  data: Pick<Article, (typeof CARD_FIELDS.data)[number]>;
  facts: Pick<ArticleFacts, (typeof CARD_FIELDS.facts)[number]>;
}

/** Everything in `content/`. What is small is at hand, stories are fetched by their paths. */
export interface Archive extends Omit<Content, 'articles'> {
  /** Digests of all rows but stories, by `authors/anna`, `pages/en/about`, `publication`. */
  digests: ReadonlyMap<string, string>;
  /** In the order of their paths. */
  entries: readonly StoryEntry[];
  /** The whole row of a story. Throws a RangeError where there is none. */
  story(path: string): ArticleRow;
  /** The card row of a story. Throws a RangeError where there is none. */
  card(path: string): CardRow;
  /**
   * The path of the story that had this address before, where one had it; the address is one that
   * `redirectFile` makes.
   */
  redirected(address: string): string | undefined;
}
