/** The pictures that an edition publishes, and none beside them. */
import { planPicture } from '../pictures/plan.ts';
import type { PictureJob, PictureRole } from '../pictures/plan.ts';
import type { PictureView } from '../pictures/picture.ts';
import type { ArticleRow, PictureUse } from '../store/rows.ts';
import { shownUpdates } from './edition.ts';
import type { Edition } from './edition.ts';

/** A picture as pages show it. */
export function pictureView(
  edition: Pick<Edition, 'pictures' | 'publication'>,
  use: PictureUse | undefined,
  role: PictureRole = 'picture',
): PictureView | undefined {
  const plan = planned(edition, use, role);
  return plan?.view;
}

/** The pictures of a story's text that are out: those of a held-back update are not. */
export function shownPictures(edition: Edition, row: ArticleRow): PictureUse[] {
  const shown = new Set(shownUpdates(row, edition).map((update) => update.id));
  return Object.entries(row.facts.pictures)
    .filter(([source]) => {
      const updates = row.facts.pictureUpdates[source];
      return updates === undefined || updates.some((id) => id === null || shown.has(id));
    })
    .map(([, use]) => use);
}

/** Every file to make for the pictures of this edition, by address. */
export function pictureJobs(edition: Edition): Map<string, PictureJob> {
  const jobs = new Map<string, PictureJob>();
  const add = (use: PictureUse | undefined, role: PictureRole) => {
    for (const job of planned(edition, use, role)?.jobs ?? []) jobs.set(job.address, job);
  };
  for (const row of edition.published.values()) {
    add(row.facts.lead, 'picture');
    // Without a card for the story it stands in the head itself.
    if (edition.publication.cards !== 'all') add(row.facts.socialImage, 'picture');
    for (const use of shownPictures(edition, row)) add(use, 'picture');
  }
  for (const one of edition.languages) {
    for (const id of one.byAuthor.keys()) add(edition.authors.get(id)?.picture, 'portrait');
    for (const id of one.bySection.keys()) add(edition.sections.get(id)?.picture, 'picture');
    for (const id of one.bySeries.keys()) add(edition.series.get(id)?.picture, 'picture');
    for (const id of one.byTopic.keys()) add(edition.topics.get(id)?.picture, 'picture');
  }
  for (const page of edition.pages.values()) {
    for (const use of Object.values(page.facts.pictures)) add(use, 'picture');
  }
  add(edition.content.publication.logo, 'picture');
  return jobs;
}

function planned(
  edition: Pick<Edition, 'pictures' | 'publication'>,
  use: PictureUse | undefined,
  role: PictureRole,
) {
  const source = use === undefined ? undefined : edition.pictures.get(use.file);
  if (use === undefined || source === undefined) return undefined;
  return planPicture(source, use, role, edition.publication.pictures.avif);
}
