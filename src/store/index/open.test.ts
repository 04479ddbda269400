import { cp, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive } from '../archive.ts';
import { pictureBytes, PUBLICATION, storyText } from '../folder-for-tests.ts';
import { openArchive } from './open.ts';
import type { OpenedArchive } from './open.ts';
import { openRows } from './open-rows.ts';
import { createIndexTables } from './tables.ts';

const STORY = 'articles/en/2025/02/ice.md';

/** Three stories, of which two show one picture. */
const PAPER = {
  'publication.yaml': PUBLICATION,
  'authors/anna.yaml': 'name: Anna\n',
  'sections/world.yaml': 'name: World\n',
  'articles/en/2025/02/a.jpg': await pictureBytes(),
  [STORY]: storyText('', '![A ship](./a.jpg "")\n'),
  'articles/en/2025/02/thaw.md': storyText('lead: { image: ./a.jpg, alt: A, credit: B }'),
  'articles/en/2025/01/port.md': storyText(
    'redirectFrom: [/Old/1/]',
    'See [ice](/2025/02/ice.html).\n',
  ),
};

const WORDS = 'alt: A\ncredit: B\n';

let root: string;
let db: DatabaseSync;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'broadsheet-index-'));
  db = new DatabaseSync(':memory:');
  later(3_600_000);
  for (const [file, content] of Object.entries(PAPER)) await write(file, content);
  await write('articles/en/2025/02/a.jpg.yaml', WORDS);
});

afterEach(async () => {
  vi.useRealTimers();
  db.close();
  await rm(root, { recursive: true, force: true });
});

/** Lets the clock of the press be ahead of that of the files, in milliseconds. */
function later(ahead: number): void {
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead });
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  const at = path.join(root, 'content', file);
  await mkdir(path.dirname(at), { recursive: true });
  await writeFile(at, content);
}

function open(more: Partial<Parameters<typeof openArchive>[0]> = {}): Promise<OpenedArchive> {
  const folder = path.join(root, 'content');
  return openArchive({ db, folder, publicFolder: path.join(root, 'public'), ...more });
}

async function opened(): Promise<OpenedArchive & { archive: Archive }> {
  const { archive, ...others } = await open();
  expect(others.problems).toEqual([]);
  if (archive === undefined) throw new Error('There is no archive.');
  return { archive, ...others };
}

