import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readPlainYaml } from './plain-yaml.ts';
import { parseWholeYaml, parseYaml, splitFrontMatter } from './yaml.ts';
import type { FieldPath, PositionedData } from './yaml.ts';

/** What can be asked of data about a path. */
function toldOf(read: PositionedData, path: FieldPath) {
  return [path, read.lineOf(path), read.sourceOf(path), read.lineOfKey(path, 'text')];
}

/** The paths of a value and of everything in it, and some that lead nowhere. */
function pathsIn(value: unknown, path: FieldPath = []): FieldPath[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => pathsIn(item, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...path, name]))
      : [];
  const nowhere: FieldPath[] = [
    [...path, 'nowhere'],
    [...path, 'nowhere', 'text'],
    [...path, '0'],
    [...path, 9],
  ];
  return [path, ...nowhere, ...inner];
}

/** Asserts that the parser reads the same; gives whether it was asked at all. */
function isReadAlone(yaml: string): boolean {
  const whole = parseWholeYaml(yaml, 'a.md', 2);
  const read = parseYaml(yaml, 'a.md', 2);
  expect({ yaml, data: read.data }).toStrictEqual({ yaml, data: whole.data });
  expect(read.problems).toEqual(whole.problems);
  for (const path of pathsIn(whole.data)) {
    const [found, expected] = [toldOf(read, path), toldOf(whole, path)];
    // The test runner's own comparison takes many times as long.
    if (!isDeepStrictEqual(found, expected)) expect([yaml, ...found]).toEqual([yaml, ...expected]);
  }
  return readPlainYaml(yaml) !== undefined;
}

describe('front matter', () => {
  const stories = path.join(import.meta.dirname, '../../content/articles');

  it('as newsrooms write it needs no parser', () => {
    const files = readdirSync(stories, { recursive: true, encoding: 'utf8' });
    const texts = files
      .filter((file) => file.endsWith('.md'))
      .map((file) => splitFrontMatter(readFileSync(path.join(stories, file), 'utf8'))?.yaml ?? '');
    const alone = texts.filter(isReadAlone);
    expect(texts.length).toBeGreaterThan(20);
    expect(alone.length / texts.length).toBeGreaterThan(0.9);
  });

  it.each([
    ['texts', 'a: plain, (with signs)\nb: "in \\"quotes\\": \\\\ \\/"\nc: \'it\'\'s\'\n'],
    ['texts over several lines', 'a: one\n  two\n   three\nb: "one  \n  two"\nc: \'one\n  two\'\n'],
    [
      'texts below a sign',
      'a: >-\n  one\n  two\nb: |\n    one\n    two\n\nc: >\n  # one\nd: |-\n  x\n',
    ],
    ['words and numbers', 'a: true\nb: FALSE\nc: ~\nd: NULL\ne: 12\nf: +1.50\ng: .5\nh: 012\ni:\n'],
    ['words and numbers in lists', 'a: [true, 12, 0.5, ~, "12", \'true\', a b]\nb: []\n'],
    ['days and moments', 'a: 2025-02-03\nb: 2025-02-03T09:30\nc: 2025-02-03 09:30:00+02:00\n'],
    ['lists', 'a:\n  - one\n  - "two"\n\n  - 3\nb:\n- one\n- two\n  lines\nc: x\n'],
    ['groups', 'a:\n  b:\n    c: d\n  e: f\ng: h\n'],
    [
      'lists of groups',
      'a:\n  - date: 2025-02-03\n    text: b\n  -  date: x\n     text:\n       - y\n',
    ],
    ['letters of any script', 'заголовок: Лёд\nعنوان: ثلج\nx: 氷 🧊\n'],
    ['keys that name files', 'pictures:\n  a-1.jpg:\n    alt: b\n  2.png:\n    alt: c\n'],
    ['keys that are words and numbers', 'true: a\nnull: b\n2025: c\n1.5: d\n'],
    ['spaces behind and empty lines', '\na:   b   \n\n\nc: "d"   \ne: [f]  \n\n'],
    ['no line end at the end', 'a: b\nc: >-\n  d'],
  ])('is read without it: %s', (_what, yaml) => {
    expect(isReadAlone(yaml)).toBe(true);
  });
});

