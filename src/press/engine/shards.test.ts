import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handOnOptions } from '../../options.ts';
import { mergePlan, plan, renderPart } from './build.ts';
import { readUnits } from './plan.ts';
import { fakeParts, readTree, TestPaper } from './press-for-tests.ts';
import { runShards, shardsOf } from './shards.ts';
import type { Parts } from './source.ts';
import { planFile } from './work-folder.ts';
import type { Shard } from './work-folder.ts';

let paper: TestPaper;

beforeEach(async () => {
  paper = await TestPaper.make();
  await writeFile(path.join(paper.content, 'harbour.bin'), 'the harbour');
  await writeFile(path.join(paper.public, 'robots.txt'), 'all');
  await writeStories(60);
  handOnOptions({ state: paper.state });
});
afterEach(() => paper.remove());

async function writeStories(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const picture = index % 4 === 0 ? { picture: 'harbour.bin' } : {};
    await paper.story(`s${index}`, { title: `Story ${index}`, topic: `t${index % 9}`, ...picture });
  }
}

const parts = () => fakeParts(paper.content);
const place = () => ({ state: paper.state, public: paper.public });

/** Renders a plan as commands of their own would. */
async function renderIn(count: number): Promise<void> {
  for (const shard of shardsOf(count)) await renderPart(parts(), { ...place(), shard });
}

const merge = (options: Partial<Parameters<typeof mergePlan>[0]> = {}) =>
  mergePlan({ state: paper.state, out: paper.out, ...options });

