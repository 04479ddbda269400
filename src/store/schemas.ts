/**
 * What the newsroom may write in the files of each collection: the schemas of
 * `src/content.config.ts`, which is the one place that says so.
 */
import { z } from 'astro/zod';
import { collections } from '../content.config.ts';

type Schema<Collection> = Collection extends { schema?: infer Any }
  ? Extract<Any, z.ZodObject>
  : never;

/** The schema of `data` in the rows of a collection. */
type Written<Collection> =
  Schema<Collection> extends z.ZodObject<infer Shape>
    ? Shape extends { data: infer Data extends z.ZodType }
      ? Data
      : never
    : never;

function written<Collection extends object>(collection: Collection): Written<Collection> {
  const { schema } = collection as { schema?: unknown };
  const data = schema instanceof z.ZodObject ? (schema.shape['data'] as unknown) : undefined;
  if (data === undefined) {
    throw new TypeError('In src/content.config.ts a schema is no z.object with `data` in it.');
  }
  return data as Written<Collection>;
}

/** The schema of what is written, by collection. */
export const schemas = {
  publication: written(collections.publication),
  articles: written(collections.articles),
  authors: written(collections.authors),
  sections: written(collections.sections),
  series: written(collections.series),
  topics: written(collections.topics),
  fronts: written(collections.fronts),
  pages: written(collections.pages),
  appeals: written(collections.appeals),
};
