import { lineOf, type MarkdownNode } from './nodes.ts';
import type { Report } from './report.ts';

/**
 * Footnotes: `[^x]` becomes a `press-noteref`, and the definitions move to a `press-notes` at the
 * end, in the order in which the text names them. Reports marks without a note and notes without a
 * mark. Works in place.
 */
export function readNotes(root: MarkdownNode, report: Report): void {
  const definitions = new Map<string, MarkdownNode>();
  takeDefinitions(root, definitions, report);

  const order: string[] = [];
  const named = new Set<string>();
  const readMarks = (parent: MarkdownNode): void => {
    parent.children?.forEach((node, index, siblings) => {
      if (node.type === 'footnoteReference') {
        const key = keyOf(node);
        if (!named.has(key)) {
          named.add(key);
          order.push(key);
        }
        const part: MarkdownNode = {
          type: 'press',
          tagName: 'press-noteref',
          properties: { note: key },
          children: [],
        };
        siblings[index] = node.position === undefined ? part : { ...part, position: node.position };
      } else if (node.type === 'text') {
        findUndefined(node, report);
      } else readMarks(node);
    });
  };
  readMarks(root);

  const notes: MarkdownNode[] = [];
  // A note may name another one: `order` grows while it is walked.
  for (const key of order) {
    const definition = definitions.get(key);
    if (definition === undefined) continue;
    readMarks(definition);
    notes.push({
      type: 'press',
      tagName: 'press-note',
      properties: { note: key },
      children: definition.children ?? [],
    });
  }
  for (const [key, definition] of definitions) {
    if (named.has(key)) continue;
    report.warning({
      line: lineOf(definition),
      value: `[^${definition.label ?? key}]`,
      message: 'this footnote is named nowhere and does not appear',
      mend: 'write its mark where it belongs in the text',
    });
  }
  if (notes.length > 0) {
    root.children?.push({
      type: 'press',
      tagName: 'press-notes',
      properties: {},
      children: notes,
    });
  }
}

function takeDefinitions(
  parent: MarkdownNode,
  definitions: Map<string, MarkdownNode>,
  report: Report,
): void {
  if (parent.children === undefined) return;
  for (const child of parent.children) takeDefinitions(child, definitions, report);
  if (!parent.children.some((child) => child.type === 'footnoteDefinition')) return;
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'footnoteDefinition') return true;
    const key = keyOf(child);
    if (definitions.has(key)) {
      report.warning({
        line: lineOf(child),
        value: `[^${child.label ?? key}]`,
        message: 'two footnotes have this name; the first one counts',
        mend: 'give each a name of its own',
      });
    } else definitions.set(key, child);
    return false;
  });
}

/** `[^x]` left as text: nothing defines it. */
function findUndefined(node: MarkdownNode, report: Report): void {
  if (node.value?.includes('[^') !== true) return;
  for (const match of node.value.matchAll(/\[\^[^\]\s[]{1,40}\]/gu)) {
    report.warning({
      line: lineOf(node),
      value: match[0],
      message: 'this footnote mark has no note, so it stands as text',
      mend: `write the note on a line of its own: ${match[0]}: …`,
    });
  }
}

function keyOf(node: MarkdownNode): string {
  return (node.identifier ?? '').toLowerCase();
}
