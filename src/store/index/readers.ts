/** Reads many items: here, or in several threads at once. What comes back is the same. */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { breather } from '../../breather.ts';
import type { Folder } from '../folder.ts';
import type { ReadingRules } from '../reader.ts';
import type { PictureFile } from '../rows.ts';
import { createShelf } from '../shelf.ts';
import type { Outcome } from './outcome.ts';

/** What a thread is started with. */
export interface ReaderOrders {
  root: string;
  names: ReadonlyMap<string, readonly string[]>;
  rules: ReadingRules;
  pictures: ReadonlyMap<string, PictureFile>;
}

/** What a thread sends back for each batch of files. */
export type ReaderAnswer = { outcomes: Outcome[] } | { error: unknown };

/** Items in one message to a thread: enough that messages cost little, few enough to share out. */
const BATCH = 50;

/** Items that are read here before the threads are heard. */
const TURN = 10;

/** Fewer items than these for each thread are read sooner than a thread is started. */
const FEWEST = 250;

/** What is read, and with what. */
export interface ReadingTask {
  folder: Folder;
  rules: ReadingRules;
  /** Items. */
  files: readonly string[];
  /** Pictures that need not be looked into. */
  pictures: { get(file: string): PictureFile | undefined; all(): Map<string, PictureFile> };
  /** How many threads there may be, with the one that asks. */
  readers: number;
}

/** Reads items, in any order. Throws what the reading throws. */
export function readItems(task: ReadingTask): AsyncGenerator<Outcome[]> {
  const threads = Math.min(task.readers, Math.floor(task.files.length / FEWEST));
  return threads < 2 ? readHere(task) : readInThreads(task, threads - 1);
}

/** Reads one item after the other. The parsers are loaded where there is something to read. */
async function readerHere({ folder, rules, pictures }: ReadingTask) {
  const { outcomeOf } = await import('./outcome.ts');
  const shelf = createShelf(folder.root, (file) => pictures.get(file));
  return (file: string) => outcomeOf(folder, rules, shelf, file);
}

async function* readHere(task: ReadingTask): AsyncGenerator<Outcome[]> {
  if (task.files.length === 0) return;
  const read = await readerHere(task);
  const breathe = breather();
  for (const file of task.files) {
    yield [await read(file)];
    await breathe();
  }
}

/** Reads in so many other threads, and in this one while it has nothing to take from them. */
async function* readInThreads(task: ReadingTask, others: number): AsyncGenerator<Outcome[]> {
  const { folder, rules, files, pictures } = task;
  const workerData: ReaderOrders = {
    root: folder.root,
    names: folder.names,
    rules,
    pictures: pictures.all(),
  };
  const workers = Array.from(
    { length: others },
    () => new Worker(new URL('./reader-thread.ts', import.meta.url), { workerData }),
  );
  const answers: ReaderAnswer[] = [];
  let wake: () => void = () => undefined;
  const take = (answer: ReaderAnswer) => {
    answers.push(answer);
    wake();
  };
  let next = 0;
  let open = 0;
  const order = (worker: Worker) => {
    if (next >= files.length) return;
    worker.postMessage(files.slice(next, next + BATCH));
    next += BATCH;
    open += 1;
  };
  try {
    for (const worker of workers) {
      worker.on('message', (answer: ReaderAnswer) => {
        order(worker);
        take(answer);
      });
      worker.on('error', (error) => take({ error }));
      worker.on('exit', (code) => take({ error: new Error(`A reader ended (${code}).`) }));
      // One batch to read and one to begin with at once when it is done.
      order(worker);
      order(worker);
    }
    const read = await readerHere(task);
    while (open > 0 || next < files.length) {
      const answer = answers.shift();
      if (answer !== undefined) {
        if ('error' in answer) throw answer.error;
        open -= 1;
        yield answer.outcomes;
      } else if (next < files.length) {
        const outcomes: Outcome[] = [];
        const own = files.slice(next, (next += TURN));
        for (const file of own) outcomes.push(await read(file));
        yield outcomes;
        await setImmediate();
      } else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
