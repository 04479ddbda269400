import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { describe, expect, it } from 'vitest';

import { sitemap } from './sitemap.ts';
import type { NewsEntry, PagesSitemap, SitemapEntry, SitemapIndex } from './sitemap.ts';

xmlRegisterFsInputProviders();

/** The protocol's own schema, as the `sitemap` package ships it; it knows no extension. */
const PROTOCOL = fileURLToPath(new URL('../../schema/sitemap.xsd', import.meta.resolve('sitemap')));

/** Beside the repository, in the workshop: the index's schema and those of the extensions. */
const schemas = (name: string) =>
  fileURLToPath(new URL(`../../../shared/schemas/${name}`, import.meta.url));
const HAS_SCHEMAS = existsSync(schemas('all.xsd'));

const NAMESPACES = {
  s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  image: 'http://www.google.com/schemas/sitemap-image/1.1',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
  xhtml: 'http://www.w3.org/1999/xhtml',
};

const page: SitemapEntry = {
  url: 'https://paper.example/sub/about.html',
  modified: undefined,
  alternates: [],
  pictures: [],
};

const story: SitemapEntry = {
  url: "https://paper.example/sub/2025/02/o'neil&co.html",
  modified: '2025-02-03T09:30:00+02:00',
  alternates: [
    { language: 'ar', url: 'https://paper.example/sub/ar/2025/02/%D9%82.html' },
    { language: 'en', url: "https://paper.example/sub/2025/02/o'neil&co.html" },
    { language: 'x-default', url: "https://paper.example/sub/2025/02/o'neil&co.html" },
  ],
  pictures: ['https://paper.example/sub/assets/pictures/3f-1600.jpg?a=1&b=2'],
};

const factsOf = (...entries: SitemapEntry[]): PagesSitemap => ({
  kind: 'pages',
  url: 'https://paper.example/sub/sitemaps/2025-02.xml',
  entries,
});

const newsOf = (...entries: NewsEntry[]) =>
  sitemap({ kind: 'news', url: 'https://paper.example/sub/sitemaps/news.xml', entries });

const news: NewsEntry = {
  url: story.url,
  paper: 'The Paper & Post',
  language: 'en',
  published: '2025-02-03T09:30:00+02:00',
  title: 'O’Neil <& Co.> win',
};

const indexOf = (...entries: SitemapIndex['entries']) =>
  sitemap({ kind: 'index', url: 'https://paper.example/sub/sitemap-index.xml', entries });

const MONTH = { url: 'https://paper.example/sub/sitemaps/2025-02.xml', modified: story.modified };

const many = (count: number, length = 0): SitemapEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    ...page,
    url: `https://paper.example/${String(index)}${'x'.repeat(length)}`,
  }));

function texts(xml: string, xpath: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, NAMESPACES).map((node) => node.content);
}

/** Throws with the schema's words where the document breaks it. */
function validate(xml: string, schema: string): void {
  using schemaDocument = XmlDocument.fromBuffer(readFileSync(schema), { url: schema });
  using validator = XsdValidator.fromDoc(schemaDocument);
  using document = XmlDocument.fromString(xml);
  validator.validate(document);
}

