import { defineConfig } from '@playwright/test';
import { findBrowser } from './bin/browser.ts';

const { executablePath, args } = await findBrowser();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  globalTimeout: 20 * 60_000,
  timeout: 60_000,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['BROADSHEET_E2E_REPORT'] ?? 'test-results/e2e.json' }],
  ],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args },
    trace: 'off',
  },
});
