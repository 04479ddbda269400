import { mkdir, mkdtemp, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Archive } from '../archive.ts';
import { memoryArchive } from '../memory-archive.ts';
import { readContent } from '../read.ts';
import { openArchive } from './open.ts';
import type { OpenedArchive } from './open.ts';
import { Dice, EditedPaper } from './random-edits-for-tests.ts';
import type { Files } from './random-edits-for-tests.ts';

/** How many edits there are for each seed. */
const STEPS = Number(process.env['BROADSHEET_EDITS'] ?? 60);

const SEEDS = (process.env['BROADSHEET_SEEDS'] ?? '1').split(',').map(Number);

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'broadsheet-index-'));
  await mkdir(path.join(root, 'public'));
  // Files that were written just now are trusted: so it is the times that decide what is opened.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
});

afterEach(async () => {
  vi.useRealTimers();
  await rm(root, { recursive: true, force: true });
});

const placeOf = (file: string) =>
  file.startsWith('public/') ? path.join(root, file) : path.join(root, 'content', file);

/** Makes the folder be as `files` say; what is so already is not touched. */
async function write(files: Files, before: Files): Promise<void> {
  for (const file of before.keys()) if (!files.has(file)) await unlink(placeOf(file));
  for (const [file, content] of files) {
    if (before.get(file) === content) continue;
    await mkdir(path.dirname(placeOf(file)), { recursive: true });
    await writeFile(placeOf(file), content);
  }
}

const open = (db: DatabaseSync) =>
  openArchive({
    db,
    folder: path.join(root, 'content'),
    publicFolder: path.join(root, 'public'),
  });

/** All that an archive tells, as plain data. */
function told(archive: Archive | undefined): unknown {
  if (archive === undefined) return undefined;
  const { digests, entries, ...rows } = archive;
  const olds = entries.flatMap(({ redirectFrom }) => redirectFrom);
  return JSON.parse(
    JSON.stringify({
      rows,
      entries,
      digests: [...digests].sort(),
      stories: entries.map(({ path: at }) => archive.story(at)),
      cards: entries.map(({ path: at }) => archive.card(at)),
      redirected: olds.map((old) => archive.redirected(old.replace(/\/$/, '/index.html'))),
    }),
  ) as unknown;
}

async function fresh(): Promise<OpenedArchive & { told: unknown }> {
  const db = new DatabaseSync(':memory:');
  const opened = await open(db);
  const all = { ...opened, told: told(opened.archive) };
  db.close();
  return all;
}

describe('the index after random edits', () => {
  it.each(SEEDS)(
    'is as one that read everything (seed %i)',
    async (seed) => {
      const dice = new Dice(seed * 1000);
      const paper = new EditedPaper(seed);
      const db = new DatabaseSync(':memory:');
      let written: Files = new Map();
      let good: Files = new Map(paper.files);
      let sound = 0;
      for (let step = 0; step < STEPS; step += 1) {
        let edit = 'the first';
        if (step > 0) {
          edit = paper.edit();
          if (dice.chance(0.2)) edit += `, ${paper.edit()}`;
        }
        await write(paper.files, written);
        written = new Map(paper.files);
        if (dice.chance(0.2)) {
          const file = placeOf(dice.one([...written.keys()]));
          await utimes(file, new Date(), new Date());
        }
        db.exec('BEGIN');
        const opened = await open(db);
        const said = told(opened.archive);
        const whole = await fresh();
        expect(opened.problems, `${step}: ${edit}`).toEqual(whole.problems);
        expect(said, `${step}: ${edit}`).toEqual(whole.told);
        const { content, problems } = await readContent(
          path.join(root, 'content'),
          path.join(root, 'public'),
        );
        expect(problems, `${step}: ${edit}`).toEqual(whole.problems);
        const isSound = opened.archive !== undefined;
        if (isSound) {
          expect(content, edit).toBeDefined();
          if (content !== undefined) expect(told(memoryArchive(content)), edit).toEqual(said);
          good = written;
          sound += 1;
        } else if (dice.chance(0.6)) {
          // The mistake is mended.
          paper.files.clear();
          for (const [file, bytes] of good) paper.files.set(file, bytes);
        }
        db.exec(dice.chance(isSound ? 0.9 : 0.6) ? 'COMMIT' : 'ROLLBACK');
      }
      db.close();
      // Else little was compared but mistakes.
      expect(sound).toBeGreaterThan(STEPS / 4);
    },
    20_000 + STEPS * 2_000,
  );
});

describe('a file with the size and the times that it had', () => {
  it('is seen to have other bytes', async () => {
    const paper = new EditedPaper(1);
    await write(paper.files, new Map());
    const db = new DatabaseSync(':memory:');
    const { archive, problems } = await open(db);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [entry] = archive?.entries ?? [];
    if (entry === undefined) throw new Error('There is no story.');
    const file = placeOf(`articles/${entry.path}.md`);
    const { atime, mtime } = await stat(file);
    const text = String(paper.files.get(`articles/${entry.path}.md`));
    await writeFile(file, text.replace('headline: Ice', 'headline: Icy'));
    await utimes(file, atime, mtime);
    const later = await open(db);
    expect(later.archive?.story(entry.path).data.headline).toBe('Icy in the harbour');
    expect(later.changed).toEqual({ stories: [entry.path], removed: [] });
    db.close();
  });
});
