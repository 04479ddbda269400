import { describe, expect, test } from 'vitest';
import {
  capitalise,
  comma,
  formatDateTime,
  formatDay,
  formatMoney,
  formatMonth,
  formatNames,
  formatNumber,
  formatTime,
  formatZone,
} from './format.ts';

const ZONE = 'Europe/Riga';
/** 21 November 2026, 07:30 in Riga. */
const MORNING = Date.UTC(2026, 10, 21, 5, 30);

/** The breaking kind of space, and no marks of direction. */
function plain(text: string): string {
  return text.replace(/[\u00A0\u202F]/gu, ' ').replace(/\p{Cf}/gu, '');
}

test.each([
  ['en', '21 November 2026'],
  ['en-US', 'November 21, 2026'],
  ['ru', '21 ноября 2026'],
  ['uk', '21 листопада 2026'],
  ['de', '21. November 2026'],
  ['fr', '21 novembre 2026'],
  ['es', '21 de noviembre de 2026'],
  ['ar', '21 نوفمبر 2026'],
  ['ar-EG', '21 نوفمبر 2026'],
  ['fa', '۳۰ آبان ۱۴۰۵'],
  ['ja', '2026年11月21日'],
  ['hu', '2026. november 21.'],
  ['tlh', '21 November 2026'],
  ['not a tag', '21 November 2026'],
])('the day in %s', (language, expected) => {
  expect(formatDay(MORNING, ZONE, language)).toBe(expected);
});

test('the day is that of the zone', () => {
  expect(formatDay(MORNING, 'Pacific/Honolulu', 'en')).toBe('20 November 2026');
});

test.each([
  ['en', '21 November 2026, 07:30 EET'],
  ['ru', '21 ноября 2026, 07:30 GMT+2'],
  ['uk', '21 листопада 2026, 07:30 GMT+2'],
  ['de', '21. November 2026, 07:30 Uhr OEZ'],
  ['fr', '21 novembre 2026 à 07h30 EET'],
  ['es', '21 de noviembre de 2026, 07:30 EET'],
  ['ar', '21 نوفمبر 2026، 07:30 بتوقيت غرينتش+2'],
  ['fa', '۳۰ آبان ۱۴۰۵، ۰۷:۳۰ (+۲ گرینویچ)'],
])('day, time and zone in %s', (language, expected) => {
  expect(plain(formatDateTime(MORNING, ZONE, language))).toBe(expected);
});

test.each([
  ['en', '07:30'],
  ['en-US', '07:30'],
  ['ru', '07:30'],
  ['uk', '07:30'],
  ['de', '07:30'],
  ['fr', '07h30'],
  ['es', '07:30'],
  ['ar', '07:30'],
  ['fa', '۰۷:۳۰'],
])('the time in %s', (language, expected) => {
  expect(formatTime(MORNING, ZONE, language)).toBe(expected);
});

test('midnight is 00:00', () => {
  const midnight = Date.UTC(2026, 10, 20, 22);
  expect(formatTime(midnight, ZONE, 'en')).toBe('00:00');
  expect(formatTime(midnight, ZONE, 'en-US')).toBe('00:00');
});

describe('the zone', () => {
  test('changes with summer time', () => {
    const july = Date.UTC(2026, 6, 1);
    expect(formatZone(july, ZONE, 'en')).toBe('EEST');
    expect(formatZone(july, ZONE, 'ru')).toBe('GMT+3');
    expect(formatZone(july, 'Europe/London', 'en')).toBe('BST');
  });

  test('has the name readers know', () => {
    expect(formatZone(MORNING, 'America/New_York', 'en')).toBe('EST');
    expect(formatZone(MORNING, 'America/New_York', 'ru')).toBe('GMT−5');
    expect(formatZone(MORNING, 'Europe/Moscow', 'ru')).toBe('мск');
    expect(formatZone(MORNING, 'Europe/Kyiv', 'uk')).toBe('за Києвом');
    expect(formatZone(MORNING, 'Africa/Cairo', 'ar')).toBe('بتوقيت القاهرة');
    expect(formatZone(MORNING, 'Asia/Tehran', 'fa')).toBe('به وقت تهران');
    expect(formatZone(MORNING, 'UTC', 'de')).toBe('UTC');
  });
});

