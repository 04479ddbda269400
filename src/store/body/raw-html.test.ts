import { parseBody } from './parse.ts';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { safeAddress } from './links.ts';
import { textOfNodes } from './plain-text.ts';
import { renderBody } from './render.ts';
import { html, parse, rendering, told } from './rendering-for-tests.ts';
import { MOST_DROPPED } from './report.ts';

/** Every way of running something, or of reaching the outside, that the tests know. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//x.example></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  'a <script>alert(1)\n\nb',
  '<style>*{background:url(//x.example)}</style>',
  '<p style="background:url(//x.example)">a</p>',
  '<iframe src="https://x.example"></iframe>',
  '<object data="x.swf"><embed src="x.swf"></object>',
  '<form action="//x.example"><input name=a><button>b</button></form>',
  '<b onclick="alert(1)" ONMOUSEOVER=alert(1)>x</b>',
  '<img src=x.jpg onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript&colon;alert(1)">x</a>',
  '<a href="vbscript:x">x</a> <a href="data:text/html,<script>">x</a>',
  '[x](javascript:alert(1)) [y](JaVaScRiPt:alert(1)) <javascript:alert(1)>',
  '[x](data:text/html;base64,AA) [y](vbscript:x)',
  '[x](<java&Tab;script:alert(1)>) [y](java&#10;script:alert(1)) [z](&#1;javascript:alert(1))',
  '![x](javascript:alert(1))',
  '<svg><script>alert(1)</script><a href="javascript:x"><circle/></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<base href="//x.example"><meta http-equiv=refresh content="0;url=//x.example">',
  '<link rel=stylesheet href=//x.example>',
  '<video src=x autoplay onplay=alert(1)></video><audio src=x>',
  '<details ontoggle=alert(1) open>x</details>',
  '<blockquote cite="javascript:alert(1)">x</blockquote>',
  '<div class="nav" id="menu" data-x=1 role=alert>x</div>',
  '<press-figure src="https://x.example/a.jpg"></press-figure>',
  '<span data-press="\u00000">x</span><figure data-press="0">',
  '<textarea><script>alert(1)</script>',
  '<title><img src=x onerror=alert(1)></title>',
  '<xmp><script>alert(1)</script></xmp><plaintext>a',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php echo 1 ?><!DOCTYPE html>',
  '<a href="x" style=x onclick=y>\n\n::figure{src=a.jpg}\n\n</a>',
  '```"onclick=alert(1)\nx\n```',
  '::embed{url="https://x.example/\\"onclick=alert(1)" title="<script>"}',
];

/** Elements and attributes that no printed body has. */
function unsafe(source: string): string[] {
  const found: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      if (
        /^(?:script|style|iframe|object|embed|form|input|button|svg|math|template|base|meta|link|video|audio|textarea|title|press-.*)$/u.test(
          node.tagName,
        )
      ) {
        found.push(node.tagName);
      }
      for (const { name, value } of node.attrs) {
        if (/^on|^style$|^data-/u.test(name)) found.push(name);
        // eslint-disable-next-line no-control-regex
        const seen = value.replace(/[\u0000-\u0020]/gu, '');
        if (/^(?:javascript|vbscript|data):/iu.test(seen)) found.push(`${name}=${value}`);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(source));
  return found;
}

describe('the last words', () => {
  it.each([
    ['<table><tr><td>1</td></tr>\nThe last words.', 'The last words.'],
    [':::factbox[T]\n<table><tr><td>1</td></tr>\nThe last words.\n:::', 'The last words.'],
  ])('are not lost behind a table that is not closed: %s', (source, words) => {
    expect(html(source)).toContain(words);
  });
});

describe('what was copied from Google Docs', () => {
  it('is not bold for its wrapper', () => {
    const copied = '<b style="font-weight:normal" id="docs-internal-guid-1"><p>a</p></b>';
    expect(html(copied)).toBe('<p>a</p>');
    expect(html('<p><b id="x">a</b></p>')).toBe('<p><b id="text-x">a</b></p>');
  });
});

describe('no attack reaches a page or a feed', () => {
  it.each(ATTACKS)('%s', (source) => {
    expect(unsafe(html(source))).toEqual([]);
    expect(unsafe(html(source, rendering('feed')))).toEqual([]);
    expect(unsafe(html(`:::factbox[T]\n${source}\n\n:::`))).toEqual([]);
    expect(unsafe(html(`| a |\n|-|\n| ${source.replace(/\n+/gu, ' ')} |`))).toEqual([]);
  });
});

