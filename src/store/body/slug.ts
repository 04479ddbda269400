const LONGEST_SLUG = 80;

/**
 * Marks that a word is read without: vowel points and accents of Arabic, Hebrew, Syriac, Latin,
 * Greek and Cyrillic that NFC leaves loose, and variation selectors. Vowel signs of other scripts
 * (Devanagari, Thai, Thaana, …) are letters in all but name.
 */
const LOOSE_MARKS =
  /[[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}[\u0300-\u036F][\u1AB0-\u1AFF][\u1DC0-\u1DFF][\u20D0-\u20FF][\uFE20-\uFE2F]\p{Variation_Selector}]&&\p{Mn}]/gv;
const MAYBE_MARK = /\p{Mn}/u;

/**
 * A text as part of an id: NFC, lower case, letters of any script, digits, and hyphens for all
 * else; at most 80 characters, cut at a hyphen. Empty where no letter or digit is in it.
 *
 * Nothing but letters, digits and hyphens is in it, which is what the strictest checkers take for
 * an id, except in scripts that cannot be written without combining signs: there they stay, as HTML
 * allows. It may begin with a digit; `readHeadings` sees to that.
 */
export function slugOf(value: string): string {
  // Lower case first: that of `İ` is an `i` with a loose dot.
  const lower = value.toLowerCase().normalize('NFC');
  const slug = (MAYBE_MARK.test(lower) ? lower.replace(LOOSE_MARKS, '') : lower)
    .replace(/['’ʼ]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = Array.from(slug).slice(0, LONGEST_SLUG).join('');
  const hyphen = cut.lastIndexOf('-');
  return hyphen > LONGEST_SLUG / 2 ? cut.slice(0, hyphen) : cut;
}
