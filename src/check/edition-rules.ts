/** Rules that look at a printed edition: what machines that read it will meet. */
import type { PageFacts } from './page-facts.ts';
import { byRule } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/** A printed feed. */
export interface FeedFacts {
  address: string;
  items: number;
  bytes: number;
}

/** A printed sitemap. */
export interface SitemapFacts {
  address: string;
  bytes: number;
  urls: string[];
  /** Of a news sitemap: when its stories were published, in milliseconds since 1970. */
  news: number[];
}

/** A printed edition. */
export interface EditionFacts {
  /** The primary origin, without a slash at its end. */
  origin: string;
  /** The moment that it was printed for. */
  at: number;
  /** Sizes of all files in bytes, by address. */
  files: ReadonlyMap<string, number>;
  pages: readonly PageFacts[];
  feeds: readonly FeedFacts[];
  sitemaps: readonly SitemapFacts[];
}

const rule = (
  id: string,
  severity: Rule['severity'],
  asks: string,
  source: string,
  held: Pick<Rule, 'always' | 'byConstruction'> = {},
): Rule => ({ id, severity, asks, source, ...held });

/** The build looks for what breaks the rule. */
const ALWAYS = { always: true };

/**
 * Pages and sitemaps are made of the same edition by the same conditions (`sitemapUnits`), so the
 * build has nothing to look for; `by-construction.test.ts` looks at generated papers.
 */
const BY_CONSTRUCTION = { always: true, byConstruction: true };

const DEAD_LINK = rule(
  'link-dead',
  'error',
  'Every link inside the paper leads to a file.',
  'readers; Google Search Central, “Make your links crawlable”',
  ALWAYS,
);
const DEAD_ANCHOR = rule('anchor-dead', 'error', 'Every anchor is on its page.', 'readers', ALWAYS);
const SITEMAP_DEAD = rule(
  'sitemap-dead',
  'error',
  'Every address in a sitemap is there.',
  'sitemaps.org; Google Search Central, “Sitemaps report”',
  BY_CONSTRUCTION,
);
const SITEMAP_NOINDEX = rule(
  'sitemap-noindex',
  'error',
  'No page that search may not show is in a sitemap.',
  'Google Search Central, “Sitemaps report”',
  BY_CONSTRUCTION,
);
const SITEMAP_LOST = rule(
  'sitemap-lost',
  'error',
  'Every page that search may show is in a sitemap.',
  'sitemaps.org',
  BY_CONSTRUCTION,
);
const SITEMAP_LARGE = rule(
  'sitemap-large',
  'error',
  'A sitemap has at most 50,000 addresses and 50 MB.',
  'sitemaps.org',
  BY_CONSTRUCTION,
);
const NEWS_OLD = rule(
  'news-old',
  'error',
  'A news sitemap has stories of the last two days, at most 1,000.',
  'Google Search Central, “Create a news sitemap”',
);
const FEED_EMPTY = rule(
  'feed-empty',
  'warning',
  'Every feed has items.',
  'feed readers; W3C feed validator',
);
const FEED_SHORT = rule(
  'feed-short',
  'notice',
  'The feed of the paper has at least 20 items.',
  'Flipboard, “RSS specification”',
);
const FEED_LARGE = rule(
  'feed-large',
  'warning',
  'A feed is smaller than 1 MB.',
  'SmartNews, “SmartFormat specification”',
);
const FEED_DEAD = rule(
  'feed-dead',
  'error',
  'Every feed that a page announces is there.',
  'feed readers',
);
const TITLE_DOUBLE = rule(
  'title-double',
  'warning',
  'No two pages for search have the same title.',
  'Google Search Central, “Influencing title links”',
);
const TITLE_MISSING = rule('title-missing', 'error', 'Every page has a title.', 'HTML; WCAG 2.4.2');
const PAGE_DESCRIPTION = rule(
  'page-description',
  'notice',
  'Every page for search has a description.',
  'Google Search Central, “Meta descriptions”',
);
const HEADING = rule(
  'heading-first',
  'error',
  'Every page has one heading of the first rank.',
  'WCAG 2.4.6; Google Search Central',
);
const IMAGE_DEAD = rule(
  'image-dead',
  'error',
  'The picture of a shared link is there.',
  'The Open Graph protocol',
);
const IMAGE_LARGE = rule(
  'image-large',
  'error',
  'The picture of a shared link is smaller than 300 KB.',
  'WhatsApp gives up on larger ones',
);
const IMAGE_ALT = rule(
  'image-alt',
  'error',
  'The picture of a shared link has words that stand for it.',
  'The Open Graph protocol, og:image:alt',
);
const PICTURE_ALT = rule(
  'picture-alt',
  'error',
  'Every picture of a page has an alt, if an empty one.',
  'WCAG 1.1.1',
);
const DATA_BROKEN = rule(
  'data-broken',
  'error',
  'Structured data is valid JSON.',
  'schema.org; Google Rich Results Test',
);
const ALTERNATE_ONE_WAY = rule(
  'alternate-one-way',
  'error',
  'Translations name each other both ways.',
  'Google Search Central, “Localized versions of your pages”',
);
const CANONICAL = rule('canonical', 'error', 'Every page names its canonical address.', 'RFC 6596');
const INSECURE = rule(
  'link-insecure',
  'notice',
  'Links to others are encrypted.',
  'the trade: who listens, reads what readers read',
);

