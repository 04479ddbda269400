/** Related stories: chosen among older ones only, so that a page once printed stays as it is. */
import type { StoryEntry } from '../store/archive.ts';

/** Stories under a story. */
const MOST = 4;

/** Where topics give fewer, the section and then the calendar fill up to this many. */
const AT_LEAST = 3;

/** How many older stories of a topic are weighed; topics can have thousands. */
const CANDIDATES_PER_TOPIC = 30;

/** Steps of rarity to a doubling. */
const STEPS = 2;

/**
 * The automatic choice for every story of a language, in the order of the stories: places among
 * them. Shared topics
 * count by their rarity among the stories older than it; of equals the nearest in time wins. The
 * desk's own choice is put before it where stories are printed.
 *
 * Rarity goes by steps: a story that is taken out of the archive makes each topic a little rarer or
 * commoner for all that came after it, and hardly any of them crosses a step by that.
 *
 * Stories are known by their places in the list here, and weights stand in one array, because this
 * is asked of every story in every run.
 *
 * @param stories the stories of one language, newest first
 * @param topicIds the id of a topic for each other name of it, as a slug
 */
export function relatedStories(
  stories: readonly StoryEntry[],
  topicIds: ReadonlyMap<string, string>,
): (readonly number[])[] {
  const byTopic = new Map<string, number[]>();
  const bySection = new Map<string, number[]>();
  const weights = new Uint16Array(stories.length);
  const related = new Array<readonly number[]>(stories.length);
  for (let place = stories.length - 1; place >= 0; place -= 1) {
    const story = stories[place];
    if (story === undefined) break;
    const older = stories.length - 1 - place;
    const weighed: number[] = [];
    const topics: number[][] = [];
    for (const slug of story.topics) {
      const topic = listIn(byTopic, topicIds.get(slug) ?? slug);
      if (topics.includes(topic)) continue;
      topics.push(topic);
      const rarity = Math.round(STEPS * Math.log2(1 + older / Math.max(1, topic.length)));
      const from = Math.max(0, topic.length - CANDIDATES_PER_TOPIC);
      for (let index = topic.length - 1; index >= from; index -= 1) {
        const candidate = topic[index] ?? 0;
        const weight = weights[candidate] ?? 0;
        if (weight === 0) weighed.push(candidate);
        weights[candidate] = weight + rarity;
      }
    }
    const chosen = heaviest(weighed, weights);
    for (const candidate of weighed) weights[candidate] = 0;

    const section = listIn(bySection, story.section);
    for (let index = section.length - 1; index >= 0 && chosen.length < AT_LEAST; index -= 1) {
      const candidate = section[index] ?? 0;
      if (!chosen.includes(candidate)) chosen.push(candidate);
    }
    for (let next = place + 1; next < stories.length && chosen.length < AT_LEAST; next += 1) {
      if (!chosen.includes(next)) chosen.push(next);
    }
    // A copy has room for no more than it holds.
    related[place] = chosen.slice();

    for (const topic of topics) topic.push(place);
    section.push(place);
  }
  return related;
}

/** The few that weigh most, the heaviest first; of equals the newest, whose place is the smallest. */
function heaviest(weighed: readonly number[], weights: Uint16Array): number[] {
  const chosen: number[] = [];
  for (const candidate of weighed) {
    const weight = weights[candidate] ?? 0;
    let rank = chosen.length;
    while (rank > 0) {
      const above = chosen[rank - 1] ?? 0;
      const difference = weight - (weights[above] ?? 0);
      if (difference < 0 || (difference === 0 && candidate > above)) break;
      rank -= 1;
    }
    if (rank >= MOST) continue;
    for (let below = Math.min(chosen.length, MOST - 1); below > rank; below -= 1) {
      chosen[below] = chosen[below - 1] ?? 0;
    }
    chosen[rank] = candidate;
  }
  return chosen;
}

function listIn(lists: Map<string, number[]>, id: string): number[] {
  let list = lists.get(id);
  if (list === undefined) lists.set(id, (list = []));
  return list;
}
