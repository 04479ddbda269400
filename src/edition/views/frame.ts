/** What every page has around its matter, and its head. */
import {
  fileUrl,
  frontAddress,
  listAddress,
  pageAddress,
  STANDING_PAGES,
} from '../../addresses.ts';
import { direction } from '../../locales/locales.ts';
import type { Locale } from '../../locales/locale.ts';
import { headTags, openGraphLocale } from '../../metadata/head.ts';
import type { HeadFacts } from '../../metadata/head.ts';
import { cardImage } from '../cards.ts';
import type { CardJob } from '../cards.ts';
import type { Edition } from '../edition.ts';
import { feedFacts } from '../feeds.ts';
import { iconAddress, nameplateJob } from '../icons.ts';
import type { Frame, LinkView } from '../view.ts';
import { paperStyle } from '../paper-style.ts';
import { pageUrl, paperName, paperText, wordsFor } from '../paper.ts';
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
  const name = paperName(edition, language);
  const own = edition.languages.find((one) => one.language === language);
  const home = frontAddress(own === undefined ? rules.defaultLanguage : language, rules);
  const sections = publication.navigation ?? [...edition.sections.keys()];
  const homeLanguage = own === undefined ? rules.defaultLanguage : language;
  return {
    language,
    dir: direction(language),
    words: words.language,
    timeZone: publication.timeZone,
    address: matter.address,
    url: matter.canonical ?? pageUrl(edition, matter.address),
    head: headTags(headFacts(edition, matter, words)),
    paper: {
      name,
      shortName: paperText(edition, publication.shortName, language) ?? name,
      description: textIn(publication.description, language, publication.defaultLanguage),
      home,
      nameplate: nameplateJob(edition),
      style: paperStyle(edition),
    },
    navigation: sections.flatMap((id) => {
      const section = edition.sections.get(id);
      const address = listAddress({ kind: 'section', id }, homeLanguage, rules);
      if (section === undefined || !edition.printed.has(address)) return [];
      return [
        {
          id,
          label: paperText(edition, section.data.name, language) ?? id,
          address,
          accent: section.data.accent,
          current: matter.section === id,
        },
      ];
    }),
    footer: (publication.footer ?? []).flatMap((slug) => footerLink(edition, slug, homeLanguage)),
    standing: {
      archive: pageAddress('archive', homeLanguage, rules),
      corrections: pageAddress('corrections', homeLanguage, rules),
      feeds: pageAddress('feeds', homeLanguage, rules),
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
  if ((STANDING_PAGES as readonly string[]).includes(slug)) return [];
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
    card: matter.card === undefined ? undefined : cardImage(edition, matter.card),
    feeds: feedFacts(edition, language)
      .filter((feed) => feed.section === undefined || feed.section === matter.section)
      .map((feed) => ({
        title: feed.title(words),
        url: fileUrl(edition.content.publication.origin, feed.address),
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
