/** The archive over the tables of the index. */
import type { DatabaseSync } from 'node:sqlite';
import type { Archive, CardRow } from '../archive.ts';
import { addressKey } from '../address-key.ts';
import { unshelve } from '../entry.ts';
import type { SmallRows } from '../small-rows.ts';
import { fileOf, indexOf } from '../stories.ts';
import type { Stories } from '../stories.ts';

/** Most card rows that are kept in memory. */
const MOST_CARDS = 4_096;

/** The archive of rows, digests and stories that are known; the rows of stories are in `db`. */
export function indexArchive(
  db: DatabaseSync,
  rows: SmallRows,
  digests: ReadonlyMap<string, string>,
  stories: Stories,
): Archive {
  const card = db.prepare('SELECT card FROM items JOIN cards ON item = id WHERE file = ?');
  const both = db.prepare('SELECT card, row FROM items JOIN cards ON item = id WHERE file = ?');
  const redirected = redirectFinder(db);
  const cards = new Map<string, CardRow>();
  const find = (statement: typeof card, path: string) => {
    const index = indexOf(stories.entries, path);
    const found = index === -1 ? undefined : statement.get(fileOf(stories, index));
    if (found === undefined) throw new RangeError(`The archive has no story ${path}.`);
    return found as { card: string; row: string };
  };
  return {
    ...rows,
    digests,
    entries: stories.entries,
    story(path) {
      const found = find(both, path);
      return unshelve(found.card, found.row);
    },
    card(path) {
      let found = cards.get(path);
      if (found === undefined) {
        found = JSON.parse(find(card, path).card) as CardRow;
        if (cards.size >= MOST_CARDS) cards.clear();
        cards.set(path, found);
      }
      return found;
    },
    redirected,
  };
}

/** Tells the path of the story that had an address before. */
export function redirectFinder(db: DatabaseSync): Archive['redirected'] {
  const find = db.prepare(
    'SELECT story FROM redirects WHERE key = ? AND address = ? ORDER BY story LIMIT 1',
  );
  return (address) => find.get(addressKey(address), address)?.['story'] as string | undefined;
}