test.each([
  ['en', 'November 2026'],
  ['ru', 'Ноябрь 2026'],
  ['uk', 'Листопад 2026'],
  ['de', 'November 2026'],
  ['fr', 'Novembre 2026'],
  ['es', 'Noviembre de 2026'],
  ['ar', 'نوفمبر 2026'],
  ['fa', 'نوامبر ۲۰۲۶ (آبان و آذر ۱۴۰۵)'],
  ['ja', '2026年11月'],
])('the month in %s', (language, expected) => {
  expect(formatMonth(MORNING, ZONE, language)).toBe(expected);
});

test('the month is that of the zone', () => {
  const newYear = Date.UTC(2026, 11, 31, 23);
  expect(formatMonth(newYear, ZONE, 'en')).toBe('January 2027');
  expect(formatMonth(newYear, 'UTC', 'en')).toBe('December 2026');
});

test('a Gregorian month over the Persian new year', () => {
  expect(formatMonth(Date.UTC(2027, 2, 5), 'UTC', 'fa')).toBe(
    'مارس ۲۰۲۷ (اسفند ۱۴۰۵ و فروردین ۱۴۰۶)',
  );
});

test.each([
  ['en', 'Ada, Bo and Cy'],
  ['ru', 'Ada, Bo и Cy'],
  ['uk', 'Ada, Bo і Cy'],
  ['de', 'Ada, Bo und Cy'],
  ['fr', 'Ada, Bo et Cy'],
  ['es', 'Ada, Bo y Cy'],
  ['ar', 'Ada وBo وCy'],
  ['fa', 'Ada، Bo و Cy'],
])('names in %s', (language, expected) => {
  expect(plain(formatNames(['Ada', 'Bo', 'Cy'], language))).toBe(expected);
});

test('one name, none, and a Spanish one that changes the word before it', () => {
  expect(formatNames(['Ada'], 'en')).toBe('Ada');
  expect(formatNames([], 'en')).toBe('');
  expect(formatNames(['Ana', 'Irene'], 'es')).toBe('Ana e Irene');
});

test.each([
  ['en', '12,345.5'],
  ['ru', '12 345,5'],
  ['uk', '12 345,5'],
  ['de', '12.345,5'],
  ['fr', '12 345,5'],
  ['es', '12.345,5'],
  ['ar', '12,345.5'],
  ['ar-EG', '12,345.5'],
  ['fa', '۱۲٬۳۴۵٫۵'],
])('a number in %s', (language, expected) => {
  const written = formatNumber(12_345.5, language);
  expect(plain(written)).toBe(expected);
  expect(written).not.toContain(' ');
});

test.each([
  ['en', '€10', '€2.50', 'US$5'],
  ['en-US', '€10', '€2.50', '$5'],
  ['ru', '10 €', '2,50 €', '5 $'],
  ['uk', '10 €', '2,50 €', '5 USD'],
  ['de', '10 €', '2,50 €', '5 $'],
  ['fr', '10 €', '2,50 €', '5 $US'],
  ['es', '10 €', '2,50 €', '5 US$'],
  ['ar', '10 يورو', '2.50 يورو', '5 US$'],
  ['fa', '۱۰ یورو', '۲٫۵۰ یورو', '۵ دلار آمریکا'],
])('sums in %s', (language, whole, part, dollars) => {
  expect(plain(formatMoney(10, 'EUR', language))).toBe(whole);
  expect(plain(formatMoney(2.5, 'EUR', language))).toBe(part);
  expect(plain(formatMoney(5, 'USD', language))).toBe(dollars);
});

test.each([
  ['en', 'story', 'Story'],
  ['ru', '«ёлка»', '«Ёлка»'],
  ['uk', 'їжак', 'Їжак'],
  ['de', 'übermut', 'Übermut'],
  ['fr', '« école »', '« École »'],
  ['es', '¿qué?', '¿Qué?'],
  ['ar', 'خبر', 'خبر'],
  ['fa', 'خبر', 'خبر'],
  ['tr', 'izmir', 'İzmir'],
  ['nl', 'ijs', 'IJs'],
  ['ka', 'ქართული', 'ქართული'],
  ['en', '4 stories', '4 stories'],
  ['en', '', ''],
])('capitals in %s: %s', (language, text, expected) => {
  expect(capitalise(text, language)).toBe(expected);
});

test.each([
  ['en', ', '],
  ['ru', ', '],
  ['he', ', '],
  ['ar', '، '],
  ['fa', '، '],
])('the comma of %s', (language, sign) => {
  expect(comma(language)).toBe(sign);
});
