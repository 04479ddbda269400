/**
 * The proofs of incremental printing, for as long as one likes: `node bench/incremental.ts --steps
 * 500 --seed 3`, `node bench/incremental.ts --kills 50`. Ends with 1 at the first fault.
 */
import { readOptions, refuse, wholeNumber } from './command-line.ts';
import { CONTENT_EDITS, EDIT_KINDS } from '../e2e/support/edited-paper.ts';
import { killedBuilds } from '../e2e/support/kills.ts';
import { copyOfPress } from '../e2e/support/press-copy.ts';
import { removeTemporary } from '../e2e/support/run.ts';
import { randomSteps } from '../e2e/support/steps.ts';

const USAGE = `node bench/incremental.ts --steps <number> [options]
node bench/incremental.ts --kills <number> [options]

  --seed <number>     other edits, the same for the same seed (default: 1)
  --stories <number>  at the beginning (default: 12; for kills 60)
  --content-only      for steps: no edits of templates, styles, locales and configuration, which are slow
`;

const values = readOptions(USAGE, {
  steps: { type: 'string' },
  kills: { type: 'string' },
  seed: { type: 'string', default: '1' },
  stories: { type: 'string' },
  'content-only': { type: 'boolean', default: false },
});
const seed = wholeNumber('seed', values.seed, 0);
const stories = values.stories === undefined ? undefined : wholeNumber('stories', values.stories);

try {
  const { steps, kills } = values;
  if (steps !== undefined) {
    process.exitCode = (await takeSteps(wholeNumber('steps', steps))) ? 0 : 1;
  } else if (kills !== undefined) {
    process.exitCode = (await kill(wholeNumber('kills', kills))) ? 0 : 1;
  } else refuse('Neither --steps nor --kills is given.', USAGE);
} finally {
  removeTemporary();
}

/** Whether every step left what a clean build leaves, and an exact list of changes. */
async function takeSteps(steps: number): Promise<boolean> {
  const started = performance.now();
  const contentOnly = values['content-only'];
  const options = {
    seed,
    steps,
    stories: stories ?? 12,
    kinds: contentOnly ? CONTENT_EDITS : EDIT_KINDS,
    press: copyOfPress('press'),
  };
  let edits = 0;
  for await (const { number, kinds, faults, filesChanged } of randomSteps(options)) {
    edits += kinds.length;
    process.stdout.write(`${number}  ${kinds.join(', ')}: ${filesChanged} files\n`);
    if (faults.length === 0) continue;
    process.stdout.write(`${faults.slice(0, 20).join('\n')}\n`);
    return false;
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${steps} steps, ${edits} edits, no fault, ${seconds} s.\n`);
  return true;
}

/** Whether readers met no fault while builds were killed, and each next build was clean. */
async function kill(kills: number): Promise<boolean> {
  const started = performance.now();
  const met = new Map<string, number>();
  let read = 0;
  const root = copyOfPress('press');
  for await (const one of killedBuilds({ seed, kills, stories: stories ?? 60, root })) {
    met.set(one.met, (met.get(one.met) ?? 0) + 1);
    read = one.reads;
    process.stdout.write(`${one.number}  ${one.moment}: killed ${one.met}\n`);
    if (one.faults.length === 0) continue;
    process.stdout.write(`${one.faults.slice(0, 20).join('\n')}\n`);
    return false;
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  const places = [...met].map(([place, count]) => `${count} ${place}`).join(', ');
  process.stdout.write(`${kills} kills (${places}), ${read} files read, no fault, ${seconds} s.\n`);
  return true;
}
