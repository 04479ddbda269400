import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOfPrint, readFacts } from './digests.ts';
import type { Print } from './source.ts';

const print = (view: unknown, more: Partial<Print> = {}) => {
  const made: Print & { view: unknown } = { address: '/a.html', kind: 'page', view, ...more };
  return digestOfPrint(made, 'code');
};

describe('the digest of a print', () => {
  it('covers all that is in it, and the code', () => {
    const view = { title: 'Ice', list: [1, { two: true }], none: undefined, nothing: null };
    expect(print(view)).toBe(print(structuredClone(view)));
    expect(print(view)).not.toBe(print({ ...view, list: [1, { two: false }] }));
    expect(print(view)).not.toBe(print(view, { address: '/b.html' }));
    expect(print(view)).not.toBe(print(view, { page: 'front' }));
    expect(digestOfPrint({ address: '/', kind: 'page' }, 'one')).not.toBe(
      digestOfPrint({ address: '/', kind: 'page' }, 'two'),
    );
  });

  it('covers the parts that others show too, in their order', () => {
    const [ice, fog] = [{ title: 'Ice' }, { title: 'Fog' }];
    const both = print({}, { parts: [ice, fog] });
    expect(print({}, { parts: [{ ...ice }, { ...fog }] })).toBe(both);
    const others = [[fog, ice], [ice], [ice, fog, fog], [ice, { title: 'Frost' }], []];
    for (const parts of others) expect(print({}, { parts })).not.toBe(both);
    expect(print({}, { parts: [] })).not.toBe(print({}, { parts: [ice] }));
    expect(() => print({}, { parts: [ice, new Map()] })).toThrow('parts[1] is no plain data');
  });

  it('of what is kept is that of its name alone', () => {
    const kept = { kept: 'cards/3f.png', kind: 'card' } as const;
    expect(print({ a: 1 }, kept)).toBe(digestOfPrint({ address: '/b.png', ...kept }, 'other code'));
    expect(print({}, kept)).not.toBe(print({}, { ...kept, kept: 'cards/40.png' }));
  });

  it.each([
    ['a map', { ids: new Map([['a', 1]]) }, '/a.html.view.ids'],
    ['a set', { list: [new Set([1])] }, '/a.html.view.list[0]'],
    ['a date', { at: new Date(0) }, '/a.html.view.at'],
    ['a function', { link: () => '' }, '/a.html.view.link'],
    ['an instance', { url: new URL('https://paper.example') }, '/a.html.view.url'],
    ['no number', { size: Number.NaN }, '/a.html.view.size'],
    ['a symbol', { is: Symbol('x') }, '/a.html.view.is'],
    ['a big integer', { at: 1n }, '/a.html.view.at'],
  ])('is refused where it would not see %s', (_what, view, place) => {
    expect(() => print(view)).toThrow(`${place} is no plain data`);
  });
});

describe('the facts of a file', () => {
  it('are the same whether it is read at once or in pieces', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-digests-'));
    try {
      for (const size of [0, 5, 4 * 1024 * 1024, 4 * 1024 * 1024 + 1, 9_000_001]) {
        const bytes = Buffer.alloc(size, 'harbour');
        await writeFile(path.join(folder, 'file'), bytes);
        expect(readFacts(path.join(folder, 'file'))).toEqual({
          sha256: hash('sha256', bytes),
          size,
        });
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
