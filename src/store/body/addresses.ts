import type { Element, ElementContent, Root } from 'hast';
import { safeAddress } from './links.ts';
import { isElement, lineOf, replaced, textOf } from './nodes.ts';
import { authorId } from './allow-list.ts';
import type { Report } from './report.ts';
import { slugOf } from './slug.ts';

/**
 * Checks the address of every link, in place. One with a protocol that is not allowed loses it with
 * a warning (the text stays); one that leads to a place in the text gets the id as it is printed.
 */
export function readAddresses(root: Root, ids: ReadonlySet<string>, report: Report): void {
  root.children = addresses(root.children as ElementContent[], ids, report);
}

function addresses(
  nodes: ElementContent[],
  ids: ReadonlySet<string>,
  report: Report,
): ElementContent[] {
  return replaced(nodes, (node) => {
    if (!isElement(node)) return undefined;
    node.children = addresses(node.children, ids, report);
    if (node.tagName !== 'a') return undefined;
    // Links do not stand in links: a note's mark goes behind it, another link's text stays.
    const marks = takeNotes(node);
    return [...link(node, ids, report), ...marks];
  });
}

/** Says of a link that its address is not allowed. */
export function reportUnsafeLink(node: Element, href: string, report: Report): void {
  report.warning({
    line: lineOf(node),
    field: 'href',
    value: href,
    message: href.trim() === '' ? 'a link without an address' : 'a link that is not allowed',
    mend: 'write a web address, mailto:, tel: or the path of a story',
  });
}

function link(node: Element, ids: ReadonlySet<string>, report: Report): ElementContent[] {
  const href = textOf(node, 'href');
  if (href === undefined) {
    // An old anchor: `<a name="x">`.
    if (node.properties.id === undefined) return node.children;
    return [{ ...node, tagName: 'span' }];
  }
  const safe = safeAddress(href);
  if (safe === undefined) {
    reportUnsafeLink(node, href, report);
    return node.children;
  }
  node.properties.href = safe;
  if (!safe.startsWith('#')) return [node];
  const id = placeOf(safe.slice(1), ids);
  if (id === undefined) {
    report.warning({
      line: lineOf(node),
      field: 'href',
      value: href,
      message: 'the text has no such place, so the link is left out',
      mend: 'write the heading in lower case, with hyphens for spaces',
    });
    return node.children;
  }
  node.properties.href = `#${id}`;
  return [node];
}

/** Takes the notes' marks out of a link, and the links within it apart. */
function takeNotes(node: Element): ElementContent[] {
  const marks: ElementContent[] = [];
  const take = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((child): ElementContent[] => {
      if (!isElement(child)) return [child];
      if (child.tagName === 'press-noteref') {
        marks.push(child);
        return [];
      }
      child.children = take(child.children);
      return child.tagName === 'a' ? child.children : [child];
    });
  node.children = take(node.children);
  return marks;
}

function placeOf(written: string, ids: ReadonlySet<string>): string | undefined {
  let fragment = written;
  try {
    fragment = decodeURIComponent(written);
  } catch {
    // Not encoded after all.
  }
  const slug = slugOf(fragment);
  return [fragment, slug, `h-${slug}`, authorId(fragment)].find((id) => ids.has(id));
}
