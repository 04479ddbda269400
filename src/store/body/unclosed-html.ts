/** Finds raw HTML that is not closed, for a parser drops it with all that follows, and says nothing. */
import { goesOn, takesContentAlong } from './allow-list.ts';
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

/** What ends the element that a tag begins, if its content is no markup: `</style`. */
export function endOfRawText(tag: string): string | undefined {
  const opened = /^<[a-z]+/iu.exec(tag)?.[0].toLowerCase() ?? '';
  return RAW_TEXT.test(opened) ? opened.replace('<', '</') : undefined;
}

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
  for (const { at, end, ending, suspect } of openings(html)) {
    if (end === undefined) {
      report.error({ ...place(at), message: HIDES, mend: `close it with ${ending}` });
    } else if (/^<(?:\?|!(?!--|doctype))/iu.test(html.slice(at, at + 9))) {
      report.warning({
        ...place(at),
        message: 'is taken for an instruction to programs, and is not printed',
        mend: 'write \\< for a sign that is part of the text',
      });
    } else if (suspect) {
      report.warning({
        ...place(at),
        message: 'a quoted value has a tag in it, which is not printed',
        mend: 'look for a missing quotation mark',
      });
    }
  }
}

/** A piece of raw HTML, and the line where it begins, if that is known. */
export interface RawPiece {
  html: string;
  line: number | undefined;
}

/**
 * The pieces, which stand in one text in this order, without the tags of elements that are opened in
 * them and never ended, where what follows would go with them, or be in them: all bold, one link, in
 * a fold. Each is reported with a warning.
 */
export function withoutUnended(pieces: readonly RawPiece[], report: Report): RawPiece[] {
  const left = pieces.map((piece) => ({ ...piece }));
  // What stood in an element without markup is markup once its tag is gone.
  for (let unended = findUnended(left); unended.length > 0; unended = findUnended(left)) {
    for (const { name, piece, at, end } of unended.reverse()) {
      report.warning({
        line: lineWithin(piece.line, piece.html, at),
        value: `<${name}>`,
        message: 'HTML that is opened and never closed is left out, and what follows it is printed',
        mend: `close it with </${name}>`,
      });
      const breaks = piece.html.slice(at, end).replace(/[^\n]/gu, '');
      piece.html = `${piece.html.slice(0, at)}${breaks}${piece.html.slice(end)}`;
    }
  }
  return left;
}

/** A start tag, and the piece in which it stands. */
interface StartTag {
  name: string;
  piece: RawPiece;
  at: number;
  end: number;
}

function findUnended(pieces: readonly RawPiece[]): StartTag[] {
  const open: StartTag[] = [];
  for (const piece of pieces) {
    for (const { at, opened, end = piece.html.length } of openings(piece.html)) {
      const name = opened.replace(/^<\/?/, '').toLowerCase();
      const isEnd = opened.startsWith('</');
      const inside = open.at(-1)?.name ?? '';
      if (RAW_TEXT.test(`<${inside}`) && !(isEnd && name === inside)) continue;
      if (isEnd) {
        endLast(name, open);
      } else if (isLeftOpen(name, piece.html.slice(at, end))) {
        open.push({ name, piece, at, end });
      }
    }
  }
  return open;
}

/** Ends the last of that name, and what stands in it but for what goes on behind it. */
function endLast(name: string, open: StartTag[]): void {
  const begun = open.findLastIndex((one) => one.name === name);
  if (begun === -1) return;
  const [, ...within] = open.splice(begun);
  open.push(...within.filter(({ name: one }) => FORMATTING.has(one) || takesContentAlong(one)));
}

/** Whether a tag opens what must be ended. To HTML `/>` says nothing, but in drawings and formulas. */
function isLeftOpen(name: string, tag: string): boolean {
  if (takesContentAlong(name)) return !(FOREIGN.has(name) && tag.endsWith('/>'));
  // An anchor of old, `<a name="x">`, takes in nothing that readers see.
  return goesOn(name) && (name !== 'a' || /\shref\s*=/iu.test(tag));
}

/** What a parser opens once more behind the end of the element in which it stands (HTML, 13.2.4.3). */
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

const HIDES = 'HTML that is opened and not closed hides what follows it';

const FOREIGN = new Set(['math', 'svg']);

/** Elements whose content is shown as it is written. */
const AS_WRITTEN = /^<(?:pre|code|kbd|samp)$/iu;

/** The words of a piece of raw HTML on the lines where they stand, without code and what is no text. */
export function wordsOfHtml(html: string): string {
  let words = '';
  let from = 0;
  let ending: string | undefined;
  const take = (to: number): void => {
    const text = html.slice(from, to);
    words += ending === undefined ? text : text.replace(/[^\n]/gu, '');
  };
  for (const { at, opened, end = html.length } of openings(html)) {
    take(at);
    words += html.slice(at, end).replace(/[^\n]/gu, '');
    from = end;
    if (ending === undefined) {
      const isCode = AS_WRITTEN.test(opened);
      ending = isCode ? opened.toLowerCase().replace('<', '</') : endOfRawText(opened);
    } else if (opened.toLowerCase() === ending) ending = undefined;
  }
  take(html.length);
  return words;
}

/** What a piece of raw HTML opens, in its order, but for the content of elements without markup. */
function* openings(html: string): Generator<Opened> {
  let from = 0;
  for (;;) {
    OPENING.lastIndex = from;
    const found = OPENING.exec(html);
    if (found === null) return;
    const [opened] = found;
    const what = /^<[!?]/.test(opened)
      ? wholeAt(html, found.index, opened)
      : tagAt(html, found.index + opened.length);
    yield { at: found.index, opened, ...what };
    if (what.end === undefined) return;
    from = what.end;
    if (!RAW_TEXT.test(opened)) continue;
    const close = html.slice(from).search(new RegExp(`</${opened.slice(1)}`, 'iu'));
    if (close === -1) return;
    from += close;
  }
}

/** What was opened. */
interface Opened {
  at: number;
  /** `<!--`, `<p`, `</p`. */
  opened: string;
  /** The place behind it; undefined where it is not closed. */
  end: number | undefined;
  /** What closes it. */
  ending: string;
  /** One of its quoted values has a tag in it. */
  suspect: boolean;
}

type Ended = Omit<Opened, 'at' | 'opened'>;

/** A comment, an instruction or a declaration that begins at `at`. */
function wholeAt(html: string, at: number, opened: string): Ended {
  const ending = ENDINGS[opened.toUpperCase()] ?? '>';
  // `<!-->` is a whole comment.
  const found = html.indexOf(ending, at + 2);
  return { end: found === -1 ? undefined : found + ending.length, ending, suspect: false };
}

/** A tag whose attributes begin at `from`. */
function tagAt(html: string, from: number): Ended {
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
