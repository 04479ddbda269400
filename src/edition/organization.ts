/** The publisher of the paper, for structured data. */
import { frontAddress, isStandingPage, pageAddress } from '../addresses.ts';
import type { OrganizationFacts } from '../metadata/structured-data/site.ts';
import type { Publication } from '../schema/publication.ts';
import type { PictureUse } from '../store/rows.ts';
import type { Edition } from './edition.ts';
import { iconJob } from './marks.ts';
import { paperName } from './names.ts';
import type { Paper } from './paper.ts';
import { pictureView } from './pictures.ts';
import { assetUrl, pageUrl } from './urls.ts';

/**
 * The smallest logo that search takes, in pixels.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/organization
 */
const LEAST_LOGO = 112;

/** The property of schema.org that each policy is. */
const POLICY_PROPERTIES = {
  corrections: 'correctionsPolicy',
  ethics: 'ethicsPolicy',
  ownership: 'ownershipFundingInfo',
  publishingPrinciples: 'publishingPrinciples',
  masthead: 'masthead',
  unnamedSources: 'unnamedSourcesPolicy',
  feedback: 'actionableFeedbackPolicy',
} as const;

/** Facts about the publisher; policies only where their pages are in the edition. */
export function organizationFacts(edition: Edition, language: string): OrganizationFacts {
  const { archive, publication, rules } = edition;
  const { origin } = archive.publication;
  const site = { origin, publication };
  const logo = printedLogo(edition);
  const policies: Record<string, string> = {};
  for (const [policy, property] of Object.entries(POLICY_PROPERTIES)) {
    const slug = publication.policies?.[policy as keyof typeof POLICY_PROPERTIES];
    const address = slug === undefined ? undefined : policyAddress(edition, slug, language);
    if (address !== undefined) policies[property] = pageUrl(site, address);
  }
  return {
    name: paperName(edition, language),
    url: pageUrl(site, frontAddress(rules.defaultLanguage, rules)),
    logo:
      logo === undefined
        ? undefined
        : { url: assetUrl(site, logo.address), width: logo.width, height: logo.height },
    legalName: publication.publisher?.legalName,
    foundingDate: publication.publisher?.foundingDate?.slice(0, 10),
    address: publication.publisher?.address,
    email: publication.contact?.email,
    sameAs: socialAddresses(publication.social),
    policies,
  };
}

/** The logo as search gets it; undefined where there is none, or the icon has to stand for it. */
export function searchLogo(
  paper: Pick<Paper, 'icon' | 'logo' | 'picturesVersion'> & {
    publication: Pick<Publication, 'pictures'>;
  },
): PictureUse | undefined {
  const printed = pictureView(paper, paper.logo)?.fallback;
  const large = printed !== undefined && Math.min(printed.width, printed.height) >= LEAST_LOGO;
  return large || paper.icon === undefined ? paper.logo : undefined;
}

function printedLogo({ archive, picturesVersion, publication }: Edition) {
  const { icon, logo, nameplate } = archive.publication;
  const use = searchLogo({ icon, logo, picturesVersion, publication });
  return (
    pictureView({ picturesVersion, publication }, use)?.fallback ??
    iconJob({ icon, nameplate, picturesVersion }, 512)
  );
}

function policyAddress(
  { archive, languages, rules }: Edition,
  slug: string,
  language: string,
): string | undefined {
  for (const candidate of [language, rules.defaultLanguage]) {
    const written = archive.pages.some(({ path }) => path === `${candidate}/${slug}`);
    const standing = isStandingPage(slug) && languages.some((one) => one.language === candidate);
    if (written || standing) return pageAddress(slug, candidate, rules);
  }
  return undefined;
}

/** The paper's profiles elsewhere; handles become addresses where the service is known. */
function socialAddresses(social: Publication['social']): string[] {
  const services: Record<string, (handle: string) => string> = {
    bluesky: (handle) => `https://bsky.app/profile/${handle}`,
    telegram: (handle) => `https://t.me/${handle}`,
    facebook: (handle) => `https://www.facebook.com/${handle}`,
    instagram: (handle) => `https://www.instagram.com/${handle}/`,
    youtube: (handle) => `https://www.youtube.com/@${handle}`,
    x: (handle) => `https://x.com/${handle}`,
    mastodon: (handle) => {
      const [name = '', host = ''] = handle.split('@').filter((part) => part !== '');
      return `https://${host}/@${name}`;
    },
  };
  return Object.entries(social ?? {}).flatMap(([service, handle]) => {
    if (handle === undefined) return [];
    if (/^https?:\/\//.test(handle)) return [handle];
    const address = services[service];
    return address === undefined
      ? []
      : [encodeURI(address(service === 'mastodon' ? handle : handle.replace(/^@/, '')))];
  });
}
