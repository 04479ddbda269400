import { execFile, spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resumeSwitch } from './build.ts';
import type { BuildOptions } from './build.ts';
import type { ChangeList } from './changes.ts';
import { readState } from './state.ts';
import { crawl, readTree, rootOf, TestPaper } from './press-for-tests.ts';

let paper: TestPaper;

beforeEach(async () => {
  paper = await TestPaper.make();
  await writeFile(path.join(paper.content, 'harbour.bin'), 'the harbour');
  await writeFile(path.join(paper.content, 'tram.bin'), 'the tram');
});
afterEach(() => paper.remove());

async function firstEdition(): Promise<void> {
  await paper.story('a', { title: 'Ice', topic: 'sea', picture: 'harbour.bin' });
  await paper.story('b', { title: 'Tram', topic: 'city', note: 'c1' });
  await paper.story('c', { title: 'Ferry', topic: 'sea', link: 'b#c1' });
  await paper.story('d', undefined);
}

/** A folder on another file system than that of the papers, where there is one. */
const ELSEWHERE = ['/dev/shm', '/var/tmp', '/run'].find((folder) => {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.dev !== statSync(tmpdir()).dev && canWrite(folder);
});

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A test of many builds. */
const SLOW = { timeout: 180_000 };

/** Adds, changes and removes a page, a list, a card and a picture each. */
async function secondEdition(): Promise<void> {
  await paper.story('a', { title: 'Ice again', text: 'more', topic: 'sea', link: 'd' });
  await paper.story('b', undefined);
  await paper.story('c', { title: 'Ferry', topic: 'sea' });
  await paper.story('d', { title: 'Bridge', topic: 'bridges', picture: 'tram.bin' });
}

function readChanges(): ChangeList {
  return JSON.parse(readFileSync(path.join(paper.state, 'changes.json'), 'utf8')) as ChangeList;
}

class Killed extends Error {}

/** A build that ends before the operation of this number, as if killed. */
function killAt(step: number, during: () => void = () => undefined) {
  let done = 0;
  return () => {
    during();
    done += 1;
    if (done === step) throw new Killed();
  };
}

/** Whether a build came to its end before it was killed. */
async function ends(build: Promise<unknown>): Promise<boolean> {
  return build.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Killed) return false;
      throw error;
    },
  );
}

/**
 * Kills the switch from the first edition to the second before each of its operations in turn, and
 * lets the next command complete it. A reader follows every link at each; `during` is called there
 * too, and `after` when it was completed.
 */
async function killAtEachStep(
  after: () => Promise<void> = () => Promise.resolve(),
  during: () => void = () => undefined,
): Promise<void> {
  await secondEdition();
  const second = await paper.cleanTree();
  for (let step = 1; ; step += 1) {
    await firstEdition();
    await paper.build();
    await secondEdition();
    const beforeStep = killAt(step, () => {
      during();
      expect(crawl(paper.out)).toEqual([]);
    });
    if (await ends(paper.build({ beforeStep }))) {
      expect(step).toBeGreaterThan(15);
      return;
    }
    await resumeSwitch(paper);
    expect(readTree(paper.out)).toEqual(second);
    await after();
  }
}

async function expectNothingLeft(): Promise<void> {
  expect((await readdir(paper.folder)).sort()).toEqual(['content', 'dist', 'public', 'state']);
  const state = await readdir(paper.state);
  expect(state.filter((name) => /next|work|journal/.test(name))).toEqual([]);
}

