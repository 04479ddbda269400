/** Sections, topics, authors, series; the months; the archive. */
import { frontAddress, listAddress, monthAddress, pageAddress } from '../../addresses.ts';
import type { ListSubject } from '../../addresses.ts';
import { capitalise, formatMonth } from '../../locales/format.ts';
import { direction } from '../../locales/locales.ts';
import { breadcrumbs, collectionPage, profilePage } from '../../metadata/structured-data.ts';
import { cardJob } from '../cards.ts';
import type { CardJob } from '../cards.ts';
import { inLanguage, isThin, listOf } from '../edition.ts';
import type { Edition } from '../edition.ts';
import { feedFacts } from '../feeds.ts';
import { oncePerEdition } from '../once.ts';
import {
  assetUrl,
  authorName,
  pageUrl,
  paperName,
  paperText,
  sectionName,
  wordsFor,
} from '../paper.ts';
import { pictureView } from '../pictures.ts';
import type { ArchiveView, ListView, MonthView } from '../view.ts';
import { cutAtSentence } from '../words.ts';
import { frame } from './frame.ts';
import { momentView, teaser } from './teaser.ts';

/** The card of a section's front; topics, authors and series have the paper's. */
export function sectionCard(edition: Edition, language: string, id: string): CardJob {
  const section = edition.sections.get(id);
  return cardJob(edition, paperName(edition, language), direction(language), {
    page: listAddress({ kind: 'section', id }, language, edition.rules),
    kind: 'section',
    language,
    section: '',
    headline: sectionName(edition, id, language),
    line: paperText(edition, section?.data.description, language) ?? '',
    accent: section?.data.accent,
    picture: undefined,
  });
}

/** A list of stories: its index, or with `number` one of its older pages. */
export function listView(
  edition: Edition,
  language: string,
  subject: ListSubject,
  number?: number,
): ListView {
  const { rules } = edition;
  const words = wordsFor(edition, language);
  const { stories, cut } = listOf(edition, language, subject);
  const facts = subjectFacts(edition, language, subject);
  const shown = number === undefined ? cut.newest : cut.older.find((one) => one.number === number);
  if (shown === undefined)
    throw new RangeError(`${subject.kind} ${subject.id} has no page ${number}`);
  const address = listAddress(subject, language, rules, number);
  const index = listAddress(subject, language, rules);
  const pageOf = (page: number | undefined) =>
    page === undefined ? undefined : listAddress(subject, language, rules, page);
  const numbers = cut.older.map((one) => one.number);
  const newest = numbers[0];
  const title = number === undefined ? facts.title : words.pageOf(facts.title, number);
  const description =
    number === undefined && facts.description !== undefined
      ? cutAtSentence(facts.description, language)
      : undefined;
  const alternates = alternatesOf(edition, subject, number);
  const url = pageUrl(edition, address);
  const feed =
    subject.kind === 'section'
      ? feedFacts(edition, language).find((one) => one.section === subject.id)?.address
      : undefined;
  return {
    frame: frame(edition, {
      language,
      address,
      title,
      description,
      alternates,
      section: subject.kind === 'section' ? subject.id : undefined,
      noindex: number === undefined ? isThin(subject, stories) : false,
      card: sharedCard(edition, language, subject.kind === 'section' ? subject.id : undefined),
      jsonLd: [
        subject.kind === 'author' && number === undefined
          ? profilePage({
              name: facts.title,
              url,
              description,
              jobTitle: facts.author?.role,
              image:
                facts.picture === undefined
                  ? undefined
                  : assetUrl(edition, facts.picture.fallback.address),
              sameAs: facts.author?.links ?? [],
            })
          : collectionPage({ name: title, description, url, language }),
        breadcrumbs([
          {
            name: paperName(edition, language),
            url: pageUrl(edition, frontAddress(language, rules)),
          },
          { name: facts.title, url: pageUrl(edition, index) },
        ]),
      ],
    }),
    kind: subject.kind,
    title,
    description: number === undefined ? facts.description : undefined,
    picture: number === undefined ? facts.picture : undefined,
    author: number === undefined ? facts.author : undefined,
    number,
    stories: stories.slice(shown.start, shown.end).map((story) => teaser(edition, story)),
    newer:
      number === undefined
        ? undefined
        : number === newest
          ? index
          : pageOf(numbers[numbers.indexOf(number) - 1]),
    older: number === undefined ? pageOf(newest) : pageOf(numbers[numbers.indexOf(number) + 1]),
    feed,
  };
}

/**
 * The social image of a page that has none of its own: its section's, else the front page's, else
 * that of the default language; the first of them that can be drawn.
 */
