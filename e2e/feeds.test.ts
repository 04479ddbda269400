/** Feeds as readers take them: programs that others wrote, browsers, and whoever compares them with the page. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import type { FeedEntry } from '@extractus/feed-extractor';
import type { Page } from '@playwright/test';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { parse, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import RssParser from 'rss-parser';
import { at, expect, fileOf, test } from './support/edition.ts';
import type { Edition } from './support/edition.ts';
import { FEED_FILES, feeds, FORMATS, isOfCorrections, readFeed } from './support/feeds.ts';
import type { FeedFile, FeedItem } from './support/feeds.ts';
import { links } from './support/html.ts';
import { writePaper } from './support/paper.ts';
import { printSound, temporaryFolder } from './support/run.ts';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

test('every feed is named, in all formats, by the page that it is the feed of', ({ edition }) => {
  const kinds = new Set<string>();
  for (const feed of feeds(edition)) {
    const home = parseRssFeed(edition.read(`${feed}rss.xml`)).link ?? '';
    const file = fileOf(edition, home);
    expect(file, `${feed}: ${home}`).toBeDefined();
    const named = links(edition.elements(file ?? ''), 'alternate')
      .filter(({ title }) => (title ?? '') !== '')
      .map(({ href = '', type }) => [type, fileOf(edition, href)]);
    for (const format of FEED_FILES) {
      expect(named, `${file} ${feed}`).toContainEqual([FORMATS[format], `${feed}${format}`]);
    }
    kinds.add(kindOf(feed));
  }
  expect([...kinds].sort()).toEqual(
    ['authors', 'corrections', 'paper', 'section', 'series', 'topics'].sort(),
  );
  for (const language of ['', 'ru/', 'ar/']) {
    expect(feeds(edition)).toContain(`/feeds/${language}`);
    expect(feeds(edition)).toContain(`/feeds/${language}corrections/`);
  }
});

function kindOf(feed: string): string {
  const [first = ''] = feed
    .slice('/feeds/'.length)
    .replace(/^(?:ru|ar)\//, '')
    .split('/');
  if (first === '') return 'paper';
  return ['authors', 'corrections', 'series', 'topics'].includes(first) ? first : 'section';
}

/** What a reader finds of a story; one author is enough, because some tell of no more. */
interface Read {
  title: string;
  link: string;
  author: string;
  /** Milliseconds since 1970. */
  date: number;
  content: string;
}

const wanted = ({ title, url, authors, published, html }: FeedItem): Read => ({
  title,
  link: url,
  author: authors[0] ?? '',
  date: published,
  content: html.trim(),
});

test('rss-parser finds every story with title, link, author, date and text', async ({
  edition,
}) => {
  const parser = new RssParser<object, { author?: string; 'content:encoded'?: string }>();
  for (const feed of feeds(edition)) {
    for (const file of ['rss.xml', 'atom.xml'] as const) {
      const { items } = await parser.parseString(edition.read(`${feed}${file}`));
      expect(
        items.map((item): Read => ({
          title: item.title ?? '',
          link: item.link ?? '',
          author: item.creator ?? item.author ?? '',
          date: Date.parse(item.isoDate ?? ''),
          content: (item['content:encoded'] ?? item.content ?? '').trim(),
        })),
        `${feed}${file}`,
      ).toEqual(readFeed(edition, feed, file).items.map(wanted));
    }
  }
});

test('the picture of a story is enclosed, with the length of its file', ({ edition }) => {
  for (const [file, storiesOf] of Object.entries(PICTURES)) {
    let count = 0;
    for (const feed of feeds(edition)) {
      for (const { enclosures, pictures } of storiesOf(edition.read(`${feed}${file}`))) {
        expect(
          enclosures.map(({ url }) => url),
          `${feed}${file}`,
        ).toEqual(pictures);
        for (const { length, type, url = '' } of enclosures) {
          expect(type).toBe('image/jpeg');
          expect(length, url).toBe(edition.bytes(fileOf(edition, url) ?? '').length);
          count += 1;
        }
      }
    }
    expect(count, file).toBeGreaterThan(50);
  }
});

