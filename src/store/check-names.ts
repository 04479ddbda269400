/** The checks of names: an author, section, series, story or page that is named must exist. */
import { STANDING_PAGES, toSlug } from '../addresses.ts';
import { suggest } from '../problems.ts';
import type { StoryEntry } from './archive.ts';
import type { Check } from './check.ts';
import { readText } from './folder.ts';
import type { Folder } from './folder.ts';
import { lazily } from './lazily.ts';
import type { Names } from './names.ts';
import { nameOf } from './names.ts';
import { fault, fieldName, placeOf } from './reader.ts';
import type { Place, Reading } from './reader.ts';
import { PAPER_FILE } from './read-paper.ts';
import { indexOf } from './stories.ts';
import type { Say } from './suspects.ts';
import { parseYaml } from './yaml.ts';
import type { FieldPath, PositionedData } from './yaml.ts';

type Problems = Pick<Reading, 'problems'>;

/** Reports a name that is not among those that exist. Gives back whether it exists. */
function mustExist(
  reading: Problems,
  name: string,
  known: ReadonlySet<string>,
  what: string,
  place: () => Place,
  meant?: (name: string, file: string) => string | undefined,
): boolean {
  if (known.has(name)) return true;
  const means = meant?.(name, place().file);
  const mend = means === undefined ? suggest(name, known) : `write ${means}`;
  fault(reading, { ...place(), value: name }, `names ${what} that does not exist`, mend);
  return false;
}

/**
 * Tells the path of the story or page that is meant by the name of its file, or by its address, which
 * stand in `file`.
 */
