/** Topics by any of their names. */
import type { TopicRow } from '../store/rows.ts';
import { topicNames } from '../store/topic-names.ts';

/** The id of a topic for each of its names as a slug, where that is another. */
export function idsOfTopics(topics: readonly TopicRow[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [slug, { slug: id }] of topicNames(topics)) if (slug !== id) ids.set(slug, id);
  return ids;
}
