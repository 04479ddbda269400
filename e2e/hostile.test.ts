/** Hostile content: refused with file and field named, or printed so that nothing runs. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { XmlDocument } from 'libxml2-wasm';
import { serveFolder } from '../bin/static-server.ts';
import { at, expect, openEdition, test } from './support/edition.ts';
import { namedBy } from './support/crawl.ts';
import { jsonLd, metas } from './support/html.ts';
import { markdown, picture, writePaper } from './support/paper.ts';
import { printPaper, printSound } from './support/run.ts';
import { loadAll, watch } from './support/watch.ts';

test.describe.configure({ mode: 'parallel', timeout: 240_000 });

const STORY = 'articles/en/2026/11';

const FIELDS = 'published: 2026-11-01\nauthors: [anna]\nsection: world\n';

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdef'.split('').map((name, index) => {
    const before = 'abcde'[index] ?? 'a';
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
  }),
].join('\n');

/** What is refused: the file, what stands in it, and the field (or nothing) that is named. */
const REFUSED: Record<string, { text: string | Uint8Array; named: RegExp }> = {
  [`${STORY}/picture-up.md`]: {
    text: `---\nheadline: H\n${FIELDS}lead: { image: ../../../../../../../../etc/passwd, alt: A, credit: B }\n---\n\nText.\n`,
    named: /picture-up\.md:6 lead\.image: .*(?:leads out|not a? ?path|no path|content folder)/,
  },
  [`${STORY}/picture-absolute.md`]: {
    text: `---\nheadline: H\n${FIELDS}lead: { image: /etc/passwd, alt: A, credit: B }\n---\n\nText.\n`,
    named: /picture-absolute\.md:6 lead\.image:/,
  },
  [`${STORY}/picture-encoded.md`]: {
    text: `---\nheadline: H\n${FIELDS}---\n\n![A](%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd)\n`,
    named: /picture-encoded\.md:8 picture:/,
  },
  [`${STORY}/picture-text.md`]: {
    text: `---\nheadline: H\n${FIELDS}lead: { image: ./text.jpg, alt: A, credit: B }\n---\n\nText.\n`,
    named: /picture-text\.md:6 lead\.image: is no picture that can be read/,
  },
  [`${STORY}/text.jpg`]: { text: '<script>alert(1)</script>', named: /./ },
  [`${STORY}/linked-picture.md`]: {
    text: `---\nheadline: H\n${FIELDS}lead: { image: ./linked.jpg, alt: A, credit: B }\n---\n\nText.\n`,
    named: /linked-picture\.md:6 lead\.image:/,
  },
  [`${STORY}/bomb.md`]: {
    text: `---\nheadline: H\n${bomb}\n---\n\nText.\n`,
    named: /bomb\.md:\d+ could not be read as YAML: Excessive alias count/,
  },
  [`${STORY}/deep-flow.md`]: {
    text: `---\nheadline: H\ntopics: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n---\n\nText.\n`,
    named: /deep-flow\.md:2 is nested too deeply/,
  },
  [`${STORY}/large-yaml.md`]: {
    text: `---\nheadline: H\nkicker: ${'x'.repeat(300_000)}\n---\n\nText.\n`,
    named: /large-yaml\.md:2 has more than 256 KB of YAML/,
  },
  [`${STORY}/tagged.md`]: {
    text: `---\nheadline: !!js/function 'function () {}'\n${FIELDS}---\n\nText.\n`,
    named: /tagged\.md:2 /,
  },
  [`${STORY}/prototype.md`]: {
    text: `---\nheadline: H\n${FIELDS}__proto__: { polluted: true }\nconstructor: x\n---\n\nText.\n`,
    named: /prototype\.md:\d+ (?:__proto__|constructor):/,
  },
  [`${STORY}/nul.md`]: {
    text: `---\nheadline: "A\\0B"\n${FIELDS}---\n\nText.\n`,
    named: /nul\.md:2 headline: has control characters/,
  },
  [`${STORY}/control.md`]: {
    text: `---\nheadline: "A\\x1b[31mB\\x07"\n${FIELDS}---\n\nText.\n`,
    named: /control\.md:2 headline: has control characters/,
  },
  [`${STORY}/raw-nul.md`]: {
    text: `---\nheadline: A\0B\n${FIELDS}---\n\nText.\n`,
    named: /raw-nul\.md:\d+/,
  },
  [`${STORY}/long-headline.md`]: {
    text: `---\nheadline: ${'Long '.repeat(2_000)}\n${FIELDS}---\n\nText.\n`,
    named: /long-headline\.md:2 headline: is longer than 500 characters/,
  },
  [`${STORY}/not-utf8.md`]: {
    text: Buffer.concat([
      Buffer.from(`---\nheadline: H\n${FIELDS}---\n\n`),
      Buffer.of(0xff, 0xfe, 0x41),
    ]),
    named: /not-utf8\.md is not UTF-8 text/,
  },
  [`${STORY}/names.md`]: {
    text: '---\nheadline: H\npublished: 2026-11-01\nauthors: [../publication]\nsection: ../../etc\nseries: /root\nrelated: [../../x]\n---\n\nText.\n',
    named: /names\.md:4 authors\[0\]:/,
  },
  [`${STORY}/old-addresses.md`]: {
    text: `---\nheadline: H\n${FIELDS}redirectFrom: [/../../etc/cron.d/x, '//evil.example/', 'https://evil.example/', '/a/%2e%2e/%2e%2e/b', '/_headers', '/.nojekyll', '/a\\\\b']\n---\n\nText.\n`,
    named: /old-addresses\.md:6 redirectFrom\[0\]:/,
  },
  [`${STORY}/script-source.md`]: {
    text: `---\nheadline: H\n${FIELDS}source: { name: X, url: 'javascript:alert(1)' }\n---\n\nText.\n`,
    named: /script-source\.md:6 source\.url:/,
  },
  [`${STORY}/script-sponsor.md`]: {
    text: `---\nheadline: H\n${FIELDS}kind: sponsored\nsponsor: { name: X, url: 'data:text/html,<script>alert(1)</script>' }\n---\n\nText.\n`,
    named: /script-sponsor\.md:7 sponsor\.url:/,
  },
  [`${STORY}/script-embed.md`]: {
    text: `---\nheadline: H\n${FIELDS}---\n\n::embed{url="javascript:alert(1)" title="T"}\n`,
    named: /script-embed\.md:8 url:/,
  },
  [`${STORY}/up%2f..%2fup.md`]: { text: markdown({ headline: 'H' }), named: /%2fup\.md:1 path:/ },
  [`${STORY}/a b.md`]: { text: markdown({ headline: 'H' }), named: /a b\.md:1 path:/ },
  [`${STORY}/con"><script>.md`]: {
    text: markdown({ headline: 'H' }),
    named: /script>\.md:1 path:/,
  },
  [`${STORY}/five-megabytes.md`]: {
    text: `---\nheadline: H\n${FIELDS}---\n\n${'A paragraph of a long report.\n\n'.repeat(175_000)}`,
    named: /five-megabytes\.md(?::\d+)? the text has \d+ characters/,
  },
  [`${STORY}/deep-body.md`]: {
    text: `---\nheadline: H\n${FIELDS}---\n\n${'> '.repeat(3_000)}deep\n`,
    named: /deep-body\.md:8 more than \d+ quotations/,
  },
  [`${STORY}/swallowing.md`]: {
    text: `---\nheadline: H\n${FIELDS}---\n\n<math>\n\n:::keypoints\n- One\n:::\n\n</math>\n`,
    named: /swallowing\.md:10 raw HTML that is not closed/,
  },
  'articles/en/2026/13/month.md': {
    text: markdown({ headline: 'H' }),
    named: /13\/month\.md:1 path:/,
  },
  'sections/cards.yaml': { text: 'name: Cards\n', named: /sections\/cards\.yaml:1 path:/ },
  'sections/2026.yaml': { text: 'name: Year\n', named: /sections\/2026\.yaml:1 path:/ },
  'authors/evil.yaml': {
    text: 'name: Eve\nlinks: ["javascript:alert(1)"]\n',
    named: /authors\/evil\.yaml:2 links\[0\]:/,
  },
  'theme.css': {
    text: 'body { color: red }\n</style><script>alert(1)</script>\n@import "https://evil.example/x.css";\n',
    named: /theme\.css:2 style:/,
  },
};

