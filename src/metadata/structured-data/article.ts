/** Stories: NewsArticle, its subtypes, and LiveBlogPosting. */
import type { ArticleKind } from '../../schema/article.ts';
import { compact, CONTEXT, listed } from './compact.ts';
import { imageObject } from './image.ts';
import type { ImageFacts } from './image.ts';
import { organization, organizationRef, webSiteRef } from './site.ts';
import type { OrganizationFacts } from './site.ts';

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

/** A person in a byline. */
export interface AuthorFacts {
  name: string;
  /** The absolute address of their ProfilePage. */
  url: string | undefined;
}

/** An update of a live report. */
export interface UpdateFacts {
  url: string;
  headline: string;
  time: string;
  text: string;
  /** The newsroom's own where nobody is named. */
  author: AuthorFacts | undefined;
  images: ImageFacts[];
}

/** What structured data say of a story. */
export interface ArticleFacts {
  kind: ArticleKind;
  headline: string;
  description: string | undefined;
  url: string;
  /** Pictures without words on them: no cards. */
  images: ImageFacts[];
  published: string;
  modified: string;
  authors: AuthorFacts[];
  /** The plain byline of agencies and unsigned pieces. */
  unsigned: string | undefined;
  section: string;
  topics: string[];
  language: string;
  words: number;
  dateline: string | undefined;
  publisher: OrganizationFacts;
  /** Absolute address of the front page of its site. */
  site: string;
  /** `label` is what readers see above it. */
  corrections: { label: string; date: string; text: string }[];
  source: { name: string; url: string } | undefined;
  sponsor: { name: string; url: string | undefined } | undefined;
  review: { of: string; type: string; rating: number | undefined } | undefined;
  live: { start: string; end: string | undefined; updates: UpdateFacts[] } | undefined;
}

/**
 * NewsArticle or its subtype.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 * @see https://schema.org/docs/news.html
 */
export function article(facts: ArticleFacts): object {
  return {
    ...CONTEXT,
    ...compact({
      '@type': TYPES[facts.kind],
      headline: facts.headline,
      description: facts.description,
      url: facts.url,
      mainEntityOfPage: { '@type': 'WebPage', '@id': facts.url },
      isPartOf: webSiteRef(facts.site),
      image: listed(facts.images.map(imageObject)),
      datePublished: facts.published,
      dateModified: facts.modified,
      author: authorsOf(facts),
      publisher: organization(facts.publisher),
      articleSection: facts.section,
      keywords: listed(facts.topics),
      inLanguage: facts.language,
      wordCount: facts.words === 0 ? undefined : facts.words,
      // A property of NewsArticle, which neither live reports nor advertisements are.
      dateline: TYPES[facts.kind].endsWith('NewsArticle') ? facts.dateline : undefined,
      isAccessibleForFree: true,
      correction: listed(
        facts.corrections.map(({ label, date, text }) => ({
          '@type': 'CorrectionComment',
          name: label,
          text,
          datePublished: date,
        })),
      ),
      isBasedOn: facts.source?.url,
      sponsor: facts.sponsor === undefined ? undefined : company(facts.sponsor),
      ...reviewOf(facts),
      ...liveOf(facts),
    }),
  };
}

/**
 * One object each: search takes several names in one field for one person. An agency or a sponsor
 * is an organisation.
 */
function authorsOf({ authors, publisher, source, sponsor, unsigned }: ArticleFacts): object[] {
  if (unsigned !== undefined || authors.length === 0) {
    const name = unsigned ?? publisher.name;
    const url = [source, sponsor].find((other) => other?.name === name)?.url;
    return [company({ name, url })];
  }
  return authors.map(person);
}

function person({ name, url }: AuthorFacts): object {
  return compact({ '@type': 'Person', name, url });
}

function company({ name, url }: { name: string; url: string | undefined }): object {
  return compact({ '@type': 'Organization', name, url });
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/review-snippet */
function reviewOf({ review }: ArticleFacts): object {
  if (review === undefined) return {};
  const { of: name, type, rating: ratingValue } = review;
  return compact({
    itemReviewed: { '@type': type, name },
    reviewRating:
      ratingValue === undefined
        ? undefined
        : { '@type': 'Rating', ratingValue, bestRating: 5, worstRating: 0 },
  });
}

/** @see https://schema.org/LiveBlogPosting */
function liveOf({ live, publisher }: ArticleFacts): object {
  if (live === undefined) return {};
  return compact({
    coverageStartTime: live.start,
    coverageEndTime: live.end,
    liveBlogUpdate: listed(
      live.updates.map(({ author, headline, images, text, time, url }) =>
        compact({
          '@type': 'BlogPosting',
          headline,
          url,
          datePublished: time,
          articleBody: text === '' ? undefined : text,
          image: listed(images.map(imageObject)),
          author: author === undefined ? organizationRef(publisher) : person(author),
        }),
      ),
    ),
  });
}
