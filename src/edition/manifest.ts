/** What the web manifest says of the paper. */
import type { ManifestFacts } from '../metadata/manifest.ts';
import { HOUSE_ACCENT } from './cards.ts';
import { iconJobs } from './marks.ts';
import { paperName, paperText } from './names.ts';
import type { Paper } from './paper.ts';

/** The smallest icon that a home screen takes, in pixels. */
const SMALLEST_ICON = 180;

/** The manifest’s facts, in the default language. */
export function manifestFacts(paper: Paper): ManifestFacts {
  const { publication } = paper;
  const language = publication.defaultLanguage;
  const name = paperName(paper, language);
  return {
    name,
    shortName: paperText(paper, publication.shortName, language) ?? name,
    description: paperText(paper, publication.description, language) ?? '',
    language,
    accent: publication.design?.accent ?? HOUSE_ACCENT,
    icons: iconJobs(paper)
      .filter(({ width }) => width >= SMALLEST_ICON)
      .map(({ address, width }) => ({ address, size: width })),
  };
}
