import { describe, expect, it } from 'vitest';
import { isoWithOffset, isTimeZone, keeping, localDay, monthsIn, parseMoment } from './time.ts';

const RIGA = 'Europe/Riga';
const utc = (text: string) => Date.parse(text);

describe('a moment', () => {
  it.each([
    ['2025-02-03', '2025-02-02T22:00:00Z'],
    ['2025-02-03T09:30', '2025-02-03T07:30:00Z'],
    ['2025-02-03 09:30', '2025-02-03T07:30:00Z'],
    ['2025-07-03T09:30', '2025-07-03T06:30:00Z'],
    ['2025-02-03T09:30:15.5', '2025-02-03T07:30:15.500Z'],
    ['2025-02-03T09:30:00Z', '2025-02-03T09:30:00Z'],
    ['2025-02-03T09:30-05:00', '2025-02-03T14:30:00Z'],
    ['2024-02-29', '2024-02-28T22:00:00Z'],
  ])('%s in Riga is %s', (text, instant) => {
    expect(parseMoment(text, RIGA)).toBe(utc(instant));
  });

  it.each([
    '2025-02-30',
    '2025-13-01',
    '2025-02-29',
    '2025-02-03T25:00',
    '2025-02-03T24:00',
    '2025-02-03T09:60',
    '2025-02-03T09:30+29:00',
  ])('is not %s, which no calendar or clock has', (text) => {
    expect(parseMoment(text, RIGA)).toMatchObject({
      message: 'is a day or time that does not exist',
    });
  });

  it.each([
    '',
    'yesterday',
    '2025',
    '2025-2-3',
    '03.02.2025',
    '2025-02-03T9:30',
    '2025-02-03Z',
    '20250203',
    '2025-02-03T09:30 +02:00',
    'null',
    '1738573800',
  ])('is not “%s”', (text) => {
    expect(parseMoment(text, RIGA)).toMatchObject({ message: 'is not a date' });
  });

  it('that the clocks skip in spring is a fault, with the one that is meant', () => {
    expect(parseMoment('2025-03-30T02:59', RIGA)).toBe(utc('2025-03-30T00:59:00Z'));
    expect(parseMoment('2025-03-30T03:30', RIGA)).toEqual({
      message: 'is a time that did not exist in Europe/Riga: the clocks went forward',
      mend: 'write 2025-03-30T04:30, or add an offset',
    });
    expect(parseMoment('2025-03-30T04:00', RIGA)).toBe(utc('2025-03-30T01:00:00Z'));
  });

  it('that comes twice in autumn means the first', () => {
    expect(parseMoment('2025-10-26T03:30', RIGA)).toBe(utc('2025-10-26T00:30:00Z'));
    expect(parseMoment('2025-10-26T03:30+02:00', RIGA)).toBe(utc('2025-10-26T01:30:00Z'));
  });

  it('of a day that begins after midnight is its first', () => {
    expect(parseMoment('2018-11-04', 'America/Sao_Paulo')).toBe(utc('2018-11-04T03:00:00Z'));
  });

  it('keeps its offset in the paper’s zone', () => {
    expect(isoWithOffset(utc('2025-02-03T07:30:00Z'), RIGA)).toBe('2025-02-03T09:30:00+02:00');
    expect(isoWithOffset(utc('2025-07-03T07:30:00Z'), RIGA)).toBe('2025-07-03T10:30:00+03:00');
    expect(isoWithOffset(utc('2025-02-03T07:30:00Z'), 'UTC')).toBe('2025-02-03T07:30:00+00:00');
  });

  it('has its day and month in the paper’s zone', () => {
    const late = utc('2025-01-31T23:30:00Z');
    expect(localDay(late, RIGA)).toEqual({ year: 2025, month: 2, day: 1 });
    expect(monthsIn(RIGA)(late)).toBe('2025/02');
    expect(monthsIn('America/New_York')(late)).toBe('2025/01');
  });
});

describe('a time zone', () => {
  it.each(['Europe/Riga', 'UTC', 'Asia/Kolkata'])('may be %s', (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  it.each(['', 'Europe/Rīga', '+02:00', 'Riga', 'Mars/Olympus'])('may not be “%s”', (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});

describe('a function that keeps its answers', () => {
  it('is asked once for each question', () => {
    const asked: string[] = [];
    const kept = keeping((a: number, b: string) => {
      asked.push(`${a}${b}`);
      return { a, b };
    });
    expect([kept(1, 'x'), kept(1, 'y'), kept(1, 'x')]).toEqual([
      { a: 1, b: 'x' },
      { a: 1, b: 'y' },
      { a: 1, b: 'x' },
    ]);
    expect(asked).toEqual(['1x', '1y']);
  });

  it('keeps that there is none too', () => {
    const asked: string[] = [];
    const kept = keeping((a: string, b: string): string | undefined => {
      asked.push(`${a}${b}`);
      return undefined;
    });
    expect([kept('a', 'b'), kept('a', 'b')]).toEqual([undefined, undefined]);
    expect(asked).toEqual(['ab']);
  });

  it('keeps the last tens of thousands of them at most', () => {
    let asked = 0;
    const kept = keeping((n: number) => {
      asked += 1;
      return n;
    });
    for (let n = 0; n < 100_000; n += 1) kept(n);
    expect(kept(99_999)).toBe(99_999);
    expect(asked).toBe(100_000);
    expect(kept(0)).toBe(0);
    expect(asked).toBe(100_001);
  });
});
