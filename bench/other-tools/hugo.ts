/** Hugo, where it is installed. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { LANGUAGES } from '../archive/paper.ts';
import type { Plan } from '../archive/plan.ts';
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
    const { folder, plan } = order;
    writeProject(order, PLACES);
    // All lists have feeds but those of months.
    for (const { language } of LANGUAGES) {
      for (const month of monthsOf(plan)) {
        const file = path.join(folder, 'content', language, 'months', month, '_index.md');
        write(file, `---\ntitle: "${month}"\noutputs: [HTML]\n---\n`);
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

/** The months in which an archive has stories: `2025-06`. */
function monthsOf(plan: Plan): Set<string> {
  const months = new Set<string>();
  for (let number = 0; number < plan.stories; number += 1) {
    months.add(plan.identity(number).published.slice(0, 7));
  }
  return months;
}
