import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import type { Locale } from './locale.ts';
import { direction, hasLocale, languageName, LOCALE_LANGUAGES, localeFor } from './locales.ts';
import { plural } from './plural.ts';

/** All words of a locale by key, with numbers and names put into those that take some. */
function wordsOf(locale: Locale): Map<string, string> {
  const { kinds, correctionKinds, ...rest } = locale;
  const words = new Map<string, string>();
  const filled = {
    ...rest,
    mirrorKind: locale.mirrorKind('web'),
    'mirrorKind.onion': locale.mirrorKind('onion'),
    pageOf: locale.pageOf('Q', 3).replace('Q', ''),
    readingTime: locale.readingTime(4),
    rating: locale.rating(4),
    backToText: locale.backToText(2),
    footnote: locale.footnote(2),
    table: locale.table(2),
    openAt: locale.openAt('video.example'),
    monthly: locale.monthly('€2'),
    willRemind: locale.willRemind(30),
    cardAlt: locale.cardAlt('Q', 'W'),
  };
  for (const [key, word] of Object.entries(filled)) words.set(key, word);
  for (const [key, word] of Object.entries(kinds)) words.set(`kinds.${key}`, word);
  for (const [key, word] of Object.entries(correctionKinds)) {
    words.set(`correctionKinds.${key}`, word);
  }
  return words;
}

/** Words that may be empty: no word stands before the names of authors. */
const MAY_BE_EMPTY = new Set(['by']);

