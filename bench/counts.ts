/**
 * How much a publication prints: pages and files of an unchanged build and of one story more, at
 * several sizes of the archive. `node bench/counts.ts`; ends with 1 where they are not the same at
 * every size, or too many.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readChanges } from '../src/press/announce/changes.ts';
import { oneOf, readOptions, wholeNumber } from './command-line.ts';
import { readPlan, writeArchive } from './archive/write.ts';
import { byKind, judgeCounts } from './measuring/counts.ts';
import type { Counts } from './measuring/counts.ts';
import { STEPS } from './measuring/measurement.ts';
import { pressIn } from './measuring/press.ts';
import type { PressProject } from './measuring/press.ts';
import { runMeasured } from './measuring/run.ts';
import { terminalTable, verdictTable } from './measuring/table.ts';

const USAGE = `node bench/counts.ts [options]

  --sizes <list>     stories (default: 1000,10000)
  --cards all|none   cards of stories (default: all; a cold build of 100,000 draws for half an hour)
  --press <folder>   the project to measure (default: this one)
  --work <folder>    where archives are made (default: the temporary folder)
`;

/** Seconds after which a build is stopped. */
const LONGEST = 7200;

const values = readOptions(USAGE, {
  sizes: { type: 'string', default: '1000,10000' },
  cards: { type: 'string', default: 'all' },
  press: { type: 'string', default: path.resolve(import.meta.dirname, '..') },
  work: { type: 'string', default: os.tmpdir() },
});

await count();

async function count(): Promise<void> {
  const cards = oneOf('cards', values.cards, ['all', 'none']);
  const sizes = values.sizes.split(',').map((text) => wholeNumber('sizes', text));
  mkdirSync(values.work, { recursive: true });
  const work = mkdtempSync(path.join(path.resolve(values.work), 'broadsheet-counts-'));
  const all: Counts[] = [];
  try {
    for (const stories of sizes) {
      const [archive, folder] = [path.join(work, 'archive'), path.join(work, 'press')];
      await writeArchive(archive, { stories, seed: 1, pictures: 0.3, cards });
      mkdirSync(folder);
      const order = { folder, plan: readPlan(archive), archive, furniture: new Map() };
      all.push(...(await countAt(stories, pressIn(path.resolve(values.press)).prepare(order))));
      rmSync(archive, { recursive: true });
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const kinds = [...new Set(all.flatMap(({ files }) => Object.keys(files)))].sort();
  const table = {
    head: ['Stories', 'Build', 'Pages printed', 'Files changed', ...kinds],
    rows: all.map(({ stories, step, pages, files }) =>
      [
        stories.toLocaleString('en'),
        step,
        pages,
        Object.values(files).reduce((sum, number) => sum + number, 0),
        ...kinds.map((kind) => files[kind] ?? 0),
      ].map(String),
    ),
  };
  const verdicts = judgeCounts(all);
  process.stdout.write(`${terminalTable(table)}\n\n${terminalTable(verdictTable(verdicts))}\n`);
  process.exitCode = verdicts.every(({ kept }) => kept) ? 0 : 1;
}

async function countAt(stories: number, project: PressProject): Promise<Counts[]> {
  const counts: Counts[] = [];
  for (const step of STEPS) {
    if (step === 'one more') project.addStory(1);
    const { failure, output } = await runMeasured(project.build, LONGEST);
    if (failure !== undefined) throw new Error(`The press ${failure}:\n${output}`);
    const report = project.report?.();
    if (report === undefined) {
      throw new Error('The press has left no edition.json that tells what it printed.');
    }
    const { added, changed, removed } = await readChanges(project.state);
    const addresses = [...added, ...changed, ...removed].map(({ address }) => address);
    counts.push({ stories, step, pages: report.pages, files: byKind(addresses) });
    process.stderr.write(`${stories} stories, ${step}\n`);
  }
  return counts;
}
