import { describe, expect, it } from 'vitest';

import { readPageHead } from './page-head.ts';

describe('the head of a page', () => {
  it('says by which address the page goes', () => {
    const html = `<head><meta name="robots" content="max-image-preview:large"><link rel="stylesheet" href="/a.css"><link rel="canonical" href="https://a.example/?a=1&amp;b=2">`;
    expect(readPageHead(html)).toEqual({
      noindex: false,
      canonical: 'https://a.example/?a=1&b=2',
    });
  });

  it.each(['noindex', 'noindex, follow', 'max-image-preview:large,noindex', 'none', 'NOINDEX'])(
    'keeps search away by “%s”',
    (content) => {
      expect(readPageHead(`<meta name="robots" content="${content}">`).noindex).toBe(true);
    },
  );

  it('says nothing where it says nothing', () => {
    expect(
      readPageHead('<title>noindex</title><meta name="description" content="noindex">'),
    ).toEqual({ noindex: false, canonical: undefined });
  });

  it('ends where the body begins', () => {
    const html = '<head></head><body><meta name="robots" content="noindex">';
    expect(readPageHead(html).noindex).toBe(false);
  });
});
