import type { Element, ElementContent, Properties, RootContent } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import { LINK_PROTOCOLS, protocolOf } from './links.ts';
import { lineOf, lineWithin, PARTS } from './nodes.ts';
import type { Report } from './report.ts';
import { slugOf } from './slug.ts';

/*
 * What of the raw HTML in a body may reach a page. Whatever is not named here is dropped: unknown
 * elements leave their content behind, the ones in `WITH_CONTENT` take it along.
 */

const ELEMENTS = new Set(
  (
    'a abbr aside b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn ' +
    'div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ' +
    'ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr ' +
    'u ul var wbr'
  ).split(' '),
);

/** Old or near names for an allowed element. */
const RENAMED: Readonly<Record<string, string>> = {
  acronym: 'abbr',
  article: 'section',
  big: 'span',
  center: 'div',
  dir: 'ul',
  strike: 's',
  tt: 'code',
};

/** Elements that go without a word, because all that they did was presentation or nothing. */
const SILENT_ELEMENTS = new Set(['font', 'nobr', 'picture', 'source', 'html', 'head', 'body']);

/** Elements whose content means nothing, or something dangerous, without them. */
const WITH_CONTENT = new Set(
  (
    'applet audio base canvas datalist embed frame frameset iframe link math meta noembed ' +
    'noframes noscript object param portal script select style svg template textarea title track ' +
    'video xmp'
  ).split(' '),
);

/** Those of them that have no content. */
const VOID = new Set(['base', 'embed', 'frame', 'link', 'meta', 'param', 'track']);

/**
 * Allowed elements that have no content, whose end HTML lets go unsaid, or without which a list or a
 * table would be none.
 */
const END_UNSAID = new Set(
  (
    'br caption col colgroup dd dir dl dt hr img li ol p rp rt ruby table tbody td tfoot th thead ' +
    'tr ul wbr'
  ).split(' '),
);

/** Tags that would make the HTML parser swallow what follows them; they go before it runs. */
const SWALLOWING =
  /<\/?(?:plaintext|select|optgroup|option|textarea|frameset|frame|noframes|noembed|noscript|xmp|title|html|head|body|template|form|button)(?=[\s/>])[^>]*>/giu;

/** What a value must be to be kept; the value as it is kept. */
type Check = (value: string) => Properties[string] | undefined;

const anyText: Check = (value) => value;
const flag: Check = () => true;
const integer: Check = (value) => (/^-?\d{1,6}$/u.test(value) ? Number(value) : undefined);
const span: Check = (value) =>
  /^[1-9]\d{0,2}$/u.test(value) && Number(value) <= 100 ? Number(value) : undefined;
const oneOf =
  (...choices: string[]): Check =>
  (value) =>
    choices.includes(value) ? value : undefined;
const web: Check = (value) => {
  const protocol = protocolOf(value);
  return protocol === 'http' || protocol === 'https' ? value : undefined;
};
const prefixedIds: Check = (value) =>
  value
    .split(/\s+/u)
    .map(authorId)
    .filter((id) => id !== '');
const relations: Check = (value) => {
  const kept = value
    .toLowerCase()
    .split(/\s+/u)
    .filter((token) => /^(?:nofollow|sponsored|ugc|external|author|license|me)$/u.test(token));
  return kept.length > 0 ? kept : undefined;
};

/** Attributes by hast property name; `*` for every element. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  '*': {
    dir: oneOf('ltr', 'rtl', 'auto'),
    lang: (value) => (/^[a-z]{1,8}(?:-[a-z0-9]{1,8}){0,5}$/iu.test(value) ? value : undefined),
    title: anyText,
    id: (value) => authorId(value) || undefined,
  },
  a: { href: anyText, rel: relations },
  abbr: {},
  blockquote: { cite: web },
  code: {
    className: (value) => (/^language-[a-z0-9+-]{1,40}$/u.test(value) ? [value] : undefined),
  },
  col: { span },
  colgroup: { span },
  data: { value: anyText },
  del: { cite: web, dateTime: anyText },
  details: { open: flag },
  img: { src: anyText, alt: anyText },
  ins: { cite: web, dateTime: anyText },
  li: { value: integer },
  ol: { start: integer, reversed: flag, type: oneOf('1', 'a', 'A', 'i', 'I') },
  q: { cite: web },
  td: { colSpan: span, rowSpan: span, headers: prefixedIds },
  th: {
    colSpan: span,
    rowSpan: span,
    headers: prefixedIds,
    scope: oneOf('row', 'col', 'rowgroup', 'colgroup'),
    abbr: anyText,
  },
  time: { dateTime: anyText },
};

/** Attributes that only tell how something looks, or that browsers ignore: dropped without a word. */
const SILENT_ATTRIBUTES = new Set(
  (
    'align alink background bgColor border borderColor cellPadding cellSpacing char charOff clear ' +
    'color compact decoding face fetchPriority frame hSpace height hrefLang link loading ' +
    'noShade noWrap rules size sizes srcSet summary text type vAlign vLink vSpace width ' +
    'referrerPolicy tabIndex'
  ).split(' '),
);

/** The marker of a place that a part of the paper holds; no author can write U+0000. */
export const PLACE = '\u0000';
export const PLACE_PROPERTY = 'dataPress';

/** Raw HTML without the tags that would swallow the rest of the text; each is reported. */
export function withoutSwallowing(html: string, line: number | undefined, report: Report): string {
  return html.replace(SWALLOWING, (tag: string, at: number) => {
    const name = /[a-z]+/iu.exec(tag)?.[0].toLowerCase() ?? '';
    if (!tag.startsWith('</') && !SILENT_ELEMENTS.has(name)) {
      report.dropped(droppedElement(name, lineWithin(line, html, at)));
    }
    return '';
  });
}