/** What a story has of pictures: as Media RSS says it, and enclosed. */
interface Pictures {
  pictures: (string | undefined)[];
  enclosures: { url?: string | undefined; type?: string; length?: number }[];
}

const PICTURES: Record<'rss.xml' | 'atom.xml', (text: string) => Pictures[]> = {
  'rss.xml': (text) =>
    (parseRssFeed(text).items ?? []).map(({ enclosures = [], media }) => ({
      pictures: (media?.contents ?? []).map(({ url }) => url),
      enclosures,
    })),
  'atom.xml': (text) =>
    (parseAtomFeed(text).entries ?? []).map(({ links: related = [], media }) => ({
      pictures: (media?.contents ?? []).map(({ url }) => url),
      enclosures: related
        .filter(({ rel }) => rel === 'enclosure')
        .map(({ href: url, ...rest }) => ({ url, ...rest })),
    })),
};

/** feed-extractor gives author and text to whoever asks for them, as they stand in the file. */
interface Extracted extends FeedEntry {
  author?: string;
  content?: string;
}

const EXTRACTED: Record<FeedFile, (item: object) => Record<string, string>> = {
  'rss.xml': (item) => extracted(item, 'dc:creator', 'content:encoded'),
  'atom.xml': (item) => extracted(item, 'author', 'content'),
  'feed.json': (item) => extracted(item, 'authors', 'content_html'),
};

function extracted(item: object, author: string, content: string) {
  const fields = item as Record<string, unknown>;
  return { author: firstText(fields[author]), content: firstText(fields[content]) };
}

/** The first text in what a parser made of an element: itself, its text, or the name in it. */
function firstText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  if (Array.isArray(value)) return firstText(value[0]);
  if (typeof value !== 'object' || value === null) return '';
  const fields = value as Record<string, unknown>;
  return firstText(fields['name'] ?? fields['#text']);
}

test('feed-extractor finds every story with title, link, author, date and text', ({ edition }) => {
  for (const feed of feeds(edition)) {
    for (const file of FEED_FILES) {
      const text = edition.read(`${feed}${file}`);
      const options = { getExtraEntryFields: EXTRACTED[file] };
      const read =
        file === 'feed.json' ? extractFromJson(text, options) : extractFromXml(text, options);
      const { items, modified = [] } = readFeed(edition, feed, file);
      expect(
        (read.entries as Extracted[]).map((entry): Read => ({
          title: entry.title ?? '',
          link: entry.link ?? '',
          author: entry.author ?? '',
          date: Date.parse(String(entry.published)),
          content: entry.content ?? '',
        })),
        `${feed}${file}`,
      ).toEqual(
        items.map((item, index) => ({
          ...wanted(item),
          // It takes the last change of an entry of Atom for its date.
          date: file === 'atom.xml' ? modified[index] : item.published,
        })),
      );
    }
  }
});

for (const file of ['rss.xml', 'atom.xml'] as const) {
  test(`newsboat finds every story of every ${file} with title, link, author, date and text`, async ({
    edition,
    mounts,
  }) => {
    const newsboat = await promisify(execFile)('newsboat', ['-v']).catch(() => undefined);
    test.skip(newsboat === undefined, 'newsboat is not installed here: apt-get install newsboat');
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const place = (name: string) => join(folder, name);
    writeFileSync(
      place('urls'),
      feeds(edition)
        .map((feed) => `${at(mounts.root, `${feed}${file}`)}\n`)
        .join(''),
    );
    writeFileSync(place('config'), 'use-proxy no\n');
    await promisify(execFile)(
      'newsboat',
      ['-u', place('urls'), '-c', place('cache.db'), '-C', place('config'), '-x', 'reload'],
      { env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' } },
    );
    const database = new DatabaseSync(place('cache.db'), { readOnly: true });
    const rows = new Map(
      database
        .prepare('SELECT guid, title, author, url, pubDate, content FROM rss_item')
        .all()
        .map((row) => [String(row['guid']), row]),
    );
    const subscribed = database.prepare('SELECT title FROM rss_feed').all();
    database.close();
    expect(subscribed).toHaveLength(feeds(edition).length);

    // A story is in several feeds, and newsboat keeps it once.
    const stories = new Map(
      feeds(edition).flatMap((feed) =>
        readFeed(edition, feed, file).items.map((item) => [item.id, item] as const),
      ),
    );
    expect([...rows.keys()].sort()).toEqual([...stories.keys()].sort());
    for (const [id, { title, url, published, authors, html }] of stories) {
      const row = rows.get(id);
      expect(row, id).toMatchObject({ title, url, pubDate: published / 1000 });
      const author = String(row?.['author']);
      // Of several creators it keeps one.
      expect(authors.filter((name) => author.includes(name)).length, id).toBeGreaterThan(0);
      expect(String(row?.['content']).trim(), id).toBe(html.trim());
    }
  });
}

type Node = DefaultTreeAdapterTypes.Node;

/** Elements beside which other text stands on a line of its own. */
const BLOCKS =
  /^(?:article|aside|blockquote|br|caption|dd|details|div|dl|dt|fig(?:caption|ure)|footer|h[1-6]|header|hr|img|li|nav|ol|p|picture|pre|section|summary|t(?:able|body|d|foot|h|head|r)|ul)$/;

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  const text = 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
  return BLOCKS.test(node.nodeName) ? `\n${text}\n` : text;
}

