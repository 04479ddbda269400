/** Files that wait beside the edition until the switch. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** The folder beside `out`, on its file system, where files of this process wait. */
export function stagingBeside(out: string): string {
  return `${out}.next-${process.pid}`;
}

/** Takes away what runs that were killed left beside `out`. */
export function clearLeftovers(out: string): void {
  const parent = path.dirname(out);
  const prefix = `${path.basename(out)}.next-`;
  for (const name of namesIn(parent)) {
    if (name.startsWith(prefix) && isDead(Number(name.slice(prefix.length)))) {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}
