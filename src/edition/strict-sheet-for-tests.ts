/** A sheet that shows a unit what its digest covers, and throws at everything else. */
import type { Archive, StoryEntry } from '../store/archive.ts';
import type { Sheet } from './sheet.ts';
import { idsOfTopics } from './topics.ts';
import type { Unit } from './unit.ts';

/** The names of rows that a unit may ask for: `stories/en/2025/02/a`, `cards/…`, `authors/anna`. */
export function coveredRows({ entries, topics }: Archive, unit: Unit): Set<string> {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const topicIds = idsOfTopics(topics);
  const names = new Set<string>();
  const add = (collection: string, ids: readonly string[]) => {
    for (const id of ids) names.add(`${collection}/${id}`);
  };
  const addStory = (entry: StoryEntry) => {
    add('stories', [entry.path]);
    add('authors', [...entry.authors, ...entry.contributors]);
    add('sections', [entry.section]);
    add('series', entry.series === undefined ? [] : [entry.series]);
    add(
      'topics',
      entry.topics.map((slug) => topicIds.get(slug) ?? slug),
    );
  };
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if ('row' in value && typeof value.row === 'string') names.add(value.row);
    else if ('key' in value && 'path' in value && typeof value.path === 'string') {
      const entry = byPath.get(value.path);
      if (entry === undefined) throw new RangeError(`There is no story ${value.path}.`);
      const isStory = 'modified' in value;
      if (isStory || 'live' in value) {
        add('cards', [entry.path]);
        add('authors', entry.authors);
      }
      if (isStory) addStory(entry);
    } else for (const inner of Object.values(value)) walk(inner);
  };
  walk(unit.inputs);
  return names;
}

/** The sheet for one unit. */
export function strictSheet(sheet: Sheet, archive: Archive, unit: Unit): Sheet {
  const names = coveredRows(archive, unit);
  const check = (name: string) => {
    if (!names.has(name))
      throw new RangeError(`"${unit.key}" asks for ${name}, unseen by its digest.`);
  };
  /** A row that is not there has no digest; whether it is there, every key of a story says. */
  const byId =
    <Row>(collection: string, get: (id: string) => Row) =>
    (id: string) => {
      const row = get(id);
      if (row !== undefined) check(`${collection}/${id}`);
      return row;
    };
  return {
    ...sheet,
    story(ref) {
      check(`stories/${ref.path}`);
      return sheet.story(ref);
    },
    card(ref) {
      check(`cards/${ref.path}`);
      return sheet.card(ref);
    },
    author: byId('authors', (id) => sheet.author(id)),
    section: byId('sections', (id) => sheet.section(id)),
    series: byId('series', (id) => sheet.series(id)),
    topic: byId('topics', (id) => sheet.topic(id)),
    page(ref) {
      check(ref.row);
      return sheet.page(ref);
    },
    appeal(ref) {
      check(ref.row);
      return sheet.appeal(ref);
    },
  };
}
