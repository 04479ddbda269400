/** Static and standing pages: about, corrections, feeds; what is not found; what has moved. */
import { articleAddress, frontAddress, pageAddress, redirectFile } from '../../addresses.ts';
import { direction } from '../../locales/locales.ts';
import { breadcrumbs } from '../../metadata/structured-data.ts';
import type { ParsedBody } from '../../store/body/body.ts';
import type { ArticleRow, PageRow } from '../../store/rows.ts';
import { bodyHtml } from '../body.ts';
import { homeLanguage, inLanguage, newestFirst, shownCorrections } from '../edition.ts';
import type { Edition } from '../edition.ts';
import { feedFacts } from '../feeds.ts';
import { assetUrl, pageUrl, paperName, wordsFor } from '../paper.ts';
import type {
  CorrectionsView,
  FeedsView,
  NotFoundView,
  RedirectView,
  StaticPageView,
} from '../view.ts';
import { cutAtSentence } from '../words.ts';
import { frame } from './frame.ts';
import { sharedCard } from './lists.ts';
import { momentView } from './teaser.ts';

/** A page of the newsroom’s own. */
export function staticPageView(edition: Edition, page: PageRow, body: ParsedBody): StaticPageView {
  const { rules } = edition;
  const { language, slug, file } = page.facts;
  const address = pageAddress(slug, language, rules);
  const translations = edition.pageTranslations.get(page.path) ?? [page];
  const described = page.data.description ?? page.facts.firstParagraph;
  return {
    frame: frame(edition, {
      language,
      address,
      title: page.data.title,
      description: described === '' ? undefined : cutAtSentence(described, language),
      noindex: page.data.noindex,
      alternates: translations.map(({ data, facts }) => ({
        language: facts.language,
        address: pageAddress(facts.slug, facts.language, rules),
        noindex: data.noindex,
      })),
      card: sharedCard(edition, homeLanguage(edition, language)),
      jsonLd: [
        breadcrumbs([
          {
            name: paperName(edition, language),
            url: pageUrl(edition, frontAddress(homeLanguage(edition, language), rules)),
          },
          { name: page.data.title, url: pageUrl(edition, address) },
        ]),
      ],
    }),
    title: page.data.title,
    body: bodyHtml(edition, { file, language, address, pictures: page.facts.pictures }, body),
    translations: translations
      .filter((other) => other.path !== page.path)
      .map(({ data, facts }) => ({
        language: facts.language,
        dir: direction(facts.language),
        headline: data.title,
        address: pageAddress(facts.slug, facts.language, rules),
      })),
  };
}

/** The frame of a standing page, which every language with stories has. */
function standingFrame(
  edition: Edition,
  language: string,
  name: 'corrections' | 'feeds',
  title: string,
) {
  return frame(edition, {
    language,
    address: pageAddress(name, language, edition.rules),
    title,
    description: undefined,
    alternates: edition.languages.map((one) => ({
      language: one.language,
      address: pageAddress(name, one.language, edition.rules),
    })),
    card: sharedCard(edition, language),
  });
}

/** Every correction of a language, newest first. */
export function correctionsView(
  edition: Edition,
  language: string,
  intro: string | undefined,
): CorrectionsView {
  const corrections = inLanguage(edition, language).stories.flatMap((row) =>
    shownCorrections(row, edition).map((correction) => ({ row, correction })),
  );
  corrections.sort((a, b) => b.correction.date - a.correction.date || newestFirst(a.row, b.row));
  return {
    frame: standingFrame(edition, language, 'corrections', wordsFor(edition, language).corrections),
    intro,
    corrections: corrections.map(({ row, correction }) => ({
      kind: correction.kind,
      date: momentView(edition, correction.date),
      text: correction.text,
      headline: row.data.headline,
      address: articleAddress(row.facts, edition.rules),
    })),
  };
}

/** The page about the paper's feeds. */
export function feedsView(
  edition: Edition,
  language: string,
  intro: string | undefined,
): FeedsView {
  const words = wordsFor(edition, language);
  return {
    frame: standingFrame(edition, language, 'feeds', words.feeds),
    intro,
    feeds: feedFacts(edition, language).map((feed) => ({
      title: feed.title(words),
      address: feed.address,
      url: assetUrl(edition, feed.address),
    })),
  };
}

/** The page for addresses that do not exist; served at any depth. */
export function notFoundView(edition: Edition): NotFoundView {
  const { rules } = edition;
  const language = rules.defaultLanguage;
  return {
    frame: frame(edition, {
      language,
      address: '/404.html',
      title: wordsFor(edition, language).notFound,
      description: undefined,
      noindex: true,
      alternates: [],
    }),
    primary: pageUrl(edition, frontAddress(language, rules)),
    homes: edition.languages.map((one) => ({
      language: one.language,
      dir: direction(one.language),
      words: wordsFor(edition, one.language).language,
      address: frontAddress(one.language, rules),
    })),
  };
}

/** A file to leave where a story once was. */
export interface Redirect {
  file: string;
  row: ArticleRow;
}

/** The redirects of published stories. */
export function redirects(edition: Edition): Redirect[] {
  return [...edition.published.values()].flatMap((row) =>
    (row.data.redirectFrom ?? []).flatMap((from) => {
      const file = redirectFile(from);
      return typeof file === 'string' ? [{ file, row }] : [];
    }),
  );
}

/** The page left at a former address of a story. */
export function redirectView(edition: Edition, { row }: Redirect): RedirectView {
  const { language } = row.facts;
  const target = articleAddress(row.facts, edition.rules);
  return {
    language,
    dir: direction(language),
    words: wordsFor(edition, language).language,
    paper: paperName(edition, language),
    target,
    canonical: pageUrl(edition, target),
    headline: row.data.headline,
  };
}
