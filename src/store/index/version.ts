/** A digest of the code that reads: what another code would read is not what is known. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../reader.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const IMPORT = /(?:\bfrom|\bimport|\bimport\()\s*['"]([.#][^'"]+\.ts)['"]/g;

/**
 * The digest of this folder, of every file of the press that it imports, of the packages and of
 * Node.js with its calendars and time zones.
 */
export function readerVersion(): string {
  const files = new Map<string, string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    const text = readFileSync(file, 'utf8');
    files.set(file, sha256(text));
    for (const [, specifier = ''] of text.matchAll(IMPORT)) visit(resolve(file, specifier));
  };
  for (const name of ['open.ts', 'reader-thread.ts']) {
    visit(fileURLToPath(new URL(name, import.meta.url)));
  }
  const { node, icu, tz, unicode } = process.versions;
  const code = [...files].map(([file, digest]) => `${path.relative(ROOT, file)} ${digest}`).sort();
  return sha256(JSON.stringify([code, packages(), node, icu, tz, unicode]));
}

function resolve(file: string, specifier: string): string {
  return specifier.startsWith('#')
    ? path.join(ROOT, 'src', specifier.slice(1))
    : path.join(path.dirname(file), specifier);
}

/** The list of packages; empty where there is none. */
function packages(): string {
  try {
    return readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
  } catch {
    return '';
  }
}
