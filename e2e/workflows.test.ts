/** The ready workflows, run as a build service would: each job in a checkout of its own. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/edition.ts';
import { picture, writePaper } from './support/paper.ts';
import { copyOfPress } from './support/press-copy.ts';
import { printSound, ROOT, temporaryFolder } from './support/run.ts';
import { differenceOf, faultsOf, treeOf } from './support/tree.ts';
import { runWorkflow } from './support/workflow.ts';

test.describe.configure({ timeout: 280_000 });

const PRINT = join(ROOT, 'docs/workflows/print.yml');

async function paper(stories: Record<string, string>): Promise<string> {
  const lead = { lead: { image: './shared.jpg', alt: 'A', credit: 'B' } };
  return writePaper({
    stories: Object.fromEntries(
      Object.entries(stories).map(([slug, headline], index) => [
        `en/2026/11/${slug}`,
        { fields: { headline, ...(index === 0 ? lead : {}) } },
      ]),
    ),
    files: { 'articles/en/2026/11/shared.jpg': await picture('#246', 320, 200) },
  });
}

/** What an edition at the moment of the run holds, printed by one command. */
async function whole(content: string, state: string) {
  const { at } = JSON.parse(readFileSync(join(state, 'edition.json'), 'utf8')) as { at: string };
  return printSound({ content, at, public: join(ROOT, 'public') });
}

test('print.yml gives the changed files of one build, at first and after a change, and keeps what it drew', async () => {
  let content = await paper({ one: 'One', two: 'Two', three: 'Three' });
  const service = {
    caches: new Map<string, string>(),
    checkout: () => {
      const folder = copyOfPress('checkout');
      cpSync(content, join(folder, 'content'), { recursive: true });
      return folder;
    },
  };
  const first = join(runWorkflow(PRINT, service)['merge'] ?? '', 'changed');
  const state = [...service.caches].find(([key]) => key.startsWith('.broadsheet '))?.[1] ?? '';
  const before = await whole(content, state);
  expect(faultsOf(treeOf(first), treeOf(before.out))).toEqual([]);
  for (const kept of ['cards', 'pictures']) {
    expect(faultsOf(treeOf(join(state, kept)), treeOf(join(before.state, kept))), kept).toEqual([]);
  }

  content = await paper({ one: 'One', two: 'Two again', four: 'Four' });
  const { merge = '' } = runWorkflow(PRINT, service);
  const later = [...service.caches].find(([key]) => key.startsWith('.broadsheet '))?.[1] ?? '';
  const after = await whole(content, later);
  const difference = differenceOf(treeOf(before.out), treeOf(after.out));
  const online = join(temporaryFolder(), 'online');
  cpSync(first, online, { recursive: true });
  cpSync(join(merge, 'changed'), online, { recursive: true });
  const { removed } = JSON.parse(readFileSync(join(merge, 'changed.changes.json'), 'utf8')) as {
    removed: { address: string }[];
  };
  for (const { address } of removed) rmSync(join(online, address));
  expect(faultsOf(treeOf(online), treeOf(after.out))).toEqual([]);
  // Nothing else is uploaded.
  const named = [...difference.added, ...difference.changed].map(({ address }) => address);
  expect([...treeOf(join(merge, 'changed')).keys()].sort()).toEqual(named.sort());
});
