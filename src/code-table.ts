/**
 * Finds numbers among very many, where a Map would do: keys and objects of a Map lie far apart in
 * memory, these lie side by side.
 */
export class CodeTable {
  readonly #codes: Float64Array;
  /** Beside each code its place in the list, from 1; 0 where there is none. */
  readonly #places: Int32Array;
  /** How many codes there are, each counted once. */
  readonly size: number;

  /** @param codes whole numbers whose bits are by chance, as those of digests are; some may be equal */
  constructor(codes: readonly number[]) {
    const slots = 2 ** Math.ceil(Math.log2(2 * codes.length + 1));
    this.#codes = new Float64Array(slots);
    this.#places = new Int32Array(slots);
    let size = codes.length;
    for (let place = 0; place < codes.length; place += 1) {
      const code = codes[place] ?? 0;
      let slot = code & (slots - 1);
      let isFirst = true;
      for (; this.#places[slot] !== 0; slot = (slot + 1) & (slots - 1)) {
        isFirst &&= this.#codes[slot] !== code;
      }
      this.#codes[slot] = code;
      this.#places[slot] = place + 1;
      if (!isFirst) size -= 1;
    }
    this.size = size;
  }

  /**
   * The place of a code in the list, or -1; where it stands there several times, the first that
   * fits.
   */
  placeOf(code: number, fits: (place: number) => boolean = always): number {
    const last = this.#codes.length - 1;
    for (let slot = code & last; this.#places[slot] !== 0; slot = (slot + 1) & last) {
      const place = (this.#places[slot] ?? 0) - 1;
      if (this.#codes[slot] === code && fits(place)) return place;
    }
    return -1;
  }
}

function always(): boolean {
  return true;
}
