import type { Element, ElementContent, Properties } from 'hast';
import { toHtml as libraryHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { SCHEMA } from './allow-list.ts';
import { element, text } from './nodes.ts';
import { toHtml } from './to-html.ts';

const SIGNS = 'a & b < c > d " e \' f ` g &amp; \u00a0 é 氷 🧊';

/** What the printer adds to what authors may write. */
const PRINTED: Properties = {
  ariaLabel: SIGNS,
  ariaLabelledBy: ['a', 'b'],
  className: ['figure', 'figure-wide'],
  decoding: 'async',
  dir: 'ltr',
  fetchPriority: 'high',
  height: 600,
  loading: 'lazy',
  rel: ['external', 'noopener'],
  role: 'note',
  sizes: '(min-width: 44rem) 42rem, 100vw',
  srcSet: '/a.webp 640w, /b.webp 1280w',
  tabIndex: 0,
  type: 'image/webp',
  width: 800,
};

const names = (SCHEMA.tagNames ?? []).filter((name) => !name.startsWith('press-'));

function propertiesOf(tagName: string): string[] {
  const { attributes } = SCHEMA;
  const listed = [...(attributes?.['*'] ?? []), ...(attributes?.[tagName] ?? [])];
  return listed.map((one) => (typeof one === 'string' ? one : one[0]));
}

function agree(nodes: ElementContent[]): void {
  expect(toHtml(nodes)).toBe(libraryHtml({ type: 'root', children: nodes }));
}

describe('printed nodes', () => {
  it.each([...names, 'article', 'header', 'picture', 'source'])(
    'are what the library makes of <%s>',
    (tagName) => {
      const isVoid = /^(?:br|col|hr|img|source|wbr)$/u.test(tagName);
      const children = isVoid ? [] : [text(SIGNS), element('em', {}, [text('x')]), text('')];
      const with_ = (properties: Properties): Element => element(tagName, properties, children);
      agree([with_({})]);
      agree([with_(PRINTED)]);
      for (const property of propertiesOf(tagName)) {
        if (property === 'open' || property === 'reversed') continue;
        for (const value of [SIGNS, 3, ['', 'a', 'b c'], [], undefined, null, false]) {
          agree([with_({ [property]: value })]);
        }
      }
    },
  );

  it('are so with attributes that are there or not', () => {
    agree([element('details', { open: true }), element('ol', { reversed: true, start: 3 })]);
    agree([element('details', { open: false }), element('ol', { reversed: false })]);
  });

  it('beside each other have nothing between them', () => {
    agree([text('a'), element('br'), text('b'), element('p', {}, [text('c')])]);
    expect(toHtml([])).toBe('');
  });
});
