/** The check of links: one that leads inside the paper leads to something. */
import { articleAddress } from '../addresses.ts';
import { nearest } from '../problems.ts';
import type { Problem } from '../problems.ts';
import type { Check } from './check.ts';
import { fault } from './reader.ts';
import type { Reference } from './references.ts';
import { addressRules } from './rows.ts';
import { fileOf, indexOf } from './stories.ts';
import type { Say } from './suspects.ts';

/** Most links for which the nearest address is sought: among many thousands that takes a while. */
const MOST_SOUGHT = 50;

/** Links inside the paper that lead to nothing: those of stories, then those of other texts. */
export function linkChecks(check: Check): { ofStories(): void; ofTexts(): void } {
  const { names, places, references, scope, stories, suspects } = check;
  /** Whether something has this name that could not be read: it is reported by itself. */
  const isUnread = (name: string) =>
    (names.articles.has(name) && indexOf(places.entries, name) === -1) ||
    (names.pages.has(name) && !places.pages.some(({ path }) => path === name));
  /** The address of a story that has one of these names. */
  const storyNamed = (written: readonly string[]): string | undefined => {
    const index = written.map((name) => indexOf(places.entries, name)).find((at) => at !== -1);
    const entry = places.entries[index ?? -1];
    return entry === undefined
      ? undefined
      : articleAddress(entry, addressRules(places.publication.data));
  };
  const dangling = (href: string, file: string): (Reference & { kind: 'nothing' }) | undefined => {
    const reference = references.resolve(href, file);
    if (reference.kind !== 'nothing') return undefined;
    return reference.names.some(isUnread) ? undefined : reference;
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
      const near =
        storyNamed(reference.names) ??
        (sought > MOST_SOUGHT ? undefined : nearest(reference.path, reference.candidates));
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
