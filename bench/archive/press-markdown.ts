/** A story as a file of the press. */
import type { Block, Story, StoryData } from './story.ts';

/** The file of a story: front matter and text with the press's directives. */
export function pressFile({ data, blocks }: Story): string {
  const words = pictureWords(blocks, data);
  const front = frontMatter({ ...data, ...(words === undefined ? {} : { pictures: words }) });
  return `---\n${front}---\n\n${blocks.map(blockText).join('\n\n')}\n`;
}

/** YAML in which every value is JSON, which YAML reads as it is. Fields without a value are left out. */
export function frontMatter(data: object): string {
  let yaml = '';
  for (const [name, value] of Object.entries(data) as [string, unknown][]) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    yaml += `${name}: ${isWord(value) ? value : JSON.stringify(value)}\n`;
  }
  return yaml;
}

/** Ids and kinds are written as people write them, without quotation marks. */
function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]+(-[a-z]+)*$/.test(value) && value !== 'true';
}

function pictureWords(
  blocks: readonly Block[],
  { lead }: StoryData,
): Record<string, { alt: string; credit: string }> | undefined {
  const words: Record<string, { alt: string; credit: string }> = {};
  for (const block of blocks) {
    if (block.type !== 'figure' || block.image === lead?.image) continue;
    words[block.image.slice('./'.length)] = { alt: block.alt, credit: block.credit };
  }
  return Object.keys(words).length === 0 ? undefined : words;
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.text;
    case 'pullquote':
      return `:::pullquote{cite="${block.cite}"}\n${block.text}\n:::`;
    case 'factbox':
      return `:::factbox[${block.title}]\n${block.text}\n:::`;
    case 'figure':
      return `::figure{src="${block.image}" caption="${block.caption}"}`;
    case 'update': {
      const { id, time, headline, text } = block;
      return `:::update{id="${id}" time="${time}" headline="${headline}"}\n${text}\n:::`;
    }
    default:
      return plainBlock(block);
  }
}

/** A block that Markdown has a form for. */
export function plainBlock(
  block: Extract<Block, { type: 'paragraph' | 'heading' | 'quote' | 'list' | 'table' }>,
): string {
  switch (block.type) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return `## ${block.text}`;
    case 'quote':
      return `> ${block.text}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'table':
      return tableText(block.rows);
  }
}

function tableText([head = [], ...rows]: string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
