/**
 * Takes the pictures of the paper in `docs/screenshots/`: every kind of page, by light and by
 * night, small and large, from right to left, on paper. `node tools/screenshots.ts [dist]`.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../bin/browser.ts';

interface Shot {
  name: string;
  /** File in the edition. */
  page: string;
  width?: number;
  height?: number;
  dark?: boolean;
  print?: boolean;
  /** Begin at this element instead of the top. */
  from?: string;
}

const PHONE = { width: 390, height: 1300 };

const SHOTS: Shot[] = [
  { name: 'front', page: 'index.html' },
  { name: 'front-dark', page: 'index.html', dark: true },
  { name: 'front-phone', page: 'index.html', ...PHONE },
  { name: 'front-russian-phone-dark', page: 'ru/index.html', dark: true, ...PHONE },
  { name: 'front-arabic', page: 'ar/index.html' },
  { name: 'news', page: '2026/11/talks-third-round.html' },
  { name: 'news-phone', page: '2026/11/talks-third-round.html', ...PHONE },
  { name: 'news-arabic-phone', page: 'ar/2026/11/talks-third-round.html', ...PHONE },
  { name: 'news-print', page: '2026/11/ferry-strike-ends.html', print: true, width: 720 },
  { name: 'long-read', page: '2026/11/night-shift-on-terminal-4.html' },
  { name: 'long-read-table', page: '2026/11/night-shift-on-terminal-4.html', from: 'table' },
  { name: 'opinion', page: '2026/11/keep-the-long-quay-public.html' },
  { name: 'live', page: '2026/11/harbour-ice-live.html' },
  { name: 'live-dark', page: '2026/11/harbour-ice-live.html', dark: true, from: '.text' },
  { name: 'brief', page: '2026/11/swimmer-pulled-from-north-mole.html' },
  { name: 'investigation', page: '2026/11/who-owns-the-quay-3.html' },
  { name: 'sponsored', page: '2026/10/a-winter-at-the-maritime-museum.html' },
  { name: 'message-to-readers', page: '2026/11/tram-line-7-opens.html', from: '.appeal' },
  { name: 'message-phone', page: '2026/11/tram-line-7-opens.html', from: '.appeal', ...PHONE },
  { name: 'section', page: 'sea/index.html' },
  { name: 'section-dark-phone', page: 'port/index.html', dark: true, ...PHONE },
  { name: 'topic', page: 'topics/harbour-ice/index.html' },
  { name: 'author', page: 'authors/anna-kessler/index.html' },
  { name: 'series', page: 'series/the-ice-winter/index.html' },
  { name: 'month', page: '2026/11/index.html' },
  { name: 'archive', page: 'archive.html' },
  { name: 'corrections', page: 'corrections.html' },
  { name: 'feeds', page: 'feeds.html' },
  { name: 'feeds-arabic-phone-dark', page: 'ar/feeds.html', dark: true, ...PHONE },
  { name: 'about', page: 'about.html' },
  { name: 'not-found', page: '404.html', height: 800 },
];

const edition = path.resolve(process.argv[2] ?? 'dist');
const folder = path.resolve(import.meta.dirname, '../docs/screenshots');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
for (const shot of SHOTS) {
  const { width = 1280, height = 1500 } = shot;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: shot.dark === true ? 'dark' : 'light',
  });
  if (shot.print === true) await page.emulateMedia({ media: 'print' });
  await page.goto(pathToFileURL(path.join(edition, shot.page)).href);
  if (shot.from !== undefined) {
    await page
      .locator(shot.from)
      .first()
      .evaluate((element) => {
        element.scrollIntoView({ block: 'start' });
      });
  }
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  await page.screenshot({
    path: path.join(folder, `${shot.name}.jpg`),
    type: 'jpeg',
    quality: 62,
  });
  await page.close();
  process.stdout.write(`${shot.name}\n`);
}
await browser.close();
