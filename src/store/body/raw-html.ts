import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { raw, type Options } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import { allowed, PLACE, PLACE_PROPERTY, SCHEMA, withoutSwallowing } from './allow-list.ts';
import { reportUnsafeLink } from './addresses.ts';
import { safeAddress } from './links.ts';
import { element, isElement, isPart, lineOf, lineWithin } from './nodes.ts';
import type { Report } from './report.ts';
import { DEEPEST_NESTING } from './source.ts';
import { hasRaw } from './to-html-tree.ts';
import { reportUnclosed, withoutUnended } from './unclosed-html.ts';
import type { RawPiece } from './unclosed-html.ts';

/** How many tags of raw HTML one body may have, and how long one tag may be. */
const MOST_TAGS = 5_000;
const LONGEST_TAG = 10_000;

/** Elements that close themselves or each other, so that a row of them is not a depth. */
const CLOSES_ITSELF = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd ' +
    'option optgroup tbody thead tfoot rp rt'
  ).split(' '),
);

/**
 * The raw HTML in a tree as elements, and only what the allow-list lets pass. Each part of the paper
 * is parsed for itself, so that a stray `</div>` cannot break out of it. What is dropped is reported,
 * and as an error where the raw HTML is too much to parse or where it swallows a part.
 */
export function readRawHtml(tree: Root, report: Report): Root {
  if (!isParsable(tree, report)) return { type: 'root', children: [] };
  const root: Root = { type: 'root', children: [] };
  let between: RootContent[] = [];
  for (const node of tree.children) {
    // An element that is left open must not take in an update, which may be held back, or the notes.
    if (isElement(node, 'press-update') || isElement(node, 'press-notes')) {
      root.children.push(...parsed(between, report), {
        ...node,
        children: parsed(node.children, report),
      });
      between = [];
    } else between.push(node);
  }
  root.children.push(...parsed(between, report));
  dropUnsafeLinks(root.children, report);
  const safe = sanitize(root, SCHEMA);
  return safe.type === 'root' ? safe : { type: 'root', children: [safe] };
}

/** Takes away the addresses that the allow-list refuses, each with a word: it would say none. */
function dropUnsafeLinks(nodes: readonly (RootContent | ElementContent)[], report: Report): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const href = node.tagName === 'a' ? node.properties.href : undefined;
    if (typeof href === 'string' && safeAddress(href) === undefined) {
      reportUnsafeLink(node, href, report);
      delete node.properties.href;
    }
    dropUnsafeLinks(node.children, report);
  }
}

/** Tells hast-util-raw to keep positions; it does not read the file itself but for its length. */
const WITH_POSITIONS = { file: { toString: () => '' } } as unknown as Options;

function parsed(nodes: readonly RootContent[], report: Report): ElementContent[] {
  if (!hasRaw(nodes)) return nodes as ElementContent[];
  const pieces = withoutUnended([...rawPieces(nodes, report)], report);
  const kept: Kept = { parts: [], words: hasColumns(nodes) ? undefined : [], pieces };
  const withPlaces = makePlaces(nodes, kept, report);
  const { parts } = kept;
  for (const part of parts) part.children = parsed(part.children, report);

  // The parser holds back the words of an open table until something else comes.
  const end: RootContent = { type: 'comment', value: '' };
  const result = raw({ type: 'root', children: [...withPlaces, end] }, WITH_POSITIONS);
  const safe = allowed(result.type === 'root' ? result.children : [result], report);
  const found = new Set<number>();
  const filled = fillPlaces(safe, kept, found);
  for (const [index, part] of parts.entries()) {
    if (found.has(index)) continue;
    report.error({
      line: lineOf(part),
      value: part.tagName.replace('press-', ''),
      message: 'raw HTML that is not closed swallows this part',
      mend: 'close the HTML elements before it',
    });
  }
  return filled;
}

/** The pieces of raw HTML outside of parts, in the order in which `makePlaces` meets them. */
function* rawPieces(nodes: readonly RootContent[], report: Report): Generator<RawPiece> {
  for (const node of nodes) {
    if (node.type === 'raw') {
      const piece = { html: node.value, line: lineOf(node) };
      reportUnclosed(piece.html, piece.line, report);
      yield piece;
    } else if (isElement(node) && !isPart(node)) yield* rawPieces(node.children, report);
  }
}

