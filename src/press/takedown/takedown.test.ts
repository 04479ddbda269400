import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  IN_THREE_LANGUAGES,
  pictureBytes,
  PUBLICATION,
  storyText,
  withFolder,
} from '../../store/folder-for-tests.ts';
import type { Files } from '../../store/folder-for-tests.ts';
import { readContent } from '../../store/read.ts';
import type { TakedownPlan } from './plan.ts';
import { formatTakedown } from './report.ts';
import { takeDown } from './takedown.ts';

const ICE = 'en/2025/02/ice';
const ICE_FILE = 'articles/en/2025/02/ice.md';
const OTHER = 'articles/en/2025/02/other.md';

const BASE: Files = {
  'publication.yaml': `${PUBLICATION}formerUrls: ['http://old.example/blog']\n`,
  'authors/anna.yaml': 'name: Anna Kalnina\n',
  'sections/world.yaml': 'name: World\n',
  [ICE_FILE]: storyText(
    'headline: Frozen stiff\nredirectFrom: [/2019/old-ice/]',
    'Secret words.\n',
  ),
  [OTHER]: storyText('headline: Another matter'),
};

interface After {
  plan: TakedownPlan;
  /** Texts of the folder by file; pictures as their length. */
  files: Record<string, string>;
  errors: string[];
}

/** Takes a story down in the paper with these files. */
async function after(
  files: Files,
  given = ICE,
  options: { dryRun?: boolean } = {},
): Promise<After> {
  return withFolder({}, (scratch) =>
    withFolder({ ...BASE, ...files }, async (folder) => {
      const publicFolder = path.join(scratch, 'public');
      await mkdir(publicFolder);
      const plan = await takeDown(folder, given, { publicFolder, scratch, ...options });
      const { problems } = await readContent(folder, publicFolder);
      const errors = problems.filter(({ severity }) => severity === 'error');
      expect(await readdir(scratch)).toEqual(['public']);
      return {
        plan,
        files: await allFiles(folder),
        errors: errors.map(({ file, message }) => `${file} ${message}`),
      };
    }),
  );
}

async function allFiles(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).replaceAll('\\', '/');
    files[name] = /\.(jpg|psd)$/.test(name) ? 'bytes' : await readFile(file, 'utf8');
  }
  return files;
}

/** The text of another story after the takedown. */
async function bodyAfter(body: string, files: Files = {}): Promise<string> {
  const result = await after({ ...files, [OTHER]: storyText('headline: Another matter', body) });
  expect(result.errors).toEqual([]);
  return (result.files[OTHER] ?? '').split('---\n')[2] ?? '';
}

function steps(list: TakedownPlan['changes']): string[] {
  return list.map(
    ({ file, line, what }) => `${file}${line === undefined ? '' : `:${line}`} ${what}`,
  );
}

