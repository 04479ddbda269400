/**
 * The plan of an archive: who writes, what about, and when each story came out. Every story is made
 * from the seed and its number alone, so any of them can be made without the others.
 */
import { toSlug } from '../../src/addresses.ts';
import { grammar } from './grammar.ts';
import type { Grammar } from './grammar.ts';
import { LANGUAGES, SECTIONS } from './paper.ts';
import type { Language, Texts } from './paper.ts';
import { longTail, randomFor } from './random.ts';
import type { Random } from './random.ts';
import { arabic } from './words-ar.ts';
import { english } from './words-en.ts';
import { russian } from './words-ru.ts';

/** What decides an archive. */
export interface ArchiveOptions {
  stories: number;
  seed: number;
  /** Share of stories that have a picture, 0 to 1. */
  pictures: number;
}

/** The last day that has stories; one more is of the next day, in the same month. */
const LAST_DAY = Date.UTC(2025, 5, 20);

const DAY = 86_400_000;

/** Stories a day, of all languages, on average: a month's folder stays below 1,000 files. */
const MOST_A_DAY = 34;

/** A small archive is spread over two years all the same. */
const FEWEST_DAYS = 730;

/** Topics that have the same name in every language, so that they need a file. */
const SHARED_TOPICS = 12;

/** How many topics a story has; each of these is as frequent as the next. */
const TOPICS_OF_A_STORY = [0, 1, 1, 2, 2, 2, 3, 4];

/** Share of stories that two have written. */
const TWO_AUTHORS = 0.22;

/** An author of an archive. */
export interface Author {
  id: string;
  name: Texts;
}

/** A topic that has a file. */
export interface SharedTopic {
  slug: string;
  name: Texts;
}

/** Where and when a story is, and what its headline says. */
export interface Identity {
  number: number;
  language: Language;
  path: string;
  headline: string;
  /** Local time of the paper: `2025-02-03T09:30`. */
  published: string;
  section: string;
}

/** A plan. Numbers of stories run from 0, the oldest, to `stories - 1`; beyond that is one more. */
export interface Plan extends ArchiveOptions {
  grammars: Record<Language, Grammar>;
  authors: readonly Author[];
  /** Topics by language, the most frequent first. */
  topics: Record<Language, readonly string[]>;
  sharedTopics: readonly SharedTopic[];
  identity: (number: number) => Identity;
  /** What a story is about and who wrote it, by the long tail. */
  names: (identity: Identity) => { topics: string[]; authors: string[] };
}

/** Makes the plan of an archive. */
export function planArchive(options: ArchiveOptions): Plan {
  const { stories, seed } = options;
  const grammars = {
    en: grammar(english),
    ru: grammar(russian),
    ar: grammar(arabic),
  };
  const people = authorsFor(stories);
  const topics = {
    en: topicNames(grammars.en, 'en', stories, seed),
    ru: topicNames(grammars.ru, 'ru', stories, seed),
    ar: topicNames(grammars.ar, 'ar', stories, seed),
  };
  const days = Math.max(FEWEST_DAYS, Math.ceil(stories / MOST_A_DAY));
  const homes = homesOf(people);
  const tails = {
    topics: tailsOf(topics),
    authors: tailsOf(homes),
  };
  return {
    ...options,
    grammars,
    authors: people,
    topics,
    sharedTopics: topics.en.slice(0, SHARED_TOPICS).flatMap((name, index) => {
      const [ru, ar] = [topics.ru[index], topics.ar[index]];
      return ru === undefined || ar === undefined
        ? []
        : [{ slug: toSlug(name), name: { en: name, ru, ar } }];
    }),
    identity: (number) => {
      const random = randomFor(seed, `identity ${number}`);
      const language = number < stories ? languageFor(random()) : 'en';
      const section = number < stories ? sectionFor(random()) : '';
      const headline = grammars[language].say('headline', random);
      const published =
        number < stories ? momentOf(number, stories, days) : oneMore(number - stories);
      const folder = published.slice(0, 7).replace('-', '/');
      const path = `${language}/${folder}/${slugOf(headline, number)}`;
      return { number, language, path, headline, published, section };
    },
    names: ({ language, number }) => {
      const random = randomFor(seed, `names ${number}`);
      const count = TOPICS_OF_A_STORY[Math.floor(random() * TOPICS_OF_A_STORY.length)] ?? 1;
      return {
        topics: distinct(count, () => topics[language][tails.topics[language](random)]),
        authors: distinct(random() < TWO_AUTHORS ? 2 : 1, () => {
          return homes[language][tails.authors[language](random)];
        }),
      };
    },
  };
}

