/**
 * Which files of the content folder changed. A file whose size, times, number and device are as
 * they were is not opened; of all others the bytes decide.
 *
 * No program can set the time of change (ctime), so an edit that puts the other times back is seen.
 * But a clock ticks in steps: a file that changed just before it was looked at could change again
 * within the same step. Such a file is opened the next time, whatever its times say.
 */
import { readFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { walkFolder } from '../folder.ts';
import type { Folder } from '../folder.ts';
import { sha256 } from '../reader.ts';

/** Numbers for each file: size, mtime, ctime, inode, device. */
const NUMBERS = 5;

/** Bytes of a digest; all zero where the file was never opened. */
const DIGEST = 32;

/** How long ago a file must have changed to be trusted, in ms: longer than a step of its clock. */
const STEP = 100;

/** The same where the file system knows whole seconds, or every other second. */
const COARSE_STEP = 2_100;

interface Stored {
  names: string;
  stamps: Uint8Array;
  digests: Uint8Array;
}

/** What is known of a folder now. */
interface Seen {
  names: readonly string[];
  stamps: Float64Array;
  digests: Buffer;
  /** Whether the stored row is not as this one. */
  isNew: boolean;
}

/** The content folder as it is, beside what was known of it. */
export interface Survey {
  folder: Folder;
  /** Files that appeared, went, or have other bytes. */
  changed: ReadonlySet<string>;
  /** How many files were opened. */
  opened: number;
  /** Takes the digests (SHA-256, hex) of files that were read since. */
  note(digests: ReadonlyMap<string, string>): void;
  /** Keeps what was found and noted. */
  save(): void;
}

/** Looks at all files of a folder. Throws where it cannot be read. */
export function survey(db: DatabaseSync, root: string): Survey {
  const now = Date.now();
  const stored = storedFolders(db);
  const seen = new Map<string, Seen>();
  const changed = new Set<string>();
  let opened = 0;
  const isAsItWas = (file: string, digest: Uint8Array) => {
    if (digest.every((byte) => byte === 0)) return false;
    opened += 1;
    return digestOf(path.join(root, file))?.equals(digest) === true;
  };
  const folder = walkFolder(root, false, (at, names, stats) => {
    const stamps = stampsOf(stats);
    const before = stored.get(at);
    stored.delete(at);
    const digests = Buffer.alloc(names.length * DIGEST);
    const found: Seen = { names, stamps, digests, isNew: true };
    seen.set(at, found);
    if (before?.names === names.join('/')) {
      if (Buffer.from(stamps.buffer).equals(before.stamps)) {
        found.digests = Buffer.from(before.digests);
        found.isNew = false;
        return;
      }
    }
    const earlier = filesOf(before);
    names.forEach((name, index) => {
      const file = fileIn(at, name);
      const known = earlier.get(name);
      earlier.delete(name);
      const stamp = stamps.subarray(index * NUMBERS, (index + 1) * NUMBERS);
      if (known === undefined) changed.add(file);
      else if (sameNumbers(known.stamp, stamp) || isAsItWas(file, known.digest)) {
        digests.set(known.digest, index * DIGEST);
      } else changed.add(file);
    });
    for (const name of earlier.keys()) changed.add(fileIn(at, name));
  });
  for (const [at, before] of stored) {
    for (const name of filesOf(before).keys()) changed.add(fileIn(at, name));
  }
  return {
    folder,
    changed,
    opened,
    note(digests) {
      for (const [file, digest] of digests) note(seen, file, digest);
    },
    save() {
      const insert = db.prepare('INSERT OR REPLACE INTO folders VALUES (?, ?, ?, ?)');
      const remove = db.prepare('DELETE FROM folders WHERE folder = ?');
      for (const at of stored.keys()) remove.run(at);
      for (const [at, { names, stamps, digests: bytes, isNew }] of seen) {
        if (!isNew) continue;
        distrust(stamps, now);
        insert.run(at, names.join('/'), new Uint8Array(stamps.buffer), bytes);
      }
    },
  };
}

function storedFolders(db: DatabaseSync): Map<string, Stored> {
  const rows = db.prepare('SELECT * FROM folders').all() as unknown as (Stored & {
    folder: string;
  })[];
  return new Map(rows.map((row) => [row.folder, row]));
}

function fileIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function stampsOf(stats: readonly Stats[]): Float64Array {
  const stamps = new Float64Array(stats.length * NUMBERS);
  stats.forEach(({ size, mtimeMs, ctimeMs, ino, dev }, index) => {
    const at = index * NUMBERS;
    stamps[at] = size;
    stamps[at + 1] = mtimeMs;
    stamps[at + 2] = ctimeMs;
    stamps[at + 3] = ino;
    stamps[at + 4] = dev;
  });
  return stamps;
}

/** The files of a stored folder with their stamps and digests. */
function filesOf(stored: Stored | undefined): Map<string, { stamp: Float64Array; digest: Buffer }> {
  if (stored === undefined || stored.names === '') return new Map();
  // A blob need not lie where numbers of eight bytes may.
  const stamps = new Float64Array(Uint8Array.from(stored.stamps).buffer);
  const digests = Buffer.from(stored.digests);
  return new Map(
    stored.names.split('/').map((name, index) => [
      name,
      {
        stamp: stamps.subarray(index * NUMBERS, (index + 1) * NUMBERS),
        digest: digests.subarray(index * DIGEST, (index + 1) * DIGEST),
      },
    ]),
  );
}

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  return a.every((number, index) => number === b[index]);
}

/** Makes the stamps of files that changed just now such that none is ever equal to them. */
function distrust(stamps: Float64Array, now: number): void {
  for (let at = 0; at < stamps.length; at += NUMBERS) {
    const ctime = stamps[at + 2] ?? now;
    const step = ctime % 1_000 === 0 ? COARSE_STEP : STEP;
    if (ctime > now - step) stamps.fill(-1, at, at + NUMBERS);
  }
}

/** Notes the digest of a file that was read. */
function note(seen: ReadonlyMap<string, Seen>, file: string, digest: string): void {
  const slash = file.lastIndexOf('/');
  const folder = seen.get(slash === -1 ? '' : file.slice(0, slash));
  if (folder === undefined) return;
  const index = positionOf(folder.names, file.slice(slash + 1));
  if (index === -1) return;
  const bytes = Buffer.from(digest, 'hex');
  if (folder.digests.subarray(index * DIGEST, (index + 1) * DIGEST).equals(bytes)) return;
  folder.digests.set(bytes, index * DIGEST);
  folder.isNew = true;
}

/** The place of a name in a list in order; -1 where it is not there. */
function positionOf(names: readonly string[], name: string): number {
  let from = 0;
  let to = names.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((names[middle] ?? '') < name) from = middle + 1;
    else to = middle;
  }
  return names[from] === name ? from : -1;
}

function digestOf(file: string): Buffer | undefined {
  try {
    return Buffer.from(sha256(readFileSync(file)), 'hex');
  } catch {
    return undefined;
  }
}
