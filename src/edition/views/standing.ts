/** The pages that every language with stories has: corrections, feeds; the frame of all of them. */
import { articleAddress, pageAddress } from '../../addresses.ts';
import type { StandingPage } from '../../addresses.ts';
import type { PrintableBody } from '../../store/body/body.ts';
import { bodyHtml } from '../body.ts';
import { sharedCard, standingCard } from '../cards.ts';
import { FEED_FORMATS } from '../../feeds/formats.ts';
import { collectionPage, webPage } from '../../metadata/structured-data/pages.ts';
import { FEED_LIST, feedFile, feedFiles } from '../feeds.ts';
import { wordsFor } from '../names.ts';
import { paperIn } from '../paper.ts';
import type { Sheet } from '../sheet.ts';
import type { CorrectionsInputs, FeedsInputs, IntroductionInput } from '../unit.ts';
import { assetUrl, pageUrl } from '../urls.ts';
import type { CorrectionsView, FeedsView, Frame } from '../view.ts';
import { correctionView } from './correction.ts';
import { feedTitle } from './feed-title.ts';
import type { KnownFeed } from './feed-title.ts';
import { frame } from './frame.ts';
import { siteUrl } from './site-data.ts';

/** The frame of a standing page. */
export function standingFrame(
  sheet: Sheet,
  language: string,
  name: StandingPage,
  title: string,
): Frame {
  const address = pageAddress(name, language, sheet.rules);
  const data = {
    name: title,
    description: undefined,
    url: pageUrl(sheet, address),
    language,
    site: siteUrl(sheet, language),
  };
  return frame(sheet, {
    language,
    address,
    title,
    description: undefined,
    alternates: sheet.languages.map((one) => ({
      language: one.language,
      address: pageAddress(name, one.language, sheet.rules),
    })),
    card: standingCard(sheet, language, name) ?? sharedCard(sheet, language),
    feed:
      name === 'corrections'
        ? { list: { kind: name }, title: feedTitle(sheet, { kind: name }, language) }
        : undefined,
    jsonLd: [name === 'feeds' ? webPage(data) : collectionPage(data)],
  });
}

/** The newsroom's words at the top of a standing page, as HTML. */
export function introHtml(
  sheet: Sheet,
  { page, links }: IntroductionInput,
  body: PrintableBody,
): string {
  const { language, pictures, slug } = sheet.page(page).facts;
  const address = pageAddress(slug, language, sheet.rules);
  return bodyHtml(sheet, { language, address, pictures, links }, body);
}

/** Every correction of a language, newest first. */
export function correctionsView(
  sheet: Sheet,
  { language, stories }: CorrectionsInputs,
  intro: string | undefined,
): CorrectionsView {
  const corrections = stories.flatMap((ref) => {
    const row = sheet.story(ref);
    return row.facts.corrections.map((correction) => ({ row, correction }));
  });
  corrections.sort((a, b) => b.correction.date - a.correction.date);
  return {
    frame: standingFrame(sheet, language, 'corrections', wordsFor(sheet, language).corrections),
    intro,
    corrections: corrections.map(({ row, correction }) => ({
      ...correctionView(sheet, row, correction),
      headline: row.data.headline,
      address: articleAddress(row.facts, sheet.rules),
    })),
  };
}

/** The page about the paper's feeds. */
export function feedsView(
  sheet: Sheet,
  { language }: FeedsInputs,
  intro: string | undefined,
): FeedsView {
  const lists: KnownFeed[] = [
    { kind: 'paper' },
    { kind: 'corrections' },
    ...paperIn(sheet, language).sections.map((id) => ({ kind: 'section', id }) as const),
  ];
  return {
    frame: standingFrame(sheet, language, 'feeds', wordsFor(sheet, language).feeds),
    intro,
    feeds: lists.map((list) => {
      const address = feedFile(list, language, sheet.rules);
      return {
        title: feedTitle(sheet, list, language),
        address,
        url: assetUrl(sheet, address),
        formats: feedFiles(list, language, sheet.rules)
          .filter(({ format }) => format !== 'rss')
          .map(({ format, address: other }) => ({
            label: FEED_FORMATS[format].name,
            address: other,
          })),
      };
    }),
    all: FEED_LIST,
  };
}
