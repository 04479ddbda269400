/** All feeds of the paper: their list for readers, and the words of their stylesheet. */
import { frontAddress, LIST_KINDS, listAddress, pageAddress } from '../../addresses.ts';
import type { FeedList } from '../../addresses.ts';
import type { OpmlFeed, OpmlGroup, OpmlView } from '../../feeds/opml.ts';
import type { FeedWords } from '../../feeds/style.ts';
import { direction, languageName } from '../../locales/locales.ts';
import { feedFile } from '../feeds.ts';
import { paperName, paperText, wordsFor } from '../names.ts';
import type { Sheet } from '../sheet.ts';
import type { FeedListInputs, ListedFeed } from '../unit.ts';
import { assetUrl, pageUrl } from '../urls.ts';
import { feedTitle, titled } from './feed-title.ts';
import { subjectFacts } from './subject.ts';

/** The list of all feeds; each language a folder where there are several. */
export function feedListView(sheet: Sheet, { languages }: FeedListInputs): OpmlView {
  const { defaultLanguage } = sheet.rules;
  const name = paperName(sheet, defaultLanguage);
  const groups = languages.map(({ language, feeds }): OpmlGroup => ({
    title: languageName(language),
    entries: [
      { kind: 'paper' } as const,
      { kind: 'corrections' } as const,
      ...LIST_KINDS.flatMap((kind) => feeds.filter(({ list }) => list.kind === kind)),
    ].map((feed) =>
      'list' in feed ? listFeed(sheet, language, feed) : known(sheet, language, feed),
    ),
  }));
  const [only] = groups;
  return {
    title: titled(sheet, wordsFor(sheet, defaultLanguage).feeds, defaultLanguage),
    owner: name,
    changed: undefined,
    entries: groups.length === 1 && only !== undefined ? only.entries : groups,
  };
}

function known(sheet: Sheet, language: string, list: { kind: 'paper' | 'corrections' }): OpmlFeed {
  const home =
    list.kind === 'paper'
      ? frontAddress(language, sheet.rules)
      : pageAddress('corrections', language, sheet.rules);
  const about = paperText(sheet, sheet.publication.description, language);
  return entry(sheet, language, list, home, feedTitle(sheet, list, language), about);
}

function listFeed(sheet: Sheet, language: string, { list, namedBy }: ListedFeed): OpmlFeed {
  const { title, description } = subjectFacts(sheet, { language, namedBy, subject: list });
  const home = listAddress(list, language, sheet.rules);
  return entry(sheet, language, list, home, titled(sheet, title, language), description);
}

function entry(
  sheet: Sheet,
  language: string,
  list: FeedList,
  home: string,
  title: string,
  description: string | undefined,
): OpmlFeed {
  return {
    title,
    description,
    language,
    url: assetUrl(sheet, feedFile(list, language, sheet.rules)),
    home: pageUrl(sheet, home),
  };
}

/** What the stylesheet of feeds says in each language of the paper. */
export function feedStyleWords(sheet: Sheet): FeedWords[] {
  return sheet.rules.languages.map((language) => ({
    language,
    direction: direction(language),
    explanation: wordsFor(sheet, language).feedOpened,
  }));
}
