/** Pictures and portraits, cut for a card. */
import sharp from 'sharp';

import { CARD_HEIGHT, CARD_WIDTH } from './card.ts';
import { PAPER } from './colours.ts';

type Focus = readonly [x: number, y: number];

/** Enlarging a picture by more than this, to bring its focus up, would show. */
const MOST_ENLARGED = 1.3;

async function sizeOf(picture: Uint8Array): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(picture)
    .metadata()
    .catch((cause: unknown) => {
      throw new Error('The picture of a card cannot be read', { cause });
    });
  return autoOrient;
}

/**
 * The picture over the whole card as RGB, its focus in the middle of what the sheet leaves free. A
 * focus near the lower edge moves the picture up further than it covers; the section's colour fills
 * what is left beside the sheet.
 */
export async function cover(
  picture: Uint8Array,
  focus: Focus,
  free: number,
  colour: string,
): Promise<Buffer> {
  const size = await sizeOf(picture);
  const least = Math.max(CARD_WIDTH / size.width, CARD_HEIGHT / size.height);
  const focusX = between(0, focus[0], 1);
  const focusY = between(0, focus[1], 1);
  const isHidden = (scale: number): boolean => {
    const high = size.height * scale;
    return focusY * high - (high - CARD_HEIGHT) > free * 0.75;
  };
  let scale = least;
  while (scale < least * MOST_ENLARGED && isHidden(scale)) scale *= 1.02;
  const width = Math.max(CARD_WIDTH, Math.round(size.width * scale));
  const height = Math.max(CARD_HEIGHT, Math.round(size.height * scale));
  const top = Math.round(
    isHidden(scale)
      ? between(0, focusY * height - free * 0.7, height - free - 10)
      : between(0, focusY * height - free * 0.52, height - CARD_HEIGHT),
  );
  const shown = Math.min(CARD_HEIGHT, height - top);
  return sharp(picture)
    .autoOrient()
    .resize(width, height, { fit: 'fill' })
    .extract({
      left: Math.round(between(0, focusX * width - CARD_WIDTH / 2, width - CARD_WIDTH)),
      top,
      width: CARD_WIDTH,
      height: shown,
    })
    .flatten({ background: PAPER })
    .extend({ bottom: CARD_HEIGHT - shown, background: colour })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** A portrait as a circle, RGBA: as much of it as a square around the focus shows. */
export async function medallion(picture: Uint8Array, focus: Focus, side: number): Promise<Buffer> {
  const { width, height } = await sizeOf(picture);
  const square = Math.min(width, height);
  const pixels = await sharp(picture)
    .autoOrient()
    .extract({
      left: Math.round(between(0, focus[0] * width - square / 2, width - square)),
      top: Math.round(between(0, focus[1] * height - square / 2, height - square)),
      width: square,
      height: square,
    })
    .resize(side, side, { fit: 'fill' })
    .flatten({ background: PAPER })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  const radius = side / 2;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const inside = radius - Math.hypot(x + 0.5 - radius, y + 0.5 - radius) + 0.5;
      pixels[(y * side + x) * 4 + 3] = Math.round(between(0, inside, 1) * 255);
    }
  }
  return pixels;
}

const between = (least: number, value: number, most: number): number =>
  Math.min(most, Math.max(least, Number.isFinite(value) ? value : least));
