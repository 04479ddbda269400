/** What the web manifest says of the paper. */
import type { ManifestFacts } from '../metadata/manifest.ts';
import { HOUSE_ACCENT } from './cards.ts';
import type { Edition } from './edition.ts';
import { iconJobs } from './icons.ts';
import { paperName, paperText } from './paper.ts';

/** The manifest’s facts, in the default language. */
export function manifestFacts(edition: Edition): ManifestFacts {
  const { publication } = edition;
  const language = publication.defaultLanguage;
  const name = paperName(edition, language);
  return {
    name,
    shortName: paperText(edition, publication.shortName, language) ?? name,
    description: paperText(edition, publication.description, language) ?? '',
    language,
    accent: publication.design?.accent ?? HOUSE_ACCENT,
    icons: iconJobs(edition)
      .filter(({ width }) => width >= 180)
      .map(({ address, width }) => ({ address, size: width })),
  };
}
