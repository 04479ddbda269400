import { describe, expect, it } from 'vitest';

import { plainText } from './plain-text.ts';

describe('the text of a card', () => {
  it.each([
    ['loses overrides of direction', 'a\u202eb\u202c\u2066c\u2069', 'abc'],
    ['loses controls and line breaks', 'a\u0000b\r\n\tc', 'a b c'],
    ['loses half characters and private ones', 'a\ud800b\ue000c', 'abc'],
    ['keeps pictures whole', 'Ferry ⛴️ 🇱🇻 👨‍👩‍👧 ❤️ 👍🏽 3️⃣ strike', 'Ferry ⛴️ 🇱🇻 👨‍👩‍👧 ❤️ 👍🏽 3️⃣ strike'],
    [
      'keeps the tags of a flag',
      'The 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} vote',
      'The 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} vote',
    ],
    ['loses selectors and tags that belong to no picture', 'a\ufe0fb\u{e0067}c', 'abc'],
    ['keeps digits, signs and marks of trade', '#1 3 © ™ ½ → €', '#1 3 © ™ ½ → €'],
    ['keeps the joiners that Persian and Hindi spell with', 'می‌شود क्‍ष', 'می‌شود क्‍ष'],
    ['keeps marks of direction', 'C++\u200e', 'C++\u200e'],
    ['composes accents', 'Be\u0301la', 'Béla'],
    ['leaves markup alone, as words', '<b>&amp;</b>', '<b>&amp;</b>'],
  ])('%s', (_title, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('is never longer than could be drawn', () => {
    expect(plainText('🔥'.repeat(100_000)).length).toBeLessThan(2000);
    expect(plainText('x'.repeat(100_000)).length).toBeLessThan(2000);
  });
});
