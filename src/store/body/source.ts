import { lineWithin, type MarkdownNode } from './nodes.ts';
import { findUnmerged, UNMERGED } from '../unmerged.ts';
import type { Report } from './report.ts';

/** The longest body, in UTF-16 units; a longer one is refused. A long read of 20,000 words has 150,000. */
export const LONGEST_BODY = 1_000_000;

/** How deep lists, quotations, directives and emphasis may stand in one another. */
export const DEEPEST_NESTING = 60;

/** How many nodes a body may have, and how many cells its tables. */
const MOST_NODES = 100_000;
const MOST_CELLS = 20_000;

/** How many lines that are not empty: more would be more nodes, found out only after parsing. */
const MOST_LINES = 50_000;

/**
 * How much work the paragraphs of a body may be: the parser needs time and memory in proportion to
 * a paragraph's length times the signs in it that could mean something. A long read has 10 million.
 */
const MOST_WORK = 400_000_000;

/** Shorter bodies cannot be more than that: their work is less than their length times itself. */
const SHORT_BODY = Math.sqrt(MOST_WORK);

/** How much less of it the lines of a fenced code block are, which are not read as text. */
const CODE_DISCOUNT = 20;

/** C0 but tab and line ends, DEL, C1, noncharacters and lone surrogates. */
const CONTROLS =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu;
/** The same, and all surrogates: without the `u` flag it is several times as fast. */
const MAYBE_CONTROL =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

/** A text without the characters that neither HTML nor XML can carry. */
export function withoutControls(value: string): string {
  return MAYBE_CONTROL.test(value) ? value.replace(CONTROLS, '') : value;
}

/**
 * Whether a text of the tree may have these signs: they stand in the source, or a backslash before
 * one of them or a character reference for it does.
 */
export function mayMake(source: string, signs: string): boolean {
  return source.includes(signs) || source.includes('\\') || source.includes('&');
}

/**
 * The source as it is parsed: `\n` line ends, no byte order mark, no control characters (each line
 * that had some gets a warning). Undefined where it cannot be parsed in reasonable time.
 */
export function cleanSource(markdown: string, report: Report): string | undefined {
  if (markdown.length > LONGEST_BODY) {
    report.error({
      line: undefined,
      message: `the text has ${markdown.length} characters, the most is ${LONGEST_BODY}`,
      mend: 'split it into several stories',
    });
    return undefined;
  }
  let source = markdown.startsWith('\uFEFF') ? markdown.slice(1) : markdown;
  if (source.includes('\r')) source = source.replace(/\r\n?/gu, '\n');
  if (MAYBE_CONTROL.test(source)) {
    source = source
      .split('\n')
      .map((line, index) => {
        const found = line.match(CONTROLS)?.[0];
        if (found === undefined) return line;
        const point = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        report.warning({
          line: index + 1,
          message: `an invisible control character (U+${point}) was removed`,
          mend: 'retype the line, it was probably pasted from another program',
        });
        return withoutControls(line);
      })
      .join('\n');
  }
  if (isUnmerged(source, report) || isTooHard(source, report)) return undefined;
  return WINDOWS_REFERENCE.test(source)
    ? source.replaceAll(WINDOWS_REFERENCES, (_, decimal: string | undefined, hex: string) =>
        windowsCharacter(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)),
      )
    : source;
}

/** Whether two versions stand in it that were never merged. */
function isUnmerged(source: string, report: Report): boolean {
  const found = findUnmerged(source);
  if (found === undefined) return false;
  report.error({ line: lineWithin(1, source, found.at), value: found.value, ...UNMERGED });
  return true;
}

/** `&#146;`: a number of Windows-1252, which HTML reads as such and Markdown does not. */
const WINDOWS_REFERENCE = /&#(?:0*(1(?:2[89]|[345]\d))|x0*([89][\da-f]));/iu;
const WINDOWS_REFERENCES = new RegExp(WINDOWS_REFERENCE, 'giu');

function windowsCharacter(code: number): string {
  return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
}

/** Finds what would take the parser too long: thousands of levels, of signs in one paragraph. */
function isTooHard(source: string, report: Report): boolean {
  return source.length <= SHORT_BODY ? isTooDeep(source, report) : isTooDeepOrLong(source, report);
}

/** Finds a line that opens thousands of levels. */
function isTooDeep(source: string, report: Report): boolean {
  let line = 0;
  for (let start = 0; start <= source.length;) {
    line += 1;
    let end = source.indexOf('\n', start);
    if (end === -1) end = source.length;
    if (opensTooMuch(source, start, end)) {
      reportDepth(line, report);
      return true;
    }
    start = end + 1;
  }
  return false;
}

