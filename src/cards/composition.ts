/**
 * What cards are composed of. All words stand in the middle column, so that the centred square
 * (x 285–915) which some networks cut keeps every letter; a sheet of paper lies under them, and
 * beside it is the ground: the picture, or the section's colour.
 */
import { CARD_HEIGHT, type CardView } from './card.ts';
import { hex, INK, onPaper, PAPER } from './colours.ts';
import type { Ground } from './ground.ts';
import { fit, type Setting, type Wish } from './setting.ts';

export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A flat rectangle. */
export interface Box extends Area {
  /** `#rrggbb` */
  colour: string;
}

/** A round dot. */
export interface Dot {
  x: number;
  y: number;
  radius: number;
  colour: string;
}

/** Set words in a column. */
export interface Type {
  setting: Setting;
  left: number;
  top: number;
  width: number;
  align: 'start' | 'centre';
  colour: string;
}

/** A whole card. */
export interface Composition {
  /** Where there is no picture. */
  ground: Ground;
  /** The height above the sheet, in which a picture is seen whole. */
  free: number;
  /** One over the other. */
  boxes: readonly Box[];
  dots: readonly Dot[];
  types: readonly Type[];
  /** Where the portrait stands, a circle. */
  portrait?: Area | undefined;
}

/** The words' column, and the sheet under it. */
export const COLUMN = { left: 300, width: 600 } as const;
export const SHEET = { left: 252, width: 696 } as const;
/** The ground that is seen above the highest sheet, and the paper under the last line. */
export const HEAD = 34;
export const FOOT = 38;

/** A rectangle on whole pixels. */
export const box = (
  left: number,
  top: number,
  width: number,
  height: number,
  colour: string,
): Box => ({
  left: Math.round(left),
  top: Math.round(top),
  width: Math.round(width),
  height: Math.round(height),
  colour,
});

/** The sheet from a height to the lower edge of the card, with a bar of colour at its head. */
export const sheet = (top: number, colour?: string): Box[] => [
  box(SHEET.left, top, SHEET.width, CARD_HEIGHT - top, PAPER),
  ...(colour === undefined ? [] : [box(SHEET.left, top, SHEET.width, 10, colour)]),
];

/** A text in a column. */
export const type = (
  setting: Setting,
  top: number,
  colour: string,
  align: Type['align'] = 'start',
  { left, width }: { left: number; width: number } = COLUMN,
): Type => ({ setting, left, top, width, align, colour });

/** From one size to another in even steps of a sixteenth. */
function sizes(largest: number, smallest: number): number[] {
  const list = [largest];
  for (let size = largest; size > smallest;) {
    size = Math.max(smallest, Math.floor((size * 15) / 16));
    list.push(size);
  }
  return list;
}

const wish = (view: CardView): Pick<Wish, 'language' | 'direction' | 'width'> => ({
  language: view.language,
  direction: view.dir,
  width: COLUMN.width,
});

/** The room that words have, and the sizes that are tried. */
export interface Room {
  height: number;
  largest: number;
  smallest: number;
  width?: number;
}

/** Words in the headline's face, or in the lighter one of opinion. */
export const headline = (
  view: CardView,
  text: string,
  { height, largest, smallest, width = COLUMN.width }: Room,
  voice: 'headline' | 'opinion' = 'headline',
): Setting =>
  fit({
    ...wish(view),
    text,
    voice,
    width,
    height,
    sizes: sizes(largest, smallest),
    tracking: -0.014,
    leading: 1.05,
    balanced: true,
  });

/** One line in the sans, or as many as are wished. */
export const furniture = (
  view: CardView,
  text: string,
  size: number,
  rest: Partial<Wish> = {},
): Setting =>
  fit({
    ...wish(view),
    text,
    voice: 'furniture',
    height: 100,
    lines: 1,
    sizes: sizes(size, Math.round(size * 0.8)),
    ...rest,
  });

/** Opinion has a lighter voice. */
export const isOpinion = (view: CardView): boolean => view.kind === 'opinion';

/** The paper's name, as on the pages: at the head of the column, over a heavy rule. */
export function nameplate(
  view: CardView,
  top: number,
  ink: string,
): { boxes: Box[]; types: Type[]; bottom: number } {
  const name = fit({
    ...wish(view),
    text: view.paper,
    voice: 'headline',
    height: 80,
    lines: 1,
    sizes: sizes(46, 24),
    tracking: -0.01,
    leading: 1.1,
  });
  const rule = top + name.height + 8;
  return {
    types: [type(name, top, ink)],
    boxes: [box(COLUMN.left, rule, COLUMN.width, 5, ink)],
    bottom: rule + 5,
  };
}

/** The nameplate's own ink, darkened where it could not be read on paper. */
export const plateInk = (view: CardView): string =>
  view.nameplate?.ink === undefined ? INK : onPaper(hex(view.nameplate.ink));