describe('a content folder in which nothing changed', () => {
  it('is not read again', async () => {
    expect(await opened()).toMatchObject({ read: 5, looked: 0 });
    expect(await opened()).toMatchObject({
      read: 0,
      looked: 0,
      changed: { stories: [], removed: [] },
    });
  });

  it('is looked at where its times are other, and read no more for that', async () => {
    const { archive } = await opened();
    await utimes(path.join(root, 'content', STORY), new Date(), new Date());
    const again = await opened();
    expect(again).toMatchObject({ read: 0, looked: 1 });
    expect(JSON.stringify(again.archive.entries)).toBe(JSON.stringify(archive.entries));
    expect(await opened()).toMatchObject({ read: 0, looked: 0 });
  });

  it('is looked at where it was copied', async () => {
    await opened();
    await cp(path.join(root, 'content'), path.join(root, 'copy'), { recursive: true });
    await rm(path.join(root, 'content'), { recursive: true });
    await rename(path.join(root, 'copy'), path.join(root, 'content'));
    // Pictures and sidecars with the items; the paper itself is read each time.
    expect(await opened()).toMatchObject({ read: 0, looked: 7 });
  });

  it('is looked at where it was written just before it was read', async () => {
    later(0);
    expect(await opened()).toMatchObject({ read: 5 });
    // A second edit could have been made within the same step of the clock.
    later(3_600_000);
    expect(await opened()).toMatchObject({ read: 0, looked: 7 });
    expect(await opened()).toMatchObject({ read: 0, looked: 0 });
  });

  it('need not be made into an archive again for who knows its stamp', async () => {
    const { stamp } = await opened();
    expect(await open({ known: stamp })).toMatchObject({ archive: undefined, stamp, problems: [] });
    expect((await open({ known: 'another' })).archive).toBeDefined();
    expect((await opened()).stamp).toBe(stamp);
  });

  it('tells its warnings all the same', async () => {
    await write('articles/en/2025/02/old.md', storyText('', '    <p>Snow</p>\n'));
    const { archive, problems, stamp } = await open();
    expect(archive).toBeDefined();
    expect(problems).not.toEqual([]);
    expect(await open({ known: stamp })).toMatchObject({ archive: undefined, problems });
  });

  it.each([
    ['a story that changed', { [STORY]: storyText('', 'Snow.\n') }],
    ['a new story', { 'articles/en/2025/02/snow.md': storyText() }],
    ['a picture’s words', { 'articles/en/2025/02/a.jpg.yaml': 'alt: B\ncredit: B\n' }],
    ['the paper', { 'publication.yaml': `${PUBLICATION}# Another.\n` }],
    ['an author', { 'authors/anna.yaml': 'name: Anna B.\n' }],
    ['a file that is passed through', { '../public/a.txt': 'A' }],
  ] as const)('has another stamp with %s', async (_what, files) => {
    const { stamp } = await opened();
    for (const [file, content] of Object.entries(files)) await write(file, content);
    const again = await open({ known: stamp });
    expect(again.archive).toBeDefined();
    expect(again.stamp).not.toBe(stamp);
  });

  it('is not the one that is known with a link in the folder that is not followed', async () => {
    const { stamp } = await opened();
    await symlink('/etc', path.join(root, 'content/articles/en/elsewhere'));
    const { archive, problems } = await open({ known: stamp });
    expect(archive).toBeUndefined();
    expect(problems).toMatchObject([{ severity: 'error' }]);
  });

  it('has another stamp after a mistake that was mended', async () => {
    const { stamp } = await opened();
    await write(STORY, 'no front matter');
    expect(await open({ known: stamp })).toMatchObject({ archive: undefined, stamp: undefined });
    await write(STORY, PAPER[STORY]);
    expect((await open({ known: stamp })).archive).toBeDefined();
  });

  it('is read again by other code, or other rules', async () => {
    await opened();
    db.exec(`UPDATE reading SET value = 'other' WHERE name = 'reading'`);
    expect(await opened()).toMatchObject({ read: 5, changed: { stories: [] } });
    await write('publication.yaml', PUBLICATION.replace('Europe/Riga', 'America/New_York'));
    expect(await opened()).toMatchObject({ read: 5 });
    await write(
      'publication.yaml',
      PUBLICATION.replace('Europe/Riga', 'America/New_York').replace('The Gazette', 'The Herald'),
    );
    expect(await opened()).toMatchObject({ read: 0 });
  });

  it('is read again where that is asked for, or where the tables are of another kind', async () => {
    const { archive } = await opened();
    expect(await open({ clean: true })).toMatchObject({ read: 5 });
    db.exec(`UPDATE reading SET value = '0' WHERE name = 'layout'; DROP TABLE items`);
    const again = await opened();
    expect(again.read).toBe(5);
    expect(JSON.stringify(again.archive.entries)).toBe(JSON.stringify(archive.entries));
  });
});

