import { describe, expect, it } from 'vitest';

import { formatSubmission, indexNowKeyFile, submitIndexNow } from './index-now.ts';
import type { IndexNowOrder } from './index-now.ts';
import { files, withService } from './service-for-tests.ts';
import type { Service } from './service-for-tests.ts';

const QUICK = { pause: 1, timeout: 500 };
const ORIGIN = 'https://paper.example/sub';

const page = (canonical: string, robots = 'max-image-preview:large') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="${robots}"><link rel="canonical" href="${canonical}"></head><body><link rel="canonical" href="https://evil.example/"></body></html>`;

const PAGES: Record<string, string> = {
  '/index.html': page(`${ORIGIN}/`),
  '/2025/02/strike.html': page(`${ORIGIN}/2025/02/strike.html`),
  '/ru/2025/02/паром.html': page(`${ORIGIN}/ru/2025/02/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC.html`),
  '/topics/thin/index.html': page(`${ORIGIN}/topics/thin/`, 'noindex'),
  '/old.html': page(`${ORIGIN}/2025/02/strike.html`),
  '/2025/02/republished.html': page('https://northwire.example/a?b=1&amp;c=2'),
  '/404.html': '<html><head></head></html>',
  '/own.html': '<p>A page of public/',
};

const order: IndexNowOrder = {
  key: 'abcd-1234',
  origin: ORIGIN,
  canonical: 'file',
  changes: {
    added: files('/2025/02/strike.html', '/ru/2025/02/паром.html', '/old.html', '/cards/a.png'),
    changed: files(
      '/index.html',
      '/topics/thin/index.html',
      '/2025/02/republished.html',
      '/404.html',
      '/own.html',
      '/gone.html',
      '/feeds/rss.xml',
    ),
    removed: files('/2025/01/secret.html', '/assets/pictures/x.jpg'),
  },
  readPage: (address) => Promise.resolve(PAGES[address]),
};

const URLS = [
  `${ORIGIN}/`,
  `${ORIGIN}/2025/01/secret.html`,
  `${ORIGIN}/2025/02/strike.html`,
  `${ORIGIN}/own.html`,
  `${ORIGIN}/ru/2025/02/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC.html`,
];

const bodies = ({ heard }: Service) =>
  heard.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe('IndexNow', () => {
  it('hears of the changed pages that search may show, and of those that are gone', async () => {
    await withService(
      () => ({ status: 200 }),
      async (service) => {
        const submission = await submitIndexNow({ ...order, endpoint: service.url }, QUICK);
        expect(bodies(service)).toEqual([
          {
            host: 'paper.example',
            key: 'abcd-1234',
            keyLocation: `${ORIGIN}/abcd-1234.txt`,
            urlList: URLS,
          },
        ]);
        expect(service.heard[0]).toMatchObject({ method: 'POST' });
        expect(service.heard[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
        expect(submission).toMatchObject({ passedOver: 4, faults: [] });
        expect(formatSubmission(submission)).toBe(
          'Search engines have heard of 5 pages. Changed, but not for search: 4.\n',
        );
      },
    );
  });

  it('is not told that nothing changed where the pages are elsewhere', async () => {
    const elsewhere = { ...order, dryRun: true, readPage: () => Promise.resolve(undefined) };
    await expect(submitIndexNow(elsewhere)).rejects.toThrow('with --out');
    const removed = { ...order.changes, added: [], changed: [] };
    expect((await submitIndexNow({ ...elsewhere, changes: removed })).urls).toHaveLength(1);
  });

  it('hears of pages by the addresses that they go by', async () => {
    const bare: IndexNowOrder = {
      ...order,
      canonical: 'bare',
      changes: { added: files('/2025/02/strike.html'), changed: [], removed: files('/a.html') },
      readPage: () => Promise.resolve(page(`${ORIGIN}/2025/02/strike`)),
      dryRun: true,
    };
    expect((await submitIndexNow(bare)).urls).toEqual([`${ORIGIN}/2025/02/strike`, `${ORIGIN}/a`]);
  });

  it('takes at most 10,000 addresses at a time', async () => {
    const removed = files(...Array.from({ length: 20_001 }, (_, n) => `/p${n}.html`));
    await withService(
      () => ({ status: 202 }),
      async (service) => {
        const changes = { added: [], changed: [], removed };
        await submitIndexNow({ ...order, changes, endpoint: service.url }, QUICK);
        const lists = bodies(service).map(({ urlList }) => urlList as string[]);
        expect(lists.map(({ length }) => length)).toEqual([10_000, 10_000, 1]);
        expect(new Set(lists.flat()).size).toBe(20_001);
      },
    );
  });

  it.each([
    [400, 'IndexNow answered 400: Invalid format'],
    [403, `IndexNow does not find the key (403): is ${ORIGIN}/abcd-1234.txt online?`],
    [422, 'IndexNow says that the addresses are not of this host'],
    [429, 'IndexNow has heard too much from this paper (429): try again later'],
  ])('says what %d means', async (status, words) => {
    await withService(
      () => ({ status, text: 'Invalid format' }),
      async ({ url }) => {
        const submission = await submitIndexNow({ ...order, endpoint: url }, QUICK);
        expect(submission.faults).toEqual([expect.stringContaining(words)]);
        expect(formatSubmission(submission)).toMatch(
          /^Search engines have not heard of all 5 pages:/,
        );
      },
    );
  });

  it('is not tried again and again where it cannot be reached', async () => {
    const removed = files(...Array.from({ length: 30_000 }, (_, n) => `/p${n}.html`));
    await withService(
      () => 'drop',
      async ({ heard, url }) => {
        const changes = { added: [], changed: [], removed };
        const { faults } = await submitIndexNow({ ...order, changes, endpoint: url }, QUICK);
        expect(faults).toEqual(['IndexNow broke the connection off']);
        expect(heard).toHaveLength(3);
      },
    );
  });

  it('hears nothing in a dry run, or where nothing changed', async () => {
    await withService(
      () => ({ status: 200 }),
      async ({ heard, url }) => {
        const dry = await submitIndexNow({ ...order, endpoint: url, dryRun: true }, QUICK);
        expect(formatSubmission(dry)).toBe(
          `Search engines would hear of:\n${URLS.map((one) => `  ${one}\n`).join('')}Changed, but not for search: 4.\n`,
        );
        const changes = { added: files('/feeds/rss.xml'), changed: [], removed: [] };
        const none = await submitIndexNow({ ...order, endpoint: url, changes }, QUICK);
        expect(formatSubmission(none)).toBe('No page for search changed in the last build.\n');
        expect(heard).toEqual([]);
      },
    );
  });

  it('needs a key', async () => {
    await expect(submitIndexNow({ ...order, key: undefined })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('indexNow: { key: … }') as unknown,
    });
  });
});

it('the key file holds the key and nothing else', () => {
  expect(indexNowKeyFile('abcd-1234')).toEqual({ address: '/abcd-1234.txt', text: 'abcd-1234' });
});