/** Every rule that looks at a printed edition. */
export const EDITION_RULES: readonly Rule[] = [
  DEAD_LINK,
  DEAD_ANCHOR,
  SITEMAP_DEAD,
  SITEMAP_NOINDEX,
  SITEMAP_LOST,
  SITEMAP_LARGE,
  NEWS_OLD,
  FEED_EMPTY,
  FEED_SHORT,
  FEED_LARGE,
  FEED_DEAD,
  TITLE_DOUBLE,
  TITLE_MISSING,
  PAGE_DESCRIPTION,
  HEADING,
  IMAGE_DEAD,
  IMAGE_LARGE,
  IMAGE_ALT,
  PICTURE_ALT,
  DATA_BROKEN,
  ALTERNATE_ONE_WAY,
  CANONICAL,
  INSECURE,
];

/** Those that content cannot break. */
export const CONSTRUCTED_RULES: readonly string[] = EDITION_RULES.filter(
  ({ byConstruction }) => byConstruction === true,
).map(({ id }) => id);

const LARGEST_IMAGE = 300_000;
const LARGEST_FEED = 1_000_000;
const LARGEST_SITEMAP = 50 * 1024 * 1024;
const MOST_URLS = 50_000;
const MOST_NEWS = 1000;
const TWO_DAYS = 48 * 60 * 60 * 1000;

/** What they find in an edition. */
export function lookAtEdition(edition: EditionFacts): Finding[] {
  const read = edition.pages.filter((page) => !page.redirect);
  return [
    ...read.flatMap((page) => lookAtPage(edition, page)),
    ...lookAtLinks(edition),
    ...lookAtTitles(read),
    ...lookAtAlternates(edition, read),
    ...lookAtSitemaps(edition, read),
    ...lookAtFeeds(edition),
  ];
}