describe('the file of the story', () => {
  it('is deleted, and its words are nowhere', async () => {
    const { files, errors, plan } = await after({});
    expect(errors).toEqual([]);
    expect(Object.keys(files)).not.toContain(ICE_FILE);
    expect(JSON.stringify(files)).not.toMatch(/Secret words|Frozen stiff|old-ice/);
    expect(steps(plan.changes)).toEqual([
      `${ICE_FILE} is deleted: “Frozen stiff”, and with it its address /2019/old-ice/`,
    ]);
    expect(plan.notes).toEqual([]);
    expect(plan.address).toBe('/2025/02/ice.html');
  });

  it.each([
    'content/articles/en/2025/02/ice.md',
    'articles/en/2025/02/ice.md',
    'en/2025/02/ice.md',
    './articles/en/2025/02/ice',
    String.raw`content\articles\en\2025\02\ice.md`,
    '/2025/02/ice.html',
    '2025/02/ice.html',
    '/2025/02/ice',
    'https://gazette.example/2025/02/ice.html',
    'http://old.example/blog/2025/02/ice.html?x=1',
    '/2019/old-ice/',
  ])('is found by %s', async (given) => {
    const { plan } = await after({}, given, { dryRun: true });
    expect(plan.path).toBe(ICE);
  });

  it('is found by its place on the disk, in this paper alone', async () => {
    await withFolder({}, (scratch) =>
      withFolder(BASE, async (folder) => {
        const options = { publicFolder: scratch, scratch, dryRun: true };
        const plan = await takeDown(folder, path.join(folder, ICE_FILE), options);
        expect(plan.path).toBe(ICE);
        await expect(takeDown(folder, `/elsewhere/content/${ICE_FILE}`, options)).rejects.toThrow(
          'There is no story',
        );
      }),
    );
  });

  it.each([
    ['en/2025/02/icf', 'Did you mean en/2025/02/ice?'],
    ['en/2025/02/othr', 'Did you mean en/2025/02/other?'],
    ['en/2024/01/other', 'Did you mean en/2025/02/other?'],
    ['content/articles/en/2024/12/othre.md', 'Did you mean en/2025/02/other?'],
    ['zzz', 'Name it by its path: en/2026/09/slug'],
    ['/world/', 'Name it by its path'],
  ])('is not guessed: %s', async (given, mend) => {
    const message = `There is no story "${given}"; nothing was changed.
${mend}`;
    await expect(after({}, given)).rejects.toThrow(message);
  });

  it('goes although it has mistakes itself', async () => {
    const { files, errors } = await after({
      [ICE_FILE]: storyText(
        'headline: Frozen stiff\nsection: nowhere\nheadine: x\nlead: { image: ./ice.jpg }',
      ),
      'articles/en/2025/02/ice.jpg': await pictureBytes(),
      [OTHER]: storyText('related: [en/2025/02/ice]', '[It](./ice.md) froze.\n'),
    });
    expect(errors).toEqual([]);
    expect(files[ICE_FILE]).toBeUndefined();
    expect(files['articles/en/2025/02/ice.jpg']).toBeUndefined();
    expect(files[OTHER]).toBe(storyText('', 'It froze.\n'));
  });

  it('goes although others have mistakes, which stay theirs', async () => {
    const { files, errors } = await after({
      [OTHER]: storyText(
        'related: [en/2025/02/ice]\nsection: nowhere',
        '[a](./nothing.md) [b](./ice.md)\n',
      ),
    });
    expect(files[ICE_FILE]).toBeUndefined();
    expect(files[OTHER]).toContain('[a](./nothing.md) b');
    expect(files[OTHER]).not.toContain('related');
    expect(errors).toEqual([
      `${OTHER} names a section that does not exist`,
      `${OTHER} leads to nothing in this paper`,
    ]);
  });
});

describe('a dry run', () => {
  it('tells the same and changes nothing', async () => {
    const picture = await pictureBytes();
    const files = {
      'front/en.yaml': 'lead: en/2025/02/ice\n',
      [OTHER]: storyText('related: [en/2025/02/ice]', '[It](./ice.md) froze.\n'),
      'articles/en/2025/02/ice/a.jpg': picture,
    };
    const dry = await after(files, ICE, { dryRun: true });
    const wet = await after(files);
    expect(dry.plan).toEqual({ ...wet.plan });
    expect(dry.files['front/en.yaml']).toBe(files['front/en.yaml']);
    expect(dry.files[OTHER]).toBe(files[OTHER]);
    expect(Object.keys(dry.files)).toEqual(
      expect.arrayContaining([ICE_FILE, 'articles/en/2025/02/ice/a.jpg']),
    );
    expect(formatTakedown(dry.plan, true)).toMatch(
      /^Would take down[\s\S]*Nothing was changed\.\n$/,
    );
    expect(formatTakedown(wet.plan, false)).toContain('npm run build');
  });
});

