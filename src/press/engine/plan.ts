/** What is due: the units of the edition compared with those that were printed last. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { LineWriter, readLines } from './lines.ts';
import type { OutputState } from './output.ts';
import { ResultsError } from './results.ts';
import type { Unit } from './source.ts';
import { Unseen } from './unseen.ts';
import { planFile, removeWork, workFolder } from './work-folder.ts';
import type { Shard } from './work-folder.ts';

/**
 * Where the files of a plan go: into the output folder, as a new one (`absent`) or file by file into
 * the one that is there; or, changed files alone, into a folder of their own (`delta`).
 */
export type Target = OutputState | 'delta';

/** What is known of a plan besides its units; plain data. */
export interface PlanHead {
  /** Distinguishes plans; the shards of one cannot be merged into another. */
  id: string;
  /** How many builds the state had seen. */
  build: number;
  codeDigest: string;
  paperDigest: string;
  /** Of all that the edition is made from, but for the moment. */
  stamp: string;
  paper: unknown;
  target: Target;
  /** Nothing is carried over from the last edition. */
  clean: boolean;
  at: number;
  nextChangeAt: number | null;
  due: number;
  /** Keys of units that the edition has no more. */
  gone: string[];
}

/** Units that are due, and the keys of those that are gone. */
export interface Comparison {
  due: Unit[];
  gone: string[];
}

/**
 * Compares units with the state. Due are those that are new or have another digest, those with a
 * file in `strays`, and with `all` every one. Throws where two units have one key.
 *
 * Digests are compared and no keys: those of units that are not due are never read.
 */
export function compareUnits(
  db: DatabaseSync,
  units: Iterable<Unit>,
  { all }: { all: boolean },
): Comparison {
  const unseen = new Unseen(all ? [] : digestsIn(db, 'SELECT digest FROM units'));
  // Two units that have one digest by chance cannot be told apart.
  if (!unseen.isDistinct) return compareUnits(db, units, { all: true });
  const damaged = new Set(all ? [] : digestsIn(db, DAMAGED));
  for (const digest of damaged) unseen.see(digest);
  const due = new Map<string, Unit>();
  for (const unit of units) {
    if (unseen.see(unit.digest)) continue;
    if (due.has(unit.key)) throw twice(unit.key);
    due.set(unit.key, unit);
  }
  if (!all) {
    const last = db.prepare('SELECT digest FROM units WHERE key = ?');
    for (const key of due.keys()) {
      const digest = last.get(key)?.['digest'] as number | undefined;
      if (digest === undefined || unseen.see(digest) || damaged.delete(digest)) continue;
      throw twice(key);
    }
    if (unseen.count === 0 && damaged.size === 0) return { due: [...due.values()], gone: [] };
  }
  const isGone = all
    ? ({ key }: PrintedUnit) => !due.has(key)
    : ({ digest }: PrintedUnit) => unseen.has(digest) || damaged.has(digest);
  const rows = db.prepare('SELECT key, digest FROM units').all() as unknown as PrintedUnit[];
  return { due: [...due.values()], gone: rows.filter(isGone).map(({ key }) => key) };
}

/** Of units with a file that is not as it was printed. */
const DAMAGED = `
  SELECT DISTINCT digest FROM strays JOIN prints USING (address) JOIN units ON units.id = unit`;

type PrintedUnit = Pick<Unit, 'key' | 'digest'>;

function digestsIn(db: DatabaseSync, query: string): number[] {
  // As one text: a row for each would cost more than all the rest.
  const row = db.prepare(`SELECT json_group_array(digest) AS digests FROM (${query})`).get();
  return JSON.parse(row?.['digests'] as string) as number[];
}

function twice(key: string): Error {
  return new Error(`Two units have the key "${key}".`);
}

/** Writes a plan, in place of any other: its head, then a line for each unit that is due. */
export function writePlan(state: string, head: PlanHead, due: readonly Unit[]): void {
  removeWork(state);
  mkdirSync(workFolder(state), { recursive: true });
  const lines = new LineWriter(planFile(state));
  lines.write(JSON.stringify(head));
  for (const unit of due) lines.write(`${shardNumber(unit.key)} ${JSON.stringify(unit)}`);
  lines.close();
}

/** The head of the plan, or undefined where there is none. Throws a ResultsError for half of one. */
export function readPlanHead(state: string): PlanHead | undefined {
  try {
    for (const line of readLines(planFile(state))) return JSON.parse(line) as PlanHead;
  } catch (error) {
    if (error instanceof SyntaxError) throw notWhole();
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return undefined;
}

/**
 * The units of a plan that fall to a shard. The shards of a plan have each of its units once. Throws
 * a ResultsError, at the end, where the plan has lost some.
 */
export function* readUnits(state: string, shard: Shard): Generator<Unit> {
  try {
    for (const line of linesOf(state, shard)) yield JSON.parse(line.slice(9)) as Unit;
  } catch (error) {
    throw error instanceof SyntaxError ? notWhole() : error;
  }
}

/** How many units fall to a shard; none where there is no plan. */
export function countUnits(state: string, shard: Shard): number {
  if (!existsSync(planFile(state))) return 0;
  return [...linesOf(state, shard)].length;
}

function* linesOf(state: string, { number, of }: Shard): Generator<string> {
  const due = readPlanHead(state)?.due ?? 0;
  const lines = readLines(planFile(state));
  // The head.
  lines.next();
  let count = 0;
  for (const line of lines) {
    count += 1;
    if (shardOf(line.slice(0, 8), of) === number) yield line;
  }
  if (count !== due) throw notWhole();
}

function notWhole(): ResultsError {
  return new ResultsError('The plan is not whole: a part of its file is missing. Plan again.');
}

/** 32 bits of the hash of a key, as 8 hexadecimal digits. */
function shardNumber(key: string): string {
  return hash('sha256', key, 'hex').slice(0, 8);
}

function shardOf(digits: string, of: number): number {
  return Math.floor((Number.parseInt(digits, 16) * of) / 2 ** 32) + 1;
}
