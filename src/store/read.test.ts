import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../problems.ts';
import {
  IN_THREE_LANGUAGES,
  pictureBytes,
  problemsOf,
  problemsOfStory,
  PUBLICATION,
  readPaper,
  storyLines,
  storyText,
  withFolder,
} from './folder-for-tests.ts';
import { readContent } from './read.ts';
import { topicNames } from './topic-names.ts';

const STORY = 'articles/en/2025/02/ice.md';

/** What is said of a mistake, without its severity. */
const said = (problems: Problem[]) =>
  problems.map(({ file, line, field, value, message, mend }) => ({
    file,
    line,
    field,
    value,
    message,
    mend,
  }));

const fieldsOf = (problems: Problem[]) => problems.map(({ field }) => field);

describe('a sound paper', () => {
  it('is read without a word', async () => {
    const { content, problems } = await readPaper();
    expect(problems).toEqual([]);
    expect(content?.articles.map(({ path: at }) => at)).toEqual(['en/2025/02/ice']);
    expect(content?.articles[0]?.facts).toMatchObject({
      file: STORY,
      identity: 'en/2025/02/ice',
      published: Date.parse('2025-01-31T22:00:00Z'),
      firstParagraph: 'The harbour is frozen.',
      line: 7,
    });
  });

  it('is read the same whatever the order in which files were written', async () => {
    const more = {
      'articles/en/2025/02/b.md': storyText(),
      'articles/en/2025/02/a.md': storyText(),
    };
    const one = await readPaper(more);
    const other = await readPaper(Object.fromEntries(Object.entries(more).reverse()));
    expect(other).toEqual(one);
    expect(one.content?.articles.map(({ facts }) => facts.slug)).toEqual(['a', 'b', 'ice']);
  });
});

