/** The content for the pages of the development server: the rows of Astro's collections. */
import { getCollection } from 'astro:content';
import type { CollectionName } from './loader.ts';
import type { Content, NamedRow } from './rows.ts';

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
  };
}
