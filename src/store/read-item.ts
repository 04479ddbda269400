/** Reads one file of the content folder that becomes a row, with all that it uses. */
import type { Folder } from './folder.ts';
import { listOf, placeOfItem } from './items.ts';
import type { Place, ReadItem } from './items.ts';
import { readArticle } from './read-articles.ts';
import { readFront, readNamed } from './read-named.ts';
import { readAppeal, readPage } from './read-pages.ts';
import { beginReading } from './reader.ts';
import type { Made, Reading, ReadingRules } from './reader.ts';
import type { Shelf } from './shelf.ts';
import type { FiledRow } from './small-rows.ts';

/** Reads an item. What is wrong with its content is in `problems`. */
export async function readItem(
  folder: Folder,
  rules: ReadingRules,
  shelf: Shelf,
  file: string,
): Promise<ReadItem> {
  const place = placeOfItem(file);
  if (place === undefined) throw new RangeError(`${file} is no item of the content folder.`);
  const reading = beginReading(folder, rules, shelf);
  const made = await read(reading, place, file);
  return {
    file,
    list: listOf(place),
    row: made?.row,
    whole: made?.whole ?? false,
    problems: reading.problems,
    uses: [...reading.uses],
    digests: reading.digests,
    pictures: [...reading.pictures.values()],
  };
}

function read(
  reading: Reading,
  place: Place,
  file: string,
): Promise<Made<NonNullable<FiledRow['row']>> | undefined> {
  switch (place) {
    case 'articles':
      return readArticle(reading, file);
    case 'pages':
      return readPage(reading, file);
    case 'appeals':
      return readAppeal(reading, file);
    case 'front':
      return Promise.resolve(readFront(reading, file));
    default:
      return readNamed(reading, place, file);
  }
}
