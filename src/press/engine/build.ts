/**
 * The build, in its order: lock, what was left undone, plan, render, merge. `plan`, `render` and
 * `merge` are also commands of their own, which work on one plan one after the other, on one
 * machine or on several.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../../problems.ts';
import { pruneCache } from './cache.ts';
import { Progress } from '../progress.ts';
import { UsageError } from '../usage-error.ts';
import { freeMemory } from '../free-memory.ts';
import { namesIn } from './disk.ts';
import { readSwitch } from './journal.ts';
import { lockState, tryLock } from './lock.ts';
import { confirmPlan, makePlan } from './make-plan.ts';
import type { PlanOptions } from './make-plan.ts';
import { mergeShards } from './merge.ts';
import type { Merged, MergeOptions } from './merge.ts';
import { readPlanHead } from './plan.ts';
import type { PlanHead } from './plan.ts';
import { renderShard } from './render.ts';
import { ResultsError } from './results.ts';
import { runShards, shardsOf } from './shards.ts';
import type { PrintHere, StartShard } from './shards.ts';
import type { Parts } from './source.ts';
import { clearLeftovers, isWaiting, stagingFor } from './staging.ts';
import {
  discardState,
  hasState,
  isDamaged,
  openState,
  readMeta,
  readState,
  writeMeta,
} from './state.ts';
import { completeSwitch } from './switch.ts';
import { forgetUntold } from './untold.ts';
import { countRendered, removeWork } from './work-folder.ts';
import type { Shard } from './work-folder.ts';

/** The folders of a run, absolute, and what is asked of it. */
export interface BuildOptions {
  state: string;
  out: string;
  public: string;
  at: number;
  /** `--clean`: prints everything and reads the archive anew. */
  clean?: boolean | undefined;
  /** `--delta`: a folder, absent or empty, for the changed files alone. */
  delta?: string | undefined;
  /** Most processes that print at a time. */
  jobs: number;
  startShard: StartShard;
  /** Hears of the content's warnings, once, before anything is printed. */
  onProblems?: ((problems: readonly Problem[]) => void) | undefined;
  /** For tests: called before each operation of the switch. */
  beforeStep?: (() => void) | undefined;
  /** For tests: with how many units another process is started. */
  unitsAProcess?: number | undefined;
}

/**
 * With fewer units due, another process costs more than it saves: a second of CPU to start, and its
 * own compiling of hot code. Pictures are drawn by several threads in any case.
 */
const UNITS_A_PROCESS = 300;

/**
 * Prints what is due. Throws what is wrong, and then has changed nothing; but for a SwitchError, after
 * which the next command goes on where the switch stopped, and for a file of the cache that may not
 * be deleted, which is told when the edition stands.
 */
export async function build(parts: Parts, options: BuildOptions): Promise<Merged> {
  const started = Date.now();
  refuseFullDelta(options.delta);
  return withState(options, async (db) => {
    const staging = stagingFor(options.delta ?? options.out, options.state);
    try {
      const { head, problems } = await makePlan(db, parts, planOptions(options));
      options.onProblems?.(problems);
      const shards = shardsOf(processesFor(head.due, options));
      await render(db, parts, head, shards, { ...options, staging });
      return await merge(db, head, { ...options, staging, shards, started });
    } catch (error) {
      abandon(db, staging);
      removeWork(options.state);
      throw error;
    }
  });
}

/** `plan`: writes down what is due, for the commands `render` and `merge`. */
export async function plan(parts: Parts, options: BuildOptions): Promise<PlanHead> {
  return withState(options, async (db) => {
    const { head, problems } = await makePlan(db, parts, planOptions(options));
    options.onProblems?.(problems);
    return head;
  });
}

/** What `merge` is asked. */
export type MergePlanOptions = Pick<BuildOptions, 'state' | 'out' | 'delta' | 'beforeStep'>;

/** What `render` is asked to print, and where. */
export interface RenderOptions {
  state: string;
  public: string;
  shard: Shard;
  staging?: string | undefined;
}

/** `render --shard k/n`: prints a part of the plan. Several may run at a time. */
export async function renderPart(
  parts: Parts,
  { shard, ...place }: RenderOptions,
  onUnit?: () => void,
): Promise<void> {
  const head = plannedHead(place.state);
  if (head.codeDigest !== parts.codeDigest()) {
    throw new ResultsError('The code is not the one that the plan was made with. Plan again.');
  }
  const db = readState(place.state);
  try {
    await renderShard(db, (paper) => parts.openPrintRoom(db, paper), shard, place, onUnit);
  } finally {
    db.close();
  }
}

