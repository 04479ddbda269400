/** An article as the corpus has it in `articles/*.json`; its Markdown files are the same articles. */
import { z } from 'astro/zod';

const picture = z.object({
  /** From the root of the corpus; texts name it the same. */
  path: z.string(),
  alt: z.string().nullish(),
  credit: z.string().nullish(),
  caption: z.string().nullish(),
  /** Stands above the text. */
  hero: z.boolean().optional(),
});

/** The fields that a newspaper has a use for. */
export const corpusArticle = z.object({
  id: z.string(),
  corpus: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  kicker: z.string().nullish(),
  /** A day, or a moment with an offset. */
  date: z.string(),
  updated: z.string().nullish(),
  authors: z.array(z.string()),
  section: z.string(),
  tags: z.array(z.string()),
  lang: z.string(),
  bodyMarkdown: z.string(),
  images: z.array(picture),
  /** The same in all translations of a text. */
  translationKey: z.string().nullish(),
  sourceUrl: z.string().nullish(),
  redirects: z.array(z.string()).optional(),
});

export type CorpusArticle = z.infer<typeof corpusArticle>;
export type CorpusPicture = z.infer<typeof picture>;
