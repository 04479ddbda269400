/** This press, as the comparison sees it: its command line and what it leaves in its state. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pressEnvironment } from '../../bin/setup.mjs';
import { oneMoreStory } from '../archive/write.ts';
import type { Command, Order, Project, Tool } from '../other-tools/tool.ts';

/** After the last story of every archive, so that nothing is embargoed. */
const AT = '2025-07-01T00:00:00Z';

/** What the press says of an edition in `edition.json`. */
interface EditionReport {
  pagesPrinted?: number;
  filesChanged?: number;
}

/** A press project, with where it keeps what it knows. */
export interface PressProject extends Project {
  state: string;
}

/** The press as a tool. */
export interface PressTool extends Tool {
  prepare: (order: Order) => PressProject;
}

/** The press in a folder, this project or a copy of it. */
export function pressIn(root: string): PressTool {
  return {
    id: 'press',
    title: 'Broadsheet',
    version: () => {
      const text = readFileSync(path.join(root, 'package.json'), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    },
    prepare: ({ folder, archive }) => {
      const [out, state, files] = ['dist', 'state', 'public'].map((name) =>
        path.join(folder, name),
      );
      if (out === undefined || state === undefined || files === undefined) throw new RangeError();
      mkdirSync(files, { recursive: true });
      const options = { content: archive, out, state, public: files, at: AT };
      const build: Command = {
        command: process.execPath,
        args: [
          path.join(root, 'src/press/cli.ts'),
          'build',
          ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
        ],
        cwd: root,
        // As `npm run build` has it.
        env: pressEnvironment(root),
      };
      return {
        build,
        oneProcess: { ...build, args: [...build.args, '--jobs', '1'] },
        out,
        state,
        clean: () => {
          for (const one of [out, state]) rmSync(one, { recursive: true, force: true });
          removeCompiledLayouts(path.join(root, '.broadsheet'));
        },
        addStory: (more) => void oneMoreStory(archive, more),
        report: () => {
          const { pagesPrinted: pages, filesChanged: files } = (readJson(
            path.join(state, 'edition.json'),
          ) ?? {}) as EditionReport;
          return pages === undefined || files === undefined ? undefined : { pages, files };
        },
      };
    },
  };
}

/** The layouts as Astro has compiled them, kept for the next build: a cold build makes them anew. */
function removeCompiledLayouts(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.startsWith('layouts-'))
      rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/** A JSON file, or undefined where there is none. */
export function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