/** Words that are the same in both languages. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  es: ['kinds.editorial'],
  fr: ['pageOf'],
};

const english = wordsOf(en);

test('the press speaks eight languages', () => {
  expect(LOCALE_LANGUAGES).toEqual(['en', 'ru', 'uk', 'de', 'fr', 'es', 'ar', 'fa']);
});

describe.each([...LOCALE_LANGUAGES])('%s', (language) => {
  const locale = localeFor(language, 'en');
  const words = wordsOf(locale);

  test('has every word', () => {
    expect(locale.language).toBe(language);
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, word] of words) {
      if (!MAY_BE_EMPTY.has(key)) expect(word, key).not.toBe('');
      expect(word, key).toBe(word.trim());
    }
  });

  test.skipIf(language === 'en')('is not English', () => {
    for (const [key, word] of words) {
      if (SAME[language]?.includes(key) !== true) expect(word, key).not.toBe(english.get(key));
    }
  });

  test('has its own quotes and no typed ones', () => {
    for (const [key, word] of words) expect(word, key).not.toMatch(/["']|\.\.\./u);
    for (const [key, word] of words) {
      if (language !== 'en' && language !== 'de') expect(word, key).not.toMatch(/[“”„]/u);
    }
  });

  test('keeps the names given to it', () => {
    expect(locale.pageOf('Q', 3)).toMatch(/^Q/u);
    expect(locale.openAt('video.example')).toContain('video.example');
    expect(locale.cardAlt('Q', 'W')).toMatch(/W.*Q/u);
    expect(locale.mirrorKind('something')).toBe('something');
  });
});

describe('counts', () => {
  test.each([
    [
      'en',
      ['1 min read', '2 min read', '5 min read', '11 min read', '21 min read', '100 min read'],
    ],
    [
      'ru',
      [
        '1 минута чтения',
        '2 минуты чтения',
        '5 минут чтения',
        '11 минут чтения',
        '21 минута чтения',
        '100 минут чтения',
      ],
    ],
    [
      'uk',
      [
        '1 хвилина читання',
        '2 хвилини читання',
        '5 хвилин читання',
        '11 хвилин читання',
        '21 хвилина читання',
        '100 хвилин читання',
      ],
    ],
    [
      'de',
      [
        '1 Minute Lesezeit',
        '2 Minuten Lesezeit',
        '5 Minuten Lesezeit',
        '11 Minuten Lesezeit',
        '21 Minuten Lesezeit',
        '100 Minuten Lesezeit',
      ],
    ],
    [
      'fr',
      [
        'Lecture : 1 minute',
        'Lecture : 2 minutes',
        'Lecture : 5 minutes',
        'Lecture : 11 minutes',
        'Lecture : 21 minutes',
        'Lecture : 100 minutes',
      ],
    ],
    [
      'es',
      [
        '1 minuto de lectura',
        '2 minutos de lectura',
        '5 minutos de lectura',
        '11 minutos de lectura',
        '21 minutos de lectura',
        '100 minutos de lectura',
      ],
    ],
    [
      'ar',
      [
        'القراءة في دقيقة',
        'القراءة في دقيقتين',
        'القراءة في 5 دقائق',
        'القراءة في 11 دقيقة',
        'القراءة في 21 دقيقة',
        'القراءة في 100 دقيقة',
      ],
    ],
    [
      'fa',
      [
        'زمان خواندن: ۱ دقیقه',
        'زمان خواندن: ۲ دقیقه',
        'زمان خواندن: ۵ دقیقه',
        'زمان خواندن: ۱۱ دقیقه',
        'زمان خواندن: ۲۱ دقیقه',
        'زمان خواندن: ۱۰۰ دقیقه',
      ],
    ],
  ])('of minutes in %s', (language, expected) => {
    const locale = localeFor(language, 'en');
    const counted = [1, 2, 5, 11, 21, 100].map((count) => locale.readingTime(count));
    expect(counted.map((words) => words.replaceAll('\u00A0', ' '))).toEqual(expected);
  });

  test.each(LOCALE_LANGUAGES)('follow the rules of %s wherever there is a number', (language) => {
    const { readingTime, willRemind } = localeFor(language, 'en');
    const kinds = new Intl.PluralRules(language);
    const counts = Array.from({ length: 120 }, (_, count) => count + 1);
    for (const phrase of [readingTime, willRemind]) {
      const shapes = new Map<string, Set<string>>();
      for (const count of counts) {
        const kind = kinds.select(count);
        const shape = phrase(count).replace(/\p{Nd}+/gu, '#');
        shapes.set(kind, (shapes.get(kind) ?? new Set<string>()).add(shape));
      }
      for (const [kind, all] of shapes) expect(all.size, `${kind}: ${[...all].join(' ')}`).toBe(1);
    }
  });

  test('take the form of the category, else the last one, and keep other signs', () => {
    expect(plural('en', 1200, { one: '# item', other: '# items' })).toBe('1,200 items');
    expect(plural('ru', 5, { other: '# $&' })).toBe('5 $&');
    expect(plural('ar', 2, { two: 'خبران', other: '# خبر' })).toBe('خبران');
    expect(plural('ka', 3, { one: '#', other: '# of them' })).toBe('3 of them');
  });
});

test('a rating may have halves', () => {
  expect(en.rating(3.5)).toBe('3.5 out of 5');
  expect(localeFor('ru', 'en').rating(3.5)).toBe('3,5 из\u00A05');
  expect(localeFor('fa', 'en').rating(3.5)).toBe('۳٫۵ از ۵');
});

test('the words of a language, its base, the fallback, English', () => {
  expect(localeFor('de', 'ru').language).toBe('de');
  expect(localeFor('de-AT', 'ru').language).toBe('de');
  expect(localeFor('UK-ua', 'ru').language).toBe('uk');
  expect(localeFor('ka', 'ru-RU').language).toBe('ru');
  expect(localeFor('ka', 'hy').language).toBe('en');
  expect(localeFor('', '').language).toBe('en');
});

test('whether there are words', () => {
  expect(hasLocale('fa-AF')).toBe(true);
  expect(hasLocale('EN')).toBe(true);
  expect(hasLocale('ka')).toBe(false);
  expect(hasLocale('enx')).toBe(false);
});

test('direction follows the script', () => {
  for (const language of ['ar', 'fa-AF', 'he', 'yi', 'ur', 'ckb', 'dv', 'syr', 'az-Arab', 'nqo']) {
    expect(direction(language), language).toBe('rtl');
  }
  expect(direction('ff-Adlm')).toBe('rtl');
  for (const language of ['en', 'ru', 'ff', 'ku', 'az', 'ar-Latn', 'zh', 'not a tag']) {
    expect(direction(language), language).toBe('ltr');
  }
});

test('names of languages in themselves', () => {
  expect(LOCALE_LANGUAGES.map(languageName)).toEqual([
    'English',
    'Русский',
    'Українська',
    'Deutsch',
    'Français',
    'Español',
    'العربية',
    'فارسی',
  ]);
  expect(languageName('lv')).toBe('Latviešu');
  expect(languageName('fr-CA')).toBe('Français canadien');
  expect(languageName('he')).toBe('עברית');
  expect(languageName('ka')).toBe('ქართული');
  expect(languageName('tlh')).toBe('Klingon');
  expect(languageName('not a tag')).toBe('not a tag');
});
