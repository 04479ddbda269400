/** The languages in which the press has words of its own, and what is known of any other. */
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { capitalise, primary, scriptOf } from './format.ts';
import { fr } from './fr.ts';
import type { Locale } from './locale.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

const LOCALES: ReadonlyMap<string, Locale> = new Map(
  [en, ru, uk, de, fr, es, ar, fa].map((locale) => [locale.language.toLowerCase(), locale]),
);

/** Tags of the languages that the press speaks. */
export const LOCALE_LANGUAGES: readonly string[] = [...LOCALES.values()].map(
  ({ language }) => language,
);

/** Scripts in use that run from right to left. */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Gara',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Syre',
  'Syrj',
  'Syrn',
  'Thaa',
  'Yezi',
]);

/** The words for a language: its own, its base language's, those of `fallback`, else English. */
export function localeFor(language: string, fallback: string): Locale {
  return own(language) ?? own(fallback) ?? en;
}

/** Whether the press has words for a language or its base language. */
export function hasLocale(language: string): boolean {
  return own(language) !== undefined;
}

function own(language: string): Locale | undefined {
  return LOCALES.get(language.toLowerCase()) ?? LOCALES.get(primary(language));
}

/** Which way a language is written. */
export function direction(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(scriptOf(language) ?? '') ? 'rtl' : 'ltr';
}

/**
 * The attributes of a text in one language that stands in a text of another; none where it is the
 * same. HTML takes no direction from `lang`, so both are said.
 */
export function languageMarks(
  language: string,
  around: string,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language === around ? {} : { lang: language, dir: direction(language) };
}

/** A language's name in itself, as it stands in a list: `Русский`, `Srpski (latinica)`. */
export function languageName(language: string): string {
  const exact = LOCALES.get(language.toLowerCase());
  if (exact !== undefined) return exact.name;
  try {
    const known = Intl.DisplayNames.supportedLocalesOf(language).length > 0;
    const names = new Intl.DisplayNames(known ? language : 'en', { type: 'language' });
    return capitalise(names.of(language) ?? language, language);
  } catch {
    return language;
  }
}
