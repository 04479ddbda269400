import { describe, expect, it } from 'vitest';

import { feedId, mintedAt } from './ids.ts';

/** RFC 4151, and no `#`, after which a fragment would begin. */
const TAG =
  /^tag:[a-z0-9.@-]+,\d{4}(-\d\d(-\d\d)?)?:(?:[0-9A-Za-z;/?:@&=+$\-_.!~*'(),]|%[0-9A-F]{2})*$/;

describe('the permanent name of a story', () => {
  it('is its identity under the name of the paper', () => {
    expect(feedId('paper.example,2025', 'en/2025/02/strike')).toBe(
      'tag:paper.example,2025:en/2025/02/strike',
    );
  });

  it('keeps the id that an older system gave', () => {
    expect(feedId('paper.example,2025', 'https://old.example/?p=12&x=%D0%BF')).toBe(
      'tag:paper.example,2025:https://old.example/?p=12&x=%D0%BF',
    );
  });

  it.each([
    ['паром', '%D0%BF%D0%B0%D1%80%D0%BE%D0%BC'],
    ['a b#c<d>"e"\\', 'a%20b%23c%3Cd%3E%22e%22%5C'],
    ['100% sure', '100%25%20sure'],
    ['%7eanna/%2fx', '~anna/%2Fx'],
    ['\ud800\u0000', '%EF%BF%BD%00'],
    ['😀', '%F0%9F%98%80'],
    ['', ''],
  ])('is a canonical URI for %j', (name, specific) => {
    const id = feedId('paper.example,2025-01-31', name);
    expect(id).toBe(`tag:paper.example,2025-01-31:${specific}`);
    expect(id).toMatch(TAG);
  });

  it('is the same however the name of the host is written', () => {
    expect(feedId('Paper.Example,2025', 'A')).toBe('tag:paper.example,2025:A');
  });

  it('differs where the identities differ', () => {
    const names = ['a', 'A', 'a/', 'a%20b', 'a+b', 'а', 'a#b', 'a?b', 'a%', 'a%25%'];
    expect(new Set(names.map((name) => feedId('p.example,2025', name))).size).toBe(names.length);
  });
});

describe('the age of a name', () => {
  it.each([
    ['tag:paper.example,2025:feeds', '2025-01-01T00:00:00.000Z'],
    ['tag:paper.example,2025-03:feeds', '2025-03-01T00:00:00.000Z'],
    ['tag:desk@paper.example,2025-03-09:feeds,1999', '2025-03-09T00:00:00.000Z'],
  ])('of %s is %s', (id, moment) => {
    expect(new Date(mintedAt(id)).toISOString()).toBe(moment);
  });
});
