/** What stands on a front page: the desk's choice, filled by the newest. */
import type { ArticleRow } from '../store/rows.ts';
import type { Edition, LanguageEdition } from './edition.ts';
import { orderedSections } from './feeds.ts';

/** Stories after the lead that the desk or the calendar puts in the first rank. */
const PICKS = 4;

/** Lines of the list of the newest. */
const LATEST = 6;

/** Stories in each section's block. */
const PER_SECTION = 4;

/** Kinds that wait for their section's block rather than lead the page by being new. */
const NEVER_FIRST = new Set(['brief', 'letter', 'sponsored']);

/** The stories of a front page. */
export interface FrontChoice {
  lead: ArticleRow | undefined;
  picks: ArticleRow[];
  latest: ArticleRow[];
  sections: { id: string; stories: ArticleRow[] }[];
}

/**
 * Chooses the stories of a front page. Each story stands once. Stories that the desk named and
 * that are not published are passed over; the newest take their places.
 */
export function chooseFront(edition: Edition, own: LanguageEdition): FrontChoice {
  const desk = edition.content.fronts.find((front) => front.language === own.language)?.data;
  const used = new Set<string>();
  const take = (row: ArticleRow | undefined): ArticleRow | undefined => {
    if (row === undefined || used.has(row.path)) return undefined;
    used.add(row.path);
    return row;
  };
  const named = (path: string | undefined) =>
    path === undefined ? undefined : edition.published.get(path);
  const reserved = new Set(desk?.picks ?? []);
  const fresh = own.stories.filter((row) => !NEVER_FIRST.has(row.data.kind));
  const lead =
    take(named(desk?.lead)) ??
    take(fresh.find((row) => !reserved.has(row.path))) ??
    take(fresh[0] ?? own.stories.find((row) => row.data.kind !== 'sponsored'));
  const picks = (desk?.picks ?? []).flatMap((path) => take(named(path)) ?? []);
  for (const row of fresh) {
    if (picks.length >= PICKS) break;
    const next = take(row);
    if (next !== undefined) picks.push(next);
  }
  const latest = own.stories
    .flatMap((row) => (row.data.kind === 'sponsored' ? [] : (take(row) ?? [])))
    .slice(0, LATEST);
  const shown = new Set([lead, ...picks, ...latest].map((row) => row?.path));
  const sections = orderedSections(edition, own).flatMap((id) => {
    const all = own.bySection.get(id) ?? [];
    const newest = all.filter((row) => !shown.has(row.path)).slice(0, PER_SECTION);
    const first = newest.find(
      (row) => row.facts.lead !== undefined && !NEVER_FIRST.has(row.data.kind),
    );
    const stories =
      first === undefined ? newest : [first, ...newest.filter((row) => row !== first)];
    return stories.length === 0 ? [] : [{ id, stories }];
  });
  return { lead, picks, latest, sections };
}
