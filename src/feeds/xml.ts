/** XML as data, written out exactly: no text is retyped, trimmed or read as markup. */

export type XmlNode = XmlElement | XmlText;

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** Elements stand on lines of their own; a text stands alone in its element. */
  content: XmlElement[] | XmlText | undefined;
}

export interface XmlText {
  text: string;
  /** Markup of another language, legible in the source. */
  cdata: boolean;
}

type AttributeValue = string | number | undefined;

/** An element; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Record<string, AttributeValue> = {},
  content?: XmlElement[] | XmlText | string,
): XmlElement {
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, String(value)]],
      ),
    ),
    content: typeof content === 'string' ? { text: content, cdata: false } : content,
  };
}

/** Text in a CDATA section. */
export function cdata(text: string): XmlText {
  return { text, cdata: true };
}

/** A whole document, one element a line; `style` is the address of its stylesheet (CSS). */
export function xmlDocument(root: XmlElement, style?: string): string {
  const styled =
    style === undefined
      ? ''
      : `<?xml-stylesheet type="text/css" href="${attributeText(style)}"?>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${styled}${written(root, '')}\n`;
}

/**
 * The text without what XML 1.0 has no way to say (control characters, lone surrogates, U+FFFE and
 * U+FFFF), without the control characters that it merely discourages, and without U+FFFD, which
 * says only that a character was lost.
 */
export function legalText(text: string): string {
  if (text.isWellFormed() && !NOT_LEGAL.test(text)) return text;
  return text.replace(NOT_LEGAL_OR_HALF, '');
}

/** As ranges of code units, which are found several times as fast as characters. */
// eslint-disable-next-line no-control-regex -- these very characters are to be found
const NOT_LEGAL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd-\uffff]/;

const NOT_LEGAL_OR_HALF =
  /[^\t\n\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FFFC}\u{10000}-\u{10FFFF}]/gu;

function written(node: XmlElement, indent: string): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${attributeText(value)}"`)
    .join('');
  const { content } = node;
  const start = `${indent}<${node.name}${attributes}`;
  if (content === undefined) return `${start}/>`;
  if (!Array.isArray(content)) return `${start}>${writtenText(content)}</${node.name}>`;
  const inner = content.map((child) => `${written(child, `${indent}  `)}\n`).join('');
  return `${start}>\n${inner}${indent}</${node.name}>`;
}

function writtenText({ text, cdata }: XmlText): string {
  const legal = legalText(text);
  return cdata
    ? `<![CDATA[${legal.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
    : // The same to XML, but RSS has readers that take `&lt;b` for the beginning of a tag, and the
      // RSS Best Practices Profile, which W3C's validator checks, asks for these.
      escaped(legal, '&#x26;', '&#x3C;');
}

function attributeText(value: string): string {
  return escaped(legalText(value), '&amp;', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

function escaped(text: string, ampersand: string, lessThan: string): string {
  return text.replaceAll('&', ampersand).replaceAll('<', lessThan).replaceAll('>', '&gt;');
}
