/** Nothing leaks: drafts, embargoed stories, their pictures, and what cameras write into files. */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import readExif from 'exif-reader';
import sharp from 'sharp';
import { CONTENT, expect, openEdition, test } from './support/edition.ts';
import type { Edition } from './support/edition.ts';
import { picture, writePaper } from './support/paper.ts';
import { printSound, ROOT, stateOf, temporaryFolder } from './support/run.ts';

test.describe.configure({ mode: 'parallel', timeout: 240_000 });

/** Names that stand only in what is not published, and the slugs of such stories. */
const SECRETS = {
  Zinnwald: 'the embargoed story',
  'bridge-inspection-report': 'the embargoed story',
  Quillfeather: 'a draft',
  'unfinished-tram-depot': 'a draft',
  Ostrander: 'a story that was taken down',
  'name-withdrawn': 'a story that was taken down',
  Kestrelwick: 'an update that is held back',
} as const;

const EMBARGOED = '/2031/01/bridge-inspection-report.html';

/** The files in which some words stand, in any letters, or whose names have them. */
function filesWith(edition: Edition, words: string): string[] {
  const forms = [words, words.replaceAll('-', ' ')].map((form) => form.toLowerCase());
  return edition.files.filter((file) => {
    const name = file.toLowerCase();
    if (forms.some((form) => name.includes(form))) return true;
    const text = edition.bytes(file).toString('latin1').toLowerCase();
    return forms.some((form) => text.includes(form));
  });
}

for (const [words, what] of Object.entries(SECRETS)) {
  test(`“${words}” of ${what} is in no file of the edition and in no file name`, ({ edition }) => {
    const content = readdirSync(CONTENT, { recursive: true, withFileTypes: true });
    const known = content.some(
      (entry) =>
        entry.isFile() &&
        (entry.name.includes(words) ||
          (/\.(?:md|yaml)$/.test(entry.name) &&
            readFileSync(join(entry.parentPath, entry.name), 'utf8').includes(words))),
    );
    expect(known, 'it is in the content, or this would prove nothing').toBe(true);
    expect(filesWith(edition, words)).toEqual([]);
  });
}

test('nothing but the edition is in its folder', ({ edition }) => {
  const strange = edition.files.filter(
    (file) =>
      !/\.(?:html|xml|json|opml|css|jpg|png|webp|gif|woff2|txt|webmanifest)$/.test(file) &&
      !['/.nojekyll', '/_headers'].includes(file),
  );
  expect(strange).toEqual([]);
  expect(
    edition.files.filter((file) => /\/[_.](?!headers|nojekyll|well-known)/.test(file)),
  ).toEqual([]);
});

test('in February 2031 the embargoed story is out; drafts and the held-back update still are not', async ({
  edition,
}) => {
  const folder = temporaryFolder();
  cpSync(edition.state, stateOf(folder), { recursive: true });
  const later = openEdition(
    await printSound({
      content: CONTENT,
      folder,
      public: join(ROOT, 'public'),
      at: '2031-02-01T00:00:00+02:00',
    }),
  );
  expect(later.pages).toContain(EMBARGOED);
  expect(later.read('/index.html')).toContain('Zinnwald');
  expect(filesWith(later, 'Zinnwald').length).toBeGreaterThan(3);
  expect(filesWith(later, 'Kestrelwick')).toEqual([]);
  expect(filesWith(later, 'Quillfeather')).toEqual([]);
  expect(filesWith(later, 'Ostrander')).toEqual([]);
  const pictures = (one: Edition) =>
    new Set(one.files.filter((file) => file.startsWith('/assets/pictures/')));
  const more = [...pictures(later)].filter((file) => !pictures(edition).has(file));
  expect(more.length, 'its picture came with it in its sizes and shapes, and no other').toBe(7);
});

/** A picture as eyes see it from afar: 12×8 points of grey. */
async function impression(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes)
    .rotate()
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(12, 8, { fit: 'fill' })
    .raw()
    .toBuffer();
}

function distance(a: Buffer, b: Buffer): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

