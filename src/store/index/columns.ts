/** The stories of a folder by columns, and how they are stored: texts as JSON, numbers as bytes. */

/** What few stories have. */
export interface Extras {
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
  /** First retraction. */
  x?: number;
  /** End of live coverage. */
  e?: number;
  /** Links. */
  l?: readonly string[];
  /** Contributors. */
  u?: readonly string[];
  /** Topics as slugs, where they are not simply those of what is written. */
  w?: readonly string[];
  /** File, where it is not the usual one. */
  n?: string;
}

/** The columns of texts. */
export interface Texts {
  /** Kinds, sections and authors; other columns have their places here. */
  words: readonly string[];
  /** Topics as they are written; each has its slug in `slugs`. */
  topics: readonly string[];
  slugs: readonly string[];
  paths: readonly string[];
  extras: readonly (Extras | null)[];
}

/** The columns of numbers. */
interface NumberColumns<Reals, Counts> {
  published: Reals;
  digests: Reals;
  cards: Reals;
  nameCodes: Reals;
  kinds: Counts;
  sections: Counts;
  flags: Counts;
  /** Where the authors of each story end among those of all, which follow each other. */
  authorEnds: Counts;
  /** The same of its topics. */
  topicEnds: Counts;
  authors: Counts;
  topicsWritten: Counts;
}

/** The stories of a folder, each at its place in every column. */
export type Columns = Texts & NumberColumns<Float64Array, Uint32Array>;

/** The same before they are stored. */
export type LooseColumns = Texts & NumberColumns<readonly number[], readonly number[]>;

/** Columns as they are stored. */
export interface StoredColumns {
  texts: string;
  numbers: Uint8Array;
}

/** Columns in their stored form. */
export function storeColumns(columns: LooseColumns): StoredColumns {
  const { words, topics, slugs, paths, extras } = columns;
  const { published, digests, cards, nameCodes } = columns;
  const { kinds, sections, flags, authorEnds, topicEnds, authors, topicsWritten } = columns;
  const texts: Texts = { words, topics, slugs, paths, extras };
  const numbers = Float64Array.from([published, digests, cards, nameCodes].flat());
  const counts = Uint32Array.from(
    [kinds, sections, flags, authorEnds, topicEnds, authors, topicsWritten].flat(),
  );
  const bytes = new Uint8Array(numbers.byteLength + counts.byteLength);
  bytes.set(new Uint8Array(numbers.buffer));
  bytes.set(new Uint8Array(counts.buffer), numbers.byteLength);
  return { texts: JSON.stringify(texts), numbers: bytes };
}

/** Columns from their stored form, whose numbers follow each other as `storeColumns` puts them. */
export function readColumns({ texts, numbers }: StoredColumns): Columns {
  const text = JSON.parse(texts) as Texts;
  const { length } = text.paths;
  // A copy: a blob need not lie where numbers of eight bytes may.
  const { buffer } = Uint8Array.from(numbers);
  let at = 0;
  const realsOf = () => {
    const column = new Float64Array(buffer, at, length);
    at += column.byteLength;
    return column;
  };
  const countsOf = (count = length) => {
    const column = new Uint32Array(buffer, at, count);
    at += column.byteLength;
    return column;
  };
  const [published, digests] = [realsOf(), realsOf()];
  const [cards, nameCodes] = [realsOf(), realsOf()];
  const [kinds, sections, flags] = [countsOf(), countsOf(), countsOf()];
  const [authorEnds, topicEnds] = [countsOf(), countsOf()];
  const authors = countsOf(authorEnds.at(-1) ?? 0);
  const topicsWritten = countsOf(topicEnds.at(-1) ?? 0);
  const all = { published, digests, cards, nameCodes, kinds, sections, flags };
  return { ...text, ...all, authorEnds, topicEnds, authors, topicsWritten };
}

/** The texts for which a part of a list of places stands. */
export function textsAt(
  texts: readonly string[],
  places: Uint32Array,
  from: number,
  end: number,
): string[] {
  const found: string[] = [];
  for (let at = from; at < end; at += 1) found.push(texts[places[at] ?? -1] ?? '');
  return found;
}
