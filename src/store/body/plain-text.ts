import type { ElementContent, RootContent } from 'hast';
import type { ParsedBody } from './body.ts';
import { isBlank, isBlock, isElement, isPart, textContent, textOf } from './nodes.ts';

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
 * The running text of a body: paragraphs, headings, lists and tables, one block from the next by an
 * empty line; without pictures, captions, embeds, pull quotes and footnotes. Of a live report's
 * updates only those that `shows` names are in it; without `shows`, all.
 */
export function plainText(body: ParsedBody, shows?: (update: string) => boolean): string {
  return textOfNodes(body.tree.children, shows ?? (() => true));
}

/** The same for some nodes of a tree. */
export function textOfNodes(
  nodes: readonly (RootContent | ElementContent)[],
  shows: (update: string) => boolean,
): string {
  const blocks: string[] = [];
  let line = '';
  const finish = (): void => {
    const whole = (/\s\s|[^\S ]/.test(line) ? line.replace(/\s+/g, ' ') : line).trim();
    if (whole !== '') blocks.push(whole);
    line = '';
  };
  const read = (list: readonly (RootContent | ElementContent)[]): void => {
    for (const node of list) {
      if (node.type === 'text') line += node.value;
      else if (isElement(node) && !NOT_RUNNING.has(node.tagName)) {
        if (node.tagName === 'br') line += ' ';
        else if (node.tagName === 'press-update') {
          finish();
          if (!shows(textOf(node, 'update') ?? '')) continue;
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
        } else read(node.children);
      }
    }
  };
  read(nodes);
  finish();
  return blocks.join('\n\n');
}

/** The first paragraph that has words and stands in no part of the paper. */
export function firstParagraph(nodes: readonly (RootContent | ElementContent)[]): string {
  for (const node of nodes) {
    if (!isElement(node) || isPart(node)) continue;
    if (node.tagName === 'p') {
      const content = textContent(node.children).replace(/\s+/gu, ' ').trim();
      if (!isBlank(content)) return content;
    } else if (node.tagName === 'div' || node.tagName === 'section') {
      const within = firstParagraph(node.children);
      if (within !== '') return within;
    }
  }
  return '';
}

/** Scripts that set no spaces between words. */
const UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]/;
const PIECE = /[^\s\u2013\u2014/|]+/g;
const ASCII_WORD = /[a-z0-9]/i;
const WORD = /[\p{L}\p{N}]/u;

/** How many words a text has. */
export function countWords(content: string, language: string): number {
  let count = 0;
  if (!UNSPACED.test(content)) {
    for (const piece of content.match(PIECE) ?? []) {
      if (ASCII_WORD.test(piece) || WORD.test(piece)) count += 1;
    }
    return count;
  }
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
