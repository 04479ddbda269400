/** The page of a story. */
import { articleAddress, listAddress } from '../../addresses.ts';
import { direction } from '../../locales/locales.ts';
import { isOpinion } from '../../schema/article.ts';
import type { CardRow } from '../../store/archive.ts';
import type { PrintableBody } from '../../store/body/body.ts';
import { isDayAlone } from '../../time.ts';
import type { StoryAsOf } from '../as-of.ts';
import { storyHtml } from '../body.ts';
import type { StoryText } from '../body.ts';
import { authorNames, bylineNames } from '../byline.ts';
import { cardPicture, sharedCard, storyCard } from '../cards.ts';
import { isoOf, momentView } from '../moments.ts';
import { paperText, sectionName, textLanguage, topicsOf } from '../names.ts';
import { pictureView, sharedJob } from '../pictures.ts';
import type { CardRef } from '../ref.ts';
import type { Sheet } from '../sheet.ts';
import type { StoryInputs } from '../unit.ts';
import type { ArticleView, LinkView } from '../view.ts';
import { appealView } from './appeal.ts';
import { markedDescription, sharedDescription, storyJsonLd } from './article-metadata.ts';
import { correctionView, placedCorrections } from './correction.ts';
import { frame } from './frame.ts';
import { isShownToSearch, previewMark, teaser } from './teaser.ts';

/** From this many words on a story is a long read. */
const LONG_READ = 1500;

/** Words that a reader takes in a minute. */
const WORDS_PER_MINUTE = 220;

/** The texts of a story's page: its own, and that of the message under it. */
export interface StoryBodies {
  story: PrintableBody;
  appeal: PrintableBody | undefined;
}

/** The view model of a story's page. */
export function articleView(sheet: Sheet, inputs: StoryInputs, bodies: StoryBodies): ArticleView {
  const row = sheet.story(inputs.story);
  const { data, facts } = row;
  const { language } = facts;
  const address = articleAddress(facts, sheet.rules);
  const { contributors, links } = inputs.story;
  const text: StoryText = { row, links, contributors, body: bodies.story };
  const section = sectionName(sheet, data.section, language);
  const translations = translationsOf(sheet, row, inputs.translations);
  const topics = topicsOf(sheet, facts.topics, language);
  const { retraction, below } = placedCorrections(row);
  return {
    frame: frame(sheet, {
      language,
      address,
      title: data.seoHeadline ?? data.headline,
      description: markedDescription(sheet, row),
      alternates: translations.map((other) => ({
        language: other.facts.language,
        textLanguage: textLanguage(other),
        address: articleAddress(other.facts, sheet.rules),
        noindex: !isShownToSearch(other),
      })),
      noindex: data.noindex || previewMark(sheet, row) !== undefined,
      section: data.section,
      trail: [
        {
          name: section,
          address: listAddress({ kind: 'section', id: data.section }, language, sheet.rules),
        },
      ],
      crumb: data.headline,
      textLanguage: textLanguage(row),
      canonical: data.source?.url,
      ...sharedImage(sheet, row),
      social: {
        title: data.social?.headline ?? data.headline,
        description: sharedDescription(sheet, row),
      },
      article: {
        published: isoOf(sheet, facts.published),
        modified: isoOf(sheet, facts.modified),
        authors: authorNames(sheet, row),
        section,
        tags: topics.map(({ name }) => name),
      },
      fediverse: (data.authors ?? []).flatMap((id) => sheet.author(id)?.data.fediverse ?? []),
      jsonLd: storyJsonLd(sheet, text),
    }),
    kind: data.kind,
    opinion: isOpinion(data.kind),
    textLanguage: textLanguage(row),
    section: {
      id: data.section,
      label: section,
      address: listAddress({ kind: 'section', id: data.section }, language, sheet.rules),
    },
    kicker: data.kicker ?? section,
    headline: data.headline,
    standfirst: data.standfirst,
    byline: data.byline === undefined ? bylineNames(sheet, row) : [],
    unsigned: data.byline,
    published: { ...momentView(sheet, facts.published), dayOnly: isDayAlone(data.published) },
    updated:
      facts.modified > facts.published
        ? { ...momentView(sheet, facts.modified), dayOnly: facts.modifiedOnDay }
        : undefined,
    readingMinutes:
      data.kind === 'live' ? 0 : Math.max(1, Math.round(facts.words / WORDS_PER_MINUTE)),
    long: data.kind !== 'live' && facts.words >= LONG_READ,
    lead: pictureView(sheet, facts.lead),
    body: storyHtml(sheet, text),
    live: data.kind === 'live' ? { ended: inputs.story.ended } : undefined,
    retraction: retraction === undefined ? undefined : correctionView(sheet, row, retraction),
    corrections: below.map((correction) => correctionView(sheet, row, correction)),
    series: seriesOf(sheet, row, inputs.series),
    translations: translations
      .filter((other) => other.path !== row.path)
      .map((other) => ({
        language: textLanguage(other),
        dir: direction(textLanguage(other)),
        headline: other.data.headline,
        address: articleAddress(other.facts, sheet.rules),
      })),
    topics: topics.map(({ id, name }) => ({
      label: name,
      address: listAddress({ kind: 'topic', id }, language, sheet.rules),
    })),
    related: inputs.related.map((other) => teaser(sheet, other)),
    older: inputs.older === null ? undefined : teaser(sheet, inputs.older),
    source: data.source,
    sponsor:
      data.sponsor === undefined ? undefined : { name: data.sponsor.name, url: data.sponsor.url },
    review:
      data.review === undefined ? undefined : { of: data.review.of, rating: data.review.rating },
    appeal:
      inputs.appeal === null || bodies.appeal === undefined
        ? undefined
        : appealView(sheet, sheet.appeal(inputs.appeal), {
            body: bodies.appeal,
            links: inputs.appeal.links,
            address,
          }),
    mark: previewMark(sheet, row),
  };
}

