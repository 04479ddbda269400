/** What a printed page says of itself, as machines read it. */
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A printed page. */
export interface PageFacts {
  /** `/2025/02/slug.html`. */
  address: string;
  title: string;
  description: string | undefined;
  canonical: string | undefined;
  noindex: boolean;
  /** A page that leads elsewhere at once. */
  redirect: boolean;
  headings: number;
  /** Addresses of links and media as written. */
  links: string[];
  /** Links to other hosts that are not encrypted. */
  insecure: string[];
  ids: Set<string>;
  alternates: { language: string; url: string }[];
  feeds: string[];
  image: { url: string; width: number; height: number; alt: string | undefined } | undefined;
  /** Texts of `application/ld+json`. */
  data: string[];
  imagesWithoutAlt: number;
}

/** Reads a page. Never throws: browsers take any text for HTML. */
export function readPage(address: string, html: string): PageFacts {
  const facts: PageFacts = {
    address,
    title: '',
    description: undefined,
    canonical: undefined,
    noindex: false,
    redirect: false,
    headings: 0,
    links: [],
    insecure: [],
    ids: new Set(),
    alternates: [],
    feeds: [],
    image: undefined,
    data: [],
    imagesWithoutAlt: 0,
  };
  const metas = new Map<string, string>();
  const visit = (node: Node): void => {
    if ('attrs' in node) look(node, facts, metas);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  facts.description = metas.get('description');
  facts.noindex = /\bnoindex\b/.test(metas.get('robots') ?? '');
  const url = metas.get('og:image');
  if (url !== undefined) {
    facts.image = {
      url,
      width: Number(metas.get('og:image:width')),
      height: Number(metas.get('og:image:height')),
      alt: metas.get('og:image:alt'),
    };
  }
  return facts;
}

function look(element: Element, facts: PageFacts, metas: Map<string, string>): void {
  const attribute = (name: string) => element.attrs.find((one) => one.name === name)?.value;
  const id = attribute('id');
  if (id !== undefined) facts.ids.add(id);
  for (const name of ['href', 'src'] as const) {
    const value = attribute(name);
    if (value === undefined || (element.tagName === 'link' && name === 'href')) continue;
    facts.links.push(value);
    if (value.startsWith('http://') && !/^http:\/\/[^/]+\.(onion|i2p)(\/|$)/.test(value)) {
      facts.insecure.push(value);
    }
  }
  switch (element.tagName) {
    case 'title':
      if (facts.title === '' && element.namespaceURI.endsWith('xhtml'))
        facts.title = textOf(element);
      break;
    case 'h1':
      facts.headings += 1;
      break;
    case 'img':
      if (attribute('alt') === undefined) facts.imagesWithoutAlt += 1;
      break;
    case 'script':
      if (attribute('type') === 'application/ld+json') facts.data.push(textOf(element));
      break;
    case 'meta': {
      if (attribute('http-equiv')?.toLowerCase() === 'refresh') facts.redirect = true;
      const name = attribute('name') ?? attribute('property');
      const content = attribute('content');
      if (name !== undefined && content !== undefined && !metas.has(name)) metas.set(name, content);
      break;
    }
    case 'link': {
      const href = attribute('href');
      const rel = attribute('rel');
      const language = attribute('hreflang');
      if (href === undefined) break;
      if (rel === 'canonical') facts.canonical = href;
      else if (rel === 'alternate' && language !== undefined) {
        facts.alternates.push({ language, url: href });
      } else if (rel === 'alternate' && /rss|atom|feed\+json/.test(attribute('type') ?? '')) {
        facts.feeds.push(href);
      } else facts.links.push(href);
    }
  }
}

function textOf(element: Element): string {
  return element.childNodes
    .map((child) => ('value' in child ? child.value : ''))
    .join('')
    .trim();
}
