/** A thread that reads items: gets lists of files, sends back what became of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { folderOf } from '../folder.ts';
import { createShelf } from '../shelf.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { ReaderAnswer, ReaderOrders } from './readers.ts';

const { root, names, rules, pictures } = workerData as ReaderOrders;
const folder = folderOf(root, names);
const shelf = createShelf(root, (file) => pictures.get(file));

async function read(files: readonly string[]): Promise<ReaderAnswer> {
  const outcomes: Outcome[] = [];
  for (const file of files) outcomes.push(await outcomeOf(folder, rules, shelf, file));
  return { outcomes };
}

parentPort?.on('message', (files: readonly string[]) => {
  read(files).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) => parentPort?.postMessage({ error } satisfies ReaderAnswer),
  );
});
