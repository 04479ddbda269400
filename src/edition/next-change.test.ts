import { describe, expect, it } from 'vitest';
import { entryOf } from '../store/entry.ts';
import { memoryArchive } from '../store/memory-archive.ts';
import type { ArticleRow } from '../store/rows.ts';
import { digestOf } from '../fingerprint.ts';
import { editionOf } from './edition-for-tests.ts';
import { nextChangeAt } from './next-change.ts';
import { appeal, contentOf, moment, NOW, stories, story } from './paper-for-tests.ts';
import { paperOf } from './paper.ts';
import { digestOfUnit } from './unit-digest.ts';
import { units } from './units.ts';

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

describe('between two changes', () => {
  const rows = [
    ...stories(3),
    story('en/2025/02/storm', {
      kind: 'live',
      published: '2025-02-27',
      live: { start: '2025-02-27', end: '2025-03-03', pinned: [] },
      updates: [
        { id: 'u1', time: '2025-02-28T09:00' },
        { id: 'u2', time: '2025-03-02T10:00' },
      ],
    }),
    story('en/2025/02/port', {
      published: '2025-02-28T08:00',
      updated: '2025-03-04',
      corrections: [{ date: '2025-03-05', text: 'x', kind: 'correction' }],
    }),
    story('en/2025/03/soon', { published: '2025-03-06' }),
  ];
  const content = contentOf(rows, {
    appeals: [appeal('en/now', { from: moment('2025-03-01'), until: moment('2025-03-07') })],
  });
  const printedAt = (at: number) => {
    const edition = editionOf(content, { at });
    const made = [...units(edition)].map((unit) => [unit.key, digestOfUnit(unit)]);
    return JSON.stringify([made, digestOf(paperOf(edition))]);
  };

  it('the edition is the same at every moment', () => {
    const archive = memoryArchive(content);
    const moments: number[] = [];
    for (let at = moment('2025-02-26'); ;) {
      const next = nextChangeAt(archive, at);
      const until = next ?? at + 365 * 24 * 3_600_000;
      const printed = printedAt(at);
      for (const between of [at + 1, Math.floor((at + until) / 2), until - 1]) {
        expect(printedAt(between)).toBe(printed);
      }
      if (next === undefined) break;
      expect(printedAt(next)).not.toBe(printed);
      moments.push((at = next));
    }
    expect(moments.length).toBeGreaterThan(9);
  });
});
