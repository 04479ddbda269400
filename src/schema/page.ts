import { z } from 'astro/zod';
import { headlineText, plainText, sentenceText } from './parts.ts';

/** The front matter of `content/pages/<language>/<slug>.md`: about, contact, policies. */
export const page = z.strictObject({
  title: headlineText.describe('The heading of the page'),
  description: sentenceText.optional().describe('For search. Default: the first paragraph'),
  translationOf: plainText(300)
    .optional()
    .describe('`en/about`. Default: the same name under another language'),
  noindex: z.boolean().default(false).describe('Keep the page out of search'),
});

export type Page = z.infer<typeof page>;
