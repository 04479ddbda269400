/** Feeds as programs read them that we did not write. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';

import { feed, viewOf } from './feed-for-tests.ts';
import type { FeedItem, FeedView } from './feed.ts';
import { FORMATS } from './formats.ts';
import type { FeedFormat } from './formats.ts';
import { HOSTILE } from './hostile-for-tests.ts';
import { printFeed } from './print.ts';
import { authorsOf, fullText, summaryOf, titleOf } from './text.ts';
import { legalText } from './xml.ts';

/** What every reader must find of a story. */
interface Found {
  id: string;
  title: string;
  link: string;
  /** Milliseconds since 1970. */
  published: number;
  authors: string[];
  content: string;
}

const clean = (text: string) => legalText(text).trim();

const wanted = (item: FeedItem): Found => ({
  id: item.id,
  title: clean(titleOf(item)),
  link: item.url,
  published: item.published,
  authors: authorsOf(item).map(({ name }) => clean(name)),
  content: clean(fullText(item) === '' ? summaryOf(item) : fullText(item)),
});

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const date = (value: unknown) => Date.parse(String(value));

type Read = (text: string) => Promise<Found[]> | Found[];

/** feedsmith, which reads everything. */
const feedsmith: Record<FeedFormat, Read> = {
  rss: (xml) =>
    (parseRssFeed(xml).items ?? []).map((item) => ({
      id: text(item.guid?.value),
      title: text(item.title),
      link: text(item.link),
      published: date(item.pubDate),
      authors: (item.dc?.creators ?? []).map(text),
      content: text(item.content?.encoded ?? item.description),
    })),
  atom: (xml) =>
    (parseAtomFeed(xml).entries ?? []).map((entry) => ({
      id: text(entry.id),
      title: text(entry.title?.value),
      link: text(entry.links?.find(({ rel }) => rel === 'alternate')?.href),
      published: date(entry.published),
      authors: (entry.authors ?? []).map(({ name }) => text(name)),
      content: text(entry.content?.value ?? entry.summary?.value),
    })),
  json: (json) =>
    (parseJsonFeed(json).items ?? []).map((item) => ({
      id: text(item.id),
      title: text(item.title),
      link: text(item.url),
      published: date(item.date_published),
      authors: (item.authors ?? []).map(({ name }) => text(name)),
      content: text(item.content_html ?? item.content_text),
    })),
};

describe.each(FORMATS)('feedsmith reads %s', (format) => {
  it.each([
    ['the feed of the paper', viewOf(format)],
    ['hostile stories', viewOf(format, { items: HOSTILE })],
  ])('of %s: every story with all that it has', async (_, view) => {
    const found = await feedsmith[format](printFeed(view, format).text);
    expect(found).toHaveLength(view.items.length);
    for (const [index, item] of view.items.entries()) {
      expect({ ...found[index], content: '' }).toEqual({ ...wanted(item), content: '' });
      expect(found[index]?.content).toBe(wanted(item).content);
    }
  });

  it('of an empty feed', async () => {
    const empty = viewOf(format, { items: [], changed: undefined });
    expect(await feedsmith[format](printFeed(empty, format).text)).toEqual([]);
  });
});

/** rss-parser, which knows one creator a story and no author of Atom but the first. */
const rssParser = async (view: FeedView, format: 'rss' | 'atom') =>
  (await new RssParser().parseString(printFeed(view, format).text)).items;

describe.each(['rss', 'atom'] as const)('rss-parser reads %s', (format) => {
  it.each([
    ['the feed of the paper', viewOf(format)],
    ['hostile stories', viewOf(format, { items: HOSTILE })],
  ])('of %s: every story with title, link, author, date and text', async (_, view) => {
    const items = await rssParser(view, format);
    expect(items).toHaveLength(view.items.length);
    for (const [index, item] of view.items.entries()) {
      const found = items[index] as Record<string, unknown> | undefined;
      const { authors, content, id, link, published, title } = wanted(item);
      expect(text(found?.['title'])).toBe(title);
      expect(found?.['link']).toBe(link);
      expect(text(format === 'rss' ? found?.['guid'] : found?.['id'])).toBe(id);
      expect(date(found?.['isoDate'])).toBe(published);
      expect(text(found?.[format === 'rss' ? 'creator' : 'author'])).toBe(authors[0]);
      expect(text(found?.[format === 'rss' ? 'content:encoded' : 'content'])).toBe(content);
    }
  });

  it('with the names of sections and topics', async () => {
    if (format === 'atom') return;
    const [first] = await rssParser(viewOf(format), format);
    expect(first?.categories).toEqual(['World', 'Ferries', '12']);
  });
});

