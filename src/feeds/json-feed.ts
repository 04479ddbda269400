/** A feed as JSON Feed 1.1. */
import { rfc3339 } from './dates.ts';
import type { FeedAuthor, FeedItem, FeedView } from './feed.ts';
import { authorsOf, fullText, isVisible, summaryOf, titleOf } from './text.ts';
import { legalText } from './xml.ts';

/** The feed as JSON Feed 1.1. Its texts lose the same characters as those of the other formats. */
export function jsonFeed(view: FeedView): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: view.title,
    home_page_url: view.home,
    feed_url: view.self,
    description: isVisible(view.description) ? view.description : undefined,
    user_comment: view.explanation,
    icon: view.logo?.url,
    favicon: view.icon?.url,
    authors: [author(view.publisher)],
    language: view.language,
    hubs: view.hub === undefined ? undefined : [{ type: 'WebSub', url: view.hub }],
    items: view.items.map((item) => jsonItem(item, view.language)),
  };
  const legal = (_key: string, value: unknown) =>
    typeof value === 'string' ? legalText(value) : value;
  return `${JSON.stringify(feed, legal, 2)}\n`;
}

function jsonItem(item: FeedItem, feedLanguage: string) {
  const { categories, language, picture } = item;
  const text = fullText(item);
  const authors = authorsOf(item);
  return {
    id: item.id,
    url: item.url,
    title: titleOf(item),
    ...(text === '' ? { content_text: summaryOf(item) } : { content_html: text }),
    summary: summaryOf(item),
    image: picture?.url,
    date_published: rfc3339(item.published),
    date_modified: rfc3339(item.modified),
    authors: authors.length === 0 ? undefined : authors.map(author),
    tags: categories.length === 0 ? undefined : [...new Set(categories.map(({ label }) => label))],
    language: language === feedLanguage ? undefined : language,
  };
}

function author({ name, url }: FeedAuthor) {
  return { name, url };
}
