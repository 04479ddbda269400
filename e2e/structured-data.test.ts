/** The structured data of every printed page: to schema.org, to Google, and beside the page itself. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import {
  googleFaults,
  isStoryNode,
  nodesBelow,
} from '../src/metadata/structured-data/google-for-tests.ts';
import type { PrintedFiles } from '../src/metadata/structured-data/google-for-tests.ts';
import { Vocabulary } from '../src/metadata/structured-data/vocabulary-for-tests.ts';
import type { VocabularyFile } from '../src/metadata/structured-data/vocabulary-for-tests.ts';
import { expect, isRedirect, isStory, ORIGIN, test } from './support/edition.ts';
import type { Edition } from './support/edition.ts';
import { attributesOf, jsonLd, links, metas } from './support/html.ts';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

/** Where the published schemas are: beside the repository, or where the environment says. */
const SCHEMAS =
  process.env['BROADSHEET_SCHEMAS'] ??
  fileURLToPath(new URL('../../shared/schemas', import.meta.url));

function readPages(edition: Edition): string[] {
  return edition.pages.filter((address) => !isRedirect(edition.elements(address)));
}

function fileOf(edition: Edition, url: string): string | undefined {
  if (!url.startsWith(`${ORIGIN}/`)) return undefined;
  const path = decodeURI(url.slice(ORIGIN.length).replace(/[?#].*$/, '')).normalize('NFC');
  const file = path.endsWith('/') ? `${path}index.html` : path;
  return edition.files.includes(file) ? file : undefined;
}

/** The sizes of all pictures that the structured data name. */
async function printedFiles(edition: Edition): Promise<PrintedFiles> {
  const urls = readPages(edition)
    .flatMap((address) => nodesBelow(jsonLd(edition.elements(address))))
    .filter((node) => node['@type'] === 'ImageObject')
    .map(({ url }) => String(url));
  const sizes = new Map<string, { width: number; height: number }>();
  for (const url of new Set(urls)) {
    const file = fileOf(edition, url);
    if (file === undefined) continue;
    const { width, height } = await sharp(edition.bytes(file)).metadata();
    sizes.set(url, { width, height });
  }
  return {
    origin: ORIGIN,
    sizeOf: (url) => sizes.get(url),
    isPage: (url) => fileOf(edition, url)?.endsWith('.html') === true,
  };
}

test('schema.org’s vocabulary allows the structured data of every page', ({ edition }) => {
  const file = `${SCHEMAS}/schemaorg-30.0-all-https.jsonld.gz`;
  test.skip(!existsSync(file), `schema.org’s vocabulary is not at ${file}`);
  const judge = new Vocabulary(
    JSON.parse(gunzipSync(readFileSync(file)).toString()) as VocabularyFile,
  );
  const faults = readPages(edition).flatMap((address) =>
    judge.faults(jsonLd(edition.elements(address))).map((fault) => `${address}${fault}`),
  );
  expect(faults).toEqual([]);
});

test('the structured data of every page are what Google asks for', async ({ edition }) => {
  const files = await printedFiles(edition);
  const faults = readPages(edition).flatMap((address) =>
    googleFaults(jsonLd(edition.elements(address)), { address }, files),
  );
  expect(faults).toEqual([]);
});

test('every kind of page says what it is', ({ edition }) => {
  const types = new Map<string, number>();
  for (const address of readPages(edition)) {
    const data = jsonLd(edition.elements(address));
    for (const { '@type': type } of data) {
      types.set(String(type), (types.get(String(type)) ?? 0) + 1);
    }
    const [trail] = data.filter((one) => one['@type'] === 'BreadcrumbList');
    const crumbs = (trail?.['itemListElement'] ?? []) as { item: string }[];
    const isFront = /^(?:\/[a-z]{2})?\/index\.html$/.test(address);
    if (address !== '/404.html') {
      // A front page is at the beginning of every trail, and of its own the only one.
      expect(crumbs.length >= 2 || (isFront && crumbs.length === 1), address).toBe(true);
      for (const { item } of crumbs) expect(fileOf(edition, item), item).toBeDefined();
    }
    if (isStory(address)) expect(data.filter(isStoryNode), address).toHaveLength(1);
    else if (/(?:^|\/)authors\/[^/]+\/index\.html$/.test(address)) {
      expect(data[0]?.['@type'], address).toBe('ProfilePage');
    }
  }
  expect([...types.keys()]).toEqual(
    expect.arrayContaining(['CollectionPage', 'ProfilePage', 'WebPage', 'LiveBlogPosting']),
  );
  const pages = readPages(edition).length;
  expect(types.get('WebSite')).toBe(pages);
  expect(types.get('BreadcrumbList')).toBe(pages - 1);
});

test('structured data say what head and page say', ({ edition }) => {
  let [otherWords, listed] = [0, 0];
  for (const address of readPages(edition)) {
    const elements = edition.elements(address);
    const data = jsonLd(elements);
    const one = (name: string) => metas(elements, name)[0];
    const [canonical] = links(elements, 'canonical').map(({ href }) => href);
    const [site] = data.filter((node) => node['@type'] === 'WebSite');
    if (one('og:locale')?.slice(0, 2) === site?.['inLanguage']) {
      expect(site?.['name'], address).toBe(one('og:site_name'));
    }
    const [own] = data;
    if (own !== site && !isStoryNode(own ?? {}) && own?.['@type'] !== 'BreadcrumbList') {
      expect(own?.['url'], address).toBe(canonical);
      expect(own?.['url'], address).toBe(one('og:url'));
      expect(own?.['name'], address).toBe(one('og:title'));
      expect(own?.['description'], address).toBe(one('description'));
    }
    const shown = new Set(
      attributesOf(elements, 'a').map(({ href = '' }) =>
        decodeURI(new URL(href, `http://paper${encodeURI(address)}`).pathname),
      ),
    );
    for (const { url } of nodesBelow(own?.['mainEntity']).filter(
      (node) => node['@type'] === 'ListItem',
    )) {
      listed += 1;
      expect([...shown], `${address} shows ${String(url)}`).toContain(fileOf(edition, String(url)));
    }
    const story = data.find(isStoryNode);
    if (story === undefined) continue;
    const authors = story['author'] as { name: string }[];
    expect(
      {
        url: story['url'],
        canonical: story['isBasedOn'] ?? story['url'],
        published: story['datePublished'],
        modified: story['dateModified'],
        section: story['articleSection'],
        tags: story['keywords'] ?? [],
        authors: authors.map(({ name }) => name),
        description: story['description'],
      },
      address,
    ).toEqual({
      url: one('og:url'),
      canonical,
      published: one('article:published_time'),
      modified: one('article:modified_time'),
      section: one('article:section'),
      tags: metas(elements, 'article:tag'),
      authors: metas(elements, 'article:author'),
      description: one('description'),
    });
    expect(story['headline'], address).toBe(elements.find(({ name }) => name === 'h1')?.text);
    if (story['headline'] !== one('og:title')) otherWords += 1;
    const ids = new Set(elements.map(({ attributes }) => attributes['id']));
    for (const { url } of (story['liveBlogUpdate'] ?? []) as { url: string }[]) {
      expect([...ids], url).toContain(decodeURIComponent(new URL(url).hash.slice(1)));
    }
  }
  expect(listed).toBeGreaterThan(100);
  expect(otherWords, 'only where the desk wrote other words to share').toBeLessThan(10);
});
