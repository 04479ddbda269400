/** Takes what the shards printed into the state: who prints what now, and what that changes. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { forgetKept } from './cache.ts';
import { EditionError } from './check-edition.ts';
import type { FileFacts } from './digests.ts';
import { packNumbers, Targets } from './links.ts';
import { foldersOf } from './output.ts';
import { Recorded } from './recorded.ts';
import type { PrintedFile, UnitResult } from './results.ts';
import type { FileKind } from './source.ts';

/** A file that may have changed: before and after this build. */
export interface Affected {
  before: FileFacts | undefined;
  after: FileFacts | undefined;
  /** What it is, or was. */
  kind: FileKind;
}

interface GatheredFile extends Affected {
  /** The last edition had it, though another file or none may stand there now. */
  wasPrinted: boolean;
}

/** What the results of a build come to. */
export interface Gathered {
  affected: Map<string, GatheredFile>;
  /** Pages that were printed, not carried over. */
  pages: string[];
  /** Numbers of what these pages link to. */
  linked: Set<number>;
  /** What the desk should know of files that were printed, by their addresses. */
  warnings: Map<string, readonly string[]>;
  units: number;
}

/** Of no results. */
export const NOTHING_GATHERED: Gathered = {
  affected: new Map(),
  pages: [],
  linked: new Set(),
  warnings: new Map(),
  units: 0,
};

/** A row of `prints`. */
interface PrintRow extends FileFacts {
  view: string;
  kind: FileKind;
  kept: string | null;
}

/**
 * Writes results into the tables `units` and `prints`, and takes units that are gone out of them.
 * Runs inside a transaction.
 */
