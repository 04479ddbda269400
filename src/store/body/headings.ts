import type { Element, ElementContent, Root, RootContent } from 'hast';
import { isBlank, isElement, lineOf, replaced, textContent, textOf } from './nodes.ts';
import type { Report } from './report.ts';
import { slugOf } from './slug.ts';

/** The headline of the page is the only `h1`; an update's headline is an `h2`. */
const LEVEL_OF_HEADLINE = 1;
const LEVEL_OF_UPDATE = 2;
const DEEPEST = 6;

const DEPTHS: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, depth]),
);

/** Slugs that need no `h-` before them: ids begin with a letter, and none is a footnote's. */
const BARE = /^(?!fn(?:ref)?-)\p{L}/u;
/** In an update the id of the update stands before them. */
const BARE_IN_UPDATE = /^(?!fn(?:ref)?-)/u;

/** Where a heading stands: below which level, after which open headings, under which id. */
interface Place {
  base: number;
  open: number[];
  prefix: string;
}

/**
 * Levels and ids of headings, in place. Levels begin one below what is above (the headline, an
 * update's, a factbox's title) and never skip one; a `#` counts as `##` and is reported. Ids are
 * slugs of the text, each once, with `h-` before one that does not begin with a letter; none is an
 * update's, a footnote's or one of `reserved`. Gives all ids of the tree.
 */
export function readHeadings(root: Root, reserved: Iterable<string>, report: Report): Set<string> {
  root.children = withoutEmpty(root.children as ElementContent[]);
  const ids = new Set<string>();
  takeAuthorIds(root.children, ids);
  const headings = new Headings(new Set([...ids, ...reserved]), ids, report);
  headings.reserveUpdates(root.children);
  headings.read(root.children, { base: LEVEL_OF_HEADLINE, open: [], prefix: '' });
  return ids;
}

class Headings {
  readonly #taken: Set<string>;
  /** The last number given to a slug that several headings have. */
  readonly #counts = new Map<string, number>();
  readonly #ids: Set<string>;
  readonly #report: Report;

  constructor(taken: Set<string>, ids: Set<string>, report: Report) {
    this.#taken = taken;
    this.#ids = ids;
    this.#report = report;
  }

  reserveUpdates(nodes: readonly RootContent[]): void {
    for (const node of nodes) {
      const id = isElement(node, 'press-update') ? textOf(node, 'update') : undefined;
      if (id === undefined) continue;
      this.#taken.add(id).add(`${id}-title`);
      this.#ids.add(id);
    }
  }

  read(nodes: readonly (RootContent | ElementContent)[], place: Place): void {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      const depth = DEPTHS.get(node.tagName);
      if (depth !== undefined) this.#heading(node, depth, place);
      else if (node.tagName === 'press-update') {
        const prefix = `${textOf(node, 'update') ?? ''}-`;
        const base = textOf(node, 'headline') === undefined ? LEVEL_OF_HEADLINE : LEVEL_OF_UPDATE;
        this.read(node.children, { base, open: [], prefix });
      } else if (node.tagName === 'press-factbox') {
        const level = Math.min(place.base + place.open.length + 1, DEEPEST);
        node.properties['level'] = level;
        const title = node.children[0];
        node.properties.id = this.#newId(
          textContent(isElement(title) ? title.children : []),
          place,
        );
        this.read(node.children, { base: level, open: [], prefix: place.prefix });
      } else this.read(node.children, place);
    }
  }

  #heading(node: Element, written: number, place: Place): void {
    if (written === 1) {
      this.#report.warning({
        line: lineOf(node),
        value: textContent(node.children).trim(),
        message: 'a heading with one # is the headline of the page, so this one is printed as ##',
        mend: 'begin headings in the text with ##',
      });
    }
    const depth = Math.max(2, written);
    while ((place.open[place.open.length - 1] ?? 0) >= depth) place.open.pop();
    place.open.push(depth);
    const level = Math.min(place.base + place.open.length, DEEPEST);
    node.tagName = `h${level}`;
    node.properties.id ??= this.#newId(textContent(node.children), place);
    this.read(node.children, place);
  }

  #newId(content: string, place: Place): string {
    const slug = slugOf(content) || 'h';
    const bare = place.prefix === '' ? BARE : BARE_IN_UPDATE;
    const wanted = `${place.prefix}${bare.test(slug) ? slug : `h-${slug}`}`;
    let id = wanted;
    let count = this.#counts.get(wanted) ?? 1;
    for (; this.#taken.has(id); id = `${wanted}-${count}`) count += 1;
    this.#counts.set(wanted, count);
    this.#taken.add(id);
    this.#ids.add(id);
    return id;
  }
}

/** Without headings that say nothing: a lone `##`, or one around a picture that was left out. */
function withoutEmpty(nodes: ElementContent[]): ElementContent[] {
  return replaced(nodes, (node) => {
    if (!isElement(node)) return undefined;
    node.children = withoutEmpty(node.children);
    return DEPTHS.has(node.tagName) && isEmpty(node) ? [] : undefined;
  });
}

function isEmpty(node: Element): boolean {
  return node.children.every((child) =>
    isElement(child)
      ? child.tagName !== 'press-figure' && isEmpty(child)
      : child.type !== 'text' || isBlank(child.value),
  );
}

/** Gathers the ids that raw HTML brought along, and takes the second of two equal ones away. */
function takeAuthorIds(nodes: readonly (RootContent | ElementContent)[], ids: Set<string>): void {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const id = textOf(node, 'id');
    if (id !== undefined) {
      if (ids.has(id)) delete node.properties.id;
      else ids.add(id);
    }
    takeAuthorIds(node.children, ids);
  }
}
