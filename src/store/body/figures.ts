import type { Element, ElementContent, Properties, Root } from 'hast';
import { remotePicture } from './links.ts';
import { isBlank, isElement, isPart, lineOf, replaced, textContent, textOf } from './nodes.ts';
import type { Report } from './report.ts';

/** Elements in which only text may stand, so that a picture in them is one within the line. */
const TEXT_ONLY = new Set(
  'p h1 h2 h3 h4 h5 h6 summary caption dt a abbr b bdi bdo cite del dfn em i ins kbd mark q rt ruby s small span strong sub sup time u pre code press-title'.split(
    ' ',
  ),
);

/**
 * Turns every `img` into a `press-figure`: a block where it stands alone in its paragraph or between
 * blocks, `inline` within a line. `<figure><img><figcaption>` becomes one too. A picture on another
 * site is an error and is left out. Works in place.
 */
export function readFigures(root: Root, report: Report): void {
  root.children = figures(root.children as ElementContent[], false, report);
}

function figures(nodes: ElementContent[], inline: boolean, report: Report): ElementContent[] {
  return replaced(nodes, (node) => {
    if (!isElement(node) || node.tagName === 'press-figure') return undefined;
    if (node.tagName === 'img') return figure(node, {}, inline, report);
    if (node.tagName === 'p') return paragraph(node, report);
    if (node.tagName === 'figure') {
      const captioned = captionedImage(node);
      if (captioned !== undefined) {
        return figure(captioned.image, captioned.properties, inline, report);
      }
    }
    // A figure within a figure would be a list of two pictures with one caption: they stay in line.
    const inLine = inline || node.tagName === 'figure' || node.tagName === 'li';
    const within = TEXT_ONLY.has(node.tagName) || (inLine && !isPart(node));
    node.children = figures(node.children, within, report);
    return undefined;
  });
}

/** A paragraph of nothing but pictures is these pictures, one of nothing is left out. */
function paragraph(node: Element, report: Report): ElementContent[] | undefined {
  const alone =
    node.children.some((child) => isElement(child, 'img')) &&
    node.children.every(
      (child) => isElement(child, 'img') || (child.type === 'text' && isBlank(child.value)),
    );
  if (alone)
    return figures(
      node.children.filter((child) => isElement(child)),
      false,
      report,
    );
  node.children = figures(node.children, true, report);
  const empty = node.children.every((child) => child.type === 'text' && isBlank(child.value));
  return empty ? [] : undefined;
}

function figure(
  image: Element,
  more: Properties,
  inline: boolean,
  report: Report,
): ElementContent[] {
  const src = textOf(image, 'src')?.trim() ?? '';
  const line = lineOf(image);
  if (src === '') {
    report.error({ line, field: 'src', message: 'a picture without an address' });
    return [];
  }
  if (remotePicture(src)) {
    report.error({
      line,
      field: 'src',
      value: src,
      message: 'a picture on another site',
      mend: 'save it beside the story and write its name: ./name.jpg',
    });
    return [];
  }
  const alt = textOf(image, 'alt') ?? '';
  const caption = textOf(image, 'title')?.trim() ?? '';
  const properties: Properties = {
    src,
    ...(alt === '' ? {} : { alt }),
    ...(caption === '' ? {} : { caption }),
    ...more,
    width: 'column',
    ...(inline ? { inline: true } : {}),
  };
  const result: Element = { type: 'element', tagName: 'press-figure', properties, children: [] };
  if (image.position !== undefined) result.position = image.position;
  return [result];
}

/** The picture and the caption of a raw `<figure>` that holds nothing else. */
function captionedImage(node: Element): { image: Element; properties: Properties } | undefined {
  let image: Element | undefined;
  let caption = '';
  for (const child of node.children) {
    if (child.type === 'text' && isBlank(child.value)) continue;
    if (!isElement(child)) return undefined;
    if (child.tagName === 'img' && image === undefined) image = child;
    else if (child.tagName === 'figcaption' && caption === '') {
      caption = textContent(child.children).replace(/\s+/gu, ' ').trim();
    } else return undefined;
  }
  if (image === undefined) return undefined;
  return { image, properties: caption === '' ? {} : { caption } };
}
