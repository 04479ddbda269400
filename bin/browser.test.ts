import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedBrowsers } from './browser.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-browser-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(...parts: string[]): string {
  const file = join(folder, ...parts);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  return file;
}

describe('an installed browser', () => {
  it('is on the path, Chrome before Chromium', () => {
    const chromium = put('a', 'chromium');
    const chrome = put('b', 'google-chrome');
    const env = { PATH: [join(folder, 'a'), join(folder, 'b')].join(delimiter) };
    expect(installedBrowsers(env, 'linux')).toEqual([chrome, chromium]);
  });

  it('is the named one before all others', () => {
    const chromium = put('a', 'chromium');
    const named = put('mine');
    const env = { PATH: join(folder, 'a'), CHROME_PATH: named, BROADSHEET_CHROME: '' };
    expect(installedBrowsers(env, 'linux')).toEqual([named, chromium]);
  });

  it('is where Windows keeps it', () => {
    const chrome = put('Google', 'Chrome', 'Application', 'chrome.exe');
    expect(installedBrowsers({ PROGRAMFILES: folder }, 'win32')).toEqual([chrome]);
  });

  it('is not what is not there', () => {
    expect(installedBrowsers({ PATH: folder, CHROME_PATH: '/nowhere' }, 'linux')).toEqual([]);
  });
});
