/**
 * What the engine asks of the rest of the press. It knows units and files, and neither stories nor
 * layouts: those come in by `Parts`, which the command line puts together and tests replace.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { PageKind } from '../../edition/page-kinds.ts';
import type { Problem } from '../../problems.ts';
import type { Instant } from '../../time.ts';

/** What is printed together and falls due together: a story, a list, a feed, a file of `public/`. */
export interface Unit {
  /** Unique: `story en/2025/02/slug`, `list en section world 3`. */
  key: string;
  kind: string;
  /**
   * Of the kind, of `inputs` and all that they name, as a whole number that is safe. Another digest:
   * the unit is due. No two units of an edition have one, but by chance: none are of one kind and have
   * the same inputs.
   */
  digest: number;
  /** Plain data (JSON), enough for a print room in another process. */
  inputs: unknown;
}

/** What is printed, for the order of the switch and for the summary. */
export type PrintKind =
  'picture' | 'card' | 'icon' | 'file' | 'page' | 'redirect' | 'feed' | 'sitemap';

/** What a printed file is; a page that lists others is told apart. */
export type FileKind = PrintKind | 'list';

/** Which pages list others: they change after the stories that they lead to. */
const LISTS: Readonly<Record<PageKind, boolean>> = {
  front: true,
  story: false,
  list: true,
  month: true,
  archive: true,
  corrections: true,
  feeds: true,
  page: false,
  'not-found': false,
};

/** What the file of a print is. */
export function fileKind({ kind, page }: Print): FileKind {
  return kind === 'page' && page !== undefined && isListPage(page) ? 'list' : kind;
}

function isListPage(page: string): boolean {
  return Object.hasOwn(LISTS, page) && LISTS[page as PageKind];
}

/**
 * One file to print, as plain data. Everything in it decides the bytes, and besides it only the
 * code does; whatever else a printer needs stands in further fields.
 */
export interface Print {
  /** `/2025/02/slug.html`. */
  address: string;
  kind: PrintKind;
  /** Which layout, for a page. */
  page?: string;
  /** The name of the bytes in the cache (`cards/3f….png`), which changes whenever they would. */
  kept?: string;
  /** Large things that the file shows and other files too; each is looked at once, and never changed. */
  parts?: readonly object[];
}

/** The paper as of the moment of this run: what there is to print. */
export interface Source {
  /** Plain data (JSON) that every page may see; handed to each print room. */
  paper: unknown;
  /** Another digest: every unit is due. */
  paperDigest: string;
  /** When an edition of the same content differs by itself; undefined for never. */
  nextChangeAt: Instant | undefined;
  /** Warnings. */
  problems: readonly Problem[];
  /** Of the content and all else that a source is made from, but for the moment. */
  stamp: string;
  /** Every unit of the edition, due or not, each key once. Asked for once. */
  units(): Iterable<Unit>;
}

/** Nothing that a source is made from has changed. */
export interface SameSource {
  same: true;
  /** Warnings. */
  problems: readonly Problem[];
}

/** Where units become files. Each process that prints has its own. */
export interface PrintRoom {
  /** The files of a unit. */
  prints(unit: Unit): Promise<readonly Print[]>;
  /** HTML of a page by its layout, before the last touch. */
  render(print: Print): Promise<string>;
  /** SHA-256 (base64) of the scripts that may stand in a page. */
  scripts(): Promise<ReadonlySet<string>>;
  /**
   * What is no page; a redirect gives HTML before the last touch. `warn` takes what the desk should
   * know of the file.
   */
  bytes(print: Print, warn: (text: string) => void): Promise<Uint8Array | string>;
}

/** The rest of the press. */
export interface Parts {
  /** Of all that is not content. Another digest: all is printed anew, and the archive read anew. */
  codeDigest(): string;
  /**
   * Reads what changed in the content and makes the edition. Runs inside a transaction on `db`,
   * where the store keeps its index; its tables are gone where the code has changed or `clean` is
   * set. What print rooms share on the disk is made here, once. Where the stamp would be `known`, it
   * may say so instead. Rejects with a ContentError where the content has mistakes; what was written
   * to `db` by then is kept, and must be in order.
   */
  openSource(
    db: DatabaseSync,
    options: { clean: boolean; known?: string | undefined },
  ): Promise<Source | SameSource>;
  /** Opens a print room; `db` is only read. */
  openPrintRoom(db: DatabaseSync, paper: unknown): Promise<PrintRoom>;
}
