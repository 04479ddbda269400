/** What the paper and its parts are called in each language. */
import { localeFor } from '../locales/locales.ts';
import type { Locale } from '../locales/locale.ts';
import type { Article } from '../schema/article.ts';
import type { Localized } from '../schema/parts.ts';
import type { ArticleFacts } from '../store/rows.ts';
import type { Paper } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { textIn } from './words.ts';

/** What decides in which language a text of the paper stands. */
type Speaking = Pick<Paper, 'rules'>;

/** The words of the press for a page in `language`. */
export function wordsFor({ rules }: Speaking, language: string): Locale {
  return localeFor(language, rules.defaultLanguage);
}

/** A text of the paper in a language of the paper. */
export function paperText(
  { rules }: Speaking,
  text: Localized | undefined,
  language: string,
): string | undefined {
  return textIn(text, language, rules.defaultLanguage);
}

/** The name of the paper in a language. */
export function paperName(
  { publication, rules }: Speaking & { publication: { name: Localized } },
  language: string,
): string {
  return textIn(publication.name, language, rules.defaultLanguage);
}

/** The language of a story's own words: the one that it names, else that of its place in the paper. */
export function textLanguage({
  data,
  facts,
}: {
  data: Pick<Article, 'language'>;
  facts: Pick<ArticleFacts, 'language'>;
}): string {
  return data.language ?? facts.language;
}

/** A section as readers see it. */
export function sectionName(
  paper: Speaking & Pick<Paper, 'sections'>,
  id: string,
  language: string,
): string {
  return paperText(paper, paper.sections[id]?.name, language) ?? id;
}

/** An author as readers see them. */
export function authorName(sheet: Sheet, id: string, language: string): string {
  return paperText(sheet, sheet.author(id)?.data.name, language) ?? id;
}

/** A topic of a story: its id, and its name as its file says, else as the story does. */
export interface NamedTopic {
  id: string;
  name: string;
}

/** The topics of a story, each once, in its order. */
export function topicsOf(
  sheet: Sheet,
  topics: readonly { slug: string; name: string }[],
  language: string,
): NamedTopic[] {
  const found = new Map<string, NamedTopic>();
  for (const { slug, name } of topics) {
    const id = sheet.topicId(slug);
    if (found.has(id)) continue;
    found.set(id, { id, name: paperText(sheet, sheet.topic(id)?.data.name, language) ?? name });
  }
  return [...found.values()];
}
