import type { Identifier } from './identifier.ts';
import type { Span } from './span.ts';

/**
 * How many changes a lookup carries beside its base before the two are merged. Copying a map of 50,000 entries takes milliseconds, copying this
 * many microseconds; a larger number makes every change dearer, a smaller one the merges more frequent.
 */
const patchLimit = 256;

/** An immutable map from span id to span whose `with` costs the same at any size (amortised). */
export class SpanLookup {
  readonly #base: ReadonlyMap<Identifier, Span>;
  /** Changes since the base was made; undefined marks a removed span. */
  readonly #patch: ReadonlyMap<Identifier, Span | undefined>;

  private constructor(base: ReadonlyMap<Identifier, Span>, patch: ReadonlyMap<Identifier, Span | undefined>) {
    this.#base = base;
    this.#patch = patch;
  }

  /** @param base taken over, not copied: the caller changes it no more. */
  static of(base: ReadonlyMap<Identifier, Span>): SpanLookup {
    return new SpanLookup(base, new Map());
  }

  get(id: Identifier): Span | undefined {
    return this.#patch.has(id) ? this.#patch.get(id) : this.#base.get(id);
  }

  has(id: Identifier): boolean {
    return this.get(id) !== undefined;
  }

  /** The lookup in which `id` stands for `span`, or for nothing when `span` is undefined. */
  with(id: Identifier, span: Span | undefined): SpanLookup {
    const patch = new Map(this.#patch).set(id, span);
    if (patch.size <= patchLimit) return new SpanLookup(this.#base, patch);
    const merged = new Map(this.#base);
    for (const [key, value] of patch) {
      if (value === undefined) merged.delete(key);
      else merged.set(key, value);
    }
    return SpanLookup.of(merged);
  }
}
