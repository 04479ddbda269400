/** Words that travel in a picture, in any script. */

/** An XMP packet (ISO 16684-1) with Dublin Core's `creator` and `rights`, where they are known. */
export function xmp({
  credit,
  licence,
}: {
  credit: string | undefined;
  licence: string | undefined;
}): string {
  const creator =
    credit === undefined
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${escaped(credit)}</rdf:li></rdf:Seq></dc:creator>`;
  const rights =
    licence === undefined
      ? ''
      : `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escaped(licence)}</rdf:li></rdf:Alt></dc:rights>`;
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `${creator}${rights}</rdf:Description></rdf:RDF></x:xmpmeta>`
  );
}

/** What XML 1.0 has no place for, and halves of characters. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escaped(words: string): string {
  return words
    .replace(ILLEGAL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
