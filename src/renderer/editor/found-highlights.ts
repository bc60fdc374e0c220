import type { DrawnArticle } from './drawn-article.ts';
import { type HighlightName, hideHighlight, showHighlight } from './highlight-sheet.ts';
import type { TextGeometry } from './text-geometry.ts';

interface Found {
  readonly start: number;
  readonly end: number;
}

/** The highlights' names in the sheet of highlights; the document has one article. */
export interface HighlightNames {
  readonly all: HighlightName;
  /** The one that stands out. */
  readonly current: HighlightName;
}

/** Draws stretches of the text near the sight (matches of a search, what is proposed or suggested) as highlights, which leave the DOM alone. */
export class FoundHighlights {
  readonly #drawn: DrawnArticle;
  readonly #geometry: TextGeometry;
  readonly #names: HighlightNames;
  #ranges: readonly Found[] = [];
  #current = -1;

  constructor(drawn: DrawnArticle, geometry: TextGeometry, names: HighlightNames) {
    this.#drawn = drawn;
    this.#geometry = geometry;
    this.#names = names;
  }

  /** @param ranges in text order, apart from each other. */
  set(ranges: readonly Found[], currentIndex: number): void {
    this.#ranges = ranges;
    this.#current = currentIndex;
    if (ranges.length === 0) this.dispose();
  }

  show(): void {
    if (this.#ranges.length === 0) return;
    const { near, article } = this.#drawn;
    const from = article.blocks[near.first]?.start ?? 0;
    const to = article.blocks[near.end - 1]?.end ?? 0;
    const all = new Highlight();
    const current = new Highlight();
    for (let i = this.#firstAfter(from); i < this.#ranges.length; i++) {
      const found = this.#ranges[i];
      if (found === undefined || found.start >= to) break;
      (i === this.#current ? current : all).add(this.#rangeOf(found));
    }
    current.priority = 1;
    showHighlight(this.#names.all, all);
    if (this.#names.current !== this.#names.all) showHighlight(this.#names.current, current);
  }

  dispose(): void {
    hideHighlight(this.#names.all);
    hideHighlight(this.#names.current);
  }

  #firstAfter(offset: number): number {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #rangeOf({ start, end }: Found): Range {
    const from = this.#geometry.pointAt(start);
    const to = this.#geometry.pointAt(end);
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }
}
