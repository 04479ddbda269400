/** What the units of standing and static pages are made of. */
import type { StandingPage } from '../../addresses.ts';
import type { PageRow } from '../../store/rows.ts';
import { storiesAt } from '../edition.ts';
import type { LanguageEdition } from '../edition.ts';
import { staticPages } from '../static-pages.ts';
import type { IntroductionInput, Unit } from '../unit.ts';
import type { Makers } from './makers.ts';

/** The archive, the corrections and the feeds of a language. */
export function* standingUnits(makers: Makers, own: LanguageEdition): Generator<Unit> {
  const { refs } = makers;
  const { language } = own;
  const introduction = (name: StandingPage) => introductionOf(makers, name, language);
  yield {
    key: `archive ${language}`,
    kind: 'archive',
    inputs: {
      language,
      introduction: introduction('archive'),
      months: [...own.byMonth.keys()],
    },
  };
  yield {
    key: `corrections ${language}`,
    kind: 'corrections',
    inputs: {
      language,
      introduction: introduction('corrections'),
      stories: storiesAt(own, own.corrected).map((entry) => refs.story(entry)),
    },
  };
  yield {
    key: `feeds ${language}`,
    kind: 'feeds',
    inputs: { language, introduction: introduction('feeds') },
  };
}

function introductionOf(
  { edition, links, refs }: Makers,
  name: StandingPage,
  language: string,
): IntroductionInput | null {
  const page = edition.archive.pages.find(({ path }) => path === `${language}/${name}`);
  if (page === undefined) return null;
  return {
    page: refs.row(`pages/${page.path}`),
    links: links.links(page.facts.links, page.facts.file),
  };
}

/** The newsroom's own pages. */
export function* pageUnits({ edition, links, refs }: Makers): Generator<Unit> {
  const ref = ({ path }: PageRow) => refs.row(`pages/${path}`);
  for (const page of staticPages(edition.archive.pages)) {
    yield {
      key: `page ${page.path}`,
      kind: 'page',
      inputs: {
        page: ref(page),
        translations: (edition.pageTranslations.get(page) ?? [])
          .filter((other) => other !== page)
          .map(ref),
        links: links.links(page.facts.links, page.facts.file),
      },
    };
  }
}
