/** Takes links out of Markdown and leaves their words, and everything else as it was written. */
import { attributeText } from '../../store/body/attribute-text.ts';
import { readMarkdownTree } from '../../store/body/markdown-tree.ts';
import type { MarkdownNode } from '../../store/body/nodes.ts';
import { Report } from '../../store/body/report.ts';
import { cleanSource, withoutControls } from '../../store/body/source.ts';

/** A link that was taken out. */
export interface TakenOut {
  /** Line of the text before, from 1. */
  line: number;
  /** Line of the text after. */
  lineAfter: number;
  what: string;
  /** Whether words went with it, so that somebody should read the sentence again. */
  words: boolean;
}

/** The same, with its place in the source. */
interface Found extends Omit<TakenOut, 'lineAfter'> {
  start: number;
}

/** A piece of the source and what comes in its place. */
interface Cut {
  start: number;
  end: number;
  put: string;
}

/** Whether any link can be in it: most parsing is saved by this. */
const MAYBE_LINK = /\]|<a\s|:\/\/|www\.|::embed/i;

/** How often the text is read again: what was the words of a link can be an address itself. */
const MOST_READINGS = 4;

/**
 * Takes every link out of `body` whose address `isGone`: inline, by reference with its definition,
 * bare, as raw HTML, and embeds. The words of a link stay. A bare address has none: it goes with its
 * paragraph where that is all there is, and otherwise leaves a `…`.
 */
export function unlink(
  body: string,
  isGone: (href: string) => boolean,
): { body: string; done: TakenOut[] } {
  let text = body;
  const done: TakenOut[] = [];
  if (!MAYBE_LINK.test(body)) return { body, done };
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const round = unlinkOnce(text, isGone);
    if (round.done.length === 0) break;
    text = round.body;
    done.push(...round.done);
  }
  return { body: text, done };
}

function unlinkOnce(
  body: string,
  isGone: (href: string) => boolean,
): { body: string; done: TakenOut[] } {
  const nothing = { body, done: [] };
  const report = new Report('', 1);
  const source = cleanSource(body, report);
  if (source === undefined) return nothing;
  const root = readMarkdownTree(source, report);
  if (root === undefined) return nothing;
  const unlinker = new Unlinker(source, isGone);
  unlinker.read(root);
  if (unlinker.done.length === 0) return nothing;
  const places = source === body ? undefined : placesIn(body);
  const at = (offset: number) => (places === undefined ? offset : (places[offset] ?? body.length));
  let text = '';
  let from = 0;
  for (const { start, end, put } of unlinker.cuts.sort((a, b) => a.start - b.start)) {
    if (at(start) < from) continue;
    text += body.slice(from, at(start)) + put;
    from = at(end);
  }
  const lineAfter = ({ line, start }: Found) =>
    unlinker.cuts
      .filter((cut) => cut.end <= start)
      .reduce(
        (after, cut) => after - countLines(source.slice(cut.start, cut.end)) + countLines(cut.put),
        line,
      );
  return {
    body: text + body.slice(from),
    done: unlinker.done.map((found) => ({ ...found, lineAfter: lineAfter(found) })),
  };
}

/** For each unit of the source as it is parsed (`cleanSource`) where it stands in the file. */
function placesIn(body: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const character of body) {
    const first = at;
    at += character.length;
    if (character === '\ufeff' && first === 0) continue;
    // A line end of two characters stands where it begins.
    if (character === '\n' && body[first - 1] === '\r') continue;
    if (character !== '\r' && withoutControls(character) === '') continue;
    for (let unit = 0; unit < character.length; unit += 1) places.push(first + unit);
  }
  return places;
}

class Unlinker {
  readonly cuts: Cut[] = [];
  readonly done: Found[] = [];
  readonly #source: string;
  readonly #isGone: (href: string) => boolean;
  readonly #definitions = new Map<string, string>();
  /** A raw `<a …>` that has been cut and waits for its `</a>`. */
  #open = false;

  constructor(source: string, isGone: (href: string) => boolean) {
    this.#source = source;
    this.#isGone = isGone;
  }

  read(root: MarkdownNode): void {
    this.#define(root);
    this.#walk(root, []);
  }

  #define(node: MarkdownNode): void {
    if (node.type === 'definition') {
      const key = keyOf(node);
      if (!this.#definitions.has(key)) this.#definitions.set(key, node.url ?? '');
    }
    for (const child of node.children ?? []) this.#define(child);
  }

