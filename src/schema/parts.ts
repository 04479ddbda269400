/**
 * The small shapes that several kinds of content share.
 *
 * Schemas here only check: they give back what was written (with defaults), so that data which
 * has passed once passes again unchanged. What a date or a reference means is the store's work.
 */
import { z } from 'astro/zod';
import { MOMENT_FORM } from '../time.ts';

/**
 * What XML and HTML can carry: no control characters, no halves of characters, none that Unicode
 * keeps for itself; and no override of the direction (U+202D, U+202E), which would turn round what
 * stands after it on the page, in a title or on a card.
 */
const PRINTABLE =
  // eslint-disable-next-line no-control-regex
  /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e\ud800-\udfff\p{Noncharacter_Code_Point}]*$/u;

/** Something that is seen: not only spaces, joiners and marks without a letter. */
const VISIBLE = /[[\p{L}\p{N}\p{P}\p{S}]--[\p{Default_Ignorable_Code_Point}\u2800]]/v;

/** Plain text: no markup, no control characters, not empty. A line break in it is a space. */
export function plainText(longest: number) {
  return z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(longest, `is longer than ${longest} characters`)
    .regex(PRINTABLE, { error: 'has control characters' })
    .refine((text) => text === '' || VISIBLE.test(text), { error: 'has nothing that is seen' });
}

/** The longest headline that any output can still set. */
export const LONGEST_HEADLINE = 500;

/** A headline, name or label. */
export const headlineText = plainText(LONGEST_HEADLINE);

/** A sentence or two. */
export const sentenceText = plainText(2000);

/** A BCP 47 language tag in its usual spelling: `en`, `pt-BR`, `zh-Hans`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, {
    error: 'is no language tag (BCP 47), such as `en`, `ar` or `pt-BR`',
  })
  .meta({ title: 'language tag' });

/** Text that is the same in every language, or one text for each language. */
export function localized(text: z.ZodString) {
  return z.union([text, z.record(languageTag, text)]);
}

/** Text of one language or of each. */
export type Localized = string | Record<string, string>;

/**
 * A day or a moment, ISO 8601, as text: `2025-02-03`, `2025-02-03T09:30`,
 * `2025-02-03T09:30:00+02:00`. Without an offset it is in the publication's time zone.
 */
export const moment = z
  .string({ error: 'is not a date' })
  .regex(MOMENT_FORM, { error: 'is not a date' })
  .meta({ title: 'date' });

/** An id of another file: its name without the ending. */
export const id = z
  .string()
  .min(1, 'is empty')
  .max(100, 'is longer than 100 characters')
  .regex(/^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+(-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+)*$/u, {
    error: 'is no id: lower-case letters, digits and hyphens',
  })
  .meta({ title: 'id' });

/** The path of a story: `en/2025/02/slug`. */
export const articlePath = z
  .string()
  .min(1, 'is empty')
  .max(300, 'is longer than 300 characters')
  .meta({
    title: 'story path',
    description: 'Path of a story from `content/articles/`, without `.md`: `en/2025/02/slug`',
  });

/** A path to a picture, relative to the file that names it, inside the content folder. */
export const picturePath = z
  .string()
  .min(1, 'is empty')
  .max(400, 'is longer than 400 characters')
  .regex(/^(?![a-z][a-z0-9+.-]*:|\/)/i, {
    error: 'is not a path relative to this file',
  })
  .meta({
    title: 'picture path',
    description: 'Path of a picture, relative to this file: `./harbour.jpg`',
  });

/** An absolute address on the web. */
export const webAddress = z
  .string()
  .max(2000, 'is longer than 2000 characters')
  .refine(isWebAddress, { error: 'is no web address beginning with https:// or http://' })
  .meta({ title: 'web address' });

/** Someone's name on the fediverse. */
export const fediverseHandle = z.string().regex(/^@[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u, {
  error: 'is no fediverse handle such as @name@example.social',
});

/** A colour as `#rrggbb`. */
export const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: 'is no colour of the form #7a1f1f' })
  .meta({ title: 'colour' });

/** The point of a picture that every crop keeps: `[x, y]` from the top left, 0 to 1. */
export const focus = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).meta({
  title: '`[x, y]`',
  description: 'The point that every crop keeps, from the top left, 0 to 1',
});

/** What a picture shows; may be empty, for one that adds nothing. */
export const altText = z
  .string()
  .max(1000, 'is longer than 1000 characters')
  .regex(PRINTABLE, { error: 'has control characters' });

/** What is said about a picture, wherever it stands. */
export const pictureWords = {
  alt: altText
    .optional()
    .describe(
      'What the picture shows, for those who do not see it. May be left out only with `decorative: true`',
    ),
  decorative: z
    .boolean()
    .optional()
    .describe('`true` for a picture that adds nothing to the text and needs no `alt`'),
  caption: sentenceText.optional().describe('Printed under the picture'),
  credit: plainText(300).optional().describe('Who made the picture'),
  licence: plainText(300).optional().describe('The licence of the picture: a name or an address'),
  focus: focus.optional(),
};

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text)) return false;
  try {
    const url = new URL(text);
    return url.username === '' && url.password === '';
  } catch {
    return false;
  }
}
