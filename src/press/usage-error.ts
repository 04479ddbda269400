/** A mistake on the command line: its message is all that its user needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether an error is said without a stack trace: mistakes of use and of content. */
export function isPlain(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return (
    error.name === 'ContentError' ||
    error.name === 'UsageError' ||
    error.name === 'EditionError' ||
    error.name === 'LayoutError' ||
    error.name === 'ResultsError' ||
    error.name === 'TakedownError' ||
    code.startsWith('ERR_PARSE_ARGS')
  );
}
