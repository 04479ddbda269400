import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { digestOfCode } from './code-digest.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

let root = '';
const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
};

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'broadsheet-code-'));
  await write('astro.config.mjs', 'config');
  await write('package.json', '{}');
  await write('package-lock.json', '{}');
  await write('src/press/cli.ts', 'one');
  await write('src/styles/base.css', 'two');
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('the digest of the code', () => {
  it.each([
    ['a module', () => write('src/press/cli.ts', 'other')],
    ['a new file', () => write('src/press/new.ts', '')],
    ['another place', () => rename(path.join(root, 'src/press'), path.join(root, 'src/push'))],
    ['a file that goes', () => rm(path.join(root, 'src/styles/base.css'))],
    ['a style', () => write('src/styles/base.css', 'other')],
    ['the lockfile', () => write('package-lock.json', '{"a":1}')],
    ['the configuration', () => write('astro.config.mjs', 'other')],
  ])('changes with %s', async (_what, edit) => {
    const before = digestOfCode(root);
    await edit();
    expect(digestOfCode(root)).not.toBe(before);
  });

  it.each(['node', 'icu', 'tz', 'unicode'])('changes with the version of %s', (name) => {
    const before = digestOfCode(root);
    const { versions } = process;
    vi.spyOn(process, 'versions', 'get').mockReturnValue({ ...versions, [name]: '0' });
    expect(digestOfCode(root)).not.toBe(before);
    vi.restoreAllMocks();
  });

  it('does not change with tests, with what is no code, nor with the place of the project', async () => {
    const before = digestOfCode(root);
    await write('src/press/cli.test.ts', 'x');
    await write('src/press/paper-for-tests.ts', 'x');
    await write('docs/printing.md', 'x');
    await write('content/publication.yaml', 'x');
    expect(digestOfCode(root)).toBe(before);
    await cp(root, `${root}-copy`, { recursive: true });
    expect(digestOfCode(`${root}-copy`)).toBe(before);
    await rm(`${root}-copy`, { recursive: true });
  });

  it('of this project costs next to nothing', () => {
    const times = Array.from({ length: 5 }, () => {
      const before = process.cpuUsage();
      digestOfCode(ROOT);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(60);
  });
});
