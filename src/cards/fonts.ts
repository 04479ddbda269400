/**
 * The faces of the cards: found in the text's scripts, loaded when a character of theirs occurs,
 * measured by HarfBuzz, which also draws them inside satori.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

import type { Font, HarfBuzz } from 'harfbuzzjs';

/** What a piece of text is on the card. */
export type Voice = 'headline' | 'opinion' | 'furniture';

export interface FaceFile {
  /** `stix-two-text-latin-700`: satori's family name and a part of cache keys. */
  id: string;
  weight: number;
  /** TrueType or OpenType bytes. */
  data: Buffer;
  characters: ReadonlySet<number>;
  unitsPerEm: number;
  ascender: number;
  descender: number;
  font: Font;
}

interface Face {
  /** Package under `@fontsource/`. */
  name: string;
  weights: Record<Voice, number>;
}

/** The house's headline face, the same as on the pages; furniture is set in the sans. */
const SERIF: Face = {
  name: 'stix-two-text',
  weights: { headline: 700, opinion: 500, furniture: 700 },
};
const SANS: Face = {
  name: 'source-sans-3',
  weights: { headline: 700, opinion: 600, furniture: 600 },
};
const ARABIC: Face = {
  name: 'vazirmatn',
  weights: { headline: 700, opinion: 500, furniture: 600 },
};
const HEBREW: Face = {
  name: 'frank-ruhl-libre',
  weights: { headline: 700, opinion: 500, furniture: 600 },
};
const DEVANAGARI: Face = {
  name: 'noto-serif-devanagari',
  weights: { headline: 700, opinion: 500, furniture: 600 },
};
const INSTALLED: readonly Face[] = [SERIF, SANS, ARABIC, HEBREW, DEVANAGARI];

const noto = (name: string): Face => ({
  name,
  weights: { headline: 700, opinion: 500, furniture: 600 },
});
const JAPANESE = noto('noto-serif-jp');
const SIMPLIFIED = noto('noto-serif-sc');
const TRADITIONAL = noto('noto-serif-tc');
const HONG_KONG = noto('noto-serif-hk');
const KOREAN = noto('noto-serif-kr');

/** Scripts whose package a paper of that language installs itself; they are large or rare. */
const OPTIONAL: readonly { script: RegExp; face: Face }[] = [
  { script: /[\p{scx=Hiragana}\p{scx=Katakana}]/u, face: JAPANESE },
  { script: /\p{scx=Hangul}/u, face: KOREAN },
  { script: /\p{scx=Bopomofo}/u, face: TRADITIONAL },
  { script: /[\p{scx=Han}\u3000-\u303f\uff00-\uffef]/u, face: SIMPLIFIED },
  { script: /\p{scx=Georgian}/u, face: noto('noto-sans-georgian') },
  { script: /\p{scx=Armenian}/u, face: noto('noto-sans-armenian') },
  { script: /\p{scx=Bengali}/u, face: noto('noto-sans-bengali') },
  { script: /\p{scx=Tamil}/u, face: noto('noto-sans-tamil') },
  { script: /\p{scx=Kannada}/u, face: noto('noto-sans-kannada') },
  { script: /\p{scx=Malayalam}/u, face: noto('noto-sans-malayalam') },
  { script: /\p{scx=Thai}/u, face: noto('noto-serif-thai') },
  { script: /\p{scx=Khmer}/u, face: noto('noto-sans-khmer') },
  { script: /\p{scx=Myanmar}/u, face: noto('noto-sans-myanmar') },
  { script: /\p{scx=Thaana}/u, face: noto('noto-sans-thaana') },
];

/** A package that must be installed before this text can be set. */
export class MissingFontError extends Error {
  readonly packages: readonly string[];

  constructor(packages: readonly string[], characters: string) {
    super(
      `A card cannot be drawn without a face for “${characters}”: npm install ${packages.join(' ')}`,
    );
    this.name = 'MissingFontError';
    this.packages = packages;
  }
}

/** Where packages are looked for: beside this code, else in the folder the press runs in. */
const resolvers = [
  createRequire(import.meta.url),
  createRequire(join(process.cwd(), 'package.json')),
] as const;
const folders = new Map<string, string | undefined>();

