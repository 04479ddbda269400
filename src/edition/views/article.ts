/** The page of a story. */
import { articleAddress, frontAddress, listAddress } from '../../addresses.ts';
import { formatDay } from '../../locales/format.ts';
import { direction } from '../../locales/locales.ts';
import { article as articleJsonLd, breadcrumbs } from '../../metadata/structured-data.ts';
import { isOpinion } from '../../schema/article.ts';
import type { ParsedBody } from '../../store/body/body.ts';
import type { AppealRow, ArticleRow, PictureUse } from '../../store/rows.ts';
import { isoWithOffset } from '../../time.ts';
import { articlePlace, bodyHtml, updatesOf } from '../body.ts';
import { authorNames, bylineNames, bylineText } from '../byline.ts';
import { cardJob } from '../cards.ts';
import type { CardJob } from '../cards.ts';
import { inLanguage, isIndexable, modifiedAt, shownCorrections } from '../edition.ts';
import type { Edition } from '../edition.ts';
import { organizationFacts } from '../organization.ts';
import {
  assetUrl,
  authorName,
  pageUrl,
  paperName,
  paperText,
  sectionName,
  topicName,
  wordsFor,
} from '../paper.ts';
import { pictureView } from '../pictures.ts';
import type { ArticleView, LinkView } from '../view.ts';
import { cutAtSentence } from '../words.ts';
import { frame } from './frame.ts';
import { sharedCard } from './lists.ts';
import { appealView } from './appeal.ts';
import { momentView, previewMark, teaser } from './teaser.ts';

/** From this many words on a story is a long read. */
const LONG_READ = 1500;

/** Words that a reader takes in a minute. */
const WORDS_PER_MINUTE = 220;

/** What search and previews say about a story. */
export function articleDescription(row: ArticleRow): string | undefined {
  const { data, facts } = row;
  if (data.description !== undefined) return data.description;
  if (data.standfirst !== undefined) return data.standfirst;
  return facts.firstParagraph === ''
    ? undefined
    : cutAtSentence(facts.firstParagraph, facts.language);
}

/** The drawn social image of a story, as `cards` in `publication.yaml` has it and the faces can set. */
export function articleCard(edition: Edition, row: ArticleRow): CardJob | undefined {
  const { data, facts } = row;
  const { language } = facts;
  const picture = cardPicture(row);
  const { cards, timeZone } = edition.publication;
  if (cards === 'none' || cards === 'sections') return undefined;
  if (cards === 'without-picture' && picture !== undefined) return undefined;
  const job = cardJob(edition, paperName(edition, language), direction(language), {
    page: articleAddress(facts, edition.rules),
    kind: 'article',
    opinion: isOpinion(data.kind),
    language,
    section: data.kicker ?? sectionName(edition, data.section, language),
    headline: data.social?.headline ?? data.headline,
    line: [bylineText(edition, row), formatDay(facts.published, timeZone, language)]
      .filter((part) => part !== '')
      .join(separator(language)),
    accent: edition.sections.get(data.section)?.data.accent,
    picture,
  });
  return edition.canDraw(job.view) ? job : undefined;
}

/** Whether a moment is written without a time: archives often know no more than the day. */
function isDay(written: string): boolean {
  return written.length === 'yyyy-mm-dd'.length;
}

/** Between byline and day: a mark of direction keeps the day's number off a name in another script. */
function separator(language: string): string {
  const mark = direction(language) === 'rtl' ? '\u200f' : '\u200e';
  return ` ${mark}·${mark} `;
}

function cardPicture(row: ArticleRow): PictureUse | undefined {
  return row.facts.socialImage ?? row.facts.lead;
}

/**
 * The image of shared links: the story's own card, else its own picture, else the card of its
 * section or front page.
 */
function sharedImage(edition: Edition, row: ArticleRow) {
  const card = articleCard(edition, row);
  const sharedPicture = card === undefined ? pictureView(edition, cardPicture(row)) : undefined;
  return {
    card:
      card ??
      (sharedPicture === undefined
        ? sharedCard(edition, row.facts.language, row.data.section)
        : undefined),
    sharedPicture,
  };
}

