import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockState, tryLock } from './lock.ts';
import { readTree, TestPaper } from './press-for-tests.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Another process that takes the lock and keeps it. */
async function holder() {
  const code = `
    import { lockState } from ${JSON.stringify(path.join(import.meta.dirname, 'lock.ts'))};
    const lock = lockState(${JSON.stringify(folder)});
    console.log('locked');
    // A lock that nothing names any more is let go with the rest of the rubbish.
    setInterval(() => lock, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  await once(child.stdout, 'data');
  return child;
}

describe('the lock of a state', () => {
  it('is made anew where it is damaged', async () => {
    await writeFile(path.join(folder, 'lock'), 'garbage, and more of it');
    lockState(folder).release();
  });

  it('is refused while a living process has it, which is named', async () => {
    const child = await holder();
    expect(tryLock(folder)).toBeUndefined();
    expect(() => lockState(folder)).toThrow(`(process ${child.pid}) is printing`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    // However it ended, nothing stale is left.
    lockState(folder).release();
    lockState(folder).release();
  });

  it('holds within a process too', () => {
    const lock = lockState(folder);
    expect(tryLock(folder)).toBeUndefined();
    lock.release();
    // The next holder is never told as this process.
    expect(existsSync(path.join(folder, 'lock.pid'))).toBe(false);
    tryLock(folder)?.release();
    expect(tryLock(folder)).toBeDefined();
  });

  it('lets one of two builds through, and the state stays sound', async () => {
    const paper = await TestPaper.make();
    try {
      for (let index = 0; index < 40; index += 1) await paper.story(`s${index}`, { title: 'x' });
      const ends = await Promise.allSettled([paper.build(), paper.build(), paper.build()]);
      expect(ends.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
      ]);
      expect((await paper.build()).report.unitsDue).toBe(0);
      expect(readTree(paper.out)).toEqual(await paper.cleanTree());
    } finally {
      await paper.remove();
    }
  });
});
