/** When the paper changes by itself. */
import type { Archive } from '../store/archive.ts';
import type { Instant } from '../time.ts';
import { newsEnds } from './sitemaps.ts';

/** The next moment at which an edition of the same content differs, or undefined when none will. */
export function nextChangeAt(
  { entries, appeals }: Pick<Archive, 'entries' | 'appeals'>,
  at: Instant,
): Instant | undefined {
  let next = Infinity;
  const consider = (moment: Instant | undefined) => {
    if (moment !== undefined && moment > at && moment < next) next = moment;
  };
  for (const entry of entries) {
    if (entry.draft) continue;
    consider(entry.published);
    if (entry.published > at) continue;
    for (const moment of entry.modifications) consider(moment);
    consider(entry.ends);
    consider(newsEnds(entry));
  }
  for (const { facts } of appeals) {
    consider(facts.starts);
    consider(facts.ends);
  }
  return next === Infinity ? undefined : next;
}
