/** Hugo, where it is installed. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { LANGUAGES, SECTIONS } from '../archive/paper.ts';
import { addPlainStory, remove, write, writeProject } from './project.ts';
import type { Places } from './project.ts';
import type { Tool } from './tool.ts';

const PLACES: Places = {
  templates: 'hugo',
  content: 'content',
  furniture: 'layouts/partials/furniture',
  data: 'data/site.json',
};

/** Hugo with its own multilingual mode, taxonomies, paginator and sitemaps. */
export const hugo: Tool = {
  id: 'hugo',
  title: 'Hugo',
  version: () => {
    const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
    return status === 0 ? /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] : undefined;
  },
  prepare: (order) => {
    const { folder } = order;
    writeProject(order, PLACES);
    // A list has a feed where its own page says so.
    for (const { language } of LANGUAGES) {
      for (const { id } of SECTIONS) {
        const file = path.join(folder, 'content', language, 'desks', id, '_index.md');
        write(file, '---\noutputs: [HTML, RSS]\n---\n');
      }
    }
    return {
      build: { command: 'hugo', args: ['--quiet', '--destination', 'public'], cwd: folder },
      out: path.join(folder, 'public'),
      clean: () => remove(folder, 'public', 'resources', '.hugo_build.lock'),
      addStory: (more) => addPlainStory(order, PLACES, more),
    };
  },
};