/** The view model of a story's page. */
export function articleView(
  edition: Edition,
  row: ArticleRow,
  body: ParsedBody,
  appeal?: { row: AppealRow; body: ParsedBody },
): ArticleView {
  const { data, facts } = row;
  const { language } = facts;
  const { publication, rules } = edition;
  const address = articleAddress(facts, rules);
  const section = sectionName(edition, data.section, language);
  const sectionAddress = listAddress({ kind: 'section', id: data.section }, language, rules);
  const translations = edition.translations.get(row.path) ?? [row];
  const related = relatedTo(edition, row);
  const older = inLanguage(edition, language).older.get(row.path);
  const modified = modifiedAt(row, edition);
  return {
    frame: frame(edition, {
      language,
      address,
      title: data.seoHeadline ?? data.headline,
      description: articleDescription(row),
      alternates: translations.map((other) => ({
        language: other.facts.language,
        address: articleAddress(other.facts, rules),
        noindex: !isIndexable(other),
      })),
      noindex: data.noindex || previewMark(edition, row) !== undefined,
      section: data.section,
      canonical: data.source?.url,
      ...sharedImage(edition, row),
      social: {
        title: data.social?.headline ?? data.headline,
        description: data.social?.description,
      },
      article: {
        published: isoWithOffset(facts.published, publication.timeZone),
        modified: isoWithOffset(modified, publication.timeZone),
        authors: authorNames(edition, row),
        section,
        tags: facts.topics.map((topic) => topicName(edition, topic, language)),
      },
      fediverse: (data.authors ?? []).flatMap(
        (id) => edition.authors.get(id)?.data.fediverse ?? [],
      ),
      jsonLd: [
        storyJsonLd(edition, row, body),
        breadcrumbs([
          {
            name: paperName(edition, language),
            url: pageUrl(edition, frontAddress(language, rules)),
          },
          { name: section, url: pageUrl(edition, sectionAddress) },
          { name: data.headline, url: pageUrl(edition, address) },
        ]),
      ],
    }),
    kind: data.kind,
    opinion: isOpinion(data.kind),
    textLanguage: data.language ?? language,
    section: {
      id: data.section,
      label: section,
      address: sectionAddress,
    },
    kicker: data.kicker ?? section,
    headline: data.headline,
    standfirst: data.standfirst,
    byline: data.byline === undefined ? bylineNames(edition, row) : [],
    unsigned: data.byline,
    dateline: data.dateline,
    published: { ...momentView(edition, facts.published), dayOnly: isDay(data.published) },
    updated: modified > facts.published ? momentView(edition, modified) : undefined,
    readingMinutes:
      data.kind === 'live' ? 0 : Math.max(1, Math.round(facts.words / WORDS_PER_MINUTE)),
    long: data.kind !== 'live' && facts.words >= LONG_READ,
    lead: pictureView(edition, facts.lead),
    body: bodyHtml(edition, articlePlace(edition, row), body, row),
    live:
      data.kind === 'live'
        ? { ended: facts.live?.end !== undefined && facts.live.end <= edition.at }
        : undefined,
    corrections: shownCorrections(row, edition)
      .filter(({ placed }) => !placed)
      .map((correction) => ({
        kind: correction.kind,
        date: momentView(edition, correction.date),
        text: correction.text,
      })),
    series: seriesOf(edition, row),
    translations: translations
      .filter((other) => other.path !== row.path)
      .map((other) => ({
        language: other.facts.language,
        dir: direction(other.facts.language),
        headline: other.data.headline,
        address: articleAddress(other.facts, rules),
      })),
    topics: facts.topics.map((topic) => ({
      label: topicName(edition, topic, language),
      address: listAddress({ kind: 'topic', id: topic.slug }, language, rules),
    })),
    related: related.map((other) => teaser(edition, other)),
    older: older === undefined || related.includes(older) ? undefined : teaser(edition, older),
    source: data.source,
    sponsor:
      data.sponsor === undefined ? undefined : { name: data.sponsor.name, url: data.sponsor.url },
    review:
      data.review === undefined ? undefined : { of: data.review.of, rating: data.review.rating },
    appeal:
      appeal === undefined ? undefined : appealView(edition, appeal.row, appeal.body, address),
    mark: previewMark(edition, row),
  };
}

