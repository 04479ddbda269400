import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from './budgets.ts';
import { costChart } from './chart.ts';
import { byKind, judgeCounts } from './counts.ts';
import type { Counts } from './counts.ts';
import { ONE_PROCESS } from './measurement.ts';
import type { Measurement, Results } from './measurement.ts';
import { lookAtPrinted } from './printed.ts';
import { childSeconds, runMeasured } from './run.ts';
import { markdownTable, sizeTable } from './table.ts';
import { treeOf } from './tree-memory.ts';

/** A program that is busy for a while, holds memory, and ends well. */
const BUSY = `const held = Buffer.alloc(120e6, 1); while (process.cpuUsage().user < 4e5); process.exitCode = held[0] === 1 ? 0 : 1;`;

const node = (script: string) => ({
  command: process.execPath,
  args: ['-e', script],
  cwd: tmpdir(),
});

describe('a measured run', () => {
  it('counts the time and memory of children and their children', async () => {
    const nested = `const held = Buffer.alloc(120e6, 1); require('node:child_process').execFileSync('/bin/sh', ['-c', '"$0" -e "$1"; exit $?', process.execPath, ${JSON.stringify(BUSY)}])`;
    const run = await runMeasured(node(nested), 60);
    expect(run.failure).toBeUndefined();
    expect(run.cpu).toBeGreaterThan(0.4);
    expect(run.wall).toBeGreaterThan(0.2);
    expect(run.memory).toBeGreaterThan(280e6);
  }, 60_000);

  it('tells of one that failed or was stopped', async () => {
    const failed = await runMeasured(node('console.error("no ink"); process.exit(3)'), 60);
    expect(failed).toMatchObject({ failure: 'ended with 3' });
    expect(failed.output).toContain('no ink');
    const stopped = await runMeasured(node('setTimeout(() => 0, 60000)'), 1);
    expect(stopped).toMatchObject({ failure: 'stopped after 1 s' });
  });

  it('reads the times of shells', () => {
    expect(childSeconds('0m0.00s 0m0.00s\n1m2.50s 0m0.25s\n')).toBeCloseTo(62.75);
    expect(childSeconds('')).toBe(0);
  });

  it('finds the processes below one', () => {
    const parents = new Map([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 1],
      [5, 4],
    ]);
    expect(treeOf(2, parents).sort()).toEqual([2, 3]);
    expect(treeOf(9, parents)).toEqual([]);
  });
});

