/**
 * Draws the picture that a shared link shows. The composition, from 1200×630: a ground (the
 * story's picture or the section's colour) and on it a sheet of paper in the middle, 690 wide. A
 * centred square crop (x 285–915) cuts the ground only: all type stands between 300 and 900.
 */
import { Resvg } from '@resvg/resvg-js';
import satori, { type Font as SatoriFont } from 'satori';
import sharp from 'sharp';

import { CARD_HEIGHT, CARD_WIDTH, type CardView } from './card.ts';
import { type FaceFile, loadShaper, MissingFontError } from './fonts.ts';
import { type Box, indexedPng } from './png.ts';
import { type Direction, fit, type Setting, type Wish } from './setting.ts';

export interface DrawnCard {
  bytes: Uint8Array;
  type: 'image/png' | 'image/jpeg';
  /** Characters that no installed face has; the card does without them. */
  missing: readonly string[];
}

const PAPER = '#fbf8f1';
const INK = '#1c1a17';
const SOFT_INK = '#5f5a52';
const HAIRLINE = '#cfc8b8';

const COLUMN = { left: 300, width: 600 } as const;
const SHEET = { left: 255, width: 690 } as const;

/** A picture with the sheet is at most so large; quality steps down until it is. */
const MOST_BYTES = 150_000;
const QUALITIES = [82, 76, 70, 62, 52, 40] as const;

type Area = Omit<Box, 'colour'>;

interface Type {
  setting: Setting;
  left: number;
  top: number;
  width: number;
  align: 'start' | 'centre' | 'end';
  colour: string;
}

interface Sheet {
  boxes: Box[];
  types: Type[];
}

/** Draws a card; the same view and picture give the same bytes. */
export async function drawCard(view: CardView, picture?: Uint8Array): Promise<DrawnCard> {
  await loadShaper();
  if (picture !== undefined && view.picture !== undefined) {
    return drawWithPicture(view, picture, view.picture.focus);
  }
  const sheet =
    view.kind === 'front'
      ? frontSheet(view)
      : view.kind === 'section'
        ? sectionSheet(view)
        : articleSheet(view);
  const missing = check(sheet);
  const area = typeArea(sheet.types);
  const pixels = await rasterise(sheet, area);
  const inks = sheet.types.map(({ colour }) => colour);
  const bytes = indexedPng(CARD_WIDTH, CARD_HEIGHT, sheet.boxes, inks, { ...area, pixels });
  return { bytes, type: 'image/png', missing };
}

/** What has to be drawn; the rest of a card without a picture is flat. */
function typeArea(types: readonly Type[]): Area {
  const top = Math.min(...types.map((type) => type.top - 16));
  const bottom = Math.max(...types.map((type) => type.top + type.setting.height + 16));
  const from = Math.max(0, Math.floor(top));
  const to = Math.min(CARD_HEIGHT, Math.ceil(bottom));
  return { left: COLUMN.left - 12, top: from, width: COLUMN.width + 24, height: to - from };
}

/** Throws where a package is missing; otherwise says which characters are. */
function check(sheet: Sheet): string[] {
  const missing = [...new Set(sheet.types.flatMap(({ setting }) => setting.missing))];
  const packages = [...new Set(sheet.types.flatMap(({ setting }) => setting.packages))].sort();
  if (packages.length > 0) throw new MissingFontError(packages, missing.join(''));
  return missing;
}

function wishes(view: CardView): Pick<Wish, 'language' | 'direction'> {
  return { language: view.language, direction: view.dir };
}

const nameplateWish = (view: CardView, width: number): Wish => ({
  ...wishes(view),
  text: view.paper,
  voice: 'headline',
  width,
  height: 60,
  lines: 1,
  sizes: [30, 28, 26, 24, 22],
  tracking: -0.005,
});

const furnitureWish = (view: CardView, text: string, size: number, width: number): Wish => ({
  ...wishes(view),
  text,
  voice: 'furniture',
  width,
  height: 80,
  lines: 1,
  sizes: [size, size - 2, size - 4],
});

const headlineWish = (view: CardView, height: number, sizes: readonly number[]): Wish => ({
  ...wishes(view),
  text: view.headline,
  voice: view.opinion === true ? 'opinion' : 'headline',
  width: COLUMN.width,
  height,
  sizes,
  tracking: -0.014,
  leading: 1.04,
  balanced: true,
});

