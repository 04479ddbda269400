/** The files of a paper as a takedown reads them, those with mistakes too. */
import { listFolder, readText } from '../../store/folder.ts';
import type { Folder } from '../../store/folder.ts';
import { PICTURE_ENDING } from '../../store/picture-files.ts';
import { parseYaml, splitFrontMatter } from '../../store/yaml.ts';

/** The files of a paper, and the words of those that are text. */
export interface PaperFiles {
  folder: Folder;
  texts: ReadonlyMap<string, string>;
}

/** Lists a content folder and reads its texts. */
export async function readFiles(root: string): Promise<PaperFiles> {
  const folder = await listFolder(root);
  const texts = new Map<string, string>();
  for (const file of folder.files) {
    if (!/\.(md|ya?ml|css|txt)$/i.test(file)) continue;
    const { text, problem } = readText(folder, file);
    if (problem === undefined) texts.set(file, text);
  }
  return { folder, texts };
}

/** Story files by their path: `en/2026/09/slug`. */
export function storyFiles({ folder }: PaperFiles): Map<string, string> {
  return new Map(
    [...folder.files].flatMap((file) => {
      const found = /^articles\/([^/]+\/\d{4}\/\d{2}\/[^/]+)\.md$/i.exec(file)?.[1];
      return found === undefined ? [] : [[found.normalize('NFC'), file]];
    }),
  );
}

export function isPicture(file: string): boolean {
  return PICTURE_ENDING.test(file);
}

export function frontMatterOf({ texts }: PaperFiles, file: string): unknown {
  const parts = splitFrontMatter(texts.get(file) ?? '');
  return parts === undefined ? undefined : parseYaml(parts.yaml, file).data;
}

export function fieldIn(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null
    ? (data as Record<string, unknown>)[field]
    : undefined;
}

export function textIn(data: unknown, ...fields: string[]): string | undefined {
  const value = fields.reduce(fieldIn, data);
  return typeof value === 'string' ? value : undefined;
}

export function textsIn(data: unknown, field: string): string[] {
  const value = fieldIn(data, field);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
