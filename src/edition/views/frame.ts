/** What every page has around its matter, and its head. */
import { frontAddress, listAddress, pageAddress } from '../../addresses.ts';
import type { FeedList } from '../../addresses.ts';
import { direction } from '../../locales/locales.ts';
import { headTags, openGraphLocale } from '../../metadata/head.ts';
import type { CardImage, HeadFacts } from '../../metadata/head.ts';

import { cardImage } from '../cards.ts';
import type { CardJob } from '../cards.ts';
import { feedFile } from '../feeds.ts';
import { FEED_FORMATS, FORMATS } from '../../feeds/formats.ts';
import type { FeedFormat } from '../../feeds/formats.ts';
import { iconJob, nameplateJob } from '../marks.ts';
import { paperName, paperText, sectionName, wordsFor } from '../names.ts';
import { homeLanguage, paperIn } from '../paper.ts';
import type { Paper } from '../paper.ts';
import { assetUrl, pageUrl } from '../urls.ts';
import type { Frame } from '../view.ts';
import { cutAtSentence } from '../words.ts';
import { feedTitle } from './feed-title.ts';
import type { KnownFeed } from './feed-title.ts';
import { hreflangLinks, spokenLanguage } from './hreflang.ts';
import type { Alternate } from './hreflang.ts';
import { siteJsonLd } from './site-data.ts';
import type { SharedFile } from '../pictures.ts';
import type { PlaceMatter } from './site-data.ts';

/** The page in one of the languages, to which readers are led even where search is not. */
type PageAlternate = Alternate & { noindex?: boolean | undefined };

/** What a page brings to its frame. */
export interface FrameMatter extends PlaceMatter {
  /** This page in the paper's languages, itself included; empty when it stands alone. */
  alternates: PageAlternate[];
  noindex?: boolean | undefined;
  card?: CardJob | undefined;
  /** The picture of shared links where no card is drawn for this page. */
  sharedPicture?: SharedFile | undefined;
  /** The section whose name in the navigation is marked. */
  section?: string | undefined;
  /** Profiles elsewhere of whom the page is about. */
  me?: readonly string[] | undefined;
  /** The feed of what the page is about, besides those of the paper and the section. */
  feed?: { list: FeedList; title: string } | undefined;
  /** The language of its text, where it is not that of the page. */
  textLanguage?: string | undefined;
  /** Where the address of the original is elsewhere. */
  canonical?: string | undefined;
  social?: { title?: string | undefined; description?: string | undefined } | undefined;
  article?: HeadFacts['article'];
  fediverse?: string[] | undefined;
  /** What structured data say of the page itself. */
  jsonLd?: object[] | undefined;
}

/** The frame of a page: everything that does not depend on the kind of page. */
export function frame(paper: Paper, matter: FrameMatter): Frame {
  const { publication, rules } = paper;
  const { language } = matter;
  const around = homeLanguage(paper, language);
  const home = paperIn(paper, around);
  return {
    language,
    dir: direction(language),
    words: wordsFor(paper, language).language,
    timeZone: publication.timeZone,
    address: matter.address,
    url: matter.canonical ?? pageUrl(paper, matter.address),
    head: headTags(headFacts(paper, matter)),
    paper: {
      name: paperName(paper, language),
      description: paperText(paper, publication.description, language) ?? '',
      home: frontAddress(around, rules),
      nameplate: nameplate(paper),
      style: paper.style,
    },
    navigation: home.navigation.map((id) => ({
      id,
      label: sectionName(paper, id, language),
      address: listAddress({ kind: 'section', id }, around, rules),
      current: matter.section === id,
    })),
    footer: home.footer,
    standing: {
      archive: pageAddress('archive', around, rules),
      corrections: pageAddress('corrections', around, rules),
      feeds: pageAddress('feeds', around, rules),
    },
    languages: Array.from(languagesOf(paper, matter)).map((one) => ({
      language: one,
      dir: direction(one),
      address:
        one === language
          ? matter.address
          : (matter.alternates.find((alternate) => alternate.language === one)?.address ??
            frontAddress(one, rules)),
      current: one === language,
    })),
    mirrors: (publication.mirrors ?? []).map(({ url, kind }) => ({ url, kind })),
  };
}

