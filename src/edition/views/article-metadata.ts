/** What search and other machines are told of a story. */
import { articleAddress, listAddress } from '../../addresses.ts';
import { article } from '../../metadata/structured-data/article.ts';
import type {
  ArticleFacts,
  AuthorFacts,
  UpdateFacts,
} from '../../metadata/structured-data/article.ts';
import { retractionOf } from '../as-of.ts';
import type { StoryAsOf } from '../as-of.ts';
import { updatesOf } from '../body.ts';
import type { StoryText } from '../body.ts';
import { bylineNames } from '../byline.ts';
import { isoOf } from '../moments.ts';
import { authorName, sectionName, textLanguage, topicsOf, wordsFor } from '../names.ts';
import { paperIn } from '../paper.ts';
import { cropViews, pictureView } from '../pictures.ts';
import { printedImage } from '../printed-image.ts';
import type { Sheet } from '../sheet.ts';
import { pageUrl } from '../urls.ts';
import { cutAtSentence } from '../words.ts';
import { siteUrl } from './site-data.ts';

/**
 * What search results, previews and summaries of feeds say about a story, with what must be known
 * wherever it is mentioned: that the paper withdrew it, that somebody paid for it.
 */
export function markedDescription(sheet: Sheet, row: StoryAsOf): string | undefined {
  const said = storyDescription(row);
  const marks = marksOf(sheet, row);
  return said === undefined && marks.length === 0 ? undefined : withMarks(marks, said);
}

/** The same with words that were written for those who share the story; undefined without any. */
export function sharedDescription(sheet: Sheet, row: StoryAsOf): string | undefined {
  const said = row.data.social?.description;
  return said === undefined ? undefined : withMarks(marksOf(sheet, row), said);
}

function withMarks(marks: readonly string[], said: string | undefined): string {
  return [...marks, ...(said === undefined ? [] : [said])].join(' ');
}

function marksOf(sheet: Sheet, row: StoryAsOf): string[] {
  const words = wordsFor(sheet, row.facts.language);
  const { sponsor } = row.data;
  return [
    ...(retractionOf(row) === undefined ? [] : [`${words.correctionKinds.retraction}.`]),
    ...(sponsor === undefined ? [] : [`${words.paidForBy} ${sponsor.name}.`]),
  ];
}

/** What a story says of itself. */
function storyDescription(row: StoryAsOf): string | undefined {
  const { data, facts } = row;
  if (data.description !== undefined) return data.description;
  if (data.standfirst !== undefined) return data.standfirst;
  return facts.firstParagraph === ''
    ? undefined
    : cutAtSentence(facts.firstParagraph, textLanguage(row));
}

/** The structured data of a story. */
export function storyJsonLd(sheet: Sheet, text: StoryText): object[] {
  return [article(articleFacts(sheet, text))];
}

function articleFacts(sheet: Sheet, text: StoryText): ArticleFacts {
  const { row } = text;
  const { data, facts } = row;
  const { language } = facts;
  const url = pageUrl(sheet, articleAddress(facts, sheet.rules));
  const picture = pictureView(sheet, facts.lead);
  return {
    kind: data.kind,
    headline: data.headline,
    description: markedDescription(sheet, row),
    url,
    images:
      picture === undefined
        ? []
        : [...cropViews(sheet, facts.lead), picture.fallback].map((variant) =>
            printedImage(sheet, picture, variant),
          ),
    published: isoOf(sheet, facts.published),
    modified: isoOf(sheet, facts.modified),
    authors: bylineNames(sheet, row).map(({ name, address }) => ({
      name,
      url: address === undefined ? undefined : pageUrl(sheet, address),
    })),
    unsigned: data.byline,
    section: sectionName(sheet, data.section, language),
    topics: topicsOf(sheet, facts.topics, language).map(({ name }) => name),
    language: textLanguage(row),
    words: data.kind === 'live' ? 0 : facts.words,
    dateline: data.dateline,
    publisher: paperIn(sheet, language).publisher,
    site: siteUrl(sheet, language),
    corrections: facts.corrections.map((correction) => ({
      label: wordsFor(sheet, language).correctionKinds[correction.kind],
      date: isoOf(sheet, correction.date),
      text: correction.text,
    })),
    source: data.source,
    sponsor:
      data.sponsor === undefined ? undefined : { name: data.sponsor.name, url: data.sponsor.url },
    review:
      data.review === undefined
        ? undefined
        : { of: data.review.of, type: data.review.type, rating: data.review.rating },
    live:
      facts.live === undefined
        ? undefined
        : {
            start: isoOf(sheet, facts.live.start),
            end: facts.live.end === undefined ? undefined : isoOf(sheet, facts.live.end),
            updates: liveEntries(sheet, text, url),
          },
  };
}

function liveEntries(sheet: Sheet, text: StoryText, url: string): UpdateFacts[] {
  const { language, updates } = text.row.facts;
  const words = wordsFor(sheet, language);
  return updatesOf(sheet, text).flatMap(({ id, text: said, pictures }) => {
    const update = updates.find((one) => one.id === id);
    if (update === undefined) return [];
    return [
      {
        url: `${url}#${id}`,
        headline:
          update.headline ?? (cutAtSentence(said, textLanguage(text.row), 110) || words.live),
        time: isoOf(sheet, update.time),
        text: said,
        author: update.author === undefined ? undefined : liveAuthor(sheet, text, update.author),
        images: pictures.flatMap((src) => {
          const view = pictureView(sheet, text.row.facts.pictures[src]);
          return view === undefined ? [] : printedImage(sheet, view);
        }),
      },
    ];
  });
}

function liveAuthor(sheet: Sheet, { row, contributors }: StoryText, id: string): AuthorFacts {
  const { language } = row.facts;
  const address = listAddress({ kind: 'author', id }, language, sheet.rules);
  return {
    name: authorName(sheet, id, language),
    url: contributors.includes(id) ? pageUrl(sheet, address) : undefined,
  };
}
