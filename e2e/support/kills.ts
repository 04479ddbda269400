/** Builds that are killed at random moments, while a reader reads. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { Crawler } from './crawler.ts';
import { CONTENT_EDITS, EditedPaper } from './edited-paper.ts';
import { Chance } from './random.ts';
import { printPaper, printSound, temporaryFolder } from './run.ts';
import { differenceOf, faultsOf, treeOf } from './tree.ts';
import type { Tree } from './tree.ts';

/** What became of one kill. */
export interface Kill {
  number: number;
  /** How the moment was chosen. */
  moment: (typeof MOMENTS)[number];
  /** Where the build was when it was killed. */
  met: 'before the switch' | 'inside the switch' | 'after its end';
  /** Sentences; empty where all is as it should be. */
  faults: readonly string[];
  /** Files that the reader has read so far. */
  reads: number;
}

/**
 * At any time; soon after files begin to wait beside the edition; as soon as one file of the
 * edition is another. The last two meet stages that are over too soon to be met by chance.
 */
const MOMENTS = ['at any time', 'while printing', 'while switching'] as const;

/** Edits, prints, kills, reads, prints again, and compares with a clean edition, `kills` times. */
export async function* killedBuilds(options: {
  seed: number;
  kills: number;
  stories: number;
  root?: string;
}): AsyncGenerator<Kill> {
  const chance = new Chance(options.seed);
  const paper = await EditedPaper.write(chance, options.stories);
  const folder = temporaryFolder();
  const place = (name: string) => ({
    content: paper.content,
    public: paper.public,
    at: paper.at,
    out: join(folder, name, 'dist'),
    state: join(folder, name, 'state'),
    ...(options.root === undefined ? {} : { root: options.root }),
  });
  const { out } = place('paper');
  let started = performance.now();
  await printSound(place('paper'));
  let longest = performance.now() - started;
  let before = treeOf(out);
  const crawler = new Crawler(out, 'https://paper.example');
  for (let number = 1; number <= options.kills; number += 1) {
    // A new name of the paper changes every page: the switch then takes its time.
    const kinds = chance.shuffled(CONTENT_EDITS).slice(0, 1 + chance.below(3));
    for (const kind of number % 2 === 0 ? kinds : [...kinds, 'publication' as const]) {
      paper.edit(kind);
    }
    const clean = await printSound({ ...place('clean'), args: ['--clean'] });
    const after = treeOf(clean.out);
    crawler.between(before, after);
    crawler.begin();
    const moment = MOMENTS[number % MOMENTS.length] ?? MOMENTS[0];
    const delay = (chance.below(1000) / 1000) * (moment === 'at any time' ? longest : 200);
    const differing = addressesOf(before, after);
    const watched = differing.length === 0 ? '/index.html' : chance.oneOf(differing);
    let ended = false;
    const killed = await printPaper({
      ...place('paper'),
      onStart: (kill) => {
        const isDue = momentOf(moment, out, watched, delay);
        void (async () => {
          while (!ended && !isDue()) await (moment === 'while switching' ? turn() : sleep(2));
          kill();
        })();
      },
    }).finally(() => (ended = true));
    const isDone = killed.code === 0 || faultsOf(treeOf(out), after).length === 0;
    const met = whereIn(place('paper').state) ?? (isDone ? 'after its end' : 'before the switch');
    // What the kill has left is read once more, whole.
    await crawler.end();
    await crawler.round();
    crawler.begin();
    started = performance.now();
    const next = await printPaper(place('paper'));
    longest = (longest + performance.now() - started) / 2;
    await crawler.end();
    await crawler.round();
    const faults = [...crawler.faults];
    if (next.code !== 0)
      faults.push(`the next build ended with ${next.code ?? '?'}:\n${next.stderr}`);
    faults.push(...faultsOf(treeOf(out), after), ...leftBeside(folder));
    yield { number, moment, met, faults, reads: crawler.reads };
    before = after;
  }
}

function addressesOf(before: Tree, after: Tree): string[] {
  const { added, changed, removed } = differenceOf(before, after);
  return [...added, ...changed, ...removed].map(({ address }) => address);
}

/** Tells whether the moment has come. */
function momentOf(
  moment: Kill['moment'],
  out: string,
  watched: string,
  delay: number,
): () => boolean {
  const since = (begun: number) => performance.now() - begun >= delay;
  const begun = performance.now();
  if (moment === 'at any time') return () => since(begun);
  if (moment === 'while switching') {
    const node = () => lstatSync(join(out, watched), { throwIfNoEntry: false })?.ino;
    const first = node();
    return () => node() !== first;
  }
  let waiting: number | undefined;
  return () => {
    if (leftBeside(join(out, '../..')).length > 0) waiting ??= performance.now();
    return waiting !== undefined && since(waiting);
  };
}

/** What waits beside the edition, or was left there. */
function leftBeside(folder: string): string[] {
  return readdirSync(join(folder, 'paper'))
    .filter((name) => !['dist', 'state'].includes(name))
    .map((name) => `${name} is left beside the edition`);
}

/** Whether the state of a killed build tells of a switch that has begun. */
function whereIn(state: string): 'inside the switch' | undefined {
  const file = join(state, 'index.db');
  // A transaction that was cut off is taken back by whoever opens the state next, not here.
  if (!existsSync(file) || existsSync(`${file}-journal`)) return undefined;
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const row = db.prepare("SELECT 1 FROM meta WHERE name = 'switch'").get();
    return row === undefined ? undefined : 'inside the switch';
  } finally {
    db.close();
  }
}
