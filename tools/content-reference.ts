/**
 * Writes `docs/content-reference.md` from the schemas of the content: `npm run docs`. What a field
 * is stands in its schema; what is said here is what no schema can say.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { z } from 'astro/zod';
import { appeal } from '../src/schema/appeal.ts';
import { article, REVIEWED_TYPES } from '../src/schema/article.ts';
import { author } from '../src/schema/author.ts';
import { front } from '../src/schema/front.ts';
import { page } from '../src/schema/page.ts';
import { pictureSidecar } from '../src/schema/picture.ts';
import { publication } from '../src/schema/publication.ts';
import { section, series } from '../src/schema/section.ts';
import { topic } from '../src/schema/topic.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** The file that is generated. */
export const REFERENCE = path.join(ROOT, 'docs/content-reference.md');

const TEMPLATE = path.join(ROOT, 'tools/content-reference.template.md');

/** A place in the template: `<!-- fields article -->`. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  publication,
  article,
  picture: pictureSidecar,
  author,
  section,
  series,
  topic,
  front,
  page,
  appeal,
};

/** What the store demands beyond the schema, by schema and field. */
const DEMANDED: Record<string, string> = {
  'article authors': 'unless `byline`',
  'article lead.alt': 'unless `decorative`',
  'article lead.credit': 'yes',
  'article pictures.*.alt': 'unless `decorative`',
  'article pictures.*.credit': 'yes',
  'article live': 'for `kind: live`',
  'article sponsor': 'for `kind: sponsored`',
  'article review': 'for `kind: review`',
};

/** A row of a table. */
export interface FieldRow {
  /** `lead.alt`, `corrections[].date`, `pictures.*.credit`. */
  field: string;
  type: string;
  fallback: string;
  required: string;
  description: string;
}

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  options?: readonly z.ZodType[];
  entries?: Record<string, string>;
  defaultValue?: unknown;
}

/** The fields of an object schema, those of groups below their group. */
export function fieldRows(name: string, schema: z.ZodType, prefix = ''): FieldRow[] {
  return Object.entries(definitionOf(schema).shape ?? {}).flatMap(([key, value]) => {
    const field = `${prefix}${key}`;
    const { inner, optional, fallback, description } = unwrap(value);
    const required = DEMANDED[`${name} ${field}`] ?? (optional ? '' : 'yes');
    const row: FieldRow = { field, type: typeName(inner), fallback, required, description };
    return [row, ...inside(name, inner, field)];
  });
}

function inside(name: string, schema: z.ZodType, field: string): FieldRow[] {
  const { type, element, valueType } = definitionOf(schema);
  if (type === 'object') return fieldRows(name, schema, `${field}.`);
  if (type === 'array' && element !== undefined) return inside(name, element, `${field}[]`);
  if (type === 'record' && valueType !== undefined) return inside(name, valueType, `${field}.*`);
  return [];
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def;
}

/** A schema without its `optional` and `default`, and what these said. */
function unwrap(schema: z.ZodType) {
  let inner = schema;
  let optional = false;
  let fallback = '';
  let description = '';
  for (;;) {
    description ||= inner.meta()?.description ?? '';
    const { type, innerType, defaultValue } = definitionOf(inner);
    if (innerType === undefined || (type !== 'optional' && type !== 'default')) break;
    optional = true;
    // A group as a default is that of its fields.
    if (type === 'default' && typeof defaultValue !== 'object') {
      fallback = `\`${JSON.stringify(defaultValue).replaceAll('"', '')}\``;
    }
    inner = innerType;
  }
  return { inner, optional, fallback, description };
}

/** What may stand there, in a word or two. */
function typeName(schema: z.ZodType): string {
  const { type, element, entries, options, valueType } = definitionOf(schema);
  const title = schema.meta()?.title;
  if (title !== undefined) return title;
  switch (type) {
    case 'string':
      return stringName(schema as z.ZodString);
    case 'number':
      return (schema as z.ZodNumber).format === null ? 'number' : 'whole number';
    case 'boolean':
      return '`true` or `false`';
    case 'enum': {
      const words = Object.values(entries ?? {});
      return words.length > 12
        ? 'one of the words below'
        : words.map((word) => `\`${word}\``).join(', ');
    }
    case 'array':
      return element === undefined ? 'list' : `list: ${typeName(element)}`;
    case 'union': {
      const texts = (options ?? []).find((option) => definitionOf(option).type === 'string');
      return texts === undefined ? 'text' : `${typeName(texts)}, or one for each language`;
    }
    case 'record':
      return valueType === undefined ? 'group' : 'group by name';
    case 'object':
      return 'group';
    default:
      throw new Error(`The reference has no word for the schema type ${type}.`);
  }
}

function stringName(schema: z.ZodString): string {
  if (schema.format === 'email') return 'email address';
  return schema.maxLength === null ? 'text' : `text up to ${schema.maxLength}`;
}

function table(name: string, schema: z.ZodType): string {
  const lines = fieldRows(name, schema).map(({ field, type, fallback, required, description }) =>
    [`\`${field}\``, type, fallback, required, description].map(cell).join(' | '),
  );
  return [
    '| Field | Type | Default | Required | What it is |',
    '| --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
}

function wordList(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

/** The whole reference as Markdown. */
export async function contentReference(): Promise<string> {
  const template = await readFile(TEMPLATE, 'utf8');
  const used = new Set<string>();
  const text = template
    .replace(/<!-- fields ([a-z]+) -->/g, (_place, name: string) => {
      const schema = SCHEMAS[name];
      if (schema === undefined) throw new Error(`The template names an unknown schema, ${name}.`);
      used.add(name);
      return table(name, schema);
    })
    .replace('<!-- kinds -->', () => wordList(Object.values(article.shape.kind.unwrap().enum)))
    .replace('<!-- reviewed -->', () => wordList(REVIEWED_TYPES));
  const unused = Object.keys(SCHEMAS).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`The template has no place for ${unused.join(', ')}.`);
  const style = await resolveConfig(REFERENCE);
  return format(text, { ...style, parser: 'markdown' });
}

if (import.meta.main) {
  await writeFile(REFERENCE, await contentReference());
  console.log('docs/content-reference.md is written.');
}
