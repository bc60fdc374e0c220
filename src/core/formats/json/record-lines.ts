import { placesOf } from '../json-outline.ts';
import { LineCount } from '../line-count.ts';
import type { RecordPlace } from './read-records.ts';

/**
 * The lines on which the values of a record stand that a path leads to (see `placesOf`), in their order. A record on a single line has them all there, which is
 * found without looking through it.
 */
export function linesWithin(
  { line, range, records }: RecordPlace,
  path: readonly string[],
): (index: number) => number {
  const bytes = records.bytes.subarray(range.start, range.end);
  if (bytes.indexOf(0x0a) === -1) return () => line;
  const lineCount = new LineCount(bytes);
  const lines = placesOf(bytes, { start: 0, end: bytes.length }, path).map(
    ({ start }) => line - 1 + lineCount.at(start),
  );
  return (index) => lines[index] ?? line;
}