  #walk(node: MarkdownNode, above: readonly MarkdownNode[]): void {
    switch (node.type) {
      case 'link':
        if (this.#isGone(node.url ?? '')) this.#link(node, above);
        break;
      case 'linkReference': {
        const href = this.#definitions.get(keyOf(node));
        if (href !== undefined && this.#isGone(href)) this.#link(node, above);
        break;
      }
      case 'definition':
        if (this.#isGone(node.url ?? '')) {
          this.#note(node, 'the address of a link is taken out');
          this.#cutLines(node);
        }
        break;
      case 'leafDirective':
        if (node.name === 'embed') this.#embed(node, above);
        break;
      case 'html':
        this.#html(node);
        break;
      case 'textDirective':
        // Stands in the paper as it is written, so there is no link in it.
        return;
      default:
    }
    for (const child of node.children ?? []) this.#walk(child, [...above, node]);
  }

  #link(node: MarkdownNode, above: readonly MarkdownNode[]): void {
    const [start, end] = spanOf(node);
    const children = node.children ?? [];
    const words = children.map((child) => child.value ?? '').join('');
    const bare = this.#source[start] !== '[' || /^(?:https?:\/\/|www\.)\S+$/i.test(words.trim());
    if (bare) {
      this.#note(node, 'a bare address is taken out', true);
      const paragraph = above.at(-1);
      const around = above.at(-2);
      const alone =
        paragraph?.type === 'paragraph' &&
        paragraph.children?.length === 1 &&
        around?.type === 'root' &&
        (around.children?.length ?? 0) > 1;
      if (alone) this.#cutLines(paragraph);
      else this.cuts.push({ start, end, put: '…' });
      return;
    }
    const first = children[0];
    const last = children.at(-1);
    if (first === undefined || last === undefined) {
      this.#note(node, 'a link without words is taken out');
      this.cuts.push({ start, end, put: '' });
      return;
    }
    const from = spanOf(first)[0];
    const to = spanOf(last)[1];
    const left = this.#source.slice(from, to);
    this.#note(node, `the link is taken out, its words stay: ${left}`);
    this.cuts.push({ start, end: from, put: '' });
    this.#escapeStart(start, from, left);
    this.cuts.push({ start: to, end, put: '' });
  }

  /** Words that begin a line must not become a heading, a list or a quotation. */
  #escapeStart(start: number, from: number, words: string): void {
    const before = this.#source.slice(this.#source.lastIndexOf('\n', start - 1) + 1, start);
    if (!/^(?:[\s>]|[-+*]\s|\d{1,9}[.)]\s)*$/.test(before)) return;
    const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(words)?.[0];
    const sign = /^(?:[-+*](?:\s|$)|#{1,6}(?:\s|$)|>|:{2}|=+\s*$|-{2}|~~~|\|)/.test(words);
    if (number === undefined && !sign) return;
    const at = from + (number?.length ?? 0);
    this.cuts.push({ start: at, end: at, put: '\\' });
  }

  #embed(node: MarkdownNode, above: readonly MarkdownNode[]): void {
    if (!this.#isGone(attributeText(node.attributes?.['url'] ?? ''))) return;
    const around = above.at(-1);
    const others = (around?.children ?? []).filter(
      (child) => child !== node && child.data?.directiveLabel !== true,
    );
    if (around?.type === 'containerDirective' && others.length === 0) {
      // A part may not be empty.
      const [start, end] = spanOf(node);
      this.#note(node, 'the embed is taken out, its title stays', true);
      this.cuts.push({ start, end, put: attributeText(node.attributes?.['title'] ?? '…') });
      return;
    }
    this.#note(node, 'the embed is taken out', true);
    this.#cutLines(node);
  }

  #html(node: MarkdownNode): void {
    const [start, end] = spanOf(node);
    const html = this.#source.slice(start, end);
    for (const tag of html.matchAll(/<a(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>|<\/a\s*>/gi)) {
      const place = { start: start + tag.index, end: start + tag.index + tag[0].length, put: '' };
      if (tag[0].startsWith('</')) {
        if (this.#open) this.cuts.push(place);
        this.#open = false;
        continue;
      }
      const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag[0]);
      this.#open = this.#isGone(attributeText(href?.[1] ?? href?.[2] ?? href?.[3] ?? ''));
      if (!this.#open) continue;
      const line = (node.position?.start.line ?? 1) + countLines(html.slice(0, tag.index));
      const what = 'the link is taken out, its words stay';
      this.done.push({ line, what, words: false, start: place.start });
      this.cuts.push(place);
    }
  }

  /** Cuts a block with its lines; the blocks around it stay apart, and by one empty line. */
  #cutLines(node: MarkdownNode): void {
    const source = this.#source;
    const [start, end] = spanOf(node);
    const lineStart = source.lastIndexOf('\n', start - 1) + 1;
    const newline = source.indexOf('\n', end);
    const lineEnd = newline === -1 ? source.length : newline;
    if (source.slice(lineStart, start).trim() !== '' || source.slice(end, lineEnd).trim() !== '') {
      this.cuts.push({ start, end, put: '' });
      return;
    }
    const next = Math.min(lineEnd + 1, source.length);
    const afterBlank = lineStart === 0 || /\n[ \t]*\n$/.test(source.slice(0, lineStart));
    const blank = /^(?:[ \t]*\n)+/.exec(source.slice(next))?.[0].length ?? 0;
    // Between two lines of text an empty one is left.
    const apart = afterBlank || blank > 0 || next === source.length;
    this.cuts.push({
      start: lineStart,
      end: afterBlank ? next + blank : next,
      put: apart ? '' : '\n',
    });
  }

  #note(node: MarkdownNode, what: string, words = false): void {
    const line = node.position?.start.line ?? 1;
    this.done.push({ line, what, words, start: spanOf(node)[0] });
  }
}

function keyOf(node: MarkdownNode): string {
  return (node.identifier ?? '').toUpperCase();
}

function spanOf(node: MarkdownNode): [start: number, end: number] {
  const start = node.position?.start.offset ?? 0;
  return [start, node.position?.end.offset ?? start];
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
