/** Printing in parts, and taking down: by the command line, each command in a process of its own. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from './support/edition.ts';
import { picture, writePaper } from './support/paper.ts';
import type { Text } from './support/paper.ts';
import { printPaper, printSound, temporaryFolder } from './support/run.ts';
import type { PrintOptions } from './support/run.ts';
import { differenceOf, faultsOf, readChanges, sha256Of, treeOf } from './support/tree.ts';

test.describe.configure({ mode: 'parallel', timeout: 280_000 });

/** A paper with pictures and drawn cards, so that shards make files of every kind. */
async function paperWithPictures(more: Record<string, Text> = {}): Promise<string> {
  const lead = (image: string) => ({ lead: { image, alt: 'A', credit: 'B' } });
  return writePaper({
    publication: { cards: 'sections' },
    stories: {
      'en/2026/10/older': { fields: { headline: 'Older', published: '2026-10-05T08:00' } },
      'en/2026/11/one': { fields: { headline: 'One', topics: ['Ice'], ...lead('./shared.jpg') } },
      'en/2026/11/two': {
        fields: {
          headline: 'Two',
          topics: ['Ice'],
          redirectFrom: ['/two/'],
          ...lead('./shared.jpg'),
        },
      },
      ...more,
    },
    files: {
      'articles/en/2026/11/shared.jpg': await picture('#246', 320, 200),
      'articles/en/2026/11/zyxomma.jpg': await picture('#642', 320, 200),
    },
  });
}

async function inParts(options: PrintOptions, shards: number): Promise<void> {
  await printSound({ ...options, command: 'plan' });
  const numbers = Array.from({ length: shards }, (_, index) => index + 1);
  await Promise.all(
    numbers.map((number) =>
      printSound({ ...options, command: 'render', args: ['--shard', `${number}/${shards}`] }),
    ),
  );
  await printSound({ ...options, command: 'merge' });
}

test('plan, render by two shards and merge print what one build prints, at first and after an edit', async () => {
  const content = await paperWithPictures();
  const folder = temporaryFolder();
  const whole = await printSound({ content });
  const before = treeOf(whole.out);
  expect(before.size).toBeGreaterThan(40);
  await inParts({ content, folder }, 2);
  const out = join(folder, 'edition');
  expect(faultsOf(treeOf(out), before)).toEqual([]);

  const later = await paperWithPictures({ 'en/2026/11/three': { fields: { headline: 'Three' } } });
  const anew = await printSound({ content: later });
  await inParts({ content: later, folder }, 3);
  const after = treeOf(out);
  expect(faultsOf(after, treeOf(anew.out))).toEqual([]);
  expect(readChanges(join(folder, 'state'))).toEqual(differenceOf(before, after));
});

test('one build by two processes prints what one process prints', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `en/2026/10/story-${index}`);
  const story = { fields: { headline: 'One of many', topics: ['Ice'] } };
  const stories = Object.fromEntries(names.map((name) => [name, story]));
  const content = writePaper({ publication: { cards: 'none' }, stories });
  const [one, two] = await Promise.all([
    printSound({ content, args: ['--jobs', '1'] }),
    printSound({ content, args: ['--jobs', '2'] }),
  ]);
  // As many as it takes for a second process.
  const report = readFileSync(join(two.state, 'edition.json'), 'utf8');
  const { unitsDue } = JSON.parse(report) as { unitsDue: number };
  expect(unitsDue).toBeGreaterThan(300);
  expect(faultsOf(treeOf(two.out), treeOf(one.out))).toEqual([]);
});

test('a picture or file that changed after the plan is refused, and nothing of it is kept', async () => {
  const content = await paperWithPictures();
  const folder = temporaryFolder();
  const lead = join(content, 'articles/en/2026/11/shared.jpg');
  const passed = join(folder, 'public/robots-note.txt');
  mkdirSync(join(folder, 'public'));
  writeFileSync(passed, 'one');
  const whole = await printSound({ content, public: join(folder, 'public') });
  await printSound({ content, folder, command: 'plan' });
  const render = () => printPaper({ content, folder, command: 'render', args: ['--shard', '1/1'] });
  for (const [file, name] of [
    [lead, 'articles/en/2026/11/shared.jpg'],
    [passed, 'robots-note.txt'],
  ] as const) {
    const before = readFileSync(file);
    for (const other of [await picture('#999', 320, 200), undefined]) {
      if (other === undefined) rmSync(file);
      else writeFileSync(file, other);
      const { code, stderr } = await render();
      expect(code).toBe(1);
      expect(stderr).toContain(`${name} changed while it was printed`);
      expect(stderr, 'no stack').not.toContain('    at ');
    }
    writeFileSync(file, before);
  }
  expect((await render()).code).toBe(0);
  await printSound({ content, folder, command: 'merge' });
  expect(faultsOf(treeOf(join(folder, 'edition')), treeOf(whole.out))).toEqual([]);
});

