/** What search is told of a page in other languages; heads and sitemaps say the same. */
import type { Paper } from '../paper.ts';
import { pageUrl } from '../urls.ts';

/** A page in one of the languages. */
export interface Alternate {
  language: string;
  address: string;
}

/**
 * The `hreflang` links of a page that stands in these languages, itself included: one for each, and
 * `x-default` for everyone else, which is the page in the default language, or the first where it
 * has none. Empty for a page that stands alone.
 *
 * Source: https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export function hreflangLinks(
  paper: Paper,
  alternates: readonly Alternate[],
): { language: string; url: string }[] {
  if (alternates.length < 2) return [];
  const { defaultLanguage } = paper.rules;
  const links = alternates.map(({ language, address }) => ({
    language,
    url: pageUrl(paper, address),
  }));
  const fallback = links.find(({ language }) => language === defaultLanguage) ?? links[0];
  return [...links, ...(fallback === undefined ? [] : [{ ...fallback, language: 'x-default' }])];
}
