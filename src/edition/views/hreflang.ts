/** What search is told of a page in other languages; heads and sitemaps say the same. */
import type { Paper } from '../paper.ts';
import { pageUrl } from '../urls.ts';

/** A page in one of the languages. */
export interface Alternate {
  /** Of its place in the paper. */
  language: string;
  /** Of its text, where it is another. */
  textLanguage?: string | undefined;
  address: string;
}

/** The language that readers of it need. */
export function spokenLanguage({ language, textLanguage = language }: Alternate): string {
  return textLanguage;
}

/**
 * The `hreflang` links of the page at an address that stands in these languages, itself included: one
 * for each, and `x-default` for everyone else, which is the page in the default language, or the first
 * where it has none. Of two texts in one language the one in its own place is named. Empty for a page
 * that stands alone, and for one that is not named itself.
 *
 * Source: https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export function hreflangLinks(
  paper: Paper,
  address: string,
  alternates: readonly Alternate[],
): { language: string; url: string }[] {
  const named = new Map<string, Alternate>();
  for (const one of alternates) {
    const spoken = spokenLanguage(one);
    if (!named.has(spoken) || spoken === one.language) named.set(spoken, one);
  }
  const pages = [...named.values()];
  if (pages.length < 2 || !pages.some((one) => one.address === address)) return [];
  const { defaultLanguage } = paper.rules;
  const fallback = pages.find(({ language }) => language === defaultLanguage) ?? pages[0];
  return [
    ...[...named].map(([language, one]) => ({ language, url: pageUrl(paper, one.address) })),
    ...(fallback === undefined
      ? []
      : [{ language: 'x-default', url: pageUrl(paper, fallback.address) }]),
  ];
}
