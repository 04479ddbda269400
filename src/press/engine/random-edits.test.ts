import { cp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChangedFile } from './changes.ts';
import { namesIn } from './disk.ts';
import { readTree, rootOf, TestPaper } from './press-for-tests.ts';
import type { Story } from './press-for-tests.ts';

/** The same numbers from the same seed (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const STEPS = Number(process.env['BROADSHEET_STEPS'] ?? 25);
const SEED = Number(process.env['BROADSHEET_SEED'] ?? 7);

describe('random edits', () => {
  it(
    `give what a clean build gives after each of ${STEPS} steps, and exact changes (seed ${SEED})`,
    { timeout: 20_000 + STEPS * 5_000 },
    async () => {
      const pick = random(SEED);
      const paper = await TestPaper.make();
      const stories = new Map<string, Story>();
      const host = path.join(paper.folder, 'host');
      try {
        for (const name of ['harbour', 'tram', 'ice']) {
          await writeFile(path.join(paper.content, `${name}.bin`), `the ${name}`);
        }
        const write = async (name: string, story: Story | undefined) => {
          if (story === undefined) stories.delete(name);
          else stories.set(name, story);
          await paper.story(name, story);
        };
        const anyStory = () => [...stories.keys()][pick(stories.size)];
        const newStory = (): Story => ({
          title: `Title ${pick(1000)}`,
          text: `Text ${pick(3)}`,
          ...(pick(2) === 0 ? {} : { topic: `t${pick(4)}` }),
          ...(pick(2) === 0 ? {} : { picture: `${['harbour', 'tram', 'ice'][pick(3)] ?? ''}.bin` }),
          ...(pick(2) === 0 ? {} : { note: 'c1' }),
        });
        const edits: (() => Promise<unknown>)[] = [
          () => write(`s${pick(100)}-é`, newStory()),
          () => write(`s${pick(100)}`, newStory()),
          async () => {
            const name = anyStory();
            if (name !== undefined) await write(name, { ...stories.get(name), ...newStory() });
          },
          async () => {
            const name = anyStory();
            if (name !== undefined) await write(name, undefined);
          },
          async () => {
            const [from, to] = [anyStory(), anyStory()];
            if (from === undefined || to === undefined) return;
            const anchor = stories.get(to)?.['note'] === undefined ? '' : '#c1';
            await write(from, { ...stories.get(from), link: `${to}${anchor}` });
          },
          () => writeFile(path.join(paper.content, 'harbour.bin'), `harbour ${pick(3)}`),
          () => writeFile(path.join(paper.content, 'code'), `code ${pick(3)}`),
          () => writeFile(path.join(paper.content, 'paper'), `paper ${pick(2)}`),
          () => writeFile(path.join(paper.public, `file${pick(3)}`), `public ${pick(3)}`),
          () => rm(path.join(paper.public, `file${pick(3)}`), { force: true }),
          async () => {
            const files = namesIn(paper.file('s'));
            const file = files[pick(files.length)];
            if (file !== undefined) await rm(paper.file(`s/${file}`));
          },
          () => writeFile(paper.file(`foreign${pick(9)}`), 'x'),
          async () => {
            await cp(paper.out, `${paper.out}-copy`, { recursive: true });
            await rm(paper.out, { recursive: true });
            await rename(`${paper.out}-copy`, paper.out);
          },
          () => rm(paper.state, { recursive: true }),
        ];
        await write('first', { title: 'First', topic: 't0' });
        await paper.build();
        for (let step = 0; step < STEPS; step += 1) {
          // Anchors that a page loses are mistakes of the content, which links here may run into.
          for (const [name, story] of stories) {
            if (story['link']?.endsWith('#c1') === true) await write(name, { ...story, link: '' });
          }
          const edit = pick(edits.length);
          await edits[edit]?.();
          const before = readTree(paper.out);
          const { changes } = await paper.build({ jobs: 1 });
          const after = readTree(paper.out);
          expect([edit, after]).toEqual([edit, await paper.cleanTree()]);
          expect(apply(before, changes)).toEqual(after);
          expect([changes.base, changes.next]).toEqual([rootOf(before), rootOf(after)]);
          for (const { address } of changes.added) expect(before.has(address)).toBe(false);
          for (const { address } of changes.changed) {
            expect(before.get(address)).not.toBe(after.get(address));
          }
        }
        expect((await paper.build({ delta: host })).report.filesChanged).toBe(0);
      } finally {
        await paper.remove();
      }
    },
  );
});

function apply(
  tree: ReadonlyMap<string, string>,
  { added, changed, removed }: Record<'added' | 'changed' | 'removed', ChangedFile[]>,
): Map<string, string> {
  const result = new Map([...tree].filter(([, facts]) => facts !== 'empty'));
  for (const { address } of removed) result.delete(address);
  for (const { address, sha256, size } of [...added, ...changed]) {
    result.set(address, `${sha256} ${size}`);
  }
  return new Map([...result].sort());
}
