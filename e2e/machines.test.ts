/** What machines read: heads, structured data, feeds, sitemaps, manifest, robots.txt. */
import { existsSync, readFileSync } from 'node:fs';
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import { parseOpml } from 'feedsmith';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import RssParser from 'rss-parser';
import sharp from 'sharp';
import {
  expect,
  fileOf,
  isRedirect,
  isStory,
  KINDS,
  ORIGIN,
  REDIRECT,
  test,
} from './support/edition.ts';
import type { Edition } from './support/edition.ts';
import { FEED_FILES, feeds, FORMATS, isOfCorrections, readFeed } from './support/feeds.ts';
import { elementsOfFragment, jsonLd, links, metas, textOfFragment } from './support/html.ts';
import { MOMENT } from './support/run.ts';

/** Pages that search may show: what sitemaps list, and nothing else. */
function indexable(edition: Edition): string[] {
  return edition.pages.filter((address) => {
    const elements = edition.elements(address);
    const elsewhere = links(elements, 'canonical')[0]?.['href']?.startsWith(ORIGIN) === false;
    return (
      address !== '/404.html' && !metas(elements, 'robots').join().includes('noindex') && !elsewhere
    );
  });
}

/** The address of a file on the primary origin, in its canonical form. */
function canonical(address: string): string {
  return `${ORIGIN}${encodeURI(address.replace(/(^|\/)index\.html$/, '$1'))}`;
}

test('every page names one canonical address, its own', ({ edition }) => {
  for (const address of edition.pages.filter((page) => page !== '/404.html')) {
    const elements = edition.elements(address);
    const named = links(elements, 'canonical').map(({ href }) => href);
    expect(named, address).toHaveLength(1);
    if (isRedirect(elements)) {
      expect(fileOf(edition, named[0] ?? ''), address).toBeDefined();
    } else if (named[0]?.startsWith(ORIGIN) === true) {
      expect(named[0], address).toBe(canonical(address));
      expect(metas(elements, 'og:url'), address).toEqual([canonical(address)]);
    }
  }
});

test('a redirect leads to its story, is not indexed and needs no script', ({ edition }) => {
  const redirects = edition.pages.filter((page) => isRedirect(edition.elements(page)));
  expect(redirects.length).toBeGreaterThanOrEqual(3);
  for (const address of redirects) {
    const elements = edition.elements(address);
    const refresh = elements.find(({ attributes }) => attributes['http-equiv'] === 'refresh');
    const to = /^0; url=(.+)$/.exec(refresh?.attributes['content'] ?? '')?.[1] ?? '';
    const target = decodeURI(new URL(to, `http://host${encodeURI(address)}`).pathname);
    expect(edition.pages, address).toContain(target);
    expect(links(elements, 'canonical')[0]?.['href'], address).toBe(canonical(target));
    expect(metas(elements, 'robots'), address).toEqual(['noindex']);
    for (const name of ['og:title', 'og:description', 'og:image', 'og:url', 'twitter:card']) {
      const said = metas(elements, name);
      expect(said, `${address} ${name}`).toHaveLength(1);
      expect(said, `${address} ${name}`).toEqual(metas(edition.elements(target), name));
    }
    expect(
      elements.filter(({ name }) => name === 'script'),
      address,
    ).toEqual([]);
    expect(
      elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes['href']),
    ).toEqual([to]);
  }
  expect(redirects).toContain(REDIRECT.from);
});

