/**
 * Takes a story down: its file, its pictures and every reference to it, so that the next build goes
 * through. All is planned and tried on a copy of the paper before anything is written.
 */
import { formatProblems } from '../../problems.ts';
import { readContent } from '../../store/read.ts';
import { carryOut, tryOut } from './carry-out.ts';
import { readFiles } from './files.ts';
import { findStory } from './find-story.ts';
import { planTakedown } from './plan.ts';
import type { TakedownPlan } from './plan.ts';
import { TakedownError } from './takedown-error.ts';

/** Where a takedown works. */
export interface TakedownOptions {
  publicFolder: string;
  /** A private folder for the copy on which it is tried; made, and removed. */
  scratch: string;
  dryRun?: boolean | undefined;
}

/** Takes down the story that `given` names; with `dryRun` tells only what would be done. */
export async function takeDown(
  folder: string,
  given: string,
  { publicFolder, scratch, dryRun = false }: TakedownOptions,
): Promise<TakedownPlan> {
  const before = await readContent(folder, publicFolder);
  if (before.content === undefined) {
    const errors = before.problems.filter(({ severity }) => severity === 'error');
    throw new TakedownError(
      `The paper cannot be read; nothing was changed.\n\n${formatProblems(errors)}`,
    );
  }
  const files = await readFiles(folder);
  const plan = planTakedown(before.content, files, findStory(before.content, files, given));
  await tryOut(plan, files, { publicFolder, scratch, before: before.problems });
  if (!dryRun) await carryOut(plan, files);
  return plan;
}
