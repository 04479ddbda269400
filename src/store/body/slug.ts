const LONGEST_SLUG = 80;

/**
 * A text as part of an id: NFC, lower case, letters of any script, digits, and hyphens for all
 * else; at most 80 characters, cut at a hyphen. Empty where no letter or digit is in it.
 */
export function slugOf(value: string): string {
  const slug = value
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = Array.from(slug).slice(0, LONGEST_SLUG).join('');
  const hyphen = cut.lastIndexOf('-');
  return hyphen > LONGEST_SLUG / 2 ? cut.slice(0, hyphen) : cut;
}
