/** A story as of a moment: what is dated later is cut away, so that nobody can show it. */
import type { Article } from '../schema/article.ts';
import type { StoryEntry } from '../store/archive.ts';
import type { ArticleFacts, ArticleRow, PictureUse, UpdateFacts } from '../store/rows.ts';
import { isDayAlone } from '../time.ts';
import type { Instant } from '../time.ts';

/** The moment of an edition. A preview shows what is held back as well. */
interface AsOf {
  at: Instant;
  preview: boolean;
}

/** When a story last changed in substance: its publication, or what came after it and is out. */
export function modifiedAt(
  { published, modifications }: Pick<StoryEntry, 'published' | 'modifications'>,
  { at, preview }: AsOf,
): Instant {
  let modified = published;
  for (const moment of modifications) {
    if (moment > modified && (preview || moment <= at)) modified = moment;
  }
  return modified;
}

/** Whether live coverage is over. */
export function hasEnded({ ends }: Pick<StoryEntry, 'ends'>, { at }: Pick<AsOf, 'at'>): boolean {
  return ends !== undefined && ends <= at;
}

/** Whether the paper no longer stands by a story. */
export function isRetracted(
  { retracted }: Pick<StoryEntry, 'retracted'>,
  { at, preview }: AsOf,
): boolean {
  return retracted !== undefined && (preview || retracted <= at);
}

/** A correction that is out. */
export type CorrectionAsOf = ArticleFacts['corrections'][number] & {
  /** Its number in the text, from 1. */
  n: number;
};

/** A story with what is out of it. */
export interface StoryAsOf {
  path: string;
  data: Omit<Article, 'corrections' | 'live' | 'updated'>;
  facts: Omit<ArticleFacts, 'corrections' | 'live' | 'pictureUpdates' | 'updated'> & {
    /** The last change in substance; publication where there was none. */
    modified: Instant;
    /** It was written as a day, without a time. */
    modifiedOnDay: boolean;
    /** Oldest first. */
    corrections: CorrectionAsOf[];
    /** A live report has an end when it has ended; `pinned` are updates that stay on top. */
    live: { start: Instant; end: Instant | undefined; pinned: string[] } | undefined;
  };
}

/**
 * The row as of `modified`, the last of its own moments that has passed. Updates come newest first,
 * pinned ones on top; pictures of the text are those that are shown.
 */
export function storyAsOf(
  row: ArticleRow,
  { modified, ended }: { modified: Instant; ended: boolean },
): StoryAsOf {
  const { corrections: _allCorrections, live: _live, updated: _updated, ...data } = row.data;
  const { corrections, live, pictureUpdates, updated: _at, updates, ...facts } = row.facts;
  const pinned = row.data.live?.pinned ?? [];
  const shown = shownUpdates(updates, pinned, modified);
  return {
    path: row.path,
    data,
    facts: {
      ...facts,
      modified,
      modifiedOnDay: isOnDay(row, modified),
      corrections: corrections
        .map((correction, index) => ({ ...correction, n: index + 1 }))
        .filter(({ date }) => date <= modified)
        .sort((a, b) => a.date - b.date),
      live:
        live === undefined
          ? undefined
          : { start: live.start, end: ended ? live.end : undefined, pinned },
      updates: shown,
      pictures: shownPictures(facts.pictures, pictureUpdates, shown),
    },
  };
}

/** Why the paper no longer stands by a story, in its last words on that; undefined where it does. */
export function retractionOf({ facts }: StoryAsOf): CorrectionAsOf | undefined {
  return facts.corrections.findLast(({ kind }) => kind === 'retraction');
}

/** Whether what moved the row to `modified` was written without a time of day. */
function isOnDay({ data, facts }: ArticleRow, modified: Instant): boolean {
  const written = [
    ...(facts.updated === modified ? [data.updated] : []),
    ...facts.corrections.flatMap(({ date }, index) =>
      date === modified ? [data.corrections?.[index]?.date] : [],
    ),
  ];
  return (
    written.length > 0 &&
    written.every((text) => text !== undefined && isDayAlone(text)) &&
    facts.updates.every(({ time }) => time !== modified)
  );
}

function shownUpdates(
  updates: readonly UpdateFacts[],
  pinned: readonly string[],
  at: Instant,
): UpdateFacts[] {
  const rank = ({ id }: UpdateFacts) => (pinned.includes(id) ? pinned.indexOf(id) : pinned.length);
  return updates
    .filter(({ time }) => time <= at)
    .sort((a, b) => rank(a) - rank(b) || b.time - a.time || (a.id < b.id ? -1 : 1));
}

/** The pictures of the text that are out: those of a held-back update are not. */
function shownPictures(
  pictures: Readonly<Record<string, PictureUse>>,
  pictureUpdates: ArticleFacts['pictureUpdates'],
  updates: readonly UpdateFacts[],
): Record<string, PictureUse> {
  const shown = new Set(updates.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(pictures).filter(([source]) => {
      const places = pictureUpdates[source];
      return places === undefined || places.some((id) => id === null || shown.has(id));
    }),
  );
}
