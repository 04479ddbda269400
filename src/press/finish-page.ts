/**
 * The last touch to a page: links become relative, and the policy names exactly the inline scripts
 * and styles that stand there.
 */
import { createHash } from 'node:crypto';
import { relativeAddress } from '../addresses.ts';

/** A link from a page to something in the edition. */
export interface PageLink {
  /** Address inside the site. */
  target: string;
  /** The anchor without `#`, decoded; empty for none. */
  anchor: string;
}

/** A finished page and what its links demand of others. */
export interface FinishedPage {
  html: string;
  links: PageLink[];
  ids: Set<string>;
}

/** Attributes that hold one address. */
const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'poster', 'action', 'data', 'cite']);

/** Elements whose content is no markup, with the tag that ends each. */
const RAW_TEXT = new Map([
  ['script', /<\/script/gi],
  ['style', /<\/style/gi],
  ['textarea', /<\/textarea/gi],
  ['title', /<\/title/gi],
]);

const TAG = /<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|<!--[\s\S]*?-->/g;

const ATTRIBUTE = /([^\s"'<>/=]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/**
 * Finishes the HTML of the page at `address`. Every attribute that names an address inside the
 * site (`/…`) becomes relative, in `srcset`, `<meta http-equiv=refresh>` and CSS `url()` too;
 * absolute addresses of the primary origin are left to canonical, Open Graph and JSON-LD.
 * `fixed`: the page is served at any depth (404), so its links stay as they are.
 */
export function finishPage(html: string, address: string, fixed = false): FinishedPage {
  const links: PageLink[] = [];
  const ids = new Set<string>();
  const scripts: string[] = [];
  const styles: string[] = [];
  const relative = (value: string) => {
    const link = splitLink(value, address);
    if (link === undefined) return value;
    links.push({ target: link.target, anchor: decodeAnchor(link.suffix) });
    if (fixed) return value;
    if (value.startsWith('#')) return value;
    return relativeAddress(address, link.target, link.suffix);
  };

  let result = '';
  let end = 0;
  let match: RegExpExecArray | null;
  TAG.lastIndex = 0;
  while ((match = TAG.exec(html)) !== null) {
    const [whole, closing, name = '', attributes = ''] = match;
    result += html.slice(end, match.index);
    end = match.index + whole.length;
    if (name === '' || closing === '/') {
      result += whole;
      continue;
    }
    const tag = name.toLowerCase();
    const rewritten = rewriteAttributes(tag, attributes, relative, ids);
    result += `<${name}${rewritten}>`;
    const ending = RAW_TEXT.get(tag);
    if (ending === undefined) continue;
    ending.lastIndex = end;
    const close = ending.exec(html)?.index;
    if (close === undefined) continue;
    const text = html.slice(end, close);
    if (tag === 'style') {
      const style = fixed ? text : rewriteStyle(text, relative);
      styles.push(style);
      result += style;
    } else {
      if (tag === 'script' && isInlineScript(attributes)) scripts.push(text);
      result += text;
    }
    end = close;
    TAG.lastIndex = close;
  }
  result += html.slice(end);
  return { html: withPolicy(result, policy(scripts, styles)), links, ids };
}

/**
 * The Content-Security-Policy of a page with these inline scripts and styles. `'self'` also holds
 * on `file://`. What a `<meta>` policy cannot say (`frame-ancestors`) is in `_headers`.
 */
export function policy(scripts: readonly string[], styles: readonly string[]): string {
  const hashes = (texts: readonly string[]) =>
    [...new Set(texts.map((text) => `'sha256-${sha256(text)}'`))].join(' ');
  return [
    `default-src 'none'`,
    ...(scripts.length === 0 ? [] : [`script-src ${hashes(scripts)}`]),
    ...(styles.length === 0 ? [] : [`style-src ${hashes(styles)}`]),
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}

function withPolicy(html: string, content: string): string {
  const charset = /<meta charset="utf-8"\s*\/?>/i.exec(html);
  if (charset === null)
    throw new Error('A page has no <meta charset="utf-8"> to put its policy after.');
  const at = charset.index + charset[0].length;
  return `${html.slice(0, at)}<meta http-equiv="Content-Security-Policy" content="${content}">${html.slice(at)}`;
}

/** An inline script that runs: no `src`, and of a JavaScript type. */
function isInlineScript(attributes: string): boolean {
  if (/\ssrc\s*=/i.test(attributes)) return false;
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
  return type === '' || type === 'module' || type.endsWith('javascript');
}

function rewriteAttributes(
  tag: string,
  attributes: string,
  relative: (value: string) => string,
  ids: Set<string>,
): string {
  const refresh = tag === 'meta' && /http-equiv\s*=\s*["']?refresh/i.test(attributes);
  return attributes.replace(
    ATTRIBUTE,
    (whole: string, name: string, _assignment: string | undefined, ...values: unknown[]) => {
      const value = values.slice(0, 3).find((one): one is string => typeof one === 'string');
      if (value === undefined) return whole;
      const attribute = name.toLowerCase();
      if (attribute === 'id') ids.add(unescape(value));
      const rewritten = ADDRESS_ATTRIBUTES.has(attribute)
        ? relative(unescape(value))
        : attribute === 'srcset' || attribute === 'imagesrcset'
          ? rewriteSrcset(unescape(value), relative)
          : attribute === 'content' && refresh
            ? unescape(value).replace(
                /(url=)(.*)$/i,
                (_all, label: string, to: string) => `${label}${relative(to)}`,
              )
            : undefined;
      return rewritten === undefined ? whole : `${name}="${escape(rewritten)}"`;
    },
  );
}

/** An address that ends with a comma, or one with its descriptors, which end at the next comma. */
const CANDIDATE = /([^\s,]\S*?),+(?=\s|$)|([^\s,]\S*)([^,]*)/g;

function rewriteSrcset(srcset: string, relative: (value: string) => string): string {
  return [...srcset.matchAll(CANDIDATE)]
    .map(([, alone, address = '', descriptors = '']) =>
      alone === undefined ? `${relative(address)} ${descriptors.trim()}`.trim() : relative(alone),
    )
    .join(', ');
}

function rewriteStyle(css: string, relative: (value: string) => string): string {
  return css.replace(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s"']*))\s*\)/g,
    (whole, double?: string, single?: string, bare?: string) => {
      const value = double ?? single ?? bare ?? '';
      return value.startsWith('/') ? `url("${relative(value)}")` : whole;
    },
  );
}

/** What a link names inside the site; undefined for anything else. */
function splitLink(value: string, address: string): { target: string; suffix: string } | undefined {
  if (value.startsWith('#')) return { target: address, suffix: value };
  if (!value.startsWith('/') || value.startsWith('//')) return undefined;
  const at = value.search(/[?#]/);
  const path = at === -1 ? value : value.slice(0, at);
  const suffix = at === -1 ? '' : value.slice(at);
  return { target: decodePath(path), suffix };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

function decodeAnchor(suffix: string): string {
  const at = suffix.indexOf('#');
  return at === -1 ? '' : decodePath(suffix.slice(at + 1));
}

const CHARACTER = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|lt|gt|apos));/gi;

const NAMED: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };

/** The character references that serializers of attribute values write. */
function unescape(value: string): string {
  return value.replace(
    CHARACTER,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
