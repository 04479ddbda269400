/** What the rules found, as people, programs and GitHub read it. */
import { formatProblem } from '../problems.ts';
import type { Finding, Severity } from './rule.ts';

const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

/** Findings for a terminal: errors first, by file and line, and how many there are of each kind. */
export function formatFindings(findings: readonly Finding[]): string {
  const sorted = sortFindings(findings);
  const lines = sorted.map((finding) => {
    const { rule, severity, ...rest } = finding;
    const text = formatProblem({ severity: severity === 'error' ? 'error' : 'warning', ...rest });
    return `${severity} ${rule}\n${text}`;
  });
  return [...lines, summary(findings)].join('\n');
}

/** `2 errors, 1 warning, 0 notices.` */
export function summary(findings: readonly Finding[]): string {
  const counts = ORDER.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  return `${counts.join(', ')}.`;
}

/** Findings as JSON, one object with a list. */
export function findingsJson(findings: readonly Finding[]): string {
  return `${JSON.stringify({ findings: sortFindings(findings) }, null, 2)}\n`;
}

/**
 * Findings as GitHub's workflow commands, which it shows beside the lines of a change.
 *
 * @param contentFolder the content folder as the repository has it, before each file
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubAnnotations(findings: readonly Finding[], contentFolder: string): string {
  return sortFindings(findings)
    .map(({ rule, severity, file, line, field, message, mend }) => {
      const place = file.startsWith('/') ? [] : [`file=${property(`${contentFolder}/${file}`)}`];
      if (line !== undefined && place.length > 0) place.push(`line=${line}`);
      place.push(`title=${property(rule)}`);
      const words = `${file.startsWith('/') ? `${file} ` : ''}${field === undefined ? '' : `${field}: `}${message}`;
      const text = mend === undefined ? words : `${words}; ${mend}`;
      return `::${severity} ${place.join(',')}::${data(text)}\n`;
    })
    .join('');
}

function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.rule < b.rule ? -1 : 1),
  );
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
