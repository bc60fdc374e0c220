import type { Block } from '../../core/model/block.ts';
import { SpanIndex } from '../../core/model/span-index.ts';
import type { TagSet } from '../../core/model/tag-set.ts';
import { ArticleDocument, type BlockSource } from './article-document.ts';
import type { BlockDrawing } from './block-node.ts';
import { segmentsOfBlock } from './block-segments.ts';
import { type BlockRange, blockIndexAt, slideWindow, windowAround } from './block-window.ts';
import { changedExtents } from './changed-extents.ts';
import { HeightEstimates } from './height-estimates.ts';
import { MarkSheet } from './mark-sheet.ts';
import type { SegmentDrawing } from './segment-node.ts';
import { measureTypeMetrics } from './type-metrics.ts';

/** An article as the view shows it; offsets are UTF-16 units. */
export interface ShownArticle {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly direction: 'ltr' | 'rtl';
}

const noArticle: ShownArticle = { id: '', text: '', blocks: [], direction: 'ltr' };

/**
 * The part of an article that is in the DOM: a window of blocks with spacers above and below, of which those near the sight are cut into
 * marks. Knows nothing of caret or selection.
 */
export class DrawnArticle {
  readonly #scroller: HTMLElement;
  readonly #page: HTMLElement;
  readonly #root: HTMLElement;
  readonly #document: ArticleDocument;
  readonly #sheet: MarkSheet;
  readonly #source: BlockSource;
  #article = noArticle;
  #spans = SpanIndex.empty;
  #tagSet: TagSet;
  #currentSpan: string | null = null;
  #heights = new HeightEstimates([], measureNothing());
  /** Blocks that are laid out whether in sight or not, and cut into segments. */
  #near: BlockRange = { first: 0, end: 0 };
  /** Blocks cut into segments. */
  readonly #cut = new Set<number>();
  #columnKey = '';

  constructor(scroller: HTMLElement, page: HTMLElement, root: HTMLElement) {
    this.#scroller = scroller;
    this.#page = page;
    this.#root = root;
    this.#tagSet = { tags: [], relationTypes: [] };
    this.#sheet = new MarkSheet(this.#tagSet);
    this.#document = new ArticleDocument(root);
    this.#source = { blockAt: (i) => this.#blockDrawing(i), segmentsAt: (i) => this.#segmentDrawings(i) };
  }

  get article(): ShownArticle {
    return this.#article;
  }

  get spans(): SpanIndex {
    return this.#spans;
  }

  get currentSpan(): string | null {
    return this.#currentSpan;
  }

  /** Indexes of the blocks that are in the DOM. */
  get drawn(): BlockRange {
    return this.#document.drawn;
  }

  /** Indexes of the blocks near the sight, which are laid out. */
  get near(): BlockRange {
    return this.#near;
  }

  elementAt(index: number): HTMLElement | null {
    return this.#document.elementAt(index);
  }

  /** Draws an article with the block at `offset` at the top of the sight. */
  show(
    article: ShownArticle,
    spans: SpanIndex,
    tagSet: TagSet,
    currentSpan: string | null,
    offset: number,
  ): void {
    this.#article = article;
    this.#spans = spans;
    this.#tagSet = tagSet;
    this.#currentSpan = currentSpan;
    this.#sheet.reset(tagSet);
    this.#page.dir = article.direction;
    this.#root.dir = article.direction;
    this.#heights = new HeightEstimates(article.blocks, this.#measure());
    this.#columnKey = this.#keyOfColumn();
    this.jumpTo(blockIndexAt(article.blocks, offset));
    this.#heights.learn();
    this.#reserve();
  }

  /** Draws the window around block `index`, with that block at the top of the sight. */
  jumpTo(index: number): void {
    const { blocks } = this.#article;
    this.#cut.clear();
    this.#near = { first: 0, end: 0 };
    this.#document.replace(windowAround(blocks, index), this.#source);
    this.#placeSpacers();
    const element = this.elementAt(index);
    if (element === null) return;
    this.#scroller.scrollTop += index === 0 ? -this.#scroller.scrollTop : this.#below(element);
    this.follow();
  }

