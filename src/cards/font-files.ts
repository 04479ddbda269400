/** The files of the font packages: found, unpacked and opened when a character of theirs occurs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

import type { Font, HarfBuzz } from 'harfbuzzjs';

/** An opened file of a face: some of its characters in one weight. */
export interface FaceFile {
  /** `stix-two-text-latin-700`: a part of cache keys. */
  id: string;
  /** The WOFF file that it was read from. */
  path: string;
  characters: ReadonlySet<number>;
  unitsPerEm: number;
  font: Font;
}

/** Where packages are looked for: beside this code, else in the folder the press runs in. */
const resolvers = [
  createRequire(import.meta.url),
  createRequire(join(process.cwd(), 'package.json')),
] as const;
const folders = new Map<string, string | undefined>();

/** The folder of a font package, or undefined where it is not installed. */
export function packageFolder(name: string): string | undefined {
  if (folders.has(name)) return folders.get(name);
  let folder: string | undefined;
  for (const from of resolvers) {
    try {
      folder = dirname(from.resolve(`@fontsource/${name}/package.json`));
      break;
    } catch {
      continue;
    }
  }
  folders.set(name, folder);
  return folder;
}

type Ranges = readonly (readonly [from: number, to: number])[];
const subsets = new Map<string, readonly { name: string; ranges: Ranges }[]>();

/** The names of the files, without weight, that a package has for a character. */
export function subsetsFor(name: string, folder: string, character: number): string[] {
  return subsetsOf(name, folder)
    .filter(({ ranges }) => ranges.some(([from, to]) => character >= from && character <= to))
    .map((subset) => subset.name);
}

function subsetsOf(name: string, folder: string): readonly { name: string; ranges: Ranges }[] {
  const known = subsets.get(name);
  if (known !== undefined) return known;
  const table: unknown = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  const list = Object.entries(table as Record<string, string>).map(([subset, ranges]) => ({
    name: subset.replace(/^\[(.*)\]$/u, '$1'),
    ranges: ranges.split(',').map((range): readonly [number, number] => {
      const [from = '', to = from] = range.trim().replace(/^U\+/iu, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  }));
  subsets.set(name, list);
  return list;
}

let harfBuzz: HarfBuzz | undefined;

/** Required, not imported: bundlers and vitest await a module whose exports are a promise. */
function requireShaper(): Promise<HarfBuzz> {
  const [beside, below] = resolvers;
  try {
    return beside('harfbuzzjs') as Promise<HarfBuzz>;
  } catch {
    return below('harfbuzzjs') as Promise<HarfBuzz>;
  }
}

/** Loads HarfBuzz; everything after it is synchronous. */
export async function loadHarfBuzz(): Promise<void> {
  if (harfBuzz !== undefined) return;
  const loaded = await requireShaper();
  // harfbuzzjs 0.10 finds no tables in the first blob it is given.
  loaded.createBlob(new Uint8Array(1024));
  harfBuzz = loaded;
}

/** HarfBuzz, once it is loaded. */
export function shaper(): HarfBuzz {
  if (harfBuzz === undefined) throw new Error('loadShaper() comes first');
  return harfBuzz;
}

const files = new Map<string, FaceFile | undefined>();

/** Opens `<name>-<subset>-<weight>` of a package; undefined where it has no such file. */
export function openFile(
  name: string,
  subset: string,
  weight: number,
  folder: string,
): FaceFile | undefined {
  const id = `${name}-${subset}-${weight}`;
  if (files.has(id)) return files.get(id);
  const path = join(folder, 'files', `${id}-normal.woff`);
  let data: Buffer;
  try {
    data = woffToSfnt(readFileSync(path));
  } catch {
    files.set(id, undefined);
    return undefined;
  }
  const hb = shaper();
  const blob = hb.createBlob(data);
  const opened = hb.createFace(blob, 0);
  const font = hb.createFont(opened);
  font.setScale(opened.upem, opened.upem);
  const characters = new Set(opened.collectUnicodes());
  if (characters.size === 0) throw new Error(`HarfBuzz finds no characters in ${id}`);
  const file: FaceFile = { id, path, characters, unitsPerEm: opened.upem, font };
  opened.destroy();
  blob.destroy();
  files.set(id, file);
  return file;
}

/** WOFF 1.0 unpacked: HarfBuzz reads only TrueType and OpenType. */
function woffToSfnt(woff: Buffer): Buffer {
  const tables = woff.readUInt16BE(12);
  const sfnt = Buffer.alloc(woff.readUInt32BE(16));
  sfnt.writeUInt32BE(woff.readUInt32BE(4), 0);
  sfnt.writeUInt16BE(tables, 4);
  const selector = Math.floor(Math.log2(tables));
  sfnt.writeUInt16BE(2 ** selector * 16, 6);
  sfnt.writeUInt16BE(selector, 8);
  sfnt.writeUInt16BE((tables - 2 ** selector) * 16, 10);
  let place = 12 + tables * 16;
  for (let index = 0; index < tables; index++) {
    const entry = 44 + index * 20;
    const record = 12 + index * 16;
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.readUInt32BE(entry + 8);
    const size = woff.readUInt32BE(entry + 12);
    woff.copy(sfnt, record, entry, entry + 4);
    sfnt.writeUInt32BE(woff.readUInt32BE(entry + 16), record + 4);
    sfnt.writeUInt32BE(place, record + 8);
    sfnt.writeUInt32BE(size, record + 12);
    const bytes = woff.subarray(offset, offset + packed);
    (packed < size ? inflateSync(bytes) : bytes).copy(sfnt, place);
    place += (size + 3) & ~3;
  }
  return sfnt;
}
