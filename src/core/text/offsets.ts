/**
 * The one place where UTF-16 offsets (used inside) and code point offsets (used in everything that leaves the app) meet. A lone surrogate counts as
 * one code point, as in Python's `json.loads`. Made once a text; a query is a binary search over the
 * astral characters, and free where there are none.
 */
export class CodePointMap {
  /** UTF-16 offsets of the first halves of surrogate pairs, rising. */
  readonly #astral: Uint32Array;
  readonly #utf16Length: number;

  private constructor(astral: Uint32Array, utf16Length: number) {
    this.#astral = astral;
    this.#utf16Length = utf16Length;
  }

  static of(text: string): CodePointMap {
    const astral = new Uint32Array(countPairs(text));
    let found = 0;
    for (let i = 0; found < astral.length; i++) {
      if (isPair(text, i)) {
        astral[found] = i;
        found += 1;
        i += 1;
      }
    }
    return new CodePointMap(astral, text.length);
  }

  /** Length of the text in code points. */
  get length(): number {
    return this.#utf16Length - this.#astral.length;
  }

  /**
   * The code point offset of a UTF-16 offset. An offset between the halves of a pair is that of the pair's start.
   * @throws RangeError when it is not a whole number within the text (its end included).
   */
  toCodePoint(utf16: number): number {
    requireOffset(utf16, this.#utf16Length);
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
    requireOffset(utf16, this.#utf16Length);
    const pairs = this.#countBelow((position) => position < utf16);
    return pairs === 0 || this.#astral[pairs - 1] !== utf16 - 1;
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

function countPairs(text: string): number {
  let pairs = 0;
  for (let i = 0; i < text.length; i++) {
    if (isPair(text, i)) {
      pairs += 1;
      i += 1;
    }
  }
  return pairs;
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
