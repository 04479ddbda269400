import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearLeftovers, Staging, stagingFor } from './staging.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-staging-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('staging', () => {
  it('mirrors addresses', async () => {
    new Staging(folder).write('/2025/02/é.html', Buffer.from('x'));
    expect(await readFile(path.join(folder, '2025/02/é.html'), 'utf8')).toBe('x');
  });

  it('is not brought back where it was taken away', async () => {
    const staging = new Staging(path.join(folder, 'gone'));
    expect(() => {
      staging.write('/2025/02/a.html', Buffer.from('x'));
    }).toThrow('ENOENT');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['a.html', '/../x', '/a/../../x', '/a/..', '/a//b', '/a/', '/', '/.', '/a\\b', '/a\0'])(
    'refuses %j',
    (address) => {
      expect(() => new Staging(folder).place(address)).toThrow('is no address of a file');
    },
  );

  it('takes names that begin with dots', () => {
    const place = new Staging(folder).place('/.well-known/..x/...y');
    expect(place.startsWith(`${folder}${path.sep}`)).toBe(true);
  });

  it('is cleared of what killed runs of this state and dead processes left, and of nothing else', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const [mine, theirs] = ['/state', '/other'].map((state) =>
      path.basename(stagingFor(path.join(folder, 'dist'), state)).replace(/\d+$/, ''),
    );
    const kept = [
      'dist',
      'dist.next-20251101',
      'dist.broadsheet-x',
      `${theirs}${process.ppid}`,
      'other',
    ];
    for (const name of [...kept, `${theirs}${dead}`, `${mine}${process.ppid}`, `${mine}${dead}`]) {
      await mkdir(path.join(folder, name));
    }
    const within = [`.${mine?.split('.')[1]}${process.ppid}`, `.${theirs?.split('.')[1]}${dead}`];
    for (const name of within) await mkdir(path.join(folder, 'dist', name));
    clearLeftovers(path.join(folder, 'dist'), '/state');
    expect((await readdir(folder)).sort()).toEqual(kept.sort());
    expect(await readdir(path.join(folder, 'dist'))).toEqual([]);
  });
});
