/** Files of lines, one JSON value each, however long the file. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const PIECE = 1024 * 1024;

/** Writes a file line by line. */
export class LineWriter {
  readonly #file: number;
  #waiting: string[] = [];
  #length = 0;

  constructor(file: string) {
    this.#file = openSync(file, 'w');
  }

  write(line: string): void {
    this.#waiting.push(line, '\n');
    this.#length += line.length;
    if (this.#length > PIECE) this.#flush();
  }

  /** Writes what waits, and closes the file. */
  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting.join(''));
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    this.#waiting = [];
    this.#length = 0;
  }
}

/** The lines of a file, one after the other. Throws what the file system throws. */
export function* readLines(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const piece = new Uint8Array(PIECE);
    let rest = '';
    for (let read = 0; (read = readSync(handle, piece)) > 0;) {
      const lines = (rest + decoder.write(Buffer.from(piece.buffer, 0, read))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(handle);
  }
}
