import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearLeftovers, Staging } from './staging.ts';

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

  it('is cleared of what dead processes left, and of nothing else', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const others = ['dist', `dist.next-${process.ppid}`, 'dist.next-', 'dist.next-x', 'other'];
    for (const name of [...others, `dist.next-${dead}`, `dist.next-${process.pid}`]) {
      await mkdir(path.join(folder, name));
    }
    clearLeftovers(path.join(folder, 'dist'));
    expect((await readdir(folder)).sort()).toEqual(others.sort());
  });
});
