import { describe, expect, it } from 'vitest';

import { embeddingLevels, visualOrder } from './bidi.ts';

/** The text as it stands on paper from left to right, without mirroring of brackets. */
function onPaper(text: string, direction: 'ltr' | 'rtl'): string {
  const levels = embeddingLevels(text, direction);
  let index = 0;
  const units = Array.from(text).map((unit) => {
    const level = levels[index] ?? 0;
    index += unit.length;
    return { unit, level };
  });
  return visualOrder(units)
    .map(({ unit }) => unit)
    .join('');
}

// Hebrew letters stand for “right to left”, so that the expected order can be read.
describe('text of two directions', () => {
  it.each<[string, string, 'ltr' | 'rtl', string]>([
    ['turns a word round', 'אבג', 'rtl', 'גבא'],
    ['keeps a name of two words in order', 'אב Apple Inc גד', 'rtl', 'דג Apple Inc בא'],
    ['keeps a number after a name beside it', 'אב iPhone 17 גד', 'rtl', 'דג iPhone 17 בא'],
    ['keeps a percentage together in Hebrew', 'ב 10%', 'rtl', '10% ב'],
    ['puts the sign on the far side of a number in Arabic', 'م 10%', 'rtl', '%10 م'],
    ['keeps an Arabic date in order', 'م ١٤/١١', 'rtl', '١٤/١١ م'],
    ['gives brackets the direction of the line', 'א (BC)', 'rtl', ')BC( א'],
    ['keeps a quotation inside a Latin sentence', 'He said אב גד.', 'ltr', 'He said דג בא.'],
    ['does not move Latin alone', 'Ice, 2025', 'ltr', 'Ice, 2025'],
    ['counts a fraction among signs', 'א ½ ב', 'rtl', 'ב ½ א'],
    ['joins a lengthened word', 'abc ـم', 'ltr', 'abc مـ'],
    ['turns a currency of Arabic letters with them', 'م ﷼', 'rtl', '﷼ م'],
    ['keeps a picture between words', 'אב 🔥 גד', 'rtl', 'דג 🔥 בא'],
    ['obeys a mark of direction', 'א C++\u200e', 'rtl', 'C++\u200e א'],
  ])('%s', (_title, text, direction, expected) => {
    expect(onPaper(text, direction)).toBe(expected);
  });
});
