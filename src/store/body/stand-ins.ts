/**
 * Signs that stand for others while Markdown is parsed, where it would read those against the sense
 * of a text. Each is one UTF-16 unit in the place of another, so that offsets stay what they are.
 */
import type { MarkdownNode } from './nodes.ts';

/** A source to parse, and for each sign that stands in it what it stands for. */
export interface StoodIn {
  source: string;
  signs: ReadonlyMap<string, string>;
}

/**
 * Puts stand-ins into a source: for the colons of `10:30`, and at `**标题：**文字` for what keeps
 * the stars from being read. Take them out of the tree with `takeStandInsOut`.
 */
export function putStandIns(source: string): StoodIn {
  const cast = new Cast(source);
  const withoutColons = hideWordColons(source, cast);
  return { source: openEmphasis(withoutColons, cast), signs: cast.signs };
}

/** Rare signs of punctuation, none of which opens or closes anything. */
const PUNCTUATION = characters(0x2e0e, 0x2e5b).filter(
  (sign) => /\p{P}/u.test(sign) && !/[\p{Ps}\p{Pe}\p{Pi}\p{Pf}]/u.test(sign),
);
/** Letters without capitals: syllables of Yi. */
const LETTERS = characters(0xa000, 0xa03f);

function characters(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
}

/** Gives out stand-ins that the source does not contain. */
class Cast {
  readonly #source: string;
  readonly signs = new Map<string, string>();
  readonly #given = new Map<string, string>();
  readonly #unused = { punctuation: [...PUNCTUATION], letters: [...LETTERS] };

  constructor(source: string) {
    this.#source = source;
  }

  /** A sign of that sort for this one, the same each time; undefined once there is none left. */
  standInFor(sign: string, sort: 'punctuation' | 'letters'): string | undefined {
    const given = this.#given.get(sort + sign);
    if (given !== undefined) return given;
    const unused = this.#unused[sort];
    for (let next = unused.shift(); next !== undefined; next = unused.shift()) {
      if (this.#source.includes(next)) continue;
      this.#given.set(sort + sign, next);
      this.signs.set(next, sign);
      return next;
    }
    return undefined;
  }
}

/** A colon with a word after it, as in `10:30`: the parser would read it as a text directive. */
const WORD_COLON =
  /:(?<!::|<[a-z][a-z0-9+.-]{1,31}:|(?:mailto|xmpp):)(?=[\p{L}_]|\p{N}+[\p{L}_[{])/giu;
const DEFINITION = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])?[ \t]*\[[^\]\n]*\]$/u;

/**
 * Hides the colons of `10:30`, `Photo:dpa[^1]` and `:smile:`, because a text directive swallows the
 * footnote, link or address that follows it, and there is none in the paper.
 */
function hideWordColons(source: string, cast: Cast): string {
  if (!source.includes(':')) return source;
  return source.replace(WORD_COLON, (colon: string, at: number) => {
    if (source[at - 1] === ']') {
      const near = source.slice(Math.max(0, at - 300), at);
      if (DEFINITION.test(near.slice(near.lastIndexOf('\n') + 1))) return colon;
    }
    return cast.standInFor(colon, 'punctuation') ?? colon;
  });
}

const RUN = /(?<![*\\])\*+|(?<![~\\])~~(?!~)/gu;
const SPACE = /^\s?$/u;
const MARK = /[\p{P}\p{S}]/u;
/** Fullwidth and ideographic punctuation, which has its own space within it. */
const EASTERN_MARK = /[\u3001-\u303f\ufe30-\ufe4f\uff01-\uff65]/u;
/** Scripts that put no spaces between words, or write particles behind them without one. */
const EASTERN_LETTER =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u;

/**
 * Lets stars between a sign of punctuation and a word be read in Chinese, Japanese and Korean, as
 * in `**标题：**文字` and `**대한민국(ROK)**은`. CommonMark wants a space outside of them, which these
 * languages do not write. The rule is that of https://github.com/tats-u/markdown-cjk-friendly.
 *
 * A letter stands in for eastern punctuation; where that is another, which may have a meaning in
 * Markdown, a sign of punctuation stands in for the eastern letter on the other side.
 */
function openEmphasis(source: string, cast: Cast): string {
  if (!source.includes('*') && !source.includes('~~')) return source;
  let opened = '';
  let from = 0;
  for (const { 0: run, index } of source.matchAll(RUN)) {
    const end = index + run.length;
    const place = standInPlace(source, index, end);
    if (place === undefined || place.at < from) continue;
    const standIn = cast.standInFor(source.charAt(place.at), place.sort);
    if (standIn === undefined) continue;
    opened += source.slice(from, place.at) + standIn;
    from = place.at + 1;
  }
  return opened + source.slice(from);
}

/** Which of the characters around a run of stars needs a stand-in, and of which sort. */
function standInPlace(
  source: string,
  start: number,
  end: number,
): { at: number; sort: 'punctuation' | 'letters' } | undefined {
  const before = characterBefore(source, start);
  const after = String.fromCodePoint(source.codePointAt(end) ?? SPACE_POINT);
  if (SPACE.test(before) || SPACE.test(after)) return undefined;
  const marksBefore = MARK.test(before);
  if (marksBefore === MARK.test(after)) return undefined;
  const [mark, letter] = marksBefore ? [start - 1, end] : [end, start - 1];
  if (EASTERN_MARK.test(source.charAt(mark))) return { at: mark, sort: 'letters' };
  if (!EASTERN_LETTER.test(source.charAt(letter))) return undefined;
  // Beside an underscore the letter itself decides how that is read.
  const beyond = source.charAt(marksBefore ? letter + 1 : letter - 1);
  return beyond === '_' ? undefined : { at: letter, sort: 'punctuation' };
}

const SPACE_POINT = 0x20;

function characterBefore(source: string, at: number): string {
  const unit = source.charAt(at - 1);
  return /[\udc00-\udfff]/.test(unit) ? source.slice(at - 2, at) : unit;
}

/** Puts back what the stand-ins stand for, in all texts of the tree. */
export function takeStandInsOut(root: MarkdownNode, { signs }: StoodIn): void {
  if (signs.size === 0) return;
  const standIns = new RegExp(`[${[...signs.keys()].join('')}]`, 'gu');
  restore(root, (value) => value.replace(standIns, (sign) => signs.get(sign) ?? sign));
}

function restore(node: MarkdownNode, back: (value: string) => string): void {
  if (typeof node.value === 'string') node.value = back(node.value);
  if (typeof node.url === 'string') node.url = back(node.url);
  if (typeof node.title === 'string') node.title = back(node.title);
  if (typeof node.alt === 'string') node.alt = back(node.alt);
  if (typeof node.lang === 'string') node.lang = back(node.lang);
  if (typeof node.meta === 'string') node.meta = back(node.meta);
  if (typeof node.identifier === 'string') node.identifier = back(node.identifier);
  if (typeof node.label === 'string') node.label = back(node.label);
  if (node.attributes !== undefined && node.attributes !== null) {
    node.attributes = Object.fromEntries(
      Object.entries(node.attributes).map(([name, value]) => [
        back(name),
        typeof value === 'string' ? back(value) : value,
      ]),
    );
  }
  for (const child of node.children ?? []) restore(child, back);
}
