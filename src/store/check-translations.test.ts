import { describe, expect, it } from 'vitest';
import { IN_THREE_LANGUAGES, problemsOf, storyText } from './folder-for-tests.ts';
import type { Files } from './folder-for-tests.ts';

/** What is wrong with a paper of stories by their paths, `ru/2025/02/led`, beside `en/2025/02/ice`. */
async function problemsAmong(stories: Record<string, string>, more: Files = {}) {
  const files = Object.entries(stories).map(([path, fields]) => [
    `articles/${path}.md`,
    storyText(fields),
  ]);
  const problems = await problemsOf({
    'publication.yaml': IN_THREE_LANGUAGES,
    ...(Object.fromEntries(files) as Files),
    ...more,
  });
  return problems;
}

const OF_ICE = 'translationOf: en/2025/02/ice';

describe('a translation', () => {
  it('that is the second in its language is a mistake, which names both', async () => {
    expect(await problemsAmong({ 'ru/2025/02/a': OF_ICE, 'ru/2025/02/b': OF_ICE })).toMatchObject([
      {
        severity: 'error',
        file: 'articles/ru/2025/02/b.md',
        line: 6,
        field: 'translationOf',
        value: 'en/2025/02/ice',
        message: expect.stringContaining('beside the story articles/ru/2025/02/a.md') as string,
      },
    ]);
  });

  it('is the second beside one that shares its path with the original', async () => {
    expect(await problemsAmong({ 'ru/2025/02/ice': '', 'ru/2025/02/a': OF_ICE })).toMatchObject([
      {
        file: 'articles/ru/2025/02/a.md',
        message: expect.stringContaining('articles/ru/2025/02/ice.md') as string,
      },
    ]);
  });

  it('is the second by way of another translation too', async () => {
    expect(
      await problemsAmong({
        'ru/2025/02/led': OF_ICE,
        'ar/2025/02/a': 'translationOf: ru/2025/02/led',
        'ar/2025/02/b': OF_ICE,
      }),
    ).toMatchObject([{ severity: 'error', file: 'articles/ar/2025/02/b.md' }]);
  });

  it('is none while the other is a draft', async () => {
    const draft = `${OF_ICE}\ndraft: true`;
    for (const stories of [
      { 'ru/2025/02/a': draft, 'ru/2025/02/b': OF_ICE },
      { 'ru/2025/02/a': OF_ICE, 'ru/2025/02/b': draft },
    ]) {
      expect(await problemsAmong(stories)).toEqual([]);
    }
  });

  it('may be one of a translation, or share its path with another story', async () => {
    expect(
      await problemsAmong({
        'ru/2025/02/led': OF_ICE,
        'ar/2025/02/thalj': 'translationOf: ru/2025/02/led',
        'en/2025/02/led': '',
      }),
    ).toEqual([]);
  });

  it('that names a story which names it in turn is warned of once', async () => {
    const stories = {
      'en/2025/02/a': 'translationOf: ru/2025/02/b',
      'ru/2025/02/b': 'translationOf: ar/2025/02/c',
      'ar/2025/02/c': 'translationOf: en/2025/02/a',
    };
    expect(await problemsAmong(stories)).toMatchObject([
      {
        severity: 'warning',
        file: 'articles/ar/2025/02/c.md',
        line: 6,
        field: 'translationOf',
        message: expect.stringContaining('articles/en/2025/02/a.md') as string,
      },
    ]);
  });

  it('in the language of its original is told once', async () => {
    expect(await problemsAmong({ 'en/2025/02/a': OF_ICE })).toMatchObject([
      { message: 'is a story in the same language' },
    ]);
  });

  it('may be a page, of which the same holds', async () => {
    const page = (...fields: string[]) => ['---', 'title: T', ...fields, '---', ''].join('\n');
    expect(
      await problemsAmong(
        {},
        {
          'pages/en/about.md': page(),
          'pages/ru/a.md': page('translationOf: en/about'),
          'pages/ru/b.md': page('translationOf: en/about'),
        },
      ),
    ).toMatchObject([
      {
        severity: 'error',
        file: 'pages/ru/b.md',
        line: 3,
        message: expect.stringContaining('the page pages/ru/a.md') as string,
      },
    ]);
  });
});
