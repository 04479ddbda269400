/** Things that take long to make and never change: kept by name in the state folder. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pressOptions } from '../options.ts';
import { processWide } from '../process-wide.ts';

/** What is being made now: two pages that ask for one thing at a time get the same. */
const making = new Map<string, Promise<Uint8Array>>();

/**
 * The bytes kept under `name` (`cards/3f….png`), or those that `make` gives, which are then kept.
 * The name must change whenever the bytes would.
 */
export async function cached(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  usedNames().add(name);
  const begun = making.get(name);
  if (begun !== undefined) return begun;
  const bytes = keep(path.join(pressOptions().state, name), make);
  making.set(name, bytes);
  try {
    return await bytes;
  } finally {
    making.delete(name);
  }
}

/** The bytes of a file; where there is none, those of `make`, written beside it and renamed. */
async function keep(file: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    const bytes = await make();
    await mkdir(path.dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}.part`;
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
    return bytes;
  }
}

/** Removes what this run did not use: nothing of a story that is gone stays behind. */
export async function pruneCache(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const place = path.join(pressOptions().state, folder);
    for (const file of await readdir(place).catch(() => [])) {
      if (!usedNames().has(`${folder}/${file}`)) await rm(path.join(place, file), { force: true });
    }
  }
}

/** The names that this run used. */
function usedNames(): Set<string> {
  return processWide('used names', () => new Set<string>());
}
