/** Printing what is due: the same edition as printing all, and no more work than it is. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDIT_KINDS } from './support/edited-paper.ts';
import type { EditKind } from './support/edited-paper.ts';
import { expect, test } from './support/edition.ts';
import { copyOfPress } from './support/press-copy.ts';
import { markdown, writePaper } from './support/paper.ts';
import type { Fields } from './support/paper.ts';
import { printSound } from './support/run.ts';
import type { Printed } from './support/run.ts';
import { randomSteps } from './support/steps.ts';
import { differenceOf, readChanges, treeOf } from './support/tree.ts';

test.describe.configure({ mode: 'parallel', timeout: 280_000 });

const SEED = 1;

test(`20 steps of random edits, code among them, each give what a clean build gives (seed ${SEED})`, async () => {
  test.setTimeout(600_000);
  const left = new Set<EditKind>(EDIT_KINDS);
  const press = copyOfPress('press');
  const options = { seed: SEED, steps: 20, stories: 12, kinds: EDIT_KINDS, press };
  for await (const { number, kinds, faults } of randomSteps(options)) {
    expect(faults, `step ${number}: ${kinds.join(', ')}`).toEqual([]);
    for (const kind of kinds) left.delete(kind);
  }
  expect([...left], 'every kind of edit was made').toEqual([]);
});

const NEWEST = Date.parse('2026-11-20T08:00:00Z');

/** Between two stories of the archive. */
const EIGHT_HOURS = 8 * 3600 * 1000;

/** The story of a number, an ordinary one; the first is the newest. */
function ordinary(number: number): Fields {
  return {
    headline: `Story ${number}`,
    standfirst: `What came of ${number}.`,
    published: new Date(NEWEST - number * EIGHT_HOURS).toISOString(),
    authors: [['anna', 'boris', 'clara'][Math.abs(number) % 3]],
    section: ['world', 'port'][Math.abs(number) % 2],
    topics: [['Ice', 'Ships', 'Trams', 'Grain'][Math.abs(number) % 4]],
  };
}

function pathOf(number: number): string {
  const month = new Date(NEWEST - number * EIGHT_HOURS).toISOString().slice(0, 7);
  return `en/${month.replace('-', '/')}/story-${1000 + number}`;
}

function archiveOf(stories: number): string {
  const numbers = Array.from({ length: stories }, (_, number) => number);
  return writePaper({
    publication: { cards: 'none', timeZone: 'UTC', feeds: { items: 5 } },
    authors: { anna: {}, boris: { name: 'Boris Example' }, clara: { name: 'Clara Example' } },
    sections: { world: {}, port: { name: 'Port' } },
    stories: Object.fromEntries(
      numbers.map((number) => [pathOf(number), { fields: ordinary(number) }]),
    ),
  });
}

interface Report {
  pagesPrinted: number;
  filesChanged: number;
}

function reportOf({ state }: Printed): Report {
  return JSON.parse(readFileSync(join(state, 'edition.json'), 'utf8')) as Report;
}

/** What a build changed, by its own list, which must be the difference of what stands there. */
async function changedBy(edit: () => void, content: string, folder: string) {
  const before = treeOf(join(folder, 'edition'));
  edit();
  const printed = await printSound({ content, folder });
  const list = differenceOf(before, treeOf(printed.out));
  expect(readChanges(printed.state)).toEqual(list);
  const addresses = [list.added, list.changed, list.removed].flat().map(({ address }) => address);
  expect(reportOf(printed).filesChanged).toBe(addresses.length);
  const isFeed = (address: string) => address.startsWith('/feeds/');
  return {
    pages: reportOf(printed).pagesPrinted,
    feeds: addresses.filter(isFeed),
    others: addresses.filter((address) => !isFeed(address)),
  };
}

test('one story more costs the same in a small and in a large archive, and an edit costs its page', async () => {
  // With a card it would be a twelfth.
  const mostFiles = 11;
  const costs: object[] = [];
  // Sizes at which no list begins another page: that page, the one before and its sitemap come then.
  for (const stories of [40, 310]) {
    const content = archiveOf(stories);
    const { folder } = await printSound({ content });
    const write = (number: number, body?: string) => {
      writeFileSync(
        join(content, `articles/${pathOf(number)}.md`),
        markdown(ordinary(number), body),
      );
    };

    const unchanged = await changedBy(() => undefined, content, folder);
    expect(unchanged).toEqual({ pages: 0, feeds: [], others: [] });

    const old = stories - 1;
    const page = `/${pathOf(old).slice('en/'.length)}.html`;
    const edited = await changedBy(() => write(old, 'Other words.'), content, folder);
    expect(edited).toEqual({ pages: 1, feeds: [], others: [page] });

    const young = await changedBy(() => write(0, 'Other words.'), content, folder);
    expect(young.others).toEqual([`/${pathOf(0).slice('en/'.length)}.html`]);
    expect(young.feeds).toEqual(
      ['/feeds/', '/feeds/authors/anna/', '/feeds/topics/ice/', '/feeds/world/']
        .flatMap((feed) => ['atom.xml', 'feed.json', 'rss.xml'].map((file) => `${feed}${file}`))
        .sort(),
    );

    const more = await changedBy(() => write(-1), content, folder);
    expect(more.others).toContain(`/${pathOf(-1).slice('en/'.length)}.html`);
    expect(more.others.length, more.others.join(' ')).toBeLessThanOrEqual(mostFiles);
    costs.push({ pages: more.pages, feeds: more.feeds, others: more.others.length });
  }
  expect(costs[1]).toEqual(costs[0]);
});
