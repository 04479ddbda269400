/** The switch: whoever kills the press, readers meet whole files and links that lead somewhere. */
import { expect, test } from './support/edition.ts';
import { killedBuilds } from './support/kills.ts';

const KILLS = 10;

test(`${KILLS} builds, killed at random moments, leave what readers can use, and the next one is clean`, async () => {
  test.setTimeout(600_000);
  let read = 0;
  for await (const kill of killedBuilds({ seed: 1, kills: KILLS, stories: 30 })) {
    const { number, moment, met, faults, reads } = kill;
    expect(faults, `kill ${number}, ${moment}, ${met}`).toEqual([]);
    read = reads;
  }
  expect(read, 'files that the reader has read').toBeGreaterThan(KILLS * 60);
});