describe('lists of stories', () => {
  it.each([
    ['lead: en/2025/02/ice\npicks:\n- en/2025/02/other\n', 'picks:\n- en/2025/02/other\n'],
    [
      '# The desk\nlead: "en/2025/02/ice" # now\npicks: # by hand\n  # first\n  - en/2025/02/other # a\n  - en/2025/02/ice # b\n# end\n',
      '# The desk\npicks: # by hand\n  # first\n  - en/2025/02/other # a\n# end\n',
    ],
    ['picks: [en/2025/02/ice, en/2025/02/other]\n', 'picks: [en/2025/02/other]\n'],
    ['picks: [ en/2025/02/other, en/2025/02/ice ] # x\n', 'picks: [ en/2025/02/other ] # x\n'],
    [
      'picks: [\n  en/2025/02/other, # a\n  en/2025/02/ice, # b\n]\n',
      'picks: [\n  en/2025/02/other, # b\n]\n',
    ],
    ['# Only\npicks: [en/2025/02/ice]\n', '# Only\n'],
    [
      'picks:\n  - en/2025/02/ice\n  - en/2025/02/ice\nlead: en/2025/02/other\n',
      'lead: en/2025/02/other\n',
    ],
    ['{ lead: en/2025/02/ice, picks: [en/2025/02/other] }\n', '{ picks: [en/2025/02/other] }\n'],
    ['lead: &a en/2025/02/ice\npicks: [*a, en/2025/02/other]\n', 'picks: [en/2025/02/other]\n'],
    ['lead: >-\n  en/2025/02/ice\npicks:\n- en/2025/02/other\n', 'picks:\n- en/2025/02/other\n'],
    [
      '\ufefflead: en/2025/02/ice\r\npicks:\r\n- en/2025/02/other\r\n',
      '\ufeffpicks:\r\n- en/2025/02/other\r\n',
    ],
    [
      '? lead\n: en/2025/02/ice\n? picks\n: - en/2025/02/other\n',
      '? picks\n: - en/2025/02/other\n',
    ],
  ])('lose it: %j', async (front, left) => {
    const { files, errors } = await after({ 'front/en.yaml': front });
    expect(files['front/en.yaml']).toBe(left);
    expect(errors).toEqual([]);
  });

  it('lose it in `related`, and the rest stays as it was written', async () => {
    const fields = (related: string) =>
      `standfirst:   "Kept  as is"   # so\n${related}topics:   [Sea,   Port]`;
    const { files, errors, plan } = await after({
      [OTHER]: storyText(fields('related:\n  - en/2025/02/ice\n  - en/2025/02/third\n')),
      'articles/en/2025/02/third.md': storyText(fields('related: [ en/2025/02/ice ]\n')).replaceAll(
        '\n',
        '\r\n',
      ),
    });
    expect(files[OTHER]).toBe(storyText(fields('related:\n  - en/2025/02/third\n')));
    expect(files['articles/en/2025/02/third.md']).toBe(
      storyText(fields('')).replaceAll('\n', '\r\n'),
    );
    expect(errors).toEqual([]);
    expect(steps(plan.changes)).toContain(`${OTHER}:8 related: the story is taken off the list`);
  });
});

