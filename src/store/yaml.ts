/**
 * Reads YAML so that every mistake can be shown at its line, and so that nothing in it can hurt:
 * core schema (a date stays the text that was written), bounded aliases, bounded size.
 */
import { LineCounter, isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Document, ErrorCode, Node } from 'yaml';
import type { Problem } from '../problems.ts';
import { readPlainYaml } from './plain-yaml.ts';
import type { PlainKey, PlainNode } from './plain-yaml.ts';
import { findUnmerged, UNMERGED } from './unmerged.ts';

/** The largest front matter or YAML file that is read, in characters. */
const LARGEST_YAML = 256 * 1024;

/** So many lines with a field are more than any file of a paper has. Each is compared with all others. */
const MOST_FIELDS = 5_000;

/** Nesting beyond this is no front matter, and would exhaust the parser's stack. */
const DEEPEST_YAML = 40;

/** A path into data: `['lead', 'alt']`, `['topics', 2]`. */
export type FieldPath = readonly (string | number)[];

/** Data and where each piece of it stood. */
export interface PositionedData {
  /** What the YAML says; undefined when it could not be read at all. */
  data: unknown;
  /** The line of a field, or of the nearest thing around it that exists. */
  lineOf(path: FieldPath): number;
  /** The line of a key of the map at `path`. */
  lineOfKey(path: FieldPath, key: string): number;
  /** What was written there, as text. */
  sourceOf(path: FieldPath): string | undefined;
  problems: Problem[];
}

/** A file's front matter and its body. */
export interface FrontMatter {
  yaml: string;
  /** Line of the first line of the YAML, from 1. */
  yamlLine: number;
  body: string;
  /** Line of the first line of the body, from 1. */
  bodyLine: number;
}

/** Splits a Markdown file at its `---` lines; undefined when it has no front matter. */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  const opening = /^---[ \t]*\r?\n/.exec(clean);
  if (opening === null) return undefined;
  const rest = clean.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
  if (closing === null) return undefined;
  const yaml = rest.slice(0, closing.index);
  return {
    yaml,
    yamlLine: 2,
    body: rest.slice(closing.index + closing[0].length),
    bodyLine: 2 + countLines(yaml) + 1,
  };
}

/** Whether its lines end as on Macs of the last century, which nothing here takes for line ends. */
export function hasOldLineEnds(text: string): boolean {
  return text.includes('\r') && !text.includes('\n');
}

/** What is said of that. */
export const OLD_LINE_ENDS = {
  message: 'has line ends of very old Macs (CR), so all of it is one line',
  mend: 'save it with the line ends of today (LF)',
};

/** Parses YAML text of `file`, which begins at `firstLine`. Never throws. */
export function parseYaml(text: string, file: string, firstLine = 1): PositionedData {
  if (text.length > LARGEST_YAML) {
    return unread(firstLine, [
      {
        severity: 'error',
        file,
        line: firstLine,
        message: `has more than ${LARGEST_YAML / 1024} KB of YAML`,
        mend: 'move the text into the body',
      },
    ]);
  }
  if (hasOldLineEnds(text)) {
    return unread(firstLine, [{ severity: 'error', file, line: firstLine, ...OLD_LINE_ENDS }]);
  }
  if (fieldsIn(text) > MOST_FIELDS) {
    return unread(firstLine, [
      {
        severity: 'error',
        file,
        line: firstLine,
        message: `has more than ${MOST_FIELDS} fields`,
        mend: 'see docs/content-reference.md for its fields',
      },
    ]);
  }
  if (isTooDeep(text)) {
    return unread(firstLine, [
      {
        severity: 'error',
        file,
        line: firstLine,
        message: 'is nested too deeply',
        mend: 'see docs/content-reference.md for its fields',
      },
    ]);
  }
  const unmerged = findUnmerged(text);
  if (unmerged !== undefined) {
    const line = firstLine + countLines(text.slice(0, unmerged.at));
    const { value } = unmerged;
    return unread(firstLine, [{ severity: 'error', file, line, value, ...UNMERGED }]);
  }
  const plain = readPlainYaml(text);
  return plain === undefined
    ? parseWholeYaml(text, file, firstLine)
    : plainData(plain, firstLine, () => parseWholeYaml(text, file, firstLine));
}

