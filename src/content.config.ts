import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import { appeal } from './schema/appeal.ts';
import { article } from './schema/article.ts';
import { author } from './schema/author.ts';
import { front } from './schema/front.ts';
import { page } from './schema/page.ts';
import { publication } from './schema/publication.ts';
import { section, series } from './schema/section.ts';
import { topic } from './schema/topic.ts';
import { contentFolder } from './store/loader.ts';
import type { AppealRow, ArticleFacts, PageRow, PictureUse } from './store/rows.ts';

const picture = z.custom<PictureUse>().optional();

/**
 * The collections of the paper: `data` is what the newsroom wrote, checked by its schema; beside it
 * stands what the store found out about it.
 */
export const collections = {
  publication: defineCollection({
    loader: contentFolder('publication'),
    schema: z.object({
      data: publication,
      origin: z.string(),
      logo: picture,
      icon: picture,
      nameplate: picture,
      publicFiles: z.array(z.string()),
      filled: z.array(z.string()),
      theme: z.string(),
    }),
  }),
  articles: defineCollection({
    loader: contentFolder('articles'),
    schema: z.object({ path: z.string(), data: article, facts: z.custom<ArticleFacts>() }),
  }),
  authors: defineCollection({
    loader: contentFolder('authors'),
    schema: z.object({ id: z.string(), data: author, picture }),
  }),
  sections: defineCollection({
    loader: contentFolder('sections'),
    schema: z.object({ id: z.string(), data: section, picture }),
  }),
  series: defineCollection({
    loader: contentFolder('series'),
    schema: z.object({ id: z.string(), data: series, picture }),
  }),
  topics: defineCollection({
    loader: contentFolder('topics'),
    schema: z.object({ id: z.string(), data: topic, picture }),
  }),
  fronts: defineCollection({
    loader: contentFolder('fronts'),
    schema: z.object({ language: z.string(), data: front }),
  }),
  pages: defineCollection({
    loader: contentFolder('pages'),
    schema: z.object({ path: z.string(), data: page, facts: z.custom<PageRow['facts']>() }),
  }),
  appeals: defineCollection({
    loader: contentFolder('appeals'),
    schema: z.object({ path: z.string(), data: appeal, facts: z.custom<AppealRow['facts']>() }),
  }),
};
