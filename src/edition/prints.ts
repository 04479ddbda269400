/** What each unit prints. */
import { redirectFile } from '../addresses.ts';
import type { StandingPage } from '../addresses.ts';
import { inFormat } from '../feeds/formats.ts';
import type { FeedFormat } from '../feeds/formats.ts';
import { HOST_FILES } from '../metadata/host-files.ts';
import { webManifest } from '../metadata/manifest.ts';
import { robotsTxt } from '../metadata/robots.ts';
import { wellKnownFiles } from '../metadata/well-known.ts';
import type { PictureJob } from '../pictures/plan.ts';
import type { PrintableBody } from '../store/body/body.ts';
import type { TextFacts } from '../store/rows.ts';
import type { StoryAsOf } from './as-of.ts';
import { storyFile } from './body.ts';
import { frontCard, listCard, pageCard, standingCard, storyCard } from './cards.ts';
import type { CardJob } from './cards.ts';
import { storyItem } from './feed-items.ts';
import { FEED_LIST, FEED_STYLE, feedFiles } from './feeds.ts';
import { manifestFacts } from './manifest.ts';
import { markJobs } from './marks.ts';
import type { PageKind, PageViews } from './page-kinds.ts';
import { searchLogo } from './organization.ts';
import { cropJobs, fallbackJob, keptPicture, pictureJobs, picturePrint } from './pictures.ts';
import type { PagePrint, Print } from './print.ts';
import type { Sheet } from './sheet.ts';
import type { FeedInputs, ListInputs, StoryInputs, Unit } from './unit.ts';
import { assetUrl } from './urls.ts';
import { articleView, sharedImage } from './views/article.ts';
import { feedListView, feedStyleWords } from './views/feed-list.ts';
import { correctionsOf, feedView } from './views/feed.ts';
import { frontView } from './views/front.ts';
import { listView } from './views/list.ts';
import { archiveView, monthView } from './views/months.ts';
import { notFoundView, redirectView, staticPageView } from './views/pages.ts';
import {
  monthSitemapView,
  newsSitemapView,
  pagesSitemapView,
  SITEMAP_INDEX,
  sitemapAddress,
  sitemapIndexView,
} from './views/sitemaps.ts';
import { correctionsView, feedsView, introHtml } from './views/standing.ts';

/** Reads and parses the text of a story, page or message. */
export type BodyOf = (
  facts: { file: string; language: string } & Pick<TextFacts, 'digest'>,
) => PrintableBody | Promise<PrintableBody>;

/** The files of a unit. They follow from the sheet, the unit's inputs and the texts alone. */
export async function printsOf(sheet: Sheet, unit: Unit, bodyOf: BodyOf): Promise<Print[]> {
  switch (unit.kind) {
    case 'story':
      return storyPrints(sheet, unit.inputs, bodyOf);
    case 'appeal':
      return textPictures(sheet, sheet.appeal(unit.inputs.appeal).facts);
    case 'front': {
      const card = frontCard(sheet, unit.inputs.language);
      return [page('front', frontView(sheet, unit.inputs)), ...cardPrints(card)];
    }
    case 'list':
      return listPrints(sheet, unit.inputs);
    case 'month':
      return [page('month', monthView(sheet, unit.inputs))];
    case 'archive': {
      const { html, prints } = await introOf(sheet, unit, bodyOf);
      return [page('archive', archiveView(sheet, unit.inputs, html)), ...prints];
    }
    case 'corrections': {
      const { html, prints } = await introOf(sheet, unit, bodyOf);
      return [page('corrections', correctionsView(sheet, unit.inputs, html)), ...prints];
    }
    case 'feeds': {
      const { html, prints } = await introOf(sheet, unit, bodyOf);
      return [page('feeds', feedsView(sheet, unit.inputs, html)), ...prints];
    }
    case 'page': {
      const row = sheet.page(unit.inputs.page);
      return [
        page('page', staticPageView(sheet, unit.inputs, await bodyOf(row.facts))),
        ...cardPrints(pageCard(sheet, row)),
        ...textPictures(sheet, row.facts),
      ];
    }
    case 'feed':
      return feedPrints(sheet, unit.inputs, bodyOf);
    case 'feed-list': {
      const view = feedListView(sheet, unit.inputs);
      return [{ address: FEED_LIST, kind: 'feed', format: 'opml', view }];
    }
    case 'feed-style': {
      const words = feedStyleWords(sheet);
      const house = sheet.publication.design?.accent;
      return [{ address: FEED_STYLE, kind: 'feed', format: 'css', words, house }];
    }
    case 'month-sitemap':
      return [sitemapPrint(unit.inputs.name, monthSitemapView(sheet, unit.inputs))];
    case 'pages-sitemap':
      return [sitemapPrint(unit.inputs.name, pagesSitemapView(sheet, unit.inputs))];
    case 'news-sitemap':
      return [sitemapPrint('news', newsSitemapView(sheet, unit.inputs))];
    case 'sitemap-index': {
      const view = sitemapIndexView(sheet, unit.inputs);
      return [{ address: SITEMAP_INDEX, kind: 'sitemap', view }];
    }
    case 'not-found':
      return [page('not-found', notFoundView(sheet)), HOME_PIXEL];
    case 'marks':
      return markPrints(sheet);
    case 'manifest': {
      const text = webManifest(manifestFacts(sheet));
      return [textFile('/manifest.webmanifest', 'application/manifest+json', text)];
    }
    case 'robots':
      return [textFile('/robots.txt', 'text/plain', robotsTxt(sheet.origin, unit.inputs.ai))];
    case 'hosts':
      return Object.entries(HOST_FILES).map(([name, text]) =>
        textFile(`/${name}`, 'text/plain', text),
      );
    case 'well-known':
      return wellKnownFiles(unit.inputs).map(({ address, text, type }) =>
        textFile(address, type, text),
      );
  }
}

