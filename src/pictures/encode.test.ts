import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ContentError } from '../problems.ts';
import { encodeMark, encodePicture } from './encode.ts';
import { planPicture } from './plan.ts';
import type { PictureJob } from './plan.ts';

const USE = {
  file: 'x.png',
  digest: '',
  alt: 'x',
  caption: undefined,
  credit: undefined,
  licence: undefined,
  focus: undefined,
};

const JOB: PictureJob = {
  address: '/assets/pictures/x-480.webp',
  type: 'image/webp',
  width: 480,
  height: 300,
  file: 'articles/en/2025/02/x.jpg',
  digest: '',
  credit: undefined,
  licence: undefined,
};

function drawing(width: number, height: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M0 0h9v9z"/></svg>`,
  );
}

function plan(width: number, height: number) {
  return planPicture({ ...USE, width, height }, 'picture', { avif: false, version: '' });
}

describe('a picture', () => {
  it('stands upright, and its orientation mark is gone', async () => {
    const half = { create: { width: 20, height: 40, channels: 3, background: '#ff0000' } } as const;
    const turned = await sharp({ create: { ...half.create, width: 40, background: '#0000ff' } })
      .composite([{ input: await sharp(half).png().toBuffer(), left: 0, top: 0 }])
      .jpeg()
      .withMetadata({ orientation: 3 })
      .toBuffer();
    const job = { ...JOB, width: 40, height: 40 };
    const bytes = await encodePicture(job, turned);
    const { orientation } = await sharp(bytes).metadata();
    expect(orientation ?? 1).toBe(1);
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(data[2], 'blue is on the left now').toBeGreaterThan(200);
  });

  it.each(['image/webp', 'image/jpeg', 'image/avif'] as const)(
    'says whose it is in any script: %s',
    async (type) => {
      const source = await sharp({
        create: { width: 60, height: 40, channels: 3, background: '#7a1f1f' },
      })
        .png()
        .toBuffer();
      const words = { credit: 'Фото: Иван <АП> \u0007& Ко', licence: 'CC BY 4.0' };
      const job = { ...JOB, type, width: 60, height: 40, ...words };
      const { exif, xmp } = await sharp(await encodePicture(job, source)).metadata();
      const said = xmp?.toString('utf8') ?? '';
      expect(said).toContain('<rdf:li>Фото: Иван &lt;АП&gt; &amp; Ко</rdf:li>');
      expect(said).toContain('<rdf:li xml:lang="x-default">CC BY 4.0</rdf:li>');
      expect(exif?.toString('latin1')).toContain('CC BY 4.0');
      expect(exif?.toString('latin1')).not.toContain('????');
      const plain = await sharp(
        await encodePicture({ ...job, credit: 'I. Ivanov' }, source),
      ).metadata();
      expect(plain.xmp).toBeUndefined();
      expect(plain.exif?.toString('latin1')).toContain('I. Ivanov');
    },
  );

  it('that was cut short is named as a mistake of the content', async () => {
    const whole = await sharp({
      create: { width: 600, height: 400, channels: 3, background: '#7a1f1f' },
    })
      .jpeg()
      .toBuffer();
    const printed = encodePicture(JOB, whole.subarray(0, whole.length / 2));
    await expect(printed).rejects.toThrow(ContentError);
    await expect(printed).rejects.toThrow('articles/en/2025/02/x.jpg is a picture that cannot be');
  });

  it.each([
    [1600, 1000],
    [10_000, 6000],
    [40, 25],
  ])('drawn as SVG of %i by %i is printed', async (width, height) => {
    const bytes = await encodePicture(JOB, drawing(width, height));
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 480, height: 300 });
    const mark = await encodeMark({ width: 512, height: 512 }, drawing(width, height));
    expect(await sharp(mark).metadata()).toMatchObject({ width: 512, height: 512 });
  });

  it.each([
    [800, 17_000],
    [1600, 60_000],
    [3, 60_000],
    [60_000, 2],
  ])('of %i by %i pixels is printed in sizes that WebP holds', (width, height) => {
    const { jobs } = plan(width, height);
    expect(jobs.length).toBeGreaterThan(1);
    for (const job of jobs) {
      expect(job.height).toBeGreaterThan(0);
      expect(job.height).toBeLessThanOrEqual(16_383);
      expect(job.width).toBeGreaterThan(0);
    }
  });

  it('that fits is printed in all widths', () => {
    expect(plan(2000, 1000).jobs.map(({ width }) => width)).toEqual([480, 720, 1440, 1200]);
  });
});
