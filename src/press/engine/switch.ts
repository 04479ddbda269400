/** The switch: brings the output folder to what the state says, by a journal that survives a kill. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { lookAt } from './disk.ts';
import type { Affected } from './gather.ts';
import { foldersOf, forgetFolders, identityOf, noteFolders, noteOutput } from './output.ts';
import { clearWay, moveFile, putFile, removeFile } from './put-file.ts';
import { ResultsError } from './results.ts';
import { readMeta, writeMeta } from './state.ts';

/** A switch that has begun: it stands in the state until it has ended. */
export interface Switch {
  /** The output folder, or that of `--delta`. */
  to: string;
  /** Where the files wait. */
  staging: string;
  /** `folder`: the staged one becomes the output; `files`: its files go into the output one by one. */
  by: 'folder' | 'files';
  /** Which folder the output was when the switch began; undefined where there was none. */
  output?: string | undefined;
  /** Into a folder for upload; the state then speaks of no output folder. */
  delta: boolean;
  /** Nothing is known of the times of the output's folders. */
  unknown: boolean;
  /** Files that are renamed at the end: from, to. */
  reports: [from: string, to: string][];
}

/**
 * Up to this many files are flushed to the disk before the commit that promises them, so that they
 * outlive a loss of power. For more, which is seldom, that would take longer than printing them.
 */
const MOST_FLUSHED = 64;

/** Within this time a second change of a folder may not show in the folder's time. */
const TICK_MS = 25;

/**
 * Writes the journal of a switch: which files are put and removed, in the order in which no reader
 * meets a link that leads nowhere. It counts with the commit of the transaction around it. Throws a
 * ResultsError where a file that it promises is not there.
 */
export function writeJournal(
  db: DatabaseSync,
  begun: Switch,
  affected: ReadonlyMap<string, Affected>,
): void {
  writeMeta(db, 'switch', JSON.stringify(begun));
  const { put, remove } = switchOrder(affected);
  for (const address of begun.by === 'folder' && !begun.delta ? affected.keys() : put) {
    const promised = affected.get(address)?.after?.size;
    const waiting = lookAt(path.join(begun.staging, address));
    if (promised !== undefined && Number(waiting?.size) !== promised) {
      throw new ResultsError(
        `${address} does not wait in ${begun.staging} as it was printed. Render its part again.`,
      );
    }
  }
  if (put.length <= MOST_FLUSHED) {
    for (const address of put) flush(path.join(begun.staging, address));
  }
  if (begun.by === 'folder') return;
  const step = db.prepare('INSERT INTO switch (act, address) VALUES (?, ?)');
  for (const address of put) step.run('put', address);
  for (const address of remove) step.run('remove', address);
}

/** Addresses to put and then to remove, each in its order. */
export function switchOrder(affected: ReadonlyMap<string, Affected>) {
  const put: string[] = [];
  const remove: string[] = [];
  for (const [address, { before, after }] of affected) {
    if (after === undefined) remove.push(address);
    else if (before?.sha256 !== after.sha256) put.push(address);
  }
  const place = (address: string) => placeInOrder(affected.get(address));
  const inOrder = (a: string, b: string) => place(a) - place(b) || (a < b ? -1 : 1);
  return { put: put.sort(inOrder), remove: remove.sort(inOrder).reverse() };
}

/**
 * Pictures, cards and other files first: pages show them. Then what is new: nothing leads there yet.
 * Then pages that lead to it, lists after stories, and last what machines read.
 */
function placeInOrder(affected: Affected | undefined): number {
  const isNew = affected?.before === undefined;
  switch (affected?.kind) {
    case 'page':
    case 'redirect':
      return isNew ? 1 : 2;
    case 'list':
      return isNew ? 1 : 3;
    case 'feed':
    case 'sitemap':
      return isNew ? 1 : 4;
    default:
      return 0;
  }
}

/** How a switch is completed. */
export interface Completing {
  /** It was begun by a process that is no more; the next build looks into the folders it touched. */
  resumed: boolean;
  /** Called before each operation on the disk. */
  beforeStep?: (() => void) | undefined;
}

