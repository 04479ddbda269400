/** Printing what is due: the same edition as printing all, and no more work than it is. */
import { EDIT_KINDS } from './support/edited-paper.ts';
import type { EditKind } from './support/edited-paper.ts';
import { expect, test } from './support/edition.ts';
import { copyOfPress } from './support/press-copy.ts';
import { randomSteps } from './support/steps.ts';

test.describe.configure({ mode: 'parallel', timeout: 280_000 });

const SEED = 1;

test(`20 steps of random edits, code among them, each give what a clean build gives (seed ${SEED})`, async () => {
  test.setTimeout(600_000);
  const left = new Set<EditKind>(EDIT_KINDS);
  const press = copyOfPress('press');
  const options = { seed: SEED, steps: 20, stories: 12, kinds: EDIT_KINDS, press };
  for await (const { number, kinds, faults } of randomSteps(options)) {
    expect(faults, `step ${number}: ${kinds.join(', ')}`).toEqual([]);
    for (const kind of kinds) left.delete(kind);
  }
  expect([...left], 'every kind of edit was made').toEqual([]);
});
