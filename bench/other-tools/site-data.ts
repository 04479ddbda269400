/** What every page of another tool knows of the paper: names, labels, the publisher. */
import { toSlug } from '../../src/addresses.ts';
import { localeFor } from '../../src/locales/locales.ts';
import { LANGUAGES, SECTIONS } from '../archive/paper.ts';
import type { Language, Texts } from '../archive/paper.ts';
import type { Plan } from '../archive/plan.ts';

const PAPER: Texts = { en: 'The Skarne Record', ru: 'Скарнский вестник', ar: 'سجل سكارنه' };

const DESCRIPTION: Texts = {
  en: 'News of the coast and of the world, in three languages.',
  ru: 'Новости побережья и мира на трёх языках.',
  ar: 'أخبار الساحل والعالم بثلاث لغات.',
};

const LOCALES: Texts = { en: 'en_US', ru: 'ru_RU', ar: 'ar_EG' };

/** The data as it stands in `site.json` of a project. */
export function siteData(plan: Plan) {
  return {
    url: 'https://record.example/',
    navigation: SECTIONS.map(({ id }) => id),
    sections: Object.fromEntries(SECTIONS.map(({ id, name }) => [id, name])),
    authors: Object.fromEntries(plan.authors.map(({ id, name }) => [id, name])),
    topics: Object.fromEntries(
      LANGUAGES.flatMap(({ language }) => plan.topics[language]).map((name) => [
        name,
        toSlug(name),
      ]),
    ),
    kinds: kinds(),
    words: perLanguage(words),
    publisher: {
      '@type': 'NewsMediaOrganization',
      '@id': 'https://record.example/#publisher',
      name: PAPER.en,
      legalName: 'Skarne Record Society',
      url: 'https://record.example/',
      foundingDate: '2004-05-01',
      email: 'desk@record.example',
      ownershipFundingInfo: 'https://record.example/about.html',
    },
  };
}

function perLanguage<Value>(make: (language: Language) => Value): Record<Language, Value> {
  return { en: make('en'), ru: make('ru'), ar: make('ar') };
}

function words(language: Language) {
  const locale = localeFor(language, language);
  return {
    dir: language === 'ar' ? 'rtl' : 'ltr',
    locale: LOCALES[language],
    paper: PAPER[language],
    description: DESCRIPTION[language],
    skip: locale.skipToText,
    allStories: locale.allStories,
    by: locale.by,
    published: locale.published,
    updated: locale.updated,
    minutes: locale.readingTime(5).replace(/^\P{L}+/u, ''),
    corrections: locale.corrections,
    topics: locale.topics,
    related: locale.related,
    before: locale.before,
  };
}

/** Kinds that the press writes on a story; news are only news. */
function kinds(): Record<string, Texts> {
  const names = localeFor('en', 'en').kinds;
  return Object.fromEntries(
    Object.keys(names).map((kind) => [
      kind,
      perLanguage((language) => localeFor(language, language).kinds[kind as keyof typeof names]),
    ]),
  );
}
