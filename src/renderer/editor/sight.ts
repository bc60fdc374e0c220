import type { BlockRange } from './block-window.ts';
import type { HeightEstimates } from './height-estimates.ts';

/** What the sight asks of the drawn article. */
export interface SightStage {
  /** Indexes of the blocks in the DOM. */
  readonly drawn: BlockRange;
  readonly heights: HeightEstimates;
  readonly blockCount: number;
  elementAt(index: number): HTMLElement | null;
}

/** Which blocks are in sight in a scroller, and where. Distances are CSS pixels below the top of the sight. */
export class Sight {
  readonly #scroller: HTMLElement;
  readonly #stage: SightStage;
  /** What the last scrolling fell short of, since scroll positions are whole pixels; made good by the next, or it would add up. */
  #residue = 0;

  constructor(scroller: HTMLElement, stage: SightStage) {
    this.#scroller = scroller;
    this.#stage = stage;
  }

  get height(): number {
    return this.#scroller.clientHeight;
  }

  /** The blocks in sight, drawn or, by the estimates, not. */
  blocks(): BlockRange {
    const { drawn, blockCount } = this.#stage;
    const isTopUndrawn = drawn.first > 0 && this.topOf(drawn.first) > 0;
    const isBottomUndrawn = drawn.end < blockCount && this.bottomOf(drawn.end - 1) < this.height;
    if (!isTopUndrawn && !isBottomUndrawn) return this.drawnWithin(0);
    return { first: this.#undrawnBlockAt(0), end: this.#undrawnBlockAt(this.height) + 1 };
  }

  /** The drawn blocks in sight or at most `margin` away from it; the nearest one when there is none. */
  drawnWithin(margin: number): BlockRange {
    const { first, end } = this.#stage.drawn;
    const sight = this.#scroller.getBoundingClientRect().top;
    const bottom = sight + this.height + margin;
    const from = partition(first, end, (i) => this.#rectOf(i).bottom <= sight - margin);
    const to = partition(from, end, (i) => this.#rectOf(i).top < bottom);
    const nearest = Math.max(first, Math.min(from, end - 1));
    return { first: nearest, end: Math.max(to, nearest + 1) };
  }

  topOf(index: number): number {
    return this.#place(index, 'top');
  }

  bottomOf(index: number): number {
    return this.#place(index, 'bottom');
  }

  heightOf(index: number): number {
    return this.#rectOf(index).height;
  }

  /** Makes a change and scrolls so that block `index` stays where it is on the screen. */
  keep(index: number, change: () => void): void {
    const isDrawn = this.#stage.elementAt(index) !== null;
    const place = this.topOf(index) - this.#residue;
    change();
    if (!isDrawn || this.#stage.elementAt(index) === null) return;
    this.scrollBy(this.topOf(index) - place);
    this.#residue = this.topOf(index) - place;
    if (Math.abs(this.#residue) > 1) this.#residue = 0;
  }

  scrollBy(distance: number): void {
    if (Math.abs(distance) >= 0.5) this.#scroller.scrollTop += distance;
  }

  scrollToStart(): void {
    this.#scroller.scrollTop = 0;
  }

  #undrawnBlockAt(y: number): number {
    const { drawn, heights } = this.#stage;
    const top = this.topOf(drawn.first);
    const bottom = this.bottomOf(drawn.end - 1);
    if (y < top) return heights.blockAt(heights.topOf(drawn.first) - (top - y) / heights.scale);
    if (y >= bottom) return heights.blockAt(heights.topOf(drawn.end) + (y - bottom) / heights.scale);
    return Math.min(
      drawn.end - 1,
      partition(drawn.first, drawn.end, (i) => this.bottomOf(i) <= y),
    );
  }

  #place(index: number, edge: 'top' | 'bottom'): number {
    const element = this.#stage.elementAt(index);
    if (element === null) return 0;
    return element.getBoundingClientRect()[edge] - this.#scroller.getBoundingClientRect().top;
  }

  /** In client coordinates. */
  #rectOf(index: number): DOMRect {
    return this.#stage.elementAt(index)?.getBoundingClientRect() ?? new DOMRect();
  }
}

/** The first index in `[low, high)` for which `isBefore` is false. */
function partition(low: number, high: number, isBefore: (i: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
