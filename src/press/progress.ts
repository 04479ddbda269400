/** Count, rate and remaining time of long work, on a terminal; a line now and then elsewhere. */
export class Progress {
  readonly #label: string;
  readonly #to: ProgressStream;
  readonly #live: boolean;
  #total = 0;
  #done = 0;
  #started = 0;
  #shown = 0;

  constructor(label: string, to: ProgressStream = process.stderr) {
    this.#label = label;
    this.#to = to;
    this.#live = to.isTTY === true && (process.env['CI'] ?? '') === '';
  }

  /** Begins to count towards `total` steps. */
  begin(total: number): void {
    this.#total = total;
    this.#done = 0;
    this.#started = performance.now();
    this.#shown = this.#started;
  }

  /** Steps are done. */
  step(count = 1): void {
    this.#done += count;
    const now = performance.now();
    if (now - this.#shown < (this.#live ? LIVE_MS : QUIET_MS)) return;
    this.#shown = now;
    const seconds = (now - this.#started) / 1000;
    const rate = this.#done / Math.max(seconds, 0.001);
    const left = Math.ceil((this.#total - this.#done) / rate);
    const line = `${this.#label} ${this.#done} of ${this.#total}, ${formatRate(rate)}, ${formatTime(left)} to go`;
    this.#to.write(this.#live ? `\r\u001b[K${line}` : `${line}\n`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#live && this.#shown !== this.#started) this.#to.write('\r\u001b[K');
  }
}

/** Where progress is shown. */
export interface ProgressStream {
  isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Between two lines on a terminal, and where lines stay. */
const LIVE_MS = 100;
const QUIET_MS = 10_000;

function formatRate(rate: number): string {
  return rate < 10 ? `${rate.toFixed(1)} a second` : `${Math.round(rate)} a second`;
}

function formatTime(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