/** Whether an element that is not ended takes along what follows it. */
export function takesContentAlong(name: string): boolean {
  SWALLOWING.lastIndex = 0;
  return WITH_CONTENT.has(name) && !VOID.has(name) && !SWALLOWING.test(`<${name}>`);
}

/** Whether an element that is not ended has in it, on the page, what follows it. */
export function goesOn(name: string): boolean {
  return ELEMENTS.has(RENAMED[name] ?? name) && !END_UNSAID.has(name);
}

/** The id that an element of the author's gets: apart from the ids of the page around. */
export function authorId(written: string): string {
  const slug = slugOf(written);
  return slug === '' ? '' : `text-${slug}`;
}

/** Parsed raw HTML, reduced to what the list allows. Each thing that is dropped is reported. */
export function allowed(nodes: readonly RootContent[], report: Report): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text') result.push(node);
    else if (node.type === 'element') result.push(...allowedElement(node, report));
  }
  return result;
}

function allowedElement(node: Element, report: Report): ElementContent[] {
  const place = node.properties[PLACE_PROPERTY];
  if (typeof place === 'string' && place.startsWith(PLACE)) return [node];

  const name = node.tagName.toLowerCase();
  if (WITH_CONTENT.has(name)) {
    report.dropped(droppedElement(name, lineOf(node)));
    return [];
  }
  const children = allowed(node.children, report);
  // Google Docs puts all that is copied into such a `b`, and says in its style that it is not bold.
  if (isWrapper(node)) return children;
  const tagName = RENAMED[name] ?? name;
  if (!ELEMENTS.has(tagName)) {
    if (!SILENT_ELEMENTS.has(name)) report.dropped(droppedElement(name, lineOf(node)));
    return children;
  }
  const kept: Element = {
    type: 'element',
    tagName,
    properties: allowedProperties(node, tagName, report),
    children,
  };
  if (name === 'center') kept.properties.className = ['align-center'];
  if (node.position !== undefined) kept.position = node.position;
  return [kept];
}

/** Whether an element is the wrapper of what was copied from Google Docs. */
function isWrapper({ properties: { id }, tagName }: Element): boolean {
  return tagName === 'b' && typeof id === 'string' && id.startsWith('docs-internal-guid-');
}

function allowedProperties(node: Element, tagName: string, report: Report): Properties {
  const result: Properties = {};
  const own = ATTRIBUTES[tagName] ?? {};
  const everywhere = ATTRIBUTES['*'] ?? {};
  for (const [name, value] of Object.entries(node.properties)) {
    const written = Array.isArray(value) ? value.join(' ') : String(value);
    const check = Object.hasOwn(own, name) ? own[name] : everywhere[name];
    const keep = check?.(written);
    if (keep !== undefined) {
      result[name] = keep;
      continue;
    }
    if (name === 'align' && /^(?:left|right|center)$/iu.test(written) && takesAlignment(tagName)) {
      result.className = [`align-${written.toLowerCase()}`];
    } else if (tagName === 'a' && name === 'name') {
      const id = authorId(written);
      if (id !== '') result.id ??= id;
    } else if (!SILENT_ATTRIBUTES.has(name) && !(name === 'rel' && tagName === 'a')) {
      report.dropped({
        line: lineOf(node),
        field: attributeName(name),
        value: written,
        message: `the attribute ${attributeName(name)} of <${node.tagName}> was dropped`,
      });
    }
  }
  return result;
}

function takesAlignment(tagName: string): boolean {
  return /^(?:td|th|tr|p|div|h[1-6]|caption)$/u.test(tagName);
}

function attributeName(property: string): string {
  if (property === 'className') return 'class';
  return property.replace(/^(data|aria)(?=[A-Z0-9])/u, '$1-').toLowerCase();
}

function droppedElement(
  name: string,
  line: number | undefined,
): { line: number | undefined; value: string; message: string } {
  return { line, value: `<${name}>`, message: `the element <${name}> was dropped` };
}

/**
 * The same list for hast-util-sanitize, which runs last over every tree that has seen raw HTML: a
 * second gate, by other people's code. The paper's parts pass it.
 */
export const SCHEMA: Schema = {
  allowComments: false,
  allowDoctypes: false,
  ancestors: {
    ...Object.fromEntries(
      ['tbody', 'td', 'th', 'thead', 'tfoot', 'tr', 'caption', 'col', 'colgroup'].map((name) => [
        name,
        ['table'],
      ]),
    ),
    dd: ['dl'],
    dt: ['dl'],
    figcaption: ['figure'],
    li: ['ol', 'ul'],
    rp: ['ruby'],
    rt: ['ruby'],
    summary: ['details'],
  },
  attributes: {
    ...Object.fromEntries(
      Object.entries(ATTRIBUTES).map(([name, checks]) => [
        name,
        // A bare `className` would let any class pass: the classes are given below.
        Object.keys(checks).filter((property) => property !== 'className'),
      ]),
    ),
    '*': ['dir', 'lang', 'title', 'id', ['className', 'align-left', 'align-center', 'align-right']],
    code: [['className', /^language-[a-z0-9+-]+$/u]],
    ...Object.fromEntries(Object.entries(PARTS).map(([name, fields]) => [name, [...fields]])),
  },
  clobber: [],
  protocols: { href: LINK_PROTOCOLS, cite: ['http', 'https'], src: [], url: ['http', 'https'] },
  required: {},
  strip: [...WITH_CONTENT],
  tagNames: [...ELEMENTS, ...Object.keys(PARTS)],
};