  /** Follows the scroll position: slides the window where it must, and draws the marks of what has come near. Keeps in place what is in sight. */
  follow(): void {
    const { blocks } = this.#article;
    if (blocks.length === 0) return;
    const sight = this.#inSight(0);
    const next = slideWindow(blocks, this.drawn, sight);
    const isOverlapping = sight.first >= this.drawn.first && sight.first < this.drawn.end;
    if (next !== this.drawn && !isOverlapping) {
      // A leap: nothing that was in sight stays, so nothing can jump.
      this.#cut.clear();
      this.#near = { first: 0, end: 0 };
      this.#document.replace(next, this.#source);
      this.#placeSpacers();
    } else if (next !== this.drawn) {
      this.#keepInPlace(sight.first, () => this.#slide(next));
    }
    const near = this.#inSight(this.#scroller.clientHeight);
    if (near.first >= this.#near.first && near.end <= this.#near.end) {
      // Far less than what is kept near is needed: let go only when it has grown well beyond.
      if (this.#near.end - this.#near.first <= 4 * (near.end - near.first)) return;
    }
    this.#keepInPlace(this.#inSight(0).first, () => this.#comeNear(near));
  }

  /** Draws what is different between the spans drawn and these, in what is cut; the rest is cut from these when it comes near. */
  updateSpans(spans: SpanIndex): void {
    const previous = this.#spans;
    this.#spans = spans;
    const { first, end } = this.drawn;
    const from = this.#article.blocks[first]?.start ?? 0;
    const to = this.#article.blocks[end - 1]?.end ?? 0;
    this.#redrawExtents(changedExtents(previous.touching(from, to), spans.touching(from, to)));
  }

  setTagSet(tagSet: TagSet): void {
    if (tagSet === this.#tagSet) return;
    this.#tagSet = tagSet;
    this.#sheet.reset(tagSet);
    this.#document.redraw(this.#cut, this.#source);
  }

  setCurrentSpan(id: string | null): void {
    if (id === this.#currentSpan) return;
    const changed = [this.#currentSpan, id].flatMap((each) => {
      const span = each === null ? undefined : this.#spans.get(each);
      return span === undefined ? [] : span.fragments;
    });
    this.#currentSpan = id;
    this.#redrawExtents(changed);
  }

  /** Lays out anew after the column or the type size has changed; returns false when neither has. */
  relayout(): boolean {
    const key = this.#keyOfColumn();
    if (key === this.#columnKey || this.#article.blocks.length === 0) return false;
    this.#columnKey = key;
    this.#heights.reset(this.#measure());
    const sight = this.#inSight(0);
    this.#keepInPlace(sight.first, () => {
      this.#recordNear();
      this.#heights.learn();
      this.#reserve();
    });
    this.follow();
    return true;
  }

  dispose(): void {
    this.#document.dispose();
    this.#sheet.dispose();
  }

  #slide(next: BlockRange): void {
    this.#document.slide(next, this.#source);
    for (const index of this.#cut) if (index < next.first || index >= next.end) this.#cut.delete(index);
    this.#near = intersection(this.#near, next);
    this.#placeSpacers();
  }

  #comeNear(near: BlockRange): void {
    const fresh: number[] = [];
    for (let i = this.#near.first; i < this.#near.end; i++) {
      if (i < near.first || i >= near.end) delete this.elementAt(i)?.dataset.near;
    }
    for (let i = near.first; i < near.end; i++) {
      const element = this.elementAt(i);
      if (element !== null) element.dataset.near = '';
      if (!this.#cut.has(i)) fresh.push(i);
      this.#cut.add(i);
    }
    this.#near = near;
    if (fresh.length > 0) this.#document.redraw(fresh, this.#source);
    this.#recordNear();
  }

  #redrawExtents(extents: readonly { readonly start: number; readonly end: number }[]): void {
    const { blocks } = this.#article;
    const indexes = new Set<number>();
    for (const { start, end } of extents) {
      const first = Math.max(this.drawn.first, blockIndexAt(blocks, start));
      const last = Math.min(this.drawn.end - 1, blockIndexAt(blocks, Math.max(start, end - 1)));
      for (let i = first; i <= last; i++) if (this.#cut.has(i)) indexes.add(i);
    }
    if (indexes.size > 0) this.#document.redraw(indexes, this.#source);
  }

  /** Blocks within `margin` CSS pixels of what is in sight. */
  #inSight(margin: number): BlockRange {
    const { first, end } = this.drawn;
    const height = this.#scroller.clientHeight;
    const topOfFirst = this.#belowIndex(first);
    const bottomOfLast = this.#belowEnd(end - 1);
    const isTopUndrawn = first > 0 && topOfFirst > 0;
    const isBottomUndrawn = end < this.#article.blocks.length && bottomOfLast < height;
    if (margin === 0 && (isTopUndrawn || isBottomUndrawn)) {
      return { first: this.#undrawnBlockAt(0), end: this.#undrawnBlockAt(height) + 1 };
    }
    const from = partition(first, end, (i) => this.#belowEnd(i) <= -margin);
    const to = partition(from, end, (i) => this.#belowIndex(i) < height + margin);
    const clamped = Math.min(from, end - 1);
    return { first: clamped, end: Math.max(to, clamped + 1) };
  }

  /** The block that `y` CSS pixels below the top of the sight would fall on, by the estimates where nothing is drawn. */
  #undrawnBlockAt(y: number): number {
    const { first, end } = this.drawn;
    const topOfFirst = this.#belowIndex(first);
    const bottomOfLast = this.#belowEnd(end - 1);
    const { scale } = this.#heights;
    if (y < topOfFirst) return this.#heights.blockAt(this.#heights.topOf(first) - (topOfFirst - y) / scale);
    if (y >= bottomOfLast)
      return this.#heights.blockAt(this.#heights.topOf(end) + (y - bottomOfLast) / scale);
    return Math.min(
      end - 1,
      partition(first, end, (i) => this.#belowEnd(i) <= y),
    );
  }

  #keepInPlace(index: number, change: () => void): void {
    const before = this.elementAt(index);
    const at = before === null ? 0 : this.#below(before);
    change();
    const after = this.elementAt(index);
    if (before === null || after === null) return;
    const moved = this.#below(after) - at;
    if (Math.abs(moved) >= 0.5) this.#scroller.scrollTop += moved;
  }

  #recordNear(): void {
    for (let i = this.#near.first; i < this.#near.end; i++) {
      const element = this.elementAt(i);
      if (element !== null) this.#heights.record(i, element.getBoundingClientRect().height);
    }
  }

  #placeSpacers(): void {
    const { first, end } = this.drawn;
    const { scale, total } = this.#heights;
    const above = this.#heights.topOf(first) * scale;
    const below = (total - this.#heights.topOf(end)) * scale;
    this.#root.style.setProperty('padding-block', `${above}px ${below}px`);
  }

  /** Tells the drawn but distant blocks, and the spacers, the heights that are expected now. */
  #reserve(): void {
    for (let i = this.drawn.first; i < this.drawn.end; i++) {
      if (i >= this.#near.first && i < this.#near.end) continue;
      this.elementAt(i)?.style.setProperty(
        'contain-intrinsic-block-size',
        `auto ${Math.round(this.#heights.heightOf(i))}px`,
      );
    }
    this.#placeSpacers();
  }

  #measure() {
    return measureTypeMetrics(this.#page, this.#root.clientWidth, this.#article.text);
  }

  #keyOfColumn(): string {
    const { fontSize, lineHeight } = getComputedStyle(this.#root);
    return `${this.#root.clientWidth} ${fontSize} ${lineHeight}`;
  }

  #below(element: HTMLElement): number {
    return element.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top;
  }

