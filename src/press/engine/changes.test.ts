import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  countKinds,
  formatChanges,
  joinChanges,
  listChanges,
  NOTHING,
  tallyAfter,
} from './changes.ts';
import type { ChangedFile } from './changes.ts';
import type { Affected } from './gather.ts';

const file = (address: string, text: string): ChangedFile => ({
  address,
  sha256: createHash('sha256').update(text).digest('hex'),
  size: text.length,
});

describe('the root hash', () => {
  const files = [file('/a.html', 'one'), file('/b.html', 'two'), file('/é.html', 'three')];

  it('is the sum of the hashes of lines, as it is documented', () => {
    let sum = 0n;
    for (const { address, sha256 } of files) {
      const line = createHash('sha256').update(`${sha256}  ${address}\n`).digest('hex');
      sum = (sum + BigInt(`0x${line}`)) % 2n ** 256n;
    }
    const { root } = tallyAfter(NOTHING, [], files);
    expect(root).toBe(sum.toString(16).padStart(64, '0'));
    expect(root).toHaveLength(64);
  });

  it('depends on no order, and goes back when files do', () => {
    const [one, two, three] = files as [ChangedFile, ChangedFile, ChangedFile];
    const all = tallyAfter(NOTHING, [], files);
    expect(tallyAfter(tallyAfter(NOTHING, [], [three, one]), [], [two])).toEqual(all);
    expect(all).toMatchObject({ files: 3, bytes: 11 });
    expect(tallyAfter(all, files, [])).toEqual(NOTHING);
    expect(tallyAfter(all, [one], [{ ...one, address: '/c.html' }]).root).not.toBe(all.root);
  });
});

describe('two change lists', () => {
  it('are one of what became of the files in both', () => {
    const random = seeded(7);
    for (let round = 0; round < 200; round += 1) {
      const trees = Array.from(
        { length: 3 },
        () =>
          new Map(
            ['/a', '/b', '/c', '/d', '/e', '/f']
              .filter(() => random() < 0.6)
              .map((address) => [address, file(address, `${Math.floor(random() * 3)}`)]),
          ),
      ) as [Tree, Tree, Tree];
      const [one, two, three] = trees;
      const both = joinChanges(between(one, two), between(two, three));
      const whole = between(one, three);
      expect([both.base, both.next, both.added]).toEqual([whole.base, whole.next, whole.added]);
      const named = (files: ChangedFile[]) => files.map(({ address }) => address);
      expect(named(both.removed)).toEqual(named(whole.removed));
      // What was changed and changed back is named too: what it was before is not known.
      const back = both.changed.filter(
        ({ address, sha256 }) => one.get(address)?.sha256 === sha256,
      );
      expect(both.changed.filter((changed) => !back.includes(changed))).toEqual(whole.changed);
    }
  });

  it('name nothing that went and came back as it was', () => {
    const one = new Map([['/a.html', file('/a.html', 'one')]]);
    const both = joinChanges(between(one, new Map()), between(new Map(), one));
    expect([both.added, both.changed, both.removed]).toEqual([[], [], []]);
    expect(both.base).toBe(both.next);
  });

  type Tree = Map<string, ChangedFile>;

  function between(one: Tree, other: Tree) {
    const tally = tallyAfter(NOTHING, [], [...one.values()]);
    const affected = new Map<string, Affected>(
      [...one.keys(), ...other.keys()].map((address) => [
        address,
        { before: one.get(address), after: other.get(address), kind: 'page' },
      ]),
    );
    return listChanges(tally, affected).list;
  }
});

/** Numbers from 0 to 1, always the same for a seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

describe('a change list', () => {
  const old = file('', 'old');
  const fresh = file('', 'new');
  const affected = new Map<string, Affected>([
    ['/b.html', { before: undefined, after: fresh, kind: 'page' }],
    ['/a.png', { before: undefined, after: fresh, kind: 'card' }],
    ['/c.html', { before: old, after: fresh, kind: 'list' }],
    ['/same.html', { before: old, after: old, kind: 'page' }],
    ['/never.html', { before: undefined, after: undefined, kind: 'page' }],
    ['/d.html', { before: old, after: undefined, kind: 'redirect' }],
  ]);
  const { list, next } = listChanges(NOTHING, affected);

  it('has files by what became of them, in the order of their addresses', () => {
    const addresses = (files: ChangedFile[]) => files.map(({ address }) => address);
    expect(addresses(list.added)).toEqual(['/a.png', '/b.html']);
    expect(addresses(list.changed)).toEqual(['/c.html']);
    expect(addresses(list.removed)).toEqual(['/d.html']);
    expect(list.changed[0]).toMatchObject({ sha256: fresh.sha256, size: 3 });
    expect(list.removed[0]).toMatchObject({ sha256: old.sha256 });
    expect([list.base, list.next]).toEqual([NOTHING.root, next.root]);
    expect(countKinds(list.added, affected)).toEqual({ card: 1, page: 1 });
  });

  it('is a file of JSON with a line for each file', () => {
    const text = formatChanges(list);
    expect(JSON.parse(text)).toEqual(list);
    expect(text.split('\n').filter((line) => line.includes('"sha256"'))).toHaveLength(4);
    expect(JSON.parse(formatChanges(listChanges(NOTHING, new Map()).list))).toMatchObject({
      added: [],
    });
  });
});
