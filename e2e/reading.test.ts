/** Reading needs nothing else: text, navigation and pictures without JavaScript. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, CONTENT, expect, KINDS, test } from './support/edition.ts';
import { loadAll, watch } from './support/watch.ts';

test.describe.configure({ mode: 'parallel' });
test.use({ javaScriptEnabled: false });

/** The first words of the last paragraph of a story's Markdown, as a reader sees them. */
function lastWords(file: string): string {
  const paragraphs = readFileSync(join(CONTENT, file), 'utf8')
    .trim()
    .split(/\n{2,}/);
  const plain = paragraphs.filter((text) => /^[\p{L}]/u.test(text) && !/[[*_"'“]/.test(text));
  return (plain.at(-1) ?? '').split(/\s+/).slice(0, 5).join(' ');
}

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind} has its text, navigation and pictures without JavaScript`, async ({
    mounts,
    edition,
    context,
    page,
  }) => {
    const requests: string[] = [];
    const foreign: string[] = [];
    await context.route('**/*', (route) => {
      const url = route.request().url();
      if (url.startsWith(mounts.deep)) {
        requests.push(url);
        return route.continue();
      }
      foreign.push(url);
      return route.abort();
    });
    await page.goto(at(mounts.deep, address));
    await expect(page.locator('h1')).toBeVisible();
    const words = (await page.locator('main').innerText()).split(/\s+/).length;
    expect(words).toBeGreaterThan(10);
    // But for the buttons that put off the message to readers, which are comfort.
    const waiting = page.locator('main :is([hidden], noscript):not(.appeal *)');
    await expect(waiting, 'nothing waits for a script').toHaveCount(0);
    const navigation = page.locator('nav.sections a');
    expect(await navigation.count()).toBeGreaterThan(3);
    for (const link of await navigation.all()) await expect(link).toBeVisible();
    // Those that load late are asked for now: scrolling to each would take longer.
    const sizes = () =>
      page.evaluate(() =>
        [...document.images].map((image) => {
          image.loading = 'eager';
          const { width = '', height = '' } = Object.fromEntries(
            [...image.attributes].map(({ name, value }) => [name, value]),
          );
          return `${width}×${height} ${image.naturalWidth > 0 ? 'loaded' : 'missing'}`;
        }),
      );
    await expect
      .poll(async () => (await sizes()).filter((size) => size.endsWith('missing')))
      .toEqual([]);
    for (const size of await sizes()) expect(size).toMatch(/^\d+×\d+ loaded$/);
    expect(requests.filter((url) => /\.m?js(?:\?|$)/.test(url))).toEqual([]);
    expect(foreign).toEqual([]);
    expect(edition.files).toContain(address);
  });
}

test('a story is there to its last paragraph', async ({ mounts, page }) => {
  for (const path of [
    'en/2026/11/night-shift-on-terminal-4',
    'ru/2026/11/tram-line-7-opens',
    'ar/2026/10/rent-notices-in-arabic',
  ]) {
    const address = `/${path.replace(/^en\//, '')}.html`;
    await page.goto(at(mounts.root, address));
    const words = lastWords(`articles/${path}.md`);
    expect(words.length, path).toBeGreaterThan(10);
    await expect(page.locator('main'), path).toContainText(words);
  }
});

test('every directive and every form of Markdown stands in the page', async ({ mounts, page }) => {
  await page.goto(at(mounts.root, KINDS['a long read']));
  for (const part of [
    '.figure',
    '.figure-wide',
    '.gallery img',
    '.pullquote',
    '.factbox',
    '.table-wrap table',
    '.notes li, .footnotes li',
  ]) {
    await expect(page.locator(part).first(), part).toBeVisible();
  }
  await page.goto(at(mounts.root, KINDS['a live report']));
  await expect(page.locator('.update')).toHaveCount(9);
  await expect(page.locator('#u5')).toBeVisible();
});

test('article pictures come as WebP with a JPEG fallback in three widths', ({ edition }) => {
  const elements = edition.elements(KINDS['a long read']);
  const source = elements.find(
    ({ name, attributes }) => name === 'source' && attributes['type'] === 'image/webp',
  );
  const widths = [...(source?.attributes['srcset'] ?? '').matchAll(/ (\d+)w/g)].map(([, width]) =>
    Number(width),
  );
  expect(widths).toHaveLength(3);
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
  const image = elements.find(({ name }) => name === 'img');
  expect(image?.attributes['src']).toMatch(/\.jpg$/);
});

test.describe('with JavaScript', () => {
  test.use({ javaScriptEnabled: true });

  test('nothing more is asked for than without', async ({ mounts, context, page }) => {
    const { faults, requests } = await watch(context, page, mounts.root);
    await page.goto(at(mounts.root, KINDS['a long read']));
    await loadAll(page);
    expect(faults).toEqual([]);
    expect(requests.filter((url) => /\.m?js(?:\?|$)/.test(url))).toEqual([]);
  });
});
