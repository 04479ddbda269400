/** Permanent names of feeds and of what is in them. */

/** What may stand in the last part of a `tag:` URI; everything else is written with percent signs. */
const NOT_AS_IT_IS = /%[0-9a-f]{2}|[^0-9a-z;/?:@&=+$\-_.!~*'(),]/giu;

/** What nearly all names are, and what needs no look at each character. */
const PLAIN = /^[\w\-./]*$/;

const PLAIN_START = /^[\w\-./]*/;

const UNRESERVED = /^[0-9a-z\-._~]$/i;

/**
 * A `tag:` URI (RFC 4151) in its canonical form: `authority` is `id` of `publication.yaml`, `name`
 * any text. No part of it depends on where the paper is.
 */
export function feedId(authority: string, name: string): string {
  return `tag:${authority.toLowerCase()}:${specificOf(name)}`;
}

/** The last part of that URI: two names with the same one are one to readers of feeds. */
export function specificOf(name: string): string {
  if (PLAIN.test(name)) return name;
  return name
    .toWellFormed()
    .replace(NOT_AS_IT_IS, (found) =>
      found.length === 3 ? canonical(found) : encodeURIComponent(found),
    );
}

/** What a name begins with that all others with the same last part begin with, but those with a `%`. */
export function plainStartOf(name: string): string {
  return PLAIN_START.exec(name)?.[0] ?? '';
}

/** The first moment of the day, month or year in which the authority of a `tag:` URI was the paper's. */
export function mintedAt(id: string): number {
  const [, year = '1970', month = '01', day = '01'] =
    /^tag:[^,]*,(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?:/.exec(id) ?? [];
  return Date.parse(`${year}-${month}-${day}T00:00:00Z`);
}

/** Percent signs that are there already stay, so that an old address is not escaped twice. */
function canonical(triplet: string): string {
  const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
  return UNRESERVED.test(character) ? character : triplet.toUpperCase();
}
