/** Pages of the newsroom's own; what is not found; what has moved. */
import { articleAddress, frontAddress, pageAddress } from '../../addresses.ts';
import { direction } from '../../locales/locales.ts';
import type { HeadTag } from '../../metadata/head.ts';
import { webPage } from '../../metadata/structured-data/pages.ts';
import type { PrintableBody } from '../../store/body/body.ts';
import type { CardRow } from '../../store/archive.ts';
import type { PageRow } from '../../store/rows.ts';
import { bodyHtml } from '../body.ts';
import { pageCard, sharedCard } from '../cards.ts';
import { paperName, wordsFor } from '../names.ts';
import { homeLanguage } from '../paper.ts';
import type { Paper } from '../paper.ts';
import type { Sheet } from '../sheet.ts';
import type { PageInputs } from '../unit.ts';
import { pageUrl } from '../urls.ts';
import type { NotFoundView, RedirectView, StaticPageView } from '../view.ts';
import { cutAtSentence } from '../words.ts';
import { frame } from './frame.ts';
import { siteUrl } from './site-data.ts';

/** A page of the newsroom’s own. */
export function staticPageView(
  sheet: Sheet,
  { links, page: ref, translations: others }: PageInputs,
  body: PrintableBody,
): StaticPageView {
  const { rules } = sheet;
  const page = sheet.page(ref);
  const { language, pictures } = page.facts;
  const addressOf = ({ facts }: PageRow) => pageAddress(facts.slug, facts.language, rules);
  const address = addressOf(page);
  const order = ({ facts }: PageRow) => rules.languages.indexOf(facts.language);
  const translations = [page, ...others.map((other) => sheet.page(other))].sort(
    (a, b) => order(a) - order(b),
  );
  const described = page.data.description ?? page.facts.firstParagraph;
  const description = described === '' ? undefined : cutAtSentence(described, language);
  const home = homeLanguage(sheet, language);
  return {
    frame: frame(sheet, {
      language,
      address,
      title: page.data.title,
      description,
      noindex: page.data.noindex,
      alternates: translations.map((other) => ({
        language: other.facts.language,
        address: addressOf(other),
        noindex: other.data.noindex,
      })),
      card: pageCard(sheet, page) ?? sharedCard(sheet, home),
      jsonLd: [
        webPage({
          name: page.data.title,
          description,
          url: pageUrl(sheet, address),
          language,
          site: siteUrl(sheet, language),
        }),
      ],
    }),
    title: page.data.title,
    body: bodyHtml(sheet, { language, address, pictures, links }, body),
    translations: translations
      .filter((other) => other !== page)
      .map((other) => ({
        language: other.facts.language,
        dir: direction(other.facts.language),
        headline: other.data.title,
        address: addressOf(other),
      })),
  };
}

/** The page for addresses that do not exist; served at any depth. */
export function notFoundView(paper: Paper): NotFoundView {
  const { rules } = paper;
  const language = rules.defaultLanguage;
  return {
    frame: frame(paper, {
      language,
      address: '/404.html',
      title: wordsFor(paper, language).notFound,
      description: undefined,
      noindex: true,
      alternates: [],
      trail: null,
    }),
    primary: pageUrl(paper, frontAddress(language, rules)),
    homes: paper.languages.map((one) => ({
      language: one.language,
      words: wordsFor(paper, one.language).language,
      address: frontAddress(one.language, rules),
    })),
  };
}

/**
 * The page left at a former address of a story: many who show a preview of a link read the page at
 * its address and go no further, so it has the preview tags of the story's own head.
 */
export function redirectView(
  paper: Paper,
  { data, facts }: { data: Pick<CardRow['data'], 'headline'>; facts: CardRow['facts'] },
  head: readonly HeadTag[],
): RedirectView {
  const { language } = facts;
  const target = articleAddress(facts, paper.rules);
  return {
    language,
    dir: direction(language),
    words: wordsFor(paper, language).language,
    paper: paperName(paper, language),
    target,
    canonical: pageUrl(paper, target),
    headline: data.headline,
    preview: head.flatMap((one) =>
      one.tag === 'meta' && isOfPreview(one.attrs) ? [one.attrs] : [],
    ),
  };
}

function isOfPreview({ name, property }: Record<string, string>): boolean {
  return /^(?:og|twitter):/.test(property ?? name ?? '');
}
