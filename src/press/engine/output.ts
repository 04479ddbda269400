/** The output folder: whether it is what the state remembers, and where it is not. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Progress } from '../progress.ts';
import { UsageError } from '../usage-error.ts';
import { readFacts } from './digests.ts';
import { lookAt, namesIn } from './disk.ts';
import { isWaiting } from './staging.ts';
import { readMeta, writeMeta } from './state.ts';

/** By these a folder is known as an edition of ours, which may be replaced. */
const MARKS = ['.nojekyll', 'manifest.webmanifest'];

/** Throws a UsageError when `folder` holds something that is no edition: it would be lost. */
export function refuseForeignFolder(folder: string): void {
  const names = editionNames(folder);
  if (names.length === 0 || MARKS.every((mark) => names.includes(mark))) return;
  throw new UsageError(
    `${folder} is not empty and holds no edition, so nothing was printed there.\n` +
      'Name an empty folder with --out, or empty this one.',
  );
}

/** What is in an output folder, but for what waits for its switch and what a file system has there. */
function editionNames(folder: string): string[] {
  return namesIn(folder).filter(isOfEdition);
}

/** Whether a name in an output folder may be one of an edition. */
export function isOfEdition(name: string): boolean {
  return !isWaiting(name) && name !== 'lost+found';
}

/** What stood in the output folder: nothing, an edition of another folder, or the last one. */
export type OutputState = 'absent' | 'unknown' | 'known';

/**
 * Compares the output folder with the state and notes the differences in `strays`. A folder whose
 * time is that after the last switch is not looked into; with `whole`, or where the output folder
 * is not that of the last switch, every file is read, and the result is `unknown`. Throws a
 * UsageError where it holds no edition.
 */
export function inspectOutput(
  db: DatabaseSync,
  out: string,
  { whole }: { whole: boolean },
): OutputState {
  db.exec('DELETE FROM strays; DELETE FROM looked_at');
  const identity = identityOf(out);
  if (identity === undefined) return 'absent';
  if (folderTime(`${out}/`) === undefined) throw new UsageError(`--out: ${out} is no folder.`);
  if (editionNames(out).length === 0) return 'absent';
  const known = isOutput(db, out);
  if (!known) refuseForeignFolder(out);
  const inspection = new Inspection(db, out);
  if (known && !whole) {
    inspection.changedFolders();
    return 'known';
  }
  inspection.wholeFolder();
  return 'unknown';
}

/** Whether a folder is the one of the last switch. */
export function isOutput(db: DatabaseSync, out: string): boolean {
  const identity = identityOf(out);
  return identity !== undefined && readMeta(db, 'output') === identity;
}

/** Notes that the edition of the state stands in this folder; with undefined, in none. */
export function noteOutput(db: DatabaseSync, out: string | undefined): void {
  const identity = out === undefined ? undefined : identityOf(out);
  writeMeta(db, 'output', identity);
  if (identity === undefined) db.exec('DELETE FROM edition_folders');
}

/**
 * Folders that are not as they were when they were looked at: something was changed in them since,
 * and nobody knows what.
 */
export function alteredFolders(
  db: DatabaseSync,
  out: string,
  folders: Iterable<string>,
): Set<string> {
  // Those that were as they were after the last switch have not been looked into.
  const seen = db.prepare(
    `SELECT coalesce((SELECT mtime FROM looked_at WHERE address = ?1),
       (SELECT mtime FROM edition_folders WHERE address = ?1)) AS mtime`,
  );
  const altered = new Set<string>();
  for (const folder of folders) {
    const now = folderTime(path.join(out, folder));
    const before = (seen.get(folder) as { mtime: string | null }).mtime ?? undefined;
    if (now !== before) altered.add(folder);
  }
  return altered;
}

/** Notes the times of folders after a switch; forgets those that are gone. */
export function noteFolders(db: DatabaseSync, out: string, folders: Iterable<string>): void {
  const note = db.prepare('INSERT OR REPLACE INTO edition_folders VALUES (?, ?)');
  const forget = db.prepare('DELETE FROM edition_folders WHERE address = ?');
  const below = db.prepare('SELECT 1 FROM prints WHERE address > ? AND address < ? LIMIT 1');
  for (const folder of folders) {
    const mtime = folderTime(path.join(out, folder));
    if (mtime !== undefined) note.run(folder, mtime);
    else if (below.get(`${folder}/`, `${folder}0`) === undefined) forget.run(folder);
    // Someone took it away: the next inspection misses its files.
    else note.run(folder, 'unknown');
  }
}

/** Forgets the times of folders, so that the next inspection looks into them. */
export function forgetFolders(db: DatabaseSync, folders: Iterable<string>): void {
  const forget = db.prepare('INSERT OR REPLACE INTO edition_folders VALUES (?, ?)');
  for (const folder of folders) forget.run(folder, 'unknown');
}

