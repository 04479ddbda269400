/** Moments as pages show them. */
import { isoWithOffset } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Paper } from './paper.ts';
import type { MomentView } from './view.ts';

/** ISO 8601 with the offset of the paper's time zone. */
export function isoOf({ publication }: Pick<Paper, 'publication'>, instant: Instant): string {
  return isoWithOffset(instant, publication.timeZone);
}

/** A moment for `<time>`. */
export function momentView(paper: Pick<Paper, 'publication'>, instant: Instant): MomentView {
  return { iso: isoOf(paper, instant), instant };
}