export class Gathering {
  readonly #db: DatabaseSync;
  readonly #targets: Targets;
  readonly #recorded: Recorded;
  readonly #statements: Record<
    'unit' | 'putUnit' | 'rows' | 'put' | 'drop' | 'dropUnit' | 'printers' | 'below',
    StatementSync
  >;
  readonly #done = new Set<number>();
  readonly #result: Gathered = {
    affected: new Map(),
    pages: [],
    linked: new Set(),
    warnings: new Map(),
    units: 0,
  };

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#targets = new Targets(db);
    this.#recorded = new Recorded(db, { absent: false });
    this.#statements = {
      unit: db.prepare('SELECT id FROM units WHERE key = ?'),
      putUnit: db.prepare(
        `INSERT INTO units (key, kind, digest) VALUES (?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, digest = excluded.digest
         RETURNING id`,
      ),
      rows: db.prepare('SELECT address, view, kind, sha256, size, kept FROM prints WHERE unit = ?'),
      put: db.prepare('INSERT OR REPLACE INTO prints VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
      drop: db.prepare('DELETE FROM prints WHERE address = ? AND unit = ?'),
      dropUnit: db.prepare('DELETE FROM units WHERE id = ?'),
      printers: db.prepare(
        `SELECT sha256, size, prints.kind, units.key FROM prints
         JOIN units ON units.id = prints.unit WHERE address = ? ORDER BY key`,
      ),
      below: db.prepare('SELECT address FROM prints WHERE address > ? AND address < ? LIMIT 1'),
    };
    for (const { address } of db.prepare('SELECT address FROM strays').all() as {
      address: string;
    }[]) {
      this.#affect(address, 'file');
    }
  }

  /** Takes in the results of one shard. */
  take(results: Iterable<UnitResult>): void {
    const numbers: number[] = [];
    for (const result of results) {
      for (const target of result.targets ?? []) numbers.push(this.#targets.numberOf(...target));
      this.#takeUnit(result, numbers);
    }
  }

  /** Takes out a unit that the edition has no more. */
  remove(key: string): void {
    const unit = this.#statements.unit.get(key) as { id: number } | undefined;
    if (unit === undefined) return;
    for (const [address, row] of this.#rowsOf(unit.id)) this.#drop(address, unit.id, row);
    this.#statements.dropUnit.run(unit.id);
  }

  /**
   * Compares what was with what is. Throws an EditionError where two units print different files
   * at one address, or where an address is a file and a folder.
   */
  finish(): Gathered {
    const faults: string[] = [];
    for (const [address, affected] of this.#result.affected) {
      const printers = this.#statements.printers.all(address) as unknown as (FileFacts & {
        kind: FileKind;
        key: string;
      })[];
      const [first] = printers;
      if (first === undefined) continue;
      affected.after = { sha256: first.sha256, size: first.size };
      affected.kind = first.kind;
      const other = printers.find(({ sha256 }) => sha256 !== first.sha256);
      if (other !== undefined) {
        faults.push(`${address} is printed differently by "${first.key}" and by "${other.key}"`);
      }
      if (!affected.wasPrinted) faults.push(...this.#crossings(address, first.key));
    }
    if (faults.length > 0) throw new EditionError(faults);
    return this.#result;
  }

  #takeUnit({ key, kind, digest, prints }: UnitResult, numbers: readonly number[]): void {
    const { id } = this.#statements.putUnit.get(key, kind, digest) as { id: number };
    if (this.#done.has(id)) throw new Error(`"${key}" was printed twice.`);
    this.#done.add(id);
    this.#result.units += 1;
    const rows = this.#rowsOf(id);
    for (const print of prints) {
      const row = rows.get(print.address);
      rows.delete(print.address);
      this.#affect(print.address, print.kind);
      if (print.warnings !== undefined) this.#result.warnings.set(print.address, print.warnings);
      const page = print.links !== undefined;
      if (page) this.#result.pages.push(print.address);
      const same = row?.view === print.view && row.sha256 === print.sha256;
      if (page || !same) this.#put(print, id, numbers);
      if (typeof row?.kept === 'string' && row.kept !== print.kept) forgetKept(this.#db, row.kept);
    }
    for (const [address, row] of rows) this.#drop(address, id, row);
  }

  #drop(address: string, unit: number, { kind, kept }: PrintRow): void {
    this.#affect(address, kind);
    this.#statements.drop.run(address, unit);
    if (kept !== null) forgetKept(this.#db, kept);
  }

  #put(print: PrintedFile, unit: number, numbers: readonly number[]): void {
    const { address, kind, view, sha256, size, kept = null, ids } = print;
    const links = print.links?.map((link) => numbers[link] ?? 0);
    for (const link of links ?? []) this.#result.linked.add(link);
    this.#statements.put.run(
      address,
      unit,
      kind,
      view,
      sha256,
      size,
      kept,
      ids === undefined ? null : JSON.stringify(ids),
      links === undefined ? null : packNumbers(links),
    );
  }

  /** Where the folder of a file is a file itself, or the file a folder. */
  #crossings(address: string, key: string): string[] {
    const files = [...foldersOf([address])].filter((folder) => folder !== '/');
    const { below, printers } = this.#statements;
    const inner = below.get(`${address}/`, `${address}0`) as { address: string } | undefined;
    if (inner !== undefined) files.push(inner.address);
    return files.flatMap((file) => {
      const other = printers.get(file) as { key: string } | undefined;
      if (other === undefined) return [];
      return [`${address} of "${key}" and ${file} of "${other.key}" cannot stand side by side`];
    });
  }

  #rowsOf(unit: number): Map<string, PrintRow> {
    const rows = this.#statements.rows.all(unit) as unknown as (PrintRow & { address: string })[];
    return new Map(rows.map((row) => [row.address, row]));
  }

  /** Notes a file as it was, before its row is changed. */
  #affect(address: string, kind: FileKind): void {
    if (this.#result.affected.has(address)) return;
    const before = this.#recorded.before(address);
    const wasPrinted = this.#recorded.wasPrinted(address);
    this.#result.affected.set(address, { before, after: undefined, wasPrinted, kind });
  }
}
