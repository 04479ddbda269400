/** The checks of an edition that must never fail: every link leads to a file, every anchor is there. */
import type { DatabaseSync } from 'node:sqlite';
import type { Gathered } from './gather.ts';
import { unpackNumbers } from './links.ts';

/** Most faults that one message lists. */
const MOST_LISTED = 50;

/** The edition has faults that no reader must meet. */
export class EditionError extends Error {
  override readonly name = 'EditionError';

  /** `faults`: a sentence each, without a full stop. */
  constructor(faults: readonly string[]) {
    const listed = faults.slice(0, MOST_LISTED).map((fault) => `  ${fault}`);
    const left = faults.length - MOST_LISTED;
    const more = left > 0 ? `\n  … and ${left} more` : '';
    super(`The edition is not whole; the last one stays.\n${listed.join('\n')}${more}`);
  }
}

/**
 * Throws an EditionError when a link of any page, printed now or long ago, leads to no file of the
 * edition or to an anchor that its page has not. `db` already holds the new edition, and looks only
 * at what this build can have broken.
 */
export function checkEdition(
  db: DatabaseSync,
  { affected, pages, linked }: Gathered,
  { clean }: { clean: boolean },
): void {
  const broken = new Map<number, string>();
  const file = db.prepare('SELECT ids FROM prints WHERE address = ? LIMIT 1');
  const judge = (id: number, address: string, anchor: string) => {
    const found = file.get(address) as { ids: string | null } | undefined;
    if (found === undefined) broken.set(id, `${address}, which is not there`);
    else if (anchor !== '' && found.ids !== null) {
      const ids = JSON.parse(found.ids) as string[];
      if (!ids.includes(anchor)) broken.set(id, `${address}#${anchor}, which is not on that page`);
    }
  };

  const target = db.prepare('SELECT address, anchor FROM targets WHERE id = ?');
  for (const id of linked) {
    const { address, anchor } = target.get(id) as { address: string; anchor: string };
    judge(id, address, anchor);
  }
  // Links of other pages break only where a file goes, or the anchors of a page change.
  const gone = [...affected].flatMap(([address, { after }]) =>
    after === undefined ? address : [],
  );
  const targets = db.prepare('SELECT id, anchor FROM targets WHERE address = ?');
  const known = pages.filter((address) => affected.get(address)?.wasPrinted);
  for (const address of [...gone, ...known]) {
    for (const { id, anchor } of targets.all(address) as { id: number; anchor: string }[]) {
      judge(id, address, anchor);
    }
  }
  const faults = broken.size === 0 ? [] : faultsOf(db, broken);
  if (faults.length > 0) throw new EditionError(faults);
  // It asks all pages, so not for every link that was taken out.
  if (gone.length > 0 || clean) forgetUnused(db);
}

/** Forgets what no page links to: nothing of a story that is gone stays behind. */
function forgetUnused(db: DatabaseSync): void {
  const used = new Set<number>();
  for (const row of db.prepare('SELECT links FROM prints WHERE links IS NOT NULL').iterate()) {
    for (const id of unpackNumbers((row as { links: Uint8Array }).links)) used.add(id);
  }
  const forget = db.prepare('DELETE FROM targets WHERE id = ?');
  for (const { id } of db.prepare('SELECT id FROM targets').all() as { id: number }[]) {
    if (!used.has(id)) forget.run(id);
  }
}

/** A sentence for each broken link, with the pages that have it: what a layout names is on all. */
function faultsOf(db: DatabaseSync, broken: ReadonlyMap<number, string>): string[] {
  const having = new Map<string, string[]>();
  const pages = db.prepare('SELECT address, links FROM prints WHERE links IS NOT NULL ORDER BY 1');
  for (const row of pages.iterate()) {
    const { address, links } = row as { address: string; links: Uint8Array };
    for (const id of unpackNumbers(links)) {
      const fault = broken.get(id);
      if (fault !== undefined) {
        const addresses = having.get(fault);
        if (addresses === undefined) having.set(fault, [address]);
        else addresses.push(address);
      }
    }
  }
  return [...having].map(([fault, addresses]) => `${subjectOf(addresses)} to ${fault}`);
}

/** `/a.html links`, `/a.html and /b.html link`, `/a.html, /b.html and 185 more pages link`. */
function subjectOf([first = '', second, ...more]: readonly string[]): string {
  if (second === undefined) return `${first} links`;
  if (more.length === 0) return `${first} and ${second} link`;
  return `${first}, ${second} and ${more.length} more ${more.length === 1 ? 'page' : 'pages'} link`;
}
