/** Other people's judges: html-validate, the Nu HTML checker, axe. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { at, expect, KINDS, REDIRECT, test } from './support/edition.ts';

test.describe.configure({ mode: 'parallel' });

test('html-validate finds nothing on any page', async ({ edition }) => {
  test.setTimeout(120_000);
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // How the same document is written, not what it says.
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'no-inline-style': 'error',
      'doctype-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      // Titles of stories are as long as the desk wrote them.
      'long-title': 'off',
      // The policy forbids what this would guard, and names hashes of what is inline.
      'require-sri': 'off',
      // Letters of every script, marks included, may stand in an id.
      'valid-id': ['error', { relaxed: true }],
      // A list may have a name.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // A region that is scrolled is no part of the outline, as a <section> would be.
      'prefer-native-element': ['error', { exclude: ['region'] }],
      // As HTML asks: a phone number is one where it is said to be one.
      'tel-non-breaking': 'off',
    },
  });
  const faults: string[] = [];
  for (const address of edition.pages) {
    const report = await validator.validateString(edition.read(address), address);
    for (const { messages } of report.results) {
      for (const { ruleId, message, line, column } of messages) {
        faults.push(`${address}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

/** The checker is a Java program: where there is no Java it cannot run. */
const JAVA = [
  ...(process.env['JAVA_HOME'] === undefined ? [] : [`${process.env['JAVA_HOME']}/bin/java`]),
  '/usr/bin/java',
  'java',
].find((file) => spawnSync(file, ['-version']).status === 0);

const VNU = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

interface NuMessage {
  url: string;
  type: string;
  subType?: string;
  message: string;
  lastLine?: number;
  extract?: string;
}

test('the Nu HTML checker finds nothing on any page', ({ edition }) => {
  test.skip(
    JAVA === undefined || !existsSync(VNU),
    'The Nu HTML checker needs Java, which is not installed here.',
  );
  test.setTimeout(180_000);
  const { stderr, status, error } = spawnSync(
    JAVA ?? '',
    ['-Xss4m', '-jar', VNU, '--format', 'json', '--skip-non-html', edition.out],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  expect(error).toBeUndefined();
  expect([0, 1]).toContain(status);
  const { messages } = JSON.parse(stderr) as { messages: NuMessage[] };
  const faults = messages
    // It knows neither hashes nor what 'self' is of a file, and so takes every policy for broken;
    // policy.test.ts and links.test.ts hold the policy against the page and a browser.
    .filter(({ message }) => !message.includes('violates Content Security Policy'))
    .map(
      ({ url, message, lastLine, extract }) =>
        `${url}:${lastLine ?? 0} ${message} ${extract ?? ''}`,
    );
  expect(faults).toEqual([]);
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What else a rule looks at is the same in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

const LOOKS = [
  { colorScheme: 'light', width: 1280, only: undefined },
  { colorScheme: 'light', width: 360, only: undefined },
  { colorScheme: 'dark', width: 1280, only: COLOURS },
  { colorScheme: 'dark', width: 360, only: COLOURS },
] as const;

for (const [kind, address] of Object.entries({
  ...KINDS,
  'the page for what is not there': '/404.html',
  'a redirect': REDIRECT.from,
})) {
  test(`axe finds nothing on ${kind}, light and dark, narrow and wide`, async ({
    mounts,
    browser,
  }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    if (address === REDIRECT.from) {
      // Held still: it would be gone before it is looked at.
      await page.route('**/night-shift/**', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/i, '');
        await route.fulfill({ response, body });
      });
    }
    await page.goto(at(mounts.root, address));
    await expect(page.locator('h1')).toBeVisible();
    for (const { colorScheme, width, only } of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const axe = new AxeBuilder({ page });
      const { violations } = await (
        only === undefined ? axe.withTags(TAGS) : axe.withRules([...only])
      ).analyze();
      const faults = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) =>
            `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`,
        ),
      );
      expect(faults, `${address} ${colorScheme} ${width}`).toEqual([]);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `${address} is no wider than ${width}`).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
}
