/** Results as tables, for a terminal and as Markdown. */
import type { Verdict } from './budgets.ts';
import { sizesOf } from './measurement.ts';
import type { Measurement, Results } from './measurement.ts';

/** A table: a head, and rows of as many cells. */
export interface Table {
  head: string[];
  rows: string[][];
}

/** All measurements of one size. */
export function sizeTable(results: Results, stories: number): Table {
  const titles = new Map(results.participants.map(({ id, title }) => [id, title]));
  return {
    head: ['Tool', 'Build', 'CPU s', 'Wall s', 'Memory MB', 'Pages printed', 'Files written'],
    rows: results.measurements
      .filter((one) => one.stories === stories)
      .map((one) => [titles.get(one.tool) ?? one.tool, one.step, ...figures(one)]),
  };
}

function figures({ cpu, wall, memory, pages, files, failure }: Measurement): string[] {
  if (failure !== undefined) return [failure, '', '', '', ''];
  return [
    cpu.toFixed(2),
    wall.toFixed(2),
    (memory / 1e6).toFixed(0),
    pages.toLocaleString('en'),
    files.toLocaleString('en'),
  ];
}

/** Promises and what came of them. */
export function verdictTable(verdicts: readonly Verdict[]): Table {
  return {
    head: ['Promise', 'Found', 'Kept'],
    rows: verdicts.map(({ promise, found, kept }) => [promise, found, kept ? 'yes' : 'no']),
  };
}

const isNumber = (cell: string) => /^[\d.,]+$/.test(cell);

/** A table with aligned columns. Numbers stand to the right. */
export function terminalTable({ head, rows }: Table): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber(cell) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

/** A table as Markdown. A column of numbers stands to the right. */
export function markdownTable({ head, rows }: Table): string {
  const marks = head.map((_, column) => {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.some(isNumber) ? '---:' : '---';
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(marks), ...rows.map(line)].join('\n');
}

/** The section of the documentation that a run writes. */
export function resultsMarkdown(results: Results, verdicts: readonly Verdict[]): string {
  const versions = results.participants
    .map(({ title, version }) => `${title} ${version}`)
    .join(', ');
  const parts = [
    `Measured on ${results.date} with ${versions} and Node ${results.node}, on ${results.machine}.`,
    ...sizesOf(results).map(
      (stories) =>
        `### ${stories.toLocaleString('en')} stories\n\n${markdownTable(sizeTable(results, stories))}`,
    ),
    `### Promises\n\n${markdownTable(verdictTable(verdicts))}`,
  ];
  return parts.join('\n\n');
}
