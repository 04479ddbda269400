/** The first stage of a build: looks at everything and writes down what is due. */
import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { ContentError } from '../../problems.ts';
import type { Problem } from '../../problems.ts';
import { UsageError } from '../usage-error.ts';
import { inspectOutput } from './output.ts';
import { compareUnits, writePlan } from './plan.ts';
import type { PlanHead, Target } from './plan.ts';
import { arePrinted, publicUnits } from './public-files.ts';
import { ResultsError } from './results.ts';
import type { Parts, Source, Unit } from './source.ts';
import { readPrinted, stampAt } from './printed.ts';
import { dropIndex, readMeta, transaction, writeMeta } from './state.ts';

/** What a plan is made from. */
export interface PlanOptions {
  state: string;
  out: string;
  public: string;
  /** Prints everything, and trusts nothing that was printed before. */
  clean: boolean;
  /** Prints changed files alone, for a folder of their own; the output folder is not looked at. */
  delta: boolean;
  at: number;
}

/** A plan that was made. */
export interface MadePlan {
  head: PlanHead;
  /** Warnings of the content. */
  problems: readonly Problem[];
}

/**
 * Reads the content, compares the edition with the state and the output folder, and writes the plan
 * into the state. What the store read is kept from here on, whatever becomes of the build: it says
 * what the content is, and nothing of what is printed. So it is where the content has mistakes, which
 * throw a ContentError: the next try reads what was mended, and not all the rest.
 */
export async function makePlan(
  db: DatabaseSync,
  parts: Parts,
  options: PlanOptions,
): Promise<MadePlan> {
  const codeDigest = parts.codeDigest();
  const { clean, at, state } = options;
  const sameCode = readMeta(db, 'code') === codeDigest;
  const { source, files, target } = await transaction(db, async () => {
    const to = targetOf(db, options);
    // An archive that was not read to its end is read anew: the digest is noted with its last row.
    const sameIndex = !clean && readMeta(db, 'index') === codeDigest;
    if (!sameIndex) dropIndex(db);
    const passed = publicUnits(db, options.public);
    const isWhole = !clean && sameCode && isUntouched(db, to) && arePrinted(db, passed);
    const known = isWhole ? stampAt(db, at) : undefined;
    const opened = await parts.openSource(db, { clean: !sameIndex, known }).catch(contentError);
    writeMeta(db, 'index', codeDigest);
    return { source: opened, files: passed, target: to };
  });
  if (source instanceof ContentError) throw source;
  const { problems } = source;
  const head = {
    id: randomUUID(),
    build: Number(readMeta(db, 'build') ?? 0),
    codeDigest,
    target,
    clean,
    at,
  };
  if ('same' in source) {
    const { nextChangeAt, paperDigest, stamp } = readPrinted(db);
    const same = { ...head, paper: null, paperDigest, stamp, nextChangeAt, due: 0, gone: [] };
    writePlan(state, same, []);
    return { head: same, problems };
  }
  const { nextChangeAt = null, paper, paperDigest, stamp } = source;
  const otherPaper = readMeta(db, 'paper') !== paperDigest;
  const all = clean || !sameCode || otherPaper || target === 'absent';
  const { due, gone } = compareUnits(db, allUnits(source, files), { all });
  const planned = { ...head, paper, paperDigest, stamp, nextChangeAt, due: due.length, gone };
  writePlan(state, planned, due);
  return { head: planned, problems };
}

function contentError(error: unknown): ContentError {
  if (error instanceof ContentError) return error;
  throw error;
}

function targetOf(db: DatabaseSync, { out, clean, delta }: PlanOptions): Target {
  if (!delta) return inspectOutput(db, out, { whole: clean });
  db.exec('DELETE FROM strays');
  return 'delta';
}

/** Whether the output folder holds what the state says, as far as that can be seen. */
function isUntouched(db: DatabaseSync, target: Target): boolean {
  const strays = db.prepare('SELECT 1 FROM strays LIMIT 1').get();
  return strays === undefined && (target === 'known' || target === 'delta');
}

function* allUnits(source: Source, files: readonly Unit[]): Generator<Unit> {
  yield* source.units();
  yield* files;
}

/**
 * A plan, for the output folder as it stands now. Throws a ResultsError where that has changed since
 * the plan was made, and a UsageError where plan and merge do not agree on `--delta`.
 */
export async function confirmPlan(
  db: DatabaseSync,
  head: PlanHead,
  { out, delta }: { out: string; delta?: string | undefined },
): Promise<PlanHead> {
  if ((head.target === 'delta') !== (delta !== undefined)) {
    const mend = delta === undefined ? 'merge with --delta too' : 'plan with --delta too';
    throw new UsageError(`--delta is for both "plan" and "merge": ${mend}.`);
  }
  if (head.target === 'delta') return head;
  const strays = () => JSON.stringify(db.prepare('SELECT * FROM strays ORDER BY address').all());
  const planned = strays();
  const state = await transaction(db, () => inspectOutput(db, out, { whole: head.clean }));
  const other = (head.target === 'absent') !== (state === 'absent');
  if (other || strays() !== planned) {
    throw new ResultsError(`${out} is not what it was when the plan was made. Plan again.`);
  }
  return { ...head, target: state };
}
