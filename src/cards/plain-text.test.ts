import { describe, expect, it } from 'vitest';

import { plainText } from './plain-text.ts';

describe('the text of a card', () => {
  it.each([
    ['loses overrides of direction', 'a\u202eb\u202c\u2066c\u2069', 'abc'],
    ['loses controls and line breaks', 'a\u0000b\r\n\tc', 'a b c'],
    ['loses half characters and private ones', 'a\ud800b\ue000c', 'abc'],
    ['loses pictures of all kinds', 'Ferry ⛴️ 🇱🇻 👨‍👩‍👧 ❤️ 👍🏽 strike', 'Ferry strike'],
    ['keeps digits, signs and marks of trade', '#1 3 © ™ ½ → €', '#1 3 © ™ ½ → €'],
    ['keeps the digit of a keycap', '3️⃣ things', '3 things'],
    ['keeps the joiners that Persian and Hindi spell with', 'می‌شود क्‍ष', 'می‌شود क्‍ष'],
    ['keeps marks of direction', 'C++\u200e', 'C++\u200e'],
    ['composes accents', 'Be\u0301la', 'Béla'],
    ['leaves markup alone, as words', '<b>&amp;</b>', '<b>&amp;</b>'],
  ])('%s', (_title, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('is never longer than could be drawn', () => {
    expect(plainText('🔥'.repeat(100_000))).toBe('');
    expect(plainText('x'.repeat(100_000)).length).toBeLessThan(2000);
  });
});
