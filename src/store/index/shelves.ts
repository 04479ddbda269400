/**
 * The entries of the stories of one folder, written by columns: a hundred thousand are read quickly,
 * and take little room. Words that many stories share stand once.
 */
import { toSlug } from '../../addresses.ts';
import type { StoryEntry } from '../archive.ts';
import { usualFile } from '../stories.ts';
import { readColumns, storeColumns, textsAt } from './columns.ts';
import type { Columns, Extras, StoredColumns } from './columns.ts';
import { flagsOf, OpenShelf, ShelvedEntry } from './shelved-entry.ts';

/** A story's entry with what the checks need beside it. */
export interface ShelvedStory {
  file: string;
  entry: StoryEntry;
  /** Its topics as they are written. */
  topics: readonly string[];
}

/** Gives each word a number, in the order in which they come. */
class Numbers {
  readonly #numbers = new Map<string, number>();

  of(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size));
    return number;
  }

  all(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** Writes the stories of one folder. */
export function encodeShelf(stories: readonly ShelvedStory[]): StoredColumns {
  const words = new Numbers();
  const topics = new Numbers();
  const numbers = (list: readonly string[], from: Numbers) => list.map((word) => from.of(word));
  const topicsOf = stories.map((story) => numbers(story.topics, topics));
  const kinds = stories.map(({ entry }) => words.of(entry.kind));
  const sections = stories.map(({ entry }) => words.of(entry.section));
  const authors = stories.flatMap(({ entry }) => numbers(entry.authors, words));
  return storeColumns({
    words: words.all(),
    topics: topics.all(),
    slugs: topics.all().map(toSlug),
    paths: stories.map(({ entry }) => entry.path),
    nameCodes: stories.map(({ entry }) => entry.nameCode),
    kinds,
    sections,
    authors,
    authorEnds: ends(stories.map(({ entry }) => entry.authors.length)),
    topicsWritten: topicsOf.flat(),
    topicEnds: ends(topicsOf.map(({ length }) => length)),
    published: stories.map(({ entry }) => entry.published),
    flags: stories.map(({ entry }) => flagsOf(entry)),
    digests: stories.map(({ entry }) => entry.digest),
    cards: stories.map(({ entry }) => entry.card),
    extras: stories.map(extrasOf),
  });
}

/** Where each of the lists ends that stand one after the other. */
function ends(lengths: readonly number[]): number[] {
  let end = 0;
  return lengths.map((length) => (end += length));
}

function extrasOf({ file, entry, topics }: ShelvedStory): Extras | null {
  const extras: Extras = {
    ...(entry.series === undefined ? {} : { s: entry.series }),
    ...(entry.translationOf === undefined ? {} : { t: entry.translationOf }),
    ...(entry.related.length === 0 ? {} : { r: entry.related }),
    ...(entry.redirectFrom.length === 0 ? {} : { f: entry.redirectFrom }),
    ...(entry.identity === entry.path ? {} : { i: entry.identity }),
    ...(entry.modifications.length === 0 ? {} : { m: entry.modifications }),
    ...(entry.corrections === 0 ? {} : { c: entry.corrections }),
    ...(entry.retracted === undefined ? {} : { x: entry.retracted }),
    ...(entry.ends === undefined ? {} : { e: entry.ends }),
    ...(entry.links.length === 0 ? {} : { l: entry.links }),
    ...(entry.contributors.length === 0 ? {} : { u: entry.contributors }),
    // An entry has their slugs, but none that is empty or was there before.
    ...(entry.topics.length === topics.length ? {} : { w: entry.topics }),
    ...(file === usualFile(entry.path) ? {} : { n: file }),
  };
  return Object.keys(extras).length === 0 ? null : extras;
}

/** Stories that grow in number. */
export interface GrowingStories {
  entries: StoryEntry[];
  /** Files that are called otherwise than usual, by place in the list. */
  files: Map<number, string>;
  /** All topics as they are written, by language. */
  spellings: Map<string, Set<string>>;
}

/** Reads the stories of `folder`, which is `articles/<language>/<yyyy>/<mm>`, and adds them. */
export function decodeShelf(stored: StoredColumns, folder: string, to: GrowingStories): void {
  const columns = readColumns(stored);
  const [, language = '', year = '', month = ''] = folder.split('/');
  addSpellings(columns, language, to.spellings);
  const shelf = new OpenShelf(columns, { language, year, month });
  for (const [place, extras] of columns.extras.entries()) {
    if (extras?.n !== undefined) to.files.set(to.entries.length, extras.n);
    to.entries.push(new ShelvedEntry(shelf, place));
  }
}

function addSpellings({ topics }: Columns, language: string, to: Map<string, Set<string>>): void {
  let known = to.get(language);
  if (known === undefined) to.set(language, (known = new Set()));
  for (const written of topics) known.add(written);
}

/** The topics of the stories of a shelf as they are written. */
export function topicsOfShelf(stored: StoredColumns): string[][] {
  const { topics, topicsWritten, topicEnds } = readColumns(stored);
  return Array.from(topicEnds, (end, place) =>
    textsAt(topics, topicsWritten, topicEnds[place - 1] ?? 0, end),
  );
}
