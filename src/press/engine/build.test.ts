import { existsSync, readFileSync } from 'node:fs';
import { appendFile, cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContentError } from '../../problems.ts';
import type { EditionReport } from './run-report.ts';
import { build } from './build.ts';
import type { ChangeList } from './changes.ts';
import { fakeParts, readTree, rootOf, TestPaper } from './press-for-tests.ts';
import type { Parts } from './source.ts';

let paper: TestPaper;

beforeEach(async () => {
  vi.stubEnv('BROADSHEET_STATE', undefined);
  paper = await TestPaper.make();
  await writeFile(path.join(paper.content, 'harbour.bin'), 'the harbour');
  await paper.story('a', { title: 'Ice', text: 'cold', topic: 'sea', picture: 'harbour.bin' });
  await paper.story('b', { title: 'Tram', text: 'new', note: 'c1' });
  await paper.story('c', { title: 'Ferry', topic: 'sea', picture: 'harbour.bin', link: 'b#c1' });
});
afterEach(() => paper.remove());

const addresses = (files: readonly { address: string }[]) => files.map(({ address }) => address);

/** Builds, and proves that nothing else came of it than a build from nothing would give. */
async function buildAndCompare() {
  const before = readTree(paper.out);
  const { report, changes } = await paper.build();
  const after = readTree(paper.out);
  expect(after).toEqual(await paper.cleanTree());
  expectDifference(changes, before, after);
  expect([changes.base, changes.next]).toEqual([rootOf(before), rootOf(after)]);
  expect(report.files).toBe(after.size);
  return {
    report,
    changed: addresses(changes.changed),
    added: addresses(changes.added),
    removed: addresses(changes.removed),
  };
}

function expectDifference(
  changes: ChangeList,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
) {
  const entries = (tree: ReadonlyMap<string, string>, differs: (address: string) => boolean) =>
    [...tree].filter(([address, facts]) => facts !== 'empty' && differs(address));
  const listed = (files: ChangeList['added']) =>
    files.map(({ address, sha256, size }) => [address, `${sha256} ${size}`]);
  expect(listed(changes.added)).toEqual(entries(after, (one) => !before.has(one)));
  expect(listed(changes.removed)).toEqual(entries(before, (one) => !after.has(one)));
  expect(listed(changes.changed)).toEqual(
    entries(after, (one) => before.has(one) && before.get(one) !== after.get(one)),
  );
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(paper.state, name), 'utf8'));
}

