/** The generated social images: small enough, drawn once, and at a new address when they change. */
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import {
  CONTENT,
  expect,
  isRedirect,
  isStory,
  openEdition,
  ORIGIN,
  test,
} from './support/edition.ts';
import type { Edition } from './support/edition.ts';
import { canRead, readCard } from './support/ocr.ts';
import { metas } from './support/html.ts';
import { picture, writePaper } from './support/paper.ts';
import { printSound, ROOT, stateOf, temporaryFolder } from './support/run.ts';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

function cardOf(edition: Edition, page: string): string {
  return metas(edition.elements(page), 'og:image')[0] ?? '';
}

/** The file of a card by its address on the primary origin. */
function fileOf(url: string): string {
  return decodeURI(new URL(url).pathname).normalize('NFC');
}

/** The page whose card a page shows: its own; of months the archive, of older pages of a list its index. */
function standsFor(page: string): string {
  return page
    .replace(/\/20\d\d\/\d\d\/index\.html$/, '/archive.html')
    .replace(/\/\d+\.html$/, '/index.html');
}

test('every page has the card of its kind at its own address, and no card is for none', ({
  edition,
}) => {
  const own = new Set<string>();
  for (const page of edition.pages) {
    if (page === '/404.html' || isRedirect(edition.elements(page))) continue;
    const card = cardOf(edition, page);
    expect(card, page).toMatch(/\?v=[0-9a-f]{16}$/);
    expect(card.startsWith(`${ORIGIN}/cards/`), page).toBe(true);
    const file = fileOf(card);
    own.add(file);
    const stem = standsFor(page).replace(/\.html$/, '');
    expect(file.replace(/\.\w+$/, ''), page).toBe(`/cards${stem}`);
    const alts = metas(edition.elements(page), 'og:image:alt');
    expect(alts, page).toHaveLength(1);
    expect(alts[0]?.trim(), page).not.toBe('');
  }
  for (const page of [
    'topics/ferry-strike/index',
    'authors/anna-kessler/index',
    'about',
    'feeds',
  ]) {
    expect(
      [...own].some((file) => file.startsWith(`/cards/${page}.`)),
      page,
    ).toBe(true);
  }
  expect([...own].sort()).toEqual(edition.files.filter((file) => file.startsWith('/cards/')));
});

test('cards are 1200×630, PNG of 60 KB or JPEG of 150 KB at most, and carry no metadata', async ({
  edition,
}) => {
  const kinds = new Set<string>();
  for (const file of edition.files.filter((one) => one.startsWith('/cards/'))) {
    const bytes = edition.bytes(file);
    const { width, height, format, exif, xmp, iptc } = await sharp(bytes).metadata();
    kinds.add(format);
    expect([width, height], file).toEqual([1200, 630]);
    expect(format, file).toBe(file.endsWith('.png') ? 'png' : 'jpeg');
    expect(bytes.length, file).toBeLessThanOrEqual((format === 'png' ? 60 : 150) * 1024);
    expect([exif, xmp, iptc], file).toEqual([undefined, undefined, undefined]);
    const { entropy } = await sharp(bytes).stats();
    expect(entropy, `${file} is not blank`).toBeGreaterThan(0.1);
  }
  expect([...kinds].sort()).toEqual(['jpeg', 'png']);
});

/** The kept files of a state folder, and which file on disk each is. */
function kept(state: string): string[] {
  return ['cards', 'pictures'].flatMap((name) => {
    const place = join(state, name);
    if (!existsSync(place)) return [];
    return readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => {
        const { ino, mtimeMs, size } = statSync(file);
        return `${file.slice(state.length)} ${ino} ${mtimeMs} ${size}`;
      });
  });
}

test('a second build draws no card and makes no picture again', async ({ edition }) => {
  const folder = temporaryFolder();
  const state = stateOf(folder);
  cpSync(edition.state, state, { recursive: true });
  const before = kept(state);
  expect(before.length).toBeGreaterThan(150);
  const again = await printSound({ content: CONTENT, folder, state, public: join(ROOT, 'public') });
  expect(kept(state)).toEqual(before);
  expect(openEdition(again).files).toEqual(edition.files);
});

test('a card’s address changes with its headline, and no other card is drawn for it', async () => {
  const print = async (headline: string, folder: string) => {
    const printed = await printSound({
      content: writePaper({
        stories: {
          'en/2026/11/one': { fields: { headline } },
          'en/2026/11/two': {
            fields: { headline: 'Another story', published: '2026-11-19T08:00' },
          },
        },
      }),
      folder,
    });
    return { edition: openEdition(printed), files: kept(printed.state), state: printed.state };
  };
  const folder = temporaryFolder();
  const first = await print('Ferry strike begins', folder);
  const one = cardOf(first.edition, '/2026/11/one.html');
  const two = cardOf(first.edition, '/2026/11/two.html');
  const drawn = first.edition.bytes(fileOf(one));
  const second = await print('Ferry strike ends', folder);
  expect(cardOf(second.edition, '/2026/11/one.html')).not.toBe(one);
  expect(fileOf(cardOf(second.edition, '/2026/11/one.html')), 'the file stays').toBe(fileOf(one));
  expect(second.edition.bytes(fileOf(one)).equals(drawn)).toBe(false);
  expect(cardOf(second.edition, '/2026/11/two.html')).toBe(two);
  const untouched = second.files.filter((file) => first.files.includes(file));
  expect(second.files.length - untouched.length, 'one card was drawn').toBe(1);
  expect(second.files.length, 'the old one was thrown away').toBe(first.files.length);
});

