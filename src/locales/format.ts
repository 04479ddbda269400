/**
 * Days, times, numbers, sums and lists of names as newspapers in each language write them. Pure:
 * nothing depends on the language or time zone of the machine. A language that Intl does not know
 * is formatted as British English.
 *
 * Numbering. Arabic has the digits 0–9, as the large Arabic papers do online and as the dates,
 * times and tables inside stories are typed; Persian has ۰–۹. This holds for all regions of both
 * languages, so that the dates and counts of a page agree.
 *
 * Calendar. Gregorian, except in Persian, whose papers, in Iran and in exile, date by the Persian
 * calendar. Months are those of the archive's addresses, which are Gregorian: in Persian
 * `formatMonth` gives the Gregorian month with the Persian months it runs through in brackets.
 * Attributes (`datetime`, structured data) are ISO and stay Gregorian; see `time.ts`.
 */
import { keeping, localDay, type Instant } from '../time.ts';

/** A constructor of Intl that can say which languages it knows. */
interface Supports {
  supportedLocalesOf: (tags: string) => string[];
}

/** For languages that Intl does not know; `en` itself is set in the British way. */
const OTHERWISE = 'en-GB';

/** What a language is set with; any other has its own digits and the Gregorian calendar. */
const PINNED: Readonly<Record<string, Intl.LocaleOptions>> = {
  ar: { numberingSystem: 'latn', calendar: 'gregory' },
  fa: { numberingSystem: 'arabext', calendar: 'persian' },
};

/**
 * The tag to give to Intl for a language: with our numbering and calendar, and never one that Intl
 * would replace by the machine's own.
 */
export function supportedTag(language: string, constructor: Supports): string {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(language);
  } catch {
    return OTHERWISE;
  }
  if (
    locale.toString() === 'en' ||
    constructor.supportedLocalesOf(locale.toString()).length === 0
  ) {
    return OTHERWISE;
  }
  const pinned = PINNED[locale.language] ?? { calendar: 'gregory' };
  return new Intl.Locale(locale, pinned).toString();
}

const dateTag = keeping((language: string) => supportedTag(language, Intl.DateTimeFormat));
const collatorTag = keeping((language: string) => supportedTag(language, Intl.Collator));

const dayFormat = keeping(
  (language: string, timeZone: string) =>
    new Intl.DateTimeFormat(dateTag(language), {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone,
    }),
);

const timeFormat = keeping(
  (language: string, timeZone: string) =>
    new Intl.DateTimeFormat(dateTag(language), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }),
);

const monthFormat = keeping(
  (language: string, calendar: string) =>
    new Intl.DateTimeFormat(dateTag(language), {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
      calendar,
    }),
);

const zoneFormat = keeping(
  (tag: string, timeZone: string) =>
    new Intl.DateTimeFormat(tag, { hour: '2-digit', timeZone, timeZoneName: 'short' }),
);

const numberFormat = keeping(
  (language: string, useGrouping: boolean) =>
    new Intl.NumberFormat(supportedTag(language, Intl.NumberFormat), { useGrouping }),
);

const listFormat = keeping(
  (language: string) =>
    new Intl.ListFormat(supportedTag(language, Intl.ListFormat), {
      style: 'long',
      type: 'conjunction',
    }),
);

/** `21 November 2026`. */
export const formatDay = keeping((instant: Instant, timeZone: string, language: string): string => {
  const parts = dayFormat(language, timeZone).formatToParts(instant);
  return joined(withoutYearWord(parts));
});

/** Without the word for year at the end, which papers leave out: ru `2026 г.`; ja `1日` keeps its own. */
function withoutYearWord(parts: Intl.DateTimeFormatPart[]): Intl.DateTimeFormatPart[] {
  const atEnd = parts.at(-1)?.type === 'literal' && parts.at(-2)?.type === 'year';
  return atEnd ? parts.slice(0, -1) : parts;
}

/** Time of day on the 24-hour clock: `07:30`, French `07h30`. */
export function formatTime(instant: Instant, timeZone: string, language: string): string {
  const parts = timeFormat(language, timeZone).formatToParts(instant);
  const hour = part(parts, 'hour');
  const minute = part(parts, 'minute');
  return `${hour}${primary(language) === 'fr' ? 'h' : ':'}${minute}`;
}

