/** Reads a card as a reader without its address would: by its pixels. */
import { spawnSync } from 'node:child_process';
import sharp from 'sharp';

/** Tesseract's models by language. */
const MODELS: Readonly<Record<string, string>> = { en: 'eng', ru: 'rus', ar: 'ara', fa: 'fas' };

let installed: ReadonlySet<string> | undefined;

/** Whether Tesseract with a model of the language is on this machine. */
export function canRead(language: string): boolean {
  if (installed === undefined) {
    const { status, stdout } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
    installed = new Set(status === 0 ? stdout.split('\n').map((line) => line.trim()) : []);
  }
  return installed.has(MODELS[language] ?? '-');
}

/** The share of a text's letters and digits that stand, in their order, on a picture. */
export async function legible(bytes: Uint8Array, language: string, text: string): Promise<number> {
  const { width = 0, height = 0 } = await sharp(bytes).metadata();
  const input = await sharp(bytes)
    .extract({ left: 262, top: 0, width: Math.min(676, width), height })
    .greyscale()
    .png()
    .toBuffer();
  const { stdout } = spawnSync(
    'tesseract',
    ['-', '-', '-l', MODELS[language] ?? 'eng', '--psm', '6', '--dpi', '96'],
    { input, encoding: 'utf8' },
  );
  const wanted = letters(text);
  return wanted.length === 0 ? 1 : common(wanted, letters(stdout)) / wanted.length;
}

const letters = (text: string): string[] => [
  ...text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase(),
];

/** The length of the longest sequence that both have in this order. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const next = [0];
    b.forEach((other, at) => {
      next.push(letter === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return row[b.length] ?? 0;
}
