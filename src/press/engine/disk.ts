/** What several modules ask of the disk, where it is no error that something is not there. */
import { lstatSync, readdirSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';

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