/** The desk's choice first, then the automatic one; each once, and at most as many as that has. */
function relatedTo(edition: Edition, row: ArticleRow): ArticleRow[] {
  const automatic = inLanguage(edition, row.facts.language).related.get(row.path) ?? [];
  const chosen = (row.data.related ?? []).flatMap((path) => edition.published.get(path) ?? []);
  const most = Math.max(4, chosen.length);
  return [...new Set([...chosen, ...automatic])].slice(0, most);
}

function seriesOf(edition: Edition, row: ArticleRow): ArticleView['series'] {
  const id = row.data.series;
  if (id === undefined) return undefined;
  const { language } = row.facts;
  const parts = [...(inLanguage(edition, language).bySeries.get(id) ?? [])].reverse();
  const at = parts.indexOf(row);
  const link = (other: ArticleRow | undefined): LinkView | undefined =>
    other === undefined
      ? undefined
      : {
          label: other.data.shortHeadline ?? other.data.headline,
          address: articleAddress(other.facts, edition.rules),
        };
  return {
    name: paperText(edition, edition.series.get(id)?.data.name, language) ?? id,
    address: listAddress({ kind: 'series', id }, language, edition.rules),
    previous: link(parts[at - 1]),
    next: link(parts[at + 1]),
  };
}

function storyJsonLd(edition: Edition, row: ArticleRow, body: ParsedBody): object {
  const { data, facts } = row;
  const { language } = facts;
  const { timeZone } = edition.publication;
  const url = pageUrl(edition, articleAddress(facts, edition.rules));
  const picture = pictureView(edition, facts.lead);
  const iso = (instant: number) => isoWithOffset(instant, timeZone);
  return articleJsonLd({
    kind: data.kind,
    headline: data.headline,
    description: articleDescription(row),
    url,
    images:
      picture === undefined
        ? []
        : [
            {
              url: assetUrl(edition, picture.fallback.address),
              width: picture.fallback.width,
              height: picture.fallback.height,
              caption: picture.caption,
              credit: picture.credit,
              licence: picture.licence,
            },
          ],
    published: iso(facts.published),
    modified: iso(modifiedAt(row, edition)),
    authors: bylineNames(edition, row).map(({ name, address }) => ({
      name,
      url: address === undefined ? undefined : pageUrl(edition, address),
    })),
    unsigned: data.byline,
    section: sectionName(edition, data.section, language),
    topics: facts.topics.map((topic) => topicName(edition, topic, language)),
    language: data.language ?? language,
    words: data.kind === 'live' ? 0 : facts.words,
    dateline: data.dateline,
    publisher: organizationFacts(edition, language),
    corrections: shownCorrections(row, edition).map((correction) => ({
      kind: correction.kind,
      date: iso(correction.date),
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
            start: iso(facts.live.start),
            end: facts.live.end === undefined ? undefined : iso(facts.live.end),
            updates: liveEntries(edition, row, body, url, iso),
          },
  });
}

function liveEntries(
  edition: Edition,
  row: ArticleRow,
  body: ParsedBody,
  url: string,
  iso: (instant: number) => string,
) {
  const facts = new Map(row.facts.updates.map((update) => [update.id, update]));
  const words = wordsFor(edition, row.facts.language);
  return updatesOf(edition, row, body).flatMap(({ id, text }) => {
    const update = facts.get(id);
    if (update === undefined) return [];
    return [
      {
        url: `${url}#${id}`,
        headline: update.headline ?? (cutAtSentence(text, row.facts.language, 110) || words.live),
        time: iso(update.time),
        text,
        author:
          update.author === undefined
            ? undefined
            : authorName(edition, update.author, row.facts.language),
      },
    ];
  });
}
