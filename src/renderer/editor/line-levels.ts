import type { Span } from '../../core/model/span.ts';

/**
 * Gives every span that is drawn as a line the level (0 is nearest to the words) on which its line runs within `[start, end)`, so that no
 * two lines lie on top of each other and each runs straight from its first word to its last. Offsets are UTF-16 units.
 *
 * Interval colouring: in order of start, each takes the lowest level that is free over its whole extent.
 * @param spans in text order.
 */
export function lineLevels(spans: readonly Span[], start: number, end: number): Map<string, number> {
  const levels = new Map<string, number>();
  /** Where each level is free again. */
  const freeFrom: number[] = [];
  for (const span of spans) {
    const parts = span.fragments.filter((fragment) => fragment.start < end && fragment.end > start);
    const first = parts[0];
    const last = parts.at(-1);
    if (first === undefined || last === undefined) continue;
    let level = freeFrom.findIndex((free) => free <= first.start);
    if (level === -1) level = freeFrom.length;
    freeFrom[level] = last.end;
    levels.set(span.id, level);
  }
  return levels;
}
