/** The content for routes: rows from the collections, texts and picture bytes on demand. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getCollection } from 'astro:content';
import { pressOptions } from '../options.ts';
import type { ParsedBody } from './body/body.ts';
import { parseBody } from './body/parse.ts';
import { PAGE_IDS } from './page-ids.ts';
import type { CollectionName } from './loader.ts';
import type { Content, NamedRow } from './rows.ts';
import { splitFrontMatter } from './yaml.ts';

/** All rows. Throws when the content could not be read: Astro itself only logs that. */
export async function loadContent(): Promise<Content> {
  const [paper] = await getCollection('publication');
  if (paper === undefined) {
    throw new Error('There is no publication.yaml to print from; see the messages above.');
  }
  const rows = async <Name extends CollectionName>(name: Name) =>
    paper.data.filled.includes(name) ? getCollection(name) : [];
  const named = <Data>(entries: { data: { id: string; data: Data; picture?: unknown } }[]) =>
    entries.map(({ data }) => data as NamedRow<Data>);
  return {
    publication: {
      ...paper.data,
      logo: paper.data.logo,
      icon: paper.data.icon,
      nameplate: paper.data.nameplate,
    },
    articles: (await rows('articles')).map(({ data }) => data),
    authors: named(await rows('authors')),
    sections: named(await rows('sections')),
    series: named(await rows('series')),
    topics: named(await rows('topics')),
    fronts: (await rows('fronts')).map(({ data }) => data),
    pages: (await rows('pages')).map(({ data }) => data),
    appeals: (await rows('appeals')).map(({ data }) => data),
    pictures: (await rows('pictures')).map(({ data }) => data),
  };
}

/** The text of a story, page or message, parsed. */
export async function loadBody(facts: { file: string; language: string }): Promise<ParsedBody> {
  const text = await readFile(path.join(pressOptions().content, facts.file), 'utf8');
  const parts = splitFrontMatter(text);
  if (parts === undefined) throw new Error(`${facts.file} changed while it was printed.`);
  return parseBody(parts.body, {
    reservedIds: PAGE_IDS,
    file: facts.file,
    firstLine: parts.bodyLine,
    language: facts.language,
  }).body;
}

/** The bytes of a file of the content folder. */
export function loadFile(file: string): Promise<Buffer> {
  return readFile(path.join(pressOptions().content, file));
}
