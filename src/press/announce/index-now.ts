/** Tells search engines which pages changed (IndexNow). */
import { canonicalUrl, fileUrl } from '../../addresses.ts';
import type { ChangeList } from '../engine/changes.ts';
import { UsageError } from '../usage-error.ts';
import { readPageHead } from './page-head.ts';
import { faultOf, post } from './post.ts';
import type { Answer, PostOptions } from './post.ts';

/** It hands on to all search engines that take part. */
const ENDPOINT = 'https://api.indexnow.org/indexnow';

/** The most addresses in one request. */
const MOST_URLS = 10_000;

/** What to tell, and by which right. */
export interface IndexNowOrder {
  /** `indexNow.key` of `publication.yaml`. */
  key: string | undefined;
  /** The address of the paper, without a slash at its end. */
  origin: string;
  /** The form of canonical addresses. */
  canonical: 'file' | 'bare';
  changes: Pick<ChangeList, 'added' | 'changed' | 'removed'>;
  /** The HTML of a printed page by its address inside the site; undefined where it is not there. */
  readPage: (address: string) => Promise<string | undefined>;
  /** Only say what would be told. */
  dryRun?: boolean;
  /** The service. Default: api.indexnow.org. */
  endpoint?: string;
}

/** What came of it. */
export interface IndexNowSubmission {
  dryRun: boolean;
  /** The addresses that were submitted, or would be. */
  urls: string[];
  /** How many changed pages are not for search. */
  passedOver: number;
  /** One for each request that the service did not take. */
  faults: string[];
}

/** The file by which the paper shows that the key is its own. It holds the key and no line end. */
export function indexNowKeyFile(key: string): { address: string; text: string } {
  return { address: `/${key}.txt`, text: key };
}

/**
 * Submits the pages that are new, changed or gone, as far as search may show them: not those with
 * `noindex`, not redirects and not what goes by another address. Throws a UsageError where the paper
 * has no key, and where none of the changed pages is there to be looked at.
 */
export async function submitIndexNow(
  order: IndexNowOrder,
  options: PostOptions = {},
): Promise<IndexNowSubmission> {
  const { dryRun = false, endpoint = ENDPOINT, key, origin } = order;
  if (key === undefined) {
    throw new UsageError(
      'indexnow: the paper has no key. Write `indexNow: { key: … }` in content/publication.yaml: 8 to 128 letters, digits and hyphens that you make up.',
    );
  }
  const { passedOver, urls } = await pagesForSearch(order);
  const faults: string[] = [];
  for (let from = 0; from < urls.length && !dryRun; from += MOST_URLS) {
    const body = {
      host: new URL(origin).host,
      key,
      keyLocation: fileUrl(origin, indexNowKeyFile(key).address),
      urlList: urls.slice(from, from + MOST_URLS),
    };
    const type = 'application/json; charset=utf-8';
    const answer = await post(endpoint, type, JSON.stringify(body), options);
    const fault = explained(answer, body.keyLocation);
    if (fault !== undefined) faults.push(fault);
    if ('unreachable' in answer) break;
  }
  return { dryRun, urls, passedOver, faults };
}

/** What came of it, for who asked. */
export function formatSubmission({ dryRun, faults, passedOver, urls }: IndexNowSubmission): string {
  const passed = passedOver === 0 ? '' : ` Changed, but not for search: ${passedOver}.`;
  if (urls.length === 0) return `No page for search changed in the last build.${passed}\n`;
  if (dryRun) {
    return `Search engines would hear of:\n${urls.map((url) => `  ${url}\n`).join('')}${passed === '' ? '' : `${passed.trim()}\n`}`;
  }
  if (faults.length === 0) return `Search engines have heard of ${urls.length} pages.${passed}\n`;
  return `Search engines have not heard of all ${urls.length} pages:\n${faults.map((fault) => `  ${fault}\n`).join('')}`;
}

async function pagesForSearch({ canonical, changes, origin, readPage }: IndexNowOrder) {
  const urls: string[] = [];
  let passedOver = 0;
  let found = 0;
  const pages = [...changes.added, ...changes.changed].filter(isPage);
  for (const { address } of pages) {
    const html = await readPage(address);
    const url = canonicalUrl(origin, address, canonical);
    const head = html === undefined ? undefined : readPageHead(html);
    if (head !== undefined) found += 1;
    if (head === undefined || head.noindex || (head.canonical ?? url) !== url) passedOver += 1;
    else urls.push(url);
  }
  if (found === 0 && pages.length > 0) {
    throw new UsageError(
      'indexnow: none of the pages that the last build has changed is there to be looked at. Name the folder that has them with --out: after a build with --delta, the one for upload.',
    );
  }
  // What they were is not known any more. To hear of a page that search never showed does no harm.
  urls.push(
    ...changes.removed
      .filter(isPage)
      .map(({ address }) => canonicalUrl(origin, address, canonical)),
  );
  return { urls: urls.sort(), passedOver };
}

function isPage({ address }: { address: string }): boolean {
  return address.endsWith('.html') && address !== '/404.html';
}

/** The answers that the protocol gives a meaning of their own. */
function explained(answer: Answer, keyLocation: string): string | undefined {
  switch ('status' in answer ? answer.status : undefined) {
    case 403:
      return `IndexNow does not find the key (403): is ${keyLocation} online?`;
    case 422:
      return 'IndexNow says that the addresses are not of this host, or the key is not as it must be (422): see url and indexNow.key in content/publication.yaml';
    case 429:
      return 'IndexNow has heard too much from this paper (429): try again later';
    default:
      return faultOf(answer, 'IndexNow');
  }
}
