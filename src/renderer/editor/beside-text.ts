import type { DrawnArticle } from './drawn-article.ts';
import { type LinePlace, LinePlaces } from './line-places.ts';
import type { TextGeometry } from './text-geometry.ts';

/** What is pressed in an element with this attribute is not the text's. */
export const takesPresses = 'data-takes-presses';

/** A stretch of an article's text, in UTF-16 units. */
export interface ShownExtent {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** The column beside the text: it scrolls with the text, and whoever puts something into it learns where lines stand. */
export class BesideText {
  /** The column. Its content is placed below its upper edge. */
  readonly element = document.createElement('div');
  readonly #scroller: HTMLElement;
  readonly #drawn: DrawnArticle;
  readonly #lines: LinePlaces;
  #moves = 0;

  constructor(scroller: HTMLElement, drawn: DrawnArticle, geometry: TextGeometry) {
    this.#scroller = scroller;
    this.#drawn = drawn;
    this.#lines = new LinePlaces(drawn, geometry);
    this.element.className = 'article-beside';
  }

  /** Another number whenever lines may stand elsewhere than before, or others are laid out. Scrolling alone leaves it. */
  get revision(): number {
    return this.#moves + this.#drawn.revision;
  }

  get scrollTop(): number {
    return this.#scroller.scrollTop;
  }

  /** Height of the sight, CSS pixels. */
  get sightHeight(): number {
    return this.#scroller.clientHeight;
  }

  /** The stretch of text laid out in sight or at most `screens` screens away from it. */
  extentWithin(screens: number): ShownExtent {
    const { id, blocks } = this.#drawn.article;
    const { first, end } = this.#drawn.nearWithin(screens);
    return { article: id, start: blocks[first]?.start ?? 0, end: blocks[end - 1]?.end ?? 0 };
  }

  /** The lines that hold these offsets, below the top of the column; undefined where the text is not laid out. */
  linesAt(offsets: readonly number[]): (LinePlace | undefined)[] {
    return this.#lines.linesAt(offsets, this.element);
  }

  /** Lines may have moved; with `isReset` the text is set in other lines. */
  moved(isReset = false): void {
    this.#moves++;
    if (isReset) this.#lines.forget();
  }
}