test('no picture of the edition looks like one of a draft or of an embargoed story', async ({
  edition,
}) => {
  const secret = ['en/2031/01/bridge-inspection-report.jpg', 'en/2026/09/name-withdrawn.jpg'];
  const shown = edition.files.filter((file) => /^\/assets\/pictures\/.*\.(?:jpg|webp)$/.test(file));
  const impressions = await Promise.all(
    shown
      .filter((file) => /-(?:480|320)\.webp$|\.jpg$/.test(file))
      .map(async (file) => ({
        file,
        look: await impression(edition.bytes(file)),
      })),
  );
  const nearest = (look: Buffer) =>
    impressions
      .map((one) => ({ file: one.file, far: distance(one.look, look) }))
      .sort((a, b) => a.far - b.far)[0];
  const published = await impression(
    readFileSync(join(CONTENT, 'articles/en/2026/11/market-hall-roof.jpg')),
  );
  expect(nearest(published)?.far, 'one that is published is found').toBeLessThan(3);
  for (const file of secret) {
    const look = await impression(readFileSync(join(CONTENT, 'articles', file)));
    const found = nearest(look);
    expect(found?.far, `${file} looks like ${found?.file ?? ''}`).toBeGreaterThan(8);
  }
});

test('no original is published, under any name', ({ edition }) => {
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const originals = new Map(
    readdirSync(CONTENT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:jpe?g|png|svg)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [digest(readFileSync(file)), file]),
  );
  expect(originals.size).toBeGreaterThan(30);
  const found = edition.files.filter((file) => originals.has(digest(edition.bytes(file))));
  expect(found).toEqual([]);
});

test('the pictures of drafts, embargoed stories and held-back updates are not made', async () => {
  const colours = {
    published: '#00b000',
    draft: '#e000e0',
    embargoed: '#00d8d8',
    'held-back': '#e8d800',
    author: '#e06000',
  };
  const words = (name: string) => ({ image: `./${name}.jpg`, alt: 'A colour', credit: 'Someone' });
  const files: Record<string, Uint8Array> = {};
  for (const [name, colour] of Object.entries(colours)) {
    files[`articles/en/2026/11/${name}.jpg`] = await picture(colour, 1700, 1000);
  }
  files['authors/ghost.jpg'] = await picture(colours.author, 800, 800);
  const content = writePaper({
    authors: { anna: {}, ghost: { name: 'Gustav Ghostwriter', photo: './ghost.jpg' } },
    stories: {
      'en/2026/11/published': {
        fields: { lead: words('published'), related: ['en/2026/11/draft'] },
        body: 'Read [this](./embargoed.md).',
      },
      'en/2026/11/draft': {
        fields: {
          headline: 'Wolkenbruch',
          draft: true,
          authors: ['ghost'],
          topics: ['Draftiness'],
          lead: words('draft'),
        },
      },
      'en/2026/11/embargoed': {
        fields: {
          headline: 'Sandkastel',
          published: '2026-11-22T12:00:01+02:00',
          lead: words('embargoed'),
        },
      },
      'en/2026/11/live': {
        fields: { kind: 'live', live: { start: '2026-11-22T08:00' }, headline: 'Live' },
        body: ':::update{id="u2" time="2026-11-22T12:00:01+02:00" headline="Regenbogen"}\nLater.\n\n::figure{src="./held-back.jpg" alt="A" credit="B"}\n:::\n\n:::update{id="u1" time="2026-11-22T09:00" headline="First"}\nNow.\n:::',
      },
    },
    files,
  });
  const edition = openEdition(await printSound({ content }));
  const seen = new Set<string>();
  for (const file of edition.files.filter((one) => /\.(?:jpg|png|webp)$/.test(one))) {
    const { dominant } = await sharp(edition.bytes(file)).stats();
    const name = Object.entries(colours).find(([, colour]) => {
      const [r, g, b] = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));
      return (
        Math.abs(dominant.r - (r ?? 0)) +
          Math.abs(dominant.g - (g ?? 0)) +
          Math.abs(dominant.b - (b ?? 0)) <
        60
      );
    })?.[0];
    if (name !== undefined) seen.add(name);
  }
  expect([...seen]).toEqual(['published']);
  for (const word of [
    'Wolkenbruch',
    'Sandkastel',
    'Regenbogen',
    'Ghostwriter',
    'Draftiness',
    'embargoed',
    'ghost.jpg',
  ]) {
    expect(filesWith(edition, word), word).toEqual([]);
  }
  expect(edition.read('/2026/11/published.html'), 'the link’s text stays').toContain('Read this.');
});

