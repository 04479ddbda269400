/** The list of what the last build changed, as the announcements read it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseChanges } from '../engine/changes.ts';
import type { ChangeList } from '../engine/changes.ts';
import { UsageError } from '../usage-error.ts';

/** `changes.json` of a state folder. Throws a UsageError where there is none, or no such list in it. */
export async function readChanges(state: string): Promise<ChangeList> {
  const file = path.join(state, 'changes.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new UsageError(`There is no list of changes at ${file}: build the paper first.`);
  });
  const list = parseChanges(text);
  if (list === undefined) {
    throw new UsageError(`${file} is no list of changes: build the paper again.`);
  }
  return list;
}
