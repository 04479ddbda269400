/** What several modules ask of the disk and of the system. */
import { closeSync, fsyncSync, lstatSync, openSync, readdirSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import path from 'node:path';

/** What stands at a place, links not followed; undefined for nothing. */
export function lookAt(place: string): BigIntStats | undefined {
  return orNothing(() => lstatSync(place, { bigint: true }));
}

/** The names in a folder; none where there is no folder. */
export function namesIn(folder: string): string[] {
  return orNothing(() => readdirSync(folder)) ?? [];
}

function orNothing<Result>(ask: () => Result): Result | undefined {
  try {
    return ask();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR'].includes(code)) return undefined;
    throw error;
  }
}

/** The files below a folder, each by its address. */
export function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const address = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, address) : [address];
  });
}

/** Whether no other process of this number runs. */
export function isDead(id: number): boolean {
  if (id === process.pid) return true;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Sees to it that a file or folder outlives a loss of power, where the system can do that. */
export function flush(place: string): void {
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