export const sharedCard = oncePerEdition(
  (edition: Edition, language: string, section?: string): CardJob | undefined => {
    if (edition.publication.cards === 'none') return undefined;
    return [
      ...(section === undefined ? [] : [sectionCard(edition, language, section)]),
      frontCard(edition, language),
      frontCard(edition, edition.rules.defaultLanguage),
    ].find((job) => edition.canDraw(job.view));
  },
);

/** The card of the front page of a language. */
export function frontCard(edition: Edition, language: string): CardJob {
  return cardJob(edition, paperName(edition, language), direction(language), {
    page: frontAddress(language, edition.rules),
    kind: 'front',
    language,
    section: '',
    headline: paperText(edition, edition.publication.description, language) ?? '',
    line: '',
    accent: edition.publication.design?.accent,
    picture: undefined,
  });
}

function subjectFacts(edition: Edition, language: string, subject: ListSubject) {
  const { id } = subject;
  const none = { author: undefined };
  switch (subject.kind) {
    case 'section':
    case 'series': {
      const row = (subject.kind === 'section' ? edition.sections : edition.series).get(id);
      return {
        ...none,
        title: paperText(edition, row?.data.name, language) ?? id,
        description: paperText(edition, row?.data.description, language),
        picture: pictureView(edition, row?.picture),
      };
    }
    case 'topic': {
      const row = edition.topics.get(id);
      const written = listOf(edition, language, subject).stories[0]?.facts.topics.find(
        (topic) => topic.slug === id,
      )?.name;
      return {
        ...none,
        title: paperText(edition, row?.data.name, language) ?? written ?? id,
        description: paperText(edition, row?.data.description, language),
        picture: pictureView(edition, row?.picture),
      };
    }
    case 'author': {
      const row = edition.authors.get(id);
      return {
        ...none,
        title: authorName(edition, id, language),
        description: paperText(edition, row?.data.bio, language),
        picture: pictureView(edition, row?.picture, 'portrait'),
        author: {
          role: paperText(edition, row?.data.role, language),
          email: row?.data.email,
          links: row?.data.links ?? [],
        },
      };
    }
  }
}

/** The same list in the other languages; a numbered page stands alone. */
function alternatesOf(edition: Edition, subject: ListSubject, number: number | undefined) {
  if (number !== undefined) return [];
  return edition.languages.flatMap(({ language }) => {
    const address = listAddress(subject, language, edition.rules);
    if (!edition.printed.has(address)) return [];
    const { stories } = listOf(edition, language, subject);
    return [{ language, address, noindex: isThin(subject, stories) }];
  });
}

/** The stories of a month. */
export function monthView(edition: Edition, language: string, month: string): MonthView {
  const own = inLanguage(edition, language);
  const { rules, publication } = edition;
  const stories = own.byMonth.get(month) ?? [];
  const months = [...own.byMonth.keys()];
  const before = months[months.indexOf(month) + 1];
  const at = (key: string) => ({
    month: momentView(edition, own.byMonth.get(key)?.at(0)?.facts.published ?? 0),
    address: monthAddress(key, language, rules),
  });
  const current = at(month);
  const title = capitalise(
    formatMonth(current.month.instant, publication.timeZone, language),
    language,
  );
  const alternates = edition.languages
    .filter((one) => one.byMonth.has(month))
    .map((one) => ({
      language: one.language,
      address: monthAddress(month, one.language, rules),
    }));
  return {
    frame: frame(edition, {
      language,
      address: current.address,
      title,
      description: undefined,
      alternates,
      card: sharedCard(edition, language),
      jsonLd: [
        collectionPage({
          name: title,
          description: undefined,
          url: pageUrl(edition, current.address),
          language,
        }),
      ],
    }),
    month: current.month,
    stories: stories.map((story) => teaser(edition, story)),
    previous: before === undefined ? undefined : at(before),
  };
}

/** The index of the months. `intro` is the text of the page named `archive`, if there is one. */
export function archiveView(
  edition: Edition,
  language: string,
  intro: string | undefined,
): ArchiveView {
  const { rules } = edition;
  const words = wordsFor(edition, language);
  const years = new Map<number, ArchiveView['years'][number]['months']>();
  for (const [key, stories] of inLanguage(edition, language).byMonth) {
    const year = Number(key.slice(0, 'yyyy'.length));
    const months = years.get(year) ?? [];
    years.set(year, months);
    months.push({
      month: momentView(edition, stories[0]?.facts.published ?? 0),
      address: monthAddress(key, language, rules),
    });
  }
  return {
    frame: frame(edition, {
      language,
      address: pageAddress('archive', language, rules),
      title: words.archive,
      description: undefined,
      alternates: edition.languages.map((one) => ({
        language: one.language,
        address: pageAddress('archive', one.language, rules),
      })),
      card: sharedCard(edition, language),
    }),
    intro,
    years: [...years].map(([year, months]) => ({ year, months })),
  };
}
