/** Files that wait beside the edition until the switch. */
import { hash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UsageError } from '../usage-error.ts';
import { isDead, namesIn } from './disk.ts';

/** A folder, which is there, that mirrors the edition, with the files alone that are new or changed. */
export class Staging {
  readonly folder: string;
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Where the file of an address waits. Throws a RangeError for an address outside the edition. */
  place(address: string): string {
    if (!address.startsWith('/') || /\/(?:\.{0,2})(?:\/|$)|[\\\0]/.test(address)) {
      throw new RangeError(`"${address}" is no address of a file.`);
    }
    const file = path.join(this.folder, address);
    this.#make(path.dirname(file));
    return file;
  }

  /** The folder itself is not made: a process whose build was killed must not bring it back. */
  #make(folder: string): void {
    if (folder.length <= this.folder.length || this.#made.has(folder)) return;
    this.#make(path.dirname(folder));
    try {
      mkdirSync(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    this.#made.add(folder);
  }

  write(address: string, bytes: Uint8Array): void {
    writeFileSync(this.place(address), bytes);
  }

  copy(address: string, from: string): void {
    copyFileSync(from, this.place(address));
  }

  remove(address: string): void {
    rmSync(this.place(address), { force: true });
  }
}

/** In the name of a folder that waits: then the state's sign and the number of the process. */
const SIGN = '.broadsheet-';

/**
 * The folder where files of this process wait for the switch into `out`: beside it, or in it where
 * it is a file system of its own or its parent may not be written. So the switch only renames, and
 * a full disk ends the build before it, not within. Throws a UsageError where `out` may not be
 * written.
 */
export function stagingFor(out: string, state: string): string {
  const name = `${SIGN}${signOf(state)}-${process.pid}`;
  if (!existsSync(out) || canRenameFromBeside(out)) return `${out}${name}`;
  try {
    accessSync(out, constants.W_OK);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${out} may not be written (${code}), so nothing was printed there.`);
  }
  return path.join(out, name);
}

/** Whether a folder of this name waits, for the one in which it lies. */
export function isWaiting(name: string): boolean {
  return name.startsWith(SIGN);
}

function signOf(state: string): string {
  return hash('sha256', state, 'hex').slice(0, 8);
}

function canRenameFromBeside(out: string): boolean {
  const parent = path.dirname(out);
  if (statSync(parent).dev !== statSync(out).dev) return false;
  try {
    accessSync(parent, constants.W_OK);
    // Of one device mounted twice the number says nothing. Nothing is there to be renamed.
    const none = `.none-${process.pid}`;
    renameSync(path.join(parent, none), path.join(out, none));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/**
 * Takes away what waits for `out` since a run was killed: all of this state, whose lock is held, and
 * of others what no process has.
 */
export function clearLeftovers(out: string, state: string): void {
  clearFolder(path.dirname(out), `${path.basename(out)}${SIGN}`, state);
  clearFolder(out, SIGN, state);
}

function clearFolder(folder: string, prefix: string, state: string): void {
  for (const name of listed(folder)) {
    if (!name.startsWith(prefix)) continue;
    const [, sign, pid] = /^([\da-f]{8})-(\d+)$/.exec(name.slice(prefix.length)) ?? [];
    if (sign === undefined || (sign !== signOf(state) && !isDead(Number(pid)))) continue;
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/** The names in a folder; none where it may be passed through and not listed. */
function listed(folder: string): string[] {
  try {
    return namesIn(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return [];
    throw error;
  }
}
