/** What the state knows of single files. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { FileFacts } from './digests.ts';

/** The files of the last edition, and those that stand in the output folder. */
export class Recorded {
  readonly #absent: boolean;
  /** Most builds have no strays, and a first one no prints: then nothing is asked. */
  readonly #anyStrays: boolean;
  readonly #anyPrints: boolean;
  readonly #stray: StatementSync;
  readonly #print: StatementSync;
  readonly #sameView: StatementSync;
  readonly #sameViewOfUnit: StatementSync;

  /** `absent`: nothing stands in the output folder. */
  constructor(db: DatabaseSync, { absent }: { absent: boolean }) {
    this.#absent = absent;
    this.#anyStrays = db.prepare('SELECT 1 FROM strays LIMIT 1').get() !== undefined;
    this.#anyPrints = db.prepare('SELECT 1 FROM prints LIMIT 1').get() !== undefined;
    this.#stray = db.prepare('SELECT sha256, size FROM strays WHERE address = ?');
    this.#print = db.prepare('SELECT sha256, size FROM prints WHERE address = ? LIMIT 1');
    this.#sameView = db.prepare(
      'SELECT sha256, size FROM prints WHERE address = ? AND view = ? LIMIT 1',
    );
    this.#sameViewOfUnit = db.prepare(
      `SELECT sha256, size FROM prints JOIN units ON units.id = prints.unit
       WHERE address = ? AND view = ? AND key = ?`,
    );
  }

  /** The file at an address before this build; where nothing stands there at all, as last printed. */
  before(address: string): FileFacts | undefined {
    const stray = this.#strayAt(address);
    if (stray !== undefined) {
      const { sha256, size } = stray;
      return sha256 === null || sha256 === '' ? undefined : { sha256, size };
    }
    return this.#anyPrints ? (this.#print.get(address) as FileFacts | undefined) : undefined;
  }

  /** Whether the last edition had a file at an address, whatever stands there. */
  wasPrinted(address: string): boolean {
    return this.#anyPrints && this.#print.get(address) !== undefined;
  }

  /** The file at an address in the output folder. */
  onDisk(address: string): FileFacts | undefined {
    return this.#absent ? undefined : this.before(address);
  }

  /**
   * The facts of a file that need not be printed: it stands there, and all that decides its bytes
   * is as it was. `unit`: only where this unit printed it.
   */
  carried(address: string, view: string, unit?: string): FileFacts | undefined {
    if (this.#absent || !this.#anyPrints || this.#strayAt(address) !== undefined) return undefined;
    const row =
      unit === undefined
        ? this.#sameView.get(address, view)
        : this.#sameViewOfUnit.get(address, view, unit);
    return row as FileFacts | undefined;
  }

  #strayAt(address: string): { sha256: string | null; size: number } | undefined {
    if (!this.#anyStrays) return undefined;
    return this.#stray.get(address) as { sha256: string | null; size: number } | undefined;
  }
}
