/**
 * The mistakes of the content as the development server shows them: over the page, until they are
 * mended.
 */
import type { Problem } from '../problems.ts';
import { processWide } from '../process-wide.ts';

interface Shown {
  errors: Problem[];
  listener?: (errors: Problem[]) => void;
}

function shown(): Shown {
  return processWide<Shown>('shown problems', () => ({ errors: [] }));
}

/** Shows the errors among `problems`; none takes the message away. */
export function showProblems(problems: readonly Problem[]): void {
  const now = shown();
  now.errors = problems.filter((problem) => problem.severity === 'error');
  now.listener?.(now.errors);
}

/** Calls `listener` with the errors now and whenever they change. */
export function onProblems(listener: (errors: Problem[]) => void): void {
  const now = shown();
  now.listener = listener;
  listener(now.errors);
}

/** The errors that are shown now. */
export function shownProblems(): readonly Problem[] {
  return shown().errors;
}
