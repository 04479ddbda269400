import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORIES_PER_PAGE } from '../../src/edition/lists.ts';
import { readContent } from '../../src/store/read.ts';
import { grammar } from './grammar.ts';
import { MOST_MORE, planArchive, quietPlace } from './plan.ts';
import { pressFile } from './press-markdown.ts';
import { randomFor } from './random.ts';
import { storyOf } from './stories.ts';
import { nextStory, oneMoreStory, readPlan, writeArchive } from './write.ts';

const OPTIONS = { stories: 400, seed: 7, pictures: 0.3, cards: 'all' } as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-archive-'));
  mkdirSync(path.join(folder, 'public'));
  await writeArchive(path.join(folder, 'content'), OPTIONS);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Digest of all files of a folder, by name and bytes. */
function digestOf(root: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

describe('an archive', () => {
  it('is the same for the same seed and another for another', async () => {
    const make = async (name: string) => {
      await writeArchive(path.join(folder, name), { ...OPTIONS, stories: 40 });
      return digestOf(path.join(folder, name));
    };
    expect(await make('a')).toBe(await make('b'));
    const first = (seed: number) => pressFile(storyOf(planArchive({ ...OPTIONS, seed }), 0));
    expect(first(7)).toBe(first(7));
    expect(first(8)).not.toBe(first(7));
  }, 60_000);

  it('is a paper in which the press finds nothing wrong, with one story more as well', async () => {
    const read = () => readContent(path.join(folder, 'content'), path.join(folder, 'public'));
    const before = await read();
    expect(before.problems).toEqual([]);
    expect(before.content?.articles).toHaveLength(OPTIONS.stories);

    const added = oneMoreStory(path.join(folder, 'content'), 1);
    const after = await read();
    expect(after.problems).toEqual([]);
    const stories = after.content!.articles.toSorted(
      (a, b) => a.facts.published - b.facts.published,
    );
    expect(stories).toHaveLength(OPTIONS.stories + 1);
    const newest = stories.at(-1)!;
    expect(newest.path).toBe(added);
    expect(newest.data.authors).toHaveLength(1);
    expect(newest.data.topics).toHaveLength(1);
    expect(newest.facts.lead).toBeUndefined();
    // The month is there already: its page and sitemap change, none is new.
    const month = newest.path.split('/').slice(0, 3).join('/');
    expect(stories.at(-2)!.path).toContain(month.slice('en/'.length));
  });

  it('has what real archives have', async () => {
    const { content } = await readContent(
      path.join(folder, 'content'),
      path.join(folder, 'public'),
    );
    const stories = content!.articles;
    const share = (language: string) =>
      stories.filter((row) => row.facts.language === language).length / stories.length;
    expect(share('en')).toBeGreaterThan(0.6);
    expect(share('ru')).toBeGreaterThan(0.12);
    expect(share('ar')).toBeGreaterThan(0.05);
    const has = (what: (row: (typeof stories)[number]) => boolean) => stories.some(what);
    expect(has((row) => row.facts.lead !== undefined)).toBe(true);
    expect(has((row) => row.facts.corrections.length > 0)).toBe(true);
    expect(has((row) => row.facts.updates.length > 4)).toBe(true);
    expect(has((row) => row.data.translationOf !== undefined)).toBe(true);
    expect(has((row) => row.data.authors === undefined)).toBe(true);
    const articles = path.join(folder, 'content/articles');
    const texts = stories.map((row) => readFileSync(path.join(articles, `${row.path}.md`), 'utf8'));
    for (const piece of [/^\| --- \|/m, /^> /m, /^- /m, /^:::pullquote/m, /\]\(\/ru\/\d{4}\//]) {
      expect(texts.some((text) => piece.test(text))).toBe(true);
    }
    const words = texts.map((text) => text.split(/\s+/).length).sort((a, b) => a - b);
    expect(words[200]).toBeGreaterThan(450);
    expect(words[200]).toBeLessThan(800);
  });

  it('has no folder of more than 1,000 files and no path twice, however many stories', () => {
    // From 25,000 on the days grow with the stories, and the months stay as full as they are here.
    const plan = planArchive({ ...OPTIONS, stories: 60_000 });
    const months = new Map<string, number>();
    const paths = new Set<string>();
    for (let number = 0; number < plan.stories; number += 1) {
      const story = plan.identity(number).path;
      paths.add(story.toLowerCase());
      const month = path.posix.dirname(story);
      months.set(month, (months.get(month) ?? 0) + 1);
    }
    const pictures = readdirSync(path.join(folder, 'content/.pictures')).length;
    expect(Math.max(...months.values()) + pictures).toBeLessThan(1000);
    expect(paths.size).toBe(plan.stories);
  }, 60_000);

  it('is not written over anything', async () => {
    await expect(writeArchive(folder, OPTIONS)).rejects.toThrow('is not empty');
    expect(existsSync(path.join(folder, 'publication.yaml'))).toBe(false);
  });
});

describe('one story more', () => {
  it('makes no list longer by a page, however many of them come', () => {
    for (const stories of [1000, 3000]) {
      const plan = planArchive({ ...OPTIONS, stories });
      const { section, author, topic } = quietPlace(plan);
      const count = { section: 0, author: 0, topic: 0 };
      for (let number = 0; number < stories; number += 1) {
        const identity = plan.identity(number);
        if (identity.language !== 'en') continue;
        const { topics, authors } = plan.names(identity);
        if (identity.section === section) count.section += 1;
        if (authors.includes(author)) count.author += 1;
        if (topics.includes(topic)) count.topic += 1;
      }
      const older = (all: number) => Math.floor((all - 1) / STORIES_PER_PAGE);
      for (const all of Object.values(count)) {
        expect(all).toBeGreaterThan(1);
        expect(older(all + MOST_MORE)).toBe(older(all));
      }
    }
  });

  it('comes after the one before, and there are so many of them only', () => {
    const plan = readPlan(path.join(folder, 'content'));
    const [first, second] = [nextStory(plan, 1), nextStory(plan, 2)];
    expect(second.data.published > first.data.published).toBe(true);
    expect(first.data.published > plan.identity(plan.stories - 1).published).toBe(true);
    expect(() => nextStory(plan, 0)).toThrow(RangeError);
    expect(() => nextStory(plan, MOST_MORE + 1)).toThrow(RangeError);
    expect(() => readPlan(folder)).toThrow('is no archive');
  });
});

describe('a grammar', () => {
  const random = randomFor(1, 'test');

  it('fills its rules, with capitals and numbers', () => {
    const { say } = grammar({ who: 'the mayor', line: '{Who} has {3-3} votes, said {who}.' });
    expect(say('line', random)).toBe('The mayor has 3 votes, said the mayor.');
  });

  it('names a rule that is not there', () => {
    expect(() => grammar({ line: '{whom} spoke' })).toThrow('no rule "whom"');
    expect(() => grammar({ line: 'x' }).say('lines', random)).toThrow('no rule "lines"');
  });
});
