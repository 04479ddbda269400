/** The last stage of a build: gathers what was printed, checks it, commits it, and switches. */
import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { checkEdition } from './check-edition.ts';
import { editionReport } from './run-report.ts';
import type { EditionReport } from './run-report.ts';
import { formatChanges, joinChanges, listChanges, NOTHING, tallyAfter } from './changes.ts';
import type { ChangedFile, ChangeList, Tally } from './changes.ts';
import { Gathering, NOTHING_GATHERED } from './gather.ts';
import type { Gathered } from './gather.ts';
import { filesBelow } from './disk.ts';
import { hasRoom, writeJournal } from './journal.ts';
import type { Switch } from './journal.ts';
import { identityOf, isOutput } from './output.ts';
import type { PlanHead } from './plan.ts';
import { moveFile } from './put-file.ts';
import { notePrinted } from './printed.ts';
import { readResults, ResultsError } from './results.ts';
import { Staging } from './staging.ts';
import { readMeta, transaction, writeMeta } from './state.ts';
import { completeSwitch } from './switch.ts';
import { readUntold } from './untold.ts';
import { removeWork, resultsFile, shardFiles } from './work-folder.ts';
import type { Shard } from './work-folder.ts';

/** What is merged, and where it goes. */
export interface MergeOptions {
  state: string;
  out: string;
  /** The folder of a plan for changed files alone. */
  delta?: string | undefined;
  shards: readonly Shard[];
  staging: string;
  /** When the build began, in milliseconds since 1970. */
  started: number;
  /** Called before each operation of the switch. */
  beforeStep?: (() => void) | undefined;
}

/** What a build did. */
export interface Merged {
  report: EditionReport;
  changes: ChangeList;
}

/**
 * Puts the printed shards of a plan together. Until the commit the output folder is untouched and
 * an error leaves all as it was; from the commit on the switch is completed, if need be by the next
 * command. Throws a ResultsError where a shard is missing, and an EditionError where the edition is
 * not whole.
 */
export async function mergeShards(
  db: DatabaseSync,
  plan: PlanHead,
  options: MergeOptions,
): Promise<Merged> {
  if (plan.build !== Number(readMeta(db, 'build') ?? 0)) {
    throw new ResultsError('Another edition was printed since this plan was made. Plan again.');
  }
  const merged = isUnchanged(db, plan)
    ? reportUnchanged(db, plan, options)
    : await mergeChanges(db, plan, options);
  removeWork(options.state);
  return merged;
}

async function mergeChanges(
  db: DatabaseSync,
  plan: PlanHead,
  options: MergeOptions,
): Promise<Merged> {
  gatherFiles(options);
  const merged = await transaction(db, () => {
    const base = tallyBefore(db);
    const gathered = gatherResults(db, plan, options);
    checkEdition(db, gathered, plan);
    const { list, next } = listChanges(base, gathered.affected);
    const told = withUntold(list, options);
    const report = editionReport(plan, list, next, gathered, secondsSince(options));
    writeMeta(db, 'code', plan.codeDigest);
    writeMeta(db, 'paper', plan.paperDigest);
    notePrinted(db, plan);
    writeMeta(db, 'tally', JSON.stringify(next));
    writeMeta(db, 'build', String(plan.build + 1));
    writeJournal(
      db,
      { ...switchOf(db, plan, options), reports: writeReports(options, report, told) },
      gathered.affected,
    );
    return { report, changes: told };
  });
  await completeSwitch(db, { resumed: false, beforeStep: options.beforeStep });
  return merged;
}

function switchOf(
  db: DatabaseSync,
  { target }: PlanHead,
  { delta, out, staging, state }: MergeOptions,
): Omit<Switch, 'reports'> {
  const to = delta ?? out;
  const intoNothing = target === 'delta' || target === 'absent';
  if (!intoNothing && (target === 'known' ? !isOutput(db, to) : identityOf(to) === undefined)) {
    throw new ResultsError(`${to} is another folder than when this build began. Build again.`);
  }
  return {
    to,
    staging,
    state,
    by: intoNothing && hasRoom(to, staging) ? 'folder' : 'files',
    output: identityOf(to),
    whole: target === 'absent',
    delta: target === 'delta',
    unknown: target !== 'known',
  };
}

