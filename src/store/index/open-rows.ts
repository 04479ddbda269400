/** The rows of the index for those who only print: nothing is walked, checked or chosen. */
import type { DatabaseSync } from 'node:sqlite';
import type { Archive } from '../archive.ts';
import type { SmallList, SmallRows } from '../small-rows.ts';
import { usualFile } from '../stories.ts';
import { storyRows } from './story-rows.ts';

/** What a page can be made from. */
export type PrintedRows = Pick<
  Archive,
  'appeals' | 'authors' | 'card' | 'pages' | 'sections' | 'series' | 'story' | 'topics'
>;

/** The rows that `openArchive` has kept in a database, which is only read. */
export function openRows(db: DatabaseSync): PrintedRows {
  // The second condition is that of the index, without which all stories would be gone through.
  const small = db.prepare(
    `SELECT row FROM items WHERE list = ? AND list <> 'articles' ORDER BY file`,
  );
  const rows = <List extends SmallList>(list: List) =>
    small.all(list).map(({ row }) => JSON.parse(row as string) as unknown) as SmallRows[List];
  const decomposed = decomposedFiles(db);
  const file = (path: string) => decomposed().get(path);
  return {
    appeals: rows('appeals'),
    authors: rows('authors'),
    pages: rows('pages'),
    sections: rows('sections'),
    series: rows('series'),
    topics: rows('topics'),
    ...storyRows(db, file),
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
