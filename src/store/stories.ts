/** All stories side by side, as choices and checks go through them. */
import type { StoryEntry } from './archive.ts';
import { entryOf } from './entry.ts';
import type { ArticleRow } from './rows.ts';

/** Stories in the order of their paths; lists of the same length. */
export interface Stories {
  entries: readonly StoryEntry[];
  /** Their topics as they are written. */
  topics: readonly (readonly string[])[];
  /** Files that are called otherwise than `fileOf` says, by place in the lists. */
  files: ReadonlyMap<number, string>;
}

/** The stories of rows, in whatever order; of two with one path both. */
export function storiesOf(rows: readonly ArticleRow[]): Stories {
  const sorted = [...rows].sort(
    (a, b) => compare(a.path, b.path) || compare(a.facts.file, b.facts.file),
  );
  return {
    entries: sorted.map(entryOf),
    topics: sorted.map(({ data }) => data.topics ?? []),
    files: oddFiles(sorted.map(({ path, facts }) => [path, facts.file])),
  };
}

/** All of two groups of stories. */
export function mergeStories(one: Stories, other: Stories): Stories {
  const all = [one, other].flatMap((stories) =>
    stories.entries.map((entry, index) => ({
      entry,
      topics: stories.topics[index] ?? [],
      file: fileOf(stories, index),
    })),
  );
  all.sort((a, b) => compare(a.entry.path, b.entry.path) || compare(a.file, b.file));
  return {
    entries: all.map(({ entry }) => entry),
    topics: all.map(({ topics }) => topics),
    files: oddFiles(all.map(({ entry, file }) => [entry.path, file])),
  };
}

/** The files that are called otherwise than usual, by place in a list of paths and files. */
function oddFiles(files: readonly (readonly [path: string, file: string])[]): Map<number, string> {
  return new Map(
    files.flatMap(([path, file], index) =>
      file === usualFile(path) ? [] : [[index, file] as const],
    ),
  );
}

/** The file of the story at a place in the lists. */
export function fileOf(stories: Stories, index: number): string {
  return stories.files.get(index) ?? usualFile(stories.entries[index]?.path ?? '');
}

/** The file that a story of this path has, but where its name is in decomposed letters. */
export function usualFile(path: string): string {
  return `articles/${path}.md`;
}

/** The order of code units. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The place of the first story of a path among entries in the order of their paths; -1 for none. */
export function indexOf(entries: readonly StoryEntry[], path: string): number {
  let from = 0;
  let to = entries.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((entries[middle]?.path ?? '') < path) from = middle + 1;
    else to = middle;
  }
  return entries[from]?.path === path ? from : -1;
}
