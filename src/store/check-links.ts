/** The check of links: one that leads inside the paper leads to something. */
import { nearest } from '../problems.ts';
import type { Problem } from '../problems.ts';
import type { Check } from './check.ts';
import { fault } from './reader.ts';
import type { Reference } from './references.ts';
import { fileOf } from './stories.ts';
import type { Say } from './suspects.ts';

/** Most links for which the nearest address is sought: among many thousands that takes a while. */
const MOST_SOUGHT = 50;

/** Links inside the paper that lead to nothing: those of stories, then those of other texts. */
export function linkChecks(check: Check): { ofStories(): void; ofTexts(): void } {
  const { names, references, scope, stories, suspects } = check;
  const dangling = (href: string, file: string): (Reference & { kind: 'nothing' }) | undefined => {
    const reference = references.resolve(href, file);
    if (reference.kind !== 'nothing') return undefined;
    // What could not be read is there all the same, and reported by itself.
    const isThere = reference.names.some(
      (name) => names.articles.has(name) || names.pages.has(name),
    );
    return isThere ? undefined : reference;
  };
  const leads = (links: readonly string[], file: string) =>
    links.every((href) => dangling(href, file) === undefined);
  let sought = 0;
  const say = (
    problems: Problem[],
    file: string,
    links: readonly { href: string; line: number }[] = [],
  ) => {
    for (const { href, line } of links) {
      const reference = dangling(href, file);
      if (reference === undefined) continue;
      sought += 1;
      const near = sought > MOST_SOUGHT ? undefined : nearest(reference.path, reference.candidates);
      fault(
        { problems },
        { file, line, field: 'link', value: href },
        'leads to nothing in this paper',
        near === undefined ? 'mend the address, or remove the link' : `did you mean ${near}?`,
      );
    }
  };
  const sayOfStory: Say = (suspect, problems) => {
    say(problems, suspect.file, suspect.text()?.body.links);
  };
  const look = (index: number) => {
    const { links = [] } = stories.entries[index] ?? {};
    if (links.length > 0 && !leads(links, fileOf(stories, index))) suspects.add(index, sayOfStory);
  };
  return {
    ofStories() {
      if (scope.stories === undefined) {
        for (let index = 0; index < stories.entries.length; index += 1) look(index);
        return;
      }
      for (const index of scope.stories) look(index);
    },
    ofTexts() {
      for (const { facts } of check.texts) {
        const { file, language, links } = facts;
        if (leads(links, file)) continue;
        suspects.addOther((reread, problems) => {
          const text = file.startsWith('appeals/')
            ? reread.appeal(file, language)
            : reread.page(file, language);
          say(problems, file, text?.body.links);
        });
      }
    },
  };
}
