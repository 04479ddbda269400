/**
 * The checks across files: names that must exist, addresses that must differ, links that must lead.
 * They go through entries, which are light; only a file with a mistake is read again, for its line.
 */
import type { Problem } from '../problems.ts';
import { checkAddresses } from './check-addresses.ts';
import { linkChecks } from './check-links.ts';
import { checkListing } from './check-listing.ts';
import {
  checkFronts,
  checkPublicationNames,
  checkTextNames,
  checkTopicNames,
  checkStoryNames,
} from './check-names.ts';
import { checkIdentities, checkSpellings } from './check-stories.ts';
import { checkSupport } from './check-support.ts';
import { checkPageTranslations, checkStoryTranslations } from './check-translations.ts';
import type { Folder } from './folder.ts';
import { lazily } from './lazily.ts';
import { namesOfItems } from './names.ts';
import type { Names } from './names.ts';
import type { ReadPaper } from './read-paper.ts';
import { createReferences } from './references.ts';
import type { Places, References } from './references.ts';
import type { AppealRow, Content, PageRow } from './rows.ts';
import type { Stories } from './stories.ts';
import { Suspects } from './suspects.ts';
import type { KnownPlaces } from './suspects.ts';

/** What is checked: everything that was read, with what is fit for checks only. */
export interface Checked {
  folder: Folder;
  paper: ReadPaper;
  places: Places & { fronts: Content['fronts']; appeals: readonly AppealRow[] };
  /** Pages and messages with those that are for checks only. */
  texts: readonly (PageRow | AppealRow)[];
  stories: Stories;
  /** Stories that have mistakes of their own, by place in the lists: they are looked at whole. */
  faulty: readonly number[];
  /** What need not be looked at, because nothing can have gone wrong with it. */
  scope: Scope;
  /** Places of fields that were looked up before; those that are looked up now are added. */
  known: KnownPlaces;
}

/** Where mistakes can be since everything was last found in order; no story has any of its own. */
export interface Scope {
  /** The stories whose names and links are looked at, by place; all where it is undefined. */
  stories: readonly number[] | undefined;
  /** Whether older addresses are looked at. */
  redirects: boolean;
}

/** For a folder of which nothing is known. */
export const WHOLE: Scope = { stories: undefined, redirects: true };

/** What the single checks have in common. */
export interface Check extends Checked {
  problems: Problem[];
  names: Names;
  suspects: Suspects;
  references: References;
}

/** Runs all of them. */
export async function checkPaper(checked: Checked): Promise<Problem[]> {
  const references = lazily(() => createReferences(checked.places));
  const check: Check = {
    ...checked,
    problems: [],
    names: namesOfItems(checked.folder),
    suspects: new Suspects(),
    references: { resolve: (href, file) => references().resolve(href, file) },
  };
  checkListing(check, check.folder);
  checkStoryNames(check);
  checkStoryTranslations(check);
  checkSpellings(check);
  checkIdentities(check);
  checkAddresses(check);
  const links = linkChecks(check);
  links.ofStories();
  links.ofTexts();
  checkTextNames(check);
  checkPageTranslations(check);
  checkSupport(check);
  await check.suspects.say(check.stories, check.folder, check.known, check.problems);
  checkPublicationNames(check);
  checkTopicNames(check);
  checkFronts(check);
  return check.problems;
}
