/**
 * The one place where UTF-16 offsets (used inside) and code point offsets (used in everything that leaves the app) meet. A lone surrogate counts as
 * one code point, as in Python's `json.loads`. Made once a text, which is read only as far as a question needs it; then a query is a binary search over the
 * astral characters, and free where there are none.
 */
export class CodePointMap {
  readonly #text: string;
  /** UTF-16 offsets of the first halves of surrogate pairs, rising: those that begin before `#read`. */
  readonly #astral: number[] = [];
  /** So far the text has been read, UTF-16 units. Never between the halves of a pair. */
  #read = 0;

  private constructor(text: string) {
    this.#text = text;
  }

  static of(text: string): CodePointMap {
    return new CodePointMap(text);
  }

  /** Length of the text in code points. */
  get length(): number {
    this.#readTo(this.#text.length);
    return this.#text.length - this.#astral.length;
  }

  /**
   * The code point offset of a UTF-16 offset. An offset between the halves of a pair is that of the pair's start.
   * @throws RangeError when it is not a whole number within the text (its end included).
   */
  toCodePoint(utf16: number): number {
    requireOffset(utf16, this.#text.length);
    this.#readTo(utf16);
    if (this.#astral.length === 0) return utf16;
    // Inside a pair this counts that pair as well, which takes the result back to its start.
    return utf16 - this.#countBelow((position) => position < utf16);
  }

  /**
   * The UTF-16 offset of a code point offset; always a boundary.
   * @throws RangeError when it is not a whole number within the text (its end included).
   */
  toUtf16(codePoint: number): number {
    requireOffset(codePoint, this.length);
    if (this.#astral.length === 0) return codePoint;
    return codePoint + this.#countBelow((position, i) => position - i < codePoint);
  }

  /** False when the UTF-16 offset stands between the halves of a surrogate pair. */
  isBoundary(utf16: number): boolean {
    requireOffset(utf16, this.#text.length);
    this.#readTo(utf16);
    const pairs = this.#countBelow((position) => position < utf16);
    return pairs === 0 || this.#astral[pairs - 1] !== utf16 - 1;
  }

  /** Finds the pairs that begin before `end`. */
  #readTo(end: number): void {
    const text = this.#text;
    let at = this.#read;
    for (; at < end; at++) {
      if (!isPair(text, at)) continue;
      this.#astral.push(at);
      at += 1;
    }
    this.#read = Math.max(this.#read, at);
  }

  /** How many astral characters satisfy `isBelow`, which is true and then false along the text. */
  #countBelow(isBelow: (position: number, index: number) => boolean): number {
    let low = 0;
    let high = this.#astral.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBelow(this.#astral[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isPair(text: string, offset: number): boolean {
  const high = text.charCodeAt(offset);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(offset + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

function requireOffset(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`offset ${offset} is outside a text of length ${length}`);
  }
}
