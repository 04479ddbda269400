/** The rules of good copy: what search, cards, feeds and readers want of a story. */
import type { ArticleRow } from '../store/rows.ts';
import type { FieldPath } from '../store/yaml.ts';
import type { Rule } from './rule.ts';

/** A fault of a story; `path` is the front-matter field, by which its line is found. */
export interface StoryFault {
  path: FieldPath;
  message: string;
  mend: string;
}

/** A rule that looks at one story. */
export interface StoryRule extends Rule {
  look(row: ArticleRow): StoryFault[];
}

/** Characters as a reader counts them. */
function lengthOf(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
}

/** Wide letters take the room of two: search and cards measure by width. */
function widthOf(text: string): number {
  const wide = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  );
  return lengthOf(text) + (wide?.length ?? 0);
}

/** Headlines that search shows without cutting, in letters. */
const SEARCH_WIDTH = 70;

/** What JSON-LD readers of headlines take. */
const HEADLINE_LENGTH = 110;

/** Headlines that a card sets in large type. */
const CARD_WIDTH = 120;

/** What search shows under a headline. */
const DESCRIPTION_WIDTH = 160;

/** Letters of a first paragraph that can describe a story. */
const STAND_IN = 50;

/** Pixels across that large previews want. */
const LARGE_PICTURE = 1200;

/** Kinds that are short by nature. */
const SHORT_KINDS = new Set(['brief', 'letter', 'live', 'sponsored', 'factcheck']);

/** Words below which search takes a story for thin. */
const THIN = 80;

