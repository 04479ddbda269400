/** What the paper is called and where it is, in each language. */
import { canonicalUrl } from '../addresses.ts';
import { localeFor } from '../locales/locales.ts';
import type { Locale } from '../locales/locale.ts';
import type { Edition } from './edition.ts';
import { textIn } from './words.ts';

/** The words of the press for a page in `language`. */
export function wordsFor(edition: Pick<Edition, 'publication'>, language: string): Locale {
  return localeFor(language, edition.publication.defaultLanguage);
}

/** A text of the paper in a language of the paper. */
export function paperText(
  edition: Pick<Edition, 'publication'>,
  text: Parameters<typeof textIn>[0],
  language: string,
): string | undefined {
  return textIn(text, language, edition.publication.defaultLanguage);
}

/** The name of the paper in a language. */
export function paperName(edition: Pick<Edition, 'publication'>, language: string): string {
  return textIn(edition.publication.name, language, edition.publication.defaultLanguage);
}

/** The absolute address of a page on the primary origin, in its canonical form. */
export function pageUrl(
  edition: Pick<Edition, 'content' | 'publication'>,
  address: string,
): string {
  return canonicalUrl(edition.content.publication.origin, address, edition.publication.canonical);
}
