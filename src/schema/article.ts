import { z } from 'astro/zod';
import {
  altText,
  articlePath,
  headlineText,
  id,
  languageTag,
  moment,
  picturePath,
  pictureWords,
  plainText,
  sentenceText,
  webAddress,
} from './parts.ts';

/** The kinds of story, in the trade's words. */
export const ARTICLE_KINDS = [
  'news',
  'analysis',
  'opinion',
  'editorial',
  'explainer',
  'feature',
  'interview',
  'investigation',
  'review',
  'obituary',
  'letter',
  'brief',
  'factcheck',
  'live',
  'sponsored',
] as const;

/** A kind of story. */
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** Whether a story of this kind speaks in its writer's own voice, and is set accordingly. */
export function isOpinion(kind: ArticleKind): boolean {
  return kind === 'opinion' || kind === 'editorial' || kind === 'letter';
}

/** The kinds of correction. */
export const CORRECTION_KINDS = ['correction', 'clarification', 'retraction'] as const;

/** A kind of correction. */
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** What can be reviewed: types of schema.org that Google shows as review snippets, and kin. */
export const REVIEWED_TYPES = [
  'Book',
  'CreativeWork',
  'Event',
  'ExhibitionEvent',
  'Game',
  'Movie',
  'MusicAlbum',
  'MusicEvent',
  'Play',
  'Product',
  'Restaurant',
  'SoftwareApplication',
  'TheaterEvent',
  'TVSeries',
  'VideoGame',
] as const;

/** The front matter of `content/articles/<language>/<yyyy>/<mm>/<slug>.md`. */
export const article = z.strictObject({
  headline: headlineText.describe('Plain text, the words above the story'),
  seoHeadline: headlineText
    .optional()
    .describe('Other words for the title that search results show'),
  shortHeadline: headlineText.optional().describe('Other words for lists of stories'),
  id: plainText(1000)
    .optional()
    .describe('Permanent identity in feeds; importers put the old guid here. Default: the path'),
  kicker: plainText(120).optional().describe('Words above the headline. Default: the section'),
  standfirst: sentenceText.optional().describe('One or two sentences under the headline'),
  description: sentenceText
    .optional()
    .describe(
      'For search and previews. Default: the standfirst, else the first paragraph cut at a sentence',
    ),
  published: moment.describe(
    'Moment of first publication; in the future: embargoed until then. Without an offset in the publication’s time zone',
  ),
  updated: moment
    .optional()
    .describe('Last substantial change, not before `published`; never moves the story in feeds'),
  authors: z
    .array(id)
    .min(1, 'is empty')
    .max(50)
    .optional()
    .describe('Ids in `content/authors/`; required unless there is a `byline`'),
  byline: plainText(200)
    .optional()
    .describe('Plain text for agencies and unsigned pieces: `AP`, `Staff`'),
  section: id.describe('Id in `content/sections/`'),
  topics: z
    .array(plainText(100))
    .max(50)
    .optional()
    .describe('Plain names (`Ukraine war`), matched by slug after NFC and lower case'),
  kind: z.enum(ARTICLE_KINDS).default('news').describe('What kind of story this is'),
  language: languageTag.optional().describe('BCP 47. Default: the language of the path'),
  translationOf: articlePath
    .optional()
    .describe('The original. Default: the same path under another language'),
  dateline: plainText(100).optional().describe('Place the report is from: `MOSCOW`'),
  lead: z
    .strictObject({ image: picturePath, ...pictureWords })
    .optional()
    .describe('The picture above the text'),
  pictures: z
    .record(z.string(), z.strictObject(pictureWords))
    .optional()
    .describe('What is said about the pictures in the text, by file name: `harbour.jpg: { … }`'),
  related: z
    .array(articlePath)
    .max(20)
    .optional()
    .describe('Stories that the desk chose; they stand before the automatic ones'),
  corrections: z
    .array(
      z.strictObject({
        date: moment.describe('When it was corrected'),
        text: sentenceText.describe('What was wrong and what is right'),
        kind: z
          .enum(CORRECTION_KINDS)
          .default('correction')
          .describe(
            'What it is; a retraction stands above the text, on the card and in lists, and takes the story out of related stories and news search',
          ),
      }),
    )
    .optional()
    .describe(
      'Shown on the story and on the corrections page; the newest counts as a change of the story',
    ),
  series: id.optional().describe('Id in `content/series/`'),
  source: z
    .strictObject({
      name: plainText(200).describe('Who published it first'),
      url: webAddress.describe('Where; it becomes the canonical address'),
    })
    .optional()
    .describe('Where a republished text comes from'),
  live: z
    .strictObject({
      start: moment.describe('When the coverage begins'),
      end: moment.optional().describe('When it ends'),
      pinned: z.array(plainText(100)).optional().describe('Ids of updates that stay on top'),
    })
    .optional()
    .describe('For `kind: live` only'),
  sponsor: z
    .strictObject({
      name: plainText(200).describe('Who paid'),
      url: webAddress.optional().describe('Their address'),
    })
    .optional()
    .describe('For `kind: sponsored` only'),
  review: z
    .strictObject({
      of: plainText(300).describe('What is reviewed: the title of the book, film, play …'),
      type: z.enum(REVIEWED_TYPES).describe('What kind of thing it is, in schema.org’s names'),
      rating: z.number().min(0).max(5).optional().describe('Stars, 0 to 5'),
    })
    .optional()
    .describe('For `kind: review` only'),
  appeal: z.boolean().default(true).describe('`false`: no message to readers under this story'),
  social: z
    .strictObject({
      headline: headlineText.optional().describe('The headline of cards and previews'),
      description: sentenceText.optional().describe('The words under it'),
      image: picturePath.optional().describe('The picture of the card, instead of `lead`'),
      alt: altText.optional().describe('What that picture shows'),
    })
    .optional()
    .describe('For shared links, where the desk wants other words or another picture'),
  noindex: z.boolean().default(false).describe('Keep the story out of search'),
  draft: z
    .boolean()
    .default(false)
    .describe('Never printed; shown only by the development server, marked'),
  redirectFrom: z
    .array(plainText(1000))
    .max(100)
    .optional()
    .describe('Older addresses of this story on this site: `/2019/05/old-story/`'),
});

export type Article = z.infer<typeof article>;
