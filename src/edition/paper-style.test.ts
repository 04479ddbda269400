import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { paperStyle } from './paper-style.ts';

it('names the layers in the order in which the styles of the press have them', () => {
  const base = readFileSync(new URL('../styles/base.css', import.meta.url), 'utf8');
  const [order = ''] = /^@layer [^;{]+;/.exec(base) ?? [];
  expect(order).not.toBe('');
  expect(paperStyle([], undefined, '').startsWith(order.replaceAll(', ', ','))).toBe(true);
});
