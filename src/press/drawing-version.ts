/** What decides how a card looks besides its words: our code, the libraries, the faces. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pressOptions } from '../options.ts';

/** Packages whose versions change pixels. */
const PACKAGES = /^node_modules\/(satori|sharp|@resvg\/resvg-js|harfbuzzjs|@fontsource\/.+)$/;

let version: Promise<string> | undefined;

/** A digest of `src/cards/` and of the locked versions of what it draws with. */
export function drawingVersion(): Promise<string> {
  version ??= readVersion(pressOptions().root);
  return version;
}

async function readVersion(root: string): Promise<string> {
  const hash = createHash('sha256');
  const folder = path.join(root, 'src/cards');
  const files = (await readdir(folder)).filter((file) => !file.includes('.test.')).sort();
  for (const file of files) hash.update(file).update(await readFile(path.join(folder, file)));
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  for (const [name, { version: locked }] of Object.entries(lock.packages)) {
    if (PACKAGES.test(name)) hash.update(`${name}@${locked ?? ''}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
