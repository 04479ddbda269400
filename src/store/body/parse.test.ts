import { describe, expect, it } from 'vitest';
import { parseBody, parseForPrint } from './parse.ts';
import { textOfNodes } from './plain-text.ts';
import { html, parse, rendering, told } from './rendering-for-tests.ts';

describe('facts', () => {
  const source = [
    '![Only a picture](./a.jpg)',
    '',
    ':::keypoints',
    'Not this one.',
    ':::',
    '',
    'The "first" *paragraph*[^1] with a [link](../02/x.md).',
    '',
    'Second, [here](#second) and [away](https://x.example/).',
    '',
    '## Second',
    '',
    '::figure{src=./b.jpg caption=Cap credit=AP}',
    '',
    '::correction{n=2}',
    '',
    '::::update{id=u7 time="2025-02-03T14:30" author=ann headline="It\'s on"}',
    '![c](c.jpg "In it") and [x](y.md)',
    '::::',
    '',
    '::embed{url="https://v.example/1" title="A film" picture=./e.jpg}',
    '',
    '[^1]: A note.',
  ].join('\n');
  const { body, problems } = parseBody(source, { file: 'a.md', firstLine: 11, language: 'en' });
  const { facts } = body;

  it('name the links but not those within the text, with their lines', () => {
    expect(problems).toEqual([]);
    expect(facts.links).toEqual([
      { href: '../02/x.md', line: 17, update: undefined },
      { href: 'https://x.example/', line: 19, update: undefined },
      { href: 'y.md', line: 28, update: 'u7' },
      { href: 'https://v.example/1', line: 31, update: undefined },
    ]);
  });

  it('name all pictures, whether they only adorn, and the update that one stands in', () => {
    expect(facts.pictures).toEqual([
      {
        src: './a.jpg',
        alt: 'Only a picture',
        caption: undefined,
        credit: undefined,
        decorative: false,
        line: 11,
        update: undefined,
      },
      {
        src: './b.jpg',
        alt: undefined,
        caption: 'Cap',
        credit: 'AP',
        decorative: false,
        line: 23,
        update: undefined,
      },
      {
        src: 'c.jpg',
        alt: 'c',
        caption: 'In it',
        credit: undefined,
        decorative: false,
        line: 28,
        update: 'u7',
      },
      {
        src: './e.jpg',
        alt: '',
        caption: undefined,
        credit: undefined,
        decorative: true,
        line: 31,
        update: undefined,
      },
    ]);
  });

  it('name corrections and updates', () => {
    expect(facts.corrections).toEqual([{ n: 2, line: 25 }]);
    expect(facts.updates).toEqual([
      { id: 'u7', time: '2025-02-03T14:30', author: 'ann', headline: 'It’s on', line: 27 },
    ]);
  });

  it('have the first paragraph outside of directives, without marks of notes', () => {
    expect(facts.firstParagraph).toBe('The “first” paragraph with a link.');
  });

  it('count words, in scripts without spaces too', () => {
    expect(parse('One two – three, 4 & five.').body.facts.words).toBe(5);
    expect(parse('', 'en').body.facts.words).toBe(0);
    expect(parse('𐐀𐐁 𐐂 🧊 a/b ~ c|d — e', 'en').body.facts.words).toBe(7);
    expect(parse('| a | b |\n|---|---|\n| c | d |\n\n# e\n\nf', 'en').body.facts.words).toBe(6);
    expect(parse('東京で新しい図書館が開館した。', 'ja').body.facts.words).toBeGreaterThan(5);
    expect(parse('x 東京', 'not a language').body.facts.words).toBeGreaterThan(1);
  });
});

