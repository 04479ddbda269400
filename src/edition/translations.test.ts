import { describe, expect, it } from 'vitest';
import type { ArticleRow } from '../store/rows.ts';
import { editionOf } from './edition-for-tests.ts';
import { contentOf, story } from './paper-for-tests.ts';
import { translatable, translationGroups } from './translations.ts';

describe('translations', () => {
  const group = (rows: ArticleRow[], path: string) =>
    [...editionOf(contentOf(rows)).translations]
      .find(([entry]) => entry.path === path)?.[1]
      .map((row) => row.path);

  it('are stories of one path, among three languages, in the paper’s order', () => {
    const rows = ['ar', 'ru', 'en'].map((language) => story(`${language}/2025/02/ice`));
    for (const row of rows) {
      expect(group(rows, row.path)).toEqual(['en/2025/02/ice', 'ru/2025/02/ice', 'ar/2025/02/ice']);
    }
  });

  it('name the original, also in a chain, and also while the original is held back', () => {
    const original = story('en/2025/02/ice');
    const rows = [
      story('ru/2025/02/led', { translationOf: 'en/2025/02/ice' }),
      story('ar/2025/02/thalj', { translationOf: 'ru/2025/02/led' }),
    ];
    expect(group([original, ...rows], 'ar/2025/02/thalj')).toEqual([
      'en/2025/02/ice',
      'ru/2025/02/led',
      'ar/2025/02/thalj',
    ]);
    const held = story('en/2025/02/ice', { published: '2030-01-01' });
    expect(group([held, ...rows], 'ru/2025/02/led')).toEqual([
      'ru/2025/02/led',
      'ar/2025/02/thalj',
    ]);
  });

  it('obey the name of the original rather than a path that happens to be the same', () => {
    const rows = [
      story('en/2025/02/one'),
      story('en/2025/02/two'),
      story('ru/2025/02/two', { translationOf: 'en/2025/02/one' }),
    ];
    expect(group(rows, 'ru/2025/02/two')).toEqual(['en/2025/02/one', 'ru/2025/02/two']);
    expect(group(rows, 'en/2025/02/two')).toBeUndefined();
  });

  it('have one story a language: a second claim stands alone', () => {
    const rows = [
      story('en/2025/02/ice'),
      story('ru/2025/02/a', { translationOf: 'en/2025/02/ice' }),
      story('ru/2025/02/b', { translationOf: 'en/2025/02/ice' }),
    ];
    expect(group(rows, 'en/2025/02/ice')).toEqual(['en/2025/02/ice', 'ru/2025/02/a']);
    expect(group(rows, 'ru/2025/02/b')).toBeUndefined();
  });

  it('survive stories that name each other', () => {
    const rows = [
      story('en/2025/02/a', { translationOf: 'ru/2025/02/b' }),
      story('ru/2025/02/b', { translationOf: 'en/2025/02/a' }),
    ];
    expect(group(rows, 'en/2025/02/a')).toEqual(['en/2025/02/a', 'ru/2025/02/b']);
  });

  it('are told apart where two names have one code', () => {
    const rows = ['en/2025/02/ice', 'en/2025/02/thaw', 'ru/2025/02/thaw'].map((path) => ({
      ...translatable(path, path.slice(0, 2), undefined),
      nameCode: 4711,
    }));
    const groups = translationGroups(rows, ['en', 'ru']);
    expect([...groups.keys()]).toEqual([rows[1], rows[2]]);
  });
});
