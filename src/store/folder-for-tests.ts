/** Content folders for tests, written into the machine's folder for passing things. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { Problem } from '../problems.ts';
import { readContent } from './read.ts';
import type { ReadContent } from './read.ts';

/** Files by their path; undefined takes one of the sound paper away. */
export type Files = Record<string, string | Uint8Array | undefined>;

export const PUBLICATION = `id: gazette.example,2025
name: The Gazette
description: News of the harbour
url: https://gazette.example
timeZone: Europe/Riga
defaultLanguage: en
languages: [en]
`;

/** A paper of three languages. */
export const IN_THREE_LANGUAGES = PUBLICATION.replace('[en]', '[en, ru, ar]')
  .replace('The Gazette', '{ en: The Gazette, ru: Газета, ar: الجريدة }')
  .replace('News of the harbour', '{ en: News, ru: Новости, ar: أخبار }');

/** A paper without a mistake: one story, an author, two sections. */
const SOUND: Files = {
  'publication.yaml': PUBLICATION,
  'authors/anna.yaml': 'name: Anna Kalnina\n',
  'sections/world.yaml': 'name: World\n',
  'sections/sport.yaml': 'name: Sport\n',
  'articles/en/2025/02/ice.md': storyText(),
};

/** A story's file. `fields` stand after the required ones; one that is required replaces it. */
export function storyText(fields = '', body = 'The harbour is frozen.\n'): string {
  const required = {
    headline: 'Ice in the harbour',
    published: '2025-02-01',
    authors: '[anna]',
    section: 'world',
  };
  const own = Object.entries(required)
    .filter(([field]) => !new RegExp(`^${field}:`, 'm').test(fields))
    .map(([field, value]) => `${field}: ${value}\n`);
  return `---\n${own.join('')}${fields === '' ? '' : `${fields}\n`}---\n${body}`;
}

/** Only these front matter lines: for tests of lines. */
export function storyLines(...lines: string[]): string {
  return `---\n${lines.join('\n')}\n---\nText.\n`;
}

/** A small picture. */
export function pictureBytes(width = 40, height = 20): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#7a1f1f' } })
    .jpeg()
    .toBuffer();
}

/** Writes files into a new folder, hands it on, and removes it. */
export async function withFolder<Result>(
  files: Files,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-test-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      if (content === undefined) continue;
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads the sound paper with these files added, replaced or, where undefined, taken away. */
export function readPaper(files: Files = {}, publicFiles: Files = {}): Promise<ReadContent> {
  return withFolder(publicFiles, (publicFolder) =>
    withFolder({ ...SOUND, ...files }, (folder) => readContent(folder, publicFolder)),
  );
}

/** The mistakes of the sound paper with these files. */
export async function problemsOf(files: Files = {}, publicFiles: Files = {}): Promise<Problem[]> {
  return (await readPaper(files, publicFiles)).problems;
}

/** The mistakes of one story. */
export function problemsOfStory(text: string | Uint8Array, files: Files = {}): Promise<Problem[]> {
  return problemsOf({ 'articles/en/2025/02/ice.md': text, ...files });
}