/** Day and time: `21 November 2026, 07:30`. */
export const formatDayTime = keeping(dayTime);

function dayTime(instant: Instant, timeZone: string, language: string): string {
  const day = formatDay(instant, timeZone, language);
  const time = formatTime(instant, timeZone, language);
  switch (primary(language)) {
    case 'de':
      return `${day}, ${time} Uhr`;
    case 'fr':
      return `${day} à ${time}`;
    case 'ar':
    case 'fa':
      return `${day}، ${time}`;
    default:
      return `${day}, ${time}`;
  }
}

/** Day, time and the zone's short name: `21 November 2026, 07:30 EET`. */
export const formatDateTime = keeping(dateTime);

function dateTime(instant: Instant, timeZone: string, language: string): string {
  return `${dayTime(instant, timeZone, language)} ${formatZone(instant, timeZone, language)}`;
}

/** What papers call a clock that readers know by a city. */
const ZONES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ru: { 'Europe/Moscow': 'мск' },
  uk: { 'Europe/Kyiv': 'за Києвом', 'Europe/Kiev': 'за Києвом' },
  ar: {
    'Africa/Cairo': 'بتوقيت القاهرة',
    'Africa/Tunis': 'بتوقيت تونس',
    'Asia/Amman': 'بتوقيت عمّان',
    'Asia/Baghdad': 'بتوقيت بغداد',
    'Asia/Beirut': 'بتوقيت بيروت',
    'Asia/Damascus': 'بتوقيت دمشق',
    'Asia/Riyadh': 'بتوقيت الرياض',
  },
  fa: { 'Asia/Tehran': 'به وقت تهران', 'Asia/Kabul': 'به وقت کابل' },
};

/**
 * The zone's short name at an instant. The language's own where it has one (`OEZ`, `мск`);
 * in Latin script else the international one (`EET`); else the distance from Greenwich in the
 * reader's own script, which is understood where a foreign abbreviation is not.
 */
export function formatZone(instant: Instant, timeZone: string, language: string): string {
  const known = ZONES[primary(language)]?.[timeZone];
  if (known !== undefined) return known;
  const own = zoneName(instant, timeZone, dateTag(language));
  if (!isOffset(own)) return own;
  if (scriptOf(language) === 'Latn') {
    for (const english of ['en-GB', 'en-US', 'en-AU', 'en-IN', 'en-ZA']) {
      const name = zoneName(instant, timeZone, english);
      if (!isOffset(name)) return name;
    }
  }
  const offset = own.replace('-', '−');
  switch (primary(language)) {
    case 'ar':
      return `بتوقيت ${offset}`;
    case 'fa':
      return `(${offset})`;
    default:
      return offset;
  }
}

function zoneName(instant: Instant, timeZone: string, tag: string): string {
  return part(zoneFormat(tag, timeZone).formatToParts(instant), 'timeZoneName');
}

/** Whether what stands for a name is a distance: `GMT+2`, `UTC−5`, `غرينتش+2`. */
function isOffset(name: string): boolean {
  return /\p{Nd}/u.test(name);
}

/**
 * The month of an instant, to stand alone, as a heading: `November 2026`, `Ноябрь 2026`. In Persian
 * with the Persian months it runs through: `نوامبر ۲۰۲۶ (آبان و آذر ۱۴۰۵)`.
 */
export function formatMonth(instant: Instant, timeZone: string, language: string): string {
  const { year, month } = localDay(instant, timeZone);
  const first = Date.UTC(year, month - 1, 1);
  const parts = monthFormat(language, 'gregory').formatToParts(first);
  const name = capitalise(joined(withoutYearWord(parts)), language);
  if (primary(language) !== 'fa') return name;

  const from = monthFormat(language, 'persian').formatToParts(first);
  const to = monthFormat(language, 'persian').formatToParts(Date.UTC(year, month, 0));
  const startYear = part(from, 'year');
  const endYear = part(to, 'year');
  const start = startYear === endYear ? part(from, 'month') : `${part(from, 'month')} ${startYear}`;
  return `${name} (${start} و ${part(to, 'month')} ${endYear})`;
}

