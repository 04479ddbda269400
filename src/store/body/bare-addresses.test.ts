import { describe, expect, it } from 'vitest';
import { html, parse, rendering, told } from './rendering-for-tests.ts';
import { textOfNodes } from './plain-text.ts';

const link = (href: string, words = href) => `<a href="${href}">${words}</a>`;
const X = link('https://a.example/x');

describe('a bare address', () => {
  it.each([
    ['см. «https://a.example/x». Да', `см. «${X}». Да`],
    ['“https://a.example/x”', `“${X}”`],
    ['https://a.example/x.» Да', `${X}.» Да`],
    ['(https://a.example/x)», (b)', `(${X})», (b)`],
    ['https://a.example/x)»', `${X})»`],
    ['https://a.example/x_(y)» ok', `${link('https://a.example/x_(y)')}» ok`],
    ['انظر https://a.example/x، ثم', `انظر ${X}، ثم`],
    ['ببینید https://a.example/x؟', `ببینید ${X}؟`],
    ['देखें https://a.example/x।', `देखें ${X}।`],
    ['https://a.example/x— и', `${X}— и`],
    ['https://a.example/x…', `${X}…`],
    ['见https://a.example/x。后', `见${X}。后`],
    ['（https://a.example/x）后文', `（${X}）后文`],
    ['「https://a.example/x」、次', `「${X}」、次`],
    ['https://a.example/x，后', `${X}，后`],
    ['https://a.example/x\u200b\u200bb', `${X}\u200b\u200bb`],
    ['„www.a.example“', `„${link('http://www.a.example', 'www.a.example')}“`],
    ['*«https://a.example/x»*', `<em>«${X}»</em>`],
    ['- «https://a.example/x»', `«${X}»`],
  ])('ends where its readers see its end: %s', (source, expected) => {
    expect(html(source, rendering('feed'))).toContain(expected);
    expect(told(source)).toEqual([]);
  });

  it.each([
    'https://a.example/Война_—_мир',
    'https://a.example/L’Équipe',
    'https://a.example/路径/文',
    'https://a.example/x_(y)',
    'https://a.example/صفحه/یک',
  ])('keeps what may stand in an address: %s', (address) => {
    expect(html(address)).toBe(`<p>${link(address)}</p>`);
  });

  it('is no link without a host, and has no references', () => {
    expect(html('Das Zeichen https://» hier')).toBe('<p>Das Zeichen https://» hier</p>');
    const address = 'https://a.example/?a=1&amp;b=2';
    expect(html(address)).toBe(`<p>${link('https://a.example/?a=1&#x26;b=2')}</p>`);
    expect(parse(address).body.facts.links[0]?.href).toBe('https://a.example/?a=1&b=2');
  });

  it('between brackets is what the author wrote', () => {
    const address = 'https://a.example/x»';
    expect(html(`<${address}>`)).toBe(`<p>${link(address)}</p>`);
    expect(html(`[${address}](/y)`)).toBe(`<p>${link('/y', address)}</p>`);
  });

  it('goes where the story that it names is not out, and is in no description', () => {
    const address = 'https://gazette.example/2030/secret.html';
    const source = `${address}\n\nSee «${address}», [${address}](${address}) and [this](${address}).`;
    const hidden = rendering('page', { link: () => undefined });
    expect(html(source, hidden)).toBe('<p>…</p>\n<p>See «…», … and this.</p>');
    const { body } = parse(source);
    expect(textOfNodes(body.tree.children, () => false)).toBe('…\n\nSee «…», … and this.');
    expect(textOfNodes(body.tree.children)).toContain(address);
    expect(body.facts.firstParagraph).toBe('See «…», … and this.');
  });
});
