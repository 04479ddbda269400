import { describe, expect, it } from 'vitest';
import { typographic, typographicRuns } from './typography.ts';

describe('typographic quotes', () => {
  const cases: [language: string, typed: string, printed: string][] = [
    ['en', `"Hello," she said. "It's 'fine'."`, '“Hello,” she said. “It’s ‘fine’.”'],
    ['en-GB', `("foo")—"bar"`, '(“foo”)—“bar”'],
    ['en', `"She said "no" to me"`, '“She said ‘no’ to me”'],
    ['ru', `"ООО "Ромашка""`, '«ООО „Ромашка“»'],
    ['uk', `м'яч і "слово"`, 'м’яч і «слово»'],
    ['de', `"Ja", sagte er, "das ist 'gut'."`, '„Ja“, sagte er, „das ist ‚gut‘.“'],
    [
      'fr',
      'Il dit : « Rien ne change » ! Vraiment ?! (Oui ; non.) :smile: a ! b',
      'Il dit\u00A0: «\u202FRien ne change\u202F»\u202F! Vraiment\u202F?! (Oui\u202F; non.) :smile: a\u202F! b',
    ],
    ['fr-CA', 'Quoi ?', 'Quoi\u202F?'],
    ['en', 'He said : « No » !', 'He said : « No » !'],
    ['fr', `l'été d'"aujourd'hui"`, 'l’été d’«\u202Faujourd’hui\u202F»'],
    ['es', `"¿Qué?" dijo "él "otra" vez"`, '«¿Qué?» dijo «él “otra” vez»'],
    ['ar', 'قال "نعم" ثم', 'قال «نعم» ثم'],
    ['fa', 'گفت "بله" و', 'گفت «بله» و'],
    ['lv', `"Rīga"`, '„Rīga”'],
    ['pl', `"Mówi "nie""`, '„Mówi «nie»”'],
    ['xx', `"as in English"`, '“as in English”'],
  ];
  it.each(cases)('are set for %s: %s', (language, typed, printed) => {
    expect(typographic(typed, language)).toBe(printed);
  });

  it.each(['ja', 'zh-Hans', 'he'])('are left as typed in %s', (language) => {
    expect(typographic(`"x" and 'y' it's`, language)).toBe(`"x" and 'y' it's`);
  });

  it('leave primes after digits alone, also within a quotation', () => {
    expect(typographic(`6' 2" tall, a 12" record`, 'en')).toBe(`6' 2" tall, a 12" record`);
    expect(typographic(`"He's 6' 2" tall," she said`, 'en')).toBe(`“He’s 6' 2" tall,” she said`);
  });

  it('close after a number when a quotation is open', () => {
    expect(typographic(`"In 1984" he wrote`, 'en')).toBe('“In 1984” he wrote');
  });

  it('make apostrophes of what stands for left-out letters', () => {
    expect(typographic(`the '90s, rock 'n' roll, 'tis, the dogs' bowls`, 'en')).toBe(
      'the ’90s, rock ’n’ roll, ’tis, the dogs’ bowls',
    );
  });

  it('know an opening single quote from an apostrophe by whether it is closed', () => {
    expect(typographic(`'I don't know,' he said`, 'en')).toBe('‘I don’t know,’ he said');
    expect(typographic(`get 'em all`, 'en')).toBe('get ’em all');
    expect(typographic(`Born in '68, she sang 'Hey Jude' in '72.`, 'en')).toBe(
      'Born in ’68, she sang ‘Hey Jude’ in ’72.',
    );
    expect(typographic(`The summer of '68 was rock 'n' roll.`, 'en')).toBe(
      'The summer of ’68 was rock ’n’ roll.',
    );
    expect(typographic(`He said '68 was hot' twice`, 'en')).toBe('He said ‘68 was hot’ twice');
    expect(typographic(`"A 'b "c" d' e"`, 'en')).toBe('“A ‘b “c” d’ e”');
  });

  it('leave a lone quote, an empty pair and one between spaces as they are', () => {
    for (const text of ['"', '""', 'a " b', "a ' b"]) expect(typographic(text, 'en')).toBe(text);
  });
});

describe('dashes and ellipses', () => {
  it('are set between spaces, and dashes between digits', () => {
    expect(typographic('-- Anna\n-- Boris', 'en')).toBe('– Anna\n– Boris');
    expect(typographic('wait... what -- well 1914--1918', 'en')).toBe(
      'wait… what – well 1914–1918',
    );
  });

  it('are not set where they could be something else', () => {
    for (const text of ['--flag', 'a--b', '../x', 'a...b', '....', 'a --- b']) {
      expect(typographic(text, 'en')).toBe(text);
    }
  });
});

describe('typographic text', () => {
  it('is not changed by a second time', () => {
    const typed = [
      `"Hello," she said. "It's 'fine'." 6' 2" 'n' wait... -- "`,
      `"a "b" c" 'd' l'e "f`,
      `«already» „so“ “and” ‘so’ don’t`,
    ];
    for (const language of ['en', 'ru', 'de', 'fr', 'es', 'pl', 'lv', 'ar']) {
      for (const text of typed) {
        const once = typographic(text, language);
        expect(typographic(once, language)).toBe(once);
      }
    }
  });

  it('counts towards the quotations that typed quotes stand in', () => {
    expect(typographic('“He said "no"”', 'en')).toBe('“He said ‘no’”');
    // A closing mark of German is an opening one of English, and the other way round.
    expect(typographic('„ja“"-nein', 'de')).toBe('„ja““-nein');
    expect(typographic('“", “"', 'kk')).toBe('“", “"');
  });
});

describe('runs', () => {
  it('share a quotation that begins in one and ends in another', () => {
    const run = (
      text: string,
      fixed = false,
    ): { text: string; language: string; fixed: boolean } => ({
      text,
      language: 'en',
      fixed,
    });
    expect(typographicRuns([run('"a '), run('"x"', true), run(' b'), run('"')])).toEqual([
      '“a ',
      '"x"',
      ' b',
      '”',
    ]);
  });

  it('have each the marks of its language', () => {
    expect(
      typographicRuns([
        { text: 'He said ', language: 'en', fixed: false },
        { text: '"да"', language: 'ru', fixed: false },
      ]),
    ).toEqual(['He said ', '«да»']);
  });

  it('of a hundred thousand quotes take no more than a moment', () => {
    const start = performance.now();
    typographic(`"a' `.repeat(25_000), 'en');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