test('translations name each other, both ways, with a default', ({ edition }) => {
  const alternates = (address: string) =>
    new Map(
      links(edition.elements(address), 'alternate')
        .filter(({ hreflang }) => hreflang !== undefined)
        .map(({ hreflang = '', href = '' }) => [hreflang, href]),
    );
  let sets = 0;
  for (const address of edition.pages) {
    const named = alternates(address);
    if (named.size === 0) continue;
    sets += 1;
    const own = canonical(address);
    expect([...named.values()], `${address} names itself`).toContain(own);
    expect(named.has('x-default'), `${address} has a default`).toBe(true);
    for (const [language, url] of named) {
      const file = fileOf(edition, url);
      expect(file, `${address} → ${language} ${url}`).toBeDefined();
      expect([...alternates(file ?? '')].sort(), `${url} says the same`).toEqual([...named].sort());
      if (language === 'x-default') continue;
      const html = edition.elements(file ?? '').find(({ name }) => name === 'html');
      expect(html?.attributes['lang'], url).toBe(language);
    }
  }
  expect(sets).toBeGreaterThan(15);
  expect(alternates('/2026/11/ferry-strike-ends.html').size).toBe(4);
  expect(alternates('/index.html').size, 'front pages').toBe(4);
});

test('Open Graph and Twitter tags are whole, and the picture is what they say', async ({
  edition,
}) => {
  const cards = new Map<string, Promise<{ width: number; height: number; format: string }>>();
  for (const address of edition.pages) {
    const elements = edition.elements(address);
    if (address === '/404.html' || isRedirect(elements)) continue;
    const one = (name: string) => {
      const values = metas(elements, name);
      expect(values, `${address} ${name}`).toHaveLength(1);
      expect(values[0]?.trim(), `${address} ${name}`).not.toBe('');
      return values[0] ?? '';
    };
    expect(one('og:type'), address).toBe(isStory(address) ? 'article' : one('og:type'));
    expect(one('og:site_name'), address).not.toBe('');
    expect(one('og:locale'), address).toMatch(/^[a-z]{2,3}_[A-Z]{2}$/);
    expect(one('twitter:card'), address).toBe('summary_large_image');
    expect(one('twitter:title'), address).toBe(one('og:title'));
    expect(one('twitter:image'), address).toBe(one('og:image'));
    expect(one('og:image:alt'), address).toBe(one('twitter:image:alt'));
    const image = one('og:image');
    expect(image, address).toMatch(/\?v=[0-9a-f]{8,}$/);
    const file = fileOf(edition, image);
    expect(file, `${address} ${image}`).toBeDefined();
    const known = cards.get(file ?? '') ?? sharp(edition.bytes(file ?? '')).metadata();
    cards.set(file ?? '', known);
    const { width, height, format } = await known;
    expect(`${width}×${height} image/${format}`, image).toBe(
      `${one('og:image:width')}×${one('og:image:height')} ${one('og:image:type')}`,
    );
    expect(one('og:description'), address).not.toBe('');
    if (isStory(address)) {
      expect(one('article:published_time'), address).toMatch(/[+-]\d\d:\d\d$/);
      expect(one('article:modified_time'), address).toMatch(/[+-]\d\d:\d\d$/);
      expect(metas(elements, 'article:author').length, address).toBeGreaterThan(0);
      one('article:section');
    }
  }
});

