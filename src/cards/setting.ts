/**
 * Setting a text in a column: where its lines end, how large it can be, which face and direction
 * each piece of a line has.
 */
import { embeddingLevels, visualOrder } from './bidi.ts';
import { type FacedText, faceText, type FaceFile, measureRun, type Voice } from './fonts.ts';
import { plainText } from './plain-text.ts';

export type Direction = 'ltr' | 'rtl';

/** A piece of a line in one face and one direction. */
export interface Run {
  text: string;
  face: FaceFile;
  rightToLeft: boolean;
  /** From the left of the line, in pixels. */
  x: number;
  width: number;
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
  /** In ems, added after every cluster of a script that bears it. */
  tracking: number;
  direction: Direction;
  lines: readonly Line[];
  height: number;
  /** The text did not fit and ends in an ellipsis. */
  cut: boolean;
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
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Scripts that are taller than Latin at the same size. */
const TALL =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Text between two places where a line may end, with the spaces after it. */
interface Word {
  start: number;
  /** After the last character that is not a space. */
  end: number;
  next: number;
}

interface Measured extends Word {
  advance: number;
  clusters: number;
  /** With the space after it. */
  fullAdvance: number;
  fullClusters: number;
}

/** Runs of their own: inside a longer one satori turns `١٤/١١` round. */
const ARABIC_DIGIT = /[\u0660-\u0669\u066b\u066c]/u;

const MARKS = /[\u200e\u200f\u061c]/gu;

/** The largest of the sizes at which the whole text fits; at the smallest it is cut at a word. */
export function fit(wish: Wish): Setting {
  const faced = faceText(glueSmallWords(plainText(wish.text)), wish.language, wish.voice);
  const levels = embeddingLevels(faced.text, wish.direction);
  const tracking = UNTRACKED.test(faced.text) ? 0 : (wish.tracking ?? 0);
  const leading = (wish.leading ?? 1.05) * (TALL.test(faced.text) ? 1.3 : 1);
  const words = measureWords(faced, levels, lineWords(faced.text));
  const smallest = wish.sizes.at(-1) ?? 16;

  for (const size of wish.sizes) {
    const room = Math.min(
      wish.lines ?? Number.POSITIVE_INFINITY,
      Math.floor(wish.height / Math.round(size * leading)),
    );
    const width = wish.width / size;
    if (words.some((word) => widthOf(word, tracking) > width)) continue;
    const lines = breakLines(words, width, tracking);
    if (lines.length > room) continue;
    return finish(
      wish.balanced === true ? balance(words, width, tracking, lines.length) : lines,
      size,
      false,
    );
  }

  const width = wish.width / smallest;
  const broken = words.flatMap((word) =>
    widthOf(word, tracking) > width ? breakWord(faced, levels, word, width, tracking) : [word],
  );
  const room = Math.max(
    1,
    Math.min(
      wish.lines ?? Number.POSITIVE_INFINITY,
      Math.floor(wish.height / Math.round(smallest * leading)),
    ),
  );
  const lines = breakLines(broken, width, tracking);
  if (lines.length <= room) return finish(lines, smallest, false);
  return ellipsis(lines.slice(0, room));

  function finish(
    list: readonly (readonly Measured[])[],
    size: number,
    isCut: boolean,
    tail?: Line,
  ): Setting {
    const set = list.map((line) => {
      const start = line[0]?.start ?? 0;
      const end = line.at(-1)?.end ?? start;
      return setLine(faced, levels, start, end, size, tracking);
    });
    if (tail !== undefined) set.push(tail);
    const step = Math.round(size * leading);
    return {
      size,
      leading: step,
      tracking,
      direction: wish.direction,
      lines: set,
      height: set.length * step,
      cut: isCut,
      missing: faced.missing,
      packages: faced.packages,
    };
  }

  /** The last line loses words, then graphemes, until “…” fits behind it. */
  function ellipsis(list: readonly (readonly Measured[])[]): Setting {
    const last = [...(list.at(-1) ?? [])];
    const start = last[0]?.start ?? 0;
    for (;;) {
      const end = last.at(-1)?.end ?? start;
      const text = `${faced.text.slice(start, end).replace(/[\s\p{P}]+$/u, '')}…`;
      const part = faceText(text, wish.language, wish.voice);
      const line = setLine(
        part,
        embeddingLevels(part.text, wish.direction),
        0,
        part.text.length,
        smallest,
        tracking,
      );
      if (line.width <= wish.width || last.length <= 1) {
        if (line.width <= wish.width) return finish(list.slice(0, -1), smallest, true, line);
        const word = last[0];
        if (word === undefined) return finish(list.slice(0, -1), smallest, true);
        const [piece] = breakWord(faced, levels, word, width - 1.2, tracking);
        if (piece === undefined || piece.end === word.end) {
          return finish(list.slice(0, -1), smallest, true);
        }
        last[0] = piece;
        continue;
      }
      last.pop();
    }
  }
}

/** A one-letter Russian word does not end a line; a dash does not begin one. */
function glueSmallWords(text: string): string {
  return text
    .replace(/(?<=^|[\s(«„“])([а-яёА-ЯЁ]) (?=\S)/gu, '$1\u00a0')
    .replace(/ (?=[–—](?:\s|$))/gu, '\u00a0');
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const SQUARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uffef]/u;
const SPACELESS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Never at the beginning of a line. */
const CLOSING =
  /^[!%),.:;?\]}¢°’”†‡›»℃…、。〃〉》」』】〕〗〙〛！），．：；？］｝～ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ‐–—]/u;
