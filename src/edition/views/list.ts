/** Sections, topics, authors, series. */
import { articleAddress, listAddress } from '../../addresses.ts';
import { collectionPage, profilePage } from '../../metadata/structured-data/pages.ts';
import { listCard, sharedCard } from '../cards.ts';
import { isThin } from '../edition.ts';
import { FEED_KINDS, feedFile } from '../feeds.ts';
import { wordsFor } from '../names.ts';
import { paperIn } from '../paper.ts';
import { printedImage } from '../printed-image.ts';
import type { Sheet } from '../sheet.ts';
import type { ListInputs } from '../unit.ts';
import { pageUrl } from '../urls.ts';
import type { ListView } from '../view.ts';
import { cutAtSentence } from '../words.ts';
import { titled } from './feed-title.ts';
import { frame } from './frame.ts';
import { siteUrl } from './site-data.ts';
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
      card: listCard(sheet, inputs) ?? sharedCard(sheet, language),
      trail: isIndex ? [] : [{ name: facts.title, address: index }],
      jsonLd: [
        listJsonLd(sheet, inputs, { title, description, url: pageUrl(sheet, address), facts }),
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
  { language, number, stories, subject }: ListInputs,
  {
    title,
    description,
    url,
    facts,
  }: { title: string; description: string | undefined; url: string; facts: SubjectFacts },
): object {
  const page = { name: title, description, url, language, site: siteUrl(sheet, language) };
  if (subject.kind !== 'author' || number !== null) {
    // As the page shows them, and in its order: it is printed anew whenever one of them changes.
    const shown = stories.map((ref) =>
      pageUrl(sheet, articleAddress(sheet.card(ref).facts, sheet.rules)),
    );
    return collectionPage({ ...page, stories: shown });
  }
  const { author, picture } = facts;
  return profilePage({
    ...page,
    person: {
      name: facts.title,
      description: facts.description,
      jobTitle: author?.role,
      email: author?.email,
      image: picture === undefined ? undefined : printedImage(sheet, picture),
      sameAs: author?.links ?? [],
      worksFor: paperIn(sheet, language).publisher,
    },
  });
}
