/**
 * What is wrong with the content, said so that an editor can mend it.
 */
export interface Problem {
  /** `error` stops the press; `warning` is printed and the edition goes on. */
  severity: 'error' | 'warning';
  /** The file, relative to the content folder, with `/` between its parts. */
  file: string;
  /** Line in the file, from 1. */
  line?: number | undefined;
  /** The front-matter field or directive attribute, as a path: `lead.alt`, `topics[2]`. */
  field?: string | undefined;
  /** What stood there, as written; cut where it is long. */
  value?: string | undefined;
  /** What is wrong, in a sentence without a full stop. */
  message: string;
  /** How to mend it, in a sentence without a full stop. */
  mend?: string | undefined;
}

/** The longest piece of a value that a message repeats, in characters. */
const LONGEST_VALUE = 80;

/** The longest name of a file or field that a message repeats, in characters. */
const LONGEST_NAME = 400;

/** One problem as lines for a terminal: place, message, value, mend. */
export function formatProblem(problem: Problem): string {
  const file = printable(problem.file, LONGEST_NAME);
  const place = problem.line === undefined ? file : `${file}:${problem.line}`;
  const field = problem.field === undefined ? '' : ` ${printable(problem.field, LONGEST_NAME)}:`;
  const value =
    problem.value === undefined ? '' : `\n    stands there: ${printable(problem.value)}`;
  const mend = problem.mend === undefined ? '' : `\n    to mend it:   ${problem.mend}`;
  return `  ${place}${field} ${printable(problem.message, 400)}${value}${mend}`;
}

/** All problems, in order of file and line, errors and warnings apart. */
export function formatProblems(problems: readonly Problem[]): string {
  const sorted = [...problems].sort(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
  return sorted.map(formatProblem).join('\n');
}

/** Thrown when content has errors; its message names every one of them. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter((problem) => problem.severity === 'error');
    const count = errors.length === 1 ? '1 mistake' : `${errors.length} mistakes`;
    super(`The content has ${count}; nothing was printed.\n\n${formatProblems(errors)}\n`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/**
 * The candidate nearest to a mistyped word, or undefined when none is near: at most a third of
 * its letters, in a path of those of its last part, differ (Damerau–Levenshtein distance).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const sought = word.toLowerCase();
  const lastPart = word.slice(word.lastIndexOf('/') + 1);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(lastPart.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const found = distance(sought, candidate.toLowerCase(), bestDistance);
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** `did you mean "x"?`, or what the choices are where nothing is near. */
export function suggest(word: string, candidates: Iterable<string>): string {
  const list = [...candidates];
  const near = nearest(word, list);
  if (near !== undefined) return `did you mean "${near}"?`;
  if (list.length === 0) return 'there is none yet';
  const shown = list.slice(0, 12).join(', ');
  return `use one of: ${shown}${list.length > 12 ? ', …' : ''}`;
}

/** A value on one line, without control characters, cut at `longest` characters. */
export function printable(value: string, longest = LONGEST_VALUE): string {
  // eslint-disable-next-line no-control-regex
  const line = value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]+/gu, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The distance of two words; where it is `enough` or more, some number that is so too. */
function distance(first: string, second: string, enough: number): number {
  let start = 0;
  while (start < first.length && first.charCodeAt(start) === second.charCodeAt(start)) start += 1;
  let end = 0;
  const longest = Math.min(first.length, second.length) - start;
  while (
    end < longest &&
    first.charCodeAt(first.length - 1 - end) === second.charCodeAt(second.length - 1 - end)
  ) {
    end += 1;
  }
  const a = first.slice(start, first.length - end);
  const b = second.slice(start, second.length - end);
  const width = b.length + 1;
  let beforeLast = new Uint16Array(width);
  let last = new Uint16Array(width).map((_, index) => index);
  let row = new Uint16Array(width);
  for (let i = 1; i <= a.length; i += 1) {
    // Further from the diagonal than `enough` nothing can be near.
    const from = Math.max(1, i - enough);
    const to = Math.min(b.length, i + enough);
    row.fill(enough);
    if (from === 1) row[0] = i;
    let least = enough;
    for (let j = from; j <= to; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row[j] = best;
      if (best < least) least = best;
    }
    if (least >= enough && i > enough) return enough;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[b.length] ?? 0;
}