/** The words of a text, whatever stands between them. */
function wordsOf(nodes: readonly Node[]): string {
  return nodes.map(textOf).join('\n').replace(/\s+/g, ' ').trim();
}

/** The elements of a class below a node, in their order. */
function ofClass(node: Node, name: string): Node[] {
  const classes =
    'attrs' in node ? node.attrs.find((attribute) => attribute.name === 'class')?.value : undefined;
  if (classes?.split(' ').includes(name) === true) return [node];
  return 'childNodes' in node ? node.childNodes.flatMap((child) => ofClass(child, name)) : [];
}

/** The text of a story's page, in its order, without what leads to other pages. */
function storyOnPage(edition: Edition, url: string): string {
  const [article] = ofClass(parse(edition.read(fileOf(edition, url) ?? '')), 'article');
  if (article === undefined) throw new Error(`There is no story at ${url}.`);
  const children = ofClass(article, 'text').flatMap((node) =>
    'childNodes' in node ? node.childNodes : [],
  );
  const around = [...ofClass(article, 'note'), ...ofClass(article, 'corrections')];
  const text = children.map((child) => {
    const corrections = around.includes(child) ? ofClass(child, 'correction') : [];
    // `Correction, 5 February 2025`: feeds set the kind bold instead.
    return corrections.length === 0
      ? wordsOf([child])
      : corrections.map((correction) => wordsOf([correction]).replace(/[,،]/, '')).join(' ');
  });
  return [wordsOf(ofClass(article, 'standfirst')), ...text].filter((part) => part !== '').join(' ');
}

/** What an embed leads to stands in brackets, because feeds have neither styles nor classes. */
function asInFeeds(page: string): string {
  return page.replace(/Open at ([\w.-]+)/g, '(Open at $1)');
}

test('feeds say what the page says, word for word', ({ edition }) => {
  const stories = new Map(
    feeds(edition)
      .filter((feed) => !isOfCorrections(feed))
      .flatMap((feed) => readFeed(edition, feed, 'rss.xml').items)
      .map((item) => [item.url, item.html]),
  );
  expect(stories.size).toBeGreaterThan(50);
  let live = 0;
  for (const [url, html] of stories) {
    const feed = wordsOf([parseFragment(html)]);
    const page = asInFeeds(storyOnPage(edition, url));
    if (url.includes('-live')) {
      // The line of an update stands below its headline in feeds, and above it on the page.
      live += 1;
      const sorted = (text: string) => text.replaceAll('·', ' ').split(/\s+/).sort();
      expect(sorted(feed), url).toEqual(sorted(page));
    } else expect(feed, url).toBe(page);
  }
  expect(live).toBeGreaterThan(0);
});

/** Where a feed shows that it is one, and what it has. */
async function shown(page: Page, selector: string) {
  return page.evaluate((path) => {
    const element = document.querySelector(path);
    if (element === null) return undefined;
    const { display, fontSize, fontWeight, direction } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return {
      display,
      size: Number.parseFloat(fontSize),
      weight: Number(fontWeight),
      direction,
      width,
      height,
      before: getComputedStyle(element, '::before').content,
    };
  }, selector);
}

