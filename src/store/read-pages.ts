/** Reads pages and messages to readers: `pages/<language>/<slug>.md`, `appeals/<language>/<id>.md`. */
import { slugFault } from '../addresses.ts';
import type { Appeal } from '../schema/appeal.ts';
import type { Page } from '../schema/page.ts';
import { isLanguage } from './read-named.ts';
import { readTextFile, textFacts } from './read-text.ts';
import type { TextFile } from './read-text.ts';
import { fault, placeOf, readMoment } from './reader.ts';
import type { Made, Reading } from './reader.ts';
import type { AppealRow, PageRow } from './rows.ts';
import { schemas } from './schemas.ts';

type Faults = Pick<Reading, 'folder' | 'problems'>;

/** The text of a page's file; undefined where its front matter leaves nothing to go on with. */
export function readPageText(
  reading: Faults,
  file: string,
  language: string,
): TextFile<Page> | undefined {
  return readTextFile(reading, file, schemas.pages, () => language, { title: '—' });
}

/** The text of a message's file; undefined where its front matter leaves nothing to go on with. */
export function readAppealText(
  reading: Faults,
  file: string,
  language: string,
): TextFile<Appeal> | undefined {
  return readTextFile(reading, file, schemas.appeals, () => language, { title: '—' });
}

/** Reads one page; undefined when nothing can be made of it. */
export async function readPage(reading: Reading, file: string): Promise<Made<PageRow> | undefined> {
  const place = readPlace(reading, file, 'pages/<language>/<slug>.md');
  if (place === undefined) return undefined;
  const text = readPageText(reading, file, place.language);
  if (text === undefined) return undefined;
  const facts = await textFacts(reading, file, text, {}, true);
  return {
    row: {
      path: `${place.language}/${place.slug}`,
      data: text.data,
      facts: { ...facts, file, ...place },
    },
    whole: text.faulty.size === 0,
  };
}

/** Reads one message; undefined when nothing can be made of it. */
export async function readAppeal(
  reading: Reading,
  file: string,
): Promise<Made<AppealRow> | undefined> {
  const place = readPlace(reading, file, 'appeals/<language>/<id>.md');
  if (place === undefined) return undefined;
  const text = readAppealText(reading, file, place.language);
  if (text === undefined) return undefined;
  const at = (field: string) => placeOf(file, text.source, [field]);
  const { starts, ends } = text.data;
  const facts = {
    ...(await textFacts(reading, file, text, {}, true)),
    file,
    language: place.language,
    starts: starts === undefined ? undefined : readMoment(reading, starts, at('starts')),
    ends: ends === undefined ? undefined : readMoment(reading, ends, at('ends')),
  };
  if (facts.starts !== undefined && facts.ends !== undefined && facts.ends <= facts.starts) {
    fault(reading, at('ends'), 'is not after `starts`', 'set it to a later moment');
  }
  return {
    row: { path: `${place.language}/${place.slug}`, data: text.data, facts },
    whole: text.faulty.size === 0,
  };
}

function readPlace(reading: Reading, file: string, form: string) {
  const [, language = '', name = '', ...more] = file.split('/');
  const slug = name.replace(/\.md$/i, '').normalize('NFC');
  const place = { file, line: 1, field: 'path', value: file };
  if (name === '' || more.length > 0) {
    fault(reading, place, 'is not where such a file can be', `move it to ${form}`);
    return undefined;
  }
  if (!isLanguage(reading, file, language)) return undefined;
  const wrong = slugFault(slug);
  if (wrong !== undefined) {
    fault(reading, place, `has a name that cannot be an address: it ${wrong}`, 'rename the file');
    return undefined;
  }
  return { language, slug };
}
