/** What happens around Astro's build: the paper's settings, finished pages, checks, the switch. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { handOnOptions, pressOptions } from '../options.ts';
import { pruneCache } from './cache.ts';
import { checkEdition } from './check-edition.ts';
import { serveFileAddresses } from './dev-addresses.ts';
import { finishPage } from './finish-page.ts';
import type { FinishedPage } from './finish-page.ts';
import { Progress } from './progress.ts';
import { switchEdition } from './switch.ts';

/** Modules with native parts, which cannot be bundled. */
const NATIVE = ['sharp', '@resvg/resvg-js', 'satteri', 'harfbuzzjs'];

/**
 * The press as an Astro integration. Renders into a staging folder; only an edition that passed
 * every check takes the place of the last one.
 */
export function broadsheet(): AstroIntegration {
  const options = pressOptions();
  const staging = path.join(options.state, `staging-${process.pid}`);
  const scratch = path.join(options.state, `scratch-${process.pid}`);
  const pages = new Map<string, Pick<FinishedPage, 'links' | 'ids'>>();
  const expected = new Set<string>();
  const started = Date.now();
  return {
    name: 'broadsheet',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev') handOnOptions({ mode: 'preview' });
        updateConfig({
          outDir: pathToFileURL(`${staging}/`),
          publicDir: pathToFileURL(`${options.public}/`),
          ...(command === 'build' ? { cacheDir: pathToFileURL(`${scratch}/`) } : {}),
          trailingSlash: 'ignore',
          compressHTML: true,
          scopedStyleStrategy: 'where',
          devToolbar: { enabled: false },
          prerenderConflictBehavior: 'error',
          build: {
            format: 'preserve',
            inlineStylesheets: 'always',
            assets: 'assets',
            concurrency: 4,
          },
          vite: {
            build: { assetsInlineLimit: 0 },
            ssr: { external: NATIVE },
            plugins: [serveFileAddresses()],
          },
        });
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        await rm(staging, { recursive: true, force: true });
        await mkdir(staging, { recursive: true });
        setPrerenderer((usual) => finishing(usual, pages, expected));
      },
      'astro:build:done': async () => {
        await checkEdition(staging, pages, expected);
        await switchEdition(staging, options.out);
        await pruneCache(['cards', 'pictures']);
        await rm(scratch, { recursive: true, force: true });
        process.stdout.write(
          `Printed ${pages.size} pages, ${expected.size} files in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`,
        );
      },
    },
  };
}

/** Renders as usual, then finishes what is HTML; whatever does not render ends the build. */
function finishing(
  usual: AstroPrerenderer,
  pages: Map<string, Pick<FinishedPage, 'links' | 'ids'>>,
  expected: Set<string>,
): AstroPrerenderer {
  const progress = new Progress('Printing');
  return {
    ...usual,
    name: 'broadsheet',
    async getStaticPaths() {
      const paths = await usual.getStaticPaths();
      progress.begin(paths.length);
      return paths;
    },
    async render(request, context) {
      const rendered = await usual.render(request, context);
      const response = rendered instanceof Response ? rendered : rendered.response;
      const address = addressOf(new URL(request.url).pathname);
      const expectedStatus = address === '/404.html' ? 404 : 200;
      if (response.status !== expectedStatus) throw new Error(`${address} answered ${response.status} instead of a page.`);
      progress.step();
      expected.add(address);
      if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return rendered;
      const { html, links, ids } = finishPage(
        await response.text(),
        address,
        address === '/404.html',
      );
      pages.set(address, { links, ids });
      return new Response(html, { status: response.status, headers: response.headers });
    },
  };
}

/** The file of a requested path: `/world/` is `/world/index.html`. */
function addressOf(pathname: string): string {
  const decoded = decodeURIComponent(pathname).normalize('NFC');
  return decoded.endsWith('/') ? `${decoded}index.html` : decoded;
}
