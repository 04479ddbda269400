/**
 * The press as an Astro integration. Astro compiles the layouts (`compile.ts`) and shows them in the
 * development server; what is printed, and when, is decided elsewhere.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroAdapter, AstroIntegration } from 'astro';
import { handOnOptions, pressOptions } from '../options.ts';
import { developmentServer } from './development-server.ts';
import { borders } from './layouts/borders.ts';
import { styles } from './layouts/styles.ts';
import { UsageError } from './usage-error.ts';

/** The name of the adapter by which `compileLayouts` asks for a bundle. */
export const LAYOUTS = 'broadsheet-layouts';

/** Pages are asked for, not generated: by our own entry, or by the development server. */
const ON_DEMAND: AstroAdapter = {
  name: LAYOUTS,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- only its other value is.
  entrypointResolution: 'auto',
  serverEntrypoint: new URL('layouts/printer.ts', import.meta.url),
  supportedAstroFeatures: {
    serverOutput: 'stable',
    sharpImageService: { support: 'unsupported', message: '', suppress: 'all' },
  },
};

/** What every run of Astro has in common: how pages look. */
export function broadsheet(): AstroIntegration {
  return {
    name: 'broadsheet',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, addMiddleware }) => {
        if (command === 'build' && config.adapter?.name !== LAYOUTS) {
          throw new UsageError('Print the paper with: npm run build');
        }
        if (command === 'dev') {
          handOnOptions({ mode: 'preview' });
          updateConfig({
            publicDir: pathToFileURL(`${pressOptions().public}/`),
            adapter: { name: LAYOUTS, hooks: {} },
          });
          const entrypoint = new URL('layouts/development-pages.ts', import.meta.url);
          addMiddleware({ order: 'pre', entrypoint });
        }
        updateConfig({
          output: 'server',
          trailingSlash: 'ignore',
          compressHTML: true,
          scopedStyleStrategy: 'where',
          devToolbar: { enabled: false },
          build: { format: 'preserve', inlineStylesheets: 'always', assets: 'assets' },
          vite: {
            build: {
              // The policy of a page names the scripts in it; nothing else stands in it.
              assetsInlineLimit: (file) => file.endsWith('.js'),
              // esbuild keeps selectors as they are written; lists within :lang() are not for all.
              cssMinify: 'esbuild',
            },
            plugins: [
              borders(fileURLToPath(config.root)),
              styles(fileURLToPath(config.root)),
              developmentServer(),
            ],
          },
        });
      },
      'astro:config:done': ({ setAdapter }) => setAdapter(ON_DEMAND),
    },
  };
}
