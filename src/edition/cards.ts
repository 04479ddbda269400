/** Which pages have a drawn social image, what it shows, and where it is. */
import {
  articleAddress,
  cardAddress,
  frontAddress,
  listAddress,
  pageAddress,
} from '../addresses.ts';
import type { StandingPage } from '../addresses.ts';
import { CARD_HEIGHT, CARD_WIDTH, cardDigest, cardType } from '../cards/card.ts';
import type { CardKind, CardPicture, CardView } from '../cards/card.ts';
import { direction } from '../locales/locales.ts';
import type { CardImage } from '../metadata/head.ts';
import { isOpinion } from '../schema/article.ts';
import type { CardRow } from '../store/archive.ts';
import type { PageRow, PictureUse } from '../store/rows.ts';
import { retractionOf } from './as-of.ts';
import type { StoryAsOf } from './as-of.ts';
import { bylineText } from './byline.ts';
import { paperName, paperText, sectionName, textLanguage, wordsFor } from './names.ts';
import type { Paper } from './paper.ts';
import type { Sheet } from './sheet.ts';
import type { ListInputs } from './unit.ts';
import { assetUrl } from './urls.ts';
import { subjectFacts } from './views/subject.ts';

/** A card to draw. */
export interface CardJob {
  address: string;
  digest: string;
  view: CardView;
  /** The picture in it, in the content folder. */
  picture: string | undefined;
  /** The face in it, in the content folder. */
  portrait: string | undefined;
}

/** What a card is made of; `cardJob` adds the paper's part. */
interface CardMatter {
  /** The address of the page that it stands for. */
  page: string;
  kind: CardKind;
  /** The language of the paper. */
  language: string;
  /** The language of the headline, where it is another. */
  textLanguage?: string;
  headline: string;
  /** The small words above the headline. */
  section?: string | undefined;
  /** The words under it. */
  line?: string | undefined;
  mark?: string | undefined;
  accent?: string | undefined;
  picture?: PictureUse | undefined;
  /** Goes before a picture. */
  portrait?: PictureUse | undefined;
}

/** What decides which list a card stands for, and its words. */
type CardOfList = Pick<ListInputs, 'language' | 'namedBy' | 'subject'>;

/** The paper's own colour where `design.accent` says none. */
export const HOUSE_ACCENT = '#7a1f1f';

/** The card, where the publication wants it and the faces at hand can set it. */
function cardJob(sheet: Sheet, matter: CardMatter): CardJob | undefined {
  const { accent, headline, kind, language, line = '', mark, portrait, section = '' } = matter;
  const { textLanguage: spoken = language } = matter;
  const picture = portrait === undefined ? matter.picture : undefined;
  const view: CardView = {
    kind,
    language: spoken,
    dir: direction(spoken),
    paper: paperName(sheet, language),
    section,
    headline,
    line,
    mark,
    accent: accent ?? sheet.publication.design?.accent ?? HOUSE_ACCENT,
    picture: shown(picture),
    portrait: shown(portrait),
  };
  if (!isWanted(sheet, kind) || !sheet.canDraw(view)) return undefined;
  return {
    address: cardAddress(matter.page, cardType(view) === 'image/png' ? 'png' : 'jpg'),
    digest: cardDigest(view, sheet.drawingVersion),
    view,
    picture: picture?.file,
    portrait: portrait?.file,
  };
}

function shown(use: PictureUse | undefined): CardPicture | undefined {
  return use === undefined ? undefined : { digest: use.digest, focus: use.focus ?? [0.5, 0.5] };
}

/** Whether `cards` in `publication.yaml` wants cards of a kind. */
function isWanted({ publication: { cards } }: Pick<Paper, 'publication'>, kind: CardKind): boolean {
  if (cards === 'none') return false;
  return cards !== 'sections' || kind === 'section' || kind === 'front';
}

/** The picture of a story's card, or of its shared links where it has no card. */
export function cardPicture({ facts }: Pick<CardRow, 'facts'>): PictureUse | undefined {
  return facts.socialImage ?? facts.lead;
}

/** The card of a story. A live report says that it is one until it has ended. */
export function storyCard(sheet: Sheet, row: StoryAsOf): CardJob | undefined {
  const { data, facts } = row;
  const { language, live } = facts;
  const picture = cardPicture(row);
  if (sheet.publication.cards === 'without-picture' && picture !== undefined) return undefined;
  const isVoice = isOpinion(data.kind);
  const isRunning = live !== undefined && live.end === undefined;
  return cardJob(sheet, {
    page: articleAddress(facts, sheet.rules),
    kind: isVoice ? 'opinion' : data.kind === 'live' ? 'live' : 'article',
    language,
    textLanguage: textLanguage(row),
    section: storyLabel(sheet, row),
    headline: data.social?.headline ?? data.headline,
    line: isVoice ? voiceName(sheet, row) : '',
    mark: isRunning ? wordsFor(sheet, language).live : undefined,
    accent: sheet.sections[data.section]?.accent,
    picture,
    portrait: isVoice ? voicePortrait(sheet, row) : undefined,
  });
}

