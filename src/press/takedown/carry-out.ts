/** Tries a plan on a copy of the paper, and carries it out. */
import {
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { formatProblems } from '../../problems.ts';
import type { Problem } from '../../problems.ts';
import { readContent } from '../../store/read.ts';
import type { PaperFiles } from './files.ts';
import type { TakedownPlan } from './plan.ts';
import { TakedownError } from './takedown-error.ts';

/** Reads the paper as it would be, from a copy. Throws where it has mistakes that it had not. */
export async function tryOut(
  plan: TakedownPlan,
  { folder }: PaperFiles,
  {
    publicFolder,
    scratch,
    before,
  }: { publicFolder: string; scratch: string; before: readonly Problem[] },
): Promise<void> {
  const gone = new Set(plan.gone);
  const copy = path.join(scratch, 'takedown');
  await rm(copy, { recursive: true, force: true });
  try {
    const made = new Set<string>();
    await mkdir(copy, { recursive: true });
    for (const file of folder.files) {
      if (gone.has(file)) continue;
      const target = path.join(copy, file);
      const parent = path.dirname(target);
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
      const text = plan.texts.get(file);
      const source = path.join(folder.root, file);
      if (text !== undefined) await writeFile(target, text);
      // Nobody writes to the copy, so it may be the same file; on another disk it cannot be.
      else await link(source, target).catch(() => copyFile(source, target));
    }
    const after = await readContent(copy, publicFolder);
    const known = new Map<string, number>();
    for (const problem of before) {
      known.set(identity(problem), (known.get(identity(problem)) ?? 0) + 1);
    }
    const added = after.problems.filter((problem) => {
      const left = known.get(identity(problem)) ?? 0;
      known.set(identity(problem), left - 1);
      return problem.severity === 'error' && left <= 0;
    });
    if (added.length > 0) {
      throw new TakedownError(
        'Without the story the paper would have mistakes that the command cannot mend; ' +
          `nothing was changed.\n\n${formatProblems(added)}`,
      );
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** What makes a problem the same one in another reading: not its line, nor the lines it names. */
function identity({ severity, file, field, value, message }: Problem): string {
  return [severity, file, field, value, message.replace(/\bline \d+/g, 'line')].join('\n');
}

/** Writes the new texts and deletes the files: all of it, or, where something fails, nothing. */
export async function carryOut(plan: TakedownPlan, { folder, texts }: PaperFiles): Promise<void> {
  const place = (file: string) => path.join(folder.root, file);
  // Names with a dot are passed over by everything that reads the paper.
  const aside = (file: string, ending: string) =>
    path.join(path.dirname(place(file)), `.${path.basename(file)}.${ending}`);
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [file, text] of plan.texts) {
      if ((await readFile(place(file), 'utf8')) !== texts.get(file)) {
        throw new TakedownError(`${file} was changed meanwhile. Run the command again.`);
      }
      const part = aside(file, 'part');
      undo.push(() => rm(part, { force: true }));
      await writeFile(part, text, { mode: (await stat(place(file))).mode });
    }
    for (const file of plan.texts.keys()) {
      undo.push(() => writeFile(place(file), texts.get(file) ?? ''));
      await rename(aside(file, 'part'), place(file));
    }
    for (const file of plan.gone) {
      await rename(place(file), aside(file, 'gone'));
      undo.push(() => rename(aside(file, 'gone'), place(file)));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new TakedownError(`The story could not be taken down; nothing was changed.\n${reason}`);
  }
  for (const file of plan.gone) await rm(aside(file, 'gone'), { force: true });
  if (plan.goneFolder !== undefined) {
    await rm(place(plan.goneFolder), { recursive: true, force: true });
  }
  await removeEmpty(path.dirname(place(`articles/${plan.path}.md`)));
}

/** Removes the folder of the month where it is empty. */
async function removeEmpty(folder: string): Promise<void> {
  const left = await readdir(folder).catch(() => ['']);
  if (left.length === 0) await rm(folder, { recursive: true, force: true });
}
