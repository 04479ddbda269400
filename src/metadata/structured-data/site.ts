/** What every page says of the paper: who publishes it, the site, and the way from the front page. */
import { compact, CONTEXT, listed } from './compact.ts';

/** The publisher, as every page names it. */
export interface OrganizationFacts {
  name: string;
  /** Absolute address of the home page. */
  url: string;
  logo: { url: string; width: number; height: number } | undefined;
  legalName: string | undefined;
  foundingDate: string | undefined;
  address: string | undefined;
  email: string | undefined;
  sameAs: string[];
  /** schema.org property to absolute address, only of pages that are in the edition. */
  policies: Record<string, string>;
}

/**
 * NewsMediaOrganization.
 *
 * @see https://schema.org/NewsMediaOrganization
 * @see https://developers.google.com/search/docs/appearance/structured-data/organization
 */
export function organization(facts: OrganizationFacts): object {
  return compact({
    '@type': 'NewsMediaOrganization',
    ...organizationRef(facts),
    name: facts.name,
    legalName: facts.legalName,
    url: facts.url,
    logo:
      facts.logo === undefined
        ? undefined
        : { '@type': 'ImageObject', ...facts.logo, contentUrl: facts.logo.url },
    foundingDate: facts.foundingDate,
    address: facts.address,
    email: facts.email,
    sameAs: listed(facts.sameAs),
    ...facts.policies,
  });
}

/** The publisher by its name among the data, where the same page describes it in another place. */
export function organizationRef({ url }: Pick<OrganizationFacts, 'url'>): { '@id': string } {
  return { '@id': `${url}#publisher` };
}

/** The paper in a language, as a site. */
export interface WebSiteFacts {
  name: string;
  alternateName: string | undefined;
  /** Absolute address of its front page. */
  url: string;
  language: string;
  description: string | undefined;
  publisher: OrganizationFacts;
  /** Whether another part of the page's data describes the publisher. */
  publisherElsewhere: boolean;
}

/**
 * WebSite.
 *
 * @see https://developers.google.com/search/docs/appearance/site-names
 */
export function webSite(facts: WebSiteFacts): object {
  const { publisher } = facts;
  return {
    ...CONTEXT,
    ...compact({
      '@type': 'WebSite',
      ...webSiteRef(facts.url),
      name: facts.name,
      alternateName: facts.alternateName,
      url: facts.url,
      description: facts.description,
      inLanguage: facts.language,
      publisher: facts.publisherElsewhere ? organizationRef(publisher) : organization(publisher),
    }),
  };
}

/** The site by its name among the data. */
export function webSiteRef(frontUrl: string): { '@id': string } {
  return { '@id': `${frontUrl}#website` };
}

/**
 * BreadcrumbList: from the front page down; the last one is the page itself.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbs(crumbs: { name: string; url: string }[]): object {
  return {
    ...CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  };
}
