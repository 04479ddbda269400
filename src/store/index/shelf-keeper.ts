/** Keeps the entries of stories, by the folders in which their files lie. */
import type { DatabaseSync } from 'node:sqlite';
import type { StoryEntry } from '../archive.ts';
import { fileOf } from '../stories.ts';
import type { Stories } from '../stories.ts';
import type { StoredColumns } from './columns.ts';
import { decodeShelf, encodeShelf, topicsOfShelf } from './shelves.ts';
import type { GrowingStories, ShelvedStory } from './shelves.ts';

/** What became of stories since the index was last in order. */
export interface StoryChanges {
  /** Paths of stories that are new, or other than they were. */
  changed: string[];
  /** Paths of those that are new. */
  added: string[];
  /** Paths of stories that went. */
  removed: string[];
  /** Whether a link may have lost what it led to. */
  lost: boolean;
  /** Whether a story has an older address that it did not have. */
  redirected: boolean;
}

/** Where entries are kept. */
export interface Shelves {
  /** Tells which story files are read or gone, before any of them is put. */
  expect(read: readonly string[], gone: readonly string[]): void;
  /** Puts a story that was read; nothing where it has errors. */
  put(file: string, story: ShelvedStory | undefined): void;
  /** What changed, once all that was expected is put. */
  changes(): StoryChanges;
  /** All stories. */
  load(): Stories;
}

/** A shelf as it is stored. */
interface StoredShelf extends StoredColumns {
  folder: string;
}

interface Pending {
  /** How many stories are still to be put. */
  left: number;
  /** The files of those that are read or gone. */
  files: Set<string>;
  fresh: ShelvedStory[];
}

/** Is told of entries that go and come; those that stay as they were are not told of. */
export interface Listener {
  gone(entry: StoryEntry): void;
  come(entry: StoryEntry): void;
}

/** The shelves of a database. */
export function createShelves(db: DatabaseSync, listener: Listener): Shelves {
  const read = db.prepare('SELECT texts, numbers FROM shelves WHERE folder = ?');
  const write = db.prepare('INSERT OR REPLACE INTO shelves VALUES (?, ?, ?)');
  const drop = db.prepare('DELETE FROM shelves WHERE folder = ?');
  const all = db.prepare('SELECT * FROM shelves');
  const rows = () =>
    (all.all() as unknown as StoredShelf[]).sort((a, b) => order(a.folder, b.folder));
  const pending = new Map<string, Pending>();
  const changes: StoryChanges = {
    changed: [],
    added: [],
    removed: [],
    lost: false,
    redirected: false,
  };

  const pend = (file: string): Pending => {
    const folder = folderOf(file);
    let found = pending.get(folder);
    if (found === undefined) {
      found = { left: 0, files: new Set(), fresh: [] };
      pending.set(folder, found);
    }
    found.files.add(file);
    return found;
  };
  const finish = (folder: string, { files, fresh }: Pending): void => {
    pending.delete(folder);
    const stored = read.get(folder) as StoredColumns | undefined;
    const before = stored === undefined ? [] : shelved(stored, folder);
    compare(
      before.filter(({ file }) => files.has(file)),
      fresh,
    );
    const stories = [...before.filter(({ file }) => !files.has(file)), ...fresh].sort(
      (a, b) => order(a.entry.path, b.entry.path) || order(a.file, b.file),
    );
    if (stories.length > 0) {
      const { texts, numbers } = encodeShelf(stories);
      write.run(folder, texts, numbers);
    } else if (stored !== undefined) drop.run(folder);
  };
  const compare = (before: readonly ShelvedStory[], after: readonly ShelvedStory[]): void => {
    const old = new Map(before.map(({ file, entry }) => [file, entry]));
    for (const { file, entry } of after) {
      const was = old.get(file);
      old.delete(file);
      if (was?.digest === entry.digest) continue;
      changes.changed.push(entry.path);
      changes.redirected ||= !isWithin(entry.redirectFrom, was?.redirectFrom ?? []);
      if (was === undefined) changes.added.push(entry.path);
      else {
        listener.gone(was);
        changes.lost ||= hasLost(was, entry);
      }
      listener.come(entry);
    }
    for (const entry of old.values()) {
      changes.removed.push(entry.path);
      changes.lost = true;
      listener.gone(entry);
    }
  };

  return {
    expect(due, gone) {
      for (const file of due) pend(file).left += 1;
      for (const file of gone) pend(file);
      for (const [folder, one] of [...pending]) if (one.left === 0) finish(folder, one);
    },
    put(file, story) {
      const folder = folderOf(file);
      const one = pending.get(folder);
      if (one === undefined) throw new RangeError(`${file} was not expected.`);
      if (story !== undefined) one.fresh.push(story);
      one.left -= 1;
      if (one.left === 0) finish(folder, one);
    },
    changes: () => changes,
    load() {
      const stories = noStories();
      for (const row of rows()) decodeShelf(row, row.folder, stories);
      // Seldom asked for: it is read again rather than held.
      return { ...stories, topics: () => rows().flatMap(topicsOfShelf) };
    },
  };
}

function noStories(): GrowingStories {
  return { entries: [], files: new Map(), spellings: new Map() };
}

/** The stories of a shelf one by one. */
function shelved(stored: StoredColumns, folder: string): ShelvedStory[] {
  const stories = noStories();
  decodeShelf(stored, folder, stories);
  const topics = topicsOfShelf(stored);
  return stories.entries.map((entry, index) => ({
    file: fileOf(stories, index),
    entry,
    topics: topics[index] ?? [],
  }));
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether there are addresses that led somewhere because of a story as it was. */
function hasLost(was: StoryEntry, is: StoryEntry): boolean {
  return (
    was.published !== is.published ||
    !isWithin(was.topics, is.topics) ||
    !isWithin(was.redirectFrom, is.redirectFrom)
  );
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((one) => all.includes(one));
}
