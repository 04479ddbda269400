import { describe, expect, it } from 'vitest';
import { cutList, STORIES_PER_PAGE } from './lists.ts';

describe('a list cut into pages', () => {
  it('shows what fits on the index alone', () => {
    expect(cutList(0)).toEqual({ newest: { start: 0, end: 0 }, older: [] });
    expect(cutList(1)).toEqual({ newest: { start: 0, end: 1 }, older: [] });
    expect(cutList(STORIES_PER_PAGE)).toEqual({
      newest: { start: 0, end: STORIES_PER_PAGE },
      older: [],
    });
  });

  it('has every story on a page, full pages, and number 1 with the oldest', () => {
    for (let count = 1; count < 200; count += 1) {
      const { newest, older } = cutList(count, 7);
      const seen = new Set<number>();
      for (const { start, end } of [newest, ...older]) {
        expect(start).toBeGreaterThanOrEqual(0);
        for (let index = start; index < end; index += 1) seen.add(index);
      }
      expect(seen.size).toBe(count);
      expect(older.every(({ start, end }) => end - start === 7)).toBe(true);
      if (older.length > 0) expect(older.at(-1)).toMatchObject({ number: 1, end: count });
    }
  });
});
