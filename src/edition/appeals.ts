/** Which message to readers runs under a story. */
import type { StoryEntry } from '../store/archive.ts';
import type { AppealRow } from '../store/rows.ts';
import { isRetracted } from './as-of.ts';
import type { Edition } from './edition.ts';

/**
 * Tells the message that runs under a story, or undefined: where the story, its section or its
 * series says `appeal: false`, where the story was withdrawn, and where none is running. The one that names the section goes
 * first, then the latest start, then the id.
 */
export function appealChooser({
  archive,
  at,
  preview,
}: Pick<Edition, 'archive' | 'at' | 'preview'>): (entry: StoryEntry) => AppealRow | undefined {
  const silent = (rows: readonly { id: string; data: { appeal: boolean } }[]) =>
    new Set(rows.filter(({ data }) => !data.appeal).map(({ id }) => id));
  const silentSections = silent(archive.sections);
  const silentSeries = silent(archive.series);
  const running = archive.appeals.filter(
    ({ facts }) => (facts.starts ?? at) <= at && (facts.ends ?? at + 1) > at,
  );
  const choices = new Map<string, Map<string, AppealRow | undefined>>();
  return (entry) => {
    const { appeal, language, section, series } = entry;
    if (!appeal || running.length === 0 || isRetracted(entry, { at, preview })) return undefined;
    if (series !== undefined && silentSeries.has(series)) return undefined;
    let own = choices.get(language);
    if (own === undefined) choices.set(language, (own = new Map<string, AppealRow | undefined>()));
    if (!own.has(section)) {
      const isSilent = silentSections.has(section);
      own.set(section, isSilent ? undefined : choose(running, language, section));
    }
    return own.get(section);
  };
}

function choose(
  running: readonly AppealRow[],
  language: string,
  section: string,
): AppealRow | undefined {
  const named = ({ data }: AppealRow) => data.sections?.includes(section) === true;
  return running
    .filter(
      (appeal) =>
        appeal.facts.language === language && (appeal.data.sections === undefined || named(appeal)),
    )
    .sort(
      (a, b) =>
        Number(named(b)) - Number(named(a)) ||
        (b.facts.starts ?? 0) - (a.facts.starts ?? 0) ||
        (a.path < b.path ? -1 : 1),
    )[0];
}
