import type { ElementContent, Root, RootContent } from 'hast';
import type { Problem } from '#problems.ts';
import { readAddresses } from './addresses.ts';
import type { ParsedBody, PrintableBody } from './body.ts';
import { checkCodeBlocks } from './code-blocks.ts';
import { readDirectives } from './directives.ts';
import { factsOf } from './facts.ts';
import { readFigures } from './figures.ts';
import { readHeadings } from './headings.ts';
import { reportLeftOut } from './left-out.ts';
import { findSlips, mayHaveSlips } from './markup-as-text.ts';
import { readMarkdownTree } from './markdown-tree.ts';
import type { MarkdownNode } from './nodes.ts';
import { readNotes } from './notes.ts';
import { readRawHtml } from './raw-html.ts';
import { Report } from './report.ts';
import { cleanSource, mayMake } from './source.ts';
import { readTexts } from './texts.ts';
import { hasRaw, toHtmlTree } from './to-html-tree.ts';

export interface BodyContext {
  /** The file, relative to the content folder, as problems name it. */
  file: string;
  /** The line of the file in which the body begins, from 1. */
  firstLine: number;
  /** BCP 47; decides the quotation marks and how words are counted. */
  language: string;
  /** Ids that the page around the text uses, so that no heading gets one of them. */
  reservedIds?: readonly string[];
}

/**
 * Reads the Markdown of a body. Never throws: what is wrong is in `problems`, all of it at once.
 *
 * Errors: unknown or misplaced directives and attributes, missing and bad values; a directive that
 * is never closed or could not be read; pictures on other sites; HTML and code blocks that are not
 * closed; cells, notes and lines that would not be printed; versions of a text that were never
 * merged; a body that is too long (`LONGEST_BODY`) or nested too deeply (`DEEPEST_NESTING`), which
 * comes back empty. Warnings: raw HTML, addresses and control characters that were dropped, HTML that
 * is indented like code, `#` headings, markup that is printed as text, footnotes without their
 * counterpart, links to a place that the text does not have.
 */
export function parseBody(
  markdown: string,
  context: BodyContext,
): { body: ParsedBody; problems: Problem[] } {
  const report = new Report(context.file, context.firstLine);
  const tree = readTree(markdown, context, report, findMistakes);
  const facts = factsOf(tree, context.language, report);
  forgetPositions(tree.children);
  return { body: { tree, facts }, problems: report.problems() };
}

/**
 * The body of `parseBody` as far as printing needs it. Its problems are known by then, and counting
 * the words of a Chinese or Japanese text takes longer than all the rest.
 */
export function parseForPrint(markdown: string, context: BodyContext): PrintableBody {
  const tree = readTree(markdown, context, new Report(context.file, context.firstLine));
  forgetPositions(tree.children);
  return { tree };
}

/** Reports what is wrong with the Markdown tree of a source. */
type Check = (root: MarkdownNode, source: string, report: Report) => void;

function findMistakes(root: MarkdownNode, source: string, report: Report): void {
  checkCodeBlocks(root, source, report);
  if (source.includes('|') || source.includes(']:')) reportLeftOut(root, report);
  if (mayHaveSlips(source)) findSlips(root, source, report);
}

function readTree(
  markdown: string,
  context: BodyContext,
  report: Report,
  check: Check = () => undefined,
): Root {
  try {
    return { type: 'root', children: readNodes(markdown, context, report, check) };
  } catch (cause) {
    // Nothing is known to end here; should something, the press must still name the file.
    report.error({
      line: undefined,
      message: `the text could not be read (${cause instanceof Error ? cause.message : String(cause)})`,
      mend: 'take away what was changed last, and report this as a fault of the press',
    });
    return { type: 'root', children: [] };
  }
}

function readNodes(
  markdown: string,
  context: BodyContext,
  report: Report,
  check: Check,
): RootContent[] {
  const source = cleanSource(markdown, report);
  if (source === undefined) return [];

  const root = readMarkdownTree(source, report);
  if (root === undefined) return [];
  keepTildes(root, source);
  readDirectives(root, source, report);
  check(root, source, report);
  if (mayMake(source, '[^')) readNotes(root, report);

  let tree = toHtmlTree(root);
  if (hasRaw(tree.children)) tree = readRawHtml(tree, report);
  readFigures(tree, report);
  const ids = readHeadings(tree, context.reservedIds ?? [], report);
  readAddresses(tree, ids, report);
  readTexts(tree, context.language, source, report);
  alignCells(tree.children);
  return tree.children;
}

/** One tilde, as in `5~10` and `H~2~O`, strikes nothing out. */
function keepTildes(root: MarkdownNode, source: string): void {
  if (root.children === undefined || !source.includes('~')) return;
  root.children = root.children.flatMap((node) => {
    keepTildes(node, source);
    const start = node.type === 'delete' ? node.position?.start.offset : undefined;
    if (start === undefined || source.startsWith('~~', start)) return [node];
    const tilde = (): MarkdownNode => ({ type: 'text', value: '~' });
    return [tilde(), ...(node.children ?? []), tilde()];
  });
}

/** `align` becomes a class: a policy without inline styles has no other way. */
function alignCells(nodes: readonly (RootContent | ElementContent)[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (typeof node.properties.align === 'string') {
      const { align, ...others } = node.properties;
      node.properties = { ...others, className: [`align-${align}`] };
    }
    alignCells(node.children);
  }
}

/**
 * Takes away the positions, which change when a line is added above. Deleting them would make of
 * every node a table of its fields, which takes long and is slow to read ever after.
 */
function forgetPositions(nodes: readonly (RootContent | ElementContent)[]): void {
  for (const node of nodes) {
    if (node.position !== undefined) node.position = undefined;
    if (node.data !== undefined) node.data = undefined;
    if (node.type === 'element') forgetPositions(node.children);
  }
}
