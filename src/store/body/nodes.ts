import type { Element, ElementContent, Properties, RootContent, Text } from 'hast';

/** A Markdown node as the parser gives it, with the fields that the passes here read. */
export interface MarkdownNode {
  type: string;
  children?: MarkdownNode[];
  value?: string;
  url?: string;
  title?: string | null;
  alt?: string | null;
  identifier?: string;
  label?: string | null;
  name?: string;
  attributes?: Record<string, string | null | undefined> | null;
  lang?: string | null;
  /** Of a code block: what stands behind the name of its language. */
  meta?: string | null;
  align?: (string | null)[] | null;
  checked?: boolean | null;
  data?: { directiveLabel?: boolean };
  position?: {
    start: { line: number; column: number; offset?: number };
    end: { line: number; column: number; offset?: number };
  };
  /** Of a `press` node: the element that it becomes. */
  tagName?: PartName;
  properties?: Properties;
}

/**
 * The paper's own parts: elements of the tree that `print.ts` turns into HTML, and the properties with
 * which each leaves the gate for raw HTML.
 */
export const PARTS = {
  'press-figure': ['src', 'alt', 'caption', 'credit', 'width', 'inline'],
  'press-gallery': [],
  'press-pullquote': ['cite'],
  'press-factbox': [],
  'press-title': [],
  'press-keypoints': [],
  'press-embed': ['url', 'title', 'picture'],
  'press-correction': ['n'],
  'press-update': ['update', 'time', 'author', 'headline'],
  'press-noteref': ['note'],
  'press-notes': [],
  'press-note': ['note'],
} as const satisfies Record<string, readonly string[]>;

export type PartName = keyof typeof PARTS;

export function element(
  tagName: string,
  properties: Properties = {},
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): Text {
  return { type: 'text', value };
}

export function isElement(
  node: RootContent | ElementContent | undefined,
  tagName?: string,
): node is Element {
  return node?.type === 'element' && (tagName === undefined || node.tagName === tagName);
}

/**
 * The nodes with what `change` puts in the place of each; undefined leaves a node where it is. Where
 * nothing changes it is the same array: most texts have none of what most passes look for.
 */
export function replaced(
  nodes: ElementContent[],
  change: (node: ElementContent) => readonly ElementContent[] | undefined,
): ElementContent[] {
  let result: ElementContent[] | undefined;
  nodes.forEach((node, index) => {
    const instead = change(node);
    if (instead !== undefined) {
      result ??= nodes.slice(0, index);
      result.push(...instead);
    } else result?.push(node);
  });
  return result ?? nodes;
}

/** Whether it is one of `PARTS`: no author can write an element with such a name. */
export function isPart(node: Element): node is Element & { tagName: PartName } {
  return node.tagName.startsWith('press-');
}

/** A property that is text; undefined where it is missing or something else. */
export function textOf(node: Element, name: string): string | undefined {
  const value = node.properties[name];
  return typeof value === 'string' ? value : undefined;
}

/** Line within the body, from 1. */
export function lineOf(node: {
  position?: { start: { line: number } } | undefined;
}): number | undefined {
  return node.position?.start.line;
}

/** Line of a place in a piece of text that begins at line `first`; undefined where that is. */
export function lineWithin(
  first: number | undefined,
  text: string,
  at: number,
): number | undefined {
  return first === undefined ? undefined : first + text.slice(0, at).split('\n').length - 1;
}

export function isBlank(value: string): boolean {
  return /^\s*$/u.test(value);
}

/** Elements that stand in a line of text; all others are blocks. */
const INLINE = new Set(
  (
    'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small ' +
    'span strong sub sup time u var wbr picture press-noteref'
  ).split(' '),
);

export function isBlock(node: Element): boolean {
  if (node.tagName === 'press-figure') return node.properties['inline'] !== true;
  return !INLINE.has(node.tagName);
}

/** The text of nodes and all within, notes' marks and the paper's blocks left out. */
export function textContent(nodes: readonly (RootContent | ElementContent)[]): string {
  let result = '';
  for (const node of nodes) {
    if (node.type === 'text') result += node.value;
    else if (node.type === 'element') {
      if (node.tagName === 'br') result += ' ';
      else if (!isPart(node)) result += textContent(node.children);
    }
  }
  return result;
}
