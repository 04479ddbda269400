/**
 * Moments and days of the paper: ISO 8601 text to instants and back, always in the publication's
 * time zone, never in the machine's.
 */
import { Temporal } from 'temporal-polyfill';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A text that is no moment, with the reason and the mend. */
export interface MomentFault {
  message: string;
  mend: string;
}

/** Whether a day or moment of the content is written without a time: archives often know no more. */
export function isDayAlone(written: string): boolean {
  return written.length === 'yyyy-mm-dd'.length;
}

/** Year, month and day in some time zone. */
export interface LocalDay {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

/**
 * The forms of a day or a moment as content has them. Years before 1000 are the zeros of other
 * tools (`0001-01-01`), and no sitemap can say them.
 */
export const MOMENT_FORM =
  /^([1-9]\d{3}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** True when `timeZone` is an IANA name that this runtime knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}

/** How many answers one function keeps; then it forgets them all. */
const MOST_KEPT = 20_000;

/**
 * The same function, which keeps its answers. Calendars and time zones are dear, and the same few
 * moments are asked for on every list that a story stands in.
 */
export function keeping<Question extends readonly (string | number | boolean)[], Answer>(
  answer: (...question: Question) => Answer,
): (...question: Question) => Answer {
  type Shelf = Map<string | number | boolean, unknown>;
  const all: Shelf = new Map();
  let count = 0;
  return (...question) => {
    // The last part of the question first: languages and time zones are fewer than moments.
    let shelf = all;
    for (let index = question.length - 1; index > 0; index -= 1) {
      const part = question[index] ?? '';
      let next = shelf.get(part) as Shelf | undefined;
      if (next === undefined) shelf.set(part, (next = new Map()));
      shelf = next;
    }
    const first = question[0] ?? '';
    const kept = shelf.get(first) as Answer | undefined;
    if (kept !== undefined || shelf.has(first)) return kept as Answer;
    const made = answer(...question);
    if (count >= MOST_KEPT) {
      all.clear();
      count = 0;
    }
    count += 1;
    shelf.set(first, made);
    return made;
  };
}

/**
 * The instant that a text names. A day without a time is its first moment. A local time that a
 * clock change skips is a fault; one that exists twice means the first.
 */
export const parseMoment = keeping((text: string, timeZone: string): Instant | MomentFault => {
  const parts = MOMENT_FORM.exec(text);
  if (parts === null) {
    return { message: 'is not a date', mend: 'write it as 2025-02-03 or 2025-02-03T09:30' };
  }
  const [, day = '', time, offset] = parts;
  try {
    if (time !== undefined && offset !== undefined) {
      return Temporal.Instant.from(`${day}T${time}${offset}`).epochMilliseconds;
    }
    if (time === undefined) {
      return Temporal.PlainDate.from(day, { overflow: 'reject' }).toZonedDateTime(timeZone)
        .epochMilliseconds;
    }
    const local = Temporal.PlainDateTime.from(`${day}T${time}`, { overflow: 'reject' });
    const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
    if (!earlier.toPlainDateTime().equals(local)) {
      const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
      return {
        message: `is a time that did not exist in ${timeZone}: the clocks went forward`,
        mend: `write ${later.toPlainDateTime().toString({ smallestUnit: 'minute' })}, or add an offset`,
      };
    }
    return earlier.epochMilliseconds;
  } catch {
    return { message: 'is a day or time that does not exist', mend: 'look at the calendar' };
  }
});

/** An instant as ISO 8601 with the offset of the time zone: `2025-02-03T09:30:00+02:00`. */
export const isoWithOffset = keeping((instant: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' }),
);

/** The day of an instant in a time zone. */
export function localDay(instant: Instant, timeZone: string): LocalDay {
  const { year, month, day } =
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return { year, month, day };
}

/** Tells the month of an instant in a time zone as `2025/02`; quick enough for every story. */
export function monthsIn(timeZone: string): (instant: Instant) => string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
  });
  return (instant) => {
    const parts = format.formatToParts(instant);
    const part = (type: 'year' | 'month') => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year').padStart(4, '0')}/${part('month')}`;
  };
}
