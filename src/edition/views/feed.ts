/** A feed as data: what every format of it says. */
import {
  articleAddress,
  feedFolder,
  frontAddress,
  listAddress,
  pageAddress,
} from '../../addresses.ts';
import type { FeedList } from '../../addresses.ts';
import type { FeedCorrection, FeedIcon, FeedNote, FeedReview } from '../../feeds/feed.ts';
import type { Feed } from '../../feeds/formats.ts';
import { feedId } from '../../feeds/ids.ts';
import { formatDay } from '../../locales/format.ts';
import type { CorrectionAsOf, StoryAsOf } from '../as-of.ts';
import { feedHtml } from '../body.ts';
import type { StoryText } from '../body.ts';
import { feedStyleOf } from '../feeds.ts';
import { iconJob } from '../marks.ts';
import { isoOf } from '../moments.ts';
import { paperName, paperText, textLanguage, wordsFor } from '../names.ts';
import { fallbackJob, picturePrint, pictureView } from '../pictures.ts';
import type { Paper } from '../paper.ts';
import type { FeedPart } from '../print.ts';
import type { Sheet } from '../sheet.ts';
import type { FeedInputs } from '../unit.ts';
import { assetUrl, pageUrl } from '../urls.ts';
import { markedDescription } from './article-metadata.ts';
import { placedCorrections } from './correction.ts';
import { correctionItems } from './correction-items.ts';
import { feedAuthors, feedCategories } from './feed-names.ts';
import { feedTitle, titled } from './feed-title.ts';
import { subjectFacts } from './subject.ts';

/** The items of a feed of corrections, newest first. */
export function correctionsOf(sheet: Sheet, { stories }: FeedInputs): FeedPart[] {
  return stories
    .flatMap((ref) => correctionItems(sheet, sheet.story(ref)))
    .sort((a, b) => b.published - a.published);
}

/** What a feed says besides its items. */
export function feedView(sheet: Sheet, inputs: FeedInputs): Feed {
  const { language, list } = inputs;
  const { publication, rules } = sheet;
  return {
    id: feedId(publication.id, feedFolder(list, language, rules).slice(1)),
    home: pageUrl(sheet, homeOf(sheet, list, language)),
    ...wordsOf(sheet, inputs),
    language,
    publisher: {
      name: paperName(sheet, language),
      url: pageUrl(sheet, frontAddress(language, rules)),
    },
    icon: feedIcon(sheet, 32),
    logo: feedIcon(sheet, 512),
    hub: publication.feeds.hub,
    licence: publication.licence,
    style: feedStyleOf(list, language, rules),
    explanation: wordsFor(sheet, language).feedOpened,
  };
}

/** The page that a feed is of. */
function homeOf({ rules }: Paper, list: FeedList, language: string): string {
  switch (list.kind) {
    case 'paper':
      return frontAddress(language, rules);
    case 'corrections':
      return pageAddress('corrections', language, rules);
    case 'section':
    case 'topic':
    case 'author':
    case 'series':
      return listAddress(list, language, rules);
  }
}

function wordsOf(sheet: Sheet, inputs: FeedInputs): Pick<Feed, 'title' | 'description'> {
  const { language, list } = inputs;
  const about = paperText(sheet, sheet.publication.description, language) ?? '';
  if (list.kind === 'paper' || list.kind === 'corrections') {
    return { title: feedTitle(sheet, list, language), description: about };
  }
  const { title, description } = subjectFacts(sheet, { ...inputs, subject: list });
  return { title: titled(sheet, title, language), description: description ?? about };
}

function feedIcon(paper: Paper, size: 32 | 512): FeedIcon | undefined {
  const job = iconJob(paper, size);
  return job === undefined
    ? undefined
    : { url: assetUrl(paper, job.address), width: job.width, height: job.height };
}

/** A story as every feed shows it. */
export function feedItem(sheet: Sheet, text: StoryText): FeedPart {
  const { data, facts } = text.row;
  const { language } = facts;
  const { publication, rules } = sheet;
  const { retraction, below } = placedCorrections(text.row);
  return {
    id: feedId(publication.id, facts.identity),
    url: pageUrl(sheet, articleAddress(facts, rules)),
    title: data.headline,
    description: markedDescription(sheet, text.row),
    standfirst: data.standfirst,
    notesBefore: sponsorNote(sheet, text.row),
    picture: feedPicture(sheet, text.row),
    review: feedReview(sheet, text.row),
    html: feedHtml(sheet, text),
    retraction: retraction === undefined ? undefined : feedCorrection(sheet, language, retraction),
    corrections: below.map((correction) => feedCorrection(sheet, language, correction)),
    notesAfter: sourceNote(sheet, text.row),
    published: facts.published,
    modified: facts.modified,
    language: textLanguage(text.row),
    authors: feedAuthors(sheet, text.row),
    categories: feedCategories(sheet, text.row),
  };
}

function feedCorrection(
  sheet: Sheet,
  language: string,
  { date, kind, text }: CorrectionAsOf,
): FeedCorrection {
  return {
    label: wordsFor(sheet, language).correctionKinds[kind],
    date: formatDay(date, sheet.publication.timeZone, language),
    dateTime: isoOf(sheet, date),
    text,
  };
}

function feedPicture(sheet: Sheet, { facts }: StoryAsOf): FeedPart['picture'] {
  const view = pictureView(sheet, facts.lead);
  const [file] = fallbackJob(sheet, facts.lead);
  if (view === undefined || file === undefined) return undefined;
  const { alt, caption, credit, fallback, licence } = view;
  return {
    url: assetUrl(sheet, fallback.address),
    print: picturePrint(file),
    type: file.type,
    width: fallback.width,
    height: fallback.height,
    alt,
    caption,
    credit,
    licence,
  };
}

/** What a review is of, and its rating, in the words of the page. */
function feedReview(sheet: Sheet, { data, facts }: StoryAsOf): FeedReview | undefined {
  if (data.review === undefined) return undefined;
  const words = wordsFor(sheet, facts.language);
  const { of, rating } = data.review;
  return {
    label: words.reviewed,
    of,
    rating: rating === undefined ? undefined : words.rating(rating),
  };
}

/** Who paid for a story. */
function sponsorNote(sheet: Sheet, { data, facts }: StoryAsOf): FeedNote[] {
  if (data.sponsor === undefined) return [];
  const { paidForBy, sponsoredNote } = wordsFor(sheet, facts.language);
  const { name, url } = data.sponsor;
  return [{ label: paidForBy, name, url, more: sponsoredNote, paid: true }];
}

/** Who published it first. */
function sourceNote(sheet: Sheet, { data, facts }: StoryAsOf): FeedNote[] {
  if (data.source === undefined) return [];
  const { firstPublishedBy } = wordsFor(sheet, facts.language);
  return [{ label: firstPublishedBy, ...data.source, more: undefined }];
}