describe('a sitemap', () => {
  it('lists every page with the moment of its change, where there is one', async () => {
    const xml = await sitemap(factsOf(story, page));
    expect(texts(xml, '/s:urlset/s:url/s:loc')).toEqual([story.url, page.url]);
    expect(texts(xml, '//s:url[1]/s:lastmod').map((text) => Date.parse(text))).toEqual([
      Date.parse('2025-02-03T07:30:00Z'),
    ]);
    expect(texts(xml, '//s:url[2]/s:lastmod')).toEqual([]);
  });

  it('names the page in each language, and one for readers of every other', async () => {
    const xml = await sitemap(factsOf(story, page));
    const [arabic, english] = story.alternates.map(({ url }) => url);
    expect(texts(xml, '//s:url[1]/xhtml:link[@rel="alternate"]/@hreflang')).toEqual([
      'ar',
      'en',
      'x-default',
    ]);
    expect(texts(xml, '//xhtml:link/@href')).toEqual([arabic, english, english]);
  });

  it('says of a picture where it is, and no more', async () => {
    const xml = await sitemap(factsOf(story));
    expect(texts(xml, '//image:image/image:loc')).toEqual(story.pictures);
    expect(texts(xml, '//image:*/*')).toEqual(story.pictures);
  });

  it('declares only the extensions that it uses', async () => {
    expect(await sitemap(factsOf(page))).not.toMatch(/xmlns:/);
    expect((await sitemap(factsOf(story))).match(/xmlns:\w+/g)).toEqual([
      'xmlns:xhtml',
      'xmlns:image',
    ]);
  });

  it('has one page a line', async () => {
    const lines = (await sitemap(factsOf(story, page))).trimEnd().split('\n');
    expect(lines.map((line) => /^<\/?\??\w+/.exec(line)?.[0])).toEqual([
      '<?xml',
      '<url',
      '<url',
      '</urlset',
    ]);
  });

  it('keeps to the schema of the protocol', async () => {
    validate(await sitemap(factsOf(page, { ...page, modified: story.modified })), PROTOCOL);
  });

  it('refuses to list more than the protocol allows', async () => {
    await expect(sitemap(factsOf(...many(50_001)))).rejects.toThrow(/50001 addresses/);
  });

  it('refuses to be larger than the protocol allows', async () => {
    await expect(sitemap(factsOf(...many(30_000, 1800)))).rejects.toThrow(/bytes/);
  });

  it('refuses to be empty, which the schema forbids', async () => {
    await expect(sitemap(factsOf())).rejects.toThrow(/2025-02\.xml would list nothing/);
  });

  it('refuses what is no address and what is no moment', async () => {
    await expect(sitemap(factsOf({ ...page, url: '/about.html' }))).rejects.toThrow(/URL/);
    await expect(sitemap(factsOf({ ...page, modified: 'soon' }))).rejects.toThrow(/lastmod/);
  });
});

describe('a news sitemap', () => {
  it('names the paper, its language, the moment of publication and the title', async () => {
    const xml = await newsOf(news);
    expect(texts(xml, '//news:publication/news:name')).toEqual([news.paper]);
    expect(texts(xml, '//news:publication/news:language')).toEqual(['en']);
    expect(texts(xml, '//news:publication_date').map((text) => Date.parse(text))).toEqual([
      Date.parse('2025-02-03T07:30:00Z'),
    ]);
    expect(texts(xml, '//news:title')).toEqual([news.title]);
    expect(xml.match(/xmlns:\w+/g)).toEqual(['xmlns:news']);
  });

  it.each([
    ['pt-BR', 'pt'],
    ['fil', 'fil'],
    ['zh-CN', 'zh-cn'],
    ['zh', 'zh-cn'],
    ['zh-Hant', 'zh-tw'],
    ['zh-HK', 'zh-tw'],
  ])('writes the language %s as its schema has it: %s', async (language, written) => {
    expect(texts(await newsOf({ ...news, language }), '//news:language')).toEqual([written]);
  });
});

describe('the index of sitemaps', () => {
  it('lists every sitemap with the moment of its newest change', async () => {
    const pages = { url: 'https://paper.example/p.xml', modified: undefined };
    const xml = await indexOf(MONTH, pages);
    expect(texts(xml, '/s:sitemapindex/s:sitemap/s:loc')).toEqual([MONTH.url, pages.url]);
    expect(texts(xml, '//s:lastmod').map((text) => Date.parse(text))).toEqual([
      Date.parse('2025-02-03T07:30:00Z'),
    ]);
    expect(xml.split('\n')).toHaveLength(5);
  });

  it('refuses more sitemaps than the protocol allows, none, and what is no address', async () => {
    const all = Array.from({ length: 50_001 }, () => MONTH);
    await expect(indexOf(...all)).rejects.toThrow(/50001/);
    await expect(indexOf()).rejects.toThrow(/nothing/);
    await expect(indexOf({ ...MONTH, url: 'pages.xml' })).rejects.toThrow(/URL/);
  });
});

describe.skipIf(!HAS_SCHEMAS)(
  `the published schemas${HAS_SCHEMAS ? '' : ` (skipped: no ${schemas('')})`}`,
  () => {
    it('allow a sitemap with pictures and translations', async () => {
      validate(await sitemap(factsOf(story, page)), schemas('all.xsd'));
    });

    it('allow the index', async () => {
      validate(await indexOf(MONTH), schemas('siteindex.xsd'));
    });

    it('allow the news', async () => {
      validate(await newsOf(news), schemas('all.xsd'));
    });
  },
);
