/** The rows of stories as they lie in the tables. */
import type { DatabaseSync } from 'node:sqlite';
import type { Archive, CardRow } from '../archive.ts';
import { unshelve } from '../entry.ts';
import { usualFile } from '../stories.ts';

/** Most card rows that are kept in memory: many pages show the same. */
const MOST_CARDS = 4_096;

/**
 * Fetches rows of stories.
 *
 * @param oddFileOf the file of the story of a path whose file is not called as usual
 */
export function storyRows(
  db: DatabaseSync,
  oddFileOf: (path: string) => string | undefined,
): Pick<Archive, 'story' | 'card'> {
  const card = db.prepare('SELECT card FROM items JOIN cards ON item = id WHERE file = ?');
  const both = db.prepare('SELECT card, row FROM items JOIN cards ON item = id WHERE file = ?');
  const cards = new Map<string, CardRow>();
  const find = (statement: typeof card, path: string) => {
    let found = statement.get(usualFile(path));
    if (found === undefined) {
      const file = oddFileOf(path);
      if (file !== undefined) found = statement.get(file);
    }
    if (found === undefined) throw new RangeError(`The archive has no story ${path}.`);
    return found as { card: string; row: string };
  };
  return {
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
  };
}
