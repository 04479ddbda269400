/** What the routes of a run found out for its end. */
import { processWide } from '../process-wide.ts';
import type { Instant } from '../time.ts';

/** Filled while the edition is printed. */
export interface RunReport {
  /** The next moment at which an edition of the same content differs. */
  nextChangeAt: Instant | undefined;
}

/** The report of this process. */
export function runReport(): RunReport {
  return processWide<RunReport>('run report', () => ({ nextChangeAt: undefined }));
}