function unread(firstLine: number, problems: Problem[]): PositionedData {
  return {
    data: undefined,
    lineOf: () => firstLine,
    lineOfKey: () => firstLine,
    sourceOf: () => undefined,
    problems,
  };
}

/** What was read without the parser; the parser is asked for what that does not tell. */
function plainData(
  root: PlainNode,
  firstLine: number,
  parse: () => PositionedData,
): PositionedData {
  let parsed: PositionedData | undefined;
  const asParsed = () => (parsed ??= parse());
  const inFile = (line: number) => firstLine - 1 + line;
  const lineOf = (path: FieldPath): number => {
    const last = path.at(-1);
    const group = typeof last === 'string' ? nearest(root, path.slice(0, -1)) : undefined;
    const key = group?.found === true ? keyOf(group.node, last) : undefined;
    if (key !== undefined) return inFile(key.line);
    const near = nearest(root, path);
    return near === undefined ? asParsed().lineOf(path) : inFile(near.node.line);
  };
  return {
    data: root.value,
    lineOf,
    lineOfKey: (path, name) => {
      const group = nearest(root, path);
      if (group === undefined) return asParsed().lineOfKey(path, name);
      const key = group.found ? keyOf(group.node, name) : undefined;
      return key === undefined ? lineOf(path) : inFile(key.line);
    },
    sourceOf: (path) => {
      const near = nearest(root, path);
      if (near?.found === false) return undefined;
      const source = near?.node.source;
      return source === undefined ? asParsed().sourceOf(path) : trimmed(source);
    },
    problems: [],
  };
}

/**
 * The value at a path, or the one around it that is the nearest; undefined where that is not certain:
 * the parser takes `'1'` for the second item of a list.
 */
function nearest(
  root: PlainNode,
  path: FieldPath,
): { node: PlainNode; found: boolean } | undefined {
  let node = root;
  for (const part of path) {
    if (typeof part === 'string' && node.items !== undefined) return undefined;
    const inner = typeof part === 'number' ? node.items?.[part] : keyOf(node, part)?.node;
    if (inner === undefined) return { node, found: false };
    node = inner;
  }
  return { node, found: true };
}

function keyOf(node: PlainNode, name: string | number | undefined): PlainKey | undefined {
  return node.keys?.find((key) => key.name === name);
}

