/** An entry of a shelf: it looks up what it is asked in the columns that all of its folder share. */
import type { ArticleKind } from '../../schema/article.ts';
import type { StoryEntry } from '../archive.ts';
import { textsAt } from './columns.ts';
import type { Columns, Extras } from './columns.ts';

/** What is true or not of a story, each a bit of its flags. */
const FLAGS = {
  draft: 1,
  noindex: 2,
  republished: 4,
  picture: 8,
  appeal: 16,
} as const satisfies Partial<Record<keyof StoryEntry, number>>;

type Flag = keyof typeof FLAGS;

/** The flags of an entry as one number. */
export function flagsOf(entry: Pick<StoryEntry, Flag>): number {
  let flags = 0;
  for (const [flag, bit] of Object.entries(FLAGS)) if (entry[flag as Flag]) flags |= bit;
  return flags;
}

const NONE: readonly never[] = Object.freeze([]);

/** The columns of a folder with what they share. */
export class OpenShelf {
  readonly columns: Columns;
  readonly language: string;
  readonly year: string;
  readonly month: string;
  /** Where the slug begins in a path. */
  readonly slugFrom: number;
  readonly #authors = new Map<number, readonly string[]>();

  constructor(columns: Columns, place: { language: string; year: string; month: string }) {
    this.columns = columns;
    this.language = place.language;
    this.year = place.year;
    this.month = place.month;
    this.slugFrom = place.language.length + place.year.length + place.month.length + 3;
  }

  word(number: number | undefined): string {
    return this.columns.words[number ?? -1] ?? '';
  }

  /** The authors of a story; the list of one alone is there once. */
  authorsAt(place: number): readonly string[] {
    const { authors, authorEnds } = this.columns;
    const from = authorEnds[place - 1] ?? 0;
    const end = authorEnds[place] ?? from;
    if (end === from) return NONE;
    const first = authors[from] ?? 0;
    if (end - from > 1) return textsAt(this.columns.words, authors, from, end);
    let known = this.#authors.get(first);
    if (known === undefined) this.#authors.set(first, (known = [this.word(first)]));
    return known;
  }

  /** The slugs of what a story has for topics, one for each. */
  slugsAt(place: number): readonly string[] {
    const { slugs, topicsWritten, topicEnds } = this.columns;
    const from = topicEnds[place - 1] ?? 0;
    const end = topicEnds[place] ?? from;
    return end === from ? NONE : textsAt(slugs, topicsWritten, from, end);
  }
}

/** The entry of the story at a place of a shelf. */
export class ShelvedEntry implements StoryEntry {
  readonly #shelf: OpenShelf;
  readonly #place: number;

  constructor(shelf: OpenShelf, place: number) {
    this.#shelf = shelf;
    this.#place = place;
  }

  #has(flag: Flag): boolean {
    return ((this.#shelf.columns.flags[this.#place] ?? 0) & FLAGS[flag]) !== 0;
  }

  get #extras(): Extras | null {
    return this.#shelf.columns.extras[this.#place] ?? null;
  }

  get path(): string {
    return this.#shelf.columns.paths[this.#place] ?? '';
  }

  get language(): string {
    return this.#shelf.language;
  }

  get year(): string {
    return this.#shelf.year;
  }

  get month(): string {
    return this.#shelf.month;
  }

  get slug(): string {
    return this.path.slice(this.#shelf.slugFrom);
  }

  get kind(): ArticleKind {
    return this.#shelf.word(this.#shelf.columns.kinds[this.#place]) as ArticleKind;
  }

  get section(): string {
    return this.#shelf.word(this.#shelf.columns.sections[this.#place]);
  }

  get topics(): readonly string[] {
    return this.#extras?.w ?? this.#shelf.slugsAt(this.#place);
  }

  get authors(): readonly string[] {
    return this.#shelf.authorsAt(this.#place);
  }

  get series(): string | undefined {
    return this.#extras?.s;
  }

  get published(): number {
    return this.#shelf.columns.published[this.#place] ?? 0;
  }

  get draft(): boolean {
    return this.#has('draft');
  }

  get noindex(): boolean {
    return this.#has('noindex');
  }

  get republished(): boolean {
    return this.#has('republished');
  }

  get translationOf(): string | undefined {
    return this.#extras?.t;
  }

  get related(): readonly string[] {
    return this.#extras?.r ?? NONE;
  }

  get redirectFrom(): readonly string[] {
    return this.#extras?.f ?? NONE;
  }

  get identity(): string {
    return this.#extras?.i ?? this.path;
  }

  get picture(): boolean {
    return this.#has('picture');
  }

  get appeal(): boolean {
    return this.#has('appeal');
  }

  get modifications(): readonly number[] {
    return this.#extras?.m ?? NONE;
  }

  get corrections(): number {
    return this.#extras?.c ?? 0;
  }

  get retracted(): number | undefined {
    return this.#extras?.x;
  }

  get ends(): number | undefined {
    return this.#extras?.e;
  }

  get links(): readonly string[] {
    return this.#extras?.l ?? NONE;
  }

  get contributors(): readonly string[] {
    return this.#extras?.u ?? NONE;
  }

  get nameCode(): number {
    return this.#shelf.columns.nameCodes[this.#place] ?? 0;
  }

  get digest(): number {
    return this.#shelf.columns.digests[this.#place] ?? 0;
  }

  get card(): number {
    return this.#shelf.columns.cards[this.#place] ?? 0;
  }

  /** All of it as plain data. */
  toJSON(): StoryEntry {
    const { prototype } = ShelvedEntry;
    const names = Object.getOwnPropertyNames(prototype) as (keyof StoryEntry)[];
    return Object.fromEntries(
      names
        .filter((name) => Object.getOwnPropertyDescriptor(prototype, name)?.get !== undefined)
        .map((name) => [name, this[name]]),
    ) as unknown as StoryEntry;
  }
}
