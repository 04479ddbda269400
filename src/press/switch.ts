/** Puts a finished edition in the place of the last one. */
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './usage-error.ts';

/** By these a folder is known as an edition of ours, which may be replaced. */
const MARKS = ['.nojekyll', 'manifest.webmanifest'];

/** Throws when `folder` holds something that is no edition: it would be lost. */
export async function refuseForeignFolder(folder: string): Promise<void> {
  const names: string[] = await readdir(folder).catch((error: unknown): string[] => {
    if (isMissing(error)) return [];
    throw error;
  });
  if (names.length > 0 && !MARKS.every((mark) => names.includes(mark))) {
    throw new UsageError(
      `${folder} is not empty and holds no edition, so nothing was printed there.\n` +
        'Name an empty folder with --out, or empty this one.',
    );
  }
}

/**
 * Takes away what a run that was killed left beside `out`. Killed between the two renames of the
 * switch, it left no edition there: the last one is put back.
 */
export async function recoverSwitch(out: string): Promise<void> {
  const folder = path.dirname(out);
  const name = path.basename(out);
  const names = await readdir(folder).catch((): string[] => []);
  const leftover = (kind: 'last' | 'next') =>
    names.filter((one) => one.startsWith(`${name}.${kind}-`) && isDead(one));
  const lost = leftover('last');
  const [last] = lost;
  if (last !== undefined && !names.includes(name)) {
    await rename(path.join(folder, last), out);
    lost.shift();
  }
  for (const one of [...lost, ...leftover('next')]) {
    await rm(path.join(folder, one), { recursive: true, force: true });
  }
}

/** Removes the work folders (`run-<pid>`) of runs that are no more: they hold unpublished text. */
export async function removeDeadRuns(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (/^(?:run|staging|scratch)-\d+$/.test(name) && isDead(name)) {
      await rm(path.join(folder, name), { recursive: true, force: true });
    }
  }
}

/** Whether the process whose number ends a name runs no more. */
function isDead(name: string): boolean {
  const id = Number(/-(\d+)$/.exec(name)?.[1]);
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Replaces the edition in `out` by the one in `staging`: two renames, the old one put back on failure. */
export async function switchEdition(staging: string, out: string): Promise<void> {
  await refuseForeignFolder(out);
  await mkdir(path.dirname(out), { recursive: true });
  const next = await besideOut(staging, out);
  const last = `${out}.last-${process.pid}`;
  const hadLast = await rename(out, last).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
  try {
    await rename(next, out);
  } catch (error) {
    if (hadLast) await rename(last, out);
    await rm(next, { recursive: true, force: true });
    throw error;
  }
  await rm(last, { recursive: true, force: true });
}

/** The staged edition on the file system of `out`, where one rename can put it in place. */
async function besideOut(staging: string, out: string): Promise<string> {
  const next = `${out}.next-${process.pid}`;
  try {
    await rename(staging, next);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(staging, next, { recursive: true });
    await rm(staging, { recursive: true, force: true });
  }
  return next;
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
