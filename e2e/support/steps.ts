/** The property of the press: printing what is due gives what printing everything gives. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT_EDITS, EditedPaper } from './edited-paper.ts';
import type { EditKind } from './edited-paper.ts';
import { Chance } from './random.ts';
import { printPaper, temporaryFolder } from './run.ts';
import type { Printed } from './run.ts';
import { differenceOf, faultsOf, readChanges, treeOf } from './tree.ts';

/** What became of one step. */
export interface Step {
  number: number;
  /** The edits before it. */
  kinds: readonly EditKind[];
  /** Sentences; empty where all is as it should be. */
  faults: readonly string[];
  filesChanged: number;
}

export interface StepsOptions {
  seed: number;
  steps: number;
  stories: number;
  kinds: readonly EditKind[];
  /** The press to run, a copy where its code is edited. */
  press?: string;
}

/**
 * Edits a paper step by step. After each step it is printed upon what was there before, and
 * anew with `--clean` into folders of its own, each by the command line in a process of its own, so
 * that nothing but the disk is remembered. Gives what each step came to, as it goes.
 */
export async function* randomSteps(options: StepsOptions): AsyncGenerator<Step> {
  const { press, steps, kinds } = options;
  const chance = new Chance(options.seed);
  const paper = await EditedPaper.write(chance, options.stories, press);
  const folder = temporaryFolder();
  const clean = join(folder, 'clean');
  const print = (name: string, args: string[]) =>
    printPaper({
      content: paper.content,
      public: paper.public,
      at: paper.at,
      out: join(folder, name, 'dist'),
      state: join(folder, name, 'state'),
      args,
      ...(press === undefined ? {} : { root: press }),
    });
  let deck: EditKind[] = [];
  for (let number = 0; number <= steps; number += 1) {
    const dealt: EditKind[] = [];
    // Every kind comes once before any comes again; 20 steps come through all of them.
    for (let left = number === 0 ? 0 : editsAt(number, kinds.length); left > 0; left -= 1) {
      if (deck.length === 0) deck = chance.shuffled(kinds);
      const kind = deck.pop();
      if (kind === undefined) break;
      paper.edit(kind);
      dealt.push(kind);
    }
    // From nothing at times: then nothing at all is remembered.
    if (number % 5 === 0) rmSync(clean, { recursive: true, force: true });
    const before = treeOf(join(folder, 'upon/dist'));
    const codeEdited =
      number === 0 || dealt.some((kind) => kind === 'revert' || !CONTENT_EDITS.includes(kind));
    const upon = print('upon', []);
    // The layouts are compiled once, by the first of the two.
    if (codeEdited) await upon;
    const [one, two] = await Promise.all([upon, print('clean', ['--clean'])]);
    const faults = [...failureOf('upon the last', one), ...failureOf('clean', two)];
    let filesChanged = 0;
    if (faults.length === 0) {
      const after = treeOf(one.out);
      faults.push(...faultsOf(after, treeOf(two.out)));
      const said = readChanges(one.state);
      const wanted = differenceOf(before, after);
      filesChanged = wanted.added.length + wanted.changed.length + wanted.removed.length;
      if (JSON.stringify(said) !== JSON.stringify(wanted)) {
        faults.push(
          `changes.json says ${JSON.stringify(said)}, and it is ${JSON.stringify(wanted)}`,
        );
      }
    }
    yield { number, kinds: dealt, faults, filesChanged };
  }
}

/** Steps that deal out all kinds once. */
const ROUND = 20;

function editsAt(number: number, kinds: number): number {
  const at = (step: number) => Math.floor((step * kinds) / ROUND);
  return Math.max(1, at(number) - at(number - 1));
}

function failureOf(name: string, { code, stderr }: Printed): string[] {
  return code === 0 ? [] : [`printing ${name} ended with ${code ?? 'a signal'}:\n${stderr}`];
}