function articleSheet(view: CardView): Sheet {
  const top = 40;
  const colour = hex(view.accent);
  const boxes: Box[] = [
    { left: 0, top: 0, width: CARD_WIDTH, height: CARD_HEIGHT, colour },
    { left: SHEET.left, top, width: SHEET.width, height: CARD_HEIGHT - top, colour: PAPER },
  ];
  const types: Type[] = [];
  const { left, width } = COLUMN;
  const nameplate = fit(nameplateWish(view, width));
  types.push({ setting: nameplate, left, top: 64, width, align: 'start', colour: plateInk(view) });
  boxes.push({ left, top: 111, width, height: 2, colour: INK });
  let y = 134;
  if (view.section !== '') {
    const kicker = fit(furnitureWish(view, view.section, 30, width));
    types.push({ setting: kicker, left, top: y, width, align: 'start', colour: onPaper(colour) });
    y += kicker.height + 8;
  }
  const line = fit(furnitureWish(view, view.line, 26, width));
  const bottom = CARD_HEIGHT - 36 - line.height;
  const headline = fit(
    headlineWish(
      view,
      bottom - 36 - y,
      [124, 112, 100, 92, 84, 78, 72, 66, 61, 56, 52, 48, 44, 41, 38, 36, 34],
    ),
  );
  types.push({ setting: headline, left, top: y, width, align: 'start', colour: INK });
  if (line.lines.length > 0) {
    boxes.push({ left, top: bottom - 16, width, height: 2, colour: HAIRLINE });
    types.push({ setting: line, left, top: bottom, width, align: 'start', colour: SOFT_INK });
  }
  return { boxes, types };
}

function sectionSheet(view: CardView): Sheet {
  const colour = hex(view.accent);
  const ink = contrast(PAPER, colour) >= contrast(INK, colour) ? PAPER : INK;
  const { left, width } = COLUMN;
  const boxes: Box[] = [{ left: 0, top: 0, width: CARD_WIDTH, height: CARD_HEIGHT, colour }];
  const types: Type[] = [];
  const nameplate = fit(nameplateWish(view, width));
  types.push({ setting: nameplate, left, top: 64, width, align: 'start', colour: ink });
  boxes.push({ left, top: 111, width, height: 2, colour: ink });
  const line = fit({
    ...furnitureWish(view, view.line, 30, width),
    height: 120,
    lines: 3,
    leading: 1.25,
    balanced: true,
  });
  const bottom = CARD_HEIGHT - 56 - line.height;
  const headline = fit({
    ...headlineWish(view, bottom - 160, [136, 124, 112, 100, 90, 80, 70, 60, 50, 42, 34]),
  });
  types.push({
    setting: headline,
    left,
    top: bottom - 26 - headline.height,
    width,
    align: 'start',
    colour: ink,
  });
  types.push({ setting: line, left, top: bottom, width, align: 'start', colour: ink });
  return { boxes, types };
}

function frontSheet(view: CardView): Sheet {
  const colour = hex(view.accent);
  const ground = hex(view.nameplate?.ground ?? PAPER);
  const { left, width } = COLUMN;
  const boxes: Box[] = [
    { left: 0, top: 0, width: CARD_WIDTH, height: CARD_HEIGHT, colour: ground },
    { left: 0, top: 0, width: CARD_WIDTH, height: 18, colour },
  ];
  const types: Type[] = [];
  const line = fit(furnitureWish(view, view.line, 28, width));
  const motto = fit({
    ...headlineWish(view, 190, [46, 42, 38, 34]),
    voice: 'opinion',
    leading: 1.15,
  });
  const plate = fit({
    ...headlineWish(view, 260, [118, 108, 98, 88, 78, 70, 62, 54, 46, 40, 34]),
    voice: 'headline',
    text: view.paper,
    lines: 3,
    leading: 1,
  });
  const ink = contrast(INK, ground) >= contrast(PAPER, ground) ? INK : PAPER;
  const height = plate.height + 44 + motto.height + (line.lines.length > 0 ? 40 + line.height : 0);
  let y = Math.round((CARD_HEIGHT + 18 - height) / 2);
  const place = (setting: Setting, tint: string): void => {
    types.push({ setting, left, top: y, width, align: 'centre', colour: tint });
    y += setting.height;
  };
  place(plate, hex(view.nameplate?.ink ?? ink));
  boxes.push({ left, top: y + 16, width, height: 5, colour: ink });
  boxes.push({ left, top: y + 25, width, height: 2, colour: ink });
  y += 44;
  place(motto, ink);
  y += 40;
  place(line, ink === INK ? SOFT_INK : ink);
  return { boxes, types };
}

const plateInk = (view: CardView): string => {
  const ink = hex(view.nameplate?.ink ?? INK);
  return contrast(ink, PAPER) >= 4.5 ? ink : INK;
};

