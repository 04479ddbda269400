import type { Element, ElementContent, Root, Text } from 'hast';
import { defaultHandlers, toHast, type Handler, type State } from 'mdast-util-to-hast';
import { element, text, type MarkdownNode } from './nodes.ts';

type MarkdownTree = Parameters<typeof toHast>[0];

/**
 * A tree in an envelope. `toHast` begins with a walk through the tree it is given, for definitions
 * and footnotes, which takes longer than all the rest of it. The notes are gone by now, and the
 * definitions are gathered here, so that it need not look inside.
 */
interface Envelope {
  type: 'envelope';
  root: MarkdownNode;
  /** What `[x]: …` defines, by name in upper case. */
  definitions: ReadonlyMap<string, MarkdownNode>;
}

/**
 * The Markdown tree as an HTML tree: `press` nodes become their elements, addresses stay as the
 * author wrote them, task boxes become signs, raw HTML stays in `raw` nodes.
 */
export function toHtmlTree(root: MarkdownNode): Root {
  const definitions = new Map<string, MarkdownNode>();
  prepare(root, definitions);
  const whole: Envelope = { type: 'envelope', root, definitions };
  // Our nodes have the fields of the parser's, and two types more, which `handlers` knows.
  const tree = toHast(whole as unknown as MarkdownTree, { allowDangerousHtml: true, handlers });
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}

/** As the handler of `root`. */
const envelope: Handler = (state, node: Envelope) => {
  for (const [name, definition] of node.definitions) {
    state.definitionById.set(name, definition as unknown as Definition);
  }
  return state.wrap(state.all(asParent(node.root)));
};

type Definition = Parameters<State['definitionById']['set']>[1];

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

/** As the library's handler, which copies each text even where no space stands at a line end. */
const words: Handler = (state, node: MarkdownNode & { type: 'text'; value: string }) =>
  /[\n\r]/.test(node.value)
    ? defaultHandlers.text(state, node as Parameters<typeof defaultHandlers.text>[1])
    : patched(node, text(node.value));

/** As the library's handlers of these nodes, which copy each position. */
const simple =
  (tagName: string): Handler =>
  (state, node: MarkdownNode) =>
    patched(node, element(tagName, {}, state.all(asParent(node))));

const handlers = {
  envelope,
  press,
  link,
  image,
  linkReference,
  imageReference,
  code,
  text: words,
  paragraph: simple('p'),
  emphasis: simple('em'),
  strong: simple('strong'),
};

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
