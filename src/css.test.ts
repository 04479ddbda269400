import { transform } from 'lightningcss';
import { describe, expect, it } from 'vitest';
import { cssString, insideStyleElement } from './css.ts';

const minified = (css: string) =>
  new TextDecoder().decode(
    transform({ filename: 'a.css', code: Buffer.from(css), minify: true }).code,
  );

describe('CSS in a style element', () => {
  it.each([
    String.raw`b::after{content:"\3c/style>\3cscript>alert(1)\3c/script>"}`,
    String.raw`[a="\3c/style>\3cimg src=x>"]{color:red}`,
    String.raw`b{--x:"\3c/STYLE>";--y:"\3c!--"}`,
    String.raw`@font-face{font-family:"\3c/style>";src:url(/a.woff2)}`,
    String.raw`b{background:url("/\3c/style>.png")}`,
  ])('does not end it: %s', (css) => {
    // The minifier writes an escape as the letter that it stands for.
    const unescaped = minified(css);
    expect(unescaped).toMatch(/<[/!]/);
    const safe = insideStyleElement(unescaped);
    expect(safe).not.toMatch(/<[/!]/);
    expect(minified(safe)).toBe(unescaped);
  });

  it('keeps what compares widths', () => {
    const css = '@media (width<=40rem) and (width>1rem){a{color:red}}';
    expect(insideStyleElement(css)).toBe(css);
  });
});

describe('a string of CSS', () => {
  it('holds any text', () => {
    const text = 'a"b\\c</style>\n';
    const css = `a{content:${cssString(text)}}`;
    expect(css).not.toMatch(/[<\n]/);
    expect(minified(css)).toContain(String.raw`a\"b\\c</style>`);
  });
});
