/** Editions of an imaginary paper, for tests, and what they print. */
import type { CardView } from '../cards/card.ts';
import { memoryArchive } from '../store/memory-archive.ts';
import type { Content } from '../store/rows.ts';
import { createEdition } from './edition.ts';
import type { Edition, EditionOptions } from './edition.ts';
import type { PageKind, PageViews } from './page-kinds.ts';
import { bodyOfFacts, NOW } from './paper-for-tests.ts';
import { paperOf } from './paper.ts';
import type { Print } from './print.ts';
import { printsOf } from './prints.ts';
import { createSheet } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { strictSheet } from './strict-sheet-for-tests.ts';
import type { Unit } from './unit.ts';
import { units } from './units.ts';

/** The edition of `NOW`. */
export function editionOf(content: Content, options: Partial<EditionOptions> = {}): Edition {
  return createEdition(memoryArchive(content), {
    at: NOW,
    preview: false,
    drawingVersion: 'v1',
    picturesVersion: 'p1',
    ...options,
  });
}

/** The sheet of an edition, with all rows. */
export function sheetOf(edition: Edition, canDraw?: (view: CardView) => boolean): Sheet {
  return createSheet(paperOf(edition), edition.archive, canDraw);
}

/** The unit of this key. Throws where the edition has none. */
export function unitOf(edition: Edition, key: string): Unit {
  for (const unit of units(edition)) if (unit.key === key) return unit;
  throw new RangeError(`The edition has no unit "${key}".`);
}

/** The keys of all units. */
export function keysOf(edition: Edition): string[] {
  return Array.from(units(edition), ({ key }) => key);
}

/** What a unit prints, on a sheet that has no other rows than its inputs name. */
export function printsOfUnit(
  edition: Edition,
  unit: Unit,
  canDraw?: (view: CardView) => boolean,
): Promise<Print[]> {
  return printsOf(strictSheet(sheetOf(edition, canDraw), edition.archive, unit), unit, bodyOfFacts);
}

/** All files of an edition, in the order of their units. */
export async function allPrints(
  edition: Edition,
  canDraw?: (view: CardView) => boolean,
): Promise<Print[]> {
  const prints: Print[] = [];
  for (const unit of units(edition)) prints.push(...(await printsOfUnit(edition, unit, canDraw)));
  return prints;
}

/** Those of one kind. */
export async function printsOfKind<Kind extends Print['kind']>(
  edition: Edition,
  kind: Kind,
): Promise<Extract<Print, { kind: Kind }>[]> {
  const prints = await allPrints(edition);
  return prints.filter((print): print is Extract<Print, { kind: Kind }> => print.kind === kind);
}

/** The view model of the page that the unit of this key prints. */
export async function viewOf<Kind extends PageKind>(
  edition: Edition,
  kind: Kind,
  key: string,
): Promise<PageViews[Kind]> {
  for (const print of await printsOfUnit(edition, unitOf(edition, `${UNITS[kind]}${key}`))) {
    if (print.kind === 'page' && print.page === kind) return print.view as PageViews[Kind];
  }
  throw new RangeError(`The unit "${key}" prints no page of kind ${kind}.`);
}

/** How keys of units begin that print these pages. */
const UNITS: Record<PageKind, string> = {
  story: 'story ',
  front: 'front ',
  list: 'list ',
  month: 'month ',
  archive: 'archive ',
  corrections: 'corrections ',
  feeds: 'feeds ',
  page: 'page ',
  'not-found': 'not-found',
};
