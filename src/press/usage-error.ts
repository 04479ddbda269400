/** A mistake on the command line: its message is all that its user needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** How to mend what the system refuses. */
const MENDS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: make room there.',
  EDQUOT: 'Your part of the disk is full: make room there.',
  EROFS: 'That disk may only be read.',
  EACCES: 'Give yourself the right to do that.',
  EPERM: 'Give yourself the right to do that.',
  EMFILE: 'Let a process open more files (ulimit -n).',
  ENOTDIR: 'A file stands where a folder is needed.',
  EEXIST: 'A file stands where a folder is needed.',
  EISDIR: 'A folder stands where a file is needed.',
  ELOOP: 'A link there leads back to itself.',
  ENAMETOOLONG: 'Take a shorter name.',
};

/** Those of SQLite's codes that say the same of the state. */
const OF_SQLITE: Readonly<Record<number, keyof typeof MENDS>> = {
  /** SQLITE_READONLY. */
  8: 'EACCES',
  /** SQLITE_FULL. */
  13: 'ENOSPC',
  /** SQLITE_CANTOPEN. */
  14: 'EACCES',
};

/** What its user is told of an error: with a stack where nothing better is known. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const mend = mendOf(error);
  if (mend !== undefined) return `${error.message}\n${mend}`;
  return isPlain(error) ? error.message : (error.stack ?? error.message);
}

/** How its user can mend what the system refuses; undefined for any other error. */
export function mendOf(error: Error): string | undefined {
  const { code, errcode, syscall } = error as NodeJS.ErrnoException & { errcode?: number };
  const name = errcode === undefined ? code : OF_SQLITE[errcode & 0xff];
  const isRefusal = errcode !== undefined || syscall !== undefined;
  return isRefusal && name !== undefined && Object.hasOwn(MENDS, name) ? MENDS[name] : undefined;
}

/** Whether an error is said without a stack trace: mistakes of use and of content. */
function isPlain(error: Error): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return (
    error.name === 'ContentError' ||
    error.name === 'UsageError' ||
    error.name === 'EditionError' ||
    error.name === 'LayoutError' ||
    error.name === 'ResultsError' ||
    error.name === 'SwitchError' ||
    error.name === 'TakedownError' ||
    code.startsWith('ERR_PARSE_ARGS')
  );
}