/** `Ilze Brandt, Yusuf Karam and Ruta Ozol`. */
export function formatNames(names: readonly string[], language: string): string {
  return joined(namesInParts(names, language));
}

/** The same with each name, in the order of `names`, apart from what stands between them. */
export function namesInParts(
  names: readonly string[],
  language: string,
): { type: 'element' | 'literal'; value: string }[] {
  if (names.length === 1) return names.map((value) => ({ type: 'element', value }));
  const parts = listFormat(language).formatToParts(names);
  if (primary(language) !== 'fa') return parts;
  // Persian papers set no comma before the last `و`.
  return parts.map(({ type, value }) => ({
    type,
    value: type === 'literal' ? value.replace(/،\s+و\s/gu, ' و ') : value,
  }));
}

/** `12,345`. */
export function formatNumber(number: number, language: string): string {
  return numberFormat(language, true).format(number);
}

/** `12345`: a number that is a name, as of a footnote, with the digits of its list. */
export function formatDigits(number: number, language: string): string {
  return numberFormat(language, false).format(number);
}

/** Signs that more than one currency has. */
const SHARED_SIGNS = new Set(['$', 'kr', '£', '¥', 'R', 'Rs', 'L', 'F']);

const moneyFormat = keeping((language: string, currency: string) => {
  const tag = supportedTag(language, Intl.NumberFormat);
  const options = {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  } as const satisfies Intl.NumberFormatOptions;
  // In Arabic and Persian the name of the money follows the number, as in print. In Arabic only
  // that of the euro, which does not change with the number: Intl does not inflect the others.
  if (primary(language) === 'fa' || (primary(language) === 'ar' && currency === 'EUR')) {
    return new Intl.NumberFormat(tag, { ...options, currencyDisplay: 'name' });
  }
  const narrow = new Intl.NumberFormat(tag, { ...options, currencyDisplay: 'narrowSymbol' });
  const sign = part(narrow.formatToParts(1), 'currency').replace(/\p{Cf}/gu, '');
  return SHARED_SIGNS.has(sign) ? new Intl.NumberFormat(tag, options) : narrow;
});

/** A sum, without decimals where there are none: `€10`, `10 €`, `€2.50`. `currency` is ISO 4217. */
export function formatMoney(amount: number, currency: string, language: string): string {
  return moneyFormat(language, currency).format(amount);
}

/**
 * The text with its first letter upper-case, also behind an opening quotation mark. Scripts without
 * capitals stay, and Georgian, whose capitals do not begin words.
 */
export function capitalise(text: string, language: string): string {
  const found = /^[\p{P}\p{Z}]*(?<letter>\p{L}\p{M}*)/u.exec(text);
  let letter = found?.groups?.['letter'];
  if (found === null || letter === undefined || /\p{Script=Georgian}/u.test(letter)) return text;
  const start = found[0].length - letter.length;
  if (primary(language) === 'nl' && text.startsWith('ij', start)) letter = 'ij';
  const tag = collatorTag(language);
  return text.slice(0, start) + letter.toLocaleUpperCase(tag) + text.slice(start + letter.length);
}

/** The first part of a language tag, lower-case: `de` of `de-AT`. */
export function primary(language: string): string {
  return language.toLowerCase().split('-', 1)[0] ?? '';
}

/** The comma between two things on a line, with its space. */
export function comma(language: string): string {
  return scriptOf(language) === 'Arab' ? '، ' : ', ';
}

/** The script a language is written in, said or likely: `Arab` of `fa`; undefined if not known. */
export const scriptOf = keeping((language: string): string | undefined => {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    return undefined;
  }
});

type Parts = readonly { readonly type: string; readonly value: string }[];

function joined(parts: Parts): string {
  return parts.map(({ value }) => value).join('');
}

function part(parts: Parts, type: string): string {
  return parts.find((one) => one.type === type)?.value ?? '';
}
