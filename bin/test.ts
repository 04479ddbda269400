/**
 * The whole examination: types, lint, format, unit tests, then a real browser. Every step runs,
 * whatever became of the one before; the last line says how many cases passed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  group: 'check' | 'unit' | 'e2e';
  headline: string;
  /** The package whose program is run, its name among the package's programs, its arguments. */
  program: readonly [packageName: string, bin: string, ...args: string[]];
  /** Reads the counts out of the report that the program wrote. Without one, the step is one case. */
  count?: (report: unknown) => Counts;
}

interface Outcome extends Counts {
  headline: string;
  seconds: number;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A step that takes longer than this hangs. Playwright ends itself before, and names the case. */
const LONGEST_STEP = 21 * 60_000;

const GROUPS = ['check', 'unit', 'e2e'] as const;

function stepsFor(selection: Selection, reports: string): Step[] {
  const { filters, title } = selection;
  const unitTitle = title === undefined ? [] : ['-t', title];
  const e2eTitle = title === undefined ? [] : ['-g', title];
  return [
    {
      group: 'check',
      headline: 'Types of pages and components (astro check)',
      program: ['astro', 'astro', 'check', '--minimumSeverity', 'hint'],
    },
    { group: 'check', headline: 'Types of all else (tsc)', program: ['typescript', 'tsc'] },
    {
      group: 'check',
      headline: 'Lint (eslint)',
      program: ['eslint', 'eslint', '.', '--max-warnings', '0'],
    },
    {
      group: 'check',
      headline: 'Format (prettier)',
      program: ['prettier', 'prettier', '--check', '.', '--log-level', 'warn'],
    },
    {
      group: 'unit',
      headline: 'Unit tests (vitest)',
      program: [
        'vitest',
        'vitest',
        'run',
        '--passWithNoTests',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${join(reports, 'unit.json')}`,
        ...unitTitle,
        ...filters,
      ],
      count: countVitest,
    },
    {
      group: 'e2e',
      headline: 'In a browser (playwright)',
      program: [
        '@playwright/test',
        'playwright',
        'test',
        '--pass-with-no-tests',
        ...e2eTitle,
        ...filters,
      ],
      count: countPlaywright,
    },
  ];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Vitest's JSON report; a file that could not even be read is one failure. */
export function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    report as VitestReport;
  const unread = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unread.length,
    skipped: numPendingTests + numTodoTests,
  };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Playwright's JSON report; a case that passed only the second time has failed. */
export function countPlaywright(report: unknown): Counts {
  const { stats, errors } = report as PlaywrightReport;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** The counts of a step: a program that failed without a failed case is one failure more. */
export function countStep(succeeded: boolean, counts: Counts | undefined): Counts {
  if (counts === undefined) {
    return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  }
  return !succeeded && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The last line: `12 passed, 0 failed`, with the skipped ones where there are any. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Whether it all went well: nothing failed, and something ran. */
export function wentWell({ passed, failed }: Counts): boolean {
  return failed === 0 && passed > 0;
}

export interface Selection {
  groups: readonly Step['group'][];
  /** Parts of file names, for vitest and playwright. */
  filters: string[];
  /** A part of the tests' titles. */
  title: string | undefined;
}

/** Reads the arguments of `npm test -- …`. A filter leaves the checks out. */
export function select(args: string[]): Selection {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, title: { type: 'string', short: 't' } },
  });
  const only = (values.only ?? []).flatMap((list) => list.split(','));
  const unknown = only.find((name) => !GROUPS.some((group) => group === name));
  if (unknown !== undefined) {
    throw new Error(`--only ${unknown}: it is one of ${GROUPS.join(', ')}`);
  }
  const filtered = positionals.length > 0 || values.title !== undefined;
  const groups = GROUPS.filter((group) =>
    only.length > 0 ? only.includes(group) : !(filtered && group === 'check'),
  );
  return { groups, filters: positionals, title: values.title };
}

/** The file that a package runs as one of its programs. */
function programFile(packageName: string, bin: string): string {
  const require = createRequire(import.meta.url);
  const manifest = (require.resolve.paths(packageName) ?? [])
    .map((folder) => join(folder, packageName, 'package.json'))
    .find((file) => existsSync(file));
  if (manifest === undefined) throw new Error(`${packageName} is not installed`);
  const { bin: bins } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bins === 'string' ? bins : bins[bin];
  if (file === undefined) throw new Error(`${packageName} has no program ${bin}`);
  return join(dirname(manifest), file);
}

async function runStep(step: Step, reports: string): Promise<Outcome> {
  const { group, headline, program } = step;
  console.log(`\n── ${headline} ${'─'.repeat(Math.max(2, 66 - headline.length))}`);
  const started = performance.now();
  const report = join(reports, `${group}.json`);
  const [packageName, bin, ...args] = program;
  const succeeded = await runProgram(programFile(packageName, bin), args, {
    BROADSHEET_E2E_REPORT: report,
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  const counts = countStep(succeeded, step.count && readCounts(report, step.count));
  const seconds = (performance.now() - started) / 1000;
  console.log(`   ${succeeded ? 'done' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { headline, seconds, ...counts };
}

function readCounts(report: string, count: (report: unknown) => Counts): Counts {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

function runProgram(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const timer = setTimeout(() => {
      console.log(`   takes longer than ${LONGEST_STEP / 60_000} minutes: ended`);
      child.kill('SIGKILL');
    }, LONGEST_STEP);
    const end = (signal: NodeJS.Signals) => {
      child.kill(signal);
      process.exitCode = 1;
    };
    process.once('SIGTERM', end);
    child.on('error', (error) => {
      console.error(error.message);
      clearTimeout(timer);
      resolve(false);
    });
    child.on('exit', (code) => {
      process.off('SIGTERM', end);
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

/** One line a step: its headline, its time, its counts. */
export function summary(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ headline }) => headline.length));
  return outcomes
    .map((outcome) => {
      const mark = outcome.failed > 0 ? '✗' : '✓';
      const time = `${outcome.seconds.toFixed(1)} s`.padStart(8);
      return `  ${mark} ${outcome.headline.padEnd(width)} ${time}   ${closingLine(outcome)}`;
    })
    .join('\n');
}

async function main(): Promise<void> {
  const selection = select(process.argv.slice(2));
  const reports = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  const outcomes: Outcome[] = [];
  try {
    for (const step of stepsFor(selection, reports)) {
      if (selection.groups.includes(step.group)) outcomes.push(await runStep(step, reports));
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of outcomes) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  if (!wentWell(total)) process.exitCode = 1;
  console.log(`\n── Summary ${'─'.repeat(60)}\n${summary(outcomes)}\n\n${closingLine(total)}`);
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