describe('a printed folder', () => {
  it('is counted, with what is new', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-printed-'));
    try {
      await writeFile(path.join(folder, 'a.html'), '1234');
      await new Promise((resolve) => setTimeout(resolve, 30));
      const since = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 30));
      await writeFile(path.join(folder, 'b.html'), '12');
      await writeFile(path.join(folder, 'c.xml'), '1');
      expect(lookAtPrinted(folder, since)).toEqual({
        pages: 2,
        bytesPerPage: 3,
        files: 3,
        bytes: 7,
        written: 2,
        pagesWritten: 1,
      });
      expect(lookAtPrinted(path.join(folder, 'none'), since).pages).toBe(0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

function measured(
  tool: string,
  stories: number,
  step: Measurement['step'],
  cpu: number,
  more: Partial<Measurement> = {},
): Measurement {
  const cost = {
    cpu,
    wall: cpu,
    memory: 5e8,
    pages: 1,
    files: 1,
    bytes: 4e7,
    bytesPerPage: 40_000,
  };
  return { tool, stories, step, ...cost, failure: undefined, ...more };
}

function resultsOf(...measurements: Measurement[]): Results {
  const participants = ['press', 'hugo', 'astro'].map((id) => ({ id, title: id, version: '1' }));
  return { date: '2025-01-01', machine: 'one', node: '26', participants, measurements };
}

describe('the promises', () => {
  it('are judged by the figures, at the limit and beyond', () => {
    const verdicts = (cold: number, more: number) =>
      judge(
        resultsOf(
          measured('press', 10, 'one more', 1),
          measured('press', 10_000, 'cold', cold),
          measured('press', 10_000, ONE_PROCESS, 20),
          measured('press', 10_000, 'one more', more),
          measured('hugo', 10_000, 'cold', 8),
          measured('astro', 10_000, 'cold', 24),
        ),
      );
    expect(verdicts(12, 1.2).filter(({ kept }) => !kept)).toEqual([]);
    const broken = verdicts(12.1, 2.1).filter(({ kept }) => !kept);
    expect(
      broken.map(({ promise }) => /quarter|1.5 times|half|µs|shards/.exec(promise)?.[0]),
    ).toEqual(['quarter', '1.5 times', 'half', 'µs', 'shards']);
  });

  it('say nothing of what was not measured, or failed', () => {
    expect(judge(resultsOf(measured('press', 10_000, 'cold', 1)))).toHaveLength(1);
    const failed = measured('hugo', 10_000, 'cold', 1, { failure: 'ended with 1' });
    expect(judge(resultsOf(measured('press', 10_000, 'cold', 1), failed))).toHaveLength(1);
  });

  it('hold only where the pages are alike', () => {
    const other = (more: Partial<Measurement>) =>
      judge(
        resultsOf(measured('press', 1000, 'cold', 1), measured('hugo', 1000, 'cold', 1, more)),
      ).map(({ kept }) => kept);
    expect(other({ bytesPerPage: 33_000 })).toEqual([true, true]);
    expect(other({ bytesPerPage: 31_000 })).toEqual([false, true]);
    expect(other({ bytes: 5e7 })).toEqual([true, false]);
  });
});

describe('the counts', () => {
  const counts = (stories: number, files: Counts['files']): Counts => ({
    stories,
    step: 'one more',
    pages: 6,
    files,
  });

  it('go by the address', () => {
    expect(byKind(['/a.html', '/cards/a.png', '/feeds/rss.xml', '/sitemaps/x.xml', '/y'])).toEqual({
      HTML: 1,
      cards: 1,
      feeds: 1,
      sitemaps: 1,
      others: 1,
    });
  });

  it('must be the same at every size, and few', () => {
    const judged = (...all: Counts[]) => judgeCounts(all).every(({ kept }) => kept);
    const few = { HTML: 6, cards: 1, sitemaps: 3, feeds: 9 };
    expect(judged(counts(1000, few), counts(10_000, few))).toBe(true);
    expect(judged(counts(1000, few), counts(10_000, { ...few, HTML: 7 }))).toBe(false);
    expect(judged(counts(1000, { ...few, HTML: 9 }))).toBe(false);
    expect(judged({ ...counts(1000, {}), step: 'unchanged' })).toBe(false);
    expect(judged({ ...counts(1000, {}), step: 'unchanged', pages: 0 })).toBe(true);
  });
});

describe('what is written', () => {
  it('has a row for each figure, and names failures', () => {
    const results = resultsOf(
      measured('press', 1000, 'cold', 1.234),
      measured('hugo', 1000, 'cold', 0, { failure: 'ended with 1' }),
    );
    expect(markdownTable(sizeTable(results, 1000)).split('\n')).toEqual([
      '| Tool | Build | CPU s | Wall s | Memory MB | Pages printed | Files written |',
      '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
      '| press | cold | 1.23 | 1.23 | 500 | 1 | 1 |',
      '| hugo | cold | ended with 1 |  |  |  |  |',
    ]);
  });

  it('has a chart whose names do not lie on each other', () => {
    const svg = costChart(
      resultsOf(
        ...[1000, 10_000].flatMap((stories) => [
          measured('press', stories, 'one more', 0.9),
          measured('hugo', stories, 'one more', stories / 1000),
          measured('astro', stories, 'one more', stories / 990),
        ]),
      ),
    );
    const tops = [...svg.matchAll(/class="label"[^>]* y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(tops).toHaveLength(3);
    tops.slice(1).forEach((top, index) => expect(top - tops[index]!).toBeGreaterThanOrEqual(18));
    expect(svg).toContain('Broadsheet, 0.9 s');
    expect(() => costChart(resultsOf(measured('press', 10, 'cold', 1)))).toThrow(RangeError);
  });
});
