import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicUnits } from './public-files.ts';
import { openState } from './state.ts';

let folder = '';
let db: DatabaseSync;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-public-'));
  await mkdir(path.join(folder, 'public'));
  db = openState(path.join(folder, 'state'));
});
afterEach(async () => {
  db.close();
  await rm(folder, { recursive: true });
});

const place = (name: string) => path.join(folder, 'public', name);
const units = () => publicUnits(db, path.join(folder, 'public'));
const noted = () => db.prepare('SELECT file, stamp FROM public_files').all();

describe('the files of public/', () => {
  it('are a unit each, without what file managers leave', async () => {
    await mkdir(place('a/b'), { recursive: true });
    for (const name of ['robots.txt', 'a/b/é.svg'.normalize('NFD'), '.DS_Store', 'a/Thumbs.db']) {
      await writeFile(place(name), name);
    }
    // These are refused where the content is checked.
    await symlink(place('robots.txt'), place('linked.txt'));
    await symlink(place('nowhere'), place('dangling'));
    await symlink('.', place('loop'));
    execFileSync('mkfifo', [place('pipe')]);
    expect(units().map(({ key }) => key)).toEqual(['public /a/b/é.svg', 'public /robots.txt']);
    await rm(place('a'), { recursive: true });
    expect(units()).toHaveLength(1);
    expect(noted()).toHaveLength(1);
    await rm(path.join(folder, 'public'), { recursive: true });
    expect(units()).toEqual([]);
  });

  it('are told by their bytes, not by their times', async () => {
    await writeFile(place('x'), 'one');
    const [before] = units();
    await utimes(place('x'), 1, 1);
    expect(units()).toEqual([before]);
    await writeFile(place('x'), 'two');
    expect(units()[0]?.digest).not.toBe(before?.digest);
  });

  it('that changed lately are read again, whatever their times say', async () => {
    await writeFile(place('x'), 'one');
    const [before] = units();
    // The same length, within the same tick of the clock.
    await writeFile(place('x'), 'two');
    expect(units()[0]?.digest).not.toBe(before?.digest);
    expect(noted()).toEqual([{ file: 'x', stamp: '' }]);
  });

  it('are not read again while nothing tells of a change', async () => {
    await writeFile(place('x'), 'one');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    units();
    db.exec(`UPDATE public_files SET sha256 = 'as noted'`);
    expect(units()[0]?.inputs).toEqual({ file: 'x', sha256: 'as noted' });
    expect(await readFile(place('x'), 'utf8')).toBe('one');
  });
});