test('a story with a picture has it in its card; without, the card is text', async () => {
  const edition = openEdition(
    await printSound({
      content: writePaper({
        stories: {
          'en/2026/11/plain': {},
          'en/2026/11/green': {
            fields: { lead: { image: './green.jpg', alt: 'Green', credit: 'Someone' } },
          },
        },
        files: { 'articles/en/2026/11/green.jpg': await picture('#00c040', 1600, 1000) },
      }),
    }),
  );
  expect(cardOf(edition, '/2026/11/plain.html')).toMatch(/\.png\?/);
  const card = cardOf(edition, '/2026/11/green.html');
  expect(card).toMatch(/\.jpg\?/);
  const beside = await sharp(edition.bytes(fileOf(card)))
    .extract({ left: 1000, top: 160, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(beside[1]).toBeGreaterThan(2 * (beside[0] ?? 0));
});

test('a new portrait is drawn into its author’s cards and into no other; without cards there are none', async () => {
  const folder = temporaryFolder();
  const print = async (colour: string, cards = 'all') =>
    openEdition(
      await printSound({
        content: writePaper({
          publication: { cards },
          authors: { anna: { photo: './anna.png' }, boris: { name: 'Boris Example' } },
          stories: {
            'en/2026/11/voice': { fields: { kind: 'opinion' } },
            'en/2026/11/news': {},
            'en/2026/11/other': { fields: { kind: 'opinion', authors: ['boris'] } },
          },
          files: { 'authors/anna.png': await picture(colour, 800, 800) },
        }),
        folder,
      }),
    );
  const drawn = (edition: Edition) =>
    new Map(
      edition.files
        .filter((file) => file.startsWith('/cards/'))
        .map((file) => [file, edition.bytes(file).toString('base64')]),
    );
  const first = await print('#00c040');
  const before = drawn(first);
  const voice = cardOf(first, '/2026/11/voice.html');
  const face = await sharp(first.bytes(fileOf(voice)))
    .extract({ left: 360, top: 200, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(face[1], 'the face is on the card').toBeGreaterThan(2 * (face[0] ?? 0));
  const second = await print('#c00040');
  const changed = [...drawn(second)].filter(([file, bytes]) => before.get(file) !== bytes);
  expect(changed.map(([file]) => file)).toEqual([
    '/cards/2026/11/voice.jpg',
    '/cards/authors/anna/index.jpg',
  ]);
  expect(cardOf(second, '/2026/11/voice.html')).not.toBe(voice);
  const without = await print('#c00040', 'none');
  expect([...drawn(without).keys()]).toEqual([]);
  for (const page of without.pages) expect(cardOf(without, page), page).toBe('');
});

test('of a story and an author that are withdrawn no card is left, not among the kept ones either', async () => {
  const folder = temporaryFolder();
  const print = async (withdrawn: boolean) => {
    const printed = await printSound({
      content: writePaper({
        authors: withdrawn ? { anna: {} } : { anna: {}, boris: { name: 'Boris Example' } },
        stories: {
          'en/2026/11/stays': { fields: { authors: withdrawn ? ['anna'] : ['anna', 'boris'] } },
          ...(withdrawn ? {} : { 'en/2026/11/goes': { fields: { kind: 'opinion' } } }),
        },
      }),
      folder,
    });
    return {
      cards: openEdition(printed).files.filter((file) => file.startsWith('/cards/')),
      kept: kept(printed.state),
    };
  };
  const before = await print(false);
  const after = await print(true);
  const gone = before.cards.filter((file) => !after.cards.includes(file));
  expect(gone).toEqual(['/cards/2026/11/goes.png', '/cards/authors/boris/index.png']);
  expect(after.kept).toHaveLength(before.kept.length - gone.length);
});

test('headlines are read off the cards of the English paper', async ({ edition }) => {
  test.skip(!canRead('en'), 'no Tesseract for English');
  const stories = edition.pages.filter((page) => isStory(page) && /^\/20\d\d\//.test(page));
  const seen = { png: 0, jpg: 0 };
  for (const page of stories) {
    const elements = edition.elements(page);
    if (isRedirect(elements)) continue;
    const file = fileOf(cardOf(edition, page));
    const ending = file.endsWith('.png') ? 'png' : 'jpg';
    if (!file.startsWith('/cards/20') || seen[ending] >= 6) continue;
    const [headline = ''] = metas(elements, 'og:title');
    const share = await readCard(edition.bytes(file), 'en', headline);
    expect(share, `${file}: ${headline}`).toBeGreaterThan(0.93);
    seen[ending]++;
  }
  expect(seen.png + seen.jpg).toBeGreaterThan(8);
});