describe('links', () => {
  it.each([
    ['A [*cold* “day”](./ice.md "t") here.', 'A *cold* “day” here.'],
    [
      '😀 [a](/2025/02/ice.html#x), [b](/2025/02/ice), [c](https://gazette.example/2025/02/ice.html?u=1)',
      '😀 a, b, c',
    ],
    [
      '[a](http://old.example/blog/2025/02/ice/) [b](//gazette.example/2025/02/ice) [c](/2019/old-ice/)',
      'a b c',
    ],
    ['[a](../../../../articles/en/2025/02/ice.md) [b](./%69ce.md) [c](<./ice.md>)', 'a b c'],
    [
      '[a][ice], [ICE][] and [ice]; [o](./other.md)\n\n[ice]: ./ice.md\n  "Title"\n\nEnd.',
      'a, ICE and ice; [o](./other.md)\n\nEnd.',
    ],
    ['[a][1]\n\n[1]: ./ice.md\n[2]: ./other.md', 'a\n\n[2]: ./other.md'],
    ['See <https://gazette.example/2025/02/ice.html> now.', 'See … now.'],
    ['See https://gazette.example/2025/02/ice.html, now.', 'See …, now.'],
    ['[https://gazette.example/2025/02/ice](https://gazette.example/2025/02/ice)!', '…!'],
    ['One.\n\nhttps://gazette.example/2025/02/ice.html\n\nTwo.', 'One.\n\nTwo.'],
    [
      'A <a class="x" href="./ice.md">raw *one*</a> and <a href="./other.md">this</a>.',
      'A raw *one* and <a href="./other.md">this</a>.',
    ],
    ["<p>\n<a href='/2025/02/ice.html?a=1&amp;b=2'>raw</a></p>", '<p>\nraw</p>'],
    ['[2024. A year](./ice.md) of', '2024\\. A year of'],
    ['[# one](./ice.md)', '\\# one'],
    ['- [item](./ice.md)\n- b', '- item\n- b'],
    ['[](./ice.md)Nothing.', 'Nothing.'],
    ['| a |\n| - |\n| [c](./ice.md) |', '| a |\n| - |\n| c |'],
    ['Note.[^1]\n\n[^1]: By [her](./ice.md).', 'Note.[^1]\n\n[^1]: By her.'],
    [
      ':::factbox[The [ice](./ice.md)]\n\nAt 10:30 [x](./ice.md), photo:dpa.\n\n:::',
      ':::factbox[The ice]\n\nAt 10:30 x, photo:dpa.\n\n:::',
    ],
    [
      'One.\n\n::embed{url="https://gazette.example/2025/02/ice.html" title="Cold"}\n\nTwo.',
      'One.\n\nTwo.',
    ],
    [
      ':::factbox[Box]\n\n::embed{url="https://gazette.example/2025/02/ice.html" title="Cold"}\n\n:::',
      ':::factbox[Box]\n\nCold\n\n:::',
    ],
    ['`[a](./ice.md)` and\n\n    [b](./ice.md)', '`[a](./ice.md)` and\n\n    [b](./ice.md)'],
    ['![ice][p] kept', '![ice][p] kept'],
    ['a\u0007 [b](./ice.md) c\u0000', 'a\u0007 b c\u0000'],
  ])('lose their address and keep their words: %j', async (body, left) => {
    const found = await bodyAfter(`${body}\n`);
    expect(found.replace(/\n+$/, '')).toBe(left);
  });

  it('are found with line ends of Windows', async () => {
    const body = 'One [a](./ice.md)\r\ntwo [b][i]\r\n\r\n[i]: ./ice.md\r\n\r\nThree.\r\n';
    expect(await bodyAfter(body)).toBe('One a\r\ntwo b\r\n\r\nThree.\r\n');
  });

  it('are taken out of pages and messages too', async () => {
    const { files, errors, plan } = await after({
      'pages/en/about.md':
        '---\ntitle: About\n---\n\nOf [ice](../../articles/en/2025/02/ice.md).\n',
      'appeals/en/general.md': '---\ntitle: Give\n---\nFor [ice](/2025/02/ice.html).\n',
    });
    expect(files['pages/en/about.md']).toBe('---\ntitle: About\n---\n\nOf ice.\n');
    expect(files['appeals/en/general.md']).toBe('---\ntitle: Give\n---\nFor ice.\n');
    expect(errors).toEqual([]);
    expect(steps(plan.changes)).toContain(
      'pages/en/about.md:5 the link is taken out, its words stay: ice',
    );
  });

  it('go that lead to what goes with the story: its month, its topic', async () => {
    const { files, errors } = await after({
      [ICE_FILE]: storyText('published: 2024-07-01\ntopics: [Frozen sea, Sea]'),
      [OTHER]: storyText(
        'topics: [Sea]',
        '[a](/topics/frozen-sea/) [b](/2024/07/) [c](/topics/sea/) [d](/2025/02/)\n',
      ),
    });
    expect(files[OTHER]).toContain('\na b [c](/topics/sea/) [d](/2025/02/)\n');
    expect(errors).toEqual([]);
  });

  it('and addresses of letters of any script are understood', async () => {
    const { files, errors } = await after(
      {
        [ICE_FILE]: undefined,
        'articles/en/2025/02/лёд-الجليد.md': storyText('headline: Frozen stiff'),
        'front/en.yaml': 'picks: [en/2025/02/лёд-الجليد]\n',
        [OTHER]: storyText(
          'related: [en/2025/02/лёд-الجليد]',
          `[a](./${encodeURIComponent('лёд-الجليد')}.md) [b](/2025/02/лёд-الجليد.html) [c](${'./лёд-الجليد.md'.normalize('NFD')})\n`,
        ),
      },
      'en/2025/02/лёд-الجليد'.normalize('NFD'),
    );
    expect(files['front/en.yaml']).toBe('');
    expect(files[OTHER]).toBe(storyText('', 'a b c\n'));
    expect(JSON.stringify(files)).not.toMatch(/лёд|Frozen stiff/);
    expect(errors).toEqual([]);
  });
});