test('published pictures carry credit and licence, and no place, device or other words', async () => {
  const camera = await picture('#406080', 1700, 1100, {
    IFD0: {
      Make: 'Spyglass',
      Model: 'Hiddencam 9',
      Software: 'Darkroom 7',
      Artist: 'Camera Owner',
      ImageDescription: 'Secret meeting',
    },
    IFD2: { BodySerialNumber: 'SN-4711-0815', LensModel: 'Telltale 50' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '56/1 57/1 0/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '24/1 6/1 0/1',
    },
  });
  const before = readExif((await sharp(camera).metadata()).exif ?? Buffer.of());
  expect(before.GPSInfo?.GPSLatitude, 'the camera wrote its place').toBeDefined();
  const edition = openEdition(
    await printSound({
      content: writePaper({
        publication: { icon: './icon.jpg' },
        authors: { anna: { photo: './anna.jpg' } },
        stories: {
          'en/2026/11/one': {
            fields: {
              lead: {
                image: './camera.jpg',
                alt: 'A',
                credit: 'Ilse Creditor',
                licence: 'CC BY 4.0',
              },
            },
          },
        },
        files: {
          'articles/en/2026/11/camera.jpg': camera,
          'authors/anna.jpg': camera,
          'icon.jpg': await sharp(camera).resize(512, 512).withMetadata().jpeg().toBuffer(),
        },
      }),
    }),
  );
  const images = edition.files.filter((file) => /\.(?:jpg|png|webp|gif)$/.test(file));
  expect(images.length).toBeGreaterThan(8);
  let credited = 0;
  for (const file of images) {
    const bytes = edition.bytes(file);
    const text = bytes.toString('latin1');
    for (const word of [
      'Spyglass',
      'Hiddencam',
      'Darkroom',
      'Camera Owner',
      'Secret meeting',
      'SN-4711',
      'Telltale',
      'GPS',
    ]) {
      expect(text.includes(word), `${file}: ${word}`).toBe(false);
    }
    const { exif, xmp, iptc } = await sharp(bytes).metadata();
    expect([xmp, iptc], file).toEqual([undefined, undefined]);
    if (exif === undefined) continue;
    const { Image = {}, Photo, GPSInfo, Thumbnail } = readExif(exif);
    expect([GPSInfo, Thumbnail], file).toEqual([undefined, undefined]);
    const structure = [
      'ExifTag',
      'Orientation',
      'XResolution',
      'YResolution',
      'ResolutionUnit',
      'YCbCrPositioning',
    ];
    const said = Object.fromEntries(
      Object.entries(Image).filter(([name]) => !structure.includes(name)),
    );
    expect(said, file).toEqual({ Artist: 'Ilse Creditor', Copyright: 'CC BY 4.0' });
    expect(
      Object.keys(Photo ?? {}).filter(
        (name) =>
          !/^(?:ExifVersion|ComponentsConfiguration|FlashpixVersion|ColorSpace|Pixel[XY]Dimension)$/.test(
            name,
          ),
      ),
      file,
    ).toEqual([]);
    credited += 1;
  }
  expect(credited).toBeGreaterThanOrEqual(4);
});

test('the demonstration paper’s pictures carry nothing but credit and licence', async ({
  edition,
}) => {
  for (const file of edition.files.filter(
    (one) => one.startsWith('/assets/') && /\.(?:jpg|png|webp)$/.test(one),
  )) {
    const { exif, xmp, iptc } = await sharp(edition.bytes(file)).metadata();
    expect(iptc, file).toBeUndefined();
    // Words that EXIF cannot say.
    const said = [...(xmp?.toString('utf8') ?? '').matchAll(/<(\w+:\w+)/g)].map(([, name]) => name);
    expect(
      said.filter((name) => !/^(?:x:xmpmeta|rdf:\w+|dc:(?:creator|rights))$/.test(name ?? '')),
      file,
    ).toEqual([]);
    const { Image = {}, GPSInfo } = exif === undefined ? {} : readExif(exif);
    expect(GPSInfo, file).toBeUndefined();
    expect(
      Object.keys(Image).filter((name) => /Make|Model|Software|DateTime|Description/.test(name)),
      file,
    ).toEqual([]);
  }
});
