/** Makes the projects of the other tools from the templates beside this file. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { storyOf } from '../archive/stories.ts';
import type { Story } from '../archive/story.ts';
import { nextStory } from '../archive/write.ts';
import { plainFile } from './plain-markdown.ts';
import { siteData } from './site-data.ts';
import type { Order } from './tool.ts';

/** Templates have this ending, so that no checker takes them for files of the press. */
const ENDING = '.template';

/** Where a tool wants things, relative to its project. */
export interface Places {
  /** The folder of templates: `hugo`. */
  templates: string;
  content: string;
  /** The folder of the furniture's pieces. */
  furniture: string;
  /** The file of the data of the paper. */
  data: string;
}

/** Writes templates, stories, furniture and data into the folder of the order. */
export function writeProject({ folder, plan, furniture }: Order, places: Places): void {
  const templates = path.join(import.meta.dirname, places.templates);
  for (const file of readdirSync(templates, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith(ENDING)) continue;
    const text = readFileSync(path.join(templates, file), 'utf8');
    write(path.join(folder, file.slice(0, -ENDING.length)), text);
  }
  for (const [name, html] of furniture) {
    write(path.join(folder, places.furniture, `${name}.html`), html);
  }
  write(path.join(folder, places.data), JSON.stringify(siteData(plan)));
  const content = path.join(folder, places.content);
  const months = new Set<string>();
  for (let number = 0; number < plan.stories; number += 1) {
    const story = storyOf(plan, number);
    const file = storyFile(content, story);
    const month = path.dirname(file);
    if (!months.has(month)) mkdirSync(month, { recursive: true });
    months.add(month);
    writeFileSync(file, plainFile(story));
  }
}

/** Adds one story to a project. */
export function addPlainStory({ folder, plan }: Order, places: Places, more: number): void {
  const story = nextStory(plan, more);
  write(storyFile(path.join(folder, places.content), story), plainFile(story));
}

/** Deletes files and folders of a project. */
export function remove(folder: string, ...names: string[]): void {
  for (const name of names) rmSync(path.join(folder, name), { recursive: true, force: true });
}

function storyFile(content: string, { path: story }: Story): string {
  return path.join(content, `${story}.md`);
}

/** Writes a file and the folders above it. */
export function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
