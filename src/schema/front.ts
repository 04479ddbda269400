import { z } from 'astro/zod';
import { articlePath } from './parts.ts';

/** `content/front/<language>.yaml`: what the desk put on the front page. */
export const front = z.strictObject({
  lead: articlePath.optional().describe('The first story. Default: the newest'),
  picks: z
    .array(articlePath)
    .max(50)
    .optional()
    .describe('The stories after it, in order; the newest fill the rest'),
});

export type Front = z.infer<typeof front>;
