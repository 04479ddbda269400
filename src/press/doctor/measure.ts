/** How large an edition is, in the numbers by which hosts measure. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { namesIn } from '../engine/disk.ts';
import { UsageError } from '../usage-error.ts';

/** The size of an edition. Addresses begin with `/`. */
export interface EditionSize {
  files: number;
  folders: number;
  bytes: number;
  largestFolder: { address: string; files: number };
  largestFile: { address: string; bytes: number };
  /** Of the cards, which are what a paper can do without. */
  cards: { files: number; bytes: number };
}

/**
 * Measures the edition in a folder. Throws a UsageError where there is none, and what the file system
 * throws where it cannot be read.
 */
export async function measureEdition(folder: string): Promise<EditionSize> {
  if (namesIn(folder).length === 0) {
    throw new UsageError(
      `There is no edition in ${folder}. Build first, or name its folder with --out.`,
    );
  }
  const size: EditionSize = {
    files: 0,
    folders: 0,
    bytes: 0,
    largestFolder: { address: '/', files: 0 },
    largestFile: { address: '/', bytes: 0 },
    cards: { files: 0, bytes: 0 },
  };
  const walk = async (address: string): Promise<void> => {
    const entries: Dirent[] = await readdir(path.join(folder, address), { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    if (files.length > size.largestFolder.files) {
      size.largestFolder = { address, files: files.length };
    }
    for (const file of files) {
      const place = path.posix.join(address, file.name);
      const { size: bytes } = await stat(path.join(folder, place));
      size.files += 1;
      size.bytes += bytes;
      if (bytes > size.largestFile.bytes) size.largestFile = { address: place, bytes };
      if (place.startsWith('/cards/')) {
        size.cards.files += 1;
        size.cards.bytes += bytes;
      }
    }
    for (const entry of entries) {
      if (!entry.isDirectory()) continue;
      size.folders += 1;
      await walk(path.posix.join(address, entry.name));
    }
  };
  await walk('/');
  return size;
}
