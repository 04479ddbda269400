/** Reads a whole content folder into rows, with every mistake that is in it. */
import type { Problem } from '../problems.ts';
import { breather } from '../breather.ts';
import { checkPaper, WHOLE } from './check.ts';
import { listFolder } from './folder.ts';
import { hasErrors, isStory, itemsOf } from './items.ts';
import type { ReadItem } from './items.ts';
import { lazily } from './lazily.ts';
import { redirectsOf } from './memory-archive.ts';
import { readItem } from './read-item.ts';
import { paperRow, readPaper } from './read-paper.ts';
import { readingRules } from './reader.ts';
import type { Content } from './rows.ts';
import { noFolder, toldOnce } from './told.ts';
import { createShelf } from './shelf.ts';
import { byPath, gatherSmall, textsOf } from './small-rows.ts';
import { fileOf, storiesOf } from './stories.ts';

/** What a content folder holds; with errors in `problems`, `content` is not fit to print. */
export interface ReadContent {
  content: Content | undefined;
  problems: Problem[];
}

/** Reads `folder`; `publicFolder` is listed, because what lies there takes addresses too. */
export async function readContent(folder: string, publicFolder: string): Promise<ReadContent> {
  const listed = await listFolder(folder).catch(() => undefined);
  if (listed === undefined) return { content: undefined, problems: [noFolder(folder)] };
  const problems: Problem[] = [...listed.problems];
  const paper = readPaper(listed, problems);
  if (paper?.sound !== true) return { content: undefined, problems };
  const rules = readingRules(paper.data);
  const shelf = createShelf(folder);
  const items: ReadItem[] = [];
  const breathe = breather();
  for (const file of itemsOf(listed)) {
    items.push(await readItem(listed, rules, shelf, file));
    await breathe();
  }
  const publication = await paperRow(listed, paper, shelf, publicFolder);
  problems.push(...toldOnce([...items.map((item) => item.problems), publication.problems]));

  const small = gatherSmall(publication.row, items);
  const read = items.filter(isStory);
  const stories = storiesOf(read.map(({ row }) => row));
  const { entries } = stories;
  const redirects = lazily(() => redirectsOf(entries));
  const inError = new Set(read.filter(hasErrors).map(({ file }) => file));
  problems.push(
    ...(await checkPaper({
      folder: listed,
      paper,
      places: { ...small, entries, redirected: (address) => redirects().get(address) },
      texts: textsOf(items),
      stories,
      faulty: entries.flatMap((_, index) => (inError.has(fileOf(stories, index)) ? [index] : [])),
      scope: WHOLE,
      known: new Map(),
    })),
  );
  if (paper.faulty.size > 0) return { content: undefined, problems };
  const articles = read.filter(({ whole }) => whole).map(({ row }) => row);
  return { content: { ...small, articles: articles.sort(byPath) }, problems };
}
