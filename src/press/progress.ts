/** Count, rate and remaining time of long work, on a terminal; a line now and then elsewhere. */
export class Progress {
  readonly #label: string;
  #total = 0;
  #done = 0;
  #started = 0;
  #shown = 0;

  constructor(label: string) {
    this.#label = label;
  }

  /** Begins to count towards `total` steps. */
  begin(total: number): void {
    this.#total = total;
    this.#done = 0;
    this.#started = performance.now();
    this.#shown = this.#started;
  }

  /** One step is done. */
  step(): void {
    this.#done += 1;
    const now = performance.now();
    const last = this.#done === this.#total;
    const terminal = process.stderr.isTTY && process.env['CI'] === undefined;
    if (now - this.#shown < (terminal ? 100 : 10_000) && !(last && terminal)) return;
    this.#shown = now;
    const seconds = (now - this.#started) / 1000;
    const rate = this.#done / Math.max(seconds, 0.001);
    const remaining = Math.ceil((this.#total - this.#done) / rate);
    const line = `${this.#label} ${this.#done} of ${this.#total}, ${Math.round(rate)} a second, ${remaining} s to go`;
    if (terminal) process.stderr.write(last ? '\r\u001b[K' : `\r\u001b[K${line}`);
    else process.stderr.write(`${line}\n`);
  }
}
