import { describe, expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from './links.ts';

describe('numbers of links', () => {
  it.each([
    [[]],
    [[1]],
    [[0, 1, 127, 128, 129, 255, 256]],
    [[16_383, 16_384, 2_097_151, 2_097_152, 2 ** 31, 2 ** 40]],
  ])('come out as they went in: %j', (numbers) => {
    expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers);
  });

  it('are ordered, each once', () => {
    expect(unpackNumbers(packNumbers([9, 3, 9, 700, 3]))).toEqual([3, 9, 700]);
  });

  it('take a byte each where they are near each other', () => {
    expect(packNumbers([1000, 1001, 1005, 1100])).toHaveLength(5);
  });
});