  #belowIndex(index: number): number {
    const element = this.elementAt(index);
    return element === null ? 0 : this.#below(element);
  }

  #belowEnd(index: number): number {
    const element = this.elementAt(index);
    return element === null ? 0 : this.#below(element) + element.getBoundingClientRect().height;
  }

  #blockDrawing(index: number): BlockDrawing {
    const block = this.#article.blocks[index];
    if (block === undefined) throw new Error(`block ${index} is not in the article`);
    return { kind: block.kind, start: block.start, estimatedHeight: this.#heights.heightOf(index) };
  }

  #segmentDrawings(index: number): SegmentDrawing[] {
    const { text, blocks } = this.#article;
    const block = blocks[index];
    if (block === undefined) throw new Error(`block ${index} is not in the article`);
    if (!this.#cut.has(index)) {
      return [
        { text: text.slice(block.start, block.end), spanIds: '', tag: null, look: null, invisible: null },
      ];
    }
    const source = { text, spans: this.#spans, tagSet: this.#tagSet, currentSpan: this.#currentSpan };
    return segmentsOfBlock(block, source).map(({ start, end, spanIds, tag, look, invisible }) => ({
      text: text.slice(start, end),
      spanIds: spanIds.join(' '),
      tag,
      look: look === null ? null : this.#sheet.classOf(look),
      invisible,
    }));
  }
}

function intersection(a: BlockRange, b: BlockRange): BlockRange {
  const first = Math.max(a.first, b.first);
  return { first, end: Math.max(first, Math.min(a.end, b.end)) };
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

function measureNothing() {
  const one = { lineHeight: 1, padding: 0, charactersPerLine: 1 };
  return {
    title: one,
    heading: one,
    paragraph: one,
    attribution: one,
    listItem: one,
    quote: one,
    continuation: one,
  };
}
