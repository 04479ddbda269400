/** Sitemaps and their index, written by the `sitemap` package. */
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ErrorLevel, SitemapIndexStream, SitemapStream } from 'sitemap';
import type { IndexItem, SitemapItemLoose } from 'sitemap';

/** A page in a sitemap. */
export interface SitemapEntry {
  /** Absolute, canonical. */
  url: string;
  /** ISO 8601 with offset; absent where nothing true can be said. */
  modified: string | undefined;
  /** hreflang alternates, this page and `x-default` included; empty when it stands alone. */
  alternates: { language: string; url: string }[];
  /** Absolute addresses of its pictures. */
  pictures: string[];
}

/** A story in the news sitemap. */
export interface NewsEntry {
  /** Absolute, canonical. */
  url: string;
  /** The paper's name as its front page has it. */
  paper: string;
  /** BCP 47, of the text. */
  language: string;
  /** First publication: ISO 8601 with offset. */
  published: string;
  title: string;
}

/** A sitemap as data; `url` is its own absolute address. */
export type SitemapView = PagesSitemap | NewsSitemap | SitemapIndex;

/** Pages that search may show. */
export interface PagesSitemap {
  kind: 'pages';
  url: string;
  entries: SitemapEntry[];
}

/** The stories of the last two days. */
export interface NewsSitemap {
  kind: 'news';
  url: string;
  entries: NewsEntry[];
}

/** All other sitemaps. */
export interface SitemapIndex {
  kind: 'index';
  url: string;
  entries: { url: string; modified: string | undefined }[];
}

/** The protocol's limits (sitemaps.org). */
const MOST_ENTRIES = 50_000;
const MOST_BYTES = 50 * 1024 * 1024;

/** A sitemap as a file. Throws when it is larger than the protocol allows, or empty. */
export async function sitemap(view: SitemapView): Promise<string> {
  switch (view.kind) {
    case 'pages':
      return pagesSitemap(view);
    case 'news':
      return written(view.url, view.entries.map(newsItem), streamFor({ news: true }));
    case 'index':
      return written(
        view.url,
        view.entries.map(indexItem),
        new SitemapIndexStream({ level: ErrorLevel.THROW }),
      );
  }
}

function pagesSitemap({ entries, url }: PagesSitemap): Promise<string> {
  return written(
    url,
    entries.map(pageItem),
    streamFor({
      xhtml: entries.some(({ alternates }) => alternates.length > 0),
      image: entries.some(({ pictures }) => pictures.length > 0),
    }),
  );
}

/** A sitemap that declares these extensions and no others. */
function streamFor(extensions: { news?: boolean; xhtml?: boolean; image?: boolean }): Transform {
  return new SitemapStream({
    level: ErrorLevel.THROW,
    xmlns: { news: false, video: false, xhtml: false, image: false, ...extensions },
  });
}

function pageItem({ url, modified, alternates, pictures }: SitemapEntry): SitemapItemLoose {
  return {
    url,
    ...(modified === undefined ? {} : { lastmod: modified }),
    links: alternates.map((alternate) => ({ lang: alternate.language, url: alternate.url })),
    img: pictures.map((picture) => ({ url: picture })),
  };
}

function newsItem({ language, paper, published, title, url }: NewsEntry): SitemapItemLoose {
  return {
    url,
    news: {
      publication: { name: paper, language: newsLanguage(language) },
      publication_date: published,
      title,
    },
  };
}

/**
 * A language as news sitemaps write it: its code in two or three letters, `pt` for `pt-BR`; for
 * Chinese `zh-cn` or `zh-tw`, by the script. The schema of Google allows nothing else.
 */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

function indexItem({ modified, url }: SitemapIndex['entries'][number]): IndexItem {
  return modified === undefined ? { url } : { url, lastmod: modified };
}

/** What the stream writes of the items, one item a line. */
async function written(name: string, items: object[], stream: Transform): Promise<string> {
  if (items.length === 0) throw new Error(`${name} would list nothing.`);
  if (items.length > MOST_ENTRIES) {
    throw new Error(
      `${name} would list ${String(items.length)} addresses; a sitemap holds ${String(MOST_ENTRIES)}.`,
    );
  }
  let xml = '';
  await pipeline(items, stream, async (chunks: AsyncIterable<string | Buffer>) => {
    for await (const chunk of chunks) xml += chunk.toString();
  });
  const lines = `${xml.replace(/<(?:url|sitemap|\/urlset|\/sitemapindex)>/g, '\n$&')}\n`;
  const bytes = Buffer.byteLength(lines);
  if (bytes > MOST_BYTES) {
    throw new Error(
      `${name} would have ${String(bytes)} bytes; a sitemap holds ${String(MOST_BYTES)}.`,
    );
  }
  return lines;
}
