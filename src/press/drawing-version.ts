/** What decides how drawn cards and encoded pictures look besides what is in them. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pressOptions } from '../options.ts';

/** Packages whose versions change the pixels of cards. */
const DRAWING = /^node_modules\/(sharp|@resvg\/resvg-js|harfbuzzjs|@fontsource\/.+)$/;

/** Packages whose versions change the bytes of pictures: sharp, and what it carries. */
const ENCODING = /^node_modules\/(sharp|@img\/sharp-.+)$/;

let drawing: Promise<string> | undefined;
let encoding: Promise<string> | undefined;

/** A digest of `src/cards/` and of the locked versions of what it draws with. */
export function drawingVersion(): Promise<string> {
  drawing ??= readVersion(pressOptions().root, 'src/cards', DRAWING);
  return drawing;
}

/** A digest of `src/pictures/` and of the locked version of what it encodes with. */
export function picturesVersion(): Promise<string> {
  encoding ??= readVersion(pressOptions().root, 'src/pictures', ENCODING);
  return encoding;
}

async function readVersion(root: string, room: string, packages: RegExp): Promise<string> {
  const hash = createHash('sha256');
  const folder = path.join(root, room);
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile() && !/\.test\.|-for-tests\./.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  for (const file of files) hash.update(file).update(await readFile(path.join(folder, file)));
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  for (const [name, { version: locked }] of Object.entries(lock.packages)) {
    if (packages.test(name)) hash.update(`${name}@${locked ?? ''}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
