/** What stands on a front page: the desk's choice, filled by the newest. */
import type { StoryEntry } from '../store/archive.ts';
import { orderedSections } from './edition.ts';
import type { Edition, LanguageEdition, Places } from './edition.ts';

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
  lead: StoryEntry | undefined;
  picks: StoryEntry[];
  latest: StoryEntry[];
  sections: { id: string; stories: StoryEntry[] }[];
}

/**
 * Chooses the stories of a front page. Each story stands once. Stories that the desk named and
 * that are not published are passed over; the newest take their places.
 */
export function chooseFront(edition: Edition, own: LanguageEdition): FrontChoice {
  const desk = edition.archive.fronts.find((front) => front.language === own.language)?.data;
  const used = new Set<StoryEntry>();
  const take = (entry: StoryEntry | undefined): StoryEntry | undefined => {
    if (entry === undefined || used.has(entry)) return undefined;
    used.add(entry);
    return entry;
  };
  const named = (path: string | undefined) =>
    path === undefined ? undefined : edition.published.get(path);
  /** The newest that are free, as many as are wanted. */
  const newest = (wanted: number, fits: (entry: StoryEntry) => boolean): StoryEntry[] => {
    const found: StoryEntry[] = [];
    for (const entry of own.stories) {
      if (found.length >= wanted) break;
      if (fits(entry) && take(entry) !== undefined) found.push(entry);
    }
    return found;
  };
  const isFresh = ({ kind }: StoryEntry) => !NEVER_FIRST.has(kind);
  const reserved = new Set(desk?.picks ?? []);
  const lead =
    take(named(desk?.lead)) ??
    newest(1, (entry) => isFresh(entry) && !reserved.has(entry.path))[0] ??
    newest(1, isFresh)[0] ??
    newest(1, ({ kind }) => kind !== 'sponsored')[0];
  const picks = (desk?.picks ?? []).flatMap((path) => take(named(path)) ?? []);
  picks.push(...newest(PICKS - picks.length, isFresh));
  const latest = newest(LATEST, ({ kind }) => kind !== 'sponsored');
  const sections = orderedSections(edition.publication, own).flatMap((id) => {
    const stories = block(own, own.bySection.get(id) ?? [], used);
    return stories.length === 0 ? [] : [{ id, stories }];
  });
  return { lead, picks, latest, sections };
}

/** The newest of a section that stand nowhere yet; one with a picture opens the block. */
function block(
  { stories }: LanguageEdition,
  section: Places,
  used: ReadonlySet<StoryEntry>,
): StoryEntry[] {
  const newest: StoryEntry[] = [];
  for (const place of section) {
    if (newest.length >= PER_SECTION) break;
    const entry = stories[place];
    if (entry !== undefined && !used.has(entry)) newest.push(entry);
  }
  const first = newest.find((entry) => entry.picture && !NEVER_FIRST.has(entry.kind));
  return first === undefined ? newest : [first, ...newest.filter((entry) => entry !== first)];
}
