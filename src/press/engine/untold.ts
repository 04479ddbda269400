/**
 * Change lists that nobody was told of: a build was killed after its switch, or in it. They wait in
 * the state, for each output folder one, until a build of that folder has come to its end.
 */
import { hash } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseChanges } from './changes.ts';
import type { ChangeList } from './changes.ts';

/** Keeps the change list of the switch that has just put files into `out`. */
export function keepUntold(state: string, out: string): void {
  const list = path.join(state, 'changes.json');
  if (!existsSync(list)) return;
  const file = untoldFile(state, out);
  rmSync(file, { force: true });
  try {
    linkSync(list, file);
  } catch {
    // A file system without links.
    copyFileSync(list, file);
  }
}

/** What nobody was told of the edition in `out`; undefined where there is nothing, or no list. */
export function readUntold(state: string, out: string): ChangeList | undefined {
  const file = untoldFile(state, out);
  return existsSync(file) ? parseChanges(readFileSync(file, 'utf8')) : undefined;
}

/** A build of `out` has come to its end, and its list has all. */
export function forgetUntold(state: string, out: string): void {
  rmSync(untoldFile(state, out), { force: true });
}

function untoldFile(state: string, out: string): string {
  return path.join(state, `untold-${hash('sha256', out, 'hex').slice(0, 8)}.json`);
}