function pathMeant({ references }: Pick<Check, 'references'>, kind: 'article' | 'page') {
  const folder = kind === 'article' ? 'articles' : 'pages';
  return (written: string, file: string): string | undefined => {
    const name = written.replace(/^(?:\.?\/)?content\//, '');
    const tries: [href: string, from: string][] = [
      [name, file],
      [name, ''],
      [`${folder}/${name}`, ''],
      [`/${name}`, ''],
      [`${name}.md`, file],
    ];
    for (const [href, from] of tries) {
      const found = references.resolve(href, from);
      if (found.kind === 'inside' && found.target.kind === kind) return found.target.path;
    }
    return undefined;
  };
}

/** Finds the stories that name what may not exist. */
export function checkStoryNames(check: Check): void {
  const { stories, names, faulty, scope, suspects } = check;
  const { authors, sections, series } = names;
  const { entries } = stories;
  const paths = lazily(() => new Set(entries.map(({ path }) => path)));
  // For a few stories all others are not gathered.
  const isStory =
    scope.stories === undefined
      ? (path: string) => paths().has(path)
      : (path: string) => indexOf(entries, path) !== -1;
  const say = sayNames(names, pathMeant(check, 'article'));
  const isSound = (entry: StoryEntry): boolean =>
    sections.has(entry.section) &&
    areIn(entry.authors, authors) &&
    areIn(entry.contributors, authors) &&
    (entry.series === undefined || series.has(entry.series)) &&
    (entry.related.length === 0 ||
      (entry.related.every(isStory) && !entry.related.includes(entry.path))) &&
    (entry.translationOf === undefined ||
      (languageOf(entry.translationOf) !== entry.language && isStory(entry.translationOf)));
  for (const index of scope.stories ?? entries.keys()) {
    const entry = entries[index];
    if (entry !== undefined && !isSound(entry)) suspects.add(index, say);
  }
  for (const index of faulty) suspects.add(index, say);
}

function areIn(some: readonly string[], all: ReadonlySet<string>): boolean {
  for (const one of some) if (!all.has(one)) return false;
  return true;
}

/** The language of a story or page: its path begins with it. */
export function languageOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

/** Says of a story which of its names do not exist. */
function sayNames(names: Names, meant: ReturnType<typeof pathMeant>): Say {
  return (suspect, problems) => {
    const text = suspect.text();
    if (text === undefined) return;
    const reading = { problems };
    const { data } = text;
    const at =
      (...path: (string | number)[]) =>
      () =>
        suspect.at(...path);
    data.authors?.forEach((author, index) =>
      mustExist(reading, author, names.authors, 'an author', at('authors', index)),
    );
    if (!text.faulty.has('section')) {
      mustExist(reading, data.section, names.sections, 'a section', at('section'));
    }
    if (data.series !== undefined) {
      mustExist(reading, data.series, names.series, 'a series', at('series'));
    }
    data.related?.forEach((other, index) => {
      const place = at('related', index);
      mustExist(reading, other, names.articles, 'a story', place, meant);
      if (other === suspect.entry.path) {
        fault(reading, place(), 'is this story itself', 'remove it');
      }
    });
    if (data.translationOf !== undefined) {
      const { translationOf: original } = data;
      const place = at('translationOf');
      const exists = mustExist(reading, original, names.articles, 'a story', place, meant);
      if (exists && languageOf(original) === suspect.entry.language) {
        const mend = 'name the original under its own language: en/2025/02/slug';
        fault(reading, place(), 'is a story in the same language', mend);
      }
    }
    for (const update of text.body.updates) {
      if (update.author === undefined) continue;
      const place = { file: suspect.file, line: update.line, field: 'author' };
      mustExist(reading, update.author, names.authors, 'an author', () => place);
    }
  };
}

/** Finds the pages and messages that name what does not exist. */
export function checkTextNames(check: Check): void {
  const { names, places, suspects } = check;
  const meant = pathMeant(check, 'page');
  for (const { data, facts } of places.pages) {
    const { translationOf: original } = data;
    if (original === undefined) continue;
    if (names.pages.has(original) && languageOf(original) !== facts.language) continue;
    suspects.addOther((reread, problems) => {
      const { file, language } = facts;
      const place = placeIn(file, reread.page(file, language)?.source, ['translationOf']);
      if (!mustExist({ problems }, original, names.pages, 'a page', () => place, meant)) return;
      fault(
        { problems },
        place,
        'is a page in the same language',
        'name the original under its own language: en/about',
      );
    });
  }
  for (const { data, facts } of places.appeals) {
    const sections = data.sections ?? [];
    if (sections.every((name) => names.sections.has(name))) continue;
    suspects.addOther((reread, problems) => {
      const { file, language } = facts;
      const source = reread.appeal(file, language)?.source;
      sections.forEach((name, index) =>
        mustExist({ problems }, name, names.sections, 'a section', () =>
          placeIn(file, source, ['sections', index]),
        ),
      );
    });
  }
}

/** Where a field of a text stands, which is read again where that is possible. */
export function placeIn(file: string, source: PositionedData | undefined, path: FieldPath): Place {
  return source === undefined
    ? { file, line: 1, field: fieldName(path) }
    : placeOf(file, source, path);
}

/** The names in `publication.yaml`. */
export function checkPublicationNames(check: Check): void {
  const { data, source } = check.paper;
  const { sections } = check.names;
  const pages = lazily(
    () =>
      new Set<string>([
        ...[...check.names.pages].map((path) => path.slice(path.indexOf('/') + 1)),
        ...STANDING_PAGES,
      ]),
  );
  const at =
    (...path: (string | number)[]) =>
    () =>
      placeOf(PAPER_FILE, source, path);
  const once = (names: readonly string[], name: string, index: number, place: () => Place) => {
    if (names.indexOf(name) === index) return;
    fault(check, { ...place(), value: name }, 'stands there twice', 'keep one of the two');
  };
  data.navigation?.forEach((name, index, names) => {
    mustExist(check, name, sections, 'a section', at('navigation', index));
    once(names, name, index, at('navigation', index));
  });
  data.footer?.forEach((name, index, names) => {
    mustExist(check, name, pages(), 'a page', at('footer', index));
    once(names, name, index, at('footer', index));
  });
  for (const [policy, name] of Object.entries(data.policies ?? {})) {
    if (name === undefined) continue;
    mustExist(check, name, pages(), 'a page', at('policies', policy));
  }
}

/** The names of topics: one that two topics have would lead to either of them. */
export function checkTopicNames({ folder, places, problems }: Check): void {
  const owners = new Map(places.topics.map(({ id }) => [id, id]));
  for (const { id, data } of places.topics) {
    const file = fileOfRow(folder, 'topics', id);
    const source = sourceOf(folder, file);
    const claim = (word: string, ...field: FieldPath) => {
      const slug = toSlug(word);
      const owner = owners.get(slug);
      owners.set(slug, owner ?? id);
      if (owner === undefined || owner === id) return;
      fault(
        { problems },
        placeOf(file, source(), field),
        `is a name of the topic ${owner} too`,
        'keep it with one of the two',
      );
    };
    if (typeof data.name === 'string') claim(data.name, 'name');
    else for (const [language, name] of Object.entries(data.name)) claim(name, 'name', language);
    data.aliases?.forEach((alias, index) => {
      claim(alias, 'aliases', index);
    });
  }
}

/** The stories that the desk put on front pages. */
export function checkFronts(check: Check): void {
  const { folder, names, places, stories } = check;
  const meant = pathMeant(check, 'article');
  for (const { language, data } of places.fronts) {
    const file = fileOfRow(folder, 'front', language);
    const source = sourceOf(folder, file);
    const look = (path: string, ...field: (string | number)[]) => {
      const place = () => placeOf(file, source(), field);
      const index = indexOf(stories.entries, path);
      if (index === -1 && !mustExist(check, path, names.articles, 'a story', place, meant)) return;
      const other = stories.entries[index]?.language ?? language;
      if (other !== language) {
        fault(check, place(), 'is a story in another language', `name one from ${language}/`);
      }
    };
    if (data.lead !== undefined) look(data.lead, 'lead');
    data.picks?.forEach((path, index) => look(path, 'picks', index));
  }
}

/** A YAML file with its lines, read again where something is wrong with it. */
function sourceOf(folder: Folder, file: string): () => PositionedData {
  return lazily(() => parseYaml(readText(folder, file).text.replace(/^\ufeff/, ''), file));
}

function fileOfRow(folder: Folder, place: 'front' | 'topics', id: string): string {
  const names = (folder.names.get(place) ?? []).map((name) => `${place}/${name}`);
  return names.find((file) => nameOf(file) === id) ?? `${place}/${id}.yaml`;
}
