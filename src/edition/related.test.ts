import { describe, expect, it } from 'vitest';
import { entryOf } from '../store/entry.ts';
import type { ArticleRow } from '../store/rows.ts';
import { newestFirst } from './edition.ts';
import { editionOf } from './edition-for-tests.ts';
import { contentOf, moment, slugs, stories, story } from './paper-for-tests.ts';
import { relatedAt, relatedStories } from './related.ts';

/** The choice for each story, by its path. */
function relatedOf(
  rows: readonly ArticleRow[],
  withdrawn: readonly string[] = [],
): Map<string, string[]> {
  const entries = rows.map(entryOf).sort(newestFirst);
  const related = relatedStories(entries, new Map(), ({ slug }) => withdrawn.includes(slug));
  return new Map(
    entries.map(({ path }, place) => [
      path,
      slugs(relatedAt(related, place).map((at) => entries[at])),
    ]),
  );
}

const relatedTo = (rows: readonly ArticleRow[], path: string) => relatedOf(rows).get(path);

const day = (slug: string, number: number, topics: string[] = [], section = 'world') =>
  story(`en/2025/01/${slug}`, {
    published: `2025-01-${String(number).padStart(2, '0')}`,
    topics,
    section,
  });

describe('related stories', () => {
  it('are older ones only, whatever newer ones share', () => {
    const rows = [day('a', 1, ['Ice']), day('b', 2, ['Ice']), day('c', 3, ['Ice'])];
    expect(relatedTo(rows, 'en/2025/01/b')).toEqual(['a']);
    expect(relatedTo(rows, 'en/2025/01/a')).toEqual([]);
  });

  it('stay the same when newer stories come, also when these make a topic common', () => {
    const rows = stories(60).map((row, index) => ({
      ...row,
      facts: {
        ...row.facts,
        topics: [index % 2, index % 3, index % 7].map((n) => ({ slug: `t${n}`, name: `t${n}` })),
      },
    }));
    const before = relatedOf(rows.slice(0, 30));
    const after = relatedOf(rows);
    expect(before.size).toBe(30);
    for (const [path, list] of before) expect(after.get(path)).toEqual(list);
  });

  it('are none that the paper withdrew', () => {
    const rows = [
      day('a', 1, ['Ice']),
      day('b', 2, ['Ice']),
      day('c', 3, ['Sea'], 'local'),
      day('d', 4, ['Ice']),
    ];
    expect(relatedTo(rows, 'en/2025/01/d')).toEqual(['b', 'a', 'c']);
    expect(relatedOf(rows, ['b']).get('en/2025/01/d')).toEqual(['a', 'c']);
    expect(relatedOf(rows, ['c']).get('en/2025/01/d')).toEqual(['b', 'a']);
    expect(relatedOf(rows, ['d']).get('en/2025/01/d')).toEqual(['b', 'a', 'c']);
  });

  it('lose a story at the moment of its retraction', () => {
    const rows = [day('a', 1, ['Ice']), day('b', 2, ['Ice'])];
    const date = moment('2025-01-09');
    rows[0]?.facts.corrections.push({ date, text: 'x', kind: 'retraction', placed: false });
    const chosen = (at: number) => {
      const [own] = editionOf(contentOf(rows), { at }).languages;
      return own === undefined ? undefined : relatedAt(own.related, 0);
    };
    expect(chosen(date - 1)).toEqual([1]);
    expect(chosen(date)).toEqual([]);
  });

  it('prefer a rare topic among the older to a common one', () => {
    const rows = [
      day('rare', 1, ['Lighthouse']),
      ...Array.from({ length: 8 }, (_, index) => day(`common${index}`, 2 + index, ['Ice'])),
      day('story', 20, ['Ice', 'Lighthouse']),
    ];
    expect(relatedTo(rows, 'en/2025/01/story')?.[0]).toBe('rare');
  });

  it('of equal weight come the nearest in time first, and few of them', () => {
    const rows = Array.from({ length: 9 }, (_, index) => day(`s${index}`, 1 + index, ['Ice']));
    expect(relatedTo(rows, 'en/2025/01/s8')).toEqual(['s7', 's6', 's5', 's4']);
  });

  it('are filled from the section, then from the calendar, up to three', () => {
    const rows = [
      day('sport1', 1, [], 'sport'),
      day('world1', 2),
      day('world2', 3),
      day('topic', 4, ['Ice'], 'sport'),
      day('story', 5, ['Ice'], 'sport'),
    ];
    expect(relatedTo(rows, 'en/2025/01/story')).toEqual(['topic', 'sport1', 'world2']);
  });

  it('know a topic by all its names', () => {
    const rows = [day('a', 1, ['Frost']), day('b', 2), day('c', 3, ['Ice'])].map(entryOf);
    const entries = [...rows].sort(newestFirst);
    const related = relatedStories(entries, new Map([['frost', 'ice']]), () => false);
    expect(relatedAt(related, 0).map((at) => entries[at]?.slug)).toEqual(['a', 'b']);
  });

  it('hardly change when a story goes that came before', () => {
    const rows = stories(300).map((row, index) => ({
      ...row,
      facts: {
        ...row.facts,
        topics: [index % 7, 7 + (index % 11), 20 + (index % 23)].map((n) => ({
          slug: `t${n}`,
          name: `t${n}`,
        })),
      },
    }));
    const gone = rows[20]?.path ?? '';
    const before = relatedOf(rows);
    const after = relatedOf(rows.filter(({ path }) => path !== gone));
    const others = [...after].filter(([path]) => !before.get(path)?.includes('s021'));
    const changed = others.filter(([path, list]) => list.join() !== before.get(path)?.join());
    expect(changed.length).toBeLessThan(others.length / 20);
  });
});