describe('a build', () => {
  it('prints everything the first time, and nothing when nothing changed', async () => {
    const first = await buildAndCompare();
    expect(first.report.pagesPrinted).toBe(5);
    expect(first.added).toContain('/t/sea/index.html');
    const second = await buildAndCompare();
    expect(second.report).toMatchObject({ unitsDue: 0, pagesPrinted: 0, filesChanged: 0 });
    expect((await readdir(paper.folder)).sort()).toEqual(['content', 'dist', 'public', 'state']);
    expect(existsSync(path.join(paper.state, 'work'))).toBe(false);
  });

  it('asks for no units where nothing changed until the next change', async () => {
    const at = Date.UTC(2025, 1, 3);
    const parts = fakeParts(paper.content);
    const asked: string[] = [];
    const telling: Parts = {
      ...parts,
      openSource: async (db, options) => {
        const source = await parts.openSource(db, options);
        asked.push('same' in source ? 'same' : 'units');
        return { ...source, nextChangeAt: at + 1000 };
      },
    };
    const buildAt = (moment: number) => build(telling, { ...paper.options(), at: moment });
    await buildAt(at);
    for (const moment of [at, at + 999]) await buildAt(moment);
    expect(asked.splice(0)).toEqual(['units', 'same', 'same']);
    for (const moment of [at + 1000, at - 1]) await buildAt(moment);
    expect(asked.splice(0)).toEqual(['units', 'units']);
    await rm(path.join(paper.out, 's/b.html'));
    await buildAt(at - 1);
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
    await writeFile(path.join(paper.public, 'a.txt'), 'A');
    await buildAt(at - 1);
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
    await writeFile(path.join(paper.public, 'a.txt'), 'B');
    await buildAt(at - 1);
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
    expect(asked).toEqual(['units', 'units', 'units']);
  });

  it('reads the archive anew at first, for other code and where all is asked for', async () => {
    const parts = fakeParts(paper.content);
    const anew: boolean[] = [];
    const telling: Parts = {
      ...parts,
      openSource: (db, options) => {
        anew.push(options.clean);
        return parts.openSource(db, options);
      },
    };
    await build(telling, paper.options());
    await build(telling, paper.options());
    await build(telling, { ...paper.options(), clean: true });
    await writeFile(path.join(paper.content, 'code'), 'other');
    await build(telling, paper.options());
    await build(telling, paper.options());
    expect(anew).toEqual([true, false, true, true, false]);
  });

  it('keeps what was read where the content has mistakes', async () => {
    const parts = fakeParts(paper.content);
    const faulty: Parts = {
      ...parts,
      openSource: async (db, options) => {
        await parts.openSource(db, options);
        const message = 'is wrong';
        throw new ContentError([{ severity: 'error', file: 'a.md', message }]);
      },
    };
    const seen: number[] = [];
    const looking: Parts = {
      ...parts,
      openSource: async (db, options) => {
        if (options.clean) seen.push(-1);
        else seen.push(db.prepare('SELECT name FROM stories').all().length);
        return parts.openSource(db, options);
      },
    };
    await paper.build();
    const last = readTree(paper.out);
    await paper.story('e', { title: 'Lighthouse', topic: 'sea' });
    await expect(build(faulty, paper.options())).rejects.toThrow(ContentError);
    expect(readTree(paper.out)).toEqual(last);
    await build(looking, paper.options());
    expect(seen).toEqual([4]);
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
    expect(existsSync(path.join(paper.out, 's/e.html'))).toBe(true);
  });

  it('refuses two different files of a unit at one address, and prints one of two that are the same', async () => {
    const parts = fakeParts(paper.content);
    const twice = (other: object): Parts => ({
      ...parts,
      openPrintRoom: async (db, ofPaper) => {
        const room = await parts.openPrintRoom(db, ofPaper);
        return {
          ...room,
          prints: async (unit) => {
            const prints = await room.prints(unit);
            return [...prints, ...prints.map((print) => ({ ...print, ...other }))];
          },
        };
      },
    });
    await build(twice({}), paper.options());
    const printed = readTree(paper.out);
    expect(printed).toEqual(await paper.cleanTree());
    await expect(
      build(twice({ view: 'another' }), { ...paper.options(), clean: true }),
    ).rejects.toThrow(/"story a" prints two different files at \/s\/a\.html/);
    expect(readTree(paper.out)).toEqual(printed);
  });

  it('prints of a changed text that page alone', async () => {
    await paper.build();
    await paper.story('b', { title: 'Tram', text: 'newer', note: 'c1' });
    const { report, changed, added, removed } = await buildAndCompare();
    expect(report).toMatchObject({ unitsDue: 1, pagesPrinted: 1, filesChanged: 1 });
    expect({ changed, added, removed }).toEqual({
      changed: ['/s/b.html'],
      added: [],
      removed: [],
    });
  });

  it('prints what names a new story, and nothing else', async () => {
    await paper.build();
    await paper.story('d', { title: 'Bridge', topic: 'city' });
    const { added, changed } = await buildAndCompare();
    expect(added).toEqual(['/cards/d.png', '/s/d.html', '/t/city/index.html']);
    expect(changed).toEqual(['/feed.xml', '/index.html']);
  });

  it('removes a story that is gone, its card and its topic, and folders that are empty', async () => {
    await paper.story('d', { title: 'Bridge', topic: 'city' });
    await paper.build();
    await paper.story('d', undefined);
    const { removed } = await buildAndCompare();
    expect(removed).toEqual(['/cards/d.png', '/s/d.html', '/t/city/index.html']);
    expect(existsSync(paper.file('t/city'))).toBe(false);
  });

  it('keeps a picture while any story shows it', async () => {
    await paper.build();
    const [picture = ''] = (await readdir(paper.file('pictures'))).map(
      (name) => `/pictures/${name}`,
    );
    await paper.story('a', { title: 'Ice', text: 'cold', topic: 'sea' });
    expect((await buildAndCompare()).removed).toEqual([]);
    expect(existsSync(paper.file(picture))).toBe(true);
    await paper.story('c', { title: 'Ferry', topic: 'sea', link: 'b#c1' });
    expect((await buildAndCompare()).removed).toEqual([picture]);
    await paper.story('c', { title: 'Ferry', topic: 'sea', picture: 'harbour.bin' });
    expect((await buildAndCompare()).added).toEqual([picture]);
  });

  it('carries over a page whose view did not change, without rendering it', async () => {
    await paper.build();
    await paper.story('b', { title: 'Tram', text: 'new', note: 'c1', unseen: 'by its view' });
    const { report } = await buildAndCompare();
    expect(report).toMatchObject({ unitsDue: 1, pagesPrinted: 0, filesChanged: 0 });
  });

  it('prints everything with other code, and changes what differs', async () => {
    await paper.build();
    await writeFile(path.join(paper.content, 'code'), 'second');
    const { report, changed } = await buildAndCompare();
    expect(report.pagesPrinted).toBe(5);
    expect(changed.every((address) => address.endsWith('.html'))).toBe(true);
    expect(changed).toHaveLength(5);
  });

  it('prints what another paper changes', async () => {
    await paper.build();
    await writeFile(path.join(paper.content, 'paper'), 'The Other');
    expect((await buildAndCompare()).changed).toHaveLength(5);
  });

  it('prints everything with --clean, and changes nothing that is right', async () => {
    await paper.build();
    await writeFile(paper.file('s/a.html'), 'overwritten in its place');
    const { report, changes } = await paper.build({ clean: true });
    expect(report.pagesPrinted).toBe(5);
    expect(addresses(changes.changed)).toEqual(['/s/a.html']);
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('copies public files, and follows their changes', async () => {
    await mkdir(path.join(paper.public, 'deep'));
    await writeFile(path.join(paper.public, 'robots.txt'), 'one');
    await writeFile(path.join(paper.public, 'deep', 'logo.svg'), '<svg/>');
    await writeFile(path.join(paper.public, '.DS_Store'), 'x');
    await paper.build();
    expect(paper.read('robots.txt')).toBe('one');
    expect(existsSync(paper.file('.DS_Store'))).toBe(false);
    await writeFile(path.join(paper.public, 'robots.txt'), 'two');
    expect((await buildAndCompare()).changed).toEqual(['/robots.txt']);
    await rm(path.join(paper.public, 'deep'), { recursive: true });
    expect((await buildAndCompare()).removed).toEqual(['/deep/logo.svg']);
  });

  it('turns a file into a folder, and a folder into a file', async () => {
    await writeFile(path.join(paper.public, 'x'), 'a file');
    await paper.build();
    await rm(path.join(paper.public, 'x'));
    await mkdir(path.join(paper.public, 'x', 'y'), { recursive: true });
    await writeFile(path.join(paper.public, 'x', 'y', 'z'), 'deep');
    await buildAndCompare();
    await rm(path.join(paper.public, 'x'), { recursive: true });
    await writeFile(path.join(paper.public, 'x'), 'a file again');
    await buildAndCompare();
  });
});

describe('the reports of a build', () => {
  it('are the change list with root hashes, and a summary', async () => {
    await paper.build();
    const first = readJson('changes.json') as ChangeList;
    expect(first.base).toBe('0'.repeat(64));
    await paper.story('d', { title: 'Bridge' });
    await paper.build();
    const second = readJson('changes.json') as ChangeList;
    expect(second.base).toBe(first.next);
    expect(addresses(second.added)).toEqual(['/cards/d.png', '/s/d.html']);
    expect(readJson('edition.json')).toMatchObject({
      unitsDue: 3,
      pagesPrinted: 2,
      filesChanged: 4,
      added: { page: 1, card: 1 },
      changed: { list: 1, feed: 1 },
      removed: {},
      files: readTree(paper.out).size,
      root: second.next,
    } satisfies Partial<EditionReport>);
    await paper.story('d', undefined);
    await paper.build();
    expect((readJson('changes.json') as ChangeList).next).toBe(first.next);
  });
});

describe('a folder of the edition that is a link by now', () => {
  it('goes without the files behind it', async () => {
    await mkdir(path.join(paper.public, 'maps'));
    await writeFile(path.join(paper.public, 'maps', 'quay.txt'), 'x');
    await paper.build();
    const elsewhere = path.join(paper.folder, 'elsewhere');
    await rename(paper.file('maps'), elsewhere);
    await symlink(elsewhere, paper.file('maps'));
    await rm(path.join(paper.public, 'maps'), { recursive: true });
    await buildAndCompare();
    expect(existsSync(paper.file('maps'))).toBe(false);
    expect(await readdir(elsewhere)).toEqual(['quay.txt']);
  });
});

describe('an edition with a fault', () => {
  const expectUntouched = async (message: RegExp) => {
    const before = readTree(paper.out);
    await expect(paper.build()).rejects.toThrow(message);
    expect(readTree(paper.out)).toEqual(before);
    expect((await readdir(paper.folder)).sort()).toEqual(['content', 'dist', 'public', 'state']);
    expect(existsSync(path.join(paper.state, 'work'))).toBe(false);
  };

  it('is not printed: an anchor that a page lost, which another page names', async () => {
    await paper.build();
    await paper.story('b', { title: 'Tram', text: 'new' });
    await expectUntouched(/\/s\/c\.html links to \/s\/b\.html#c1, which is not on that page/);
    await paper.story('c', { title: 'Ferry', topic: 'sea', picture: 'harbour.bin' });
    await buildAndCompare();
  });

  it('is not printed: an anchor that a page lost, which another unit printed before', async () => {
    await paper.build();
    await writeFile(path.join(paper.content, 'keys'), 'article');
    expect((await buildAndCompare()).report).toMatchObject({ unitsDue: 3, filesChanged: 0 });
    await paper.story('b', { title: 'Tram', text: 'new' });
    await expectUntouched(/\/s\/c\.html links to \/s\/b\.html#c1, which is not on that page/);
  });

  it('is not printed: an anchor that a page lost, whose file was not there any more', async () => {
    await paper.build();
    await rm(paper.file('s/b.html'));
    await paper.story('b', { title: 'Tram', text: 'new' });
    await expectUntouched(/\/s\/c\.html links to \/s\/b\.html#c1, which is not on that page/);
  });

  it('is not printed: an anchor that a page never had', async () => {
    await paper.build();
    await paper.story('d', { title: 'Bridge', link: 'a#nowhere b#c1' });
    await expectUntouched(/\/s\/d\.html links to \/s\/a\.html#nowhere, which is not on that page/);
    await paper.story('d', { title: 'Bridge', link: 'a b#c1' });
    await buildAndCompare();
  });

  it('is not printed: a file that goes from under a page which is not due', async () => {
    await writeFile(path.join(paper.public, 'map.pdf'), 'x');
    await paper.story('d', { title: 'Map', text: '<a href="/map.pdf">map</a>' });
    await paper.build();
    await rm(path.join(paper.public, 'map.pdf'));
    await expectUntouched(/\/s\/d\.html links to \/map\.pdf, which is not there/);
    await paper.story('d', { title: 'No map' });
    await buildAndCompare();
  });

  it('is told once for a link that many pages have', async () => {
    await paper.story('d', { title: 'Bridge', link: 'a#nowhere' });
    await paper.story('e', { title: 'Pier', link: 'a#nowhere' });
    await expect(paper.build()).rejects.toThrow(
      /stays\.\n {2}\/s\/d\.html and \/s\/e\.html link to \/s\/a\.html#nowhere, which is not on that page$/,
    );
    await paper.story('f', { title: 'Quay', link: 'a#nowhere' });
    await expect(paper.build()).rejects.toThrow(
      /stays\.\n {2}\/s\/d\.html, \/s\/e\.html and 1 more page link to [^\n]*$/,
    );
  });

  it('is not printed: two units that print one address differently', async () => {
    await paper.build();
    await mkdir(path.join(paper.public, 's'));
    await writeFile(path.join(paper.public, 's', 'a.html'), 'mine');
    await expectUntouched(
      /\/s\/a\.html is printed differently by "public \/s\/a\.html" and by "story a"/,
    );
  });

  it('is not printed: a file whose folder is a file', async () => {
    await paper.build();
    await mkdir(path.join(paper.public, 'feed.xml'));
    await writeFile(path.join(paper.public, 'feed.xml', 'x'), 'x');
    await expectUntouched(/\/feed\.xml\/x of "public \/feed\.xml\/x" and \/feed\.xml of "feed"/);
    await rm(path.join(paper.public, 'feed.xml'), { recursive: true });
    await writeFile(path.join(paper.public, 's'), 'x');
    await expectUntouched(/\/s of "public \/s" and \/s\/a\.html of "story a" cannot stand/);
  });

  it('is not printed: a page that does not render', async () => {
    await paper.build();
    await paper.story('d', { title: 'Bridge', fault: 'no ink' });
    await expectUntouched(/The story d cannot be printed: no ink/);
    await paper.story('d', { title: 'Bridge' });
    await buildAndCompare();
  });
});

describe('an output folder that was changed from outside', () => {
  beforeEach(() => paper.build());

  it('has missing files printed again, and foreign ones removed', async () => {
    await rm(paper.file('s/a.html'));
    await rm(paper.file('cards'), { recursive: true });
    await writeFile(paper.file('s/draft.html'), 'x');
    await mkdir(paper.file('t/none/deep'), { recursive: true });
    await writeFile(paper.file('t/none/deep/x'), 'x');
    await mkdir(paper.file('empty/inner'), { recursive: true });
    await symlink('/etc', paper.file('link'));
    await rename(paper.file('s/b.html'), paper.file('s/b2.html'));
    await appendFile(paper.file('s/b2.html'), 'x');
    await rename(paper.file('s/b2.html'), paper.file('s/b.html'));
    const before = readTree(paper.out);
    const { changes } = await paper.build();
    const after = readTree(paper.out);
    expect(after).toEqual(await paper.cleanTree());
    expect(changes.next).toBe(rootOf(after));
    expect(changes.base).toBe(rootOf(before));
    expect(addresses(changes.added)).toContain('/cards/a.png');
    expect(addresses(changes.changed)).toEqual(['/s/b.html']);
    expect(addresses(changes.removed)).toEqual(['/s/draft.html', '/t/none/deep/x']);
    expect((await paper.build()).report.unitsDue).toBe(0);
  });

  it.each([false, true])(
    'is whole again where a link stands for one of its folders (--clean: %s)',
    async (clean) => {
      await mkdir(path.join(paper.public, 'deep', 'er'), { recursive: true });
      await writeFile(path.join(paper.public, 'deep', 'er', 'x.txt'), 'x');
      await paper.build();
      for (const name of ['s', 'cards', 'deep']) {
        const elsewhere = path.join(paper.folder, `moved-${name}`);
        await rename(paper.file(name), elsewhere);
        await symlink(elsewhere, paper.file(name));
        const moved = readTree(elsewhere);
        await paper.build({ clean });
        expect(readTree(paper.out)).toEqual(await paper.cleanTree());
        expect(readTree(elsewhere), 'nothing is written through the link').toEqual(moved);
        expect((await paper.build()).report).toMatchObject({ unitsDue: 0, filesChanged: 0 });
      }
    },
  );

  it('is whole again where names are written as other systems write them', async () => {
    const right = readTree(paper.out);
    await mkdir(paper.file('e\u0301'));
    await writeFile(paper.file('e\u0301/cafe\u0301.txt'), 'x');
    await writeFile(paper.file('cafe\u0301.txt'), 'x');
    await paper.build();
    expect(readTree(paper.out)).toEqual(right);
    await mkdir(Buffer.concat([Buffer.from(`${paper.out}/a`), Buffer.from([0xff])]));
    await expect(paper.build()).rejects.toThrow('has a name that is not UTF-8 text');
  });

  it('is printed anew where it is gone', async () => {
    const before = readTree(paper.out);
    await rm(paper.out, { recursive: true });
    const { report } = await paper.build();
    expect(report).toMatchObject({ pagesPrinted: 5, filesChanged: 0 });
    expect(readTree(paper.out)).toEqual(before);
  });

  it('is printed anew where it is empty', async () => {
    const before = readTree(paper.out);
    await rm(paper.out, { recursive: true });
    await mkdir(paper.out);
    await paper.build();
    expect(readTree(paper.out)).toEqual(before);
  });

  it('is read where it is another folder, and printed where it differs', async () => {
    await cp(paper.out, `${paper.out}-copy`, { recursive: true });
    await rm(paper.out, { recursive: true });
    await rename(`${paper.out}-copy`, paper.out);
    await writeFile(paper.file('s/a.html'), 'other');
    await writeFile(paper.file('s/z.html'), 'foreign');
    const { report } = await buildAndCompare();
    expect(report).toMatchObject({ unitsDue: 1, filesChanged: 2 });
    expect((await buildAndCompare()).report.unitsDue).toBe(0);
    // From now on it is the one that is known, and folders are not looked into without need.
    await writeFile(paper.file('s/a.html'), 'in its place');
    expect((await paper.build()).report.unitsDue).toBe(0);
  });

  it('is known again by another name', async () => {
    await rename(paper.out, `${paper.out}-moved`);
    const { report } = await paper.build({ out: `${paper.out}-moved` });
    expect(report.unitsDue).toBe(0);
  });

  it('is refused where it is no edition', async () => {
    const out = path.join(paper.folder, 'home');
    await mkdir(out);
    await writeFile(path.join(out, 'thesis.doc'), 'x');
    await expect(paper.build({ out })).rejects.toThrow('holds no edition');
    expect(await readdir(out)).toEqual(['thesis.doc']);
  });

  it('and another folder may take turns', async () => {
    const out = path.join(paper.folder, 'other');
    await paper.build({ out });
    await paper.story('a', { title: 'Ice again' });
    await paper.build({ out });
    await buildAndCompare();
    expect(readTree(out)).toEqual(readTree(paper.out));
  });
});

describe('a state', () => {
  it('that is lost is made anew, and only differences are printed into the folder', async () => {
    await paper.build();
    await rm(paper.state, { recursive: true });
    await paper.story('b', { title: 'Tram', text: 'newer', note: 'c1' });
    await paper.story('a', undefined);
    const { changed, removed } = await buildAndCompare();
    expect(changed).toContain('/s/b.html');
    expect(removed).toContain('/s/a.html');
  });

  it.each([
    ['is no database', (file: string) => writeFile(file, 'nonsense'.repeat(1000))],
    ['is cut short', async (file: string) => writeFile(file, readFileSync(file).subarray(0, 9000))],
    [
      'has a page of nonsense',
      async (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(7, 4096, bytes.length);
        await writeFile(file, bytes);
      },
    ],
    [
      'is of another version',
      async (file: string) => {
        const bytes = readFileSync(file);
        bytes.writeUInt32BE(99, 60);
        await writeFile(file, bytes);
      },
    ],
    ['is empty', (file: string) => writeFile(file, '')],
  ])('that %s is thrown away', async (_what, damage) => {
    await paper.build();
    await damage(path.join(paper.state, 'index.db'));
    await paper.story('b', { title: 'Tram', text: 'newer', note: 'c1' });
    const { report, changed } = await buildAndCompare();
    expect(report.pagesPrinted).toBe(5);
    expect(changed).toEqual(['/s/b.html']);
    expect((await paper.build()).report.unitsDue).toBe(0);
  });

  it('holds nothing of a story that was taken down', async () => {
    await paper.story('d', {
      title: 'Zinnwald',
      text: 'Zinnwald',
      topic: 'zinnwald',
      picture: 'd.bin',
    });
    await writeFile(path.join(paper.content, 'd.bin'), 'Zinnwald in oil');
    await paper.build();
    await paper.story('d', undefined);
    await rm(path.join(paper.content, 'd.bin'));
    await paper.build();
    for (const entry of await readdir(paper.state, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name === 'changes.json') continue;
      const text = readFileSync(path.join(entry.parentPath, entry.name), 'latin1');
      expect(text.toLowerCase(), entry.name).not.toContain('zinnwald');
    }
  });
});

describe('the cache', () => {
  const kept = async () =>
    (await readdir(path.join(paper.state, 'cards'), { recursive: true })).filter((name) =>
      name.includes('.'),
    );

  it('keeps what any print names, whether this build touched it or not', async () => {
    await paper.build();
    const before = await kept();
    expect(before).toHaveLength(3);
    await paper.story('b', { title: 'Tram', text: 'newer', note: 'c1' });
    await paper.build();
    expect(await kept()).toEqual(before);
    await paper.story('b', { title: 'Trams', text: 'newer', note: 'c1' });
    await paper.build();
    expect(await kept()).toHaveLength(3);
    expect(await kept()).not.toEqual(before);
  });

  it('loses what a failed build made, with the next one', async () => {
    await paper.build();
    const before = await kept();
    await paper.story('d', { title: 'Bridge', link: 'a#nowhere' });
    await expect(paper.build()).rejects.toThrow('nowhere');
    expect(await kept()).toHaveLength(4);
    await paper.story('d', undefined);
    await paper.build();
    expect(await kept()).toEqual(before);
  });
});

describe('--delta', () => {
  const delta = () => path.join(paper.folder, 'delta');

  it('writes changed files alone, from a state that came without its edition', async () => {
    await paper.build();
    await rm(paper.out, { recursive: true });
    await paper.story('d', { title: 'Bridge' });
    await paper.story('a', undefined);
    const { changes } = await paper.build({ delta: delta() });
    const files = [...changes.added, ...changes.changed].map(
      ({ address, sha256, size }) => [address, `${sha256} ${size}`] as const,
    );
    expect(readTree(delta())).toEqual(new Map(files.sort()));
    expect(addresses(changes.removed)).toContain('/s/a.html');
    expect(JSON.parse(readFileSync(`${delta()}.changes.json`, 'utf8'))).toEqual(changes);
    expect(existsSync(paper.out)).toBe(false);

    const whole = await paper.build();
    expect(whole.report.filesChanged).toBe(0);
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('writes nothing that is as it was, whatever was printed again', async () => {
    await paper.build();
    await writeFile(path.join(paper.public, 'robots.txt'), 'one');
    await paper.build();
    await writeFile(path.join(paper.content, 'code'), 'other');
    const { changes, report } = await paper.build({ delta: delta() });
    expect(report.unitsDue).toBeGreaterThan(5);
    const listed = [...changes.added, ...changes.changed].map(({ address }) => address);
    expect([...readTree(delta()).keys()]).toEqual(listed.sort());
    expect(listed).not.toContain('/robots.txt');
  });

  it('that was killed leaves nothing beside its folder, whatever comes next', async () => {
    await paper.build();
    const left = `${delta()}.broadsheet-00000000-99999999`;
    // What the state remembers of a build that is killed before its end.
    await expect(
      paper.build({
        delta: delta(),
        jobs: 1,
        onProblems: () => {
          throw new Error('killed');
        },
      }),
    ).rejects.toThrow('killed');
    await mkdir(left);
    await writeFile(path.join(left, 'story.html'), 'withdrawn');
    await paper.build();
    expect(existsSync(left)).toBe(false);
  });

  it('gives nothing for what another build found missing from the output folder', async () => {
    await paper.build();
    await rm(path.join(paper.out, 's/b.html'));
    const killed = () => {
      throw new Error('killed');
    };
    await expect(paper.build({ jobs: 1, onProblems: killed })).rejects.toThrow('killed');
    await paper.build({ delta: delta() });
    expect([...readTree(delta()).keys()]).toEqual([]);
  });

  it('applied to the last edition gives the next one', async () => {
    await paper.build();
    const host = path.join(paper.folder, 'host');
    await cp(paper.out, host, { recursive: true });
    await paper.story('d', { title: 'Bridge', topic: 'city' });
    await paper.story('a', undefined);
    const { changes } = await paper.build({ delta: delta() });
    await cp(delta(), host, { recursive: true });
    for (const { address } of changes.removed) await rm(path.join(host, address));
    expect(readTree(host)).toEqual(await paper.cleanTree());
    // The output folder was left behind, and catches up.
    await buildAndCompare();
  });

  it('makes an empty folder where nothing changed, and refuses one that is full', async () => {
    await paper.build();
    await mkdir(delta());
    await paper.build({ delta: delta() });
    expect(await readdir(delta())).toEqual([]);
    await writeFile(path.join(delta(), 'x'), 'x');
    await expect(paper.build({ delta: delta() })).rejects.toThrow('is not empty');
  });
});
