/** Reads a printed edition from its folder, for the rules. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { EditionFacts, FeedFacts, SitemapFacts } from './edition-rules.ts';
import { readPage } from './page-facts.ts';

/**
 * Reads the edition in `folder`.
 *
 * @param passed files of `public/`, as addresses: they are there, and nobody looks into them
 * @param step called for each file, with the number of files there are
 * @throws what the file system throws where there is no edition
 */
export async function readEdition(
  folder: string,
  paper: Pick<EditionFacts, 'origin' | 'at'>,
  passed: ReadonlySet<string> = new Set(),
  step: (done: number, all: number) => void = () => undefined,
): Promise<EditionFacts> {
  const addresses = await listFiles(folder);
  const files = new Map<string, number>();
  const pages: ReturnType<typeof readPage>[] = [];
  const feeds: FeedFacts[] = [];
  const sitemaps: SitemapFacts[] = [];
  for (const [index, address] of addresses.entries()) {
    const place = path.join(folder, address);
    const { size: bytes } = await stat(place);
    files.set(address, bytes);
    step(index + 1, addresses.length);
    if (passed.has(address)) continue;
    if (address.endsWith('.html')) pages.push(readPage(address, await readFile(place, 'utf8')));
    else if (address.startsWith('/feeds/') && /\.(xml|json)$/.test(address)) {
      const items = itemsIn(address, await readFile(place, 'utf8'));
      if (items !== undefined) feeds.push({ address, items, bytes });
    } else if (address.startsWith('/sitemaps/')) {
      sitemaps.push({ address, bytes, ...readSitemap(await readFile(place, 'utf8')) });
    }
  }
  return { ...paper, files, pages, feeds, sitemaps };
}

async function listFiles(folder: string, within = '/'): Promise<string[]> {
  const entries = await readdir(path.join(folder, within), { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const address = path.posix.join(within, entry.name).normalize('NFC');
      return entry.isDirectory() ? await listFiles(folder, address) : [address];
    }),
  );
  return lists.flat().sort();
}

/** How many items a feed has; undefined for what is no feed. */
function itemsIn(address: string, text: string): number | undefined {
  if (address.endsWith('.json')) {
    const feed: unknown = JSON.parse(text);
    const items =
      typeof feed === 'object' && feed !== null && 'items' in feed ? feed.items : undefined;
    return Array.isArray(items) ? items.length : undefined;
  }
  if (!/<(rss|feed)[\s>]/.test(text)) return undefined;
  const outside = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  return outside.match(/<(item|entry)[\s>]/g)?.length ?? 0;
}

function readSitemap(xml: string): Pick<SitemapFacts, 'urls' | 'news'> {
  return {
    urls: [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => unescape(match[1] ?? '')),
    news: [...xml.matchAll(/<news:publication_date>([^<]*)</g)].map((match) =>
      Date.parse(match[1] ?? ''),
    ),
  };
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
