/** Sections, topics, authors, series. */
import { frontAddress, listAddress } from '../../addresses.ts';
import { breadcrumbs, collectionPage, profilePage } from '../../metadata/structured-data.ts';
import { sharedCard } from '../cards.ts';
import { isThin } from '../edition.ts';
import { FEED_KINDS, feedFile } from '../feeds.ts';
import { paperName, wordsFor } from '../names.ts';
import type { Sheet } from '../sheet.ts';
import type { ListInputs } from '../unit.ts';
import { assetUrl, pageUrl } from '../urls.ts';
import type { ListView } from '../view.ts';
import { cutAtSentence } from '../words.ts';
import { titled } from './feed-title.ts';
import { frame } from './frame.ts';
import { subjectFacts } from './subject.ts';
import type { SubjectFacts } from './subject.ts';
import { teaser } from './teaser.ts';

/** A page of a list of stories: its index, or one of its older pages. */
export function listView(sheet: Sheet, inputs: ListInputs): ListView {
  const { language, number, subject } = inputs;
  const { rules } = sheet;
  const facts = subjectFacts(sheet, inputs);
  const isIndex = number === null;
  const pageOf = (page: number | 'index' | null) =>
    page === null
      ? undefined
      : listAddress(subject, language, rules, page === 'index' ? undefined : page);
  const address = listAddress(subject, language, rules, number ?? undefined);
  const index = listAddress(subject, language, rules);
  const title = isIndex ? facts.title : wordsFor(sheet, language).pageOf(facts.title, number);
  const description =
    isIndex && facts.description !== undefined
      ? cutAtSentence(facts.description, language)
      : undefined;
  const section = subject.kind === 'section' ? subject.id : undefined;
  const hasFeed =
    FEED_KINDS.includes(subject.kind) && (!isIndex || !isThin(subject, inputs.stories.length));
  return {
    frame: frame(sheet, {
      language,
      address,
      title,
      description,
      alternates: inputs.languages.map((one) => ({
        language: one.language,
        address: listAddress(subject, one.language, rules),
        noindex: one.thin,
      })),
      section,
      feed:
        isIndex && hasFeed
          ? { list: subject, title: titled(sheet, facts.title, language) }
          : undefined,
      me: isIndex ? facts.author?.links : undefined,
      noindex: isIndex && isThin(subject, inputs.stories.length),
      card: sharedCard(sheet, language, section),
      jsonLd: [
        listJsonLd(sheet, inputs, { title, description, url: pageUrl(sheet, address), facts }),
        breadcrumbs([
          {
            name: paperName(sheet, language),
            url: pageUrl(sheet, frontAddress(language, rules)),
          },
          { name: facts.title, url: pageUrl(sheet, index) },
        ]),
      ],
    }),
    kind: subject.kind,
    title,
    description: isIndex ? facts.description : undefined,
    picture: isIndex ? facts.picture : undefined,
    author: isIndex ? facts.author : undefined,
    number: number ?? undefined,
    stories: inputs.stories.map((ref) => teaser(sheet, ref)),
    newer: pageOf(inputs.newer),
    older: pageOf(inputs.older),
    feed: hasFeed ? feedFile(subject, language, rules) : undefined,
  };
}

/** Of an author's index a profile, of any other page a collection. */
function listJsonLd(
  sheet: Sheet,
  { language, number, subject }: ListInputs,
  {
    title,
    description,
    url,
    facts,
  }: { title: string; description: string | undefined; url: string; facts: SubjectFacts },
): object {
  if (subject.kind !== 'author' || number !== null) {
    return collectionPage({ name: title, description, url, language });
  }
  const { author, picture } = facts;
  return profilePage({
    name: facts.title,
    url,
    description,
    jobTitle: author?.role,
    image: picture === undefined ? undefined : assetUrl(sheet, picture.fallback.address),
    sameAs: author?.links ?? [],
  });
}
