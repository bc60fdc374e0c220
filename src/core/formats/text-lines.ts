/** A line of a file, from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The lines of a text without what ends them. */
export function* linesOf(text: string): Generator<Line> {
  let number = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    number += 1;
    yield { number, text: text.slice(start, text[end - 1] === '\r' ? end - 1 : end) };
    start = end + 1;
  }
}
