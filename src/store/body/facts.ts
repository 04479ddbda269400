import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { BodyFacts } from './body.ts';
import { isElement, lineOf, textOf } from './nodes.ts';
import { countWords, firstParagraph } from './plain-text.ts';
import type { Report } from './report.ts';

/** What the tree tells without being rendered. */
export function factsOf(root: Root, language: string, report: Report): BodyFacts {
  const facts: BodyFacts = {
    words: countWords(root.children, language),
    firstParagraph: firstParagraph(root.children),
    links: [],
    pictures: [],
    corrections: [],
    updates: [],
  };
  gather(root.children, undefined, facts, report);
  return facts;
}

function gather(
  nodes: readonly (RootContent | ElementContent)[],
  update: string | undefined,
  facts: BodyFacts,
  report: Report,
): void {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const line = report.lineInFile(lineOf(node));
    let within = update;
    switch (node.tagName) {
      case 'a': {
        const href = textOf(node, 'href');
        if (href !== undefined && !href.startsWith('#')) facts.links.push({ href, line, update });
        break;
      }
      case 'press-figure':
        facts.pictures.push({ ...pictureWords(node, 'src'), decorative: false, line, update });
        break;
      case 'press-embed':
        facts.links.push({ href: textOf(node, 'url') ?? '', line, update });
        if (node.properties['picture'] !== undefined) {
          // Its title names the link; the picture beside it only adorns.
          const words = pictureWords(node, 'picture');
          facts.pictures.push({ ...words, alt: '', decorative: true, line, update });
        }
        break;
      case 'press-correction':
        facts.corrections.push({ n: Number(node.properties['n']), line });
        break;
      case 'press-update': {
        within = textOf(node, 'update') ?? '';
        facts.updates.push({
          id: within,
          time: textOf(node, 'time') ?? '',
          author: textOf(node, 'author'),
          headline: textOf(node, 'headline'),
          line,
        });
        break;
      }
      default:
    }
    gather(node.children, within, facts, report);
  }
}

function pictureWords(
  node: Element,
  address: string,
): {
  src: string;
  alt: string | undefined;
  caption: string | undefined;
  credit: string | undefined;
} {
  return {
    src: textOf(node, address) ?? '',
    alt: textOf(node, 'alt'),
    caption: textOf(node, 'caption'),
    credit: textOf(node, 'credit'),
  };
}
