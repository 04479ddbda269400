/** Who a story is by. */
import { listAddress } from '../addresses.ts';
import { formatNames } from '../locales/format.ts';
import { authorName } from './names.ts';
import { pictureView } from './pictures.ts';
import type { Sheet } from './sheet.ts';
import type { BylineName } from './view.ts';

/** What says who a story is by: a card row or a whole one. */
export interface Signed {
  data: { authors?: string[] | undefined; byline?: string | undefined };
  facts: { language: string };
}

/** The names under a story. Who has written one that is out has a page in its language. */
export function bylineNames(sheet: Sheet, { data, facts }: Signed): BylineName[] {
  return (data.authors ?? []).map((id) => ({
    name: authorName(sheet, id, facts.language),
    address: listAddress({ kind: 'author', id }, facts.language, sheet.rules),
    portrait: pictureView(sheet, sheet.author(id)?.picture, 'portrait'),
  }));
}

/** The names alone; an agency's or unsigned piece has its plain byline. */
export function authorNames(sheet: Sheet, { data, facts }: Signed): string[] {
  const { authors = [], byline } = data;
  if (byline !== undefined) return [byline];
  return authors.map((id) => authorName(sheet, id, facts.language));
}

/** The byline as plain text. */
export function bylineText(sheet: Sheet, signed: Signed): string {
  return signed.data.byline ?? formatNames(authorNames(sheet, signed), signed.facts.language);
}
