/**
 * The layouts, compiled once for a state of the code. Astro bundles routes, layouts, components,
 * styles and locales into a folder that needs nothing else; whoever prints opens it.
 */
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { PageKind, PageViews } from '../edition/page-kinds.ts';
import { isDead } from './engine/disk.ts';
import { hashOf } from './folder-links.ts';
import { LAYOUTS } from './integration.ts';
import { compileFailed, layoutFailed } from './layouts/layout-error.ts';

/** The layouts, ready to print. */
export interface Layouts {
  /**
   * HTML of a page of this kind, before the last touch: a function of the view and of nothing else.
   * `address` is for messages.
   * @throws LayoutError naming the kind, the address and the component.
   */
  render<Kind extends PageKind>(
    kind: Kind,
    address: string,
    view: PageViews[Kind],
  ): Promise<string>;
  /** SHA-256 (base64) of the scripts of layouts and components. */
  scripts(): Promise<ReadonlySet<string>>;
  /** What the styles need beside the pages: fonts. In the order of their addresses. */
  assets: readonly LayoutAsset[];
}

/** A file that goes into the edition as it is. */
export interface LayoutAsset {
  /** `/assets/stix-two-text-latin-400-normal.Dm29J5Fl.woff2`; another file has another name. */
  address: string;
  file: string;
}

/** What the bundle exports: `layouts/printer.ts`. */
interface Printer {
  readonly render: <Kind extends PageKind>(kind: Kind, view: PageViews[Kind]) => Promise<string>;
  readonly scripts: readonly string[];
}

/**
 * Compiles the layouts of the project at `root` into `folder`, which is made whole or not at all.
 * @throws LayoutError for what does not compile, and for an import that is out of reach.
 */
export async function compileLayouts(place: { root: string; folder: string }): Promise<void> {
  const { root, folder } = place;
  // Only when it is needed: it takes longer to load than most editions to print.
  const { build } = await import('astro');
  await removeAbandoned(path.dirname(folder));
  const work = `${folder}.compiling-${process.pid}`;
  try {
    await build({
      root,
      outDir: work,
      publicDir: path.join(work, 'no-public-files'),
      cacheDir: path.join(work, 'cache'),
      adapter: await layoutsAdapter(work),
      logLevel: 'silent',
    });
    await rm(path.join(work, 'cache'), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
    await rename(work, folder);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw compileFailed(error, root);
  }
}

/** Removes what compilers left that were killed. */
async function removeAbandoned(home: string): Promise<void> {
  const names = existsSync(home) ? await readdir(home) : [];
  for (const name of names) {
    const pid = /\.compiling-(\d+)$/.exec(name)?.[1];
    if (pid === undefined || !isDead(Number(pid))) continue;
    await rm(path.join(home, name), { recursive: true, force: true });
  }
}

/** Tells Astro what to make: one bundle with our entry, and nothing outside it. */
async function layoutsAdapter(work: string): Promise<AstroIntegration> {
  const { passthroughImageService } = await import('astro/config');
  return {
    name: LAYOUTS,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          image: { service: passthroughImageService() },
          vite: {
            cacheDir: path.join(work, 'cache/vite'),
            build: { sourcemap: true },
            // Those of what goes into pages would name the folders of this machine.
            environments: { client: { build: { sourcemap: false } } },
            ssr: { noExternal: true },
          },
        });
      },
    },
  };
}

/** Opens the layouts that `compileLayouts` made. They are loaded when the first page is printed. */
export async function openLayouts(folder: string): Promise<Layouts> {
  const entry = pathToFileURL(path.join(folder, 'server/entry.mjs')).href;
  let loaded: Promise<Printer> | undefined;
  const printer = () => (loaded ??= import(entry) as Promise<Printer>);
  let hashes: Promise<ReadonlySet<string>> | undefined;
  return {
    async render(kind, address, view) {
      const { render } = await printer();
      try {
        return await render(kind, view);
      } catch (error) {
        throw layoutFailed(kind, address, error, folder);
      }
    },
    scripts: () => (hashes ??= printer().then(({ scripts }) => new Set(scripts.map(hashOf)))),
    assets: await listAssets(path.join(folder, 'client')),
  };
}

async function listAssets(client: string): Promise<LayoutAsset[]> {
  if (!existsSync(client)) return [];
  const entries = await readdir(client, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { address: `/${path.relative(client, file).split(path.sep).join('/')}`, file };
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}
