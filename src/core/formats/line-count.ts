import { lineAt } from './json-outline.ts';

/** Line numbers, from 1, of many byte offsets of a file; cheapest when they rise. */
export class LineCount {
  #offset = 0;
  #line = 1;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  at(offset: number): number {
    if (offset < this.#offset) {
      this.#offset = 0;
      this.#line = 1;
    }
    this.#line += lineAt(this.#bytes.subarray(this.#offset), offset - this.#offset) - 1;
    this.#offset = offset;
    return this.#line;
  }
}
