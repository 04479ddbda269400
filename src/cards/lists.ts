/** Cards of lists, authors, the front and standing pages: a name, on its colour or on a sheet. */
import { CARD_HEIGHT, type CardView } from './card.ts';
import { hex, INK, inkOn, mix, onPaper, PAPER, SOFT_INK } from './colours.ts';
import {
  box,
  type Box,
  COLUMN,
  type Composition,
  FOOT,
  furniture,
  HEAD,
  headline,
  nameplate,
  plateInk,
  sheet,
  SHEET,
  type,
} from './composition.ts';
import { groundOf } from './ground.ts';
import type { Setting } from './setting.ts';

/** The ground of a standing page: undyed paper. */
const UNDYED = '#cfc6b3';
/** How far each sheet of a series looks out over the one before it, and how high a topic's tab is. */
const STACKED = 20;
const TAB = 52;

/** The sides of an author's portrait that are tried: the longer the name, the smaller the face. */
const FACES = [276, 212, 148, 100] as const;

/** The words under a name. */
const description = (view: CardView): Setting =>
  furniture(view, view.line, 34, { height: 130, lines: 3, leading: 1.2, balanced: true });

/** A name with the words under it, from a height to another; without them where the name needs the room. */
function named(
  view: CardView,
  { from, to, largest }: { from: number; to: number; largest: number },
): { name: Setting; line: Setting; end: number } {
  const setWith = (line: Setting) => {
    const end = to - line.height;
    const room = { height: end - from - 14, largest, smallest: 36 };
    return { name: headline(view, view.headline, room), line, end };
  };
  const whole = setWith(description(view));
  return whole.name.cut ? setWith(description({ ...view, line: '' })) : whole;
}

/** A section: its colour and its name. */
export function sectionCard(view: CardView): Composition {
  const ground = groundOf(view.accent);
  const ink = inkOn(ground.colour);
  const plate = nameplate(view, HEAD + 22, ink);
  const { end, line, name } = named(view, {
    from: plate.bottom + 26,
    to: CARD_HEIGHT - 52,
    largest: 190,
  });
  return {
    ground,
    free: 0,
    boxes: plate.boxes,
    dots: [],
    types: [...plate.types, type(name, end - 14 - name.height, ink), type(line, end, ink)],
  };
}

/** A topic, filed under its tab; a series, a pile of sheets; a standing page. */
export function sheetCard(view: CardView): Composition {
  const ground = groundOf(view.kind === 'page' ? UNDYED : view.accent);
  const colour = onPaper(hex(view.accent));
  const kicker = furniture(view, view.section, 36);
  const isTopic = view.kind === 'topic' && view.section !== '';
  const top = isTopic ? HEAD + TAB - 4 : view.kind === 'series' ? HEAD + 2 * STACKED + 4 : HEAD;
  const boxes: Box[] = [];
  if (view.kind === 'series') {
    for (const behind of [2, 1]) {
      const inset = behind * 28;
      const tint = mix(PAPER, ground.colour, behind * 0.25);
      boxes.push(
        box(SHEET.left + inset, top - behind * STACKED, SHEET.width - 2 * inset, STACKED, tint),
      );
    }
  }
  if (isTopic) {
    const width = 2 * (COLUMN.left - SHEET.left) + (kicker.lines[0]?.width ?? 0);
    const left = view.dir === 'rtl' ? SHEET.left + SHEET.width - width : SHEET.left;
    boxes.push(box(left, top - TAB, width, TAB, PAPER));
  }
  const plate = nameplate(view, top + 22, plateInk(view));
  const from = plate.bottom + 18 + (isTopic ? 0 : kicker.height + 6);
  const { end, line, name } = named(view, { from, to: CARD_HEIGHT - FOOT, largest: 150 });
  return {
    ground,
    free: HEAD,
    boxes: [...boxes, ...sheet(top, view.kind === 'page' ? colour : undefined), ...plate.boxes],
    dots: [],
    types: [
      ...plate.types,
      type(kicker, isTopic ? top - TAB + 6 : plate.bottom + 18, colour),
      type(name, end - 14 - name.height, INK),
      type(line, end, SOFT_INK),
    ],
  };
}

/** An author: the face, the name. */
export function authorCard(view: CardView): Composition {
  const plate = nameplate(view, HEAD + 22, plateInk(view));
  const role = furniture(view, view.section, 36, { lines: 2, leading: 1.15, balanced: true });
  const from = plate.bottom + 22;
  const under = (side: number) => {
    const top = from + side + (side === 0 ? 0 : 18);
    const height = CARD_HEIGHT - HEAD - top - role.height - 4;
    const largest = side === 0 ? 150 : 104;
    const name = headline(view, view.headline, { height, largest, smallest: 36 });
    return { height, name, side, top };
  };
  const { height, name, side, top } = under(
    view.portrait === undefined ? 0 : (FACES.find((one) => !under(one).name.cut) ?? 100),
  );
  const spare = Math.max(0, height - name.height);
  const y = top + (side === 0 ? spare : Math.round(spare / 2));
  const align = side === 0 ? 'start' : 'centre';
  return {
    ground: groundOf(view.accent),
    free: HEAD,
    boxes: [...sheet(HEAD), ...plate.boxes],
    dots: [],
    types: [
      ...plate.types,
      type(name, y, INK, align),
      type(role, y + name.height + 4, onPaper(hex(view.accent)), align),
    ],
    portrait: {
      left: COLUMN.left + (COLUMN.width - side) / 2,
      top: from,
      width: side,
      height: side,
    },
  };
}

/** The front page: the nameplate large, the motto under it. */
export function frontCard(view: CardView): Composition {
  const isPictured = view.picture !== undefined;
  const paper = hex(view.nameplate?.ground ?? PAPER);
  const ink = inkOn(paper);
  const plate = headline(view, view.paper, {
    height: isPictured ? 110 : 260,
    largest: isPictured ? 92 : 128,
    smallest: 36,
  });
  const motto = headline(
    view,
    view.headline,
    isPictured
      ? { height: 130, largest: 40, smallest: 32 }
      : { height: CARD_HEIGHT - 2 * 56 - plate.height - 50, largest: 48, smallest: 34 },
    'opinion',
  );
  const height = plate.height + 50 + motto.height;
  const y = isPictured ? CARD_HEIGHT - FOOT - height : Math.round((CARD_HEIGHT - height) / 2);
  const top = isPictured ? y - 26 : 0;
  return {
    ground: groundOf(view.accent),
    free: top,
    boxes: [
      box(SHEET.left, top, SHEET.width, CARD_HEIGHT - top, paper),
      ...(isPictured ? [box(SHEET.left, top, SHEET.width, 10, hex(view.accent))] : []),
      box(COLUMN.left, y + plate.height + 18, COLUMN.width, 6, ink),
      box(COLUMN.left, y + plate.height + 29, COLUMN.width, 2, ink),
    ],
    dots: [],
    types: [
      type(plate, y, hex(view.nameplate?.ink ?? ink), 'centre'),
      type(motto, y + plate.height + 50, ink, 'centre'),
    ],
  };
}
