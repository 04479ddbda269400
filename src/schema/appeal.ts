import { z } from 'astro/zod';
import { headlineText, id, moment, plainText } from './parts.ts';
import { support } from './publication.ts';

/** The front matter of `content/appeals/<language>/<id>.md`: a message to readers. */
export const appeal = z.strictObject({
  title: headlineText.describe('The heading: `A message from the newsroom`'),
  signed: plainText(200).optional().describe('Who signs it'),
  starts: moment.optional().describe('Shown from then on'),
  ends: moment.optional().describe('Shown until then'),
  sections: z.array(id).optional().describe('Only under stories of these sections. Default: all'),
  support: support
    .extend({
      remindAfterDays: support.shape.remindAfterDays
        .unwrap()
        .describe(support.shape.remindAfterDays.description ?? ''),
    })
    .partial()
    .optional()
    .describe('Fields of `support` in `publication.yaml` that this message has otherwise'),
});

export type Appeal = z.infer<typeof appeal>;
