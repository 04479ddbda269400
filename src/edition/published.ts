/** The stories that are out, found by their paths. */
import { CodeTable } from '../code-table.ts';
import { codeOfName } from '../fingerprint.ts';
import type { StoryEntry } from '../store/archive.ts';

/** The stories of a language with the table of their names. */
interface NamedStories {
  stories: readonly StoryEntry[];
  byName: CodeTable;
}

/**
 * Finds stories by path, or by a part of a text that names one. Every link of the paper is looked up
 * in every run: no string is made for it.
 */
export class PublishedStories {
  readonly #languages: ReadonlyMap<string, NamedStories>;

  constructor(languages: readonly { language: string; stories: readonly StoryEntry[] }[]) {
    this.#languages = new Map(
      languages.map(({ language, stories }) => [
        language,
        { stories, byName: new CodeTable(stories.map(({ nameCode }) => nameCode)) },
      ]),
    );
  }

  /** The story of this path: `en/2025/02/slug`. */
  get(path: string): StoryEntry | undefined {
    const slash = path.indexOf('/');
    const own = this.#languages.get(path.slice(0, Math.max(0, slash)));
    if (own === undefined) return undefined;
    const { byName, stories } = own;
    const isIt = (place: number) => stories[place]?.path === path;
    return stories[byName.placeOf(codeOfName(path, slash + 1), isIt)];
  }

  /**
   * Whether there is a story of a language whose path without it is this part of a text. That two
   * names have one code is left to chance: one link in 10^11 of a paper of 100,000 stories.
   */
  has(language: string, text: string, from: number, to: number): boolean {
    const code = codeOfName(text, from, to);
    return (this.#languages.get(language)?.byName.placeOf(code) ?? -1) !== -1;
  }
}
