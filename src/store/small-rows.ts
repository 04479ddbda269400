/** The rows of which a paper has few: all but its stories. */
import { digest } from './entry.ts';
import type { AppealRow, ArticleRow, Content, PageRow, PublicationRow } from './rows.ts';

/** The collections whose rows are all in memory. */
export type SmallRows = Omit<Content, 'articles'>;

/** The lists among them. */
export const SMALL_LISTS = [
  'authors',
  'sections',
  'series',
  'topics',
  'fronts',
  'pages',
  'appeals',
] as const satisfies readonly (keyof SmallRows)[];

/** A row of one of the lists. */
export type SmallRow = SmallRows[SmallList][number];

/** The name of one of the lists. */
export type SmallList = (typeof SMALL_LISTS)[number];

/** A row, and the collection that it is of. */
export interface FiledRow {
  list: 'articles' | SmallList;
  /** Undefined where nothing could be made of it. */
  row: ArticleRow | SmallRow | undefined;
  /** False where it is for checks only. */
  whole: boolean;
}

/** The collections of the rows that are fit to print, each in the order of names or paths. */
export function gatherSmall(publication: PublicationRow, items: readonly FiledRow[]): SmallRows {
  const rows = <List extends SmallList>(list: List): SmallRows[List] =>
    items.flatMap((item) =>
      item.list === list && item.whole && item.row !== undefined ? [item.row] : [],
    ) as SmallRows[List];
  return {
    publication,
    authors: rows('authors'),
    sections: rows('sections'),
    series: rows('series'),
    topics: rows('topics'),
    fronts: rows('fronts'),
    pages: rows('pages').sort(byPath),
    appeals: rows('appeals').sort(byPath),
  };
}

/** Pages and messages in the order of their files, with those that are for checks only. */
export function textsOf(items: readonly FiledRow[]): (PageRow | AppealRow)[] {
  return items.flatMap(({ list, row }) =>
    (list === 'pages' || list === 'appeals') && row !== undefined
      ? [row as PageRow | AppealRow]
      : [],
  );
}

/** The order of paths. */
export function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** What a row is called in its collection: `anna`, `en/about`, `en` for a front page. */
export function idOf(row: SmallRow | ArticleRow): string {
  if ('path' in row) return row.path;
  return 'id' in row ? row.id : row.language;
}

/** The digest of each row, by `authors/anna`, `pages/en/about`, `publication`. */
export function smallDigests(rows: SmallRows): Map<string, string> {
  const digests = new Map([['publication', digest(rows.publication)]]);
  for (const list of SMALL_LISTS) {
    for (const row of rows[list]) digests.set(`${list}/${idOf(row)}`, digest(row));
  }
  return digests;
}
