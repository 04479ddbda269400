/** What a printed page says of itself to search engines. */
import { TagReader } from '../tag-reader.ts';

export interface PageHead {
  noindex: boolean;
  /** The address that the page goes by; undefined where it names none. */
  canonical: string | undefined;
}

/** Reads the head of a page that this press has printed. */
export function readPageHead(html: string): PageHead {
  const head: PageHead = { noindex: false, canonical: undefined };
  const reader = new TagReader(html);
  while (reader.nextTag() && reader.tag !== 'body') {
    const { tag } = reader;
    const attributes = new Map<string, string>();
    while (reader.nextAttribute()) {
      attributes.set(reader.attribute, (reader.value() ?? '').replaceAll('&amp;', '&'));
    }
    if (tag === 'meta' && attributes.get('name') === 'robots') {
      head.noindex ||= /\b(?:noindex|none)\b/i.test(attributes.get('content') ?? '');
    }
    if (tag === 'link' && attributes.get('rel') === 'canonical') {
      head.canonical = attributes.get('href');
    }
  }
  return head;
}