describe('what is read after a change', () => {
  it('is the story that changed', async () => {
    const before = await opened();
    await write(STORY, storyText('headline: Thin ice', '![A ship](./a.jpg "")\n'));
    const after = await opened();
    expect(after).toMatchObject({
      read: 1,
      changed: { stories: ['en/2025/02/ice'], removed: [] },
    });
    expect(after.archive.story('en/2025/02/ice').data.headline).toBe('Thin ice');
    expect(after.archive.card('en/2025/02/ice').data.headline).toBe('Thin ice');
    const [port, ice, thaw] = after.archive.entries;
    expect([port, thaw]).toEqual([before.archive.entries[0], before.archive.entries[2]]);
    expect(ice?.digest).not.toBe(before.archive.entries[1]?.digest);
  });

  it('are the stories that show a picture that changed, or of which other words are said', async () => {
    const { archive } = await opened();
    expect(archive.story('en/2025/02/ice').facts.pictures['./a.jpg']).toMatchObject({ width: 40 });
    await write('articles/en/2025/02/a.jpg', await pictureBytes(60, 30));
    const wider = await opened();
    expect(wider).toMatchObject({ read: 2 });
    expect(wider.archive.story('en/2025/02/ice').facts.pictures['./a.jpg']).toMatchObject({
      width: 60,
    });
    await write('articles/en/2025/02/a.jpg.yaml', `${WORDS}caption: New\n`);
    expect(await opened()).toMatchObject({ read: 2 });
  });

  it('are the stories that show a picture for which a sidecar appears', async () => {
    await write(STORY, storyText());
    await rm(path.join(root, 'content/articles/en/2025/02/a.jpg.yaml'));
    await opened();
    await write('articles/en/2025/02/a.jpg.yaml', `${WORDS}caption: New\n`);
    const { read, archive } = await opened();
    expect(read).toBe(1);
    expect(archive.story('en/2025/02/thaw').facts.lead).toMatchObject({ caption: 'New' });
  });

  it('is a file with a mistake, until it is mended', async () => {
    await opened();
    await write(STORY, storyText('section: none'));
    await write('articles/en/2025/02/thaw.md', 'Words.\n');
    const broken = await open();
    expect(broken.archive).toBeUndefined();
    expect(broken.problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'articles/en/2025/02/thaw.md has no front matter',
      `${STORY} names a section that does not exist`,
    ]);
    expect(await open()).toMatchObject({ read: 1, problems: broken.problems });
    await write('sections/none.yaml', 'name: None\n');
    await write('articles/en/2025/02/thaw.md', storyText());
    expect(await opened()).toMatchObject({ read: 2 });
    expect(await opened()).toMatchObject({ read: 0 });
  });

  it('is nothing where a story went', async () => {
    await opened();
    await rm(path.join(root, 'content/articles/en/2025/02/thaw.md'));
    const { archive, read, changed } = await opened();
    expect({ read, changed }).toEqual({
      read: 0,
      changed: { stories: [], removed: ['en/2025/02/thaw'] },
    });
    expect(() => archive.story('en/2025/02/thaw')).toThrow(RangeError);
    await rm(path.join(root, 'content', STORY));
    expect((await open()).problems).toMatchObject([
      { file: 'articles/en/2025/01/port.md', line: 8, message: 'leads to nothing in this paper' },
    ]);
  });
});

