import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { reservedFault, STANDING_PAGES } from '../src/addresses.ts';
import { parseBody } from '../src/store/body/parse.ts';
import { contentReference, fieldRows, REFERENCE, SCHEMAS } from './content-reference.ts';

const written = await readFile(REFERENCE, 'utf8');

/** The part of the reference between two comments. */
function part(name: string): string {
  const [, rest = ''] = written.split(`<!-- ${name} -->`);
  return rest.split(`<!-- /${name} -->`)[0] ?? '';
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

describe('docs/content-reference.md', () => {
  it('is what npm run docs writes', async () => {
    expect(written).toBe(await contentReference());
  });

  it('describes every field', () => {
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      for (const { field, description } of fieldRows(name, schema)) {
        expect(description, `${name} ${field}`).not.toBe('');
        expect(written).toContain(`\`${field}\``);
      }
    }
  });

  it('names the directives and attributes that texts may have', () => {
    const problems = (markdown: string) =>
      parseBody(markdown, { file: 'x.md', firstLine: 1, language: 'en' }).problems;
    const choices = (mend = '') => (/use one of: (.*)/.exec(mend)?.[1] ?? '').split(', ').sort();
    const rows = part('directives')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((text) => text.trim()));
    const names = rows.map(([, directive = '']) => /:+([a-z]+)/.exec(directive)?.[1] ?? '');
    expect(names.toSorted()).toEqual(choices(problems('::qqqqqqqqqqqq')[0]?.mend));
    for (const [index, [, directive = '', attributes = '']] of rows.entries()) {
      const opening = /^`(:+)[a-z]+/.exec(directive)?.[1] ?? '';
      const name = names[index] ?? '';
      const closing = opening.length === 3 ? '\n\nText\n\n:::' : '';
      const found = problems(`${opening}${name}{qqqqqqqqqqqq="1"}${closing}`);
      const { mend } = found.find(({ field }) => field === 'qqqqqqqqqqqq') ?? {};
      const known = mend === `${name} takes none` ? [] : choices(mend);
      expect(codeIn(attributes).toSorted(), name).toEqual(known);
    }
  });

  it('names what is reserved', () => {
    const rules = { defaultLanguage: 'en', languages: ['en'], permalinks: 'file' as const };
    const named = codeIn(part('reserved'));
    expect(named.length).toBeGreaterThan(STANDING_PAGES.length);
    for (const name of named) expect(reservedFault(name, rules), name).toBeDefined();
    for (const name of STANDING_PAGES) expect(named).toContain(name);
  });
});
