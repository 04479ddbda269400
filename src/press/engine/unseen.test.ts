import { describe, expect, it } from 'vitest';
import { Unseen } from './unseen.ts';

describe('unseen digests', () => {
  it('are ticked off once each', () => {
    const unseen = new Unseen([4, 5, 6]);
    expect([unseen.isDistinct, unseen.count]).toEqual([true, 3]);
    expect([unseen.see(5), unseen.see(5), unseen.see(7)]).toEqual([true, false, false]);
    expect([unseen.has(4), unseen.has(5), unseen.has(7)]).toEqual([true, false, false]);
    expect(unseen.count).toBe(2);
  });

  it('may stand twice in a list, which says so', () => {
    expect(new Unseen([4, 5, 4]).isDistinct).toBe(false);
    expect(new Unseen([]).isDistinct).toBe(true);
  });
});
