/** What the paper and its parts are called in each language, and where they are. */
import { canonicalUrl, fileUrl } from '../addresses.ts';
import { localeFor } from '../locales/locales.ts';
import type { Locale } from '../locales/locale.ts';
import type { Edition } from './edition.ts';
import { textIn } from './words.ts';

/** The words of the press for a page in `language`. */
export function wordsFor(edition: Pick<Edition, 'publication'>, language: string): Locale {
  return localeFor(language, edition.publication.defaultLanguage);
}

/** A text of the paper in a language of the paper. */
export function paperText(
  edition: Pick<Edition, 'publication'>,
  text: Parameters<typeof textIn>[0],
  language: string,
): string | undefined {
  return textIn(text, language, edition.publication.defaultLanguage);
}

/** The name of the paper in a language. */
export function paperName(edition: Pick<Edition, 'publication'>, language: string): string {
  return textIn(edition.publication.name, language, edition.publication.defaultLanguage);
}

/** The absolute address of a page on the primary origin, in its canonical form. */
export function pageUrl(
  edition: Pick<Edition, 'content' | 'publication'>,
  address: string,
): string {
  return canonicalUrl(edition.content.publication.origin, address, edition.publication.canonical);
}

/** The absolute address of a picture, feed or other file of the edition. */
export function assetUrl(edition: Pick<Edition, 'content'>, address: string): string {
  return fileUrl(edition.content.publication.origin, address);
}

/** A section as readers see it. */
export function sectionName(
  edition: Pick<Edition, 'publication' | 'sections'>,
  id: string,
  language: string,
): string {
  return paperText(edition, edition.sections.get(id)?.data.name, language) ?? id;
}

/** An author as readers see them. */
export function authorName(
  edition: Pick<Edition, 'publication' | 'authors'>,
  id: string,
  language: string,
): string {
  return paperText(edition, edition.authors.get(id)?.data.name, language) ?? id;
}

/** A topic as readers see it: as its file says, else as the story does. */
export function topicName(
  edition: Pick<Edition, 'publication' | 'topics'>,
  topic: { slug: string; name: string },
  language: string,
): string {
  return paperText(edition, edition.topics.get(topic.slug)?.data.name, language) ?? topic.name;
}
