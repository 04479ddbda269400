/** The Content-Security-Policy: strict, on every page, and of exactly this page. */
import { createHash } from 'node:crypto';
import { attributesOf } from './support/html.ts';
import { at, expect, KINDS, test } from './support/edition.ts';
import type { Found } from './support/html.ts';

function policyOf(elements: readonly Found[]): Map<string, string[]> {
  const policies = attributesOf(elements, 'meta').filter(
    (meta) => meta['http-equiv']?.toLowerCase() === 'content-security-policy',
  );
  expect(policies, 'one policy').toHaveLength(1);
  return new Map(
    (policies[0]?.['content'] ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

function hashes(texts: readonly string[]): string[] {
  return [
    ...new Set(
      texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
    ),
  ].sort();
}

function runs({ name, attributes }: Found): boolean {
  return name === 'script' && !(attributes['type'] ?? '').endsWith('json');
}

test('every page forbids all but what it needs, 404 and redirects too', ({ edition }) => {
  expect(edition.pages).toContain('/404.html');
  for (const address of edition.pages) {
    const policy = policyOf(edition.elements(address));
    expect(policy.get('default-src'), address).toEqual(["'none'"]);
    expect(policy.get('base-uri'), address).toEqual(["'none'"]);
    expect(policy.get('form-action'), address).toEqual(["'none'"]);
    for (const [directive, values] of policy) {
      const loose = values.filter(
        (value) => !/^'(?:none|self|sha256-[\w+/]{43}=)'$/.test(value) && value !== 'data:',
      );
      expect(loose, `${address} ${directive}`).toEqual([]);
    }
    for (const directive of ['script-src', 'style-src', 'default-src']) {
      expect(policy.get(directive) ?? [], `${address} ${directive}`).not.toContain('data:');
    }
  }
});

test('the policy names the hashes of the inline scripts and styles of the page, and no other', ({
  edition,
}) => {
  let scripts = 0;
  for (const address of edition.pages) {
    const elements = edition.elements(address);
    const policy = policyOf(elements);
    const inline = elements.filter((one) => runs(one) && one.attributes['src'] === undefined);
    const styles = elements.filter(({ name }) => name === 'style');
    scripts += inline.length;
    const named = (directive: string) =>
      (policy.get(directive) ?? []).filter((value) => value.startsWith("'sha256-")).sort();
    expect(named('script-src'), address).toEqual(hashes(inline.map(({ text }) => text)));
    expect(named('style-src'), address).toEqual(hashes(styles.map(({ text }) => text)));
  }
  expect(scripts, 'at least the script of 404.html').toBeGreaterThan(0);
});

test('the policy stands before everything that it governs', ({ edition }) => {
  for (const address of edition.pages) {
    const names = edition
      .elements(address)
      .map(({ name, attributes }) => (name === 'meta' ? (attributes['http-equiv'] ?? name) : name));
    const policy = names.findIndex((name) => /^content-security-policy$/i.test(name));
    const first = names.findIndex((name) => ['script', 'style', 'link', 'img'].includes(name));
    expect(policy, address).toBeGreaterThan(-1);
    if (first !== -1) expect(policy, address).toBeLessThan(first);
  }
});

test('no element has a style or a handler of its own', ({ edition }) => {
  const found: string[] = [];
  for (const address of edition.pages) {
    for (const { name, attributes } of edition.elements(address)) {
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute === 'style' || attribute.startsWith('on') || /^\s*javascript:/i.test(value)) {
          found.push(`${address}: <${name} ${attribute}="${value}">`);
        }
      }
    }
  }
  expect(found).toEqual([]);
});

test('what a page cannot say itself is in the headers for the host', ({ edition }) => {
  const rules = edition
    .read('/_headers')
    .trim()
    .split('\n\n')
    .map((block) => block.split('\n').map((line) => line.trim()));
  const everywhere = rules.find(([path]) => path === '/*')?.slice(1) ?? [];
  expect(everywhere).toContain('X-Content-Type-Options: nosniff');
  expect(everywhere).toContain("Content-Security-Policy: frame-ancestors 'none'");
  const assets = rules.find(([path]) => path === '/assets/*')?.slice(1) ?? [];
  expect(assets.join()).toMatch(/Cache-Control: .*max-age=31536000.*immutable/);
  const files = rules.slice(1).map(([path = '']) => path);
  for (const path of files) {
    const pattern = new RegExp(`^${path.split('*').map(RegExp.escape).join('.+')}$`);
    expect(
      edition.files.some((file) => pattern.test(file)),
      `${path} names something in the edition`,
    ).toBe(true);
  }
});

test('the policy is in force: a script that is put into the page does not run', async ({
  mounts,
  page,
}) => {
  await page.goto(at(mounts.root, KINDS['a long read']));
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          done(event.effectiveDirective),
        );
        const script = document.createElement('script');
        script.textContent = 'window.pwned = true';
        document.body.append(script);
      }),
  );
  expect(blocked).toMatch(/^script-src/);
  expect(await page.evaluate(() => window.pwned)).toBeUndefined();
});
