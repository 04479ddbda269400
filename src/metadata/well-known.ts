/** Files in places that everyone knows: who answers for the site, and what may be done with it. */
import type { Publication } from '../schema/publication.ts';
import { parseMoment } from '../time.ts';

/** What the files say. */
export interface WellKnownFacts {
  origin: string;
  publication: Pick<
    Publication,
    'contact' | 'indexNow' | 'languages' | 'robots' | 'security' | 'standardSite' | 'timeZone'
  >;
  /** The name of the paper in its default language. */
  name: string;
  /** Names on the masthead, in the order of their ids. */
  people: readonly { name: string; role: string | undefined }[];
  /** The page that states the licence or the rules of use, where there is one. */
  policy: string | undefined;
}

/** A short text at an address, with its media type. */
export interface WellKnownFile {
  address: string;
  type: string;
  text: string;
}

/** All of them; those that need words of the publication only where it has them. */
export function wellKnownFiles(facts: WellKnownFacts): WellKnownFile[] {
  return [
    humans(facts),
    ...security(facts),
    ...reservation(facts),
    ...standardSite(facts),
    ...indexNow(facts),
  ];
}

/** @see https://www.rfc-editor.org/rfc/rfc9116 */
function security({ origin, publication }: WellKnownFacts): WellKnownFile[] {
  if (publication.security === undefined) return [];
  const { contact, expires } = publication.security;
  const moment = parseMoment(expires, publication.timeZone);
  if (typeof moment !== 'number') throw new RangeError(`security.expires is no moment: ${expires}`);
  const address = '/.well-known/security.txt';
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${new Date(moment).toISOString().replace('.000Z', 'Z')}`,
    `Preferred-Languages: ${publication.languages.join(', ')}`,
    // Readers look for it at the root of a host, and trust an address of the web only with TLS.
    ...(origin.startsWith('https:') ? [`Canonical: ${new URL(address, origin).href}`] : []),
  ];
  return [{ address, type: 'text/plain', text: `${lines.join('\n')}\n` }];
}

/**
 * Reserves the rights of text and data mining where the paper does not allow training.
 *
 * @see https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/
 */
function reservation({ origin, publication, policy }: WellKnownFacts): WellKnownFile[] {
  if (publication.robots.ai === 'allow') return [];
  const rule = {
    // A path of the host, at whose root the file is read.
    location: new URL(`${origin}/`).pathname,
    'tdm-reservation': 1,
    ...(policy === undefined ? {} : { 'tdm-policy': policy }),
  };
  const text = `${JSON.stringify([rule], null, 2)}\n`;
  return [{ address: '/.well-known/tdmrep.json', type: 'application/json', text }];
}

/** @see https://standard.site/ */
function standardSite({ publication }: WellKnownFacts): WellKnownFile[] {
  if (publication.standardSite === undefined) return [];
  return [
    {
      address: '/.well-known/site.standard.publication',
      type: 'text/plain',
      text: publication.standardSite.publication,
    },
  ];
}

/** Proves that who submits addresses may: https://www.indexnow.org/documentation */
function indexNow({ publication }: WellKnownFacts): WellKnownFile[] {
  if (publication.indexNow === undefined) return [];
  const { key } = publication.indexNow;
  return [{ address: `/${key}.txt`, type: 'text/plain', text: key }];
}

/** @see https://humanstxt.org/Standard.html */
function humans({ name, people, publication, origin }: WellKnownFacts): WellKnownFile {
  const lines = [
    '/* TEAM */',
    ...people.map((person) =>
      person.role === undefined ? person.name : `${person.role}: ${person.name}`,
    ),
    ...(publication.contact?.email === undefined ? [] : [`Contact: ${publication.contact.email}`]),
    '',
    '/* SITE */',
    `${name}: ${origin}/`,
    `Language: ${publication.languages.join(', ')}`,
    'Standards: HTML, CSS, RSS, Atom, JSON Feed',
  ];
  return { address: '/humans.txt', type: 'text/plain', text: `${lines.map(oneLine).join('\n')}\n` };
}

/** A line stays one, whatever a name holds. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trimEnd();
}
