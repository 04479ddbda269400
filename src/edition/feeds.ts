/** The feeds of an edition: the paper in each language, and each section in each language. */
import { feedAddress } from '../addresses.ts';
import type { Locale } from '../locales/locale.ts';
import type { ArticleRow } from '../store/rows.ts';
import type { Edition, LanguageEdition } from './edition.ts';
import { oncePerEdition } from './once.ts';
import { paperName, sectionName } from './paper.ts';

/** A feed: where it is and which stories it is of. */
export interface FeedFacts {
  language: string;
  /** Undefined for the feed of everything. */
  section: string | undefined;
  address: string;
  title: (words: Locale) => string;
  /** All stories of the list, newest first; a feed carries the first of them. */
  stories: ArticleRow[];
}

/** The feeds of one language: everything first, then sections in the order of the navigation. */
export const feedFacts = oncePerEdition(feedsOf);

function feedsOf(edition: Edition, language: string): FeedFacts[] {
  const own = edition.languages.find((one) => one.language === language);
  if (own === undefined) return [];
  const { rules } = edition;
  const paper = paperName(edition, language);
  const everything: FeedFacts = {
    language,
    section: undefined,
    address: feedAddress({ language }, rules),
    title: (words) => `${paper} — ${words.allStories}`,
    stories: own.stories,
  };
  const sections = orderedSections(edition, own).map((id): FeedFacts => {
    const name = sectionName(edition, id, language);
    return {
      language,
      section: id,
      address: feedAddress({ section: id, language }, rules),
      title: () => `${paper} — ${name}`,
      stories: own.bySection.get(id) ?? [],
    };
  });
  return [everything, ...sections];
}

/** Sections that have stories, those of the navigation first. */
export function orderedSections(
  edition: Pick<Edition, 'publication'>,
  own: LanguageEdition,
): string[] {
  const navigation = edition.publication.navigation ?? [];
  const rest = [...own.bySection.keys()].filter((id) => !navigation.includes(id)).sort();
  return [...navigation.filter((id) => own.bySection.has(id)), ...rest];
}
