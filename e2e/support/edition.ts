/**
 * The demonstration paper, printed once a run: the first worker that asks prints it, the others
 * wait. `test` gives it to every case as `edition`.
 */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { test as base } from '@playwright/test';
import { serveFolder } from '../../bin/static-server.ts';
import { elementsOf } from './html.ts';
import type { Found } from './html.ts';
import { printPaper, removeTemporary, ROOT } from './run.ts';
import type { Printed } from './run.ts';

/** The demonstration paper's content. */
export const CONTENT = join(ROOT, 'content');

/** The origin that the demonstration paper names as its own. */
export const ORIGIN = 'https://harbourgazette.example';

/** One run of the tests. Set where the tests are gathered, inherited by the workers. */
const RUN = (process.env['BROADSHEET_E2E_RUN'] ??= randomUUID());

const FOLDER = join(ROOT, '.broadsheet/e2e');

/** Printing takes a minute where no picture is drawn yet, on a slow machine more. */
const LONGEST_PRINT = 290_000;

/** An edition on disk. */
export interface Edition extends Printed {
  /** Addresses of all files: `/world/index.html`. */
  files: string[];
  /** Addresses of all HTML files. */
  pages: string[];
  /** The elements of a page, parsed once. */
  elements: (address: string) => Found[];
  read: (address: string) => string;
  bytes: (address: string) => Buffer;
}

/** The three places at which an edition must work. */
export interface Mounts {
  /** `http://localhost:…/` */
  root: string;
  /** `http://localhost:…/some/deep/path/` */
  deep: string;
  /** `file:///…/` */
  disk: string;
}

/** An edition that was printed, ready to be looked at. */
export function openEdition(printed: Printed): Edition {
  const files = readdirSync(printed.out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${relative(printed.out, join(entry.parentPath, entry.name)).split(sep).join('/')}`,
    )
    .map((address) => address.normalize('NFC'))
    .sort();
  const parsed = new Map<string, Found[]>();
  const bytes = (address: string) => readFileSync(join(printed.out, address));
  const read = (address: string) => bytes(address).toString('utf8');
  return {
    ...printed,
    files,
    pages: files.filter((file) => file.endsWith('.html')),
    bytes,
    read,
    elements: (address) => {
      const known = parsed.get(address) ?? elementsOf(read(address));
      parsed.set(address, known);
      return known;
    },
  };
}

async function printOnce(): Promise<Printed> {
  mkdirSync(FOLDER, { recursive: true });
  const report = join(FOLDER, 'paper.json');
  const known = readReport(report);
  if (known !== undefined) return known;
  if (takes(join(FOLDER, `printing-${RUN}`))) {
    for (const name of readdirSync(FOLDER)) {
      if (name.startsWith('printing-') && name !== `printing-${RUN}`)
        rmSync(join(FOLDER, name), { recursive: true });
    }
    const printed = await printPaper({
      content: CONTENT,
      folder: FOLDER,
      out: join(FOLDER, 'paper'),
      state: join(FOLDER, 'state'),
      public: join(ROOT, 'public'),
    });
    writeFileSync(`${report}.part`, JSON.stringify({ run: RUN, printed }));
    renameSync(`${report}.part`, report);
    return printed;
  }
  const end = performance.now() + LONGEST_PRINT;
  for (;;) {
    const printed = readReport(report);
    if (printed !== undefined) return printed;
    if (performance.now() > end) throw new Error('The demonstration paper is not printed yet.');
    await sleep(200);
  }
}

function readReport(file: string): Printed | undefined {
  if (!existsSync(file)) return undefined;
  const { run, printed } = JSON.parse(readFileSync(file, 'utf8')) as {
    run: string;
    printed: Printed;
  };
  return run === RUN ? printed : undefined;
}

/** Whether this process is the first to make the folder. */
function takes(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

interface WorkerFixtures {
  edition: Edition;
  mounts: Mounts;
  /** Takes away the folders that tests of this worker made. */
  tidy: undefined;
}

export const test = base.extend<object, WorkerFixtures>({
  edition: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const printed = await printOnce();
      if (printed.code !== 0) {
        throw new Error(`The demonstration paper was not printed.\n${printed.stderr}`);
      }
      await use(openEdition(printed));
    },
    { scope: 'worker', timeout: LONGEST_PRINT + 10_000 },
  ],
  mounts: [
    async ({ edition }, use) => {
      const root = await serveFolder(edition.out);
      const deep = await serveFolder(edition.out, { prefix: '/some/deep/path/' });
      await use({
        root: root.address,
        deep: deep.address,
        disk: `${pathToFileURL(edition.out).href}/`,
      });
      await Promise.all([root.close(), deep.close()]);
    },
    { scope: 'worker' },
  ],
  tidy: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await use(undefined);
      removeTemporary();
    },
    { scope: 'worker', auto: true },
  ],
});

export { expect } from '@playwright/test';

/** One page of every kind, by what it is; with the languages in which direction or script differ. */
export const KINDS = {
  'the front page': '/index.html',
  'the Russian front page': '/ru/index.html',
  'the Arabic front page': '/ar/index.html',
  'a long read': '/2026/11/night-shift-on-terminal-4.html',
  'a live report': '/2026/11/harbour-ice-live.html',
  'a corrected story': '/2026/11/ferry-strike-ends.html',
  'an opinion': '/2026/11/keep-the-long-quay-public.html',
  'a review': '/2026/11/the-drowned-bell.html',
  'a sponsored story': '/2026/10/a-winter-at-the-maritime-museum.html',
  'a part of a series': '/2026/10/who-owns-the-quay-2.html',
  'a Russian story': '/ru/2026/11/как-читать-ледовую-карту.html',
  'an Arabic story': '/ar/2026/11/تجار-القهوة-في-شارع-الحبال.html',
  'a section': '/port/index.html',
  'an Arabic section': '/ar/city/index.html',
  'a topic': '/topics/harbour-ice/index.html',
  'an author': '/authors/marek-tuomi/index.html',
  'a series': '/series/who-owns-the-quay/index.html',
  'a month': '/2026/11/index.html',
  'the archive': '/archive.html',
  'a static page': '/about.html',
  'an Arabic static page': '/ar/about.html',
  'the corrections page': '/corrections.html',
  'the page of feeds': '/feeds.html',
} as const;

/** A redirect of the demonstration paper, and where it leads. */
export const REDIRECT = {
  from: '/night-shift/index.html',
  to: '/2026/11/night-shift-on-terminal-4.html',
} as const;

/** Whether a page is a story: `/2026/11/slug.html`. */
export function isStory(address: string): boolean {
  return /^(?:\/[a-z]{2})?\/\d{4}\/\d{2}\/(?!index\.html)[^/]+\.html$/u.test(address);
}

/** Whether a page only leads on. */
export function isRedirect(elements: readonly Found[]): boolean {
  return elements.some(
    ({ name, attributes }) => name === 'meta' && attributes['http-equiv'] === 'refresh',
  );
}

/** The file at an absolute address of the demonstration paper; undefined where there is none. */
export function fileOf(edition: Edition, url: string): string | undefined {
  const path = decodeURI(url.slice(ORIGIN.length).replace(/\?.*$/, '')).normalize('NFC');
  const file = path.endsWith('/') ? `${path}index.html` : path;
  return edition.files.includes(file) ? file : undefined;
}

/** An address as it stands in a URL under a mount. */
export function at(mount: string, address: string): string {
  return `${mount}${address.slice(1).split('/').map(encodeURIComponent).join('/')}`;
}