test('what could harm is refused, all at once, with file and field named', async () => {
  const content = writePaper({
    files: Object.fromEntries(Object.entries(REFUSED).map(([file, { text }]) => [file, text])),
  });
  symlinkSync('/etc/passwd', join(content, STORY, 'linked.jpg'));
  symlinkSync('/etc', join(content, 'authors', 'etc'));
  const started = performance.now();
  const { code, stderr, stdout } = await printPaper({ content });
  expect(code).toBe(1);
  expect(performance.now() - started, 'soon').toBeLessThan(60_000);
  for (const [file, { named }] of Object.entries(REFUSED)) expect(stderr, file).toMatch(named);
  expect(stderr).toMatch(/linked\.jpg is a symbolic link/);
  expect(stderr).toMatch(/authors\/etc is a symbolic link/);
  for (let index = 0; index < 6; index += 1) {
    expect(stderr, `old address ${index}`).toMatch(
      new RegExp(`old-addresses\\.md:6 redirectFrom\\[${index}\\]:`),
    );
  }
  expect(`${stderr}${stdout}`, 'nothing of the machine is shown').not.toContain('root:');
  // Colours of Astro's own log begin with an escape, and go on with [.
  const steering = (stderr.match(/\p{Cc}/gu) ?? []).filter((one) => !'\t\n\u001b'.includes(one));
  expect(steering, 'nothing steers a terminal').toEqual([]);
  expect(stderr).not.toContain('\u001b[31mB');
  expect(stderr.length, 'long values are cut').toBeLessThan(100_000);
});

