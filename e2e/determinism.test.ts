/** Same content, same bytes: whatever the folder, the time zone, the language and the state. */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTENT, expect, openEdition, test } from './support/edition.ts';
import type { Edition } from './support/edition.ts';
import { picture, writePaper } from './support/paper.ts';
import { copyOfPress } from './support/press-copy.ts';
import { printSound, ROOT, temporaryFolder } from './support/run.ts';
import { treeOf } from './support/tree.ts';

test.describe.configure({ mode: 'parallel', timeout: 280_000 });

const TOKYO = {
  TZ: 'Asia/Tokyo',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  HOME: '/nonexistent',
};
const NEW_YORK = { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C', USER: 'someone' };

function digests(edition: Edition): Record<string, string> {
  return Object.fromEntries(
    edition.files.map((file) => [
      file,
      createHash('sha256').update(edition.bytes(file)).digest('hex'),
    ]),
  );
}

test('the demonstration paper is the same, byte for byte, from another folder, time zone and language', async ({
  edition,
}) => {
  const root = copyOfPress('a folder with spaces, ünïcode & more');
  const state = join(root, '.broadsheet');
  cpSync(edition.state, state, { recursive: true });
  // All cards and some pictures are made again: what is kept must not differ from what is made.
  rmSync(join(state, 'cards'), { recursive: true });
  for (const file of readdirSync(join(state, 'pictures')).filter((name) => name.startsWith('0'))) {
    rmSync(join(state, 'pictures', file), { recursive: true });
  }
  const content = join(temporaryFolder(), 'the paper');
  cpSync(CONTENT, content, { recursive: true });
  const again = openEdition(
    await printSound({ root, state, content, env: TOKYO, public: join(root, 'public') }),
  );
  expect(digests(again)).toEqual(digests(edition));
});

test('a small paper is the same from nothing in two folders, time zones and languages', async () => {
  const paper = {
    publication: {
      languages: ['en', 'ar'],
      name: { en: 'The Paper', ar: 'الجريدة' },
      description: { en: 'A paper.', ar: 'جريدة.' },
    },
    sections: { world: { name: { en: 'World', ar: 'العالم' } } },
    stories: {
      'en/2026/10/new-year': {
        fields: { published: '2026-10-31T23:59', headline: 'At the edge of a month İıŞ' },
      },
      'en/2026/11/one': {
        fields: {
          published: '2026-11-01T00:00',
          topics: ['Ice', 'Île', 'Zebra', 'ärger'],
          lead: { image: './a.jpg', alt: 'A', credit: 'B' },
        },
        body: '“Quotes” and "more".\n\n| a | b |\n|:-:|---|\n| 1 | 2 |\n',
      },
      'ar/2026/11/one': { fields: { headline: 'قصة واحدة' } },
    },
    files: { 'articles/en/2026/11/a.jpg': await picture('#246', 1300, 900) },
  };
  const print = async (name: string, env: Record<string, string>) => {
    const root = copyOfPress(name);
    const printed = await printSound({
      root,
      state: join(root, '.broadsheet'),
      content: writePaper(paper),
      env,
    });
    return digests(openEdition(printed));
  };
  const [one, two] = await Promise.all([print('one', TOKYO), print('two', NEW_YORK)]);
  expect(Object.keys(one).length).toBeGreaterThan(30);
  expect(two).toEqual(one);
});

test('a build upon an older state equals a build from nothing', async () => {
  const story = (headline: string) => ({
    fields: { headline, lead: { image: './a.jpg', alt: 'A', credit: 'B' } },
  });
  const write = async (headline: string, colour: string, more: object) =>
    writePaper({
      stories: { 'en/2026/11/one': story(headline), ...more },
      files: { 'articles/en/2026/11/a.jpg': await picture(colour) },
    });
  const older = await write('Before', '#800000', {
    'en/2026/11/gone': { fields: { headline: 'Gone tomorrow' } },
  });
  const newer = await write('After', '#008000', {
    'en/2026/11/new': { fields: { headline: 'New today' } },
  });
  const first = await printSound({ content: older });
  const upon = await printSound({ content: newer, folder: first.folder });
  const anew = await printSound({ content: newer });
  expect(digests(openEdition(upon))).toEqual(digests(openEdition(anew)));
  for (const kept of ['cards', 'pictures']) {
    const names = ({ state }: { state: string }) => [...treeOf(join(state, kept)).keys()];
    expect(names(upon), 'nothing of what is gone is kept').toEqual(names(anew));
  }
});

test('no folder of the machine stands in the edition', ({ edition }) => {
  const words = [ROOT.replace(/\/$/, ''), homedir(), tmpdir()].filter((word) => word.length > 5);
  for (const file of edition.files) {
    const text = edition.bytes(file).toString('latin1');
    for (const word of words) expect(text.includes(word), `${file}: ${word}`).toBe(false);
  }
});
