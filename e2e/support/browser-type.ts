/** The same words set by the cards and by a browser, laid over each other line by line. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { CardView } from '../../src/cards/card.ts';
import type { Composition, Type } from '../../src/cards/composition.ts';
import type { Line } from '../../src/cards/setting.ts';
import { rasterise } from '../../src/cards/typeset.ts';

const MARGIN = 40;
const DARK = 110;
const GREY = 205;
/** How far a pixel may lie from where the other one has it. */
const NEAR = 2;

/** A browser asks the face for the mirrored sign too. */
const MIRRORED = new Map(
  ['()', '[]', '{}', '«»', '‹›', '<>'].flatMap(([a = '', b = '']): [string, string][] => [
    [a, b],
    [b, a],
  ]),
);

interface Grey {
  data: Buffer;
  width: number;
  height: number;
}

/**
 * How many dark pixels of a set text the browser does not have, or has and the cards do not, at the
 * worst line. The browser gets the words, the files of the faces and the line ends; it finds the
 * glyphs, their order and their places by itself.
 */
export async function difference(page: Page, type: Type, view: CardView): Promise<number> {
  const { setting } = type;
  const apart = Math.ceil(setting.size * 2.6);
  const width = Math.ceil(type.width) + 2 * MARGIN;
  const height = apart * setting.lines.length;
  const ours = await ourLines(type, apart, width, height);
  const theirs = await browserLines(page, type, view, apart, width, height);
  let worst = 0;
  setting.lines.forEach((line, index) => {
    if (line.text.trim() === '') return;
    const a = inkOf(ours, index * apart, apart);
    const b = inkOf(theirs, index * apart, apart);
    worst = Math.max(worst, strays(a, b) + strays(b, a));
  });
  return worst;
}

/** The lines as the cards draw them, black on white and far apart. */
async function ourLines(type: Type, apart: number, width: number, height: number): Promise<Grey> {
  const setting = { ...type.setting, leading: apart, baseline: Math.round(apart * 0.6) };
  const composition: Composition = {
    ground: { colour: '#ffffff', cut: '#ffffff' },
    free: 0,
    boxes: [],
    dots: [],
    types: [{ ...type, setting, left: MARGIN, top: 0, align: 'start', colour: '#000000' }],
  };
  const pixels = rasterise(composition, { left: 0, top: 0, width, height }, '#ffffff');
  const { data } = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .greyscale()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width, height };
}

async function browserLines(
  page: Page,
  { setting, width: column }: Type,
  view: CardView,
  apart: number,
  width: number,
  height: number,
): Promise<Grey> {
  const rules: string[] = [];
  const lines = setting.lines.map((line, index) => {
    const families = facesOf(line).map(([path, characters], place) => {
      const family = `line-${index}-${place}`;
      const source = readFileSync(path).toString('base64');
      const range = [...characters].map((one) => `U+${one.toString(16)}`).join();
      rules.push(
        `@font-face { font-family: '${family}'; src: url(data:font/woff;base64,${source}); unicode-range: ${range}; }`,
      );
      return `'${family}'`;
    });
    return `<span style="font-family: ${families.join()}, 'nothing'">${escaped(line.text)}</span>`;
  });
  const tracking = setting.tracking === 0 ? 'normal' : `${setting.tracking}em`;
  const isRight = setting.direction === 'rtl';
  // One paragraph, so that directions are found as in the whole text; no room, so that each span
  // has a line of its own.
  await page.setViewportSize({ width, height });
  await page.setContent(`<!doctype html><style>
    ${rules.join('\n')}
    body { margin: 0; background: #fff; color: #000; }
    p { margin: 0; position: absolute; top: 0; left: ${isRight ? MARGIN + column - 1 : MARGIN}px; width: 1px;
      font-size: ${setting.size}px; line-height: ${apart}px; letter-spacing: ${tracking};
      text-rendering: geometricPrecision; font-synthesis: none; text-spacing-trim: space-all; }
    span { white-space: nowrap; }
  </style><p lang="${view.language}" dir="${setting.direction}">${lines.join(' <wbr>')}</p>`);
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((face) => face.load()));
  });
  const { data, info } = await sharp(await page.screenshot())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The files that set a line, each with its characters. */
function facesOf(line: Line): [path: string, characters: Set<number>][] {
  const faces = new Map<string, Set<number>>();
  for (const { face, text } of line.runs) {
    const known = faces.get(face.path) ?? new Set<number>();
    faces.set(face.path, known);
    for (const character of text) {
      for (const one of [character, MIRRORED.get(character) ?? character]) {
        known.add(one.codePointAt(0) ?? 0);
      }
    }
  }
  return [...faces];
}

const escaped = (text: string): string =>
  text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The ink in a band, cut to its edges. */
function inkOf({ data, width, height }: Grey, top: number, band: number): Grey {
  let [left, right, first, last] = [width, -1, top + band, -1];
  for (let y = top; y < Math.min(height, top + band); y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 255) > DARK) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      first = Math.min(first, y);
      last = y;
    }
  }
  const cut = { width: Math.max(0, right - left + 1), height: Math.max(0, last - first + 1) };
  const ink = Buffer.alloc(cut.width * cut.height, 255);
  for (let y = 0; y < cut.height; y++) {
    const from = (first + y) * width + left;
    data.copy(ink, y * cut.width, from, from + cut.width);
  }
  return { data: ink, ...cut };
}

/** How many dark pixels of one have no grey one of the other near. */
function strays(one: Grey, other: Grey): number {
  let count = 0;
  for (let y = 0; y < one.height; y++) {
    for (let x = 0; x < one.width; x++) {
      if ((one.data[y * one.width + x] ?? 255) <= DARK && !isNear(other, x, y)) count++;
    }
  }
  return count;
}

function isNear({ data, width, height }: Grey, x: number, y: number): boolean {
  for (let row = Math.max(0, y - NEAR); row <= Math.min(height - 1, y + NEAR); row++) {
    for (let at = Math.max(0, x - NEAR); at <= Math.min(width - 1, x + NEAR); at++) {
      if ((data[row * width + at] ?? 255) < GREY) return true;
    }
  }
  return false;
}
