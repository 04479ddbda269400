/** Reads the paper itself: `publication.yaml`, the pictures that it names, `theme.css`, `public/`. */
import { hasLocale, localeFor } from '../locales/locales.ts';
import type { Problem } from '../problems.ts';
import { suggest } from '../problems.ts';
import type { Publication } from '../schema/publication.ts';
import { isTimeZone } from '../time.ts';
import { walkFolder } from './folder.ts';
import type { Folder } from './folder.ts';
import { readTheme } from './read-theme.ts';
import {
  beginReading,
  fault,
  placeOf,
  plainPicture,
  readingRules,
  readMoment,
  readYaml,
  warn,
} from './reader.ts';
import type { FoundProblem, Reading, ReadYaml } from './reader.ts';
import type { PictureFile, PublicationRow } from './rows.ts';
import { schemas } from './schemas.ts';
import type { Shelf } from './shelf.ts';

/** The file that makes a folder a paper. */
export const PAPER_FILE = 'publication.yaml';

/** What stands for a faulty field of `publication.yaml`, so that everything else can be checked. */
const STAND_INS = {
  id: 'paper.invalid,2000',
  name: '—',
  description: '—',
  url: 'https://paper.invalid',
  timeZone: 'UTC',
  defaultLanguage: 'en',
  languages: ['en'],
  strictFrom: '9999-01-01',
};

/** The fields by which all others are read: what stands for these leads to nothing that is true. */
const RULES = ['timeZone', 'defaultLanguage', 'languages'] as const;

/** `publication.yaml` as it is read. */
export interface ReadPaper extends ReadYaml<Publication> {
  /** Whether anything can be read by its rules. */
  sound: boolean;
}

/** Reads `publication.yaml`; undefined when nothing can be made of it. */
export function readPaper(folder: Folder, problems: Problem[]): ReadPaper | undefined {
  if (!folder.has(PAPER_FILE)) {
    const mend = 'see docs/content-reference.md';
    problems.push({ severity: 'error', file: PAPER_FILE, message: 'is missing', mend });
    return undefined;
  }
  const paper = readYaml({ folder, problems }, PAPER_FILE, schemas.publication, STAND_INS);
  if (paper === undefined) return undefined;
  return { ...paper, sound: checkPaper({ rules: readingRules(paper.data), problems }, paper) };
}

/** Its row, of what the folder and `public/` have beside it. */
export async function paperRow(
  folder: Folder,
  paper: ReadPaper,
  shelf: Shelf,
  publicFolder: string,
): Promise<{
  row: PublicationRow;
  problems: FoundProblem[];
  /** The pictures that it names. */
  pictures: readonly PictureFile[];
}> {
  const { data, source } = paper;
  const reading = beginReading(folder, readingRules(data), shelf);
  const publicFiles = listPublic(publicFolder, reading.problems);
  const picture = (written: string | undefined, ...field: string[]) =>
    plainPicture(reading, written, placeOf(PAPER_FILE, source, field));
  const row: PublicationRow = {
    data,
    origin: new URL(data.url).href.replace(/\/+$/, ''),
    logo: await picture(data.logo, 'logo'),
    icon: await picture(data.icon, 'icon'),
    nameplate: await picture(data.design?.nameplate, 'design', 'nameplate'),
    filled: [],
    theme: await readTheme(reading),
    publicFiles,
  };
  return { row, problems: reading.problems, pictures: [...reading.pictures.values()] };
}

/** The files of `public/` as addresses; none where there is no such folder. */
function listPublic(publicFolder: string, problems: Problem[]): string[] {
  let folder: Folder;
  try {
    folder = walkFolder(publicFolder, true);
  } catch {
    return [];
  }
  problems.push(
    ...folder.problems.map((problem) => ({ ...problem, file: `public/${problem.file}` })),
  );
  return [...folder.files].map((file) => `/${file}`);
}

/** The rules of `publication.yaml` that its schema cannot say. False when nothing can be read. */
function checkPaper(
  reading: Pick<Reading, 'rules' | 'problems'>,
  { data, source, faulty }: ReadYaml<Publication>,
): boolean {
  const at = (...path: (string | number)[]) => placeOf(PAPER_FILE, source, path);
  let sound = !RULES.some((field) => faulty.has(field));
  const hasTimeZone = isTimeZone(data.timeZone);
  if (!hasTimeZone) {
    const zones = Intl.supportedValuesOf('timeZone');
    fault(reading, at('timeZone'), 'is no time zone', suggest(data.timeZone, zones));
    sound = false;
  }
  const hasLanguages = !faulty.has('languages');
  if (
    hasLanguages &&
    !faulty.has('defaultLanguage') &&
    !data.languages.includes(data.defaultLanguage)
  ) {
    fault(
      reading,
      at('defaultLanguage'),
      'is not among the `languages`',
      suggest(data.defaultLanguage, data.languages),
    );
    sound = false;
  }
  if (hasTimeZone) {
    for (const [moment, ...field] of [
      [data.strictFrom, 'strictFrom'],
      [data.publisher?.foundingDate, 'publisher', 'foundingDate'],
      [data.security?.expires, 'security', 'expires'],
    ] as const) {
      if (moment !== undefined) readMoment(reading, moment, at(...field));
    }
  }
  // Folders of two languages that differ in capitals would be one on many hosts.
  if (new Set(data.languages.map((tag) => tag.toLowerCase())).size !== data.languages.length) {
    fault(reading, at('languages'), 'names a language twice', 'keep one of the two');
  }
  data.languages.forEach((language, index) => {
    if (hasLocale(language)) return;
    const lender = localeFor(language, data.defaultLanguage).language;
    warn(
      reading,
      at('languages', index),
      `is a language in which the press has no words, so its pages borrow those of \`${lender}\``,
      'translate src/locales/en.ts and add it to src/locales/locales.ts',
    );
  });
  for (const field of ['name', 'description', 'shortName'] as const) {
    const words = data[field];
    if (words === undefined || !hasLanguages || faulty.has(field)) continue;
    if (typeof words === 'string') {
      if (data.languages.length > 1) {
        fault(
          reading,
          at(field),
          'is one text, in a paper of several languages',
          `write one for each: { ${data.languages.map((language) => `${language}: …`).join(', ')} }`,
        );
      }
      continue;
    }
    for (const language of data.languages) {
      if (words[language] === undefined) {
        fault(reading, at(field), `has no text for \`${language}\``, `add \`${language}: …\``);
      }
    }
  }
  return sound;
}
