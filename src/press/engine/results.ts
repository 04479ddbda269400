/** What a shard has printed, written down for whoever gathers it. */
import type { PageLink } from '../finish-page.ts';
import { LineWriter, readLines } from './lines.ts';
import type { FileKind } from './source.ts';

/** One file of a unit, printed or carried over. */
export interface PrintedFile {
  address: string;
  kind: FileKind;
  /** The digest of all that decides its bytes. */
  view: string;
  sha256: string;
  size: number;
  /** Its name in the cache. */
  kept?: string | undefined;
  /** The same as last time, and not printed: nothing more is said of it. */
  carried?: true | undefined;
  /** What the desk should know of it; said where it is printed, not where it is carried over. */
  warnings?: string[] | undefined;
  /** Anchors of a page. */
  ids?: string[] | undefined;
  /** Numbers of what a page links to, in the results' own count. */
  links?: number[] | undefined;
}

/** What became of a unit. */
export interface UnitResult {
  key: string;
  kind: string;
  digest: number;
  prints: PrintedFile[];
  /** What links lead to, where it is met first; counted on from the result before. */
  targets?: [address: string, anchor: string][] | undefined;
}

/** The first line: which plan this is of. */
interface ResultsHead {
  plan: string;
  shard: string;
}

/** The last line. Without it the shard did not come to its end. */
interface ResultsEnd {
  end: number;
}

/** Writes results as they come. */
export class ResultsWriter {
  readonly #lines: LineWriter;
  readonly #numbers = new Map<string, number>();
  /** Pages of a folder share their links. */
  readonly #known = new WeakMap<PageLink, number>();
  #units = 0;

  constructor(file: string, head: ResultsHead) {
    this.#lines = new LineWriter(file);
    this.#lines.write(JSON.stringify(head));
  }

  /** Writes the result of a unit; `links` by the address of each page. */
  write(result: UnitResult, links: ReadonlyMap<string, readonly PageLink[]>): void {
    const targets: [string, string][] = [];
    const numberOf = (link: PageLink) => {
      let number = this.#known.get(link);
      if (number !== undefined) return number;
      const { target, anchor } = link;
      const name = `${target}#${anchor}`;
      number = this.#numbers.get(name);
      if (number === undefined) {
        this.#numbers.set(name, (number = this.#numbers.size));
        targets.push([target, anchor]);
      }
      this.#known.set(link, number);
      return number;
    };
    const prints = result.prints.map((print) => {
      const own = links.get(print.address);
      return own === undefined ? print : { ...print, links: [...new Set(own.map(numberOf))] };
    });
    this.#lines.write(
      JSON.stringify({ ...result, prints, targets: targets.length === 0 ? undefined : targets }),
    );
    this.#units += 1;
  }

  /** Writes that all is done. */
  end(): void {
    const end: ResultsEnd = { end: this.#units };
    this.#lines.write(JSON.stringify(end));
    this.#lines.close();
  }

  /** Closes the file of a shard that failed. */
  abandon(): void {
    this.#lines.close();
  }
}

/** Results cannot be gathered: they are not there, not whole, or of another plan. */
export class ResultsError extends Error {
  override readonly name = 'ResultsError';
}

/** Reads results. Throws a ResultsError where they are not whole or not of this plan. */
export function* readResults(file: string, { plan, shard }: ResultsHead): Generator<UnitResult> {
  const again = `Run "render --shard ${shard}" again, then "merge".`;
  let head: ResultsHead | undefined;
  let units = 0;
  let ended = false;
  try {
    for (const line of readLines(file)) {
      const value = JSON.parse(line) as ResultsHead | ResultsEnd | UnitResult;
      if (head === undefined) {
        head = value as ResultsHead;
        if (head.plan !== plan || head.shard !== shard) {
          throw new ResultsError(`What shard ${shard} printed is of another plan. ${again}`);
        }
      } else if ('end' in value) ended = value.end === units;
      else {
        units += 1;
        yield value as UnitResult;
      }
    }
  } catch (error) {
    if (error instanceof SyntaxError) ended = false;
    else if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new ResultsError(`Shard ${shard} has printed nothing. ${again}`);
    } else throw error;
  }
  if (!ended) throw new ResultsError(`Shard ${shard} did not come to its end. ${again}`);
}
