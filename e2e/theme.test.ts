/** The paper's own look: `design` and `theme.css` win over what the press has. */
import { paperStyle } from '../src/edition/paper-style.ts';
import { expect, test } from './support/edition.ts';

/** A page of the edition with another style of the paper; no policy that would refuse it. */
function dressed(html: string, style: string): string {
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/@layer reset[^;]*;@layer paper\{[\s\S]*?(?=<\/style>)/, () => style);
}

test('accent, faces and theme of the paper are what a reader sees', async ({ edition, page }) => {
  const design = { accent: '#00aa00', fonts: { headline: 'Comic', text: 'Courier' } };
  const theme = ':root { --measure: 48rem; --paper: #ffffff } body { letter-spacing: 3px }';
  const sections = [
    { id: 'world', data: { name: 'World', accent: '#0000aa', appeal: true }, picture: undefined },
  ];
  const style = paperStyle(sections, design, theme);
  for (const address of [
    '/index.html',
    '/corrections.html',
    '/2026/11/talks-third-round.html',
    '/ar/2026/11/talks-third-round.html',
  ]) {
    const html = dressed(edition.read(address), style);
    expect(html, address).toContain('#00aa00');
    await page.setContent(html);
    const seen = await page.evaluate(() => {
      const root = getComputedStyle(document.documentElement);
      return {
        house: root.getPropertyValue('--house').trim(),
        measure: root.getPropertyValue('--measure').trim(),
        background: getComputedStyle(document.body).backgroundColor,
        face: getComputedStyle(document.body).fontFamily.split(', ')[0],
        headlines: [...document.querySelectorAll('h1, .teaser h2')].map(
          (headline) => getComputedStyle(headline).fontFamily.split(', ')[0],
        ),
        spacing: getComputedStyle(document.body).letterSpacing,
      };
    });
    expect(new Set(seen.headlines), address).toEqual(new Set(['Comic']));
    expect(seen, address).toMatchObject({
      house: '#00aa00',
      measure: '48rem',
      background: 'rgb(255, 255, 255)',
      face: 'Courier',
      spacing: '3px',
    });
  }
});
