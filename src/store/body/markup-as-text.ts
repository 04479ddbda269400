/**
 * Finds markup that is printed as it is written, because one sign of it is missing or misplaced, and
 * paragraphs that a line below them makes a heading.
 */
import { lineOf, lineWithin, type MarkdownNode } from './nodes.ts';
import type { Report } from './report.ts';
import { endOfRawText, wordsOfHtml } from './unclosed-html.ts';

/** A slip, and how it looks in a text that was parsed. */
interface Slip {
  looks: RegExp;
  /** Where this stands in the source, the author means the signs themselves. */
  escaped: string;
  message: string;
  mend: string;
  /** Readers would see what was not meant for them. */
  grave?: true;
}

const SLIPS: readonly Slip[] = [
  {
    looks: /<!--/u,
    escaped: '\\<',
    message: 'a comment is printed, because it does not end in its paragraph',
    mend: 'begin it on a line of its own, or take the empty lines out of it',
    grave: true,
  },
  {
    looks: /^#{2,6}(?:[^\s#]|[\u00a0\u2007\u202f])/mu,
    escaped: '\\#',
    message: 'a heading is printed with its signs',
    mend: 'write a space behind them: ## Heading',
  },
  {
    looks: /\]\(\s*(?=[^)\s])|\]\s\((?=https?:|\.{0,2}\/)/u,
    escaped: '\\]',
    message: 'a link or picture is printed as it is written',
    mend: 'write [words](address) with no space between the brackets, and %20 for one in the address',
  },
  {
    looks: /\[(?=[^[\]\n]*?\p{L})[^[\]\n]*\]\[(?:(?=[^[\]\n]*?\p{L})[^[\]\n]*)?\]/u,
    escaped: '\\[',
    message: 'a link is printed as it is written, for its address stands nowhere',
    mend: 'write the address on a line of its own, [name]: https://…, or [words](address)',
  },
  {
    looks: /(?<![\p{L}*])\*{4,}(?=[\p{L}[(«“"]|\d+\s\p{L})/u,
    escaped: '\\*',
    message: 'stars are printed, because there are more before these words than behind them',
    mend: 'write two on both sides of bold words: **Words**',
  },
  {
    looks: /(?:^|[\s(«“„"'])\*\*(?=[^\s*])/mu,
    escaped: '\\*',
    message: 'the signs of bold words are printed',
    mend: 'write a space outside of them, **Words:** and on, or <b>Words:</b>and on without one',
  },
  {
    looks: /^\|.*\|[ \t]*\n\|.*\|/mu,
    escaped: '\\|',
    message: 'a table is printed as lines of text',
    mend: 'write a line under its head with a dash for each column: |---|---|',
  },
];

/** Whether a source has any of the signs. */
export function mayHaveSlips(source: string): boolean {
  return /<!--|##|\]\s?\(|\]\[|\*\*|^[ \t]*\||^[ \t>]*-+[ \t]*$/mu.test(source);
}

/** Tells of each slip in a paragraph, heading or cell once. */
export function findSlips(root: MarkdownNode, source: string, report: Report): void {
  for (const node of root.children ?? []) {
    if (node.type === 'html') {
      findMarkdownIn(node, report);
      continue;
    }
    if (!['paragraph', 'heading', 'tableCell'].includes(node.type)) {
      findSlips(node, source, report);
      continue;
    }
    const said = wordsOf(node);
    const { start, end } = node.position ?? {};
    const written = source.slice(start?.offset ?? 0, end?.offset ?? 0);
    if (node.type === 'heading' && !written.startsWith('#') && SENTENCE.test(said)) {
      report.warning({
        line: lineOf(node),
        value: said.split('\n', 1)[0]?.slice(0, LONGEST_VALUE),
        message: 'a paragraph becomes a heading by the line below it',
        mend: 'leave an empty line between the two, or write ## before a heading',
      });
    }
    for (const { escaped, grave, looks, mend, message } of SLIPS) {
      const found = looks.exec(said);
      if (found === null || written.includes(escaped)) continue;
      const line = lineWithin(lineOf(node), said, found.index + found[0].search(/\S/u));
      const value = said.slice(found.index).trim().split('\n', 1)[0]?.slice(0, LONGEST_VALUE);
      report[grave === true ? 'error' : 'warning']({ line, value, message, mend });
    }
  }
}

/** Links, pictures, bold words and headings, as they look where they are not read. */
const MARKDOWN =
  /!?\[[^\]\n]{0,300}\]\([^()\s]+(?:\s[^()\n]*)?\)|(?<![\p{L}\p{N}*])\*\*[^\s*][^*\n]*\*\*|^[ \t]*#{2,6}[ \t]+\S/mu;

/** Tells of Markdown in a block of raw HTML, which goes on to the next empty line, once. */
function findMarkdownIn(node: MarkdownNode, report: Report): void {
  const said = wordsOfHtml(node.value ?? '');
  const found = MARKDOWN.exec(said);
  if (found === null) return;
  report.warning({
    line: lineWithin(lineOf(node), said, found.index + found[0].search(/\S/u)),
    value: found[0].trim().slice(0, LONGEST_VALUE),
    message: 'Markdown within HTML is printed as it is written',
    mend: 'leave an empty line between the tag and the text, or write it as HTML',
  });
}

/** What is no heading: an end of a sentence behind many words, or a very long text. */
const SENTENCE = /^(?:.{40,}[.!…。！][\p{Pf}\p{Pe}"']*|.{150,})$/su;

const LONGEST_VALUE = 60;

/**
 * The texts of a paragraph; what else stands in it is a letter, a line end, or an address. What is in
 * raw HTML whose content is no markup is no text of it.
 */
function wordsOf(node: MarkdownNode): string {
  let words = '';
  let end: string | undefined;
  for (const child of node.children ?? []) {
    const tag = child.type === 'html' ? (child.value ?? '') : '';
    if (end === undefined) words += wordsOfChild(child);
    else if (tag.toLowerCase().startsWith(end)) end = undefined;
    end ??= endOfRawText(tag);
  }
  return words;
}

function wordsOfChild(node: MarkdownNode): string {
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'strong':
    case 'emphasis':
      return wordsOf(node);
    case 'break':
      return '\n';
    case 'link':
      return 'https:';
    default:
      return 'x';
  }
}
