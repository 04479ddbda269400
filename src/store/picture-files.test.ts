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

/** The boxes around a picture of that kind (ISO/IEC 23008-12), with nothing sensible in it. */
function heic(width: number, height: number): Buffer {
  const numbers = (size: 2 | 4, ...values: number[]) => {
    const bytes = Buffer.alloc(size * values.length);
    values.forEach((value, at) => bytes.writeUIntBE(value, at * size, size));
    return bytes;
  };
  const text = (value: string) => Buffer.from(value, 'latin1');
  const box = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    return Buffer.concat([numbers(4, body.length + 8), text(type), body]);
  };
  const data = Buffer.alloc(64, 0xaf);
  const settings = '010160000000900000000000' + '5df000fcfdf8f800000f00';
  const start = box('ftyp', text('heic'), numbers(4, 0), text('mif1heic'));
  const meta = (offset: number) =>
    box(
      'meta',
      numbers(4, 0),
      box('hdlr', numbers(4, 0, 0), text('pict'), numbers(4, 0, 0, 0), Buffer.alloc(1)),
      box('pitm', numbers(4, 0), numbers(2, 1)),
      box(
        'iinf',
        numbers(4, 0),
        numbers(2, 1),
        box('infe', numbers(4, 2 << 24), numbers(2, 1, 0), text('hvc1\0')),
      ),
      box(
        'iprp',
        box(
          'ipco',
          box('hvcC', Buffer.from(settings, 'hex')),
          box('ispe', numbers(4, 0, width, height)),
        ),
        box('ipma', numbers(4, 0, 1), numbers(2, 1), Buffer.from([2, 0x81, 2])),
      ),
      box(
        'iloc',
        numbers(4, 0),
        Buffer.from([0x44, 0]),
        numbers(2, 1, 1, 0, 1),
        numbers(4, offset, data.length),
      ),
    );
  const offset = start.length + meta(0).length + 8;
  return Buffer.concat([start, meta(offset), box('mdat', data)]);
}

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

  it('of more pixels than can be held is told', async () => {
    const { data } = await drawn()
      .resize(11_000, 11_000)
      .png()
      .toBuffer({ resolveWithObject: true });
    expect(await inspected(data)).toEqual({ fault: 'has too many pixels' });
  });

  it('of the kind that iPhones make is told, for only its size can be read', async () => {
    expect(await inspected(heic(1600, 1200))).toEqual({ fault: 'is a picture of kind HEIC' });
  });

  it('that is none is told', async () => {
    expect(await inspected(Buffer.from('no picture at all, only words'))).toEqual({
      fault: 'is no picture that can be read',
    });
  });
});
