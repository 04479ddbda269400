import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { pictureView, html, parse, rendering } from './rendering-for-tests.ts';
import { liveUpdates, renderBody } from './render.ts';

const EVERYTHING = `
## A heading "here"

Text *em* \`code\`[^1] ![inline](i.jpg) [story](../02/x.md) [there](#there).[^1]

:::factbox[Facts & *more*]
Inside.

### Deep

::figure{src=./x.jpg alt=c caption="It's <b>" credit=AP width=wide}
:::

:::gallery
::figure{src=a.jpg}

![x](b.jpg "cc")
:::

:::pullquote{cite="Me"}
> Yes
:::

:::keypoints
- one
- two
:::

::embed{url="https://www.v.example/a?b=1&c=2" title="T" picture=p.jpg}

::correction{n=1}

### There

| a | b |
|:-|-:|
| 1 | 2 |

\`\`\`js
"x" < 1
\`\`\`

<details open><summary>S</summary><p align=center>x <sub>2</sub></p></details>

:::update{id=u5 time=2025-02-03T10:00 headline="He said \\"no\\""}
Text
:::

[^1]: Note "q".
`;

/** HTML with its references read, so that two ways to write one character are equal. */
function normal(source: string): string {
  return source
    .replace(
      /&#x([0-9a-f]+);|&(amp|lt|gt|quot|nbsp);/giu,
      (_, hex: string | undefined, name: string) =>
        hex === undefined
          ? ({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' }[name] ?? '')
          : String.fromCodePoint(parseInt(hex, 16)),
    )
    .replaceAll('=""', '');
}

describe('the HTML', () => {
  it.each(['page', 'feed'] as const)('for a %s is read by a parser as it was meant', (profile) => {
    const printed = html(EVERYTHING, rendering(profile));
    expect(normal(serialize(parseFragment(printed)))).toBe(normal(printed));
  });

  it('never has style attributes or scripts', () => {
    expect(html(EVERYTHING)).not.toMatch(/\sstyle=|<script|\son[a-z]+=/u);
  });

  it('has each id once, and no link to an id that is not there', () => {
    const printed = html(EVERYTHING);
    const ids = [...printed.matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const match of printed.matchAll(/href="#([^"]+)"|aria-labelledby="([^"]+)"/gu)) {
      expect(ids).toContain(match[1] ?? match[2]);
    }
  });

  it('has headings that skip no level', () => {
    const levels = [...html(EVERYTHING).matchAll(/<h(\d)/gu)].map((match) => Number(match[1]));
    expect(levels).toEqual([2, 3, 4, 3, 2, 2]);
  });

  it('is the same each time', () => {
    expect(html(EVERYTHING)).toBe(html(EVERYTHING));
  });
});

describe('on a page', () => {
  it('a figure has its formats, sizes, caption and credit', () => {
    expect(html('::figure{src=a.jpg alt=A caption=C credit=AP width=full}')).toBe(
      '<figure class="figure figure-full"><picture>' +
        '<source type="image/webp" srcset="/assets/640.webp 640w, /assets/1280.webp 1280w" sizes="100vw">' +
        '<img src="/assets/1280.jpg" srcset="/assets/640.jpg 640w, /assets/1280.jpg 1280w" sizes="100vw" ' +
        'width="1280" height="960" alt="A" loading="lazy" decoding="async"></picture>' +
        '<figcaption>C <span class="credit">W-credit AP</span></figcaption></figure>',
    );
  });

  it("takes the picture's own words where the text has none", () => {
    const picture = (src: string): ReturnType<typeof pictureView> => ({
      ...pictureView(src),
      caption: 'Own',
      credit: 'Own credit',
    });
    const printed = html('![](a.jpg)', rendering('page', { picture }));
    expect(printed).toContain('alt="Alt of a.jpg"');
    expect(printed).toContain('Own <span class="credit">W-credit Own credit</span>');
  });

  it('leaves out a picture that is not published', () => {
    expect(
      html(
        'a\n\n![](a.jpg)\n\n:::gallery\n![](b.jpg)\n:::',
        rendering('page', { picture: () => undefined }),
      ),
    ).toBe('<p>a</p>');
  });

  it('leaves the text of a link whose story is not published', () => {
    const how = rendering('page', { link: (href) => (href === '/y' ? '/z z.html' : undefined) });
    expect(html('[a *b*](/x) [c](/y "t")', how)).toBe(
      '<p>a <em>b</em> <a href="/z%20z.html" title="t">c</a></p>',
    );
  });

  it('an embed loads nothing but its picture, which is ours', () => {
    const printed = html('::embed{url="https://www.v.example/a?b=1&c=2" title="T" picture=p.jpg}');
    expect(printed).toMatch(
      /^<figure class="embed"><a href="https:\/\/www\.v\.example\/a\?b=1&#x26;c=2" rel="external noopener"><picture>/u,
    );
    expect(printed).toContain('<span class="embed-title">T</span>');
    expect(printed).toContain('W-open v.example');
    expect(printed.match(/(?:src|srcset)="https?:/gu)).toBeNull();
  });

  it('a correction stands where it belongs, if the story has it', () => {
    expect(html('::correction{n=2}')).toBe(
      '<div class="correction correction-correction" role="note"><p>' +
        '<span class="correction-kind">W-corr, <time datetime="2025-02-03">3 February 2025</time></span> Correction 2 &#x26; more</p></div>',
    );
    expect(html('::correction{n=9}', rendering('page', { correction: () => undefined }))).toBe('');
  });

  it('a table can be scrolled by keyboard and has a name', () => {
    expect(html('| a |\n|-|\n| b |')).toMatch(
      /^<div class="table-wrap" role="region" tabindex="0" aria-label="W-table 1"><table>/u,
    );
  });

  it('footnotes are numbered by their first marks, and lead back to each mark', () => {
    const printed = html('a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X');
    expect(printed.match(/href="#fn-\d" id="[^"]+"/gu)).toEqual([
      'href="#fn-1" id="fnref-1"',
      'href="#fn-2" id="fnref-2"',
      'href="#fn-1" id="fnref-1-2"',
    ]);
    expect(printed).toMatch(/<li id="fn-1"><p>X <a [^>]*href="#fnref-1"[^>]*>.*href="#fnref-1-2"/u);
    expect(printed).toContain('<h2 id="fn-heading">W-footnotes</h2>');
  });

  it('footnotes have the numbers of the language, the same on marks and on ways back', () => {
    const words = { ...rendering().words, number: (n: number) => `N${n}` };
    const printed = html('a[^x] b[^x]\n\n[^x]: X', rendering('page', { words }));
    expect(printed.match(/N\d/gu)).toEqual(['N1', 'N1', 'N2']);
    expect(printed).toContain('href="#fn-1" id="fnref-1-2"');
  });

  it('a head cell of a table that is empty is no head of anything', () => {
    const how = rendering('page', { picture: () => undefined });
    const table = '| | a | ![](x.jpg) |\n|:-|-|-|\n| 1 | 2 | 3 |';
    expect(html(table, how)).toContain(
      '<tr>\n<td class="align-left"></td>\n<th scope="col">a</th>\n<td></td>\n</tr>',
    );
    expect(html(table)).toContain('<th scope="col"><figure');
    expect(
      html('<table><tr><th scope="col" abbr="x" colspan="2"> <b></b></th></tr></table>'),
    ).toContain('<td colspan="2"> <b></b></td>');
  });

  it('no word is from anywhere but the text and the words it is given', () => {
    const words = html(EVERYTHING)
      .replace(/(?:alt|title|aria-label)="([^"]*)"/gu, '>$1<')
      .replace(/<[^>]*>/gu, ' ');
    expect(words).not.toMatch(/footnotes?\b(?<!W-footnotes?)|\bopen at\b|\bcorrection:/iu);
  });
});

describe('in a feed', () => {
  const printed = html(EVERYTHING, rendering('feed'));

  it('nothing is left of classes, ids, roles and loading hints', () => {
    expect(printed).not.toMatch(
      /<[^>]*\s(?:class|id|role|tabindex|aria-[a-z]+|data-[a-z]+|srcset|sizes|loading|decoding|style)=/u,
    );
  });

  it('pictures are whole, with absolute addresses', () => {
    expect(printed).toContain(
      '<figure><img src="https://gazette.example/assets/1280.jpg" width="1280" height="960" alt="c"><figcaption>It’s &#x3C;b> W-credit AP</figcaption></figure>',
    );
    expect(printed).not.toMatch(/<source|<picture/u);
  });

  it('an embed is a link, and footnotes lead to the page', () => {
    expect(printed).toContain(
      '<p><a href="https://www.v.example/a?b=1&#x26;c=2">T</a> (W-open v.example)</p>',
    );
    expect(printed).toContain('<a href="https://gazette.example/x.html#fn-1">1</a>');
    expect(printed).toContain('<a href="https://gazette.example/x.html#fnref-1-2">');
  });

  it('an update has its headline, time and author', () => {
    expect(printed).toContain(
      '<h2>He said “no”</h2><p><time datetime="2025-02-03T14:30:00Z">14:30</time> · <a href="/authors/ann/index.html">Ann</a></p><p>Text</p>',
    );
  });

  it('an update that is pinned says so', () => {
    const { body } = parse(':::update{id=u1 time=2025-02-03 headline="H"}\nText\n:::');
    expect(renderBody(body, { ...rendering('feed'), pinned: ['u1'] })).toContain(
      '</time> · W-pinned · ',
    );
  });
});

describe.each(['page', 'feed'] as const)('code in a line, on a %s', (profile) => {
  const text = '`a` <kbd>b <kbd>c</kbd></kbd> <samp>d</samp>';

  it('runs from the left where the text runs from the right', () => {
    const printed = html(text, rendering(profile, { direction: 'rtl' }));
    expect(printed).toBe(
      '<p><code dir="ltr">a</code> <kbd dir="ltr">b <kbd>c</kbd></kbd> <samp dir="ltr">d</samp></p>',
    );
    expect(html(`x[^1]\n\n[^1]: ${text}`, rendering(profile, { direction: 'rtl' }))).toContain(
      '<code dir="ltr">a',
    );
    expect(html('```\na\n```', rendering(profile, { direction: 'rtl' }))).toContain('><code>a');
  });

  it('says nothing of it where the text runs from the left', () => {
    expect(html(text, rendering(profile))).not.toContain('dir=');
  });

  it('goes by what the author says of a stretch, and of the code itself', () => {
    expect(html('<span dir="rtl">`a`</span> `b`', rendering(profile))).toBe(
      '<p><span dir="rtl"><code dir="ltr">a</code></span> <code>b</code></p>',
    );
    expect(
      html(
        '<span dir="ltr">`a`</span> <code dir="rtl">b</code>',
        rendering(profile, { direction: 'rtl' }),
      ),
    ).toBe('<p><span dir="ltr"><code>a</code></span> <code dir="rtl">b</code></p>');
  });
});

describe('a live report', () => {
  const source = [
    'Intro[^1].',
    ...[2, 3, 1, 9].flatMap((n) => [
      `:::update{id=u${n} time=2025-02-03 headline="H${n}"}\nText ${n}[^${n}]. [to nine](#u9)\n:::`,
    ]),
    'After.',
    ...[1, 2, 3, 9].map((n) => `[^${n}]: Note ${n}`),
  ].join('\n\n');
  const { body } = parse(source);
  const held = rendering('page', {
    update: (id) => (id === 'u9' ? undefined : rendering().update(id)),
    pinned: ['u1'],
  });

  it('prints what is outside of updates, pinned updates, then the newest first', () => {
    const printed = renderBody(body, held);
    expect(printed.match(/Intro|After|<h2[^>]*>H\d/gu)?.map((found) => found.slice(-2))).toEqual([
      'ro',
      'er',
      'H1',
      'H3',
      'H2',
    ]);
    expect(printed).toContain(
      '<article class="update update-pinned" id="u1" aria-labelledby="u1-title">',
    );
    expect(printed).toContain('W-pinned');
  });

  it('shows nothing of an update that is held back: text, notes, links to it', () => {
    const printed = renderBody(body, held);
    expect(printed).not.toMatch(/Text 9|Note 9|H9|u9/u);
    expect(printed).toContain('to nine');
    expect(JSON.stringify(liveUpdates(body, held))).not.toMatch(/Text 9|H9|u9/u);
  });

  it('numbers footnotes in the order of what is printed', () => {
    const printed = renderBody(body, held);
    expect(
      [...printed.matchAll(/<li id="fn-(\d)"><p>Note (\d)/gu)].map(
        (m) => `${m[1] ?? ''}=${m[2] ?? ''}`,
      ),
    ).toEqual(['1=1', '2=3', '3=2']);
  });

  it('gives its updates one by one, as they are printed in the whole', () => {
    const printed = renderBody(body, held);
    const updates = liveUpdates(body, held);
    expect(updates.map(({ id, pinned, text }) => [id, pinned, text])).toEqual([
      ['u1', true, 'Text 1. to nine'],
      ['u3', false, 'Text 3. to nine'],
      ['u2', false, 'Text 2. to nine'],
    ]);
    for (const update of updates) expect(printed).toContain(update.html);
  });

  it('has marks in a feed that lead to the notes on the page, also update by update', () => {
    const page = renderBody(body, held);
    const feed = { ...rendering('feed'), update: held.update, pinned: held.pinned };
    const marks = liveUpdates(body, feed).map(({ html: one }) => /<sup>.*?<\/sup>/u.exec(one)?.[0]);
    expect(marks).toEqual(
      [1, 2, 3].map((n) => `<sup><a href="https://gazette.example/x.html#fn-${n}">${n}</a></sup>`),
    );
    for (const n of [1, 2, 3]) expect(page).toContain(`id="fn-${n}"`);
  });

  it('names the pictures of an update, each once, however deep they stand', () => {
    const pictures = [
      '![One](one.jpg)',
      '::::gallery\n![Two](two.jpg)\n\n![One](one.jpg)\n::::',
      '> ![Three](three.jpg)',
    ];
    const update = (id: string, text: string) =>
      `:::::update{id=${id} time=2025-02-03 headline="H"}\n${text}\n:::::`;
    const { body: report } = parse(
      [update('u1', pictures.join('\n\n')), '![Outside](outside.jpg)', update('u2', 'Text')].join(
        '\n\n',
      ),
    );
    expect(new Map(liveUpdates(report, rendering()).map((one) => [one.id, one.pictures]))).toEqual(
      new Map([
        ['u1', ['one.jpg', 'two.jpg', 'three.jpg']],
        ['u2', []],
      ]),
    );
  });

  it('keeps the order of the source for updates of one moment', () => {
    const how = rendering('page', { update: (id) => ({ ...rendering().update(id)!, instant: 0 }) });
    expect(liveUpdates(body, how).map(({ id }) => id)).toEqual(['u2', 'u3', 'u1', 'u9']);
  });
});
