/** The Markdown tree of a source, as all read it who read texts. */
import { markdownToMdast } from 'satteri';
import { endBareAddresses } from './bare-addresses.ts';
import type { MarkdownNode } from './nodes.ts';
import type { Report } from './report.ts';
import { isWalkable } from './source.ts';
import { putStandIns, takeStandInsOut } from './stand-ins.ts';

const FEATURES = { directive: true, frontmatter: false, gfm: true } as const;

/** Parses what `cleanSource` gave; undefined, and reported, where the tree is more than can be walked. */
export function readMarkdownTree(source: string, report: Report): MarkdownNode | undefined {
  const stoodIn = putStandIns(source);
  const root = markdownToMdast(stoodIn.source, { features: FEATURES }) as MarkdownNode;
  if (!isWalkable(root, report)) return undefined;
  takeStandInsOut(root, stoodIn);
  endBareAddresses(root, source);
  return root;
}
