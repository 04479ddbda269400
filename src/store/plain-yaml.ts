/**
 * The little of YAML that front matter nearly always is, read line by line: keys with texts,
 * numbers, lists and groups of keys. That takes a tenth of the time of a whole YAML parser. It gives
 * up on all that it does not know for certain, every mistake among it, and leaves that to the parser;
 * what it reads, it reads as the parser does. `plain-yaml.test.ts` compares the two.
 *
 * Left to the parser: comments, anchors, tags, `{…}`, lists in brackets over several lines, escapes
 * other than `\"`, `\\` and `\/`, empty lines within a text, numbers other than `1` and `1.5`, tabs,
 * control characters, keys in quotes or with spaces, texts that begin with a sign of YAML.
 */

/** A value, and where it stood. */
export interface PlainNode {
  value: unknown;
  /** The line of its first character, from 1; of its key where nothing is written. */
  line: number;
  /** What was written; undefined where only the parser can tell where that ends. */
  source: string | undefined;
  /** The keys of a group. */
  keys?: readonly PlainKey[];
  /** The items of a list. */
  items?: readonly PlainNode[];
}

/** A key of a group. */
export interface PlainKey {
  name: string;
  line: number;
  node: PlainNode;
}

/** How many lines a text in quotes may have. */
const MOST_QUOTED_LINES = 20;

/** Tabs and other controls, the byte order mark, and lines of nothing but spaces. */
// eslint-disable-next-line no-control-regex
const PECULIAR = /[\u0000-\u0009\u000B-\u001F\u007F\uFEFF]|^ +$/m;

const KEY = /([\p{L}\p{N}][\p{L}\p{N}_.-]{0,99}):(?= |$)/uy;
const DOUBLE_QUOTED = /^"((?:[^"\\]|\\["\\/])*)" *$/;
const SINGLE_QUOTED = /^'((?:[^']|'')*)' *$/;
const BLOCK_HEADER = /^([|>])(-?)$/;

/**
 * An item of a list in brackets, in double, single or no quotes, and the comma behind it. No part of
 * any expression here can match what the part before it can: so none takes long on any text.
 */
const FLOW_ITEM =
  /(?:"((?:[^"\\]|\\["\\/])*)" *|'((?:[^']|'')*)' *|([^\s,[\]{}"'#&*!|>%@`?:-][^,[\]{}:#]*))(?:, *(?!\])|(?=\]))/y;