describe('what is left to the parser', () => {
  it.each([
    ['nothing', ''],
    ['comments', '# a\nb: c\n'],
    ['a comment behind a text', 'a: b # c\n'],
    ['anchors', 'a: &b c\nd: *b\n'],
    ['tags', 'a: !!str 1\n'],
    ['groups in braces', 'a: { b: c }\n'],
    ['lists over several lines', 'a: [b,\n  c]\n'],
    ['an item that is a list', 'a:\n  - - b\n'],
    ['other escapes', 'a: "\\u00e9\\n"\n'],
    ['paragraphs', 'a: b\n\n  c\n'],
    ['paragraphs below a sign', 'a: >-\n  b\n\n  c\n'],
    ['a text that keeps its last lines', 'a: |+\n  b\n\n'],
    ['lines of unequal indentation', 'a: |\n  b\n   c\n'],
    ['other numbers', 'a: 0x1F\nb: 1e3\nc: .inf\n'],
    ['a number in a list', 'a: [0o17]\n'],
    ['tabs', 'a:\tb\n'],
    ['carriage returns', 'a: b\r\nc: d\r\n'],
    ['keys in quotes', '"a": b\n'],
    ['keys with spaces', 'a b: c\n'],
    ['the key __proto__', '__proto__: a\n'],
    ['a text alone', 'a\n'],
    ['a list alone', '- a\n'],
    ['two documents', 'a: b\n---\nc: d\n'],
  ])('%s', (_what, yaml) => {
    expect(isReadAlone(yaml)).toBe(false);
  });

  it.each([
    ['a key twice', 'a: b\na: c\n'],
    ['a colon in a text', 'a: b: c\n'],
    ['a colon at the end of a text', 'a: b:\n'],
    ['a colon in a further line', 'a: b\n  c: d\n'],
    ['a quote that is not closed', 'a: "b\nc: d\n'],
    ['words behind a quote', 'a: "b" c\n'],
    ['words behind a list', 'a: [b] c\n'],
    ['a list that is not closed', 'a: [b\n'],
    ['a comma too many', 'a: [b,, c]\n'],
    ['an indentation too little', 'a:\n    b: c\n  d: e\n'],
    ['an indentation too much', 'a: "b"\n  c: d\n'],
    ['an item too far left', 'a:\n    - b\n  - c\n'],
    ['a key among items', 'a:\n  - b\n  c: d\n'],
    ['a text that begins with a sign', 'a: @b\nc: `d\n'],
    ['a quote with a line too far left', 'a:\n  b: "c\n  d"\n'],
    ['a text that ends too soon', 'a: >-\nb: c\n'],
  ])('mistakes: %s', (_what, yaml) => {
    expect(isReadAlone(yaml)).toBe(false);
  });

  it('does not take long to find', () => {
    const spaces = ' '.repeat(200_000);
    const start = performance.now();
    for (const yaml of [
      `a: [b${spaces}c, d${spaces}\n`,
      `a: ["b"${spaces}x]\n`,
      `a: "b${spaces}c\n  d${spaces}e\n`,
      `a: 'b${spaces}c\n  d${spaces}e'\n`,
      `a: b${spaces}c: d\n`,
      `a: >-\n  b${spaces}c\n\n  d\n`,
      `a: "${'\\"'.repeat(100_000)}\n`,
    ]) {
      readPlainYaml(yaml);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('is read as before: by the parser', () => {
    expect(parseYaml('a: { b: 1e3 } # c\n', 'a.md').data).toEqual({ a: { b: 1000 } });
    expect(parseYaml('a: b: c\n', 'a.md', 5).problems).toMatchObject([{ file: 'a.md', line: 5 }]);
  });
});

describe('front matter made by chance', () => {
  /** Numbers from 0 to 1, the same in every run. */
  function chance(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state / 0x80000000;
    };
  }

  const WORDS =
    "a|the ice|Skarne|it's|10:30|a, b|(x)|é|氷|🧊|12|1.5|0|-1|+2|1e3|0x1f|.5|5.|.inf|true|No|null|~|2025-02-03|2025-02-03T09:30|x:y|x #y|x# y|-|- a|? a|a -|@|`|%|&a|*a|!a|\"|'|\\|{|}|[|]|>|#|:|=|<<|\u00a0|\u2028|\u0085|   ".split(
      '|',
    );
  const SPOILS =
    '\n| |  |: |:|- |#| #|"|\'|[|]|{|}|,|\t|\\|\r|\ufeff|\u0007|---\n|...\n|>-\n|?|a: b\n|  a: b\n|- a\n'.split(
      '|',
    );

  function document(random: () => number): string {
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const words = () => Array.from({ length: 1 + random() * 4 }, () => pick(WORDS)).join(' ');
    const plain = () => words().replace(/[:#]/g, '');
    const quoted = (text: string) =>
      random() < 0.5 ? `"${text.replace(/["\\]/g, '\\$&')}"` : `'${text.replaceAll("'", "''")}'`;
    const key = () => pick(['a', 'text', 'alt', 'заголовок', 'b-c', 'd.jpg', 'true', '12', 'e f']);
    const folded = (text: string, indent: string) =>
      random() < 0.3 ? text.replaceAll(' ', `\n${indent}  `) : text;
    const scalar = (indent: string): string =>
      pick([
        () => folded(plain(), indent),
        () => words(),
        () => folded(quoted(words()), indent),
        () =>
          `[${Array.from({ length: random() * 4 }, () => pick([plain(), quoted(words())])).join(', ')}]`,
        () => `${pick(['>-', '>', '|', '|-', '|+'])}\n${indent}  ${words()}\n${indent}  ${words()}`,
        () => '',
      ])();
    const group = (indent: string, depth: number): string =>
      Array.from({ length: 1 + random() * 4 }, () => {
        const inner = `${indent}${pick([' ', '  ', '    '])}`;
        const value = random();
        if (depth < 3 && value < 0.1) return `${indent}${key()}:\n${group(inner, depth + 1)}`;
        if (depth < 3 && value < 0.25) {
          const dashes = random() < 0.5 ? indent : inner;
          const item = () =>
            random() < 0.4
              ? `${dashes}- ${group(`${dashes}  `, depth + 1).trimStart()}`
              : `${dashes}- ${scalar(dashes)}\n`;
          return `${indent}${key()}:\n${item()}${item()}`;
        }
        return `${indent}${key()}: ${scalar(indent)}\n${random() < 0.1 ? '\n' : ''}`;
      }).join('');
    const text = group('', 0);
    if (random() < 0.6) return text;
    const at = Math.floor(random() * text.length);
    return `${text.slice(0, at)}${pick(SPOILS)}${text.slice(at)}`;
  }

  it('is read as the parser reads it, or by the parser', () => {
    const random = chance(20250203);
    let alone = 0;
    for (let n = 0; n < 2500; n += 1) if (isReadAlone(document(random))) alone += 1;
    // Enough of it must be read without the parser for this to say something.
    expect(alone).toBeGreaterThan(300);
  });
});
