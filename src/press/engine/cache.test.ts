import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cached, forgetKept, keptFile, pruneCache } from './cache.ts';
import { openState } from './state.ts';

/** The next renames whose target ends like this fail. */
let failing: string | undefined;

vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  const rename: typeof real.rename = async (from, to) => {
    if (failing !== undefined && String(to).endsWith(failing)) {
      failing = undefined;
      throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    }
    await real.rename(from, to);
  };
  return { ...real, rename };
});

let state = '';
let db: DatabaseSync;
beforeEach(async () => {
  failing = undefined;
  state = await mkdtemp(path.join(tmpdir(), 'broadsheet-cache-'));
  vi.stubEnv('BROADSHEET_STATE', state);
  db = openState(state);
});
afterEach(async () => {
  db.close();
  await rm(state, { recursive: true, force: true });
});

const bytes = (...values: number[]) => Promise.resolve(new Uint8Array(values));

async function kept(): Promise<string[]> {
  const names = await readdir(path.join(state, 'cards'), { recursive: true });
  return names.filter((name) => name.includes('.')).sort();
}

/** Makes an edition of one unit that prints these. */
function print(...names: string[]): void {
  db.exec('DELETE FROM prints');
  const put = db.prepare(`INSERT INTO prints VALUES (?, 1, 'card', 'v', 's', 1, ?, NULL, NULL)`);
  for (const name of names) put.run(`/${name}`, name);
}

describe('the cache', () => {
  it.each([
    ['is empty', () => new Uint8Array()],
    ['is cut short', (file: Uint8Array) => file.subarray(0, -1)],
    ['was changed', (file: Uint8Array) => file.map((byte, at) => (at === 0 ? byte + 1 : byte))],
  ])('makes a thing anew whose file %s', async (_, damage) => {
    const make = vi.fn(() => bytes(1, 2));
    await cached('cards/a0.png', make);
    const file = keptFile(state, 'cards/a0.png');
    await writeFile(file, damage(await readFile(file)));
    for (const times of [1, 2]) {
      expect([...(await cached('cards/a0.png', make))], `${times}`).toEqual([1, 2]);
      expect(make).toHaveBeenCalledTimes(2);
    }
  });

  it('makes a thing once', async () => {
    const make = vi.fn(() => bytes(1, 2));
    expect([...(await cached('cards/a0.png', make))]).toEqual([1, 2]);
    expect([...(await cached('cards/a0.png', make))]).toEqual([1, 2]);
    expect(make).toHaveBeenCalledTimes(1);
    expect(await kept()).toEqual(['a0/a0.png']);
  });

  it('makes it once for all who ask at a time', async () => {
    const make = vi.fn(() => bytes(3));
    const all = await Promise.all(Array.from({ length: 8 }, () => cached('cards/b0.png', make)));
    expect(all.every((one) => one[0] === 3)).toBe(true);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('keeps nothing that was not finished', async () => {
    await expect(cached('cards/c0.png', () => Promise.reject(new Error('no ink')))).rejects.toThrow(
      'no ink',
    );
    failing = 'd0.png';
    await expect(cached('cards/d0.png', () => bytes(4))).rejects.toThrow('no room');
    expect(existsSync(keptFile(state, 'cards/d0.png'))).toBe(false);
    expect([...(await cached('cards/d0.png', () => bytes(5)))]).toEqual([5]);
  });

  it('refuses a name that pruning would not find', () => {
    expect(() => keptFile(state, 'cards/deep/a0.png')).toThrow('no name in the cache');
    expect(() => keptFile(state, 'fonts/a0.woff')).toThrow('no name in the cache');
    expect(() => keptFile(state, 'cards/../a0')).toThrow('no name in the cache');
  });

  it('is pruned of what no print names, and of what was not finished', async () => {
    for (const name of ['a0', 'a1', 'b0']) await cached(`cards/${name}.png`, () => bytes(6));
    await writeFile(path.join(state, 'cards', 'of-an-older-press.png'), 'x');
    await writeFile(path.join(state, 'cards', 'a0', 'a0.png.part-999999'), 'x');
    await writeFile(path.join(state, 'cards', 'a0', `a9.png.part-${process.ppid}`), 'being made');
    print('cards/a0.png', 'cards/b0.png');
    await pruneCache(db, state);
    expect(await kept()).toEqual(['a0/a0.png', `a0/a9.png.part-${process.ppid}`, 'b0/b0.png']);
  });

  it('is pruned where something was made or is needed no more, and nowhere else', async () => {
    for (const name of ['a0', 'b0']) await cached(`cards/${name}.png`, () => bytes(7));
    print('cards/a0.png', 'cards/b0.png');
    await pruneCache(db, state);
    // Nothing tells of this one: its folder is not looked into.
    print('cards/a0.png');
    await pruneCache(db, state);
    expect(await kept()).toEqual(['a0/a0.png', 'b0/b0.png']);
    forgetKept(db, 'cards/b0.png');
    await pruneCache(db, state);
    expect(await kept()).toEqual(['a0/a0.png']);
    await mkdir(path.join(state, 'cards', 'a1'), { recursive: true });
    await cached('cards/a0000.png', () => bytes(8));
    await pruneCache(db, state);
    expect(await kept()).toEqual(['a0/a0.png']);
  });
});
