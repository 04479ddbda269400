/** Which stories or pages are one thing in several languages. */

/** Anything that can be translated; its path begins with its language. */
export interface Translatable {
  path: string;
  data: { translationOf?: string | undefined };
  facts: { language: string };
}

/**
 * What names the same original, in however many steps, or shares a path across languages, by path:
 * one of each language, in the order of `languages`, the row itself among them. A row that comes
 * second in its language stands alone. The original need not be among the rows.
 */
export function translationGroups<Row extends Translatable>(
  rows: readonly Row[],
  languages: readonly string[],
): Map<string, Row[]> {
  const leaders = new Map<string, string>();
  const leaderOf = (path: string): string => {
    let leader = path;
    for (let next = leaders.get(leader); next !== undefined && next !== leader;) {
      leader = next;
      next = leaders.get(leader);
    }
    return leader;
  };
  const join = (a: string, b: string) => leaders.set(leaderOf(a), leaderOf(b));
  const sharedPath = new Map<string, string>();
  for (const { path, data } of rows) {
    if (data.translationOf !== undefined) {
      join(path, data.translationOf);
      continue;
    }
    const key = path.slice(path.indexOf('/') + 1);
    const first = sharedPath.get(key);
    if (first === undefined) sharedPath.set(key, path);
    else join(path, first);
  }
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const leader = leaderOf(row.path);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [row]);
    else group.push(row);
  }
  const order = (row: Row) => languages.indexOf(row.facts.language);
  const byPath = new Map<string, Row[]>();
  for (const group of groups.values()) {
    group.sort((a, b) => order(a) - order(b) || (a.path < b.path ? -1 : 1));
    const onePerLanguage = group.filter(
      (row, index) => row.facts.language !== group[index - 1]?.facts.language,
    );
    const chosen = new Set(onePerLanguage);
    for (const row of group) byPath.set(row.path, chosen.has(row) ? onePerLanguage : [row]);
  }
  return byPath;
}
