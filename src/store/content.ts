/** The content for routes: rows from the collections, texts and picture bytes on demand. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getCollection } from 'astro:content';
import { pressOptions } from '../options.ts';
import type { ParsedBody } from './body/body.ts';
import { parseBody } from './body/parse.ts';
import type { Content, NamedRow } from './rows.ts';
import { splitFrontMatter } from './yaml.ts';

/** All rows. Throws when the content could not be read: Astro itself only logs that. */
export async function loadContent(): Promise<Content> {
  const [paper] = await getCollection('publication');
  if (paper === undefined) {
    throw new Error('There is no publication.yaml to print from; see the messages above.');
  }
  const named = <Data>(entries: { data: { id: string; data: Data; picture?: unknown } }[]) =>
    entries.map(({ data }) => data as NamedRow<Data>);
  return {
    publication: {
      ...paper.data,
      logo: paper.data.logo,
      icon: paper.data.icon,
      nameplate: paper.data.nameplate,
    },
    articles: (await getCollection('articles')).map(({ data }) => data),
    authors: named(await getCollection('authors')),
    sections: named(await getCollection('sections')),
    series: named(await getCollection('series')),
    topics: named(await getCollection('topics')),
    fronts: (await getCollection('fronts')).map(({ data }) => data),
    pages: (await getCollection('pages')).map(({ data }) => data),
    appeals: (await getCollection('appeals')).map(({ data }) => data),
    pictures: (await getCollection('pictures')).map(({ data }) => data),
  };
}

/** The text of a story, page or message, parsed. */
export async function loadBody(
  facts: { file: string; language: string },
): Promise<ParsedBody> {
  const text = await readFile(path.join(pressOptions().content, facts.file), 'utf8');
  const parts = splitFrontMatter(text);
  if (parts === undefined) throw new Error(`${facts.file} changed while it was printed.`);
  return parseBody(parts.body, {
    file: facts.file,
    firstLine: parts.bodyLine,
    language: facts.language,
  }).body;
}

/** The bytes of a file of the content folder. */
export function loadFile(file: string): Promise<Buffer> {
  return readFile(path.join(pressOptions().content, file));
}
