import { describe, expect, it } from 'vitest';
import { plainText } from './parts.ts';

const faults = (text: string) =>
  plainText(100)
    .safeParse(text)
    .error?.issues.map(({ message }) => message) ?? [];

describe('plain text', () => {
  it.each([
    'Ice',
    '冰',
    'جليد',
    'बर्फ',
    '?',
    '2',
    '💥',
    '👩‍👩‍👧',
    '\u200fجليد\u200e',
    '  a  ',
    'می\u200cخواهم',
  ])('may be %s', (text) => {
    expect(faults(text)).toEqual([]);
  });

  it.each(['\u200b', '\u00ad', '\u2060\u200d', '\u3164', '\u2800', '\ufeff \u200e'])(
    'may not be invisible: %j',
    (text) => {
      expect(faults(text)).toEqual([expect.stringMatching(/nothing that is seen|is empty/)]);
    },
  );

  it.each([
    'a\u202eb',
    'a\u202db',
    'a\u0000b',
    'a\ufdd0b',
    'a\u{1fffe}b',
    'a\u{10ffff}b',
    'a\ud800b',
  ])('may not have a character that is none: %j', (text) => {
    expect(faults(text)).toEqual(['has control characters']);
  });

  it('that is empty is called so, once', () => {
    expect(faults(' ')).toEqual(['is empty']);
  });
});
