/** Eleventy, installed by npm into a temporary folder when it is asked for. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addPlainStory, remove, write, writeProject } from './project.ts';
import type { Places } from './project.ts';
import type { Tool } from './tool.ts';

const PACKAGE = '@11ty/eleventy';

const VERSION = '3';

/** Kept between runs, so that it is fetched once. */
const INSTALLED = path.join(tmpdir(), 'broadsheet-bench-eleventy');

const PLACES: Places = {
  templates: 'eleventy',
  content: 'src/content',
  furniture: 'src/_includes/furniture',
  data: 'src/_data/site.json',
};

/** Eleventy with templates in JavaScript, the fastest that it has. */
export const eleventy: Tool = {
  id: 'eleventy',
  title: 'Eleventy',
  version: () => {
    const file = path.join(INSTALLED, 'node_modules', PACKAGE, 'package.json');
    if (!existsSync(file)) install();
    if (!existsSync(file)) return undefined;
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  },
  prepare: (order) => {
    const { folder } = order;
    writeProject(order, PLACES);
    const modules = path.join(INSTALLED, 'node_modules');
    symlinkSync(modules, path.join(folder, 'node_modules'), 'junction');
    return {
      build: {
        command: process.execPath,
        args: [path.join(modules, PACKAGE, 'cmd.cjs'), '--quiet'],
        cwd: folder,
        env: { NODE_OPTIONS: '--max-old-space-size=12288' },
      },
      out: path.join(folder, 'dist'),
      clean: () => remove(folder, 'dist', '.cache'),
      addStory: (more) => addPlainStory(order, PLACES, more),
    };
  },
};

function install(): void {
  mkdirSync(INSTALLED, { recursive: true });
  write(path.join(INSTALLED, 'package.json'), '{ "name": "bench", "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  spawnSync('npm', ['install', `${PACKAGE}@${VERSION}`, ...flags], { cwd: INSTALLED });
}
