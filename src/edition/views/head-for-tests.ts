/** What tests look for in the head of a page. */
import type { HeadTag } from '../../metadata/head.ts';

/** Values of an attribute of the tags of a head that have another one. */
export function inHead(
  head: HeadTag[],
  where: Record<string, string>,
  attribute: string,
): string[] {
  return head.flatMap((tag) => {
    if (!('attrs' in tag)) return [];
    const attrs: Record<string, string> = tag.attrs;
    const value = attrs[attribute];
    return value !== undefined &&
      Object.entries(where).every(([key, wanted]) => attrs[key] === wanted)
      ? [value]
      : [];
  });
}

/** The languages that a head names the page in. */
export function hreflangs(head: HeadTag[]): string[] {
  return inHead(head, { rel: 'alternate' }, 'hreflang');
}

/** Whether a head keeps its page out of search. */
export function isNoindex(head: HeadTag[]): boolean {
  return inHead(head, { name: 'robots' }, 'content').some((value) => value.includes('noindex'));
}
