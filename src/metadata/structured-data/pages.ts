/** Pages that are no stories: lists, profiles, the newsroom's own. */
import { compact, CONTEXT, listed } from './compact.ts';
import { imageObject } from './image.ts';
import type { ImageFacts } from './image.ts';
import { organizationRef, webSiteRef } from './site.ts';
import type { OrganizationFacts } from './site.ts';

/** What structured data say of any page. */
export interface WebPageFacts {
  name: string;
  description: string | undefined;
  /** Absolute. */
  url: string;
  language: string;
  /** Absolute address of the front page of its site. */
  site: string;
}

/** WebPage: a page of the newsroom's own. */
export function webPage(facts: WebPageFacts): object {
  return { ...CONTEXT, ...page('WebPage', facts) };
}

/** CollectionPage; `stories` are the absolute addresses of those that it shows, in their order. */
export function collectionPage(facts: WebPageFacts & { stories?: readonly string[] }): object {
  const { stories = [] } = facts;
  return compact({
    ...CONTEXT,
    ...page('CollectionPage', facts),
    mainEntity: stories.length === 0 ? undefined : itemList(stories),
  });
}

function itemList(urls: readonly string[]): object {
  return {
    '@type': 'ItemList',
    numberOfItems: urls.length,
    itemListElement: urls.map((url, index) => ({ '@type': 'ListItem', position: index + 1, url })),
  };
}

/** Someone who writes for the paper. */
export interface PersonFacts {
  name: string;
  description: string | undefined;
  jobTitle: string | undefined;
  email: string | undefined;
  image: ImageFacts | undefined;
  sameAs: readonly string[];
  worksFor: Pick<OrganizationFacts, 'url'>;
}

/**
 * ProfilePage of an author.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/profile-page
 */
export function profilePage(facts: WebPageFacts & { person: PersonFacts }): object {
  const { person, url } = facts;
  return {
    ...CONTEXT,
    ...page('ProfilePage', facts),
    mainEntity: compact({
      '@type': 'Person',
      name: person.name,
      url,
      description: person.description,
      jobTitle: person.jobTitle,
      email: person.email,
      image: person.image === undefined ? undefined : imageObject(person.image),
      sameAs: listed(person.sameAs),
      worksFor: organizationRef(person.worksFor),
    }),
  };
}

function page(type: string, { name, description, url, language, site }: WebPageFacts) {
  return compact({
    '@type': type,
    name,
    description,
    url,
    inLanguage: language,
    isPartOf: webSiteRef(site),
  });
}
