/** Reads the kinds of content that are Markdown with front matter: stories, pages, messages. */
import type { z } from 'astro/zod';
import type { Problem } from '../problems.ts';
import { typographic } from '../typography.ts';
import { parseBody } from './body/parse.ts';
import type { BodyFacts } from './body/body.ts';
import { readText, resolveFile } from './folder.ts';
import { readSidecar, sha256, usePicture } from './reader.ts';
import type { Reading } from './reader.ts';
import type { PictureUse, TextFacts } from './rows.ts';
import { PAGE_IDS } from './page-ids.ts';
import { insideLinks } from './references.ts';
import type { PictureWords } from './shelf.ts';
import { knownKeys, validate } from './validate.ts';
import { hasOldLineEnds, OLD_LINE_ENDS, parseYaml, splitFrontMatter } from './yaml.ts';
import type { PositionedData } from './yaml.ts';

/** A Markdown file. */
export interface TextFile<Data> {
  data: Data;
  /** Fields that are not as they were written: a text that has any is fit for checks only. */
  faulty: ReadonlySet<string>;
  source: PositionedData;
  /** Line of the file where the text begins. */
  line: number;
  body: BodyFacts;
  digest: string;
  /** Of its text, BCP 47. */
  language: string;
}

/**
 * Reads a Markdown file; undefined where its front matter leaves nothing to go on with. `languageOf`
 * tells the language of its text, BCP 47, from its front matter, as far as that could be read.
 */
export function readTextFile<Schema extends z.ZodType>(
  reading: Pick<Reading, 'folder' | 'problems'>,
  file: string,
  schema: Schema,
  languageOf: (data: z.output<Schema> | undefined) => string,
  standIns?: Record<string, unknown>,
): TextFile<z.output<Schema>> | undefined {
  const { text, bytes, problem } = readText(reading.folder, file);
  if (problem !== undefined) {
    reading.problems.push(problem);
    return undefined;
  }
  const parts = splitFrontMatter(text);
  if (parts === undefined) {
    reading.problems.push({ severity: 'error', file, line: 1, ...withoutFields(text) });
    return undefined;
  }
  const source = parseYaml(parts.yaml, file, parts.yamlLine);
  const { data, faulty, problems } = validate(schema, source, file, standIns);
  const { body, problems: bodyProblems } = parseBody(parts.body, {
    reservedIds: PAGE_IDS,
    file,
    firstLine: parts.bodyLine,
    language: languageOf(data),
  });
  reading.problems.push(...problems, ...bodyProblems);
  const behind = fieldBehind(parts.body, schema);
  if (behind !== undefined) {
    reading.problems.push({
      severity: 'error',
      file,
      line: parts.bodyLine + behind.line,
      value: behind.value,
      message: 'is a field behind the line --- that ends the fields',
      mend: 'remove the line --- above it',
    });
  }
  if (data === undefined) return undefined;
  return {
    data,
    faulty,
    source,
    line: parts.bodyLine,
    body: body.facts,
    digest: sha256(bytes),
    language: languageOf(data),
  };
}

/** Why a file has no front matter. */
function withoutFields(text: string): Pick<Problem, 'message' | 'mend'> {
  if (hasOldLineEnds(text)) return OLD_LINE_ENDS;
  const message = 'has no front matter';
  if (/^\ufeff?---[ \t]*\r?\n/.test(text)) {
    return { message, mend: 'end the fields with a line --- of its own' };
  }
  return {
    message,
    mend: /^[\s\ufeff]+---\s/.test(text)
      ? 'delete what stands before the first line ---, be it an empty line, a space or nothing that is seen'
      : 'begin the file with a line ---, the fields, and a line --- again',
  };
}

/**
 * The first field of a text that begins with fields of front matter and a line --- below them, which
 * Markdown would print as a heading. The line is that of the text, from 0.
 */
function fieldBehind(body: string, schema: z.ZodType): { line: number; value: string } | undefined {
  if (!/^\s*[a-z]+:\s/i.test(body)) return undefined;
  const fields = knownKeys(schema, []);
  const isField = (line: string) => fields.includes(/^([a-z]+):(?: |$)/i.exec(line)?.[1] ?? '');
  const lines = body.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const value = lines[first] ?? '';
  const end = lines.findIndex((line) => /^---[ \t]*$/.test(line));
  if (end === -1 || !isField(value)) return undefined;
  const areFields = lines
    .slice(first, end)
    .every((line) => isField(line) || /^(?:\s|- |$)/.test(line));
  return areFields ? { line: first, value } : undefined;
}

/**
 * The pictures of a text with what is said about them: in the text itself, else in the front
 * matter's `pictures` by file name, else in a sidecar `x.jpg.yaml`.
 */
export async function textFacts(
  reading: Reading,
  file: string,
  text: Pick<TextFile<unknown>, 'line' | 'body' | 'digest' | 'language'>,
  words: Record<string, PictureWords>,
  strict: boolean,
): Promise<TextFacts> {
  reading.digests.set(file, text.digest);
  const pictures = new Map<string, PictureUse>();
  for (const picture of text.body.pictures) {
    const said = pictureWords(reading, file, picture.src, words, text.language);
    const use = await usePicture(
      reading,
      picture.src,
      {
        ...said,
        decorative: picture.decorative || said.decorative === true,
        alt: picture.alt ?? said.alt,
        caption: picture.caption ?? said.caption,
        credit: picture.credit ?? said.credit,
      },
      { file, line: picture.line, field: 'picture', value: picture.src },
      strict,
    );
    if (use === undefined || pictures.has(picture.src)) continue;
    // What the text says of it stands there, and is not said where the picture is used again.
    pictures.set(picture.src, {
      ...use,
      alt: said.decorative === true ? '' : (said.alt?.trim() ?? use.alt),
      caption: said.caption,
      credit: said.credit ?? use.credit,
    });
  }
  return {
    line: text.line,
    words: text.body.words,
    firstParagraph: text.body.firstParagraph,
    pictures: Object.fromEntries(pictures),
    links: insideLinks(text.body.links, reading.rules),
    digest: text.digest,
  };
}

/**
 * What front matter and sidecar say about a picture, with the quotes and dashes of the language of
 * the text; the front matter wins.
 */
export function pictureWords(
  reading: Reading,
  file: string,
  reference: string,
  words: Record<string, PictureWords>,
  language: string,
): PictureWords {
  const target = resolveFile(reading.folder, file, reference);
  const said =
    namesOfPicture(reference, target)
      .map((name) => own(words, name))
      .find((found) => found !== undefined) ?? {};
  const sidecar = target === undefined ? undefined : `${target}.yaml`;
  const beside =
    sidecar !== undefined && reading.folder.has(sidecar) ? readSidecar(reading, sidecar) : {};
  const all: PictureWords = { ...beside, ...said };
  for (const field of ['alt', 'caption'] as const) {
    if (all[field] !== undefined) all[field] = typographic(all[field], language);
  }
  return all;
}

/** By what a picture may be named in front matter: its address there, or its file's name. */
export function namesOfPicture(reference: string, target: string | undefined): string[] {
  const last = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  return [reference, last(reference), ...(target === undefined ? [] : [last(target)])];
}

/** What a name stands for, where it is not one that every object has. */
function own<Value>(values: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
