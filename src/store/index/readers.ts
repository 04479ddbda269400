/** Reads many items: here, or in several threads at once. What comes back is the same. */
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
  /** How many threads there may be. */
  readers: number;
}

/** Reads items, in any order. Throws what the reading throws. */
export function readItems(task: ReadingTask): AsyncGenerator<Outcome[]> {
  const threads = Math.min(task.readers, Math.floor(task.files.length / FEWEST));
  return threads < 2 ? readHere(task) : readInThreads(task, threads);
}

async function* readHere({
  folder,
  rules,
  files,
  pictures,
}: ReadingTask): AsyncGenerator<Outcome[]> {
  if (files.length === 0) return;
  // The parsers are loaded where there is something to read.
  const { outcomeOf } = await import('./outcome.ts');
  const shelf = createShelf(folder.root, (file) => pictures.get(file));
  const breathe = breather();
  for (const file of files) {
    yield [await outcomeOf(folder, rules, shelf, file)];
    await breathe();
  }
}

async function* readInThreads(
  { folder, rules, files, pictures }: ReadingTask,
  threads: number,
): AsyncGenerator<Outcome[]> {
  const workerData: ReaderOrders = {
    root: folder.root,
    names: folder.names,
    rules,
    pictures: pictures.all(),
  };
  const workers = Array.from(
    { length: threads },
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
    while (open > 0) {
      const answer = answers.shift();
      if (answer === undefined) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      if ('error' in answer) throw answer.error;
      open -= 1;
      yield answer.outcomes;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
