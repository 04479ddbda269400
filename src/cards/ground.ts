/**
 * What lies beside the sheet of a card without a picture: the section's colour, as if printed from
 * linoleum, with the strokes of the gouge left standing at the edges. The strokes are the same on
 * every card; only the inks change.
 */
import { Resvg } from '@resvg/resvg-js';

import { CARD_HEIGHT, CARD_WIDTH } from './card.ts';
import { hex, INK, inkOn, mix, PAPER } from './colours.ts';

/** A ground in its two inks. */
export interface Ground {
  colour: string;
  /** Of the strokes. */
  cut: string;
}

/** How many shades the edge of a stroke has, the ground and the stroke among them. */
export const SHADES = 8;

/** No stroke comes nearer to the middle: there is the sheet, or the words of a section. */
const FREE = { left: 258, right: 942 } as const;

/** Between two rows, half as thick as a stroke may be, and how long one is: in pixels. */
const STEP = 14;
const THICKEST = 5;
const LONGEST = 100;

/** The ground in a colour, its strokes in paper, or in ink where the colour is light. */
export function groundOf(accent: string): Ground {
  const colour = hex(accent);
  const isDark = inkOn(colour) === PAPER;
  return { colour, cut: mix(colour, isDark ? PAPER : INK, isDark ? 0.82 : 0.5) };
}

/** The colours of the shades, from the ground to the stroke. */
export const shadesOf = ({ colour, cut }: Ground): string[] =>
  Array.from({ length: SHADES }, (_, shade) => mix(colour, cut, shade / (SHADES - 1)));

let shades: Uint8Array | undefined;

/** The shade of every pixel of a card, row by row. */
export function carved(): Uint8Array {
  if (shades !== undefined) return shades;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}"><rect width="100%" height="100%"/><path fill="#fff" d="${strokes()}"/></svg>`;
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  shades = Uint8Array.from({ length: CARD_WIDTH * CARD_HEIGHT }, (_, at) =>
    Math.round(((pixels[at * 4] ?? 0) / 255) * (SHADES - 1)),
  );
  return shades;
}

/** Rows of strokes, longer and thicker towards the edges of the card. */
function strokes(): string {
  const random = generator(11);
  const parts: string[] = [];
  let row = 0;
  for (let top = -6; top < CARD_HEIGHT + 20; top += STEP * (0.8 + 0.4 * random())) {
    row++;
    const wave = (x: number): number =>
      top + 6 * (Math.sin(x / 87 + row * 0.55) + 0.6 * Math.sin(x / 41 - row * 0.35 + 1));
    for (let left = -80 * random(); left < CARD_WIDTH + 10;) {
      const length = LONGEST * (0.3 + 1.2 * random());
      const right = left + length;
      const middle = Math.abs(left + length / 2 - CARD_WIDTH / 2) / (CARD_WIDTH / 2);
      const outwards = Math.max(0, (middle - 0.48) / 0.52);
      const isCut = random() < 0.25 + 0.85 * outwards;
      const half = THICKEST * (0.3 + 0.7 * outwards) * (0.5 + 0.6 * random());
      if (isCut && (right <= FREE.left || left >= FREE.right)) {
        parts.push(stroke(left, length, half, wave, random));
      }
      left = right + 5 + 18 * random();
    }
  }
  return parts.join('');
}

/** How thick a stroke is along its way: the gouge goes in slowly and leaves quickly. */
const PROFILE = [
  [0, 0],
  [0.12, 0.3],
  [0.28, 0.62],
  [0.46, 0.86],
  [0.64, 1],
  [0.8, 0.9],
  [0.92, 0.5],
  [1, 0],
] as const;

/** One stroke, its edges not quite even, cut from either side. */
function stroke(
  left: number,
  length: number,
  half: number,
  wave: (x: number) => number,
  random: () => number,
): string {
  const isTurned = random() < 0.5;
  const upper: string[] = [];
  const lower: string[] = [];
  for (const [along, thick] of PROFILE) {
    const x = left + length * (isTurned ? 1 - along : along);
    const edge = (): number => half * thick * (0.72 + 0.56 * random());
    upper.push(`${round(x)} ${round(wave(x) - edge())}`);
    lower.unshift(`${round(x)} ${round(wave(x) + edge())}`);
  }
  return `M${[...upper, ...lower].join('L')}Z`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Numbers from 0 to 1 that look random, always the same (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole ground as RGB. */
export function printed(ground: Ground): Buffer {
  const inks = shadesOf(ground).map((colour) => Buffer.from(colour.slice(1), 'hex'));
  const pixels = Buffer.alloc(CARD_WIDTH * CARD_HEIGHT * 3);
  carved().forEach((shade, at) => inks[shade]?.copy(pixels, at * 3));
  return pixels;
}