/** Up to `count` different names. */
function distinct(count: number, next: () => string | undefined): string[] {
  const names = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const name = next();
    if (name !== undefined) names.add(name);
  }
  return [...names];
}

function languageFor(share: number): Language {
  let sum = 0;
  for (const one of LANGUAGES) {
    sum += one.share;
    if (share < sum) return one.language;
  }
  return 'en';
}

function sectionFor(share: number): string {
  let left = share * SECTIONS.reduce((sum, { weight }) => sum + weight, 0);
  for (const { id, weight } of SECTIONS) {
    left -= weight;
    if (left < 0) return id;
  }
  return SECTIONS[0]?.id ?? '';
}

/** The moment of a story: evenly over the days, by day between six and ten at night. */
function momentOf(number: number, stories: number, days: number): string {
  const since = ((number + 0.5) / stories) * days;
  const day = Math.floor(since);
  const minutes = 6 * 60 + Math.floor((since - day) * 16 * 60);
  return localTime(LAST_DAY - (days - 1 - day) * DAY + minutes * 60_000);
}

/** The moment of a story beyond the archive: the morning after it. */
function oneMore(index: number): string {
  return localTime(LAST_DAY + DAY + (8 * 60 + index) * 60_000);
}

/** The text of a local time that is held as if it were UTC. */
export function localTime(moment: number): string {
  return new Date(moment).toISOString().slice(0, 16);
}

/** Bytes that the words of a slug may have; the number of the story comes after them. */
const SLUG_BYTES = 80;

function slugOf(headline: string, number: number): string {
  let words = '';
  for (const word of toSlug(headline).split('-').slice(0, 6)) {
    const longer = words === '' ? word : `${words}-${word}`;
    if (Buffer.byteLength(longer) > SLUG_BYTES) break;
    words = longer;
  }
  return `${words}-${number}`;
}

/** Topic names of a language, unique by slug. */
function topicNames(words: Grammar, language: Language, stories: number, seed: number): string[] {
  const share = LANGUAGES.find((one) => one.language === language)?.share ?? 0;
  const sought = Math.max(6, Math.round(4 * Math.sqrt(stories * share)));
  const random = randomFor(seed, `topics ${language}`);
  const names = new Map<string, string>();
  // The grammar ends somewhere: an archive of millions has as many topics as it knows.
  for (let tries = 0; names.size < sought && tries < sought * 50; tries += 1) {
    const name = words.say('topic', random);
    const written = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const slug = toSlug(written);
    if (!names.has(slug)) names.set(slug, written);
  }
  return [...names.values()];
}

const FIRST_NAMES: readonly Texts[] = [
  ['Anna', 'Анна', 'آنا'],
  ['Marek', 'Марек', 'مارك'],
  ['Ilze', 'Илзе', 'إلزه'],
  ['Henrik', 'Хенрик', 'هنريك'],
  ['Nadia', 'Надя', 'نادية'],
  ['Samir', 'Самир', 'سمير'],
  ['Tove', 'Туве', 'توفه'],
  ['Pavel', 'Павел', 'بافل'],
  ['Olga', 'Ольга', 'أولغا'],
  ['Yusuf', 'Юсуф', 'يوسف'],
  ['Elin', 'Элин', 'إلين'],
  ['Dag', 'Даг', 'داغ'],
  ['Farid', 'Фарид', 'فريد'],
  ['Leyla', 'Лейла', 'ليلى'],
  ['Oskar', 'Оскар', 'أوسكار'],
  ['Ines', 'Инес', 'إينس'],
].map(named);

const LAST_NAMES: readonly Texts[] = [
  ['Kessler', 'Кесслер', 'كيسلر'],
  ['Tuomi', 'Туоми', 'تومي'],
  ['Brandt', 'Брандт', 'برانت'],
  ['Solberg', 'Сольберг', 'سولبرغ'],
  ['Haddad', 'Хаддад', 'حداد'],
  ['Aziz', 'Азиз', 'عزيز'],
  ['Lind', 'Линд', 'ليند'],
  ['Dronov', 'Дронов', 'درونوف'],
  ['Ozol', 'Озол', 'أوزول'],
  ['Karam', 'Карам', 'كرم'],
  ['Marsk', 'Марск', 'مارسك'],
  ['Nilm', 'Нильм', 'نيلم'],
  ['Kiel', 'Киль', 'كيل'],
  ['Falk', 'Фальк', 'فالك'],
  ['Moreno', 'Морено', 'مورينو'],
  ['Voss', 'Фосс', 'فوس'],
  ['Sabet', 'Сабет', 'ثابت'],
  ['Winther', 'Винтер', 'فينتر'],
  ['Rahimi', 'Рахими', 'رحيمي'],
  ['Sorel', 'Сорель', 'سوريل'],
  ['Hakim', 'Хаким', 'حكيم'],
  ['Aldou', 'Альду', 'ألدو'],
  ['Ilves', 'Ильвес', 'إلفس'],
].map(named);

