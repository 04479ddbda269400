/** The months of the paper, in its time zone. */
import type { StoryEntry } from '../store/archive.ts';
import { localDay, parseMoment } from '../time.ts';
import type { Instant } from '../time.ts';

/** `2025/02` of an instant. */
export function monthOf(instant: Instant, timeZone: string): string {
  const { year, month } = localDay(instant, timeZone);
  return `${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}`;
}

/** The first moment of a month `2025/02`. */
export function startOfMonth(month: string, timeZone: string): Instant {
  const start = parseMoment(`${month.replace('/', '-')}-01`, timeZone);
  if (typeof start !== 'number') throw new RangeError(`${month} is no month.`);
  return start;
}

/**
 * The places of stories by their month, newest month first. The calendar is asked once a month and
 * not once a story: stories of a month follow each other.
 *
 * @param stories newest first
 */
export function byMonth(
  stories: readonly StoryEntry[],
  timeZone: string,
): Map<string, readonly number[]> {
  const months = new Map<string, number[]>();
  let current: number[] = [];
  let start = Infinity;
  for (const [place, { published }] of stories.entries()) {
    if (published < start) {
      const month = monthOf(published, timeZone);
      start = startOfMonth(month, timeZone);
      current = months.get(month) ?? [];
      months.set(month, current);
    }
    current.push(place);
  }
  return months;
}

/** Tells the year of an instant, asking the calendar once a year. */
export function yearsIn(timeZone: string): (instant: Instant) => string {
  const starts = new Map<number, Instant>();
  const startOf = (year: number): Instant => {
    let start = starts.get(year);
    if (start === undefined) {
      starts.set(year, (start = startOfMonth(`${String(year).padStart(4, '0')}/01`, timeZone)));
    }
    return start;
  };
  return (instant) => {
    // In UTC it is the same year, or one beside it.
    let year = new Date(instant).getUTCFullYear();
    if (instant < startOf(year)) year -= 1;
    else if (instant >= startOf(year + 1)) year += 1;
    return String(year).padStart(4, '0');
  };
}
