/** The publication alone, for commands that need no story. */
import { ContentError } from '../problems.ts';
import type { Problem } from '../problems.ts';
import type { Publication } from '../schema/publication.ts';
import { listFolder } from './folder.ts';
import { readPaper } from './read-paper.ts';

/**
 * `publication.yaml` of a content folder, and the primary address without slashes at its end.
 * Throws a `ContentError` where it has mistakes.
 */
export async function readPublication(
  folder: string,
): Promise<{ publication: Publication; origin: string }> {
  const problems: Problem[] = [];
  const paper = readPaper(await listFolder(folder), problems);
  if (paper?.sound !== true || paper.faulty.size > 0) throw new ContentError(problems);
  const origin = new URL(paper.data.url).href.replace(/\/+$/, '');
  return { publication: paper.data, origin };
}
