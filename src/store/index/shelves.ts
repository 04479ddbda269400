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
  slug: string,
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
      entry.slug,
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

/** Reads the stories of `folder`, which is `articles/<language>/<yyyy>/<mm>`. */
export function decodeShelf(text: string, folder: string): ShelvedStory[] {
  const shelf = JSON.parse(text) as Shelf;
  const [, language = '', year = '', month = ''] = folder.split('/');
  const word = (number: number) => shelf.words[number] ?? '';
  return shelf.stories.map((line): ShelvedStory => {
    const [slug, kind, section, authors, topics, published, flags, digest, card, extras] = line;
    const path = `${language}/${year}/${month}/${slug}`;
    const written = topics.map((number) => shelf.topics[number]?.[0] ?? '');
    const slugs = topics.map((number) => shelf.topics[number]?.[1] ?? '');
    return {
      file: extras?.n ?? usualFile(path),
      topics: written,
      entry: {
        path,
        language,
        year,
        month,
        slug,
        kind: word(kind) as ArticleKind,
        section: word(section),
        topics: slugs.filter((topic, index) => topic !== '' && slugs.indexOf(topic) === index),
        authors: authors.map(word),
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
      },
    };
  });
}
