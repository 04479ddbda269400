/** Reads what has an id and a file of its own: authors, sections, series, topics, and front pages. */
import { reservedFault, slugFault } from '../addresses.ts';
import { suggest } from '../problems.ts';
import type { Author } from '../schema/author.ts';
import type { Section } from '../schema/section.ts';
import type { Topic } from '../schema/topic.ts';
import { nameOf } from './names.ts';
import { fault, placeOf, plainPicture, readYaml } from './reader.ts';
import type { Made, Reading } from './reader.ts';
import type { Content, NamedRow } from './rows.ts';
import { schemas } from './schemas.ts';

/** The folders of such files. */
export type NamedPlace = 'authors' | 'sections' | 'series' | 'topics';

/** Reads one of them; undefined when nothing can be made of it. */
export async function readNamed(
  reading: Reading,
  place: NamedPlace,
  file: string,
): Promise<Made<NamedRow<Author | Section | Topic>> | undefined> {
  const id = nameOf(file);
  const where = { file, line: 1, field: 'path', value: id };
  const wrong = slugFault(id);
  if (wrong !== undefined) {
    fault(reading, where, `has a name that cannot be an id: it ${wrong}`, 'rename the file');
    return undefined;
  }
  const reserved =
    place === 'sections' ? reservedFault(id, { ...reading.rules, permalinks: 'file' }) : undefined;
  if (reserved !== undefined) {
    const message = `has a name that is taken: it ${reserved}`;
    fault(reading, where, message, 'give the section another id');
  }
  const read = readYaml(reading, file, schemas[place]);
  if (read === undefined || read.faulty.size > 0) return undefined;
  reading.digests.set(file, read.digest);
  const { data, source } = read;
  const [field, written] = 'photo' in data ? ['photo', data.photo] : ['picture', pictureOf(data)];
  const picture = await plainPicture(reading, written, placeOf(file, source, [field]));
  return { row: { id, data, picture }, whole: true };
}

function pictureOf(data: Author | Section | Topic): string | undefined {
  return 'picture' in data ? data.picture : undefined;
}

/** Reads what the desk put on a front page; undefined when nothing can be made of it. */
export function readFront(
  reading: Reading,
  file: string,
): Made<Content['fronts'][number]> | undefined {
  const language = nameOf(file);
  if (!isLanguage(reading, file, language)) return undefined;
  const read = readYaml(reading, file, schemas.fronts);
  if (read === undefined) return undefined;
  reading.digests.set(file, read.digest);
  return { row: { language, data: read.data }, whole: true };
}

/** Whether a file is of a language of the paper; an error where not. */
export function isLanguage(reading: Reading, file: string, language: string): boolean {
  const { languages } = reading.rules;
  if (languages.includes(language)) return true;
  fault(
    reading,
    { file, line: 1, field: 'path', value: language },
    'is of a language that the publication does not have',
    suggest(language, languages),
  );
  return false;
}
