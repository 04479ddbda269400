/** The checks of a staged edition that must never fail: every file is there, every link leads. */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { PageLink } from './finish-page.ts';

/** The edition has a fault that no reader must meet. */
export class EditionError extends Error {
  override readonly name = 'EditionError';
}

/** What the bundler makes of our styles: fonts, and nothing else. */
const ASSET = /^\/assets\/[^/]+\.(?:woff2?|css)$/;

/** What file managers leave in `public/`. */
const DESKTOP_LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** Most faults that one message lists. */
const MOST_LISTED = 50;

/**
 * Throws when a page that was rendered is not in the folder, or when a link inside the edition
 * leads to no file or no anchor. What Astro left there of its own work is removed.
 */
export async function checkEdition(
  folder: string,
  pages: ReadonlyMap<string, { links: readonly PageLink[]; ids: ReadonlySet<string> }>,
  expected: ReadonlySet<string>,
  publicFolder: string,
): Promise<void> {
  await rm(path.join(folder, '.prerender'), { recursive: true, force: true });
  const files = new Set(await listFiles(folder, ''));
  const faults: string[] = [];
  for (const file of files) {
    if (expected.has(file) || ASSET.test(file)) continue;
    if (DESKTOP_LITTER.test(file)) await rm(path.join(folder, file));
    else if (!existsSync(path.join(publicFolder, file))) {
      faults.push(`${file} is in the edition, and nothing printed it`);
    }
  }
  for (const address of expected) {
    if (!files.has(address)) faults.push(`${address} was rendered and is not in the edition`);
  }
  for (const [address, { links }] of pages) {
    for (const { target, anchor } of links) {
      if (!files.has(target)) faults.push(`${address} links to ${target}, which is not there`);
      else if (anchor !== '' && pages.get(target)?.ids.has(anchor) === false) {
        faults.push(`${address} links to ${target}#${anchor}, which is not on that page`);
      }
    }
  }
  if (faults.length === 0) return;
  const listed = faults.slice(0, MOST_LISTED).map((fault) => `  ${fault}`);
  const more = faults.length > MOST_LISTED ? `\n  … and ${faults.length - MOST_LISTED} more` : '';
  throw new EditionError(
    `The edition is not whole; the last one stays.\n${listed.join('\n')}${more}`,
  );
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) =>
      entry.isDirectory()
        ? await listFiles(root, `${folder}/${entry.name}`)
        : [`${folder}/${entry.name}`.normalize('NFC')],
    ),
  );
  return lists.flat();
}
