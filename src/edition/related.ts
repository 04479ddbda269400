/** Related stories: chosen among older ones only, so that a page once printed stays as it is. */
import type { ArticleRow } from '../store/rows.ts';

/** Stories under a story. */
const MOST = 4;

/** Where topics give fewer, the section and then the calendar fill up to this many. */
const AT_LEAST = 3;

/** How many older stories of a topic are weighed; topics can have thousands. */
const CANDIDATES_PER_TOPIC = 60;

/**
 * The automatic choice for every story of a language, by path. Shared topics count by their rarity
 * among the stories older than it; of equals the nearest in time wins. The desk's own choice is put
 * before it by the view.
 *
 * @param newestFirst the stories of one language, newest first
 */
export function relatedStories(newestFirst: readonly ArticleRow[]): Map<string, ArticleRow[]> {
  const related = new Map<string, ArticleRow[]>();
  const byTopic = new Map<string, ArticleRow[]>();
  const bySection = new Map<string, ArticleRow[]>();
  const older: ArticleRow[] = [];
  for (const story of [...newestFirst].reverse()) {
    related.set(story.path, choose(story, byTopic, bySection, older));
    for (const { slug } of story.facts.topics) push(byTopic, slug, story);
    push(bySection, story.data.section, story);
    older.push(story);
  }
  return related;
}

/** All maps and lists here hold what is older than the story, oldest first. */
function choose(
  story: ArticleRow,
  byTopic: ReadonlyMap<string, ArticleRow[]>,
  bySection: ReadonlyMap<string, ArticleRow[]>,
  older: readonly ArticleRow[],
): ArticleRow[] {
  const weights = new Map<ArticleRow, number>();
  for (const { slug } of story.facts.topics) {
    const candidates = byTopic.get(slug) ?? [];
    const rarity = Math.log(1 + older.length / Math.max(1, candidates.length));
    for (const candidate of candidates.slice(-CANDIDATES_PER_TOPIC)) {
      weights.set(candidate, (weights.get(candidate) ?? 0) + rarity);
    }
  }
  const chosen = [...weights]
    .sort(
      ([a, first], [b, second]) =>
        second - first || b.facts.published - a.facts.published || (a.path < b.path ? -1 : 1),
    )
    .slice(0, MOST)
    .map(([candidate]) => candidate);
  for (const source of [bySection.get(story.data.section) ?? [], older]) {
    for (let index = source.length - 1; index >= 0 && chosen.length < AT_LEAST; index -= 1) {
      const candidate = source[index];
      if (candidate !== undefined && !chosen.includes(candidate)) chosen.push(candidate);
    }
  }
  return chosen;
}

function push(map: Map<string, ArticleRow[]>, key: string, story: ArticleRow): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [story]);
  else list.push(story);
}
