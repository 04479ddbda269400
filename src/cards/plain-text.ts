/** Text that can be set: one paragraph, in composed characters, without anything invisible but joiners. */

/** No headline is longer than this; the rest would not be drawn. */
const LONGEST = 1200;

const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Embeddings, overrides, isolates, byte order marks, soft hyphens, unassigned, private, lone surrogates. */
const UNWANTED =
  // eslint-disable-next-line no-misleading-character-class -- each of them is meant alone
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffd\u{1d173}-\u{1d17a}\u{e0100}-\u{e0fff}\p{Cn}\p{Co}\p{Cs}]+/gu;
/** Selectors and tags of pictures, where they belong to none. */
const STRAY =
  // eslint-disable-next-line no-misleading-character-class -- each of them is meant alone
  /(?<![\p{Emoji}\ufe0f\u200d\u{e0020}-\u{e007f}])[\ufe0e\ufe0f\u{e0020}-\u{e007f}]+|[\u{e0000}-\u{e001f}]/gu;

/** The text as it can be set. */
export function plainText(text: string): string {
  return cut(text.slice(0, LONGEST * 2).normalize('NFC'), LONGEST)
    .replace(CONTROLS, ' ')
    .replace(UNWANTED, '')
    .replace(STRAY, '')
    .replace(/[\u2000-\u200a\u205f\u1680]/gu, ' ')
    .replace(/\u202f/gu, '\u00a0')
    .replace(/[ \u3000]{2,}/gu, ' ')
    .replace(/ +([\u00a0])/gu, '$1')
    .trim();
}

/** At most so many UTF-16 units, never half a character. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/u, '');
}