function named([en = '', ru = '', ar = '']: string[]): Texts {
  return { en, ru, ar };
}

/** Authors: the number grows with the root of the archive. */
function authorsFor(stories: number): Author[] {
  const most = FIRST_NAMES.length * LAST_NAMES.length;
  const count = Math.min(most, Math.max(10, Math.round(1.1 * Math.sqrt(stories))));
  return Array.from({ length: count }, (_, index): Author => {
    const first = FIRST_NAMES[index % FIRST_NAMES.length];
    // 16 and 23 have no common factor: every pair comes once.
    const last = LAST_NAMES[index % LAST_NAMES.length];
    if (first === undefined || last === undefined) throw new RangeError('A name is missing.');
    return {
      id: toSlug(`${first.en} ${last.en}`),
      name: {
        en: `${first.en} ${last.en}`,
        ru: `${first.ru} ${last.ru}`,
        ar: `${first.ar} ${last.ar}`,
      },
    };
  });
}

/** Who writes in which language: seven of ten in the first, two in the second, one in the third. */
function homesOf(authors: readonly Author[]): Record<Language, string[]> {
  const ids = (...places: number[]) =>
    authors.flatMap(({ id }, index) => (places.includes(index % 10) ? [id] : []));
  return { en: ids(0, 1, 2, 4, 5, 7, 8), ru: ids(3, 6), ar: ids(9) };
}

function tailsOf(
  lists: Record<Language, readonly unknown[]>,
): Record<Language, (random: Random) => number> {
  return {
    en: longTail(lists.en.length),
    ru: longTail(lists.ru.length),
    ar: longTail(lists.ar.length),
  };
}

/** Any of the stories that came out well before this one. */
export function olderThan(plan: Plan, { number }: Identity, random: Random): Identity | undefined {
  const newest = Math.min(number, plan.stories) - 60;
  if (newest < 0) return undefined;
  // Newsrooms link to what is recent: half of the links go back a few hundred stories at most.
  const oldest = random() < 0.5 ? Math.max(0, newest - 400) : 0;
  return plan.identity(oldest + Math.floor(random() * (newest - oldest + 1)));
}

/** A section, author and topic in which one more story starts no new page of a list. */
export interface QuietPlace {
  section: string;
  author: string;
  topic: string;
}

/** Stories on a page of a list; see `STORIES_PER_PAGE` of the edition. */
const PER_PAGE = 30;

/** So many stories more leave the lists of a quiet place without a new page. */
export const MOST_MORE = 9;

/**
 * Finds where a story can be added without a list growing by a page, which one in thirty does: what
 * a publication costs must be comparable between archives of different sizes.
 */
export function quietPlace(plan: Plan): QuietPlace {
  const counts = countsOf(plan);
  const quiet = (kind: keyof QuietPlace) => {
    const found = [...counts[kind]].find(([, count]) => {
      const over = count % PER_PAGE;
      return count > 1 && over > 0 && over + MOST_MORE <= PER_PAGE;
    });
    // A paper of ten stories has no second page anywhere.
    const any = found ?? [...counts[kind]][0];
    if (any === undefined) throw new RangeError(`The archive has no ${kind} in English.`);
    return any[0];
  };
  return { section: quiet('section'), author: quiet('author'), topic: quiet('topic') };
}

/** The lists of the first language and how many stories each has, the most frequent first. */
function countsOf(plan: Plan): Record<keyof QuietPlace, [string, number][]> {
  const counts = {
    section: new Map<string, number>(),
    author: new Map<string, number>(),
    topic: new Map<string, number>(),
  };
  const count = (kind: keyof QuietPlace, name: string) =>
    counts[kind].set(name, (counts[kind].get(name) ?? 0) + 1);
  for (let number = 0; number < plan.stories; number += 1) {
    const identity = plan.identity(number);
    if (identity.language !== 'en') continue;
    const { topics, authors } = plan.names(identity);
    count('section', identity.section);
    for (const topic of topics) count('topic', topic);
    for (const author of authors) count('author', author);
  }
  const inOrder = (kind: keyof QuietPlace) => [...counts[kind]].sort(([, a], [, b]) => b - a);
  return { section: inOrder('section'), author: inOrder('author'), topic: inOrder('topic') };
}