/** The file that an absolute address of the paper means; undefined where it is not of the paper. */
export function fileOf(
  edition: Pick<EditionFacts, 'origin' | 'files'>,
  url: string,
): string | undefined {
  if (url !== edition.origin && !url.startsWith(`${edition.origin}/`)) return undefined;
  const [path = ''] = url.slice(edition.origin.length).split(/[?#]/, 1);
  const plain = decode(path === '' ? '/' : path).normalize('NFC');
  const forms = plain.endsWith('/')
    ? [`${plain}index.html`]
    : [plain, `${plain}.html`, `${plain}/index.html`];
  return forms.find((form) => edition.files.has(form)) ?? forms[0];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function lookAtPage(edition: EditionFacts, page: PageFacts): Finding[] {
  const found: Finding[] = [];
  const at = (one: Rule, message: string, value?: string) =>
    found.push(byRule(one, { file: page.address, message, value }));
  if (page.title === '') at(TITLE_MISSING, 'has no title');
  if (page.headings !== 1) at(HEADING, `has ${page.headings} headings of the first rank`);
  if (page.imagesWithoutAlt > 0)
    at(PICTURE_ALT, `shows ${page.imagesWithoutAlt} pictures without alt`);
  if (page.canonical === undefined && page.address !== '/404.html') {
    at(CANONICAL, 'names no canonical address');
  }
  if (page.description === undefined && !page.noindex) at(PAGE_DESCRIPTION, 'has no description');
  for (const text of page.data) {
    try {
      JSON.parse(text);
    } catch (error) {
      at(DATA_BROKEN, `has structured data that is no JSON: ${String(error)}`);
    }
  }
  for (const url of new Set(page.insecure)) at(INSECURE, 'has a link that is not encrypted', url);
  for (const url of page.feeds) {
    const file = fileOf(edition, url);
    if (file !== undefined && !edition.files.has(file))
      at(FEED_DEAD, 'announces a feed that is not there', url);
  }
  if (page.image !== undefined) {
    const file = fileOf(edition, page.image.url);
    const bytes = file === undefined ? undefined : edition.files.get(file);
    if (file !== undefined && bytes === undefined)
      at(IMAGE_DEAD, 'names a picture that is not there', page.image.url);
    if (bytes !== undefined && bytes > LARGEST_IMAGE) {
      at(IMAGE_LARGE, `is shared with a picture of ${bytes} bytes`, page.image.url);
    }
    if (page.image.alt === undefined || page.image.alt === '')
      at(IMAGE_ALT, 'is shared with a picture that has no words');
  }
  return found;
}

function lookAtLinks(edition: EditionFacts): Finding[] {
  const ids = new Map(edition.pages.map((page) => [page.address, page.ids]));
  return edition.pages.flatMap((page) =>
    page.links.flatMap((href) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//') || href === '') return [];
      const url = new URL(href, `https://paper.invalid${encodeURI(page.address)}`);
      const plain = decode(url.pathname).normalize('NFC');
      const target = plain.endsWith('/') ? `${plain}index.html` : plain;
      const anchor = decode(url.hash.slice(1));
      if (!edition.files.has(target)) {
        return [
          byRule(DEAD_LINK, {
            file: page.address,
            value: href,
            message: `links to ${target}, which is not there`,
          }),
        ];
      }
      if (anchor === '' || ids.get(target)?.has(anchor) !== false) return [];
      return [
        byRule(DEAD_ANCHOR, {
          file: page.address,
          value: href,
          message: `links to #${anchor}, which is not on that page`,
        }),
      ];
    }),
  );
}

function lookAtTitles(pages: readonly PageFacts[]): Finding[] {
  const first = new Map<string, string>();
  return pages.flatMap(({ title, noindex, address }) => {
    if (noindex || title === '') return [];
    const other = first.get(title);
    if (other === undefined) {
      first.set(title, address);
      return [];
    }
    return [
      byRule(TITLE_DOUBLE, { file: address, value: title, message: `has the title of ${other}` }),
    ];
  });
}

function lookAtAlternates(edition: EditionFacts, pages: readonly PageFacts[]): Finding[] {
  const byUrl = new Map(
    pages.flatMap((page) =>
      page.canonical === undefined ? [] : [[page.canonical, page] as const],
    ),
  );
  return pages.flatMap((page) =>
    page.alternates.flatMap(({ language, url }) => {
      if (language === 'x-default' || url === page.canonical) return [];
      const other = byUrl.get(url);
      const message =
        other === undefined
          ? `names ${url} as its translation, which is not there`
          : other.alternates.some((back) => back.url === page.canonical)
            ? undefined
            : `names ${url} as its translation, which does not name it`;
      return message === undefined || fileOf(edition, url) === undefined
        ? []
        : [byRule(ALTERNATE_ONE_WAY, { file: page.address, value: language, message })];
    }),
  );
}

function lookAtSitemaps(edition: EditionFacts, pages: readonly PageFacts[]): Finding[] {
  const listed = new Set<string>();
  const noindex = new Set(pages.filter((page) => page.noindex).map((page) => page.address));
  const found = edition.sitemaps.flatMap(({ address, bytes, urls, news }): Finding[] => {
    const at = (one: Rule, message: string, value?: string) =>
      byRule(one, { file: address, message, value });
    return [
      ...(bytes > LARGEST_SITEMAP || urls.length > MOST_URLS
        ? [at(SITEMAP_LARGE, `has ${urls.length} addresses and ${bytes} bytes`)]
        : []),
      ...(news.length > MOST_NEWS ? [at(NEWS_OLD, `has ${news.length} stories`)] : []),
      ...(news.some((moment) => moment < edition.at - TWO_DAYS)
        ? [at(NEWS_OLD, 'has a story that is older than two days')]
        : []),
      ...urls.flatMap((url) => {
        const file = fileOf(edition, url);
        if (file === undefined || !edition.files.has(file))
          return [at(SITEMAP_DEAD, 'lists an address that is not there', url)];
        listed.add(file);
        return noindex.has(file)
          ? [at(SITEMAP_NOINDEX, 'lists a page that search may not show', url)]
          : [];
      }),
    ];
  });
  const lost = pages.filter(
    (page) =>
      !page.noindex &&
      !listed.has(page.address) &&
      page.canonical !== undefined &&
      fileOf(edition, page.canonical) === page.address,
  );
  return [
    ...found,
    ...lost.map(({ address }) =>
      byRule(SITEMAP_LOST, { file: address, message: 'is in no sitemap' }),
    ),
  ];
}

function lookAtFeeds({ feeds }: EditionFacts): Finding[] {
  return feeds.flatMap(({ address, items, bytes }) => [
    ...(items === 0 ? [byRule(FEED_EMPTY, { file: address, message: 'has no items' })] : []),
    ...(items > 0 && items < 20 && /^\/feeds\/[^/]+$/.test(address)
      ? [byRule(FEED_SHORT, { file: address, message: `has ${items} items` })]
      : []),
    ...(bytes > LARGEST_FEED
      ? [byRule(FEED_LARGE, { file: address, message: `has ${bytes} bytes` })]
      : []),
  ]);
}
