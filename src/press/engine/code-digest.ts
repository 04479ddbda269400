/** The digest of everything that is not content: with another one, every page may look different. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isLitter } from '../../litter.ts';

/** Files of the project, beside `src/`, that decide what is printed. */
const FILES = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** What is in `src/` and in no edition. */
const NOT_PRINTED = /\.test\.ts$|-for-tests\.ts$/;

/**
 * Digests the code, the styles, the locales, the configuration and the lockfile below `root`, this
 * Node with its calendars, time zones and properties of characters, and the platform.
 */
export function digestOfCode(root: string): string {
  const sum = createHash('sha256');
  const add = (name: string, bytes: string | Uint8Array) => {
    sum.update(`${name}\0${bytes.length}\0`).update(bytes);
  };
  const { icu, node, tz, unicode } = process.versions;
  add('node', [node, icu, tz, unicode].join(' '));
  add('platform', `${process.platform} ${process.arch}`);
  for (const file of FILES) add(file, readIfThere(path.join(root, file)));
  for (const file of filesBelow(path.join(root, 'src'), 'src')) {
    add(file, readFileSync(path.join(root, file)));
  }
  return sum.digest('base64url');
}

function readIfThere(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Uint8Array();
    throw error;
  }
}

/** The files below a folder, in one order on every machine. */
function filesBelow(folder: string, name: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .flatMap((entry) => {
      const below = `${name}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(path.join(folder, entry.name), below);
      return NOT_PRINTED.test(entry.name) || isLitter(entry.name) ? [] : [below];
    });
}
