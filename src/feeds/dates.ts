/** Moments as the formats write them: in UTC, whatever the machine's time zone. */
import type { Instant } from '../time.ts';

/** `Mon, 03 Feb 2025 22:30:00 GMT`. */
export function rfc822(moment: Instant): string {
  return new Date(moment).toUTCString();
}

/** `2025-02-03T22:30:00Z`, or with a fraction of a second, given as digits. */
export function rfc3339(moment: Instant, fraction?: string): string {
  const second = new Date(moment).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
  return `${second}${fraction === undefined ? '' : `.${fraction}`}Z`;
}
