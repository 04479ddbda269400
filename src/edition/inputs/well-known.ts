/** What the files in well-known places are made of. */
import { pageAddress } from '../../addresses.ts';
import type { Edition } from '../edition.ts';
import type { Unit } from '../unit.ts';
import { pageUrl } from '../urls.ts';
import { textIn } from '../words.ts';

/** The unit of `security.txt`, `humans.txt` and the others. */
export function wellKnownUnit({ archive, languages, publication, rules }: Edition): Unit {
  const { defaultLanguage } = rules;
  const { contact, indexNow, licence, robots, security, standardSite, timeZone } = publication;
  const wrote = new Set(languages.flatMap(({ byAuthor }) => [...byAuthor.keys()]));
  const principles = publication.policies?.publishingPrinciples;
  const hasPage = archive.pages.some(
    ({ path }) => path === `${defaultLanguage}/${principles ?? ''}`,
  );
  const site = { origin: archive.publication.origin, publication };
  const page =
    principles === undefined || !hasPage
      ? undefined
      : pageUrl(site, pageAddress(principles, defaultLanguage, rules));
  return {
    key: 'well-known',
    kind: 'well-known',
    inputs: {
      origin: archive.publication.origin,
      name: textIn(publication.name, defaultLanguage, defaultLanguage),
      people: archive.authors
        .filter(({ id }) => wrote.has(id))
        .map(({ data }) => ({
          name: textIn(data.name, defaultLanguage, defaultLanguage),
          role: textIn(data.role, defaultLanguage, defaultLanguage),
        })),
      policy: licence?.startsWith('https://') === true ? licence : page,
      publication: {
        contact,
        indexNow,
        languages: publication.languages,
        robots,
        security,
        standardSite,
        timeZone,
      },
    },
  };
}