describe('what is dropped', () => {
  it('is reported with its line and name', () => {
    const source = 'one\n\n<div>\n<b onclick="x()">a</b>\n</div>\n\ntwo <script>y</script>';
    expect(parse(source).problems).toEqual([
      {
        severity: 'warning',
        file: 'a.md',
        line: 4,
        field: 'onclick',
        value: 'x()',
        message: 'the attribute onclick of <b> was dropped',
      },
      {
        severity: 'warning',
        file: 'a.md',
        line: 7,
        value: '<script>',
        message: 'the element <script> was dropped',
      },
    ]);
  });

  it('is counted from the line in which the body begins', async () => {
    const { parseBody } = await import('./parse.ts');
    const { problems } = parseBody('a\n\n<b style=x>b</b>', {
      file: 'a.md',
      firstLine: 21,
      language: 'en',
    });
    expect(problems[0]?.line).toBe(23);
  });

  it(`is named ${MOST_DROPPED} times at most, then counted`, () => {
    const problems = told('<b class=x>a</b> '.repeat(MOST_DROPPED + 7));
    expect(problems).toHaveLength(MOST_DROPPED + 1);
    expect(problems[MOST_DROPPED]).toBe('warning -: 7 more pieces of raw HTML were dropped');
  });

  it('says nothing of comments and of attributes that only set the looks', () => {
    expect(
      told('<!-- c --><table width=1 border=1><tr><td valign=top>a</table><font size=1>b'),
    ).toEqual([]);
  });

  it('is a link with a protocol that is not allowed; its text stays', () => {
    expect(html('a [b](irc://x) c')).toBe('<p>a b c</p>');
    for (const address of ['irc://x', 'https://', 'https://a:99999/', 'mailto:', 'tel:']) {
      expect(told(`a [b](${address}) c`), address).toEqual([
        'warning 1 href: a link that is not allowed',
      ]);
    }
    expect(told('[a](mailto:?subject=x) [b](tel:+371) [c](https://пример.рф/ж)')).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    'java\tscript:x',
    ' \u0001javascript:x',
    'JAVASCRIPT:x',
    'data:x',
    'vbscript:x',
    'irc://x',
    ' ',
  ])('that is not safe is found out however it is written: %j', (address) => {
    expect(safeAddress(address)).toBeUndefined();
  });

  it('may be relative, of the web, of mail and telephone', () => {
    for (const address of [
      '../x.md',
      '#a',
      '?q',
      '/2025/02/x.html',
      'mailto:a@b.c',
      'tel:+371',
      'x y',
    ]) {
      expect(safeAddress(address)).toBe(address);
    }
    expect(safeAddress('//x.example/y')).toBe('https://x.example/y');
  });
});

describe('what passes', () => {
  it.each([
    'H<sub>2</sub>O m<sup>2</sup> <kbd>K</kbd> <mark>m</mark> <time datetime="2025-02-03">t</time>',
    '<abbr title="x">a</abbr> <cite lang="fr">c</cite> <bdo dir="rtl">d</bdo> <small>s</small>',
  ])('in a line: %s', (source) => {
    expect(html(source)).toBe(`<p>${source}</p>`);
    expect(told(source)).toEqual([]);
  });

  it.each([
    '<details open><summary>S</summary><p>x</p></details>',
    '<dl><dt>a</dt><dd>b</dd></dl>',
    '<ol start="3" reversed><li value="7">x</li></ol>',
    '<div dir="rtl" lang="ar"><p>x</p></div>',
  ])('as a block: %s', (source) => {
    expect(html(source)).toBe(source);
    expect(told(source)).toEqual([]);
  });

  it('keeps what a table needs to be understood', () => {
    const source =
      '<table><caption>C</caption><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table>';
    expect(html(source)).toContain(source);
    expect(html(source)).toContain('aria-label="C"');
  });

  it('turns alignment into classes', () => {
    expect(html('<center>a</center>\n\n<p align="right">b</p>')).toBe(
      '<div class="align-center">a</div>\n<p class="align-right">b</p>',
    );
  });

  it('sets the ids of authors apart, and the links to them', () => {
    expect(html('<a name="Menu"></a>x <a href="#Menu">y</a> <b id="main">z</b>')).toBe(
      '<p><span id="text-menu"></span>x <a href="#text-menu">y</a> <b id="text-main">z</b></p>',
    );
  });

  it('makes a figure of a picture, with its caption', () => {
    const { body } = parse(
      '<figure><img src="a.jpg" alt="A"><figcaption>C <b>d</b></figcaption></figure>',
    );
    expect(body.tree.children).toMatchObject([
      { tagName: 'press-figure', properties: { src: 'a.jpg', alt: 'A', caption: 'C d' } },
    ]);
    expect(body.facts.pictures).toMatchObject([
      { src: 'a.jpg', alt: 'A', caption: 'C d', line: 1 },
    ]);
  });
});

