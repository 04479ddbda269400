/** Who a story is by and what it is filed under, as feeds say it. */
import type { FeedAuthor, FeedCategory } from '../../feeds/feed.ts';
import { feedId } from '../../feeds/ids.ts';
import type { StoryAsOf } from '../as-of.ts';
import { bylineNames } from '../byline.ts';
import { sectionName, topicsOf } from '../names.ts';
import type { Sheet } from '../sheet.ts';
import { pageUrl } from '../urls.ts';

/** One entry an author; an unsigned or agency piece has its byline as the only name. */
export function feedAuthors(sheet: Sheet, row: StoryAsOf): FeedAuthor[] {
  if (row.data.byline !== undefined) return [{ name: row.data.byline, url: undefined }];
  return bylineNames(sheet, row).map(({ name, address }) => ({
    name,
    url: address === undefined ? undefined : pageUrl(sheet, address),
  }));
}

/** The section first, then the topics. */
export function feedCategories(sheet: Sheet, { data, facts }: StoryAsOf): FeedCategory[] {
  const { language } = facts;
  const scheme = (name: string) => feedId(sheet.publication.id, name);
  return [
    {
      term: data.section,
      label: sectionName(sheet, data.section, language),
      scheme: scheme('sections'),
    },
    ...topicsOf(sheet, facts.topics, language).map(({ id, name }) => ({
      term: id,
      label: name,
      scheme: scheme('topics'),
    })),
  ];
}
