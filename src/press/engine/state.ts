/**
 * The state: one SQLite database with what was printed last. It holds unpublished text, is private,
 * and may be deleted at any time. The store keeps its index in the same database.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Changes with the tables below; a database of another version is thrown away. */
const VERSION = 3;

const TABLES = `
  -- Facts by name: digests, counts, the root hash, the output folder, the switch that goes on.
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  -- Each unit as it was printed last.
  CREATE TABLE units (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, digest INTEGER NOT NULL
  );
  -- Each file by the unit that prints it. A file stays while a row of any unit names it.
  CREATE TABLE prints (
    address TEXT NOT NULL, unit INTEGER NOT NULL, kind TEXT NOT NULL, view TEXT NOT NULL,
    sha256 TEXT NOT NULL, size INTEGER NOT NULL, kept TEXT,
    ids TEXT, links BLOB,
    PRIMARY KEY (address, unit)
  ) WITHOUT ROWID;
  CREATE INDEX prints_of_unit ON prints (unit);
  CREATE INDEX prints_kept ON prints (kept) WHERE kept IS NOT NULL;
  -- What links lead to; prints.links holds their numbers.
  CREATE TABLE targets (
    id INTEGER PRIMARY KEY, address TEXT NOT NULL, anchor TEXT NOT NULL, UNIQUE (address, anchor)
  );
  -- The folders of the edition, each with its time after the last switch.
  CREATE TABLE edition_folders (address TEXT PRIMARY KEY, mtime TEXT NOT NULL) WITHOUT ROWID;
  -- Folders that were looked into before the next switch, each with its time before that.
  CREATE TABLE looked_at (address TEXT PRIMARY KEY, mtime TEXT NOT NULL) WITHOUT ROWID;
  -- Where the output folder is not what prints says: sha256 is NULL for a missing file, empty for
  -- what is no file.
  CREATE TABLE strays (
    address TEXT PRIMARY KEY, sha256 TEXT, size INTEGER NOT NULL
  ) WITHOUT ROWID;
  -- Files of public/, so that those that did not change are not read.
  CREATE TABLE public_files (
    file TEXT PRIMARY KEY, stamp TEXT NOT NULL, sha256 TEXT NOT NULL
  ) WITHOUT ROWID;
  -- Folders of the cache, each with its time after the last pruning.
  CREATE TABLE cache_folders (folder TEXT PRIMARY KEY, mtime TEXT NOT NULL) WITHOUT ROWID;
  -- The journal of the switch: committed together with what it leads to.
  CREATE TABLE switch (step INTEGER PRIMARY KEY, act TEXT NOT NULL, address TEXT NOT NULL);
`;

const OWN_TABLES = [
  'meta',
  'units',
  'prints',
  'targets',
  'edition_folders',
  'looked_at',
  'strays',
  'public_files',
  'cache_folders',
  'switch',
];

/** The database in a state folder. */
export function databaseFile(folder: string): string {
  return path.join(folder, 'index.db');
}

/**
 * Opens the state for writing; makes it where there is none, or one that cannot be read. A commit
 * is on the disk when it returns. Only the holder of the lock may call this.
 */
export function openState(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true });
  try {
    return open(databaseFile(folder));
  } catch (error) {
    if (!isDamaged(error)) throw error;
    discardState(folder);
    return open(databaseFile(folder));
  }
}

/** Opens the state to read what is committed, beside its writer; for the processes of shards. */
export function readState(folder: string): DatabaseSync {
  const db = new DatabaseSync(databaseFile(folder), { readOnly: true, timeout: 30_000 });
  db.exec('PRAGMA cache_size = -65536');
  return db;
}

/** Whether there is a state. */
export function hasState(folder: string): boolean {
  return existsSync(databaseFile(folder));
}

/** Throws the state away: the next build prints everything. */
export function discardState(folder: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) {
    rmSync(`${databaseFile(folder)}${ending}`, { force: true });
  }
}

/** Whether an error says that the database cannot be trusted. */
export function isDamaged(error: unknown): boolean {
  if (error instanceof UnknownVersion) return true;
  const { errcode } = error as { errcode?: number };
  // SQLITE_CORRUPT and SQLITE_NOTADB; the higher bits say more of the first.
  return errcode !== undefined && [11, 26].includes(errcode & 0xff);
}

class UnknownVersion extends Error {}

function open(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 30_000 });
  try {
    // What is deleted is overwritten: a story that is taken down leaves no words behind.
    db.exec(`
      PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;
    `);
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as {
      user_version: number;
    };
    if (version === VERSION) return db;
    const { tables } = db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as {
      tables: number;
    };
    if (version !== 0 || tables > 0) throw new UnknownVersion('The state is of another version.');
    db.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${VERSION}; COMMIT`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Drops every table that is not the engine's: the store reads the archive anew. */
export function dropIndex(db: DatabaseSync): void {
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all() as { name: string }[];
  for (const { name } of tables) {
    if (!OWN_TABLES.includes(name)) db.exec(`DROP TABLE "${name}"`);
  }
}

/** Runs `work` as one transaction: all of it is kept, or, where it throws, nothing. */
export async function transaction<Result>(
  db: DatabaseSync,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Runs `work`, which only reads, on what is committed now. Outside a transaction each row that is
 * read takes a lock and looks whether others have written.
 */
export async function reading<Result>(
  db: DatabaseSync,
  work: () => Promise<Result>,
): Promise<Result> {
  db.exec('BEGIN');
  try {
    return await work();
  } finally {
    db.exec('COMMIT');
  }
}

/** A fact by its name. */
export function readMeta(db: DatabaseSync, name: string): string | undefined {
  const row = db.prepare('SELECT value FROM meta WHERE name = ?').get(name);
  return (row as { value: string } | undefined)?.value;
}

/** Notes a fact, or forgets it. One that is noted already is not written again. */
export function writeMeta(db: DatabaseSync, name: string, value: string | undefined): void {
  if (readMeta(db, name) === value) return;
  if (value === undefined) db.prepare('DELETE FROM meta WHERE name = ?').run(name);
  else db.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)').run(name, value);
}