/** `merge`: puts together what the shards printed. */
export async function mergePlan(options: MergePlanOptions): Promise<Merged> {
  const started = Date.now();
  refuseFullDelta(options.delta);
  return withState(options, async (db) => {
    const staging = stagingFor(options.delta ?? options.out, options.state);
    try {
      const head = await confirmPlan(db, plannedHead(options.state), options);
      const shards = shardsOf(head.due === 0 ? 0 : countRendered(options.state));
      return await merge(db, head, { ...options, staging, shards, started });
    } catch (error) {
      abandon(db, staging);
      throw error;
    }
  });
}

/** Completes a switch that was killed; for the commands that only use the edition. */
export async function resumeSwitch({
  state,
  beforeStep,
}: Pick<BuildOptions, 'state' | 'beforeStep'>): Promise<void> {
  if (!hasState(state)) return;
  // A build that runs now completes its own.
  const lock = tryLock(state);
  if (lock === undefined) return;
  try {
    const db = openState(state);
    try {
      await completeSwitch(db, { resumed: true, beforeStep });
      for (const folder of targetsBefore(db)) clearLeftovers(folder, state);
    } finally {
      db.close();
    }
  } finally {
    lock.release();
  }
}

/** Holds the lock and opens the state for one command. A state that is damaged is begun anew. */
async function withState<Result>(
  { state, out, delta }: { state: string; out: string; delta?: string | undefined },
  work: (db: DatabaseSync) => Promise<Result>,
): Promise<Result> {
  const attempt = async () => {
    const db = openState(state);
    try {
      await completeSwitch(db, { resumed: true });
      // A switch that was killed may have filled it just now.
      refuseFullDelta(delta);
      clearAbandoned(db, state, [out, ...(delta === undefined ? [] : [delta])]);
      return await work(db);
    } finally {
      db.close();
    }
  };
  const lock = lockState(state);
  try {
    return await attempt().catch(async (error: unknown) => {
      if (!isDamaged(error)) throw error;
      discardState(state);
      return attempt();
    });
  } finally {
    lock.release();
  }
}

/**
 * Takes away what killed runs left beside these folders and those of the run before, which may have
 * been others, and remembers these: what waits there may be withdrawn by now.
 */
function clearAbandoned(db: DatabaseSync, state: string, folders: readonly string[]): void {
  for (const folder of new Set([...targetsBefore(db), ...folders])) clearLeftovers(folder, state);
  writeMeta(db, 'targets', JSON.stringify(folders));
}

function targetsBefore(db: DatabaseSync): string[] {
  return JSON.parse(readMeta(db, 'targets') ?? '[]') as string[];
}

/** Takes away what a build that failed has staged; what is committed already stays. */
function abandon(db: DatabaseSync, staging: string): void {
  try {
    if (readSwitch(db) === undefined) rmSync(staging, { recursive: true, force: true });
  } catch {
    // What went wrong before says more.
  }
}

async function render(
  db: DatabaseSync,
  parts: Parts,
  { due }: PlanHead,
  shards: readonly Shard[],
  options: BuildOptions & { staging: string },
): Promise<void> {
  const progress = new Progress('Printing');
  progress.begin(due);
  const onUnits = (count: number) => {
    progress.step(count);
  };
  const openRoom = (paper: unknown) => parts.openPrintRoom(db, paper);
  const here: PrintHere = (shard, goesOn) =>
    renderShard(db, openRoom, shard, options, () => {
      goesOn();
      onUnits(1);
    });
  const start = (shard: Shard) => options.startShard(shard, options.staging);
  if (due > 0) mkdirSync(options.staging, { recursive: true });
  try {
    if (shards.length > 1) freeMemory();
    await runShards(shards, { here, start }, onUnits);
  } finally {
    progress.end();
  }
}

async function merge(db: DatabaseSync, head: PlanHead, options: MergeOptions): Promise<Merged> {
  const merged = await mergeShards(db, head, options);
  await pruneCache(db, options.state);
  if (options.delta === undefined) forgetUntold(options.state, options.out);
  return merged;
}

function planOptions({ clean = false, delta, ...options }: BuildOptions): PlanOptions {
  return { ...options, clean, delta: delta !== undefined };
}

function processesFor(
  due: number,
  { jobs, unitsAProcess = UNITS_A_PROCESS }: Pick<BuildOptions, 'jobs' | 'unitsAProcess'>,
): number {
  return Math.min(jobs, Math.ceil(due / unitsAProcess));
}

function refuseFullDelta(delta: string | undefined): void {
  if (delta === undefined) return;
  const found = statSync(delta, { throwIfNoEntry: false });
  if (found?.isDirectory() === false) throw new UsageError(`--delta: ${delta} is no folder.`);
  if (namesIn(delta).every(isWaiting)) return;
  throw new UsageError(`--delta: ${delta} is not empty; name a folder that is new or empty.`);
}

function plannedHead(state: string): PlanHead {
  const head = readPlanHead(state);
  if (head !== undefined) return head;
  throw new UsageError(`There is no plan in ${state}. Run "plan" first.`);
}
