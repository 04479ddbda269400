import { z } from 'astro/zod';
import {
  fediverseHandle,
  localized,
  picturePath,
  plainText,
  sentenceText,
  webAddress,
} from './parts.ts';

/** `content/authors/<id>.yaml`. */
export const author = z.strictObject({
  name: localized(plainText(200)).describe('As it stands in the byline'),
  role: localized(plainText(200)).optional().describe('What they do: `Port correspondent`'),
  bio: localized(sentenceText).optional().describe('A few sentences'),
  photo: picturePath.optional().describe('A portrait beside this file: `./name.jpg`'),
  email: z
    .email({ error: 'is no email address' })
    .optional()
    .describe('Shown to readers on the author’s page'),
  links: z.array(webAddress).max(20).optional().describe('Their pages elsewhere'),
  fediverse: fediverseHandle
    .optional()
    .describe('`@name@example.social`; named in the head of their stories'),
});

export type Author = z.infer<typeof author>;
