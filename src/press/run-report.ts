/** What the routes of a run found out for its end: they are a module graph of their own. */
import type { Instant } from '../time.ts';

const REPORT = Symbol.for('broadsheet.run');

export interface RunReport {
  /** The next moment at which an edition of the same content differs. */
  nextChangeAt: Instant | undefined;
}

/** The report of this process. */
export function runReport(): RunReport {
  const shared = globalThis as { [REPORT]?: RunReport };
  return (shared[REPORT] ??= { nextChangeAt: undefined });
}