/** The languages of the paper, and those in which it has no story yet, but this page. */
function languagesOf({ languages }: Paper, { alternates }: FrameMatter): Set<string> {
  return new Set([...languages, ...alternates].map(({ language }) => language));
}

function nameplate(paper: Paper): Frame['paper']['nameplate'] {
  const job = nameplateJob(paper);
  return job === undefined
    ? undefined
    : { address: job.address, width: job.width, height: job.height };
}

/** The image of shared links: the page's card, else its own picture. */
function sharedImage(paper: Paper, matter: FrameMatter): CardImage | undefined {
  const { card, sharedPicture } = matter;
  if (card !== undefined) return cardImage(paper, card);
  if (sharedPicture === undefined) return undefined;
  const { alt, height, job, width } = sharedPicture;
  const url = assetUrl(paper, job.address);
  return { url, type: 'image/jpeg', width, height, alt: alt === '' ? matter.title : alt };
}

function headFacts(paper: Paper, matter: FrameMatter): HeadFacts {
  const { publication } = paper;
  const { language } = matter;
  const url = pageUrl(paper, matter.address);
  const noindex = matter.noindex ?? false;
  const indexed = matter.alternates.filter((one) => one.noindex !== true);
  const alternates = noindex || matter.canonical !== undefined ? [] : indexed;
  const locale = openGraphLocale(matter.textLanguage ?? language);
  const locales = alternates.map((one) => openGraphLocale(spokenLanguage(one)));
  return {
    title: matter.title,
    paperName: paperName(paper, language),
    description: matter.description,
    canonical: matter.canonical ?? url,
    url,
    locale,
    alternateLocales: [...new Set(locales)].filter((one) => one !== locale),
    alternates: hreflangLinks(paper, matter.address, alternates),
    noindex,
    card: sharedImage(paper, matter),
    feeds: feedsOf(paper, matter),
    social: {
      title: matter.social?.title ?? matter.title,
      // A shared link without words of its own says what the paper is.
      description: matter.social?.description ?? matter.description ?? aboutPaper(paper, language),
    },
    accent: publication.design?.accent,
    icons: { png: iconJob(paper, 32)?.address, touch: iconJob(paper, 180)?.address },
    manifest: '/manifest.webmanifest',
    me: matter.me ?? [],
    standardSite: publication.standardSite?.publication,
    article: matter.article,
    fediverse: matter.fediverse ?? [],
    jsonLd: [...(matter.jsonLd ?? []), ...siteJsonLd(paper, matter)],
  };
}

/** What the paper is, in a sentence or two; undefined where it does not say. */
export function aboutPaper(paper: Paper, language: string): string | undefined {
  const about = paperText(paper, paper.publication.description, language);
  return about === undefined ? undefined : cutAtSentence(about, language);
}

/** The feeds that a page names: what it is about in every format; its section; everything. */
function feedsOf(paper: Paper, { feed, language, section }: FrameMatter): HeadFacts['feeds'] {
  const isNamed = (list: KnownFeed) =>
    feed?.list.kind === list.kind &&
    (!('id' in list) || ('id' in feed.list && feed.list.id === list.id));
  const own = paper.languages.find((one) => one.language === language);
  if (own === undefined) return [];
  const lists: KnownFeed[] = [
    { kind: 'paper' },
    ...(section !== undefined && own.sections.includes(section)
      ? [{ kind: 'section', id: section } as const]
      : []),
  ];
  const link = (list: FeedList, title: string, format: FeedFormat) => ({
    title,
    url: assetUrl(paper, feedFile(list, language, paper.rules, format)),
    type: FEED_FORMATS[format].type,
  });
  return [
    ...(feed === undefined ? [] : FORMATS.map((format) => link(feed.list, feed.title, format))),
    ...lists
      .filter((list) => !isNamed(list))
      .map((list) => link(list, feedTitle(paper, list, language), 'rss')),
  ];
}