test('structured data parses, and says the same as the page', ({ edition }) => {
  const types = new Set<string>();
  for (const address of edition.pages) {
    const elements = edition.elements(address);
    const data = jsonLd(elements);
    for (const one of data) {
      expect(one['@context'], address).toBe('https://schema.org');
      types.add(String(one['@type']));
    }
    if (!isStory(address) || isRedirect(elements)) continue;
    const story = data.find((one) => 'datePublished' in one);
    expect(story, address).toBeDefined();
    if (story === undefined) continue;
    const h1 = elements.find(({ name }) => name === 'h1')?.text;
    expect(story['headline'], address).toBe(h1);
    const times = elements
      .filter(({ name }) => name === 'time')
      .map(({ attributes }) => Date.parse(attributes['datetime'] ?? ''));
    for (const name of ['datePublished', 'dateModified']) {
      const moment = String(story[name]);
      expect(moment, address).toMatch(/T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      expect(times, `${address} ${name}`).toContain(Date.parse(moment));
    }
    expect(Date.parse(String(story['dateModified']))).toBeGreaterThanOrEqual(
      Date.parse(String(story['datePublished'])),
    );
    const authors = story['author'] as { name: string; url?: string }[];
    const byline = elements.find(({ attributes }) => /\bbyline\b/.test(attributes['class'] ?? ''));
    for (const { name, url } of authors) {
      expect(byline?.text, address).toContain(name);
      if (url?.startsWith(ORIGIN) === true) expect(fileOf(edition, url), url).toBeDefined();
    }
    expect(story['publisher'], address).toMatchObject({ '@type': 'NewsMediaOrganization' });
    const images = (story['image'] ?? []) as { url: string }[];
    for (const { url } of images) expect(fileOf(edition, url), url).toBeDefined();
    expect(images.map(({ url }) => url).join(), `${address}: no card`).not.toContain('/cards/');
    expect(links(elements, 'canonical')[0]?.['href']).toBeDefined();
  }
  for (const type of [
    'NewsArticle',
    'LiveBlogPosting',
    'OpinionNewsArticle',
    'BreadcrumbList',
    'WebSite',
    'ReviewNewsArticle',
    'AdvertiserContentArticle',
  ]) {
    expect([...types]).toContain(type);
  }
});

test('corrections are in the structured data, in the date of change and on one page', ({
  edition,
}) => {
  const elements = edition.elements(KINDS['a corrected story']);
  const story = jsonLd(elements).find((one) => 'correction' in one);
  const corrections = story?.['correction'] as { text: string; datePublished: string }[];
  expect(corrections.length).toBeGreaterThan(0);
  const page = elements.find(({ name }) => name === 'body')?.text ?? '';
  const all = edition
    .elements(KINDS['the corrections page'])
    .find(({ name }) => name === 'body')?.text;
  for (const { text, datePublished } of corrections) {
    expect(Date.parse(datePublished)).toBeLessThanOrEqual(
      Date.parse(String(story?.['dateModified'])),
    );
    const words = text.slice(0, 40);
    expect(page).toContain(words);
    expect(all).toContain(words);
  }
});

test('the web manifest and the icons are what they claim', async ({ edition }) => {
  const manifest = JSON.parse(edition.read('/manifest.webmanifest')) as {
    name: string;
    start_url: string;
    icons: { src: string; sizes: string; type: string }[];
  };
  expect(manifest.name).toBe('The Harbour Gazette');
  expect(edition.files).toContain(new URL(manifest.start_url, 'http://host/').pathname);
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
    expect.arrayContaining(['192x192', '512x512']),
  );
  for (const { src, sizes, type } of manifest.icons) {
    const file = new URL(src, 'http://host/').pathname;
    const { width, height, format } = await sharp(edition.bytes(file)).metadata();
    expect(`${width}x${height} image/${format}`, file).toBe(`${sizes} ${type}`);
  }
  for (const rel of ['icon', 'apple-touch-icon', 'manifest']) {
    const [link] = links(edition.elements('/ar/index.html'), rel);
    const file = new URL(link?.['href'] ?? '', 'http://host/ar/index.html').pathname;
    expect(edition.files, rel).toContain(file);
  }
});

test('robots.txt lets search in, keeps training out and names the sitemaps', ({ edition }) => {
  const groups = edition
    .read('/robots.txt')
    .trim()
    .split(/\n\n+/)
    .map((group) => group.split('\n'));
  const rules = (crawler: string) =>
    groups
      .find((group) => group.includes(`User-agent: ${crawler}`))
      ?.filter((line) => !line.startsWith('User-agent'));
  expect(rules('*')).toEqual(['Allow: /']);
  expect(rules('GPTBot')).toEqual(['Disallow: /']);
  const sitemaps = groups
    .flat()
    .filter((line) => line.startsWith('Sitemap: '))
    .map((line) => line.slice(9));
  expect(sitemaps.length).toBeGreaterThan(0);
  for (const url of sitemaps) expect(fileOf(edition, url), url).toBeDefined();
});

