/** Links of pages, by number: what each page links to is kept, so that no file goes from under one. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** The numbers of link targets in a state. */
export class Targets {
  readonly #find: StatementSync;
  readonly #add: StatementSync;

  constructor(db: DatabaseSync) {
    this.#find = db.prepare('SELECT id FROM targets WHERE address = ? AND anchor = ?');
    this.#add = db.prepare('INSERT INTO targets (address, anchor) VALUES (?, ?)');
  }

  /** The number of a target; a new one where it has none yet. */
  numberOf(address: string, anchor: string): number {
    const found = this.#find.get(address, anchor) as { id: number } | undefined;
    return found?.id ?? Number(this.#add.run(address, anchor).lastInsertRowid);
  }
}

/** Numbers as bytes: ascending, each by its distance from the one before, seven bits a byte. */
export function packNumbers(numbers: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    let distance = number - last;
    last = number;
    for (; distance > 127; distance = Math.floor(distance / 128))
      bytes.push((distance % 128) + 128);
    bytes.push(distance);
  }
  return Uint8Array.from(bytes);
}

/** The numbers that `packNumbers` packed, ascending. */
export function unpackNumbers(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let last = 0;
  let distance = 0;
  let worth = 1;
  for (const byte of bytes) {
    distance += (byte % 128) * worth;
    worth *= 128;
    if (byte > 127) continue;
    numbers.push((last += distance));
    distance = 0;
    worth = 1;
  }
  return numbers;
}
