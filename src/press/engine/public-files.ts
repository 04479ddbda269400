/** The files of `public/`: units that are copied as they are. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { codeOf } from '../../digest-code.ts';
import { isLitter } from '../../litter.ts';
import { readFacts } from './digests.ts';
import { lookAt, namesIn } from './disk.ts';
import type { Unit } from './source.ts';

/** The kind of unit that the engine itself prints. */
export const PUBLIC_KIND = 'public';

/** What a unit of `public/` is copied from. */
export interface PublicInputs {
  /** Below the public folder, as the disk writes it. */
  file: string;
  /** Of its bytes, hex. */
  sha256: string;
}

/** A file that changed so lately may change again within the same tick of the file system's clock. */
const TOO_FRESH_MS = 2_000;

/**
 * Makes a unit of each file of `public/`. Only what changed since `db` noted it is read; a file's
 * times only tell whether to look, its bytes decide. Writes to `db`.
 */
export function publicUnits(db: DatabaseSync, folder: string): Unit[] {
  const known = new Map(
    (
      db.prepare('SELECT file, stamp, sha256 FROM public_files').all() as {
        file: string;
        stamp: string;
        sha256: string;
      }[]
    ).map((row) => [row.file, row]),
  );
  const note = db.prepare('INSERT OR REPLACE INTO public_files VALUES (?, ?, ?)');
  const units: Unit[] = [];
  for (const file of listFiles(folder, '')) {
    const { size, ino, mtimeMs, ctimeMs } = statSync(path.join(folder, file));
    const fresh = Date.now() - Math.max(mtimeMs, ctimeMs) < TOO_FRESH_MS;
    const stamp = fresh ? '' : [size, ino, mtimeMs, ctimeMs].join(' ');
    const last = known.get(file);
    known.delete(file);
    const same = last !== undefined && stamp !== '' && last.stamp === stamp;
    const sha256 = same ? last.sha256 : readFacts(path.join(folder, file)).sha256;
    if (!same) note.run(file, stamp, sha256);
    const inputs: PublicInputs = { file, sha256 };
    const key = `${PUBLIC_KIND} ${publicAddress(inputs)}`;
    units.push({ key, kind: PUBLIC_KIND, digest: codeOf(`${key} ${sha256}`), inputs });
  }
  const forget = db.prepare('DELETE FROM public_files WHERE file = ?');
  for (const file of known.keys()) forget.run(file);
  return units;
}

/** Whether these units of `public/`, and no others, are what was printed. */
export function arePrinted(db: DatabaseSync, units: readonly Unit[]): boolean {
  // Their keys begin with the kind, and keys have an index.
  const rows = db
    .prepare('SELECT key, digest FROM units WHERE key > ? AND key < ?')
    .all(`${PUBLIC_KIND} `, `${PUBLIC_KIND}!`);
  const printed = new Map(rows.map(({ key, digest }) => [key, digest]));
  return printed.size === units.length && units.every((one) => printed.get(one.key) === one.digest);
}

/** Where a file of `public/` stands in the edition. */
export function publicAddress({ file }: Pick<PublicInputs, 'file'>): string {
  return `/${file}`.normalize('NFC');
}

function listFiles(root: string, folder: string): string[] {
  const names = namesIn(path.join(root, folder)).sort();
  return names.flatMap((name) => {
    const file = folder === '' ? name : `${folder}/${name}`;
    if (isLitter(name)) return [];
    const found = lookAt(path.join(root, file));
    if (found?.isDirectory() === true) return listFiles(root, file);
    // Links and names that no address can have are refused where the content is checked.
    return found?.isFile() === true && !name.includes('\\') ? [file] : [];
  });
}
