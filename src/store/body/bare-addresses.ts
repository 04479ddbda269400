/** Ends a bare address where readers see its end, which GitHub's rules know for ASCII signs alone. */
import type { MarkdownNode } from './nodes.ts';

/** Whether a source may have an address that ends too late, or a reference in one. */
// eslint-disable-next-line no-control-regex
const MAY_END_LATE = /(?:https?:\/\/|www\.)[^\s<]*?(?:[^\u0000-\u007f]|&amp;)/iu;

/** Quotation marks, signs without width, and what Chinese and Japanese sentences have: never in an address. */
const NEVER_WITHIN =
  /[«»“”„‟‹›\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?=\p{P})[\u3001-\u303f\ufe30-\ufe4f\uff01-\uff65]/u;

/** What may stand in an address but not at its end. */
// eslint-disable-next-line no-control-regex
const NEVER_LAST = /(?:[?!.,:*_~'"\u200c\u200d]|(?![\u0000-\u007f])\p{P})+$/u;

const WITH_A_HOST = /^(?:https?:\/\/|www\.)[^\s/?#]/iu;

/** Shortens the links of a tree that were made of bare addresses, in place: what follows is text. */
export function endBareAddresses(root: MarkdownNode, source: string): void {
  if (MAY_END_LATE.test(source)) endWithin(root, source);
}

function endWithin(node: MarkdownNode, source: string): void {
  if (node.children === undefined) return;
  node.children = node.children.flatMap((child) => {
    if (child.type !== 'link') endWithin(child, source);
    else if (isBare(child, source)) return ended(child);
    return [child];
  });
}

function isBare({ position, url = '' }: MarkdownNode, source: string): boolean {
  const first = source[position?.start.offset ?? 0];
  return first !== '[' && first !== '<' && !url.startsWith('mailto:');
}

function ended(link: MarkdownNode): MarkdownNode[] {
  const written = link.children?.[0]?.value ?? '';
  const end = endOf(written);
  const address = written.slice(0, end);
  const rest = written.slice(end);
  if (!WITH_A_HOST.test(address)) return [{ ...spanning(link, 0), type: 'text', value: written }];
  const words = address.replaceAll('&amp;', '&');
  const scheme = /^www\./iu.test(words) ? 'http://' : '';
  const kept = { ...spanning(link, 0, end), type: 'link', url: `${scheme}${words}` };
  return [
    { ...kept, children: [{ ...spanning(link, 0, end), type: 'text', value: words }] },
    ...(rest === '' ? [] : [{ ...spanning(link, end), type: 'text', value: rest }]),
  ];
}

/** Where an address ends that a text begins with. */
function endOf(written: string): number {
  const first = written.search(NEVER_WITHIN);
  let address = first === -1 ? written : written.slice(0, first);
  for (let before = ''; before !== address;) {
    before = address;
    address = address.replace(NEVER_LAST, '');
    if (address.endsWith(')') && count(address, ')') > count(address, '(')) {
      address = address.slice(0, -1);
    }
  }
  return address.length;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** The place of a part of a node that stands on one line, from `from` to `to` units of it. */
function spanning({ position }: MarkdownNode, from: number, to?: number): Partial<MarkdownNode> {
  if (position === undefined) return {};
  const { start, end } = position;
  const at = (units: number) => ({
    line: start.line,
    column: start.column + units,
    ...(start.offset === undefined ? {} : { offset: start.offset + units }),
  });
  return { position: { start: at(from), end: to === undefined ? end : at(to) } };
}
