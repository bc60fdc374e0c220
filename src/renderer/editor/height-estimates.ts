import type { Block, BlockKind } from '../../core/model/block.ts';

/** How blocks of one kind are set, CSS pixels. */
export interface KindMetrics {
  readonly lineHeight: number;
  /** Gap that belongs to the block, above and below its lines. */
  readonly padding: number;
  readonly charactersPerLine: number;
}

export type BlockMetrics = Readonly<Record<BlockKind, KindMetrics>>;

/** Chromium lays nothing out beyond 2^25 px; taller articles are shown on a shrunken scroll bar. */
const tallestScroll = 24_000_000;

/**
 * The height of every block of an article, measured where it has been drawn, estimated elsewhere, and from that the place of each.
 * Heights are CSS pixels.
 */
export class HeightEstimates {
  readonly #blocks: readonly Block[];
  readonly #measured: Float64Array;
  readonly #tops: Float64Array;
  #metrics: BlockMetrics;
  /** Index from which `#tops` must be summed again. */
  #staleFrom = 0;
  /** Measured lines / estimated lines, learnt from the blocks that were drawn. */
  #correction = 1;

  constructor(blocks: readonly Block[], metrics: BlockMetrics) {
    this.#blocks = blocks;
    this.#metrics = metrics;
    this.#measured = new Float64Array(blocks.length).fill(Number.NaN);
    this.#tops = new Float64Array(blocks.length + 1);
  }

  /** Forgets what was measured: the column or the type size is another. */
  reset(metrics: BlockMetrics): void {
    this.#metrics = metrics;
    this.#measured.fill(Number.NaN);
    this.#correction = 1;
    this.#staleFrom = 0;
  }

  record(index: number, height: number): void {
    if (this.#measured[index] === height) return;
    this.#measured[index] = height;
    this.#staleFrom = Math.min(this.#staleFrom, index);
  }

  /** Corrects the estimates by what the measured blocks have shown. Changes places, so it is called when nothing is in sight yet. */
  learn(): void {
    let estimated = 0;
    let measured = 0;
    this.#blocks.forEach((block, i) => {
      const height = this.#measured[i];
      if (height === undefined || Number.isNaN(height)) return;
      const { lineHeight, padding } = this.#metrics[block.kind];
      estimated += (block.end - block.start) / this.#metrics[block.kind].charactersPerLine;
      measured += (height - padding) / lineHeight - 0.5;
    });
    // A handful of lines says nothing about the rest.
    if (estimated < 10 || measured <= 0) return;
    this.#correction = Math.min(Math.max(measured / estimated, 0.5), 2);
    this.#staleFrom = 0;
  }

  heightOf(index: number): number {
    const measured = this.#measured[index];
    if (measured !== undefined && !Number.isNaN(measured)) return measured;
    const block = this.#blocks[index];
    if (block === undefined) return 0;
    const { lineHeight, padding, charactersPerLine } = this.#metrics[block.kind];
    // The last line is half full on average, so that rounding up each block is right in the sum.
    const lines = Math.max(1, Math.ceil(((block.end - block.start) * this.#correction) / charactersPerLine));
    return padding + lines * lineHeight;
  }

  /** Distance from the top of the article to block `index` (or to its end, for `index` = number of blocks). */
  topOf(index: number): number {
    this.#sum();
    return this.#tops[Math.min(Math.max(index, 0), this.#blocks.length)] ?? 0;
  }

  get total(): number {
    return this.topOf(this.#blocks.length);
  }

  /** Factor by which spacers shrink so that the whole fits what can be laid out; 1 for all but the largest articles. */
  get scale(): number {
    return Math.min(1, tallestScroll / Math.max(1, this.total));
  }

  /** The block that covers the distance `y` from the top; the nearest one outside. */
  blockAt(y: number): number {
    this.#sum();
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#tops[middle] ?? 0) <= y) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #sum(): void {
    for (let i = this.#staleFrom; i < this.#blocks.length; i++) {
      this.#tops[i + 1] = (this.#tops[i] ?? 0) + this.heightOf(i);
    }
    this.#staleFrom = this.#blocks.length;
  }
}
