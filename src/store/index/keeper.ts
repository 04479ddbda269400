/** Keeps what was read: the one who writes to the tables of the index. */
import type { DatabaseSync } from 'node:sqlite';
import { redirectFile } from '../../addresses.ts';
import { addressKey } from '../address-key.ts';
import type { Folder } from '../folder.ts';
import { itemsOf, placeOfItem } from '../items.ts';
import type { PictureFile } from '../rows.ts';
import type { KeptItem } from './outcome.ts';
import { createShelves } from './shelf-keeper.ts';
import type { Shelves } from './shelf-keeper.ts';

/** What is known of the content folder, and the way to know more. */
export interface Keeper {
  shelves: Shelves;
  /** What was noted under a name. */
  fact(name: string): string | undefined;
  /** Notes something, or forgets it. */
  note(name: string, value: string | undefined): void;
  /** The items that must be read: all, or those that depend on what changed and those with errors. */
  dueItems(folder: Folder, changed: ReadonlySet<string>, all: boolean): string[];
  /** Forgets what is known of files that changed, and the items that went. Gives back the latter. */
  forgetChanged(folder: Folder, changed: ReadonlySet<string>): string[];
  /** Keeps an item. */
  keep(item: KeptItem): void;
  /** Forgets an item that has errors; it is due each time. */
  keepDue(file: string): void;
  /** Keeps pictures that were looked into. */
  keepPictures(pictures: readonly PictureFile[]): void;
  pictures: { get(file: string): PictureFile | undefined; all(): Map<string, PictureFile> };
}

/** Prepares the tables of the database for writing. */
export function createKeeper(db: DatabaseSync): Keeper {
  const sql = {
    fact: db.prepare('SELECT value FROM reading WHERE name = ?'),
    noteFact: db.prepare('INSERT OR REPLACE INTO reading VALUES (?, ?)'),
    dropFact: db.prepare('DELETE FROM reading WHERE name = ?'),
    any: db.prepare('SELECT 1 FROM items LIMIT 1'),
    due: db.prepare('SELECT file FROM due'),
    addDue: db.prepare('INSERT OR IGNORE INTO due VALUES (?)'),
    dropDue: db.prepare('DELETE FROM due WHERE file = ?'),
    users: db.prepare(
      'SELECT items.file FROM uses JOIN items ON items.id = uses.item WHERE uses.file = ?',
    ),
    item: db.prepare('SELECT id, uses FROM items WHERE file = ?'),
    addItem: db.prepare('INSERT INTO items (file, list, row, digest, uses) VALUES (?, ?, ?, ?, ?)'),
    dropItem: db.prepare('DELETE FROM items WHERE id = ?'),
    addCard: db.prepare('INSERT INTO cards VALUES (?, ?)'),
    dropCard: db.prepare('DELETE FROM cards WHERE item = ?'),
    addUse: db.prepare('INSERT OR IGNORE INTO uses VALUES (?, ?)'),
    dropUse: db.prepare('DELETE FROM uses WHERE file = ? AND item = ?'),
    addWarnings: db.prepare('INSERT OR REPLACE INTO warnings VALUES (?, ?)'),
    dropWarnings: db.prepare('DELETE FROM warnings WHERE file = ?'),
    addRedirect: db.prepare('INSERT OR IGNORE INTO redirects VALUES (?, ?, ?)'),
    dropRedirect: db.prepare('DELETE FROM redirects WHERE key = ? AND address = ? AND story = ?'),
    picture: db.prepare('SELECT * FROM picture_files WHERE file = ?'),
    pictures: db.prepare('SELECT * FROM picture_files'),
    addPicture: db.prepare('INSERT OR REPLACE INTO picture_files VALUES (?, ?, ?, ?)'),
    dropPicture: db.prepare('DELETE FROM picture_files WHERE file = ?'),
  };
  const files = (rows: Record<string, unknown>[]) => rows.map(({ file }) => file as string);
  const isEmpty = sql.any.get() === undefined;

  const forget = (file: string): void => {
    const item = isEmpty ? undefined : sql.item.get(file);
    if (item === undefined) return;
    const id = item['id'] as number;
    for (const used of JSON.parse(item['uses'] as string) as string[]) sql.dropUse.run(used, id);
    sql.dropItem.run(id);
    sql.dropCard.run(id);
    sql.dropWarnings.run(file);
  };
  const redirects = (
    statement: typeof sql.addRedirect,
    { path, redirectFrom }: { path: string; redirectFrom: readonly string[] },
  ) => {
    for (const from of redirectFrom) {
      const address = redirectFile(from);
      if (typeof address === 'string') statement.run(addressKey(address), address, path);
    }
  };

  return {
    shelves: createShelves(db, {
      gone: (entry) => redirects(sql.dropRedirect, entry),
      come: (entry) => redirects(sql.addRedirect, entry),
    }),
    fact: (name) => sql.fact.get(name)?.['value'] as string | undefined,
    note(name, value) {
      if (value === undefined) sql.dropFact.run(name);
      else sql.noteFact.run(name, value);
    },
    dueItems(folder, changed, all) {
      if (all || isEmpty) return itemsOf(folder);
      const due = new Set(files(sql.due.all()));
      for (const file of changed) {
        if (placeOfItem(file) !== undefined) due.add(file);
        for (const item of files(sql.users.all(file))) due.add(item);
      }
      return [...due].filter((file) => folder.has(file));
    },
    forgetChanged(folder, changed) {
      const gone: string[] = [];
      if (!isEmpty) {
        for (const file of changed) {
          sql.dropPicture.run(file);
          if (placeOfItem(file) === undefined || folder.has(file)) continue;
          forget(file);
          gone.push(file);
        }
      }
      for (const file of files(sql.due.all())) if (!folder.has(file)) sql.dropDue.run(file);
      return gone;
    },
    keep({ file, list, row, digest, story, uses, pictures, warnings }) {
      forget(file);
      sql.dropDue.run(file);
      const { lastInsertRowid: id } = sql.addItem.run(
        file,
        list,
        row,
        digest ?? null,
        JSON.stringify(uses),
      );
      if (story !== undefined) sql.addCard.run(id, story.card);
      for (const used of uses) sql.addUse.run(used, id);
      if (warnings.length > 0) sql.addWarnings.run(file, JSON.stringify(warnings));
      this.keepPictures(pictures);
    },
    keepDue(file) {
      forget(file);
      sql.addDue.run(file);
    },
    keepPictures(pictures) {
      for (const { file, digest, width, height } of pictures) {
        sql.addPicture.run(file, digest, width, height);
      }
    },
    pictures: {
      get: (file) => pictureOf(sql.picture.get(file)),
      all: () =>
        new Map(
          sql.pictures.all().flatMap((row) => {
            const picture = pictureOf(row);
            return picture === undefined ? [] : [[picture.file, picture] as const];
          }),
        ),
    },
  };
}

function pictureOf(row: Record<string, unknown> | undefined): PictureFile | undefined {
  if (row === undefined) return undefined;
  const { file, digest, width, height } = row as unknown as PictureFile;
  return { file, digest, width, height };
}
