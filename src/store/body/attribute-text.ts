import { withoutControls } from './source.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  shy: '\u00AD',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/**
 * The value of a directive's attribute: the parser gives it as it is written, so `\"` and the
 * common character references (`&quot;`, `&#8212;`) are read here. Trimmed, without controls.
 */
export function attributeText(written: string): string {
  const value = written
    .replace(/\\(["'\\])/gu, '$1')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
      if (typeof name === 'string') return NAMED[name] ?? whole;
      const point = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    });
  return withoutControls(value).trim();
}
