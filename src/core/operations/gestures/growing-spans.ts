import type { Fragment } from '../../model/fragment.ts';
import type { Identifier } from '../../model/identifier.ts';
import { endOf, type Span, startOf } from '../../model/span.ts';
import { SpanIndex } from '../../model/span-index.ts';

/** UTF-16 units of text that are one drawer: about a paragraph. More would make drawers fuller, fewer would put long spans in very many. */
const drawerLength = 512;

/**
 * The spans of an article, and those that a step of thousands adds to it while it is being planned. What is added lies in drawers by its place, so that adding and
 * asking take as long with many spans as with few; an index that is immutable copies itself for each.
 */
export class GrowingSpans {
  readonly #base: SpanIndex;
  readonly #drawers = new Map<number, Span[]>();

  constructor(base: SpanIndex) {
    this.#base = base;
  }

  /** Adds a span whose id no other has. */
  add(span: Span): void {
    for (const drawer of drawersOf({ start: startOf(span), end: endOf(span) })) {
      const held = this.#drawers.get(drawer);
      if (held === undefined) this.#drawers.set(drawer, [span]);
      else held.push(span);
    }
  }

  /** All spans whose extent meets one of these stretches, as an index of their own. */
  near(stretches: readonly Fragment[]): SpanIndex {
    const found = new Map<Identifier, Span>();
    for (const stretch of stretches) {
      const { start, end } = stretch;
      for (const span of this.#base.touching(start, end)) found.set(span.id, span);
      for (const drawer of drawersOf(stretch)) {
        for (const span of this.#drawers.get(drawer) ?? []) {
          if (startOf(span) < end && start < endOf(span)) found.set(span.id, span);
        }
      }
    }
    return SpanIndex.of(found.values());
  }
}

function* drawersOf({ start, end }: Fragment): Generator<number> {
  const last = Math.floor((end - 1) / drawerLength);
  for (let drawer = Math.floor(start / drawerLength); drawer <= last; drawer++) yield drawer;
}
