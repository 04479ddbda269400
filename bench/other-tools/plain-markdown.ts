/** A story as a file of the other tools: front matter and Markdown without directives. */
import { isoWithOffset, parseMoment } from '../../src/time.ts';
import { frontMatter, plainBlock } from '../archive/press-markdown.ts';
import { addressOf } from '../archive/story.ts';
import type { Block, Story } from '../archive/story.ts';

const TIME_ZONE = 'Europe/Riga';

/** The file of a story. Its fields are the same for all other tools; each takes those it needs. */
export function plainFile({ path, language, data, blocks }: Story): string {
  const { headline, published, updated, corrections, ...rest } = data;
  const front = frontMatter({
    title: headline,
    standfirst: rest.standfirst,
    date: moment(published),
    lastmod: updated === undefined ? undefined : moment(updated),
    authors: rest.authors,
    byline: rest.byline,
    section: rest.section,
    desks: [rest.section],
    topics: rest.topics,
    months: [published.slice(0, 7)],
    kind: rest.kind,
    corrections: corrections?.map(({ date, text }) => ({ date: moment(date), text })),
    language,
    address: addressOf(path),
  });
  return `---\n${front}---\n\n${blocks.map(blockText).join('\n\n')}\n`;
}

/** A local time of the paper with its offset. */
function moment(local: string): string {
  const instant = parseMoment(local, TIME_ZONE);
  if (typeof instant !== 'number') throw new RangeError(`${local} ${instant.message}`);
  return isoWithOffset(instant, TIME_ZONE);
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'pullquote':
      return `> ${block.text}\n>\n> ${block.cite}`;
    case 'factbox':
      return `### ${block.title}\n\n${block.text}`;
    case 'figure':
      return `*${block.caption}* ${block.credit}`;
    case 'update':
      return `### ${block.headline}\n\n${block.text}`;
    default:
      return plainBlock(block);
  }
}
