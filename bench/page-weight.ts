/**
 * What a first visit to a page costs: bytes of HTML with its styles and scripts, fonts really
 * fetched, requests. `node bench/page-weight.ts [dist] [address …]`; ends with 1 over a budget.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findBrowser } from '../bin/browser.ts';
import { serveFolder } from '../bin/static-server.ts';

/** Bytes; fonts by script. */
const BUDGETS = { brotli: 14_000, gzip: 16_000, scripts: 3_000, latin: 65_000, others: 100_000 };

/** Requests without pictures, icons and the manifest. */
const MOST_REQUESTS = 6;

const [folder = 'dist', ...given] = process.argv.slice(2);
const addresses =
  given.length > 0
    ? given
    : [
        '/2026/11/talks-third-round.html',
        '/ru/2026/11/talks-third-round.html',
        '/ar/2026/11/talks-third-round.html',
        '/index.html',
      ];

const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
const server = await serveFolder(folder, {});
let over = 0;
try {
  process.stdout.write('page | brotli 11 | gzip 6 | scripts | fonts | requests\n');
  for (const address of addresses) {
    const html = await readFile(path.join(folder, address));
    const brotli = brotliCompressSync(html, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
    }).length;
    const gzip = gzipSync(html, { level: 6 }).length;
    const scripts = [...html.toString().matchAll(/<script>([\s\S]*?)<\/script>/g)]
      .map(([, text = '']) => Buffer.byteLength(text))
      .reduce((sum, bytes) => sum + bytes, 0);
    const page = await browser.newPage();
    let fonts = 0;
    let requests = 0;
    page.on('response', (response) => {
      const type = response.request().resourceType();
      if (type === 'image' || type === 'manifest' || response.url().includes('/icons/')) return;
      requests += 1;
      if (type === 'font') fonts += Number(response.headers()['content-length'] ?? 0);
    });
    await page.goto(new URL(address.slice(1), server.address).href, { waitUntil: 'networkidle' });
    await page.close();
    const script = /lang="(ru|ar|fa|uk)/.test(html.toString().slice(0, 200)) ? 'others' : 'latin';
    const faults = [
      brotli > BUDGETS.brotli,
      gzip > BUDGETS.gzip,
      scripts > BUDGETS.scripts,
      fonts > BUDGETS[script],
      requests > MOST_REQUESTS,
    ].filter(Boolean).length;
    over += faults;
    process.stdout.write(
      `${address} | ${brotli} | ${gzip} | ${scripts} | ${fonts} | ${requests}${faults > 0 ? ' — over' : ''}\n`,
    );
  }
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = over > 0 ? 1 : 0;
