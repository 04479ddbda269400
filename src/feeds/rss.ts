/** A feed as RSS 2.0. */
import { rfc822 } from './dates.ts';
import type { FeedItem, FeedPicture, FeedView } from './feed.ts';
import { FEED_FORMATS } from './formats.ts';
import { MEDIA_NAMESPACE, mediaContent } from './media.ts';
import { authorsOf, fullText, isVisible, summaryOf, titleOf } from './text.ts';
import { cdata, element, xmlDocument } from './xml.ts';
import type { XmlElement } from './xml.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': MEDIA_NAMESPACE,
};

/** How long a reader without WebSub may wait before it asks again. */
const MINUTES_BETWEEN_VISITS = 15;

/** The largest `image` that RSS allows, in pixels. */
const WIDEST_IMAGE = 144;

/** The feed as RSS 2.0. */
export function rss(view: FeedView): string {
  const attributes = { version: '2.0', 'xml:lang': view.language, ...NAMESPACES };
  return xmlDocument(element('rss', attributes, [channel(view)]), view.style);
}

function channel(view: FeedView): XmlElement {
  const { alternates, changed, description, hub, icon, items, licence } = view;
  return element('channel', {}, [
    element('title', {}, view.title),
    element('link', {}, view.home),
    element('description', {}, isVisible(description) ? description : view.title),
    element('language', {}, view.language),
    ...(licence === undefined ? [] : [element('copyright', {}, licence)]),
    ...(changed === undefined || items.length === 0
      ? []
      : [
          element('pubDate', {}, rfc822(Math.max(...items.map(({ published }) => published)))),
          element('lastBuildDate', {}, rfc822(changed)),
        ]),
    element('ttl', {}, String(MINUTES_BETWEEN_VISITS)),
    ...(icon === undefined || icon.width > WIDEST_IMAGE
      ? []
      : [
          element('image', {}, [
            element('url', {}, icon.url),
            element('title', {}, view.title),
            element('link', {}, view.home),
            element('width', {}, String(icon.width)),
            element('height', {}, String(icon.height)),
          ]),
        ]),
    element('atom:link', { rel: 'self', type: FEED_FORMATS.rss.type, href: view.self }),
    ...alternates.map(({ format, url }) =>
      element('atom:link', { rel: 'alternate', type: FEED_FORMATS[format].type, href: url }),
    ),
    ...(hub === undefined ? [] : [element('atom:link', { rel: 'hub', href: hub })]),
    ...items.map((item) => rssItem(item, view.language)),
  ]);
}

/**
 * A category has no `domain`: rss-parser, which half of the small readers are made with, gives
 * objects instead of names where one is.
 */
function rssItem(item: FeedItem, feedLanguage: string): XmlElement {
  const { language, picture } = item;
  const text = fullText(item);
  return element('item', {}, [
    element('title', {}, titleOf(item)),
    element('link', {}, item.url),
    element('guid', { isPermaLink: 'false' }, item.id),
    element('pubDate', {}, rfc822(item.published)),
    ...authorsOf(item).map(({ name }) => element('dc:creator', {}, name)),
    ...(language === feedLanguage ? [] : [element('dc:language', {}, language)]),
    ...[...new Set(item.categories.map(({ label }) => label))].map((label) =>
      element('category', {}, label),
    ),
    element('description', {}, asHtml(summaryOf(item))),
    ...(text === '' ? [] : [element('content:encoded', {}, cdata(text))]),
    ...(picture === undefined ? [] : [mediaContent(picture), enclosure(picture)]),
  ]);
}

/** The picture for those who take it from here alone: senders of newsletters and messages. */
function enclosure({ bytes, type, url }: FeedPicture): XmlElement {
  return element('enclosure', { url, length: bytes, type });
}

/**
 * Plain text for a place that readers parse as HTML, as they do an item's description. “Fish & chips”
 * stays as it is, for the reader that does not.
 */
function asHtml(text: string): string {
  return text.replace(/&(?!\s)/g, '&amp;').replaceAll('<', '&lt;');
}
