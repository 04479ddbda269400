/**
 * The tables of the index: what is known of the content folder since it was last read. They lie in
 * the database of the state folder, beside those of the press, and hold unpublished text.
 */
import type { DatabaseSync } from 'node:sqlite';

/** Of the tables below; tables of another layout are given up. */
const LAYOUT = '3';

const TABLES = {
  /** What the reading as a whole depended on. */
  reading: 'name TEXT PRIMARY KEY, value TEXT NOT NULL',
  /** The files of each folder: `stamps.ts`. */
  folders:
    'folder TEXT PRIMARY KEY, names TEXT NOT NULL, stamps BLOB NOT NULL, digests BLOB NOT NULL',
  /** The rows, as JSON; `uses` is a list of files. Of stories here is what is not in their cards. */
  items:
    'id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, list TEXT NOT NULL, row TEXT NOT NULL, digest TEXT, uses TEXT NOT NULL',
  /** The card rows of stories, as JSON, by their items. */
  cards: 'item INTEGER PRIMARY KEY, card TEXT NOT NULL',
  /** Which items depend on a file, there or not. */
  uses: 'file TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (file, item)',
  /** Warnings of items, as JSON. */
  warnings: 'file TEXT PRIMARY KEY, problems TEXT NOT NULL',
  /** Items that have errors: they are read each time. */
  due: 'file TEXT PRIMARY KEY',
  /** The entries of the stories of a folder: `columns.ts`. */
  shelves: 'folder TEXT PRIMARY KEY, texts TEXT NOT NULL, numbers BLOB NOT NULL',
  /** Older addresses, with a key that ignores case. */
  redirects:
    'key TEXT NOT NULL, address TEXT NOT NULL, story TEXT NOT NULL, PRIMARY KEY (key, address, story)',
  /** Pictures that were looked into. */
  picture_files:
    'file TEXT PRIMARY KEY, digest TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL',
  /** Where fields stand of which there is a warning across files. */
  places: 'key TEXT PRIMARY KEY, place TEXT NOT NULL',
} as const;

/** Tables with large rows are quicker with rowids. */
const WITH_ROWIDS = new Set<string>(['folders', 'items', 'cards', 'shelves']);

/** Makes the tables where they are missing; those of an earlier layout are made anew, and empty. */
export function createIndexTables(db: DatabaseSync): void {
  if (layoutOf(db) !== LAYOUT) dropIndexTables(db);
  for (const [name, columns] of Object.entries(TABLES)) {
    const form = WITH_ROWIDS.has(name) ? '' : ' WITHOUT ROWID';
    db.exec(`CREATE TABLE IF NOT EXISTS ${name} (${columns})${form}`);
  }
  db.exec(`CREATE INDEX IF NOT EXISTS small_items ON items (list, file) WHERE list <> 'articles'`);
  db.prepare(`INSERT OR IGNORE INTO reading VALUES ('layout', ?)`).run(LAYOUT);
}

/** Takes the tables away, with all that is in them. */
export function dropIndexTables(db: DatabaseSync): void {
  for (const name of Object.keys(TABLES)) db.exec(`DROP TABLE IF EXISTS ${name}`);
}

/** Empties the tables. */
export function emptyIndexTables(db: DatabaseSync): void {
  dropIndexTables(db);
  createIndexTables(db);
}

/** The layout of the tables that are there; undefined where there are none of ours. */
function layoutOf(db: DatabaseSync): string | undefined {
  try {
    const row = db.prepare(`SELECT value FROM reading WHERE name = 'layout'`).get();
    return row?.['value'] as string | undefined;
  } catch {
    return undefined;
  }
}
