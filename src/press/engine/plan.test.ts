import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../digest-code.ts';
import { compareUnits } from './plan.ts';
import type { Unit } from './source.ts';
import { openState } from './state.ts';

let folder = '';
let db: DatabaseSync;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-plan-'));
  db = openState(folder);
});
afterEach(async () => {
  db.close();
  await rm(folder, { recursive: true });
});

/** A unit; another version has another digest. */
const unit = (key: string, version = 1): Unit => ({
  key,
  kind: 'story',
  digest: codeOf(`${key} ${version}`),
  inputs: {},
});

function printed(...units: Unit[]): void {
  const put = db.prepare('INSERT INTO units (key, kind, digest) VALUES (?, ?, ?)');
  db.exec('BEGIN');
  for (const { key, kind, digest } of units) put.run(key, kind, digest);
  db.exec('COMMIT');
}

const keys = (units: readonly Unit[]) => units.map(({ key }) => key);

describe('the comparison of units', () => {
  it('finds those that are new, that changed, and that are gone', () => {
    printed(unit('same'), unit('changed'), unit('gone'));
    const { due, gone } = compareUnits(db, [unit('new'), unit('same'), unit('changed', 2)], {
      all: false,
    });
    expect(keys(due)).toEqual(['new', 'changed']);
    expect(gone).toEqual(['gone']);
  });

  it('finds every unit due where all are', () => {
    printed(unit('same'), unit('gone'));
    const { due, gone } = compareUnits(db, [unit('same')], { all: true });
    expect(keys(due)).toEqual(['same']);
    expect(gone).toEqual(['gone']);
  });

  it('finds units due whose files are not as they were printed', () => {
    printed(unit('whole'), unit('damaged'));
    db.exec(`
      INSERT INTO prints SELECT '/' || key, id, 'page', 'v', 's', 1, NULL, NULL, NULL FROM units;
      INSERT INTO strays VALUES ('/damaged', NULL, 0), ('/foreign', 's', 1);
    `);
    const { due } = compareUnits(db, [unit('whole'), unit('damaged')], { all: false });
    expect(keys(due)).toEqual(['damaged']);
  });

  it('tells what is damaged and changed, or damaged and gone', () => {
    printed(unit('changed'), unit('gone'), unit('whole'));
    db.exec(`
      INSERT INTO prints SELECT '/' || key, id, 'page', 'v', 's', 1, NULL, NULL, NULL FROM units;
      INSERT INTO strays SELECT '/' || key, NULL, 0 FROM units WHERE key <> 'whole';
    `);
    const { due, gone } = compareUnits(db, [unit('changed', 2), unit('whole')], { all: false });
    expect(keys(due)).toEqual(['changed']);
    expect(gone).toEqual(['gone']);
  });

  it('takes all for due where two have one digest by chance', () => {
    const { digest } = unit('one');
    const [one, other, third] = [unit('one'), { ...unit('other'), digest }, unit('third')];
    printed(one, other, third);
    const { due, gone } = compareUnits(db, [one, other, third], { all: false });
    expect(keys(due)).toEqual(['one', 'other', 'third']);
    expect(gone).toEqual([]);
  });

  it.each([1, 2])('refuses two units of one key, the second of version %s', (version) => {
    printed(unit('known'));
    for (const key of ['known', 'new']) {
      const twice = [unit(key), unit('x'), unit(key, version)];
      for (const units of [twice, twice.toReversed()]) {
        for (const all of [false, true]) {
          expect(() => compareUnits(db, units, { all })).toThrow(
            `Two units have the key "${key}".`,
          );
        }
      }
    }
  });

  it('of 100,000 units costs less than a quarter of a second', { timeout: 60_000 }, () => {
    const units = Array.from({ length: 100_000 }, (_, index) =>
      unit(`story en/2025/02/a-headline-of-some-length-${index}`),
    );
    printed(...units);
    const times = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage();
      expect(compareUnits(db, units, { all: false })).toEqual({ due: [], gone: [] });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(250);
  });
});
