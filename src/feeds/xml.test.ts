import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';

import { element, legalText, xmlDocument } from './xml.ts';

describe('an XML document', () => {
  it.each(['feed.css', '../a b/"feed"?>.css', '/feed.css?a=1&b=<2>'])(
    'names the stylesheet %s before anything else',
    (style) => {
      const xml = xmlDocument(element('feed', {}, 'x'), style);
      using document = XmlDocument.fromString(xml);
      expect(document.root.content).toBe('x');
      const [, name, href = ''] =
        /^<\?xml version[^>]*\?>\n<\?xml-(\w+) type="text\/css" href="([^"]*)"\?>\n<feed>/.exec(
          xml,
        ) ?? [];
      expect(name).toBe('stylesheet');
      using read = XmlDocument.fromString(`<x href="${href}"/>`);
      expect(read.get('/x/@href')?.content).toBe(style);
    },
  );
});

describe('text for XML', () => {
  it('keeps every character that XML has, and bidirectional marks among them', () => {
    const text = '\t\n\r ~\u00a0\u200e\u200f\u202b\u2067\u2069\u0301ﷺ\ue000\ufffc😀\u{10ffff}';
    expect(legalText(text)).toBe(text);
  });

  it('loses all others', () => {
    let lost = '';
    for (let code = 0; code < 0x10000; code += 1) {
      const character = String.fromCharCode(code);
      if (legalText(character) === '') lost += character;
    }
    const codes = [...Array(0x10000).keys()].filter(
      (code) =>
        (code < 0x20 && ![9, 10, 13].includes(code)) ||
        (code >= 0x7f && code < 0xa0) ||
        (code >= 0xd800 && code < 0xe000) ||
        code >= 0xfffd,
    );
    expect([...Array(lost.length).keys()].map((index) => lost.charCodeAt(index))).toEqual(codes);
  });
});
