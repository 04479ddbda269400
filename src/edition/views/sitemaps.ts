/** Sitemaps as data: what their files say. */
import { articleAddress } from '../../addresses.ts';
import type { ArticlePlace } from '../../addresses.ts';
import type { SitemapEntry, SitemapView } from '../../sitemaps/sitemap.ts';
import type { Instant } from '../../time.ts';
import { isoOf } from '../moments.ts';
import { paperName, textLanguage } from '../names.ts';
import type { Paper } from '../paper.ts';
import { pictureView } from '../pictures.ts';
import type { Sheet } from '../sheet.ts';
import type {
  MonthSitemapInputs,
  NewsSitemapInputs,
  PagesSitemapInputs,
  SitemapIndexInputs,
  SitemapStory,
} from '../unit.ts';
import { assetUrl, pageUrl } from '../urls.ts';
import { hreflangLinks } from './hreflang.ts';

/** Where a sitemap is: `/sitemaps/2025-02.xml`. */
export function sitemapAddress(name: string): string {
  return `/sitemaps/${name}.xml`;
}

/** Where the index of the sitemaps is. */
export const SITEMAP_INDEX = '/sitemap-index.xml';

/** The sitemap of a month. */
export function monthSitemapView(sheet: Sheet, { name, stories }: MonthSitemapInputs): SitemapView {
  return pagesView(
    sheet,
    name,
    stories.map((one) => storyEntry(sheet, one)),
  );
}

/** A sitemap of pages that are no stories. */
export function pagesSitemapView(paper: Paper, { name, pages }: PagesSitemapInputs): SitemapView {
  return pagesView(
    paper,
    name,
    pages.map(([address, modified]) => ({
      url: pageUrl(paper, address),
      modified: optional(paper, modified),
      alternates: [],
      pictures: [],
    })),
  );
}

/** The news sitemap. */
export function newsSitemapView(sheet: Sheet, { stories }: NewsSitemapInputs): SitemapView {
  return {
    kind: 'news',
    url: assetUrl(sheet, sitemapAddress('news')),
    entries: stories.map((ref) => {
      const row = sheet.card(ref);
      const { data, facts } = row;
      return {
        url: pageUrl(sheet, articleAddress(facts, sheet.rules)),
        paper: paperName(sheet, facts.language),
        language: textLanguage(row),
        published: isoOf(sheet, facts.published),
        title: data.headline,
      };
    }),
  };
}

/** The index of the sitemaps. */
export function sitemapIndexView(paper: Paper, { sitemaps }: SitemapIndexInputs): SitemapView {
  return {
    kind: 'index',
    url: assetUrl(paper, SITEMAP_INDEX),
    entries: sitemaps.map(({ name, modified }) => ({
      url: assetUrl(paper, sitemapAddress(name)),
      modified: optional(paper, modified),
    })),
  };
}

function pagesView(paper: Paper, name: string, entries: SitemapEntry[]): SitemapView {
  return {
    kind: 'pages',
    url: assetUrl(paper, sitemapAddress(name)),
    entries,
  };
}

function storyEntry(
  sheet: Sheet,
  { modified, picture, story, translations }: SitemapStory,
): SitemapEntry {
  const address = articleAddress(placeOf(story.path), sheet.rules);
  const lead = picture === null ? undefined : pictureView(sheet, sheet.card(picture).facts.lead);
  return {
    url: pageUrl(sheet, address),
    modified: isoOf(sheet, modified),
    alternates: hreflangLinks(
      sheet,
      address,
      translations.map((ref) => {
        const row = sheet.card(ref);
        return {
          language: row.facts.language,
          textLanguage: textLanguage(row),
          address: articleAddress(row.facts, sheet.rules),
        };
      }),
    ),
    pictures: lead === undefined ? [] : [assetUrl(sheet, lead.fallback.address)],
  };
}

/** `en/2025/02/slug`. */
function placeOf(path: string): ArticlePlace {
  const [language = '', year = '', month = '', slug = ''] = path.split('/');
  return { language, year, month, slug };
}

function optional(paper: Paper, moment: Instant | null): string | undefined {
  return moment === null ? undefined : isoOf(paper, moment);
}
