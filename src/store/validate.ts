/** Turns what a schema objects to into problems that say where, what stood there and what to do. */
import type { z } from 'astro/zod';
import { suggest } from '../problems.ts';
import type { Problem } from '../problems.ts';
import type { FieldPath, PositionedData } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** Words that a field's own message cannot know: how to mend it, by the last name of its path. */
const MENDS: Record<string, string> = {
  published: 'write it as 2025-02-03 or 2025-02-03T09:30',
  updated: 'write it as 2025-02-03 or 2025-02-03T09:30',
  date: 'write it as 2025-02-03 or 2025-02-03T09:30',
  start: 'write it as 2025-02-03T09:30',
  end: 'write it as 2025-02-03T09:30',
  starts: 'write it as 2025-02-03 or 2025-02-03T09:30',
  ends: 'write it as 2025-02-03 or 2025-02-03T09:30',
};

/** Signs that are seen as a space, or not at all, before or behind what is written. */
const ODD_EDGE = /^(?:[^\S \t\r\n]|[\u200b-\u200f\u2060])|(?:[^\S \t\r\n]|[\u200b-\u200f\u2060])$/u;

const NOT_SPACES = 'delete the signs that are no ordinary spaces, though they look so, around';

/** What a schema made of positioned data. */
export interface Validated<Data> {
  /** Undefined where there are problems that leave nothing to go on with. */
  data: Data | undefined;
  /** Fields that are not as they were written: data that has any is fit for checks only. */
  faulty: ReadonlySet<string>;
  problems: Problem[];
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Checks positioned data against a schema; every problem that it finds is an error. Data with mistakes is given
 * back without its faulty fields, or with their `standIns`, so that the checks after this one can
 * find the other mistakes of the file in the same run.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  source: PositionedData,
  file: string,
  standIns: Record<string, unknown> = {},
): Validated<z.output<Schema>> {
  if (source.problems.some(({ severity }) => severity === 'error'))
    return { data: undefined, faulty: NONE, problems: source.problems };
  const input = source.data ?? {};
  const result = schema.safeParse(input);
  if (result.success) return { data: result.data, faulty: NONE, problems: source.problems };
  const { issues } = result.error;
  const faulty = new Set(issues.flatMap(fieldsOf));
  const rest = isFields(input)
    ? schema.safeParse({
        ...Object.fromEntries(Object.entries(input).filter(([field]) => !faulty.has(field))),
        ...Object.fromEntries(Object.entries(standIns).filter(([field]) => faulty.has(field))),
      })
    : undefined;
  return {
    data: rest?.success === true ? rest.data : undefined,
    faulty,
    problems: [
      ...source.problems,
      ...issues.flatMap((issue) => explain(issue, [], source, file, schema)),
    ],
  };
}

/** The fields of the whole that an issue is about. */
function fieldsOf(issue: Issue): string[] {
  const [first] = issue.path;
  if (first !== undefined) return [String(first)];
  return issue.code === 'unrecognized_keys' ? issue.keys : [];
}

function isFields(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function explain(
  issue: Issue,
  base: FieldPath,
  source: PositionedData,
  file: string,
  schema: z.ZodType,
): Problem[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'symbol' ? '' : part))];
  const written = source.sourceOf(path);
  const place = {
    severity: 'error' as const,
    file,
    line: source.lineOf(path),
    field: fieldName(path),
    value: written,
  };
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => ({
      ...place,
      line: source.lineOfKey(path, key),
      field: fieldName([...path, key]),
      value: source.sourceOf([...path, key]),
      message: 'is no field that exists here',
      mend: ODD_EDGE.test(key) ? `${NOT_SPACES} the name` : suggest(key, known),
    }));
  }
  if (issue.code === 'invalid_union') {
    const longest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
    if (longest !== undefined && depth(longest) > 0) {
      return longest.flatMap((inner) => explain(inner, path, source, file, schema));
    }
    const plain = issue.errors[0]?.[0];
    if (plain !== undefined) return explain(plain, path, source, file, schema);
    return [{ ...place, message: 'has the wrong form', mend: 'see docs/content-reference.md' }];
  }
  if (written === undefined && issue.code === 'invalid_type') {
    return [
      {
        ...place,
        value: undefined,
        message: 'is missing',
        mend: `add \`${String(path.at(-1))}: …\``,
      },
    ];
  }
  const isOfKind = issue.code === 'invalid_type' || issue.code === 'invalid_value';
  if (isOfKind && written?.startsWith('#') === true) {
    const message = 'is empty, because # begins a comment';
    return [{ ...place, message, mend: `put it in quotes: "${written}"` }];
  }
  if (isOfKind && written === '') {
    const mend = mendOf(issue, path, '', schema);
    return [{ ...place, value: undefined, message: 'is empty', mend }];
  }
  return [{ ...place, message: messageOf(issue), mend: mendOf(issue, path, written, schema) }];
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? `is not ${article(issue.expected)}`
        : issue.message;
    case 'invalid_value':
      return 'is none of the words that are possible here';
    case 'too_big':
      return issue.message.startsWith('Too big')
        ? tooMuch(issue.origin, String(issue.maximum), issue.inclusive)
        : issue.message;
    case 'too_small':
      return issue.message.startsWith('Too small')
        ? tooLittle(issue.origin, String(issue.minimum), issue.inclusive)
        : issue.message;
    case 'invalid_key':
      return 'is no language tag (BCP 47), such as `en`, `ar` or `pt-BR`';
    default:
      return issue.message;
  }
}

