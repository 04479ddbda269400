/**
 * The names that exist, because they have a file, even where nothing could be made of it: a mistake
 * in one file is no mistake of those that refer to it.
 */
import { filesIn } from './folder.ts';
import type { Folder } from './folder.ts';
import { lazily } from './lazily.ts';

/** What a file of one of the folders is called in it: its path there without the ending. */
export function nameOf(file: string): string {
  return file
    .slice(file.indexOf('/') + 1)
    .replace(/\.(md|ya?ml)$/i, '')
    .normalize('NFC');
}

/** Names by folder; each set is gathered when it is asked for. */
export interface Names {
  readonly articles: ReadonlySet<string>;
  readonly authors: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  readonly series: ReadonlySet<string>;
}

/** The names in a folder. */
export function namesOfItems(folder: Folder): Names {
  const names = (place: keyof Names, ending: RegExp) =>
    lazily(() => {
      const files = filesIn(folder.names, place).filter((file) => ending.test(file));
      return new Set(files.map(nameOf));
    });
  const articles = names('articles', /\.md$/i);
  const authors = names('authors', /\.ya?ml$/i);
  const pages = names('pages', /\.md$/i);
  const sections = names('sections', /\.ya?ml$/i);
  const series = names('series', /\.ya?ml$/i);
  return {
    get articles() {
      return articles();
    },
    get authors() {
      return authors();
    },
    get pages() {
      return pages();
    },
    get sections() {
      return sections();
    },
    get series() {
      return series();
    },
  };
}
