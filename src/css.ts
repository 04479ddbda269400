/** CSS that carries the words of others. */

/** A text as a string of CSS; what could end it, or mean something to HTML, goes in by its number. */
export function cssString(text: string): string {
  const written = text
    .toWellFormed()
    .replace(
      /["\\<>\p{Cc}]/gu,
      (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `,
    );
  return `"${written}"`;
}

/**
 * CSS as it may stand in a `<style>` element, which ends at the first `</style`, wherever in a string
 * or a name that is. Nothing else in CSS has `</` or `<!` in it, so all of them become escapes.
 */
export function insideStyleElement(css: string): string {
  return css.replace(/<(?=[/!])/g, '\\3c ');
}
