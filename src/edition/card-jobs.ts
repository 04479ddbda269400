/** Every card of an edition. */
import type { CardJob } from './cards.ts';
import type { Edition } from './edition.ts';
import { articleCard } from './views/article.ts';
import { frontCard, sectionCard } from './views/lists.ts';

/** The cards to have, as `cards` in `publication.yaml` says. */
export function cardJobs(edition: Edition): CardJob[] {
  if (edition.publication.cards === 'none') return [];
  return edition.languages
    .flatMap((own) => [
      frontCard(edition, own.language),
      ...[...own.bySection.keys()].map((id) => sectionCard(edition, own.language, id)),
      ...own.stories.flatMap((row) => articleCard(edition, row) ?? []),
    ])
    .filter((job) => edition.canDraw(job.view));
}
