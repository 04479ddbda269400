/** Finds what Markdown by its rules leaves out of the page without a word. */
import { lineOf, type MarkdownNode } from './nodes.ts';
import type { Report } from './report.ts';

/**
 * Reports as errors the cells of a table that stand beyond its columns, and notes whose name has a
 * space in it, which makes them the addresses of links that nothing names.
 */
export function reportLeftOut(root: MarkdownNode, report: Report): void {
  for (const node of root.children ?? []) {
    if (node.type === 'table') reportCells(node, report);
    else if (node.type === 'definition' && node.identifier?.startsWith('^') === true) {
      report.error({
        line: lineOf(node),
        value: `[${node.label ?? node.identifier}]`,
        message: 'is no footnote, because its name has a space in it, and is not printed',
        mend: 'write the name in one word, here and at its mark: [^my-note]',
      });
    } else reportLeftOut(node, report);
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
