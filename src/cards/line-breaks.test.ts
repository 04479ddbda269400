import { describe, expect, it } from 'vitest';

import { type Breaking, glueSmallWords, lineWords } from './line-breaks.ts';

/** The pieces between which a line may end, with the spaces after them. */
function pieces(text: string, language = 'en', breaking: Breaking = 'characters'): string[] {
  return lineWords(glueSmallWords(text), language, breaking).map(({ start, next }) =>
    glueSmallWords(text).slice(start, next).replaceAll('\u00a0', '_'),
  );
}

describe('a line may end', () => {
  it.each<[string, string, string, string[]]>([
    ['after a space', 'en', 'Ice in May', ['Ice ', 'in ', 'May']],
    ['after the hyphen of a long word', 'de', 'Hafen-Rat', ['Hafen-', 'Rat']],
    ['not after the hyphen of a letter', 'en', 'X-ray', ['X-ray']],
    ['not before a dash', 'en', 'Ice — again', ['Ice — ', 'again']],
    [
      'not before the marks that French spaces',
      'fr',
      'La grève ? Non !',
      ['La ', 'grève ? ', 'Non !'],
    ],
    ['not inside French quotation marks', 'fr', 'Dit « oui » hier', ['Dit ', '« oui » ', 'hier']],
    [
      'before and after German quotation marks',
      'de',
      'Das »alte« und „neue“ Eis',
      ['Das ', '»alte« ', 'und ', '„neue“ ', 'Eis'],
    ],
    ['not after a one-letter Russian word', 'ru', 'Лёд и люди', ['Лёд ', 'и_люди']],
    ['not before a closing mark in Chinese', 'zh', '“冰”，海。', ['“冰”，', '海。']],
    ['not after an opening mark in Japanese', 'ja', '氷「海」', ['氷', '「海」']],
    ['not before small kana and long vowels', 'ja', 'フェリー', ['フェ', 'リー']],
    ['not inside a double dash or ellipsis', 'zh', '冰——海……', ['冰——', '海……']],
    [
      'not inside a Latin word or number among ideographs',
      'zh',
      '在Apple买3.5吨',
      ['在', 'Apple', '买', '3.5', '吨'],
    ],
    ['only at spaces in Korean', 'ko', '항만의회가 결정했다', ['항만의회가 ', '결정했다']],
    ['before a word of Thai', 'th', 'สภาท่าเรือลงมติ', ['สภา', 'ท่าเรือ', 'ลง', 'มติ']],
    ['not before the Arabic question mark', 'ar', 'متى ؟', ['متى ؟']],
  ])('%s', (_title, language, text, expected) => {
    expect(pieces(text, language)).toEqual(expected);
  });

  it('between phrases of Japanese, its particles with the word before them', () => {
    expect(pieces('漁師たちは港に残った', 'ja', 'phrases')).toEqual([
      '漁師たちは',
      '港に',
      '残った',
    ]);
  });

  it('not between a Latin name and its Japanese particle', () => {
    expect(pieces('Debian の中心', 'ja', 'phrases')).toEqual(['Debian の', '中心']);
  });

  it('between words of Chinese', () => {
    expect(pieces('市议会表决关闭航线', 'zh-CN', 'phrases')).toEqual([
      '市',
      '议会',
      '表决',
      '关闭',
      '航线',
    ]);
  });

  it('everywhere the text goes on without a gap', () => {
    for (const text of ['Ice, “sea” — 3', '「氷」と海、', 'a  b', ' x', '🔥🔥 冰🔥']) {
      const words = lineWords(text, 'ja', 'characters');
      expect(words.map(({ start, next }) => text.slice(start, next)).join('')).toBe(text);
    }
  });
});
