import { describe, expect, it } from 'vitest';
import { parse } from './rendering-for-tests.ts';

const faults = (source: string) =>
  parse(source).problems.map(({ severity, line, value, message }) => [
    severity,
    line,
    value,
    message,
  ]);

describe('what Markdown leaves out', () => {
  it('is an error where a row has more cells than the head', () => {
    const table = '| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n';
    const message = 'a row of the table has 4 cells, and its head 2, so the last are not printed';
    expect(faults(table)).toEqual([['error', 3, undefined, message]]);
    expect(faults(table.replace(/^/gm, '> '))).toEqual([['error', 3, undefined, message]]);
    expect(faults('| a | b |\n|---|---|\n| `x|y` | z |\n')).toHaveLength(1);
  });

  it('is nothing where the cells beyond are empty, or fewer', () => {
    expect(faults('| a | b |\n|---|---|\n| 1 | 2 | | |\n| 1 |\n| `x\\|y` | z |\n')).toEqual([]);
  });

  it('is an error where a note has a space in its name', () => {
    const message = 'is no footnote, because its name has a space in it, and is not printed';
    expect(faults('A[^my note]\n\n[^my note]: https://source.example/doc\n')).toEqual([
      ['error', 3, '[^my note]', message],
    ]);
    expect(faults('A[^note] and [b].\n\n[^note]: Text.\n\n[b]: https://a.example\n')).toEqual([]);
  });

  it('is an error where words are taken for the address of a link', () => {
    const message = 'is taken for the address of a link that nothing names, and is not printed';
    for (const [source, value] of [
      ['[Smith]: Yes.', '[Smith]'],
      ['[Editor]: soon', '[Editor]'],
      ['[Laughs]: "ha"', '[Laughs]'],
      ['> [Jones]: <No>', '[Jones]'],
    ] as const) {
      expect(faults(`A.\n\n${source}\n\nB.\n`), source).toEqual([['error', 3, value, message]]);
    }
  });

  it('is a warning where it is an address, and nothing where it is a comment', () => {
    const message = 'is the address of a link that nothing names, and is not printed';
    for (const address of ['https://a.example', './b.md', '/c.html', '#d', 'www.e.example']) {
      expect(faults(`[x]: ${address}\n`), address).toEqual([['warning', 1, '[x]', message]]);
    }
    expect(faults('[//]: # (for the desk)\n\n[comment]: <> (this too)\n')).toEqual([]);
    expect(faults('[a][X] ![b][y]\n\n[x]: ./x.md\n\n[y]: ./y.jpg\n')).toEqual([]);
  });

  it('is an error where an attribute stands twice', () => {
    const message = 'pullquote has this attribute twice, and one of them is not printed';
    expect(faults(':::pullquote{cite="A" cite="B"}\nx\n:::\n')).toEqual([
      ['error', 1, undefined, message],
    ]);
    expect(faults(':::pullquote{cite="A cite=B, cite=C"}\nx\n:::\n')).toEqual([]);
  });

  it('is a warning where HTML has instructions to programs', () => {
    const message = 'is taken for an instruction to programs, and is not printed';
    expect(faults('a\n\n<![CDATA[ words ]]>\n\n<?xml words ?>\n\n<!Note: words>\n')).toEqual([
      ['warning', 3, '<![CDATA[ words ]]>', message],
      ['warning', 5, '<?xml words ?>', message],
      ['warning', 7, '<!Note: words>', message],
    ]);
    expect(faults('<!-- a -->\n\n<!DOCTYPE html>\n')).toEqual([]);
  });
});

describe('markup that is printed as text', () => {
  it.each([
    ['##Heading', 'a heading is printed with its signs'],
    ['A.\n##Heading', 'a heading is printed with its signs'],
    ['##\u00a0Heading', 'a heading is printed with its signs'],
    ['[x] (https://a.example)', 'a link or picture is printed as it is written'],
    ['[x]( https://a.example/a b)', 'a link or picture is printed as it is written'],
    ['[x](https://a.example/a b)', 'a link or picture is printed as it is written'],
    ['![x](a b.jpg)', 'a link or picture is printed as it is written'],
    ['**Bold:**text', 'the signs of bold words are printed'],
    ['He said **“so”**and', 'the signs of bold words are printed'],
    [
      '- ******Bold:** text',
      'stars are printed, because there are more before these words than behind them',
    ],
    ['*So: [x](https://a.example/a b)*', 'a link or picture is printed as it is written'],
    ['| a | b |\n| 1 | 2 |', 'a table is printed as lines of text'],
    [
      'See [the report][rep].',
      'a link is printed as it is written, for its address stands nowhere',
    ],
    ['See [rep][].', 'a link is printed as it is written, for its address stands nowhere'],
    [
      'He would not say on Monday what became of it.\n---',
      'a paragraph becomes a heading by the line below it',
    ],
    ['<center>![x](y.jpg)</center>', 'Markdown within HTML is printed as it is written'],
    ['<p>**Bold** words</p>', 'Markdown within HTML is printed as it is written'],
    ['<div>\n## Heading\n</div>', 'Markdown within HTML is printed as it is written'],
  ])('is a warning: %s', (source, message) => {
    const found = faults(`One.\n\n${source}\n`);
    expect(found.map(([severity, , , said]) => [severity, said])).toEqual([['warning', message]]);
    expect(found[0]?.[1]).toBe(/^(?:A\.|<div)/.test(source) ? 4 : 3);
  });

  it.each([
    'Said. <!-- of whom,\n\nnot named --> He left.',
    'Said. <!-- of whom',
    '| a | <!-- b |\n|---|---|',
  ])('is an error where it is a comment: %s', (source) => {
    const found = faults(`${source}\n`).map(([severity, line, , said]) => [severity, line, said]);
    const message = 'a comment is printed, because it does not end in its paragraph';
    expect(found).toEqual([['error', 1, message]]);
  });

  it('is none in an element whose content is no markup', () => {
    const dropped = 'the element <style> was dropped';
    for (const source of ['a <style><!--</style> b', 'a <b><STYLE>**x</STYLE></b> c']) {
      expect(faults(`${source}\n`).map(([, , , said]) => said)).toEqual([dropped]);
    }
    expect(faults('a <style>x</style> <!-- b\n')).toHaveLength(2);
  });

  it.each([
    'a <!-- note --> b',
    'a \\<!-- b',
    'a `<!--` b',
    '\\##Heading',
    '\\[x\\] (https://a.example)',
    'f**k and 2**3 and a \\** b',
    'f****ing, a card ****1234, ****',
    '#MeToo and #metoo',
    'a [1] (so they say)',
    '`##x` and `](y)`',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '| a stroke | alone',
    '[x](https://a.example) **b** *c*',
    '[1][2] and [x][rep]\n\n[rep]: /y',
    'A heading\n---',
    '## He would not say on Monday what became of it.\n\n---',
    '<pre>**b** [a](b)</pre>',
    '<p><code>**b**</code> and 2**3 and f(x)[1]</p>',
    '<div>\n\n**b**\n\n</div>',
    '<!-- **b** [a](b) -->',
  ])('is none where it is meant, or is none: %s', (source) => {
    expect(faults(`One.\n\n${source}\n`)).toEqual([]);
  });
});
