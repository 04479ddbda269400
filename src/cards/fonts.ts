/** Gives every character of a text a file that sets it, and names what none can set. */
import { chain, EMOJI, type Face, packageOf, type Voice, WIDE_PUNCTUATION } from './faces.ts';
import { type FaceFile, loadHarfBuzz, openFile, packageFolder, subsetsFor } from './font-files.ts';
import { COMMON, scriptOf } from './scripts.ts';
import { shape } from './shaping.ts';

/** Loads the shaper; everything after it is synchronous. */
export const loadShaper: () => Promise<void> = loadHarfBuzz;

/** Text with its faces: every UTF-16 unit has one. */
export interface FacedText {
  text: string;
  faces: readonly FaceFile[];
  /** Graphemes that no installed face has whole; the text goes on without them, or without their marks. */
  missing: readonly string[];
  /** Packages that would have set some of them. */
  packages: readonly string[];
  /** Those that no known package sets either. */
  unknown: readonly string[];
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const SIGNS = /^[\p{Script=Common}\p{Script=Inherited}]+$/u;
/** A picture: by default, by its selector, a flag, a keycap. */
const PICTURE = /^(?!.*\ufe0e)(?:\p{Emoji_Presentation}|\p{RI}|.*[\ufe0f\u20e3])/u;
const IDEOGRAPH = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\uff01-\uff60]/u;
/** What stands for a picture that the face of pictures does not have yet. */
const STAND_IN = '•';
/** Characters that are never drawn themselves: joiners, marks of direction, selectors. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;

/** Gives every grapheme a face; what has none is tried in a simpler form, then left out. */
export function faceText(text: string, language: string, voice: Voice): FacedText {
  const faces: FaceFile[] = [];
  const missing = new Set<string>();
  const packages = new Set<string>();
  const unknown = new Set<string>();
  const isWide = /^(?:zh|ja|yue)\b/iu.test(language);
  const pieces = [...graphemes.segment(text)].map(({ segment }) => segment);
  const narrow = families(pieces, chain(language, voice), language, voice);
  const wide = isWide ? () => chain(language, voice, true) : narrow;
  let set = '';
  /** The file of the letters before, for the spaces behind them. */
  let words: FaceFile | undefined;
  pieces.forEach((segment, index) => {
    const find = (grapheme: string): FaceFile | undefined => {
      if (words !== undefined && /^\s$/u.test(grapheme) && holds(words, grapheme)) return words;
      const faces = isWide && isAmongIdeographs(pieces, index) ? wide : narrow;
      return fileFor(grapheme, faces(grapheme), language, voice);
    };
    const forms = formsOf(segment);
    let grapheme = forms.find((form) => find(form) !== undefined) ?? segment;
    let file = find(grapheme);
    if (file === undefined && SIGNS.test(grapheme) && words !== undefined) {
      file = holds(words, grapheme) ? words : undefined;
    }
    if (file === undefined) {
      missing.add(segment);
      const wanted = packageOf(segment, language);
      if (wanted === undefined || packageFolder(wanted) !== undefined) unknown.add(segment);
      else packages.add(`@fontsource/${wanted}`);
      grapheme = segment.normalize('NFD').replace(/\p{M}/gu, '');
      file = grapheme === segment || grapheme === '' ? undefined : find(grapheme);
      if (file === undefined) return;
    }
    set += grapheme;
    faces.push(...Array<typeof file>(grapheme.length).fill(file));
    if (/^[\p{L}\p{N}]/u.test(grapheme) && !PICTURE.test(grapheme)) words = file;
  });
  return {
    text: set,
    faces,
    missing: [...missing],
    packages: [...packages].sort(),
    unknown: [...unknown],
  };
}

/** Whether a mark of punctuation stands beside an ideograph, or beside others that do. */
function isAmongIdeographs(pieces: readonly string[], index: number): boolean {
  if (!WIDE_PUNCTUATION.test(pieces[index] ?? '')) return false;
  return [-1, 1].some((step) => {
    let at = index;
    while (WIDE_PUNCTUATION.test(pieces[at] ?? '')) at += step;
    return IDEOGRAPH.test(pieces[at] ?? '');
  });
}

