/** JSON-LD as data: schema.org, with the demands of Google's article documentation. */
import type { ArticleKind, CorrectionKind } from '../schema/article.ts';

/** The type of a story. `news` is NewsArticle: ReportageNewsArticle would promise too much. */
const TYPES: Record<ArticleKind, string> = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  editorial: 'OpinionNewsArticle',
  explainer: 'BackgroundNewsArticle',
  feature: 'NewsArticle',
  interview: 'NewsArticle',
  investigation: 'ReportageNewsArticle',
  review: 'ReviewNewsArticle',
  obituary: 'NewsArticle',
  letter: 'OpinionNewsArticle',
  brief: 'NewsArticle',
  factcheck: 'AnalysisNewsArticle',
  live: 'LiveBlogPosting',
  sponsored: 'AdvertiserContentArticle',
};

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

/** NewsMediaOrganization. */
export function organization(facts: OrganizationFacts): object {
  return compact({
    '@type': 'NewsMediaOrganization',
    '@id': `${facts.url}#publisher`,
    name: facts.name,
    legalName: facts.legalName,
    url: facts.url,
    logo: facts.logo === undefined ? undefined : { '@type': 'ImageObject', ...facts.logo },
    foundingDate: facts.foundingDate,
    address: facts.address,
    email: facts.email,
    sameAs: facts.sameAs.length === 0 ? undefined : facts.sameAs,
    ...facts.policies,
  });
}

/** What structured data say of a story. */
export interface ArticleFacts {
  kind: ArticleKind;
  headline: string;
  description: string | undefined;
  url: string;
  images: {
    url: string;
    width: number;
    height: number;
    caption: string | undefined;
    credit: string | undefined;
    licence: string | undefined;
  }[];
  published: string;
  modified: string;
  authors: { name: string; url: string | undefined }[];
  /** The plain byline of agencies and unsigned pieces. */
  unsigned: string | undefined;
  section: string;
  topics: string[];
  language: string;
  words: number;
  dateline: string | undefined;
  publisher: OrganizationFacts;
  corrections: { kind: CorrectionKind; date: string; text: string }[];
  source: { name: string; url: string } | undefined;
  sponsor: { name: string; url: string | undefined } | undefined;
  review: { of: string; type: string; rating: number | undefined } | undefined;
  live:
    | {
        start: string;
        end: string | undefined;
        updates: {
          url: string;
          headline: string;
          time: string;
          text: string;
          author: string | undefined;
        }[];
      }
    | undefined;
}

/** NewsArticle or its subtype. */
export function article(facts: ArticleFacts): object {
  const publisher = organization(facts.publisher);
  return {
    '@context': 'https://schema.org',
    ...compact({
      '@type': TYPES[facts.kind],
      headline: facts.headline,
      description: facts.description,
      url: facts.url,
      mainEntityOfPage: { '@type': 'WebPage', '@id': facts.url },
      image: facts.images.length === 0 ? undefined : facts.images.map(imageObject),
      datePublished: facts.published,
      dateModified: facts.modified,
      author: authorsOf(facts),
      publisher,
      articleSection: facts.section,
      keywords: facts.topics.length === 0 ? undefined : facts.topics,
      inLanguage: facts.language,
      wordCount: facts.words === 0 ? undefined : facts.words,
      dateline: facts.dateline,
      isAccessibleForFree: true,
      correction:
        facts.corrections.length === 0
          ? undefined
          : facts.corrections.map((correction) => ({
              '@type': 'CorrectionComment',
              text: correction.text,
              datePublished: correction.date,
            })),
      isBasedOn: facts.source?.url,
      sponsor:
        facts.sponsor === undefined
          ? undefined
          : compact({
              '@type': 'Organization',
              name: facts.sponsor.name,
              url: facts.sponsor.url,
            }),
      itemReviewed:
        facts.review === undefined
          ? undefined
          : { '@type': facts.review.type, name: facts.review.of },
      reviewRating:
        facts.review?.rating === undefined
          ? undefined
          : { '@type': 'Rating', ratingValue: facts.review.rating, bestRating: 5, worstRating: 0 },
      coverageStartTime: facts.live?.start,
      coverageEndTime: facts.live?.end,
      liveBlogUpdate: facts.live?.updates.map((update) =>
        compact({
          '@type': 'BlogPosting',
          headline: update.headline,
          url: update.url,
          datePublished: update.time,
          articleBody: update.text,
          author:
            update.author === undefined
              ? { '@id': `${facts.publisher.url}#publisher` }
              : { '@type': 'Person', name: update.author },
        }),
      ),
    }),
  };
}

function authorsOf(facts: ArticleFacts): object[] {
  if (facts.unsigned !== undefined || facts.authors.length === 0) {
    return [
      compact({
        '@type': 'Organization',
        name: facts.unsigned ?? facts.publisher.name,
        url: facts.source?.url ?? facts.sponsor?.url,
      }),
    ];
  }
  return facts.authors.map(({ name, url }) => compact({ '@type': 'Person', name, url }));
}

function imageObject(image: ArticleFacts['images'][number]): object {
  return compact({
    '@type': 'ImageObject',
    url: image.url,
    width: image.width,
    height: image.height,
    caption: image.caption,
    creditText: image.credit,
    license:
      image.licence !== undefined && /^https?:/.test(image.licence) ? image.licence : undefined,
  });
}

/** BreadcrumbList: from the front page down; the last one is the page itself. */
export function breadcrumbs(crumbs: { name: string; url: string }[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  };
}

/** WebSite with its publisher, for front pages. */
export function webSite(facts: {
  name: string;
  url: string;
  language: string;
  description: string;
  publisher: OrganizationFacts;
}): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: facts.name,
    url: facts.url,
    description: facts.description,
    inLanguage: facts.language,
    publisher: organization(facts.publisher),
  };
}

/** CollectionPage, for sections, topics, series and archives. */
export function collectionPage(facts: {
  name: string;
  description: string | undefined;
  url: string;
  language: string;
}): object {
  return {
    '@context': 'https://schema.org',
    ...compact({
      '@type': 'CollectionPage',
      name: facts.name,
      description: facts.description,
      url: facts.url,
      inLanguage: facts.language,
    }),
  };
}

/** ProfilePage of an author. */
export function profilePage(facts: {
  name: string;
  url: string;
  description: string | undefined;
  jobTitle: string | undefined;
  image: string | undefined;
  sameAs: string[];
}): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: facts.url,
    mainEntity: compact({
      '@type': 'Person',
      name: facts.name,
      url: facts.url,
      description: facts.description,
      jobTitle: facts.jobTitle,
      image: facts.image,
      sameAs: facts.sameAs.length === 0 ? undefined : facts.sameAs,
    }),
  };
}

/** Without the fields that have no value. */
function compact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
