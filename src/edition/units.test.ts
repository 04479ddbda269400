import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../store/rows.ts';
import { digestOf } from '../fingerprint.ts';
import { editionOf, keysOf, printsOfUnit } from './edition-for-tests.ts';
import type { Edition } from './edition.ts';
import { bodyOfFacts, moment, NOW, story } from './paper-for-tests.ts';
import { paperOf } from './paper.ts';
import { printsOf } from './prints.ts';
import { samplePaper } from './sample-paper-for-tests.ts';
import { createSheet } from './sheet.ts';
import { coveredRows } from './strict-sheet-for-tests.ts';
import type { Unit } from './unit.ts';
import { digestOfUnit } from './unit-digest.ts';
import { units } from './units.ts';

/** A unit of an edition, and what it prints. */
interface Printed {
  unit: Unit;
  digest: number;
  prints: string;
}

/** All that an edition prints, by the keys of its units. */
async function printed(edition: Edition): Promise<Map<string, Printed>> {
  const all = new Map<string, Printed>();
  for (const unit of units(edition)) {
    const prints = JSON.stringify(await printsOfUnit(edition, unit));
    all.set(unit.key, { unit, digest: digestOfUnit(unit), prints });
  }
  return all;
}

const paperDigest = (edition: Edition) => digestOf(paperOf(edition));

/** Those of a content’s units whose digests are not what they were. */
function dueUnits(before: ReadonlyMap<string, Printed>, after: Edition): string[] {
  return Array.from(units(after))
    .filter((unit) => before.get(unit.key)?.digest !== digestOfUnit(unit))
    .map(({ key }) => key);
}

let before: Map<string, Printed>;
let paper: string;
beforeAll(async () => {
  const edition = editionOf(samplePaper());
  before = await printed(edition);
  paper = paperDigest(edition);
});

describe('the units of an edition', () => {
  it('have names of their own, and none prints at an address of another but the same', () => {
    expect(keysOf(editionOf(samplePaper()))).toHaveLength(before.size);
    const files = new Map<string, string>();
    for (const { prints } of before.values()) {
      for (const print of JSON.parse(prints) as { address: string; kept?: string }[]) {
        const file = print.kept ?? JSON.stringify(print);
        expect([print.address, files.get(print.address) ?? file]).toEqual([print.address, file]);
        files.set(print.address, file);
      }
    }
  });

  it('are plain data: they and the paper may go through a file', async () => {
    const edition = editionOf(samplePaper());
    const through = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Value;
    const sheet = createSheet(through(paperOf(edition)), edition.archive);
    for (const unit of units(edition)) {
      const prints = await printsOf(sheet, through(unit), bodyOfFacts);
      expect([unit.key, JSON.stringify(prints)]).toEqual([unit.key, before.get(unit.key)?.prints]);
    }
  });

  it('have the same digests again', () => {
    expect(dueUnits(before, editionOf(samplePaper()))).toEqual([]);
    expect(paperDigest(editionOf(samplePaper()))).toBe(paper);
  });
});

/** Where something stands in a content, and its value. */
type Leaf = [path: (string | number)[], value: string | number | boolean];

/** Names and places: a row that had others would be another row. */
const IDENTITY =
  /\.(path|id|file|language|year|month|slug|origin|timeZone|kind|languages|defaultLanguage|filled)(\.|$)/;

/** Each thing that a row says; of its lists the last. */
function leaves(content: Content): Leaf[] {
  const found = new Map<string, Leaf>();
  const walk = (value: unknown, path: (string | number)[]) => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        walk(inner, [...path, Array.isArray(value) ? Number(name) : name]);
      }
    } else if (value !== undefined && value !== null && !IDENTITY.test(`.${path.join('.')}`)) {
      const row = path.slice(0, 2).join('.');
      const fields = path.slice(2).filter((part) => typeof part === 'string');
      found.set(`${row}.${fields.join('.')}`, [path, value as Leaf[1]]);
    }
  };
  walk(content, []);
  return [...found.values()];
}

/** A content in which one thing is otherwise. */
function changed(content: Content, [path, value]: Leaf): Content {
  const copy = structuredClone(content);
  let place: unknown = copy;
  for (const part of path.slice(0, -1)) place = (place as Record<string | number, unknown>)[part];
  (place as Record<string | number, unknown>)[path.at(-1) ?? ''] = otherwise(value);
  return copy;
}

function otherwise(value: Leaf[1]): Leaf[1] {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : `${value}x`;
}

/**
 * Whether a unit can see the row that something stands in. The sheet of these tests shows a unit no
 * other rows, so that those that cannot need not be printed to know that nothing changed.
 */
