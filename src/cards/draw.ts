/** Draws the picture that a shared link shows. */
import { setImmediate } from 'node:timers/promises';

import sharp, { type OverlayOptions } from 'sharp';

import { CARD_HEIGHT, CARD_WIDTH, type CardView } from './card.ts';
import { hex } from './colours.ts';
import { COLUMN, type Area, type Composition, SHEET } from './composition.ts';
import { loadShaper } from './fonts.ts';
import { carved, printed, shadesOf } from './ground.ts';
import { authorCard, frontCard, sectionCard, sheetCard } from './lists.ts';
import { cover, medallion } from './pictures.ts';
import { indexedPng } from './png.ts';
import { pictureCard, story } from './stories.ts';
import { rasterise } from './typeset.ts';

export interface DrawnCard {
  bytes: Uint8Array;
  type: 'image/png' | 'image/jpeg';
  /** Characters that no installed face has; the card does without them. */
  missing: readonly string[];
}

/** A package that must be installed before a card can be drawn. */
export class MissingFontError extends Error {
  readonly packages: readonly string[];

  constructor(packages: readonly string[], characters: string) {
    super(
      `A card cannot be drawn without a face for “${characters}”: npm install ${packages.join(' ')}`,
    );
    this.name = 'MissingFontError';
    this.packages = packages;
  }
}

/** A card with a picture is at most so large; quality steps down until it is. */
const MOST_BYTES = 150_000;
const QUALITIES = [82, 76, 70, 62, 52, 40] as const;

/**
 * Draws a card; the same view and pictures give the same bytes. `picture` and `portrait` are the
 * bytes of those that the view names.
 */
export async function drawCard(
  view: CardView,
  picture?: Uint8Array,
  portrait?: Uint8Array,
): Promise<DrawnCard> {
  await loadShaper();
  // What resvg holds is let go between turns of the event loop: 3 MB a card.
  await setImmediate();
  const face = portrait === undefined ? undefined : view.portrait;
  const isBehind = picture !== undefined && face === undefined && view.kind !== 'author';
  const shown = { ...view, portrait: face, picture: isBehind ? view.picture : undefined };
  const composition = compose(shown);
  const missing = check(composition);
  if (shown.picture === undefined && shown.portrait === undefined) {
    return { bytes: flat(composition), type: 'image/png', missing };
  }
  const bytes = await pictured(shown, composition, picture, portrait);
  return { bytes, type: 'image/jpeg', missing };
}

/** Everything on a card and where it stands. `loadShaper()` first. */
export function compose(view: CardView): Composition {
  switch (view.kind) {
    case 'article':
    case 'opinion':
    case 'live':
      return story(view);
    case 'author':
      return authorCard(view);
    case 'front':
      return frontCard(view);
    case 'section':
      return view.picture === undefined ? sectionCard(view) : pictureCard(view);
    case 'topic':
    case 'series':
    case 'page':
      return view.picture === undefined ? sheetCard(view) : pictureCard(view);
  }
}

/** Throws where a package is missing; otherwise says which characters are. */
function check({ types }: Composition): string[] {
  const missing = [...new Set(types.flatMap(({ setting }) => setting.missing))];
  const packages = [...new Set(types.flatMap(({ setting }) => setting.packages))].sort();
  if (packages.length > 0) throw new MissingFontError(packages, missing.join(''));
  return missing;
}

/** A card without a picture: flat but for its type, so only the area of the type is drawn. */
function flat(composition: Composition): Buffer {
  const area = typeArea(composition);
  const pixels = rasterise(composition, area, composition.ground.colour);
  const inks = [...composition.types, ...composition.dots].map(({ colour }) => colour);
  const field = {
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    places: carved(),
    colours: shadesOf(composition.ground),
  };
  return indexedPng(field, composition.boxes, inks, { ...area, pixels });
}

function typeArea({ types }: Composition): Area {
  const top = Math.min(...types.map((type) => type.top - 24));
  const bottom = Math.max(...types.map((type) => type.top + type.setting.height + 24));
  const from = Math.max(0, Math.floor(top));
  const to = Math.min(CARD_HEIGHT, Math.ceil(bottom));
  return { left: COLUMN.left - 12, top: from, width: COLUMN.width + 24, height: to - from };
}

async function pictured(
  view: CardView,
  composition: Composition,
  picture: Uint8Array | undefined,
  portrait: Uint8Array | undefined,
): Promise<Buffer> {
  const top = composition.free;
  const area = { left: SHEET.left, top, width: SHEET.width, height: CARD_HEIGHT - top };
  const raw = { width: CARD_WIDTH, height: CARD_HEIGHT, channels: 3 } as const;
  const layers: OverlayOptions[] = [
    {
      input: rasterise(composition, area),
      raw: { width: area.width, height: area.height, channels: 4 },
      left: area.left,
      top: area.top,
    },
  ];
  if (portrait !== undefined && view.portrait !== undefined && composition.portrait !== undefined) {
    const { left, top, width } = composition.portrait;
    const input = await medallion(portrait, view.portrait.focus, width);
    layers.push({ input, raw: { width, height: width, channels: 4 }, left, top });
  }
  const ground =
    picture !== undefined && view.picture !== undefined
      ? await cover(picture, view.picture.focus, composition.free, hex(view.accent))
      : printed(composition.ground);
  const card = await sharp(ground, { raw }).composite(layers).removeAlpha().raw().toBuffer();
  let bytes = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    bytes = await sharp(card, { raw })
      .jpeg({ quality, chromaSubsampling: '4:2:0', optimiseCoding: true })
      .toBuffer();
    if (bytes.length <= MOST_BYTES) break;
  }
  return bytes;
}