describe('plain text', () => {
  it('has the running text, block by block', () => {
    const { body } = parse(
      '## H\n\na\\\nb `c`\n\n- one\n- two[^1]\n\n| x | y |\n|-|-|\n| 1 | 2 |\n\n::figure{src=a.jpg caption=No}\n\n:::pullquote\nNo\n:::\n\n:::factbox[T]\nyes\n:::\n\n[^1]: No',
    );
    expect(textOfNodes(body.tree.children)).toBe(
      'H\n\na b c\n\none\n\ntwo\n\nx y\n\n1 2\n\nT\n\nyes',
    );
  });

  it('has the headlines of updates', () => {
    const { body } = parse(
      'a\n\n:::update{id=u1 time=2025-02-03 headline=H}\nb\n:::\n\n:::update{id=u2 time=2025-02-03}\nc\n:::',
    );
    expect(textOfNodes(body.tree.children)).toBe('a\n\nH\n\nb\n\nc');
  });
});

describe('headings', () => {
  it('never skip a level', () => {
    expect(html('#### a\n\n###### b\n\n### c\n\n## d\n\n#### e').match(/<h\d/gu)).toEqual([
      '<h2',
      '<h3',
      '<h2',
      '<h2',
      '<h3',
    ]);
  });

  it('with one # are printed as ## with a warning', () => {
    expect(html('# A\n\n## B')).toBe('<h2 id="a">A</h2>\n<h2 id="b">B</h2>');
    expect(told('text\n\n# A')[0]).toMatch(/^warning 3: a heading with one # /u);
  });

  it('have ids of their text in any script, each once', () => {
    expect(
      html('## Привет, Мир!\n\n## A "b" it\'s\n\n## A "b" its\n\n## ٣ عربي').match(/id="[^"]+"/gu),
    ).toEqual(['id="привет-мир"', 'id="a-b-its"', 'id="a-b-its-2"', 'id="h-٣-عربي"']);
  });

  it('have ids that begin with a letter, and links find them without the h- before them', () => {
    expect(html('[a](#2024-budget)\n\n## 2024: Budget\n\n## ²x\n\n## h 2024 budget')).toBe(
      '<p><a href="#h-2024-budget">a</a></p>\n<h2 id="h-2024-budget">2024: Budget</h2>\n' +
        '<h2 id="h-²x">²x</h2>\n<h2 id="h-2024-budget-2">h 2024 budget</h2>',
    );
    expect(html(':::update{id=u1 time=2025-02-03}\n## 2024\n:::')).toContain('id="u1-2024"');
    expect(html(':::factbox[3 facts]\nx\n:::')).toContain('id="h-3-facts"');
  });

  it.each([
    ['ترمینال معلّق', 'ترمینال-معلق'],
    ['שָׁלוֹם', 'שלום'],
    ['за\u0301мок, йод', 'замок-йод'],
    ['İstanbul Cafe\u0301 q\u0308', 'istanbul-café-q'],
    ['Ώ\u0483 ἁ', 'ώ-ἁ'],
    ['❤\uFE0F a\uFE0F', 'a'],
  ])('have ids without vowel points and loose accents: %s', (heading, id) => {
    expect(html(`## ${heading}`)).toContain(`<h2 id="${id}">`);
    expect(id).toMatch(/^\p{L}[\p{L}\p{N}_-]*$/u);
  });

  it.each(['हिन्दी-में', 'বাংলা', 'ภาษาไทยที่', 'தமிழ்', 'မြန်မာ', 'ދިވެހި'])(
    'have ids with the vowel signs that a script cannot be read without: %s',
    (word) => {
      expect(html(`## ${word}`)).toContain(`<h2 id="${word}">`);
    },
  );

  it('have no id of an update, a footnote or the page around', () => {
    const { body } = parseBody(
      '## u1\n\n## Fn 1\n\n## Menu\n\n## …\n\n:::update{id=u1 time=2025-02-03}\nx\n:::',
      {
        file: 'a.md',
        firstLine: 1,
        language: 'en',
        reservedIds: ['menu'],
      },
    );
    const ids = body.tree.children.flatMap((node) =>
      node.type === 'element' && node.tagName === 'h2' ? [node.properties.id] : [],
    );
    expect(ids).toEqual(['u1-2', 'h-fn-1', 'menu-2', 'h']);
  });

  it('in an update stand below its headline, and their ids begin with its', () => {
    expect(html(':::update{id=u1 time=2025-02-03 headline=H}\n## x\n:::')).toContain(
      '<h3 id="u1-x">',
    );
    expect(html(':::update{id=u1 time=2025-02-03}\n## x\n:::')).toContain('<h2 id="u1-x">');
  });

  it('that say nothing are left out', () => {
    expect(html('##\n\na')).toBe('<p>a</p>');
  });
});

describe('links within the text', () => {
  it('find headings however they are written', () => {
    const result = html(
      '[a](#привет) [b](#%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82) [c](#Привет)\n\n## Привет',
    );
    expect(result.match(/href="#привет"/gu)).toHaveLength(3);
  });

  it('to a place that is not there are a warning and only text', () => {
    expect(html('[a](#nowhere)')).toBe('<p>a</p>');
    expect(told('x\n\n[a](#nowhere)')).toEqual([
      'warning 3 href: the text has no such place, so the link is left out',
    ]);
  });
});

describe('footnotes', () => {
  it.each(['a [^x]', 'a [\\^x]', 'a &#91;^x]'])('%s without a note is a warning', (source) => {
    expect(told(source)).toEqual([
      'warning 1: this footnote mark has no note, so it stands as text',
    ]);
  });

  it('without a mark, and marks without a note, are warnings', () => {
    expect(told('a[^no] b[^w]\n\n[^x]: y\n[^x]: z\n[^w]: v')).toEqual([
      'error 4: two footnotes have this name, and this one is not printed',
      'warning 1: this footnote mark has no note, so it stands as text',
      'warning 3: this footnote is named nowhere and does not appear',
    ]);
  });

  it('have names of their own in each update', () => {
    const update = (id: string, words: string) =>
      `:::update{id=${id} time=2025-02-03}\n${words}\n:::\n`;
    const source = [
      'Above[^1].\n\n[^1]: All.\n',
      update('u3', 'Held[^1] x[^2].\n\n[^1]: Secret.\n\n[^2]: Two.'),
      update('u2', 'Out[^1].\n\n[^1]: Public.'),
      update('u1', 'Old[^1].'),
    ].join('\n');
    expect(told(source)).toEqual([]);
    const held = rendering('page', {
      update: (id) => (id === 'u3' ? undefined : rendering().update(id)),
    });
    const printed = html(source, held);
    expect(printed).not.toMatch(/Secret|Two/);
    expect(printed).toMatch(/id="fn-1"><p>All\..*id="fn-2"><p>Public\./su);
    expect(printed.match(/href="#fn-1"/gu)).toHaveLength(2);
  });

  it('of an update do not stand for marks outside of it', () => {
    const update = ':::update{id=u1 time=2025-02-03}\nHeld[^1].\n\n[^1]: Secret.\n:::\n';
    const error = 'the note of this mark stands in an update, which may come out at another time';
    expect(told(`Out[^1].\n\n${update}`)).toEqual([`error 1: ${error}`]);
    const other = ':::update{id=u2 time=2025-02-03}\nOut[^1].\n:::\n';
    expect(told(`${update}\n${other}`)).toEqual([`error 8: ${error}`]);
  });

  it('stand behind a link, not in it', () => {
    expect(html('<a href="/x">a[^1]</a>\n\n[^1]: n')).toMatch(/^<p><a href="\/x">a<\/a><sup/u);
  });
});

describe('typographic text', () => {
  it('is set across inline elements and never in code', () => {
    expect(html('He said "*so* `"x"` **it\'s**" -- ok')).toBe(
      '<p>He said “<em>so</em> <code>"x"</code> <strong>it’s</strong>” – ok</p>',
    );
    expect(html('```\n"x"\n```')).toContain('"x"');
  });

  it('does not carry an open quotation into the next paragraph', () => {
    expect(html('"One\n\n"Two"')).toBe('<p>“One</p>\n<p>“Two”</p>');
  });

  it('has the marks of its language, also of a stretch in another one', () => {
    const { body } = parse('"Да" <span lang="en">"yes"</span>', 'ru');
    expect(textOfNodes(body.tree.children)).toBe('«Да» “yes”');
  });

  it('leaves addresses alone', () => {
    expect(html('https://x.example/a--b...')).toContain('>https://x.example/a--b</a>…');
    expect(html('<https://x.example/1914--1918>')).toContain('>https://x.example/1914--1918</a>');
  });
});

describe('the end of a line', () => {
  it.each([
    ['zh', '北京的\n新图书馆', '北京的新图书馆'],
    ['ja', 'カタカナ\nひらがな。\n「漢字」', 'カタカナひらがな。「漢字」'],
    ['ja', '**東京**\n[大阪](https://x.example/)[^1]\n*京都*', '東京大阪京都'],
    ['zh', '他说：“你好”\n然后走了——\n不见了', '他说：“你好”然后走了——不见了'],
    ['en', 'The sign says 北京\n大学 in Han', 'The sign says 北京大学 in Han'],
    ['zh', '全角，\nＡＢＣ\n𠀀𠀁', '全角，ＡＢＣ𠀀𠀁'],
    ['zh', '<p>北京\n   大学</p>', '北京大学'],
  ])('between two Chinese or Japanese characters is no space: %s %s', (language, source, text) => {
    expect(textOfNodes(parse(`${source}\n\n[^1]: n`, language).body.tree.children)).toBe(text);
  });

  it.each([
    ['ko', '한국어\n문장', '한국어 문장'],
    ['ko', '大韓\n民國', '大韓 民國'],
    ['zh', '北京\nBeijing\n大学', '北京 Beijing 大学'],
    ['zh', '北京\n`x`\n大学', '北京 x 大学'],
    ['zh', '北京  \n大学', '北京 大学'],
    ['en', 'He said "no"\n"yes" — a\n北京', 'He said “no” “yes” — a 北京'],
  ])('elsewhere stays a space: %s %s', (language, source, text) => {
    expect(textOfNodes(parse(source, language).body.tree.children)).toBe(text);
  });

  it('stays in code, and goes in the words of a picture', () => {
    expect(html('```\n北京\n大学\n```', rendering(), 'zh')).toContain('北京\n大学\n');
    expect(html('x `北京\n大学`', rendering(), 'zh')).toContain('北京 大学');
    expect(parse('![北京\n大学](a.jpg)', 'zh').body.facts.pictures[0]?.alt).toBe('北京大学');
  });
});

describe('HTML that is indented by four', () => {
  it('is printed as code, with a warning that says so', () => {
    const warning = 'HTML that is indented by four is printed as code';
    expect(told('a\n\n    <div class="x">\n    b\n\n- c\n\n      </p>\n\n>     <b>12:30x')).toEqual(
      [`warning 3: ${warning}`, `warning 8: ${warning}`, `warning 10: ${warning}`],
    );
    expect(parse('    <div class="x">\n    b').problems).toMatchObject([
      { value: '<div class="x">', mend: 'indent it less' },
    ]);
  });

  it('is meant as code between fences, or where it is no HTML', () => {
    expect(
      told(
        '```\n<div>\n```\n\n~~~ html\n    <p>\n~~~\n\n- ```x\n  <b>\n  ```\n\n    < 5\n\n    a <br>',
      ),
    ).toEqual([]);
  });
});

describe('a sentence that is indented by four', () => {
  it.each(['\tThe minister said on Monday that he would go.', '    新的图书馆开馆'])(
    'is printed as code, with a warning that says so: %j',
    (text) => {
      expect(told(`a\n\n${text}`)).toEqual([
        'warning 3: text that is indented by four, or by a tab, is printed as code',
      ]);
    },
  );

  it.each([
    '    const total = price of the whole lot;',
    '    <p>',
    '    openssl req -new -key key.pem -out csr.pem',
    '    four words only here',
    '```\nThe minister said on Monday that he would go.\n```',
    '- a\n\n    The minister said on Monday that he would go.',
  ])('is not taken for one where it is code, or none: %j', (text) => {
    expect(told(text).filter((one) => one.includes('text that is'))).toEqual([]);
  });
});

describe('a code block', () => {
  const open = 'this code block is never closed, so all that follows is printed as code';
  const update = ':::update{id=u1 time=2025-02-03}\nHeld.\n:::\n';
  const held = 'an update in a code block is printed as it is written, and at once';

  it('that is never closed is an error', () => {
    expect(told('a\n\n~~~\n\nb\n\n## C')).toEqual([`error 3: ${open}`]);
    expect(told('a\n\n```')).toEqual([`error 3: ${open}`]);
    expect(told('> ```\n> a\n\nb')).toEqual([`error 1: ${open}`]);
    expect(told('````\na\n```\n')).toEqual([`error 1: ${open}`]);
    expect(told('```\na\n```\n\n- ~~~\n  b\n  ~~~~\n\n> ```\n> c\n> ```')).toEqual([]);
  });

  it('that holds an update is an error: it would come out at once', () => {
    expect(told(`~~~\n\n${update}\n~~~\n`)).toEqual([`error 3: ${held}`]);
    expect(told(`a\n\n~~~\n\n${update}`)).toEqual([`error 3: ${open}`, `error 5: ${held}`]);
    expect(told(`a\n\n${update.replace(/^/gmu, '\t')}`)).toContain(`error 3: ${held}`);
  });

  it('by mere indentation holds no directive', () => {
    expect(told('a\n\n    ::figure{src=a.jpg}\n')).toEqual([
      'error 3: a directive that is indented by four is printed as code',
    ]);
    expect(told('```\n::figure{src=a.jpg}\n```\n')).toEqual([]);
  });

  it('prints no words behind the signs that begin it', () => {
    expect(told('```Some words of text\na\n```')).toEqual([
      'warning 1: words behind the signs that begin a code block are not printed',
    ]);
    expect(told('``` html\na\n```')).toEqual([]);
  });
});

describe('a text', () => {
  it('of which two versions were never merged is an error, and one alone', () => {
    const message = 'two versions of the text stand here, which were never merged';
    const source = 'a\n\n<<<<<<< HEAD\n\nb\n\n=======\n\nc\n\n>>>>>>> desk\n';
    expect(told(source)).toEqual([`error 3: ${message}`]);
    expect(told('>>>>>>> desk')).toEqual([`error 1: ${message}`]);
    expect(told('> > > a')).toEqual([]);
  });

  it('has the signs that numbers of Windows-1252 stand for', () => {
    expect(html('don&#146;t &#x96; &#0147;q&#148; &#8364; &#64;')).toBe('<p>don’t – “q” € @</p>');
  });

  it('strikes out what stands between two tildes, not between one', () => {
    expect(html('5~10 people and 6~12 dogs, H~2~O, ~~no~~')).toBe(
      '<p>5~10 people and 6~12 dogs, H~2~O, <del>no</del></p>',
    );
  });
});

describe('pictures', () => {
  it('alone in a paragraph are figures, within text they stand in line', () => {
    const { body } = parse(
      '![a](a.jpg "C")\n\nx ![b](b.jpg) y\n\n![c](c.jpg) ![d](d.jpg)\n\n[![e](e.jpg)](/x)',
    );
    expect(body.tree.children.filter((node) => node.type === 'element')).toMatchObject([
      { tagName: 'press-figure', properties: { src: 'a.jpg', caption: 'C' } },
      { tagName: 'p', children: [{}, { properties: { src: 'b.jpg', inline: true } }, {}] },
      { tagName: 'press-figure' },
      { tagName: 'press-figure' },
      { tagName: 'p', children: [{ tagName: 'a', children: [{ tagName: 'press-figure' }] }] },
    ]);
  });

  it('keep an address with spaces and letters of any script as it is written', () => {
    expect(parse('![](<порт 1.jpg>)').body.facts.pictures[0]?.src).toBe('порт 1.jpg');
  });

  it('on other sites are errors, also as raw HTML and by reference', () => {
    expect(
      told(
        '![a](https://x.example/a.jpg)\n\n<img src="//x.example/b.jpg">\n\n![c][r]\n\n[r]: http://c.example/c.jpg',
      ),
    ).toEqual([
      'error 1 src: a picture on another site',
      'error 3 src: a picture on another site',
      'error 5 src: a picture on another site',
    ]);
  });
});

describe('Markdown', () => {
  it('has tables with alignment as classes, never as style', () => {
    const result = html('| a | b | c |\n|:-|:-:|-:|\n| 1 | 2 | 3 |');
    expect(result).toContain('<td class="align-center">2</td>');
    expect(result).not.toMatch(/style=|align=/u);
  });

  it('has task lists as signs, without form fields', () => {
    expect(html('- [x] done\n- [ ] open')).toBe('<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>');
  });

  it('has code with the name of its language where that is a plain token', () => {
    expect(html('```C++ x\na\n```')).toContain('<code class="language-c++">');
    expect(html('```"><script>\na\n```')).toContain('<code>');
  });

  it('has what is defined first of two with a name, wherever it stands', () => {
    expect(html('[a][R] ![b][r]\n\n> - [r]: /one "t"\n\n[R]: /two')).toContain(
      '<p><a href="/one" title="t">a</a> <picture>',
    );
  });

  it('has no spaces around the ends of lines', () => {
    expect(html('a&#32;\n&#9;b')).toBe('<p>a\nb</p>');
    expect(html('a\\\n&#32;&#9;b\\\n*&#32;c*&#32;d')).toBe('<p>a<br>\nb<br>\n<em>c</em> d</p>');
  });

  it('has no two texts beside each other', () => {
    const [paragraph] = parse('^www.a.b< a').body.tree.children;
    expect(paragraph).toMatchObject({
      children: [{ value: '^' }, { tagName: 'a' }, { value: '< a' }],
    });
  });

  it('has lists that are loose or tight', () => {
    expect(html('- a\n- b')).toBe('<ul>\n<li>a</li>\n<li>b</li>\n</ul>');
    expect(html('3. a\n\n4. b')).toBe(
      '<ol start="3">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>',
    );
  });

  it('is the same whatever its line ends and byte order mark are', () => {
    const source = '## a\n\ntext\nmore\n\n- x\n';
    const { body } = parse(source);
    expect(parse(`\uFEFF${source.replaceAll('\n', '\r\n')}`).body).toEqual(body);
    expect(parse(source.replaceAll('\n', '\r')).body).toEqual(body);
  });
});

describe('a parsed body', () => {
  it('is the same for the printer', () => {
    const source = 'a "b"[^1]\n\n:::keypoints\n- c\n:::\n\n<b>d</b>\n\n[^1]: n';
    const context = { file: 'a.md', firstLine: 1, language: 'de' };
    expect(parseForPrint(source, context)).toStrictEqual({
      tree: parseBody(source, context).body.tree,
    });
  });

  it('is plain data, and the same each time', () => {
    const source = '# a "b"\n\nx[^1] <b onclick=x>c</b>\n\n:::factbox[T]\ny\n:::\n\n[^1]: n';
    const { body } = parse(source);
    expect(JSON.stringify(parse(source).body)).toBe(JSON.stringify(body));
    expect(structuredClone(body)).toEqual(body);
    expect(JSON.stringify(body)).not.toContain('position');
  });

  it('does not change when a line is added above, but for the lines in its facts', () => {
    expect(parse('a [b](c)').body.tree).toEqual(
      parseBody('a [b](c)', { file: 'a.md', firstLine: 9, language: 'en' }).body.tree,
    );
  });
});
