import { describe, expect, it } from 'vitest';
import { digestOf, Fingerprint } from './fingerprint.ts';

/** Values that are nearly the same; no two are. */
const NEARLY_THE_SAME: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  2 ** 31,
  2 ** 32,
  1_620_451_560_000,
  1_620_451_560_001,
  0.1,
  '',
  '0',
  '1',
  'a',
  'b',
  'ab',
  'ba',
  'a\u0000',
  'abcd',
  'abcda',
  'abcdabcd',
  '\u0a00bcd',
  'a\u0b00cd',
  'лёд и море',
  // Without its length each would be the bits of the other.
  'ab\u0000\u0000',
  '\u6261',
  // Two letters of two bytes are as many bits as four of one.
  'abcdxy\u6665\u6867',
  '\u6261\u6463xyefgh',
  'ä',
  'a\u0308',
  'null',
  [],
  [[]],
  [[], []],
  [null],
  [''],
  ['', ''],
  ['a', 'b'],
  ['ab'],
  ['b', 'a'],
  [['a'], 'b'],
  ['a', ['b']],
  {},
  [{}],
  { a: null },
  { a: '' },
  { b: '' },
  { a: 'b' },
  { b: 'a' },
  { a: 'b', b: 'a' },
  { a: ['b'] },
  { a: { b: 'a' } },
  { a: {}, b: 'a' },
  { path: 'en/2025/02/ice', key: 1, live: false },
  { path: 'en/2025/02/ice', key: 2, live: false },
  { row: 'authors/anna', key: 3 },
];

describe('the digest of plain data', () => {
  it('is the same for the same', () => {
    for (const value of NEARLY_THE_SAME) {
      expect(digestOf(structuredClone(value))).toBe(digestOf(value));
    }
  });

  it('is another for whatever differs', () => {
    const digests = NEARLY_THE_SAME.map(digestOf);
    expect(new Set(digests).size).toBe(NEARLY_THE_SAME.length);
  });

  it('takes a ref by its key alone', () => {
    const ref = { path: 'en/2025/02/ice', key: 1, live: true };
    expect(digestOf(ref)).toBe(digestOf({ ...ref, live: false }));
    expect(digestOf(ref)).toBe(digestOf({ row: 'authors/anna', key: 1 }));
    expect(digestOf([ref])).not.toBe(digestOf([{ ...ref, key: 2 }]));
  });

  it('passes over fields that are not there', () => {
    expect(digestOf({ a: 1, b: undefined })).toBe(digestOf({ a: 1 }));
  });

  it('has no two alike among many that differ little', () => {
    const seen = new Set<string>();
    for (let one = 0; one < 300; one += 1) {
      for (let other = 0; other < 1000; other += 1) {
        seen.add(digestOf([one, { path: 'a', key: other, live: false }]));
      }
    }
    expect(seen.size).toBe(300_000);
  });

  it('is changed in about half of its bits by one bit, wherever that stands', () => {
    const length = 40;
    const plain = bits(digestOf('a'.repeat(length)));
    const changed = Array.from({ length }, (_, place) => {
      const text = `${'a'.repeat(place)}c${'a'.repeat(length - place - 1)}`;
      return bits(digestOf(text)).filter((bit, index) => bit !== plain[index]).length;
    });
    expect(Math.min(...changed)).toBeGreaterThan(16);
    expect(Math.max(...changed)).toBeLessThan(48);
  });
});

describe('a code', () => {
  it('is a whole number, and another for whatever differs', () => {
    const codes = new Set<number>();
    for (let one = 0; one < 100_000; one += 1) {
      const print = new Fingerprint();
      print.string(`row ${one}`);
      codes.add(print.code());
    }
    expect(codes.size).toBe(100_000);
    expect([...codes].every(Number.isSafeInteger)).toBe(true);
  });
});

function bits(digest: string): string[] {
  return digest.split('.').flatMap((half) => Number(half).toString(2).padStart(32, '0').split(''));
}
