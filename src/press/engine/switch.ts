/** The switch: brings the output folder to what the state says, by a journal that survives a kill. */
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { filesBelow, flush } from './disk.ts';
import { MOST_FLUSHED, readSwitch } from './journal.ts';
import type { Switch } from './journal.ts';
import { foldersOf, forgetFolders, identityOf, noteFolders, noteOutput } from './output.ts';
import { clearWay, moveFile, putFile, removeFile } from './put-file.ts';
import { writeMeta } from './state.ts';

/** Within this time a second change of a folder may not show in the folder's time. */
const TICK_MS = 25;

/** How a switch is completed. */
export interface Completing {
  /** It was begun by a process that is no more; the next build looks into the folders it touched. */
  resumed: boolean;
  /** Called before each operation on the disk. */
  beforeStep?: (() => void) | undefined;
}

/** The system refused an operation of the switch. The next command goes on from there. */
export class SwitchError extends Error {
  override readonly name = 'SwitchError';
}

/**
 * Completes the switch that the state speaks of, if any. Any part of it may be done already. Throws a SwitchError where the system refuses an operation.
 */
export async function completeSwitch(db: DatabaseSync, completing: Completing): Promise<void> {
  const begun = readSwitch(db);
  if (begun === undefined) return;
  try {
    await complete(db, begun, completing);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new SwitchError(
      `${begun.to} may lie between two editions: ${error.message}\n` +
        'Mend that, then run any command: it completes the newer one.',
      { cause: error },
    );
  }
}

async function complete(
  db: DatabaseSync,
  begun: Switch,
  { resumed, beforeStep = () => undefined }: Completing,
): Promise<void> {
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
