/** The message to readers: what it says. */
import { formatMoney } from '../../locales/format.ts';
import type { PrintableBody } from '../../store/body/body.ts';
import type { AppealRow } from '../../store/rows.ts';
import { anchorOf, bodyHtml } from '../body.ts';
import type { Paper } from '../paper.ts';
import { addressesIn } from '../ref.ts';
import type { Links } from '../ref.ts';
import type { Sheet } from '../sheet.ts';
import type { AppealView } from '../view.ts';

/** The ways to pay that a message offers, where the paper has any. */
interface Offer {
  /** The support page without an amount. */
  plain: string;
  /** Smallest first. */
  amounts: { amount: number; currency: string; url: string }[];
}

function supportOf({ publication }: Pick<Paper, 'publication'>, { data }: AppealRow) {
  return { ...publication.support, ...data.support };
}

/** What a message offers; undefined where there is no page to pay on. */
function offerOf(paper: Pick<Paper, 'publication'>, appeal: AppealRow): Offer | undefined {
  const { amounts = [], currency, url } = supportOf(paper, appeal);
  if (url === undefined) return undefined;
  return {
    plain: withoutAmount(url),
    amounts:
      currency === undefined || !url.includes('{amount}')
        ? []
        : [...amounts]
            .sort((a, b) => a - b)
            .map((amount) => ({
              amount,
              currency,
              url: url.replaceAll('{amount}', String(amount)),
            })),
  };
}

/** The addresses under a message that may lead inside the paper, besides those in its text. */
export function supportUrls(paper: Pick<Paper, 'publication'>, appeal: AppealRow): string[] {
  const offer = offerOf(paper, appeal);
  return offer === undefined ? [] : [offer.plain, ...offer.amounts.map(({ url }) => url)];
}

/**
 * What the message says, on the page at `address`.
 *
 * @param links where the addresses of its text and of `supportUrls` lead
 */
export function appealView(
  sheet: Sheet,
  appeal: AppealRow,
  { body, links, address }: { body: PrintableBody; links: Links; address: string },
): AppealView {
  const { language, pictures } = appeal.facts;
  const offer = offerOf(sheet, appeal);
  return {
    title: appeal.data.title,
    // Its headings would share their ids with those of the story.
    body: bodyHtml(sheet, { language, address, pictures, links }, body).replace(
      /(<h[2-6]) id="[^"]*"/g,
      '$1',
    ),
    signed: appeal.data.signed,
    amounts: (offer?.amounts ?? []).map(({ amount, currency, url }) => ({
      label: formatMoney(amount, currency, language),
      address: supportAddress(links, url),
    })),
    address: offer === undefined ? undefined : supportAddress(links, offer.plain),
    remindAfterDays: supportOf(sheet, appeal).remindAfterDays ?? 30,
    storageKey: `broadsheet:${sheet.publication.id}:appeal`,
  };
}

/** The support page as a link: inside the paper where it is one of its pages. */
function supportAddress(links: Links, url: string): string {
  const address = addressesIn(links).get(url);
  return address === undefined || address === null
    ? url
    : `${address}${new URL(url).search}${anchorOf(url)}`;
}

/** The address without the parameter that holds the amount; in path and fragment nothing stands for it. */
function withoutAmount(url: string): string {
  const plain = new URL(url.replaceAll('{amount}', '0'));
  const template = new URL(url.replaceAll('{amount}', 'amount-here'));
  for (const [name, value] of template.searchParams) {
    if (value.includes('amount-here')) plain.searchParams.delete(name);
  }
  plain.pathname = template.pathname.replaceAll('amount-here', '');
  plain.hash = template.hash.replaceAll('amount-here', '');
  return plain.href;
}
