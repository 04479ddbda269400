/** What a build did, for the next run, for schedulers and for the terminal. */
import type { Instant } from '../../time.ts';
import { countKinds } from './changes.ts';
import type { ChangeList, KindCounts, Tally } from './changes.ts';
import type { Gathered } from './gather.ts';
import type { PlanHead } from './plan.ts';
import type { FileKind } from './source.ts';

/** What `edition.json` says. */
export interface EditionReport {
  /** The moment of the edition, ISO 8601. */
  at: string;
  /** When it should be printed again without an edit; null for never. */
  nextChangeAt: string | null;
  /** Units that were due: stories, lists, feeds and the like. */
  unitsDue: number;
  /** Pages that went through their layout. */
  pagesPrinted: number;
  /** Files that were added, changed or removed. */
  filesChanged: number;
  added: KindCounts;
  changed: KindCounts;
  removed: KindCounts;
  /** What the desk should know of files that were printed: `/feeds/rss.xml has …`. */
  warnings: string[];
  seconds: number;
  /** Files and bytes of the whole edition. */
  files: number;
  bytes: number;
  /** The root hash of the edition. */
  root: string;
}

/** Puts the report of a build together. */
export function editionReport(
  plan: PlanHead,
  changes: ChangeList,
  tally: Tally,
  { affected, pages, warnings }: Gathered,
  seconds: number,
): EditionReport {
  const { added, changed, removed } = changes;
  const iso = (instant: Instant) => new Date(instant).toISOString();
  return {
    at: iso(plan.at),
    nextChangeAt: plan.nextChangeAt === null ? null : iso(plan.nextChangeAt),
    unitsDue: plan.due,
    pagesPrinted: pages.length,
    filesChanged: added.length + changed.length + removed.length,
    added: countKinds(added, affected),
    changed: countKinds(changed, affected),
    removed: countKinds(removed, affected),
    warnings: [...warnings]
      .flatMap(([address, said]) => said.map((text) => `${address} ${text}`))
      .sort(),
    seconds: Math.round(seconds * 100) / 100,
    ...tally,
  };
}

const NAMES: Record<FileKind, [one: string, more: string]> = {
  page: ['page', 'pages'],
  list: ['list', 'lists'],
  card: ['card', 'cards'],
  picture: ['picture', 'pictures'],
  icon: ['icon', 'icons'],
  feed: ['feed', 'feeds'],
  sitemap: ['sitemap', 'sitemaps'],
  redirect: ['redirect', 'redirects'],
  file: ['other file', 'other files'],
};

/** The report as lines for a terminal. */
export function formatReport(report: EditionReport): string {
  const { pagesPrinted, filesChanged, files, seconds, nextChangeAt } = report;
  const pages = `${pagesPrinted} ${pagesPrinted === 1 ? 'page' : 'pages'}`;
  const changed = filesChanged === 0 ? 'no file' : `${filesChanged}`;
  const lines = [
    `Printed ${pages}, changed ${changed} of ${files} files in ${seconds.toFixed(1)} s.`,
  ];
  for (const what of ['added', 'changed', 'removed'] as const) {
    const kinds = formatKinds(report[what]);
    if (kinds !== '') lines.push(`  ${`${what}:`.padEnd(9)} ${kinds}`);
  }
  if (report.warnings.length > 0) {
    lines.push('What to look at in the edition:', ...report.warnings.map((text) => `  ${text}`));
  }
  if (nextChangeAt !== null) lines.push(`The next edition is due at ${nextChangeAt}.`);
  return `${lines.join('\n')}\n`;
}

function formatKinds(counts: KindCounts): string {
  return (Object.keys(NAMES) as FileKind[])
    .flatMap((kind) => {
      const count = counts[kind] ?? 0;
      return count === 0 ? [] : [`${count} ${NAMES[kind][count === 1 ? 0 : 1]}`];
    })
    .join(', ');
}
