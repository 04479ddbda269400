/**
 * The mistakes of the content as the development server shows them: over the page, until they are
 * mended. Reader and server are separate module graphs, so they meet in the process.
 */
import type { Problem } from '../problems.ts';

const SHOWN = Symbol.for('broadsheet.problems');

interface Shown {
  errors: Problem[];
  listener?: (errors: Problem[]) => void;
}

function shown(): Shown {
  const shared = globalThis as { [SHOWN]?: Shown };
  return (shared[SHOWN] ??= { errors: [] });
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