function canSee(edition: Edition, unit: Unit, content: Content, [path]: Leaf): boolean {
  const [collection, index] = path;
  const rows = content[collection as keyof Content];
  const row: object | undefined =
    Array.isArray(rows) && typeof index === 'number' ? rows[index] : undefined;
  const names = coveredRows(edition.archive, unit);
  if (row !== undefined && 'path' in row) {
    const place = String(row.path);
    return ['stories', 'cards', 'pages', 'appeals'].some((kind) => names.has(`${kind}/${place}`));
  }
  const isNamed = ['authors', 'sections', 'series'].includes(String(collection));
  return (
    !isNamed ||
    (row !== undefined && 'id' in row && names.has(`${String(collection)}/${String(row.id)}`))
  );
}

describe('what a unit prints', () => {
  /** The 31 stories that only fill the lists are all alike: three of them are enough. */
  const content = samplePaper();
  const all = leaves(content).filter(
    ([path]) =>
      path[0] !== 'articles' || typeof path[1] !== 'number' || path[1] < 3 || path[1] > 30,
  );

  const unseenOf = async (
    given: Content,
    known: ReadonlyMap<string, Printed>,
    some: readonly Leaf[],
  ): Promise<string[]> => {
    const unseen: string[] = [];
    const knownPaper = paperDigest(editionOf(given));
    for (const leaf of some) {
      const edition = editionOf(changed(given, leaf));
      if (paperDigest(edition) !== knownPaper) continue;
      for (const unit of units(edition)) {
        const was = known.get(unit.key);
        if (was?.digest !== digestOfUnit(unit)) continue;
        if (!canSee(edition, unit, given, leaf)) continue;
        if (JSON.stringify(await printsOfUnit(edition, unit)) !== was.prints) {
          unseen.push(`${leaf[0].join('.')}: ${unit.key}`);
        }
      }
    }
    return unseen;
  };

  it('follows from its inputs and the paper: nothing else changes it', async () => {
    expect(all.length).toBeGreaterThan(300);
    expect(await unseenOf(content, before, all)).toEqual([]);
  }, 120_000);

  it.each(['all', 'sections'] as const)(
    'follows from them also where cards are for “%s”',
    async (cards) => {
      const other = structuredClone(content);
      other.publication.data.cards = cards;
      const named = all.filter(([[collection]]) =>
        ['authors', 'sections', 'topics'].includes(String(collection)),
      );
      expect(await unseenOf(other, await printed(editionOf(other)), named)).toEqual([]);
    },
    120_000,
  );

  it('changes by itself when a moment passes that its inputs tell', async () => {
    const later = moment('2030-01-01');
    const edition = editionOf(samplePaper(), { at: later });
    expect(later).toBeGreaterThan(NOW);
    for (const unit of units(edition)) {
      const was = before.get(unit.key);
      const prints = JSON.stringify(await printsOfUnit(edition, unit));
      if (paperDigest(edition) === paper && was?.digest === digestOfUnit(unit)) {
        expect([unit.key, prints]).toEqual([unit.key, was.prints]);
      }
    }
  });
});

describe('an edit', () => {
  /** The units that are due after an edit of a story. */
  const dueAfter = (path: string, edit: (row: Content['articles'][number]) => void) => {
    const content = samplePaper();
    const row = content.articles.find((one) => one.path === path);
    if (row === undefined) throw new Error(`There is no story ${path}.`);
    edit(row);
    const edition = editionOf(content);
    expect(paperDigest(edition)).toBe(paper);
    return dueUnits(before, edition).sort();
  };

  it('of a text touches its page and the feeds that carry it, and no list', () => {
    const due = dueAfter('en/2025/02/part', (row) => {
      row.facts.digest = story(row.path, { text: 'Another text.' }).facts.digest;
    });
    expect(due.filter((key) => !key.startsWith('feed '))).toEqual(['story en/2025/02/part']);
    expect(due).toContain('feed en series ice');
  });

  it('of a headline touches what names the story', () => {
    const due = dueAfter('en/2020/01/s020', (row) => {
      row.data.headline = 'Another headline';
    });
    expect(due.filter((key) => !key.startsWith('feed '))).toEqual([
      'list en author boris',
      'list en author boris 1',
      'list en section world',
      'list en section world 1',
      'month en 2020/01',
      'story en/2020/01/s020',
      'story en/2020/01/s021',
      'story en/2020/01/s022',
      'story en/2020/01/s023',
    ]);
  });

  it('of a correction touches the page of corrections, and the story’s moment', () => {
    const due = dueAfter('en/2025/02/part', (row) => {
      const date = moment('2025-02-28');
      row.facts.corrections = [{ date, text: 'x', kind: 'correction', placed: false }];
    });
    expect(due.filter((key) => !key.startsWith('feed '))).toEqual([
      'corrections en',
      'sitemap 2025-02',
      'sitemap-index',
      'story en/2025/02/part',
    ]);
  });
});