describe('front matter', () => {
  it('that has a # in a text without quotes is warned of: YAML takes it for a comment', async () => {
    const { content, problems } = await readPaper({
      [STORY]: storyText('headline: We are #1 in town'),
    });
    expect(content?.articles.map(({ data }) => data.headline)).toEqual(['We are']);
    expect(problems).toEqual([
      {
        severity: 'warning',
        file: STORY,
        line: 5,
        value: 'We are #1 in town',
        message: 'ends at the #, where YAML begins a comment',
        mend: 'put the text in quotes, or a space behind the # of a comment',
      },
    ]);
    for (const line of [
      'headline: "We are #1"',
      'kicker: Ice # of the desk',
      'kicker: C#4 major',
    ]) {
      expect(await problemsOfStory(storyText(line)), line).toEqual([]);
    }
  });

  it('that has a # before a value without quotes is told what it does', async () => {
    const said = { message: 'is empty, because # begins a comment' };
    expect(await problemsOfStory(storyText('kicker: #metoo'))).toMatchObject([
      { ...said, line: 6, field: 'kicker', value: '#metoo', mend: 'put it in quotes: "#metoo"' },
    ]);
    expect(await problemsOfStory(storyText('topics:\n  - #metoo\n  - Ice'))).toMatchObject([
      { ...said, line: 7, field: 'topics[0]', value: '#metoo' },
    ]);
    expect(
      await problemsOf({ 'publication.yaml': `${PUBLICATION}design:\n  accent: #7a1f1f\n` }),
    ).toMatchObject([{ ...said, line: 9, field: 'design.accent', value: '#7a1f1f' }]);
    expect(await problemsOfStory(storyText('kicker: # later'))).toMatchObject([
      { field: 'kicker', value: undefined, message: 'is empty', mend: 'write a text' },
    ]);
    for (const list of ['[#metoo, Ice]', '[Ice, #metoo]', '["Ice", #metoo]']) {
      expect(await problemsOfStory(storyText(`topics: ${list}\nkind: news`)), list).toMatchObject([
        {
          line: 6,
          value: `topics: ${list}`,
          message: expect.stringContaining('a # within brackets') as string,
        },
      ]);
    }
    const brackets = storyText('topics: [\n  Ice, # one\n  Fog ]\nkicker: "[a #b"');
    expect(await problemsOfStory(brackets)).toEqual([]);
  });

  it('that is not first in its file is told so', async () => {
    for (const before of ['\n', ' ', '\ufeff\ufeff']) {
      expect(await problemsOfStory(`${before}${storyText()}`)).toMatchObject([
        {
          message: 'has no front matter',
          mend: expect.stringContaining('what stands before') as string,
        },
      ]);
    }
  });

  it('that goes on behind its end is told so', async () => {
    const problems = await problemsOfStory(
      storyText('', 'kicker: Ice\ntopics:\n  - Ice\n---\n\nThe harbour is frozen.\n'),
    );
    expect(problems).toMatchObject([
      { severity: 'error', line: 7, value: 'kicker: Ice', mend: 'remove the line --- above it' },
    ]);
    for (const body of ['kicker: Ice\n', 'kicker: Ice\nA heading\n---\n', 'note: Ice\n---\n']) {
      expect(await problemsOfStory(storyText('', body)), body).toEqual([]);
    }
  });

  it('with line ends of very old Macs is told so', async () => {
    const message = expect.stringContaining('line ends of very old Macs') as string;
    expect(await problemsOfStory(storyText().replaceAll('\n', '\r'))).toMatchObject([{ message }]);
    expect(await problemsOf({ 'sections/world.yaml': 'name: World\rpicture: x\r' })).toMatchObject([
      { file: 'sections/world.yaml', line: 1, message },
    ]);
    expect(await problemsOfStory(storyText().replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('that is not closed is told so', async () => {
    expect(await problemsOfStory('---\nheadline: Ice\n\nThe harbour.\n')).toMatchObject([
      {
        line: 1,
        message: 'has no front matter',
        mend: 'end the fields with a line --- of its own',
      },
    ]);
  });
});

describe('a link to a story that is there, written as no address of it', () => {
  const other = 'articles/en/2025/02/fog.md';
  const linked = (href: string, text = storyText()) =>
    problemsOf({ [STORY]: storyText('', `[a](${href})\n`), [other]: text });

  it.each(['fog', './fog', './fog/', '/en/2025/02/fog.html', '/en/2025/02/fog'])(
    'is a mistake, which names the story: %s',
    async (href) => {
      const [problem, ...others] = await linked(href);
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ file: STORY, line: 7, field: 'link', value: href });
      expect(problem?.mend).toMatch(/fog\.(?:md|html)/);
    },
  );

  it.each(['./fog.md', '/2025/02/fog.html', '/2025/02/fog'])('is none: %s', async (href) => {
    expect(await linked(href)).toEqual([]);
  });

  it('is none where the story could not be read, which is told by itself', async () => {
    for (const href of ['./fog', '/2025/02/fog.html']) {
      const problems = await linked(href, 'no front matter');
      expect(problems.map(({ file }) => file)).toEqual([other]);
    }
  });
});

describe('a story that names its language', () => {
  it('has the quotation marks of that language in front matter and text', async () => {
    const text = [
      'headline: Das "Eis"',
      'language: de',
      'published: 2025-02-01',
      'authors: [anna]',
      'section: world',
    ];
    const { content } = await readPaper({
      [STORY]: ['---', ...text, '---', '', 'Der Hafen ist "zu".', ''].join('\n'),
    });
    const [row] = content?.articles ?? [];
    expect(row?.data.headline).toBe('Das „Eis“');
    expect(row?.facts).toMatchObject({ language: 'en', firstParagraph: 'Der Hafen ist „zu“.' });
  });
});

describe('a mistyped field', () => {
  it('is named with file, line, value and the nearest field', async () => {
    const problems = await problemsOfStory(
      storyLines('headine: Ice', 'published: 2025-02-01', 'authors: [anna]', 'section: world'),
    );
    expect(said(problems)).toEqual(
      expect.arrayContaining([
        {
          file: STORY,
          line: 2,
          field: 'headine',
          value: 'Ice',
          message: 'is no field that exists here',
          mend: 'did you mean "headline"?',
        },
        {
          file: STORY,
          line: 2,
          field: 'headline',
          value: undefined,
          message: 'is missing',
          mend: 'add `headline: …`',
        },
      ]),
    );
    expect(problems).toHaveLength(2);
  });

  it.each([
    [
      'lead: { image: ./a.jpg, alt: x, credit: y, captoin: z }',
      'lead.captoin',
      'did you mean "caption"?',
    ],
    ['corrections: [{ date: 2025-02-02, txt: z }]', 'corrections[0].txt', 'did you mean "text"?'],
    ['pictures: { a.jpg: { atl: z } }', 'pictures.a.jpg.atl', 'did you mean "alt"?'],
    ['draf: true', 'draf', 'did you mean "draft"?'],
  ])('is found inside others: %s', async (line, field, mend) => {
    const found = (
      await problemsOfStory(storyText(line), { 'articles/en/2025/02/a.jpg': await pictureBytes() })
    ).find((problem) => problem.field === field);
    expect(found).toMatchObject({ message: 'is no field that exists here', mend });
  });

  it.each([
    [
      'publication.yaml',
      `${PUBLICATION}navigaton: [world]\n`,
      'navigaton',
      8,
      'did you mean "navigation"?',
    ],
    ['authors/anna.yaml', 'name: Anna\nrol: x\n', 'rol', 2, 'did you mean "role"?'],
    [
      'sections/world.yaml',
      'name: World\nacent: "#000000"\n',
      'acent',
      2,
      'did you mean "accent"?',
    ],
    ['topics/ice.yaml', 'name: Ice\naliase: [x]\n', 'aliase', 2, 'did you mean "aliases"?'],
    ['front/en.yaml', 'lead: en/2025/02/ice\npics: []\n', 'pics', 2, 'did you mean "picks"?'],
    [
      'pages/en/about.md',
      '---\ntitel: About\ntitle: About\n---\n',
      'titel',
      2,
      'did you mean "title"?',
    ],
    ['appeals/en/a.md', '---\ntitle: A\nend: 2025-01-01\n---\n', 'end', 3, 'did you mean "ends"?'],
  ])('is found in %s', async (file, text, field, line, mend) => {
    expect(said(await problemsOf({ [file]: text }))).toMatchObject([{ file, line, field, mend }]);
  });
});

describe('all mistakes', () => {
  it('of publication.yaml are told at once, be its languages or its time zone among them', async () => {
    const more = `${PUBLICATION}strictFrom: 2025-02-30\n`;
    for (const [text, ...fields] of [
      [more.replace('[en]', 'en').replace('Riga', 'Rga'), 'languages', 'timeZone'],
      [more.replace('[en]', '[english]'), 'languages[0]', 'strictFrom'],
      [more.replace('timeZone: Europe/Riga\n', ''), 'timeZone', 'strictFrom'],
      [more.replace('Language: en', 'Language: English'), 'defaultLanguage', 'strictFrom'],
    ] as const) {
      const { content, problems } = await readPaper({ 'publication.yaml': text });
      expect(content).toBeUndefined();
      expect(fieldsOf(problems), text).toEqual(fields);
    }
  });

  it('of a paper are told at once', async () => {
    const problems = await problemsOf({
      'publication.yaml': `${PUBLICATION}robts: {}\nnavigation: [wrold]\nstrictFrom: 2025-02-30\n`,
      'authors/anna.yaml': 'name: 12\n',
      'sections/sport.yaml': 'nmae: Sport\n',
      'front/en.yaml': 'lead: en/2025/02/icee\n',
      [STORY]: storyText(
        'headine: Ice\npublished: 2025-02-30\nsection: wrold\nkind: newz\nauthors: [ana]',
      ),
      'articles/en/2025/02/b.md': storyText('authors: [anna', 'x'),
      'autors/x.yaml': 'name: x\n',
    });
    expect(problems.map(({ file, field }) => `${file} ${field ?? ''}`).sort()).toEqual([
      'articles/en/2025/02/b.md ',
      `${STORY} authors[0]`,
      `${STORY} headine`,
      `${STORY} kind`,
      `${STORY} published`,
      `${STORY} section`,
      'authors/anna.yaml name',
      'autors path',
      'front/en.yaml lead',
      'publication.yaml navigation[0]',
      'publication.yaml robts',
      'publication.yaml strictFrom',
      'sections/sport.yaml name',
      'sections/sport.yaml nmae',
    ]);
  });

  it('of one file are no mistakes of those that refer to it', async () => {
    const problems = await problemsOf({
      'publication.yaml': `${PUBLICATION}navigation: [sport]\nfooter: [about]\n`,
      'authors/anna.yaml': 'name: [1\n',
      'sections/sport.yaml': 'nmae: x\n',
      'pages/en/about.md': 'no front matter\n',
      'articles/en/2025/02/bad.md': '---\nheadline: Foo: bar\n---\n',
      [STORY]: storyText(
        'section: sport\nrelated: [en/2025/02/bad]',
        'A [link](./bad.md), [one](/2025/02/bad.html), [two](https://gazette.example/2025/02/bad), [three](/about.html).\n',
      ),
      'front/en.yaml': 'picks: [en/2025/02/bad]\n',
    });
    expect([...new Set(problems.map(({ file }) => file))].sort()).toEqual([
      'articles/en/2025/02/bad.md',
      'authors/anna.yaml',
      'pages/en/about.md',
      'sections/sport.yaml',
    ]);
  });

  it('about a story leave nothing half read in what is printed', async () => {
    const { content } = await readPaper({ 'articles/en/2025/02/b.md': storyText('headine: x') });
    expect(content?.articles.map(({ path: at }) => at)).toEqual(['en/2025/02/ice']);
  });

  it('in publication.yaml leave nothing to print', async () => {
    expect(
      (await readPaper({ 'publication.yaml': `${PUBLICATION}licence: 5\n` })).content,
    ).toBeUndefined();
  });
});

describe('a story that is named by its file or address', () => {
  it.each([
    'articles/en/2025/02/fog.md',
    'content/articles/en/2025/02/fog.md',
    'en/2025/02/fog.md',
    '2025/02/fog',
    './fog.md',
    'fog',
    '/2025/02/fog.html',
    'https://gazette.example/2025/02/fog.html',
  ])('is told by its path: %s', async (written) => {
    const mend = 'write en/2025/02/fog';
    expect(
      await problemsOfStory(storyText(`related: ["${written}"]`), {
        'articles/en/2025/02/fog.md': storyText(),
      }),
    ).toMatchObject([{ field: 'related[0]', message: 'names a story that does not exist', mend }]);
  });

  it('is told by its path as original and on the front page too', async () => {
    const problems = await problemsOf({
      'publication.yaml': IN_THREE_LANGUAGES,
      'articles/ru/2025/02/led.md': storyText('translationOf: /2025/02/ice.html'),
      'front/en.yaml': 'lead: en/2025/02/ice.md\n',
      'pages/en/about.md': '---\ntitle: About\n---\n',
      'pages/ru/o.md': '---\ntitle: О нас\ntranslationOf: /about.html\n---\n',
    });
    const mends = problems.map(({ field, mend }) => `${field ?? ''}: ${mend ?? ''}`);
    expect(mends).toEqual([
      'translationOf: write en/2025/02/ice',
      'translationOf: write en/about',
      'lead: write en/2025/02/ice',
    ]);
  });

  it('has an ending in small letters', async () => {
    expect(await problemsOf({ 'articles/en/2025/02/fog.MD': storyText() })).toMatchObject([
      { value: 'fog.MD', mend: 'rename the file to fog.md' },
    ]);
  });
});

describe('names that must exist', () => {
  it.each([
    ['section: wrold', 'section', 'wrold', 'a section', 'world'],
    ['authors: [anna, ana]', 'authors[1]', 'ana', 'an author', 'anna'],
    ['series: icee', 'series', 'icee', 'a series', 'ice'],
    ['related: [en/2025/02/othr]', 'related[0]', 'en/2025/02/othr', 'a story', 'en/2025/02/other'],
  ])('are told with the nearest: %s', async (line, field, value, what, near) => {
    const problems = await problemsOfStory(storyText(line), {
      'series/ice.yaml': 'name: Ice\n',
      'articles/en/2025/02/other.md': storyText(),
    });
    expect(problems).toMatchObject([
      {
        severity: 'error',
        file: STORY,
        field,
        value,
        message: `names ${what} that does not exist`,
        mend: `did you mean "${near}"?`,
      },
    ]);
    expect(problems[0]?.line).toBeGreaterThan(1);
  });

  it('are those of publication, front, pages and messages too, each at its line', async () => {
    const problems = await problemsOf({
      'publication.yaml': `${IN_THREE_LANGUAGES}navigation: [world, sprot]\nfooter: [abot]\npolicies: { ethics: ethic }\n`,
      'front/en.yml': 'lead: en/2025/02/icy\npicks:\n  - en/2025/02/ice\n  - ru/2025/02/led\n',
      'articles/ru/2025/02/led.md': storyText(),
      'pages/en/about.md': '---\ntitle: About\ntranslationOf: ru/abuot\n---\n',
      'pages/ru/about.md': '---\ntitle: О нас\n---\n',
      'pages/en/ethics.md': '---\ntitle: Ethics\ntranslationOf: en/about\n---\n',
      'appeals/en/a.md': '---\ntitle: A\nsections:\n  - world\n  - sprot\n---\n',
    });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, line, field }) => `${file}:${line} ${field}`).sort()).toEqual([
      'appeals/en/a.md:5 sections[1]',
      'front/en.yml:1 lead',
      'front/en.yml:4 picks[1]',
      'pages/en/about.md:3 translationOf',
      'pages/en/ethics.md:3 translationOf',
      'publication.yaml:10 policies.ethics',
      'publication.yaml:8 navigation[1]',
      'publication.yaml:9 footer[0]',
    ]);
    expect(errors.find(({ field }) => field === 'navigation[1]')?.mend).toBe(
      'did you mean "sport"?',
    );
  });

  it('may be of stories that are not published', async () => {
    expect(
      await problemsOfStory(storyText('related: [en/2025/02/draft]', 'See [it](./draft.md).\n'), {
        'articles/en/2025/02/draft.md': storyText('draft: true'),
      }),
    ).toEqual([]);
  });

  it('are not those of the story itself or, for an original, of its own language', async () => {
    expect(await problemsOfStory(storyText('related: [en/2025/02/ice]'))).toMatchObject([
      { field: 'related[0]', message: 'is this story itself' },
    ]);
    expect(
      await problemsOfStory(storyText('translationOf: en/2025/02/b'), {
        'articles/en/2025/02/b.md': storyText(),
      }),
    ).toMatchObject([{ field: 'translationOf', message: 'is a story in the same language' }]);
  });

  it('of an update are those of authors', async () => {
    const text = storyText(
      'kind: live\nlive: { start: 2025-02-01, pinned: [u2] }',
      ':::update{id="u1" time="2025-02-01T10:00" author="ana"}\nx\n:::\n',
    );
    expect(said(await problemsOfStory(text))).toMatchObject([
      { field: 'live.pinned[0]', mend: 'did you mean "u1"?' },
      { field: 'author', line: 9, mend: 'did you mean "anna"?' },
    ]);
  });
});

