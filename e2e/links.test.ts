/** One build, any address: no link, asset, `srcset`, `url()` or anchor is broken anywhere. */
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { at, expect, isRedirect, KINDS, ORIGIN, REDIRECT, test } from './support/edition.ts';
import type { Edition } from './support/edition.ts';
import { isOutside, namedBy, namedByStyle } from './support/crawl.ts';
import { elementsOf } from './support/html.ts';
import { loadAll, watch } from './support/watch.ts';

test.describe.configure({ mode: 'parallel' });

/** Pages that are served at any depth, so that their links cannot be relative. */
const ANY_DEPTH = '/404.html';

function anchors(edition: Edition, address: string): Set<string> {
  return new Set(edition.elements(address).map(({ attributes }) => attributes['id'] ?? ''));
}

for (const mount of ['root', 'deep'] as const) {
  const where = { root: '/', deep: '/some/deep/path/' }[mount];

  test(`under ${where} every file leads only to files and anchors that are there`, async ({
    edition,
    mounts,
  }) => {
    const base = mounts[mount];
    const answers = new Map<string, Promise<{ status: number; type: string; text: string }>>();
    const ask = (url: string) => {
      const known = answers.get(url);
      if (known !== undefined) return known;
      const answer = fetch(url, { redirect: 'manual' }).then(async (response) => {
        const type = response.headers.get('content-type') ?? '';
        const text = /html|css/.test(type) ? await response.text() : '';
        if (text === '') await response.body?.cancel();
        return { status: response.status, type, text };
      });
      answers.set(url, answer);
      return answer;
    };
    const broken: string[] = [];
    let followed = 0;
    const seen = new Set<string>();
    const queue = edition.files.filter((file) => file !== ANY_DEPTH).map((file) => at(base, file));
    while (queue.length > 0) {
      const batch = queue.splice(0, 16);
      await Promise.all(
        batch.map(async (url) => {
          if (seen.has(url)) return;
          seen.add(url);
          const { status, type, text } = await ask(url);
          if (status !== 200) {
            broken.push(`${url} answers ${status}`);
            return;
          }
          const named = type.startsWith('text/html')
            ? namedBy(elementsOf(text))
            : type.startsWith('text/css')
              ? namedByStyle(text)
              : [];
          for (const { address, place, use } of named) {
            if (use === 'said' || isOutside(address)) continue;
            followed += 1;
            const target = new URL(address, url);
            const file = `${target.origin}${target.pathname}`;
            if (!file.startsWith(base)) {
              broken.push(`${url}: ${place} ${address} leads out of the mount`);
              continue;
            }
            const answer = await ask(file);
            const anchor = decodeURIComponent(target.hash.slice(1));
            if (answer.status !== 200) {
              broken.push(`${url}: ${place} ${address} answers ${answer.status}`);
            } else if (anchor !== '') {
              const to = `/${decodeURIComponent(target.pathname.slice(new URL(base).pathname.length))}`;
              if (!anchors(edition, to.normalize('NFC')).has(anchor)) {
                broken.push(`${url}: ${place} ${address}: there is no such place`);
              }
            }
            if (!seen.has(file)) queue.push(file);
          }
        }),
      );
    }
    expect(broken).toEqual([]);
    expect(followed).toBeGreaterThan(2000);
  });
}

test('on disk every file leads only to files that are there, by name', ({ edition, mounts }) => {
  const broken: string[] = [];
  for (const address of edition.pages.filter((page) => page !== ANY_DEPTH)) {
    const url = at(mounts.disk, address);
    for (const named of namedBy(edition.elements(address))) {
      if (named.use === 'said' || isOutside(named.address)) continue;
      const target = new URL(named.address, url);
      target.search = '';
      target.hash = '';
      const file = fileURLToPath(target);
      if (!existsSync(file) || !statSync(file).isFile()) {
        broken.push(`${address}: ${named.place} ${named.address} names no file`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test('no link inside the edition is absolute, nor written with our own origin', ({ edition }) => {
  const absolute: string[] = [];
  for (const address of edition.pages.filter((page) => page !== ANY_DEPTH)) {
    for (const named of namedBy(edition.elements(address))) {
      if (named.use === 'said') continue;
      if (/^[/\\]/.test(named.address) || named.address.startsWith(ORIGIN)) {
        absolute.push(`${address}: ${named.place} ${named.address}`);
      }
    }
  }
  expect(absolute).toEqual([]);
});

test('a page names the primary origin only to machines', ({ edition }) => {
  const elsewhere: string[] = [];
  for (const address of edition.pages) {
    for (const { name, attributes } of edition.elements(address)) {
      for (const [attribute, value] of Object.entries(attributes)) {
        const machine = ['meta', 'link'].includes(name);
        const primary = address === ANY_DEPTH && name === 'a';
        if (value.includes(ORIGIN) && !machine && !primary) {
          elsewhere.push(`${address}: ${name} ${attribute}="${value}"`);
        }
      }
    }
  }
  expect(elsewhere).toEqual([]);
});

for (const mount of ['root', 'deep', 'disk'] as const) {
  const where = { root: 'under /', deep: 'under /some/deep/path/', disk: 'from disk' }[mount];

  test(`${where} a browser opens every kind of page without a fault and asks no other host`, async ({
    mounts,
    context,
    page,
  }) => {
    const base = mounts[mount];
    const { faults, requests } = await watch(context, page, base);
    for (const [kind, address] of Object.entries(KINDS)) {
      const from = faults.length;
      await page.goto(at(base, address));
      await loadAll(page);
      const empty = await page.evaluate(() =>
        [...document.images].filter((image) => image.naturalWidth === 0).map(({ src }) => src),
      );
      const unset = await page.evaluate(() =>
        [...document.fonts]
          .filter(({ status }) => status === 'error')
          .map(({ family }) => family.replace(/["']/g, ''))
          // Stand-ins are faces of the system: which of them it has is no matter of ours.
          .filter((family) => !family.startsWith('House Fallback')),
      );
      expect({ faults: faults.slice(from), empty, unset }, `${kind}: ${address}, ${where}`).toEqual(
        { faults: [], empty: [], unset: [] },
      );
    }
    expect(requests.filter((url) => url.endsWith('.woff2')).length).toBeGreaterThan(0);
    expect(requests.filter((url) => url.endsWith('.webp')).length).toBeGreaterThan(0);
  });

  test(`${where} an old address moves on to the story`, async ({ mounts, context, page }) => {
    const base = mounts[mount];
    const { faults } = await watch(context, page, base);
    await page.goto(at(base, REDIRECT.from), { waitUntil: 'commit' });
    await page.waitForURL(at(base, REDIRECT.to));
    await expect(page.locator('h1')).toHaveText('Night shift on Terminal 4');
    expect(faults).toEqual([]);
  });

  test(`${where} a reader clicks from the front page to a story, its author and back home`, async ({
    mounts,
    page,
  }) => {
    const base = mounts[mount];
    await page.goto(at(base, '/index.html'));
    await page.locator('main h2 a').first().click();
    await expect(page.locator('article h1')).toBeVisible();
    await page.locator('article .names a').first().click();
    await expect(page.locator('h1')).toBeVisible();
    expect(decodeURI(page.url())).toContain('/authors/');
    await page.locator('.nameplate a').click();
    await page.waitForURL(at(base, '/index.html'));
  });
}

test('every kind of page that these tests open is in the edition', ({ edition }) => {
  const missing = Object.values(KINDS).filter((address) => !edition.pages.includes(address));
  expect(missing).toEqual([]);
  expect(isRedirect(edition.elements(REDIRECT.from))).toBe(true);
});
