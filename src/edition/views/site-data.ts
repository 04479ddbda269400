/** What the structured data of every page say of the paper: the site, and the way from its front page. */
import { frontAddress } from '../../addresses.ts';
import { breadcrumbs, webSite } from '../../metadata/structured-data/site.ts';
import { paperName, paperText } from '../names.ts';
import { homeLanguage, paperIn } from '../paper.ts';
import type { Paper } from '../paper.ts';
import { pageUrl } from '../urls.ts';

/** A page on the way to another one. */
export interface Crumb {
  name: string;
  address: string;
}

/** What a page says of its place. */
export interface PlaceMatter {
  language: string;
  address: string;
  title: string;
  description: string | undefined;
  /** The pages between the front page and this one; null for a page that stands anywhere. */
  trail?: readonly Crumb[] | null | undefined;
  /** What the page is called at the end of its trail. Default: its title. */
  crumb?: string | undefined;
  /** Where the page is a story, whose own data describe the publisher. */
  article?: object | undefined;
}

/** The absolute address of the front page above a page in `language`. */
export function siteUrl(paper: Paper, language: string): string {
  return pageUrl(paper, frontAddress(homeLanguage(paper, language), paper.rules));
}

/** BreadcrumbList and WebSite of a page. */
export function siteJsonLd(paper: Paper, matter: PlaceMatter): object[] {
  const { publication, rules } = paper;
  const language = homeLanguage(paper, matter.language);
  const home = { name: paperName(paper, language), address: frontAddress(language, rules) };
  const shortName = paperText(paper, publication.shortName, language);
  const isFront = matter.address === home.address;
  const site = webSite({
    name: home.name,
    alternateName: shortName === home.name ? undefined : shortName,
    url: pageUrl(paper, home.address),
    language,
    description: isFront ? matter.description : undefined,
    publisher: paperIn(paper, language).publisher,
    publisherElsewhere: matter.article !== undefined,
  });
  if (matter.trail === null) return [site];
  const own = { name: matter.crumb ?? matter.title, address: matter.address };
  const crumbs = isFront ? [home] : [home, ...(matter.trail ?? []), own];
  return [
    breadcrumbs(crumbs.map(({ name, address }) => ({ name, url: pageUrl(paper, address) }))),
    site,
  ];
}
