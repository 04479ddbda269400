/** The `<head>` as data: a list of tags that one component prints. */
import { keeping } from '../time.ts';

/** One tag. Attribute values are plain text; the component escapes them. */
export type HeadTag =
  | { tag: 'title'; content: string }
  | { tag: 'meta' | 'link'; attrs: Record<string, string> }
  | { tag: 'script'; attrs: { type: 'application/ld+json' }; content: string };

/** The social image of a page. */
export interface CardImage {
  /** Absolute, with `?v=<digest>`. */
  url: string;
  type: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  alt: string;
}

/** What any page says about itself. */
export interface HeadFacts {
  title: string;
  paperName: string;
  description: string | undefined;
  /** Absolute. For a republished text the address of its source. */
  canonical: string;
  /** Absolute address of this very page, for `og:url`. */
  url: string;
  locale: string;
  alternateLocales: string[];
  /** hreflang: language and absolute address, this page included; empty when it stands alone. */
  alternates: { language: string; url: string }[];
  noindex: boolean;
  card: CardImage | undefined;
  feeds: { title: string; url: string; type: string }[];
  social: { title: string; description: string | undefined };
  accent: string | undefined;
  /** Addresses inside the site. */
  icons: { png: string | undefined; touch: string | undefined };
  manifest: string;
  /** Profiles elsewhere of whom the page is about, which may name this page as theirs. */
  me: readonly string[];
  /** The record of the publication at standard.site, `at://…`. */
  standardSite: string | undefined;
  article:
    | {
        published: string;
        modified: string;
        authors: string[];
        section: string;
        tags: string[];
      }
    | undefined;
  fediverse: string[];
  jsonLd: object[];
}

/** The head of a page, in the order in which readers of heads look. */
export function headTags(facts: HeadFacts): HeadTag[] {
  const meta = (attrs: Record<string, string>): HeadTag => ({ tag: 'meta', attrs });
  const link = (attrs: Record<string, string>): HeadTag => ({ tag: 'link', attrs });
  const property = (name: string, content: string | undefined): HeadTag[] =>
    content === undefined ? [] : [meta({ property: name, content })];
  const { article, card, social } = facts;
  return [
    {
      tag: 'title',
      content:
        facts.title === facts.paperName ? facts.title : `${facts.title} — ${facts.paperName}`,
    },
    ...(facts.description === undefined
      ? []
      : [meta({ name: 'description', content: facts.description })]),
    meta({
      name: 'robots',
      content: facts.noindex ? 'noindex' : 'max-image-preview:large',
    }),
    link({ rel: 'canonical', href: facts.canonical }),
    ...facts.alternates.map(({ language, url }) =>
      link({ rel: 'alternate', hreflang: language, href: url }),
    ),
    ...facts.feeds.map(({ title, type, url }) =>
      link({ rel: 'alternate', type, title, href: url }),
    ),
    ...(facts.icons.png === undefined
      ? []
      : [link({ rel: 'icon', type: 'image/png', href: facts.icons.png })]),
    ...(facts.icons.touch === undefined
      ? []
      : [link({ rel: 'apple-touch-icon', href: facts.icons.touch })]),
    link({ rel: 'manifest', href: facts.manifest }),
    ...facts.me.map((href) => link({ rel: 'me', href })),
    ...(facts.standardSite === undefined
      ? []
      : [link({ rel: 'site.standard.publication', href: facts.standardSite })]),
    ...(facts.accent === undefined ? [] : [meta({ name: 'theme-color', content: facts.accent })]),
    ...property('og:type', article === undefined ? 'website' : 'article'),
    ...property('og:title', social.title),
    ...property('og:description', social.description),
    ...property('og:url', facts.url),
    ...property('og:site_name', facts.paperName),
    ...property('og:locale', facts.locale),
    ...facts.alternateLocales.flatMap((locale) => property('og:locale:alternate', locale)),
    ...(card === undefined
      ? []
      : [
          ...property('og:image', card.url),
          ...property('og:image:type', card.type),
          ...property('og:image:width', String(card.width)),
          ...property('og:image:height', String(card.height)),
          ...property('og:image:alt', card.alt),
        ]),
    ...(article === undefined
      ? []
      : [
          ...property('article:published_time', article.published),
          ...property('article:modified_time', article.modified),
          ...article.authors.flatMap((author) => property('article:author', author)),
          ...property('article:section', article.section),
          ...article.tags.flatMap((tag) => property('article:tag', tag)),
        ]),
    meta({
      name: 'twitter:card',
      content: card === undefined ? 'summary' : 'summary_large_image',
    }),
    meta({ name: 'twitter:title', content: social.title }),
    ...(social.description === undefined
      ? []
      : [meta({ name: 'twitter:description', content: social.description })]),
    ...(card === undefined
      ? []
      : [
          meta({ name: 'twitter:image', content: card.url }),
          meta({ name: 'twitter:image:alt', content: card.alt }),
        ]),
    ...facts.fediverse.map((handle) => meta({ name: 'fediverse:creator', content: handle })),
    ...facts.jsonLd.map((data): HeadTag => ({
      tag: 'script',
      attrs: { type: 'application/ld+json' },
      content: jsonForScript(data),
    })),
  ];
}

/** JSON that cannot end the script element it stands in. */
function jsonForScript(data: object): string {
  return JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `ar_AR`-like locale of Open Graph for a language tag; the likeliest region where none is said. */
export const openGraphLocale = keeping((language: string): string => {
  const { language: name, region } = new Intl.Locale(language).maximize();
  return region === undefined ? name : `${name}_${region}`;
});
