/** What every page has around its matter, and its head. */
import { frontAddress, isStandingPage, listAddress, pageAddress } from '../../addresses.ts';
import { direction } from '../../locales/locales.ts';
import type { Locale } from '../../locales/locale.ts';
import { headTags, openGraphLocale } from '../../metadata/head.ts';
import type { CardImage, HeadFacts } from '../../metadata/head.ts';
import type { PictureView } from '../../pictures/picture.ts';
import { cardImage } from '../cards.ts';
import type { CardJob } from '../cards.ts';
import { homeLanguage } from '../edition.ts';
import type { Edition } from '../edition.ts';
import { feedFacts } from '../feeds.ts';
import { iconAddress, nameplateJob } from '../icons.ts';
import type { Frame, LinkView } from '../view.ts';
import { paperStyle } from '../paper-style.ts';
import { assetUrl, pageUrl, paperName, sectionName, wordsFor } from '../paper.ts';
import { textIn } from '../words.ts';

/** A page in one of the languages. */
export interface Alternate {
  language: string;
  address: string;
  /** Readers are led there all the same. */
  noindex?: boolean | undefined;
}

/** What a page brings to its frame. */
export interface FrameMatter {
  language: string;
  address: string;
  title: string;
  description: string | undefined;
  /** This page in the paper's languages, itself included; empty when it stands alone. */
  alternates: Alternate[];
  noindex?: boolean | undefined;
  card?: CardJob | undefined;
  /** The picture of shared links where no card is drawn for this page. */
  sharedPicture?: PictureView | undefined;
  /** The section whose name in the navigation is marked. */
  section?: string | undefined;
  /** Where the address of the original is elsewhere. */
  canonical?: string | undefined;
  social?: { title?: string | undefined; description?: string | undefined } | undefined;
  article?: HeadFacts['article'];
  fediverse?: string[] | undefined;
  jsonLd?: object[] | undefined;
}

/** The frame of a page: everything that does not depend on the kind of page. */
export function frame(edition: Edition, matter: FrameMatter): Frame {
  const { publication, rules } = edition;
  const { language } = matter;
  const words = wordsFor(edition, language);
  const around = homeLanguage(edition, language);
  const sections = publication.navigation ?? [...edition.sections.keys()];
  return {
    language,
    dir: direction(language),
    words: words.language,
    timeZone: publication.timeZone,
    address: matter.address,
    url: matter.canonical ?? pageUrl(edition, matter.address),
    head: headTags(headFacts(edition, matter, words)),
    paper: {
      name: paperName(edition, language),
      description: textIn(publication.description, language, publication.defaultLanguage),
      home: frontAddress(around, rules),
      nameplate: nameplateJob(edition),
      style: paperStyle(edition),
    },
    navigation: sections.flatMap((id) => {
      const address = listAddress({ kind: 'section', id }, around, rules);
      if (!edition.printed.has(address)) return [];
      const label = sectionName(edition, id, language);
      return [{ id, label, address, current: matter.section === id }];
    }),
    footer: (publication.footer ?? []).flatMap((slug) => footerLink(edition, slug, around)),
    standing: {
      archive: pageAddress('archive', around, rules),
      corrections: pageAddress('corrections', around, rules),
      feeds: pageAddress('feeds', around, rules),
    },
    languages: edition.languages.map((one) => ({
      language: one.language,
      dir: direction(one.language),
      address:
        one.language === language
          ? matter.address
          : (matter.alternates.find((alternate) => alternate.language === one.language)?.address ??
            frontAddress(one.language, rules)),
      current: one.language === language,
    })),
    mirrors: (publication.mirrors ?? []).map(({ url, kind }) => ({ url, kind })),
  };
}

/** A page of the paper as a link: in this language, else in the default one. */
function footerLink(edition: Edition, slug: string, language: string): LinkView[] {
  if (isStandingPage(slug)) return [];
  const page =
    edition.pages.get(`${language}/${slug}`) ??
    edition.pages.get(`${edition.rules.defaultLanguage}/${slug}`);
  if (page === undefined) return [];
  return [
    {
      label: page.data.title,
      address: pageAddress(page.facts.slug, page.facts.language, edition.rules),
    },
  ];
}

/** The image of shared links: the page's card, else its own picture. */
function sharedImage(edition: Edition, matter: FrameMatter): CardImage | undefined {
  const { card, sharedPicture } = matter;
  if (card !== undefined) return cardImage(edition, card);
  if (sharedPicture === undefined) return undefined;
  const { address, width, height } = sharedPicture.fallback;
  const url = assetUrl(edition, address);
  return { url, type: 'image/jpeg', width, height, alt: sharedPicture.alt };
}

function headFacts(edition: Edition, matter: FrameMatter, words: Locale): HeadFacts {
  const { publication, rules } = edition;
  const { language } = matter;
  const url = pageUrl(edition, matter.address);
  const noindex = matter.noindex ?? false;
  const indexed = matter.alternates.filter((one) => one.noindex !== true);
  const alternates = noindex || matter.canonical !== undefined || indexed.length < 2 ? [] : indexed;
  const fallback =
    alternates.find((one) => one.language === rules.defaultLanguage) ?? alternates[0];
  return {
    title: matter.title,
    paperName: paperName(edition, language),
    description: matter.description,
    canonical: matter.canonical ?? url,
    url,
    locale: openGraphLocale(language),
    alternateLocales: alternates
      .filter((one) => one.language !== language)
      .map((one) => openGraphLocale(one.language)),
    alternates: [
      ...alternates.map((one) => ({ language: one.language, url: pageUrl(edition, one.address) })),
      ...(fallback === undefined
        ? []
        : [{ language: 'x-default', url: pageUrl(edition, fallback.address) }]),
    ],
    noindex,
    card: sharedImage(edition, matter),
    feeds: feedFacts(edition, language)
      .filter((feed) => feed.section === undefined || feed.section === matter.section)
      .map((feed) => ({
        title: feed.title(words),
        url: assetUrl(edition, feed.address),
      })),
    social: {
      title: matter.social?.title ?? matter.title,
      description: matter.social?.description ?? matter.description,
    },
    accent: publication.design?.accent,
    icons: { png: iconAddress(edition, 32), touch: iconAddress(edition, 180) },
    manifest: '/manifest.webmanifest',
    article: matter.article,
    fediverse: matter.fediverse ?? [],
    jsonLd: matter.jsonLd ?? [],
  };
}