/**
 * The image of shared links: the story's own card, else its own picture, else the card of its
 * section or front page.
 */
export function sharedImage(sheet: Sheet, row: StoryAsOf) {
  const card = storyCard(sheet, row);
  const sharedPicture = card === undefined ? sharedJob(sheet, cardPicture(row)) : undefined;
  return {
    card:
      card ??
      (sharedPicture === undefined
        ? sharedCard(sheet, row.facts.language, row.data.section)
        : undefined),
    sharedPicture,
  };
}

/** The story in the languages of the paper, itself among them where there are others. */
function translationsOf(
  sheet: Sheet,
  row: StoryAsOf,
  others: readonly CardRef[],
): Pick<CardRow, 'path' | 'data' | 'facts'>[] {
  const { languages } = sheet.rules;
  const order = (one: Pick<CardRow, 'facts'>) => languages.indexOf(one.facts.language);
  return [row, ...others.map((ref) => sheet.card(ref))].sort((a, b) => order(a) - order(b));
}

function seriesOf(
  sheet: Sheet,
  { data, facts }: StoryAsOf,
  neighbours: StoryInputs['series'],
): ArticleView['series'] {
  if (data.series === undefined) return undefined;
  const link = (ref: CardRef | null | undefined): LinkView | undefined => {
    if (ref === null || ref === undefined) return undefined;
    const other = sheet.card(ref);
    return {
      label: other.data.shortHeadline ?? other.data.headline,
      address: articleAddress(other.facts, sheet.rules),
    };
  };
  const { series: id } = data;
  return {
    name: paperText(sheet, sheet.series(id)?.data.name, facts.language) ?? id,
    address: listAddress({ kind: 'series', id }, facts.language, sheet.rules),
    previous: link(neighbours?.previous),
    next: link(neighbours?.next),
  };
}
