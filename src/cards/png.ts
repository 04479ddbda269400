/**
 * An indexed PNG of few colours. sharp's quantiser takes 25 ms for a card that has three inks and
 * their blends; counting them takes two.
 */
import { crc32, deflateSync } from 'node:zlib';

import type { Area, Box } from './composition.ts';

const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What lies under everything: for each pixel which of some colours it has. */
export interface Field {
  width: number;
  height: number;
  places: Uint8Array;
  colours: readonly string[];
}

/** A part that has been drawn. */
export interface Part extends Area {
  /** Opaque RGBA. */
  pixels: Uint8Array;
}

/** Colours are kept exactly where they are flat; blends are rounded until 256 hold them. */
const STEPS = [1, 2, 3, 4, 5] as const;

/** A field, flat boxes one over the other, and on them one part. */
export function indexedPng(
  { width, height, places, colours }: Field,
  boxes: readonly Box[],
  inks: readonly string[],
  part: Part,
): Buffer {
  const flat = [
    ...colours.map(number),
    ...new Set([...boxes.map(({ colour }) => colour), ...inks].map(number)),
  ];
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) {
    rows.set(places.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  for (const box of boxes) {
    const place = flat.lastIndexOf(number(box.colour));
    const left = Math.max(0, box.left);
    const right = Math.min(width, box.left + box.width);
    for (let row = Math.max(0, box.top); row < Math.min(height, box.top + box.height); row++) {
      rows.fill(place, row * (width + 1) + 1 + left, row * (width + 1) + 1 + right);
    }
  }
  for (const step of STEPS) {
    const palette = index(rows, width, part, flat, step);
    if (palette !== undefined) return encode(rows, palette, width, height);
  }
  throw new Error('More than 256 colours in a card of type');
}

/** `#rrggbb` as the first three bytes of a pixel, the lowest first. */
function number(colour: string): number {
  const rgb = Number.parseInt(colour.slice(1), 16);
  return ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16);
}

/** Writes the part's colours into the rows; undefined where there are more than 256. */
function index(
  rows: Buffer,
  width: number,
  part: Part,
  flat: readonly number[],
  step: number,
): number[] | undefined {
  const { pixels } = part;
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const words = new Uint32Array(part.width * part.height);
  if (LITTLE_ENDIAN && pixels.byteOffset % 4 === 0) {
    words.set(new Uint32Array(pixels.buffer, pixels.byteOffset, words.length));
  } else {
    for (let at = 0; at < words.length; at++) words[at] = view.getUint32(at * 4, true);
  }
  const exact = new Map(flat.map((colour, place) => [colour, place]));
  const rounded = new Map<number, number>();
  const palette = [...flat];
  const low = (1 << step) - 1;
  const keep = 0xffffff & ~(low * 0x010101);
  const half = (1 << (step - 1)) * 0x010101;
  let last = -1;
  let place = 0;
  for (let row = 0; row < part.height; row++) {
    let at = (part.top + row) * (width + 1) + 1 + part.left;
    const end = (row + 1) * part.width;
    for (let pixel = row * part.width; pixel < end; pixel++) {
      const word = words[pixel] ?? 0;
      if (word !== last) {
        last = word;
        const colour = word & 0xffffff;
        const known = exact.get(colour) ?? rounded.get(colour & keep);
        if (known === undefined) {
          if (palette.length === 256) return undefined;
          place = palette.length;
          rounded.set(colour & keep, place);
          palette.push((colour & keep) | half);
        } else place = known;
      }
      rows[at++] = place;
    }
  }
  return palette;
}

function encode(rows: Buffer, palette: readonly number[], width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = 3;
  const colours = Buffer.from(
    palette.flatMap((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 5 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