async function storyPrints(sheet: Sheet, inputs: StoryInputs, bodyOf: BodyOf): Promise<Print[]> {
  const row = sheet.story(inputs.story);
  const appeal = inputs.appeal === null ? undefined : sheet.appeal(inputs.appeal).facts;
  const bodies = {
    story: await bodyOf(storyFile(row)),
    appeal: appeal === undefined ? undefined : await bodyOf(appeal),
  };
  const view = articleView(sheet, inputs, bodies);
  return [
    page('story', view),
    ...cardPrints(storyCard(sheet, row)),
    ...picturePrints(storyPictures(sheet, row)),
    ...(row.data.redirectFrom ?? []).flatMap((from): Print[] => {
      const address = redirectFile(from);
      return typeof address === 'string'
        ? [{ address, kind: 'redirect', view: redirectView(sheet, row, view.frame.head) }]
        : [];
    }),
  ];
}

/** The pictures that a story's page shows or its head names; portraits come with the authors' pages. */
function storyPictures(sheet: Sheet, row: StoryAsOf): PictureJob[] {
  const { lead, pictures } = row.facts;
  const { sharedPicture } = sharedImage(sheet, row);
  return [
    ...[lead, ...Object.values(pictures)].flatMap((use) => pictureJobs(sheet, use)),
    ...cropJobs(sheet, lead),
    ...(sharedPicture === undefined ? [] : [sharedPicture.job]),
  ];
}

/** The words at the top of a standing page; its card, and the pictures of the words. */
async function introOf(
  sheet: Sheet,
  { inputs: { introduction, language }, kind }: Extract<Unit, { kind: StandingPage }>,
  bodyOf: BodyOf,
) {
  const card = cardPrints(standingCard(sheet, language, kind));
  if (introduction === null) return { html: undefined, prints: card };
  const { facts } = sheet.page(introduction.page);
  const html = introHtml(sheet, introduction, await bodyOf(facts));
  return { html, prints: [...card, ...textPictures(sheet, facts)] };
}

/** The pictures of a text of the newsroom's own. */
function textPictures(sheet: Sheet, { pictures }: Pick<TextFacts, 'pictures'>): Print[] {
  return picturePrints(Object.values(pictures).flatMap((use) => pictureJobs(sheet, use)));
}

function listPrints(sheet: Sheet, inputs: ListInputs): Print[] {
  const { number, subject } = inputs;
  const print = page('list', listView(sheet, inputs));
  if (number !== null) return [print];
  const { id, kind } = subject;
  const picture = sheet[kind](id)?.picture;
  return [
    print,
    ...cardPrints(listCard(sheet, inputs)),
    ...picturePrints(pictureJobs(sheet, picture, kind === 'author' ? 'portrait' : 'picture')),
  ];
}

async function feedPrints(sheet: Sheet, inputs: FeedInputs, bodyOf: BodyOf): Promise<Print[]> {
  const { language, list } = inputs;
  const parts =
    list.kind === 'corrections'
      ? correctionsOf(sheet, inputs)
      : await Promise.all(inputs.stories.map((story) => storyItem(sheet, story, bodyOf)));
  const feed = feedView(sheet, inputs);
  const files = feedFiles(list, language, sheet.rules);
  const urls = Object.fromEntries(
    files.map(({ address, format }) => [format, assetUrl(sheet, address)]),
  ) as Record<FeedFormat, string>;
  return files.map(({ address, format }) => ({
    address,
    kind: 'feed',
    format,
    view: inFormat(format, urls, feed),
    parts,
  }));
}

/** The marks, and the logo as search engines take it. */
function markPrints(sheet: Sheet): Print[] {
  return [
    ...markJobs(sheet).map((job): Print => ({
      address: job.address,
      kind: 'icon',
      kept: keptPicture(job),
      job,
    })),
    ...picturePrints(fallbackJob(sheet, searchLogo(sheet))),
  ];
}

function page<Kind extends PageKind>(kind: Kind, view: PageViews[Kind]): PagePrint {
  return { address: view.frame.address, kind: 'page', page: kind, view } as PagePrint;
}

function cardPrints(job: CardJob | undefined): Print[] {
  if (job === undefined) return [];
  const ending = job.address.slice(job.address.lastIndexOf('.'));
  return [{ address: job.address, kind: 'card', kept: `cards/${job.digest}${ending}`, job }];
}

/** Each file once. */
function picturePrints(jobs: readonly PictureJob[]): Print[] {
  return [...new Map(jobs.map((job) => [job.address, job])).values()].map(picturePrint);
}

function sitemapPrint(name: string, view: Extract<Print, { kind: 'sitemap' }>['view']): Print {
  return { address: sitemapAddress(name), kind: 'sitemap', view };
}

function textFile(address: string, type: string, text: string): Print {
  return { address, kind: 'file', type: `${type}; charset=utf-8`, encoding: 'utf8', text };
}

/** One transparent pixel, by which the page for what is not found knows the paper's home. */
const HOME_PIXEL: Print = {
  address: '/assets/home.gif',
  kind: 'file',
  type: 'image/gif',
  encoding: 'base64',
  text: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
};
