import { describe, expect, it } from 'vitest';
import { textOfNodes } from './plain-text.ts';
import { html, parse, told } from './rendering-for-tests.ts';

describe('a directive', () => {
  it('is read with all of its attributes, quoted in any way', () => {
    const { body, problems } = parse(
      `::figure{src=./a.jpg alt="A \\"big\\" &amp; old ship" caption='It "sails"' credit=AP width=wide}`,
    );
    expect(problems).toEqual([]);
    expect(body.tree.children[0]).toEqual({
      type: 'element',
      tagName: 'press-figure',
      properties: {
        src: './a.jpg',
        alt: 'A “big” & old ship',
        caption: 'It “sails”',
        credit: 'AP',
        width: 'wide',
      },
      children: [],
    });
  });

  it('that does not exist is an error with the nearest name', () => {
    const [problem] = parse('text\n\n::figre{src=a.jpg}').problems;
    expect(problem).toMatchObject({
      severity: 'error',
      file: 'a.md',
      line: 3,
      value: '::figre',
      mend: 'did you mean "figure"?',
    });
  });

  it('with an unknown attribute is an error with the nearest name', () => {
    expect(parse('::figure{src=a.jpg captoin=x}').problems).toMatchObject([
      { severity: 'error', line: 1, field: 'captoin', value: 'x', mend: 'did you mean "caption"?' },
    ]);
  });

  it('that is wrong in several ways reports all of them', () => {
    expect(
      told('::embed{url=ftp://x titel=a}\n\n::figure{width=huge}\n\n::correction{n=0}'),
    ).toEqual([
      'error 1 url: not a web address',
      'error 1 titel: embed has no such attribute',
      'error 1 title: embed needs title',
      'error 3 width: no such width',
      'error 3 src: figure needs src',
      'error 5 n: not the number of a correction',
    ]);
  });

  it.each(['https://x.example/a.jpg', '//x.example/a.jpg', 'data:image/png;base64,AA'])(
    'may not take a picture from elsewhere: %s',
    (src) => {
      expect(told(`::figure{src="${src}"}`)).toEqual(['error 1 src: a picture on another site']);
      expect(told(`::embed{url="https://x.example/" title=T picture="${src}"}`)).toEqual([
        'error 1 picture: a picture on another site',
      ]);
    },
  );

  it.each(['javascript:alert(1)', 'data:text/html,x', '/here', 'https://', 'mailto:a@b.c'])(
    'embeds only web addresses, not %s',
    (url) => {
      expect(told(`::embed{url="${url}" title=T}`)).toEqual(['error 1 url: not a web address']);
    },
  );

  it('in the wrong form says how to write it', () => {
    expect(told('::gallery\n\n:::figure{src=a.jpg}\nx\n:::')).toEqual([
      'error 1: gallery needs lines of its own',
      'error 3: figure takes no lines of its own',
    ]);
  });

  it('that is empty is an error', () => {
    expect(told(':::pullquote\n:::')).toEqual(['error 1: this pullquote is empty']);
  });

  it('needs its title, or takes none', () => {
    expect(told(':::factbox\nx\n:::\n\n:::keypoints[No]\nx\n:::')).toEqual([
      'error 1: factbox needs a title',
      'error 5: keypoints takes no title in square brackets',
    ]);
  });
});

describe('nesting', () => {
  it('follows what each directive holds', () => {
    expect(
      told('::::factbox[T]\n:::pullquote\nx\n:::\n::::\n\n:::gallery\n::correction{n=1}\n:::'),
    ).toEqual([
      'error 2: pullquote may not stand in factbox',
      'error 8: correction may not stand in gallery',
    ]);
  });

  it('of an update in anything is an error', () => {
    expect(told('- a\n\n  :::update{id=u1 time=2025-02-03}\n  x\n  :::')).toEqual([
      'error 3: an update may stand only in the text itself, not in a list or another part',
    ]);
  });

  it('with as many colons inside as outside is an error, because the first ::: closes both', () => {
    const problems = parse(
      ':::update{id=u1 time=2025-02-03}\n:::gallery\n::figure{src=a.jpg}\n:::\nsecret\n:::',
    ).problems;
    expect(problems).toMatchObject([
      { line: 1, mend: 'write ::::update and close it with ::::' },
      { line: 6, value: ':::', message: 'this line closes nothing' },
    ]);
  });

  it('with more colons outside is right', () => {
    const source =
      '::::update{id=u1 time=2025-02-03}\n:::gallery\n::figure{src=a.jpg}\n:::\nin it\n::::';
    expect(told(source)).toEqual([]);
  });

  it('in a gallery is for pictures only', () => {
    expect(told(':::gallery\n![a](a.jpg)\n\nwords\n:::')).toEqual([
      'error 4: a gallery holds nothing but figures',
    ]);
  });
});