describe('a story that did not change', () => {
  const PORT = 'articles/en/2025/01/port.md';
  const NEW = 'articles/en/2025/02/new.md';

  /** What is said after an edit of a paper in which all was in order. */
  async function afterwards(
    before: Record<string, string>,
    after: Record<string, string | undefined>,
  ): Promise<string[]> {
    for (const [file, content] of Object.entries(before)) await write(file, content);
    await opened();
    for (const [file, content] of Object.entries(after)) {
      if (content === undefined) await rm(path.join(root, 'content', file));
      else await write(file, content);
    }
    const { problems } = await open();
    expect(problems).toEqual((await open({ clean: true })).problems);
    return problems.map(({ file, line, message }) => `${file}:${String(line)} ${message}`);
  }

  const nothing = `${PORT}:7 leads to nothing in this paper`;
  const linkTo = (address: string) => storyText('', `[Link](${address})\n`);
  const TOPIC = 'topics/sea.yaml';
  const section = 'name: Travel\n';

  it.each([
    ['a story', '/2025/02/ice.html', {}, { [STORY]: undefined }],
    [
      'a topic of one story',
      '/topics/sea/',
      { [STORY]: storyText('topics: [Sea]') },
      { [STORY]: storyText() },
    ],
    [
      'a topic that has another name',
      '/topics/sea/',
      { [STORY]: storyText('topics: [Water]'), [TOPIC]: 'name: Sea\naliases: [Water]\n' },
      { [TOPIC]: 'name: Sea\n' },
    ],
    [
      'an older address',
      '/old/2/',
      { [STORY]: storyText('redirectFrom: [/old/2/]') },
      { [STORY]: storyText() },
    ],
    [
      'a month',
      '/2025/03/',
      { [STORY]: storyText('published: 2025-03-01') },
      { [STORY]: storyText('published: 2025-02-01') },
    ],
    [
      'an author',
      '/authors/boris/',
      { 'authors/boris.yaml': 'name: Boris\n' },
      { 'authors/boris.yaml': undefined },
    ],
    [
      'a series',
      '/series/war/',
      { 'series/war.yaml': 'name: War\n' },
      { 'series/war.yaml': undefined },
    ],
    [
      'a section',
      '/travel/',
      { 'sections/travel.yaml': section },
      { 'sections/travel.yaml': undefined },
    ],
    [
      'a page',
      '/about.html',
      { 'pages/en/about.md': '---\ntitle: A\n---\n' },
      { 'pages/en/about.md': undefined },
    ],
    ['a file of public/', '/a.pdf', { '../public/a.pdf': 'x' }, { '../public/a.pdf': undefined }],
    [
      'a former address of the paper',
      'https://old.example/2025/02/ice',
      { 'publication.yaml': PUBLICATION },
      {
        'publication.yaml': `${PUBLICATION}formerUrls: [https://old.example/x, https://old.example]\npermalinks: folder\n`,
        [STORY]: undefined,
      },
    ],
  ] as const)('loses where its link leads: %s', async (_what, address, before, after) => {
    expect(await afterwards({ ...before, [PORT]: linkTo(address) }, after)).toContain(nothing);
  });

  const taken = (message: string) => [`${PORT}:6 ${message}`];

  it.each([
    [
      'a new story',
      '/2025/02/new.html',
      { [NEW]: storyText() },
      `has the address /2025/02/new.html, which ${NEW} has too`,
    ],
    [
      'a new story above it',
      '/2025/02/new.html/x/',
      { [NEW]: storyText() },
      `lies in a folder /2025/02/new.html, where ${NEW} is a file`,
    ],
    [
      'a new section',
      '/travel/',
      { 'sections/travel.yaml': section },
      'is an address of this edition, which a redirect would hide',
    ],
    [
      'a new page',
      '/about.html',
      { 'pages/en/about.md': '---\ntitle: A\n---\n' },
      'has the address /about.html, which pages/en/about.md has too',
    ],
    [
      'a new file of public/',
      '/A.pdf',
      { '../public/a.pdf': 'x' },
      'has the address /A.pdf, which public/a.pdf has too',
    ],
  ] as const)('loses its older address to %s', async (_what, from, after, message) => {
    const before = { [PORT]: storyText(`redirectFrom: ['${from}']`) };
    expect(await afterwards(before, after)).toEqual(taken(message));
  });

  it.each([
    ['author', 'authors: [boris]', 'authors/boris.yaml'],
    ['series', 'series: war', 'series/war.yaml'],
    ['section', 'section: travel', 'sections/travel.yaml'],
  ])('loses its %s', async (_what, field, file) => {
    const problems = await afterwards(
      { [PORT]: storyText(field), [file]: 'name: A name\n' },
      { [file]: undefined },
    );
    expect(problems).toMatchObject([expect.stringMatching(/that does not exist$/)]);
  });

  it.each(['related: [en/2025/02/ice]', 'translationOf: ru/2025/02/led'])(
    'loses what it names: %s',
    async (field) => {
      const problems = await afterwards(
        {
          'publication.yaml': PUBLICATION.replace('[en]', '[en, ru]')
            .replace('The Gazette', '{ en: G, ru: G }')
            .replace('News of the harbour', '{ en: N, ru: N }')
            .concat('\n'),
          'articles/ru/2025/02/led.md': storyText(),
          [PORT]: storyText(field),
        },
        { [STORY]: undefined, 'articles/ru/2025/02/led.md': undefined },
      );
      expect(problems).toContain(`${PORT}:6 names a story that does not exist`);
    },
  );

  it.each([
    ['one', 'one'],
    ['a%62c', 'abc'],
    ['abc', 'a%62c'],
    ['%61bc', 'abc'],
    ['abc', '%61bc'],
    ['лёд', '%D0%BB%D1%91%D0%B4'],
  ])('has the identity of one that is new: %s, %s', async (old, now) => {
    const problems = await afterwards(
      { [PORT]: storyText(`id: '${old}'`) },
      { [NEW]: storyText(`id: '${now}'`) },
    );
    expect(problems).toEqual([`${NEW}:6 is the identity of ${PORT} too`]);
  });
});

