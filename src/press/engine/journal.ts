/** The journal of a switch: what is to be done to the output folder, and in which order. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../usage-error.ts';
import { flush, lookAt, namesIn } from './disk.ts';
import type { Affected } from './gather.ts';
import { foldersOf, isOfEdition } from './output.ts';
import { ResultsError } from './results.ts';
import { isWaiting } from './staging.ts';
import { readMeta, writeMeta } from './state.ts';

/** A switch that has begun: it stands in the state until it has ended. */
export interface Switch {
  /** The output folder, or that of `--delta`. */
  to: string;
  /** Where the files wait. */
  staging: string;
  /** The state folder. */
  state: string;
  /** `folder`: the staged one becomes the output; `files`: its files go into the output one by one. */
  by: 'folder' | 'files';
  /** Which folder `to` was when the switch began; undefined where there was none. */
  output?: string | undefined;
  /** Nothing stood there: every file of the edition is put. */
  whole: boolean;
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
export const MOST_FLUSHED = 64;

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
  const { put, remove } = switchOrder(affected, begun);
  for (const address of put) {
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
  refuseLockedFolders(begun.to, [...put, ...remove]);
  const step = db.prepare('INSERT INTO switch (act, address) VALUES (?, ?)');
  for (const address of put) step.run('put', address);
  for (const address of remove) step.run('remove', address);
}

/**
 * Whether a folder that waits can take the place `to`: nothing stands there, or an empty folder.
 * Throws a ResultsError where the folder is not empty any more.
 */
export function hasRoom(to: string, staging: string): boolean {
  const found = lookAt(to);
  if (found === undefined) return true;
  if (isWaiting(path.basename(staging))) return false;
  const names = namesIn(to);
  if (names.some(isOfEdition)) {
    throw new ResultsError(
      `${to} was empty when this build began and is not any more, so nothing was put there.\n` +
        'Empty it, or name another folder with --out.',
    );
  }
  return names.length === 0 && found.isDirectory();
}

/** Addresses to put and then to remove, each in its order; `whole`: also those that are the same. */
export function switchOrder(
  affected: ReadonlyMap<string, Affected>,
  { whole = false }: { whole?: boolean } = {},
) {
  const put: string[] = [];
  const remove: string[] = [];
  for (const [address, { before, after }] of affected) {
    if (after === undefined) remove.push(address);
    else if (whole || before?.sha256 !== after.sha256) put.push(address);
  }
  const place = (address: string) => placeInOrder(affected.get(address));
  const inOrder = (a: string, b: string) => place(a) - place(b) || (a < b ? -1 : 1);
  return { put: put.sort(inOrder), remove: remove.sort(inOrder).reverse() };
}

/** Throws a UsageError for a folder of these files that may not be changed: the switch would end there. */
function refuseLockedFolders(to: string, addresses: readonly string[]): void {
  for (const folder of foldersOf(addresses)) {
    const place = path.join(to, folder);
    try {
      accessSync(place, constants.W_OK);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['ENOENT', 'ENOTDIR'].includes(code)) continue;
      throw new UsageError(
        `${place} may not be written (${code}), so nothing was changed.\n` +
          'Give yourself the right to write there, or name another folder with --out.',
      );
    }
  }
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

/** The switch that has begun and not ended. */
export function readSwitch(db: DatabaseSync): Switch | undefined {
  const text = readMeta(db, 'switch');
  return text === undefined ? undefined : (JSON.parse(text) as Switch);
}
