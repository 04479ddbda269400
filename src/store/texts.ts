/** Texts and picture bytes, read when a page is printed. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pressOptions } from '../options.ts';
import type { PressOptions } from '../options.ts';
import { ContentError } from '../problems.ts';
import type { PrintableBody } from './body/body.ts';
import { parseForPrint } from './body/parse.ts';
import { PAGE_IDS } from './page-ids.ts';
import { sha256 } from './reader.ts';
import type { TextFacts } from './rows.ts';
import { splitFrontMatter } from './yaml.ts';

/** What a text is read and parsed by. */
type BodyFacts = { file: string; language: string } & Pick<TextFacts, 'digest'>;

/**
 * Gives what reads and parses the text of a story, page or message. That throws a ContentError where
 * the file is not as it was read: what is printed would not be what was checked. The development
 * server takes it as it is.
 */
export function bodyLoader({
  content,
  mode,
}: Pick<PressOptions, 'content' | 'mode'>): (facts: BodyFacts) => PrintableBody {
  return (facts) => {
    // It was read a moment ago and is at hand: waiting for it would cost more than reading it.
    let bytes: Buffer;
    try {
      bytes = readFileSync(path.join(content, facts.file));
    } catch (error) {
      throw isGone(error) ? changedMeanwhile(facts.file) : error;
    }
    const parts = splitFrontMatter(bytes.toString('utf8'));
    const changed = mode === 'edition' && sha256(bytes) !== facts.digest;
    if (parts === undefined || changed) throw changedMeanwhile(facts.file);
    return parseForPrint(parts.body, {
      reservedIds: PAGE_IDS,
      file: facts.file,
      firstLine: parts.bodyLine,
      language: facts.language,
    });
  };
}

/**
 * The bytes of a file of the content folder, of which `digest` is the SHA-256 (hex). Throws a
 * ContentError where they are others by now.
 */
export async function loadFile(file: string, digest: string): Promise<Buffer> {
  const bytes = await readFile(path.join(pressOptions().content, file)).catch((error: unknown) => {
    throw isGone(error) ? changedMeanwhile(file) : error;
  });
  if (sha256(bytes) !== digest) throw changedMeanwhile(file);
  return bytes;
}

function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function changedMeanwhile(file: string): ContentError {
  const message = 'changed while it was printed';
  return new ContentError([{ severity: 'error', file, message, mend: 'print again' }]);
}
