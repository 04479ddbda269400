/** Finds raw HTML that is not closed, for a parser drops it with all that follows, and says nothing. */
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
    line: line === undefined ? undefined : line + html.slice(0, at).split('\n').length - 1,
    value: html.slice(at, at + 60).split('\n', 1)[0] ?? '',
  });
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(html); found !== null; found = OPENING.exec(html)) {
    const [opened] = found;
    const at = found.index;
    const end = opened.startsWith('<!') || opened === '<?' ? endOf(html, at, opened) : -1;
    const tag = end === -1 && !/^<[!?]/.test(opened) ? tagAt(html, at + opened.length) : undefined;
    if (end === -1 && tag?.end === undefined) {
      report.error({
        ...place(at),
        message: 'HTML that is opened and not closed hides what follows it',
        mend:
          tag === undefined
            ? `close it with ${ENDINGS[opened] ?? '>'}`
            : 'close the tag and its quotes',
      });
      return;
    }
    if (tag?.suspect === true) {
      report.warning({
        ...place(at),
        message: 'a quoted value has a tag in it, which is not printed',
        mend: 'look for a missing quotation mark',
      });
    }
    OPENING.lastIndex = tag?.end ?? end;
    if (!RAW_TEXT.test(opened)) continue;
    const close = html.slice(OPENING.lastIndex).search(new RegExp(`</${opened.slice(1)}`, 'iu'));
    // Elements with such content are dropped with a word of their own.
    if (close === -1) return;
    OPENING.lastIndex += close;
  }
}

/** Where a comment, an instruction or a declaration ends; -1 where it does not. */
function endOf(html: string, at: number, opened: string): number {
  const ending = ENDINGS[opened.toUpperCase()] ?? '>';
  // `<!-->` is a whole comment.
  const found = html.indexOf(ending, at + 2);
  return found === -1 ? -1 : found + ending.length;
}

/** Where a tag ends whose attributes begin at `from`, and whether one of its values has a tag in it. */
function tagAt(html: string, from: number): { end: number | undefined; suspect: boolean } {
  let suspect = false;
  let afterEquals = false;
  for (let at = from; at < html.length; at += 1) {
    const character = html[at] ?? '';
    if (character === '>') return { end: at + 1, suspect };
    if (afterEquals && (character === '"' || character === "'")) {
      const close = html.indexOf(character, at + 1);
      if (close === -1) break;
      suspect ||= /<\/?[a-z]/iu.test(html.slice(at + 1, close));
      at = close;
      afterEquals = false;
    } else if (character === '=') afterEquals = true;
    else if (!/\s/u.test(character)) afterEquals = false;
  }
  return { end: undefined, suspect };
}