describe('a part of a list, a fold or a figure', () => {
  it.each(['<li>a</li>', '<dt>a</dt>', '<dd>a</dd>', '<summary>a</summary>'])(
    'leaves its words where there is none around: %s',
    (source) => {
      expect(html(source)).toBe('a');
    },
  );

  it('stays within one', () => {
    const source =
      '<ul><li>a</li></ul><dl><dt>b</dt><dd>c</dd></dl><details><summary>d</summary></details>';
    expect(html(source)).toBe(source);
  });
});

describe('HTML that is not closed', () => {
  it('cannot break out of a part of the paper', () => {
    const { body } = parse(
      ':::update{id=u1 time=2025-02-03}\n</article></div></aside>\n\nsecret\n:::\n\nafter',
    );
    expect(renderBody(body, rendering('page', { update: () => undefined }))).toBe('<p>after</p>');
    expect(body.tree.children.filter((node) => node.type === 'element')).toMatchObject([
      { tagName: 'press-update' },
      { tagName: 'p', children: [{ value: 'after' }] },
    ]);
  });

  it('cannot take in an update or the notes', () => {
    const { body } = parse(
      '<div><table><tr><td>\n\na[^1]\n\n:::update{id=u1 time=2025-02-03}\nx\n:::\n\n[^1]: n',
    );
    const names = body.tree.children.map((node) => (node.type === 'element' ? node.tagName : ''));
    expect(names.filter((name) => name !== '')).toEqual(['table', 'press-update', 'press-notes']);
  });

  it('that Markdown itself reads to the end is an error where a part is in it', () => {
    expect(told('<textarea>\n\n::figure{src=a.jpg}')).toContain(
      'error 3: this directive could not be read',
    );
  });

  it('does not swallow the parts after it', () => {
    for (const tag of ['select', 'plaintext', 'title', 'xmp', 'noscript', 'table', 'b']) {
      expect(html(`<${tag}>\n\n::figure{src=a.jpg}\n\nlast`), tag).toContain('<figure');
    }
  });
});

describe('the text beside HTML', () => {
  it('comes through word by word, with its spaces', () => {
    expect(html('<div>\n\n a  *b c*  d\ne &amp; f\n\n</div> g  h <b>i j</b>\u00a0k l')).toBe(
      '<div>\n<p>a  <em>b c</em>  d\ne &#x26; f</p>\n</div> g  h <b>i j</b>\u00a0k l',
    );
  });

  it('goes before a table that it cannot stand in, and behind columns', () => {
    expect(html('<table>\n\na b\n\n<tr><td>c d</td></tr></table>')).toMatch(
      /^<p>a b<\/p>\s*<div[^>]*><table>/u,
    );
    expect(parse('<col>\n\na b c').body.tree.children).toMatchObject([{ value: '\n  ' }]);
  });

  it('has no words that only a number stands for', () => {
    const { body } = parse('<b>a b</b> c d &#xD800;0&#xD800; &#55296;1&#55296;');
    expect(textOfNodes(body.tree.children)).toBe('a b c d \uFFFD0\uFFFD \uFFFD1\uFFFD');
  });
});

describe('too much HTML', () => {
  it.each([
    ['depth', '<div>'.repeat(100), 'more than 60 raw HTML elements stand in one another'],
    ['a long tag', `<b ${'a '.repeat(6000)}>x`, 'a tag of more than 10000 characters'],
    ['many tags', `${'<b>a</b>'.repeat(100)}\n\n`.repeat(30), 'more than 5000 tags of raw HTML'],
  ])('is an error: %s', (_name, source, message) => {
    const problems = told(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^error/u);
    expect(problems[0]).toContain(message);
  });
});

describe('a link that may not be', () => {
  it.each(['<b>x</b>\n\n[six](javascript:x)', '<a href="javascript:x">six</a>'])(
    'is told of with its line, also beside raw HTML: %j',
    (markdown) => {
      const { problems } = parseBody(markdown, { file: 'a.md', firstLine: 1, language: 'en' });
      expect(problems).toMatchObject([
        { severity: 'warning', field: 'href', message: 'a link that is not allowed' },
      ]);
    },
  );
});