describe.each(FORMATS)('feed-extractor reads %s', (format) => {
  it.each([
    ['the feed of the paper', feed.items],
    ['hostile stories', HOSTILE],
  ])('of %s: every story with title, link, date and description', (_, items) => {
    const printed = printFeed(viewOf(format, { items }), format).text;
    const found = format === 'json' ? extractFromJson(printed) : extractFromXml(printed);
    expect(found).toMatchObject({ link: feed.home, language: 'en' });
    expect(found.entries).toHaveLength(items.length);
    for (const [index, item] of items.entries()) {
      const entry = found.entries?.[index];
      expect(entry?.link).toBe(item.url);
      // It takes the change for the date of an entry of Atom.
      const moment = format === 'atom' ? item.modified : item.published;
      expect(Math.floor(date(entry?.published) / 1000) * 1000).toBe(moment);
      expect(text(entry?.title)).not.toBe('');
      expect(text(entry?.description)).not.toBe('');
    }
    expect(found.entries?.map(({ title }) => title?.trim()).slice(0, 2)).toEqual(
      items.slice(0, 2).map((item) => clean(titleOf(item))),
    );
  });
});

/** A reader of Debian, where it is installed. */
const newsboat = (() => {
  try {
    return execFileSync('which', ['newsboat'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
})();

describe.skipIf(newsboat === undefined)('newsboat reads', () => {
  it.each(['rss', 'atom'] as const)(
    '%s: every story, once, with all that it has',
    async (format) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'feeds-'));
      try {
        const file = (name: string) => path.join(folder, name);
        const items = [...feed.items, ...HOSTILE];
        await writeFile(file('feed.xml'), printFeed(viewOf(format, { items }), format).text);
        await writeFile(file('urls'), `${pathToFileURL(file('feed.xml')).href}\n`);
        await writeFile(file('config'), '');
        await promisify(execFile)(
          newsboat ?? '',
          ['-u', file('urls'), '-c', file('cache.db'), '-C', file('config'), '-x', 'reload'],
          { env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' } },
        );
        const database = new DatabaseSync(file('cache.db'), { readOnly: true });
        const rows = database
          .prepare('SELECT guid, title, author, url, pubDate, content FROM rss_item')
          .all();
        database.close();
        expect(rows).toHaveLength(items.length);
        for (const item of items) {
          const row = rows.find(({ guid }) => guid === item.id);
          const { authors, link, published } = wanted(item);
          expect(row, item.id).toMatchObject({ url: link, pubDate: Math.floor(published / 1000) });
          expect(text(row?.['title']), item.id).not.toBe('');
          // Of several creators it keeps the last.
          expect(
            authors.filter((name) => text(row?.['author']).includes(name)),
            item.id,
          ).not.toEqual([]);
          expect(text(row?.['content']), item.id).not.toBe('');
        }
        expect(rows.map(({ title }) => title)).toEqual(
          expect.arrayContaining(feed.items.map(({ title }) => title)),
        );
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});

describe('an id', () => {
  const ids = async (view: (format: FeedFormat) => FeedView) => {
    const found = await Promise.all(
      FORMATS.map(async (format) =>
        (await feedsmith[format](printFeed(view(format), format).text)).map(({ id }) => id),
      ),
    );
    for (const other of found) expect(other).toEqual(found[0]);
    return found[0];
  };

  it('is the same in every format, after an edit, a correction and a move of host', async () => {
    const before = await ids((format) => viewOf(format));
    const after = await ids((format) =>
      viewOf(format, {
        self: `https://new.example/feeds/${format}`,
        home: 'https://new.example/',
        items: feed.items.map((item) => ({
          ...item,
          url: item.url.replace('paper.example/sub', 'new.example'),
          title: `${item.title}, says the union`,
          html: `${item.html}<p>More.</p>`,
          modified: item.modified + 3_600_000,
          corrections: [{ label: 'Correction', date: '', dateTime: '', text: 'Not so.' }],
        })),
      }),
    );
    expect(after).toEqual(before);
    expect(new Set(before).size).toBe(feed.items.length);
  });
});
