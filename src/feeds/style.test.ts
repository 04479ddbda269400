import { readFileSync } from 'node:fs';
import { transform } from 'lightningcss';
import { describe, expect, it } from 'vitest';

import { feedStyle } from './style.ts';

const CSS = readFileSync(new URL('feed.css', import.meta.url), 'utf8');

const ENGLISH = { language: 'en', direction: 'ltr', explanation: 'This is a feed.' } as const;
const ARABIC = { language: 'ar', direction: 'rtl', explanation: 'هذه خلاصة.' } as const;

/** The words of `content` by selector, as a parser of CSS reads them; a mark between names is none. */
function said(css: string): Record<string, string> {
  const found: Record<string, string> = {};
  const { code } = transform({ filename: 'feed.css', code: Buffer.from(css), minify: true });
  for (const [, selector = '', text = ''] of code
    .toString()
    .matchAll(/([^{}]+)\{content:"((?:[^"\\]|\\.)*)"/g)) {
    if (/\p{L}/u.test(text)) found[selector] = text;
  }
  return found;
}

describe('the stylesheet of feeds', () => {
  it('explains a feed in the language of the feed', () => {
    expect(said(feedStyle(CSS, [ENGLISH, ARABIC], undefined))).toEqual({
      ':root:lang(en) atom|link[rel=self]:before': 'This is a feed.',
      ':root:lang(ar) atom|link[rel=self]:before': 'هذه خلاصة.',
    });
  });

  it('has no words of its own', () => {
    expect(said(CSS)).toEqual({});
  });

  it('turns round what is read from the right', () => {
    const css = feedStyle(CSS, [ENGLISH, ARABIC], undefined);
    expect(css).toContain(':root:lang(ar){direction:rtl}');
    expect(css).toContain(':root:lang(en){direction:ltr}');
  });

  it('lets the words of a country win over those of its language', () => {
    const brazilian = { ...ENGLISH, language: 'pt-BR' };
    const css = feedStyle(CSS, [brazilian, { ...ENGLISH, language: 'pt' }], undefined);
    expect(css.indexOf(':lang(pt-BR)')).toBeGreaterThan(css.indexOf(':lang(pt)'));
  });

  it('has the colour of the house, or its own', () => {
    expect(feedStyle(CSS, [], '#123456')).toContain(':root{--house:#123456}');
    expect(feedStyle(CSS, [], undefined)).toBe(`${CSS.trim()}\n`);
  });

  it.each(['a "quoted" \\ word', 'two\nlines', '</style>}*{display:none}', '“typographic” — ёж'])(
    'says %j and nothing else',
    (explanation) => {
      const rules = said(feedStyle('', [{ ...ENGLISH, explanation }], undefined));
      expect(Object.keys(rules)).toHaveLength(1);
      const [text = ''] = Object.values(rules);
      const read = text.replace(
        /\\(?:([0-9a-f]{1,6})\s?|(.))/g,
        (_, hex?: string, plain?: string) =>
          hex === undefined ? (plain ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
      );
      expect(read).toBe(explanation);
    },
  );

  it('asks nobody for anything', () => {
    expect(CSS).not.toMatch(
      /url\(|@import|http(?!:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/dc\/elements\/1\.1\/)')/,
    );
  });
});