describe('raw HTML that is not closed', () => {
  const errors = (source: string) =>
    parse(source)
      .problems.filter(({ severity }) => severity === 'error')
      .map(({ line, message, value }) => `${line} ${value}: ${message}`);

  it.each([
    ['Before.\n\n<!-- a note\n\nThe rest of the story.', 3, '<!-- a note'],
    ['<?php echo "x"\n\nThe rest.', 1, '<?php echo "x"'],
    ['<![CDATA[ x\n\nThe rest.', 1, '<![CDATA[ x'],
    ['<p align="center>Important text</p>\n\nMore.', 1, '<p align="center>Important text</p>'],
    [
      '<div>\n<a href="https://a.example>b</a> Important</div>',
      2,
      '<a href="https://a.example>b</a> Important</div>',
    ],
    ['<p\nImportant text', 1, '<p'],
    ["<!-- whole --><div title='x>\nImportant", 1, "<div title='x>"],
  ])('is an error, for what follows would be lost: %j', (source, line, value) => {
    expect(errors(source)).toEqual([
      `${line} ${value}: HTML that is opened and not closed hides what follows it`,
    ]);
  });

  it.each([
    '<!-- a note\n\nover lines -->\n\nText.',
    '<!--><p>x</p>',
    '<?php echo 1 ?>\n\nText.',
    '<!DOCTYPE html>\n\nText.',
    '<p title="a > b" align=center>x</p>',
    '<p title = \'it’s "so"\'>x</p>',
    '<p>it\'s 5 < 6 and "quoted</p>',
    '<script>if (a<b) "</script>\n\nText.',
    '<img alt=it\'s src="./a.jpg">\n\nText.',
    '<video src="a.mp4">\n\nText.\n\n</video>\n\nText.',
    'Text <object data=x><embed src=x></object> and <svg/> and <math />.',
    'Text <script>if (a<b) c = "<video>"</script> and more.',
    '<script>\n"</video>"\n</script>\n\nText.',
    '<embed src=x>\n\n<link href=x>\n\n<textarea>\n\nText.',
    '<svg><path d="M0 0"/><title>x</title></svg>\n\nText.',
  ])('is not what is closed: %j', (source) => {
    expect(errors(source)).toEqual([]);
  });

  it.each([
    ['First.\n\n<video src="a.mp4" controls>\n\nThe rest of the story.', 3, '<video>'],
    ['First <script>alert(1) and more.\n\nThe rest.', 1, '<script>'],
    ['<div>\n<object data="x">\n<p>x</p></div>\n\nThe rest.', 2, '<object>'],
    ['<iframe src="https://x.example" />\n\nThe rest.', 1, '<iframe>'],
    ['> <math>\n\nThe rest.\n\n<b>x</b>', 1, '<math>'],
    ['<style>\n\nThe rest. <b>x</b>', 1, '<style>'],
  ])('is left out alone where it would take along what follows: %j', (source, line, value) => {
    const { problems } = parse(source);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(
      problems.map((problem) => [problem.line, problem.value, problem.message]),
    ).toContainEqual([
      line,
      value,
      'HTML that is opened and never closed is left out, and what follows it is printed',
    ]);
    expect(html(source)).toContain('rest');
  });

  it.each([
    ['a <b>bold\n\nThe rest.', '<b>', 'a bold'],
    ['<div><b>x</div>\n\nThe rest.', '<b>', '<div>x</div>'],
    ['<p>a <i>b</b> c</p>\n\nThe rest.', '<i>', 'a b c'],
    ['a <a href="/x">b\n\nThe rest.', '<a>', 'a b'],
    ['a <a href="/x">b <a href="/y">c</a>\n\nThe rest.', '<a>', 'a b <a href="/y">c</a>'],
    ['<details>\n\nb\n\nThe rest.', '<details>', '<p>b</p>'],
    ['<blockquote>\nb\n\nThe rest.', '<blockquote>', 'b'],
  ])('is left out where what follows would be in it: %j', (source, value, expected) => {
    const { problems } = parse(source);
    expect(problems.map((problem) => [problem.severity, problem.value])).toEqual([
      ['warning', value],
    ]);
    expect(html(source)).toContain(expected);
    expect(html(source)).toMatch(/<p>The rest\.<\/p>$/u);
  });

  it.each([
    '<b>a\n\nb</b>\n\nc',
    '<b>a<i>b</b>c</i> d',
    '<p>a\n\nb',
    '<ul><li>a<li>b</ul>',
    '<ruby>漢<rt>kan</ruby>',
    '<a name="x">b\n\n[c](#x)',
    '<details>\n<summary>a</summary>\n\nb\n\n</details>',
  ])('is none where HTML lets the end go unsaid, or it comes later: %j', (source) => {
    expect(parse(source).problems).toEqual([]);
  });

  it('is looked for again in what was no markup before', () => {
    const source = 'a <script>if (a<b) "<video>"\n\nThe rest. <b onclick=x>y</b>';
    expect(html(source)).toContain('The rest. <b>y</b>');
    expect(parse(source).problems.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['<script>', '<video>']),
    );
  });

  it('is warned of where a forgotten quote takes in a tag', () => {
    const { problems } = parse(
      '<p><a href="https://a.example>foo</a> and <b title="y">bar</b></p>',
    );
    expect(problems.map(({ message }) => message)).toContain(
      'a quoted value has a tag in it, which is not printed',
    );
  });
});
