/** The files of a content folder: listed once, in one order, links never followed. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../problems.ts';

/** The files of a folder by their path in it, with `/` between parts, in code-unit order. */
export interface Folder {
  root: string;
  files: ReadonlySet<string>;
  problems: Problem[];
}

/** Names of files by folder, for each listing; made when first asked for. */
const NAMES = new WeakMap<Folder, Map<string, string[]>>();

/** The names of the files that lie in the folder of `file`, in order. */
export function filesBeside(folder: Folder, file: string): readonly string[] {
  let names = NAMES.get(folder);
  if (names === undefined) {
    names = new Map();
    for (const other of folder.files) {
      const at = path.posix.dirname(other);
      const list = names.get(at);
      if (list === undefined) names.set(at, [path.posix.basename(other)]);
      else list.push(path.posix.basename(other));
    }
    NAMES.set(folder, names);
  }
  return names.get(path.posix.dirname(file)) ?? [];
}

/** What file managers leave behind; it is neither read nor printed. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * Lists a folder and all below it. A symbolic link is an error. Hidden files are passed over, or,
 * in a folder that is published, are errors: nobody means to publish a `.env` or `.git`. There only
 * `.well-known` is meant.
 */
export async function listFolder(root: string, published = false): Promise<Folder> {
  const files: string[] = [];
  const problems: Problem[] = [];
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true });
    for (const entry of entries) {
      if (LITTER.has(entry.name)) continue;
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') && !(published && file === '.well-known')) {
        if (published) {
          problems.push({
            severity: 'error',
            file,
            message: 'is hidden, and would be published',
            mend: 'move it out of public/',
          });
        }
        continue;
      }
      if (entry.isSymbolicLink()) {
        problems.push({
          severity: 'error',
          file,
          message: 'is a symbolic link, which could lead outside the paper',
          mend: 'put the file itself here',
        });
      } else if (entry.isDirectory()) await visit(file);
      else if (entry.isFile()) files.push(file);
    }
  };
  await visit('');
  files.sort();
  return { root, files: new Set(files), problems };
}

/** A text file as UTF-8; bytes that are none are a problem. */
export async function readText(
  folder: Folder,
  file: string,
): Promise<{ text: string; bytes: Buffer; problem: Problem | undefined }> {
  const bytes = await readFile(path.join(folder.root, file));
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, bytes, problem: undefined };
  } catch {
    return {
      text: '',
      bytes,
      problem: {
        severity: 'error',
        file,
        message: 'is not UTF-8 text',
        mend: 'save it with the encoding UTF-8',
      },
    };
  }
}

/**
 * The file that `reference`, written in `from`, names: a path in the folder, or undefined when it
 * leads out of it. Percent-encoding is undone, Unicode is compared in its composed form.
 */
export function resolveFile(folder: Folder, from: string, reference: string): string | undefined {
  let decoded = reference;
  try {
    decoded = decodeURIComponent(reference);
  } catch {
    // A lone % is a character of the name.
  }
  const joined = path.posix.normalize(path.posix.join(path.posix.dirname(from), decoded));
  if (joined.startsWith('../') || joined.startsWith('/') || joined.includes('\0')) return undefined;
  if (folder.files.has(joined)) return joined;
  const composed = joined.normalize('NFC');
  if (folder.files.has(composed)) return composed;
  const decomposed = joined.normalize('NFD');
  return folder.files.has(decomposed) ? decomposed : composed;
}
