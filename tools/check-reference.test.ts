import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { CHECK_REFERENCE, checkReference } from './check-reference.ts';

it('docs/check.md is what npm run docs writes', async () => {
  expect(await readFile(CHECK_REFERENCE, 'utf8')).toBe(await checkReference());
});
