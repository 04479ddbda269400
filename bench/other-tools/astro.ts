/** Plain Astro, the version that the press itself stands on, with its content layer. */
import { symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { addPlainStory, remove, writeProject } from './project.ts';
import type { Places } from './project.ts';
import type { Tool } from './tool.ts';

const PLACES: Places = {
  templates: 'astro',
  content: 'content',
  furniture: 'src/furniture',
  data: 'src/site.json',
};

const ROOT = path.resolve(import.meta.dirname, '../..');

function astroTool(id: string, title: string, incremental: boolean): Tool {
  return {
    id,
    title,
    version: () => {
      const require = createRequire(import.meta.url);
      return (require('astro/package.json') as { version: string }).version;
    },
    prepare: (order) => {
      const { folder } = order;
      writeProject(order, PLACES);
      symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
      return {
        build: {
          command: process.execPath,
          args: [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
          cwd: folder,
          env: {
            ASTRO_TELEMETRY_DISABLED: '1',
            INCREMENTAL: incremental ? 'yes' : 'no',
            // The heap may grow as far as it needs to.
            NODE_OPTIONS: '--max-old-space-size=12288',
          },
        },
        out: path.join(folder, 'dist'),
        clean: () => remove(folder, 'dist', '.cache', '.astro'),
        addStory: (more) => addPlainStory(order, PLACES, more),
      };
    },
  };
}

/** Astro as its documentation sets it up. */
export const astro = astroTool('astro', 'Astro', false);

/** The same with `experimental.incrementalBuild` and a `cacheKey` for every page. */
export const astroIncremental = astroTool('astro-incremental', 'Astro, incremental', true);
