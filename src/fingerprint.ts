/** Digests of plain data. */

/**
 * A digest of 64 bits: equal data, whose fields stand in the same order, have the same. A ref counts
 * by its key, which covers all that it says.
 *
 * It is made by mixing numbers rather than by a cryptographic hash, because those of units are asked
 * for in every run. What a stranger can write into a story comes here as a SHA-256 of the row.
 */
export function digestOf(data: unknown): string {
  const print = new Fingerprint();
  print.value(data);
  return print.digest();
}

/** The same as a whole number of 53 bits: a key of a ref. */
export function keyOf(data: unknown): number {
  const print = new Fingerprint();
  print.value(data);
  return print.code();
}

/** What stands for the name of a story, a part of a text: a whole number of 53 bits. */
export function codeOfName(text: string, from = 0, to = text.length): number {
  const print = new Fingerprint();
  print.string(text, from, to);
  return print.code();
}

/** Before each value stands what it is: no two values are mixed by the same numbers. */
const KIND = {
  string: 1,
  number: 2,
  true: 3,
  false: 4,
  null: 5,
  list: 6,
  object: 7,
  ref: 8,
  end: 9,
  wide: 10,
} as const;

/** Where the bits of a number stand. */
const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/**
 * Takes values in, one after the other. It has two lanes of 32 bits with the steps of MurmurHash3,
 * the second of which also takes in the first.
 */
export class Fingerprint {
  #a = 0x9747b28c;
  #b = 0x3c6ef372;

  /** Takes in 32 bits. */
  #mix(bits: number): void {
    let a = Math.imul(bits, 0xcc9e2d51);
    a = Math.imul((a << 15) | (a >>> 17), 0x1b873593) ^ this.#a;
    this.#a = (Math.imul((a << 13) | (a >>> 19), 5) + 0xe6546b64) | 0;
    let b = Math.imul(bits, 0x239b961b);
    b = Math.imul((b << 16) | (b >>> 16), 0xab0e9789) ^ this.#b;
    this.#b = (Math.imul((b << 17) | (b >>> 15), 5) + this.#a) | 0;
  }

  /**
   * Takes in a string, or a part of one, which is told from others by its length and its letters:
   * four at once where they are of one byte, as in addresses, else two by two.
   */
  string(text: string, from = 0, to = text.length): void {
    this.#mix(to - from);
    let index = from;
    for (; index + 3 < to; index += 4) {
      const a = text.charCodeAt(index);
      const b = text.charCodeAt(index + 1);
      const c = text.charCodeAt(index + 2);
      const d = text.charCodeAt(index + 3);
      if ((a | b | c | d) < 0x100) this.#mix(a | (b << 8) | (c << 16) | (d << 24));
      else {
        this.#mix(KIND.wide);
        this.#mix(a | (b << 16));
        this.#mix(c | (d << 16));
      }
    }
    for (; index < to; index += 1) this.#mix(text.charCodeAt(index));
  }

  /** Takes in a number. */
  number(number: number): void {
    double[0] = number;
    this.#mix(halves[0] ?? 0);
    this.#mix(halves[1] ?? 0);
  }

  /** Takes in plain data. */
  value(value: unknown): void {
    if (typeof value === 'string') {
      this.#mix(KIND.string);
      this.string(value);
    } else if (typeof value === 'number') {
      this.#mix(KIND.number);
      this.number(value);
    } else if (typeof value !== 'object') {
      this.#mix(value === true ? KIND.true : KIND.false);
    } else if (value === null) {
      this.#mix(KIND.null);
    } else if (Array.isArray(value)) {
      this.#mix(KIND.list);
      for (const item of value) this.value(item);
      this.#mix(KIND.end);
    } else if (isRef(value)) {
      this.#mix(KIND.ref);
      this.number(value.key);
    } else {
      this.#mix(KIND.object);
      for (const name in value) {
        const field = (value as Record<string, unknown>)[name];
        if (field === undefined) continue;
        this.string(name);
        this.value(field);
      }
      this.#mix(KIND.end);
    }
  }

  /** Takes in refs. It is quicker than `value`, and most of a paper is refs. */
  refs(refs: readonly { key: number }[]): void {
    this.#mix(refs.length);
    for (const { key } of refs) this.number(key);
  }

  /** What stands for all that was taken in: a whole number of 53 bits. */
  code(): number {
    const a = finish(this.#a ^ this.#b);
    return a * 0x20_0000 + (finish(this.#b + a) >>> 11);
  }

  /** The 64 bits, each of which every bit that was mixed in has a part in. */
  digest(): string {
    const a = finish(this.#a ^ this.#b);
    const b = finish(this.#b + a);
    return `${a}.${b}`;
  }
}

/** The last step of MurmurHash3; unsigned. */
function finish(bits: number): number {
  let mixed = bits;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function isRef(value: object): value is { key: number } {
  const { key, path, row } = value as { key?: unknown; path?: unknown; row?: unknown };
  return key !== undefined && (path !== undefined || row !== undefined);
}