describe('pictures', () => {
  const shown = (name: string) => `lead: { image: ${name}, alt: Ice, credit: A }`;

  it('go with their sidecars and the folder of the story; shared ones stay', async () => {
    const jpg = await pictureBytes();
    const { files, errors, plan } = await after({
      [ICE_FILE]: storyText(
        `headline: Frozen stiff\n${shown('./lead.jpg')}\nsocial: { image: ./social.jpg, alt: x }`,
        'Text.\n\n![a](./ice/a.jpg)\n\n![s](./ice/shared.jpg)\n\n![n](../../../../authors/anna.jpg)\n',
      ),
      'articles/en/2025/02/lead.jpg': jpg,
      'articles/en/2025/02/social.jpg': jpg,
      'articles/en/2025/02/social.jpg.yaml': 'caption: Secret words\n',
      'articles/en/2025/02/ice/a.jpg': jpg,
      'articles/en/2025/02/ice/a.jpg.yaml': 'alt: a\ncredit: A\n',
      'articles/en/2025/02/ice/unused.jpg': jpg,
      'articles/en/2025/02/ice/shared.jpg': jpg,
      'articles/en/2025/02/ice/shared.jpg.yaml': 'alt: s\ncredit: A\n',
      'authors/anna.jpg': jpg,
      'authors/anna.jpg.yaml': 'credit: A\n',
      'authors/anna.yaml': 'name: Anna Kalnina\nphoto: ./anna.jpg\n',
      'articles/en/2025/02/beside.jpg': jpg,
      [OTHER]: storyText(shown('./ice/shared.jpg')),
    });
    expect(errors).toEqual([]);
    expect(
      Object.keys(files)
        .filter((file) => file.includes('jpg'))
        .sort(),
    ).toEqual([
      'articles/en/2025/02/beside.jpg',
      'articles/en/2025/02/ice/shared.jpg',
      'articles/en/2025/02/ice/shared.jpg.yaml',
      'authors/anna.jpg',
      'authors/anna.jpg.yaml',
    ]);
    expect(steps(plan.notes)).toEqual([
      `articles/en/2025/02/ice/shared.jpg stays, because it is used by ${OTHER}`,
      'authors/anna.jpg stays, because it is used by authors/anna.yaml',
    ]);
  });

  it('go with all that is in the folder of the story, hidden files too', async () => {
    const { files } = await after({
      'articles/en/2025/02/ice/a.jpg': await pictureBytes(),
      'articles/en/2025/02/ice/notes.txt': 'Secret words',
      'articles/en/2025/02/ice/.DS_Store': 'ice',
    });
    expect(Object.keys(files).filter((file) => file.includes('ice'))).toEqual([]);
  });

  it('of an embed go with it', async () => {
    const jpg = await pictureBytes();
    const { files, errors } = await after({
      [ICE_FILE]: storyText(shown('./ice.jpg')),
      'articles/en/2025/02/ice.jpg': jpg,
      [OTHER]: storyText(
        '',
        'A.\n\n::embed{url="https://gazette.example/2025/02/ice" title="T" picture="./ice.jpg"}\n',
      ).replace('Ice in the harbour', 'B'),
      'articles/en/2025/02/ice.jpg.yaml': 'credit: A\n',
    });
    expect(errors).toEqual([]);
    expect(files['articles/en/2025/02/ice.jpg']).toBeUndefined();
  });

  it('stay that a story with mistakes may show', async () => {
    const { files } = await after({
      [ICE_FILE]: storyText(shown('./ice.jpg')),
      'articles/en/2025/02/ice.jpg': await pictureBytes(),
      [OTHER]: storyText(`section: nowhere\nheadine: x\n${shown('./ice.jpg')}`),
    });
    expect(files['articles/en/2025/02/ice.jpg']).toBe('bytes');
  });
});

