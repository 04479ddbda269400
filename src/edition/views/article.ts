/** The page of a story. */
import { articleAddress, fileUrl, frontAddress, listAddress } from '../../addresses.ts';
import { formatDay, formatNames } from '../../locales/format.ts';
import { direction } from '../../locales/locales.ts';
import { article as articleJsonLd, breadcrumbs } from '../../metadata/structured-data.ts';
import type { ParsedBody } from '../../store/body/body.ts';
import type { AppealRow, ArticleRow, PictureUse } from '../../store/rows.ts';
import { isoWithOffset } from '../../time.ts';
import { articlePlace, bodyHtml, updatesOf } from '../body.ts';
import { cardJob } from '../cards.ts';
import type { CardJob } from '../cards.ts';
import { isIndexable, modifiedAt, shownCorrections } from '../edition.ts';
import type { Edition } from '../edition.ts';
import { organizationFacts } from '../organization.ts';
import { pictureView } from '../pictures.ts';
import type { ArticleView, LinkView } from '../view.ts';
import { cutAtSentence } from '../words.ts';
import { frame } from './frame.ts';
import { pageUrl, paperName, paperText, wordsFor } from '../paper.ts';
import { sharedCard } from './lists.ts';
import { appealView } from './appeal.ts';
import { bylineNames, momentView, previewMark, teaser } from './teaser.ts';

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

/** The byline as plain text. */
export function bylineText(edition: Edition, row: ArticleRow): string {
  if (row.data.byline !== undefined) return row.data.byline;
  const names = bylineNames(edition, row).map(({ name }) => name);
  return formatNames(names, row.facts.language);
}

/** The drawn social image of a story, as `cards` in `publication.yaml` has it and the faces can set. */
export function articleCard(edition: Edition, row: ArticleRow): CardJob | undefined {
  const { data, facts } = row;
  const { language } = facts;
  const picture = cardPicture(row);
  const { cards, timeZone } = edition.publication;
  if (cards === 'none' || cards === 'sections') return undefined;
  if (cards === 'without-picture' && picture !== undefined) return undefined;
  const section = edition.sections.get(data.section);
  const job = cardJob(edition, paperName(edition, language), direction(language), {
    page: articleAddress(facts, edition.rules),
    kind: 'article',
    articleKind: data.kind,
    language,
    section: data.kicker ?? paperText(edition, section?.data.name, language) ?? data.section,
    headline: data.social?.headline ?? data.headline,
    line: [bylineText(edition, row), formatDay(facts.published, timeZone, language)]
      .filter((part) => part !== '')
      .join(separator(language)),
    accent: section?.data.accent,
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

/** The picture of a page's head: its own card, else its section's or the front page's. */
function headCard(edition: Edition, row: ArticleRow): CardJob | undefined {
  return articleCard(edition, row) ?? sharedCard(edition, row.facts.language, row.data.section);
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
  const own = edition.languages.find((one) => one.language === language);
  const address = articleAddress(facts, rules);
  const section = edition.sections.get(data.section);
  const sectionName = paperText(edition, section?.data.name, language) ?? data.section;
  const sectionAddress = listAddress({ kind: 'section', id: data.section }, language, rules);
  const translations = edition.translations.get(row.path) ?? [row];
  const related = relatedTo(edition, row);
  const older = own?.older.get(row.path);
  const modified = modifiedAt(row, edition);
  return {
    page: 'article',
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
      card: headCard(edition, row),
      social: {
        title: data.social?.headline ?? data.headline,
        description: data.social?.description,
      },
      article: {
        published: isoWithOffset(facts.published, publication.timeZone),
        modified: isoWithOffset(modified, publication.timeZone),
        authors: authorNames(edition, row),
        section: sectionName,
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
          { name: sectionName, url: pageUrl(edition, sectionAddress) },
          { name: data.headline, url: pageUrl(edition, address) },
        ]),
      ],
    }),
    kind: data.kind,
    textLanguage: data.language ?? language,
    section: {
      id: data.section,
      label: sectionName,
      address: sectionAddress,
      accent: section?.data.accent,
    },
    kicker: data.kicker ?? sectionName,
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
  const own = edition.languages.find((one) => one.language === row.facts.language);
  const automatic = own?.related.get(row.path) ?? [];
  const chosen = (row.data.related ?? []).flatMap((path) => edition.published.get(path) ?? []);
  const most = Math.max(4, chosen.length);
  return [...new Set([...chosen, ...automatic])].slice(0, most);
}

/** A topic as readers see it: as its file says, else as the story does. */
export function topicName(
  edition: Edition,
  topic: { slug: string; name: string },
  language: string,
): string {
  return paperText(edition, edition.topics.get(topic.slug)?.data.name, language) ?? topic.name;
}

/** Who a story is by, for machines; an unsigned piece has its plain byline. */
export function authorNames(edition: Edition, row: ArticleRow): string[] {
  if (row.data.byline !== undefined) return [row.data.byline];
  return bylineNames(edition, row).map(({ name }) => name);
}

function seriesOf(edition: Edition, row: ArticleRow): ArticleView['series'] {
  const id = row.data.series;
  const own = edition.languages.find((one) => one.language === row.facts.language);
  if (id === undefined || own === undefined) return undefined;
  const parts = [...(own.bySeries.get(id) ?? [])].reverse();
  const at = parts.indexOf(row);
  const link = (other: ArticleRow | undefined): LinkView | undefined =>
    other === undefined
      ? undefined
      : {
          label: other.data.shortHeadline ?? other.data.headline,
          address: articleAddress(other.facts, edition.rules),
        };
  const { language } = row.facts;
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
              url: fileUrl(edition.content.publication.origin, picture.fallback.address),
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
    section:
      paperText(edition, edition.sections.get(data.section)?.data.name, language) ?? data.section,
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
            : paperText(edition, edition.authors.get(update.author)?.data.name, row.facts.language),
      },
    ];
  });
}
