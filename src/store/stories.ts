/** All stories side by side, as choices and checks go through them. */
import type { StoryEntry } from './archive.ts';
import { entryOf } from './entry.ts';
import type { ArticleRow } from './rows.ts';

/** Stories in the order of their paths. */
export interface Stories {
  entries: readonly StoryEntry[];
  /** Files that are called otherwise than usual, by place among the entries. */
  files: ReadonlyMap<number, string>;
  /** All topics as they are written, by language. */
  spellings: ReadonlyMap<string, ReadonlySet<string>>;
  /** The topics of each story as they are written, beside the entries. */
  topics(): readonly (readonly string[])[];
}

/** A story before it stands among others. */
interface LooseStory {
  entry: StoryEntry;
  file: string;
  topics: readonly string[];
}

/** The stories of rows, in whatever order; of two with one path both. */
export function storiesOf(rows: readonly ArticleRow[]): Stories {
  return inOrder(
    rows.map((row) => ({
      entry: entryOf(row),
      file: row.facts.file,
      topics: row.data.topics ?? [],
    })),
  );
}

/** All of two groups of stories. */
export function mergeStories(one: Stories, other: Stories): Stories {
  const loose = (stories: Stories): LooseStory[] => {
    const topics = stories.topics();
    return stories.entries.map((entry, index) => ({
      entry,
      file: fileOf(stories, index),
      topics: topics[index] ?? [],
    }));
  };
  return inOrder([...loose(one), ...loose(other)]);
}

function inOrder(stories: LooseStory[]): Stories {
  stories.sort((a, b) => compare(a.entry.path, b.entry.path) || compare(a.file, b.file));
  const spellings = new Map<string, Set<string>>();
  for (const { entry, topics } of stories) {
    let known = spellings.get(entry.language);
    if (known === undefined) spellings.set(entry.language, (known = new Set()));
    for (const topic of topics) known.add(topic);
  }
  return {
    entries: stories.map(({ entry }) => entry),
    files: oddFiles(stories),
    spellings,
    topics: () => stories.map(({ topics }) => topics),
  };
}

function oddFiles(stories: readonly LooseStory[]): Map<number, string> {
  return new Map(
    stories.flatMap(({ entry, file }, index) =>
      file === usualFile(entry.path) ? [] : [[index, file] as const],
    ),
  );
}

/** The file of the story at a place among the entries. */
export function fileOf(stories: Pick<Stories, 'entries' | 'files'>, index: number): string {
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
