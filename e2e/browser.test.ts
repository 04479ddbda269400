import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { serveFolder } from '../bin/static-server.ts';

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-e2e-'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>A page</title><p>printed</p><script src="a.js"></script>',
  );
  writeFileSync(join(folder, 'a.js'), "document.querySelector('p').textContent = 'scripted';");
});

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a page opens from a host and from a folder', async ({ page }) => {
  const server = await serveFolder(folder, { prefix: '/deep/' });
  try {
    for (const address of [server.address, pathToFileURL(join(folder, 'index.html')).href]) {
      await page.goto(address);
      await expect(page.locator('p'), address).toHaveText('scripted');
    }
  } finally {
    await server.close();
  }
});

test('a page opens without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await expect(page.locator('p')).toHaveText('printed');
  await context.close();
});
