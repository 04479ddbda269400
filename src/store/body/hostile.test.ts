import { describe, expect, it } from 'vitest';
import { parse, rendering, told } from './rendering-for-tests.ts';
import { renderBody } from './render.ts';
import { DEEPEST_NESTING, LONGEST_BODY } from './source.ts';

/** What one body may take, in milliseconds, on a machine that is busy with other tests. */
const PATIENCE = 3_000;

function timed(source: string): { html: string; errors: number } {
  const start = performance.now();
  const { body, problems } = parse(source);
  const html = renderBody(body, rendering());
  expect(performance.now() - start).toBeLessThan(PATIENCE);
  return { html, errors: problems.filter((problem) => problem.severity === 'error').length };
}

describe('a body that is too much', () => {
  it('in length is refused with one error', () => {
    expect(told('a'.repeat(LONGEST_BODY))).toEqual([]);
    expect(told('a'.repeat(5_000_000))).toEqual([
      `error -: the text has 5000000 characters, the most is ${LONGEST_BODY}`,
    ]);
  });

  it.each([
    ['quotations', '>'.repeat(10_000)],
    ['quotations with spaces', '> '.repeat(100_000)],
    ['lists', `${'- '.repeat(10_000)}a`],
    ['indented lists', Array.from({ length: 300 }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n')],
    ['emphasis', `${'**a '.repeat(2_000)}${'b** '.repeat(2_000)}`],
    ['directives', ':::keypoints\n'.repeat(300)],
  ])('in depth is refused with one error: %s', (_name, source) => {
    const { html, errors } = timed(source);
    expect(errors).toBe(1);
    expect(html).toBe('');
  });

  it(`is not one of ${DEEPEST_NESTING / 2} levels`, () => {
    expect(told(`${'> '.repeat(DEEPEST_NESTING / 2)}a`)).toEqual([]);
  });

  it('is not a line of dashes', () => {
    expect(told(`a\n\n${'- '.repeat(300)}`)).toEqual([]);
  });

  it.each([
    ['*a_ ', 200_000],
    ['[', 100_000],
    ['![', 100_000],
    ['[a](', 200_000],
    [':a[', 200_000],
    [':a{', 200_000],
    [']:a[', 200_000],
    ['::figure{src=a ', 200_000],
    ['::a{\n', 200_000],
    ['&amp;', 400_000],
    ['<b>', 300_000],
    ['<b ', 300_000],
    ['<b>x<p>', 300_000],
    ['<table>', 300_000],
    ['[^a]', 300_000],
    ['"a\' ', 300_000],
    ['# a\n', 900_000],
    ['| a |\n', 900_000],
    ['~~a ', 300_000],
    ['`a', 300_000],
    ['<!--', 300_000],
    ['\\*', 300_000],
    ['\n', 900_000],
    ['中', 300_000],
  ])('takes no more than a moment: %j', (piece, length) => {
    timed(piece.repeat(Math.floor(length / piece.length)));
  });

  it('in all its paragraphs together is refused', () => {
    expect(timed(`${'*a_ '.repeat(2_000)}\n\n`.repeat(40)).errors).toBe(1);
  });

  it('in cells is refused', () => {
    const source = `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|b\n'.repeat(500)}`;
    expect(told(source)).toEqual(['error -: the tables have more than 20000 cells']);
  });
});

describe('long but honest text', () => {
  it('passes: a long read, a long table, a long listing', () => {
    const paragraph = 'The "quick" brown fox: it\'s [here](/a) & *there*, (see 10:30). '.repeat(12);
    expect(told(`${paragraph}\n\n`.repeat(400))).toEqual([]);
    expect(told(`| a | b |\n|-|-|\n${'| *x* | [y](z) |\n'.repeat(1500)}`)).toEqual([]);
    expect(told(`\`\`\`js\n${'foo(a[1], b.c(), "d"); // x_y\n'.repeat(2500)}\`\`\``)).toEqual([]);
  });
});

describe('characters that no document may have', () => {
  it('are removed with a warning for their line', () => {
    const { body, problems } = parse('a\u0000b\u0007\n\nc\u0085d\uFFFE\n\ne\uD800f');
    expect(problems.map(({ severity, line, message }) => [severity, line, message])).toEqual([
      ['warning', 1, 'an invisible control character (U+0000) was removed'],
      ['warning', 3, 'an invisible control character (U+0085) was removed'],
      ['warning', 5, 'an invisible control character (U+D800) was removed'],
    ]);
    expect(renderBody(body, rendering())).toBe('<p>ab</p>\n<p>cd</p>\n<p>ef</p>');
  });

  it('do not come in by character references either', () => {
    const source =
      'a&#1;b&#x85;c&#xFFFF;\n\n::figure{src=a.jpg alt="x&#1;y" caption="&#x7;z"}\n\n<b title="&#1;q">r&#2;</b>\n\n<div>s&#3;</div>';
    const html = renderBody(parse(source).body, rendering());
    // eslint-disable-next-line no-control-regex
    expect(html).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/u);
    expect(html).toContain('alt="xy"');
  });

  it('are not the marks of writing direction, nor emoji', () => {
    const source = 'a \u202Eb\u202C \u200Fc 👩‍👩‍👧 d';
    expect(told(source)).toEqual([]);
    expect(renderBody(parse(source).body, rendering())).toBe(`<p>${source}</p>`);
  });
});

describe('a thousand problems', () => {
  it('are cut, and still stop the press if there is an error among them', () => {
    const warnings = 'a\u0001\n'.repeat(1000);
    expect(told(warnings).at(-1)).toBe('warning -: 450 more problems are not listed');
    expect(told(`${warnings}\n::figure{}`).at(-1)).toBe(
      'error -: 451 more problems are not listed',
    );
  });
});

describe('strange names', () => {
  it('of directives, attributes and notes do no harm', () => {
    const source =
      '::constructor{a=b}\n\n::figure{__proto__=x toString src=a.jpg}\n\n:::toString\nx\n:::\n\na[^__proto__] b[^constructor]\n\n[^__proto__]: n\n[^constructor]: m';
    expect(told(source).filter((line) => line.startsWith('error'))).toEqual([
      'error 1: there is no such directive',
      'error 3 toString: figure has no such attribute',
      'error 5: there is no such directive',
    ]);
    expect(renderBody(parse(source).body, rendering())).toContain('id="fn-2"');
  });

  it('of notes that name themselves come to an end', () => {
    const { body } = parse('a[^a]\n\n[^a]: b[^a] c[^b]\n[^b]: d[^a]');
    expect(renderBody(body, rendering()).match(/<li id="fn-\d"/gu)).toHaveLength(2);
  });
});
