/** Which stories or pages are one thing in several languages. */
import { CodeTable } from '../code-table.ts';
import { codeOfName } from '../fingerprint.ts';

/** Anything that can be translated; its path begins with its language. */
export interface Translatable {
  path: string;
  language: string;
  /** Stands for its path without the language. */
  nameCode: number;
  translationOf: string | undefined;
}

/** What can be translated, by its path. */
export function translatable(
  path: string,
  language: string,
  translationOf: string | undefined,
): Translatable {
  return { path, language, translationOf, nameCode: codeOfName(path, language.length + 1) };
}

/**
 * What names the same original, in however many steps, or shares a path across languages: for each
 * row one of each language, in the order of `languages`, the row itself among them. What stands alone
 * is in no group, and so is a row that comes second in its language. The original need not be among
 * the rows.
 *
 * @param find gives the row of a path, where that is known already
 */
export function translationGroups<Row extends Translatable>(
  rows: readonly Row[],
  languages: readonly string[],
  find: (path: string) => Row | undefined = finderIn(rows),
): Map<Row, readonly Row[]> {
  const groups = new Map<Row, readonly Row[]>();
  if (languages.length < 2) return groups;
  const order = (row: Row) => languages.indexOf(row.language);
  for (const paths of joined(rows)) {
    const group = [...paths].flatMap((path) => find(path) ?? []);
    group.sort((a, b) => order(a) - order(b) || (a.path < b.path ? -1 : 1));
    const onePerLanguage = group.filter(
      (row, index) => row.language !== group[index - 1]?.language,
    );
    if (onePerLanguage.length < 2) continue;
    for (const row of onePerLanguage) groups.set(row, onePerLanguage);
  }
  return groups;
}

/** The paths that are joined with any other, as sets of those that belong together. */
function joined(rows: readonly Translatable[]): Iterable<ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  const setOf = (path: string): Set<string> => {
    let set = sets.get(path);
    if (set === undefined) sets.set(path, (set = new Set([path])));
    return set;
  };
  const join = (a: string, b: string) => {
    const [one, other] = [setOf(a), setOf(b)];
    if (one === other) return;
    const [small, large] = one.size < other.size ? [one, other] : [other, one];
    for (const path of small) {
      large.add(path);
      sets.set(path, large);
    }
  };
  const originals = rows.filter(({ translationOf }) => translationOf === undefined);
  const byName = new CodeTable(originals.map(({ nameCode }) => nameCode));
  for (const row of originals) {
    const hasItsName = (place: number) => {
      const other = originals[place];
      return other === row || (other !== undefined && nameOf(other) === nameOf(row));
    };
    const first = originals[byName.placeOf(row.nameCode, hasItsName)];
    if (first !== undefined && first !== row) join(row.path, first.path);
  }
  for (const { path, translationOf } of rows) {
    if (translationOf !== undefined) join(path, translationOf);
  }
  return new Set(sets.values());
}

function nameOf({ path, language }: Translatable): string {
  return path.slice(language.length + 1);
}

function finderIn<Row extends Translatable>(
  rows: readonly Row[],
): (path: string) => Row | undefined {
  const byPath = new Map(rows.map((row) => [row.path, row]));
  return (path) => byPath.get(path);
}
