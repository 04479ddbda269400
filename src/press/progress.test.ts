import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Progress } from './progress.ts';

let written = '';
const terminal = (isTTY: boolean) => ({ isTTY, write: (text: string) => (written += text) });

beforeEach(() => {
  written = '';
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubEnv('CI', '');
});
afterEach(() => {
  vi.useRealTimers();
});

/** Does 100 steps, one in each `milliseconds`. */
function work(progress: Progress, milliseconds: number): void {
  progress.begin(100);
  for (let step = 0; step < 100; step += 1) {
    vi.advanceTimersByTime(milliseconds);
    progress.step();
  }
  progress.end();
}

describe('progress', () => {
  it('is one line on a terminal, that goes at the end', () => {
    work(new Progress('Printing', terminal(true)), 100);
    expect(written).toContain('Printing 50 of 100, 10 a second, 5 s to go');
    expect(written).not.toContain('\n');
    expect(written.endsWith('\r\u001b[K')).toBe(true);
  });

  it.each([
    ['where no terminal is', false, ''],
    ['in CI', true, 'true'],
  ])('is a line each ten seconds %s', (_where, isTTY, ci) => {
    vi.stubEnv('CI', ci);
    work(new Progress('Printing', terminal(isTTY)), 500);
    expect(written.split('\n')).toEqual([
      'Printing 20 of 100, 2.0 a second, 40 s to go',
      'Printing 40 of 100, 2.0 a second, 30 s to go',
      'Printing 60 of 100, 2.0 a second, 20 s to go',
      'Printing 80 of 100, 2.0 a second, 10 s to go',
      'Printing 100 of 100, 2.0 a second, 0 s to go',
      '',
    ]);
  });

  it('says nothing of short work', () => {
    work(new Progress('Printing', terminal(false)), 10);
    work(new Progress('Printing', terminal(true)), 0);
    expect(written).toBe('');
  });

  it('counts minutes where there are many', () => {
    const progress = new Progress('Printing', terminal(true));
    progress.begin(1000);
    vi.advanceTimersByTime(1000);
    progress.step(4);
    expect(written).toContain('Printing 4 of 1000, 4.0 a second, 5 min to go');
  });
});
