import type { Element, ElementContent, RootContent } from 'hast';
import { areAddress } from './links.ts';
import { isBlock, isElement, isPart, text, textContent, textOf } from './nodes.ts';

/** Parts that are no running text, or repeat it. */
const NOT_RUNNING = new Set([
  'press-figure',
  'press-gallery',
  'press-pullquote',
  'press-embed',
  'press-correction',
  'press-noteref',
  'press-notes',
]);

/**
 * The running text of nodes: paragraphs, headings, lists and tables, one block from the next by an
 * empty line; without pictures, captions, embeds, pull quotes and footnotes, and without the
 * addresses of links for which `isShown` is false.
 */
export function textOfNodes(
  nodes: readonly (RootContent | ElementContent)[],
  isShown: (href: string) => boolean = () => true,
): string {
  return asText(blocksOf(nodes, isShown));
}

/** What stays of a link that leads to nothing that is out: its words, but not where they are its address. */
export function unlinked(link: Element): ElementContent[] {
  return areAddress(textContent(link.children)) ? [text('…')] : link.children;
}

function asText(blocks: readonly string[]): string {
  return blocks
    .map(onOneLine)
    .filter((block) => block !== '')
    .join('\n\n');
}

/** A text without line ends and without spaces beside each other or around it. */
function onOneLine(content: string): string {
  return (/\s\s|[^\S ]/.test(content) ? content.replace(/\s+/g, ' ') : content).trim();
}

/** The same block by block, with the spaces as they are written. */
function blocksOf(
  nodes: readonly (RootContent | ElementContent)[],
  isShown: (href: string) => boolean,
): string[] {
  const blocks: string[] = [];
  let line = '';
  const finish = (): void => {
    if (line !== '') blocks.push(line);
    line = '';
  };
  const read = (list: readonly (RootContent | ElementContent)[]): void => {
    for (const node of list) {
      if (node.type === 'text') line += node.value;
      else if (isElement(node) && !NOT_RUNNING.has(node.tagName)) {
        if (node.tagName === 'br') line += ' ';
        else if (node.tagName === 'press-update') {
          finish();
          line = textOf(node, 'headline') ?? '';
          finish();
          read(node.children);
          finish();
        } else if (node.tagName === 'td' || node.tagName === 'th') {
          line += ' ';
          read(node.children);
          line += ' ';
        } else if (isBlock(node)) {
          finish();
          read(node.children);
          finish();
        } else if (node.tagName === 'a' && !isShown(textOf(node, 'href') ?? '')) {
          read(unlinked(node));
        } else read(node.children);
      }
    }
  };
  read(nodes);
  finish();
  return blocks;
}

/**
 * The first paragraph that has words and stands in no part of the paper, without bare addresses: they
 * say nothing of a story, and one may lead to another that is not out.
 */
export function firstParagraph(nodes: readonly (RootContent | ElementContent)[]): string {
  for (const node of nodes) {
    if (!isElement(node) || isPart(node)) continue;
    if (node.tagName === 'p') {
      const content = asText(blocksOf(node.children, () => false));
      if (IN_A_WORD.test(content)) return content;
    } else if (node.tagName === 'div' || node.tagName === 'section') {
      const within = firstParagraph(node.children);
      if (within !== '') return within;
    }
  }
  return '';
}

/** Scripts that set no spaces between words. */
const UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]/;
const BETWEEN_WORDS = /[\s\u2013\u2014/|]/;
const IN_A_WORD = /[\p{L}\p{N}]/u;

/** What a character is for counting words. */
const UNKNOWN = 0;
const SIGN = 1;
const LETTER = 2;
const BETWEEN = 3;
const LETTER_UNSPACED = 4;

/** By UTF-16 unit, as far as they have been asked for: a look here is quicker than an expression. */
const KINDS = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = UNSPACED.test(character)
    ? LETTER_UNSPACED
    : BETWEEN_WORDS.test(character)
      ? BETWEEN
      : IN_A_WORD.test(character)
        ? LETTER
        : SIGN;
  KINDS[unit] = kind;
  return kind;
}

/**
 * How many words the running text of a body has: stretches with a letter or digit between spaces,
 * dashes and strokes; in scripts without spaces, as `Intl.Segmenter` counts them.
 */
export function countWords(
  nodes: readonly (RootContent | ElementContent)[],
  language: string,
): number {
  const blocks = blocksOf(nodes, () => true);
  let count = 0;
  for (const block of blocks) {
    const words = countSpaced(block);
    if (words === undefined) return countSegments(asText(blocks), language);
    count += words;
  }
  return count;
}

/** Undefined for a text that has letters of a script without spaces. */
function countSpaced(block: string): number | undefined {
  let count = 0;
  let counted = false;
  for (let index = 0; index < block.length; index += 1) {
    const unit = block.charCodeAt(index);
    const known = KINDS[unit] ?? UNKNOWN;
    const kind = known === UNKNOWN ? kindOf(unit) : known;
    if (kind === LETTER) {
      if (!counted) count += 1;
      counted = true;
    } else if (kind === BETWEEN) counted = false;
    else if (kind === LETTER_UNSPACED) return undefined;
    else if (!counted && isWideLetter(block, index)) {
      count += 1;
      counted = true;
    }
  }
  return count;
}

/** Whether a letter or digit of two UTF-16 units begins here. */
function isWideLetter(content: string, index: number): boolean {
  const point = content.codePointAt(index) ?? 0;
  return point > 0xffff && IN_A_WORD.test(String.fromCodePoint(point));
}

function countSegments(content: string, language: string): number {
  let count = 0;
  for (const segment of segmenter(language).segment(content)) {
    if (segment.isWordLike === true) count += 1;
  }
  return count;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language);
  if (found === undefined) {
    let locale = 'en';
    try {
      locale = Intl.getCanonicalLocales(language)[0] ?? 'en';
    } catch {
      // Not a language tag: the rules are nearly the same for all.
    }
    found = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(language, found);
  }
  return found;
}
