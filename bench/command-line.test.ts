import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const run = (program: string, ...args: string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, program), ...args], {
    encoding: 'utf8',
  });

describe('the command line of a program', () => {
  it('tells how to ask', () => {
    for (const program of ['compare.ts', 'counts.ts', 'incremental.ts', 'make-archive.ts']) {
      const { status, stdout } = run(program, '--help');
      expect([status, stdout]).toEqual([0, expect.stringContaining(`node bench/${program}`)]);
    }
  });

  it.each([
    ['make-archive.ts --foo', "Unknown option '--foo'"],
    ['make-archive.ts', 'Needed are --out and either --stories or --more.'],
    ['make-archive.ts --out x --stories 1e3', '--stories 1e3: it is a whole number from 1 on'],
    ['counts.ts --cards some', '--cards some: it is one of all, none'],
    ['incremental.ts', 'Neither --steps nor --kills is given.'],
  ])('is refused in words, without a stack: %s', (line, message) => {
    const [program = '', ...args] = line.split(' ');
    const { status, stderr } = run(program, ...args);
    expect(status).toBe(2);
    expect(stderr.split('\n')[0]).toBe(message);
    expect(stderr).not.toContain('    at ');
  });
});
