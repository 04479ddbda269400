/**
 * Setting a text in a column: where its lines end, how large it can be, which face and direction
 * each piece of a line has.
 */
import { embeddingLevels, visualOrder } from './bidi.ts';
import type { Voice } from './faces.ts';
import type { FaceFile } from './font-files.ts';
import { type FacedText, faceText } from './fonts.ts';
import { type Breaking, glueSmallWords, lineWords, type Word } from './line-breaks.ts';
import { plainText } from './plain-text.ts';
import { COMMON, scriptsOf } from './scripts.ts';
import { type Ink, shape, type Shape } from './shaping.ts';

export type Direction = 'ltr' | 'rtl';

/** A piece of a line in one face and one direction. */
export interface Run {
  text: string;
  face: FaceFile;
  rightToLeft: boolean;
  /** From the left of the line, in pixels. */
  x: number;
  width: number;
  shape: Shape;
}

export interface Line {
  text: string;
  width: number;
  runs: readonly Run[];
}

export interface Setting {
  size: number;
  /** From one baseline to the next. */
  leading: number;
  /** In ems, after every cluster. */
  tracking: number;
  direction: Direction;
  lines: readonly Line[];
  /** From the top to the first baseline. */
  baseline: number;
  /** Of all lines; no ink is outside of it. */
  height: number;
  /** The text did not fit and ends in an ellipsis. */
  cut: boolean;
  /** See `FacedText`. */
  missing: readonly string[];
  packages: readonly string[];
}

export interface Wish {
  text: string;
  language: string;
  direction: Direction;
  voice: Voice;
  width: number;
  height: number;
  /** Type sizes to try, the largest first. */
  sizes: readonly number[];
  /** The most lines at any size. */
  lines?: number | undefined;
  /** In ems. */
  tracking?: number | undefined;
  leading?: number | undefined;
  /** Lines of about equal length, as a headline wants. */
  balanced?: boolean | undefined;
}

/** Scripts in which letters join or stand in squares, so that they are never tracked. */
const UNTRACKED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Scripts that are taller than Latin at the same size. */
const TALL =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A mark in the right half of its square, which is cut off at the beginning of a line. */
const HALF_BLANK = /^[「『（【《〈〔〖“‘｛［]/u;
/** Scripts whose characters fill their square. */
const FULL = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** More than “…” takes in any face, in ems. */
const ELLIPSIS = 1.2;
/** Smaller type than this share of what breaking anywhere allows is not worth whole phrases. */
const PHRASES_WORTH = 0.88;

const MARKS = /[\u200e\u200f\u061c]/gu;

/** A text ready to be broken: its faces, directions and words. */
interface Copy {
  faced: FacedText;
  levels: readonly number[];
  scripts: readonly string[];
  language: string;
  tracking: number;
  words: Map<Breaking, readonly Measured[]>;
}

interface Measured extends Word {
  /** In ems. */
  width: number;
  /** With the space after it. */
  fullWidth: number;
}

type Lines = readonly (readonly Measured[])[];

/** The largest of the sizes at which the whole text fits; at the smallest it is cut at a word. */
export function fit(wish: Wish): Setting {
  const copy = prepared(wish);
  const free = fitWords(copy, wish, 'characters');
  if (!FULL.test(copy.faced.text)) return free ?? cutShort(copy, wish);
  const whole = fitWords(copy, wish, 'phrases');
  if (whole !== undefined && whole.size >= (free?.size ?? 0) * PHRASES_WORTH) return whole;
  return free ?? cutShort(copy, wish);
}

/** The last texts: a composition tries the same one in several rooms. */
const copies = new Map<string, Copy>();

function prepared(wish: Wish): Copy {
  const { text, language, direction, voice, tracking = 0 } = wish;
  const key = [text, language, direction, voice, tracking].join('\0');
  const known = copies.get(key);
  if (known !== undefined) return known;
  const faced = faceText(glueSmallWords(plainText(text)), language, voice);
  const copy: Copy = {
    faced,
    levels: embeddingLevels(faced.text, direction),
    scripts: scriptsOf(faced.text),
    language,
    tracking: UNTRACKED.test(faced.text) ? 0 : tracking,
    words: new Map(),
  };
  if (copies.size >= 16) copies.clear();
  copies.set(key, copy);
  return copy;
}

/** The pieces that stay whole, measured once. */
function wordsOf(copy: Copy, breaking: Breaking): readonly Measured[] {
  const known = copy.words.get(breaking);
  if (known !== undefined) return known;
  const words = measure(copy, lineWords(copy.faced.text, copy.language, breaking));
  copy.words.set(breaking, words);
  return words;
}

