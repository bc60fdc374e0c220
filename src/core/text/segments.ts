import type { Identifier } from '../model/identifier.ts';
import type { Span } from '../model/span.ts';
import { compareDepth } from '../model/span-index.ts';

/** A stretch `[start, end)` over which the same spans lie (UTF-16 units). */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Outermost first, innermost last; empty where no span lies. */
  readonly spanIds: readonly Identifier[];
}

/** A span begins (`isStart`) or ends to lie over the text at `at`; `rank` is its place from the outermost. */
interface Edge {
  readonly at: number;
  readonly rank: number;
  readonly isStart: boolean;
}

/**
 * Cuts `[start, end)` at every edge of a fragment, so that the segments joined are the range and each is covered as a whole or not at all by every span.
 * An empty range has no segments. O(n log n) for n fragments, plus the size of the result.
 */
export function segmentsOf(start: number, end: number, spans: readonly Span[]): Segment[] {
  const byDepth = [...spans].sort(compareDepth);
  const edges = edgesOf(byDepth, start, end);
  const open: number[] = [];
  const segments: Segment[] = [];
  let at = start;
  const close = (upTo: number): void => {
    if (upTo <= at) return;
    segments.push({ start: at, end: upTo, spanIds: open.map((rank) => idAt(byDepth, rank)) });
    at = upTo;
  };
  for (const edge of edges) {
    close(edge.at);
    const place = placeOf(open, edge.rank);
    if (edge.isStart) open.splice(place, 0, edge.rank);
    else open.splice(place, 1);
  }
  close(end);
  return segments;
}

function edgesOf(byDepth: readonly Span[], start: number, end: number): Edge[] {
  const edges: Edge[] = [];
  byDepth.forEach((span, rank) => {
    for (const fragment of span.fragments) {
      if (fragment.end <= start || fragment.start >= end) continue;
      edges.push({ at: Math.max(fragment.start, start), rank, isStart: true });
      edges.push({ at: Math.min(fragment.end, end), rank, isStart: false });
    }
  });
  // Starts in the order of their ranks are appended rather than inserted, ends from the innermost are taken off the tail: many spans on one place stay linear.
  return edges.sort(
    (a, b) =>
      a.at - b.at || Number(a.isStart) - Number(b.isStart) || (a.isStart ? a.rank - b.rank : b.rank - a.rank),
  );
}

/** Where `rank` stands, or would stand, in the rising list `open`. */
function placeOf(open: readonly number[], rank: number): number {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((open[middle] ?? 0) < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

function idAt(byDepth: readonly Span[], rank: number): Identifier {
  const span = byDepth[rank];
  if (span === undefined) throw new Error('ranks are positions in the list of spans');
  return span.id;
}
