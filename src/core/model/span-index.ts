import type { Identifier } from './identifier.ts';
import { covers, endOf, type Span, startOf } from './span.ts';
import { SpanLookup } from './span-lookup.ts';

/** A question to a span alone. */
export type SpanChoice = (span: Span) => boolean;

/**
 * The spans of one article in text order: by start, then the longer first, then by id. An immutable value: `with` and `without` return a new
 * index that shares the spans. Offsets are UTF-16 units.
 *
 * A change copies one array of pointers and one of numbers, which at 50,000 spans is well under a millisecond, and keeps
 * every query a binary search.
 */
export class SpanIndex {
  static readonly empty = new SpanIndex([], SpanLookup.of(new Map()));

  readonly #ordered: readonly Span[];
  readonly #byId: SpanLookup;
  /** `#reach[i]` is the greatest end among the first `i + 1` spans: it bounds the search to the left. */
  #reach: Uint32Array | undefined;
  /** What `chosen` found, by choice. */
  readonly #chosen = new Map<SpanChoice, readonly Span[]>();

  private constructor(ordered: readonly Span[], byId: SpanLookup) {
    this.#ordered = ordered;
    this.#byId = byId;
  }

  /** An index of these spans. Of two with one id the last is kept. */
  static of(spans: Iterable<Span>): SpanIndex {
    const byId = new Map<Identifier, Span>();
    for (const span of spans) byId.set(span.id, span);
    if (byId.size === 0) return SpanIndex.empty;
    return new SpanIndex([...byId.values()].sort(compareSpans), SpanLookup.of(byId));
  }

  get size(): number {
    return this.#ordered.length;
  }

  /** All spans in text order. */
  get ordered(): readonly Span[] {
    return this.#ordered;
  }

  get(id: Identifier): Span | undefined {
    return this.#byId.get(id);
  }

  has(id: Identifier): boolean {
    return this.#byId.has(id);
  }

  /** Position of a span in `ordered`, or -1 when the index does not hold it. */
  positionOf(id: Identifier): number {
    const span = this.#byId.get(id);
    return span === undefined ? -1 : this.#lowerBound((other) => compareSpans(other, span) < 0);
  }

  /** The index with the given spans added, each replacing one of the same id. */
  with(...spans: readonly Span[]): SpanIndex {
    if (spans.length !== 1) return SpanIndex.of([...this.#ordered, ...spans]);
    const [span] = spans;
    if (span === undefined) return this;
    const base = this.#byId.has(span.id) ? this.without(span.id) : this;
    const at = base.#lowerBound((other) => compareSpans(other, span) < 0);
    const index = new SpanIndex(base.#ordered.toSpliced(at, 0, span), base.#byId.with(span.id, span));
    if (base.#reach !== undefined) index.#reach = reachWith(base.#reach, at, endOf(span));
    for (const [choice, found] of base.#chosen) {
      index.#chosen.set(choice, choice(span) ? [...found, span] : found);
    }
    return index;
  }

  /** The index without the spans of these ids; ids that it does not hold are passed over. */
  without(...ids: readonly Identifier[]): SpanIndex {
    const gone = new Set(ids.filter((id) => this.#byId.has(id)));
    const [only] = gone;
    if (only === undefined) return this;
    if (gone.size === 1) {
      const at = this.positionOf(only);
      const index = new SpanIndex(this.#ordered.toSpliced(at, 1), this.#byId.with(only, undefined));
      if (this.#reach !== undefined) index.#reach = reachWithout(this.#reach, at, index.#ordered);
      for (const [choice, found] of this.#chosen) {
        const left = found.filter(({ id }) => id !== only);
        index.#chosen.set(choice, left.length === found.length ? found : left);
      }
      return index;
    }
    return SpanIndex.of(this.#ordered.filter((span) => !gone.has(span.id)));
  }

  /**
   * The spans that `choice` is true for, in no order. Every span is asked the first time only: later indexes that come of this one by a single
   * change know it of the others.
   * @param choice always the same function for the same question, which depends on nothing but the span
   */
  chosen(choice: SpanChoice): readonly Span[] {
    const known = this.#chosen.get(choice);
    if (known !== undefined) return known;
    const found = this.#ordered.filter(choice);
    this.#chosen.set(choice, found);
    return found;
  }

  /** Spans whose extent (first start to last end) meets `[start, end)`, in text order. */
  touching(start: number, end: number): Span[] {
    const reach = this.#reachOf();
    const from = lowerBound(this.#ordered.length, (i) => (reach[i] ?? 0) <= start);
    const found: Span[] = [];
    for (let i = from; i < this.#ordered.length; i++) {
      const span = this.#ordered[i];
      if (span === undefined || startOf(span) >= end) break;
      if (endOf(span) > start) found.push(span);
    }
    return found;
  }

  /** Spans with a fragment over the unit at `offset`, innermost (shortest extent) first. */
  covering(offset: number): Span[] {
    return this.touching(offset, offset + 1)
      .filter((span) => covers(span, offset))
      .sort((a, b) => compareDepth(b, a));
  }

  #lowerBound(isBefore: (span: Span) => boolean): number {
    return lowerBound(this.#ordered.length, (i) => {
      const span = this.#ordered[i];
      return span !== undefined && isBefore(span);
    });
  }

  #reachOf(): Uint32Array {
    if (this.#reach === undefined) {
      const reach = new Uint32Array(this.#ordered.length);
      let greatest = 0;
      this.#ordered.forEach((span, i) => {
        greatest = Math.max(greatest, endOf(span));
        reach[i] = greatest;
      });
      this.#reach = reach;
    }
    return this.#reach;
  }
}

/** Text order: by start, then the longer extent first (so that an outer span precedes what it holds), then by id. */
export function compareSpans(a: Span, b: Span): number {
  return startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Depth: the span of the longer extent is the outer one; of two alike, the one that starts earlier, then the one of the smaller id. */
export function compareDepth(a: Span, b: Span): number {
  return endOf(b) - startOf(b) - (endOf(a) - startOf(a)) || compareSpans(a, b);
}

/** The reach of a list into which a span that ends at `end` is put at `at`: a shift, where summing anew would visit every span. */
function reachWith(reach: Uint32Array, at: number, end: number): Uint32Array {
  const longer = new Uint32Array(reach.length + 1);
  longer.set(reach.subarray(0, at));
  longer[at] = Math.max(reach[at - 1] ?? 0, end);
  for (let i = at; i < reach.length; i++) longer[i + 1] = Math.max(reach[i] ?? 0, end);
  return longer;
}

/** The reach of the spans `left` after the one at `at` was taken out: visited only as far as that one was what reached furthest. */
function reachWithout(reach: Uint32Array, at: number, left: readonly Span[]): Uint32Array {
  const shorter = new Uint32Array(left.length);
  shorter.set(reach.subarray(0, at));
  let greatest = reach[at - 1] ?? 0;
  for (let i = at; i < left.length; i++) {
    const span = left[i];
    if (span !== undefined) greatest = Math.max(greatest, endOf(span));
    if (greatest === reach[i + 1]) {
      shorter.set(reach.subarray(i + 1), i);
      break;
    }
    shorter[i] = greatest;
  }
  return shorter;
}

/** The first index in `[0, length)` for which `isBefore` is false; `isBefore` must be true, then false, along the indexes. */
function lowerBound(length: number, isBefore: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
