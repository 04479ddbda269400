import { describe, expect, it } from 'vitest';
import { formatReport } from './run-report.ts';
import type { EditionReport } from './run-report.ts';

const REPORT: EditionReport = {
  at: '2026-11-22T10:00:00.000Z',
  nextChangeAt: null,
  unitsDue: 0,
  pagesPrinted: 0,
  filesChanged: 0,
  added: {},
  changed: {},
  removed: {},
  warnings: [],
  seconds: 0.42,
  files: 567,
  bytes: 1,
  root: '0',
};

describe('the report of a build', () => {
  it('says in a line that nothing changed', () => {
    expect(formatReport(REPORT)).toBe('Printed 0 pages, changed no file of 567 files in 0.4 s.\n');
  });

  it('counts what changed by kind, and says when to print again', () => {
    expect(
      formatReport({
        ...REPORT,
        nextChangeAt: '2026-11-22T16:00:00.000Z',
        pagesPrinted: 1,
        filesChanged: 6,
        added: { card: 1, page: 1 },
        changed: { sitemap: 2, list: 1 },
        removed: { file: 1 },
        warnings: ['/feeds/rss.xml has 31 of its 50 stories.'],
      }),
    ).toBe(
      'Printed 1 page, changed 6 of 567 files in 0.4 s.\n' +
        '  added:    1 page, 1 card\n' +
        '  changed:  1 list, 2 sitemaps\n' +
        '  removed:  1 other file\n' +
        'What to look at in the edition:\n' +
        '  /feeds/rss.xml has 31 of its 50 stories.\n' +
        'The next edition is due at 2026-11-22T16:00:00.000Z.\n',
    );
  });
});
