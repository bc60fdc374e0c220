import type { Loss } from './format.ts';
import type { LossKind } from './loss-kinds.ts';

/** Counts what a format cannot hold, by kind, in the order in which kinds were first met. */
export class LossCount {
  readonly #counts = new Map<LossKind, number>();

  add(kind: LossKind, count: number): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  losses(): Loss[] {
    return [...this.#counts].map(([kind, count]) => ({ kind, count }));
  }
}
