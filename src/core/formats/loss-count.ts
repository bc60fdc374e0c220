import type { Loss } from './format.ts';

/** Counts what a format cannot hold, by kind, in the order in which kinds were first met. */
export class LossCount {
  readonly #counts = new Map<string, number>();

  add(kind: string, count: number): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  losses(): Loss[] {
    return [...this.#counts].map(([kind, count]) => ({ kind, count }));
  }
}
