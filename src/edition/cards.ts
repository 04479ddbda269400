/** Which pages have a drawn social image, what it shows, and where it is. */
import { cardAddress } from '../addresses.ts';
import { CARD_HEIGHT, CARD_WIDTH, cardDigest } from '../cards/card.ts';
import type { CardView } from '../cards/card.ts';
import type { CardImage } from '../metadata/head.ts';
import type { PictureUse } from '../store/rows.ts';
import type { Edition } from './edition.ts';
import { assetUrl, wordsFor } from './paper.ts';

/** A card to draw. */
export interface CardJob {
  address: string;
  digest: string;
  view: CardView;
  /** The picture in it, in the content folder. */
  picture: string | undefined;
}

/** What a card is made of; `cardJob` adds the paper's part. */
export interface CardMatter {
  /** The address of the page that it stands for. */
  page: string;
  kind: CardView['kind'];
  opinion?: boolean | undefined;
  language: string;
  section: string;
  headline: string;
  line: string;
  accent: string | undefined;
  picture: PictureUse | undefined;
}

/** The paper's own colour where `design.accent` says none. */
export const HOUSE_ACCENT = '#7a1f1f';

/** The card of a page, ready to draw. */
export function cardJob(
  edition: Pick<Edition, 'publication' | 'pictures' | 'drawingVersion'>,
  paper: string,
  dir: 'ltr' | 'rtl',
  matter: CardMatter,
): CardJob {
  const source =
    matter.picture === undefined ? undefined : edition.pictures.get(matter.picture.file);
  const view: CardView = {
    kind: matter.kind,
    opinion: matter.opinion,
    language: matter.language,
    dir,
    paper,
    section: matter.section,
    headline: matter.headline,
    line: matter.line,
    accent: matter.accent ?? edition.publication.design?.accent ?? HOUSE_ACCENT,
    picture:
      source === undefined
        ? undefined
        : { digest: source.digest, focus: matter.picture?.focus ?? [0.5, 0.5] },
  };
  return {
    address: cardAddress(matter.page, source === undefined ? 'png' : 'jpg'),
    digest: cardDigest(view, edition.drawingVersion),
    view,
    picture: source?.file,
  };
}

/** The card as a page's head names it. */
export function cardImage(
  edition: Pick<Edition, 'content' | 'publication'>,
  job: CardJob,
): CardImage {
  const words = wordsFor(edition, job.view.language);
  return {
    url: `${assetUrl(edition, job.address)}?v=${job.digest}`,
    type: job.picture === undefined ? 'image/png' : 'image/jpeg',
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    alt: words.cardAlt(job.view.headline, job.view.paper),
  };
}
