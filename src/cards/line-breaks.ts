/** Where a line of a headline may end. */

/** Text between two places where a line may end, with the spaces after it. */
export interface Word {
  start: number;
  /** After the last character that is not a space. */
  end: number;
  next: number;
}

/**
 * `phrases` keeps the words of Chinese and Japanese whole, with the particles behind them;
 * `characters` lets a line end between any two of theirs that the rules of their printers allow.
 */
export type Breaking = 'phrases' | 'characters';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Scripts whose characters stand in squares, without spaces between words. */
const SQUARE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u30fb\u30fc\uff01-\uff9f]/u;
/** Scripts whose words are told apart by a dictionary. */
const SPACELESS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Never at the beginning of a line. */
const NOT_FIRST =
  /^[!%),.:;?\]}¢°’”†‡›»·•‧℃‰′″…‥、。〃〉》」』】〕〗〙〛〞〟！％），．：；？］｝～〜｡｣､･・ーｰぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯ々〻ゝゞヽヾ‐‑–—―،؛؟۔।॥\u05be\u05c3]/u;
/** Never at the end of one. */
const NOT_LAST = /[([{‘“‹«„‚¿¡〈《「『【〔〖〘〚〝（［｛｢#№$£¥€＃＄￡￥]$/u;
const QUOTATION = /^[‘’“”«»‹›]/u;
/** Not parted from the same before it. */
const PAIRED = /^[…‥—―]$/u;
const CLAUSE_END = /^[、。，．！？；：」』】）〉》]$/u;
const DASH = /^[-‐–—/]$/u;
/** A hyphen behind more than one letter. */
const AFTER_DASH = /\p{L}{2}[-‐–—/]$/u;
const SPACE = /^[ \u3000]$/u;
const PARTICLE = /^\p{Script=Hiragana}+$/u;

/** The pieces of a text that stay whole, in order. */
export function lineWords(text: string, language: string, breaking: Breaking): Word[] {
  const pieces = [...graphemes.segment(text)];
  const stops = dictionaryStops(text, language, breaking);
  const isFrench = /^fr\b/iu.test(language);
  const words: Word[] = [];
  let start = 0;
  let end = 0;

  /** Whether a line may end between two graphemes; `word` goes up to there. */
  const mayEnd = (before: string, after: string, word: string): boolean => {
    if (SPACE.test(after) || after === '\u00a0' || before === '\u00a0') return false;
    if (SPACE.test(before)) {
      // Which way a quotation mark points after a space depends on the language.
      if (isFrench && (after === '»' || word.trimEnd().endsWith('«'))) return false;
      // A particle behind a Latin name is spaced in Japanese, and still belongs to it.
      if (
        breaking === 'phrases' &&
        PARTICLE.test(after) &&
        !SQUARE.test(word.trimEnd().slice(-1))
      ) {
        return false;
      }
      return QUOTATION.test(after) || !NOT_FIRST.test(after) || word.trim() === '';
    }
    if (NOT_FIRST.test(after) || NOT_LAST.test(before)) return false;
    if (stops.has(start + word.length)) return true;
    if (PAIRED.test(after) && before === after) return false;
    const isSquare = SQUARE.test(after);
    if (DASH.test(before) && /^\p{L}/u.test(after) && !isSquare) return AFTER_DASH.test(word);
    if (!isSquare && !SQUARE.test(before)) return false;
    return breaking === 'characters' || CLAUSE_END.test(before) || SQUARE.test(before) !== isSquare;
  };

  pieces.forEach(({ segment, index }, position) => {
    const before = pieces[position - 1]?.segment;
    if (before !== undefined && mayEnd(before, segment, text.slice(start, index))) {
      words.push({ start, end: Math.max(end, start), next: index });
      start = index;
    }
    if (!SPACE.test(segment)) end = index + segment.length;
  });
  if (text !== '') words.push({ start, end: Math.max(end, start), next: text.length });
  return words;
}

/** Beginnings of words that only a dictionary knows. */
function dictionaryStops(text: string, language: string, breaking: Breaking): Set<number> {
  const stops = new Set<number>();
  const isSquare = breaking === 'phrases' && SQUARE.test(text);
  if (!isSquare && !SPACELESS.test(text)) return stops;
  const locale = isSquare ? (/^(?:zh|ja|yue)\b/iu.test(language) ? language : 'zh') : 'th';
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  let before = '';
  for (const { segment, index } of segmenter.segment(text)) {
    const first = segment.charAt(0);
    if (
      SPACELESS.test(first) ||
      (isSquare && SQUARE.test(first) && beginsPhrase(segment, before))
    ) {
      stops.add(index);
    }
    before = segment;
  }
  return stops;
}

/** A particle or an ending belongs to the word before it, a counter to its number. */
function beginsPhrase(segment: string, before: string): boolean {
  if (before === '') return false;
  if (PARTICLE.test(segment)) return !SQUARE.test(before.slice(-1));
  return !/\p{N}$/u.test(before);
}

/** A one-letter Russian word does not end a line: it gets a space that does not break. */
export const glueSmallWords = (text: string): string =>
  text.replace(/(?<=^|[\s(«„“])([а-яёА-ЯЁ]) (?=\S)/gu, '$1\u00a0');
