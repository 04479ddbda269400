/** Files that wait beside the edition until the switch. */
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
import { isDead, namesIn } from './disk.ts';

/** A folder that mirrors the edition, with the files alone that are new or changed. */
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
    const parent = path.dirname(file);
    if (!this.#made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.#made.add(parent);
    }
    return file;
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

/** Between the name of the output folder and the number of a process: what waits beside it. */
const BESIDE = '.next-';

/** Before the number of a process: what waits in the output folder. */
const WITHIN = '.broadsheet-next-';

/**
 * The folder where files of this process wait for the switch into `out`: beside it, or in it where
 * it is a file system of its own or its parent may not be written. So the switch only renames, and
 * a full disk ends the build before it, not within.
 */
export function stagingFor(out: string): string {
  return existsSync(out) && !canRenameFromBeside(out)
    ? path.join(out, `${WITHIN}${process.pid}`)
    : `${out}${BESIDE}${process.pid}`;
}

/** Whether this is the name of a folder where files wait in the folder into which they go. */
export function waitsWithin(name: string): boolean {
  return name.startsWith(WITHIN);
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

/** Takes away what runs that were killed left beside `out`, or in it. */
export function clearLeftovers(out: string): void {
  const parent = path.dirname(out);
  clearFolder(parent, `${path.basename(out)}${BESIDE}`);
  clearFolder(out, WITHIN);
}

function clearFolder(folder: string, prefix: string): void {
  for (const name of namesIn(folder)) {
    if (name.startsWith(prefix) && isDead(Number(name.slice(prefix.length)))) {
      rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  }
}
