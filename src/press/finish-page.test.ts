import { createHash } from 'node:crypto';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { finishPage, policy } from './finish-page.ts';
import { hashOf } from './folder-links.ts';

const AT = '/2025/02/a.html';

const pageOf = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

/** Finishes a page in which every script may stand. */
function finish(html: string, address: string, fixed = false) {
  const texts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script/gi)];
  return finishPage(html, address, {
    scripts: new Set(texts.map(([, text = '']) => hashOf(text))),
    fixed,
  });
}

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

/** What stands in the body after finishing. */
function finished(body: string, address = AT): string {
  const { html } = finish(pageOf(body), address);
  return html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>'));
}

interface Node {
  nodeName: string;
  value?: string;
  data?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
  content?: Node;
}

/** A tree as a browser sees it, with the attributes that `map` gives. */
function seen(
  node: Node,
  map: (name: string, value: string) => string = (_name, value) => value,
): unknown {
  return {
    name: node.nodeName,
    text: node.value ?? node.data,
    attributes: node.attrs?.map(({ name, value }) => [name, map(name, value)]),
    children: [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])].map((child) =>
      seen(child, map),
    ),
  };
}

const sha = (text: string) =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

describe('a finished page', () => {
  it('has relative links to files of the edition and leaves others alone', () => {
    expect(finished('<a href="/index.html">x</a>')).toBe('<a href="../../index.html">x</a>');
    expect(finished('<img src="/assets/a.jpg" alt="/x">')).toBe(
      '<img src="../../assets/a.jpg" alt="/x">',
    );
    for (const same of [
      'https://x.example/',
      '//x.example/',
      'mailto:a@b.example',
      '#top',
      '',
      'b.html',
      'data:image/gif;base64,AA==',
    ]) {
      expect(finished(`<a href="${same}">x</a>`)).toBe(`<a href="${same}">x</a>`);
    }
  });

  it('keeps queries, anchors and letters of every script', () => {
    expect(finished('<a href="/2025/02/ثلج.html?a=1&amp;b=2#ق">x</a>')).toBe(
      '<a href="%D8%AB%D9%84%D8%AC.html?a=1&amp;b=2#ق">x</a>',
    );
    expect(finished('<a href="/2025/02/b%3Ac%20d%3F.html">x</a>')).toBe(
      '<a href="./b:c%20d%3F.html">x</a>',
    );
  });

  it.each([
    ["<a href='/index.html'>x</a>", '<a href="../../index.html">x</a>'],
    ['<a href=/index.html>x</a>', '<a href="../../index.html">x</a>'],
    [
      '<a\n  href = "/index.html"\n  title="a > b">x</a>',
      '<a\n  href="../../index.html"\n  title="a > b">x</a>',
    ],
    ['<A HREF="/index.html">x</A>', '<A HREF="../../index.html">x</A>'],
    ['<img src="/a.png"/>', '<img src="../../a.png"/>'],
    ['<STYLE>a{b:url(/x.png)}</STYLE>', '<STYLE>a{b:url("../../x.png")}</STYLE>'],
    ["<a href='b.html'>x</a><a href=b.html>y</a>", "<a href='b.html'>x</a><a href=b.html>y</a>"],
    [
      '<a title=\'say "/x"\' href="/index.html">x</a>',
      '<a title=\'say "/x"\' href="../../index.html">x</a>',
    ],
    ['<a data-href="/index.html" hrefx="/y">x</a>', '<a data-href="/index.html" hrefx="/y">x</a>'],
    ['<use href="/a.svg#i"></use>', '<use href="../../a.svg#i"></use>'],
    [
      '<blockquote cite="/index.html">x</blockquote>',
      '<blockquote cite="../../index.html">x</blockquote>',
    ],
  ])('reads attributes however they are written: %s', (body, result) => {
    expect(finished(body)).toBe(result);
  });

  it('reads entities in attributes once', () => {
    expect(finished('<a href="/a&amp;b.html">x</a>')).toBe('<a href="../../a&amp;b.html">x</a>');
    expect(finished('<a href="/a&#38;b.html">x</a>')).toBe('<a href="../../a&amp;b.html">x</a>');
    expect(finished('<a href="/a&#x26;quot;b.html">x</a>')).toBe(
      '<a href="../../a&amp;quot;b.html">x</a>',
    );
    expect(finished('<a href="&#47;index.html">x</a>')).toBe('<a href="../../index.html">x</a>');
    expect(finished('<a href="https://x.example/?a=&quot;&lt;&#39;">x</a>')).toBe(
      '<a href="https://x.example/?a=&quot;&lt;\'">x</a>',
    );
  });

  it.each([
    ['/a.jpg 480w, /b.jpg 960w', '../../a.jpg 480w, ../../b.jpg 960w'],
    ['/a.jpg 1x,/b.jpg 2x', '../../a.jpg 1x, ../../b.jpg 2x'],
    ['/a.jpg', '../../a.jpg'],
    ['/a.jpg, /b.jpg 2x', '../../a.jpg, ../../b.jpg 2x'],
    [
      '/a,b.jpg 480w,\n  https://x.example/c.jpg 960w',
      '../../a,b.jpg 480w, https://x.example/c.jpg 960w',
    ],
  ])('has relative pictures in srcset: %s', (srcset, result) => {
    expect(finished(`<img srcset="${srcset}">`)).toBe(`<img srcset="${result}">`);
    expect(finished(`<link imagesrcset="${srcset}">`)).toBe(`<link imagesrcset="${result}">`);
  });

  it('has a relative refresh, and no other content is touched', () => {
    const { html } = finish(
      pageOf(
        '',
        '<meta http-equiv="refresh" content="0; url=/2025/02/b.html"><meta name="x" content="0; url=/y">',
      ),
      '/2019/05/old/index.html',
    );
    expect(html).toContain('content="0; url=../../../2025/02/b.html"');
    expect(html).toContain('content="0; url=/y"');
  });

  it('has relative addresses in styles, hashed as they stand there', () => {
    const { html, links } = finish(
      pageOf(
        '',
        `<style>@font-face{src:url(/assets/a.woff2),url( '/b.woff2' ),url("data:x"),url(#id),url(https://x.example/y)}</style>`,
      ),
      AT,
    );
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(style).toBe(
      `@font-face{src:url("../../assets/a.woff2"),url("../../b.woff2"),url("data:x"),url(#id),url(https://x.example/y)}`,
    );
    expect(POLICY.exec(html)?.[1]).toContain(`style-src ${sha(style)}`);
    expect(links.map(({ target }) => target)).toEqual(['/assets/a.woff2', '/b.woff2']);
  });

  it('leaves alone what only looks like a tag', () => {
    for (const same of [
      '<script>const a = \'<a href="/x">\'; if (a < 1 && b > 2) c("</p>");</script>',
      '<!-- <a href="/x"> -->',
      '<textarea><a href="/x"></textarea>',
      '<p>1 < 2 and href="/x"</p>',
      '<svg><title>x</title></svg>',
    ]) {
      expect(finished(same)).toBe(same);
    }
  });

  it('is whole where a letter has another length in lower case', () => {
    const body =
      '<p>İİİİİİİİ</p><style>a{b:url(/x.png)}</style><script>run("İ")</script><textarea>İ</textarea><a href="/y.html">İ</a>';
    const { html } = finish(pageOf(body), '/index.html');
    expect(html).toContain(
      '<p>İİİİİİİİ</p><style>a{b:url("x.png")}</style><script>run("İ")</script><textarea>İ</textarea><a href="y.html">İ</a>',
    );
    expect(POLICY.exec(html)?.[1]).toContain(`script-src ${sha('run("İ")')};`);
  });

  it('is for a browser the same page but for its addresses', () => {
    const body = `
      <p class=a id='x' hidden>Tom &amp; “Jerry” &lt;b&gt; &#x1F600;</p><br/><hr>
      <picture><source srcset="/a.avif 1x, /a2.avif 2x" type=image/avif><img src='/a.jpg' alt='"q" &amp; &#39;r&#39;' width=1 height="2"></picture>
      <table><tr><td>x</table><ul><li>1<li>2</ul>
      <script type="application/ld+json">{"a":"</p><a href='/x'>"}</script>
      <script>if (1 < 2) document.title = "<b>";</script>
      <svg viewBox="0 0 1 1"><use href="/i.svg#a"/><title>t</title></svg>
      <template><a href="/t.html">t</a></template><noscript><img src="/n.gif"></noscript>
      <!-- > <p title="/x"> -- --><a href="/z.html" title="a>b">z</a>`;
    const source = pageOf(body, '<title>a < b & "c" <i></title><link rel=stylesheet href=/s.css>');
    const { html } = finish(source, '/index.html');
    const relative = (name: string, value: string) =>
      /^(href|src|srcset)$/.test(name) ? value.replace(/(^|, )\//g, '$1') : value;
    const tree = (text: string) => parse(text, { scriptingEnabled: false }) as Node;
    expect(seen(tree(html.replace(POLICY, '')))).toEqual(seen(tree(source), relative));
  });

  it('tells which files and anchors it needs and which it has', () => {
    const { links, ids } = finish(
      pageOf(
        '<h2 id="a&amp;b">x</h2><a href="#a%26b">1</a><a href="/index.html#t%C3%AB?x">2</a><img src="/p.jpg?v=1"><a href="https://x.example/">3</a>',
      ),
      AT,
    );
    expect([...ids]).toEqual(['a&b']);
    expect(links).toEqual([
      { target: AT, anchor: 'a&b' },
      { target: '/index.html', anchor: 'të?x' },
      { target: '/p.jpg', anchor: '' },
    ]);
  });

  it('names each file and anchor once', () => {
    const page = pageOf('<a href="/b.html">1</a><a href="/b.html">2</a><a href="/b.html#x">3</a>');
    for (let times = 0; times < 2; times += 1) {
      expect(finish(page, AT).links).toEqual([
        { target: '/b.html', anchor: '' },
        { target: '/b.html', anchor: 'x' },
      ]);
    }
  });

  it('is the same whichever pages came before', () => {
    const page = pageOf(
      '<a href="/2025/02/b.html#x">x</a><a href="#y">y</a><img srcset="/a.jpg 1x">',
      '<style>a{b:url(/x.png)}</style><style>a{b:url(/x.png)}c{}</style>',
    );
    const addresses = ['/index.html', AT, '/2025/02/b.html', '/world/1.html', '/404.html'];
    const at = (address: string) => finish(page, address, address === '/404.html');
    const first = addresses.map(at);
    expect(addresses.toReversed().map(at).toReversed()).toEqual(first);
    expect(first[0]?.html).toContain('<a href="2025/02/b.html#x">');
    expect(first[1]?.html).toContain('<a href="b.html#x">');
    expect(first[3]?.html).toContain('<style>a{b:url("../x.png")}c{}</style>');
    expect(first[4]?.html).toContain('<style>a{b:url(/x.png)}c{}</style>');
    expect(first.map(({ links }) => links[0]?.target)).toEqual([
      ...Array.from({ length: 4 }, () => '/x.png'),
      '/2025/02/b.html',
    ]);
    expect(first[2]?.links).toContainEqual({ target: '/2025/02/b.html', anchor: 'y' });
  });

  it('that is served at any depth keeps its addresses', () => {
    const body = '<a href="/index.html">x</a><style>a{b:url(/x.png)}</style>';
    const { html, links } = finish(pageOf(body), '/404.html', true);
    expect(html).toContain(body);
    expect(links.map(({ target }) => target)).toContain('/index.html');
  });
});

describe('the policy of a page', () => {
  it('names exactly the scripts and styles that stand in it', () => {
    const { html } = finish(
      pageOf(
        '<script>one()</script><script type="module">two()</script><script>one()</script><script type="application/ld+json">{}</script>',
        '<style>a{}</style>',
      ),
      AT,
    );
    const found = POLICY.exec(html)?.[1] ?? '';
    expect(found).toBe(policy(['one()', 'two()'], ['a{}']));
    expect(found.match(/sha256-/g)).toHaveLength(3);
  });

  it.each([
    ['<script>two()</script>', '"two()"'],
    ['<script type="module">two()</script>', '"two()"'],
    ['<SCRIPT TYPE=text/javascript>two()</SCRIPT>', '"two()"'],
    ['<svg><script>two()</script></svg>', '"two()"'],
    ['<script>one() </script>', '"one()"'],
    ['<script src="/x.js"></script>', '"/x.js"'],
    ['<script src="https://x.example/y.js">one()</script>', '"https://x.example/y.js"'],
    ['<script src>one()</script>', '""'],
  ])('is not made for a script of anyone else: %s', (script, shown) => {
    const own = new Set([hashOf('one()')]);
    const withOwn = pageOf(`<script>one()</script>${script}`);
    expect(() => finishPage(withOwn, AT, { scripts: own })).toThrow(
      `${AT} has a script that stands in no file of its own: ${shown}`,
    );
  });

  it.each([
    ['<p style="color:red">x</p>', 'style="color:red"'],
    ['<p ONCLICK=go()>x</p>', 'onclick="go()"'],
    ['<img src="https://x.example/a.png" alt="">', 'src="https://x.example/a.png"'],
    ['<iframe src=" //x.example/"></iframe>', 'src=" //x.example/"'],
    ['<video poster="http://x.example/a.jpg"></video>', 'poster="http://x.example/a.jpg"'],
  ])('would refuse what a layout may not have: %s', (html, shown) => {
    expect(() => finish(pageOf(html), AT)).toThrow(
      `${AT} has ${shown}, which the policy of the page refuses.`,
    );
  });

  it('allows nothing where nothing stands', () => {
    expect(policy([], [])).not.toMatch(/script-src|style-src/);
    expect(policy([], [])).toContain("default-src 'none'");
  });

  it('stands right after the charset, and a page without one is a fault', () => {
    expect(finish(pageOf(''), AT).html).toMatch(
      /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/,
    );
    expect(() => finish('<p>x</p>', AT)).toThrow('charset');
  });
});
