/** What happens around Astro's build: the paper's settings, finished pages, checks, the switch. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { handOnOptions, pressOptions } from '../options.ts';
import { pruneCache } from './cache.ts';
import { checkEdition } from './check-edition.ts';
import { developmentServer } from './development-server.ts';
import { finishPage } from './finish-page.ts';
import type { FinishedPage } from './finish-page.ts';
import { readPermalinks } from './permalinks.ts';
import { Progress } from './progress.ts';
import { runReport } from './run-report.ts';
import { recoverSwitch, removeDeadRuns, switchEdition } from './switch.ts';

/** Modules with native parts, which cannot be bundled. */
const NATIVE = ['sharp', '@resvg/resvg-js', 'satteri', 'harfbuzzjs'];

/**
 * The press as an Astro integration. Renders into a staging folder; only an edition that passed
 * every check takes the place of the last one.
 */
export function broadsheet(): AstroIntegration {
  const options = pressOptions();
  // Inside the project, wherever the state is: what is rendered there finds the project's packages.
  const work = path.join(options.root, '.broadsheet', `run-${process.pid}`);
  const staging = path.join(work, 'staging');
  const scratch = path.join(work, 'scratch');
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
            format: readPermalinks(options.content) === 'folder' ? 'directory' : 'preserve',
            inlineStylesheets: 'always',
            assets: 'assets',
            concurrency: 4,
          },
          vite: {
            // esbuild keeps selectors as they are written; lists within :lang() are not for all.
            build: { assetsInlineLimit: 0, cssMinify: 'esbuild' },
            ssr: { external: NATIVE },
            plugins: [developmentServer()],
          },
        });
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        await removeDeadRuns(path.dirname(work));
        await recoverSwitch(options.out);
        await mkdir(staging, { recursive: true });
        setPrerenderer((usual) => finishing(usual, pages, expected));
      },
      'astro:build:done': async () => {
        await checkEdition(staging, pages, expected, options.public);
        await switchEdition(staging, options.out);
        await pruneCache(['cards', 'pictures']);
        await rm(work, { recursive: true, force: true });
        await writeReport(options.state, pages.size, expected.size);
        process.stdout.write(
          `Printed ${pages.size} pages, ${expected.size} files in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`,
        );
      },
    },
  };
}

/** What the next run wants to know; `nextChangeAt` is when to print again without an edit. */
async function writeReport(state: string, pages: number, files: number): Promise<void> {
  const { at } = pressOptions();
  const { nextChangeAt } = runReport();
  const iso = (instant: number) => new Date(instant).toISOString();
  const next = nextChangeAt === undefined ? null : iso(nextChangeAt);
  await mkdir(state, { recursive: true });
  await writeFile(
    path.join(state, 'edition.json'),
    `${JSON.stringify({ at: iso(at), nextChangeAt: next, pages, files }, null, 2)}\n`,
  );
  if (next !== null) process.stdout.write(`The next edition is due at ${next}.\n`);
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
      if (response.status !== expectedStatus)
        throw new Error(`${address} answered ${response.status} instead of a page.`);
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
  if (/^\/404\/?$/.test(decoded)) return '/404.html';
  return decoded.endsWith('/') ? `${decoded}index.html` : decoded;
}