/** A grapheme and the simpler forms that say the same, the best first. */
function formsOf(segment: string): string[] {
  if (PICTURE.test(segment)) {
    if (packageFolder(EMOJI.name) === undefined) return [segment];
    const toned = segment.replace(/\p{Emoji_Modifier}/gu, '');
    const [first = segment] = toned.split('\u200d');
    return [segment, segment.replace(/\ufe0f/gu, ''), toned, first, STAND_IN];
  }
  const bare = segment.replace(/[\ufe00-\ufe0f]/gu, '');
  // 10⁴ is not 104.
  if (/[\u2070-\u207f]/u.test(bare)) return [bare];
  return [bare, ...['NFKC', 'NFD', 'NFKD'].map((form) => bare.normalize(form))];
}

/**
 * The faces to ask for a grapheme: first the one that has all letters of its script in this text,
 * so that no word is set in two faces.
 */
function families(
  pieces: readonly string[],
  faces: readonly Face[],
  language: string,
  voice: Voice,
): (grapheme: string) => readonly Face[] {
  const letters = new Map<string, Set<string>>();
  for (const piece of pieces) {
    const script = scriptOf(String.fromCodePoint(piece.codePointAt(0) ?? 0));
    if (script === COMMON) continue;
    const known = letters.get(script) ?? new Set<string>();
    letters.set(script, known.add(piece));
  }
  const orders = new Map<string, readonly Face[]>();
  for (const [script, ofScript] of letters) {
    const whole = faces.find((face) =>
      [...ofScript].every((letter) => fileIn(face, letter, language, voice) !== undefined),
    );
    if (whole !== undefined) orders.set(script, [whole, ...faces]);
  }
  return (grapheme) =>
    orders.get(scriptOf(String.fromCodePoint(grapheme.codePointAt(0) ?? 0))) ?? faces;
}

/** The file that sets a grapheme, or undefined where no installed face has all of it. */
function fileFor(
  grapheme: string,
  faces: readonly Face[],
  language: string,
  voice: Voice,
): FaceFile | undefined {
  for (const face of PICTURE.test(grapheme) ? [EMOJI] : faces) {
    const file = fileIn(face, grapheme, language, voice);
    if (file !== undefined) return file;
  }
  return undefined;
}

const choices = new Map<string, FaceFile | undefined>();

/** The file of a face that has all of a grapheme. */
function fileIn(
  face: Face,
  grapheme: string,
  language: string,
  voice: Voice,
): FaceFile | undefined {
  const weight = face.weights[voice];
  const key = `${face.name}\0${weight}\0${grapheme}`;
  if (choices.has(key)) return choices.get(key);
  const folder = packageFolder(face.name);
  const names =
    folder === undefined ? [] : subsetsFor(face.name, folder, grapheme.codePointAt(0) ?? 0);
  let chosen: FaceFile | undefined;
  for (const subset of names) {
    const file = openFile(face.name, subset, weight, folder ?? '');
    if (file === undefined || !holds(file, grapheme)) continue;
    if (face === EMOJI && PICTURE.test(grapheme) && !isOnePicture(grapheme, file, language)) {
      continue;
    }
    chosen = file;
    break;
  }
  if (choices.size > 100_000) choices.clear();
  choices.set(key, chosen);
  return chosen;
}

function holds(file: FaceFile, grapheme: string): boolean {
  for (const character of grapheme) {
    if (!file.characters.has(character.codePointAt(0) ?? 0) && !INVISIBLE.test(character)) {
      return false;
    }
  }
  return true;
}

/** Whether the file joins a sequence to one picture. */
function isOnePicture(grapheme: string, file: FaceFile, language: string): boolean {
  const { glyphs } = shape(grapheme, {
    file,
    language,
    script: COMMON,
    isRightToLeft: false,
    tracking: 0,
  });
  return glyphs.length === 1 && glyphs[0]?.id !== 0;
}