test('a picture that breaks off is named, on cards and in texts', async () => {
  const bytes = await picture('#246', 1600, 1000);
  const cut = Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.from([0xff, 0xd9])]);
  const { code, stderr } = await printPaper({
    content: writePaper({
      stories: {
        'en/2026/11/one': {
          fields: { headline: 'One', lead: { image: './cut.jpg', alt: 'A', credit: 'B' } },
        },
      },
      files: { 'articles/en/2026/11/cut.jpg': cut },
    }),
  });
  expect(code).toBe(1);
  expect(stderr).toContain('articles/en/2026/11/cut.jpg is a picture that cannot be printed');
  expect(stderr, 'no stack').not.toContain('    at ');
});

/** Names of the files below a folder in whose name or bytes one of these stands, in any case. */
function filesWith(folder: string, words: readonly string[]): string[] {
  const needles = words
    .flatMap((word) => [word, encodeURI(word)])
    .map((word) => word.toLowerCase());
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const text = `${file.slice(folder.length)}\n${readFileSync(file, 'utf8')}`.toLowerCase();
      return needles.some((needle) => text.includes(needle));
    });
}

/** The cards and pictures that a state keeps. */
function keptIn(state: string): string[] {
  return ['cards', 'pictures'].flatMap((part) => [...treeOf(join(state, part)).keys()]);
}

test('a story that was taken down leaves nothing in the edition, the caches and the state', async () => {
  const words = {
    headline: 'Quinquagesima of the xylographer',
    standfirst: 'Vexillology in brief.',
    id: 'tag:guid-of-kumquat-7731',
    slug: 'zyzzyva-report',
    body: 'Borborygmus in the syzygy.',
    image: 'zyxomma.jpg',
  };
  const { headline, standfirst, id, slug, body, image } = words;
  const content = await paperWithPictures({
    [`en/2026/11/${slug}`]: {
      fields: {
        headline,
        standfirst,
        id,
        redirectFrom: ['/older-zyzzyva-report/'],
        lead: { image: `./${image}`, alt: 'A', credit: 'B' },
      },
      body,
    },
    'en/2026/11/naming': {
      fields: { headline: 'Naming it', related: [`en/2026/11/${slug}`] },
      body: `It stood [there](./${slug}.md).`,
    },
  });
  const first = await printSound({ content });
  const before = treeOf(first.out);
  const bytes = readFileSync(join(content, 'articles/en/2026/11', image));
  const traces = [...Object.values(words), sha256Of(bytes)];
  for (const word of [headline, id, slug]) {
    expect(filesWith(first.out, [word]), word).not.toEqual([]);
    expect(filesWith(first.state, [word]), word).not.toEqual([]);
  }
  const made = keptIn(first.state);

  await printSound({
    content,
    folder: first.folder,
    command: 'takedown',
    args: [`en/2026/11/${slug}`],
  });
  const again = await printSound({ content, folder: first.folder });
  const after = treeOf(again.out);
  const gone = differenceOf(before, after).removed.map(({ address }) => address);
  const pictures = gone.filter((address) => address.startsWith('/assets/pictures/'));
  expect(pictures.length).toBeGreaterThan(0);
  traces.push(...pictures.map((address) => basename(address).replace(/-.*/, '')));
  expect(filesWith(content, traces)).toEqual([]);
  expect(filesWith(again.out, traces)).toEqual([]);
  // The list of changes names the addresses that are gone, and nothing else of the story.
  const told = filesWith(again.state, traces).map((file) => file.slice(again.state.length + 1));
  expect(told.filter((file) => file !== 'changes.json')).toEqual([]);
  const said = readFileSync(join(again.state, 'changes.json'), 'utf8');
  for (const word of [headline, standfirst, id, body]) expect(said).not.toContain(word);
  expect(readChanges(again.state)).toEqual(differenceOf(before, after));

  const anew = await printSound({ content });
  expect(faultsOf(after, treeOf(anew.out))).toEqual([]);
  expect(keptIn(again.state).length).toBeLessThan(made.length);
  expect(keptIn(again.state)).toEqual(keptIn(anew.state));
});
