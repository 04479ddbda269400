import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completeLockfile, missingOptional } from './complete-lockfile.mjs';

describe('the lockfile', () => {
  it('lists every platform package, so that npm ci takes it (node bin/complete-lockfile.mjs)', () => {
    const file = new URL('../package-lock.json', import.meta.url);
    const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, object> };
    expect(missingOptional(lock)).toEqual([]);
  });

  it('is completed with version and platform', () => {
    const lock = {
      packages: {
        'node_modules/a': {
          version: '1.0.0',
          optionalDependencies: { '@a/b-linux-arm64-musl': '1.0.0', '@a/c-wasm32-wasi': '1.0.0' },
        },
        'node_modules/a/node_modules/@a/c-wasm32-wasi': { version: '1.0.0' },
      },
    };
    expect(completeLockfile(lock).packages).toMatchObject({
      'node_modules/@a/b-linux-arm64-musl': {
        version: '1.0.0',
        cpu: ['arm64'],
        libc: ['musl'],
        os: ['linux'],
        optional: true,
      },
    });
    expect(missingOptional(completeLockfile(lock))).toEqual([]);
  });
});
