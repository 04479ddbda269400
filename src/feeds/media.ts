/** A picture beside its story, as RSS and Atom say it (Media RSS). */
import type { FeedPicture } from './feed.ts';
import { isVisible } from './text.ts';
import { element } from './xml.ts';
import type { XmlElement } from './xml.ts';

export const MEDIA_NAMESPACE = 'http://search.yahoo.com/mrss/';

/** `media:content` with the picture's description, credit and licence. */
export function mediaContent(picture: FeedPicture): XmlElement {
  const { alt, bytes, caption, credit, height, licence, type, url, width } = picture;
  const said = [caption ?? '', alt].find(isVisible);
  return element('media:content', { url, type, medium: 'image', width, height, fileSize: bytes }, [
    ...(said === undefined ? [] : [element('media:description', { type: 'plain' }, said)]),
    ...(credit === undefined ? [] : [element('media:credit', {}, credit)]),
    ...(licence === undefined ? [] : [mediaCopyright(licence)]),
  ]);
}

function mediaCopyright(licence: string): XmlElement {
  return isWebAddress(licence)
    ? element('media:copyright', { url: licence }, licence)
    : element('media:copyright', {}, licence);
}

/** Whether a licence is named by its address. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}
