/** The archive over the tables of the index. */
import type { DatabaseSync } from 'node:sqlite';
import type { Archive } from '../archive.ts';
import { addressKey } from '../address-key.ts';
import type { SmallRows } from '../small-rows.ts';
import { fileOf, indexOf } from '../stories.ts';
import type { Stories } from '../stories.ts';
import { storyRows } from './story-rows.ts';

/** The archive of rows, digests and stories that are known; the rows of stories are in `db`. */
export function indexArchive(
  db: DatabaseSync,
  rows: SmallRows,
  digests: ReadonlyMap<string, string>,
  stories: Stories,
): Archive {
  const file = (path: string) => {
    const index = indexOf(stories.entries, path);
    return index === -1 ? undefined : fileOf(stories, index);
  };
  return {
    ...rows,
    ...storyRows(db, file),
    digests,
    entries: stories.entries,
    redirected: redirectFinder(db),
  };
}

/** Tells the path of the story that had an address before. */
export function redirectFinder(db: DatabaseSync): Archive['redirected'] {
  const find = db.prepare(
    'SELECT story FROM redirects WHERE key = ? AND address = ? ORDER BY story LIMIT 1',
  );
  return (address) => find.get(addressKey(address), address)?.['story'] as string | undefined;
}
