import { describe, expect, it } from 'vitest';
import type { Content } from '../store/rows.ts';
import { digestOf } from '../fingerprint.ts';
import { editionOf, printsOfUnit } from './edition-for-tests.ts';
import type { Edition } from './edition.ts';
import { contentOf, moment, stories, story } from './paper-for-tests.ts';
import { paperOf } from './paper.ts';
import { digestOfUnit } from './unit-digest.ts';
import { units } from './units.ts';

/** The addresses at which something else is printed, or for the first time, or no longer. */
async function changedFiles(before: Edition, after: Edition): Promise<string[]> {
  expect(digestOf(paperOf(after))).toBe(digestOf(paperOf(before)));
  const known = new Map(Array.from(units(before), (unit) => [unit.key, unit]));
  const changed = new Set<string>();
  for (const unit of units(after)) {
    const old = known.get(unit.key);
    known.delete(unit.key);
    if (old !== undefined && digestOfUnit(old) === digestOfUnit(unit)) continue;
    const was = old === undefined ? [] : await printsOfUnit(before, old);
    const is = await printsOfUnit(after, unit);
    const files = new Map(was.map((print) => [print.address, JSON.stringify(print)]));
    for (const print of is) {
      if (files.get(print.address) !== JSON.stringify(print)) changed.add(print.address);
      files.delete(print.address);
    }
    for (const address of files.keys()) changed.add(address);
  }
  expect([...known.keys()]).toEqual([]);
  return [...changed].sort();
}

/** A paper of as many stories, one an hour, all of one author and topic, the last of this month. */
function paperOfStories(count: number, more: Content['articles'] = []): Content {
  const last = moment('2025-03-01T10:00');
  const all = stories(count, { topics: ['Ice'], section: 'world' }).map((row, index) => ({
    ...row,
    facts: { ...row.facts, published: last - (count - 1 - index) * 60 * 60 * 1000 },
  }));
  return contentOf([...all, ...more]);
}

const NEW = story('en/2025/03/new', { topics: ['Ice'], published: '2025-03-01T11:00' });

describe('publishing a story', () => {
  it.each([100, 1000])('changes what names it, in a paper of %i', async (count) => {
    const changed = await changedFiles(
      editionOf(paperOfStories(count)),
      editionOf(paperOfStories(count, [NEW])),
    );
    expect(changed.filter((address) => !address.startsWith('/feeds/'))).toEqual([
      '/2025/03/index.html',
      '/2025/03/new.html',
      '/authors/anna/index.html',
      '/cards/2025/03/new.png',
      '/index.html',
      '/sitemap-index.xml',
      '/sitemaps/2025-03.xml',
      '/sitemaps/news.xml',
      '/sitemaps/pages.xml',
      '/topics/ice/index.html',
      '/world/index.html',
    ]);
    const feeds = ['', '/world', '/topics/ice', '/authors/anna'].flatMap((list) =>
      ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `/feeds${list}/${file}`),
    );
    expect(changed.filter((address) => address.startsWith('/feeds/'))).toEqual(feeds.sort());
  });

  it('makes a numbered page when the list is long enough, and touches only the one before it', async () => {
    // 91 stories: the thirty after the first sixty fill a page.
    const changed = await changedFiles(
      editionOf(paperOfStories(90)),
      editionOf(paperOfStories(90, [NEW])),
    );
    expect(changed.filter((address) => /\/\d+\.html$/.test(address))).toEqual([
      '/authors/anna/2.html',
      '/authors/anna/3.html',
      '/topics/ice/2.html',
      '/topics/ice/3.html',
      '/world/2.html',
      '/world/3.html',
    ]);
    expect(changed.filter((address) => address.startsWith('/sitemaps/lists'))).toEqual([
      '/sitemaps/lists-2025.xml',
    ]);
  });
});

describe('taking a story down', () => {
  it('leaves no file and no mention of it', async () => {
    const secret = story('en/2025/03/new', {
      headline: 'Zzsecret',
      topics: ['Ice'],
      published: '2025-03-01T11:00',
      redirectFrom: ['/zzsecret/'],
      corrections: [{ date: '2025-03-01T11:30', text: 'Zzsecret', kind: 'correction' }],
    });
    const before = editionOf(paperOfStories(40, [secret]));
    const after = editionOf(paperOfStories(40));
    const known = new Set(Array.from(units(after), ({ key }) => key));
    const gone = Array.from(units(before)).filter(({ key }) => !known.has(key));
    expect(gone.map(({ key }) => key)).toEqual(['story en/2025/03/new']);
    const prints = await Promise.all(gone.map((unit) => printsOfUnit(before, unit)));
    expect(prints.flat().map(({ address }) => address)).toEqual([
      '/2025/03/new.html',
      '/cards/2025/03/new.png',
      '/zzsecret/index.html',
    ]);
    for (const unit of units(after)) {
      expect(JSON.stringify([unit, await printsOfUnit(after, unit)])).not.toMatch(/zzsecret/i);
    }
  });
});
