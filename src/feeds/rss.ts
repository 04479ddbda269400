/** A feed as RSS 2.0. */
import type { FeedItem, FeedView } from '../edition/views/feed.ts';
import type { Instant } from '../time.ts';
import { cdata, element, xmlDocument } from './xml.ts';
import type { XmlElement } from './xml.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** How long a reader without WebSub may wait before it asks again. */
const MINUTES_BETWEEN_VISITS = 15;

/**
 * The feed as RSS 2.0, without two things that RSS has a place for:
 * - `enclosure`, because it demands the length in bytes, which is unknown until the picture has been
 *   encoded. `media:content` carries the picture and demands no length.
 * - `image`, because it may be at most 144 pixels wide, and logos are published larger.
 */
export function rss(view: FeedView): string {
  return xmlDocument(element('rss', { version: '2.0', ...NAMESPACES }, [channel(view)]));
}

function channel(view: FeedView): XmlElement {
  const { changed, copyright, hub, items } = view;
  return element('channel', {}, [
    element('title', {}, view.title),
    element('link', {}, view.home),
    element('description', {}, view.description === '' ? view.title : view.description),
    element('language', {}, view.language),
    ...(copyright === undefined ? [] : [element('copyright', {}, copyright)]),
    ...(changed === undefined
      ? []
      : [
          element('pubDate', {}, rfc822(Math.max(...items.map(({ published }) => published)))),
          element('lastBuildDate', {}, rfc822(changed)),
        ]),
    element('ttl', {}, String(MINUTES_BETWEEN_VISITS)),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: view.self }),
    ...(hub === undefined ? [] : [element('atom:link', { rel: 'hub', href: hub })]),
    ...items.map((item) => rssItem(item, view.language)),
  ]);
}

function rssItem(item: FeedItem, feedLanguage: string): XmlElement {
  const { description, html, language, picture } = item;
  return element('item', {}, [
    element('title', {}, item.title),
    element('link', {}, item.url),
    element('guid', { isPermaLink: 'false' }, item.id),
    element('pubDate', {}, rfc822(item.published)),
    ...item.authors.map((name) => element('dc:creator', {}, name)),
    ...(language === feedLanguage ? [] : [element('dc:language', {}, language)]),
    ...[...new Set(item.categories)].map((name) => element('category', {}, name)),
    ...(description === undefined ? [] : [element('description', {}, asHtml(description))]),
    ...(html === '' ? [] : [element('content:encoded', {}, cdata(html))]),
    ...(picture === undefined ? [] : [mediaContent(picture)]),
  ]);
}

function mediaContent({ url, view }: NonNullable<FeedItem['picture']>): XmlElement {
  const { alt, caption, credit, fallback } = view;
  const said = caption ?? alt;
  return element(
    'media:content',
    { url, type: 'image/jpeg', medium: 'image', width: fallback.width, height: fallback.height },
    [
      ...(said === '' ? [] : [element('media:description', { type: 'plain' }, said)]),
      ...(credit === undefined ? [] : [element('media:credit', {}, credit)]),
    ],
  );
}

/**
 * Plain text for a place that readers parse as HTML, as they do an item's description. “Fish & chips”
 * stays as it is, for the reader that does not.
 */
function asHtml(text: string): string {
  return text.replace(/&(?!\s)/g, '&amp;').replaceAll('<', '&lt;');
}

/** The moment in UTC, whatever the machine's zone. */
function rfc822(moment: Instant): string {
  return new Date(moment).toUTCString();
}
