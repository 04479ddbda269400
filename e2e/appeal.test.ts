/** The message to readers: each answer, its expiry, a second visit, two tabs, storage refused. */
import type { Page } from '@playwright/test';
import { at, expect, test } from './support/edition.ts';

const STORY = '/2026/11/tram-line-7-opens.html';
const OTHER_STORY = '/2026/11/market-hall-roof.html';
const DAY = 24 * 60 * 60 * 1000;

/** Stories that say `appeal: false`. */
const WITHOUT = [
  '/2026/11/astrid-mole-keeper.html',
  '/2026/11/swimmer-pulled-from-north-mole.html',
  '/2026/10/a-winter-at-the-maritime-museum.html',
];

const letter = (page: Page) => page.locator('.appeal-letter');

for (const [answer, days] of [
  ['Remind me later', 30],
  ['Don’t ask again', 365],
] as const) {
  test(`“${answer}” hides the message for ${days} days, on every story, and then it is back`, async ({
    mounts,
    page,
  }) => {
    await page.clock.install({ time: new Date('2026-11-22T12:00:00Z') });
    await page.goto(at(mounts.root, STORY));
    await expect(letter(page)).toBeVisible();
    await page.getByRole('button', { name: answer }).click();
    await expect(letter(page)).toBeHidden();
    await expect(page.locator('.appeal-done:visible')).toBeFocused();

    await page.goto(at(mounts.root, OTHER_STORY));
    await expect(page.locator('.appeal')).toBeHidden();
    await page.clock.setSystemTime(Date.parse('2026-11-22T12:00:00Z') + (days - 1) * DAY);
    await page.reload();
    await expect(page.locator('.appeal')).toBeHidden();
    await page.clock.setSystemTime(Date.parse('2026-11-22T12:00:00Z') + (days + 1) * DAY);
    await page.reload();
    await expect(letter(page)).toBeVisible();
  });
}

test('“Support” and every amount lead to the support page, with the amount', async ({
  mounts,
  page,
}) => {
  await page.goto(at(mounts.root, STORY));
  const amounts = page.locator('.appeal-amounts a');
  await expect(amounts).toHaveText(['€2 a month', '€5 a month', '€10 a month', '€20 a month']);
  const addresses = await amounts.evaluateAll((links) =>
    links.map((link) => (link as HTMLAnchorElement).href),
  );
  expect(addresses.map((address) => new URL(address).searchParams.get('amount'))).toEqual([
    '2',
    '5',
    '10',
    '20',
  ]);
  const support = await page.locator('.appeal-yes').getAttribute('href');
  expect(new URL(support ?? '').searchParams.has('amount')).toBe(false);
});

test('without an answer the message is there on every visit, and nothing is stored', async ({
  mounts,
  page,
  context,
}) => {
  await page.goto(at(mounts.root, STORY));
  await page.reload();
  await expect(letter(page)).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await context.cookies()).toEqual([]);
});

test('it takes no focus and moves nothing, answered or not', async ({ mounts, page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(at(mounts.root, STORY));
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => {
    (globalThis as unknown as { shifts: number[] }).shifts.length = 0;
  });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.locator('.appeal').scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Remind me later' }).click();
  await page.reload();
  await page.locator('.related').scrollIntoViewIfNeeded();
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.001);
});

test('a story that is open in two tabs follows the answer given in the other', async ({
  mounts,
  context,
}) => {
  const first = await context.newPage();
  const second = await context.newPage();
  await first.goto(at(mounts.root, STORY));
  await second.goto(at(mounts.root, OTHER_STORY));
  await first.getByRole('button', { name: 'Don’t ask again' }).click();
  await expect(second.locator('.appeal')).toBeHidden();
});

test('where storage is refused the message works, and the answer holds for the page', async ({
  mounts,
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(at(mounts.root, STORY));
  await expect(letter(page)).toBeVisible();
  await page.getByRole('button', { name: 'Remind me later' }).click();
  await expect(letter(page)).toBeHidden();
  await page.reload();
  await expect(letter(page)).toBeVisible();
  expect(errors).toEqual([]);
});

test('a nonsense or far-off value in storage does not hide it for ever', async ({
  mounts,
  page,
}) => {
  await page.goto(at(mounts.root, STORY));
  const key = (await page.locator('.appeal').getAttribute('data-key')) ?? '';
  for (const value of ['nonsense', '99999999999999', '-1', '{}']) {
    await page.evaluate(
      ([name, text]) => localStorage.setItem(name ?? '', text ?? ''),
      [key, value],
    );
    await page.reload();
    await expect(letter(page)).toBeVisible();
  }
});

for (const address of WITHOUT) {
  test(`${address} asks for nothing`, ({ edition }) => {
    expect(edition.read(address)).not.toMatch(/<aside[^>]+class="appeal"/);
  });
}

test('it is in no feed and not printed on paper', async ({ edition, mounts, page }) => {
  for (const feed of edition.files.filter((file) => file.endsWith('rss.xml'))) {
    expect(edition.read(feed)).not.toContain('an accountant who wished us well');
  }
  await page.goto(at(mounts.root, STORY));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.appeal')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it is a plain note with links', async ({ mounts, page }) => {
    await page.goto(at(mounts.root, STORY));
    await expect(letter(page)).toBeVisible();
    await expect(page.locator('.appeal-amounts a').first()).toBeVisible();
    await expect(page.locator('.appeal button').first()).toBeHidden();
  });
});
