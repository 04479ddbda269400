import { z } from 'astro/zod';
import { colour, localized, picturePath, plainText, sentenceText } from './parts.ts';

const fields = {
  name: localized(plainText(200)).describe('As readers see it'),
  description: localized(sentenceText).optional().describe('What one finds there'),
  picture: picturePath.optional().describe('Shown at the top of its list'),
  accent: colour.optional().describe('Its colour: `#7a1f1f`. Default: the colour of the house'),
  appeal: z.boolean().default(true).describe('`false`: no message to readers under its stories'),
};

/** `content/sections/<id>.yaml`. */
export const section = z.strictObject(fields);

export type Section = z.infer<typeof section>;

/** `content/series/<id>.yaml`. */
export const series = z.strictObject(fields);

export type Series = z.infer<typeof series>;
