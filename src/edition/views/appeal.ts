/** The message to readers: which one a story shows, and what it says. */
import { formatMoney } from '../../locales/format.ts';
import type { ParsedBody } from '../../store/body/body.ts';
import type { AppealRow, ArticleRow } from '../../store/rows.ts';
import { bodyHtml } from '../body.ts';
import { targetAddress } from '../edition.ts';
import type { Edition } from '../edition.ts';
import type { AppealView } from '../view.ts';

/**
 * The message that runs under a story, or undefined: where the story, its section or its series
 * says `appeal: false`, and where none is running. The one that names the section goes first, then
 * the latest start, then the id.
 */
export function appealFor(edition: Edition, row: ArticleRow): AppealRow | undefined {
  const { data, facts } = row;
  const series = data.series === undefined ? undefined : edition.series.get(data.series);
  const wanted =
    data.appeal &&
    edition.sections.get(data.section)?.data.appeal !== false &&
    series?.data.appeal !== false;
  if (!wanted) return undefined;
  const { at } = edition;
  const named = (appeal: AppealRow) => appeal.data.sections?.includes(data.section) === true;
  return edition.content.appeals
    .filter(
      (appeal) =>
        appeal.facts.language === facts.language &&
        (appeal.facts.starts ?? at) <= at &&
        (appeal.facts.ends ?? at + 1) > at &&
        (appeal.data.sections === undefined || named(appeal)),
    )
    .sort(
      (a, b) =>
        Number(named(b)) - Number(named(a)) ||
        (b.facts.starts ?? 0) - (a.facts.starts ?? 0) ||
        (a.path < b.path ? -1 : 1),
    )[0];
}

/** What the message says, on the page at `address`. */
export function appealView(
  edition: Edition,
  appeal: AppealRow,
  body: ParsedBody,
  address: string,
): AppealView {
  const { file, language, pictures } = appeal.facts;
  const { publication } = edition;
  const support = { ...publication.support, ...appeal.data.support };
  const { url, currency } = support;
  const amounts = [...(support.amounts ?? [])].sort((a, b) => a - b);
  return {
    title: appeal.data.title,
    // Its headings would share their ids with those of the story.
    body: bodyHtml(edition, { file, language, address, pictures }, body).replace(
      /(<h[2-6]) id="[^"]*"/g,
      '$1',
    ),
    signed: appeal.data.signed,
    amounts:
      url === undefined || currency === undefined || !url.includes('{amount}')
        ? []
        : amounts.map((amount) => ({
            label: formatMoney(amount, currency, language),
            address: supportAddress(edition, url.replaceAll('{amount}', String(amount))),
          })),
    address: url === undefined ? undefined : supportAddress(edition, withoutAmount(url)),
    remindAfterDays: support.remindAfterDays ?? 30,
    storageKey: `broadsheet:${publication.id}:appeal`,
  };
}

/** The support page as a link: inside the paper where it is one of its pages. */
function supportAddress(edition: Edition, url: string): string {
  const reference = edition.references.resolve(url, 'publication.yaml');
  if (reference.kind !== 'inside') return url;
  const address = targetAddress(edition, reference.target);
  return address === undefined ? url : `${address}${new URL(url).search}${reference.suffix}`;
}

/** The address without the parameter that holds the amount. */
function withoutAmount(url: string): string {
  const plain = new URL(url.replaceAll('{amount}', '0'));
  const template = new URL(url.replaceAll('{amount}', 'amount-here'));
  for (const [name, value] of template.searchParams) {
    if (value.includes('amount-here')) plain.searchParams.delete(name);
  }
  return plain.href;
}
