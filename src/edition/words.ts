/** Texts that a paper may write once or once for each language. */
import type { Localized } from '../schema/parts.ts';

/** The text in a language, else in the default language, else in the first there is. */
export function textIn(text: Localized, language: string, defaultLanguage: string): string;
export function textIn(
  text: Localized | undefined,
  language: string,
  defaultLanguage: string,
): string | undefined;
export function textIn(
  text: Localized | undefined,
  language: string,
  defaultLanguage: string,
): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  return text[language] ?? text[defaultLanguage] ?? Object.values(text)[0];
}

/** The longest description that search results show whole, in characters. */
const LONGEST_DESCRIPTION = 300;

/**
 * A text cut for a description: whole where it is short, else at the end of a sentence, else at a
 * word with an ellipsis.
 */
export function cutAtSentence(
  text: string,
  language: string,
  longest = LONGEST_DESCRIPTION,
): string {
  const clean = text.replace(/\s+/gu, ' ').trim();
  if (clean.length <= longest) return clean;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(
    clean,
  )) {
    if ((kept + segment).trimEnd().length > longest) break;
    kept += segment;
  }
  if (kept.trim().length >= 60) return kept.trim();
  let words = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(clean)) {
    if (words.length + segment.length > longest - 1) break;
    words += segment;
  }
  return `${words.replace(/[\s\p{P}]+$/u, '')}…`;
}
