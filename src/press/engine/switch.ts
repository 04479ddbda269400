/** The switch: brings the output folder to what the state says, by a journal that survives a kill. */
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { filesBelow, flush } from './disk.ts';
import { MOST_FLUSHED, readSwitch } from './journal.ts';
import type { Switch } from './journal.ts';
import {
  alteredFolders,
  foldersOf,
  forgetFolders,
  identityOf,
  noteFolders,
  noteOutput,
} from './output.ts';
import { clearWay, moveFile, putFile, removeFile } from './put-file.ts';
import { isWaiting } from './staging.ts';
import { writeMeta } from './state.ts';
import { keepUntold } from './untold.ts';

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
 * Completes the switch that the state speaks of, if any. Any part of it may be done already. Throws a
 * SwitchError where the system refuses an operation.
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
  const steps = readSteps(db);
  const folders = begun.unknown ? allFolders(db) : foldersOf(steps.map(({ address }) => address));
  const altered = alteredIn(db, begun, folders, resumed);
  const isPut =
    begun.by === 'folder'
      ? putFolder(begun, beforeStep)
      : putFiles(begun, steps, { resumed, beforeStep });
  for (const [from, to] of begun.reports) {
    beforeStep();
    if (!isPut) rmSync(from, { force: true });
    else if (existsSync(from)) moveFile(from, to);
  }
  if (isPut && !begun.delta) {
    beforeStep();
    keepUntold(begun.state, begun.to);
  }
  beforeStep();
  rmSync(begun.staging, { recursive: true, force: true });
  if (!resumed) await wait(TICK_MS);
  beforeStep();
  db.exec('BEGIN IMMEDIATE');
  if (begun.delta || !isPut) noteOutput(db, undefined);
  else {
    noteOutput(db, begun.to);
    if (begun.unknown) db.exec('DELETE FROM edition_folders');
    noteFolders(
      db,
      begun.to,
      [...folders].filter((folder) => !altered.has(folder)),
    );
    forgetFolders(db, altered);
  }
  db.exec('DELETE FROM switch; DELETE FROM strays; DELETE FROM looked_at');
  writeMeta(db, 'switch', undefined);
  db.exec('COMMIT');
  if (isPut || resumed) return;
  throw new SwitchError(
    `${begun.to} became another folder while this build changed it, so nothing was put there.\n` +
      'Build again.',
  );
}

/** Of which folders nobody can say that they hold what the state says, once the switch is done. */
function alteredIn(
  db: DatabaseSync,
  { by, to }: Switch,
  folders: ReadonlySet<string>,
  resumed: boolean,
): ReadonlySet<string> {
  if (resumed) return folders;
  return by === 'folder' ? new Set() : alteredFolders(db, to, folders);
}

/** A step of the journal. */
interface Step {
  act: 'put' | 'remove';
  address: string;
}

function readSteps(db: DatabaseSync): Step[] {
  return db.prepare('SELECT act, address FROM switch ORDER BY step').all() as unknown as Step[];
}

/** Every folder of the edition. */
function allFolders(db: DatabaseSync): Set<string> {
  const rows = db.prepare('SELECT DISTINCT address FROM prints').iterate();
  return foldersOf(
    (function* () {
      for (const row of rows) yield (row as { address: string }).address;
    })(),
  );
}

/** Puts the staged folder in the place of none; false where another has taken it meanwhile. */
function putFolder({ staging, to }: Switch, beforeStep: () => void): boolean {
  if (!existsSync(staging)) return true;
  beforeStep();
  mkdirSync(path.dirname(to), { recursive: true });
  try {
    beforeStep();
    if (existsSync(to)) rmdirSync(to);
    beforeStep();
    renameSync(staging, to);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code)) return false;
    // A folder that another file system is mounted on stays; what goes into it is moved.
    if (!['EBUSY', 'EXDEV', 'EPERM', 'EACCES'].includes(code)) throw error;
    for (const address of filesBelow(staging, '')) {
      beforeStep();
      putFile(path.join(staging, address), to, address);
    }
    return true;
  }
}

/**
 * Does the steps of the journal; false where the output is another folder by now. What waits in it
 * shows by itself that it is not. Where nothing waits any more, all was done, or this state is an old
 * copy: nothing may be removed then.
 */
function putFiles(
  { output, staging, to }: Switch,
  steps: readonly Step[],
  { resumed, beforeStep }: { resumed: boolean; beforeStep: () => void },
): boolean {
  if (resumed && !existsSync(staging)) return false;
  if (!isWaiting(path.basename(staging)) && identityOf(to) !== output) return false;
  const folders = foldersOf(steps.map(({ address }) => address));
  beforeStep();
  clearWay(to, folders);
  for (const { act, address } of steps) {
    beforeStep();
    if (act === 'put') putFile(path.join(staging, address), to, address);
    else removeFile(to, address);
  }
  if (steps.length <= MOST_FLUSHED) {
    for (const folder of folders) flush(path.join(to, folder));
  }
  return true;
}
