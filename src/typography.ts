/**
 * Typographic quotation marks, apostrophes, dashes and ellipses for typed ones, by language.
 *
 * What is changed: `"…"` and `'…'` into the language's quotation marks (quotes inside quotes
 * alternate between the outer and the inner pair), `'` into an apostrophe (`l'été`, `’90s`), `--`
 * into an en dash between two spaces or two digits, and `...` into `…` unless it stands between two
 * letters or digits or beside a slash; in French a typed space before `: ; ? ! »` and behind `«` into
 * one at which no line breaks. What is left alone: primes after digits (`6' 2"`), a quote
 * between two letters (`צה"ל`), one between two spaces, all else. Text that is typographic already
 * stays as it is.
 */

/** A pair of marks: what opens and what closes. */
type Pair = readonly [open: string, close: string];

interface Marks {
  outer: Pair;
  /** For `"` inside `"`. */
  inner: Pair;
  /** For `'`. */
  single: Pair;
  /** The first characters of what opens, the last ones of what closes. */
  opening: string;
  closing: string;
}

/** A stretch of text in one language. `fixed` text is context only: code, addresses. */
export interface TextRun {
  text: string;
  language: string;
  fixed: boolean;
}

/** The narrow no-break space that French sets inside its quotation marks. */
const THIN = '\u202F';

/** The one before a colon. */
const NO_BREAK = '\u00A0';

function marks(outer: Pair, inner: Pair, single: Pair = inner): Marks {
  const pairs = [outer, inner, single];
  return {
    outer,
    inner,
    single,
    opening: pairs.map(([open]) => open[0]).join(''),
    closing: pairs.map(([, close]) => close.at(-1)).join(''),
  };
}

const ENGLISH = marks(['“', '”'], ['‘', '’']);
const GERMAN = marks(['„', '“'], ['‚', '‘']);
const RUSSIAN = marks(['«', '»'], ['„', '“']);
const POLISH = marks(['„', '”'], ['«', '»'], ['‚', '’']);
const SPANISH = marks(['«', '»'], ['“', '”'], ['‘', '’']);
const SWEDISH = marks(['”', '”'], ['’', '’']);
const LATVIAN = marks(['„', '”'], ['‚', '’']);

/** By language tag or its first part; anything else as in English. */
const BY_LANGUAGE: Readonly<Record<string, Marks | null>> = {
  en: ENGLISH,
  ru: RUSSIAN,
  be: RUSSIAN,
  uk: RUSSIAN,
  bg: GERMAN,
  cs: GERMAN,
  sk: GERMAN,
  sl: GERMAN,
  de: GERMAN,
  'de-ch': marks(['«', '»'], ['‹', '›']),
  et: GERMAN,
  lt: GERMAN,
  is: GERMAN,
  ka: GERMAN,
  lv: LATVIAN,
  pl: POLISH,
  ro: marks(['„', '”'], ['«', '»'], ['‚', '’']),
  hu: marks(['„', '”'], ['»', '«'], ['‚', '’']),
  sr: LATVIAN,
  hr: LATVIAN,
  bs: LATVIAN,
  fr: marks([`«${THIN}`, `${THIN}»`], ['“', '”'], ['‘', '’']),
  es: SPANISH,
  it: SPANISH,
  ca: SPANISH,
  el: SPANISH,
  no: SPANISH,
  nb: SPANISH,
  nn: SPANISH,
  hy: SPANISH,
  kk: SPANISH,
  'pt-pt': SPANISH,
  sv: SWEDISH,
  fi: SWEDISH,
  ar: SPANISH,
  fa: SPANISH,
  ps: SPANISH,
  // Written with marks that a typed quote does not stand for, or with the typed quote itself.
  ja: null,
  zh: null,
  he: null,
  yi: null,
};

/** Words that drop their beginning in English, after an apostrophe. */
const ENGLISH_ELISIONS = new Set([
  'tis',
  'twas',
  'twere',
  'em',
  'til',
  'cause',
  'n',
  'cos',
  'bout',
]);

/** How far a closing single quote may be from the opening one, in UTF-16 units. */
const LONGEST_SINGLE = 400;

/** How many quotations may be open at once; further quotes stay as they are typed. */
const DEEPEST_QUOTES = 8;

