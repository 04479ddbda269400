/** HTML as the tests look at it: a flat list of elements, by the parser that browsers agree on. */
import { parse, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

export interface Found {
  name: string;
  attributes: Record<string, string>;
  /** Text of the element and all below it. */
  text: string;
}

/** Every element of a page, in order. */
export function elementsOf(html: string): Found[] {
  const found: Found[] = [];
  visit(parse(html), found);
  return found;
}

/** Every element of a piece of HTML. */
export function elementsOfFragment(html: string): Found[] {
  const found: Found[] = [];
  visit(parseFragment(html), found);
  return found;
}

/** The text of a piece of HTML. */
export function textOfFragment(html: string): string {
  return textOf(parseFragment(html));
}

/** The attributes of the elements of a name. */
export function attributesOf(elements: readonly Found[], name: string): Record<string, string>[] {
  return elements.filter((one) => one.name === name).map(({ attributes }) => attributes);
}

/** The content of `<meta name>` or `<meta property>`, all that there are. */
export function metas(elements: readonly Found[], name: string): string[] {
  return attributesOf(elements, 'meta')
    .filter((meta) => meta['name'] === name || meta['property'] === name)
    .map((meta) => meta['content'] ?? '');
}

/** The addresses of `<link rel>`. */
export function links(elements: readonly Found[], rel: string): Record<string, string>[] {
  return attributesOf(elements, 'link').filter((link) => link['rel'] === rel);
}

/** The JSON-LD of a page; throws where it is no JSON. */
export function jsonLd(elements: readonly Found[]): Record<string, unknown>[] {
  return elements
    .filter(
      ({ name, attributes }) => name === 'script' && attributes['type'] === 'application/ld+json',
    )
    .map(({ text }) => JSON.parse(text) as Record<string, unknown>);
}

function visit(node: Node, found: Found[]): void {
  if ('tagName' in node) {
    found.push({
      name: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      text: textOf(node),
    });
  }
  if ('content' in node) visit(node.content, found);
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, found);
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
