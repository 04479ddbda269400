/** What the translations of a story that goes name as their original from then on. */
import { translatable, translationGroups } from '../../edition/translations.ts';
import type { Translatable } from '../../edition/translations.ts';
import type { ArticleRow } from '../../store/rows.ts';
import type { Step } from './step.ts';

/** What becomes of the translations of a story. */
export interface Translations {
  /** By file what those name instead that name the story; undefined where it is nothing. */
  originals: ReadonlyMap<string, string | undefined>;
  /** What somebody should look at. */
  notes: Step[];
}

/**
 * Chooses another original, by which all other translations stay together as they are; where there is
 * none, the likeliest, with a note. `languages` are those of the paper, in its order.
 */
export function translationsWithout(
  { path: gone, ...row }: ArticleRow,
  rows: readonly ArticleRow[],
  languages: readonly string[],
): Translations {
  const fileOf = new Map(rows.map(({ path, facts }) => [path, facts.file]));
  const others = rows.map(asTranslatable).sort(byPath);
  const groupsOf = (all: readonly Translatable[]) => {
    const groups = translationGroups(all, languages);
    return new Map([...groups].map(([{ path }, group]) => [path, group]));
  };
  const before = groupsOf([...others, asTranslatable({ path: gone, ...row })].sort(byPath));
  const kin = (before.get(gone) ?? []).filter(({ path }) => path !== gone);
  const notes = kin.map(({ path }) => ({
    file: fileOf.get(path) ?? '',
    line: undefined,
    what: 'is its translation, and stays; take it down by its own path',
  }));
  const orphans = others.filter(({ translationOf }) => translationOf?.normalize('NFC') === gone);
  const order = ({ language }: Translatable) => languages.indexOf(language);
  const inOrder = (some: Translatable[]) => some.sort((a, b) => order(a) - order(b));
  const likely = [
    ...others.filter(({ path }) => path === row.data.translationOf),
    ...inOrder(kin.filter(({ translationOf }) => translationOf === undefined)),
    ...inOrder([...orphans]),
  ];
  const pointing = (original: Translatable) =>
    new Map(
      orphans.map((orphan): [string, string | undefined] => [
        orphan.path,
        orphan === original || orphan.language === original.language ? undefined : original.path,
      ]),
    );
  const keepsAll = (original: Translatable) => {
    const pointed = pointing(original);
    const after = groupsOf(
      others.map((other) =>
        pointed.has(other.path) ? { ...other, translationOf: pointed.get(other.path) } : other,
      ),
    );
    return others.every(({ path }) => kinOf(after, path, gone) === kinOf(before, path, gone));
  };
  const fitting = orphans.length === 0 ? undefined : likely.find(keepsAll);
  const original = fitting ?? (orphans.length === 0 ? undefined : likely[0]);
  if (original === undefined) return { originals: new Map(), notes };
  if (fitting === undefined) {
    const what = 'is the original of the translations now: look whether each belongs to it';
    notes.push({ file: fileOf.get(original.path) ?? '', line: undefined, what });
  }
  const originals = [...pointing(original)].map(([path, put]): [string, string | undefined] => [
    fileOf.get(path) ?? '',
    put,
  ]);
  return { originals: new Map(originals), notes };
}

/** The paths of a story's group but for the one that goes; what stands alone is in no group. */
function kinOf(
  groups: ReadonlyMap<string, readonly { path: string }[]>,
  of: string,
  gone: string,
): string {
  return (groups.get(of) ?? [{ path: of }])
    .map(({ path }) => path)
    .filter((path) => path !== gone)
    .join(' ');
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function asTranslatable({ path: name, data, facts }: ArticleRow): Translatable {
  return translatable(name, facts.language, data.translationOf);
}
