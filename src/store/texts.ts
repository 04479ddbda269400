/** Texts and picture bytes, read when a page is printed. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pressOptions } from '../options.ts';
import type { PressOptions } from '../options.ts';
import type { PrintableBody } from './body/body.ts';
import { parseForPrint } from './body/parse.ts';
import { PAGE_IDS } from './page-ids.ts';
import { sha256 } from './reader.ts';
import type { TextFacts } from './rows.ts';
import { splitFrontMatter } from './yaml.ts';

/** What a text is read and parsed by. */
type BodyFacts = { file: string; language: string } & Pick<TextFacts, 'digest'>;

/**
 * Gives what reads and parses the text of a story, page or message. That throws where the file is
 * not as it was read: what is printed would not be what was checked. The development server takes
 * it as it is.
 */
export function bodyLoader({
  content,
  mode,
}: Pick<PressOptions, 'content' | 'mode'>): (facts: BodyFacts) => PrintableBody {
  return (facts) => {
    // It was read a moment ago and is at hand: waiting for it would cost more than reading it.
    const bytes = readFileSync(path.join(content, facts.file));
    const parts = splitFrontMatter(bytes.toString('utf8'));
    const changed = mode === 'edition' && sha256(bytes) !== facts.digest;
    if (parts === undefined || changed)
      throw new Error(`${facts.file} changed while it was printed.`);
    return parseForPrint(parts.body, {
      reservedIds: PAGE_IDS,
      file: facts.file,
      firstLine: parts.bodyLine,
      language: facts.language,
    });
  };
}

/** The bytes of a file of the content folder. */
export function loadFile(file: string): Promise<Buffer> {
  return readFile(path.join(pressOptions().content, file));
}
