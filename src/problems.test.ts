import { describe, expect, it } from 'vitest';
import { ContentError, formatProblem, formatProblems, nearest, suggest } from './problems.ts';
import type { Problem } from './problems.ts';

describe('the nearest word', () => {
  it.each([
    ['headine', ['headline', 'kicker', 'lead'], 'headline'],
    ['haedline', ['headline', 'lead'], 'headline'],
    ['HEADLINE', ['headline'], 'headline'],
    ['autors', ['authors', 'articles'], 'authors'],
    ['ana', ['anna', 'hans'], 'anna'],
    ['ab', ['ba', 'cd'], 'ba'],
    ['wrold', ['sport', 'world'], 'world'],
    ['мир', ['мiр', 'порт'], 'мiр'],
  ])('to %s among %j is %s', (word, candidates, found) => {
    expect(nearest(word, candidates)).toBe(found);
  });

  it.each([
    ['xyz', ['headline']],
    ['', ['headline']],
    ['politics', ['world']],
  ])('to “%s” is none of %j', (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });

  it('is the first of the equally near', () => {
    expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
  });

  it('agrees with the plain definition of the distance', () => {
    const plain = (a: string, b: string): number => {
      const rows = Array.from({ length: a.length + 1 }, (_, i) =>
        Array.from({ length: b.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)),
      );
      const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
      for (let i = 1; i <= a.length; i += 1) {
        for (let j = 1; j <= b.length; j += 1) {
          const swap =
            a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
              ? at(i - 2, j - 2) + 1
              : Number.POSITIVE_INFINITY;
          const row = rows[i];
          if (row !== undefined) {
            row[j] = Math.min(
              at(i - 1, j) + 1,
              at(i, j - 1) + 1,
              at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
              swap,
            );
          }
        }
      }
      return at(a.length, b.length);
    };
    let state = 11;
    const letters = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state
        .toString(3)
        .slice(0, 1 + (state % 9))
        .replace(/./g, (digit) => 'abc'[Number(digit)] ?? '');
    };
    for (let round = 0; round < 3_000; round += 1) {
      const word = letters();
      const candidate = letters();
      const near = plain(word, candidate) <= Math.max(1, Math.floor(word.length / 3));
      expect([word, candidate, nearest(word, [candidate])]).toEqual([
        word,
        candidate,
        near ? candidate : undefined,
      ]);
    }
  });

  it('among 100,000 paths is found at once', () => {
    const paths = Array.from(
      { length: 100_000 },
      (_, index) => `articles/en/2025/02/some-story-${(index * 7919) % 100_003}.md`,
    );
    const started = performance.now();
    for (let round = 0; round < 5; round += 1)
      nearest(`articles/en/2025/03/quite-another-${round}.md`, paths);
    expect((performance.now() - started) / 5).toBeLessThan(3_000);
  });
});

describe('a suggestion', () => {
  it('names the nearest, else the choices', () => {
    expect(suggest('wrold', ['world', 'sport'])).toBe('did you mean "world"?');
    expect(suggest('xyz', ['world', 'sport'])).toBe('use one of: world, sport');
    expect(suggest('xyz', [])).toBe('there is none yet');
    expect(
      suggest(
        'xyzxyz',
        Array.from({ length: 13 }, (_, index) => `s${index}`),
      ),
    ).toMatch(/s11, …$/);
  });
});

describe('a report', () => {
  const problem: Problem = {
    severity: 'error',
    file: 'articles/en/2025/02/a.md',
    line: 3,
    field: 'headine',
    value: 'Ice',
    message: 'is no field that exists here',
    mend: 'did you mean "headline"?',
  };

  it('names file, line, field, value and mend', () => {
    expect(formatProblem(problem)).toBe(
      '  articles/en/2025/02/a.md:3 headine: is no field that exists here\n' +
        '    stands there: Ice\n' +
        '    to mend it:   did you mean "headline"?',
    );
    expect(formatProblem({ severity: 'error', file: 'a.md', message: 'is wrong' })).toBe(
      '  a.md is wrong',
    );
  });

  it('lets no control character reach the terminal and cuts what is long', () => {
    const text = formatProblem({
      ...problem,
      value: `\u001b[31m\u202e\n${'x'.repeat(200)}`,
      message: 'a\u0007b',
    });
    // eslint-disable-next-line no-control-regex
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain('…');
    expect(text.length).toBeLessThan(400);
  });

  it('goes by file and line', () => {
    const text = formatProblems([
      { ...problem, file: 'b.md', line: 1 },
      { ...problem, line: 12 },
      { ...problem, line: 2 },
    ]);
    expect([...text.matchAll(/^ {2}(\S+)/gm)].map((match) => match[1])).toEqual([
      'articles/en/2025/02/a.md:2',
      'articles/en/2025/02/a.md:12',
      'b.md:1',
    ]);
  });

  it('that stops the press counts errors only and keeps them all', () => {
    const error = new ContentError([
      problem,
      { ...problem, line: 5 },
      { ...problem, severity: 'warning', line: 9 },
    ]);
    expect(error.message).toContain('2 mistakes');
    expect(error.message).toContain(':5');
    expect(error.message).not.toContain(':9');
    expect(new ContentError([problem]).message).toContain('1 mistake;');
  });
});
