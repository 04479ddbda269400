import type { Problem } from '#problems.ts';

/** What a pass says of a mistake; the file and the offset of the body are added to it. */
export interface Finding {
  /** Line within the body, from 1. */
  line: number | undefined;
  message: string;
  field?: string | undefined;
  value?: string | undefined;
  mend?: string | undefined;
}

/** How many dropped pieces of raw HTML are named one by one. */
export const MOST_DROPPED = 50;

/** How many problems of any other kind one body reports before it says that there are more. */
const MOST_PROBLEMS = 500;

/** Gathers the problems of one body; lines become lines of the file. */
export class Report {
  readonly #file: string;
  readonly #firstLine: number;
  readonly #problems: Problem[] = [];
  #dropped = 0;
  #unsaid = 0;
  #unsaidSeverity: Problem['severity'] = 'warning';

  constructor(file: string, firstLine: number) {
    this.#file = file;
    this.#firstLine = firstLine;
  }

  error(finding: Finding): void {
    this.#add('error', finding);
  }

  warning(finding: Finding): void {
    this.#add('warning', finding);
  }

  /** A piece of raw HTML that does not reach the page. */
  dropped(finding: Finding): void {
    this.#dropped += 1;
    if (this.#dropped <= MOST_DROPPED) this.#add('warning', finding);
  }

  /** Line in the file, from 1. */
  lineInFile(line: number | undefined): number {
    return this.#firstLine - 1 + (line ?? 1);
  }

  problems(): Problem[] {
    const closing: Problem[] = [];
    const file = this.#file;
    if (this.#dropped > MOST_DROPPED) {
      const message = `${this.#dropped - MOST_DROPPED} more pieces of raw HTML were dropped`;
      closing.push({ severity: 'warning', file, message });
    }
    if (this.#unsaid > 0) {
      const message = `${this.#unsaid} more problems are not listed`;
      const mend = 'mend the ones above first';
      closing.push({ severity: this.#unsaidSeverity, file, message, mend });
    }
    return [...this.#problems, ...closing];
  }

  #add(severity: Problem['severity'], finding: Finding): void {
    if (this.#problems.length >= MOST_PROBLEMS + MOST_DROPPED) {
      this.#unsaid += 1;
      if (severity === 'error') this.#unsaidSeverity = 'error';
      return;
    }
    const { line, message, field, value, mend } = finding;
    this.#problems.push({
      severity,
      file: this.#file,
      ...(line === undefined ? {} : { line: this.lineInFile(line) }),
      ...(field === undefined ? {} : { field }),
      ...(value === undefined ? {} : { value }),
      message,
      ...(mend === undefined ? {} : { mend }),
    });
  }
}
