/** Related stories: chosen among older ones only, so that a page once printed stays as it is. */
import type { StoryEntry } from '../store/archive.ts';

/** Stories under a story, where the desk names no more. */
export const MOST_RELATED = 4;

/** Where topics give fewer, the section and then the calendar fill up to this many. */
const AT_LEAST = 3;

/** How many older stories of a topic are weighed; topics can have thousands. */
const CANDIDATES_PER_TOPIC = 30;

/** Steps of rarity to a doubling. */
const STEPS = 2;

/** The automatic choice for every story of a language: places among them, as many for each. */
export type Related = Int32Array;

/** What stands where no story was chosen. */
const NONE = -1;

/**
 * The automatic choice for every story of a language. Shared topics count by their rarity among the
 * stories older than it; of equals the nearest in time wins. The desk's own choice is put before it
 * where stories are printed.
 *
 * Rarity goes by steps: a story that is taken out of the archive makes each topic a little rarer or
 * commoner for all that came after it, and hardly any of them crosses a step by that.
 *
 * A story that the paper withdrew is chosen for none.
 *
 * Stories are known by their places in the list here, and nothing is made for any of them, because
 * this is asked of every story in every run.
 *
 * @param stories the stories of one language, newest first
 * @param topicIds the id of a topic for each other name of it, as a slug
 * @param isWithdrawn asked of each story, more than once
 */
export function relatedStories(
  stories: readonly StoryEntry[],
  topicIds: ReadonlyMap<string, string>,
  isWithdrawn: (story: StoryEntry) => boolean,
): Related {
  const byTopic = new Map<string, number[]>();
  const bySection = new Map<string, number[]>();
  const weights = new Uint16Array(stories.length);
  const weighed = new Int32Array(stories.length);
  const topics: number[][] = [];
  const related = new Int32Array(stories.length * MOST_RELATED).fill(NONE);
  for (let place = stories.length - 1; place >= 0; place -= 1) {
    const story = stories[place];
    if (story === undefined) break;
    const older = stories.length - 1 - place;
    let candidates = 0;
    topics.length = 0;
    for (const slug of story.topics) {
      const topic = listIn(byTopic, topicIds.get(slug) ?? slug);
      if (topics.includes(topic)) continue;
      topics.push(topic);
      const rarity = Math.round(STEPS * Math.log2(1 + older / Math.max(1, topic.length)));
      const from = Math.max(0, topic.length - CANDIDATES_PER_TOPIC);
      for (let index = topic.length - 1; index >= from; index -= 1) {
        const candidate = topic[index] ?? 0;
        const weight = weights[candidate] ?? 0;
        if (weight === 0) {
          weighed[candidates] = candidate;
          candidates += 1;
        }
        weights[candidate] = weight + rarity;
      }
    }
    const chosen = related.subarray(place * MOST_RELATED, (place + 1) * MOST_RELATED);
    let count = chooseHeaviest(chosen, weighed.subarray(0, candidates), weights);
    for (let index = 0; index < candidates; index += 1) weights[weighed[index] ?? 0] = 0;

    const section = listIn(bySection, story.section);
    for (let index = section.length - 1; index >= 0 && count < AT_LEAST; index -= 1) {
      count = addTo(chosen, count, section[index] ?? 0);
    }
    for (let next = place + 1; next < stories.length && count < AT_LEAST; next += 1) {
      const other = stories[next];
      if (other !== undefined && !isWithdrawn(other)) count = addTo(chosen, count, next);
    }

    if (isWithdrawn(story)) continue;
    for (const topic of topics) topic.push(place);
    section.push(place);
  }
  return related;
}

/** The places of the stories chosen for the one at a place, the best first. */
export function relatedAt(related: Related, place: number): number[] {
  const chosen: number[] = [];
  for (let index = place * MOST_RELATED; index < (place + 1) * MOST_RELATED; index += 1) {
    const other = related[index] ?? NONE;
    if (other !== NONE) chosen.push(other);
  }
  return chosen;
}

/**
 * Chooses the few that weigh most, the heaviest first; of equals the newest, whose place is the
 * smallest. Gives how many they are.
 */
function chooseHeaviest(chosen: Int32Array, weighed: Int32Array, weights: Uint16Array): number {
  let count = 0;
  for (const candidate of weighed) {
    const weight = weights[candidate] ?? 0;
    let rank = count;
    while (rank > 0) {
      const above = chosen[rank - 1] ?? 0;
      const difference = weight - (weights[above] ?? 0);
      if (difference < 0 || (difference === 0 && candidate > above)) break;
      rank -= 1;
    }
    if (rank >= MOST_RELATED) continue;
    count = Math.min(count + 1, MOST_RELATED);
    chosen.copyWithin(rank + 1, rank, count - 1);
    chosen[rank] = candidate;
  }
  return count;
}

/** Adds a story that is not there yet. Gives how many there are then. */
function addTo(chosen: Int32Array, count: number, place: number): number {
  if (chosen.includes(place)) return count;
  chosen[count] = place;
  return count + 1;
}

function listIn(lists: Map<string, number[]>, id: string): number[] {
  let list = lists.get(id);
  if (list === undefined) lists.set(id, (list = []));
  return list;
}
