import { describe, expect, it } from 'vitest';
import { entryOf } from '../store/entry.ts';
import { memoryArchive } from '../store/memory-archive.ts';
import type { ArticleRow } from '../store/rows.ts';
import { nextChangeAt } from './next-change.ts';
import { appeal, contentOf, moment, NOW, story } from './paper-for-tests.ts';

describe('the next change', () => {
  const next = (rows: ArticleRow[], at = NOW) => nextChangeAt(memoryArchive(contentOf(rows)), at);

  it('is the next embargo, and no moment that is past', () => {
    const rows = [
      story('en/2025/03/a', { published: '2025-03-05' }),
      story('en/2025/03/b', { published: '2025-02-01T08:00' }),
    ];
    expect(next(rows)).toBe(moment('2025-03-05'));
    expect(next(rows, moment('2025-03-07'))).toBeUndefined();
  });

  it('is when a story is two days old and leaves the news sitemap, where it is in it', () => {
    const published = '2025-02-28T08:00';
    expect(next([story('en/2025/02/a', { published })])).toBe(moment('2025-03-02T08:00'));
    expect(next([story('en/2025/02/a', { published, noindex: true })])).toBeUndefined();
    expect(next([story('en/2025/02/a', { published, kind: 'sponsored' })])).toBeUndefined();
  });

  it('is an update, a correction, a substantial change or the end of live coverage', () => {
    const base = { published: '2025-01-01' };
    expect(next([story('en/2025/02/a', { ...base, updated: '2025-03-04' })])).toBe(
      moment('2025-03-04'),
    );
    expect(
      next([
        story('en/2025/02/a', {
          ...base,
          corrections: [{ date: '2025-03-03', text: 'x', kind: 'correction' }],
        }),
      ]),
    ).toBe(moment('2025-03-03'));
    expect(
      next([story('en/2025/02/a', { ...base, updates: [{ id: 'u', time: '2025-03-02' }] })]),
    ).toBe(moment('2025-03-02'));
    expect(
      next([story('en/2025/02/a', { ...base, live: { start: '2025-02-01', end: '2025-03-06' } })]),
    ).toBe(moment('2025-03-06'));
  });

  it('is a message to readers that begins or ends', () => {
    const among = (starts: string | undefined, ends: string | undefined) => {
      const from = starts === undefined ? {} : { from: moment(starts) };
      const until = ends === undefined ? {} : { until: moment(ends) };
      const appeals = [appeal('en/a', { ...from, ...until })];
      return nextChangeAt(memoryArchive(contentOf([], { appeals })), NOW);
    };
    expect(among('2025-04-01', '2025-05-01')).toBe(moment('2025-04-01'));
    expect(among('2025-01-01', '2025-05-01')).toBe(moment('2025-05-01'));
    expect(among(undefined, undefined)).toBeUndefined();
  });

  it('is none for drafts, and for what happens to a story before it is out only its publication', () => {
    expect(next([story('en/2025/03/a', { published: '2025-04-01', draft: true })])).toBeUndefined();
    expect(
      next([
        story('en/2025/03/a', {
          published: '2025-04-01',
          updates: [{ id: 'u', time: '2025-03-15' }],
        }),
      ]),
    ).toBe(moment('2025-04-01'));
  });

  it('is found among very many stories', () => {
    const entry = entryOf(story('en/2025/03/a', { published: '2025-04-01' }));
    const entries = Array.from({ length: 200_000 }, () => entry);
    expect(nextChangeAt({ entries, appeals: [] }, NOW)).toBe(moment('2025-04-01'));
  });
});
