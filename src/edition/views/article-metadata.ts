/** What search and other machines are told of a story. */
import { articleAddress, frontAddress, listAddress } from '../../addresses.ts';
import { article, breadcrumbs } from '../../metadata/structured-data.ts';
import type { ArticleFacts } from '../../metadata/structured-data.ts';
import type { StoryAsOf } from '../as-of.ts';
import { updatesOf } from '../body.ts';
import type { StoryText } from '../body.ts';
import { bylineNames } from '../byline.ts';
import { isoOf } from '../moments.ts';
import { authorName, paperName, sectionName, topicsOf, wordsFor } from '../names.ts';
import { paperIn } from '../paper.ts';
import { cropViews, pictureView } from '../pictures.ts';
import type { Sheet } from '../sheet.ts';
import { assetUrl, pageUrl } from '../urls.ts';
import { cutAtSentence } from '../words.ts';

/** What search and previews say about a story. */
export function storyDescription({ data, facts }: StoryAsOf): string | undefined {
  if (data.description !== undefined) return data.description;
  if (data.standfirst !== undefined) return data.standfirst;
  return facts.firstParagraph === ''
    ? undefined
    : cutAtSentence(facts.firstParagraph, facts.language);
}

/** The structured data of a story's page: the story, and the way to it from the front page. */
export function storyJsonLd(sheet: Sheet, text: StoryText): object[] {
  const { data, facts } = text.row;
  const { language } = facts;
  const { rules } = sheet;
  const section = listAddress({ kind: 'section', id: data.section }, language, rules);
  return [
    article(articleFacts(sheet, text)),
    breadcrumbs([
      {
        name: paperName(sheet, language),
        url: pageUrl(sheet, frontAddress(language, rules)),
      },
      {
        name: sectionName(sheet, data.section, language),
        url: pageUrl(sheet, section),
      },
      { name: data.headline, url: pageUrl(sheet, articleAddress(facts, rules)) },
    ]),
  ];
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
    description: storyDescription(row),
    url,
    images:
      picture === undefined
        ? []
        : [...cropViews(sheet, facts.lead), picture.fallback].map(({ address, width, height }) => ({
            url: assetUrl(sheet, address),
            width,
            height,
            caption: picture.caption,
            credit: picture.credit,
            licence: picture.licence,
          })),
    published: isoOf(sheet, facts.published),
    modified: isoOf(sheet, facts.modified),
    authors: bylineNames(sheet, row).map(({ name, address }) => ({
      name,
      url: address === undefined ? undefined : pageUrl(sheet, address),
    })),
    unsigned: data.byline,
    section: sectionName(sheet, data.section, language),
    topics: topicsOf(sheet, facts.topics, language).map(({ name }) => name),
    language: data.language ?? language,
    words: data.kind === 'live' ? 0 : facts.words,
    dateline: data.dateline,
    publisher: paperIn(sheet, language).publisher,
    corrections: facts.corrections.map((correction) => ({
      kind: correction.kind,
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

function liveEntries(
  sheet: Sheet,
  text: StoryText,
  url: string,
): NonNullable<ArticleFacts['live']>['updates'] {
  const { language, updates } = text.row.facts;
  const words = wordsFor(sheet, language);
  return updatesOf(sheet, text).flatMap(({ id, text: said }) => {
    const update = updates.find((one) => one.id === id);
    if (update === undefined) return [];
    return [
      {
        url: `${url}#${id}`,
        headline: update.headline ?? (cutAtSentence(said, language, 110) || words.live),
        time: isoOf(sheet, update.time),
        text: said,
        author:
          update.author === undefined ? undefined : authorName(sheet, update.author, language),
      },
    ];
  });
}
