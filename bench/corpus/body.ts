/** The text of an article of the corpus, with addresses that hold in a content folder. */

/** Fenced blocks and code within a line. */
const CODE = /(^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\2[^\n]*$|`[^`\n]+`)/gmu;
const MARKDOWN_PICTURE = /!\[([^\]]*)\]\(\s*([^)\s]+)[^)]*\)/gu;
const HTML_PICTURE = /<img\b[^>]*>/giu;
/** A block of HTML from one side of the page to the other: Markdown takes what is indented in it for code. */
const HTML_BLOCK = /^<(div|figure|section|table)\b[\s\S]*?^<\/\1>/gmu;
/** A file of another article, which the corpus need not have. */
const ARTICLE_LINK = /\shref="[^":]*\.md"/gu;
/** Addresses on the site that an article comes from, in links and reference definitions. */
const SITE_LINK = /(\]\(|^ {0,3}\[[^\]^]+\]:\s*|\bhref=")\/(?!\/)/gmu;

export interface ConvertedBody {
  text: string;
  /** File names of the pictures that the text shows. */
  pictures: Set<string>;
  /** How many pictures lie elsewhere; a link or their words stand in their place. */
  elsewhere: number;
}

/**
 * Names the pictures of the corpus by `./name`, makes links into the article's old site absolute,
 * and puts a link in the place of a picture that lies elsewhere. Other HTML stays as it is, but is not
 * indented, and links to files of other articles lose their address.
 */
export function convertBody(
  markdown: string,
  pictures: ReadonlyMap<string, string>,
  site: string,
): ConvertedBody {
  const body: ConvertedBody = { text: '', pictures: new Set(), elsewhere: 0 };
  const nameOf = (src: string): string | undefined => {
    const name = pictures.get(src);
    if (name === undefined) body.elsewhere += 1;
    else body.pictures.add(name);
    return name;
  };
  const convert = (text: string): string =>
    text
      .replace(HTML_BLOCK, (block) => block.replace(/^[ \t]+/gmu, ''))
      .replace(ARTICLE_LINK, '')
      .replace(MARKDOWN_PICTURE, (_all, alt: string, src: string, at: number, all: string) => {
        const words = alt.replace(/^"(.*)"$/su, '$1');
        if (isInHtml(all.slice(0, at)))
          return `<img src="${src}" alt="${words.replaceAll('"', '&quot;')}">`;
        const name = nameOf(src);
        return name === undefined
          ? `[${words || src}](${absolute(src, site)})`
          : `![${words}](./${name})`;
      })
      .replace(HTML_PICTURE, (tag: string, at: number, all: string) => {
        const src = attribute(tag, 'src');
        const name = nameOf(src);
        if (name !== undefined) return tag.replace(src, `./${name}`);
        const words = attribute(tag, 'alt') || src;
        return isInLink(all.slice(0, at)) ? words : `<a href="${absolute(src, site)}">${words}</a>`;
      })
      .replace(SITE_LINK, (_all, before: string) => `${before}${site}/`);

  let from = 0;
  for (const code of markdown.matchAll(CODE)) {
    body.text += convert(markdown.slice(from, code.index)) + code[0];
    from = code.index + code[0].length;
  }
  body.text += convert(markdown.slice(from));
  return body;
}

function absolute(address: string, site: string): string {
  return address.startsWith('/') ? `${site}${address}` : address;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`, 'iu').exec(tag)?.[1] ?? '';
}

/** Whether a block of HTML is open, in which Markdown is only text; the article's old press read it. */
function isInHtml(before: string): boolean {
  const block = before.split('\n\n').at(-1) ?? '';
  return /^ {0,3}<(?:blockquote|center|div|figure|p|table|[ou]l)\b/iu.test(block);
}

function isInLink(before: string): boolean {
  return before.lastIndexOf('<a ') > before.lastIndexOf('</a>');
}