/** Every folder that holds one of these files or folders: `/`, `/2025`, `/2025/02`. */
export function foldersOf(addresses: Iterable<string>): Set<string> {
  const folders = new Set<string>(['/']);
  for (const address of addresses) {
    for (let at = address.lastIndexOf('/'); at > 0; at = address.lastIndexOf('/', at - 1)) {
      const folder = address.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** Which folder this is, whatever its name; a copy of it is another. Undefined where there is none. */
export function identityOf(folder: string): string | undefined {
  const found = lookAt(folder);
  return found === undefined ? undefined : `${found.dev}:${found.ino}`;
}

/** The time of a folder in nanoseconds; undefined where there is none. */
function folderTime(folder: string): string | undefined {
  const found = lookAt(folder);
  return found?.isDirectory() === true ? String(found.mtimeNs) : undefined;
}

/** Each after the folder in which it lies. */
const FOLDERS_IN_ORDER = 'SELECT address, mtime FROM edition_folders ORDER BY address';

/** A look into an output folder; what it finds goes into `strays`. */
class Inspection {
  readonly #out: string;
  readonly #folders: ReadonlyMap<string, string>;
  readonly #found = new Set<string>();
  readonly #expected: StatementSync;
  readonly #inFolder: StatementSync;
  readonly #noteStray: StatementSync;
  readonly #noteTime: StatementSync;
  readonly #noteFolder: StatementSync;
  readonly #forgetFolder: StatementSync;
  readonly #progress = new Progress('Comparing');
  readonly #count: StatementSync;
  #expectedFiles = 0;
  #strays = 0;

  constructor(db: DatabaseSync, out: string) {
    this.#out = out;
    const folders = db.prepare(FOLDERS_IN_ORDER).all() as {
      address: string;
      mtime: string;
    }[];
    this.#folders = new Map(folders.map(({ address, mtime }) => [address, mtime]));
    this.#count = db.prepare('SELECT count(DISTINCT address) AS files FROM prints');
    this.#expected = db.prepare('SELECT sha256 FROM prints WHERE address = ? LIMIT 1');
    this.#inFolder = db.prepare(
      'SELECT DISTINCT address FROM prints WHERE address > ? AND address < ?',
    );
    this.#noteStray = db.prepare('INSERT OR REPLACE INTO strays VALUES (?, ?, ?)');
    this.#noteTime = db.prepare('INSERT OR REPLACE INTO looked_at VALUES (?, ?)');
    this.#noteFolder = db.prepare('UPDATE edition_folders SET mtime = ? WHERE address = ?');
    this.#forgetFolder = db.prepare('DELETE FROM edition_folders WHERE address = ?');
  }

  wholeFolder(): void {
    this.#expectedFiles = (this.#count.get() as { files: number }).files;
    this.#progress.begin(this.#expectedFiles);
    this.#readFolder('/', () => true);
    this.#progress.end();
    this.#noteMissing('/', () => true);
  }

  changedFolders(): void {
    /** Folders that are none any more; of what lies below a link in their place nothing is ours. */
    const gone = new Set<string>();
    for (const [folder, mtime] of this.#folders) {
      const isBelow = gone.has(folder.slice(0, folder.lastIndexOf('/')));
      const now = isBelow ? undefined : folderTime(path.join(this.#out, folder));
      if (now === undefined) gone.add(folder);
      if (now === mtime) continue;
      const before = this.#strays;
      if (now !== undefined) this.#readFolder(folder, (inner) => !this.#folders.has(inner));
      const prefix = folder === '/' ? '/' : `${folder}/`;
      this.#noteMissing(prefix, (address) => !address.includes('/', prefix.length));
      if (this.#strays > before) continue;
      if (now === undefined) this.#forgetFolder.run(folder);
      else this.#noteFolder.run(now, folder);
    }
  }

  /** Compares the files of a folder, and those of the folders in it that `isNew`. */
  #readFolder(folder: string, isNew: (folder: string) => boolean): void {
    const time = folderTime(path.join(this.#out, folder));
    if (time !== undefined) this.#noteTime.run(folder, time);
    const entries = readdirSync(path.join(this.#out, folder), { withFileTypes: true });
    for (const entry of entries) {
      if (folder === '/' && !isOfEdition(entry.name)) continue;
      const address = this.#addressOf(`${folder === '/' ? '' : folder}/${entry.name}`);
      if (!entry.isDirectory()) this.#readFile(address, entry.isFile());
      else if (isNew(address)) this.#readFolder(address, () => true);
    }
    // An empty folder is noted by itself, or it would stay.
    if (entries.length === 0 && folder !== '/') this.#stray(`${folder}/`, '', 0);
  }

  /**
   * The address of what is listed under a name: in NFC where the file system finds it so, as that of
   * a Mac does, and as it is written where that is another file. Throws a UsageError for a name that
   * is no UTF-8, by which nothing can be asked for.
   */
  #addressOf(listed: string): string {
    const composed = listed.normalize('NFC');
    if (composed === listed && !listed.includes('\ufffd')) return listed;
    const found = lookAt(path.join(this.#out, listed));
    if (found === undefined) {
      throw new UsageError(
        `${path.join(this.#out, listed)} has a name that is not UTF-8 text. Remove it by hand.`,
      );
    }
    return lookAt(path.join(this.#out, composed))?.ino === found.ino ? composed : listed;
  }

  #readFile(address: string, isFile: boolean): void {
    this.#found.add(address);
    if (this.#found.size <= this.#expectedFiles) this.#progress.step();
    const facts = isFile ? readFacts(path.join(this.#out, address)) : { sha256: '', size: 0 };
    const expected = this.#expected.get(address) as { sha256: string } | undefined;
    if (expected?.sha256 !== facts.sha256) this.#stray(address, facts.sha256, facts.size);
  }

  #noteMissing(prefix: string, belongs: (address: string) => boolean): void {
    const end = `${prefix.slice(0, -1)}0`;
    for (const { address } of this.#inFolder.all(prefix, end) as { address: string }[]) {
      if (belongs(address) && !this.#found.has(address)) this.#stray(address, null, 0);
    }
  }

  #stray(address: string, sha256: string | null, size: number): void {
    this.#strays += 1;
    this.#noteStray.run(address, sha256, size);
  }
}
