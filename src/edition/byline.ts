/** Who a story is by. */
import { listAddress } from '../addresses.ts';
import { formatNames } from '../locales/format.ts';
import type { ArticleRow } from '../store/rows.ts';
import type { Edition } from './edition.ts';
import { authorName } from './paper.ts';
import { pictureView } from './pictures.ts';
import type { BylineName } from './view.ts';

/** The names under a story. */
export function bylineNames(edition: Edition, row: ArticleRow): BylineName[] {
  const { language } = row.facts;
  return (row.data.authors ?? []).map((id) => {
    const address = listAddress({ kind: 'author', id }, language, edition.rules);
    return {
      name: authorName(edition, id, language),
      address: edition.printed.has(address) ? address : undefined,
      portrait: pictureView(edition, edition.authors.get(id)?.picture, 'portrait'),
    };
  });
}

/** The names alone; an agency's or unsigned piece has its plain byline. */
export function authorNames(edition: Edition, row: ArticleRow): string[] {
  const { authors = [], byline } = row.data;
  if (byline !== undefined) return [byline];
  return authors.map((id) => authorName(edition, id, row.facts.language));
}

/** The byline as plain text. */
export function bylineText(edition: Edition, row: ArticleRow): string {
  return row.data.byline ?? formatNames(authorNames(edition, row), row.facts.language);
}