/** Never at the end of one. */
const OPENING = /[([{‘“‹«〈《「『【〔〖〘〚（［｛$£¥]$/u;

function lineWords(text: string): Word[] {
  const pieces = [...graphemes.segment(text)];
  const stops = new Set<number>();
  if (SPACELESS.test(text)) {
    for (const { index } of new Intl.Segmenter('th', { granularity: 'word' }).segment(text)) {
      if (SPACELESS.test(text.charAt(index))) stops.add(index);
    }
  }
  const words: Word[] = [];
  let start = 0;
  let end = 0;
  pieces.forEach(({ segment, index }, position) => {
    const before = pieces[position - 1]?.segment ?? '';
    const afterSpace = /^[ \u3000]$/u.test(before) && segment !== ' ';
    const afterDash =
      /^[-‐–—/]$/u.test(before) &&
      /^\p{L}/u.test(segment) &&
      /\p{L}{2}[-‐–—/]$/u.test(text.slice(start, index));
    const square =
      position > 0 &&
      (SQUARE.test(segment) || SQUARE.test(before)) &&
      !CLOSING.test(segment) &&
      !OPENING.test(before) &&
      segment !== ' ' &&
      segment !== '\u00a0' &&
      before !== '\u00a0';
    if (position > 0 && (afterSpace || afterDash || square || stops.has(index))) {
      words.push({ start, end: Math.max(end, start), next: index });
      start = index;
    }
    if (!/^[ \u3000]$/u.test(segment)) end = index + segment.length;
  });
  if (text !== '') words.push({ start, end: Math.max(end, start), next: text.length });
  return words;
}

function pieces(
  faced: FacedText,
  levels: readonly number[],
  start: number,
  end: number,
): { text: string; face: FaceFile; level: number }[] {
  const list: { text: string; face: FaceFile; level: number; digit: boolean }[] = [];
  for (let index = start; index < end; index++) {
    const face = faced.faces[index];
    if (face === undefined) continue;
    const level = levels[index] ?? 0;
    const last = list.at(-1);
    const unit = faced.text.charAt(index);
    const digit = ARABIC_DIGIT.test(unit);
    if (last?.face === face && last.level === level && last.digit === digit) {
      last.text += unit;
    } else list.push({ text: unit, face, level, digit });
  }
  return list
    .map((piece) => ({ ...piece, text: piece.text.replace(MARKS, '') }))
    .filter((piece) => piece.text !== '');
}

function measureWords(
  faced: FacedText,
  levels: readonly number[],
  words: readonly Word[],
): Measured[] {
  const measure = (start: number, end: number): { advance: number; clusters: number } => {
    let advance = 0;
    let clusters = 0;
    for (const piece of pieces(faced, levels, start, end)) {
      const run = measureRun(piece.text, piece.face, piece.level % 2 === 1);
      advance += run.advance;
      clusters += run.clusters;
    }
    return { advance, clusters };
  };
  return words.map((word) => {
    const tight = measure(word.start, word.end);
    const space = measure(word.end, word.next);
    return {
      ...word,
      ...tight,
      fullAdvance: tight.advance + space.advance,
      fullClusters: tight.clusters + space.clusters,
    };
  });
}

const widthOf = (word: Measured, tracking: number): number =>
  word.advance + word.clusters * tracking;

function breakLines(
  words: readonly Measured[],
  width: number,
  tracking: number,
): (readonly Measured[])[] {
  const lines: Measured[][] = [];
  let line: Measured[] = [];
  let used = 0;
  for (const word of words) {
    if (line.length > 0 && used + widthOf(word, tracking) > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    line.push(word);
    used += word.fullAdvance + word.fullClusters * tracking;
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

/** The same number of lines in the narrowest column that holds them. */
function balance(
  words: readonly Measured[],
  width: number,
  tracking: number,
  count: number,
): (readonly Measured[])[] {
  let low = width / 2;
  let high = width;
  for (let round = 0; round < 10; round++) {
    const middle = (low + high) / 2;
    const fits =
      words.every((word) => widthOf(word, tracking) <= middle) &&
      breakLines(words, middle, tracking).length <= count;
    if (fits) high = middle;
    else low = middle;
  }
  return breakLines(words, high, tracking);
}

function breakWord(
  faced: FacedText,
  levels: readonly number[],
  word: Word,
  width: number,
  tracking: number,
): Measured[] {
  const parts: Word[] = [];
  let start = word.start;
  let end = start;
  const text = faced.text.slice(word.start, word.end);
  for (const { segment, index } of graphemes.segment(text)) {
    const stop = word.start + index + segment.length;
    const [tried] = measureWords(faced, levels, [{ start, end: stop, next: stop }]);
    if (end > start && tried !== undefined && widthOf(tried, tracking) > width) {
      parts.push({ start, end, next: end });
      start = end;
    }
    end = stop;
  }
  parts.push({ start, end: word.end, next: word.next });
  return measureWords(faced, levels, parts);
}

function setLine(
  faced: FacedText,
  levels: readonly number[],
  start: number,
  end: number,
  size: number,
  tracking: number,
): Line {
  let x = 0;
  const runs: Run[] = visualOrder(pieces(faced, levels, start, end)).map((piece) => {
    const rightToLeft = piece.level % 2 === 1;
    const { advance, clusters } = measureRun(piece.text, piece.face, rightToLeft);
    const width = (advance + clusters * tracking) * size;
    const run: Run = { text: piece.text, face: piece.face, rightToLeft, x, width };
    x += width;
    return run;
  });
  return { text: faced.text.slice(start, end).replace(MARKS, ''), width: x, runs };
}
