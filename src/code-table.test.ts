import { describe, expect, it } from 'vitest';
import { CodeTable } from './code-table.ts';
import { keyOf } from './fingerprint.ts';

describe('a table of codes', () => {
  it('knows the place of each of many, and of no other', () => {
    const codes = Array.from({ length: 10_000 }, (_, index) => keyOf(index));
    const table = new CodeTable(codes);
    expect(codes.every((code, place) => table.placeOf(code) === place)).toBe(true);
    for (let index = -1; index > -10_000; index -= 1) expect(table.placeOf(keyOf(index))).toBe(-1);
    expect(table.size).toBe(10_000);
  });

  it('tells codes apart that come to one slot', () => {
    // All are the same in their low bits; the last would be found first.
    const codes = [7, 2 ** 32 + 7, 2 ** 52 + 7, 8, 0];
    const table = new CodeTable(codes);
    expect(codes.map((code) => table.placeOf(code))).toEqual([0, 1, 2, 3, 4]);
    expect([2 ** 40 + 7, 9, 1].map((code) => table.placeOf(code))).toEqual([-1, -1, -1]);
  });

  it('knows the first of those that are the same, or the first that fits', () => {
    const table = new CodeTable([5, 6, 5, 5]);
    expect([table.placeOf(5), table.placeOf(6), table.size]).toEqual([0, 1, 2]);
    expect(table.placeOf(5, (place) => place > 0)).toBe(2);
    expect(table.placeOf(5, (place) => place > 3)).toBe(-1);
  });

  it('may be empty', () => {
    const table = new CodeTable([]);
    expect([table.placeOf(0), table.placeOf(1), table.size]).toEqual([-1, -1, 0]);
  });
});
