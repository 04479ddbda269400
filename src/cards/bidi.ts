/**
 * The order in which a line of mixed direction is set: the Unicode bidirectional algorithm
 * (UAX #9) for text without embeddings, overrides and isolates, which `plainText` removes.
 */

type Class = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'NSM' | 'ON';

const ARABIC =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\u0608\u060b\u060d\u061b\u061e\u061f\u0640\u066d\u06d4\ufdfc]/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;
const ARABIC_NUMBER = /[\u0600-\u0605\u0660-\u0669\u066b\u066c\u06dd\u08e2]/u;
const EUROPEAN_NUMBER =
  /[0-9\u06f0-\u06f9\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2488-\u249b\uff10-\uff19]/u;
const NUMBER_SEPARATOR = /[,./:\u00a0\u060c\u202f\u2044\uff0c\uff0e\uff0f\uff1a]/u;
const NUMBER_SIGN = /[+\-\u207a\u207b\u208a\u208b\u2212\uff0b\uff0d]/u;
const NUMBER_TERMINATOR = /[#%\u00b0\u00b1\u066a\u2030-\u2034\u2213\uff03\uff05\p{Sc}]/u;
/** Signs that are no letters here although Unicode counts them among numbers or letters. */
const NEUTRAL =
  /[\u00bc-\u00be\u02b9\u02ba\u02c6-\u02cf\u02ec\u2150-\u215f\u2189\u2460-\u2487\u24ea-\u24ff\u2776-\u2793]/u;
/** Punctuation that counts as letters of its script. */
const LETTERLIKE = /[\u055a-\u055f\u0589\u0964\u0965\u0970\u0df4\u0e4f\u0e5a\u0e5b\u249c-\u24e9]/u;

const OPENING = '([{\u2045\u207d\u208d\u2329\u27e6\u27e8\u27ea\u3008\u300a\u300c\u300e\u3010\u3014';
const CLOSING = ')]}\u2046\u207e\u208e\u232a\u27e7\u27e9\u27eb\u3009\u300b\u300d\u300f\u3011\u3015';

function classOf(character: string): Class {
  if (character === '\u200e') return 'L';
  if (character === '\u200f') return 'R';
  if (character === '\u061c') return 'AL';
  if (EUROPEAN_NUMBER.test(character)) return 'EN';
  if (ARABIC_NUMBER.test(character)) return 'AN';
  if (NUMBER_SIGN.test(character)) return 'ES';
  if (NUMBER_SEPARATOR.test(character)) return 'CS';
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 'NSM';
  if (ARABIC.test(character) && character !== '\u066a') return 'AL';
  if (NUMBER_TERMINATOR.test(character)) return 'ET';
  if (RIGHT_TO_LEFT.test(character)) return 'R';
  const isLetter = /[\p{L}\p{Mc}\p{N}]/u.test(character) && !NEUTRAL.test(character);
  return isLetter || LETTERLIKE.test(character) ? 'L' : 'ON';
}

/** The embedding level of every UTF-16 unit of a paragraph; odd levels run from right to left. */
export function embeddingLevels(text: string, direction: 'ltr' | 'rtl'): number[] {
  const characters = Array.from(text);
  const original = characters.map(classOf);
  const types = resolveNumbers(original, direction === 'rtl' ? 'R' : 'L');
  const base = direction === 'rtl' ? 'R' : 'L';
  resolveBrackets(characters, types, original, base);
  resolveNeutrals(types, base);

  const levels: number[] = [];
  characters.forEach((character, index) => {
    const type = types[index];
    const level = base === 'R' ? (type === 'R' ? 1 : 2) : type === 'L' ? 0 : type === 'R' ? 1 : 2;
    levels.push(...Array<number>(character.length).fill(level));
  });
  return levels;
}

/** Rules W1 to W7. */
function resolveNumbers(original: readonly Class[], base: 'L' | 'R'): Class[] {
  const types = [...original];
  let strong: Class = base;
  for (let i = 0; i < types.length; i++) {
    if (types[i] === 'NSM') types[i] = types[i - 1] ?? base;
    const type = types[i] ?? 'ON';
    if (type === 'L' || type === 'R' || type === 'AL') strong = type;
    else if (type === 'EN' && strong === 'AL') types[i] = 'AN';
  }
  for (let i = 0; i < types.length; i++) if (types[i] === 'AL') types[i] = 'R';
  for (let i = 1; i < types.length - 1; i++) {
    const before = types[i - 1];
    if (before !== types[i + 1]) continue;
    if (types[i] === 'ES' && before === 'EN') types[i] = 'EN';
    if (types[i] === 'CS' && (before === 'EN' || before === 'AN')) types[i] = before;
  }
  for (let i = 0; i < types.length;) {
    if (types[i] !== 'ET') {
      i++;
      continue;
    }
    let end = i;
    while (types[end] === 'ET') end++;
    if (types[i - 1] === 'EN' || types[end] === 'EN') types.fill('EN', i, end);
    i = end;
  }
  strong = base;
  for (let i = 0; i < types.length; i++) {
    const type = types[i] ?? 'ON';
    if (type === 'ES' || type === 'ET' || type === 'CS') types[i] = 'ON';
    else if (type === 'L' || type === 'R') strong = type;
    else if (type === 'EN' && strong === 'L') types[i] = 'L';
  }
  return types;
}

const sideOf = (type: Class | undefined): 'L' | 'R' | undefined =>
  type === 'L' ? 'L' : type === 'R' || type === 'EN' || type === 'AN' ? 'R' : undefined;

/** Rule N0: a pair of brackets takes the direction of what it holds. */
function resolveBrackets(
  characters: readonly string[],
  types: Class[],
  original: readonly Class[],
  base: 'L' | 'R',
): void {
  const pairs: [number, number][] = [];
  const open: { closing: number; index: number }[] = [];
  for (let i = 0; i < characters.length && open.length < 64; i++) {
    if (types[i] !== 'ON') continue;
    const character = characters[i] ?? '';
    const opening = OPENING.indexOf(character);
    if (opening >= 0) open.push({ closing: opening, index: i });
    const closing = CLOSING.indexOf(character);
    if (closing < 0) continue;
    const match = open.findLastIndex((bracket) => bracket.closing === closing);
    if (match < 0) continue;
    pairs.push([open[match]?.index ?? 0, i]);
    open.length = match;
  }
  pairs.sort((a, b) => a[0] - b[0]);
  for (const [start, end] of pairs) {
    let found: 'L' | 'R' | undefined;
    for (let i = start + 1; i < end && found !== base; i++) found = sideOf(types[i]) ?? found;
    if (found === undefined) continue;
    if (found !== base) {
      let before: 'L' | 'R' = base;
      for (let i = start - 1; i >= 0; i--) {
        const side = sideOf(types[i]);
        if (side === undefined) continue;
        before = side;
        break;
      }
      found = before;
    }
    for (const bracket of [start, end]) {
      types[bracket] = found;
      for (let i = bracket + 1; original[i] === 'NSM'; i++) types[i] = found;
    }
  }
}

/** Rules N1 and N2. */
function resolveNeutrals(types: Class[], base: 'L' | 'R'): void {
  for (let i = 0; i < types.length;) {
    if (types[i] !== 'ON') {
      i++;
      continue;
    }
    let end = i;
    while (types[end] === 'ON') end++;
    const before = i === 0 ? base : sideOf(types[i - 1]);
    const after = end === types.length ? base : sideOf(types[end]);
    types.fill(before !== undefined && before === after ? before : base, i, end);
    i = end;
  }
}

/** Rule L2: the pieces of a line from left to right. */
export function visualOrder<Piece extends { level: number }>(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces];
  const highest = Math.max(0, ...pieces.map((piece) => piece.level));
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && (order[end]?.level ?? 0) >= level) end++;
      if (end > start) {
        order.splice(start, end - start, ...order.slice(start, end).reverse());
        start = end;
      }
    }
  }
  return order;
}
