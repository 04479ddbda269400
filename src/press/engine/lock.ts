/** One build at a time works on a state. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UsageError } from '../usage-error.ts';
import { isDamaged } from './state.ts';

/** The right to write to a state; given back by `release`, or by the end of the process. */
export interface Lock {
  release(): void;
}

/**
 * Takes the lock of a state, or gives undefined where a living process has it. SQLite locks the
 * file, and the system frees it when its process ends, however that ends: no lock is ever stale.
 */
export function tryLock(folder: string): Lock | undefined {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'lock');
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const { errcode } = error as { errcode?: number };
    // SQLITE_BUSY and SQLITE_LOCKED.
    if (errcode !== undefined && [5, 6].includes(errcode & 0xff)) return undefined;
    if (!isDamaged(error)) throw error;
    // It holds nothing; no process that runs can have written what is no database.
    rmSync(file);
    return tryLock(folder);
  }
  const holder = holderFile(folder);
  writeFileSync(holder, `${process.pid}\n`);
  return {
    release: () => {
      rmSync(holder, { force: true });
      db.close();
    },
  };
}

/** Takes the lock of a state. Throws a UsageError that names the process that has it. */
export function lockState(folder: string): Lock {
  const lock = tryLock(folder);
  if (lock !== undefined) return lock;
  throw new UsageError(
    `Another command (process ${holderOf(folder)}) is printing with the state in ${folder}.\n` +
      'Wait for its end, or name another folder with --state.',
  );
}

function holderFile(folder: string): string {
  return path.join(folder, 'lock.pid');
}

function holderOf(folder: string): string {
  try {
    return readFileSync(holderFile(folder), 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
