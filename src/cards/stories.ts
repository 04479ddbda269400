/** Cards of stories: a sheet of the paper with the headline, on the picture or the section's colour. */
import { CARD_HEIGHT, type CardView } from './card.ts';
import { hex, INK, onPaper } from './colours.ts';
import {
  COLUMN,
  type Composition,
  type Dot,
  FOOT,
  furniture,
  HEAD,
  headline,
  isOpinion,
  nameplate,
  plateInk,
  sheet,
  type Type,
  type,
} from './composition.ts';
import { groundOf } from './ground.ts';
import type { Setting } from './setting.ts';

/** The sign of a story that is still being written. */
const LIVE = '#b3261e';

/** The card of a story. */
export function story(view: CardView): Composition {
  if (view.picture !== undefined) return pictureCard(view);
  return isOpinion(view) && view.portrait !== undefined ? voiceCard(view) : textCard(view);
}

/** A story without a picture: the sheet is as high as the card, the headline as large as it holds. */
function textCard(view: CardView): Composition {
  const plate = nameplate(view, HEAD + 22, plateInk(view));
  const kicker = kickers(view, plate.bottom + 18);
  const top = plate.bottom + 24 + kicker.height;
  const height = CARD_HEIGHT - FOOT - top;
  const words = voiced(view, { height, largest: 150, smallest: 36 });
  const spare = Math.max(0, height - words.height);
  return {
    ground: groundOf(view.accent),
    free: HEAD,
    boxes: [...sheet(HEAD), ...plate.boxes],
    dots: kicker.dots,
    types: [
      ...plate.types,
      ...kicker.types,
      type(words, top + Math.round(Math.min(24, spare * 0.3)), INK),
    ],
  };
}

/**
 * A page with a picture: the sheet is as high as its words need, and the more of them there are,
 * the more of the picture it takes.
 */
export function pictureCard(view: CardView): Composition {
  const lower = nameplate(view, 24, INK).bottom + 16;
  const most = CARD_HEIGHT - HEAD - lower - kickers(view, 0).height - FOOT;
  const words =
    [
      { height: 190, largest: 84, smallest: 56 },
      { height: 250, largest: 56, smallest: 48 },
      { height: most, largest: 48, smallest: 36 },
    ]
      .map((room) => voiced(view, room))
      .find((setting) => !setting.cut) ?? voiced(view, { height: most, largest: 36, smallest: 36 });
  const top = HEAD + Math.max(0, most - words.height);
  const plate = nameplate(view, top + 24, plateInk(view));
  const kicker = kickers(view, plate.bottom + 16);
  return {
    ground: groundOf(view.accent),
    free: top,
    boxes: [...sheet(top, hex(view.accent)), ...plate.boxes],
    dots: kicker.dots,
    types: [...plate.types, ...kicker.types, type(words, plate.bottom + 16 + kicker.height, INK)],
  };
}

const voiced = (view: CardView, room: Parameters<typeof headline>[2]): Setting =>
  headline(view, view.headline, room, isOpinion(view) ? 'opinion' : 'headline');

/** The sides of a portrait that are tried: the more words, the smaller the face. */
const FACES = [196, 168, 140, 116] as const;

/** Opinion with its author's face: the voice first, then what it says. */
function voiceCard(view: CardView): Composition {
  const plate = nameplate(view, HEAD + 22, plateInk(view));
  const isRight = view.dir === 'rtl';
  const top = plate.bottom + 22;
  const room = CARD_HEIGHT - FOOT - top;
  const side =
    FACES.find(
      (one) => !voiced(view, { height: room - one - 22, largest: 96, smallest: 44 }).cut,
    ) ?? 116;
  const below = room - side - 22;
  const words = voiced(view, { height: below, largest: 96, smallest: 36 });

  const width = COLUMN.width - side - 30;
  const beside = { left: isRight ? COLUMN.left : COLUMN.left + side + 30, width };
  const kicker = furniture(view, view.section, side > 140 ? 36 : 32, { width });
  const names = headline(view, view.line, {
    height: side - kicker.height,
    largest: 56,
    smallest: 26,
    width,
  });
  const from = top + Math.round((side - kicker.height - names.height) / 2);
  return {
    ground: groundOf(view.accent),
    free: HEAD,
    boxes: [...sheet(HEAD), ...plate.boxes],
    dots: [],
    types: [
      ...plate.types,
      type(kicker, from, onPaper(hex(view.accent)), 'start', beside),
      type(names, from + kicker.height, INK, 'start', beside),
      type(words, top + side + 22 + Math.round(Math.max(0, below - words.height) * 0.4), INK),
    ],
    portrait: {
      left: isRight ? COLUMN.left + COLUMN.width - side : COLUMN.left,
      top,
      width: side,
      height: side,
    },
  };
}

/** The mark of a running story, the small words, and whose opinion it is; from a height on. */
function kickers(view: CardView, top: number): { types: Type[]; dots: Dot[]; height: number } {
  const types: Type[] = [];
  const dots: Dot[] = [];
  const isRight = view.dir === 'rtl';
  let y = top;
  let used = 0;
  let row = 0;
  const add = (text: string, colour: string): void => {
    if (text === '') return;
    let words = furniture(view, text, 36, { width: COLUMN.width - used });
    if (words.cut && used > 0) {
      y += row;
      used = 0;
      words = furniture(view, text, 36);
    }
    const left = isRight ? COLUMN.left : COLUMN.left + used;
    types.push(type(words, y, colour, 'start', { left, width: COLUMN.width - used }));
    used += (words.lines[0]?.width ?? 0) + 20;
    row = words.height + 6;
  };
  if (view.kind === 'live' && view.mark !== undefined && view.mark !== '') {
    const radius = 11;
    const from = isRight ? COLUMN.left + COLUMN.width - radius : COLUMN.left + radius;
    used = radius * 2 + 12;
    add(view.mark, LIVE);
    const mark = types[0]?.setting;
    const middle = mark === undefined ? 0 : mark.baseline - mark.size * 0.32;
    dots.push({ x: from, y: top + Math.round(middle), radius, colour: LIVE });
  }
  add(view.section, onPaper(hex(view.accent)));
  if (isOpinion(view)) add(view.line, INK);
  return { types, dots, height: y - top + row };
}