describe('topics', () => {
  it('in two spellings of one slug are a warning, the file’s name wins', async () => {
    const more = { 'articles/en/2025/02/b.md': storyText('topics: [Ukraine War]') };
    expect(await problemsOfStory(storyText('topics: [Ukraine war]'), more)).toMatchObject([
      { severity: 'warning', file: STORY, field: 'topics[0]', value: 'Ukraine war' },
    ]);
    expect(
      await problemsOfStory(storyText('topics: [Ukraine war]'), {
        ...more,
        'topics/ukraine-war.yaml': 'name: War in Ukraine\n',
      }),
    ).toEqual([]);
  });

  it('of one slug in one story are a warning, but for capitals', async () => {
    expect(await problemsOfStory(storyText('topics: [C++, Ice, ice, "C#", Ice.]'))).toMatchObject([
      {
        severity: 'warning',
        field: 'topics[3]',
        value: '"C#"',
        message: expect.stringContaining('the same topic as “C++”') as string,
      },
      { severity: 'warning', field: 'topics[4]', value: 'Ice.' },
    ]);
    expect(
      await problemsOfStory(storyText('topics: [C++, "C#"]'), { 'topics/c.yaml': 'name: C\n' }),
    ).toEqual([]);
  });

  it('stay as the story names them, and are found by their other names', async () => {
    const { content, problems } = await readPaper({
      'topics/ice.yaml': 'name: Ice\naliases: [Frozen Sea, Лёд]\n',
      [STORY]: storyText(
        'topics: [frozen sea, ЛЁД, лёд, "Ice", Other]',
        '[Ice](/topics/ice/) [Other](/topics/other/)\n',
      ),
    });
    expect(problems).toEqual([]);
    expect(content?.articles[0]?.facts.topics).toEqual([
      { slug: 'frozen-sea', name: 'frozen sea' },
      { slug: 'лёд', name: 'ЛЁД' },
      { slug: 'ice', name: 'Ice' },
      { slug: 'other', name: 'Other' },
    ]);
    const names = topicNames(content?.topics ?? []);
    expect(names.get('frozen-sea')?.slug).toBe('ice');
    expect(names.get('лёд')?.slug).toBe('ice');
    expect(names.get('other')).toBeUndefined();
  });

  it('have a letter', async () => {
    expect(await problemsOfStory(storyText('topics: ["…"]'))).toMatchObject([
      { field: 'topics[0]', message: 'has no letter or digit' },
    ]);
  });
});

describe('dates', () => {
  it.each([
    'null',
    'true',
    '5',
    '2025',
    '~',
    '[2025-02-03]',
    'yesterday',
    '03.02.2025',
    '2025-2-3',
    '""',
  ])('are not %s', async (value) => {
    const problems = await problemsOfStory(storyText(`published: ${value}`));
    expect(problems).toMatchObject([
      {
        file: STORY,
        line: 5,
        field: 'published',
        value,
        message: 'is not a date',
        mend: 'write it as 2025-02-03 or 2025-02-03T09:30',
      },
    ]);
  });

  it('that no calendar has are told, in every field', async () => {
    const text = storyText(
      [
        'updated: 2025-02-30',
        'corrections: [{ date: 2025-13-01, text: x }]',
        'kind: live',
        'live: { start: 2025-02-29, end: 2025-04-31 }',
      ].join('\n'),
      ':::update{id="u1" time="2025-02-01T25:00"}\nx\n:::\n',
    );
    const problems = await problemsOfStory(text, {
      'publication.yaml': `${PUBLICATION}strictFrom: 2025-02-30\nsecurity: { contact: "mailto:a@b.example", expires: 2025-02-30 }\npublisher: { foundingDate: 1900-02-29 }\n`,
      'appeals/en/a.md': '---\ntitle: A\nstarts: 2025-02-30\nends: 2025-06-31\n---\n',
    });
    expect(fieldsOf(problems).sort()).toEqual([
      'corrections[0].date',
      'ends',
      'live.end',
      'live.start',
      'publisher.foundingDate',
      'security.expires',
      'starts',
      'strictFrom',
      'time',
      'updated',
    ]);
    for (const { message } of problems)
      expect(message).toBe('is a day or time that does not exist');
  });

  it('that the clocks skip are told with the time that is meant, ones that come twice mean the first', async () => {
    expect(await problemsOfStory(storyText('published: 2025-03-30T03:30'))).toMatchObject([
      { line: 5, field: 'published', mend: 'write 2025-03-30T04:30, or add an offset' },
    ]);
    const { content } = await readPaper({ [STORY]: storyText('published: 2025-10-26T03:30') });
    expect(content?.articles[0]?.facts.published).toBe(Date.parse('2025-10-26T00:30:00Z'));
  });

  it('are in an order', async () => {
    const text = storyText(
      'published: 2025-02-10\nupdated: 2025-02-09\ncorrections: [{ date: 2025-02-09, text: x }]\nkind: live\nlive: { start: 2025-02-10, end: 2025-02-08 }',
    );
    expect(fieldsOf(await problemsOfStory(text)).sort()).toEqual([
      'corrections[0].date',
      'live.end',
      'updated',
    ]);
    const corrected = (date: string) =>
      problemsOfStory(
        storyText(`published: 2025-02-10T09:30\ncorrections: [{ date: ${date}, text: x }]`),
      );
    // The last is 10:30 there.
    for (const date of ['2025-02-10', '2025-02-10T09:30', '2025-02-11', '2025-02-10T08:30Z']) {
      expect(await corrected(date)).toEqual([]);
    }
    for (const date of ['2025-02-09', '2025-02-10T09:29:59']) {
      expect(fieldsOf(await corrected(date))).toEqual(['corrections[0].date']);
    }
    const updated = (moment: string) =>
      problemsOfStory(storyText(`published: 2025-02-10T09:30\nupdated: ${moment}`));
    expect(await updated('2025-02-10')).toMatchObject([
      {
        severity: 'warning',
        field: 'updated',
        value: '2025-02-10',
        message: expect.stringContaining('the page does not show it') as string,
      },
    ]);
    expect(await updated('2025-02-09')).toMatchObject([{ severity: 'error' }]);
    expect(await updated('2025-02-10T09:29')).toMatchObject([{ severity: 'error' }]);
    expect(await updated('2025-02-10T09:30')).toEqual([]);
    // A day of 25 hours.
    const longDay = storyText(
      'published: 2025-10-26T23:30\ncorrections: [{ date: 2025-10-26, text: x }]',
    );
    expect(await problemsOfStory(longDay)).toEqual([]);
    expect(
      fieldsOf(
        await problemsOf({
          'appeals/en/a.md': '---\ntitle: A\nstarts: 2025-02-10\nends: 2025-02-10\n---\n',
        }),
      ),
    ).toEqual(['ends']);
  });
});

