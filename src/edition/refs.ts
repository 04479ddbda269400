/** Makes the names by which units refer to rows. */
import type { StoryEntry } from '../store/archive.ts';
import type { Instant } from '../time.ts';
import type { Edition, LanguageEdition, Places } from './edition.ts';
import type { CardRef, RowRef, StoryRef } from './ref.ts';

/** Makes the refs of an edition. */
export interface Refs {
  story(entry: StoryEntry): StoryRef;
  card(entry: StoryEntry): CardRef;
  /** The same of stories by their places. */
  cards(own: LanguageEdition, places: Places): CardRef[];
  /** A row that is there. Throws a RangeError for one that is not. */
  row(name: string): RowRef;
  /** A row that may not be there. */
  rowIfAny(name: string): RowRef | null;
}

/** When a story last changed in substance: its publication, or what came after it and is out. */
export function modifiedAt(
  { published, modifications }: Pick<StoryEntry, 'published' | 'modifications'>,
  { at, preview }: Pick<Edition, 'at' | 'preview'>,
): Instant {
  let modified = published;
  for (const moment of modifications) {
    if (moment > modified && (preview || moment <= at)) modified = moment;
  }
  return modified;
}

/** Prepares the refs of an edition. */
export function createRefs(edition: Edition): Refs {
  const { archive, at, topicIds } = edition;
  const { digests } = archive;
  const authors = digestsOf(digests, 'authors');
  const sections = digestsOf(digests, 'sections');
  const series = digestsOf(digests, 'series');
  const topics = digestsOf(digests, 'topics');
  const cards = new Map<LanguageEdition, readonly CardRef[]>();
  const rows = new Map<string, RowRef>();

  const byline = (entry: StoryEntry): string => {
    let key = '';
    for (const id of entry.authors) key += authors.get(id) ?? '';
    return key;
  };

  const refs: Refs = {
    card: (entry) => ({ path: entry.path, key: [entry.card, byline(entry)].join('') }),
    story(entry) {
      let key = entry.digest + byline(entry) + (sections.get(entry.section) ?? '');
      if (entry.series !== undefined) key += series.get(entry.series) ?? '';
      for (const id of entry.contributors) key += authors.get(id) ?? '';
      for (const slug of entry.topics) key += topics.get(topicIds.get(slug) ?? slug) ?? '';
      return {
        path: entry.path,
        key: [key, ''].join(''),
        modified: modifiedAt(entry, edition),
        ended: entry.ends !== undefined && entry.ends <= at,
      };
    },
    cards(own, places) {
      let all = cards.get(own);
      if (all === undefined) cards.set(own, (all = own.stories.map((entry) => refs.card(entry))));
      const found: CardRef[] = [];
      for (const place of places) {
        const ref = all[place];
        if (ref !== undefined) found.push(ref);
      }
      return found;
    },
    row(name) {
      const ref = refs.rowIfAny(name);
      if (ref === null) throw new RangeError(`There is no row ${name}.`);
      return ref;
    },
    rowIfAny(name) {
      let ref = rows.get(name);
      if (ref !== undefined) return ref;
      const key = digests.get(name);
      if (key === undefined) return null;
      rows.set(name, (ref = { row: name, key }));
      return ref;
    },
  };
  return refs;
}

/** What each row of a collection adds to the key of a story that names it, by its id. */
function digestsOf(digests: ReadonlyMap<string, string>, collection: string): Map<string, string> {
  const prefix = `${collection}/`;
  const found = new Map<string, string>();
  for (const [name, digest] of digests) {
    if (name.startsWith(prefix)) found.set(name.slice(prefix.length), `.${digest}`);
  }
  return found;
}
