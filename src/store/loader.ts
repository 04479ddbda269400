/** Astro's content collections, filled from the content folder. */
import type { Loader } from 'astro/loaders';
import { formatProblems, ContentError } from '../problems.ts';
import { pressOptions } from '../options.ts';
import { showProblems } from './shown-problems.ts';
import { readContent } from './read.ts';
import type { ReadContent } from './read.ts';
import type { Content } from './rows.ts';

/** The collections of the paper. */
export type CollectionName = keyof Content;

let reading: Promise<ReadContent> | undefined;

/** One reading serves all collections of a run; `renew` reads again. */
function readOnce(renew = false): Promise<ReadContent> {
  if (reading === undefined || renew) {
    const options = pressOptions();
    reading = readContent(options.content, options.public);
  }
  return reading;
}

/**
 * The loader of one collection. In a build the first mistake-laden reading ends it: a
 * `ContentError` with all mistakes. The development server prints them, keeps what it had, and
 * reads again after every change.
 */
export function contentFolder(collection: CollectionName): Loader {
  return {
    name: `broadsheet-${collection}`,
    async load(context) {
      const { store, watcher, logger } = context;
      const fill = async (content: Content) => {
        const entries = entriesOf(content, collection);
        const kept = new Set(entries.map((entry) => entry.id));
        // What has a mistake now is shown as it was: the message says what is wrong with it.
        const keep = pressOptions().mode === 'preview' && hasErrors(await readOnce());
        for (const id of store.keys()) if (!kept.has(id) && !keep) store.delete(id);
        for (const { id, data } of entries) {
          const parsed = await context.parseData({ id, data });
          store.set({ id, data: parsed, digest: context.generateDigest(parsed) });
        }
      };
      const preview = pressOptions().mode === 'preview';
      const first = await readOnce();
      const { content, problems } = first;
      if (hasErrors(first) && !preview) throw new ContentError(problems);
      if (collection === 'publication') showProblems(problems);
      if (collection === 'publication' && problems.length > 0) {
        // Not by the logger: a build has it say errors only.
        process.stderr.write(`What to look at in the content:\n${formatProblems(problems)}\n`);
      }
      if (content !== undefined) await fill(content);
      else if (preview) throw new ContentError(problems);
      if (watcher === undefined) return;
      const folder = pressOptions().content;
      watcher.add(folder);
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const changed = (file: string) => {
        if (!file.startsWith(folder)) return;
        clearTimeout(waiting);
        waiting = setTimeout(() => void renew(), collection === 'publication' ? 50 : 100);
      };
      const renew = async () => {
        const read = await readOnce(collection === 'publication');
        if (collection === 'publication' && read.problems.length > 0) {
          logger.error(`What is wrong in the content:\n${formatProblems(read.problems)}`);
        }
        if (collection === 'publication') showProblems(read.problems);
        if (read.content !== undefined) await fill(read.content);
      };
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

function idOf(row: Content[Exclude<CollectionName, 'publication'>][number]): string {
  if ('path' in row) return row.path;
  if ('id' in row) return row.id;
  return 'language' in row ? row.language : row.file;
}
