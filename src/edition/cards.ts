/** Which pages have a drawn social image, what it shows, and where it is. */
import { articleAddress, cardAddress, frontAddress, listAddress } from '../addresses.ts';
import { CARD_HEIGHT, CARD_WIDTH, cardDigest } from '../cards/card.ts';
import type { CardView } from '../cards/card.ts';
import { formatDay } from '../locales/format.ts';
import { direction } from '../locales/locales.ts';
import type { CardImage } from '../metadata/head.ts';
import { isOpinion } from '../schema/article.ts';
import type { CardRow } from '../store/archive.ts';
import type { PictureUse } from '../store/rows.ts';
import { bylineText } from './byline.ts';
import { paperName, paperText, sectionName, wordsFor } from './names.ts';
import type { Paper } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { assetUrl } from './urls.ts';

/** A card to draw. */
export interface CardJob {
  address: string;
  digest: string;
  view: CardView;
  /** The picture in it, in the content folder. */
  picture: string | undefined;
}

/** What a card is made of; `cardJob` adds the paper's part. */
interface CardMatter {
  /** The address of the page that it stands for. */
  page: string;
  kind: CardView['kind'];
  opinion?: boolean | undefined;
  language: string;
  section: string;
  headline: string;
  line: string;
  accent: string | undefined;
  picture?: PictureUse | undefined;
}

/** The paper's own colour where `design.accent` says none. */
export const HOUSE_ACCENT = '#7a1f1f';

function cardJob(paper: Paper, matter: CardMatter): CardJob {
  const { language, picture } = matter;
  const view: CardView = {
    kind: matter.kind,
    opinion: matter.opinion,
    language,
    dir: direction(language),
    paper: paperName(paper, language),
    section: matter.section,
    headline: matter.headline,
    line: matter.line,
    accent: matter.accent ?? paper.publication.design?.accent ?? HOUSE_ACCENT,
    picture:
      picture === undefined
        ? undefined
        : { digest: picture.digest, focus: picture.focus ?? [0.5, 0.5] },
  };
  return {
    address: cardAddress(matter.page, picture === undefined ? 'png' : 'jpg'),
    digest: cardDigest(view, paper.drawingVersion),
    view,
    picture: picture?.file,
  };
}

/** The picture of a story's card, or of its shared links where it has no card. */
export function cardPicture({ facts }: Pick<CardRow, 'facts'>): PictureUse | undefined {
  return facts.socialImage ?? facts.lead;
}

/** The card of a story, as `cards` in `publication.yaml` has it and the faces can set. */
export function storyCard(
  sheet: Sheet,
  { data, facts }: Pick<CardRow, 'data' | 'facts'>,
): CardJob | undefined {
  const { language } = facts;
  const { cards, timeZone } = sheet.publication;
  const picture = cardPicture({ facts });
  if (cards === 'none' || cards === 'sections') return undefined;
  if (cards === 'without-picture' && picture !== undefined) return undefined;
  const job = cardJob(sheet, {
    page: articleAddress(facts, sheet.rules),
    kind: 'article',
    opinion: isOpinion(data.kind),
    language,
    section: data.kicker ?? sectionName(sheet, data.section, language),
    headline: data.social?.headline ?? data.headline,
    line: [bylineText(sheet, { data, facts }), formatDay(facts.published, timeZone, language)]
      .filter((part) => part !== '')
      .join(separator(language)),
    accent: sheet.sections[data.section]?.accent,
    picture,
  });
  return sheet.canDraw(job.view) ? job : undefined;
}

/** Between byline and day: a mark of direction keeps the day's number off a name in another script. */
function separator(language: string): string {
  const mark = direction(language) === 'rtl' ? '\u200f' : '\u200e';
  return ` ${mark}·${mark} `;
}

/** The card of a section's front, if it is drawn. Topics, authors and series have the paper's. */
export function sectionCard(sheet: Sheet, language: string, id: string): CardJob | undefined {
  const section = sheet.section(id);
  return drawn(
    sheet,
    cardJob(sheet, {
      page: listAddress({ kind: 'section', id }, language, sheet.rules),
      kind: 'section',
      language,
      section: '',
      headline: sectionName(sheet, id, language),
      line: paperText(sheet, section?.data.description, language) ?? '',
      accent: section?.data.accent,
    }),
  );
}

/** The card of the front page of a language, if it is drawn. */
export function frontCard(sheet: Sheet, language: string): CardJob | undefined {
  return drawn(
    sheet,
    cardJob(sheet, {
      page: frontAddress(language, sheet.rules),
      kind: 'front',
      language,
      section: '',
      headline: paperText(sheet, sheet.publication.description, language) ?? '',
      line: '',
      accent: sheet.publication.design?.accent,
    }),
  );
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

function drawn(sheet: Sheet, job: CardJob): CardJob | undefined {
  return sheet.publication.cards !== 'none' && sheet.canDraw(job.view) ? job : undefined;
}

/** The card as a page's head names it. */
export function cardImage(paper: Paper, job: CardJob): CardImage {
  const words = wordsFor(paper, job.view.language);
  return {
    url: `${assetUrl(paper, job.address)}?v=${job.digest}`,
    type: job.picture === undefined ? 'image/png' : 'image/jpeg',
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    alt: words.cardAlt(job.view.headline, job.view.paper),
  };
}
