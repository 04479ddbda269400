/**
 * The last touch to a page: links become relative, and the policy names exactly the inline scripts
 * and styles that stand there. One pass over the tags; what stays as it is is copied in one piece.
 */
import { anchorOf, folderLinks, hashOf } from './folder-links.ts';
import type { FolderLinks, PageLink } from './folder-links.ts';
import { LayoutError } from './layouts/layout-error.ts';
import { TagReader } from './tag-reader.ts';

export type { PageLink } from './folder-links.ts';

/** A finished page and what its links demand of others. */
export interface FinishedPage {
  html: string;
  /** Each once, in the order of the page, but for those to anchors of the page itself. */
  links: PageLink[];
  ids: Set<string>;
}

/** Attributes that hold one address. */
const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'poster', 'action', 'data', 'cite']);

/** Those of them by which a page loads something by itself. */
const LOADING = new Set(['src', 'poster', 'data']);

/** Attributes that hold several. */
const SRCSET_ATTRIBUTES = new Set(['srcset', 'imagesrcset']);

/** Elements whose content is no markup, with the tag that ends each. */
const RAW_TEXT: ReadonlyMap<string, RegExp> = new Map([
  ['script', /<\/script/gi],
  ['style', /<\/style/gi],
  ['textarea', /<\/textarea/gi],
  ['title', /<\/title/gi],
]);

/** What else there is to know of a page. */
export interface Finishing {
  /** SHA-256 (base64) of the scripts that may stand in it: those of layouts and components. */
  scripts: ReadonlySet<string>;
  /** It is served at any depth (404), so its links stay as they are. */
  fixed?: boolean | undefined;
}

/**
 * Finishes the HTML of the page at `address`. Every attribute that names an address inside the
 * site (`/…`) becomes relative, in `srcset`, `<meta http-equiv=refresh>` and CSS `url()` too;
 * absolute addresses of the primary origin are left to canonical, Open Graph and JSON-LD.
 * @throws LayoutError for a script that is not among `scripts`: its text came with the content.
 */
export function finishPage(
  html: string,
  address: string,
  { scripts, fixed = false }: Finishing,
): FinishedPage {
  return new Finish(html, address, folderLinks(address, fixed), scripts).page();
}

/** One page while it is finished. */
class Finish {
  readonly #html: string;
  readonly #address: string;
  readonly #inside: FolderLinks;
  readonly #ownScripts: ReadonlySet<string>;
  readonly #tags: TagReader;
  readonly #links = new Set<PageLink>();
  readonly #ids = new Set<string>();
  /** Hashes of the inline scripts and styles. */
  readonly #scripts = new Set<string>();
  readonly #styles = new Set<string>();
  /** The page up to its charset, where the policy comes; undefined until that is found. */
  #start: string | undefined;
  #result = '';
  /** What stands before this place is in the result. */
  #copied = 0;

  constructor(html: string, address: string, inside: FolderLinks, ownScripts: ReadonlySet<string>) {
    this.#html = html;
    this.#address = address;
    this.#inside = inside;
    this.#ownScripts = ownScripts;
    this.#tags = new TagReader(html);
  }

