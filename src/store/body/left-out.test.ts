import { describe, expect, it } from 'vitest';
import { parse } from './rendering-for-tests.ts';

const faults = (source: string) =>
  parse(source).problems.map(({ severity, line, value, message }) => [
    severity,
    line,
    value,
    message,
  ]);

describe('what Markdown leaves out', () => {
  it('is an error where a row has more cells than the head', () => {
    const table = '| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n';
    const message = 'a row of the table has 4 cells, and its head 2, so the last are not printed';
    expect(faults(table)).toEqual([['error', 3, undefined, message]]);
    expect(faults(table.replace(/^/gm, '> '))).toEqual([['error', 3, undefined, message]]);
    expect(faults('| a | b |\n|---|---|\n| `x|y` | z |\n')).toHaveLength(1);
  });

  it('is nothing where the cells beyond are empty, or fewer', () => {
    expect(faults('| a | b |\n|---|---|\n| 1 | 2 | | |\n| 1 |\n| `x\\|y` | z |\n')).toEqual([]);
  });

  it('is an error where a note has a space in its name', () => {
    const message = 'is no footnote, because its name has a space in it, and is not printed';
    expect(faults('A[^my note]\n\n[^my note]: https://source.example/doc\n')).toEqual([
      ['error', 3, '[^my note]', message],
    ]);
    expect(faults('A[^note] and [b].\n\n[^note]: Text.\n\n[b]: https://a.example\n')).toEqual([]);
  });
});
