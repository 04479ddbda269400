/** Which stories or pages are one thing in several languages. */

/** Anything that can be translated; its path begins with its language. */
export interface Translatable {
  path: string;
  language: string;
  translationOf: string | undefined;
}

/**
 * What names the same original, in however many steps, or shares a path across languages, by path:
 * one of each language, in the order of `languages`, the row itself among them. What stands alone
 * is in no group, and so is a row that comes second in its language. The original need not be among
 * the rows.
 *
 * @param rows by path
 */
export function translationGroups<Row extends Translatable>(
  rows: ReadonlyMap<string, Row>,
  languages: readonly string[],
): Map<string, readonly Row[]> {
  const groups = new Map<string, readonly Row[]>();
  if (languages.length < 2) return groups;
  const order = (row: Row) => languages.indexOf(row.language);
  for (const paths of joined(rows, languages)) {
    const group = [...paths].flatMap((path) => rows.get(path) ?? []);
    group.sort((a, b) => order(a) - order(b) || (a.path < b.path ? -1 : 1));
    const onePerLanguage = group.filter(
      (row, index) => row.language !== group[index - 1]?.language,
    );
    if (onePerLanguage.length < 2) continue;
    for (const row of onePerLanguage) groups.set(row.path, onePerLanguage);
  }
  return groups;
}

/** The paths that are joined with any other, as sets of those that belong together. */
function joined<Row extends Translatable>(
  rows: ReadonlyMap<string, Row>,
  languages: readonly string[],
): Iterable<ReadonlySet<string>> {
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
  // Those of all languages but the first, by their paths without the language: looking the few up
  // among the many is cheaper than the other way round.
  const byName = new Map<string, string>();
  for (const { path, language, translationOf } of rows.values()) {
    if (translationOf !== undefined) join(path, translationOf);
    else if (language !== languages[0]) {
      const name = path.slice(language.length + 1);
      const first = byName.get(name);
      if (first === undefined) byName.set(name, path);
      else join(path, first);
    }
  }
  for (const [name, path] of byName) {
    const first = rows.get(`${languages[0] ?? ''}/${name}`);
    if (first !== undefined && first.translationOf === undefined) join(path, first.path);
  }
  return new Set(sets.values());
}
