/** Share of the distance beyond the edge that is scrolled in each frame. */
const speed = 0.4;
/** CSS pixels a frame, at most. */
const fastest = 60;

/** Scrolls while a drag stays beyond the upper or lower edge, the faster the further. */
export class EdgeScroll {
  readonly #scroller: HTMLElement;
  readonly #onScroll: (x: number, y: number) => void;
  #frame = 0;
  #x = 0;
  #y = 0;

  /** @param onScroll called after each step with the pointer's place. */
  constructor(scroller: HTMLElement, onScroll: (x: number, y: number) => void) {
    this.#scroller = scroller;
    this.#onScroll = onScroll;
  }

  /** The pointer of the drag is here now (client coordinates). */
  follow(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    if (this.#frame === 0 && this.#beyond() !== 0) this.#frame = requestAnimationFrame(() => this.#step());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #step(): void {
    this.#frame = 0;
    const beyond = this.#beyond();
    if (beyond === 0) return;
    const step = Math.sign(beyond) * Math.min(fastest, Math.max(2, Math.abs(beyond) * speed));
    this.#scroller.scrollTop += step;
    this.#onScroll(this.#x, this.#y);
    this.#frame = requestAnimationFrame(() => this.#step());
  }

  #beyond(): number {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    if (this.#y < top) return this.#y - top;
    return this.#y > bottom ? this.#y - bottom : 0;
  }
}