const CANDIDATE = /["'“”„«»‘’‚‹›]|--|\.\.\.|(?<=«) | (?=[:;?!»]+(?:[\s.,…)\]»”’"]|$))/gu;
const TYPED = /["']|--|\.\.\.|« | [:;?!»]/u;
const ALPHANUMERIC = /[\p{L}\p{N}\p{M}\uFFFC]/u;
const DIGIT = /\p{Nd}/u;
const SPACE = /\s/u;
const OPENS_BEFORE = /[\s([{<¿¡\p{Pd}/|“„«‘‚‹]/u;
const CLOSES_AFTER = /[\s.,;:!?)\]}…”»’›"']/u;

/** Whether a text has anything typed that might become typographic. */
export function isTyped(text: string): boolean {
  return TYPED.test(text);
}

/** One string, for example a headline. */
export function typographic(text: string, language: string): string {
  if (!TYPED.test(text)) return text;
  return typographicRuns([{ text, language, fixed: false }])[0] ?? '';
}

/**
 * The runs of one block of text (a paragraph, a cell), in order: a quote may open in one run and
 * close in another. Gives the new text of each.
 */
export function typographicRuns(runs: readonly TextRun[]): string[] {
  const texts = runs.map((run) => run.text);
  if (!runs.some((run) => !run.fixed && TYPED.test(run.text))) return texts;
  const full = texts.join('');
  const replacements = findReplacements(full, runs);

  let start = 0;
  let next = 0;
  return runs.map((run) => {
    const end = start + run.text.length;
    let result = '';
    let done = start;
    for (; next < replacements.length; next += 1) {
      const replacement = replacements[next];
      if (replacement === undefined || replacement.at >= end) break;
      result += full.slice(done, replacement.at) + replacement.text;
      done = replacement.at + replacement.length;
    }
    result += full.slice(done, end);
    start = end;
    return result;
  });
}

interface Replacement {
  at: number;
  length: number;
  text: string;
}

/** A quotation mark that is still to be closed. */
interface Open {
  close: string;
  single: boolean;
}

function findReplacements(full: string, runs: readonly TextRun[]): Replacement[] {
  const found: Replacement[] = [];
  const open: Open[] = [];
  /** Where the last typed quote stood, and whether it became an opening mark. */
  let last = { at: -2, opened: false };
  let runIndex = 0;
  let runEnd = runs[0]?.text.length ?? 0;
  let style: Marks | null = null;
  let styled: TextRun | undefined;

  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(full); match !== null; match = CANDIDATE.exec(full)) {
    const at = match.index;
    const [typed] = match;
    while (at >= runEnd && runIndex < runs.length - 1) {
      runIndex += 1;
      runEnd += runs[runIndex]?.text.length ?? 0;
    }
    const run = runs[runIndex];
    if (run === undefined || run.fixed) continue;
    if (run !== styled) style = marksOf(run.language);
    styled = run;
    if (style === null) continue;

    if (typed === '--' || typed === '...') {
      if (at + typed.length > runEnd) continue;
      const text = typed === '--' ? dash(full, at) : ellipsis(full, at);
      if (text !== undefined) found.push({ at, length: typed.length, text });
      continue;
    }
    if (typed === ' ') {
      const text = frenchSpace(full, at, run.language);
      if (text !== undefined) found.push({ at, length: 1, text });
      continue;
    }
    if (typed !== '"' && typed !== "'") {
      followMark(typed, full, at, style, open);
      continue;
    }

    const before = contextBefore(full, at, style, last);
    const quote = { full, at, before, after: characterAfter(full, at + 1), style, open };
    const decision = typed === '"' ? doubleQuote(quote) : singleQuote(quote, run.language);
    if (decision === undefined) continue;
    last = { at, opened: decision.opened };
    found.push({ at, length: 1, text: decision.text });
  }
  return found;
}

/** What stands before a typed quote; a mark that opens counts as a space, one that closes as a full stop. */
function contextBefore(
  full: string,
  at: number,
  style: Marks,
  last: { at: number; opened: boolean },
): string | undefined {
  if (last.at === at - 1) return last.opened ? ' ' : '.';
  const before = characterBefore(full, at);
  if (before === undefined) return undefined;
  if (style.closing.includes(before)) return '.';
  return style.opening.includes(before) ? ' ' : before;
}

interface Quote {
  full: string;
  at: number;
  before: string | undefined;
  after: string | undefined;
  style: Marks;
  open: Open[];
}

/** What a typed quote becomes; undefined where it stays. */
type Decision = { text: string; opened: boolean } | undefined;

function doubleQuote({ full, at, before, after, style, open }: Quote): Decision {
  const isOpen = open.some((mark) => !mark.single);
  const letterBefore = before !== undefined && ALPHANUMERIC.test(before);
  const letterAfter = after !== undefined && ALPHANUMERIC.test(after);
  if (letterBefore && letterAfter && !isOpen) return undefined;
  if (isEmptyPair(full, at, isOpen)) return undefined;
  if (before !== undefined && DIGIT.test(before)) {
    if (!isOpen || /\d['′’]\s?\d{1,2}$/u.test(full.slice(Math.max(0, at - 12), at))) {
      return undefined;
    }
  }
  const nothingBefore = before === undefined || SPACE.test(before);
  const nothingAfter = after === undefined || SPACE.test(after);
  if (nothingBefore && nothingAfter) return undefined;

  const canOpen =
    (before === undefined || OPENS_BEFORE.test(before)) && !nothingAfter && !/[)\]}]/u.test(after);
  const mustClose = isOpen && after !== undefined && CLOSES_AFTER.test(after) && after !== '"';
  const wantsToOpen = !letterBefore && !isOpen && letterAfter;
  if ((canOpen && !mustClose) || wantsToOpen) {
    if (open.length >= DEEPEST_QUOTES) return undefined;
    const pair = open.at(-1)?.close === style.outer[1] ? style.inner : style.outer;
    open.push({ close: pair[1], single: false });
    return { text: pair[0], opened: true };
  }
  if (nothingBefore) return undefined;
  const closed = closeLast(open, false);
  return { text: closed ?? style.outer[1], opened: false };
}

