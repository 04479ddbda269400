/** Of what the edition of the state was made, and until when another would be the same. */
import type { DatabaseSync } from 'node:sqlite';
import { readMeta, writeMeta } from './state.ts';

/** What an edition was made of, and when. */
export interface Printed {
  stamp: string;
  paperDigest: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The next moment at which an edition of the same content differs; null for never. */
  nextChangeAt: number | null;
}

/** Notes what the edition that is being committed was made of. */
export function notePrinted(db: DatabaseSync, printed: Printed): void {
  const { stamp, paperDigest, at, nextChangeAt } = printed;
  // Of two moments between which nothing changes the earlier one says more.
  if (stampAt(db, at) === stamp) {
    const last = readPrinted(db);
    if (last.paperDigest === paperDigest && last.nextChangeAt === nextChangeAt) return;
  }
  writeMeta(db, 'printed', JSON.stringify({ stamp, paperDigest, at, nextChangeAt }));
}

/** What the last edition was made of. Throws a RangeError where none was printed. */
export function readPrinted(db: DatabaseSync): Printed {
  const text = readMeta(db, 'printed');
  if (text === undefined) throw new RangeError('No edition was printed.');
  return JSON.parse(text) as Printed;
}

/** The stamp of which an edition at this moment would be the last one; undefined for none. */
export function stampAt(db: DatabaseSync, moment: number): string | undefined {
  const text = readMeta(db, 'printed');
  if (text === undefined) return undefined;
  const { stamp, at, nextChangeAt } = JSON.parse(text) as Printed;
  return moment >= at && (nextChangeAt === null || moment < nextChangeAt) ? stamp : undefined;
}
