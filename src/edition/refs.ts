/** Makes the names by which units refer to rows. */
import type { StoryEntry } from '../store/archive.ts';
import { hasEnded, isRetracted, modifiedAt } from './as-of.ts';
import type { Edition, LanguageEdition, Places } from './edition.ts';
import { Fingerprint, keyOf } from '../fingerprint.ts';
import type { CardRef, PathRef, RowRef, StoryRef } from './ref.ts';

/** Makes the refs of an edition. */
export interface Refs {
  story(entry: StoryEntry): StoryRef;
  card(entry: StoryEntry): CardRef;
  /** The same of all stories of a language, by their places. */
  cards(own: LanguageEdition): readonly CardRef[];
  /** A row that is there. Throws a RangeError for one that is not. */
  row(name: string): RowRef;
  /** A row that may not be there. */
  rowIfAny(name: string): RowRef | null;
}

/** A story by its address. */
export function pathRef({ path, language, nameCode }: StoryEntry): PathRef {
  const print = new Fingerprint();
  print.string(language);
  print.number(nameCode);
  return { path, key: print.code() };
}

/** Prepares the refs of an edition. */
export function createRefs(edition: Edition): Refs {
  const { archive, topicIds } = edition;
  const { digests } = archive;
  const authors = codesOf(digests, 'authors');
  const sections = codesOf(digests, 'sections');
  const series = codesOf(digests, 'series');
  const topicCodes = codesOf(digests, 'topics');
  const topics = new Map(topicCodes);
  for (const [slug, id] of topicIds) topics.set(slug, topicCodes.get(id) ?? 0);
  const cards = new Map<LanguageEdition, readonly CardRef[]>();
  const rows = new Map<string, RowRef>();

  const begin = (digest: number, entry: StoryEntry): Fingerprint => {
    const print = new Fingerprint();
    print.number(digest);
    for (const id of entry.authors) print.number(authors.get(id) ?? 0);
    return print;
  };

  const refs: Refs = {
    card(entry) {
      const live = entry.kind === 'live' && !hasEnded(entry, edition);
      const print = begin(entry.card, entry);
      const retracted = isRetracted(entry, edition);
      print.number(Number(live));
      print.number(Number(retracted));
      return { path: entry.path, key: print.code(), live, retracted };
    },
    story(entry) {
      const print = begin(entry.digest, entry);
      print.number(sections.get(entry.section) ?? 0);
      if (entry.series !== undefined) print.number(series.get(entry.series) ?? 0);
      for (const id of entry.contributors) print.number(authors.get(id) ?? 0);
      for (const slug of entry.topics) print.number(topics.get(slug) ?? 0);
      const modified = modifiedAt(entry, edition);
      const ended = hasEnded(entry, edition);
      print.number(modified);
      print.number(Number(ended));
      return { path: entry.path, key: print.code(), modified, ended };
    },
    cards(own) {
      let all = cards.get(own);
      if (all === undefined) cards.set(own, (all = own.stories.map((entry) => refs.card(entry))));
      return all;
    },
    row(name) {
      const ref = refs.rowIfAny(name);
      if (ref === null) throw new RangeError(`There is no row ${name}.`);
      return ref;
    },
    rowIfAny(name) {
      let ref = rows.get(name);
      if (ref !== undefined) return ref;
      const digest = digests.get(name);
      if (digest === undefined) return null;
      rows.set(name, (ref = { row: name, key: keyOf([name, digest]) }));
      return ref;
    },
  };
  return refs;
}

/** The cards at these places. */
export function cardsAt(cards: readonly CardRef[], places: Places): CardRef[] {
  const found: CardRef[] = [];
  for (const place of places) {
    const ref = cards[place];
    if (ref !== undefined) found.push(ref);
  }
  return found;
}

/** What stands for each row of a collection in the key of a story that names it, by its id. */
function codesOf(digests: ReadonlyMap<string, string>, collection: string): Map<string, number> {
  const prefix = `${collection}/`;
  const found = new Map<string, number>();
  for (const [name, digest] of digests) {
    if (!name.startsWith(prefix)) continue;
    found.set(name.slice(prefix.length), keyOf(digest));
  }
  return found;
}
