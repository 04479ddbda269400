/** Finds what Markdown by its rules leaves out of the page without a word. */
import { lineOf, type MarkdownNode } from './nodes.ts';
import type { Report } from './report.ts';

/**
 * Reports as errors the cells of a table that stand beyond its columns, notes whose name has a space
 * in it, and words that Markdown takes for the address of a link that nothing names, as those of an
 * interview: `[Smith]: Yes.` Where it is an address, nobody misses it, and that is a warning.
 */
export function reportLeftOut(root: MarkdownNode, report: Report): void {
  const definitions: MarkdownNode[] = [];
  const named = new Set<string>();
  const walk = (node: MarkdownNode): void => {
    if (node.type === 'table') reportCells(node, report);
    else if (node.type === 'definition') definitions.push(node);
    else if (node.type === 'linkReference' || node.type === 'imageReference') {
      named.add(nameOf(node));
    }
    node.children?.forEach(walk);
  };
  walk(root);
  for (const definition of definitions) {
    if (!named.has(nameOf(definition))) reportDefinition(definition, report);
  }
}

function nameOf({ identifier }: MarkdownNode): string {
  return (identifier ?? '').toLowerCase();
}

/** `[//]: # (words)`: the way to write a comment that Markdown has. */
const COMMENT = /^#?$/u;
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:|[./#]|[^\s.]+(?:\.[^\s.]+)+$|[^\s/]+\/)/iu;

function reportDefinition(node: MarkdownNode, report: Report): void {
  const { identifier = '', label, url = '' } = node;
  const place = { line: lineOf(node), value: `[${label ?? identifier}]` };
  if (identifier.startsWith('^')) {
    report.error({
      ...place,
      message: 'is no footnote, because its name has a space in it, and is not printed',
      mend: 'write the name in one word, here and at its mark: [^my-note]',
    });
  } else if (COMMENT.test(url)) return;
  else if (ADDRESS.test(url)) {
    report.warning({
      ...place,
      message: 'is the address of a link that nothing names, and is not printed',
      mend: `write [the words of the link][${label ?? identifier}] in the text, or take it away`,
    });
  } else {
    report.error({
      ...place,
      message: 'is taken for the address of a link that nothing names, and is not printed',
      mend: `write \\[${label ?? identifier}]: … with a backslash if it is text`,
    });
  }
}

function reportCells(table: MarkdownNode, report: Report): void {
  const [head, ...rows] = table.children ?? [];
  const columns = head?.children?.length ?? 0;
  for (const row of rows) {
    const beyond = row.children?.slice(columns) ?? [];
    if (!beyond.some(({ children = [] }) => children.length > 0)) continue;
    report.error({
      line: lineOf(row),
      message: `a row of the table has ${row.children?.length ?? 0} cells, and its head ${columns}, so the last are not printed`,
      mend: 'add a column to the head, or write \\| for a stroke that is part of the text',
    });
  }
}