/** The small words: what nobody may overlook goes before the kicker. */
function storyLabel(sheet: Sheet, row: StoryAsOf): string {
  const { data, facts } = row;
  const { language } = facts;
  const words = wordsFor(sheet, language);
  if (retractionOf(row) !== undefined) return words.correctionKinds.retraction;
  if (data.kind === 'sponsored') return words.kinds.sponsored;
  return data.kicker ?? sectionName(sheet, data.section, language);
}

/** Who speaks; the paper itself stands on the nameplate already. */
function voiceName(sheet: Sheet, row: StoryAsOf): string {
  const name = bylineText(sheet, row);
  return name === paperName(sheet, row.facts.language) ? '' : name;
}

/**
 * Whose opinion it is: the face of its only author, as several names under one face would mislead.
 * A picture that the desk chose for the card goes before it.
 */
function voicePortrait(sheet: Sheet, { data, facts }: StoryAsOf): PictureUse | undefined {
  const [author, second] = data.authors ?? [];
  if (author === undefined || second !== undefined || data.byline !== undefined) return undefined;
  return facts.socialImage === undefined ? sheet.author(author)?.picture : undefined;
}

/** The card of a section, topic, author or series: of its index and of its older pages. */
export function listCard(sheet: Sheet, inputs: CardOfList): CardJob | undefined {
  const { language, subject } = inputs;
  const { id, kind } = subject;
  const { author, description, title } = subjectFacts(sheet, inputs);
  const words = wordsFor(sheet, language);
  const common = {
    page: listAddress(subject, language, sheet.rules),
    kind,
    language,
    headline: title,
  };
  if (kind === 'author') {
    return cardJob(sheet, {
      ...common,
      section: author?.role,
      portrait: sheet.author(id)?.picture,
    });
  }
  return cardJob(sheet, {
    ...common,
    section: { section: undefined, series: words.series, topic: words.topic }[kind],
    line: description,
    accent: kind === 'section' ? sheet.sections[id]?.accent : undefined,
    picture: sheet[kind](id)?.picture,
  });
}

/** The card of a section, which its stories show where they have none. */
function sectionCard(sheet: Sheet, language: string, id: string): CardJob | undefined {
  return listCard(sheet, { language, subject: { kind: 'section', id }, namedBy: null });
}

/** The card of the front page of a language. */
export function frontCard(sheet: Sheet, language: string): CardJob | undefined {
  return cardJob(sheet, {
    page: frontAddress(language, sheet.rules),
    kind: 'front',
    language,
    headline: paperText(sheet, sheet.publication.description, language) ?? '',
  });
}

/** The card of a page of the newsroom's own. */
export function pageCard(sheet: Sheet, { data, facts }: PageRow): CardJob | undefined {
  const { language, slug } = facts;
  return cardJob(sheet, {
    page: pageAddress(slug, language, sheet.rules),
    kind: 'page',
    language,
    headline: data.title,
    line: data.description,
  });
}

/** The card of a standing page; the archive's is that of its months too. */
export function standingCard(
  sheet: Sheet,
  language: string,
  name: StandingPage,
): CardJob | undefined {
  return cardJob(sheet, {
    page: pageAddress(name, language, sheet.rules),
    kind: 'page',
    language,
    headline: wordsFor(sheet, language)[name],
  });
}

/**
 * The social image of a page that has none of its own: its section's, else the front page's, else
 * that of the default language; the first of them that is drawn.
 */
export function sharedCard(sheet: Sheet, language: string, section?: string): CardJob | undefined {
  return (
    (section === undefined ? undefined : sectionCard(sheet, language, section)) ??
    frontCard(sheet, language) ??
    frontCard(sheet, sheet.rules.defaultLanguage)
  );
}

/** The card as a page's head names it. */
export function cardImage(paper: Paper, { address, digest, view }: CardJob): CardImage {
  return {
    url: `${assetUrl(paper, address)}?v=${digest}`,
    type: cardType(view),
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    alt: cardAlt(paper, view),
  };
}

/** What a card says, for those who do not see it. */
function cardAlt(
  paper: Paper,
  { headline, kind, language, line, mark, ...view }: CardView,
): string {
  const besides = (texts: readonly (string | undefined)[]) =>
    texts.filter((text) => text !== undefined && text !== '').join(' — ');
  switch (kind) {
    case 'article':
    case 'opinion':
    case 'live':
      return besides([mark, wordsFor(paper, language).cardAlt(headline, view.paper), line]);
    case 'front':
      return besides([view.paper, headline]);
    default:
      return besides([headline, view.section, view.paper]);
  }
}