describe('fields of the wrong kind', () => {
  it.each([
    ['headline: 2025', 'headline', '2025', 'is not a text', 'put it in quotes: "2025"'],
    ['headline: true', 'headline', 'true', 'is not a text', 'put it in quotes: "true"'],
    ['headline: ""', 'headline', '""', 'is empty', 'see docs/content-reference.md'],
    ['headline: [a]', 'headline', '[a]', 'is not a text', 'write a text'],
    ['id: 0012', 'id', '0012', 'is not a text', 'put it in quotes: "0012"'],
    ['id: 1e3', 'id', '1e3', 'is not a text', 'put it in quotes: "1e3"'],
    ['authors: anna', 'authors', 'anna', 'is not a list', 'write a list: [anna]'],
    ['authors: []', 'authors', '[]', 'is empty', 'see docs/content-reference.md'],
    ['authors:', 'authors', undefined, 'is empty', 'write a list: [one, another]'],
    [
      'published:',
      'published',
      undefined,
      'is empty',
      'write it as 2025-02-03 or 2025-02-03T09:30',
    ],
    ['topics: { a: b }', 'topics', '{ a: b }', 'is not a list', 'write a list: [one, another]'],
    [
      'corrections:\n  date: 2025-02-03',
      'corrections',
      'date: 2025-02-03',
      'is not a list',
      'write a dash and a space before its first field: - …',
    ],
    [
      'kicker\u00a0: Ice',
      'kicker\u00a0',
      'Ice',
      'is no field that exists here',
      'delete the signs that are no ordinary spaces, though they look so, around the name',
    ],
    [
      'updated: \u00a02025-02-03',
      'updated',
      '\u00a02025-02-03',
      'is not a date',
      'delete the signs that are no ordinary spaces, though they look so, around the value',
    ],
    ['draft: yes', 'draft', 'yes', 'is not true or false', 'write true or false'],
    [
      'kind: opinon',
      'kind',
      'opinon',
      'is none of the words that are possible here',
      'did you mean "opinion"?',
    ],
    [
      'section: World',
      'section',
      'World',
      'is no id: lower-case letters, digits and hyphens',
      'see docs/content-reference.md',
    ],
    [
      'language: english',
      'language',
      'english',
      'is no language tag (BCP 47), such as `en`, `ar` or `pt-BR`',
      'see docs/content-reference.md',
    ],
    [
      'source: { name: AP, url: "javascript:x" }',
      'source.url',
      '"javascript:x"',
      'is no web address beginning with https:// or http://',
      'see docs/content-reference.md',
    ],
    [
      'headline: "a\\u0007b"',
      'headline',
      '"a\\u0007b"',
      'has control characters',
      'see docs/content-reference.md',
    ],
    [
      'headline: "a\\ud800b"',
      'headline',
      '"a\\ud800b"',
      'has control characters',
      'see docs/content-reference.md',
    ],
  ])('are told with what stood there: %s', async (line, field, value, message, mend) => {
    const problems = await problemsOfStory(storyText(line));
    const lineOfIt = /^(headline|published|authors|section)/.test(line) ? 5 : 6;
    expect(said(problems)).toEqual([{ file: STORY, line: lineOfIt, field, value, message, mend }]);
  });

  it.each([
    ['pictures: { a.jpg: { alt: "a\\u0000b" } }', 'pictures.a.jpg.alt'],
    ['pictures: { a.jpg: { alt: "a\\u202eb" } }', 'pictures.a.jpg.alt'],
    ['social: { image: ./a.jpg, alt: "a\\u0008b" }', 'social.alt'],
    ['source: { name: AP, url: "https://ap.example/\\u0008" }', 'source.url'],
    ['pictures: { a.jpg: { alt: a, focus: [0.5] } }', 'pictures.a.jpg.focus'],
  ])('are told at the field that has them: %s', async (line, field) => {
    expect(fieldsOf(await problemsOfStory(storyText(line)))).toContain(field);
  });

  it.each([
    [
      'security: { contact: "https://a.example/\\nPolicy: x", expires: 2027-01-01 }',
      'is no address',
    ],
    ['security: { contact: "mailto:a b", expires: 2027-01-01 }', 'is no address'],
    ['social: { mastodon: anna }', 'is no fediverse handle'],
    ['support: { url: https://a.example, currency: EUR, amounts: [0] }', 'is not more than 0'],
  ])('are told of the paper itself: %s', async (line, message) => {
    const problems = await problemsOf({ 'publication.yaml': `${PUBLICATION}${line}\n` });
    expect(problems.map((problem) => problem.message).join('; ')).toContain(message);
  });

  it('are told where a text may be one or one a language', async () => {
    expect(await problemsOf({ 'authors/anna.yaml': 'name: 12\n' })).toMatchObject([
      { field: 'name', value: '12', message: 'is not a text', mend: 'put it in quotes: "12"' },
    ]);
    expect(await problemsOf({ 'authors/anna.yaml': 'name: { english: Anna }\n' })).toMatchObject([
      {
        field: 'name.english',
        message: 'is no language tag (BCP 47), such as `en`, `ar` or `pt-BR`',
      },
    ]);
    expect(await problemsOf({ 'authors/anna.yaml': 'name: { en: 12 }\n' })).toMatchObject([
      { field: 'name.en', message: 'is not a text' },
    ]);
  });

  it('belong to their kind of story', async () => {
    expect(fieldsOf(await problemsOfStory(storyText('kind: sponsored')))).toEqual(['kind']);
    expect(fieldsOf(await problemsOfStory(storyText('sponsor: { name: X }')))).toEqual(['sponsor']);
    expect(
      fieldsOf(await problemsOfStory(storyText('kind: reviw\nreview: { of: X, type: Book }'))),
    ).toEqual(['kind']);
  });

  it('is a source that is the story itself', async () => {
    const problemsOf = (url: string) =>
      problemsOfStory(storyText(`source: { name: Us, url: '${url}' }`));
    const own = '/2025/02/ice';
    for (const url of [`${own}.html`, `${own}.html#x`, own, `${own}/`, `${own}/index.html?a=1`]) {
      expect(await problemsOf(`https://gazette.example${url}`)).toMatchObject([
        { field: 'source.url', message: 'is the address of this very story' },
      ]);
    }
    expect(await problemsOf('https://gazette.example/2025/02/b.html')).toEqual([]);
    expect(await problemsOf('https://wire.example/2025/02/ice.html')).toEqual([]);
  });

  it('is not an author who is missing, unless there is a byline', async () => {
    const lines = ['headline: Ice', 'published: 2025-02-01', 'section: world'];
    expect(await problemsOfStory(storyLines(...lines))).toMatchObject([
      { field: 'authors', message: 'is missing' },
    ]);
    expect(await problemsOfStory(storyLines(...lines, 'byline: Staff'))).toEqual([]);
    expect(fieldsOf(await problemsOfStory(storyLines(...lines, 'byline: 12')))).toEqual(['byline']);
  });
});

