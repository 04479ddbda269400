import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handOnOptions, pressOptions } from '../options.ts';
import { cached, pruneCache } from './cache.ts';
import { checkEdition } from './check-edition.ts';
import { recoverSwitch, refuseForeignFolder, removeDeadRuns, switchEdition } from './switch.ts';

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

let folder = '';
beforeEach(async () => {
  failing = undefined;
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-press-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const inside = (...parts: string[]) => path.join(folder, ...parts);

async function edition(name: string, words: string): Promise<string> {
  await mkdir(inside(name), { recursive: true });
  for (const mark of ['.nojekyll', 'manifest.webmanifest'])
    await writeFile(inside(name, mark), '\n');
  await writeFile(inside(name, 'index.html'), words);
  return inside(name);
}

describe('the switch', () => {
  it('puts a new edition where there was none, and in the place of the last one', async () => {
    await switchEdition(await edition('staging', 'one'), inside('deep', 'dist'));
    expect(await readFile(inside('deep', 'dist', 'index.html'), 'utf8')).toBe('one');
    await switchEdition(await edition('staging', 'two'), inside('deep', 'dist'));
    expect(await readFile(inside('deep', 'dist', 'index.html'), 'utf8')).toBe('two');
    expect(await readdir(inside('deep'))).toEqual(['dist']);
  });

  it('takes an empty folder', async () => {
    await mkdir(inside('dist'));
    await switchEdition(await edition('staging', 'one'), inside('dist'));
    expect(existsSync(inside('dist', 'index.html'))).toBe(true);
  });

  it('that fails half-way leaves the last edition as it was and nothing beside it', async () => {
    const out = await edition('dist', 'one');
    const staging = await edition('staging', 'two');
    failing = 'dist';
    await expect(switchEdition(staging, out)).rejects.toThrow('no room');
    expect(await readFile(path.join(out, 'index.html'), 'utf8')).toBe('one');
    expect((await readdir(folder)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });

  it('refuses a folder that holds anything else', async () => {
    await mkdir(inside('home'));
    await writeFile(inside('home', 'thesis.doc'), 'x');
    await expect(refuseForeignFolder(inside('home'))).rejects.toThrow('holds no edition');
    await expect(switchEdition(await edition('staging', 'one'), inside('home'))).rejects.toThrow(
      '--out',
    );
    expect(await readdir(inside('home'))).toEqual(['thesis.doc']);
    await expect(refuseForeignFolder(inside('nowhere'))).resolves.toBeUndefined();
  });
});

describe('the cache', () => {
  beforeEach(() => {
    vi.stubEnv('BROADSHEET_STATE', inside('state'));
  });

  it('makes a thing once', async () => {
    const make = vi.fn(() => Promise.resolve(new Uint8Array([1, 2])));
    expect([...(await cached('cards/a.png', make))]).toEqual([1, 2]);
    expect([...(await cached('cards/a.png', make))]).toEqual([1, 2]);
    expect(make).toHaveBeenCalledTimes(1);
    expect(await readdir(inside('state', 'cards'))).toEqual(['a.png']);
  });

  it('makes it once for all who ask at a time', async () => {
    const make = vi.fn(() => Promise.resolve(new Uint8Array([3])));
    const all = await Promise.all(Array.from({ length: 8 }, () => cached('cards/b.png', make)));
    expect(all.every((bytes) => bytes[0] === 3)).toBe(true);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('keeps nothing that was not finished', async () => {
    await expect(cached('cards/c.png', () => Promise.reject(new Error('no ink')))).rejects.toThrow(
      'no ink',
    );
    failing = 'd.png';
    await expect(cached('cards/d.png', () => Promise.resolve(new Uint8Array([4])))).rejects.toThrow(
      'no room',
    );
    expect(
      (await readdir(inside('state', 'cards'))).filter((name) => !name.endsWith('.part')),
    ).toEqual([]);
    expect([...(await cached('cards/d.png', () => Promise.resolve(new Uint8Array([5]))))]).toEqual([
      5,
    ]);
  });

  it('forgets what this run did not use', async () => {
    await mkdir(inside('state', 'cards'), { recursive: true });
    await writeFile(inside('state', 'cards', 'taken-down.png'), 'x');
    await writeFile(inside('state', 'cards', 'e.png.77.part'), 'x');
    await cached('cards/e.png', () => Promise.resolve(new Uint8Array([6])));
    await pruneCache(['cards', 'pictures']);
    expect(await readdir(inside('state', 'cards'))).toEqual(['e.png']);
  });
});

describe('the check of a staged edition', () => {
  const page = (links: { target: string; anchor: string }[], ids: string[] = []) => ({
    links,
    ids: new Set(ids),
  });

  it('passes what is whole, and takes Astro’s own work away', async () => {
    await edition('staging', 'x');
    await mkdir(inside('staging', '.prerender'));
    await writeFile(inside('staging', '.prerender', 'drafts.mjs'), 'secret');
    await mkdir(inside('staging', 'e'));
    await writeFile(inside('staging', 'e', 'é.html'.normalize('NFD')), 'x');
    const pages = new Map([
      [
        '/index.html',
        page([
          { target: '/e/é.html', anchor: 'a' },
          { target: '/manifest.webmanifest', anchor: 'x' },
        ]),
      ],
      ['/e/é.html', page([], ['a'])],
    ]);
    const expected = new Set(['/index.html', '/e/é.html', '/.nojekyll', '/manifest.webmanifest']);
    await mkdir(inside('staging', 'assets'));
    await writeFile(inside('staging', 'assets', 'face.woff2'), 'x');
    await mkdir(inside('public'));
    for (const place of ['staging', 'public']) {
      await writeFile(inside(place, 'robots.txt'), 'x');
      await writeFile(inside(place, '.DS_Store'), 'x');
    }
    await expect(
      checkEdition(inside('staging'), pages, expected, inside('public')),
    ).resolves.toBeUndefined();
    expect(existsSync(inside('staging', '.DS_Store'))).toBe(false);
    expect(existsSync(inside('staging', '.prerender'))).toBe(false);
  });

  it('tells of every missing page, file and anchor', async () => {
    await edition('staging', 'x');
    const pages = new Map([
      [
        '/index.html',
        page([
          { target: '/gone.html', anchor: '' },
          { target: '/index.html', anchor: 'nowhere' },
        ]),
      ],
    ]);
    const check = checkEdition(
      inside('staging'),
      pages,
      new Set(['/index.html', '/2025/02/a.html', '/.nojekyll', '/manifest.webmanifest']),
      inside('public'),
    );
    await expect(check).rejects.toThrow('/2025/02/a.html was rendered and is not in the edition');
    await expect(check).rejects.toThrow('/index.html links to /gone.html, which is not there');
    await expect(check).rejects.toThrow(
      '/index.html links to /index.html#nowhere, which is not on that page',
    );
  });
});

describe('a file that nothing printed', () => {
  it('stops the press', async () => {
    await edition('staging', 'x');
    await writeFile(inside('staging', 'draft.html'), 'x');
    const expected = new Set(['/index.html', '/.nojekyll', '/manifest.webmanifest']);
    await expect(
      checkEdition(inside('staging'), new Map(), expected, inside('public')),
    ).rejects.toThrow('/draft.html is in the edition, and nothing printed it');
  });
});

describe('after a run that was killed', () => {
  /** The number of a process that has ended. */
  const dead = () => spawnSync(process.execPath, ['-e', '']).pid;

  it('the last edition is put back when none stands there', async () => {
    await edition(`dist.last-${dead()}`, 'the last one');
    await edition(`dist.next-${dead()}`, 'half');
    await recoverSwitch(inside('dist'));
    expect(await readFile(inside('dist', 'index.html'), 'utf8')).toBe('the last one');
    expect(await readdir(inside())).toEqual(['dist']);
  });

  it('leftovers go, and what belongs to a living run stays', async () => {
    await edition('dist', 'now');
    await edition(`dist.last-${dead()}`, 'old');
    await edition(`dist.next-${process.ppid}`, 'being printed');
    await mkdir(inside(`run-${dead()}`));
    await mkdir(inside(`run-${process.ppid}`));
    await recoverSwitch(inside('dist'));
    await removeDeadRuns(inside());
    expect(await readFile(inside('dist', 'index.html'), 'utf8')).toBe('now');
    expect((await readdir(inside())).sort()).toEqual(
      ['dist', `dist.next-${process.ppid}`, `run-${process.ppid}`].sort(),
    );
  });
});

describe('the options of a run', () => {
  beforeEach(() => {
    for (const name of ['ROOT', 'CONTENT', 'OUT', 'PUBLIC', 'STATE', 'AT', 'MODE'])
      vi.stubEnv(`BROADSHEET_${name}`, undefined);
  });

  it('have defaults in the project’s folder', () => {
    handOnOptions({ root: '/paper' });
    expect(pressOptions()).toMatchObject({
      root: '/paper',
      content: path.resolve('/paper/content'),
      out: path.resolve('/paper/dist'),
      public: path.resolve('/paper/public'),
      state: path.resolve('/paper/.broadsheet'),
      mode: 'edition',
    });
  });

  it('are handed on, absolute or from the root', () => {
    handOnOptions({ root: '/paper', content: 'words', out: '/srv/www', mode: 'preview', at: 5 });
    expect(pressOptions()).toMatchObject({
      content: path.resolve('/paper/words'),
      out: '/srv/www',
      mode: 'preview',
      at: 5,
    });
  });

  it('have one moment, however often they are asked for', async () => {
    const { at } = pressOptions();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(pressOptions().at).toBe(at);
    expect(Math.abs(Date.now() - at)).toBeLessThan(60_000);
  });

  it('show drafts only where the preview is asked for by name', () => {
    for (const mode of ['', 'true', 'PREVIEW', 'edition']) {
      vi.stubEnv('BROADSHEET_MODE', mode);
      expect(pressOptions().mode).toBe('edition');
    }
  });
});
