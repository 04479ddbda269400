/** What the comparison has found. */
import type { Cost } from './run.ts';

/** What is measured of each tool and size, in this order. */
export const STEPS = ['cold', 'unchanged', 'one more'] as const;

/** From nothing as well, where a tool uses several processes and is told to use one. */
export const ONE_PROCESS = 'cold, one process';

/** A step: from nothing, with nothing changed, with one story more than last time. */
export type Step = (typeof STEPS)[number] | typeof ONE_PROCESS;

/** One figure of the comparison. */
export interface Measurement extends Cost {
  /** Id of the tool. */
  tool: string;
  /** Stories in the archive. */
  stories: number;
  step: Step;
  /** HTML pages that were printed, and files of any kind that were written. */
  pages: number;
  files: number;
  /** Of the whole edition: bytes of all files, and bytes of HTML for each page. */
  bytes: number;
  bytesPerPage: number;
  /** Why there is no result; the figures count for nothing then. */
  failure: string | undefined;
}

/** A tool that took part. */
export interface Participant {
  id: string;
  title: string;
  version: string;
}

/** All of a comparison. */
export interface Results {
  /** The day, ISO 8601. */
  date: string;
  /** The machine in a line: processor, cores, memory, system. */
  machine: string;
  node: string;
  participants: Participant[];
  measurements: Measurement[];
}

/** The result of a step, or undefined where there is none. */
export function resultOf(
  { measurements }: Pick<Results, 'measurements'>,
  tool: string,
  stories: number,
  step: Step,
): Measurement | undefined {
  return measurements.find(
    (one) =>
      one.tool === tool &&
      one.stories === stories &&
      one.step === step &&
      one.failure === undefined,
  );
}

/** The sizes that were measured, the smallest first. */
export function sizesOf({ measurements }: Pick<Results, 'measurements'>): number[] {
  return [...new Set(measurements.map(({ stories }) => stories))].sort((a, b) => a - b);
}
