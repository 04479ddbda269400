/** Digests that are ticked off one by one. */
import { CodeTable } from '../../code-table.ts';

/** Those of a list that were not seen yet. */
export class Unseen {
  readonly #table: CodeTable;
  readonly #seen: Uint8Array;
  #count: number;
  /** Whether the list has each digest once. */
  readonly isDistinct: boolean;

  constructor(digests: readonly number[]) {
    this.#table = new CodeTable(digests);
    this.#seen = new Uint8Array(digests.length);
    this.#count = digests.length;
    this.isDistinct = this.#table.size === digests.length;
  }

  /** How many were not seen. */
  get count(): number {
    return this.#count;
  }

  has(digest: number): boolean {
    return this.#seen[this.#table.placeOf(digest)] === 0;
  }

  /** Notes that a digest was seen; tells whether it is in the list, and was not seen before. */
  see(digest: number): boolean {
    const place = this.#table.placeOf(digest);
    if (this.#seen[place] !== 0) return false;
    this.#seen[place] = 1;
    this.#count -= 1;
    return true;
  }
}