describe('what was meant as a directive', () => {
  it.each([
    ['::figure {src=a.jpg}', 1],
    ['::: gallery', 1],
    ['::figure{src="a.jpg"\nalt="x"}', 1],
    ['text\n\n::correction{n=1} and more', 3],
    ['<div>\n::figure{src=b.jpg}\n</div>', 2],
  ])('but could not be read is an error: %s', (source, line) => {
    expect(told(source)).toEqual([`error ${line}: this directive could not be read`]);
  });

  it('and is never closed is an error', () => {
    expect(told('a\n\n:::factbox[T]\nb\n\nc')).toEqual(['error 3: this directive is never closed']);
    expect(told(':::keypoints')).toContain('error 1: this directive is never closed');
  });

  it.each([
    ['The time limit. ::correction{n=1}', 1],
    ['A list:\n\n1. of *cars*. ::correction{n=1}', 3],
    ['Two\nlines and **then** ::figure{src="a.jpg"}', 2],
    ['A :::factbox[T] here', 1],
    ['> quoted ::embed{url="https://x.example" title="x"}', 1],
  ])('and stands behind other words is an error: %j', (text, line) => {
    expect(told(text)).toContain(
      `error ${line}: a directive behind other words is printed as it is written`,
    );
  });

  it('and stands in a table or a heading is an error', () => {
    const printed = (where: string) => `a directive in a ${where} is printed as it is written`;
    expect(told('| a |\n|---|\n| ::figure{src=a.jpg} |')).toEqual([`error 3: ${printed('table')}`]);
    expect(told('## ::embed{url=x}')).toEqual([`error 1: ${printed('heading')}`]);
    expect(told('| a::b | \\::figure{src=a.jpg} |\n|---|---|\n\n## The ::update')).toEqual([]);
  });

  it.each(['：：figure{src=a.jpg}', '：:figure{src=a.jpg}', 'a\n：：：update{id=u1}\nb\n：：：'])(
    'with full-width colons is an error: %j',
    (text) => {
      const line = text.startsWith('a') ? 2 : 1;
      expect(told(text)).toEqual([
        `error ${line}: a directive with full-width colons is printed as it is written`,
      ]);
      expect(told('时间：：图 a：figure')).toEqual([]);
    },
  );

  it('with a value in typographic quotes is an error', () => {
    expect(told('::figure{src=“a.jpg” alt="“x”"}')).toEqual([
      'error 1 src: the value stands in quotes of print',
    ]);
  });

  it('that shows a correction for the second time is a warning', () => {
    expect(told('::correction{n=1}\n\n::correction{n=2}\n\n::correction{n=1}')).toEqual([
      'warning 5 n: this correction stands in the text twice',
    ]);
  });

  it('is found in quotations and lists too', () => {
    expect(told('> :::pullquote\n> x\n> :::\n\n- :::keypoints\n  x\n  :::')).toEqual([]);
  });
});

describe('a colon in prose', () => {
  it.each([
    'At 10:30 sharp, 3:2',
    ':smile: and Re:Foo',
    'a::b and :::x in a line',
    'a::figure{b} and std::update[c] in a line',
    'a :::update and ::figure in a line',
    'x :foo[label]{a=b .c #d} y',
    'ratio 1:a[b] at http://localhost:8080/a:b',
  ])('stays as it is written: %s', (text) => {
    const { body, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(textOfNodes(body.tree.children)).toBe(text);
  });

  it('does not swallow the footnote, link or address behind it', () => {
    const result = html('Photo:dpa[^1] see:[x](/y) mail:red.x@gazette.example\n\n[^1]: n');
    expect(result).toContain('Photo:dpa<sup');
    expect(result).toContain('see:<a href="/y">x</a>');
    expect(result).toContain('<a href="mailto:red.x@gazette.example">');
  });

  it('stays in code, and behind a backslash', () => {
    expect(told('Write `::correction{n=1}` or \\::correction{n=1} there.')).toEqual([]);
  });

  it('stays in code, addresses and definitions', () => {
    expect(html('`a:b{c}` [t:u{v}]\n\n[t:u{v}]: /w:x{y}')).toBe(
      '<p><code>a:b{c}</code> <a href="/w:x%7By%7D">t:u{v}</a></p>',
    );
  });
});

describe('updates', () => {
  it('have a time as other moments are written', () => {
    for (const time of [
      '2025-02-03',
      '2025-02-03T14:30',
      '2025-02-03 14:30',
      '2025-02-03T14:30Z',
    ]) {
      expect(told(`:::update{id=u1 time="${time}"}\nx\n:::`), time).toEqual([]);
    }
  });

  it('need an id of their own and a time', () => {
    expect(
      told(
        ':::update{id=u1 time=2025-02-03T14:30}\nx\n:::\n\n:::update{id=u1 time=soon}\nx\n:::\n\n:::update{id="fn-1" time=2025-02-03}\nx\n:::',
      ),
    ).toEqual([
      'error 5 time: not a time',
      'error 5 id: two updates have this id',
      'error 9 id: an id that the page itself uses',
    ]);
  });
});
