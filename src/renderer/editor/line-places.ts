import { blockIndexAt } from './block-window.ts';
import type { DrawnArticle } from './drawn-article.ts';
import type { TextGeometry } from './text-geometry.ts';

/** A line of text. CSS pixels. */
export interface LinePlace {
  /** Below the element that the question is about. */
  readonly top: number;
  readonly height: number;
}

interface KnownLines {
  /** The block's height when they were measured: with another one it is set in other lines. */
  readonly height: number;
  readonly byOffset: Map<number, LinePlace>;
}

/**
 * Where lines stand on the page. Marks move no words, so that a line keeps its place within its block as long as the block is set in the same
 * lines: it is measured once, and later only the block is.
 */
export class LinePlaces {
  readonly #drawn: DrawnArticle;
  readonly #geometry: TextGeometry;
  #known = new WeakMap<HTMLElement, KnownLines>();

  constructor(drawn: DrawnArticle, geometry: TextGeometry) {
    this.#drawn = drawn;
    this.#geometry = geometry;
  }

  /** Measures all anew from now on: column or type are other ones. */
  forget(): void {
    this.#known = new WeakMap();
  }

  /** The line that begins with or holds each offset (UTF-16 units), below the top of `origin`; undefined where it is not laid out. */
  linesAt(offsets: readonly number[], origin: HTMLElement): (LinePlace | undefined)[] {
    const { near, article } = this.#drawn;
    const originTop = origin.getBoundingClientRect().top;
    const rects = new Map<number, DOMRect>();
    return offsets.map((offset) => {
      const index = blockIndexAt(article.blocks, offset);
      const block = this.#drawn.elementAt(index);
      if (block === null || index < near.first || index >= near.end) return undefined;
      const rect = rects.get(index) ?? block.getBoundingClientRect();
      rects.set(index, rect);
      const { top, height } = this.#lineIn(block, rect, offset);
      return { top: rect.top - originTop + top, height };
    });
  }

  #lineIn(block: HTMLElement, rect: DOMRect, offset: number): LinePlace {
    let known = this.#known.get(block);
    if (known === undefined || Math.abs(known.height - rect.height) > 0.5) {
      known = { height: rect.height, byOffset: new Map() };
      this.#known.set(block, known);
    }
    const measured = known.byOffset.get(offset);
    if (measured !== undefined) return measured;
    const caret = this.#geometry.caretRectAt(offset);
    const line = { top: caret.top - rect.top, height: caret.height };
    known.byOffset.set(offset, line);
    return line;
  }
}
