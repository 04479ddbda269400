/** A mistake on the command line: its message is all that its user needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the system says where the mend is not in the code: a full disk, a right that is missing. */
const REFUSALS: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM']);

/** Whether an error is said without a stack trace: mistakes of use and of content. */
export function isPlain(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '', errcode } = error as NodeJS.ErrnoException & { errcode?: number };
  return (
    error.name === 'ContentError' ||
    error.name === 'UsageError' ||
    error.name === 'EditionError' ||
    error.name === 'LayoutError' ||
    error.name === 'ResultsError' ||
    error.name === 'SwitchError' ||
    error.name === 'TakedownError' ||
    code.startsWith('ERR_PARSE_ARGS') ||
    REFUSALS.has(code) ||
    // SQLITE_FULL.
    errcode === 13
  );
}
