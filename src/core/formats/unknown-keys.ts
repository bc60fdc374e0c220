import type { UnknownKey } from './dataset-reading.ts';

/** Counts keys of records that a schema does not name. */
export class UnknownKeys {
  readonly #counts = new Map<string, number>();

  /** The record with only the keys of `shape`; the others are counted under `path`. */
  strip<Known extends Record<string, unknown>>(
    record: Known,
    shape: Record<string, unknown>,
    path: string,
  ): Known {
    let foreign = false;
    for (const key in record) {
      if (Object.hasOwn(shape, key)) continue;
      foreign = true;
      this.count(`${path}.${key}`);
    }
    if (!foreign) return record;
    const known = { ...record };
    for (const key of Object.keys(known)) if (!Object.hasOwn(shape, key)) delete known[key];
    return known;
  }

  /** Counts one more of what stands under that path. */
  count(path: string): void {
    this.#counts.set(path, (this.#counts.get(path) ?? 0) + 1);
  }

  counted(): UnknownKey[] {
    return [...this.#counts].map(([path, count]) => ({ path, count }));
  }
}
