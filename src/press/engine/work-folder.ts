/**
 * The work folder of a state: the plan that is being printed, and what its shards have printed. It
 * is private as the state is, and gone when the plan is merged.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { namesIn } from './disk.ts';
import { ResultsError } from './results.ts';

/** A shard: the `number`th of `of` parts of a plan, from 1. */
export interface Shard {
  number: number;
  of: number;
}

/** `<state>/work`. */
export function workFolder(state: string): string {
  return path.join(state, 'work');
}

/** The plan: its head, then a line for each unit that is due. */
export function planFile(state: string): string {
  return path.join(workFolder(state), 'plan.jsonl');
}

/** What a shard has printed, a line for each unit: `<work>/shard-1-of-4.jsonl`. */
export function resultsFile(state: string, { number, of }: Shard): string {
  return path.join(workFolder(state), `shard-${number}-of-${of}.jsonl`);
}

/** Where files of a shard wait that has no staging folder named: `<work>/files-1-of-4`. */
export function shardFiles(state: string, { number, of }: Shard): string {
  return path.join(workFolder(state), `files-${number}-of-${of}`);
}

/** Takes away a plan and all that was printed for it. */
export function removeWork(state: string): void {
  rmSync(workFolder(state), { recursive: true, force: true });
}

/** Into how many shards the plan was parted, as their results say. Throws a ResultsError for none. */
export function countRendered(state: string): number {
  const counts = new Set(
    namesIn(workFolder(state)).flatMap((name) => {
      const count = /^shard-\d+-of-(\d+)\.jsonl$/.exec(name)?.[1];
      return count === undefined ? [] : [Number(count)];
    }),
  );
  const [count] = counts;
  if (count === undefined) {
    throw new ResultsError('Nothing was rendered for this plan. Run "render --shard 1/1" first.');
  }
  if (counts.size > 1) {
    throw new ResultsError(
      `The plan was rendered in ${[...counts].join(' and in ')} parts. Plan again.`,
    );
  }
  return count;
}
