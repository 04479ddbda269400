import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { announce } from './announce.ts';
import type { Announcement } from './announce.ts';
import { files, withService } from './service-for-tests.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'announce-'));
  await mkdir(path.join(folder, 'state'));
  await mkdir(path.join(folder, 'dist'));
});

afterEach(() => rm(folder, { recursive: true }));

const orderOf = (command: Announcement['command'], hub?: string): Announcement => ({
  command,
  state: path.join(folder, 'state'),
  out: path.join(folder, 'dist'),
  origin: 'https://paper.example',
  publication: {
    canonical: 'file',
    feeds: { items: 50, ...(hub === undefined ? {} : { hub }) },
    indexNow: { key: 'abcd-1234' },
  },
  dryRun: false,
});

async function putChanges(text?: string): Promise<void> {
  const list = {
    base: '0',
    next: '1',
    added: files('/a.html', '/b.html', '/feeds/rss.xml'),
    changed: [],
    removed: [],
  };
  await writeFile(path.join(folder, 'state/changes.json'), text ?? JSON.stringify(list));
}

describe('after a build', () => {
  it('the hub hears of the feeds in the list of changes', async () => {
    await putChanges();
    await withService(
      () => ({ status: 204 }),
      async ({ heard, url }) => {
        const { ok, text } = await announce(orderOf('websub', url), { pause: 1 });
        expect(ok).toBe(true);
        expect(text).toContain('1 of 1');
        expect(heard.map(({ body }) => body)).toEqual([
          'hub.mode=publish&hub.url=https%3A%2F%2Fpaper.example%2Ffeeds%2Frss.xml',
        ]);
      },
    );
  });

  it('search engines hear of the pages that are in the edition', async () => {
    await putChanges();
    await writeFile(path.join(folder, 'dist/a.html'), '<title>A</title>');
    const { ok, text } = await announce({ ...orderOf('indexnow'), dryRun: true });
    expect(ok).toBe(true);
    expect(text).toBe(
      'Search engines would hear of:\n  https://paper.example/a.html\nChanged, but not for search: 1.\n',
    );
  });

  it('it is no success when a service refuses', async () => {
    await putChanges();
    await withService(
      () => ({ status: 400 }),
      async ({ url }) => {
        expect(await announce(orderOf('websub', url), { pause: 1 })).toMatchObject({ ok: false });
      },
    );
    await writeFile(path.join(folder, 'dist/a.html'), '<title>A</title>');
    const refused = () => Promise.resolve(new Response('', { status: 403 }));
    const told = await announce(orderOf('indexnow'), { pause: 1, fetch: refused });
    expect(told).toMatchObject({ ok: false });
  });
});

describe('without a list of changes', () => {
  it.each(['websub', 'indexnow'] as const)(
    '%s says that the paper was not built',
    async (command) => {
      await expect(announce(orderOf(command, 'https://hub.example/'))).rejects.toMatchObject({
        name: 'UsageError',
        message: expect.stringContaining('build the paper first') as unknown,
      });
    },
  );

  it.each(['', '{}', '[]', 'null', '{"added":[1],"changed":[],"removed":[]}'])(
    'in the file (%j), it says so',
    async (text) => {
      await putChanges(text);
      await expect(announce(orderOf('indexnow'))).rejects.toMatchObject({
        name: 'UsageError',
        message: expect.stringContaining('is no list of changes') as unknown,
      });
    },
  );
});
