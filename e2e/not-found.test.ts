/** The page for what is not there: served at any depth, it finds the paper's home. */
import type { Page } from '@playwright/test';
import { at, expect, test } from './support/edition.ts';
import { watch } from './support/watch.ts';

test.describe.configure({ mode: 'parallel' });

/** Addresses of nothing, by their depth in the mount. */
const NOWHERE = { 0: 'nothing.html', 1: 'world/nothing.html', 4: 'a/b/c/d/nothing.html' };

for (const [depth, address] of Object.entries(NOWHERE)) {
  test(`at depth ${depth} under a sub-path a script leads back to the paper`, async ({
    mounts,
    context,
    page,
  }) => {
    const { faults } = await watch(context, page, new URL('/', mounts.deep).href);
    const response = await page.goto(`${mounts.deep}${address}`);
    expect(response?.status()).toBe(404);
    const home = page.locator('a[data-home]').first();
    await expect(home).toHaveJSProperty('href', at(mounts.deep, '/index.html'));
    // Asking for the mark of the paper where it is not is how the home is found.
    const probes = /assets\/home\.gif|status of 404|nothing\.html/;
    expect(faults.filter((fault) => !probes.test(fault))).toEqual([]);
    await home.click();
    await page.waitForURL(at(mounts.deep, '/index.html'));
    await expect(page.locator('h1')).toHaveText('The Harbour Gazette');
  });

  test(`at depth ${depth} under a sub-path the page is whole without JavaScript`, async ({
    mounts,
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const { faults } = await watchRequests(page, mounts.deep);
    await page.goto(`${mounts.deep}${address}`);
    await expect(page.locator('h1')).toHaveText('Page not found');
    await expect(page.locator('a[data-home]').first()).toHaveAttribute('href', '/index.html');
    await expect(page.locator('a[href="https://harbourgazette.example/"]')).toBeVisible();
    const family = await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
    expect(family, 'it carries its styles in itself').not.toBe('');
    const colour = await page
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(colour).not.toBe('rgba(0, 0, 0, 0)');
    expect(faults).toEqual([]);
    await context.close();
  });
}

test('at the root of a host the page finds home as well', async ({ mounts, page }) => {
  await page.goto(`${mounts.root}a/b/nothing.html`);
  await page.locator('a[data-home]').first().click();
  await page.waitForURL(at(mounts.root, '/index.html'));
});

test('the page speaks every language of the paper', async ({ mounts, page }) => {
  await page.goto(`${mounts.root}nothing.html`);
  await expect(page.locator('section[lang=ru] :is(h1, h2)')).toHaveText('Страница не найдена');
  await expect(page.locator('section[lang=ar]')).toHaveAttribute('dir', 'rtl');
  const homes = await page
    .locator('a[data-home]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('data-home')));
  expect(homes).toEqual(['/index.html', '/ru/index.html', '/ar/index.html']);
});

async function watchRequests(page: Page, mount: string) {
  const faults: string[] = [];
  await page.route('**/*', (route) => {
    const url = route.request().url();
    // Without a script nothing is asked for but the page itself.
    if (!route.request().isNavigationRequest()) faults.push(url);
    return url.startsWith(mount) ? route.continue() : route.abort();
  });
  return { faults };
}
