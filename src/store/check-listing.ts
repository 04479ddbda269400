/** The checks of names of files alone: what nothing reads, and what is there twice. */
import { suggest } from '../problems.ts';
import type { Folder } from './folder.ts';
import { isOfTexts, placeOfItem, PLACES, READING_ORDER } from './items.ts';
import type { Place } from './items.ts';
import { PICTURE_ENDING } from './picture-files.ts';
import { nameOf } from './names.ts';
import { PAPER_FILE } from './read-paper.ts';
import { fault, warn } from './reader.ts';
import type { Reading } from './reader.ts';

type Problems = Pick<Reading, 'problems'>;

/** Runs both; what is wrong is added to the problems. */
export function checkListing(reading: Problems, folder: Folder): void {
  checkTwice(reading, folder);
  checkStrayFiles(reading, folder);
}

/** One thing in two files, which differ in their endings. */
function checkTwice(reading: Problems, folder: Folder): void {
  for (const place of READING_ORDER) {
    if (isOfTexts(place)) continue;
    for (const [at, names] of folder.names) {
      if (at !== place && !at.startsWith(`${place}/`)) continue;
      const seen = new Set<string>();
      for (const name of names) {
        const file = `${at}/${name}`;
        if (placeOfItem(file) === undefined) continue;
        const value = nameOf(file);
        if (seen.has(value)) {
          const where = { file, line: 1, field: 'path', value };
          fault(reading, where, 'exists twice, as .yaml and .yml', 'keep one of the two');
        }
        seen.add(value);
      }
    }
  }
}

/** Files that nothing will ever read: mistyped folders and endings. */
function checkStrayFiles(reading: Problems, folder: Folder): void {
  const stray = new Set<string>();
  for (const [at, names] of folder.names) {
    const slash = at.indexOf('/');
    const first = slash === -1 ? at : at.slice(0, slash);
    if (at === '') checkTop(reading, names);
    else if (Object.hasOwn(PLACES, first)) checkNames(reading, folder, at, first as Place);
    else if (names.length > 0) stray.add(first);
  }
  for (const file of stray) {
    fault(
      reading,
      { file, line: 1, field: 'path', value: file },
      'is a folder that nothing reads',
      suggest(file, Object.keys(PLACES)),
    );
  }
}

function checkTop(reading: Problems, names: readonly string[]): void {
  for (const file of names) {
    if (file === PAPER_FILE || file === 'theme.css' || PICTURE_ENDING.test(file)) continue;
    const place = { file, line: 1, field: 'path', value: file };
    warn(reading, place, 'is a file that nothing reads', 'move it out of the paper');
  }
}

function checkNames(reading: Problems, folder: Folder, at: string, place: Place): void {
  for (const name of folder.names.get(at) ?? []) {
    if (isRead(name, at, folder, place)) continue;
    warn(
      reading,
      { file: `${at}/${name}`, line: 1, field: 'path', value: place },
      'is a file that nothing reads',
      `in ${place}/ belong: ${PLACES[place]}`,
    );
  }
}

/** Whether a file in one of the folders is text, data or picture of its kind, or a sidecar. */
function isRead(name: string, at: string, folder: Folder, place: Place): boolean {
  const isText = isOfTexts(place);
  if (isText && name.endsWith('.md')) return true;
  if (PICTURE_ENDING.test(name) || name.lastIndexOf('.') <= 0) return true;
  if (/\.md$/i.test(name)) return isText;
  if (!/\.ya?ml$/i.test(name)) return false;
  const picture = name.replace(/\.yaml$/, '');
  return PICTURE_ENDING.test(picture) ? folder.has(`${at}/${picture}`) : !isText;
}
