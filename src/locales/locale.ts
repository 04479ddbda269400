/**
 * The press's own words in one language. Every key must be there: a missing one is a type error.
 * Words that carry a number or name are functions, so that each language can order and inflect.
 */
import type { ArticleKind, CorrectionKind } from '../schema/article.ts';

export interface Locale {
  /** BCP 47 tag. */
  language: string;
  /** The language's name in itself. */
  name: string;
  /** First focus of every page. */
  skipToText: string;
  /** Label of the list of sections. */
  sections: string;
  /** Label of the list of languages. */
  languages: string;
  /** Label of the links at the foot of the page. */
  aboutThePaper: string;
  /** Other places where the paper can be read. */
  mirrors: string;
  /** Label and kind of a mirror: web, onion, ipfs, i2p. */
  mirrorKind: (kind: string) => string;
  latest: string;
  olderStories: string;
  newerStories: string;
  /** Title of a numbered page of a list; counted from the oldest, no total. */
  pageOf: (title: string, number: number) => string;
  archive: string;
  corrections: string;
  noCorrections: string;
  feeds: string;
  /** What feeds are and how to use one, a short paragraph. */
  feedsExplained: string;
  /** For those who open a feed in a browser: what it is, and what to do with its address. */
  feedOpened: string;
  /** Title of the feed of everything. */
  allStories: string;
  /** `By Ilze Brandt and Yusuf Karam`: the word before the names; may be empty. */
  by: string;
  published: string;
  updated: string;
  /** `4 min read`. */
  readingTime: (minutes: number) => string;
  /** Names of kinds where a story says what it is; news has none. */
  kinds: Record<Exclude<ArticleKind, 'news'>, string>;
  correctionKinds: Record<CorrectionKind, string>;
  live: string;
  liveEnded: string;
  pinned: string;
  related: string;
  /** The story before this one. */
  before: string;
  topics: string;
  /** One of them: stands above its name on its social image. */
  topic: string;
  series: string;
  /** `Part of the series …`: the words before the name. */
  partOfSeries: string;
  previousPart: string;
  nextPart: string;
  /** Heading over the translations of a story. */
  alsoIn: string;
  /** `First published by Northwire`: the words before the name. */
  firstPublishedBy: string;
  /** `Paid for by …`: the words before the name. */
  paidForBy: string;
  sponsoredNote: string;
  /** `4 out of 5`. */
  rating: (rating: number) => string;
  reviewed: string;
  footnotes: string;
  /** Label of the link from note `number` back to the text. */
  backToText: (number: number) => string;
  /** Name of a footnote's mark in the text, for those who hear it: `Footnote 2`. */
  footnote: (number: number) => string;
  /** Name of the n-th table without a caption, for those who scroll it with the keyboard. */
  table: (number: number) => string;
  /** Name of a box with the key points of a story: `In short`. */
  keyPoints: string;
  /** Label of an embed: leads to a foreign host. */
  openAt: (host: string) => string;
  /** The answers to the message to readers: support … */
  support: string;
  /** … with a monthly amount, already set with its currency: `€2 a month` … */
  monthly: (amount: string) => string;
  /** Label of the choice of amounts. */
  amounts: string;
  /** … hide the message for some days … */
  remindLater: string;
  /** … or for a year. */
  doNotAsk: string;
  /** What stands there after “remind me later”. */
  willRemind: (days: number) => string;
  /** What stands there after “don’t ask again”. */
  willNotAsk: string;
  draft: string;
  embargoed: string;
  notFound: string;
  notFoundText: string;
  toThePaper: string;
  moved: string;
  movedText: string;
  /** What the social image of a story says, for those who do not see it. */
  cardAlt: (headline: string, paper: string) => string;
}
