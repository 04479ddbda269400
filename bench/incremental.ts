/**
 * The proofs of incremental printing, for as long as one likes: `node bench/incremental.ts --steps
 * 500 --seed 3`. Ends with 1 at the first step, or with any kill, that leaves a fault.
 */
import { parseArgs } from 'node:util';
import { CONTENT_EDITS, EDIT_KINDS } from '../e2e/support/edited-paper.ts';
import { copyOfPress } from '../e2e/support/press-copy.ts';
import { removeTemporary } from '../e2e/support/run.ts';
import { randomSteps } from '../e2e/support/steps.ts';

const USAGE = `node bench/incremental.ts --steps <number> [options]

  --seed <number>     other edits, the same for the same seed (default: 1)
  --stories <number>  at the beginning (default: 12)
  --content-only      no edits of templates, styles, locales and configuration, which are slow
`;

const { values } = parseArgs({
  options: {
    steps: { type: 'string' },
    seed: { type: 'string', default: '1' },
    stories: { type: 'string', default: '12' },
    'content-only': { type: 'boolean', default: false },
  },
});

try {
  if (values.steps === undefined) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
  } else process.exitCode = (await takeSteps(Number(values.steps))) ? 0 : 1;
} finally {
  removeTemporary();
}

/** Whether every step left what a clean build leaves, and an exact list of changes. */
async function takeSteps(steps: number): Promise<boolean> {
  const started = performance.now();
  const contentOnly = values['content-only'];
  const options = {
    seed: Number(values.seed),
    steps,
    stories: Number(values.stories),
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