describe('translations', () => {
  const story = (headline: string, fields = '') =>
    storyText(`headline: ${headline}${fields === '' ? '' : `\n${fields}`}`);
  const three = {
    'publication.yaml': IN_THREE_LANGUAGES,
    'authors/anna.yaml': 'name: { en: Anna, ru: Анна, ar: آنا }\n',
    'sections/world.yaml': 'name: { en: World, ru: Мир, ar: العالم }\n',
  };
  const RU = 'articles/ru/2025/02/led.md';
  const AR = 'articles/ar/2025/02/jalid.md';
  const field = (text: string | undefined) => /^translationOf: .*$/m.exec(text ?? '')?.[0];

  it('of an original that goes belong together: the next is the original', async () => {
    const { files, errors, plan } = await after({
      ...three,
      [RU]: story('Лёд', 'translationOf: en/2025/02/ice # so'),
      [AR]: story('جليد', "translationOf: 'en/2025/02/ice' # so"),
    });
    expect(errors).toEqual([]);
    expect(field(files[RU])).toBeUndefined();
    expect(field(files[AR])).toBe('translationOf: ru/2025/02/led # so');
    expect(steps(plan.changes)).toEqual(
      expect.arrayContaining([
        `${AR}:6 translationOf: names ru/2025/02/led from now on`,
        `${RU}:6 translationOf: is taken out`,
      ]),
    );
    expect(steps(plan.notes)).toContain(
      `${RU} is its translation, and stays; take it down by its own path`,
    );
  });

  it('in a chain name what is left of it', async () => {
    const { files, errors } = await after(
      {
        ...three,
        [RU]: story('Лёд', 'translationOf: en/2025/02/ice'),
        [AR]: story('جليد', 'translationOf: ru/2025/02/led'),
      },
      'ru/2025/02/led',
    );
    expect(errors).toEqual([]);
    expect(field(files[AR])).toBe('translationOf: en/2025/02/ice');
  });

  it('that share its path stay the original of those that name it', async () => {
    const { files, errors } = await after({
      ...three,
      'articles/ru/2025/02/ice.md': story('Лёд'),
      [AR]: story('جليد', 'translationOf: en/2025/02/ice'),
    });
    expect(errors).toEqual([]);
    expect(field(files[AR])).toBe('translationOf: ru/2025/02/ice');
    expect(files['articles/ru/2025/02/ice.md']).toBe(story('Лёд'));
  });

  it('do not join a stranger that has their path', async () => {
    const { files, errors } = await after({
      ...three,
      [RU]: story('Лёд', 'translationOf: en/2025/02/ice'),
      [AR]: story('جليد', 'translationOf: en/2025/02/ice'),
      'articles/en/2025/02/led.md': story('Light emitting diodes'),
    });
    expect(errors).toEqual([]);
    expect(field(files[RU])).toBe('translationOf: ar/2025/02/jalid');
    expect(field(files[AR])).toBeUndefined();
  });

  it('in one language twice do not name each other', async () => {
    const { errors } = await after({
      ...three,
      [RU]: story('Лёд', 'translationOf: en/2025/02/ice'),
      'articles/ru/2025/02/zwei.md': story('Лёд два', 'translationOf: en/2025/02/ice'),
      [AR]: story('جليد', 'translationOf: en/2025/02/ice'),
    });
    expect(errors).toEqual([]);
  });
});