describe('YAML', () => {
  const line = async (...lines: string[]) => {
    const problems = await problemsOfStory(storyLines(...lines));
    expect(problems.every(({ file }) => file === STORY)).toBe(true);
    return problems[0];
  };

  it('that is none is told at its line', async () => {
    expect(await line('headline: Ice', 'authors: [anna', 'section: world')).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('is no valid YAML') as string,
    });
    expect(await line('headline: Ice', '\tsection: world')).toMatchObject({ line: 3 });
  });

  it('with a colon in a text says how to mend it', async () => {
    expect(await line('kicker: x', 'headline: Foo: bar')).toMatchObject({
      line: 3,
      mend: 'put the text in quotes: it has a colon in it',
    });
  });

  it.each([
    ['-anna', 'a dash without a space', 'write a space behind the dash'],
    [
      'two lines',
      'this line is no field with its value',
      'put the text that it belongs to in quotes',
    ],
    ['kicker: - x', 'begins with a sign', 'put the text in quotes'],
    ['kicker: @x', 'begins with a sign', 'put the text in quotes'],
    ['kicker：Ice', 'a wide colon', 'write an ordinary colon (:) and a space behind it'],
    ['kicker:\u00a0Ice', 'no ordinary space behind the colon', 'write a space there'],
    ['kicker: "a "b" c"', 'quotes within quotes', 'write the inner ones as “ ”'],
  ])('is told in plain words, with what stands there: %s', async (written, message, mend) => {
    const problems = await problemsOfStory(storyLines('headline: one', written, 'section: world'));
    expect(problems).toMatchObject([
      {
        line: 3,
        value: written,
        message: expect.stringContaining(message) as string,
        mend: expect.stringContaining(mend) as string,
      },
    ]);
  });

  it('of two versions that were never merged is told once', async () => {
    const problems = await problemsOfStory(
      storyLines('<<<<<<< HEAD', 'headline: one', '=======', 'headline: two', '>>>>>>> desk'),
    );
    expect(problems).toMatchObject([{ line: 2, value: '<<<<<<< HEAD' }]);
  });

  it('with very many fields is not read', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `f${index}: x`);
    expect(await problemsOfStory(storyLines(...many))).toMatchObject([
      { message: 'has more than 5000 fields' },
    ]);
  });

  it('with a key twice names the second', async () => {
    expect(await line('headline: Ice', 'kicker: x', 'headline: Again')).toMatchObject({
      line: 4,
      mend: 'keep one of the two',
    });
  });

  it('with a key that data cannot have names it', async () => {
    const problem = await line('headline: Ice', 'pictures:', '  __proto__: { alt: x }');
    expect(problem).toMatchObject({ line: 4, field: '__proto__' });
  });

  it('with tags is not read', async () => {
    expect(await line('headline: !!js/function "x"')).toMatchObject({
      line: 2,
      mend: 'leave the tag out: only plain values are read',
    });
    expect(
      (await problemsOfStory(storyText('published: !!timestamp 2025-02-01')))[0],
    ).toMatchObject({ line: 5 });
  });

  it('with merge keys and more documents is not read', async () => {
    expect(
      (await problemsOf({ 'sections/world.yaml': 'name: a\n---\nname: b\n' }))[0],
    ).toMatchObject({ file: 'sections/world.yaml' });
    expect(
      (await problemsOf({ 'sections/world.yaml': 'name: a\n<<: { picture: x }\n' }))[0],
    ).toMatchObject({ field: '<<', line: 2 });
  });

  it('of wide colons alone is told at the first', async () => {
    expect(await problemsOfStory(storyLines('headline：Ice', 'section：world'))).toMatchObject([
      {
        line: 2,
        value: 'headline：Ice',
        mend: expect.stringContaining('ordinary colon') as string,
      },
    ]);
    expect(await problemsOfStory(storyLines('Ice', 'and fog'))).toMatchObject([
      { line: 2, value: 'Ice', mend: expect.stringContaining('the name of a field') as string },
    ]);
  });

  it('with a line --- says to remove it', async () => {
    for (const text of ['name: a\n---\npicture: b\n', '---\nname: a\n---\n']) {
      expect(await problemsOf({ 'sections/world.yaml': text }), text).toMatchObject([
        { value: '---', mend: 'remove that line' },
      ]);
    }
  });

  it('cannot grow by aliases', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map(
        (name, index) =>
          `${name}: &${name} [${Array(9)
            .fill(`*${'abcdefg'[index] ?? ''}`)
            .join(',')}]`,
      ),
    ];
    const started = performance.now();
    expect(await line(...bomb)).toMatchObject({
      severity: 'error',
      mend: 'write plain fields without anchors',
    });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('knows no prototype', async () => {
    expect((await problemsOfStory(storyText('__proto__: { draft: true }')))[0]).toMatchObject({
      field: '__proto__',
      line: 6,
    });
    expect((await problemsOfStory(storyText('constructor: x')))[0]).toMatchObject({
      field: 'constructor',
    });
    await readPaper({ [STORY]: storyText('pictures: { __proto__: { alt: x } }') });
    expect(({} as { alt?: string }).alt).toBeUndefined();
  });

  it.each([
    ['brackets', `headline: ${'['.repeat(5_000)}`],
    ['braces', `headline: ${'{a: '.repeat(5_000)}`],
    ['dashes', `headline:\n  ${'- '.repeat(5_000)}`],
    ['steps', Array.from({ length: 3_000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
    ['dashes in wide rows', `headline: x\n${'-          '.repeat(39)}x`],
    ['questions', '? '.repeat(5_000)],
  ])('nested in %s neither ends nor stops the press', async (_what, text) => {
    const started = performance.now();
    const problems = await problemsOfStory(storyLines(text));
    expect(problems.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('of more than a quarter of a megabyte is not read', async () => {
    expect(
      (await problemsOfStory(storyText(`kicker: ${'x'.repeat(300_000)}`)))[0]?.message,
    ).toContain('256 KB');
  });

  it('that is no group of fields is told', async () => {
    expect(await problemsOf({ 'sections/world.yaml': '- a\n' })).toMatchObject([
      { message: 'is not a group of fields' },
    ]);
    expect(await problemsOf({ 'sections/world.yaml': '' })).toMatchObject([
      { field: 'name', message: 'is missing' },
    ]);
    expect(await problemsOf({ 'sections/world.yaml': 'just words\n' })).toMatchObject([
      { file: 'sections/world.yaml' },
    ]);
  });
});

describe('a file', () => {
  it('with CRLF or a byte-order mark has the same lines', async () => {
    const text = storyText('kicker: x\nseries: none', 'One.\n\nA [link](./nowhere.md).\n');
    const lines = async (content: string) =>
      (await problemsOfStory(content)).map(({ line }) => line);
    expect(await lines(text)).toEqual([7, 11]);
    expect(await lines(text.replaceAll('\n', '\r\n'))).toEqual([7, 11]);
    expect(await lines(`\ufeff${text}`)).toEqual([7, 11]);
    expect(await lines(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual([7, 11]);
    expect(await problemsOf({ 'sections/world.yaml': '\ufeffname: World\r\n' })).toEqual([]);
  });

  it('without front matter is told', async () => {
    expect(await problemsOfStory('# Ice\n')).toMatchObject([
      { file: STORY, line: 1, message: 'has no front matter' },
    ]);
    expect(await problemsOfStory('---\nheadline: Ice\n')).toMatchObject([
      { message: 'has no front matter' },
    ]);
    expect(await problemsOfStory('')).toMatchObject([{ message: 'has no front matter' }]);
  });

  it('that is not UTF-8 is told', async () => {
    const latin = Buffer.from(storyText('headline: Café'), 'latin1');
    expect(await problemsOfStory(latin)).toMatchObject([
      { file: STORY, message: 'is not UTF-8 text' },
    ]);
    const wide = Buffer.from(`\ufeff${storyText()}`, 'utf16le');
    expect(await problemsOfStory(wide)).toMatchObject([
      { file: STORY, message: 'is not UTF-8 text' },
    ]);
    expect(await problemsOf({ 'theme.css': Buffer.from([0xff]) })).toMatchObject([
      { file: 'theme.css' },
    ]);
  });

  it.each(['pipe', 'back\\slash.txt'])(
    'that no host can serve is an error in public/: %s',
    async (name) => {
      const problems = await withFolder({}, (publicFolder) => {
        const file = path.join(publicFolder, name);
        execFileSync(name === 'pipe' ? 'mkfifo' : 'touch', [file]);
        return withFolder(
          { 'publication.yaml': PUBLICATION },
          async (folder) => (await readContent(folder, publicFolder)).problems,
        );
      });
      expect(problems.map(({ file }) => file)).toContain(`public/${name}`);
    },
  );

  it('that is a symbolic link is an error, in the paper and in public/', async () => {
    const problems = await withFolder({ 'secret.md': storyText() }, (elsewhere) =>
      withFolder({}, (publicFolder) =>
        withFolder(
          { 'publication.yaml': PUBLICATION, 'authors/anna.yaml': 'name: A\n' },
          async (folder) => {
            await symlink(
              path.join(elsewhere, 'secret.md'),
              path.join(folder, 'authors', 'link.md'),
            );
            await symlink(elsewhere, path.join(folder, 'articles'));
            await symlink(elsewhere, path.join(publicFolder, 'files'));
            return (await readContent(folder, publicFolder)).problems;
          },
        ),
      ),
    );
    expect(
      problems.map(({ file, message }) => [file, message.includes('symbolic link')]).sort(),
    ).toEqual([
      ['articles', true],
      ['authors/link.md', true],
      ['public/files', true],
    ]);
  });

  it('whose name is in decomposed letters has its address in composed ones', async () => {
    const decomposed = 'naïve'.normalize('NFD');
    const { content, problems } = await readPaper({
      [`articles/en/2025/02/${decomposed}.md`]: storyText(),
      [STORY]: storyText(
        '',
        `[One](./${decomposed}.md), [two](./naïve.md), [three](/2025/02/na%C3%AFve.html).\n`,
      ),
    });
    expect(problems).toEqual([]);
    expect(content?.articles.map(({ path: at }) => at)).toContain('en/2025/02/naïve');
  });

  it('in public/ must have composed letters', async () => {
    expect(await problemsOf({}, { [`${'é'.normalize('NFD')}.pdf`]: 'x' })).toMatchObject([
      { severity: 'error', mend: 'rename the file' },
    ]);
  });
});

describe('the place of a file', () => {
  it.each([
    ['articles/en/2025/02/Ice.md', 'rename the file to ice.md'],
    ['articles/en/2025/02/a b.md', 'rename the file to a-b.md'],
    ['articles/en/2025/02/a..b.md', 'rename the file to a-b.md'],
    ['articles/en/2025/02/index.md', 'rename the file'],
    [`articles/en/2025/02/${'x'.repeat(101)}.md`, `rename the file to ${'x'.repeat(100)}.md`],
    ['articles/en/2025/02/_.md', 'rename the file'],
  ])('must be fit for an address: %s', async (file, mend) => {
    expect(await problemsOf({ [file]: storyText() })).toMatchObject([
      { severity: 'error', file, field: 'path', mend },
    ]);
  });

  it.each([
    'articles/a.md',
    'articles/en/a.md',
    'articles/en/2025/a.md',
    'articles/en/2025/02/x/a.md',
    'articles/en/25/02/a.md',
    'articles/en/2025/13/a.md',
    'articles/en/2025/2/a.md',
  ])('of a story is not %s', async (file) => {
    expect(await problemsOf({ [file]: storyText() })).toMatchObject([
      { file, mend: 'move it to articles/<language>/<yyyy>/<mm>/<slug>.md' },
    ]);
  });

  it('must be of a language that the paper has', async () => {
    const problems = await problemsOf({
      'publication.yaml': IN_THREE_LANGUAGES,
      'articles/fr/2025/02/a.md': storyText(),
      'pages/rus/a.md': '---\ntitle: A\n---\n',
      'front/rru.yaml': 'picks: []\n',
    });
    expect(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ value }) => value)
        .sort(),
    ).toEqual(['fr', 'rru', 'rus']);
    expect(problems.find(({ value }) => value === 'rus')?.mend).toBe('did you mean "ru"?');
  });

  it('in a folder that nothing reads is an error, told once', async () => {
    expect(await problemsOf({ 'autors/a.yaml': 'x', 'autors/b.yaml': 'x' })).toMatchObject([
      {
        severity: 'error',
        file: 'autors',
        message: 'is a folder that nothing reads',
        mend: 'did you mean "authors"?',
      },
    ]);
  });

  it('where nothing reads it is a warning', async () => {
    const files = {
      'notes.txt': 'x',
      'authors/anna.md': 'x',
      'authors/anna.docx': 'x',
      'articles/en/2025/02/ice.yaml': 'x',
      'articles/en/2025/02/gone.jpg.yaml': 'alt: x',
      'pages/en/about.html': 'x',
    };
    const problems = await problemsOf(files);
    expect(problems.map(({ severity, file }) => `${severity} ${file}`).sort()).toEqual(
      Object.keys(files)
        .map((file) => `warning ${file}`)
        .sort(),
    );
    expect(await problemsOf({ '.DS_Store': 'x', 'articles/.hidden.md': 'x' })).toEqual([]);
  });

  it('of a name with two files is told', async () => {
    expect(await problemsOf({ 'authors/anna.yml': 'name: Anna\n' })).toMatchObject([
      { file: 'authors/anna.yml', message: 'exists twice, as .yaml and .yml' },
    ]);
    expect(
      await problemsOf({ 'front/en.yml': 'picks: []\n', 'front/en.yaml': 'picks: []\n' }),
    ).toMatchObject([{ file: 'front/en.yml' }]);
  });

  it('of an id must be one', async () => {
    const problems = await problemsOf({
      'authors/Anna K.yaml': 'name: x\n',
      'authors/x/y.yaml': 'name: x\n',
      'sections/2025.yaml': 'name: x\n',
      'sections/feeds.yaml': 'name: x\n',
    });
    expect(problems.map(({ file }) => file).sort()).toEqual([
      'authors/Anna K.yaml',
      'authors/x/y.yaml',
      'sections/2025.yaml',
      'sections/feeds.yaml',
    ]);
  });
});

describe('pictures', () => {
  const LEAD = 'lead: { image: ./a.jpg, alt: A ship, credit: A. P. }';

  it('are measured, with what is said of them', async () => {
    const { content, problems } = await readPaper({
      [STORY]: storyText(LEAD, '![Again](./a.jpg "Caption")\n'),
      'articles/en/2025/02/a.jpg': await pictureBytes(60, 30),
    });
    expect(problems).toEqual([]);
    expect(content?.articles[0]?.facts.lead).toMatchObject({ alt: 'A ship', credit: 'A. P.' });
    expect(content?.articles[0]?.facts.pictures['./a.jpg']).toMatchObject({
      alt: 'A ship',
      caption: undefined,
      credit: 'A. P.',
    });
  });

  it('have the words of a place in the text there alone', async () => {
    const figure = '::figure{src=a.jpg alt="First" caption="Of the first" credit="Second"}\n';
    const { content, problems } = await readPaper({
      [STORY]: storyText('', `${figure}\n::figure{src=a.jpg}\n`),
      'articles/en/2025/02/a.jpg': await pictureBytes(60, 30),
      'articles/en/2025/02/a.jpg.yaml': 'alt: A ship\ncredit: Me\n',
    });
    expect(problems).toEqual([]);
    expect(content?.articles[0]?.facts.pictures['a.jpg']).toMatchObject({
      alt: 'A ship',
      caption: undefined,
      credit: 'Me',
    });
  });

  it('without words are told where to say them', async () => {
    const found = await problemsOfStory(storyText('', '::figure{src=a.jpg}\n'), {
      'articles/en/2025/02/a.jpg': await pictureBytes(60, 30),
    });
    const where = 'in a.jpg.yaml beside the picture, or under `pictures` of the story';
    expect(found.map(({ mend }) => mend)).toEqual([
      `write \`alt: …\` ${where}, or \`decorative: true\` when it adds nothing to the text`,
      `write \`credit: …\` ${where}`,
    ]);
  });

  it('that are not there are told with the nearest beside', async () => {
    const problems = await problemsOfStory(
      storyText('lead: { image: ./harbor.jpg, alt: x, credit: y }', '![x](ice/shpi.jpg)\n'),
      {
        'articles/en/2025/02/harbour.jpg': await pictureBytes(),
        'articles/en/2025/02/ice/ship.jpg': await pictureBytes(),
      },
    );
    expect(said(problems)).toMatchObject([
      {
        line: 6,
        field: 'lead.image',
        value: './harbor.jpg',
        message: 'is a picture that is not there',
        mend: 'did you mean "./harbour.jpg"?',
      },
      { line: 8, field: 'picture', value: 'ice/shpi.jpg', mend: 'did you mean "ice/ship.jpg"?' },
    ]);
  });

  it('may be named as every object names something', async () => {
    const body = '![x](constructor)\n\n![y](./__proto__)\n\n![z](toString)\n';
    const said = (name: string) => `${name}: { alt: A ship, credit: A. P. }`;
    const { content, problems } = await readPaper({
      [STORY]: storyText(`pictures: { ${said('constructor')}, ${said('valueOf')} }`, body),
      'articles/en/2025/02/constructor': await pictureBytes(),
      'articles/en/2025/02/toString': await pictureBytes(),
    });
    expect(Object.keys(content?.articles[0]?.facts.pictures ?? {})).toEqual([
      'constructor',
      'toString',
    ]);
    expect(problems.map(({ value, message }) => `${value}: ${message}`)).toEqual([
      './__proto__: is a picture that is not there',
      'toString: has no `credit`: who made the picture',
      '{ alt: A ship, credit: A. P. }: describes a picture that the story does not show',
    ]);
  });

  it('stay in the content folder', async () => {
    expect(
      await problemsOfStory(storyText('lead: { image: ../../../../../x.jpg, alt: x, credit: y }')),
    ).toMatchObject([{ field: 'lead.image', message: 'leads out of the content folder' }]);
    expect(
      await problemsOfStory(
        storyText('lead: { image: https://x.example/x.jpg, alt: x, credit: y }'),
      ),
    ).toMatchObject([{ field: 'lead.image', message: 'is not a path relative to this file' }]);
  });

  it('need alt and credit, or are decorative', async () => {
    const picture = { 'articles/en/2025/02/a.jpg': await pictureBytes() };
    const severities = async (text: string, publication = PUBLICATION) =>
      (await problemsOfStory(text, { ...picture, 'publication.yaml': publication })).map(
        ({ severity, message }) => `${severity} ${/`(\w+)`/.exec(message)?.[1] ?? message}`,
      );
    expect(await severities(storyText('lead: { image: ./a.jpg }'))).toEqual([
      'error alt',
      'error credit',
    ]);
    expect(await severities(storyText("lead: { image: ./a.jpg, alt: '', credit: x }"))).toEqual([
      'error alt',
    ]);
    expect(
      await severities(storyText("lead: { image: ./a.jpg, alt: '', decorative: true, credit: x }")),
    ).toEqual([]);
    expect(await severities(storyText('', '![](./a.jpg)\n'))).toEqual([
      'error alt',
      'error credit',
    ]);
    const strict = `${PUBLICATION}strictFrom: 2025-02-01\n`;
    expect(
      await severities(storyText('lead: { image: ./a.jpg }\npublished: 2025-02-01'), strict),
    ).toEqual(['error alt', 'error credit']);
    expect(
      await severities(storyText('lead: { image: ./a.jpg }\npublished: 2025-01-31T23:59'), strict),
    ).toEqual(['warning alt', 'warning credit']);
  });

  it('have their words in front matter or a sidecar, whose mistakes are told once', async () => {
    const files = {
      'articles/en/2025/02/a.jpg': await pictureBytes(),
      'articles/en/2025/02/b.md': storyText('', '![](./a.jpg)\n'),
    };
    const body = '![](./a.jpg)\n\n![](./a.jpg)\n';
    expect(
      await problemsOfStory(storyText('', body), {
        ...files,
        'articles/en/2025/02/a.jpg.yaml': 'alt: x\ncredit: y\n',
      }),
    ).toEqual([]);
    const faulty = await problemsOfStory(storyText('', body), {
      ...files,
      'articles/en/2025/02/a.jpg.yaml': 'alt: x\ncredit: y\ncredti: z\n',
    });
    expect(said(faulty)).toMatchObject([
      {
        file: 'articles/en/2025/02/a.jpg.yaml',
        line: 3,
        field: 'credti',
        mend: 'did you mean "credit"?',
      },
    ]);
    const { content } = await readPaper({
      ...files,
      [STORY]: storyText('pictures: { a.jpg: { alt: front } }', body),
      'articles/en/2025/02/a.jpg.yaml': 'alt: side\ncredit: y\n',
    });
    expect(
      content?.articles.find(({ path: at }) => at.endsWith('ice'))?.facts.pictures['./a.jpg'],
    ).toMatchObject({ alt: 'front', credit: 'y' });
  });

  it('are called by the names of their files, whatever an address makes of them', async () => {
    const files = { 'articles/en/2025/02/my ice.jpg': await pictureBytes() };
    const body = '![](./my%20ice.jpg)\n';
    const [problem] = await problemsOfStory(storyText('', body), files);
    expect(problem?.mend).toContain('in my ice.jpg.yaml beside the picture');
    for (const name of ['my ice.jpg', 'my%20ice.jpg', './my%20ice.jpg']) {
      const words = `pictures: { "${name}": { alt: Ice, credit: Anna } }`;
      expect(await problemsOfStory(storyText(words, body), files), name).toEqual([]);
    }
    const social =
      'pictures: { my ice.jpg: { alt: Ice, credit: A } }\nsocial: { image: ./my ice.jpg }';
    expect(await problemsOfStory(storyText(social), files)).toEqual([]);
  });

  it('above the text have the words of their sidecar, where the story has none', async () => {
    const { content, problems } = await readPaper({
      'articles/en/2025/02/a.jpg': await pictureBytes(),
      'articles/en/2025/02/a.jpg.yaml': 'alt: Side\ncaption: Beside\ncredit: A. P.\n',
      [STORY]: storyText('lead: { image: ./a.jpg, credit: B. P. }', '![](./a.jpg)\n'),
    });
    expect(problems).toEqual([]);
    const { lead, pictures } = content?.articles[0]?.facts ?? {};
    expect(lead).toMatchObject({ alt: 'Side', caption: 'Beside', credit: 'B. P.' });
    expect(pictures?.['./a.jpg']).toMatchObject({ alt: 'Side', credit: 'B. P.' });
  });

  it('that are none, or are described and not shown, are told', async () => {
    expect(
      await problemsOfStory(storyText(LEAD), { 'articles/en/2025/02/a.jpg': 'no picture' }),
    ).toMatchObject([
      { file: STORY, field: 'lead.image', message: 'is no picture that can be read' },
    ]);
    expect(await problemsOfStory(storyText('pictures: { a.jpg: { alt: x } }'))).toMatchObject([
      { severity: 'warning', field: 'pictures.a.jpg' },
    ]);
  });
});

describe('two things at one address', () => {
  const MORE = 'articles/en/2025/02/more.md';
  const errors = async (
    files: Parameters<typeof problemsOf>[0],
    publicFiles: Parameters<typeof problemsOf>[1] = {},
  ) => (await problemsOf(files, publicFiles)).filter(({ severity }) => severity === 'error');

  it.each([
    ['a story', '/2025/02/ice.html'],
    ['a story, in capitals', '/2025/02/ICE.html'],
    ['a redirect', '/old/'],
    ['a page', '/about.html'],
    ['a section', '/world/'],
    ['a numbered page of a section', '/world/3.html'],
    ['the front page', '/'],
    ['an author', '/authors/anna/'],
    ['a month', '/2031/05/'],
    ['a feed', '/feeds/rss.xml'],
    ['the archive', '/archive.html'],
    ['a file of the press', '/robots.txt'],
    ['a file for the host', '/.nojekyll/'],
    ['a card', '/cards/index.png'],
    ['a file of public/', '/paper.pdf'],
    ['a file of public/, in capitals', '/Paper.PDF'],
    ['a folder that is a file', '/paper.pdf/old/'],
  ])('are a redirect and %s', async (_what, from) => {
    const found = await errors(
      {
        [STORY]: storyText('redirectFrom: [/old/]'),
        [MORE]: storyText(`redirectFrom:\n  - ${from}`),
        'pages/en/about.md': '---\ntitle: About\n---\n',
      },
      { 'paper.pdf': 'x' },
    );
    expect(found).toHaveLength(1);
    const [problem] = found;
    expect(problem?.field).toBe('redirectFrom[0]');
    expect([STORY, MORE]).toContain(problem?.file);
    expect(problem?.mend).toBeDefined();
  });

  it('are others where permalinks are folders', async () => {
    const files = (from: string) => ({
      'publication.yaml': `${PUBLICATION}permalinks: folder\n`,
      [MORE]: storyText(`redirectFrom: [${from}]`),
    });
    for (const from of ['/archive/', '/world/3/', '/2025/02/ice/'])
      expect(await errors(files(from))).toHaveLength(1);
    for (const from of ['/archive.html', '/2025/02/ice.html'])
      expect(await errors(files(from))).toEqual([]);
  });

  it.each(['/2019/05/old/', '/world/old-story/', '/2019/05/', '/about/', '/en/old/'])(
    'are not a redirect from %s',
    async (from) => {
      const expected = from === '/2019/05/' ? 1 : 0;
      expect(await errors({ [MORE]: storyText(`redirectFrom: [${from}]`) })).toHaveLength(expected);
    },
  );

  it('are a page and a section, a page and what the press has, a page and public/', async () => {
    const page = '---\ntitle: x\n---\n';
    expect(await errors({ 'pages/en/world.md': page })).toMatchObject([
      { file: 'pages/en/world.md', field: 'path' },
    ]);
    expect(await errors({ 'pages/en/topics.md': page })).toMatchObject([
      { file: 'pages/en/topics.md' },
    ]);
    expect(await errors({ 'pages/en/about.md': page }, { 'About.html': 'x' })).toMatchObject([
      { file: 'pages/en/about.md' },
    ]);
    expect(await errors({ 'pages/en/archive.md': page })).toEqual([]);
  });

  it.each([
    'index.html',
    'world/index.html',
    'robots.txt',
    'archive.html',
    'feeds/x.xml',
    'assets/x.css',
    '2025/02/index.html',
    '2025/02/ice.html',
    '404.html',
  ])('are the press and public/%s', async (file) => {
    expect(await errors({}, { [file]: 'x' })).toHaveLength(1);
  });

  it('are not files of public/ that lie elsewhere', async () => {
    expect(
      await errors(
        {},
        { 'favicon.ico': 'x', 'humans.txt': 'x', 'world/map.pdf': 'x', 'google123.html': 'x' },
      ),
    ).toEqual([]);
  });

  it('are two files of public/ that differ in capitals', async () => {
    expect(await errors({}, { 'a.pdf': 'x', 'A.pdf': 'x' })).toHaveLength(1);
  });

  it('are two stories with one identity', async () => {
    expect(await errors({ [MORE]: storyText('id: en/2025/02/ice') })).toMatchObject([
      { field: 'id', value: 'en/2025/02/ice' },
    ]);
  });

  it('are two stories whose identities are one to readers of feeds', async () => {
    const other = 'articles/en/2025/02/third.md';
    const found = await errors({ [MORE]: storyText('id: a%41'), [other]: storyText('id: aA') });
    expect(found).toMatchObject([{ file: other, field: 'id', value: 'aA' }]);
  });

  it.each([
    ['old/', 'does not begin'],
    ['/?p=3', 'query'],
    ['/a/../b/', 'no path'],
  ])('never come from an address that no host can serve: %s', async (from, message) => {
    expect(await errors({ [MORE]: storyText(`redirectFrom: ["${from}"]`) })).toMatchObject([
      {
        file: MORE,
        line: 6,
        field: 'redirectFrom[0]',
        value: from,
        message: expect.stringContaining(message) as string,
      },
    ]);
  });
});

describe('links', () => {
  it('to nothing are told with line and the nearest', async () => {
    const problems = await problemsOfStory(
      storyText(
        '',
        'One.\n\nA [story](./othr.md), [address](/2025/02/othr.html),\n[own](https://gazette.example/2025/02/othr.html) and [gone](/xyz/quite/gone.html).\n',
      ),
      { 'articles/en/2025/02/other.md': storyText() },
    );
    expect(said(problems)).toMatchObject([
      {
        line: 9,
        field: 'link',
        value: './othr.md',
        mend: 'did you mean articles/en/2025/02/other.md?',
      },
      { line: 9, value: '/2025/02/othr.html', mend: 'did you mean /2025/02/other.html?' },
      { line: 10, value: 'https://gazette.example/2025/02/othr.html' },
      { line: 10, value: '/xyz/quite/gone.html', mend: 'mend the address, or remove the link' },
    ]);
  });

  it('of pages and messages are checked too', async () => {
    const problems = await problemsOf({
      'pages/en/about.md': '---\ntitle: A\n---\n[x](./nowhere.md)\n',
      'appeals/en/a.md': '---\ntitle: A\n---\n[x](/nowhere.html)\n',
    });
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'pages/en/about.md:4',
      'appeals/en/a.md:4',
    ]);
  });

  it('that lead to nothing by the thousand among thousands do not hold the press up', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `articles/en/2025/02/s${index}.md`,
        storyText(
          '',
          Array.from(
            { length: 20 },
            (_unused, n) => `[x](/2019/0${n % 9}/gone-${index}-${n}.html)`,
          ).join(' '),
        ),
      ]),
    );
    const started = performance.now();
    expect(await problemsOf(files)).toHaveLength(6_000);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('publication.yaml', () => {
  const problems = (text: string) => problemsOf({ 'publication.yaml': text, [STORY]: undefined });

  it('must be there, in a folder that is', async () => {
    expect(await problemsOf({ 'publication.yaml': undefined })).toMatchObject([
      { file: 'publication.yaml', message: 'is missing' },
    ]);
    expect((await readContent('/nowhere/at/all', '/nowhere')).problems).toMatchObject([
      { message: 'is no folder that can be read' },
    ]);
  });

  it.each([
    [PUBLICATION.replace('Europe/Riga', 'Europe/Rigga'), 'timeZone', 'did you mean "Europe/Riga"?'],
    [
      PUBLICATION.replace('defaultLanguage: en', 'defaultLanguage: ru'),
      'defaultLanguage',
      undefined,
    ],
    [PUBLICATION.replace('[en]', '[en, en]'), 'languages', 'keep one of the two'],
    [PUBLICATION.replace('[en]', '[en, ru]'), 'name', 'write one for each: { en: …, ru: … }'],
    [IN_THREE_LANGUAGES.replace(', ar: الجريدة', ''), 'name', 'add `ar: …`'],
    [PUBLICATION.replace('https://gazette.example', 'gazette.example'), 'url', undefined],
    [
      PUBLICATION.replace('https://gazette.example', 'https://gazette.example/?x'),
      'url',
      undefined,
    ],
    [PUBLICATION.replace('gazette.example,2025', 'gazette'), 'id', undefined],
    [`${PUBLICATION}cards: some\n`, 'cards', undefined],
    [`${PUBLICATION}permalinks: folders\n`, 'permalinks', 'did you mean "folder"?'],
    [`${PUBLICATION}design: { accent: red }\n`, 'design.accent', undefined],
    [
      `${PUBLICATION}support: { url: "https://x.example", currency: usd, amounts: [1] }\n`,
      'support.currency',
      undefined,
    ],
    [
      `${PUBLICATION}mirrors: [{ url: "https://x.example", kind: tor }]\n`,
      'mirrors[0].kind',
      undefined,
    ],
    [`${PUBLICATION}feeds: { items: 0 }\n`, 'feeds.items', undefined],
    [`${PUBLICATION}logo: /x.svg\n`, 'logo', undefined],
    [`${PUBLICATION}icon: ./x.png\n`, 'icon', undefined],
  ])('is checked (%#)', async (text, field, mend) => {
    const found = (await problems(text)).find((problem) => problem.field === field);
    expect(found).toMatchObject({
      severity: 'error',
      file: 'publication.yaml',
      ...(mend === undefined ? {} : { mend }),
    });
    expect(found?.line).toBeGreaterThan(0);
  });
});

describe('public/', () => {
  it('may hold no hidden file but what is well known', async () => {
    const hidden = { '.env': 'x', 'a/.git/config': 'x', '.DS_Store': 'x' };
    const wellKnown = { '.well-known/x.txt': 'x', 'a/.well-known/x.txt': 'x' };
    const found = await problemsOf({}, { ...hidden, ...wellKnown });
    expect(found.map(({ file }) => file).sort()).toEqual([
      'public/.env',
      'public/a/.git',
      'public/a/.well-known',
    ]);
  });
});

describe('theme.css', () => {
  const problems = (css: string) => problemsOf({ 'theme.css': css });

  it.each([
    '@import "x.css";',
    '@IMPORT url(x.css);',
    'a { background: url(https://x.example/x.png) }',
    'a { background: url( "//x.example/x.png" ) }',
    "a { background: URL('http://x.example/x.png') }",
    '</style><script>alert(1)</script>',
    'a { content: "</STYLE>" }',
    '@media (width > 40em) { a { color: red }',
    '/* oops',
    'a { content: "oops }',
    'a { width: calc(1px + (2px }',
    '<!-- x -->',
    'a { background: image-set("https://x.example/x.png" 1x) }',
    'a { background: u\\72l(https://x.example/x.png) }',
    'a { color: red } } b {',
  ])('may not have %s', async (css) => {
    const found = await problems(`a { color: red }\n\n${css}\n`);
    expect(found.length).toBeGreaterThan(0);
    for (const problem of found)
      expect(problem).toMatchObject({ severity: 'error', file: 'theme.css', line: 3 });
  });

  it.each([
    'a { background: url(/x.png) }',
    '/* @import "x" */',
    '@media (width > 40em) { a > b { color: red } }',
    '.a::before { content: "<" }',
  ])('may have %s', async (css) => {
    expect(await problems(css)).toEqual([]);
  });

  it('may import nothing on its first line', async () => {
    expect(await problems('@import "x.css";\n')).toMatchObject([
      { line: 1, message: 'imports another stylesheet' },
    ]);
  });

  it('is handed on without its comments', async () => {
    const { content } = await readPaper({ 'theme.css': '/* secret */\na {\n  color: red;\n}\n' });
    expect(content?.publication.theme).toBe('a{color:red}');
  });
});

describe('the time zone of the machine', () => {
  it('changes nothing', async () => {
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Kiritimati';
      const one = await readPaper();
      process.env['TZ'] = 'America/Los_Angeles';
      expect(await readPaper()).toEqual(one);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});
