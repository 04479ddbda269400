import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Affected } from './gather.ts';
import { hasRoom, switchOrder } from './journal.ts';
import { ResultsError } from './results.ts';

describe('a folder that waits', () => {
  it('takes the place of none and of an empty one, but not of that in which it waits', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'broadsheet-journal-'));
    const to = path.join(home, 'dist');
    const beside = path.join(home, '.dist-waiting');
    const within = path.join(to, '.broadsheet-1');
    try {
      expect(hasRoom(to, beside)).toBe(true);
      await mkdir(to);
      expect(hasRoom(to, beside)).toBe(true);
      expect(hasRoom(to, within)).toBe(false);
      await mkdir(within);
      expect(hasRoom(to, within)).toBe(false);
      await writeFile(path.join(to, 'a.html'), 'a');
      expect(() => hasRoom(to, beside)).toThrow(ResultsError);
    } finally {
      await rm(home, { recursive: true });
    }
  });
});

describe('the order of a switch', () => {
  it('puts what pages show first, new pages before those that lead there, and removes last', () => {
    const before = { sha256: 'old', size: 1 };
    const after = { sha256: 'new', size: 1 };
    const files = {
      '/feed.xml': { kind: 'feed', before, after },
      '/new-feed.xml': { kind: 'feed', before: undefined, after },
      '/index.html': { kind: 'list', before, after },
      '/a.html': { kind: 'page', before, after },
      '/old.html': { kind: 'redirect', before, after },
      '/same.html': { kind: 'page', before, after: before },
      '/b.html': { kind: 'page', before: undefined, after },
      '/t/index.html': { kind: 'list', before: undefined, after },
      '/a.png': { kind: 'card', before, after },
      '/a.webp': { kind: 'picture', before: undefined, after },
      '/gone.webp': { kind: 'picture', before, after: undefined },
      '/gone.html': { kind: 'page', before, after: undefined },
      '/gone/index.html': { kind: 'list', before, after: undefined },
    } satisfies Record<string, Affected>;
    expect(switchOrder(new Map(Object.entries(files)))).toEqual({
      put: [
        '/a.png',
        '/a.webp',
        '/b.html',
        '/new-feed.xml',
        '/t/index.html',
        '/a.html',
        '/old.html',
        '/index.html',
        '/feed.xml',
      ],
      remove: ['/gone/index.html', '/gone.html', '/gone.webp'],
    });
  });
});
