/** The problems of a reading, put together. */
import type { Problem } from '../problems.ts';
import type { FoundProblem } from './reader.ts';

/** What is said where there is no content folder. */
export function noFolder(folder: string): Problem {
  return {
    severity: 'error',
    file: folder,
    message: 'is no folder that can be read',
    mend: 'give the place of the paper with --content',
  };
}

/** The problems of items in their order; those of files that several use are told of the first. */
export function toldOnce(found: readonly (readonly FoundProblem[])[]): Problem[] {
  const told = new Set<string>();
  return found.flatMap((problems) => {
    const news = problems.filter(({ of }) => of === undefined || !told.has(of));
    for (const { of } of problems) if (of !== undefined) told.add(of);
    return news.map(({ of: _of, ...problem }) => problem);
  });
}
