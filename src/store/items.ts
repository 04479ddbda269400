/** The items of a content folder: the files that become rows, each by itself. */
import { PICTURE_ENDING } from './picture-files.ts';
import { filesIn } from './folder.ts';
import type { Folder } from './folder.ts';
import { nameOf } from './names.ts';
import type { FoundProblem } from './reader.ts';
import type { ArticleRow, PictureFile } from './rows.ts';
import type { FiledRow } from './small-rows.ts';

/** The folders of `content/`, and what their files are. */
export const PLACES = {
  articles: 'stories (.md), their pictures and sidecars',
  authors: '<id>.yaml and portraits',
  sections: '<id>.yaml',
  topics: '<slug>.yaml',
  series: '<id>.yaml',
  front: '<language>.yaml',
  pages: '<language>/<slug>.md',
  appeals: '<language>/<id>.md',
} as const;

/** One of the folders. */
export type Place = keyof typeof PLACES;

/** In which order the folders are read, and their problems told. */
export const READING_ORDER = [
  'authors',
  'sections',
  'series',
  'topics',
  'front',
  'articles',
  'pages',
  'appeals',
] as const satisfies readonly Place[];

/** Whether the files of a folder are Markdown. */
export function isOfTexts(place: Place): boolean {
  return place === 'articles' || place === 'pages' || place === 'appeals';
}

/** The folder of an item; undefined where the file is none. */
export function placeOfItem(file: string): Place | undefined {
  const slash = file.indexOf('/');
  const place = file.slice(0, Math.max(0, slash));
  if (!Object.hasOwn(PLACES, place)) return undefined;
  const found = place as Place;
  if (isOfTexts(found)) return /\.md$/i.test(file) ? found : undefined;
  return /\.ya?ml$/i.test(file) && !PICTURE_ENDING.test(nameOf(file)) ? found : undefined;
}

/** All items of a folder in the order in which they are read. */
export function itemsOf(folder: Folder): string[] {
  return READING_ORDER.flatMap((place) =>
    filesIn(folder.names, place).filter((file) => placeOfItem(file) === place),
  );
}

/** The order in which items are read: first by their folders, then by their paths. */
export function inReadingOrder(a: { file: string }, b: { file: string }): number {
  return rankOf(a.file) - rankOf(b.file) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
}

const RANKS = new Map<string, number>(READING_ORDER.map((place, index) => [place, index]));

function rankOf(file: string): number {
  return RANKS.get(file.slice(0, file.indexOf('/'))) ?? RANKS.size;
}

/** What became of an item. */
export interface ReadItem extends FiledRow {
  file: string;
  problems: FoundProblem[];
  /** Other files on which all this depends, there or not. */
  uses: readonly string[];
  /** SHA-256 of the files that were looked into, hex. */
  digests: ReadonlyMap<string, string>;
  /** The pictures among them. */
  pictures: readonly PictureFile[];
}

/** Whether it is a story of which something could be made. */
export function isStory(item: ReadItem): item is ReadItem & { row: ArticleRow } {
  return item.list === 'articles' && item.row !== undefined;
}

/** Whether something is so wrong with an item that nothing can be printed. */
export function hasErrors({ problems }: Pick<ReadItem, 'problems'>): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** The collection of a folder's rows. */
export function listOf(place: Place): ReadItem['list'] {
  return place === 'front' ? 'fronts' : place;
}
