/** Ends a bare address where readers see its end, which GitHub's rules know for ASCII signs alone. */
import type { MarkdownNode } from './nodes.ts';

const HAS_ADDRESS = /https?:\/\/|www\./iu;
// eslint-disable-next-line no-control-regex
const MAY_END_LATE = /[^\u0000-\u007f]|&amp;/u;

/** Quotation marks, signs without width, and what Chinese and Japanese sentences have: never in an address. */
const NEVER_WITHIN =
  /[«»“”„‟‹›\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?=\p{P})[\u3001-\u303f\ufe30-\ufe4f\uff01-\uff65]/u;

/** What may stand in an address but not at its end. */
// eslint-disable-next-line no-control-regex
const NEVER_LAST = /[?!.,:*_~'"\u200c\u200d]|(?![\u0000-\u007f])\p{P}/u;

const WITH_A_HOST = /^(?:https?:\/\/|www\.)[^\s/?#]/iu;

/** Shortens the links of a tree that were made of bare addresses, in place: what follows is text. */
export function endBareAddresses(root: MarkdownNode, source: string): void {
  if (HAS_ADDRESS.test(source) && MAY_END_LATE.test(source)) endWithin(root, source);
}

function endWithin(node: MarkdownNode, source: string): void {
  const { children = [] } = node;
  for (const child of children) if (child.type !== 'link') endWithin(child, source);
  if (!children.some((child) => isBare(child, source))) return;
  node.children = children.flatMap((child) => (isBare(child, source) ? ended(child) : [child]));
}

function isBare({ position, type, url = '' }: MarkdownNode, source: string): boolean {
  if (type !== 'link') return false;
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
  let end = first === -1 ? written.length : first;
  const address = written.slice(0, end);
  let unopened = count(address, ')') - count(address, '(');
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!NEVER_LAST.test(last)) break;
  }
  return end;
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
