/**
 * Things that take long to make and never change: kept by name in the state folder, each with the
 * SHA-256 of its bytes behind them. One that a loss of power or a hand has damaged is made anew.
 */
import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pressOptions } from '../../options.ts';
import { UsageError } from '../usage-error.ts';
import { isDead, lookAt, namesIn } from './disk.ts';
import { transaction } from './state.ts';

/** The parts of the cache. */
const FOLDERS = ['cards', 'pictures'];

/** The name of a thing that is kept: its part of the cache, and a file. */
const KEPT = new RegExp(`^(?:${FOLDERS.join('|')})/[^/]{2}[^/]*$`);

/** What is being made now: two pages that ask for one thing at a time get the same. */
const making = new Map<string, Promise<Uint8Array>>();

/**
 * The bytes kept under `name` (`cards/3f….png`), or those that `make` gives, which are then kept.
 * The name must change whenever the bytes would.
 */
export async function cached(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const begun = making.get(name);
  if (begun !== undefined) return begun;
  const bytes = keep(keptFile(pressOptions().state, name), make);
  making.set(name, bytes);
  try {
    return await bytes;
  } finally {
    making.delete(name);
  }
}

/** The bytes of a file; where it is not there whole, those of `make`, written beside it and renamed. */
async function keep(file: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const kept = await readFile(file).then(unsealed, () => undefined);
  if (kept !== undefined) return kept;
  const bytes = await make();
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.part-${process.pid}`;
  await writeFile(unfinished, [bytes, sealOf(bytes)]);
  await rename(unfinished, file);
  return bytes;
}

/** How long a SHA-256 is, in bytes. */
const SEAL = 32;

function sealOf(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

/** What was sealed; undefined where it is not as it was. */
function unsealed(file: Buffer): Uint8Array | undefined {
  const end = Math.max(0, file.length - SEAL);
  const bytes = file.subarray(0, end);
  return sealOf(bytes).equals(file.subarray(end)) ? bytes : undefined;
}

/** Where a thing is kept: `cards/3f….png` in `cards/3f/`, so that no folder grows too large. */
export function keptFile(state: string, name: string): string {
  return path.join(state, folderOfKept(name), path.posix.basename(name));
}

function folderOfKept(name: string): string {
  if (!KEPT.test(name)) throw new RangeError(`"${name}" is no name in the cache.`);
  return `${path.posix.dirname(name)}/${path.posix.basename(name).slice(0, 2)}`;
}

/** Notes that a print needs this no more, so that the next pruning looks for it. */
export function forgetKept(db: DatabaseSync, name: string): void {
  db.prepare('DELETE FROM cache_folders WHERE folder = ?').run(folderOfKept(name));
}

/**
 * Removes what no print of the edition in `db` names: nothing of a story that is gone stays behind.
 * Looks only into folders where something came or went since the last pruning.
 */
export async function pruneCache(db: DatabaseSync, state: string): Promise<void> {
  const known = db.prepare('SELECT mtime FROM cache_folders WHERE folder = ?');
  const changed = FOLDERS.flatMap((part) =>
    namesIn(path.join(state, part)).map((name) => `${part}/${name}`),
  ).filter((folder) => {
    const last = known.get(folder) as { mtime: string } | undefined;
    return last?.mtime !== timeOf(path.join(state, folder));
  });
  if (changed.length === 0) return;
  const note = db.prepare('INSERT OR REPLACE INTO cache_folders VALUES (?, ?)');
  const named = db.prepare('SELECT 1 FROM prints WHERE kept = ? LIMIT 1');
  await transaction(db, () => {
    for (const folder of changed) {
      const place = path.join(state, folder);
      if (lookAt(place)?.isDirectory() !== true) remove(place);
      for (const file of namesIn(place)) {
        const name = `${path.posix.dirname(folder)}/${file}`;
        if (named.get(name) !== undefined || isBeingWritten(file)) continue;
        remove(path.join(place, file));
      }
      note.run(folder, timeOf(place));
    }
  });
}

/** Throws a UsageError where the system refuses: what no page shows may not stay unseen. */
function remove(place: string): void {
  try {
    rmSync(place, { force: true, recursive: true });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `The edition is printed. ${place} is not part of it any more and may not be deleted (${code}); delete it.`,
    );
  }
}

function timeOf(place: string): string {
  return String(lookAt(place)?.mtimeNs);
}

/** Whether a living process has not finished this file. */
function isBeingWritten(file: string): boolean {
  const writer = /\.part-(\d+)$/.exec(file)?.[1];
  return writer !== undefined && !isDead(Number(writer));
}