/** The same, and finds too many lines, and too many signs in one paragraph. */
function isTooDeepOrLong(source: string, report: Report): boolean {
  let line = 0;
  let filled = 0;
  let work = 0;
  let paragraph = { line: 1, length: 0, signs: 0 };
  let fence: string | undefined;
  for (let start = 0; start <= source.length;) {
    line += 1;
    let end = source.indexOf('\n', start);
    if (end === -1) end = source.length;
    if (opensTooMuch(source, start, end)) {
      reportDepth(line, report);
      return true;
    }
    const mark = fenceMark(source, start);
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    if (end === start) {
      work += paragraph.length * paragraph.signs;
      paragraph = { line: line + 1, length: 0, signs: 0 };
    } else {
      const share = fence === undefined ? 1 : 1 / CODE_DISCOUNT;
      filled += 1;
      paragraph.length += end - start;
      paragraph.signs += countSigns(source, start, end) * share;
    }
    if (filled > MOST_LINES) {
      report.error({
        line,
        message: `the text has more than ${MOST_LINES} lines`,
        mend: 'split it into several stories',
      });
      return true;
    }
    if (work + paragraph.length * paragraph.signs > MOST_WORK) {
      report.error({
        line: paragraph.line,
        message: 'this paragraph is too long, or has too many signs such as * _ [ & :',
        mend: 'split it with empty lines, or put what is not prose into a code block',
      });
      return true;
    }
    start = end + 1;
  }
  return false;
}

/** Marks of quotations and lists at the beginning of a line. */
const MARKERS = /(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t]))+/uy;

/** Whether the beginning of a line opens more quotations and lists than may stand in one another. */
function opensTooMuch(source: string, start: number, end: number): boolean {
  if (end - start <= DEEPEST_NESTING) return false;
  MARKERS.lastIndex = start;
  const prefix = MARKERS.exec(source)?.[0];
  if (prefix === undefined || /^[-*\s]*$/u.test(source.slice(start, end))) return false;
  return (prefix.match(/>|[-+*]|\d+[.)]/gu)?.length ?? 0) > DEEPEST_NESTING;
}

/** The signs that open or close a fenced code block in this line: three or more. */
function fenceMark(source: string, start: number): string | undefined {
  let at = start;
  while (at < start + 3 && source[at] === ' ') at += 1;
  const sign = source[at];
  if ((sign !== '`' && sign !== '~') || !source.startsWith(sign.repeat(3), at)) return undefined;
  let end = at;
  while (source[end] === sign) end += 1;
  return source.slice(at, end);
}

/** The signs that make the parser, or the pass for quotation marks, look around: ! " & ' ( ) * : < [ \ ] _ ` ~ */
function countSigns(source: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index += 1) {
    if (SIGNS[source.charCodeAt(index)] === 1) count += 1;
  }
  return count;
}

const SIGNS = new Uint8Array(128);
for (const sign of '!"&\'()*:<[\\]_`~') SIGNS[sign.charCodeAt(0)] = 1;

/** Whether the tree is one that the passes, which are recursive, can walk; otherwise says why. */
export function isWalkable(root: MarkdownNode, report: Report): boolean {
  let level: MarkdownNode[] = [root];
  let count = 0;
  let cells = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    const deepest = level[0];
    if (depth > DEEPEST_NESTING && deepest !== undefined) {
      reportDepth(deepest.position?.start.line, report);
      return false;
    }
    const below: MarkdownNode[] = [];
    for (const node of level) {
      if (node.children === undefined) continue;
      if (node.type === 'table') cells += (node.align?.length ?? 0) * node.children.length;
      for (const child of node.children) below.push(child);
    }
    count += below.length;
    if (count > MOST_NODES || cells > MOST_CELLS) {
      report.error({
        line: undefined,
        message:
          cells > MOST_CELLS
            ? `the tables have more than ${MOST_CELLS} cells`
            : `the text has more than ${MOST_NODES} parts`,
        mend: 'split it into several stories',
      });
      return false;
    }
    level = below;
  }
  return true;
}

function reportDepth(line: number | undefined, report: Report): void {
  report.error({
    line,
    message: `more than ${DEEPEST_NESTING} quotations, lists or other parts stand in one another here`,
    mend: 'take some of the levels away',
  });
}