/** What no text without quotes begins with; a further line of one may begin with a quote. */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`\s]/;
const INDICATOR_FURTHER = /^[-?:#]/;

const WORD = /^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const INTEGER = /^\+?[0-9]+$/;
const DECIMAL = /^\+?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/;
/** `0x1F`, `0o17`, `1e3`, `.inf`, `.nan`, and more than these. */
const OTHER_NUMBER = /^\+?(?:0[ox]|\.(?:inf|nan)|[.\d]+e)/i;

/**
 * Reads YAML whole; undefined where it is not certain that the parser would read the same. It calls
 * itself for what is indented more, so that has to be bounded.
 */
export function readPlainYaml(text: string): PlainNode | undefined {
  return PECULIAR.test(text) ? undefined : new PlainReader(text).read();
}

/** Methods that read a value give undefined to give up; after one, the reader stands behind it. */
class PlainReader {
  readonly #lines: readonly string[];
  /** The line that is read, from 0, and its indentation; -1 behind the last line. */
  #at = 0;
  #indent = -1;

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  read(): PlainNode | undefined {
    this.#goTo(0);
    return this.#indent === 0 ? this.#group(0) : undefined;
  }

  /** A group of keys, from its first one, which begins at `column` of the line. */
  #group(column: number): PlainNode | undefined {
    const value: Record<string, unknown> = {};
    const keys: PlainKey[] = [];
    const line = this.#at + 1;
    do {
      const written = this.#written();
      KEY.lastIndex = column;
      const name = KEY.exec(written)?.[1];
      if (name === undefined || Object.hasOwn(value, name)) return undefined;
      const keyLine = this.#at + 1;
      const node = this.#valueOfKey(written, KEY.lastIndex, column);
      if (node === undefined) return undefined;
      value[name] = node.value;
      keys.push({ name, line: keyLine, node });
    } while (this.#indent === column);
    // A line that is indented more and belongs to no value would be a mistake, or belong to one.
    return this.#indent > column ? undefined : { value, line, source: undefined, keys };
  }

  /** What stands behind the colon of a key at `column`: on its line from `start` on, or below it. */
  #valueOfKey(written: string, start: number, column: number): PlainNode | undefined {
    const first = start + spacesAt(written, start);
    if (first < written.length) return this.#inline(written, first, column);
    const line = this.#at + 1;
    this.#goTo(this.#at + 1);
    const isList = this.#indent >= column && isDash(this.#written(), this.#indent);
    if (isList) return this.#list(this.#indent);
    if (this.#indent > column) return this.#group(this.#indent);
    return { value: null, line, source: '' };
  }

  /** A list of items behind dashes at `column`, from its first one. */
  #list(column: number): PlainNode | undefined {
    const value: unknown[] = [];
    const items: PlainNode[] = [];
    const line = this.#at + 1;
    do {
      const written = this.#written();
      const start = column + 1 + spacesAt(written, column + 1);
      if (start === written.length) return undefined;
      KEY.lastIndex = start;
      const node = KEY.test(written) ? this.#group(start) : this.#inline(written, start, column);
      if (node === undefined) return undefined;
      value.push(node.value);
      items.push(node);
    } while (this.#indent === column && isDash(this.#written(), column));
    return { value, line, source: undefined, items };
  }

  /** A value that begins on the line of its key or dash, which stands at `column`. */
  #inline(written: string, start: number, column: number): PlainNode | undefined {
    const line = this.#at + 1;
    const rest = written.slice(start);
    switch (written[start]) {
      case '"':
        return this.#quoted(rest, line, column, DOUBLE_QUOTED);
      case "'":
        return this.#quoted(rest, line, column, SINGLE_QUOTED);
      case '[':
        return this.#flowList(rest, line);
      case '|':
      case '>':
        return this.#block(rest, line, column);
      default:
        return this.#plain(rest, line, column);
    }
  }

  #quoted(rest: string, line: number, column: number, form: RegExp): PlainNode | undefined {
    let source = rest;
    let match = form.exec(source);
    let at = this.#at + 1;
    for (; match === null && at < line + MOST_QUOTED_LINES; at += 1) {
      const further = this.#lines[at] ?? '';
      if (indentOf(further) <= column) return undefined;
      source += `\n${further}`;
      match = form.exec(source);
    }
    const content = match?.[1];
    if (content === undefined) return undefined;
    const folded = content.includes('\n') ? content.split('\n').map(foldedLine).join(' ') : content;
    this.#goTo(at);
    return {
      value: form === DOUBLE_QUOTED ? unescaped(folded) : folded.replaceAll("''", "'"),
      line,
      source,
    };
  }

  /** `[a, b]` */
  #flowList(rest: string, line: number): PlainNode | undefined {
    const value: unknown[] = [];
    const items: PlainNode[] = [];
    let at = 1 + spacesAt(rest, 1);
    while (rest[at] !== ']') {
      FLOW_ITEM.lastIndex = at;
      const match = FLOW_ITEM.exec(rest);
      if (match === null) return undefined;
      const [whole, double, single, plain = ''] = match;
      let item: unknown;
      let source: string;
      if (double !== undefined) {
        item = unescaped(double);
        source = `"${double}"`;
      } else if (single !== undefined) {
        item = single.replaceAll("''", "'");
        source = `'${single}'`;
      } else {
        source = withoutSpacesBehind(plain);
        if (OTHER_NUMBER.test(source)) return undefined;
        item = meant(source);
      }
      value.push(item);
      items.push({ value: item, line, source });
      at += whole.length;
    }
    if (at + 1 + spacesAt(rest, at + 1) < rest.length) return undefined;
    this.#goTo(this.#at + 1);
    return { value, line, source: rest, items };
  }

  /** A text below `>` or `|` whose lines are all indented alike. */
  #block(rest: string, line: number, column: number): PlainNode | undefined {
    const header = BLOCK_HEADER.exec(rest);
    if (header === null) return undefined;
    const lines: string[] = [];
    let at = this.#at + 1;
    const indent = indentOf(this.#lines[at] ?? '');
    if (indent <= column) return undefined;
    for (; at < this.#lines.length; at += 1) {
      const further = this.#lines[at] ?? '';
      if (further === '' || indentOf(further) !== indent) break;
      lines.push(further.slice(indent));
    }
    const end = header[2] === '-' ? '' : '\n';
    this.#goTo(at);
    return { value: lines.join(header[1] === '>' ? ' ' : '\n') + end, line, source: undefined };
  }

  /** A text, number or word without quotes, with the further lines of a text. */
  #plain(rest: string, line: number, column: number): PlainNode | undefined {
    let source = rest;
    let words = withoutSpacesBehind(rest);
    if (INDICATOR.test(words) || endsEarly(words)) return undefined;
    let at = this.#at + 1;
    for (; at < this.#lines.length; at += 1) {
      const further = this.#lines[at] ?? '';
      const indent = indentOf(further);
      if (indent <= column) break;
      const more = withoutSpacesBehind(further.slice(indent));
      if (INDICATOR_FURTHER.test(more) || endsEarly(more)) return undefined;
      source += `\n${further}`;
      words += ` ${more}`;
    }
    if (OTHER_NUMBER.test(words)) return undefined;
    this.#goTo(at);
    return { value: meant(words), line, source };
  }

  /** Goes to the first line from `line` on that is not empty. */
  #goTo(line: number): void {
    let at = line;
    while (this.#lines[at] === '') at += 1;
    this.#at = at;
    this.#indent = at < this.#lines.length ? indentOf(this.#written()) : -1;
  }

  #written(): string {
    return this.#lines[this.#at] ?? '';
  }
}

/** A line of a text in quotes, without the spaces beside the line ends around it. */
function foldedLine(written: string, index: number, lines: readonly string[]): string {
  const from = index === 0 ? 0 : indentOf(written);
  return index === lines.length - 1
    ? written.slice(from)
    : withoutSpacesBehind(written.slice(from));
}

/** Whether a comment or another key may stand in a text without quotes. */
function endsEarly(words: string): boolean {
  return words.includes(': ') || words.includes(' #') || words.endsWith(':');
}

/** What words without quotes mean in the core schema. */
function meant(words: string): string | number | boolean | null {
  if (WORD.test(words)) {
    const letter = words[0]?.toLowerCase();
    return letter === 't' ? true : letter === 'f' ? false : null;
  }
  if (INTEGER.test(words)) return parseInt(words, 10);
  return DECIMAL.test(words) ? parseFloat(words) : words;
}

function unescaped(content: string): string {
  return content.includes('\\') ? content.replace(/\\(.)/g, '$1') : content;
}

function isDash(written: string, column: number): boolean {
  return written.startsWith('- ', column);
}

function indentOf(written: string): number {
  return spacesAt(written, 0);
}

function spacesAt(written: string, start: number): number {
  let end = start;
  while (written[end] === ' ') end += 1;
  return end - start;
}

/** Spaces only: `trimEnd` would take away letters as wide as none, which belong to a text. */
function withoutSpacesBehind(words: string): string {
  let end = words.length;
  while (words[end - 1] === ' ') end -= 1;
  return words.slice(0, end);
}
