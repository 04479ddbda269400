/** Takes values out of YAML, or puts others in their place, and leaves the rest as it was written. */
import { isDeepStrictEqual } from 'node:util';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { CST, Document, Node, Pair } from 'yaml';
import type { FieldPath } from '../../store/yaml.ts';

/** A value that goes, or, with `put`, is replaced by a plain text. */
export interface YamlEdit {
  path: FieldPath;
  put?: string | undefined;
}

/** The text after its edits, and where each of them stood in the text before: lines from 1. */
export interface EditedYaml {
  text: string;
  done: { edit: YamlEdit; line: number }[];
}

const OPTIONS = {
  schema: 'core',
  keepSourceTokens: true,
  prettyErrors: false,
  stringKeys: true,
} as const;

/**
 * Does all that `find` asks for in the data of a YAML text. A list that becomes empty goes with its
 * name. Undefined where the text is no YAML, or one in which this cannot be done.
 */
export function editYaml(
  text: string,
  find: (data: unknown) => YamlEdit[],
): EditedYaml | undefined {
  const original = read(text);
  if (original === undefined) return undefined;
  const done = find(original.data).map((edit) => ({
    edit,
    line: original.counter.linePos(rangeOf(original.document, edit.path)?.[0] ?? 0).line,
  }));
  let edited = text;
  for (let left = done.length; left > 0; left -= 1) {
    const now = read(edited);
    if (now === undefined) return undefined;
    const { document, data } = now;
    // From the end, so that what an alias stands for is there until the alias is gone.
    const last = find(data).sort(
      (a, b) => (rangeOf(document, b.path)?.[0] ?? 0) - (rangeOf(document, a.path)?.[0] ?? 0),
    )[0];
    if (last === undefined) break;
    const wanted = structuredClone(data);
    applyToData(wanted, last);
    const result = [inPlace, throughDocument]
      .map((way) => way(document, edited, last))
      .find((attempt) => attempt !== undefined && holds(attempt, wanted));
    if (result === undefined) return undefined;
    edited = result;
  }
  return { text: edited, done };
}

function read(
  text: string,
): { document: Document.Parsed; data: unknown; counter: LineCounter } | undefined {
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { ...OPTIONS, lineCounter: counter });
    if (document.errors.length > 0) return undefined;
    return { document, data: document.toJS({ maxAliasCount: 50 }) as unknown, counter };
  } catch {
    return undefined;
  }
}

function holds(text: string, wanted: unknown): boolean {
  const result = read(text);
  return result !== undefined && isDeepStrictEqual(result.data ?? {}, wanted ?? {});
}

function rangeOf(document: Document.Parsed, path: FieldPath): Node['range'] {
  return nodeAt(document, path)?.range;
}

function nodeAt(document: Document.Parsed, path: FieldPath): Node | undefined {
  if (path.length === 0) return document.contents ?? undefined;
  return (document.getIn(path, true) as Node | null | undefined) ?? undefined;
}

function applyToData(data: unknown, { path, put }: YamlEdit): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((within, part) => (isGroup(within) ? within[part] : undefined), data);
  const last = path.at(-1);
  if (last === undefined || !isGroup(parent)) return;
  if (put !== undefined) parent[last] = put;
  else if (!Array.isArray(parent)) Reflect.deleteProperty(parent, last);
  else if (parent.length === 1) applyToData(data, { path: path.slice(0, -1) });
  else parent.splice(Number(last), 1);
}

function isGroup(data: unknown): data is Record<string | number, unknown> {
  return typeof data === 'object' && data !== null;
}

/** The path of what goes: of the list itself where its only item does. */
function wholePath(document: Document.Parsed, path: FieldPath): FieldPath {
  const parent = path.slice(0, -1);
  const list = nodeAt(document, parent);
  return isSeq(list) && list.items.length === 1 ? wholePath(document, parent) : path;
}

/** By cutting the source; undefined where the value does not stand by itself. */
function inPlace(document: Document.Parsed, text: string, edit: YamlEdit): string | undefined {
  const node = nodeAt(document, edit.path);
  if (!node?.range) return undefined;
  const [start, end] = node.range;
  if (edit.put !== undefined) {
    if (!isScalar(node) && !isAlias(node)) return undefined;
    const lineEnd = text[end - 1] === '\n' ? '\n' : '';
    return `${text.slice(0, start)}${edit.put}${lineEnd}${text.slice(end)}`;
  }
  const path = wholePath(document, edit.path);
  const parent = nodeAt(document, path.slice(0, -1));
  const last = path.at(-1);
  if (isSeq(parent)) {
    const index = Number(last);
    const spans = parent.items.map((item, at) => itemSpan(parent.srcToken, at, item as Node));
    return cut(text, spans, index, parent.flow === true);
  }
  if (!isMap(parent)) return undefined;
  const pairs = parent.items as Pair<Node, Node | null>[];
  const index = pairs.findIndex(({ key }) => isScalar(key) && key.value === last);
  const spans = pairs.map((pair, at) => itemSpan(parent.srcToken, at, pair.value ?? pair.key));
  return cut(text, spans, index, parent.flow === true);
}

type Span = [start: number, end: number];

/** From the dash or the key of an item to the end of its value. */
function itemSpan(collection: CST.Token | undefined, index: number, value: Node): Span | undefined {
  if (collection === undefined || !('items' in collection)) return undefined;
  const item = collection.items[index];
  if (item === undefined) return undefined;
  const sign = item.start.find(({ type }) =>
    /^(seq-item-ind|explicit-key-ind|anchor|tag)$/.test(type),
  );
  const start = sign?.offset ?? item.key?.offset ?? item.value?.offset;
  const end = endOf(value);
  return start === undefined || end === undefined ? undefined : [start, end];
}

/** Where a value ends: a list in lines at its last item, before the comments that follow. */
function endOf(value: Node): number | undefined {
  if (isSeq(value) && value.flow !== true && value.items.length > 0) {
    return endOf(value.items.at(-1) as Node);
  }
  return value.range?.[1];
}

function cut(
  text: string,
  spans: readonly (Span | undefined)[],
  index: number,
  flow: boolean,
): string | undefined {
  const span = spans[index];
  if (span === undefined) return undefined;
  let [start, end] = span;
  if (flow) {
    const next = spans[index + 1];
    const before = spans[index - 1];
    if (next !== undefined) [end] = next;
    else if (before !== undefined) [, start] = before;
    return text.slice(0, start) + text.slice(end);
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(lineStart, start).trim() !== '') return undefined;
  if (text[end - 1] !== '\n') {
    const newline = text.indexOf('\n', end);
    const lineEnd = newline === -1 ? text.length : newline + 1;
    if (!/^\s*(?:#.*)?\s*$/.test(text.slice(end, lineEnd))) return undefined;
    end = lineEnd;
  }
  return text.slice(0, lineStart) + text.slice(end);
}

/** By the library, which writes the whole text anew. */
function throughDocument(
  document: Document.Parsed,
  _text: string,
  { path, put }: YamlEdit,
): string | undefined {
  try {
    if (put === undefined) document.deleteIn(wholePath(document, path));
    else document.setIn(path, put);
    return String(document);
  } catch {
    return undefined;
  }
}
