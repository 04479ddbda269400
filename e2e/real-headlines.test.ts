/** Headlines of real articles in eight languages, as cards set them and as a browser does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { corpusArticle } from '../bench/corpus/corpus-article.ts';
import type { CardView } from '../src/cards/card.ts';
import { compose } from '../src/cards/draw.ts';
import { loadShaper } from '../src/cards/fonts.ts';
import { obstacles } from '../src/cards/packages.ts';
import { direction } from '../src/locales/locales.ts';
import { difference } from './support/browser-type.ts';

const CORPUS = new URL('../../shared/corpora/real/articles/', import.meta.url).pathname;

/** Pixels that a browser's smoothing may set otherwise. */
const MOST_STRAYS = 8;

test.beforeAll(loadShaper);

test('headlines of real articles are on cards what a browser makes of them', async ({ page }) => {
  test.skip(!existsSync(CORPUS), `the articles are not in ${CORPUS}`);
  test.setTimeout(240_000);
  const set = new Map<string, number>();
  const left = new Set<string>();
  for (const name of readdirSync(CORPUS).filter((one) => one.endsWith('.json'))) {
    const article = corpusArticle.parse(JSON.parse(readFileSync(join(CORPUS, name), 'utf8')));
    const view: CardView = {
      kind: 'article',
      language: article.lang,
      dir: direction(article.lang),
      paper: 'Gazette',
      section: '',
      headline: article.title,
      line: '',
      accent: '#1f4e6b',
    };
    const { characters, packages } = obstacles(view);
    expect(characters, article.title).toEqual([]);
    if (packages.length > 0) {
      for (const missing of packages) left.add(missing);
      continue;
    }
    const type = compose(view).types.at(-1);
    if (type === undefined) throw new Error(`${article.title} has a card without a headline`);
    expect(await difference(page, type, view), article.title).toBeLessThanOrEqual(MOST_STRAYS);
    set.set(article.lang, (set.get(article.lang) ?? 0) + 1);
  }
  test.info().annotations.push({
    type: 'set',
    description: `${[...set].join(' ')}; not installed: ${[...left].join(' ')}`,
  });
  expect([...set.keys()]).toEqual(expect.arrayContaining(['en', 'ru', 'ar', 'fa']));
});
