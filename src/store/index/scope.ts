/** What has to be checked again, when all was in order the last time. */
import type { DatabaseSync } from 'node:sqlite';
import { articleAddress } from '../../addresses.ts';
import type { StoryEntry } from '../archive.ts';
import { addressKey } from '../address-key.ts';
import { WHOLE } from '../check.ts';
import type { Scope } from '../check.ts';
import { digest } from '../entry.ts';
import { addressRules } from '../rows.ts';
import type { SmallRows } from '../small-rows.ts';
import { indexOf } from '../stories.ts';
import type { StoryChanges } from './shelf-keeper.ts';

/**
 * A digest of all that decides where links lead and which addresses are free, but for stories and the
 * rules by which files are read. As long as these stay, only stories that change can bring new mistakes
 * of that kind.
 */
export function worldOf({ publication, ...rows }: SmallRows): string {
  const { data, publicFiles } = publication;
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return digest([
    addressRules(data),
    publicFiles,
    ids(rows.authors),
    ids(rows.sections),
    ids(rows.series),
    rows.topics.map((topic) => [topic.id, topic.data.name, topic.data.aliases]),
    rows.pages.map(({ path }) => path),
  ]);
}

/** What to check after `changes` in a world that was in order and is the same. */
export function scopeOf(
  db: DatabaseSync,
  rows: SmallRows,
  entries: readonly StoryEntry[],
  changes: StoryChanges,
): Scope {
  const redirects =
    changes.redirected || changes.added.some((path) => meetsRedirects(db, rows, path));
  if (changes.lost) return { ...WHOLE, redirects };
  return { stories: changes.changed.map((path) => indexOf(entries, path)), redirects };
}

/** Whether there are older addresses at that of a new story, or below it. */
function meetsRedirects(db: DatabaseSync, rows: SmallRows, path: string): boolean {
  const [language = '', year = '', month = '', slug = ''] = path.split('/');
  const rules = addressRules(rows.publication.data);
  const key = addressKey(articleAddress({ language, year, month, slug }, rules));
  const found = db
    .prepare('SELECT 1 FROM redirects WHERE key = ? OR (key > ? AND key < ?) LIMIT 1')
    .get(key, `${key}/`, `${key}0`);
  return found !== undefined;
}
