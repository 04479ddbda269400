import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';

import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';

import { CARD_HEIGHT, cardType, type CardKind, type CardView } from './card.ts';
import { compose, drawCard } from './draw.ts';
import { rasterise } from './typeset.ts';

const base: CardView = {
  kind: 'article',
  language: 'en',
  dir: 'ltr',
  paper: 'The Harbour Gazette',
  section: 'City',
  headline: 'Harbour council votes to close the old ferry line',
  line: 'Marta Ozola · 14 November 2026',
  accent: '#1f4e6b',
};
const arabic: CardView = {
  ...base,
  language: 'ar',
  dir: 'rtl',
  paper: 'جريدة الميناء',
  section: 'المدينة',
  headline: 'الجليد يغلق مدينة',
  line: 'مارتا',
};
const long: CardView = {
  ...base,
  headline:
    'Port authority admits that inspectors were told in advance which of the eleven cranes would be examined, and that two reports on the collapse of the eastern quay were rewritten before ministers ever read them',
};
const pictured = (view: CardView): CardView => ({
  ...view,
  picture: { digest: 'x', focus: [0.5, 0.4] },
});

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let photograph: Buffer;
beforeAll(async () => {
  photograph = await sharp({
    create: {
      width: 2000,
      height: 1333,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 80 })
    .toBuffer();
});

/** Where ink stands in a row or column range, as shares of dark pixels left and right of the middle. */
async function inkSides(bytes: Uint8Array): Promise<{ left: number; right: number }> {
  const { data, info } = await sharp(bytes)
    .extract({ left: 290, top: 180, width: 620, height: 200 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let left = 0;
  let right = 0;
  data.forEach((value, index) => {
    if (value > 100) return;
    if (index % info.width < info.width / 2) left++;
    else right++;
  });
  return { left, right };
}

describe('a card', () => {
  it.each<[string, CardView]>([
    ['article', base],
    ['article with a long headline', long],
    ['article in Arabic', arabic],
    ['opinion', { ...base, kind: 'opinion', line: 'Marta Ozola' }],
    ['live', { ...base, kind: 'live', mark: 'Live' }],
    ['section', { ...base, kind: 'section', section: '' }],
    ['topic', { ...base, kind: 'topic', section: 'Topic' }],
    ['series', { ...base, kind: 'series', section: 'Series' }],
    ['author without a face', { ...base, kind: 'author' }],
    ['standing page', { ...base, kind: 'page', section: '' }],
    ['front page', { ...base, kind: 'front', section: '' }],
  ])('of the kind “%s” is a PNG of 1200×630 under 60 KB', async (_kind, view) => {
    const { bytes, type, missing } = await drawCard(view);
    expect(type).toBe('image/png');
    expect(cardType(view)).toBe(type);
    expect(missing).toEqual([]);
    expect(bytes.length).toBeLessThan(60_000);
    const { format, width, height } = await sharp(bytes).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
    await expect(sharp(bytes).raw().toBuffer()).resolves.toHaveLength(1200 * 630 * 3);
  });

  it.each<CardKind>([
    'article',
    'opinion',
    'live',
    'section',
    'topic',
    'series',
    'author',
    'page',
    'front',
  ])('of the kind “%s” has all of its composition on it', async (kind) => {
    const view: CardView = { ...long, kind, mark: 'Live', line: 'Ågot Ǻsbjørg, Phạm Ngọc' };
    const composition = compose(view);
    const middle = { left: 252, top: 0, width: 696, height: CARD_HEIGHT };
    const expected = rasterise(composition, middle, composition.ground.colour);
    const { bytes } = await drawCard(view);
    const drawn = await sharp(bytes).extract(middle).ensureAlpha().raw().toBuffer();
    // Where an edge falls between two pixels, its shade depends on where the drawing begins.
    const far = expected.filter((value, at) => Math.abs(value - (drawn[at] ?? 0)) > 100);
    expect(far.length).toBeLessThan(20);
  });

  it('of a running story has the mark of one', async () => {
    const red = async (view: CardView): Promise<number> => {
      const pixels = await sharp((await drawCard(view)).bytes)
        .raw()
        .toBuffer();
      let count = 0;
      for (let at = 0; at < pixels.length; at += 3) {
        if (pixels[at] === 0xb3 && pixels[at + 1] === 0x26 && pixels[at + 2] === 0x1e) count++;
      }
      return count;
    };
    expect(await red({ ...base, kind: 'live', mark: 'Live' })).toBeGreaterThan(600);
    expect(await red({ ...base, kind: 'live' })).toBe(0);
  });

  it.each<[string, CardView]>([
    ['opinion', { ...base, kind: 'opinion', line: 'Marta Ozola' }],
    ['opinion in Arabic', { ...arabic, kind: 'opinion', line: 'مارتا' }],
    ['an author', { ...base, kind: 'author', section: 'Columnist', headline: 'Marta Ozola' }],
  ])('of %s shows a face, in a circle, and no picture', async (_what, plain) => {
    const face = await sharp({
      create: { width: 400, height: 400, channels: 3, background: '#00ff00' },
    })
      .png()
      .toBuffer();
    const view: CardView = { ...pictured(plain), portrait: { digest: 'y', focus: [0.5, 0.5] } };
    const { bytes, type } = await drawCard(view, photograph, face);
    expect([type, cardType(view)]).toEqual(['image/jpeg', 'image/jpeg']);
    expect(bytes.length).toBeLessThanOrEqual(150_000);
    const { portrait } = compose({ ...view, picture: undefined });
    const pixels = await sharp(bytes).raw().toBuffer();
    let green = 0;
    for (let at = 0; at < pixels.length; at += 3) {
      if ((pixels[at] ?? 0) < 60 && (pixels[at + 1] ?? 0) > 200) green++;
    }
    const circle = ((portrait?.width ?? 0) / 2) ** 2 * Math.PI;
    expect(circle).toBeGreaterThan(20_000);
    expect(green / circle).toBeGreaterThan(0.97);
    expect(green / circle).toBeLessThan(1.01);
  });

  it('with a picture is a JPEG under 150 KB, even of the noisiest picture', async () => {
    const kinds = (['front', 'section', 'topic', 'series', 'page', 'live'] as const).map(
      (kind): CardView => ({ ...base, kind }),
    );
    for (const view of [base, long, arabic, ...kinds]) {
      const { bytes, type } = await drawCard(pictured(view), photograph);
      expect(type).toBe('image/jpeg');
      expect(bytes.length).toBeLessThanOrEqual(150_000);
      const { width, height } = await sharp(bytes).metadata();
      expect([width, height]).toEqual([1200, 630]);
    }
  });

  it.each([
    [
      'grey',
      sharp({ create: { width: 900, height: 1400, channels: 3, background: '#888888' } })
        .toColourspace('b-w')
        .jpeg(),
    ],
    [
      'transparent',
      sharp({ create: { width: 500, height: 300, channels: 4, background: '#ff000080' } }).png(),
    ],
    [
      'very wide',
      sharp({ create: { width: 3000, height: 200, channels: 3, background: '#00ff00' } }).webp(),
    ],
    [
      'turned by its EXIF',
      sharp({ create: { width: 600, height: 900, channels: 3, background: '#00ff00' } })
        .withMetadata({ orientation: 6 })
        .jpeg(),
    ],
  ])('takes a %s picture', async (_what, source) => {
    const { bytes } = await drawCard(pictured(base), await source.toBuffer());
    const { width, height, channels } = await sharp(bytes).metadata();
    expect([width, height, channels]).toEqual([1200, 630, 3]);
  });

  it('says that a picture cannot be read', async () => {
    await expect(drawCard(pictured(base), Buffer.from('no picture'))).rejects.toThrow(
      'cannot be read',
    );
  });

  it('shows the place of the picture that its focus names', async () => {
    const source = await sharp({
      create: { width: 2000, height: 1333, channels: 3, background: '#00ff00' },
    })
      .composite([
        {
          input: { create: { width: 120, height: 120, channels: 3, background: '#ff0000' } },
          left: 340,
          top: 940,
        },
      ])
      .png()
      .toBuffer();
    const view: CardView = { ...base, picture: { digest: 'x', focus: [0.2, 0.75] } };
    const { bytes } = await drawCard(view, source);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    let red = 0;
    for (let at = 0; at < data.length; at += info.channels) {
      if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 0) < 60) red++;
    }
    expect(red).toBeGreaterThan(3000);
  });

  it('stands at the right in a language that runs from right to left', async () => {
    const left = await inkSides((await drawCard({ ...base, headline: 'Ice' })).bytes);
    expect(left.left).toBeGreaterThan(left.right * 2);
    const right = await inkSides((await drawCard({ ...arabic, headline: 'جليد' })).bytes);
    expect(right.right).toBeGreaterThan(right.left * 2);
  });

  it('keeps everything that is type inside a square crop of the middle', async () => {
    for (const view of [base, long, arabic]) {
      const { bytes } = await drawCard(view);
      const { data, info } = await sharp(bytes)
        .extract({ left: 254, top: 60, width: 38, height: 560 })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const first = data.subarray(0, info.channels).toString('hex');
      for (let at = 0; at < data.length; at += info.channels) {
        expect(data.subarray(at, at + info.channels).toString('hex')).toBe(first);
      }
    }
  });

  it('draws pictures in the text in one colour', async () => {
    const plain = await sharp((await drawCard({ ...base, headline: 'Fire' })).bytes).stats();
    const { bytes, missing } = await drawCard({ ...base, headline: '🔥🔥🔥 👨‍👩‍👧 🇱🇻 3️⃣' });
    const { channels } = await sharp(bytes).stats();
    expect(missing).toEqual([]);
    expect(channels[0]?.mean).toBeLessThan((plain.channels[0]?.mean ?? 0) + 5);
    const { data } = await sharp(bytes)
      .extract({ left: 300, top: 190, width: 600, height: 400 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    let coloured = 0;
    for (let at = 0; at < data.length; at += 3) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 24) coloured++;
    }
    expect(coloured).toBe(0);
  });

  it('draws the dots of final letters', async () => {
    const dotted = await drawCard({ ...arabic, headline: 'مدينة' });
    const bare = await drawCard({ ...arabic, headline: 'مدينه' });
    const ink = async (bytes: Uint8Array): Promise<number> => {
      const { left, right } = await inkSides(bytes);
      return left + right;
    };
    expect(await ink(dotted.bytes)).toBeGreaterThan((await ink(bare.bytes)) + 100);
  });

  it.each([
    [
      'controls, overrides and markup',
      '<svg onload=alert(1)>\u0000\u202Eevil\u202C\ud800 &amp; "\'`',
    ],
    ['10,000 characters', 'word '.repeat(2000)],
    ['10,000 characters without a space', 'x'.repeat(10_000)],
    ['nothing', ''],
    ['nothing but pictures', '🔥🔥🔥'],
    ['a pile of accents', `Z${'\u0337\u0321'.repeat(500)}algo`],
    ['words of satori', 'constructor __proto__ toString'],
  ])('survives %s', async (_what, text) => {
    const view: CardView = { ...base, headline: text, paper: text, section: text, line: text };
    for (const kind of ['article', 'opinion', 'section', 'topic', 'author', 'front'] as const) {
      expect((await drawCard({ ...view, kind })).bytes.length).toBeLessThan(60_000);
    }
    expect((await drawCard(pictured(view), photograph)).bytes.length).toBeLessThanOrEqual(150_000);
  });

  it('takes ink for a colour that is none, and any colour there is', async () => {
    for (const accent of ['red; }', '#fff', '#ffff00', '#000000', '']) {
      const { bytes } = await drawCard({ ...base, accent });
      expect(bytes.length).toBeLessThan(60_000);
    }
  });
});

describe('a run of cards', () => {
  it('does not gather what it has drawn in memory', async () => {
    await drawCard(base);
    const before = process.memoryUsage().rss;
    for (let day = 0; day < 200; day++) await drawCard({ ...base, headline: `Day ${day}` });
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(300);
  });
});

describe('the bytes of a card', () => {
  it('are the same each time', async () => {
    const first = digest((await drawCard(base)).bytes);
    const picture = digest((await drawCard(pictured(base), photograph)).bytes);
    await drawCard(arabic);
    await drawCard(long);
    expect(digest((await drawCard(base)).bytes)).toBe(first);
    expect(digest((await drawCard(pictured(base), photograph)).bytes)).toBe(picture);
    const many = await Promise.all([base, arabic, base].map((view) => drawCard(view)));
    expect(many.map(({ bytes }) => digest(bytes))[2]).toBe(first);
  });

  it('are the same as the first of another process in another folder and time zone', async () => {
    const script = `
      const { drawCard } = await import(${JSON.stringify(new URL('./draw.ts', import.meta.url).href)});
      const { createHash } = await import('node:crypto');
      const { bytes } = await drawCard(JSON.parse(process.env.VIEW));
      process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
    for (const view of [base, arabic]) {
      const other = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: tmpdir(),
        env: {
          ...process.env,
          TZ: 'Pacific/Kiritimati',
          LANG: 'tr_TR.UTF-8',
          VIEW: JSON.stringify(view),
        },
        encoding: 'utf8',
      });
      expect(other).toBe(digest((await drawCard(view)).bytes));
    }
  });
});
