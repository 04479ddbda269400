/** An archive whose rows are all in memory: for the development server, and for tests. */
import { redirectFile } from '../addresses.ts';
import type { Archive, StoryEntry } from './archive.ts';
import { cardOf, entryOf } from './entry.ts';
import { lazily } from './lazily.ts';
import type { ArticleRow, Content } from './rows.ts';
import { smallDigests } from './small-rows.ts';

/** The stories by their older addresses; of two with one address the first. */
export function redirectsOf(entries: readonly StoryEntry[]): Map<string, string> {
  const redirects = new Map<string, string>();
  for (const { path, redirectFrom } of entries) {
    for (const from of redirectFrom) {
      const file = redirectFile(from);
      if (typeof file === 'string' && !redirects.has(file)) redirects.set(file, path);
    }
  }
  return redirects;
}

/** The archive of rows that have been read. */
export function memoryArchive(content: Content): Archive {
  const { publication, authors, sections, series, topics, fronts, pages, appeals } = content;
  const small = { publication, authors, sections, series, topics, fronts, pages, appeals };
  const rows = new Map(content.articles.map((row) => [row.path, row]));
  const story = (path: string): ArticleRow => {
    const row = rows.get(path);
    if (row === undefined) throw new RangeError(`The archive has no story ${path}.`);
    return row;
  };
  const entries = [...rows.values()].map(entryOf).sort((a, b) => (a.path < b.path ? -1 : 1));
  const redirects = lazily(() => redirectsOf(entries));
  return {
    ...small,
    digests: smallDigests(small),
    entries,
    story,
    card: (path) => cardOf(story(path)),
    redirected: (address) => redirects().get(address),
  };
}
