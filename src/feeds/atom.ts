/** A feed as Atom (RFC 4287). */
import { hash } from 'node:crypto';
import { rfc3339 } from './dates.ts';
import type { FeedAuthor, FeedItem, FeedPicture, FeedView } from './feed.ts';
import { FEED_FORMATS } from './formats.ts';
import { mintedAt } from './ids.ts';
import { isWebAddress, MEDIA_NAMESPACE, mediaContent } from './media.ts';
import { authorsOf, fullText, isVisible, summaryOf, titleOf } from './text.ts';
import { cdata, element, xmlDocument } from './xml.ts';
import type { XmlElement } from './xml.ts';

const NAMESPACES = { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:media': MEDIA_NAMESPACE };

/**
 * The feed as Atom. `updated` must be there: an empty feed has the day from which its name is, which
 * no clock changes.
 */
export function atom(view: FeedView): string {
  const { alternates, changed, description, hub, icon, items, licence, logo } = view;
  const root = element('feed', { ...NAMESPACES, 'xml:lang': view.language }, [
    element('id', {}, view.id),
    element('title', {}, view.title),
    ...(isVisible(description) ? [element('subtitle', {}, description)] : []),
    element('updated', {}, rfc3339(changed ?? mintedAt(view.id))),
    // First, because some readers take the first link for the page of the feed.
    link({ rel: 'alternate', type: 'text/html', href: view.home }),
    link({ rel: 'self', type: FEED_FORMATS.atom.type, href: view.self }),
    ...alternates.map(({ format, url }) =>
      link({ rel: 'alternate', type: FEED_FORMATS[format].type, href: url }),
    ),
    ...(hub === undefined ? [] : [link({ rel: 'hub', href: hub })]),
    ...(licence === undefined ? [] : rights(licence)),
    ...(icon === undefined ? [] : [element('icon', {}, icon.url)]),
    ...(logo === undefined ? [] : [element('logo', {}, logo.url)]),
    author(view.publisher),
    ...items.map((item) => entry(item, view.language)),
  ]);
  return xmlDocument(root, view.style);
}

function entry(item: FeedItem, feedLanguage: string): XmlElement {
  const { language, picture } = item;
  const text = fullText(item);
  return element('entry', { 'xml:lang': language === feedLanguage ? undefined : language }, [
    element('id', {}, item.id),
    element('title', {}, titleOf(item)),
    link({ rel: 'alternate', type: 'text/html', href: item.url }),
    element('published', {}, rfc3339(item.published)),
    element('updated', {}, rfc3339(item.modified, fractionOf(item.id))),
    ...authorsOf(item).map(author),
    ...item.categories.map(({ term, label, scheme }) =>
      element('category', { term, scheme, label }),
    ),
    element('summary', {}, summaryOf(item)),
    ...(text === '' ? [] : [element('content', { type: 'html' }, cdata(text))]),
    ...(picture === undefined ? [] : [mediaContent(picture), enclosure(picture)]),
  ]);
}

/**
 * A part of a second that is always the same for one story. Stories that are dated by the day share
 * their moment, and W3C's validator warns where two entries have the same `updated`.
 */
function fractionOf(id: string): string {
  const number = Number.parseInt(hash('sha256', id, 'hex').slice(0, 8), 16) % 1_000_000;
  return String(number).padStart(6, '0');
}

function author({ name, url }: FeedAuthor): XmlElement {
  return element('author', {}, [
    element('name', {}, name),
    ...(url === undefined ? [] : [element('uri', {}, url)]),
  ]);
}

/** RFC 4287, section 4.2.7: the length is in bytes. */
function enclosure({ bytes, type, url }: FeedPicture): XmlElement {
  return link({ rel: 'enclosure', type, length: bytes, href: url });
}

function rights(licence: string): XmlElement[] {
  return [
    element('rights', {}, licence),
    ...(isWebAddress(licence) ? [link({ rel: 'license', href: licence })] : []),
  ];
}

function link(attributes: Record<string, string | number>): XmlElement {
  return element('link', attributes);
}
