/** A bad page stops the press: every mistake at once, each with its place and its mend. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { picture, writePaper } from './support/paper.ts';
import { printPaper, printSound, temporaryFolder } from './support/run.ts';
import { expect, openEdition, test } from './support/edition.ts';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

/** A file of the last edition: its bytes and its identity on disk. */
function snapshot(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const { ino, mtimeMs, size } = statSync(file);
      const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
      return `${file} ${ino} ${mtimeMs} ${size} ${digest}`;
    });
}

interface Complaint {
  place: string;
  message: string;
  value: string | undefined;
  mend: string | undefined;
}

/** The complaints of the press, read as an editor reads them. */
function complaints(stderr: string): Complaint[] {
  const found: Complaint[] = [];
  for (const line of stderr.split('\n')) {
    const value = /^ {4}stands there: (.*)$/.exec(line)?.[1];
    const mend = /^ {4}to mend it: {3}(.*)$/.exec(line)?.[1];
    const last = found.at(-1);
    const [, place = '', message = ''] = /^ {2}(.+?:\d+(?: [^\s:]+:)?|\S+) (.*)$/.exec(line) ?? [];
    if (value !== undefined && last !== undefined) last.value = value;
    else if (mend !== undefined && last !== undefined) last.mend = mend;
    else if (/^ {2}\S/.test(line))
      found.push({ place, message, value: undefined, mend: undefined });
  }
  return found;
}

/** Place, value (or undefined), what the mend says. */
type Expected = [place: string, value: RegExp | undefined, mend: RegExp];

const STORY = 'articles/en/2026/11';

const MISTAKES: Record<string, { file?: string; text: string; expected: Expected[] }> = {
  'unknown-field': {
    text: 'headine: A headline\nheadline: H\npublished: 2026-11-01\nauthors: [anna]\nsection: world',
    expected: [['unknown-field.md:2 headine:', /A headline/, /did you mean "headline"\?/]],
  },
  'unknown-names': {
    text: 'headline: H\npublished: 2026-11-01\nauthors: [ana]\nsection: wrold\nseries: none\nrelated:\n  - en/2026/11/nothing',
    expected: [
      ['unknown-names.md:4 authors[0]:', /^ana$/, /did you mean "anna"\?/],
      ['unknown-names.md:5 section:', /^wrold$/, /did you mean "world"\?/],
      ['unknown-names.md:6 series:', /^none$/, /there is none yet/],
      ['unknown-names.md:8 related[0]:', /^en\/2026\/11\/nothing$/, /./],
    ],
  },
  'no-date': {
    text: 'headline: H\npublished: yesterday\nauthors: [anna]\nsection: world',
    expected: [['no-date.md:3 published:', /^yesterday$/, /2025-02-03T09:30/]],
  },
  'null-date': {
    text: 'headline: H\npublished: null\nauthors: [anna]\nsection: world',
    expected: [['null-date.md:3 published:', /^null$/, /2025-02-03T09:30/]],
  },
  'spring-hour': {
    text: 'headline: H\npublished: 2026-03-29T03:30\nauthors: [anna]\nsection: world',
    expected: [['spring-hour.md:3 published:', /^2026-03-29T03:30$/, /./]],
  },
  'updated-before': {
    text: 'headline: H\npublished: 2026-11-02\nupdated: 2026-11-01\nauthors: [anna]\nsection: world',
    expected: [['updated-before.md:4 updated:', /^2026-11-01$/, /later/]],
  },
  'no-picture': {
    text: 'headline: H\npublished: 2026-11-02\nauthors: [anna]\nsection: world\nlead:\n  image: ./hapbour.jpg\n  alt: A\n  credit: B',
    expected: [['no-picture.md:7 lead.image:', /hapbour\.jpg/, /did you mean ".\/harbour\.jpg"\?/]],
  },
  'no-words': {
    text: 'headline: H\npublished: 2026-11-02\nauthors: [anna]\nsection: world\nlead:\n  image: ./harbour.jpg',
    expected: [
      ['no-words.md:7 lead.image:', /harbour\.jpg/, /add `alt: …`/],
      ['no-words.md:7 lead.image:', /harbour\.jpg/, /add `credit: …`/],
    ],
  },
  'no-author': {
    text: 'headline: H\npublished: 2026-11-02\nsection: world',
    expected: [['no-author.md:2 authors:', undefined, /byline: Staff/]],
  },
  'wrong-kind': {
    text: 'headline: H\npublished: 2026-11-02\nauthors: [anna]\nsection: world\nkind: analisis',
    expected: [['wrong-kind.md:6 kind:', /^analisis$/, /did you mean "analysis"\?/]],
  },
  'bad-yaml': {
    text: 'headline: A: B\npublished: 2026-11-02',
    expected: [['bad-yaml.md:2', undefined, /quotes/]],
  },
  'bad-body': {
    text: 'headline: H\npublished: 2026-11-02\nauthors: [anna]\nsection: world\n---\n\n:::pulquote\nText\n:::\n\n::figure{src="./harbour.jpg" alt="A" credit="B" with=wide}\n\n[a](./nothing.md)\n\n::correction{n=1}',
    expected: [
      ['bad-body.md:8', /:::pulquote/, /did you mean "pullquote"\?/],
      ['bad-body.md:12 with:', /^wide$/, /did you mean "width"\?/],
      ['bad-body.md:14 link:', /nothing\.md/, /./],
      ['bad-body.md:16 n:', /^1$/, /corrections/],
    ],
  },
  'old-address': {
    text: 'headline: H\npublished: 2026-11-02\nauthors: [anna]\nsection: world\nredirectFrom:\n  - /2026/11/wrong-kind.html\n  - /?p=12\n  - /world/',
    expected: [
      ['old-address.md:7 redirectFrom[0]:', /wrong-kind/, /rename one of the two/],
      ['old-address.md:8 redirectFrom[1]:', /\?p=12/, /host/],
      ['old-address.md:9 redirectFrom[2]:', /world/, /remove it/],
    ],
  },
  'other-page': {
    file: 'pages/en/world.md',
    text: 'title: World',
    expected: [['pages/en/world.md:1 path:', /^world$/, /rename one of the two/]],
  },
  'folder-of-nothing': {
    file: 'artcles/en/2026/11/lost.md',
    text: 'headline: H',
    expected: [['artcles:1 path:', /artcles/, /did you mean "articles"\?/]],
  },
  'wrong-name': {
    file: `${STORY}/Wrong Name.md`,
    text: 'headline: H\npublished: 2026-11-02\nauthors: [anna]\nsection: world',
    expected: [['Name.md:1 path:', /Wrong Name/, /rename the file to wrong-name\.md/]],
  },
};

