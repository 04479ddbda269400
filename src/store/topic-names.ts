/** Which topic a name means. */
import { toSlug } from '../addresses.ts';
import type { TopicRow } from './rows.ts';

/** Topics by each of their slugs: their own and those of their aliases. */
export type TopicNames = ReadonlyMap<string, { slug: string; name: string | undefined }>;

/** Topics by their own slug and those of their names and aliases. */
export function topicNames(topics: readonly TopicRow[]): TopicNames {
  const names = new Map<string, { slug: string; name: string | undefined }>();
  for (const { id, data } of topics) {
    const words = typeof data.name === 'string' ? [data.name] : Object.values(data.name);
    for (const word of [...words, ...(data.aliases ?? [])]) {
      names.set(toSlug(word), { slug: id, name: words[0] });
    }
  }
  for (const { id } of topics) names.set(id, { slug: id, name: undefined });
  return names;
}
