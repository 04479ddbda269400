import { describe, expect, it } from 'vitest';
import { entryOf } from '../store/entry.ts';
import { story } from './paper-for-tests.ts';
import { PublishedStories } from './published.ts';

const paths = ['en/2025/02/ice', 'en/2025/02/thaw', 'ru/2025/02/ice', 'uz-Latn/2025/02/muz'];
const entries = paths.map((path) => entryOf(story(path)));

const published = (stories = entries) =>
  new PublishedStories(
    ['en', 'ru', 'uz-Latn'].map((language) => ({
      language,
      stories: stories.filter((entry) => entry.language === language),
    })),
  );

describe('published stories', () => {
  it('are found by their paths, and nothing else is', () => {
    expect(paths.map((path) => published().get(path)?.path)).toEqual(paths);
    for (const path of ['ru/2025/02/thaw', 'en/2025/02/ic', 'de/2025/02/ice', 'en', 'x', '']) {
      expect(published().get(path)).toBeUndefined();
    }
  });

  it('are found by a part of a text', () => {
    const has = (language: string, text: string, from = 1) =>
      published().has(language, text, from, text.length - '.html'.length);
    expect(has('en', '/2025/02/ice.html')).toBe(true);
    expect(has('ru', '/ru/2025/02/ice.html', 4)).toBe(true);
    expect(has('ru', '/2025/02/thaw.html')).toBe(false);
    expect(has('en', '/2025/02/ices.html')).toBe(false);
    expect(has('en', '.html')).toBe(false);
    expect(has('de', '/2025/02/ice.html')).toBe(false);
  });

  it('are told apart where two names have one code', () => {
    const nameCode = entryOf(story('en/2025/02/thaw')).nameCode;
    const alike = entries.map((entry) => ({ ...entry, nameCode }));
    expect(published(alike).get('en/2025/02/thaw')?.path).toBe('en/2025/02/thaw');
    expect(published(alike.slice(0, 1)).get('en/2025/02/thaw')).toBeUndefined();
  });
});
