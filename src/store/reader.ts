/** What every reader of a kind of content needs: the files, the paper's rules, a place for problems. */
import { hash } from 'node:crypto';
import type { z } from 'astro/zod';
import type { Problem } from '../problems.ts';
import { suggest } from '../problems.ts';
import type { Publication } from '../schema/publication.ts';
import { parseMoment } from '../time.ts';
import type { Instant } from '../time.ts';
import { filesBeside, readText, resolveFile } from './folder.ts';
import type { Folder } from './folder.ts';
import type { PictureFile, PictureUse } from './rows.ts';
import type { PictureWords, Shelf } from './shelf.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml.ts';
import type { FieldPath, PositionedData } from './yaml.ts';

/**
 * All of `publication.yaml` that the reading of other files depends on. What is read is kept until
 * one of these changes, so no reader may see more of it.
 */
export type ReadingRules = Pick<
  Publication,
  'timeZone' | 'languages' | 'defaultLanguage' | 'strictFrom' | 'url' | 'formerUrls'
>;

/** The rules of a paper. */
export function readingRules(publication: Publication): ReadingRules {
  const { timeZone, languages, defaultLanguage, strictFrom, url, formerUrls } = publication;
  return { timeZone, languages, defaultLanguage, strictFrom, url, formerUrls };
}

/** A problem that a reader found. */
export interface FoundProblem extends Problem {
  /** The file that is at fault, where others use it: such a problem is told of the first of them. */
  of?: string;
}

/** The reading of one file, and of those that it uses. */
export interface Reading {
  folder: Pick<Folder, 'root' | 'names' | 'has'>;
  rules: ReadingRules;
  problems: FoundProblem[];
  /** Pictures and sidecars, which others use too. */
  shelf: Shelf;
  /** Other files on which the result depends, there or not. */
  uses: Set<string>;
  /** SHA-256 of the files that were looked into, hex. */
  digests: Map<string, string>;
  /** The pictures among them. */
  pictures: Map<string, PictureFile>;
}

/** A row that a reader made. */
export interface Made<Row> {
  row: Row;
  /** False where something stands in it for what could not be read: then it is for checks only. */
  whole: boolean;
}

/** Begins the reading of a file. */
export function beginReading(folder: Folder, rules: ReadingRules, shelf: Shelf): Reading {
  const uses = new Set<string>();
  const { root, names } = folder;
  const has = (file: string) => {
    uses.add(file);
    return folder.has(file);
  };
  return {
    folder: { root, names, has },
    rules,
    problems: [],
    shelf,
    uses,
    digests: new Map(),
    pictures: new Map(),
  };
}

/** Where something stands: for problems. */
export interface Place {
  file: string;
  line: number;
  field: string;
  value?: string | undefined;
}

/** Takes problems. */
type Problems = Pick<Reading, 'problems'>;

/** Adds an error at a place. */
export function fault(reading: Problems, place: Place, message: string, mend: string): void {
  reading.problems.push({ severity: 'error', ...place, message, mend });
}

/** Adds a warning at a place. */
export function warn(reading: Problems, place: Place, message: string, mend: string): void {
  reading.problems.push({ severity: 'warning', ...place, message, mend });
}

/** The place of a field of a file; it is looked up when something is wrong there, which is rare. */
export function placeOf(file: string, source: PositionedData, path: FieldPath): Place {
  return {
    file,
    get line() {
      return source.lineOf(path);
    },
    get field() {
      return fieldName(path);
    },
    get value() {
      return source.sourceOf(path);
    },
  };
}

