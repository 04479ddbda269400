import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PictureUse } from '../store/rows.ts';
import { planCrops } from './crops.ts';
import { encodePicture } from './encode.ts';

function useOf(width: number, height: number, focus?: [number, number]): PictureUse {
  return {
    file: 'a.png',
    digest: 'd',
    width,
    height,
    alt: '',
    caption: undefined,
    credit: 'A. B.',
    licence: undefined,
    focus,
  };
}

describe('crops', () => {
  it('have the three shapes of search, 1200 pixels wide', () => {
    expect(
      planCrops(useOf(2400, 1600), 'v').views.map(({ width, height }) => [width, height]),
    ).toEqual([
      [1200, 675],
      [1200, 900],
      [1200, 1200],
    ]);
  });

  it('are never enlarged: a picture that is too small has fewer, or none', () => {
    const shapes = (width: number, height: number) =>
      planCrops(useOf(width, height), 'v').views.map(
        ({ address }) => /-(\w+)\.jpg$/.exec(address)?.[1],
      );
    expect(shapes(1600, 900)).toEqual(['16x9', '4x3']);
    expect(shapes(1200, 674)).toEqual([]);
    expect(shapes(1199, 3000)).toEqual([]);
  });

  it('hold what the focus names, and stay inside the picture', async () => {
    // Red on the left, blue on the right.
    const half = (background: string) =>
      sharp({ create: { width: 2000, height: 1200, channels: 3, background } })
        .png()
        .toBuffer();
    const source = await sharp(await half('#ff0000'))
      .extend({ right: 2000, background: '#0000ff' })
      .png()
      .toBuffer();
    for (const [focus, main] of [
      [[0, 0.5], 0],
      [[1, 0.5], 2],
    ] as const) {
      const { jobs } = planCrops(useOf(4000, 1200, [...focus]), 'v');
      for (const job of jobs) {
        const bytes = await encodePicture(job, source);
        const { width, height } = await sharp(bytes).metadata();
        expect([width, height]).toEqual([job.crop?.width, job.crop?.height]);
        const { channels } = await sharp(bytes).stats();
        expect(channels[main]?.mean).toBeGreaterThan(230);
      }
    }
  });

  it('have another name whenever their bytes would be others', () => {
    const name = (use: PictureUse, version = 'v') => planCrops(use, version).views[0]?.address;
    const first = name(useOf(2400, 1600));
    expect(name(useOf(2400, 1600))).toBe(first);
    expect(name(useOf(2400, 1600, [0, 0]))).not.toBe(first);
    expect(name(useOf(2400, 1600), 'w')).not.toBe(first);
    expect(name({ ...useOf(2400, 1600), credit: 'C. D.' })).not.toBe(first);
  });
});
