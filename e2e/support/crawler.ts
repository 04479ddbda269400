/** A reader who never rests: follows every link of an edition on disk, over and over. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sha256Of } from './tree.ts';
import type { Tree } from './tree.ts';

/** Between two rounds, so that the press is not starved. */
const REST_MS = 60;

/** Often a page changes while its link is judged; then the new page is judged. */
const MOST_LOOKS = 5;

interface Read {
  sha256: string;
  /** Addresses inside the paper. */
  links: readonly string[];
}

/** Reads an edition from `/index.html` on. What is wrong stands in `faults`. */
export class Crawler {
  readonly faults = new Set<string>();
  /** Files that were read. */
  reads = 0;
  /** Whole rounds. */
  rounds = 0;
  readonly #folder: string;
  readonly #origin: string;
  readonly #links = new Map<string, readonly string[]>();
  #trees: readonly Tree[] = [];
  #staying: Tree = new Map();
  #ended = false;
  #crawling: Promise<void> | undefined;

  /** `origin`: the paper's own, without a slash at its end. */
  constructor(folder: string, origin: string) {
    this.#folder = folder;
    this.#origin = origin;
  }

  /** From now on each file must be one of these two editions' own. */
  between(before: Tree, after: Tree): void {
    this.#trees = [before, after];
    this.#staying = after;
  }

  /** Begins to read round after round, until `end`. */
  begin(): void {
    this.#ended = false;
    this.#crawling = (async () => {
      while (!this.#ended) {
        await this.round();
        await sleep(REST_MS);
      }
    })();
  }

  /** Ends after the round that has begun. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#crawling;
  }

  /** Reads every file that can be reached from the front page, once. */
  async round(): Promise<void> {
    const met = new Set(['/index.html']);
    const queue: { address: string; from?: string; read?: Read }[] = [{ address: '/index.html' }];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { address, from } = next;
      const found = await this.#read(address);
      if (found === undefined) {
        if (from === undefined) this.faults.add(`${address} is not there`);
        else await this.#judge(from, next.read, address);
        continue;
      }
      for (const link of found.links) {
        if (met.has(link)) continue;
        met.add(link);
        queue.push({ address: link, from: address, read: found });
      }
    }
    this.rounds += 1;
  }

  async #read(address: string): Promise<Read | undefined> {
    const bytes = await readFile(join(this.#folder, address)).catch((error: unknown) => {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
        return undefined;
      }
      throw error;
    });
    if (bytes === undefined) return undefined;
    this.reads += 1;
    const sha256 = sha256Of(bytes);
    if (!this.#trees.some((tree) => tree.get(address)?.sha256 === sha256)) {
      this.faults.add(`${address} is of neither edition (${bytes.length} bytes)`);
    }
    const key = `${sha256} ${address}`;
    let links = this.#links.get(key);
    if (links === undefined) {
      links = linksIn(bytes.toString('utf8'), address, this.#origin);
      this.#links.set(key, links);
    }
    return { sha256, links };
  }

  /**
   * A link led nowhere. That is a fault where the page that has it still stands as it was read:
   * then both were so at one moment. Nothing leads any more to a page that is itself on its way out.
   */
  async #judge(from: string, read: Read | undefined, address: string): Promise<void> {
    if (!this.#staying.has(from)) return;
    let last = read;
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const again = await this.#read(from);
      if (again?.links.includes(address) !== true) return;
      if (again.sha256 === last?.sha256) {
        this.faults.add(`${from} leads to ${address}, which is not there`);
        return;
      }
      if ((await this.#read(address)) !== undefined) return;
      last = again;
    }
  }
}

const NAMED = /(?:href|src|url)="([^"]*)"|srcset="([^"]*)"|url=([^"]*)"/g;

/** The files inside the paper that a text of the edition names, each once. */
function linksIn(text: string, address: string, origin: string): string[] {
  const base = `${origin}${encodeURI(address)}`;
  const named: string[] = [];
  if (address.endsWith('.html')) {
    for (const [, one, several, refresh] of text.matchAll(NAMED)) {
      if (several === undefined) named.push(one ?? refresh ?? '');
      else named.push(...several.split(/,\s+/).map((part) => part.trim().split(/\s/)[0] ?? ''));
    }
  } else if (/\.(?:xml|txt|webmanifest|json|opml)$/.test(address)) {
    named.push(...(text.match(/https:\/\/[^\s"'<>\\)]+/g) ?? []));
  }
  const files = named.flatMap((name) => {
    const url = URL.parse(name.replaceAll('&amp;', '&'), base);
    if (url?.origin !== origin || name === '' || name.startsWith('#')) return [];
    const path = decodeURI(url.pathname).normalize('NFC');
    return [path.endsWith('/') ? `${path}index.html` : path];
  });
  return [...new Set(files)];
}
