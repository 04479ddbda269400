import { describe, expect, it } from 'vitest';

import { files, withService } from './service-for-tests.ts';
import { formatHubPing, pingHub } from './websub.ts';
import type { HubOrder } from './websub.ts';

const QUICK = { pause: 1, timeout: 500 };

const order: Omit<HubOrder, 'hub'> = {
  origin: 'https://paper.example/sub',
  changes: {
    added: files('/2025/02/strike.html', '/feeds/topics/лёд/rss.xml'),
    changed: files('/feeds/rss.xml', '/feeds/feed.css', '/feeds/feeds.opml', '/feeds/atom.xml'),
  },
};

const URLS = [
  'https://paper.example/sub/feeds/atom.xml',
  'https://paper.example/sub/feeds/rss.xml',
  'https://paper.example/sub/feeds/topics/%D0%BB%D1%91%D0%B4/rss.xml',
];

describe('a hub', () => {
  it('hears of each feed that is new or changed, one request each, and of nothing else', async () => {
    await withService(
      () => ({ status: 204 }),
      async ({ heard, url }) => {
        const ping = await pingHub({ ...order, hub: url }, QUICK);
        const said = heard.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
        expect(said.map((one) => one['hub.url']).sort()).toEqual(URLS);
        expect(new Set(said.map((one) => one['hub.mode']))).toEqual(new Set(['publish']));
        expect(heard[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
        expect(ping.feeds).toEqual(URLS.map((feed) => ({ url: feed, fault: undefined })));
        expect(formatHubPing(ping)).toBe(`The hub at ${url} has heard of 3 of 3 changed feeds.\n`);
      },
    );
  });

  it('that refuses one feed has heard of the others', async () => {
    await withService(
      (_, { body }) =>
        body.includes('atom.xml') ? { status: 422, text: 'unknown topic' } : { status: 204 },
      async ({ url }) => {
        const ping = await pingHub({ ...order, hub: url }, QUICK);
        expect(ping.feeds.filter(({ fault }) => fault !== undefined)).toEqual([
          { url: URLS[0], fault: 'the hub answered 422: unknown topic' },
        ]);
        expect(formatHubPing(ping)).toBe(
          `The hub at ${url} has heard of 2 of 3 changed feeds.\n` +
            `  ${URLS[0]}: the hub answered 422: unknown topic\n`,
        );
      },
    );
  });

  it('that cannot be reached is not tried for hundreds of feeds', async () => {
    const many = files(...Array.from({ length: 300 }, (_, n) => `/feeds/topics/t${n}/rss.xml`));
    await withService(
      () => 'drop',
      async ({ heard, url }) => {
        const changes = { added: many, changed: [] };
        const { feeds } = await pingHub({ ...order, hub: url, changes }, QUICK);
        expect(heard.length).toBeLessThanOrEqual(12);
        expect(feeds).toHaveLength(300);
        expect(feeds.every(({ fault }) => fault !== undefined)).toBe(true);
        expect(feeds[299]?.fault).toBe('not tried, because the hub cannot be reached');
      },
    );
  });

  it('hears nothing in a dry run, which says what it would hear', async () => {
    await withService(
      () => ({ status: 204 }),
      async ({ heard, url }) => {
        const ping = await pingHub({ ...order, hub: url, dryRun: true }, QUICK);
        expect(heard).toEqual([]);
        expect(formatHubPing(ping)).toBe(
          `The hub at ${url} would hear of:\n${URLS.map((feed) => `  ${feed}\n`).join('')}`,
        );
      },
    );
  });

  it('has nothing to hear where no feed changed', async () => {
    const changes = { added: files('/index.html'), changed: [] };
    const ping = await pingHub({ ...order, hub: 'https://hub.example/', changes }, QUICK);
    expect(formatHubPing(ping)).toMatch(/^No feed changed/);
  });

  it('must be named by the paper', async () => {
    await expect(pingHub({ ...order, hub: undefined })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('feeds: { hub: https://… }') as unknown,
    });
  });
});
