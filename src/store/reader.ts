/** What every reader of a kind of content needs: the files, the paper's rules, a place for problems. */
import type { z } from 'astro/zod';
import type { Problem } from '../problems.ts';
import { suggest } from '../problems.ts';
import type { Publication } from '../schema/publication.ts';
import { parseMoment } from '../time.ts';
import type { Instant } from '../time.ts';
import { filesBeside, readText, resolveFile } from './folder.ts';
import type { Folder } from './folder.ts';
import type { PictureUse } from './rows.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml.ts';
import type { FieldPath, PositionedData } from './yaml.ts';

/** The state of one reading of a content folder. */
export interface Reading {
  folder: Folder;
  publication: Publication;
  problems: Problem[];
  /** Pictures that something refers to, by file, with the first place that does. */
  pictures: Map<string, { file: string; line: number; field: string; value: string }>;
  /** Sidecars that have been read, by file: a picture can be used more than once. */
  sidecars: Map<string, PictureWords | undefined>;
}

/** The words about a picture, as front matter or a sidecar has them. */
export interface PictureWords {
  alt?: string | undefined;
  decorative?: boolean | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  licence?: string | undefined;
  focus?: [number, number] | undefined;
}

/** Where something stands: for problems. */
export interface Place {
  file: string;
  line: number;
  field: string;
  value?: string | undefined;
}

/** Adds an error at a place. */
export function fault(reading: Reading, place: Place, message: string, mend: string): void {
  reading.problems.push({ severity: 'error', ...place, message, mend });
}

/** Adds a warning at a place. */
export function warn(reading: Reading, place: Place, message: string, mend: string): void {
  reading.problems.push({ severity: 'warning', ...place, message, mend });
}

/** The place of a field of a file. */
export function placeOf(file: string, source: PositionedData, path: FieldPath): Place {
  const field = path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`,
    '',
  );
  return { file, line: source.lineOf(path), field, value: source.sourceOf(path) };
}

/** A YAML file; with `faulty` fields it is fit for checks only. */
export interface ReadYaml<Data> {
  data: Data;
  faulty: ReadonlySet<string>;
  source: PositionedData;
}

/** Reads and checks a YAML file. */
export async function readYaml<Schema extends z.ZodType>(
  reading: Pick<Reading, 'folder' | 'problems'>,
  file: string,
  schema: Schema,
  standIns?: Record<string, unknown>,
): Promise<ReadYaml<z.output<Schema>> | undefined> {
  const { text, problem } = await readText(reading.folder, file);
  if (problem !== undefined) {
    reading.problems.push(problem);
    return undefined;
  }
  const source = parseYaml(text.startsWith('\ufeff') ? text.slice(1) : text, file);
  const { data, faulty, problems } = validate(schema, source, file, standIns);
  reading.problems.push(...problems);
  return data === undefined ? undefined : { data, faulty, source };
}

/** The instant of a moment field; a fault is reported and undefined given back. */
export function readMoment(reading: Reading, text: string, place: Place): Instant | undefined {
  const moment = parseMoment(text, reading.publication.timeZone);
  if (typeof moment === 'number') return moment;
  fault(reading, place, moment.message, moment.mend);
  return undefined;
}

/**
 * Finds the picture that `reference` names and notes that it is used. Undefined, and an error,
 * when there is none.
 */
export function findPicture(reading: Reading, reference: string, place: Place): string | undefined {
  const file = resolveFile(reading.folder, place.file, reference);
  if (file === undefined) {
    fault(reading, place, 'leads out of the content folder', 'put the picture beside the story');
    return undefined;
  }
  if (!reading.folder.files.has(file)) {
    const start = reference.slice(0, reference.lastIndexOf('/') + 1) || './';
    const beside = filesBeside(reading.folder, file)
      .filter((name) => !/\.(md|ya?ml)$/.test(name))
      .map((name) => `${start}${name}`);
    fault(reading, place, 'is a picture that is not there', suggest(reference, beside));
    return undefined;
  }
  if (!reading.pictures.has(file)) {
    reading.pictures.set(file, { ...place, value: place.value ?? reference });
  }
  return file;
}

/**
 * A picture where it is used. `alt` and `credit` are demanded: an error, or a warning in a story
 * older than the publication's `strictFrom`.
 */
export function usePicture(
  reading: Reading,
  reference: string,
  words: PictureWords,
  place: Place,
  strict: boolean,
): PictureUse | undefined {
  const file = findPicture(reading, reference, place);
  if (file === undefined) return undefined;
  const complain = strict ? fault : warn;
  const alt = words.alt?.trim() ?? '';
  if (words.decorative !== true && alt === '') {
    complain(
      reading,
      { ...place, value: reference },
      'has no `alt`: what the picture shows, for those who do not see it',
      'add `alt: …`, or `decorative: true` when it adds nothing to the text',
    );
  }
  if (words.credit === undefined || words.credit.trim() === '') {
    complain(
      reading,
      { ...place, value: reference },
      'has no `credit`: who made the picture',
      'add `credit: …`',
    );
  }
  return {
    file,
    alt: words.decorative === true ? '' : alt,
    caption: words.caption,
    credit: words.credit,
    licence: words.licence,
    focus: words.focus,
  };
}

/** Reports a name that is not among those that exist. Gives back whether it exists. */
export function mustExist(
  reading: Reading,
  name: string,
  known: ReadonlySet<string>,
  what: string,
  place: Place,
): boolean {
  if (known.has(name)) return true;
  fault(
    reading,
    { ...place, value: name },
    `names ${what} that does not exist`,
    suggest(name, known),
  );
  return false;
}
