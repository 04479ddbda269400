import type { Element, ElementContent, Root } from 'hast';
import { toHast, type Handler, type State } from 'mdast-util-to-hast';
import { element, type MarkdownNode } from './nodes.ts';

type MarkdownTree = Parameters<typeof toHast>[0];

/**
 * The Markdown tree as an HTML tree: `press` nodes become their elements, addresses stay as the
 * author wrote them, task boxes become signs, raw HTML stays in `raw` nodes.
 */
export function toHtmlTree(root: MarkdownNode): Root {
  markTasks(root);
  // Our node type has the fields of the parser's nodes and one type more, which `handlers` knows.
  const tree = toHast(root as MarkdownTree, { allowDangerousHtml: true, handlers });
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}

const press: Handler = (state, node: MarkdownNode) =>
  patched(
    node,
    element(node.tagName ?? 'press-figure', { ...node.properties }, state.all(asParent(node))),
  );

const link: Handler = (state, node: MarkdownNode) =>
  linkElement(state, node, node.url ?? '', node.title);

const image: Handler = (_state, node: MarkdownNode) =>
  imageElement(node, node.url ?? '', node.title);

const linkReference: Handler = (state, node: MarkdownNode) => {
  const definition = state.definitionById.get((node.identifier ?? '').toUpperCase());
  if (definition === undefined) return state.all(asParent(node));
  return linkElement(state, node, definition.url, definition.title);
};

const imageReference: Handler = (state, node: MarkdownNode) => {
  const definition = state.definitionById.get((node.identifier ?? '').toUpperCase());
  return definition === undefined
    ? { type: 'text', value: node.alt ?? '' }
    : imageElement(node, definition.url, definition.title);
};

const code: Handler = (_state, node: MarkdownNode) => {
  const token = codeLanguage(node.lang ?? '');
  const value = node.value === undefined || node.value === '' ? '' : `${node.value}\n`;
  const inner = element('code', token === undefined ? {} : { className: [`language-${token}`] }, [
    { type: 'text', value },
  ]);
  return patched(node, element('pre', {}, [inner]));
};

const handlers = { press, link, image, linkReference, imageReference, code };

/** The name of a language as a class may carry it: `C++` is `c++`; undefined where nothing is left. */
export function codeLanguage(name: string): string | undefined {
  const token = /^[a-z0-9+-]{1,40}/u.exec(name.trim().toLowerCase())?.[0];
  return token;
}

function linkElement(
  state: State,
  node: MarkdownNode,
  href: string,
  title: string | null | undefined,
): Element {
  const properties = typeof title === 'string' && title !== '' ? { href, title } : { href };
  return patched(node, element('a', properties, state.all(asParent(node))));
}

function imageElement(node: MarkdownNode, src: string, title: string | null | undefined): Element {
  const alt = node.alt ?? '';
  const properties = typeof title === 'string' && title !== '' ? { src, alt, title } : { src, alt };
  return patched(node, element('img', properties));
}

function patched(node: MarkdownNode, result: Element): Element {
  if (node.position !== undefined) result.position = node.position;
  return result;
}

function asParent(node: MarkdownNode): Parameters<State['all']>[0] {
  return node as Parameters<State['all']>[0];
}

/** `- [x]`: a box that nobody can tick is a sign, for a page and for a feed alike. */
function markTasks(node: MarkdownNode): void {
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    const sign: MarkdownNode = { type: 'text', value: node.checked ? '☑ ' : '☐ ' };
    const first = node.children?.[0];
    if (first?.type === 'paragraph') first.children?.unshift(sign);
    else node.children?.unshift({ type: 'paragraph', children: [sign] });
    node.checked = null;
  }
  for (const child of node.children ?? []) markTasks(child);
}

/** Whether raw HTML stands anywhere in the tree. */
export function hasRaw(nodes: readonly (Root['children'][number] | ElementContent)[]): boolean {
  return nodes.some(
    (node) => node.type === 'raw' || (node.type === 'element' && hasRaw(node.children)),
  );
}