describe('a warning', () => {
  it('is told again, though nothing is read for it', async () => {
    await write(STORY, storyText('topics: [Port, Ice]\npictures: { x.jpg: { alt: A } }'));
    await write('articles/en/2025/02/thaw.md', storyText('topics: [ice, PORT]'));
    const { problems } = await open();
    expect(problems.map(({ field, severity }) => `${severity} ${String(field)}`)).toEqual([
      'warning pictures.x.jpg',
      'warning topics[0]',
      'warning topics[1]',
    ]);
    // The places are known: were the file read for them, it would be missed.
    const { archive, ...again } = await open();
    expect(again).toMatchObject({ problems, read: 0, looked: 0 });
    expect(archive).toBeDefined();
  });
});

describe('a state that is given up', () => {
  it('is as it was before', async () => {
    await opened();
    db.exec('BEGIN');
    await write(STORY, storyText('headline: Thin ice'));
    await opened();
    db.exec('ROLLBACK');
    const { archive, read } = await opened();
    expect(read).toBe(1);
    expect(archive.story('en/2025/02/ice').data.headline).toBe('Thin ice');
  });

  it('is not kept of a paper that is faulty', async () => {
    await opened();
    await write('publication.yaml', PUBLICATION.replace('https', 'ftp'));
    expect((await open()).archive).toBeUndefined();
    await write('publication.yaml', PUBLICATION);
    expect(await opened()).toMatchObject({ read: 0 });
  });
});

describe('the archive', () => {
  it('knows older addresses', async () => {
    const { archive } = await opened();
    expect(archive.redirected('/Old/1/index.html')).toBe('en/2025/01/port');
    expect(archive.redirected('/old/1/index.html')).toBeUndefined();
  });

  it('has no story that is not there', async () => {
    const { archive } = await opened();
    expect(() => archive.story('en/2025/02/none')).toThrow(RangeError);
    expect(() => archive.card('en/2025/02/none')).toThrow(RangeError);
  });

  it('is none where there is no folder', async () => {
    const { archive, problems } = await open({ folder: path.join(root, 'nowhere') });
    expect(archive).toBeUndefined();
    expect(problems).toMatchObject([{ message: 'is no folder that can be read' }]);
  });

  it('has the rows that those who only print have too', async () => {
    const decomposed = 'naïve'.normalize('NFD');
    await write(`articles/en/2025/02/${decomposed}.md`, storyText());
    const { archive } = await opened();
    const rows = openRows(db);
    expect(rows.authors).toEqual(archive.authors);
    for (const { path: at } of archive.entries) {
      expect(rows.story(at)).toEqual(archive.story(at));
      expect(rows.card(at)).toEqual(archive.card(at));
    }
    expect(() => rows.story('en/2025/02/none')).toThrow(RangeError);
  });
});

describe('several readers', () => {
  it('read what one does', async () => {
    for (let index = 0; index < 600; index += 1) {
      const fields = index % 50 === 0 ? 'section: none' : `topics: [Topic ${index % 7}]`;
      const body = index % 3 === 0 ? '![](../02/a.jpg)\n' : `Words ${index}.\n`;
      await write(`articles/en/2025/0${(index % 3) + 1}/s${index}.md`, storyText(fields, body));
    }
    await write('articles/en/2025/01/s1.md', 'No front matter.\n');
    const failing = await open();
    expect(failing.problems.length).toBeGreaterThan(10);
    expect((await open({ clean: true, readers: 2 })).problems).toEqual(failing.problems);
    await write('sections/none.yaml', 'name: None\n');
    await write('articles/en/2025/01/s1.md', storyText());
    const told = ({ archive }: { archive: Archive }) => ({
      entries: archive.entries,
      rows: archive.entries.map(({ path: at }) => archive.story(at)),
    });
    const alone = told(await opened());
    const together = await open({ clean: true, readers: 2 });
    expect(together.problems).toEqual([]);
    expect(together.archive && told({ archive: together.archive })).toEqual(alone);
  }, 60_000);
});

describe('the tables', () => {
  it('are made once', () => {
    createIndexTables(db);
    db.exec(`INSERT INTO due VALUES ('x')`);
    createIndexTables(db);
    expect(db.prepare('SELECT file FROM due').all()).toHaveLength(1);
  });
});