/**
 * Completes the switch that the state speaks of, if any; gives whether there was one. Any part of
 * it may be done already.
 */
export async function completeSwitch(
  db: DatabaseSync,
  { resumed, beforeStep = () => undefined }: Completing,
): Promise<boolean> {
  const begun = readSwitch(db);
  if (begun === undefined) return false;
  const touched =
    begun.by === 'folder' ? putFolder(begun, beforeStep) : putFiles(db, begun, beforeStep);
  for (const [from, to] of begun.reports) {
    beforeStep();
    if (existsSync(from)) moveFile(from, to);
  }
  beforeStep();
  rmSync(begun.staging, { recursive: true, force: true });
  if (!resumed) await wait(TICK_MS);
  beforeStep();
  db.exec('BEGIN IMMEDIATE');
  if (begun.delta || touched === undefined) noteOutput(db, undefined);
  else {
    noteOutput(db, begun.to);
    const folders = begun.unknown ? allFolders(db) : foldersOf(touched);
    if (resumed) forgetFolders(db, folders);
    else noteFolders(db, begun.to, folders);
  }
  db.exec('DELETE FROM switch; DELETE FROM strays');
  writeMeta(db, 'switch', undefined);
  // Nobody was told of these changes: the next build lists them with its own.
  if (resumed && !begun.delta) writeMeta(db, 'untold', begun.to);
  db.exec('COMMIT');
  return true;
}

/** The switch that has begun and not ended. */
export function readSwitch(db: DatabaseSync): Switch | undefined {
  const text = readMeta(db, 'switch');
  return text === undefined ? undefined : (JSON.parse(text) as Switch);
}

/** Every folder of the edition; what was known of their times is forgotten. */
function allFolders(db: DatabaseSync): Set<string> {
  db.exec('DELETE FROM edition_folders');
  const rows = db.prepare('SELECT DISTINCT address FROM prints').iterate();
  return foldersOf(
    (function* () {
      for (const row of rows) yield (row as { address: string }).address;
    })(),
  );
}

/** Puts the staged folder in the place of none; undefined where another has taken it meanwhile. */
function putFolder({ staging, to }: Switch, beforeStep: () => void): string[] | undefined {
  if (!existsSync(staging)) return [];
  beforeStep();
  mkdirSync(path.dirname(to), { recursive: true });
  try {
    beforeStep();
    if (existsSync(to)) rmdirSync(to);
    beforeStep();
    renameSync(staging, to);
    return [];
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code)) return undefined;
    // A folder that another file system is mounted on stays; what goes into it is moved.
    if (!['EBUSY', 'EXDEV', 'EPERM', 'EACCES'].includes(code)) throw error;
    for (const address of filesBelow(staging, '')) {
      beforeStep();
      putFile(path.join(staging, address), to, address);
    }
    return [];
  }
}

/** Does the steps of the journal; undefined where the output is another folder by now. */
function putFiles(db: DatabaseSync, begun: Switch, beforeStep: () => void): string[] | undefined {
  if (identityOf(begun.to) !== begun.output) return undefined;
  const steps = db.prepare('SELECT act, address FROM switch ORDER BY step').all() as {
    act: 'put' | 'remove';
    address: string;
  }[];
  const put = steps.filter(({ act }) => act === 'put').map(({ address }) => address);
  beforeStep();
  clearWay(begun.to, foldersOf(put));
  for (const { act, address } of steps) {
    beforeStep();
    if (act === 'put') putFile(path.join(begun.staging, address), begun.to, address);
    else removeFile(begun.to, address);
  }
  const touched = steps.map(({ address }) => address);
  if (steps.length <= MOST_FLUSHED) {
    for (const folder of foldersOf(touched)) flush(path.join(begun.to, folder));
  }
  return touched;
}

/** The files below a folder, each by its address. */
export function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const address = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, address) : [address];
  });
}

/** Sees to it that a file or folder outlives a loss of power, where the system can do that. */
function flush(place: string): void {
  try {
    const handle = openSync(place, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows flushes no folder, and a folder may be gone.
  }
}
