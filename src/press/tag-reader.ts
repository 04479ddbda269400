/**
 * Reads the opening tags of a page, one after the other, and the attributes of each. For HTML that
 * our own components and serializers wrote: it repairs nothing and builds no tree.
 */

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const DOUBLE = 0x22;
const SINGLE = 0x27;

/** What ends a name or an unquoted value, by code: 1 for white space, 2 for the rest. */
const ENDS = new Uint8Array(128);
for (const code of [0x20, 0x09, 0x0a, 0x0c, 0x0d]) ENDS[code] = 1;
for (const code of [LESS, GREATER, SLASH, EQUALS, DOUBLE, SINGLE]) ENDS[code] = 2;

/** A place in a page that moves forward: `nextTag`, then `nextAttribute` until there is none. */
export class TagReader {
  readonly html: string;
  /** Where reading goes on. After the last attribute this is behind the tag. */
  at = 0;
  /** The name of the tag, in lower case. */
  tag = '';
  /** The name of the attribute, in lower case. */
  attribute = '';
  /** Where the attribute, its name, and its value with the quotes end, and where it begins. */
  from = 0;
  nameTo = 0;
  to = 0;
  #valueFrom = 0;
  #valueTo = -1;

  constructor(html: string) {
    this.html = html;
  }

  /** Moves into the next opening tag. False at the end of the page. */
  nextTag(): boolean {
    const { html } = this;
    let at = html.indexOf('<', this.at);
    while (at !== -1) {
      const code = html.charCodeAt(at + 1) | 0x20;
      if (code >= 0x61 && code <= 0x7a) {
        const end = this.#nameEnd(at + 1);
        this.tag = html.slice(at + 1, end).toLowerCase();
        this.at = end;
        return true;
      }
      at = html.indexOf('<', html.startsWith('!--', at + 1) ? this.#commentEnd(at) : at + 1);
    }
    return false;
  }

  /** Moves to the next attribute of the tag. False at the end of the tag, which is then behind. */
  nextAttribute(): boolean {
    const { html } = this;
    let at = this.at;
    let code = html.charCodeAt(at);
    while (code < 128 && ENDS[code] !== 0) {
      if (code === GREATER) {
        this.at = at + 1;
        return false;
      }
      at = code === DOUBLE || code === SINGLE ? this.#quoteEnd(at) + 1 : at + 1;
      code = html.charCodeAt(at);
    }
    if (Number.isNaN(code)) {
      this.at = html.length;
      return false;
    }
    const end = this.#nameEnd(at);
    this.attribute = html.slice(at, end).toLowerCase();
    this.from = at;
    this.nameTo = end;
    this.#readValue(end);
    this.at = this.to;
    return true;
  }

  /** The value of the attribute as it is written; undefined where it has none. */
  value(): string | undefined {
    return this.#valueTo === -1 ? undefined : this.html.slice(this.#valueFrom, this.#valueTo);
  }

  #readValue(nameEnd: number): void {
    const { html } = this;
    let at = this.#spaceEnd(nameEnd);
    if (html.charCodeAt(at) !== EQUALS) {
      this.#valueTo = -1;
      this.to = nameEnd;
      return;
    }
    at = this.#spaceEnd(at + 1);
    const code = html.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE) {
      this.#valueFrom = at + 1;
      this.#valueTo = this.#quoteEnd(at);
      this.to = this.#valueTo + 1;
      return;
    }
    this.#valueFrom = at;
    while (at < html.length && !endsValue(html.charCodeAt(at))) at += 1;
    this.#valueTo = at;
    this.to = at;
  }

  #nameEnd(from: number): number {
    const { html } = this;
    let at = from;
    while (at < html.length) {
      const code = html.charCodeAt(at);
      if (code < 128 && ENDS[code] !== 0) break;
      at += 1;
    }
    return at;
  }

  #spaceEnd(from: number): number {
    let at = from;
    while (ENDS[this.html.charCodeAt(at)] === 1) at += 1;
    return at;
  }

  /** Where the quoted text that begins at `at` ends; the end of the page, if it never does. */
  #quoteEnd(at: number): number {
    const end = this.html.indexOf(this.html.charAt(at), at + 1);
    return end === -1 ? this.html.length : end;
  }

  #commentEnd(at: number): number {
    const end = this.html.indexOf('-->', at + 4);
    return end === -1 ? at + 1 : end + 3;
  }
}

function endsValue(code: number): boolean {
  return code === GREATER || code === DOUBLE || code === SINGLE || ENDS[code] === 1;
}
