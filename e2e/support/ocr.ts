/** Reads a card by its pixels alone, with Tesseract where it is installed. */
import { spawnSync } from 'node:child_process';
import sharp from 'sharp';
import type { Area } from '../../src/cards/composition.ts';

/** Tesseract's models by language. */
const MODELS: Readonly<Record<string, string>> = {
  en: 'eng',
  ru: 'rus+eng',
  ar: 'ara',
  fa: 'fas',
};

/** The height of type that the models were taught with, in pixels. */
const TYPE_SIZE = 32;

/** A line as one line, and as it comes: which is better depends on the script. */
const LINE_MODES = ['7', '13'] as const;
const BLOCK_MODE = '6';

let installed: ReadonlySet<string> | undefined;

/** Whether Tesseract and its models of a language are on this machine. */
export function canRead(language: string): boolean {
  if (installed === undefined) {
    const { status, stdout } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
    installed = new Set(status === 0 ? stdout.split('\n').map((line) => line.trim()) : []);
  }
  return (MODELS[language]?.split('+') ?? ['-']).every((model) => installed?.has(model));
}

/** The share of a line's letters and digits that are read, in their order, where it stands. */
export async function readLine(
  card: Uint8Array,
  { left, top, width, height }: Area,
  typeSize: number,
  language: string,
  text: string,
): Promise<number> {
  const line = await sharp(card)
    .extract({ left, top, width, height })
    .resize(Math.round((width * TYPE_SIZE) / typeSize))
    .greyscale()
    .extend({ top: 8, bottom: 8, extendWith: 'copy' })
    .png()
    .toBuffer();
  return Math.max(...LINE_MODES.map((mode) => share(text, read(line, language, mode))));
}

/** The share of a text's letters and digits that are read, in their order, anywhere on a card. */
export async function readCard(card: Uint8Array, language: string, text: string): Promise<number> {
  const column = await sharp(card)
    .extract({ left: 262, top: 0, width: 676, height: 630 })
    .greyscale()
    .png()
    .toBuffer();
  return share(text, read(column, language, BLOCK_MODE));
}

function read(input: Buffer, language: string, mode: string): string {
  const model = MODELS[language] ?? 'eng';
  return spawnSync('tesseract', ['-', '-', '-l', model, '--psm', mode], {
    input,
    encoding: 'utf8',
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  }).stdout;
}

function share(text: string, found: string): number {
  const wanted = letters(text);
  return wanted.length === 0 ? 1 : common(wanted, letters(found)) / wanted.length;
}

const letters = (text: string): string[] =>
  Array.from(
    text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase(),
  );

/** The length of the longest sequence that both have in this order. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const next = [0];
    b.forEach((other, at) => {
      const longer = Math.max(row[at + 1] ?? 0, next[at] ?? 0);
      next.push(letter === other ? (row[at] ?? 0) + 1 : longer);
    });
    row = next;
  }
  return row[b.length] ?? 0;
}