/** `lead.alt`, `topics[2]`. */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`,
    '',
  );
}

/** A YAML file; with `faulty` fields it is fit for checks only. */
export interface ReadYaml<Data> {
  data: Data;
  faulty: ReadonlySet<string>;
  source: PositionedData;
  /** SHA-256 of the file, hex. */
  digest: string;
}

/** Reads and checks a YAML file. */
export function readYaml<Schema extends z.ZodType>(
  reading: Problems & { folder: Pick<Folder, 'root'> },
  file: string,
  schema: Schema,
  standIns?: Record<string, unknown>,
): ReadYaml<z.output<Schema>> | undefined {
  const { text, bytes, problem } = readText(reading.folder, file);
  if (problem !== undefined) {
    reading.problems.push(problem);
    return undefined;
  }
  const source = parseYaml(text.startsWith('\ufeff') ? text.slice(1) : text, file);
  const { data, faulty, problems } = validate(schema, source, file, standIns);
  reading.problems.push(...problems);
  return data === undefined ? undefined : { data, faulty, source, digest: sha256(bytes) };
}

/** SHA-256, hex. */
export function sha256(bytes: Buffer | string): string {
  return hash('sha256', bytes, 'hex');
}

/** The instant of a moment field; a fault is reported and undefined given back. */
export function readMoment(
  reading: Pick<Reading, 'problems' | 'rules'>,
  text: string,
  place: Place,
): Instant | undefined {
  const moment = parseMoment(text, reading.rules.timeZone);
  if (typeof moment === 'number') return moment;
  fault(reading, place, moment.message, moment.mend);
  return undefined;
}

/** The file of the picture that `reference` names. Undefined, and an error, when there is none. */
function findPicture(reading: Reading, reference: string, place: Place): string | undefined {
  const file = resolveFile(reading.folder, place.file, reference);
  if (file === undefined) {
    fault(reading, place, 'leads out of the content folder', 'put the picture beside the story');
    return undefined;
  }
  if (reading.folder.has(file)) return file;
  const start = reference.slice(0, reference.lastIndexOf('/') + 1) || './';
  const beside = filesBeside(reading.folder, file)
    .filter((name) => !/\.(md|ya?ml)$/.test(name))
    .map((name) => `${start}${name}`);
  fault(reading, place, 'is a picture that is not there', suggest(reference, beside));
  return undefined;
}

/** What a picture file is. Undefined, and an error, when it cannot be printed. */
async function lookAt(
  reading: Reading,
  file: string,
  reference: string,
  place: Place,
): Promise<PictureFile | undefined> {
  const found = await reading.shelf.picture(file);
  if (!('fault' in found)) {
    reading.digests.set(file, found.digest);
    reading.pictures.set(file, found);
    return found;
  }
  if (!reading.problems.some(({ of }) => of === file)) {
    reading.problems.push({
      severity: 'error',
      ...place,
      value: place.value ?? reference,
      message: found.fault,
      mend: 'save it again as JPEG, PNG or WebP',
      of: file,
    });
  }
  return undefined;
}

/** What the sidecar of a picture says; its problems are the reading's. */
export function readSidecar(reading: Reading, sidecar: string): PictureWords | undefined {
  const { words, problems, digest } = reading.shelf.sidecar(sidecar);
  if (digest !== undefined) reading.digests.set(sidecar, digest);
  if (!reading.problems.some(({ of }) => of === sidecar)) {
    reading.problems.push(...problems.map((problem) => ({ ...problem, of: sidecar })));
  }
  return words;
}

/**
 * A picture where it is used. `alt` and `credit` are demanded: an error, or a warning in a story
 * older than the publication's `strictFrom`.
 */
export async function usePicture(
  reading: Reading,
  reference: string,
  words: PictureWords,
  place: Place,
  strict: boolean,
): Promise<PictureUse | undefined> {
  const file = findPicture(reading, reference, place);
  if (file === undefined) return undefined;
  const complain = strict ? fault : warn;
  const sidecar = `${file.slice(file.lastIndexOf('/') + 1)}.yaml`;
  const mendWith = (field: string) =>
    place.field === 'picture'
      ? `write \`${field}: …\` in ${sidecar} beside the picture, or under \`pictures\` of the story`
      : `add \`${field}: …\``;
  const alt = words.alt?.trim() ?? '';
  if (words.decorative !== true && alt === '') {
    complain(
      reading,
      { ...place, value: reference },
      'has no `alt`: what the picture shows, for those who do not see it',
      `${mendWith('alt')}, or \`decorative: true\` when it adds nothing to the text`,
    );
  }
  if (words.credit === undefined || words.credit.trim() === '') {
    complain(
      reading,
      { ...place, value: reference },
      'has no `credit`: who made the picture',
      mendWith('credit'),
    );
  }
  const picture = await lookAt(reading, file, reference, place);
  return (
    picture && {
      ...picture,
      alt: words.decorative === true ? '' : alt,
      caption: words.caption,
      credit: words.credit,
      licence: words.licence,
      focus: words.focus,
    }
  );
}

/** A portrait or emblem: its words are the name beside it, so it needs none of its own. */
export async function plainPicture(
  reading: Reading,
  reference: string | undefined,
  place: Place,
): Promise<PictureUse | undefined> {
  if (reference === undefined) return undefined;
  const file = findPicture(reading, reference, place);
  if (file === undefined) return undefined;
  const picture = await lookAt(reading, file, reference, place);
  if (picture === undefined) return undefined;
  return {
    ...picture,
    alt: '',
    caption: undefined,
    credit: undefined,
    licence: undefined,
    focus: undefined,
  };
}