/** Whether the output folder already holds the edition of this plan, and the state knows that. */
function isUnchanged(db: DatabaseSync, { due, gone, target }: PlanHead): boolean {
  if (due > 0 || gone.length > 0 || target !== 'known') return false;
  return db.prepare('SELECT 1 FROM strays LIMIT 1').get() === undefined;
}

function reportUnchanged(db: DatabaseSync, plan: PlanHead, options: MergeOptions): Merged {
  notePrinted(db, plan);
  const { list, next } = listChanges(tallyBefore(db), new Map());
  const report = editionReport(plan, list, next, NOTHING_GATHERED, secondsSince(options));
  const told = withUntold(list, options);
  for (const [from, to] of writeReports(options, report, told)) moveFile(from, to);
  return { report, changes: told };
}

/** The list with the changes before it, where those were made by a build that was killed. */
function withUntold(list: ChangeList, { state, out, delta }: MergeOptions): ChangeList {
  if (delta !== undefined) return list;
  const before = readUntold(state, out);
  return before?.next === list.base ? joinChanges(before, list) : list;
}

function secondsSince({ started }: MergeOptions): number {
  return (Date.now() - started) / 1000;
}

/** The edition before this build, as `strays` says that it stood there. */
function tallyBefore(db: DatabaseSync): Tally {
  const text = readMeta(db, 'tally');
  const tally = text === undefined ? NOTHING : (JSON.parse(text) as Tally);
  const rows = db
    .prepare(
      `SELECT DISTINCT strays.address, strays.sha256 AS stray, strays.size AS straySize,
         prints.sha256, prints.size
       FROM strays LEFT JOIN prints USING (address)`,
    )
    .all() as unknown as StrayRow[];
  const come: ChangedFile[] = [];
  const gone: ChangedFile[] = [];
  for (const { address, stray, straySize, sha256, size } of rows) {
    if (stray !== null && stray !== '') come.push({ address, sha256: stray, size: straySize });
    if (sha256 !== null) gone.push({ address, sha256, size: size ?? 0 });
  }
  return tallyAfter(tally, gone, come);
}

interface StrayRow {
  address: string;
  stray: string | null;
  straySize: number;
  sha256: string | null;
  size: number | null;
}

function gatherResults(
  db: DatabaseSync,
  plan: PlanHead,
  { state, shards }: MergeOptions,
): Gathered {
  const gathering = new Gathering(db);
  for (const shard of shards) {
    const head = { plan: plan.id, shard: `${shard.number}/${shard.of}` };
    gathering.take(readResults(resultsFile(state, shard), head));
  }
  for (const key of plan.gone) gathering.remove(key);
  const gathered = gathering.finish();
  if (gathered.units !== plan.due) {
    throw new ResultsError(
      `The plan has ${plan.due} units, and ${gathered.units} were printed. Plan again.`,
    );
  }
  return gathered;
}

/**
 * Brings the files of shards that staged for themselves to where all wait. They stay with the shard
 * too, so that a merge that fails can be tried again.
 */
function gatherFiles({ state, shards, staging }: MergeOptions): void {
  mkdirSync(staging, { recursive: true });
  const target = new Staging(staging);
  for (const shard of shards) {
    const folder = shardFiles(state, shard);
    if (!existsSync(folder)) continue;
    for (const address of filesBelow(folder, '')) {
      const [from, to] = [path.join(folder, address), target.place(address)];
      rmSync(to, { force: true });
      try {
        linkSync(from, to);
      } catch {
        // Another file system, or one without links.
        copyFileSync(from, to);
      }
    }
  }
}

/** Writes the reports under other names; the switch renames them at its end. */
function writeReports(
  { state, delta }: MergeOptions,
  report: EditionReport,
  changes: ChangeList,
): [string, string][] {
  const place = (name: string) => path.join(state, name);
  const write = (name: string, text: string, to: string): [string, string] => {
    writeFileSync(place(name), text);
    return [place(name), to];
  };
  const list = formatChanges(changes);
  return [
    write('changes.next.json', list, place('changes.json')),
    write('edition.next.json', `${JSON.stringify(report, null, 2)}\n`, place('edition.json')),
    ...(delta === undefined ? [] : [write('delta.next.json', list, `${delta}.changes.json`)]),
  ];
}
