import { primary } from '#locales/format.ts';
import type { TextRun } from '#typography.ts';

/** Chinese and Japanese letters, their punctuation, and fullwidth and halfwidth forms; no Hangul. */
const WIDE =
  '[[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\u3000-\\u303F\\uFF01-\\uFF9F\\uFFE0-\\uFFE6]' +
  '--[\\p{sc=Hang}\\u0000-\\u2E7F]]';
/** Marks that Chinese and Japanese share with other scripts. */
const SHARED = '[“”‘’…—·]';

const LINE_END = String.raw`[ \t]*\n[ \t\n]*`;
const BETWEEN = new RegExp(`(?<=${WIDE})${LINE_END}(?=${WIDE})`, 'gv');
const BETWEEN_SHARED = new RegExp(
  `(?<=${WIDE})${LINE_END}(?=${WIDE}|${SHARED})|(?<=${SHARED})${LINE_END}(?=${WIDE})`,
  'gv',
);
/** Whether a text may have such characters at all; without the `v` flag it is many times as fast. */
const MAYBE_WIDE = /[\u2E80-\uFFEF\uD840-\uD8FF]/;

/**
 * The runs of one block without the ends of lines between two Chinese or Japanese characters, which
 * would be printed as spaces. Korean has spaces between words, and keeps them. Fixed runs count as
 * Latin.
 */
export function joinedLines(runs: readonly TextRun[], values: readonly string[]): string[] {
  const all = [...values];
  if (!values.some((value) => value.includes('\n')) || !values.some((v) => MAYBE_WIDE.test(v))) {
    return all;
  }
  const whole = values.map((value, n) => (runs[n]?.fixed === true ? 'x' : value)).join('');
  const gaps = [...whole.matchAll(runs.some(setsSharedMarksWide) ? BETWEEN_SHARED : BETWEEN)].map(
    ({ index, 0: gap }) => ({ start: index, end: index + gap.length }),
  );
  if (gaps.length === 0) return all;

  let start = 0;
  let next = 0;
  return all.map((value, n) => {
    const run = runs[n];
    if (run === undefined || run.fixed) {
      start += 1;
      return value;
    }
    const end = start + value.length;
    let kept = '';
    let at = start;
    for (let gap = gaps[next]; gap !== undefined && gap.start < end; gap = gaps[next]) {
      kept += whole.slice(at, Math.max(at, gap.start));
      at = Math.min(gap.end, end);
      // The rest of it stands in the next run.
      if (gap.end > end) break;
      next += 1;
    }
    kept += whole.slice(at, end);
    start = end;
    return primary(run.language) === 'ko' ? value : kept;
  });
}

/** One text without them: a caption, a title. */
export function joinedLine(value: string, language: string): string {
  if (!value.includes('\n')) return value;
  return joinedLines([{ text: value, language, fixed: false }], [value])[0] ?? value;
}

/** In Chinese and Japanese they are as wide as a letter, and no spaces stand around them. */
function setsSharedMarksWide({ language }: TextRun): boolean {
  return /^(?:zh|ja|yue)$/u.test(primary(language));
}
