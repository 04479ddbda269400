/** The rows of the index for those who only print: nothing is walked, checked or chosen. */
import type { DatabaseSync } from 'node:sqlite';
import type { Archive, CardRow } from '../archive.ts';
import { unshelve } from '../entry.ts';
import { SMALL_LISTS } from '../small-rows.ts';
import type { SmallList, SmallRows } from '../small-rows.ts';
import { usualFile } from '../stories.ts';

/** What a page can be made from. */
export type PrintedRows = Pick<
  Archive,
  'appeals' | 'authors' | 'card' | 'fronts' | 'pages' | 'sections' | 'series' | 'story' | 'topics'
>;

/** The rows that `openArchive` has kept in a database, which is only read. */
export function openRows(db: DatabaseSync): PrintedRows {
  const small = db.prepare('SELECT row FROM items WHERE list = ? ORDER BY file');
  const rows = <List extends SmallList>(list: List) =>
    small.all(list).map(({ row }) => JSON.parse(row as string) as unknown) as SmallRows[List];
  const [authors, sections, series, topics, fronts, pages, appeals] = SMALL_LISTS.map(rows) as [
    SmallRows['authors'],
    SmallRows['sections'],
    SmallRows['series'],
    SmallRows['topics'],
    SmallRows['fronts'],
    SmallRows['pages'],
    SmallRows['appeals'],
  ];
  const card = db.prepare('SELECT card FROM items JOIN cards ON item = id WHERE file = ?');
  const both = db.prepare('SELECT card, row FROM items JOIN cards ON item = id WHERE file = ?');
  const decomposed = decomposedFiles(db);
  const find = (statement: typeof card, path: string) => {
    const found = statement.get(usualFile(path)) ?? statement.get(decomposed().get(path) ?? '');
    if (found === undefined) throw new RangeError(`The archive has no story ${path}.`);
    return found as { card: string; row: string };
  };
  return {
    authors,
    sections,
    series,
    topics,
    fronts,
    pages,
    appeals,
    story(path) {
      const found = find(both, path);
      return unshelve(found.card, found.row);
    },
    card: (path) => JSON.parse(find(card, path).card) as CardRow,
  };
}

/** The stories whose files have names in decomposed letters, by path; found when first asked for. */
function decomposedFiles(db: DatabaseSync): () => ReadonlyMap<string, string> {
  let found: Map<string, string> | undefined;
  return () => {
    if (found !== undefined) return found;
    found = new Map();
    const files = db.prepare(`SELECT file FROM items WHERE list = 'articles'`);
    for (const { file } of files.iterate()) {
      const path = /^articles\/(.*)\.md$/i.exec(file as string)?.[1]?.normalize('NFC');
      if (path !== undefined && usualFile(path) !== file) found.set(path, file as string);
    }
    return found;
  };
}