/** What the HTML parser does not get to see, or not as it is written. */
interface Kept {
  parts: Element[];
  /** Texts without the spaces around them; undefined where the parser is to see all texts. */
  words: string[] | undefined;
  /** The raw HTML, in its order; each is taken out where it stands. */
  pieces: RawPiece[];
}

/**
 * Stands around the number of words that are kept. No author can write it: half a character is taken
 * out of a source, and no character reference makes one.
 */
const HALF = '\uD800';
const KEPT_WORDS = /\uD800(\d+)\uD800/g;

/**
 * Puts a marked empty element in the place of each part, and a number in the place of words, which
 * the parser would take in one by one, and put where it puts the number.
 */
function makePlaces(nodes: readonly RootContent[], kept: Kept, report: Report): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'raw') {
      const { html = '', line } = kept.pieces.shift() ?? {};
      result.push({ ...node, value: withoutSwallowing(html, line, report) });
    } else if (node.type === 'text') {
      result.push(kept.words === undefined ? node : withNumber(node, kept.words));
    } else if (!isElement(node)) continue;
    else if (isPart(node)) {
      const inline = node.tagName === 'press-noteref';
      const place = element(inline ? 'span' : 'figure', {
        [PLACE_PROPERTY]: `${PLACE}${kept.parts.length}`,
      });
      kept.parts.push({ ...node });
      result.push(place);
    } else result.push({ ...node, children: makePlaces(node.children, kept, report) });
  }
  return result;
}

/** A text with a number for its words; spaces around them matter to the parser, as in tables. */
function withNumber(node: Text, kept: string[]): Text {
  const { value } = node;
  let start = 0;
  let end = value.length;
  while (isSpace(value[start])) start += 1;
  while (end > start && isSpace(value[end - 1])) end -= 1;
  const words = value.slice(start, end);
  if (!/[\t\n\f\r ]/.test(words)) return node;
  const number = `${HALF}${kept.push(words) - 1}${HALF}`;
  return { ...node, value: `${value.slice(0, start)}${number}${value.slice(end)}` };
}

/** Whether there are columns of tables: behind an open one the parser takes spaces, but no words. */
function hasColumns(nodes: readonly (RootContent | ElementContent)[]): boolean {
  return nodes.some(
    (node) =>
      (node.type === 'raw' && /<col/iu.test(node.value)) ||
      (node.type === 'element' && hasColumns(node.children)),
  );
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && '\t\n\f\r '.includes(character);
}

function fillPlaces(
  nodes: readonly ElementContent[],
  kept: Kept,
  found: Set<number>,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') {
      node.value = node.value.replace(KEPT_WORDS, (_, n: string) => kept.words?.[Number(n)] ?? '');
      return [node];
    }
    if (node.type !== 'element') return [node];
    const place = node.properties[PLACE_PROPERTY];
    if (typeof place !== 'string') {
      node.children = fillPlaces(node.children, kept, found);
      return [node];
    }
    const index = Number(place.slice(PLACE.length));
    const part = kept.parts[index];
    if (part === undefined || found.has(index)) return [];
    found.add(index);
    return [part];
  });
}

/** Whether the raw HTML is shallow and short enough for a parser that recurses and copies. */
function isParsable(tree: Root, report: Report): boolean {
  let tags = 0;
  let depth = 0;
  const walk = (nodes: readonly (RootContent | ElementContent)[]): boolean =>
    nodes.every((node) => {
      if (node.type === 'element') return walk(node.children);
      if (node.type !== 'raw') return true;
      for (const match of node.value.matchAll(/<(\/?)([a-z][^\s/>]*)[^<>]*/giu)) {
        tags += 1;
        const name = (match[2] ?? '').toLowerCase();
        if (!CLOSES_ITSELF.has(name)) depth = Math.max(0, depth + (match[1] === '/' ? -1 : 1));
        const tooMuch =
          tags > MOST_TAGS
            ? `more than ${MOST_TAGS} tags of raw HTML`
            : depth > DEEPEST_NESTING
              ? `more than ${DEEPEST_NESTING} raw HTML elements stand in one another`
              : match[0].length > LONGEST_TAG
                ? `a tag of more than ${LONGEST_TAG} characters`
                : undefined;
        if (tooMuch === undefined) continue;
        report.error({
          line: lineWithin(lineOf(node), node.value, match.index),
          message: tooMuch,
          mend: 'write it as Markdown, or as several stories',
        });
        return false;
      }
      return true;
    });
  return walk(tree.children);
}
