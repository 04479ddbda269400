import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectPicture } from './picture-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-pictures-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspected(bytes: Uint8Array) {
  await writeFile(path.join(folder, 'x'), bytes);
  return inspectPicture(folder, 'x');
}

const drawn = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a1f1f' } });

describe('a picture file', () => {
  it.each(['jpeg', 'png', 'webp', 'gif'] as const)(
    'of kind %s is known with its size, and told when it breaks off',
    async (format) => {
      const whole = await drawn().toFormat(format).toBuffer();
      expect(await inspected(whole)).toMatchObject({ width: 60, height: 40 });
      expect(await inspected(whole.subarray(0, whole.length - 12))).toHaveProperty('fault');
    },
  );

  it('has the size in which it is shown, after its orientation mark', async () => {
    const turned = await drawn().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await inspected(turned)).toMatchObject({ width: 40, height: 60 });
  });

  it('that is none is told', async () => {
    expect(await inspected(Buffer.from('no picture at all, only words'))).toEqual({
      fault: 'is no picture that can be read',
    });
  });
});