/** The same with the parser alone: slower, and what `parseYaml` must agree with. */
export function parseWholeYaml(text: string, file: string, firstLine: number): PositionedData {
  const problems: Problem[] = [];
  const report = (line: number, message: string, mend: string) => {
    problems.push({ severity: 'error', file, line, message, mend });
  };
  const nothing = unread(firstLine, problems);
  const counter = new LineCounter();
  const line = (offset: number) => firstLine - 1 + counter.linePos(offset).line;
  let document: Document.Parsed;
  let data: unknown;
  try {
    document = parseDocument(text, {
      schema: 'core',
      lineCounter: counter,
      prettyErrors: false,
      strict: true,
      uniqueKeys: true,
      stringKeys: true,
    });
    const lines = text.split('\n');
    const writtenAt = (at: number) => lines[at - firstLine] ?? '';
    const tell = (at: number, said: { message: string; mend: string }) => {
      const value = writtenAt(at).trim().slice(0, LONGEST_SHOWN);
      const shown = value === '' ? {} : { value };
      problems.push({ severity: 'error', file, line: at, ...shown, ...said });
    };
    const faults = [...document.errors, ...document.warnings];
    const hash =
      faults.length === 0 ? -1 : lines.findIndex((written) => HASH_IN_BRACKETS.test(written));
    const told = new Set<number>();
    for (const fault of faults) {
      const found = line(fault.pos[0]);
      const isOfHash = hash !== -1 && firstLine + hash <= found && mayBeOfHash(fault);
      const at = isOfHash ? firstLine + hash : found;
      // What follows on the same line is a consequence.
      if (told.has(at)) continue;
      told.add(at);
      tell(at, isOfHash ? HASH : inWords(fault, writtenAt(at)));
    }
    if (problems.length > 0) return nothing;
    if (isScalar(document.contents) && document.contents.value !== null) {
      const at = line(document.contents.range[0]);
      tell(at, ofLine(writtenAt(at)) ?? NO_FIELD);
      return nothing;
    }
    data = document.toJS({ maxAliasCount: 50 }) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(firstLine, `could not be read as YAML: ${reason}`, 'write plain fields without anchors');
    return nothing;
  }
  visit(document, {
    Pair(_, { key }) {
      // Data that is read by name has no place for it.
      if (!isScalar(key) || key.value !== '__proto__' || !key.range) return;
      problems.push({
        severity: 'error',
        file,
        line: line(key.range[0]),
        field: '__proto__',
        message: 'is no name that data can have',
        mend: 'take another one',
      });
    },
    Scalar(_, { comment, range, type }) {
      // `We are #1 in town`: what somebody means as a comment begins with a space. Where nothing
      // stands before it, the schema misses the value.
      if (type !== 'PLAIN' || !range || !/^[^\s#]/u.test(comment ?? '')) return;
      if (range[0] === range[1]) return;
      problems.push({
        severity: 'warning',
        file,
        line: line(range[0]),
        value: text.slice(range[0], range[2]).trim(),
        message: 'ends at the #, where YAML begins a comment',
        mend: 'put the text in quotes, or a space behind the # of a comment',
      });
    },
  });
  const nodeAt = (path: FieldPath): Node | undefined => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node =
        length === 0
          ? document.contents
          : (document.getIn(path.slice(0, length), true) as Node | null | undefined);
      if (node?.range) return node;
    }
    return undefined;
  };
  const lineOfKey = (path: FieldPath, key: string): number => {
    const map = path.length === 0 ? document.contents : (document.getIn(path, true) as Node | null);
    if (isMap(map)) {
      for (const pair of map.items) {
        if (isScalar(pair.key) && String(pair.key.value) === key && pair.key.range) {
          return line(pair.key.range[0]);
        }
      }
    }
    return lineOf(path);
  };
  const lineOf = (path: FieldPath): number => {
    const last = path.at(-1);
    if (typeof last === 'string') {
      const parent = path.slice(0, -1);
      const map = parent.length === 0 ? document.contents : document.getIn(parent, true);
      if (isMap(map) && map.has(last)) return lineOfKey(parent, last);
    }
    const node = nodeAt(path);
    return node?.range ? line(node.range[0]) : firstLine;
  };
  return {
    data,
    lineOf,
    lineOfKey,
    sourceOf: (path) => {
      const node = document.getIn(path, true) as Node | null | undefined;
      if (!node?.range) return undefined;
      const [start, end, behind] = node.range;
      // `#metoo` without quotes is a comment, and yet what somebody wrote there.
      if (start === end && /^[^\s#]/u.test(node.comment ?? '')) {
        return trimmed(text.slice(start, behind)).split('\n', 1)[0];
      }
      return trimmed(text.slice(start, end));
    },
    problems,
  };
}

/** Without the spaces and line ends around it; signs that only look like spaces are of the text. */
function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

/** How many lines may have a field. */
function fieldsIn(text: string): number {
  return text.match(/:.*$/gm)?.length ?? 0;
}

/** A cheap upper bound of the nesting: brackets, dashes and steps of indentation. */
function isTooDeep(text: string): boolean {
  let brackets = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    if (bracket === '[' || bracket === '{') brackets += 1;
    else brackets = Math.max(0, brackets - 1);
    if (brackets > DEEPEST_YAML) return true;
  }
  return /^[ \t]*(?:[-?][ \t]+){40}/m.test(text) || /^ {400}/m.test(text);
}