/** The folder of a font package, or undefined where it is not installed. */
function packageFolder(name: string): string | undefined {
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

/** The files a package is cut into, and which characters each is for. */
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

const files = new Map<string, FaceFile | undefined>();
let shaper: HarfBuzz | undefined;

/** Required, not imported: bundlers and vitest await a module whose exports are a promise. */
function requireShaper(): Promise<HarfBuzz> {
  const [beside, below] = resolvers;
  try {
    return beside('harfbuzzjs') as Promise<HarfBuzz>;
  } catch {
    return below('harfbuzzjs') as Promise<HarfBuzz>;
  }
}

/** Loads the shaper; everything after it is synchronous. */
export async function loadShaper(): Promise<void> {
  if (shaper !== undefined) return;
  const loaded = await requireShaper();
  // harfbuzzjs 0.10 finds no tables in the first blob it is given.
  loaded.createBlob(new Uint8Array(1024));
  shaper = loaded;
}

function ready(): HarfBuzz {
  if (shaper === undefined) throw new Error('loadShaper() comes first');
  return shaper;
}

function openFile(face: Face, subset: string, voice: Voice, folder: string): FaceFile | undefined {
  const weight = face.weights[voice];
  const id = `${face.name}-${subset}-${weight}`;
  if (files.has(id)) return files.get(id);
  const hb = ready();
  let data: Buffer;
  try {
    data = woffToSfnt(readFileSync(join(folder, 'files', `${id}-normal.woff`)));
  } catch {
    files.set(id, undefined);
    return undefined;
  }
  const blob = hb.createBlob(data);
  const opened = hb.createFace(blob, 0);
  const font = hb.createFont(opened);
  font.setScale(opened.upem, opened.upem);
  const { ascender, descender } = font.hExtents();
  const file: FaceFile = {
    id,
    weight,
    data,
    characters: new Set(opened.collectUnicodes()),
    unitsPerEm: opened.upem,
    ascender,
    descender,
    font,
  };
  if (file.characters.size === 0) throw new Error(`HarfBuzz finds no characters in ${id}`);
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

/** The faces to ask, in order, for a text of this language. */
function chain(language: string, voice: Voice): readonly Face[] {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  const house = voice === 'furniture' ? [SANS, SERIF] : [SERIF, SANS];
  const native =
    /^(?:ar|fa|ur|ps|ckb|ug|sd|azb|prs|arz|ary)$/u.test(primary) || tag.includes('-arab')
      ? [ARABIC]
      : /^(?:he|iw|yi)$/u.test(primary)
        ? [HEBREW]
        : /^(?:hi|mr|ne|sa|mai|bho)$/u.test(primary)
          ? [DEVANAGARI]
          : [];
  const ideographs =
    primary === 'ja'
      ? [JAPANESE]
      : primary === 'ko'
        ? [KOREAN]
        : /^zh-(?:hk|mo|hant-hk)/u.test(tag)
          ? [HONG_KONG, TRADITIONAL]
          : /^zh-(?:tw|hant)/u.test(tag)
            ? [TRADITIONAL]
            : [SIMPLIFIED];
  return [
    ...new Set([
      ...native,
      ...house,
      ...INSTALLED,
      ...ideographs,
      ...OPTIONAL.map(({ face }) => face),
    ]),
  ];
}

/** Characters that are never drawn themselves: joiners, marks of direction, selectors. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}]$/u;

const holds = (file: FaceFile, grapheme: string): boolean => {
  for (const character of grapheme) {
    if (!file.characters.has(character.codePointAt(0) ?? 0) && !INVISIBLE.test(character)) {
      return false;
    }
  }
  return true;
};

/** The package that a grapheme without a face waits for. */
function packageFor(grapheme: string, language: string): string | undefined {
  const optional = OPTIONAL.find(({ script }) => script.test(grapheme));
  if (optional === undefined) return undefined;
  const wanted = chain(language, 'headline').find((face) =>
    [JAPANESE, KOREAN, HONG_KONG, TRADITIONAL, SIMPLIFIED].includes(face),
  );
  const face =
    optional.face === SIMPLIFIED && wanted !== undefined && !INSTALLED.includes(wanted)
      ? wanted
      : optional.face;
  return packageFolder(face.name) === undefined ? `@fontsource/${face.name}` : undefined;
}

const choices = new Map<string, FaceFile | undefined>();

/** The file that sets a grapheme, or undefined where no installed face has all of it. */
function fileFor(grapheme: string, language: string, voice: Voice): FaceFile | undefined {
  const key = `${language}\0${voice}\0${grapheme}`;
  if (choices.has(key)) return choices.get(key);
  let chosen: FaceFile | undefined;
  const first = grapheme.codePointAt(0) ?? 0;
  search: for (const face of chain(language, voice)) {
    const folder = packageFolder(face.name);
    if (folder === undefined) continue;
    for (const { name, ranges } of subsetsOf(face.name, folder)) {
      if (!ranges.some(([from, to]) => first >= from && first <= to)) continue;
      const file = openFile(face, name, voice, folder);
      if (file === undefined || !holds(file, grapheme)) continue;
      chosen = file;
      break search;
    }
  }
  if (choices.size > 20_000) choices.clear();
  choices.set(key, chosen);
  return chosen;
}

/** Text with its faces: every UTF-16 unit has one. */
export interface FacedText {
  text: string;
  faces: readonly FaceFile[];
  /** Graphemes that no installed face has, left out of the text. */
  missing: readonly string[];
  /** Packages that would have set some of them. */
  packages: readonly string[];
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const COMMON = /^[\p{Script=Common}\p{Script=Inherited}]+$/u;

/** Gives every grapheme a face; what has none is tried in a simpler form, then left out. */
export function faceText(text: string, language: string, voice: Voice): FacedText {
  const faces: FaceFile[] = [];
  const missing = new Set<string>();
  const packages = new Set<string>();
  let set = '';
  let current: FaceFile | undefined;
  for (const { segment } of graphemes.segment(text)) {
    let grapheme = segment;
    let file =
      current !== undefined && /^\s$/u.test(grapheme) && holds(current, grapheme)
        ? current
        : fileFor(grapheme, language, voice);
    if (file === undefined) {
      for (const form of ['NFKC', 'NFD', 'NFKD'] as const) {
        const simpler = segment.normalize(form);
        if (simpler === segment) continue;
        file = fileFor(simpler, language, voice);
        if (file !== undefined) {
          grapheme = simpler;
          break;
        }
      }
    }
    if (file === undefined && COMMON.test(grapheme) && current !== undefined) {
      file = holds(current, grapheme) ? current : undefined;
    }
    if (file === undefined) {
      missing.add(segment);
      const wanted = packageFor(segment, language);
      if (wanted !== undefined) packages.add(wanted);
      const bare = segment.normalize('NFD').replace(/\p{M}/gu, '');
      file = bare === segment || bare === '' ? undefined : fileFor(bare, language, voice);
      if (file === undefined) continue;
      grapheme = bare;
    }
    set += grapheme;
    faces.push(...Array<typeof file>(grapheme.length).fill(file));
    current = file;
  }
  return { text: set, faces, missing: [...missing], packages: [...packages].sort() };
}

export interface Measure {
  /** In ems. */
  advance: number;
  /** How often letter-spacing is added. */
  clusters: number;
  /** Whether the face has a glyph for all of it. */
  whole: boolean;
}

const measures = new Map<string, Measure>();

/** What a run of one face and one direction takes. */
export function measureRun(text: string, file: FaceFile, rightToLeft: boolean): Measure {
  const key = `${file.id}\0${rightToLeft ? 'r' : 'l'}\0${text}`;
  const known = measures.get(key);
  if (known !== undefined) return known;
  const hb = ready();
  const buffer = hb.createBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(rightToLeft ? 'rtl' : 'ltr');
  hb.shape(file.font, buffer);
  const glyphs = buffer.json();
  buffer.destroy();
  let units = 0;
  let clusters = 0;
  let last = -1;
  for (const glyph of glyphs) {
    units += glyph.ax;
    if (glyph.cl !== last) clusters++;
    last = glyph.cl;
  }
  const measure: Measure = {
    advance: units / file.unitsPerEm,
    clusters,
    whole: glyphs.every((glyph) => glyph.g !== 0),
  };
  if (measures.size > 5_000) measures.clear();
  measures.set(key, measure);
  return measure;
}