/** The lines that fit, or undefined where none of the sizes holds the whole text. */
function fitWords(copy: Copy, wish: Wish, breaking: Breaking): Setting | undefined {
  const words = wordsOf(copy, breaking);
  for (const size of wish.sizes) {
    const width = wish.width / size;
    if (words.some((word) => word.width > width)) continue;
    const lines = breakLines(words, width);
    if (lines.length > mostLines(wish, size, copy)) continue;
    const setting = finish(
      copy,
      wish,
      size,
      wish.balanced === true ? balance(words, width, lines.length) : lines,
      false,
    );
    if (holds(setting, wish)) return setting;
  }
  return undefined;
}

/** At the smallest size: words longer than a line are broken, what does not fit is cut. */
function cutShort(copy: Copy, wish: Wish): Setting {
  const size = wish.sizes.at(-1) ?? 16;
  const width = wish.width / size;
  const breakable = wordsOf(copy, 'phrases').flatMap((word) =>
    word.width > width ? breakWord(copy, word, width) : [word],
  );
  const lines = breakLines(breakable, width);
  const most = mostLines(wish, size, copy);
  const whole = finish(copy, wish, size, lines, false);
  if (lines.length <= 1 || (lines.length <= most && holds(whole, wish))) return whole;

  const words = lines.slice(0, most).flat();
  for (let count = words.length; count > 0; count--) {
    let last = words[count - 1];
    if (last === undefined) break;
    // A piece as long as a line leaves no room for the ellipsis.
    if (last.width > width - ELLIPSIS) last = breakWord(copy, last, width - ELLIPSIS)[0] ?? last;
    const short = ended(copy, wish, last.end);
    const end = short.faced.text.length;
    const kept = [...words.slice(0, count - 1), { start: last.start, end, next: end }];
    const set = breakLines(measure(short, kept), width);
    if (set.length > most) continue;
    const setting = finish(short, wish, size, set, true);
    if (set.length <= 1 || holds(setting, wish)) return setting;
  }
  return finish(copy, wish, size, [], true);
}

/** The text up to a place, with “…” behind its last letter. */
function ended(copy: Copy, wish: Wish, end: number): Copy {
  const text = `${copy.faced.text.slice(0, end).replace(/[\s\p{P}]+$/u, '')}…`;
  const faced = faceText(text, wish.language, wish.voice);
  return {
    ...copy,
    faced,
    levels: embeddingLevels(faced.text, wish.direction),
    scripts: scriptsOf(faced.text),
  };
}

function leadingOf(wish: Wish, size: number, copy: Copy): number {
  const { text } = copy.faced;
  const taller = TALL.test(text) || FULL.test(text) ? 1.2 : 1;
  return Math.round(size * (wish.leading ?? 1.05) * taller);
}

function mostLines(wish: Wish, size: number, copy: Copy): number {
  const room = Math.max(1, Math.floor(wish.height / leadingOf(wish, size, copy)));
  return Math.min(wish.lines ?? Number.POSITIVE_INFINITY, room);
}

/** Whether no line is longer, and all together not higher, than they may be. */
const holds = (setting: Setting, wish: Wish): boolean =>
  setting.lines.every((line) => line.width <= wish.width) && setting.height <= wish.height;

function measure(copy: Copy, words: readonly Word[]): Measured[] {
  const widthOf = (start: number, end: number): number =>
    pieces(copy, start, end).reduce((sum, piece) => sum + piece.shape.advance, 0);
  return words.map((word) => {
    const width = widthOf(word.start, word.end);
    return { ...word, width, fullWidth: width + widthOf(word.end, word.next) };
  });
}

