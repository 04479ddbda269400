/** The files of a content folder: listed once, in one order, links never followed. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { isLitter } from '../litter.ts';
import type { Problem } from '../problems.ts';
import { lazily } from './lazily.ts';

/** The files of a folder. A path has `/` between its parts and begins at the folder. */
export interface Folder {
  root: string;
  /** The names of the files of each folder below it, in code-unit order; its own at `''`. */
  names: ReadonlyMap<string, readonly string[]>;
  /** All paths, in code-unit order; gathered when they are asked for. */
  readonly files: ReadonlySet<string>;
  /** Whether there is such a file. */
  has(file: string): boolean;
  problems: Problem[];
}

/** A folder of these names. */
export function folderOf(
  root: string,
  names: ReadonlyMap<string, readonly string[]>,
  problems: Problem[] = [],
): Folder {
  const sets = new Map<string, ReadonlySet<string>>();
  const files = lazily(() => new Set(filesIn(names, '')));
  return {
    root,
    names,
    problems,
    get files() {
      return files();
    },
    has(file) {
      const at = file.lastIndexOf('/');
      const folder = at === -1 ? '' : file.slice(0, at);
      let set = sets.get(folder);
      if (set === undefined) sets.set(folder, (set = new Set(names.get(folder))));
      return set.has(file.slice(at + 1));
    },
  };
}

/** The paths of all files in `place` and below it, in code-unit order; of all where it is `''`. */
export function filesIn(names: Folder['names'], place: string): string[] {
  const files: string[] = [];
  for (const [folder, list] of names) {
    if (place !== '' && folder !== place && !folder.startsWith(`${place}/`)) continue;
    for (const name of list) files.push(folder === '' ? name : `${folder}/${name}`);
  }
  return files.sort();
}

/** The names of the files that lie in the folder of `file`, in order. */
export function filesBeside(folder: Pick<Folder, 'names'>, file: string): readonly string[] {
  const at = path.posix.dirname(file);
  return folder.names.get(at === '.' ? '' : at) ?? [];
}

/** A file can go between its listing and the look at it. */
const QUIETLY = { throwIfNoEntry: false } as const;

/** Is told of each folder: the names of its files, in order, and what the file system says of them. */
export type FolderVisitor = (
  folder: string,
  names: readonly string[],
  stats: readonly Stats[],
) => void;

/**
 * Lists a folder and all below it. A symbolic link is an error, and so is what is neither file nor
 * folder. Hidden files are passed over, or, in a folder that is published, are errors: nobody means
 * to publish a `.env` or `.git`. There only `.well-known` is meant. Rejects where the folder cannot
 * be read.
 */
export function listFolder(root: string, published = false): Promise<Folder> {
  return new Promise((resolve) => {
    resolve(walkFolder(root, published));
  });
}

/** As `listFolder`, at once; throws where it rejects. */
export function walkFolder(root: string, published = false, visitor?: FolderVisitor): Folder {
  const names = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  const refuse = (file: string, message: string, mend: string) => {
    problems.push({ severity: 'error', file, message, mend });
  };
  const visit = (folder: string): void => {
    const folders: string[] = [];
    const files: string[] = [];
    const stats: Stats[] = [];
    const below = path.join(root, folder);
    for (const name of namesIn(below, folder === '').sort()) {
      if (isLitter(name)) continue;
      const file = folder === '' ? name : `${folder}/${name}`;
      if (name.startsWith('.') && !(published && file === '.well-known')) {
        if (published) refuse(file, 'is hidden, and would be published', 'move it out of public/');
        continue;
      }
      if (published && name.includes('\\')) {
        refuse(file, 'has a backslash in its name, which no address can have', 'rename it');
        continue;
      }
      const stat = lstatSync(`${below}/${name}`, QUIETLY);
      if (stat === undefined) {
        // A name of other bytes than UTF-8 is shown in letters that lead to no file.
        if (name.includes('\ufffd')) {
          refuse(file, 'has a name that is not UTF-8 text', 'rename the file');
        }
      } else if (stat.isFile()) {
        files.push(name);
        stats.push(stat);
      } else if (stat.isDirectory()) folders.push(file);
      else if (stat.isSymbolicLink()) {
        const message = 'is a symbolic link, which could lead outside the paper';
        refuse(file, message, 'put the file itself here');
      } else refuse(file, 'is neither a file nor a folder', 'remove it');
    }
    names.set(folder, files);
    visitor?.(folder, files, stats);
    for (const other of folders) visit(other);
  };
  visit('');
  return folderOf(root, names, problems);
}

/** The names in a folder; none where it went while others were looked at. */
function namesIn(folder: string, isRoot: boolean): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!isRoot && (error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A text file as UTF-8; bytes that are none are a problem, and so is a file that went meanwhile. */
export function readText(
  folder: Pick<Folder, 'root'>,
  file: string,
): { text: string; bytes: Buffer; problem: Problem | undefined } {
  const failed = (bytes: Buffer, message: string, mend: string) => ({
    text: '',
    bytes,
    problem: { severity: 'error' as const, file, message, mend },
  });
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(folder.root, file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const mend = 'see whether it is still there, and who may read it';
    return failed(Buffer.alloc(0), `cannot be read (${code ?? String(error)})`, mend);
  }
  try {
    return { text: UTF8.decode(bytes), bytes, problem: undefined };
  } catch {
    return failed(bytes, 'is not UTF-8 text', 'save it with the encoding UTF-8');
  }
}

/**
 * The file that `reference`, written in `from`, names: a path in the folder, or undefined when it
 * leads out of it. Percent-encoding is undone, Unicode is compared in its composed form.
 */
export function resolveFile(
  folder: Pick<Folder, 'has'>,
  from: string,
  reference: string,
): string | undefined {
  let decoded = reference;
  try {
    decoded = decodeURIComponent(reference);
  } catch {
    // A lone % is a character of the name.
  }
  const joined = path.posix.normalize(path.posix.join(path.posix.dirname(from), decoded));
  if (joined.startsWith('../') || joined.startsWith('/') || joined.includes('\0')) return undefined;
  if (folder.has(joined)) return joined;
  const composed = joined.normalize('NFC');
  if (folder.has(composed)) return composed;
  const decomposed = joined.normalize('NFD');
  return folder.has(decomposed) ? decomposed : composed;
}