/** The sheet that stands on a picture's lower edge, as high as its words need. */
function pictureSheet(view: CardView): { sheet: Sheet; top: number } {
  const { left, width } = COLUMN;
  const colour = hex(view.accent);
  const nameplate = fit({
    ...nameplateWish(view, width),
    ...(view.kind === 'front' ? { height: 80, sizes: [58, 52, 46, 40, 34, 30, 26, 22] } : {}),
  });
  const plateWidth = nameplate.lines[0]?.width ?? 0;
  const beside = fit(furnitureWish(view, view.section, 26, width));
  const kickerWidth = beside.lines[0]?.width ?? 0;
  const oneRow = plateWidth + 30 + kickerWidth <= width;
  const line = fit(furnitureWish(view, view.line, 24, width));
  const large = fit(headlineWish(view, 190, [72, 66, 60, 56, 52, 48]));
  const headline = large.cut ? fit(headlineWish(view, 300, [46, 43, 40, 38, 36, 34])) : large;
  const row = Math.max(nameplate.height, oneRow ? beside.height : 0);
  const kickerRow = oneRow || kickerWidth === 0 ? 0 : beside.height + 6;
  const lineRow = line.lines.length > 0 ? 14 + line.height : 0;
  const height = 10 + 20 + row + 18 + kickerRow + headline.height + lineRow + 26;
  const top = CARD_HEIGHT - height;
  const boxes: Box[] = [
    { left: SHEET.left, top, width: SHEET.width, height, colour: PAPER },
    { left: SHEET.left, top, width: SHEET.width, height: 10, colour },
  ];
  const types: Type[] = [];
  let y = top + 30;
  types.push({ setting: nameplate, left, top: y, width, align: 'start', colour: plateInk(view) });
  if (oneRow) {
    types.push({
      setting: beside,
      left,
      top: y + row - beside.height,
      width,
      align: 'end',
      colour: onPaper(colour),
    });
  }
  y += row + 6;
  boxes.push({ left, top: y, width, height: 2, colour: INK });
  y += 12;
  if (kickerRow > 0) {
    types.push({ setting: beside, left, top: y, width, align: 'start', colour: onPaper(colour) });
    y += kickerRow;
  }
  types.push({ setting: headline, left, top: y, width, align: 'start', colour: INK });
  y += headline.height + 14;
  types.push({ setting: line, left, top: y, width, align: 'start', colour: SOFT_INK });
  return { sheet: { boxes, types }, top };
}

async function drawWithPicture(
  view: CardView,
  picture: Uint8Array,
  focus: readonly [number, number],
): Promise<DrawnCard> {
  const { sheet, top } = pictureSheet(view);
  const missing = check(sheet);
  const height = CARD_HEIGHT - top;
  const [ground, overlay] = await Promise.all([
    cropPicture(picture, focus, top, hex(view.accent)),
    rasterise(sheet, { left: SHEET.left, top, width: SHEET.width, height }),
  ]);
  const card = await sharp(ground, {
    raw: { width: CARD_WIDTH, height: CARD_HEIGHT, channels: 3 },
  })
    .composite([
      {
        input: overlay,
        raw: { width: SHEET.width, height, channels: 4 },
        left: SHEET.left,
        top,
      },
    ])
    .removeAlpha()
    .raw()
    .toBuffer();
  let bytes = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    bytes = await sharp(card, { raw: { width: CARD_WIDTH, height: CARD_HEIGHT, channels: 3 } })
      .jpeg({ quality, chromaSubsampling: '4:2:0', optimiseCoding: true })
      .toBuffer();
    if (bytes.length <= MOST_BYTES) break;
  }
  return { bytes, type: 'image/jpeg', missing };
}

/** Enlarging a picture by more than this, to bring its focus up, would show. */
const MOST_ENLARGED = 1.3;

/**
 * The picture over the whole card, its focus in the middle of what the sheet leaves free. A focus
 * near the lower edge moves the picture up further than it covers; the section's colour fills what
 * is left beside the sheet.
 */