test('all mistakes are reported at once, each with file, line, field, value and mend, and the last edition stays', async () => {
  const last = await printSound({ content: writePaper({ stories: { 'en/2026/11/one': {} } }) });
  const before = snapshot(last.out);
  const files: Record<string, string | Uint8Array> = { [`${STORY}/harbour.jpg`]: await picture() };
  for (const [name, { file, text }] of Object.entries(MISTAKES)) {
    files[file ?? `${STORY}/${name}.md`] =
      `---\n${text}\n${text.includes('\n---\n') ? '' : '---\n\nText.\n'}`;
  }
  const printed = await printPaper({
    content: writePaper({ files, publication: { navigation: ['wrld'], footer: ['abuot'] } }),
    folder: last.folder,
  });
  expect(printed.code).toBe(1);
  const found = complaints(printed.stderr);
  const wanted: Expected[] = [
    ['publication.yaml:10 navigation[0]:', /^wrld$/, /did you mean "world"\?/],
    ['publication.yaml:12 footer[0]:', /^abuot$/, /use one of/],
    ...Object.values(MISTAKES).flatMap(({ expected }) => expected),
  ];
  for (const [place, value, mend] of wanted) {
    const match = found.find(
      (one) =>
        one.place.endsWith(place) &&
        (value === undefined || value.test(one.value ?? '')) &&
        mend.test(one.mend ?? ''),
    );
    expect(match, `${place} ${String(value)} ${String(mend)}\n${printed.stderr}`).toBeDefined();
    expect(match?.message, place).not.toBe('');
  }
  expect(found.length).toBeGreaterThanOrEqual(wanted.length);
  expect(printed.stderr).toMatch(/The content has \d+ mistakes; nothing was printed\./);
  expect(printed.stderr, 'no stack of ours').not.toMatch(/\bat .*src\//);
  expect(snapshot(last.out), 'the last edition').toEqual(before);
});

test('a page that does not render stops the press, and the last edition stays', async () => {
  const folder = temporaryFolder();
  const content = writePaper({
    stories: { 'en/2026/11/one': { fields: { lead: lead('./a.jpg') } } },
    files: { [`${STORY}/a.jpg`]: await picture() },
  });
  const last = await printSound({ content, folder });
  const before = snapshot(last.out);
  // A whole header and no picture behind it: it is found out when it is drawn.
  const bytes = await picture('#123456', 1200, 800);
  writeFileSync(join(content, STORY, 'a.jpg'), bytes.subarray(0, Math.floor(bytes.length / 3)));
  const printed = await printPaper({ content, folder });
  expect(printed.code).toBe(1);
  expect(printed.stderr).toContain('a.jpg');
  expect(snapshot(last.out)).toEqual(before);
});

test('--content prints a paper from anywhere', async () => {
  const content = writePaper({
    publication: { name: 'The Elsewhere Times' },
    stories: { 'en/2026/11/one': { fields: { headline: 'Printed from elsewhere' } } },
  });
  const edition = openEdition(await printSound({ content }));
  expect(edition.pages).toContain('/2026/11/one.html');
  expect(edition.read('/index.html')).toContain('The Elsewhere Times');
  expect(edition.read('/index.html')).toContain('Printed from elsewhere');
});

test('a folder that holds something else is not overwritten', async () => {
  const out = temporaryFolder();
  mkdirSync(join(out, 'photos'));
  writeFileSync(join(out, 'photos', 'holiday.jpg'), 'dear to someone');
  const before = snapshot(out);
  const printed = await printPaper({
    content: writePaper({ stories: { 'en/2026/11/one': {} } }),
    out,
  });
  expect(printed.code).toBe(1);
  expect(printed.stderr).toContain(out);
  expect(printed.stderr).toMatch(/Name an empty folder with --out/);
  expect(snapshot(out)).toEqual(before);
});

test('a content folder that is not there, and a moment that is none, are told in a sentence', async () => {
  const nowhere = join(temporaryFolder(), 'nowhere');
  const [content, moment, day] = await Promise.all([
    printPaper({ content: nowhere }),
    printPaper({ content: writePaper({}), at: 'tomorrow' }),
    printPaper({ content: writePaper({}), at: '2026-02-31T00:00Z' }),
  ]);
  expect(content.code).toBe(1);
  expect(content.stderr).toContain(nowhere);
  expect(content.stderr).toContain('--content');
  expect(moment.code).toBe(1);
  expect(moment.stderr).toContain('--at: "tomorrow" is no moment');
  expect(day.stderr).toContain('--at: "2026-02-31T00:00Z" is no moment');
});

test('folders that lie in one another, and a public folder that is mistyped, are told in a sentence', async () => {
  const content = writePaper({});
  const folder = temporaryFolder();
  const out = join(folder, 'edition');
  const link = join(folder, 'link');
  symlinkSync(content, link);
  const state = join(folder, 'state');
  const told = async (place: Parameters<typeof printPaper>[0], message: string) => {
    const { code, stderr } = await printPaper({ folder, out, state, ...place });
    expect(code).toBe(1);
    expect(stderr.trim()).toBe(`${message}. Name a folder apart.`);
  };
  const within = join(out, '.state');
  await told({ content, state: within }, `--state: ${within} lies in ${out} (--out)`);
  await told({ content, state: out }, `--out: ${out} lies in ${out} (--state)`);
  const work = join(state, 'work');
  await told({ content, out: work }, `--out: ${work} lies in ${state} (--state)`);
  const linked = join(link, 'dist');
  await told({ content, out: linked }, `--out: ${linked} lies in ${content} (--content)`);
  const delta = join(out, 'up');
  await told({ content, args: ['--delta', delta] }, `--delta: ${delta} lies in ${out} (--out)`);
  expect(existsSync(out)).toBe(false);
  const missing = join(folder, 'pbulic');
  const { code, stderr } = await printPaper({ content, folder, args: ['--public', missing] });
  expect(code).toBe(1);
  expect(stderr.trim()).toBe(`--public: there is no folder ${missing}.`);
});

test('a language without a locale borrows the default language’s words and is named in a warning', async () => {
  const printed = await printSound({
    content: writePaper({
      publication: {
        languages: ['en', 'is'],
        name: { en: 'The Paper', is: 'Blaðið' },
        description: { en: 'A paper.', is: 'Dagblað.' },
      },
      sections: { world: { name: { en: 'World', is: 'Heimur' } } },
      stories: { 'en/2026/11/one': {}, 'is/2026/11/two': { fields: { headline: 'Frétt' } } },
    }),
  });
  expect(`${printed.stdout}${printed.stderr}`).toMatch(/\bis\b.*(?:locale|words)/i);
  const edition = openEdition(printed);
  expect(edition.read('/is/2026/11/two.html')).toContain('Skip to the text');
  expect(edition.read('/is/2026/11/two.html')).toContain('<html lang="is"');
  expect(edition.read('/is/2026/11/two.html')).toMatch(/<span lang="en" dir="ltr">By<\/span> <a /);
  expect(edition.read('/2026/11/one.html')).toMatch(/<p class="names">\s*By <a /);
});

function lead(image: string) {
  return { image, alt: 'A picture', credit: 'Someone' };
}