describe('processes', () => {
  it('print the tree that one prints, and the same reports', { timeout: 60_000 }, async () => {
    await writeStories(250);
    const whole = await paper.cleanTree();
    const { report, changes } = await paper.build({ jobs: 3 });
    expect(report.pagesPrinted).toBe(260);
    expect(readTree(paper.out)).toEqual(whole);
    expect(changes.added).toHaveLength(whole.size);
    const { changes: none } = await paper.build({ jobs: 3 });
    expect(none).toMatchObject({ base: changes.next, next: changes.next, changed: [] });

    for (let index = 0; index < 250; index += 1) {
      await paper.story(`s${index}`, {
        title: `Story ${index}`,
        text: 'new',
        topic: `t${index % 7}`,
      });
    }
    expect((await paper.build({ jobs: 2 })).changes.removed).not.toEqual([]);
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('are one for every so many units', async () => {
    const count = async (jobs: number, unitsAProcess?: number) => {
      let started = 0;
      const { startShard } = paper.options();
      const options = {
        jobs,
        unitsAProcess,
        clean: true,
        startShard: (...asked: Parameters<typeof startShard>) => {
          started += 1;
          return startShard(...asked);
        },
      };
      const { report } = await paper.build(options);
      return { processes: 1 + started, units: report.unitsDue };
    };
    const { processes, units } = await count(4);
    expect(processes).toBe(1);
    expect(units).toBeGreaterThan(60);
    expect(units).toBeLessThan(300);
    expect(await count(4, units)).toEqual({ processes: 1, units });
    expect(await count(4, units - 1)).toEqual({ processes: 2, units });
    expect(await count(2, 10)).toEqual({ processes: 2, units });
  });

  it.each([
    ['the one that was asked', 's6'],
    ['another', 's7'],
  ])('hand on the error of %s, and change nothing', { timeout: 60_000 }, async (_which, story) => {
    await writeStories(120);
    await paper.story(story, { title: 'Faulty', fault: 'no ink' });
    await expect(paper.build({ jobs: 2 })).rejects.toThrow(
      `The story ${story} cannot be printed: no ink`,
    );
    expect((await readdir(paper.folder)).sort()).toEqual(['content', 'public', 'state']);
  });

  it('that are killed are told of', { timeout: 60_000 }, async () => {
    await writeStories(120);
    await paper.story('s7', { title: 'Seven', fault: 'crash' });
    await expect(paper.build({ jobs: 2 })).rejects.toThrow(
      'Shard 2 of 2 ended by SIGKILL before it had printed everything. Nothing was changed.',
    );
    expect(existsSync(paper.out)).toBe(false);
  });
});

describe('the processes of a plan', () => {
  it('are all ended when one has failed, before anybody cleans up after them', async () => {
    const script = path.join(paper.folder, 'shard.mjs');
    await writeFile(
      script,
      `if (process.argv[2] === '2') process.exit(3); setInterval(() => 0, 99);`,
    );
    const children: ChildProcess[] = [];
    const start = ({ number }: Shard) => {
      const child = fork(script, [String(number)]);
      children.push(child);
      return child;
    };
    let turns = 0;
    const here = async (_shard: Shard, goesOn: () => void) => {
      for (; turns < 10_000; turns += 1) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        goesOn();
      }
    };
    await expect(runShards(shardsOf(4), { here, start }, () => undefined)).rejects.toThrow(
      'Shard 2 of 4 ended with code 3 before it had printed everything.',
    );
    expect(turns).toBeLessThan(10_000);
    expect(children.map(({ signalCode }) => signalCode)).toEqual([null, 'SIGKILL', 'SIGKILL']);

    const fails = () => Promise.reject(new Error('no ink'));
    children.length = 0;
    await expect(
      runShards(shardsOf(4).toReversed(), { here: fails, start }, () => undefined),
    ).rejects.toThrow('no ink');
    expect(children.slice(0, 2).map(({ signalCode }) => signalCode)).toEqual([
      'SIGKILL',
      'SIGKILL',
    ]);
  });
});

describe('plan, render and merge', () => {
  it.each([1, 2, 5])('in %i parts give the tree of a build', async (count) => {
    await plan(parts(), paper.options());
    await renderIn(count);
    await merge();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
    expect(existsSync(path.join(paper.state, 'work'))).toBe(false);
    expect((await paper.build()).report.unitsDue).toBe(0);
  });

  it('make a picture once, however many stories show it', async () => {
    await plan(parts(), paper.options());
    const made: string[] = [];
    const counting: Parts = {
      ...parts(),
      openPrintRoom: async (db, name) => {
        const room = await parts().openPrintRoom(db, name);
        const bytes: typeof room.bytes = (print, warn) => {
          if (print.kind === 'picture') made.push(print.address);
          return room.bytes(print, warn);
        };
        return { ...room, bytes };
      },
    };
    await renderPart(counting, { ...place(), shard: { number: 1, of: 1 } });
    expect(made).toHaveLength(1);
    await merge();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('print every unit of the plan once, in parts of about one size', async () => {
    await plan(parts(), paper.options());
    const all = [...readUnits(paper.state, { number: 1, of: 1 })].map(({ key }) => key);
    const shards = shardsOf(4).map((shard) => [...readUnits(paper.state, shard)]);
    expect(
      shards
        .flat()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(all.sort());
    for (const units of shards) expect(units.length).toBeGreaterThan(all.length / 9);
  });

  it('work on other machines: state and content travel, the output does not', async () => {
    await paper.build();
    await rm(paper.out, { recursive: true });
    await paper.story('s3', { title: 'Three' });
    const delta = path.join(paper.folder, 'delta');
    await plan(parts(), paper.options({ delta }));
    // Each part is printed from a copy of the state, and only what it printed comes back.
    const machines = path.join(paper.folder, 'machines');
    for (const shard of shardsOf(2)) {
      await cp(paper.state, machines, { recursive: true });
      handOnOptions({ state: machines });
      await renderPart(parts(), { ...place(), state: machines, shard });
      const work = path.join(machines, 'work');
      for (const name of await readdir(work)) {
        if (name !== 'plan.jsonl') {
          await cp(path.join(work, name), path.join(paper.state, 'work', name), {
            recursive: true,
          });
        }
      }
      await rm(machines, { recursive: true });
    }
    const { changes } = await merge({ delta });
    expect(readTree(delta).size).toBe(changes.added.length + changes.changed.length);
    expect(readFileSync(path.join(delta, 's/s3.html'), 'utf8')).toContain('Three');
    await paper.build();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('need a plan, and each part of it, of the same code and whole', async () => {
    await expect(merge()).rejects.toThrow('There is no plan');
    await expect(renderPart(parts(), { ...place(), shard: { number: 1, of: 1 } })).rejects.toThrow(
      'Run "plan" first.',
    );
    await plan(parts(), paper.options());
    await expect(merge()).rejects.toThrow('Nothing was rendered for this plan.');
    await renderPart(parts(), { ...place(), shard: { number: 1, of: 2 } });
    await expect(merge()).rejects.toThrow('Shard 2/2 has printed nothing.');
    await renderPart(parts(), { ...place(), shard: { number: 2, of: 2 } });
    const file = path.join(paper.state, 'work', 'shard-2-of-2.jsonl');
    const text = readFileSync(file, 'utf8');
    for (const length of [10, text.length / 2, text.length - 12]) {
      await writeFile(file, text.slice(0, length));
      await expect(merge()).rejects.toThrow('Shard 2/2 did not come to its end.');
    }
    await writeFile(file, text.replace(/"plan":"[^"]+"/, '"plan":"other"'));
    await expect(merge()).rejects.toThrow('What shard 2/2 printed is of another plan.');
    await writeFile(file, text);
    await renderPart(parts(), { ...place(), shard: { number: 1, of: 3 } });
    await expect(merge()).rejects.toThrow('The plan was rendered in');
    await rm(path.join(paper.state, 'work', 'shard-1-of-3.jsonl'));
    await writeFile(path.join(paper.content, 'code'), 'second');
    await expect(renderPart(parts(), { ...place(), shard: { number: 1, of: 2 } })).rejects.toThrow(
      'The code is not the one',
    );
    expect(existsSync(paper.out)).toBe(false);
    await rm(path.join(paper.content, 'code'));
    await merge();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('refuse a plan of which a part is missing', async () => {
    await plan(parts(), paper.options());
    const file = planFile(paper.state);
    const text = readFileSync(file, 'utf8');
    const lines = text.trimEnd().split('\n');
    const halves = [
      text.slice(0, 40),
      text.slice(0, -30),
      `${lines.slice(0, -2).join('\n')}\n`,
      `${lines[0] ?? ''}\n`,
    ];
    for (const half of halves) {
      await writeFile(file, half);
      await expect(renderIn(1)).rejects.toThrow('The plan is not whole');
    }
    await writeFile(file, text);
    await renderIn(1);
    await merge();
  });

  it('refuse a unit that is printed twice, and one that is missing', async () => {
    await plan(parts(), paper.options());
    await renderIn(2);
    const file = (number: number) => path.join(paper.state, 'work', `shard-${number}-of-2.jsonl`);
    const [first, second] = [1, 2].map((number) => readFileSync(file(number), 'utf8'));
    await writeFile(file(2), first?.replace('"shard":"1/2"', '"shard":"2/2"') ?? '');
    await expect(merge()).rejects.toThrow(/^"(story|list|public) .+" was printed twice\.$/);
    const lines = second?.trimEnd().split('\n') ?? [];
    const fewer = [...lines.slice(0, -2), JSON.stringify({ end: lines.length - 3 })];
    await writeFile(file(2), `${fewer.join('\n')}\n`);
    await expect(merge()).rejects.toThrow(/^The plan has 73 units, and 72 were printed\./);
    expect(existsSync(paper.out)).toBe(false);
  });

  it('refuse files that did not come with their results', async () => {
    await plan(parts(), paper.options());
    await renderIn(2);
    const files = (number: number) => path.join(paper.state, 'work', `files-${number}-of-2`);
    const [some = '', one = ''] = [1, 2].map((number) => {
      const [address = ''] = readTree(files(number)).keys();
      return address;
    });
    const whole = readFileSync(path.join(files(2), one));
    await writeFile(path.join(files(2), one), 'half');
    await expect(merge()).rejects.toThrow(`${one} does not wait in`);
    await writeFile(path.join(files(2), one), whole);
    await rename(path.join(files(1), some), path.join(paper.folder, 'away'));
    await expect(merge()).rejects.toThrow(`${some} does not wait in`);
    await rename(path.join(paper.folder, 'away'), path.join(files(1), some));
    await merge();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('refuse a plan that another build has overtaken', async () => {
    await paper.build();
    await paper.story('s3', { title: 'Three' });
    await plan(parts(), paper.options());
    await renderIn(1);
    const [work, away] = [path.join(paper.state, 'work'), path.join(paper.folder, 'away')];
    await cp(work, away, { recursive: true });
    await paper.build();
    await cp(away, work, { recursive: true });
    await expect(merge()).rejects.toThrow('Another edition was printed since this plan was made.');
  });

  it('refuse an output folder that changed since the plan, and a plan that is outdated', async () => {
    await paper.build();
    await paper.story('s3', { title: 'Three' });
    await plan(parts(), paper.options());
    await renderIn(1);
    await rm(paper.file('s/s9.html'));
    await expect(merge()).rejects.toThrow('is not what it was when the plan was made');
    await rm(paper.out, { recursive: true });
    await expect(merge()).rejects.toThrow('is not what it was when the plan was made');
    await paper.build();
    await expect(merge()).rejects.toThrow('There is no plan');
    await plan(parts(), paper.options());
    await expect(merge({ delta: path.join(paper.folder, 'delta') })).rejects.toThrow(
      'plan with --delta too',
    );
    await expect(merge()).resolves.toMatchObject({ report: { filesChanged: 0 } });
  });
});