function nodes(xml: string, path: string): string[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document
      .find(path, {
        s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        x: 'http://www.w3.org/1999/xhtml',
        n: 'http://www.google.com/schemas/sitemap-news/0.9',
      })
      .map((node) => node.content);
  } finally {
    document.dispose();
  }
}

/** The sitemap of the newest stories, which are in others too. */
const NEWS = '/sitemaps/news.xml';

test('sitemaps list every page that search may show, and no other', ({ edition }) => {
  const sitemaps = nodes(edition.read('/sitemap-index.xml'), '//s:loc');
  const files = sitemaps.map((url) => fileOf(edition, url) ?? `missing: ${url}`);
  expect([...files].sort()).toEqual(edition.files.filter((file) => file.startsWith('/sitemaps/')));
  const listed = files
    .filter((file) => file !== NEWS)
    .flatMap((file) => nodes(edition.read(file), '//s:url/s:loc'));
  expect(new Set(listed).size, 'each once').toBe(listed.length);
  expect([...listed].sort()).toEqual(indexable(edition).map(canonical).sort());
});

test('the news sitemap has the stories of the last two days, as their pages tell of them', ({
  edition,
}) => {
  const xml = edition.read(NEWS);
  const each = (name: string) => nodes(xml, `//s:url/n:news//n:${name}`);
  const at = Date.parse(MOMENT);
  const wanted = indexable(edition)
    .filter((page) => isStory(page))
    .flatMap((page) => {
      const elements = edition.elements(page);
      const published = metas(elements, 'article:published_time')[0] ?? '';
      if (Date.parse(published) < at - 48 * 3_600_000) return [];
      return {
        url: canonical(page),
        published,
        title: elements.find(({ name }) => name === 'h1')?.text,
        language: elements.find(({ name }) => name === 'html')?.attributes['lang'],
        paper: metas(elements, 'og:site_name')[0],
      };
    });
  const [published, titles, languages, papers] = [
    each('publication_date'),
    each('title'),
    each('language'),
    each('name'),
  ];
  const found = nodes(xml, '//s:url/s:loc').map((url, number) => ({
    url,
    published: published[number],
    title: titles[number],
    language: languages[number],
    paper: papers[number],
  }));
  const byUrl = (a: { url: string }, b: { url: string }) => (a.url < b.url ? -1 : 1);
  expect(found.sort(byUrl)).toEqual(wanted.sort(byUrl));
  expect(found.length).toBeGreaterThan(3);
});

test('the dates of change in the sitemaps are true', ({ edition }) => {
  const index = edition.read('/sitemap-index.xml');
  const locations = nodes(index, '//s:sitemap/s:loc');
  const newest = nodes(index, '//s:sitemap/s:lastmod').map(Date.parse);
  expect(newest.length).toBe(locations.length);
  let dated = 0;
  for (const [number, url] of locations.entries()) {
    const file = fileOf(edition, url) ?? '';
    const xml = edition.read(file);
    if (file === NEWS) {
      const stories = nodes(xml, '//n:publication_date').map(Date.parse);
      expect(newest[number], url).toBe(Math.max(...stories));
      continue;
    }
    const entries = nodes(xml, '//s:url/s:loc').map((loc) => ({
      loc,
      modified: nodes(xml, `//s:url[s:loc="${loc}"]/s:lastmod`).map(Date.parse)[0],
    }));
    const latest = Math.max(...entries.map(({ modified }) => modified ?? 0));
    expect(newest[number], url).toBe(latest);
    for (const { loc, modified } of entries) {
      const page = fileOf(edition, loc) ?? '';
      if (modified !== undefined) expect(modified, loc).toBeLessThanOrEqual(Date.parse(MOMENT));
      if (!isStory(page)) continue;
      dated += 1;
      const said = metas(edition.elements(page), 'article:modified_time')[0] ?? '';
      expect(modified, loc).toBe(Date.parse(said));
    }
  }
  expect(dated).toBeGreaterThan(50);
});

