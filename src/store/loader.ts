/** Astro's content collections, filled from the content folder. */
import type { Loader } from 'astro/loaders';
import { formatProblems, ContentError } from '../problems.ts';
import { pressOptions } from '../options.ts';
import { showProblems } from './shown-problems.ts';
import type { ReadContent } from './read.ts';
import type { Content } from './rows.ts';
import { idOf } from './small-rows.ts';

/** The collections of the paper. */
export type CollectionName = keyof Content;

/** How long after a change the folder is read again, in milliseconds: editors write in bursts. */
const SETTLED_AFTER = 60;

let reading: Promise<ReadContent> | undefined;

/** One reading serves all collections. */
function readOnce(): Promise<ReadContent> {
  reading ??= (async () => {
    // The reader takes its schemas from src/content.config.ts, which takes its loaders from here.
    const { readContent } = await import('./read.ts');
    const options = pressOptions();
    return readContent(options.content, options.public);
  })();
  return reading;
}

/** Fills a collection from a reading. */
type Fill = (read: ReadContent) => Promise<void>;

/** The collections that the development server keeps filled. */
const fills = new Map<CollectionName, Fill>();

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Renewals follow each other, so that the last reading is the one that stays. */
let renewal: Promise<void> = Promise.resolve();

/** Reads again once the folder is quiet, then fills every collection from that one reading. */
function readAgain(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    renewal = renewal
      .then(async () => {
        reading = undefined;
        const read = await readOnce();
        tell(read);
        for (const fill of fills.values()) await fill(read);
      })
      .catch((error: unknown) => {
        // A file that went while it was read; the next change reads again.
        process.stderr.write(`The content could not be read: ${String(error)}\n`);
      });
  }, SETTLED_AFTER);
}

/** Says what is wrong: on the terminal, and over the pages of the development server. */
function tell({ problems }: ReadContent): void {
  showProblems(problems);
  if (problems.length === 0) return;
  // Not by Astro's logger: a build has it say errors only.
  process.stderr.write(`What to look at in the content:\n${formatProblems(problems)}\n`);
}

/**
 * The loader of one collection, for the development server: it prints all mistakes, keeps what it
 * had, and reads again after every change. With nothing to keep, it throws a `ContentError`.
 */
export function contentFolder(collection: CollectionName): Loader {
  return {
    name: `broadsheet-${collection}`,
    async load(context) {
      const { store, watcher } = context;
      // Builds read the archive themselves; Astro only compiles the layouts for them.
      if (pressOptions().mode !== 'preview') return;
      const fill: Fill = async (read) => {
        if (read.content === undefined) return;
        const entries = entriesOf(read.content, collection);
        const kept = new Set(entries.map((entry) => entry.id));
        // What has a mistake now is shown as it was: the message says what is wrong with it.
        const keep = hasErrors(read);
        for (const id of store.keys()) if (!kept.has(id) && !keep) store.delete(id);
        for (const { id, data } of entries) {
          const parsed = await context.parseData({ id, data });
          store.set({ id, data: parsed, digest: context.generateDigest(parsed) });
        }
      };
      const read = await readOnce();
      if (hasErrors(read) && read.content === undefined) {
        throw new ContentError(read.problems);
      }
      if (collection === 'publication') tell(read);
      await fill(read);
      if (watcher === undefined) return;
      fills.set(collection, fill);
      // One collection listens for all.
      if (collection !== 'publication') return;
      const folder = pressOptions().content;
      const changed = (file: string) => {
        if (file.startsWith(folder)) readAgain();
      };
      watcher.add(folder);
      watcher.on('add', changed);
      watcher.on('change', changed);
      watcher.on('unlink', changed);
    },
  };
}

function hasErrors({ problems }: ReadContent): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

function entriesOf(
  content: Content,
  collection: CollectionName,
): { id: string; data: Record<string, unknown> }[] {
  const rows = content[collection];
  if (!Array.isArray(rows)) {
    const filled = Object.entries(content).flatMap(([name, one]) =>
      Array.isArray(one) && one.length > 0 ? [name] : [],
    );
    return [{ id: 'publication', data: { ...rows, filled } }];
  }
  return rows.map((row) => ({ id: idOf(row), data: { ...row } }));
}
