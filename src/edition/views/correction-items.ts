/** Corrections as items of their feed. */
import { articleAddress } from '../../addresses.ts';

import { feedId } from '../../feeds/ids.ts';
import { formatDay } from '../../locales/format.ts';
import type { StoryAsOf } from '../as-of.ts';
import { isoOf } from '../moments.ts';
import { textLanguage, wordsFor } from '../names.ts';
import type { FeedPart } from '../print.ts';
import type { Sheet } from '../sheet.ts';
import { pageUrl } from '../urls.ts';
import { feedAuthors, feedCategories } from './feed-names.ts';

/**
 * One item a correction. Its identity is that of the story with the moment of the correction, and a
 * number where a story has several of one moment: it stays when others are added later.
 */
export function correctionItems(sheet: Sheet, row: StoryAsOf): FeedPart[] {
  const { data, facts } = row;
  const { language } = facts;
  const { publication, rules } = sheet;
  const seen = new Map<number, number>();
  return facts.corrections.map(({ date, kind, text }) => {
    const number = (seen.get(date) ?? 0) + 1;
    seen.set(date, number);
    const suffix = number === 1 ? '' : `-${number}`;
    const label = wordsFor(sheet, language).correctionKinds[kind];
    return {
      id: feedId(
        publication.id,
        `${facts.identity}/correction/${new Date(date).toISOString()}${suffix}`,
      ),
      url: pageUrl(sheet, articleAddress(facts, rules)),
      title: `${label}: ${data.headline}`,
      description: text,
      standfirst: undefined,
      notesBefore: [],
      picture: undefined,
      review: undefined,
      html: '',
      retraction: undefined,
      corrections: [
        {
          label,
          date: formatDay(date, publication.timeZone, language),
          dateTime: isoOf(sheet, date),
          text,
        },
      ],
      notesAfter: [],
      published: date,
      modified: date,
      language: textLanguage(row),
      authors: feedAuthors(sheet, row),
      categories: feedCategories(sheet, row),
    };
  });
}
