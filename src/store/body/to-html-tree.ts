import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { defaultHandlers, type Handler, type State } from 'mdast-util-to-hast';
import { element, text, type MarkdownNode } from './nodes.ts';

/**
 * The Markdown tree as an HTML tree: `press` nodes become their elements, addresses stay as the
 * author wrote them, task boxes become signs, raw HTML stays in `raw` nodes.
 */
export function toHtmlTree(root: MarkdownNode): Root {
  const definitions = new Map<string, MarkdownNode>();
  prepare(root, definitions);
  const state = stateFor(definitions);
  return { type: 'root', children: wrap(state.all(asParent(root))) };
}

/**
 * What the handlers of `mdast-util-to-hast` ask for. `toHast` would make one too, but walks through
 * the whole tree before, for definitions and footnotes, which takes longer than all the rest of it;
 * and it copies every position.
 */
function stateFor(definitions: ReadonlyMap<string, MarkdownNode>): State {
  const one: State['one'] = (node, parent) => {
    const handler = handlers.get(node.type);
    return handler === undefined ? all(node) : handler(state, node, parent);
  };
  const all: State['all'] = (parent) => {
    const result: ElementContent[] = [];
    if (!('children' in parent)) return result;
    let behindBreak = false;
    for (const node of parent.children) {
      const made = one(node, parent);
      if (Array.isArray(made)) result.push(...made);
      else if (made !== undefined) result.push(behindBreak ? withoutSpacesBefore(made) : made);
      behindBreak = node.type === 'break';
    }
    return result;
  };
  const state: State = {
    one,
    all,
    wrap,
    patch: (from, to) => {
      if (from.position !== undefined) to.position = from.position;
    },
    // Our parser writes no `data` that has a say in the HTML.
    applyData: (_from, to) => to,
    definitionById: definitions as State['definitionById'],
    footnoteById: new Map(),
    footnoteCounts: new Map(),
    footnoteOrder: [],
    handlers: {},
    options: { allowDangerousHtml: true },
  };
  return state;
}

/** The nodes with line ends between them; with `around`, also before the first and behind the last. */
function wrap<Node extends RootContent>(nodes: Node[], around = false): (Node | Text)[] {
  const result: (Node | Text)[] = around ? [text('\n')] : [];
  for (const [index, node] of nodes.entries()) {
    if (index > 0) result.push(text('\n'));
    result.push(node);
  }
  if (around && nodes.length > 0) result.push(text('\n'));
  return result;
}

/** What stands at the beginning of a line of its own, in place. */
function withoutSpacesBefore(node: ElementContent): ElementContent {
  const first = node.type === 'element' ? node.children[0] : node;
  if (first?.type === 'text') first.value = first.value.replace(/^[\t ]+/u, '');
  return node;
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

/** As the library's handler, which takes each text apart, also where no space stands at a line end. */
const words: Handler = (state, node: MarkdownNode) => {
  const value = node.value ?? '';
  return /[\n\r]/.test(value)
    ? defaultHandlers.text(state, node as Parameters<typeof defaultHandlers.text>[1])
    : patched(node, text(value));
};

const { root: _root, ...defaults } = defaultHandlers;

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>(
  Object.entries({
    ...defaults,
    press,
    link,
    image,
    linkReference,
    imageReference,
    code,
    text: words,
  }),
);

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

function patched<Made extends Element | Text>(node: MarkdownNode, result: Made): Made {
  if (node.position !== undefined) result.position = node.position;
  return result;
}

function asParent(node: MarkdownNode): Parameters<State['all']>[0] {
  return node as Parameters<State['all']>[0];
}

/**
 * Gathers the definitions, of two with a name the first, and makes a sign of the box of `- [x]`, which
 * nobody could tick, for a page and for a feed alike.
 */
function prepare(node: MarkdownNode, definitions: Map<string, MarkdownNode>): void {
  if (node.type === 'definition') {
    const name = (node.identifier ?? '').toUpperCase();
    if (!definitions.has(name)) definitions.set(name, node);
  } else if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    const sign: MarkdownNode = { type: 'text', value: node.checked ? '☑ ' : '☐ ' };
    const first = node.children?.[0];
    if (first?.type === 'paragraph') first.children?.unshift(sign);
    else node.children?.unshift({ type: 'paragraph', children: [sign] });
    node.checked = null;
  }
  if (node.children === undefined) return;
  for (const child of node.children) prepare(child, definitions);
}

/** Whether raw HTML stands anywhere in the tree. */
export function hasRaw(nodes: readonly (Root['children'][number] | ElementContent)[]): boolean {
  return nodes.some(
    (node) => node.type === 'raw' || (node.type === 'element' && hasRaw(node.children)),
  );
}