function breakLines(words: readonly Measured[], width: number): Lines {
  const lines: Measured[][] = [];
  let line: Measured[] = [];
  let used = 0;
  for (const word of words) {
    if (line.length > 0 && used + word.width > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    line.push(word);
    used += word.fullWidth;
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

/** The same number of lines in the narrowest column that holds them. */
function balance(words: readonly Measured[], width: number, count: number): Lines {
  let low = width / 2;
  let high = width;
  for (let round = 0; round < 10; round++) {
    const middle = (low + high) / 2;
    const fits =
      words.every((word) => word.width <= middle) && breakLines(words, middle).length <= count;
    if (fits) high = middle;
    else low = middle;
  }
  return breakLines(words, high);
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function breakWord(copy: Copy, word: Word, width: number): Measured[] {
  const parts: Word[] = [];
  let start = word.start;
  let end = start;
  const text = copy.faced.text.slice(word.start, word.end);
  for (const { segment, index } of graphemes.segment(text)) {
    const stop = word.start + index + segment.length;
    const [tried] = measure(copy, [{ start, end: stop, next: stop }]);
    if (end > start && tried !== undefined && tried.width > width) {
      parts.push({ start, end, next: end });
      start = end;
    }
    end = stop;
  }
  parts.push({ start, end: word.end, next: word.next });
  return measure(copy, parts);
}

interface Piece {
  text: string;
  face: FaceFile;
  level: number;
  shape: Shape;
}

/** A part of the text by face and direction, in the order it is read. */
function pieces(copy: Copy, start: number, end: number): Piece[] {
  const { faced, levels, scripts, language, tracking } = copy;
  const list: { text: string; face: FaceFile; level: number; script: string }[] = [];
  for (let index = start; index < end; index++) {
    const face = faced.faces[index];
    if (face === undefined) continue;
    const level = levels[index] ?? 0;
    const script = scripts[index] ?? COMMON;
    const last = list.at(-1);
    const unit = faced.text.charAt(index);
    if (last?.face === face && last.level === level && last.script === script) last.text += unit;
    else list.push({ text: unit, face, level, script });
  }
  return list
    .map((piece) => ({ ...piece, text: piece.text.replace(MARKS, '') }))
    .filter((piece) => piece.text !== '')
    .map(({ text, face, level, script }) => {
      const manner = { file: face, language, script, isRightToLeft: level % 2 === 1, tracking };
      return { text, face, level, shape: shape(text, manner) };
    });
}

function setLine(copy: Copy, start: number, end: number, size: number): Line {
  const ordered = visualOrder(pieces(copy, start, end));
  let x = blankBefore(ordered[0], copy.faced.text.slice(start, end)) * -size;
  const runs = ordered.map((piece): Run => {
    const { text, face, level } = piece;
    const width = piece.shape.advance * size;
    const run = { text, face, rightToLeft: level % 2 === 1, x, width, shape: piece.shape };
    x += width;
    return run;
  });
  const text = copy.faced.text.slice(start, end).replace(MARKS, '');
  return { text, width: x, runs };
}

/** The blank half of a full-width mark at the beginning of a line, in ems. */
function blankBefore(first: Piece | undefined, text: string): number {
  if (first === undefined || !HALF_BLANK.test(text) || !text.startsWith(first.text)) return 0;
  const [glyph, next] = first.shape.glyphs;
  const advance = (next?.x ?? first.shape.advance) - (glyph?.x ?? 0);
  return advance > 0.9 ? 0.5 : 0;
}

/** The lines as they are drawn, so far apart that the ink of one does not touch the next. */
function finish(copy: Copy, wish: Wish, size: number, list: Lines, isCut: boolean): Setting {
  const lines = list.map((line) => {
    const start = line[0]?.start ?? 0;
    return setLine(copy, start, line.at(-1)?.end ?? start, size);
  });
  const leading = Math.max(
    leadingOf(wish, size, copy),
    ...lines.slice(1).map((line, index) => apart(lines[index], line, wish, size)),
  );
  const middle = Math.round(leading * 0.5 + size * 0.34);
  const baseline = Math.max(
    middle,
    furthest(lines[0], size, (ink) => ink.top),
  );
  const below = Math.max(
    leading - middle,
    furthest(lines.at(-1), size, (ink) => -ink.bottom),
  );
  return {
    size,
    leading,
    tracking: copy.tracking,
    direction: wish.direction,
    lines,
    baseline,
    height: lines.length === 0 ? 0 : baseline + (lines.length - 1) * leading + below,
    cut: isCut,
    missing: copy.faced.missing,
    packages: copy.faced.packages,
  };
}

/** How far the ink of a line goes at most by a measure, in whole pixels. */
function furthest(line: Line | undefined, size: number, far: (ink: Ink) => number): number {
  const glyphs = line?.runs.flatMap((run) => run.shape.glyphs) ?? [];
  return Math.ceil(
    Math.max(0, ...glyphs.map(({ ink }) => (ink === undefined ? 0 : far(ink) * size))),
  );
}

/** Across the column, how far the ink of a line reaches at most above and below its baseline. */
const STRIPS = 60;

/** How far two lines must be apart for their ink not to touch. */
function apart(upper: Line | undefined, lower: Line, wish: Wish, size: number): number {
  if (upper === undefined) return 0;
  const below = reach(upper, wish, size, (ink) => -ink.bottom);
  const above = reach(lower, wish, size, (ink) => ink.top);
  return Math.ceil(Math.max(...below.map((depth, at) => depth + (above[at] ?? 0))) + size * 0.03);
}

/** In each strip of the column, the furthest that ink goes by a measure, in pixels. */
function reach(line: Line, wish: Wish, size: number, far: (ink: Ink) => number): number[] {
  const strips = Array<number>(STRIPS).fill(0);
  const left = wish.direction === 'rtl' ? wish.width - line.width : 0;
  for (const run of line.runs) {
    for (const { ink } of run.shape.glyphs) {
      if (ink === undefined) continue;
      const strip = (x: number): number =>
        Math.floor(((left + run.x + x * size) / wish.width) * STRIPS);
      for (let at = Math.max(0, strip(ink.left)); at <= strip(ink.right) && at < STRIPS; at++) {
        strips[at] = Math.max(strips[at] ?? 0, far(ink) * size);
      }
    }
  }
  return strips;
}
