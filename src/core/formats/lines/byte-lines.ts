/** A line of a file, without the line feed that ends it; the carriage return before that is there still. */
export interface ByteLine {
  /** From 1. */
  readonly number: number;
  /** Good until the next line is asked for. Undefined when the line is longer than may be. */
  readonly bytes: Uint8Array | undefined;
}

const lineFeed = 0x0a;

/**
 * The lines of a file whose bytes come in chunks. No more than a chunk and the line at hand is held; a line that is too long is passed over without being held.
 * @param longest in bytes
 */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<ByteLine> {
  const begun = new BegunLine(longest);
  let number = 1;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      yield { number, bytes: begun.endedBy(chunk.subarray(start, end)) };
      number += 1;
      start = end + 1;
    }
    begun.add(chunk.subarray(start));
  }
  if (begun.length > 0) yield { number, bytes: begun.endedBy(new Uint8Array()) };
}

/** What was seen of a line of which the end is still to come. */
class BegunLine {
  readonly #longest: number;
  #pieces: Uint8Array[] = [];
  length = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  add(piece: Uint8Array): void {
    this.length += piece.length;
    if (this.length > this.#longest) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  /** The whole line, or undefined when it is too long; afterwards nothing is begun. */
  endedBy(last: Uint8Array): Uint8Array | undefined {
    const pieces = this.#pieces;
    const length = this.length + last.length;
    this.#pieces = [];
    this.length = 0;
    if (length > this.#longest) return undefined;
    if (pieces.length === 0) return last;
    const whole = new Uint8Array(length);
    let at = 0;
    for (const piece of [...pieces, last]) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}