describe('what is left to a human', () => {
  it('are the passages that name it', async () => {
    const { plan, errors } = await after({
      [OTHER]: storyText(
        'headline: Another matter\nrelated: [en/2025/02/ice]',
        'As in “Frozen\nstiff” we wrote. Unfrozen stiffness is another matter.\n\nAt `/2025/02/ice.html`, not /2025/02/ice-cream.\n',
      ),
      'theme.css': '/* for the old-ice */\n/* /2019/old-ice/ */\n',
      [ICE_FILE]: storyText('headline: Frozen stiff\nredirectFrom: [/2019/old-ice/]'),
    });
    expect(errors).toEqual([]);
    expect(steps(plan.notes)).toEqual([
      `${OTHER}:7 names its headline: As in "Frozen`,
      `${OTHER}:10 names its path or address: At \`/2025/02/ice.html\`, not /2025/02/ice-cream.`,
      'theme.css:2 names one of its older addresses: /* /2019/old-ice/ */',
    ]);
  });

  it('are not those that name a translation', async () => {
    const { plan } = await after({
      'publication.yaml': IN_THREE_LANGUAGES,
      'articles/ru/2025/02/ice.md': storyText('headline: Лёд'),
      'articles/ru/2025/02/other.md': storyText('headline: Иное', '[a](/ru/2025/02/ice.html)\n'),
    });
    expect(steps(plan.notes)).toEqual([
      'articles/ru/2025/02/ice.md is its translation, and stays; take it down by its own path',
    ]);
  });

  it('are sentences that lost an address', async () => {
    const { plan } = await after({
      [OTHER]: storyText(
        'related: [en/2025/02/ice]',
        '[a][i]\n\n[i]: ./ice.md\n\nSee <https://gazette.example/2025/02/ice.html>.\n',
      ),
    });
    expect(steps(plan.notes)).toEqual([`${OTHER}:9 read this again: a bare address is taken out`]);
  });
});

describe('what cannot be done', () => {
  it('is not begun: a new mistake', async () => {
    const files = {
      ...BASE,
      'articles/en/2025/02/live.md': storyText(
        '',
        ':::pullquote\n\n[ice]: ./ice.md\n\n:::\n\n[It][ice]\n',
      ),
    };
    await withFolder({}, (scratch) =>
      withFolder(files, async (folder) => {
        const before = await allFiles(folder);
        await expect(
          takeDown(folder, ICE, { publicFolder: path.join(scratch, 'none'), scratch }),
        ).rejects.toThrow(/nothing was changed[\s\S]*pullquote is empty/);
        expect(await allFiles(folder)).toEqual(before);
      }),
    );
  });

  it('is not begun: a paper that cannot be read', async () => {
    await expect(after({ 'publication.yaml': 'name: x\n' })).rejects.toThrow(
      'The paper cannot be read; nothing was changed.',
    );
  });

  it('leaves all as it was where a file cannot be put aside', async () => {
    await withFolder({}, (scratch) =>
      withFolder({ ...BASE, 'front/en.yaml': 'lead: en/2025/02/ice\n' }, async (folder) => {
        // A folder stands where the story would be put.
        const inTheWay = path.join(folder, 'articles/en/2025/02/.ice.md.gone');
        await mkdir(inTheWay);
        await writeFile(path.join(inTheWay, 'x'), '');
        const before = await allFiles(folder);
        await expect(
          takeDown(folder, ICE, { publicFolder: path.join(scratch, 'none'), scratch }),
        ).rejects.toThrow('could not be taken down; nothing was changed');
        expect(await allFiles(folder)).toEqual(before);
      }),
    );
  });
});
