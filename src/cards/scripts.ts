/** Which script each character is set in: faces have their rules by script. */

/** ISO 15924, as OpenType knows them. */
const SCRIPTS: readonly (readonly [tag: string, letters: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Hira', /\p{Script=Hiragana}/u],
  ['Kana', /\p{Script=Katakana}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Bopo', /\p{Script=Bopomofo}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Taml', /\p{Script=Tamil}/u],
  ['Knda', /\p{Script=Kannada}/u],
  ['Mlym', /\p{Script=Malayalam}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Khmr', /\p{Script=Khmer}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
  ['Thaa', /\p{Script=Thaana}/u],
];
/** The tag of signs, digits, and scripts not named here. */
export const COMMON = 'Zyyy';
const OPENING = '([{«‹“‘';
const CLOSING = ')]}»›”’';

const known = new Map<string, string>();

/** A character's own script. */
export function scriptOf(character: string): string {
  const tag =
    known.get(character) ?? SCRIPTS.find(([, letters]) => letters.test(character))?.[0] ?? COMMON;
  if (known.size > 20_000) known.clear();
  known.set(character, tag);
  return tag;
}

/**
 * The script of every UTF-16 unit. Signs and digits are of the script before them, at the beginning
 * of the one that follows; a closing bracket is of the one of its opening.
 */
export function scriptsOf(text: string): string[] {
  const scripts: string[] = [];
  const open: { closing: string; script: string }[] = [];
  let current = COMMON;
  for (const character of text) {
    const own = scriptOf(character);
    const opening = OPENING.indexOf(character);
    let script = own === COMMON ? current : own;
    if (current === COMMON) scripts.fill(own);
    if (opening >= 0) open.push({ closing: CLOSING.charAt(opening), script });
    else if (CLOSING.includes(character)) {
      const match = open.findLastIndex(({ closing }) => closing === character);
      if (match >= 0) {
        script = open[match]?.script ?? script;
        if (script === COMMON) script = current;
        open.length = match;
      }
    }
    current = script;
    scripts.push(...Array<string>(character.length).fill(script));
  }
  return scripts;
}