/** Words that try to get out of wherever they are put. */
const BREAKOUT = `</script><script>window.pwned=1</script></title></style>]]>--><img src=x onerror=window.pwned=2>"'&amp; <b>bold</b> {{7*7}} \${7*7}`;

/** Quotes as they were written: a headline is set with round ones. */
function straight(text: unknown): string {
  return String(text).replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
}

const BODY = `
First paragraph ]]> with </script> in it and <script>window.pwned=3</script> more.

<script src="https://evil.example/x.js"></script>

<SCRIPT>window.pwned=4</SCRIPT><scr<script>ipt>window.pwned=5</script>

<img src="./a.jpg" alt="A" onerror="window.pwned=6" onload="window.pwned=7" style="position:fixed">

<a href="javascript:window.pwned=8" onclick="window.pwned=9">one</a>
<a href=" jAvAsCrIpT:window.pwned=10">two</a>
<a href="java&#x0A;script:window.pwned=11">three</a>
<a href="data:text/html,<script>window.pwned=12</script>">four</a>
<a href="vbscript:x">five</a>

[six](javascript:window.pwned=13) [seven](<java	script:window.pwned=14>) [eight](&#106;avascript:window.pwned=15)
[nine](data:text/html;base64,PHNjcmlwdD4=) <javascript:window.pwned=16> [ten][evil]

[evil]: javascript:window.pwned=17

<iframe src="https://evil.example/"></iframe><object data="https://evil.example/"></object><embed src="https://evil.example/">

<svg onload="window.pwned=18"><script>window.pwned=19</script><a xlink:href="javascript:window.pwned=20"><text>svg</text></a></svg>

<style>body{display:none}</style><link rel="stylesheet" href="https://evil.example/x.css"><meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">

<form action="https://evil.example/"><input name="x" autofocus onfocus="window.pwned=22"><button formaction="javascript:window.pwned=23">b</button></form>

<noscript><p title="</noscript><img src=./a.jpg onerror=window.pwned=24>"></noscript>

<details ontoggle="window.pwned=25" open><summary>s</summary>d</details>

<p id="text" class="skip" style="display:none" data-home="/x">An id of the page</p>

![picture" onerror="window.pwned=26](./a.jpg "caption" onload=window.pwned=27)

:::factbox["><script>window.pwned=28</script>]
Text.
:::

::embed{url="https://video.example/watch?a=1&b=2" title="&quot;><script>window.pwned=29</script>"}

\`\`\`html
<script>window.pwned=30</script>
\`\`\`

| a <script>window.pwned=31</script> | b |
|:---:|---:|
| <img src="./a.jpg" alt="A" onerror=window.pwned=32> | \`\\|\` |

Control \u0001\u0008\u001b characters and \u202e turned \u2066 text, and \ufffe.

Last paragraph.
`;

