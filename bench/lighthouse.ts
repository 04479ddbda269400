/**
 * Lighthouse (mobile) on the front page and a story of a printed edition: the median of five runs
 * for each category. `node bench/lighthouse.ts [dist] [address …]`; ends with 1 below 100.
 */
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { findBrowser } from '../bin/browser.ts';
import { serveFolder } from '../bin/static-server.ts';

const RUNS = 5;
const PORT = 9333;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const [folder = 'dist', ...given] = process.argv.slice(2);
const addresses = given.length > 0 ? given : ['/index.html', '/2026/11/talks-third-round.html'];

const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  args: [...args, `--remote-debugging-port=${PORT}`],
});
const server = await serveFolder(folder, { compress: true });
let worst = 100;
try {
  for (const address of addresses) {
    const url = new URL(address.slice(1), server.address).href;
    const scores: Record<string, number[]> = {};
    const shifts: number[] = [];
    for (let run = 1; run <= RUNS; run += 1) {
      process.stderr.write(`${address} run ${run} of ${RUNS}\n`);
      const result = await lighthouse(url, { port: PORT, onlyCategories: [...CATEGORIES] });
      if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}.`);
      for (const name of CATEGORIES) {
        const score = result.lhr.categories[name]?.score ?? 0;
        (scores[name] ??= []).push(Math.round(score * 100));
      }
      shifts.push(result.lhr.audits['cumulative-layout-shift']?.numericValue ?? 1);
      if (run === 1) {
        for (const audit of Object.values(result.lhr.audits)) {
          if (
            audit.score !== null &&
            audit.score < 0.9 &&
            audit.scoreDisplayMode !== 'informative'
          ) {
            process.stderr.write(`  ${audit.id} ${audit.score} ${audit.displayValue ?? ''}\n`);
          }
        }
      }
    }
    const medians = CATEGORIES.map((name) => median(scores[name] ?? []));
    worst = Math.min(worst, ...medians);
    process.stdout.write(`${address}: ${medians.join('/')}, layout shift ${median(shifts)}\n`);
  }
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = worst < 100 ? 1 : 0;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