test('sitemaps and their index hold to the published schemas', ({ edition }) => {
  const schemas = new URL('../../shared/schemas/', import.meta.url).pathname;
  test.skip(!existsSync(schemas), `the schemas of the protocols are not in ${schemas}`);
  xmlRegisterFsInputProviders();
  const schema = (name: string) => {
    const url = `${schemas}${name}`;
    const document = XmlDocument.fromBuffer(readFileSync(url), { url });
    return { document, validator: XsdValidator.fromDoc(document) };
  };
  const index = schema('siteindex.xsd');
  const sitemap = schema('all.xsd');
  for (const file of edition.files.filter((one) => /^\/sitemap.*\.xml$/.test(one))) {
    const document = XmlDocument.fromString(edition.read(file));
    const { validator } = file === '/sitemap-index.xml' ? index : sitemap;
    expect(() => validator.validate(document), file).not.toThrow();
    document.dispose();
  }
});

test('alternates in the sitemaps are those of the pages', ({ edition }) => {
  let compared = 0;
  for (const file of edition.files.filter((one) => one.startsWith('/sitemaps/'))) {
    const xml = edition.read(file);
    for (const loc of nodes(xml, '//s:url/s:loc')) {
      const inSitemap = nodes(xml, `//s:url[s:loc="${loc}"]/x:link/@href`);
      if (inSitemap.length === 0) continue;
      compared += 1;
      const onPage = links(edition.elements(fileOf(edition, loc) ?? ''), 'alternate')
        .filter(({ hreflang }) => hreflang !== undefined)
        .map(({ href }) => href ?? '');
      expect([...inSitemap].sort(), loc).toEqual([...onPage].sort());
    }
  }
  expect(compared).toBeGreaterThan(10);
});

test('there is a feed of the paper, of each language and of each section, in three formats, and pages name theirs', ({
  edition,
}) => {
  expect(feeds(edition)).toEqual(
    expect.arrayContaining([
      '/feeds/',
      '/feeds/ru/',
      '/feeds/ar/',
      '/feeds/port/',
      '/feeds/ru/port/',
      '/feeds/corrections/',
    ]),
  );
  const all = feeds(edition).flatMap((feed) => FEED_FILES.map((file) => `${feed}${file}`));
  const others = ['/feeds/feed.css', '/feeds/feeds.opml'];
  expect(edition.files.filter((file) => file.startsWith('/feeds/'))).toEqual(
    [...all, ...others].sort(),
  );
  for (const [address, feed] of [
    ['/index.html', '/feeds/'],
    ['/ru/index.html', '/feeds/ru/'],
    ['/port/index.html', '/feeds/port/'],
    ['/corrections.html', '/feeds/corrections/'],
    [KINDS['a long read'], '/feeds/'],
    [KINDS['a long read'], '/feeds/port/'],
    [KINDS['a Russian story'], '/feeds/ru/'],
  ] as const) {
    const alternates = links(edition.elements(address), 'alternate');
    // A list names its own feed in all formats; for the feeds of others one is enough.
    for (const file of isStory(address) ? (['rss.xml'] as const) : FEED_FILES) {
      const named = alternates.filter(({ type }) => type === FORMATS[file]);
      const files = named.map(({ href = '' }) => fileOf(edition, href));
      expect(files, `${address} ${file}`).toContain(`${feed}${file}`);
      expect(files, `${address} ${file}`).not.toContain(undefined);
    }
  }
  const ofLists = new Set(
    edition.pages
      .filter((address) => !isStory(address))
      .flatMap((address) => links(edition.elements(address), 'alternate'))
      .map(({ href = '' }) => fileOf(edition, href)),
  );
  for (const file of all) expect(ofLists.has(file), `a list names ${file}`).toBe(true);
  const page = edition.elements(KINDS['the page of feeds']);
  const text = page.find(({ name }) => name === 'main')?.text ?? '';
  const own = page.map(({ attributes }) => `/${attributes['href'] ?? ''}`);
  // Feeds of other languages are on the pages of those; of authors, series and topics on theirs.
  for (const feed of feeds(edition).filter(
    (one) => !/^\/feeds\/(?:ru|ar|authors|series|topics)\//.test(one),
  )) {
    const isNamed = FEED_FILES.map((file) => `${feed}${file}`).some(
      (file) => text.includes(`${ORIGIN}${file}`) || own.includes(file),
    );
    expect(isNamed, feed).toBe(true);
  }
});

