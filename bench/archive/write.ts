/** Writes an archive as the content folder of a paper. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { paperFiles } from './paper.ts';
import type { PaperOptions } from './paper.ts';
import { drawPool, linkPool } from './pictures.ts';
import { MOST_MORE, planArchive } from './plan.ts';
import type { ArchiveOptions, Plan } from './plan.ts';
import { pressFile } from './press-markdown.ts';
import { storyMore, storyOf } from './stories.ts';
import type { Story } from './story.ts';

/** What is written. */
export interface WriteOptions extends ArchiveOptions, PaperOptions {}

/** A hidden file, which the press passes over: what the archive was made with. */
const NOTE = '.archive.json';

/** The folder of the pictures that months link to; hidden, so that no story names it. */
const POOL = '.pictures';

/** The front page of each language: how many of the newest stories the desk chose from. */
const FRONTS = { en: 5, ru: 1, ar: 0 } as const;

/**
 * Writes an archive into a folder that is empty or not there. Throws RangeError for one that holds
 * anything.
 *
 * @param progress told after each thousand stories how many there are
 */
export async function writeArchive(
  folder: string,
  options: WriteOptions,
  progress: (written: number) => void = () => undefined,
): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new RangeError(`${folder} is not empty: name a new folder, or delete it first.`);
  }
  const plan = planArchive(options);
  const pool = path.join(folder, POOL);
  mkdirSync(folder, { recursive: true });
  if (options.pictures > 0) await drawPool(pool, options.seed);
  writeFileSync(path.join(folder, NOTE), `${JSON.stringify(options)}\n`);
  for (const [file, text] of [...paperFiles(options), ...namesOf(plan), ...frontsOf(plan)]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const months = new Set<string>();
  for (let number = 0; number < plan.stories; number += 1) {
    const story = storyOf(plan, number);
    const month = path.dirname(storyFile(folder, story));
    if (!months.has(month)) {
      months.add(month);
      mkdirSync(month, { recursive: true });
      if (options.pictures > 0) linkPool(pool, month);
    }
    writeFileSync(storyFile(folder, story), pressFile(story));
    if ((number + 1) % 1000 === 0) progress(number + 1);
  }
}

/**
 * Adds one story to an archive, the newest: without a picture, with one author and one topic.
 * Gives back its path. `more` is 1 for the first story that is added, 2 for the next, up to 9.
 * Throws RangeError for another number, and for a folder that `writeArchive` has not written.
 */
export function oneMoreStory(folder: string, more: number): string {
  const story = nextStory(readPlan(folder), more);
  mkdirSync(path.dirname(storyFile(folder, story)), { recursive: true });
  writeFileSync(storyFile(folder, story), pressFile(story));
  return story.path;
}

/** The story that `oneMoreStory` writes. */
export function nextStory(plan: Plan, more: number): Story {
  if (more < 1 || more > MOST_MORE) {
    throw new RangeError(`${more}: an archive takes from 1 to ${MOST_MORE} stories more.`);
  }
  return storyMore(plan, more);
}

/** The plan of an archive that was written. Throws RangeError for any other folder. */
export function readPlan(folder: string): Plan {
  const note = path.join(folder, NOTE);
  if (!existsSync(note)) {
    throw new RangeError(`${folder} is no archive: make one with node bench/make-archive.ts.`);
  }
  return planArchive(JSON.parse(readFileSync(note, 'utf8')) as WriteOptions);
}

function storyFile(folder: string, { path: story }: Story): string {
  return path.join(folder, 'articles', `${story}.md`);
}

function namesOf({ authors, sharedTopics }: Plan): Map<string, string> {
  return new Map([
    ...authors.map(({ id, name }): [string, string] => [`authors/${id}.yaml`, stringify({ name })]),
    ...sharedTopics.map(({ slug, name }): [string, string] => [
      `topics/${slug}.yaml`,
      stringify({ name, aliases: [name.ru, name.ar] }),
    ]),
  ]);
}

/** The desk of the first language chose its whole first rank, another only the lead, a third nothing. */
function frontsOf(plan: Plan): Map<string, string> {
  const files = new Map<string, string>();
  for (const [language, count] of Object.entries(FRONTS)) {
    const chosen: string[] = [];
    for (let number = plan.stories - 1; number >= 0 && chosen.length < count; number -= 1) {
      const { language: own, path: story } = plan.identity(number);
      if (own === language) chosen.push(story);
    }
    const [lead, ...picks] = chosen;
    if (lead === undefined) continue;
    files.set(`front/${language}.yaml`, stringify(picks.length > 0 ? { lead, picks } : { lead }));
  }
  return files;
}
