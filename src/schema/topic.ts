import { z } from 'astro/zod';
import { localized, picturePath, plainText, sentenceText } from './parts.ts';

/** `content/topics/<slug>.yaml`; a topic need not have a file. */
export const topic = z.strictObject({
  name: localized(plainText(100)).describe('As readers see it; wins over spellings in stories'),
  aliases: z
    .array(plainText(100))
    .max(100)
    .optional()
    .describe('Other names of the same topic, in any language'),
  description: localized(sentenceText).optional().describe('What it is about'),
  picture: picturePath.optional().describe('Shown at the top of its list'),
});

export type Topic = z.infer<typeof topic>;
