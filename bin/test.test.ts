import { describe, expect, it } from 'vitest';
import {
  closingLine,
  countPlaywright,
  countStep,
  countVitest,
  select,
  summary,
  wentWell,
} from './test.ts';

describe('the closing line', () => {
  it('says what passed and what failed', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  });

  it('names the skipped ones where there are any', () => {
    expect(closingLine({ passed: 12, failed: 1, skipped: 2 })).toBe(
      '12 passed, 1 failed, 2 skipped',
    );
  });

  it('stands for success only where something passed and nothing failed', () => {
    expect(wentWell({ passed: 1, failed: 0, skipped: 0 })).toBe(true);
    expect(wentWell({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
    expect(wentWell({ passed: 0, failed: 0, skipped: 9 })).toBe(false);
  });
});

describe('the cases', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };

  it('of vitest are its tests', () => {
    const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };
    expect(countVitest({ ...vitest, testResults: [failed, passed] })).toEqual({
      passed: 5,
      failed: 1,
      skipped: 3,
    });
  });

  it('of a test file that cannot be read are one failure', () => {
    const unread = { status: 'failed', assertionResults: [] };
    expect(countVitest({ ...vitest, testResults: [unread] })).toMatchObject({ failed: 2 });
  });

  it('of playwright have failed where they passed only the second time', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 2, skipped: 1 });
    expect(countPlaywright({ stats, errors: [{}] })).toMatchObject({ failed: 3 });
  });

  it('of a check are itself', () => {
    expect(countStep(true, undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countStep(false, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('of a program that fails without a failed test are one failure more', () => {
    expect(countStep(false, { passed: 3, failed: 0, skipped: 0 })).toMatchObject({ failed: 1 });
    expect(countStep(false, { passed: 3, failed: 2, skipped: 0 })).toMatchObject({ failed: 2 });
  });
});

describe('the selection', () => {
  it('is everything', () => {
    expect(select([])).toEqual({ groups: ['check', 'unit', 'e2e'], filters: [], title: undefined });
  });

  it('is what --only names', () => {
    expect(select(['--only', 'unit'])).toMatchObject({ groups: ['unit'] });
    expect(select(['--only', 'e2e,check'])).toMatchObject({ groups: ['check', 'e2e'] });
    expect(() => select(['--only', 'units'])).toThrow('--only units: it is one of check, unit');
  });

  it('is the tests alone where files or titles are named', () => {
    expect(select(['feeds'])).toMatchObject({ groups: ['unit', 'e2e'], filters: ['feeds'] });
    expect(select(['-t', 'a leak'])).toMatchObject({ groups: ['unit', 'e2e'], title: 'a leak' });
  });
});

it('the summary has a line for each step', () => {
  const lines = summary([
    { headline: 'Lint', seconds: 1.25, passed: 1, failed: 0, skipped: 0 },
    { headline: 'Unit tests', seconds: 62, passed: 8, failed: 1, skipped: 0 },
  ]);
  expect(lines).toBe(
    '  ✓ Lint          1.3 s   1 passed, 0 failed\n  ✗ Unit tests   62.0 s   8 passed, 1 failed',
  );
});
