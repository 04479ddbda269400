import type { Element, ElementContent, RootContent } from 'hast';
import type { PrintableBody } from './body.ts';
import { isElement, textOf } from './nodes.ts';
import { Printer } from './print.ts';
import { textOfNodes } from './plain-text.ts';
import type { BodyRendering, PrintedUpdate } from './rendering.ts';
import { toHtml } from './to-html.ts';

export interface LiveUpdate {
  id: string;
  pinned: boolean;
  /** The whole update with its header: an `<article>` on pages. */
  html: string;
  /** Its text without the headline, for structured data. */
  text: string;
  /** What its pictures are named by, each once. */
  pictures: string[];
}

/**
 * The HTML of a body: all that stands outside of updates, then the updates that are not held back,
 * pinned ones first and then the newest first, then the footnotes of what is shown.
 */
export function renderBody(body: PrintableBody, how: BodyRendering): string {
  const order = printedUpdates(body, how);
  const shown: RootContent[] = [
    ...body.tree.children.filter((node) => !isElement(node, 'press-update')),
    ...order.map((update) => update.node),
  ];
  const printer = new Printer(how, shown, notesOf(body));
  const intro = body.tree.children.filter(
    (node) => !isElement(node, 'press-update') && !isElement(node, 'press-notes'),
  );
  const html = toHtml([
    ...printer.print(intro),
    ...order.flatMap(({ node, printed, pinned }) => printer.update(node, printed, pinned)),
    ...printer.notes(),
  ]);
  return html.trim();
}

/** The updates of a live report that are not held back, in the order in which they are printed. */
export function liveUpdates(body: PrintableBody, how: BodyRendering): LiveUpdate[] {
  const order = printedUpdates(body, how);
  const intro = body.tree.children.filter((node) => !isElement(node, 'press-update'));
  const printer = new Printer(how, [...intro, ...order.map(({ node }) => node)], notesOf(body));
  // Notes are numbered through the whole report, so what stands before counts as well.
  printer.print(intro.filter((node) => !isElement(node, 'press-notes')));
  return order.map(({ node, printed, pinned }) => ({
    id: textOf(node, 'update') ?? '',
    pinned,
    html: toHtml(printer.update(node, printed, pinned)).trim(),
    text: textOfNodes(node.children, (href) => how.link(href) !== undefined),
    pictures: [...new Set(picturesIn(node.children))],
  }));
}

/** Where the elements that show a picture name it. */
const NAMES_PICTURE = new Map([
  ['press-figure', 'src'],
  ['press-embed', 'picture'],
]);

function picturesIn(nodes: readonly (RootContent | ElementContent)[]): string[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    const field = NAMES_PICTURE.get(node.tagName);
    const src = field === undefined ? undefined : textOf(node, field);
    return [...(src === undefined ? [] : [src]), ...picturesIn(node.children)];
  });
}

function printedUpdates(
  body: PrintableBody,
  how: BodyRendering,
): { node: Element; printed: PrintedUpdate; pinned: boolean }[] {
  const pins = how.pinned ?? [];
  const updates = body.tree.children.filter(isUpdate).flatMap((node) => {
    const id = textOf(node, 'update') ?? '';
    const printed = how.update(id);
    return printed === undefined ? [] : [{ node, printed, pin: pins.indexOf(id) }];
  });
  return updates
    .sort((a, b) => {
      if (a.pin !== b.pin)
        return (a.pin === -1 ? pins.length : a.pin) - (b.pin === -1 ? pins.length : b.pin);
      return b.printed.instant - a.printed.instant;
    })
    .map(({ node, printed, pin }) => ({ node, printed, pinned: pin !== -1 }));
}

function isUpdate(node: RootContent): node is Element {
  return isElement(node, 'press-update');
}

/** The footnotes of a body by their names. */
function notesOf(body: PrintableBody): Map<string, ElementContent[]> {
  const notes = new Map<string, ElementContent[]>();
  for (const node of body.tree.children) {
    if (!isElement(node, 'press-notes')) continue;
    for (const note of node.children) {
      if (isElement(note)) notes.set(textOf(note, 'note') ?? '', note.children);
    }
  }
  return notes;
}