test('the list of feeds names every feed once, and every feed that a browser shows has its style', ({
  edition,
}) => {
  const listed: string[] = [];
  const visit = (outlines: { xmlUrl?: string; outlines?: object[] }[]) => {
    for (const { xmlUrl, outlines: inner = [] } of outlines) {
      if (xmlUrl !== undefined) listed.push(xmlUrl);
      visit(inner);
    }
  };
  visit(parseOpml(edition.read('/feeds/feeds.opml')).body?.outlines ?? []);
  const folders = listed.map((url) => fileOf(edition, url)?.replace(/[^/]*$/, '') ?? url);
  expect(folders.sort()).toEqual(feeds(edition).sort());
  expect(edition.read('/feeds/feed.css').trim()).not.toBe('');
  for (const feed of feeds(edition)) {
    for (const file of ['rss.xml', 'atom.xml'] as const) {
      const address = `${feed}${file}`;
      const style = /<\?xml-stylesheet [^>]*href="([^"]+)"/.exec(edition.read(address))?.[1];
      const leads = new URL(style ?? '', `${ORIGIN}${address}`).pathname;
      expect(leads, address).toBe('/feeds/feed.css');
    }
  }
});

test('every format of a feed has the same stories, ids, dates, authors and texts, newest first', ({
  edition,
}) => {
  let compared = 0;
  for (const feed of feeds(edition)) {
    const rss = readFeed(edition, feed, 'rss.xml');
    expect(rss.items.length, feed).toBeGreaterThan(0);
    expect(new Set(rss.items.map(({ id }) => id)).size, feed).toBe(rss.items.length);
    for (const file of FEED_FILES) {
      const { self, items, modified } = readFeed(edition, feed, file);
      expect(self, file).toBe(`${ORIGIN}${feed}${file}`);
      expect(items, `${feed}${file}`).toEqual(rss.items);
      for (const [number, { url }] of items.entries()) {
        if (modified === undefined || isOfCorrections(feed)) break;
        const page = edition.elements(fileOf(edition, url) ?? '');
        const said = Date.parse(metas(page, 'article:modified_time')[0] ?? '');
        // Atom tells apart stories of one second by fractions of it.
        expect(Math.floor((modified[number] ?? 0) / 1000) * 1000, url).toBe(said);
      }
    }
    const dates = rss.items.map(({ published }) => published);
    expect(
      [...dates].sort((a, b) => b - a),
      feed,
    ).toEqual(dates);
    for (const { url, published, authors, title } of isOfCorrections(feed) ? [] : rss.items) {
      const page = edition.elements(fileOf(edition, url) ?? '');
      const said = metas(page, 'article:published_time')[0] ?? '';
      expect(published, `${feed}: ${url}`).toBe(Date.parse(said));
      const byline = page.find(({ attributes }) => /\bbyline\b/.test(attributes['class'] ?? ''));
      for (const name of authors) expect(byline?.text, `${feed}: ${url}`).toContain(name);
      expect(page.find(({ name }) => name === 'h1')?.text, url).toBe(title);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(100);
});

test('the feed of corrections has every correction of its language, in the words of the story', ({
  edition,
}) => {
  const told = edition.pages.filter(isStory).flatMap((page) => {
    const elements = edition.elements(page);
    const headline = elements.find(({ name }) => name === 'h1')?.text ?? '';
    return jsonLd(elements).flatMap(({ correction }) =>
      ((correction ?? []) as { text: string; datePublished: string }[]).map(
        ({ text, datePublished }) => ({
          url: canonical(page),
          published: Date.parse(datePublished),
          text,
          headline,
        }),
      ),
    );
  });
  const items = feeds(edition)
    .filter(isOfCorrections)
    .flatMap((feed) => readFeed(edition, feed, 'rss.xml').items);
  expect(items.length).toBeGreaterThan(5);
  expect(items.length).toBe(told.length);
  for (const { url, published, text, headline } of told) {
    const item = items.find((one) => one.url === url && one.published === published);
    expect(textOfFragment(item?.html ?? ''), url).toContain(text);
    expect(item?.title, url).toContain(headline);
  }
});

test('every format of a feed is read alike by other parsers', async ({ edition }) => {
  const parser = new RssParser<object, { id?: string; author?: string }>();
  for (const feed of feeds(edition)) {
    for (const file of FEED_FILES) {
      const where = `${feed}${file}`;
      const text = edition.read(where);
      const { items, modified } = readFeed(edition, feed, file);
      const extracted = file === 'feed.json' ? extractFromJson(text) : extractFromXml(text);
      expect(
        extracted.entries?.map(({ id, link, title }) => ({ id, url: link, title })),
        where,
      ).toEqual(items.map(({ id, url, title }) => ({ id, url, title })));
      // This parser takes an Atom entry's last change for its date.
      expect(
        extracted.entries?.map(({ published }) => Date.parse(String(published))),
        where,
      ).toEqual(file === 'atom.xml' ? modified : items.map(({ published }) => published));
      if (file === 'feed.json') continue;
      const read = (await parser.parseString(text)).items.map((item) => ({
        id: item.guid ?? item.id,
        url: item.link,
        title: item.title,
        published: Date.parse(item.isoDate ?? ''),
        author: item.creator ?? item.author,
      }));
      // This one tells of the first author alone.
      expect(read, where).toEqual(
        items.map(({ id, url, title, published, authors }) => ({
          id,
          url,
          title,
          published,
          author: authors[0],
        })),
      );
    }
  }
});

test('feeds carry the whole text with absolute addresses and nothing that runs', ({ edition }) => {
  let items = 0;
  for (const feed of feeds(edition).filter((one) => !isOfCorrections(one))) {
    // The other formats have the same texts.
    for (const { title, url, html } of readFeed(edition, feed, 'rss.xml').items) {
      items += 1;
      const where = `${feed}: ${title}`;
      const elements = elementsOfFragment(html);
      expect(
        elements.filter(({ name }) => ['script', 'style', 'iframe'].includes(name)),
        where,
      ).toEqual([]);
      const faults = elements.flatMap(({ attributes }) => [
        ...Object.keys(attributes).filter((name) => /^(?:style|class|on)/.test(name)),
        ...[attributes['href'], attributes['src']].filter(
          (value) =>
            value !== undefined &&
            (!/^(?:https?:|mailto:|tel:)/.test(value) ||
              (value.startsWith(`${ORIGIN}/`) &&
                fileOf(edition, value.replace(/#.*$/, '')) === undefined)),
        ),
      ]);
      expect(faults, where).toEqual([]);
      const page = edition.elements(fileOf(edition, url) ?? '');
      const paragraphs = page.find(
        ({ attributes }) => (attributes['class'] ?? '').split(' ')[0] === 'text',
      );
      const last = (paragraphs?.text ?? '').trim().split(/\s+/).slice(-6).join(' ');
      const text = textOfFragment(html).replace(/\s+/g, ' ');
      expect(
        text.includes(last) ||
          text.length > 0.9 * (paragraphs?.text.replace(/\s+/g, ' ').length ?? 0),
        where,
      ).toBe(true);
    }
  }
  expect(items).toBeGreaterThan(100);
});
