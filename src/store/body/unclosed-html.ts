/** Finds raw HTML that is not closed, for a parser drops it with all that follows, and says nothing. */
import { lineWithin } from './nodes.ts';
import type { Report } from './report.ts';

/** What begins something that the parser takes in whole: a comment, an instruction, a tag. */
const OPENING = /<!--|<\?|<!\[CDATA\[|<![a-z]|<\/?[a-z][^\s/>]*/giu;

/** What ends each but a tag. */
const ENDINGS: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '<?': '?>',
  '<![CDATA[': ']]>',
};

/** Elements whose content is no markup. */
const RAW_TEXT = /^<(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)$/iu;

/**
 * Reports as an error what one piece of raw HTML opens and does not close: a comment, an instruction,
 * a tag or a quoted value in it. Warns of a quoted value with a tag in it, which a forgotten quote
 * makes. `line` is where the piece begins, if that is known.
 */
export function reportUnclosed(html: string, line: number | undefined, report: Report): void {
  const place = (at: number) => ({
    line: lineWithin(line, html, at),
    value: html.slice(at, at + 60).split('\n', 1)[0] ?? '',
  });
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(html); found !== null; found = OPENING.exec(html)) {
    const [opened] = found;
    const { end, ending, suspect } = /^<[!?]/.test(opened)
      ? wholeAt(html, found.index, opened)
      : tagAt(html, found.index + opened.length);
    if (end === undefined) {
      report.error({
        ...place(found.index),
        message: 'HTML that is opened and not closed hides what follows it',
        mend: `close it with ${ending}`,
      });
      return;
    }
    if (suspect) {
      report.warning({
        ...place(found.index),
        message: 'a quoted value has a tag in it, which is not printed',
        mend: 'look for a missing quotation mark',
      });
    }
    OPENING.lastIndex = end;
    if (!RAW_TEXT.test(opened)) continue;
    const close = html.slice(end).search(new RegExp(`</${opened.slice(1)}`, 'iu'));
    // Elements with such content are dropped with a word of their own.
    if (close === -1) return;
    OPENING.lastIndex += close;
  }
}

/** What was opened. */
interface Opened {
  /** The place behind it; undefined where it is not closed. */
  end: number | undefined;
  /** What closes it. */
  ending: string;
  /** One of its quoted values has a tag in it. */
  suspect: boolean;
}

/** A comment, an instruction or a declaration that begins at `at`. */
function wholeAt(html: string, at: number, opened: string): Opened {
  const ending = ENDINGS[opened.toUpperCase()] ?? '>';
  // `<!-->` is a whole comment.
  const found = html.indexOf(ending, at + 2);
  return { end: found === -1 ? undefined : found + ending.length, ending, suspect: false };
}

/** A tag whose attributes begin at `from`. */
function tagAt(html: string, from: number): Opened {
  let suspect = false;
  let afterEquals = false;
  for (let at = from; at < html.length; at += 1) {
    const character = html[at] ?? '';
    if (character === '>') return { end: at + 1, ending: '>', suspect };
    if (afterEquals && (character === '"' || character === "'")) {
      const close = html.indexOf(character, at + 1);
      if (close === -1) return { end: undefined, ending: character, suspect };
      suspect ||= /<\/?[a-z]/iu.test(html.slice(at + 1, close));
      at = close;
      afterEquals = false;
    } else if (character === '=') afterEquals = true;
    else if (!/\s/u.test(character)) afterEquals = false;
  }
  return { end: undefined, ending: '>', suspect };
}
