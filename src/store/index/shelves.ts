/**
 * The entries of the stories of one folder, written so that a hundred thousand are read quickly:
 * words that many stories share stand once, and what a story does not have takes no room.
 */
import { toSlug } from '../../addresses.ts';
import type { ArticleKind } from '../../schema/article.ts';
import type { StoryEntry } from '../archive.ts';
import { usualFile } from '../stories.ts';

/** A story's entry with what the checks need beside it. */
export interface ShelvedStory {
  file: string;
  entry: StoryEntry;
  /** Its topics as they are written. */
  topics: readonly string[];
}

/** What few stories have. */
interface Extras {
  /** Series. */
  s?: string;
  /** Original of a translation. */
  t?: string;
  /** Related stories. */
  r?: readonly string[];
  /** Older addresses. */
  f?: readonly string[];
  /** Identity, where it is not the path. */
  i?: string;
  /** Modifications. */
  m?: readonly number[];
  /** Corrections. */
  c?: number;
  /** End of live coverage. */
  e?: number;
  /** Links. */
  l?: readonly string[];
  /** Contributors. */
  u?: readonly string[];
  /** File, where it is not the usual one. */
  n?: string;
}

/** A story; numbers of words and topics are places in the lists of the shelf. */
type Line = [
  path: string,
  kind: number,
  section: number,
  authors: number[],
  topics: number[],
  published: number,
  flags: number,
  digest: string,
  card: string,
  extras?: Extras,
];

interface Shelf {
  words: string[];
  /** Topics as they are written, with their slugs. */
  topics: [written: string, slug: string][];
  stories: Line[];
}

const FLAGS = ['draft', 'noindex', 'republished', 'picture', 'appeal', 'foreign'] as const;

/** Gives each word a number, in the order in which they come. */
class Numbers {
  readonly #numbers = new Map<string, number>();

  of(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size));
    return number;
  }

  all(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** Writes the stories of one folder. */
export function encodeShelf(stories: readonly ShelvedStory[]): string {
  const words = new Numbers();
  const topics = new Numbers();
  const lines = stories.map(({ file, entry, topics: written }): Line => {
    const extras: Extras = {
      ...(entry.series === undefined ? {} : { s: entry.series }),
      ...(entry.translationOf === undefined ? {} : { t: entry.translationOf }),
      ...(entry.related.length === 0 ? {} : { r: entry.related }),
      ...(entry.redirectFrom.length === 0 ? {} : { f: entry.redirectFrom }),
      ...(entry.identity === entry.path ? {} : { i: entry.identity }),
      ...(entry.modifications.length === 0 ? {} : { m: entry.modifications }),
      ...(entry.corrections === 0 ? {} : { c: entry.corrections }),
      ...(entry.ends === undefined ? {} : { e: entry.ends }),
      ...(entry.links.length === 0 ? {} : { l: entry.links }),
      ...(entry.contributors.length === 0 ? {} : { u: entry.contributors }),
      ...(file === usualFile(entry.path) ? {} : { n: file }),
    };
    return [
      entry.path,
      words.of(entry.kind),
      words.of(entry.section),
      entry.authors.map((author) => words.of(author)),
      written.map((topic) => topics.of(topic)),
      entry.published,
      FLAGS.reduce((flags, flag, bit) => flags | (Number(entry[flag]) << bit), 0),
      entry.digest,
      entry.card,
      ...(Object.keys(extras).length === 0 ? ([] as const) : ([extras] as const)),
    ];
  });
  const shelf: Shelf = {
    words: words.all(),
    topics: topics.all().map((written) => [written, toSlug(written)]),
    stories: lines,
  };
  return JSON.stringify(shelf);
}

const NONE: readonly never[] = Object.freeze([]);

/** Stories that grow in number. */
export interface GrowingStories {
  entries: StoryEntry[];
  /** Files that are called otherwise than usual, by place in the list. */
  files: Map<number, string>;
  /** All topics as they are written, by language. */
  spellings: Map<string, Set<string>>;
}

/** Reads the stories of `folder`, which is `articles/<language>/<yyyy>/<mm>`, and adds them. */
export function decodeShelf(text: string, folder: string, to: GrowingStories): void {
  const shelf = JSON.parse(text) as Shelf;
  const [, language = '', year = '', month = ''] = folder.split('/');
  addSpellings(shelf, language, to.spellings);
  const slugs = shelf.topics.map(([, slug]) => slug);
  const word = (number: number) => shelf.words[number] ?? '';
  const slugOf = (number: number) => slugs[number] ?? '';
  const lists = new Map<number, readonly string[]>();
  /** The words of these numbers; a list of one word is there once. */
  const list = (numbers: readonly number[]): readonly string[] => {
    const [only = 0] = numbers;
    if (numbers.length !== 1) return numbers.length === 0 ? NONE : numbers.map(word);
    let known = lists.get(only);
    if (known === undefined) lists.set(only, (known = [word(only)]));
    return known;
  };
  for (const line of shelf.stories) {
    const [path, kind, section, authors, topics, published, flags, digest, card, extras] = line;
    if (extras?.n !== undefined) to.files.set(to.entries.length, extras.n);
    to.entries.push({
      path,
      language,
      year,
      month,
      slug: path.slice(language.length + year.length + month.length + 3),
      kind: word(kind) as ArticleKind,
      section: word(section),
      topics: topics.length === 0 ? NONE : eachOnce(topics.map(slugOf)),
      authors: list(authors),
      series: extras?.s,
      published,
      draft: (flags & 1) !== 0,
      noindex: (flags & 2) !== 0,
      republished: (flags & 4) !== 0,
      translationOf: extras?.t,
      related: extras?.r ?? NONE,
      redirectFrom: extras?.f ?? NONE,
      identity: extras?.i ?? path,
      picture: (flags & 8) !== 0,
      appeal: (flags & 16) !== 0,
      modifications: extras?.m ?? NONE,
      corrections: extras?.c ?? 0,
      ends: extras?.e,
      links: extras?.l ?? NONE,
      contributors: extras?.u ?? NONE,
      foreign: (flags & 32) !== 0,
      digest,
      card,
    });
  }
}

function addSpellings(shelf: Shelf, language: string, to: Map<string, Set<string>>): void {
  let known = to.get(language);
  if (known === undefined) to.set(language, (known = new Set()));
  for (const [written] of shelf.topics) known.add(written);
}

/** The topics of the stories of a shelf as they are written. */
export function topicsOfShelf(text: string): string[][] {
  const { stories, topics } = JSON.parse(text) as Shelf;
  return stories.map((line) => line[4].map((number) => topics[number]?.[0] ?? ''));
}

/** Slugs without those that are empty or were there before. */
function eachOnce(slugs: readonly string[]): readonly string[] {
  for (let index = 0; index < slugs.length; index += 1) {
    if (slugs[index] === '' || slugs.indexOf(slugs[index] ?? '') !== index) {
      return slugs.filter((slug, at) => slug !== '' && slugs.indexOf(slug) === at);
    }
  }
  return slugs;
}
