/** The borders of components, layouts and routes, kept by the compiler as the lint keeps them. */
import path from 'node:path';
import type { Plugin } from 'vite';
import { borderOf, lets } from '../../../bin/lint-rooms.mjs';

/** What Astro's compiler writes into every component. */
const OF_THE_COMPILER = /^astro\/(?:compiler-runtime|runtime\/)|^\0/;

/**
 * Refuses what a component, a layout or a route of `root` may not import: what it printed could
 * change without its view model. The error names the file, the import, and what to do instead.
 */
export function borders(root: string): Plugin {
  const source = `${path.join(root, 'src').split(path.sep).join('/')}/`;
  return {
    name: 'broadsheet-borders',
    resolveId: {
      order: 'pre',
      handler(specifier, importer) {
        const [file = ''] = importer?.split('?', 1) ?? [];
        if (!file.startsWith(source) || OF_THE_COMPILER.test(specifier)) return;
        const [target = ''] = specifier.split('?', 1);
        // A component's own styles and scripts.
        if (target === file) return;
        const below = file.slice(source.length);
        const border = borderOf(below);
        const written = target.startsWith(source) ? `#${target.slice(source.length)}` : specifier;
        if (border === undefined || lets(border, written, below)) return;
        this.error(
          `src/${below} imports '${specifier}', which is out of reach here. ${border.message}`,
        );
      },
    },
    transform: {
      order: 'pre',
      handler(code, id) {
        const [file = ''] = id.split('?', 1);
        if (!file.startsWith(source) || !/\bimport\.meta\.glob/.test(code)) return;
        const below = file.slice(source.length);
        const border = borderOf(below);
        if (border === undefined) return;
        this.error(
          `src/${below} has import.meta.glob, which is out of reach here. ${border.message}`,
        );
      },
    },
  };
}