async function cropPicture(
  picture: Uint8Array,
  focus: readonly [number, number],
  free: number,
  colour: string,
): Promise<Buffer> {
  const { autoOrient } = await sharp(picture)
    .metadata()
    .catch((cause: unknown) => {
      throw new Error('The picture of a card cannot be read', { cause });
    });
  const cover = Math.max(CARD_WIDTH / autoOrient.width, CARD_HEIGHT / autoOrient.height);
  const focusX = between(0, focus[0], 1);
  const focusY = between(0, focus[1], 1);
  const isHidden = (scale: number): boolean => {
    const high = autoOrient.height * scale;
    return focusY * high - (high - CARD_HEIGHT) > free * 0.75;
  };
  let scale = cover;
  while (scale < cover * MOST_ENLARGED && isHidden(scale)) scale *= 1.02;
  const width = Math.max(CARD_WIDTH, Math.round(autoOrient.width * scale));
  const height = Math.max(CARD_HEIGHT, Math.round(autoOrient.height * scale));
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

const between = (least: number, value: number, most: number): number =>
  Math.min(most, Math.max(least, Number.isFinite(value) ? value : least));

interface Element {
  type: 'div';
  key: null;
  props: { style: Record<string, string | number>; children?: string | Element[] };
}

const element = (
  style: Record<string, string | number>,
  children?: string | Element[],
): Element => ({
  type: 'div',
  key: null,
  props: { style, ...(children === undefined ? {} : { children }) },
});

/** The pixels of a part of the card. */
async function rasterise(sheet: Sheet, area: Area): Promise<Buffer> {
  const { left, top, width, height } = area;
  const faces = new Map<string, FaceFile>();
  const children: Element[] = sheet.boxes.map((box) =>
    element({
      position: 'absolute',
      left: box.left - left,
      top: box.top - top,
      width: box.width,
      height: box.height,
      backgroundColor: box.colour,
    }),
  );
  for (const type of sheet.types) children.push(...typeElements(type, left, top, faces));
  const svg = await satori(
    element({ display: 'flex', position: 'relative', width, height }, children),
    { width, height, fonts: fontList(faces) },
  );
  return new Resvg(svg, {
    font: { loadSystemFonts: false },
    background: PAPER,
    logLevel: 'off',
  }).render().pixels;
}

const fontLists = new Map<string, SatoriFont[]>();

/** One list a set of faces, so that satori parses and shapes each once. */
function fontList(faces: ReadonlyMap<string, FaceFile>): SatoriFont[] {
  const ids = [...faces.keys()].sort();
  const key = ids.join();
  const known = fontLists.get(key);
  if (known !== undefined) return known;
  const list = ids.flatMap((id): SatoriFont[] => {
    const face = faces.get(id);
    return face === undefined ? [] : [{ name: id, data: face.data, weight: 400, style: 'normal' }];
  });
  fontLists.set(key, list);
  return list;
}

function typeElements(
  type: Type,
  left: number,
  top: number,
  faces: Map<string, FaceFile>,
): Element[] {
  const { setting } = type;
  return setting.lines.flatMap((line, index) => {
    const spare = type.width - line.width;
    const x = type.left - left + spare * share(type.align, setting.direction);
    const baseline =
      type.top -
      top +
      index * setting.leading +
      Math.round(setting.leading * 0.5 + setting.size * 0.34);
    return line.runs
      .filter((run) => run.text.trim() !== '')
      .map((run) => {
        faces.set(run.face.id, run.face);
        return element(
          {
            position: 'absolute',
            left: x + run.x,
            top: baseline - baselineIn(run.face, setting.size),
            fontFamily: run.face.id,
            fontSize: setting.size,
            lineHeight: 1,
            letterSpacing: setting.tracking * setting.size,
            fontSynthesis: 'none',
            whiteSpace: 'pre',
            direction: run.rightToLeft ? 'rtl' : 'ltr',
            color: type.colour,
          },
          run.text,
        );
      });
  });
}

function share(align: Type['align'], direction: Direction): number {
  if (align === 'centre') return 0.5;
  return (align === 'start') === (direction === 'ltr') ? 0 : 1;
}

/** Where satori puts the baseline of a line as high as its type. */
function baselineIn(face: FaceFile, size: number): number {
  const ascent = Math.round((face.ascender / face.unitsPerEm) * size);
  const descent = Math.round((-face.descender / face.unitsPerEm) * size);
  return ascent + Math.floor((size - ascent - descent) / 2);
}

/** `#rgb` or `#rrggbb`; ink for anything else. */
function hex(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/iu.exec(colour);
  if (short !== null) {
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  }
  return /^#[0-9a-f]{6}$/iu.test(colour) ? colour.toLowerCase() : INK;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast of two colours. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, darkened until small type in it can be read on paper. */
function onPaper(colour: string): string {
  let tint = colour;
  for (let round = 0; round < 20 && contrast(tint, PAPER) < 4.5; round++) {
    tint = `#${channels(tint)
      .map((value) =>
        Math.round(value * 0.9)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
  }
  return tint;
}
