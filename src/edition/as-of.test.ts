import { describe, expect, it } from 'vitest';
import { entryOf } from '../store/entry.ts';
import type { ArticleRow } from '../store/rows.ts';
import { modifiedAt, storyAsOf } from './as-of.ts';
import { moment, NOW, pictureUse, story } from './paper-for-tests.ts';

/** The story as an edition of a moment refers to it. */
const asOf = (row: ArticleRow, at: number, preview = false) => {
  const entry = entryOf(row);
  const modified = modifiedAt(entry, { at, preview });
  return storyAsOf(row, { modified, ended: entry.ends !== undefined && entry.ends <= at });
};

describe('what a live report shows', () => {
  const live = story('en/2025/02/live', {
    kind: 'live',
    live: { start: '2025-02-28', end: '2025-03-04', pinned: ['u2', 'u9'] },
    updates: [
      { id: 'u1', time: '2025-02-28T09:00' },
      { id: 'u2', time: '2025-02-28T10:00' },
      { id: 'u3', time: '2025-02-28T11:00' },
      { id: 'u4', time: '2025-03-01T12:00' },
      { id: 'u5', time: '2025-03-01T12:01' },
      { id: 'u9', time: '2025-03-02T12:01' },
    ],
    facts: {
      pictures: {
        './one.jpg': pictureUse('one.jpg'),
        './five.jpg': pictureUse('five.jpg'),
        './both.jpg': pictureUse('both.jpg'),
      },
      pictureUpdates: { './one.jpg': ['u1'], './five.jpg': ['u5'], './both.jpg': ['u5', null] },
    },
  });
  const ids = (at: number, preview = false) =>
    asOf(live, at, preview).facts.updates.map(({ id }) => id);

  it('holds updates back until their time, newest first, pinned ones on top', () => {
    expect(ids(NOW)).toEqual(['u2', 'u4', 'u3', 'u1']);
    expect(ids(NOW - 1)).toEqual(['u2', 'u3', 'u1']);
    expect(ids(NOW, true)).toHaveLength(6);
  });

  it('is modified by its newest update that is out, and never by one held back', () => {
    expect(asOf(live, NOW).facts.modified).toBe(NOW);
    expect(asOf(live, NOW - 1).facts.modified).toBe(moment('2025-02-28T11:00'));
  });

  it('has the pictures of updates that are out', () => {
    const files = (at: number) =>
      Object.values(asOf(live, at).facts.pictures).map(({ file }) => file);
    expect(files(NOW)).toEqual(['one.jpg', 'both.jpg']);
    expect(files(moment('2025-03-01T12:01'))).toEqual(['one.jpg', 'five.jpg', 'both.jpg']);
  });

  it('ends when its end has come, and says no end before', () => {
    expect(asOf(live, NOW).facts.live?.end).toBeUndefined();
    expect(asOf(live, moment('2025-03-04')).facts.live?.end).toBe(moment('2025-03-04'));
  });
});

describe('the moment of a change', () => {
  it('counts updates and corrections that are out, and none that are to come', () => {
    const row = story('en/2025/02/a', {
      updated: '2025-04-01',
      corrections: [
        { date: '2025-05-01', text: 'later', kind: 'correction' },
        { date: '2025-02-15', text: 'now', kind: 'correction' },
      ],
    });
    const { corrections, modified } = asOf(row, NOW).facts;
    expect(corrections.map(({ n, text }) => [n, text])).toEqual([[2, 'now']]);
    expect(modified).toBe(moment('2025-02-15'));
    expect(asOf(row, moment('2025-04-02')).facts.modified).toBe(moment('2025-04-01'));
    expect(JSON.stringify(asOf(row, NOW))).not.toContain('later');
    expect(asOf(row, NOW, true).facts.corrections.map(({ n }) => n)).toEqual([2, 1]);
  });

  it('is the publication where nothing came after', () => {
    expect(asOf(story('en/2025/02/a'), NOW).facts.modified).toBe(moment('2025-02-01T12:00'));
  });
});