/** `""`: a quotation of nothing, or inches of inches. */
function isEmptyPair(full: string, at: number, isOpen: boolean): boolean {
  if (isOpen) return false;
  const empty = (from: number): boolean =>
    full.startsWith('""', from) &&
    /^[^"\p{L}\p{N}]?$/u.test(full.slice(Math.max(0, from - 1), from)) &&
    /^[^"\p{L}\p{N}]?$/u.test(full.slice(from + 2, from + 3));
  return empty(at) || empty(at - 1);
}

function singleQuote(quote: Quote, language: string): Decision {
  const { full, at, before, after, style, open } = quote;
  const apostrophe: Decision = { text: '’', opened: false };
  const letterBefore = before !== undefined && ALPHANUMERIC.test(before);
  const letterAfter = after !== undefined && ALPHANUMERIC.test(after);
  if (letterBefore && letterAfter) {
    return DIGIT.test(before) && DIGIT.test(after) ? undefined : apostrophe;
  }
  const isOpen = open.some((mark) => mark.single);
  if (letterBefore) {
    if (isOpen) return { text: closeLast(open, true) ?? '’', opened: false };
    return DIGIT.test(before) ? undefined : apostrophe;
  }
  const nothingBefore = before === undefined || SPACE.test(before);
  const nothingAfter = after === undefined || SPACE.test(after);
  if (nothingBefore && nothingAfter) return undefined;
  if (before !== undefined && !OPENS_BEFORE.test(before)) {
    if (isOpen) return { text: closeLast(open, true) ?? '’', opened: false };
    if (nothingAfter) return apostrophe;
  }
  if (nothingAfter || /[)\]}]/u.test(after)) return undefined;

  const rest = full.slice(at + 1, at + 1 + LONGEST_SINGLE);
  if (/^\d\d(?:s|e)?(?![\p{L}\p{N}'])/u.test(rest) && !closesNext(rest)) return apostrophe;
  if (/^\d0s(?![\p{L}\p{N}'])/u.test(rest)) return apostrophe;
  if (primaryTag(language) === 'en') {
    const word = /^[a-z]+/iu.exec(rest)?.[0].toLowerCase();
    if (word !== undefined && ENGLISH_ELISIONS.has(word)) {
      if (rest[word.length] !== "'" || word === 'n') return apostrophe;
    }
  }
  if (!hasClosing(rest)) return apostrophe;
  if (open.length >= DEEPEST_QUOTES) return undefined;
  const depth = open.length;
  // A single quote inside another pair of the same looks takes the outer one.
  const same = depth > 0 && open[depth - 1]?.close === style.single[1];
  const pair = same ? style.outer : style.single;
  open.push({ close: pair[1], single: true });
  return { text: pair[0], opened: true };
}

/** Keeps account of a mark that is typographic already. */
function followMark(mark: string, full: string, at: number, style: Marks, open: Open[]): void {
  const top = open[open.length - 1];
  if (top?.close.endsWith(mark) === true) {
    const after = characterAfter(full, at + 1);
    const apostrophe = mark === '’' && after !== undefined && ALPHANUMERIC.test(after);
    if (!apostrophe) open.pop();
    return;
  }
  for (const [pair, single] of [
    [style.outer, false],
    [style.inner, style.inner[0] === style.single[0]],
    [style.single, true],
  ] as const) {
    if (pair[0].startsWith(mark) && mark !== '’' && open.length < DEEPEST_QUOTES) {
      open.push({ close: pair[1], single });
      return;
    }
  }
}

/** Whether a single quote that could close stands in the text after an opening one. */
function hasClosing(rest: string): boolean {
  return /[^\s(]['’](?![\p{L}\p{N}])/u.test(rest);
}

/** Whether it does so before another one opens: `'68, she sang 'Hey Jude'`. */
function closesNext(rest: string): boolean {
  const opening = rest.search(/[\s(]'\S/u);
  return hasClosing(opening === -1 ? rest : rest.slice(0, opening + 1));
}

/** Closes the last double (or single) mark and all that was opened after it. */
function closeLast(open: Open[], single: boolean): string | undefined {
  for (let index = open.length - 1; index >= 0; index -= 1) {
    const mark = open[index];
    if (mark?.single === single) {
      open.length = index;
      return mark.close;
    }
  }
  return undefined;
}

function dash(full: string, at: number): string | undefined {
  const before = full[at - 1];
  const after = full[at + 2];
  if (after === undefined) return undefined;
  const spaces = (before === undefined || /[ \u00A0\n]/u.test(before)) && /[ \n]/u.test(after);
  const digits = before !== undefined && DIGIT.test(before) && DIGIT.test(after);
  return spaces || digits ? '–' : undefined;
}

/** The space that French sets before a mark, or within guillemets: no line breaks there. */
function frenchSpace(full: string, at: number, language: string): string | undefined {
  if (primaryTag(language) !== 'fr') return undefined;
  return full[at + 1] === ':' ? NO_BREAK : THIN;
}

function ellipsis(full: string, at: number): string | undefined {
  const before = characterBefore(full, at) ?? ' ';
  const after = characterAfter(full, at + 3) ?? ' ';
  if (/[./\\]/u.test(before) || /[./\\]/u.test(after)) return undefined;
  if (ALPHANUMERIC.test(before) && ALPHANUMERIC.test(after)) return undefined;
  return '…';
}

function marksOf(language: string): Marks | null {
  const tag = language.toLowerCase();
  const exact = BY_LANGUAGE[tag];
  if (exact !== undefined) return exact;
  const primary = BY_LANGUAGE[primaryTag(tag)];
  return primary === undefined ? ENGLISH : primary;
}

function primaryTag(language: string): string {
  return language.toLowerCase().split('-', 1)[0] ?? '';
}

/** The character that ends before `at`, whole also where it is two UTF-16 units. */
function characterBefore(full: string, at: number): string | undefined {
  const unit = full.charCodeAt(at - 1);
  if (Number.isNaN(unit)) return undefined;
  return unit >= 0xdc00 && unit <= 0xdfff ? full.slice(Math.max(0, at - 2), at) : full[at - 1];
}

function characterAfter(full: string, at: number): string | undefined {
  const point = full.codePointAt(at);
  return point === undefined ? undefined : String.fromCodePoint(point);
}