/** Every rule that looks at one story. */
export const STORY_RULES: readonly StoryRule[] = [
  {
    id: 'headline-search',
    severity: 'warning',
    asks: `The headline for search has at most ${SEARCH_WIDTH} letters, or search cuts it.`,
    source: 'Google Search Central, “Influencing title links”; results are about 600 pixels wide',
    look({ data }) {
      const words = data.seoHeadline ?? data.headline;
      const width = widthOf(words);
      if (width <= SEARCH_WIDTH) return [];
      return [
        {
          path: [data.seoHeadline === undefined ? 'headline' : 'seoHeadline'],
          message: `is ${width} letters long, and search shows about ${SEARCH_WIDTH}`,
          mend: 'add a shorter `seoHeadline`',
        },
      ];
    },
  },
  {
    id: 'headline-data',
    severity: 'warning',
    asks: `A headline has at most ${HEADLINE_LENGTH} characters.`,
    source: 'Google Search Central, “Article structured data”: keep headlines concise',
    look({ data }) {
      const length = lengthOf(data.headline);
      if (length <= HEADLINE_LENGTH) return [];
      return [
        {
          path: ['headline'],
          message: `is ${length} characters long; services cut headlines after ${HEADLINE_LENGTH}`,
          mend: 'shorten it, and say the rest in the `standfirst`',
        },
      ];
    },
  },
  {
    id: 'headline-card',
    severity: 'notice',
    asks: `The headline on a card has at most ${CARD_WIDTH} letters, so that it can be read at 300 pixels.`,
    source: 'look of the cards',
    look({ data }) {
      const words = data.social?.headline ?? data.headline;
      if (widthOf(words) <= CARD_WIDTH) return [];
      return [
        {
          path: data.social?.headline === undefined ? ['headline'] : ['social', 'headline'],
          message: 'is so long that the card sets it in small type',
          mend: 'add a shorter `social.headline`',
        },
      ];
    },
  },
  {
    id: 'headline-short',
    severity: 'notice',
    asks: 'A headline has at least 20 letters: shorter ones say little out of their place.',
    source: 'MSN partner feeds: titles of 20 to 150 characters',
    look({ data }) {
      const words = data.headline;
      if (widthOf(words) >= 20) return [];
      return [
        {
          path: ['headline'],
          message: 'has fewer than 20 letters, which some services refuse',
          mend: 'say more, or add a `seoHeadline`',
        },
      ];
    },
  },
  {
    id: 'headline-shouting',
    severity: 'warning',
    asks: 'A headline is not all capitals.',
    source: 'Google News, “Article page best practices”; the trade',
    look({ data }) {
      const letters = data.headline.match(/\p{L}/gu) ?? [];
      const cased = letters.filter((letter) => letter.toLowerCase() !== letter.toUpperCase());
      if (cased.length < 12 || cased.some((letter) => letter !== letter.toUpperCase())) return [];
      return [{ path: ['headline'], message: 'is all capitals', mend: 'write it as a sentence' }];
    },
  },
  {
    id: 'headline-full-stop',
    severity: 'notice',
    asks: 'A headline does not end with a full stop.',
    source: 'the trade',
    look({ data }) {
      if (!/[^.…]\.$|[。।]$/u.test(data.headline) || /[.!?].+\.$/.test(data.headline)) return [];
      return [{ path: ['headline'], message: 'ends with a full stop', mend: 'remove it' }];
    },
  },
  {
    id: 'description-missing',
    severity: 'warning',
    asks: 'A story has a description for search and previews.',
    source: 'Google Search Central, “Meta descriptions”; Flipboard and Apple News feeds',
    look({ data, facts }) {
      if (data.description !== undefined || data.standfirst !== undefined) return [];
      const length = lengthOf(facts.firstParagraph);
      if (length >= STAND_IN) return [];
      const paragraph =
        length === 0
          ? 'the text has no paragraph'
          : `the first paragraph of the text, with ${length} letters, is too short`;
      return [
        {
          path: ['standfirst'],
          message: `is missing, and ${paragraph} to stand in for it`,
          mend: 'add a `standfirst` or a `description`',
        },
      ];
    },
  },
  {
    id: 'description-long',
    severity: 'notice',
    asks: `A description written for search has at most ${DESCRIPTION_WIDTH} letters.`,
    source: 'Google Search Central, “Meta descriptions”: cut to the width of the device',
    look({ data }) {
      if (data.description === undefined || widthOf(data.description) <= DESCRIPTION_WIDTH) {
        return [];
      }
      return [
        {
          path: ['description'],
          message: `is longer than the ${DESCRIPTION_WIDTH} letters that search shows`,
          mend: 'shorten it',
        },
      ];
    },
  },
  {
    id: 'picture-small',
    severity: 'warning',
    asks: `A leading picture is at least ${LARGE_PICTURE} pixels wide.`,
    source: 'Google Discover: large images of at least 1200 pixels width',
    look({ data, facts }) {
      if (facts.lead === undefined || facts.lead.width >= LARGE_PICTURE) return [];
      if (data.noindex) return [];
      return [
        {
          path: ['lead', 'image'],
          message: `is ${facts.lead.width} pixels wide, too small for large previews`,
          mend: `take one of ${LARGE_PICTURE} pixels or more`,
        },
      ];
    },
  },
  {
    id: 'picture-missing',
    severity: 'notice',
    asks: 'A story that is no brief has a leading picture.',
    source: 'Google Discover, Flipboard (pictures of 500 pixels or more)',
    look({ data, facts }) {
      if (facts.lead !== undefined || SHORT_KINDS.has(data.kind)) return [];
      return [
        {
          path: ['lead'],
          message: 'is missing: services show stories with pictures first',
          mend: 'add a `lead` picture',
        },
      ];
    },
  },
  {
    id: 'picture-credit',
    severity: 'warning',
    asks: 'Every picture says who made it.',
    source: 'schema.org ImageObject, `creditText`; the trade',
    look({ facts }) {
      const lead = facts.lead === undefined ? [] : [{ path: ['lead', 'image'], use: facts.lead }];
      const inText = Object.values(facts.pictures).map((use) => ({ path: ['pictures'], use }));
      return [...lead, ...inText].flatMap(({ path, use }) =>
        use.credit === undefined || use.credit.trim() === ''
          ? [
              {
                path,
                message: `has no credit: ${use.file}`,
                mend: 'add `credit: …` beside it, or in a file of its name with .yaml at its end',
              },
            ]
          : [],
      );
    },
  },
  {
    id: 'text-thin',
    severity: 'notice',
    asks: `A story that is no brief has at least ${THIN} words.`,
    source: 'Google News: very short articles are often left out',
    look({ data, facts }) {
      if (facts.words >= THIN || SHORT_KINDS.has(data.kind)) return [];
      return [
        {
          path: ['kind'],
          message: `has ${facts.words} words, which search takes for a brief`,
          mend: 'write `kind: brief`, or more',
        },
      ];
    },
  },
  {
    id: 'topics-missing',
    severity: 'notice',
    asks: 'A story has at least one topic, by which readers find others.',
    source: 'the trade',
    look({ data }) {
      if ((data.topics ?? []).length > 0 || SHORT_KINDS.has(data.kind)) return [];
      return [{ path: ['topics'], message: 'is missing', mend: 'add `topics: […]`' }];
    },
  },
];
