/** How many files a build changes, by kind, and what is promised of that. */
import type { Verdict } from './budgets.ts';
import type { Step } from './measurement.ts';

/** What one build printed and changed. */
export interface Counts {
  stories: number;
  step: Step;
  /** Pages that were printed. */
  pages: number;
  /** Files that were added, changed or removed, by kind. */
  files: Record<string, number>;
}

/** Files that one story more may change, feeds and pictures aside. */
const MOST_FILES = 12;

/** Kinds of file, by the address; the first that fits. */
const KINDS: readonly [kind: string, address: RegExp][] = [
  ['HTML', /\.html$/],
  ['cards', /^\/cards\//],
  ['feeds', /^\/feeds\//],
  ['sitemaps', /^\/sitemap/],
  ['pictures', /^\/assets\/pictures\//],
  ['others', /^/],
];

/** Counts addresses by the kind of file. */
export function byKind(addresses: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const address of addresses) {
    const kind = KINDS.find(([, form]) => form.test(address))?.[0] ?? 'others';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Every promise that these counts can say something about. */
export function judgeCounts(all: readonly Counts[]): Verdict[] {
  const unchanged = all.filter(({ step }) => step === 'unchanged');
  const more = all.filter(({ step }) => step === 'one more');
  return [
    ...unchanged.map(({ stories, pages, files }): Verdict => {
      const changed = total(files);
      return {
        promise: `${stories.toLocaleString('en')} stories: an unchanged paper prints nothing`,
        found: `${pages} pages, ${changed} files`,
        kept: pages === 0 && changed === 0,
      };
    }),
    ...more.map(({ stories, files }): Verdict => {
      const counted = total(files) - (files['feeds'] ?? 0) - (files['pictures'] ?? 0);
      return {
        promise: `${stories.toLocaleString('en')} stories: one more changes at most ${MOST_FILES} files, feeds and pictures aside`,
        found: `${counted} files`,
        kept: counted <= MOST_FILES,
      };
    }),
    ...(more.length < 2 ? [] : [sameEverywhere(more)]),
  ];
}

function sameEverywhere(more: readonly Counts[]): Verdict {
  const found = more.map(({ pages, files }) =>
    [`${pages} pages`, ...Object.keys(files).map((kind) => `${files[kind] ?? 0} ${kind}`)]
      .sort()
      .join(', '),
  );
  return {
    promise: 'One story more prints and changes as much at every size',
    found: [...new Set(found)].join(' | '),
    kept: new Set(found).size === 1,
  };
}

function total(files: Record<string, number>): number {
  return Object.values(files).reduce((sum, number) => sum + number, 0);
}