  page(): FinishedPage {
    const tags = this.#tags;
    while (tags.nextTag()) {
      if (tags.tag === 'meta') this.#meta();
      else if (tags.tag === 'script') this.#script();
      else {
        while (tags.nextAttribute()) this.#attribute();
        if (tags.tag === 'style') this.#style();
        else this.#skipText();
      }
    }
    this.#replace(this.#html.length, this.#html.length, '');
    if (this.#start === undefined)
      throw new Error('A page has no <meta charset="utf-8"> to put its policy after.');
    const content = policyOf(this.#scripts, this.#styles);
    const policy = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
    return {
      html: `${this.#start}${policy}${this.#result}`,
      links: [...this.#links],
      ids: this.#ids,
    };
  }

  /** Copies the page up to `from`, then has `text` instead of what stands there up to `to`. */
  #replace(from: number, to: number, text: string): void {
    this.#result += this.#html.slice(this.#copied, from) + text;
    this.#copied = to;
  }

  #attribute(): void {
    const { attribute } = this.#tags;
    if (attribute === 'id') {
      const id = this.#tags.value();
      if (id !== undefined) this.#ids.add(unescape(id));
    } else if (attribute === 'style' || attribute.startsWith('on')) {
      throw refused(this.#address, `${attribute}="${this.#tags.value() ?? ''}"`, OF_A_FILE);
    } else if (ADDRESS_ATTRIBUTES.has(attribute)) {
      if (LOADING.has(attribute) && this.#tags.tag !== 'script') this.#refuseRemote(attribute);
      this.#rewrite((value) => this.#written(value));
    } else if (SRCSET_ATTRIBUTES.has(attribute)) {
      this.#rewrite((value) => rewriteSrcset(value, (one) => this.#written(one)));
    }
  }

  /** Refuses what a page would load from another host, for its policy does. */
  #refuseRemote(attribute: string): void {
    const value = this.#tags.value() ?? '';
    if (!/^\s*(?:https?:)?\/\//i.test(value)) return;
    throw refused(this.#address, `${attribute}="${value}"`, 'Put the file into public/.');
  }

  /** Writes the attribute anew, where its value changes. */
  #rewrite(change: (value: string) => string): void {
    const tags = this.#tags;
    const value = tags.value();
    if (value === undefined) return;
    const plain = !value.includes('&');
    const changed = change(plain ? value : unescape(value));
    const escaped = escape(changed);
    if (escaped === value) return;
    this.#replace(tags.nameTo, tags.to, `="${escaped}"`);
  }

  /** An address as it is written on this page; what it names inside the site is noted. */
  #written(value: string): string {
    if (value.startsWith('#')) {
      this.#links.add({ target: this.#address, anchor: anchorOf(value) });
      return value;
    }
    const inside = this.#inside.link(value);
    if (inside === undefined) return value;
    this.#links.add(inside.link);
    return inside.written;
  }

  #meta(): void {
    const tags = this.#tags;
    let charset = false;
    let refresh = false;
    let content: { from: number; to: number; value: string } | undefined;
    while (tags.nextAttribute()) {
      const value = tags.value() ?? '';
      if (tags.attribute === 'charset') charset = value.toLowerCase() === 'utf-8';
      else if (tags.attribute === 'http-equiv') refresh = /^refresh/i.test(value);
      else if (tags.attribute === 'content') content = { from: tags.nameTo, to: tags.to, value };
      else this.#attribute();
    }
    if (refresh && content !== undefined) {
      const to = unescape(content.value).replace(
        /(url=)(.*)$/i,
        (_all, label: string, address: string) => `${label}${this.#written(address)}`,
      );
      this.#replace(content.from, content.to, `="${escape(to)}"`);
    }
    if (charset && this.#start === undefined) {
      this.#replace(tags.at, tags.at, '');
      this.#start = this.#result;
      this.#result = '';
    }
  }

  #script(): void {
    const tags = this.#tags;
    let type = '';
    let source: string | undefined;
    while (tags.nextAttribute()) {
      if (tags.attribute === 'src') source = tags.value() ?? '';
      else if (tags.attribute === 'type') type = (tags.value() ?? '').toLowerCase();
      this.#attribute();
    }
    const text = this.#skipText();
    // Of any other type it is data.
    if (!['', 'module'].includes(type) && !type.endsWith('javascript')) return;
    const hash = hashOf(text);
    if (source !== undefined || !this.#ownScripts.has(hash)) {
      throw foreignScript(this.#address, source ?? text);
    }
    this.#scripts.add(hash);
  }

  #style(): void {
    const from = this.#tags.at;
    const source = this.#skipText();
    const style = this.#inside.style(source);
    this.#styles.add(style.hash);
    for (const link of style.links) this.#links.add(link);
    if (style.text !== source) this.#replace(from, from + source.length, style.text);
  }

  /** Moves behind the text of an element that holds no markup, and gives it. */
  #skipText(): string {
    const ending = RAW_TEXT.get(this.#tags.tag);
    if (ending === undefined) return '';
    const from = this.#tags.at;
    ending.lastIndex = from;
    const to = ending.exec(this.#html)?.index ?? from;
    this.#tags.at = to;
    return this.#html.slice(from, to);
  }
}

/** How much of a script a message shows. */
const SHOWN = 60;

const OF_A_FILE = 'Write it in a stylesheet, or in a script in a file of its own.';

/** The error of what the policy of the page would refuse, and its readers never see. */
function refused(address: string, written: string, mend: string): LayoutError {
  return new LayoutError(
    `${address} has ${written.slice(0, 2 * SHOWN)}, which the policy of the page refuses. ${mend}`,
  );
}

function foreignScript(address: string, script: string): LayoutError {
  const shown = JSON.stringify(script.trim().slice(0, SHOWN));
  return new LayoutError(
    `${address} has a script that stands in no file of its own: ${shown}\n` +
      'Write it in a file (.js) beside the component, and there ' +
      "import text from './name.js?raw' and <script is:inline set:html={text} />.",
  );
}

/**
 * The Content-Security-Policy of a page with these inline scripts and styles. `'self'` also holds
 * on `file://`. What a `<meta>` policy cannot say (`frame-ancestors`) is in `_headers`.
 */
export function policy(scripts: readonly string[], styles: readonly string[]): string {
  return policyOf(new Set(scripts.map(hashOf)), new Set(styles.map(hashOf)));
}

/** The same, with the SHA-256 of each. */
function policyOf(scripts: ReadonlySet<string>, styles: ReadonlySet<string>): string {
  const sources = (hashes: ReadonlySet<string>) =>
    Array.from(hashes, (hash) => `'sha256-${hash}'`).join(' ');
  return [
    `default-src 'none'`,
    ...(scripts.size === 0 ? [] : [`script-src ${sources(scripts)}`]),
    ...(styles.size === 0 ? [] : [`style-src ${sources(styles)}`]),
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
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
