/** Reads texts again, for the lines of what is wrong with them. */
import type { Appeal } from '../schema/appeal.ts';
import type { Article } from '../schema/article.ts';
import type { Page } from '../schema/page.ts';
import type { Folder } from './folder.ts';
import { readStoryText } from './read-articles.ts';
import { readAppealText, readPageText } from './read-pages.ts';
import type { TextFile } from './read-text.ts';

/** A text that was read before; undefined where it cannot be read any more. */
export interface Reread {
  story(file: string, language: string): TextFile<Article> | undefined;
  page(file: string, language: string): TextFile<Page> | undefined;
  appeal(file: string, language: string): TextFile<Appeal> | undefined;
}

/** Reads the texts of a folder; what is wrong with them by themselves is told already. */
export function rereader(folder: Folder): Reread {
  return {
    story: (file, language) => readStoryText({ folder, problems: [] }, file, language),
    page: (file, language) => readPageText({ folder, problems: [] }, file, language),
    appeal: (file, language) => readAppealText({ folder, problems: [] }, file, language),
  };
}
