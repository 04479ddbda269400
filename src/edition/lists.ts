/** How long lists are cut into pages that never move. */

/** Stories on a page of a list. */
export const STORIES_PER_PAGE = 30;

/** The stories that one page shows: positions in the list, newest first. */
export interface ListCut {
  /** Counted from the oldest; the newest page has none: it is the index. */
  number: number;
  start: number;
  /** Not included. */
  end: number;
}

/** A list cut into pages. */
export interface CutList {
  /** What the index shows. */
  newest: { start: number; end: number };
  /** Numbered pages, newest first; the last one has number 1. */
  older: ListCut[];
}

/**
 * Cuts a list of `count` stories, newest first. The index shows the newest; older pages are
 * numbered from the oldest and always full, so that a new story changes none of them.
 */
export function cutList(count: number, size = STORIES_PER_PAGE): CutList {
  const older: ListCut[] = [];
  for (let number = Math.floor((count - 1) / size); number >= 1; number -= 1) {
    const end = count - (number - 1) * size;
    older.push({ number, start: end - size, end });
  }
  return { newest: { start: 0, end: Math.min(size, count) }, older };
}
