/** What becomes of an item that was read, in a form that is stored and sent between threads. */
import type { Problem } from '../../problems.ts';
import { digestOf, shelve } from '../entry.ts';
import { hasErrors, isStory } from '../items.ts';
import type { ReadItem } from '../items.ts';
import type { Folder } from '../folder.ts';
import { readItem } from '../read-item.ts';
import type { ReadingRules } from '../reader.ts';
import type { PictureFile } from '../rows.ts';
import type { Shelf } from '../shelf.ts';
import type { ShelvedStory } from './shelves.ts';

/** An item that is in order. */
export interface KeptItem {
  file: string;
  list: ReadItem['list'];
  /** JSON; of a story all that is not in its card row. */
  row: string;
  /** Of the row; of a story it stands in the entry. */
  digest: string | undefined;
  /** Of a story: its card row as JSON, its entry. */
  story: { card: string; shelved: ShelvedStory } | undefined;
  uses: readonly string[];
  /** SHA-256 of the files that were looked into, hex. */
  digests: ReadonlyMap<string, string>;
  pictures: readonly PictureFile[];
  warnings: readonly Problem[];
}

/** An item, in order or with errors. */
export type Outcome = { kept: KeptItem } | { faulty: ReadItem };

/** Reads an item. */
export async function outcomeOf(
  folder: Folder,
  rules: ReadingRules,
  shelf: Shelf,
  file: string,
): Promise<Outcome> {
  const item = await readItem(folder, rules, shelf, file);
  if (hasErrors(item) || item.row === undefined) return { faulty: item };
  const { list, row, uses, digests, pictures, problems: warnings } = item;
  const common = { file, list, uses, digests, pictures, warnings };
  if (!isStory(item)) {
    const text = JSON.stringify(row);
    return { kept: { ...common, row: text, digest: digestOf(text), story: undefined } };
  }
  const { rest, card, entry } = shelve(item.row);
  const shelved = { file, entry, topics: item.row.data.topics ?? [] };
  return { kept: { ...common, row: rest, digest: undefined, story: { card, shelved } } };
}
