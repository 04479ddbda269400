/** What stands on the command line of a program of this folder. */
import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';

/** How programs end that were not asked rightly. */
const WRONG = 2;

/**
 * Reads the options of this process. Where one is not known it says so and how to ask, and ends the
 * process with 2; asked for `--help` it says how to ask, and ends it with 0.
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options }>>['values'] {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    process.stdout.write(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error), usage);
  }
}

/** A whole number that was given for an option. Ends the process where it is none, or too small. */
export function wholeNumber(option: string, text: string, least = 1): number {
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < least) {
    refuse(`--${option} ${text}: it is a whole number from ${least} on`);
  }
  return number;
}

/** One of some words. Ends the process where it is none of them. */
export function oneOf<const Word extends string>(
  option: string,
  text: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === text);
  return found ?? refuse(`--${option} ${text}: it is one of ${words.join(', ')}`);
}

/** Says what is wrong with the command line, and ends the process. */
export function refuse(message: string, usage = ''): never {
  process.stderr.write(`${message}\n${usage === '' ? '' : `\n${usage}`}`);
  process.exit(WRONG);
}