test('what is hostile and can be printed is printed harmless: nothing runs, nothing is asked for', async ({
  browser,
}) => {
  const words = { image: './a.jpg', alt: BREAKOUT, credit: BREAKOUT, caption: BREAKOUT };
  const fields = {
    headline: BREAKOUT,
    kicker: BREAKOUT.slice(0, 100),
    standfirst: BREAKOUT,
    dateline: BREAKOUT.slice(0, 90),
    topics: ['</script><script>x', 'Plain'],
    lead: words,
    pictures: { 'a.jpg': { alt: BREAKOUT, credit: BREAKOUT } },
    corrections: [{ date: '2026-11-21', text: BREAKOUT }],
    social: { headline: BREAKOUT, description: BREAKOUT },
  };
  const unclosed = `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.pwned=21&gt;"></math><svg onload=window.pwned=35>\n\n<div><p><b><i>open\n`;
  const deep = `${'> '.repeat(20)}deep\n\n${'- '.repeat(20)}list\n\n${'*'.repeat(5_000)}\n\n${'['.repeat(5_000)}\n\n${'<b>'.repeat(20)}x`;
  const long =
    'A paragraph of a very long report, with a [link](https://example.org/) and *stress*.\n\n';
  const crlf = `\ufeff---\r\nheadline: From Windows\r\npublished: 2026-11-20\r\nauthors: [anna]\r\nsection: world\r\n---\r\n\r\nFirst line\r\nsecond line.\r\n\r\n## Heading\r\n\r\n:::factbox[Box]\r\nText.\r\n:::\r\n`;
  const content = writePaper({
    publication: {
      name: 'The <Paper> & "Co"',
      description: BREAKOUT,
      footer: ['about'],
      design: { fonts: { headline: '</style><script>window.pwned=33</script>' } },
    },
    authors: { anna: { name: `Anna ${BREAKOUT.slice(0, 80)}`, bio: BREAKOUT } },
    sections: { world: { name: 'World </title><script>', description: BREAKOUT } },
    stories: {
      'en/2026/11/hostile': { fields, body: BODY },
      'en/2026/11/deep': { fields: { headline: 'Deep' }, body: deep },
      'en/2026/11/unclosed': { fields: { headline: 'Unclosed' }, body: unclosed },
      'en/2026/11/wide': { fields: { headline: 'W'.repeat(500) } },
    },
    pages: {
      'en/about': {
        fields: { title: BREAKOUT.slice(0, 150) },
        body: BODY.replace(/^.*(?:!\[|<img ).*$/gm, ''),
      },
    },
    files: {
      [`${STORY}/a.jpg`]: await picture(),
      // Escapes that a minifier writes as the letters they stand for.
      'theme.css': String.raw`b::after { content: "\3c/style>\3cscript>window.pwned=34\3c/script>" }`,
      [`${STORY}/crlf.md`]: crlf,
      [`${STORY}/long.md`]: markdown(
        {
          headline: 'Nearly a megabyte',
          published: '2026-11-19',
          authors: ['anna'],
          section: 'world',
        },
        long.repeat(Math.floor(950_000 / long.length)),
      ),
    },
  });
  const printed = await printSound({ content });
  const edition = openEdition(printed);
  for (const what of ['<script>', '<iframe>', 'onerror', 'onclick', 'href']) {
    expect(`${printed.stdout}${printed.stderr}`, `${what} is reported with its file`).toMatch(
      new RegExp(`hostile\\.md:\\d+[^\\n]*${what.replace(/[<>]/g, '.')}`),
    );
  }

  for (const address of edition.pages) {
    const elements = edition.elements(address);
    const forbidden = new Set(['iframe', 'object', 'embed', 'form', 'input', 'base', 'math']);
    const faults = elements.flatMap(({ name, attributes }) => [
      ...(forbidden.has(name) ? [`<${name}>`] : []),
      ...Object.keys(attributes)
        .filter((key) => /^on|^style$/.test(key))
        .map((key) => `<${name} ${key}>`),
    ]);
    for (const { address: named, place } of namedBy(elements)) {
      const data = named.startsWith('data:') && !/^(?:img|link) /.test(place);
      if (data || /^\s*(?:java|vb)script:|evil\.example/i.test(named))
        faults.push(`${place} ${named}`);
    }
    expect(faults, address).toEqual([]);
    for (const one of jsonLd(elements)) expect(one['@context']).toBe('https://schema.org');
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size, `${address}: each id once`).toBe(ids.length);
  }
  const hostile = edition.elements('/2026/11/hostile.html');
  expect(straight(hostile.find(({ name }) => name === 'h1')?.text)).toBe(BREAKOUT);
  expect(metas(hostile, 'og:title').map(straight)).toEqual([BREAKOUT]);
  expect(straight(jsonLd(hostile)[0]?.['headline'])).toBe(BREAKOUT);
  const text = hostile.find(({ name }) => name === 'main')?.text ?? '';
  expect(text).toContain('First paragraph ]]> with');
  expect(text, 'what follows is not swallowed').toContain('Last paragraph.');
  expect(edition.read('/2026/11/long.html').length).toBeGreaterThan(900_000);
  const windows =
    edition.elements('/2026/11/crlf.html').find(({ name }) => name === 'main')?.text ?? '';
  expect(windows).toMatch(/First line\s+second line\.[\s\S]*Heading[\s\S]*Box[\s\S]*Text\./);
  expect(windows).not.toContain('---');

  // eslint-disable-next-line no-control-regex
  const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
  for (const file of edition.files.filter((one) => /\.(?:xml|html|txt|webmanifest)$/.test(one))) {
    expect(controls.test(edition.read(file)), `${file}: control characters`).toBe(false);
    if (file.endsWith('.xml')) XmlDocument.fromString(edition.read(file)).dispose();
  }
  const item = parseRssFeed(edition.read('/feeds/rss.xml')).items?.find(({ link }) =>
    link?.endsWith('hostile.html'),
  );
  expect(straight(item?.title)).toBe(BREAKOUT);
  expect(item?.content?.encoded).toContain('First paragraph ]]> with');
  JSON.parse(edition.read('/manifest.webmanifest'));

  const server = await serveFolder(edition.out);
  const context = await browser.newContext();
  const page = await context.newPage();
  const { faults } = await watch(context, page, server.address);
  for (const address of edition.pages.filter((one) => !/long|404/.test(one))) {
    await page.goto(at(server.address, address));
    await loadAll(page);
    expect(page.url(), 'nobody was led away').toBe(at(server.address, address));
    expect(await page.evaluate(() => window.pwned), address).toBeUndefined();
    await expect(page.locator('h1')).toBeVisible();
  }
  await page.goto(at(server.address, '/2026/11/hostile.html'));
  for (const link of await page.locator('main .text a').all()) {
    expect(await link.getAttribute('href')).not.toMatch(/script:|^data:/i);
  }
  expect(faults).toEqual([]);
  await context.close();
  await server.close();
});
