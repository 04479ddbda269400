/** Stories with which something is wrong: their files are read again to say where. */
import type { Problem } from '../problems.ts';
import type { Article } from '../schema/article.ts';
import type { StoryEntry } from './archive.ts';
import type { Folder } from './folder.ts';
import type { TextFile } from './read-text.ts';
import { fieldName, placeOf } from './reader.ts';
import type { Place } from './reader.ts';
import type { Reread } from './reread.ts';
import { fileOf } from './stories.ts';
import type { Stories } from './stories.ts';
import type { FieldPath } from './yaml.ts';

/** Places of fields that were looked up before, by `placeKey`: a map, or what is like one. */
export interface KnownPlaces {
  get(key: string): Place | undefined;
  set(key: string, place: Place): void;
}

/** What a place is known by: it holds as long as the story stays as it is. */
export function placeKey(entry: StoryEntry, path: FieldPath): string {
  return `${entry.digest} ${fieldName(path)}`;
}

/** A story, and where its fields stand. */
export class Suspect {
  readonly index: number;
  readonly entry: StoryEntry;
  readonly file: string;
  readonly #reread: Reread;
  readonly #places: KnownPlaces;
  #text: { read: TextFile<Article> | undefined } | undefined;

  constructor(stories: Stories, index: number, reread: Reread, places: KnownPlaces) {
    const entry = stories.entries[index];
    if (entry === undefined) throw new RangeError(`There is no story ${index}.`);
    this.index = index;
    this.entry = entry;
    this.file = fileOf(stories, index);
    this.#reread = reread;
    this.#places = places;
  }

  /** Its text with all positions; undefined where it cannot be read any more. */
  text(): TextFile<Article> | undefined {
    this.#text ??= { read: this.#reread.story(this.file, this.entry.language) };
    return this.#text.read;
  }

  /** Where a field stands. */
  at(...path: FieldPath): Place {
    const key = placeKey(this.entry, path);
    let place = this.#places.get(key);
    if (place === undefined) {
      const text = this.text();
      place =
        text === undefined
          ? { file: this.file, line: 1, field: fieldName(path) }
          : { ...placeOf(this.file, text.source, path) };
      this.#places.set(key, place);
    }
    return place;
  }
}

/** Says what is wrong with a story. */
export type Say = (suspect: Suspect, problems: Problem[]) => void;

/** Says what is wrong with other texts. */
export type SayOther = (reread: Reread, problems: Problem[]) => void;

/** Gathers what is to be said of texts, so that each story is read once, and none needlessly. */
export class Suspects {
  readonly #says = new Map<number, Set<Say>>();
  readonly #others: SayOther[] = [];

  /** Notes that something is to be said of the story at a place in the lists; the same once. */
  add(index: number, say: Say): void {
    const says = this.#says.get(index);
    if (says === undefined) this.#says.set(index, new Set([say]));
    else says.add(say);
  }

  /** Notes that something is to be said of another text. */
  addOther(say: SayOther): void {
    this.#others.push(say);
  }

  /** Says it all: of the stories in their order, then of the others. */
  async say(
    stories: Stories,
    folder: Folder,
    places: KnownPlaces,
    problems: Problem[],
  ): Promise<void> {
    if (this.#says.size === 0 && this.#others.length === 0) return;
    // The parsers are loaded where something is wrong.
    const { rereader } = await import('./reread.ts');
    const reread = rereader(folder);
    for (const index of [...this.#says.keys()].sort((a, b) => a - b)) {
      const suspect = new Suspect(stories, index, reread, places);
      for (const say of this.#says.get(index) ?? []) say(suspect, problems);
    }
    for (const say of this.#others) say(reread, problems);
  }
}
