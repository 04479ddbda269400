/** The publisher of the paper, for structured data. */
import { frontAddress, isStandingPage, pageAddress } from '../addresses.ts';
import type { OrganizationFacts } from '../metadata/structured-data.ts';
import type { Edition } from './edition.ts';
import { pictureView } from './pictures.ts';
import { oncePerEdition } from './once.ts';
import { assetUrl, pageUrl, paperName } from './paper.ts';

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
export const organizationFacts = oncePerEdition(publisher);

function publisher(edition: Edition, language: string): OrganizationFacts {
  const { publication, rules } = edition;
  const logo = pictureView(edition, edition.content.publication.logo);
  const policies: Record<string, string> = {};
  for (const [policy, property] of Object.entries(POLICY_PROPERTIES)) {
    const slug = publication.policies?.[policy as keyof typeof POLICY_PROPERTIES];
    const address = slug === undefined ? undefined : policyAddress(edition, slug, language);
    if (address !== undefined) policies[property] = pageUrl(edition, address);
  }
  return {
    name: paperName(edition, language),
    url: pageUrl(edition, frontAddress(rules.defaultLanguage, rules)),
    logo:
      logo === undefined
        ? undefined
        : {
            url: assetUrl(edition, logo.fallback.address),
            width: logo.fallback.width,
            height: logo.fallback.height,
          },
    legalName: publication.publisher?.legalName,
    foundingDate: publication.publisher?.foundingDate?.slice(0, 10),
    address: publication.publisher?.address,
    email: publication.contact?.email,
    sameAs: socialAddresses(publication.social),
    policies,
  };
}

function policyAddress(edition: Edition, slug: string, language: string): string | undefined {
  const { rules } = edition;
  for (const candidate of [language, rules.defaultLanguage]) {
    const address = pageAddress(slug, candidate, rules);
    const written = edition.pages.has(`${candidate}/${slug}`);
    if (written || (isStandingPage(slug) && edition.printed.has(address))) return address;
  }
  return undefined;
}

/** The paper's profiles elsewhere; handles become addresses where the service is known. */
function socialAddresses(social: Edition['publication']['social']): string[] {
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