describe('a switch', () => {
  it('killed between any two operations is completed by the next command', SLOW, async () => {
    await killAtEachStep(async () => {
      expect(crawl(paper.out)).toEqual([]);
      const listed = readChanges();
      expect(listed.added.map(({ address }) => address)).toContain('/s/d.html');
      const { report, changes } = await paper.build();
      expect(report).toMatchObject({ unitsDue: 0, filesChanged: 0 });
      // Nobody was told of them by the build that was killed; by the next one they were.
      expect([changes, readChanges()]).toEqual([listed, listed]);
      expect((await paper.build()).changes).toMatchObject({ added: [], changed: [], removed: [] });
      await expectNothingLeft();
    });
  });

  it('that was killed has its changes listed with those of the next build', async () => {
    await firstEdition();
    await paper.build();
    const first = readTree(paper.out);
    await secondEdition();
    expect(await ends(paper.build({ beforeStep: killAt(4) }))).toBe(false);
    await paper.story('e', { title: 'Bridge again' });
    await paper.story('a', undefined);
    const { changes } = await paper.build();
    const last = readTree(paper.out);
    expect([changes.base, changes.next]).toEqual([rootOf(first), rootOf(last)]);
    const named = (files: { address: string }[]) => files.map(({ address }) => address);
    expect(named(changes.added)).toEqual([...last.keys()].filter((one) => !first.has(one)));
    expect(named(changes.removed)).toEqual([...first.keys()].filter((one) => !last.has(one)));
    expect(named(changes.changed)).toEqual(
      [...last.keys()].filter((one) => first.has(one) && first.get(one) !== last.get(one)),
    );
  });

  it('that was killed does not end the next build with a list that was garbled', async () => {
    await firstEdition();
    await paper.build();
    await secondEdition();
    expect(await ends(paper.build({ beforeStep: killAt(4) }))).toBe(false);
    await resumeSwitch(paper);
    await writeFile(path.join(paper.state, 'changes.json'), '{ "added": [');
    expect((await paper.build()).changes).toMatchObject({ added: [], changed: [], removed: [] });
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('that fills the folder for upload again is not followed by a list of nothing', async () => {
    const delta = path.join(paper.folder, 'delta');
    await firstEdition();
    await paper.build();
    await secondEdition();
    expect(await ends(paper.build({ delta, beforeStep: killAt(1) }))).toBe(false);
    await expect(paper.build({ delta })).rejects.toThrow('is not empty');
    const { added } = JSON.parse(readFileSync(`${delta}.changes.json`, 'utf8')) as ChangeList;
    expect(added.map(({ address }) => address)).toContain('/s/d.html');
    expect(readTree(delta).size).toBeGreaterThan(0);
  });

  it('killed again and again while it is completed is completed all the same', SLOW, async () => {
    await firstEdition();
    await paper.build();
    await secondEdition();
    expect(await ends(paper.build({ beforeStep: killAt(2) }))).toBe(false);
    for (let step = 1; ; step += 1) {
      const beforeStep = killAt(step, () => {
        expect(crawl(paper.out)).toEqual([]);
      });
      if (await ends(resumeSwitch({ state: paper.state, beforeStep }))) {
        expect(step).toBeGreaterThan(5);
        break;
      }
    }
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
    expect((await paper.build()).report.unitsDue).toBe(0);
    await expectNothingLeft();
  });

  it('of a first edition, killed at any operation, is completed too', SLOW, async () => {
    await firstEdition();
    const whole = await paper.cleanTree();
    for (let step = 1; ; step += 1) {
      await rm(paper.out, { recursive: true, force: true });
      await rm(paper.state, { recursive: true, force: true });
      if (await ends(paper.build({ beforeStep: killAt(step) }))) {
        expect(step).toBeGreaterThan(2);
        break;
      }
      expect(existsSync(paper.out) ? readTree(paper.out) : whole).toEqual(whole);
      await resumeSwitch(paper);
      expect(readTree(paper.out)).toEqual(whole);
      expect((await paper.build()).report.unitsDue).toBe(0);
      await expectNothingLeft();
      expect(step).toBeLessThan(20);
    }
  });

  it('of a first edition misses a folder that was taken away before its end', async () => {
    await firstEdition();
    const takeAway = () => {
      rmSync(paper.file('t'), { recursive: true, force: true });
    };
    await paper.build({ beforeStep: takeAway });
    expect(existsSync(paper.file('t'))).toBe(false);
    await paper.build();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('of a first edition, killed when that stands, believes nothing of what it is by then', async () => {
    await firstEdition();
    const whole = await paper.cleanTree();
    let step = 0;
    do {
      await rm(paper.state, { recursive: true, force: true });
      step += 1;
      expect(await ends(paper.build({ beforeStep: killAt(step) }))).toBe(false);
    } while (!existsSync(paper.out));
    await rm(paper.file('s/a.html'));
    await writeFile(paper.file('s/foreign.html'), 'x');
    await resumeSwitch(paper);
    await paper.build();
    expect(readTree(paper.out)).toEqual(whole);
  });

  it('of changed files for upload, killed at any operation, is completed too', SLOW, async () => {
    const delta = path.join(paper.folder, 'delta');
    await firstEdition();
    await paper.build();
    await secondEdition();
    const beforeState = path.join(paper.folder, 'state-before');
    await cp(paper.state, beforeState, { recursive: true });
    const { changes } = await paper.build({ delta });
    const whole = readTree(delta);
    for (let step = 1; ; step += 1) {
      await rm(delta, { recursive: true, force: true });
      await rm(`${delta}.changes.json`, { force: true });
      await rm(paper.state, { recursive: true, force: true });
      await cp(beforeState, paper.state, { recursive: true });
      if (await ends(paper.build({ delta, beforeStep: killAt(step) }))) {
        expect(step).toBeGreaterThan(2);
        break;
      }
      await resumeSwitch(paper);
      expect(readTree(delta)).toEqual(whole);
      expect(JSON.parse(readFileSync(`${delta}.changes.json`, 'utf8'))).toEqual(changes);
      expect(step).toBeLessThan(20);
    }
  });

  it('that was killed leaves a folder alone that has taken the place of the output', async () => {
    await firstEdition();
    await paper.build();
    await secondEdition();
    expect(await ends(paper.build({ beforeStep: killAt(4) }))).toBe(false);
    await rename(paper.out, `${paper.out}-away`);
    await mkdir(paper.out);
    await writeFile(paper.file('thesis.doc'), 'x');
    await resumeSwitch(paper);
    expect(await readdir(paper.out)).toEqual(['thesis.doc']);
    await expect(paper.build()).rejects.toThrow('holds no edition');
    await rm(paper.out, { recursive: true });
    await rename(`${paper.out}-away`, paper.out);
    await paper.build();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('finds what was changed from outside between the kill and its end', async () => {
    await firstEdition();
    await paper.build();
    await secondEdition();
    expect(await ends(paper.build({ beforeStep: killAt(12) }))).toBe(false);
    await writeFile(paper.file('s/foreign.html'), 'x');
    await rm(paper.file('s/d.html'), { force: true });
    await resumeSwitch(paper);
    await paper.build();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });
});

describe.skipIf(ELSEWHERE === undefined)('a switch onto another file system', () => {
  let elsewhere = '';
  beforeEach(async () => {
    elsewhere = await mkdtemp(path.join(ELSEWHERE ?? '', 'broadsheet-elsewhere-'));
    await symlink(elsewhere, paper.out);
  });
  afterEach(() => rm(elsewhere, { recursive: true }));

  /** Everything that will be put waits where a rename is enough. */
  const expectOnlyRenames = () => {
    const { folder } = paper;
    expect(readdirSync(folder).filter((name) => name.startsWith('dist.broadsheet-'))).toEqual([]);
  };

  it('is renames alone, at the first edition too', SLOW, async () => {
    await firstEdition();
    const first = await paper.cleanTree();
    for (let step = 1; ; step += 1) {
      for (const name of await readdir(elsewhere)) {
        await rm(path.join(elsewhere, name), { recursive: true });
      }
      await rm(paper.state, { recursive: true, force: true });
      if (await ends(paper.build({ beforeStep: killAt(step, expectOnlyRenames) }))) {
        expect(step).toBeGreaterThan(10);
        break;
      }
      await resumeSwitch(paper);
      expect(readTree(elsewhere)).toEqual(first);
      expect((await paper.build()).report).toMatchObject({ unitsDue: 0, filesChanged: 0 });
    }
  });

  it('killed between any two operations is completed by the next command', SLOW, async () => {
    await killAtEachStep(undefined, expectOnlyRenames);
  });

  it('fills a folder for upload that was there', async () => {
    await firstEdition();
    await paper.build({ delta: paper.out });
    expect(readTree(elsewhere)).toEqual(await paper.cleanTree());
  });

  it('fills a folder that was emptied', async () => {
    await firstEdition();
    await paper.build();
    for (const name of await readdir(elsewhere)) {
      await rm(path.join(elsewhere, name), { recursive: true });
    }
    await paper.build();
    expect(readTree(elsewhere)).toEqual(await paper.cleanTree());
  });

  it('leaves alone what waits there for another build', async () => {
    await firstEdition();
    await paper.build();
    const waiting = path.join(elsewhere, `.broadsheet-00000000-${process.ppid}`, 'story.html');
    await mkdir(path.dirname(waiting));
    await writeFile(waiting, 'x');
    await secondEdition();
    await paper.build();
    await paper.build({ clean: true });
    expect(readFileSync(waiting, 'utf8')).toBe('x');
    await rm(path.dirname(waiting), { recursive: true });
    expect(readTree(elsewhere)).toEqual(await paper.cleanTree());
  });

  it('that was never begun leaves nothing that the next build does not clear', async () => {
    await firstEdition();
    const left = path.join(elsewhere, '.broadsheet-00000000-99999999');
    await mkdir(left);
    await writeFile(path.join(left, 'story.html'), 'withdrawn');
    await paper.build({ delta: paper.out });
    expect(readTree(elsewhere)).toEqual(await paper.cleanTree());
  });
});

describe('a switch into a folder that a link leads to', () => {
  it.each(['dist', 'delta'])('fills it where it is empty: %s', async (name) => {
    const [behind, link] = [path.join(paper.folder, 'behind'), path.join(paper.folder, name)];
    await firstEdition();
    await paper.build();
    await rm(paper.out, { recursive: true });
    await rm(paper.state, { recursive: true });
    await mkdir(behind);
    await symlink(behind, link);
    await paper.build(name === 'delta' ? { delta: link } : {});
    expect(readTree(behind)).toEqual(await paper.cleanTree());
  });
});

describe('what happens to the folders while a build prints', () => {
  /** A build in whose printing this is done. */
  const buildWhile = (during: () => void, options: Partial<BuildOptions> = {}) =>
    paper.build({ ...options, onProblems: during });

  it('is refused where a first edition finds its folder taken', async () => {
    await firstEdition();
    await mkdir(paper.out);
    const taken = buildWhile(() => {
      writeFileSync(paper.file('mine.txt'), 'mine');
    });
    await expect(taken).rejects.toThrow('was empty when this build began and is not any more');
    expect(await readdir(paper.out)).toEqual(['mine.txt']);
    expect(existsSync(path.join(paper.state, 'changes.json'))).toBe(false);
    await rm(paper.out, { recursive: true });
    await paper.build();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('is refused where the folder for upload is filled, and the upload is not lost', async () => {
    const delta = path.join(paper.folder, 'delta');
    await firstEdition();
    await mkdir(delta);
    const taken = buildWhile(() => writeFileSync(path.join(delta, 'x'), 'x'), { delta });
    await expect(taken).rejects.toThrow('is not any more');
    await rm(delta, { recursive: true });
    await mkdir(path.join(delta, `.broadsheet-00000000-${process.ppid}`), { recursive: true });
    await paper.build({ delta });
    for (const [address, facts] of await paper.cleanTree()) {
      expect(readTree(delta).get(address)).toBe(facts);
    }
  });

  it('is refused where the output goes', async () => {
    await firstEdition();
    await paper.build();
    await secondEdition();
    const moved = buildWhile(() => {
      renameSync(paper.out, `${paper.out}-away`);
    });
    await expect(moved).rejects.toThrow('is another folder than when this build began');
    await paper.build();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it.each([false, true])('is mended by the next build (--clean: %s)', async (clean) => {
    await firstEdition();
    await paper.build();
    await secondEdition();
    await buildWhile(
      () => {
        rmSync(paper.file('s/c.html'));
        writeFileSync(paper.file('s/foreign.html'), 'x');
      },
      { clean },
    );
    await paper.build();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });
});

describe('an output folder that was read as a whole', () => {
  it('is not looked into again', async () => {
    await firstEdition();
    await paper.build();
    await secondEdition();
    await cp(paper.out, `${paper.out}-copy`, { recursive: true });
    await rm(paper.out, { recursive: true });
    await rename(`${paper.out}-copy`, paper.out);
    await paper.build();
    const db = readState(paper.state);
    const unknown = db.prepare("SELECT address FROM edition_folders WHERE mtime = 'unknown'").all();
    db.close();
    expect(unknown).toEqual([]);
  });
});

describe('an old copy of a state', () => {
  it('whose switch is long complete removes nothing', async () => {
    await firstEdition();
    await paper.build();
    await secondEdition();
    const copy = path.join(paper.folder, 'copy');
    let steps = 0;
    await paper.build({
      beforeStep: () => {
        steps += 1;
        if (steps === 3) cpSync(paper.state, copy, { recursive: true });
      },
    });
    // What the switch of the copy would remove is there again.
    await firstEdition();
    await paper.build();
    const before = readTree(paper.out);
    await resumeSwitch({ state: copy });
    expect(readTree(paper.out)).toEqual(before);
  });
});

describe('a build that was killed after its switch', () => {
  it('has its changes listed with those of the next build of that folder', async () => {
    await firstEdition();
    await paper.build();
    const first = readTree(paper.out);
    await secondEdition();
    // Its last operation is the commit that ends the switch.
    let last = 0;
    await paper.build({ beforeStep: () => (last += 1) });
    await firstEdition();
    await paper.build();
    await secondEdition();
    expect(await ends(paper.build({ beforeStep: killAt(last) }))).toBe(false);
    await resumeSwitch(paper);
    // Builds into other folders leave it as it is.
    await paper.build({ delta: path.join(paper.folder, 'delta') });
    await paper.build({ out: path.join(paper.folder, 'other') });
    const { changes } = await paper.build();
    expect([changes.base, changes.next]).toEqual([rootOf(first), rootOf(readTree(paper.out))]);
    expect(changes.added.map(({ address }) => address)).toContain('/s/d.html');
    expect((await paper.build()).changes.added).toEqual([]);
  });
});

describe('a switch that the system refuses', () => {
  it('is not begun where a folder may not be written', async ({ skip }) => {
    // To root everything is allowed.
    const isRoot = process.getuid?.() === 0;
    const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const program = path.join(import.meta.dirname, 'press-for-tests.ts');
    const read = ['-e', 'fs.readFileSync(process.argv[1])', program];
    if (spawnSync(process.execPath, read, user).status !== 0) skip();
    await firstEdition();
    await paper.build();
    await secondEdition();
    const before = readTree(paper.out);
    await chmod(paper.file('s'), 0o555);
    if (isRoot) await promisify(execFile)('chown', ['-R', '65534:65534', paper.folder]);
    const args = [program, 'build', paper.folder, '1'];
    const { status, stderr } = spawnSync(process.execPath, args, { ...user, encoding: 'utf8' });
    await chmod(paper.file('s'), 0o755);
    expect(status).not.toBe(0);
    expect(stderr).toContain(`${paper.file('s')} may not be written (EACCES)`);
    expect(readTree(paper.out)).toEqual(before);
    await paper.build();
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });

  it('says what stands in the way, and is completed when that is mended', async () => {
    await firstEdition();
    await paper.build();
    await secondEdition();
    let step = 0;
    const refused = paper.build({
      beforeStep: () => {
        step += 1;
        if (step < 6) return;
        throw Object.assign(new Error('ENOSPC: no space left'), { syscall: 'rename' });
      },
    });
    await expect(refused).rejects.toThrow(
      `${paper.out} may lie between two editions: ENOSPC: no space left\nMend that, then run`,
    );
    await resumeSwitch(paper);
    expect(readTree(paper.out)).toEqual(await paper.cleanTree());
  });
});

describe('a build that is killed (SIGKILL) at a random moment', () => {
  it('leaves a whole edition at any time, and the next one is right', SLOW, async () => {
    await firstEdition();
    for (let index = 0; index < 60; index += 1) {
      await paper.story(`old-${index}`, { title: `Old ${index}`, topic: `t${index % 7}` });
    }
    await paper.build();
    // The moments are spread over a build that nobody kills.
    const run = async (edition: number) => {
      const jobs = String(1 + (edition % 2));
      for (let index = 0; index < 60; index += 1) {
        const topic = `t${(index + edition) % (5 + (edition % 3))}`;
        const picture = index % 3 === edition % 3 ? { picture: 'tram.bin' } : {};
        await paper.story(`old-${index}`, {
          title: `Old ${index}`,
          text: `${edition}`,
          topic,
          ...picture,
        });
      }
      await paper.story(`new-${edition}`, { title: `New ${edition}`, note: 'c1' });
      return spawn(
        process.execPath,
        [path.join(import.meta.dirname, 'press-for-tests.ts'), 'build', paper.folder, jobs],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      );
    };
    const started = performance.now();
    const alone = await run(0);
    await new Promise((resolve) => alone.once('exit', resolve));
    expect(alone.exitCode).toBe(0);
    let usual = performance.now() - started;

    const rounds = Number(process.env['BROADSHEET_KILLS'] ?? 8);
    let inside = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const child = await run(round);
      const end = new Promise((resolve) => child.once('exit', resolve));
      const begun = performance.now();
      const deadline = begun + usual * (0.2 + (0.8 * round) / rounds);
      while (performance.now() < deadline && child.exitCode === null) {
        expect(crawl(paper.out)).toEqual([]);
        await wait(1);
      }
      // A machine that has become quicker.
      if (child.exitCode !== null) usual = Math.min(usual, performance.now() - begun);
      child.kill('SIGKILL');
      await end;
      if (child.signalCode === 'SIGKILL') inside += 1;
      expect(crawl(paper.out)).toEqual([]);
      await paper.build();
      expect(readTree(paper.out)).toEqual(await paper.cleanTree());
      await expectNothingLeft();
    }
    expect(inside).toBeGreaterThan(rounds / 3);
  });
});