test('a host that reads _headers sends feeds as what browsers show', ({ edition }) => {
  const headers = edition.read('/_headers');
  for (const file of ['rss.xml', 'atom.xml']) {
    expect(headers).toContain(`/feeds/${file}\n  Content-Type: text/xml; charset=utf-8\n`);
    expect(headers).toContain(`/feeds/*/${file}\n  Content-Type: text/xml; charset=utf-8\n`);
  }
  expect(headers).toContain('Content-Type: application/feed+json; charset=utf-8\n');
});

for (const [file, item] of [
  ['rss.xml', 'item'],
  ['atom.xml', 'entry'],
] as const) {
  for (const width of [390, 1280]) {
    test(`${file} is shown by a browser as a page, ${width} pixels wide`, async ({
      mounts,
      browser,
    }) => {
      const screen = { width, height: 900 };
      const context = await browser.newContext({
        viewport: screen,
        screen,
        isMobile: width < 600,
      });
      const page = await context.newPage();
      for (const [folder, direction] of [
        ['/feeds/', 'ltr'],
        ['/feeds/ar/', 'rtl'],
        ['/feeds/topics/harbour-ice/', 'ltr'],
      ] as const) {
        const where = `${folder}${file}`;
        const response = await page.goto(at(mounts.root, where));
        expect(response?.headers()['content-type']).toBe('text/xml; charset=utf-8');
        expect(await shown(page, 'self, [rel="self"]'), where).toMatchObject({ display: 'block' });
        const explanation = (await shown(page, '[rel="self"]'))?.before ?? '';
        expect(explanation.length, where).toBeGreaterThan(40);
        const title = await shown(page, `${item} > title`);
        expect(title, where).toMatchObject({ display: 'block', weight: 700, direction });
        const text = await shown(page, `${item} > ${item === 'item' ? 'description' : 'summary'}`);
        expect(text?.height, where).toBeGreaterThan(0);
        expect(title?.size ?? 0, where).toBeGreaterThan(text?.size ?? 0);
        const author = await shown(page, `${item} > ${item === 'item' ? 'creator' : 'author'}`);
        expect(author?.height, where).toBeGreaterThan(0);
        // A phone lays XML out on a page of 980 pixels and shrinks it: what is read is smaller.
        const shrunk = await page.evaluate(
          () => screen.width / document.documentElement.clientWidth,
        );
        expect((text?.size ?? 0) * Math.min(1, shrunk), where).toBeGreaterThanOrEqual(14);
        expect(title?.width ?? 0, where).toBeLessThanOrEqual(
          await page.evaluate(() => document.documentElement.clientWidth),
        );
        // The text of the stories is for readers: the whole of it would be markup here.
        for (const hidden of ['guid', 'id', 'encoded', 'content', 'pubDate', 'updated']) {
          const element = await shown(page, `${item} > ${hidden}`);
          expect(element?.display ?? 'none', `${where} ${hidden}`).toBe('none');
        }
      }
      await context.close();
    });
  }
}

test('the feed for readers of JSON is sent as one', async ({ mounts, request }) => {
  const response = await request.get(at(mounts.root, '/feeds/feed.json'));
  expect(response.headers()['content-type']).toBe('application/feed+json; charset=utf-8');
});

test('the build says which feeds it had to cut', async () => {
  const long = 'Ice, and more of it. '.repeat(6_000);
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
  const content = writePaper({
    publication: { cards: 'none' },
    stories: Object.fromEntries(
      numbers.map((number) => [`en/2026/11/long-${number}`, { body: long }]),
    ),
  });
  const { stdout, state } = await printSound({ content, args: ['--jobs', '1'] });
  const { warnings } = JSON.parse(readFileSync(join(state, 'edition.json'), 'utf8')) as {
    warnings: string[];
  };
  const missing = 'has 7 of its 12 stories: readers refuse feeds of more than 1,000,000 bytes';
  expect(warnings).toContain(`/feeds/rss.xml ${missing}`);
  expect(warnings).toContain(`/feeds/world/feed.json ${missing}`);
  expect(stdout).toContain(`What to look at in the edition:\n  ${warnings.join('\n  ')}\n`);
});
