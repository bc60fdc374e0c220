/** Tells listeners that text moved on the screen. */
export class LayoutSignal {
  readonly #listeners = new Set<() => void>();

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  fire(): void {
    for (const listener of this.#listeners) listener();
  }
}
