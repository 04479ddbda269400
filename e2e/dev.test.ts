/** The development server: what no edition has is shown, marked, and follows every edit. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { expect, test } from './support/edition.ts';
import { picture, writePaper } from './support/paper.ts';
import { carriedNode, ROOT, stateOf, temporaryFolder } from './support/run.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let content: string;
let server: ChildProcess;
let address: string;
let output = '';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, 'localhost', () => {
      const place = probe.address();
      const port = typeof place === 'object' && place !== null ? place.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

test.beforeAll(async () => {
  content = writePaper({
    stories: {
      'en/2026/11/published': {
        fields: { headline: 'Out for all', lead: { image: './a.jpg', alt: 'A', credit: 'B' } },
        body: 'The first words.',
      },
      'en/2026/11/unready': { fields: { headline: 'Not ready yet', draft: true } },
      'en/2031/01/later': { fields: { headline: 'Only later', published: '2031-01-15T06:00' } },
    },
    files: { 'articles/en/2026/11/a.jpg': await picture() },
  });
  const port = await freePort();
  server = spawn(
    carriedNode(),
    [
      join(ROOT, 'src/press/cli.ts'),
      'dev',
      '--content',
      content,
      '--port',
      String(port),
      '--at',
      '2026-11-22T12:00:00+02:00',
      '--state',
      stateOf(temporaryFolder()),
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    },
  );
  address = await new Promise<string>((resolve, reject) => {
    const hear = (text: string) => {
      output += text;
      const found = /http:\/\/localhost:\d+\//.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    };
    server.stdout?.setEncoding('utf8').on('data', hear);
    server.stderr?.setEncoding('utf8').on('data', hear);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`It ended (${code ?? ''}).\n${output}`)));
  });
});

test.afterAll(async () => {
  if (server.exitCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
});

/** Opens a page; the server may reload it just then, because it has read something anew. */
async function visit(page: Page, path: string): Promise<void> {
  await expect(async () => {
    const response = await page.goto(`${address}${path}`);
    expect(response?.status(), path).toBe(200);
  }).toPass({ timeout: 30_000 });
}

test('drafts and embargoed stories are shown, and marked', async ({ page }) => {
  await visit(page, '2026/11/unready.html');
  await expect(page.locator('main h1')).toHaveText('Not ready yet');
  await expect(page.locator('article.article > .mark')).toHaveText('Draft, not published');
  await visit(page, '2031/01/later.html');
  await expect(page.locator('main h1')).toHaveText('Only later');
  await expect(page.locator('article.article > .mark')).toHaveText('Under embargo');
  await visit(page, '');
  for (const headline of ['Out for all', 'Not ready yet', 'Only later']) {
    await expect(page.getByRole('link', { name: headline }).first()).toBeVisible();
  }
  await expect(page.getByText('Draft, not published').first()).toBeVisible();
});

test('the addresses of the edition are answered, and a published story is not marked', async ({
  page,
  request,
}) => {
  await visit(page, '2026/11/published.html');
  await expect(page.locator('article.article > .mark')).toHaveCount(0);
  await expect
    .poll(() =>
      page
        .locator('main img')
        .first()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth),
    )
    .toBeGreaterThan(0);
  for (const file of [
    'index.html',
    'world/index.html',
    'archive.html',
    'corrections.html',
    'feeds/rss.xml',
    'feeds/feed.json',
    'feeds/feeds.opml',
    'manifest.webmanifest',
    'sitemap-index.xml',
    'robots.txt',
    'cards/2026/11/published.jpg',
  ]) {
    expect((await request.get(`${address}${file}`)).status(), file).toBe(200);
  }
  for (const file of ['2026/11/nothing.html', 'nothing', 'nothing.xml']) {
    expect((await request.get(`${address}${file}`)).status(), file).toBe(404);
  }
});

test('a page reloads after an edit, without a hand', async ({ page }) => {
  const file = join(content, 'articles/en/2026/11/published.md');
  await visit(page, '2026/11/published.html');
  await expect(page.locator('main')).toContainText('The first words.');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace('Out for all', 'Edited headline').replace('The first words.', 'The second words.'),
  );
  await expect(page.locator('main h1')).toHaveText('Edited headline', { timeout: 30_000 });
  await expect(page.locator('main')).toContainText('The second words.');
});

test('a mistake is told with its place, and the server lives on', async ({ page }) => {
  const file = join(content, 'articles/en/2026/11/published.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('section: world', 'section: wrold'));
  await expect.poll(() => output, { timeout: 30_000 }).toMatch(/published\.md:\d+ section:/);
  expect(output).toContain('did you mean "world"?');
  await visit(page, '2026/11/published.html');
  await expect(page.locator('vite-error-overlay')).toBeAttached();
  writeFileSync(file, text.replace('Edited headline', 'Mended headline'));
  await expect(page.locator('main h1')).toHaveText('Mended headline', { timeout: 30_000 });
});