/** How much of a line a message shows. */
const LONGEST_SHOWN = 80;

/** A `#` that YAML takes for a comment, behind a bracket that is open: the comment hides its end. */
const HASH_IN_BRACKETS = /[[{](?:[^\]}"'#]|"[^"]*"|'[^']*')*(?<=[\s,[{])#\S/u;

function mayBeOfHash({ code, message }: { code: ErrorCode; message: string }): boolean {
  return code === 'BAD_INDENT' || message.startsWith('Comments must');
}

const HASH = notValid(
  'a # within brackets, where it begins a comment',
  'put what begins with # in quotes: "#7a1f1f", "#metoo"',
);

const NO_FIELD = notValid(
  'this line is no field with its value',
  'write the name of a field, a colon, a space and the value',
);

function notValid(what: string, mend: string): { message: string; mend: string } {
  return { message: `is no valid YAML: ${what}`, mend };
}

/** What is wrong with a line as far as that is seen in the line alone. */
function ofLine(line: string): { message: string; mend: string } | undefined {
  if (/^\s*-[^\s-]/.test(line))
    return notValid('a dash without a space', 'write a space behind the dash');
  if (/^[\s-]*[\w-]+\s*：/.test(line)) {
    return notValid('a wide colon (：)', 'write an ordinary colon (:) and a space behind it');
  }
  if (/^[\s-]*[\w-]+:(?:[^\S \t\r\n]|[\u200b-\u200f\u2060])/.test(line)) {
    return notValid(
      'no ordinary space behind the colon',
      'delete what stands between the colon and the value, and write a space there',
    );
  }
  if (/^\s*[a-z][\w-]*:[^\s:/]/i.test(line)) {
    return notValid('a colon without a space', 'write a space behind the first colon');
  }
  if (/^\s*[\w-]+:\s+[-?]\s/.test(line)) {
    return notValid('a text that begins with a sign of YAML’s own', 'put the text in quotes');
  }
  return undefined;
}

/** A fault of the parser in the words of those who do not know YAML. */
function inWords(
  { code, message }: { code: ErrorCode; message: string },
  line: string,
): { message: string; mend: string } {
  const seen = ofLine(line);
  if (seen !== undefined) return seen;
  if (message.startsWith('Sequence item')) {
    return notValid('another indentation than above', 'indent it as the field above it');
  }
  switch (code) {
    case 'MULTILINE_IMPLICIT_KEY':
      return notValid(
        'this line is no field with its value',
        'put the text that it belongs to in quotes, or indent it',
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
      return notValid('a second colon', 'put the text in quotes: it has a colon in it');
    case 'MULTIPLE_DOCS':
      return notValid('a line --- among the fields', 'remove that line');
    case 'DUPLICATE_KEY':
      return notValid('this field stands here twice', 'keep one of the two');
    case 'TAB_AS_INDENT':
      return notValid('a tab', 'indent it with spaces, as the lines around it');
    case 'BAD_SCALAR_START':
      return notValid('a text that begins with a sign of YAML’s own', 'put the text in quotes');
    case 'TAG_RESOLVE_FAILED':
      return notValid('a tag', 'leave the tag out: only plain values are read');
    case 'BAD_INDENT':
      return notValid(
        'a bracket that is not closed, or another indentation',
        'close the bracket, or indent it as the lines around it; a colour stands in quotes: "#7a1f1f"',
      );
    default:
  }
  if (/["'].*["'].*["']/.test(line)) {
    return notValid('quotes within quotes', 'write the inner ones as “ ”');
  }
  return notValid(message, 'put the text in quotes, or compare with docs/content-reference.md');
}