function tooMuch(origin: string, most: string, inclusive: boolean | undefined): string {
  if (origin === 'array') return `has more than ${most} parts`;
  return inclusive === false ? `is not less than ${most}` : `is more than ${most}`;
}

function tooLittle(origin: string, fewest: string, inclusive: boolean | undefined): string {
  if (origin === 'array') return `has fewer than ${fewest} parts`;
  return inclusive === false ? `is not more than ${fewest}` : `is less than ${fewest}`;
}

function mendOf(
  issue: Issue,
  path: FieldPath,
  written: string | undefined,
  schema: z.ZodType,
): string {
  const isOfLength = issue.code === 'too_big' || issue.code === 'too_small';
  if (!isOfLength && ODD_EDGE.test(written ?? '')) return `${NOT_SPACES} the value`;
  const last = path.findLast((part) => typeof part === 'string') ?? '';
  const dates = MENDS[last];
  if (dates !== undefined) return dates;
  if (issue.code === 'invalid_value') {
    return suggest(unquote(written ?? ''), issue.values.map(String));
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    return written === undefined || written === '' || /^[[{\n-]/.test(written)
      ? 'write a text'
      : `put it in quotes: "${written}"`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'array') {
    const ofGroups = knownKeys(schema, [...path, 0]).length > 0;
    const isGroup = /^\{|^[^\s:]+:(?:\s|$)/.test(written ?? '');
    if (isGroup && ofGroups) return 'write a dash and a space before its first field: - …';
    return isGroup || written === ''
      ? 'write a list: [one, another]'
      : `write a list: [${written ?? ''}]`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'boolean') return 'write true or false';
  return 'see docs/content-reference.md';
}

function article(type: string): string {
  const names: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
    tuple: 'a list',
    int: 'a whole number',
  };
  return names[type] ?? `of type ${type}`;
}

/** The names of the fields of the object at `path` in a schema. */
export function knownKeys(schema: z.ZodType, path: FieldPath): string[] {
  let current: unknown = schema;
  for (const part of path) {
    current = unwrap(current);
    const definition = definitionOf(current);
    if (definition?.shape !== undefined) current = definition.shape[String(part)];
    else if (definition?.element !== undefined) current = definition.element;
    else if (definition?.valueType !== undefined) current = definition.valueType;
    else return [];
  }
  return Object.keys(definitionOf(unwrap(current))?.shape ?? {});
}

interface Definition {
  shape?: Record<string, unknown>;
  element?: unknown;
  valueType?: unknown;
  innerType?: unknown;
}

function definitionOf(schema: unknown): Definition | undefined {
  return (schema as { def?: Definition } | undefined)?.def;
}

function unwrap(schema: unknown): unknown {
  let current = schema;
  for (let inner = definitionOf(current)?.innerType; inner !== undefined;) {
    current = inner;
    inner = definitionOf(current)?.innerType;
  }
  return current;
}

/** `lead.alt`, `topics[2]`. */
function fieldName(path: FieldPath): string | undefined {
  if (path.length === 0) return undefined;
  return path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`,
    '',
  );
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function unquote(text: string): string {
  return text.replace(/^(['"])(.*)\1$/s, '$2');
}
