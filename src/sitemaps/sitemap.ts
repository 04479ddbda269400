/** Sitemaps and their index, written by the `sitemap` package. */
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ErrorLevel, SitemapIndexStream, SitemapStream } from 'sitemap';
import type { IndexItem, SitemapItemLoose } from 'sitemap';
import type { SitemapEntry, SitemapFacts } from '../edition/sitemaps.ts';

/** The protocol's limits (sitemaps.org). */
const MOST_ENTRIES = 50_000;
const MOST_BYTES = 50 * 1024 * 1024;

/** One sitemap. Throws when it is larger than the protocol allows, or empty. */
export async function sitemap(facts: SitemapFacts): Promise<string> {
  const { entries, defaultLanguage, url } = facts;
  const stream = new SitemapStream({
    level: ErrorLevel.THROW,
    xmlns: {
      news: false,
      video: false,
      xhtml: entries.some(({ alternates }) => alternates.length > 0),
      image: entries.some(({ pictures }) => pictures.length > 0),
    },
  });
  return written(
    url,
    entries.map((entry) => sitemapItem(entry, defaultLanguage)),
    stream,
  );
}

/** The index of all sitemaps. Throws when it is larger than the protocol allows, or empty. */
export async function sitemapIndex(all: SitemapFacts[]): Promise<string> {
  const items = all.map(({ url, modified }): IndexItem =>
    modified === undefined ? { url } : { url, lastmod: modified },
  );
  return written('The sitemap index', items, new SitemapIndexStream({ level: ErrorLevel.THROW }));
}

function sitemapItem(entry: SitemapEntry, defaultLanguage: string): SitemapItemLoose {
  const { url, modified, alternates, pictures } = entry;
  const fallback = alternates.find(({ language }) => language === defaultLanguage);
  return {
    url,
    ...(modified === undefined ? {} : { lastmod: modified }),
    links: [
      ...alternates.map((alternate) => ({ lang: alternate.language, url: alternate.url })),
      ...(fallback === undefined ? [] : [{ lang: 'x-default', url: fallback.url }]),
    ],
    img: pictures.map((picture) => ({ url: picture })),
  };
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
