import type { SpanIndex } from '../../core/model/span-index.ts';
import type { TagSet } from '../../core/model/tag-set.ts';
import { ArticleDocument } from './article-document.ts';
import { BlockDrawings, type Shown, type ShownArticle } from './block-drawings.ts';
import {
  type BlockRange,
  blockIndexAt,
  firstSize,
  hasAhead,
  stepWindow,
  windowAround,
} from './block-window.ts';
import { changedExtents } from './changed-extents.ts';
import { HeightEstimates } from './height-estimates.ts';
import { Sight } from './sight.ts';
import { TypeMetrics } from './type-metrics.ts';

/** Text that must be drawn beyond the sight in this very frame; more comes between frames. UTF-16 units. */
const neededAhead = 4_000;

/**
 * How many screens beyond the sight are laid out. Chromium lays out blocks with `content-visibility: auto` within one and a half by itself, at moments of
 * its own; being ahead of it is what lets the text in sight be kept in place.
 */
const nearScreens = 1.6;

/** How many screens more are laid out when some must be. */
const spareScreens = 0.8;

/** The time that growing the window may wait for an idle moment, ms. */
const growthDeadline = 100;

/**
 * The part of an article that is in the DOM: a window of blocks with spacers above and below, of which those near the sight are cut into
 * marks. Knows nothing of caret or selection.
 */
export class DrawnArticle {
  readonly #sight: Sight;
  readonly #onGrowth: () => void;
  readonly #page: HTMLElement;
  readonly #root: HTMLElement;
  readonly #document: ArticleDocument;
  readonly #source: BlockDrawings;
  readonly #metrics: TypeMetrics;
  #heights = new HeightEstimates([], measureNothing());
  /** Blocks that are laid out whether in sight or not, and cut into segments. */
  #near: BlockRange = { first: 0, end: 0 };
  /** Blocks cut into segments. */
  readonly #cut = new Set<number>();
  #columnKey = '';
  /** The first block in sight and the share of it that is above the sight: what stays when everything is laid out anew. */
  #first = { index: 0, above: 0 };
  #revision = 0;
  /** The idle callback that grows the window next, or 0. */
  #growth = 0;

  /** @param onGrowth called when the window has grown between frames. */
  constructor(scroller: HTMLElement, page: HTMLElement, root: HTMLElement, onGrowth: () => void) {
    this.#onGrowth = onGrowth;
    this.#page = page;
    this.#root = root;
    this.#metrics = new TypeMetrics(page);
    this.#document = new ArticleDocument(root);
    this.#sight = new Sight(scroller, this);
    this.#source = new BlockDrawings(
      (i) => this.#cut.has(i),
      (i) => this.#heights.heightOf(i),
    );
  }

  get article(): ShownArticle {
    return this.#source.shown.article;
  }

  get spans(): SpanIndex {
    return this.#source.shown.spans;
  }

  get tagSet(): TagSet {
    return this.#source.shown.tagSet;
  }

  get currentSpan(): string | null {
    return this.#source.shown.currentSpan;
  }

  /** Another number whenever blocks may stand elsewhere on the page, or others are laid out, than before. Scrolling alone leaves it. */
  get revision(): number {
    return this.#revision;
  }

  /** Indexes of the blocks that are in the DOM. */
  get drawn(): BlockRange {
    return this.#document.drawn;
  }

  /** Indexes of the blocks near the sight, which are laid out. */
  get near(): BlockRange {
    return this.#near;
  }

  get heights(): HeightEstimates {
    return this.#heights;
  }

  get blockCount(): number {
    return this.article.blocks.length;
  }

  elementAt(index: number): HTMLElement | null {
    return this.#document.elementAt(index);
  }

  /** Draws an article with the block at `offset` at the top of the sight. */
  show(shown: Shown, offset: number): void {
    const { article } = shown;
    this.#source.set(shown);
    // Setting it to what it is already would restyle every block.
    for (const element of [this.#page, this.#root]) {
      if (element.dir !== article.direction) element.dir = article.direction;
    }
    this.#columnKey = this.#keyOfColumn();
    this.#heights = new HeightEstimates(article.blocks, this.#measure());
    this.jumpTo(blockIndexAt(article.blocks, offset));
    this.#heights.learn();
    this.#reserve();
  }

  /** Draws a first window around block `index`, with that block at the top of the sight; the rest of the window follows between frames. */
  jumpTo(index: number): void {
    this.#replace(windowAround(this.article.blocks, index, firstSize), index);
    if (index === 0) this.#sight.scrollToStart();
    else this.#sight.scrollBy(this.#sight.topOf(index));
    this.#recordNear();
    this.follow();
  }

  /** Follows the scroll position: slides the window where it must, and draws the marks of what has come near. Keeps in place what is in sight. */
  follow(): void {
    const { blocks } = this.article;
    if (blocks.length === 0) return;
    let inSight = this.#sight.blocks();
    if (!hasAhead(blocks, this.drawn, inSight, neededAhead)) {
      this.#step(inSight);
      inSight = this.#sight.blocks();
    }
    if (stepWindow(blocks, this.drawn, inSight) !== this.drawn) this.#growLater();
    this.#rememberFirst(inSight.first);
    const near = this.#sight.drawnWithin(this.#sight.height * nearScreens);
    const isNear = near.first >= this.#near.first && near.end <= this.#near.end;
    // What was near is let go only when it has become far more than is needed.
    if (isNear && this.#near.end - this.#near.first <= 4 * (near.end - near.first)) return;
    // Some more at once: block by block, nearly every frame of scrolling would lay out the text anew.
    const ample = this.#sight.drawnWithin(this.#sight.height * (nearScreens + spareScreens));
    this.#sight.keep(this.#first.index, () => this.#comeNear(ample));
  }

  /** Draws what is different between the spans drawn and these, in what is cut; the rest is cut from these when it comes near. */
  updateSpans(spans: SpanIndex): void {
    const previous = this.spans;
    this.#source.set({ ...this.#source.shown, spans });
    const { first, end } = this.drawn;
    const from = this.article.blocks[first]?.start ?? 0;
    const to = this.article.blocks[end - 1]?.end ?? 0;
    this.#redrawExtents(changedExtents(previous.touching(from, to), spans.touching(from, to)));
  }

  setTagSet(tagSet: TagSet): void {
    if (tagSet === this.#source.shown.tagSet) return;
    this.#source.set({ ...this.#source.shown, tagSet });
    this.#document.redraw(this.#cut, this.#source);
  }

  setCurrentSpan(id: string | null): void {
    if (id === this.currentSpan) return;
    const changed = [this.currentSpan, id].filter((each) => each !== null);
    this.#source.set({ ...this.#source.shown, currentSpan: id });
    this.#redrawSpans(changed);
  }

  /** Lights the spans of these ids, and puts out those that were lit before. */
  setLit(ids: ReadonlySet<string>): void {
    const { lit } = this.#source.shown;
    const changed = [...lit].filter((id) => !ids.has(id)).concat([...ids].filter((id) => !lit.has(id)));
    if (changed.length === 0) return;
    this.#source.set({ ...this.#source.shown, lit: ids });
    this.#redrawSpans(changed);
  }

  /** Lays out anew after the column or the type size has changed; returns false when neither has. */
  relayout(): boolean {
    const key = this.#keyOfColumn();
    if (key === this.#columnKey || this.article.blocks.length === 0) return false;
    this.#columnKey = key;
    this.#heights.reset(this.#measure());
    this.#recordNear();
    this.#heights.learn();
    this.#reserve();
    const { index, above } = this.#first;
    this.#sight.scrollBy(this.#sight.topOf(index) + above * this.#sight.heightOf(index));
    this.follow();
    return true;
  }

  /** The laid out blocks in sight or at most `screens` screens away from it. */
  nearWithin(screens: number): BlockRange {
    return intersection(this.#near, this.#sight.drawnWithin(this.#sight.height * screens));
  }

  dispose(): void {
    cancelIdleCallback(this.#growth);
    this.#document.dispose();
    this.#source.dispose();
  }

  #rememberFirst(index: number): void {
    this.#first = { index, above: -this.#sight.topOf(index) / Math.max(1, this.#sight.heightOf(index)) };
  }

  #growLater(): void {
    if (this.#growth !== 0) return;
    this.#growth = requestIdleCallback(
      () => {
        this.#growth = 0;
        const inSight = this.#sight.blocks();
        this.#step(inSight);
        if (stepWindow(this.article.blocks, this.drawn, inSight) !== this.drawn) this.#growLater();
        this.#onGrowth();
      },
      { timeout: growthDeadline },
    );
  }

  #step(inSight: BlockRange): void {
    const next = stepWindow(this.article.blocks, this.drawn, inSight);
    if (next === this.drawn) return;
    const isLeap = inSight.first < this.drawn.first || inSight.first >= this.drawn.end;
    // After a leap nothing that was in sight stays, so that nothing can jump.
    if (isLeap) this.#replace(next, inSight.first);
    else this.#sight.keep(inSight.first, () => this.#slide(next));
  }

  /** Draws a window from nothing. What will be near when block `top` stands at the top of the sight is cut and laid out at once: drawn plain first, it would be drawn twice. */
  #replace(next: BlockRange, top: number): void {
    const near = intersection(this.#expectedNear(top), next);
    this.#cut.clear();
    for (const index of indexesOf(near)) this.#cut.add(index);
    this.#document.replace(next, this.#source);
    this.#near = near;
    for (const index of indexesOf(near)) this.#markNear(index);
    this.#placeSpacers();
  }

  /** By the estimated heights. */
  #expectedNear(top: number): BlockRange {
    const place = this.#heights.topOf(top);
    const margin = this.#sight.height * nearScreens;
    return {
      first: this.#heights.blockAt(place - margin),
      end: this.#heights.blockAt(place + this.#sight.height + margin) + 1,
    };
  }

  #markNear(index: number): void {
    const element = this.elementAt(index);
    if (element !== null) element.dataset.near = '';
  }

  #slide(next: BlockRange): void {
    this.#document.slide(next, this.#source);
    for (const index of this.#cut) if (index < next.first || index >= next.end) this.#cut.delete(index);
    this.#near = intersection(this.#near, next);
    this.#placeSpacers();
  }

  #comeNear(near: BlockRange): void {
    this.#revision++;
    const fresh: number[] = [];
    for (let i = this.#near.first; i < this.#near.end; i++) {
      if (i < near.first || i >= near.end) delete this.elementAt(i)?.dataset.near;
    }
    for (let i = near.first; i < near.end; i++) {
      if (i < this.#near.first || i >= this.#near.end) this.#markNear(i);
      if (!this.#cut.has(i)) fresh.push(i);
      this.#cut.add(i);
    }
    this.#near = near;
    if (fresh.length > 0) this.#document.redraw(fresh, this.#source);
    this.#recordNear();
  }

  #redrawSpans(ids: readonly string[]): void {
    this.#redrawExtents(ids.flatMap((id) => this.spans.get(id)?.fragments ?? []));
  }

  #redrawExtents(extents: readonly { readonly start: number; readonly end: number }[]): void {
    const { blocks } = this.article;
    const indexes = new Set<number>();
    for (const { start, end } of extents) {
      const first = Math.max(this.drawn.first, blockIndexAt(blocks, start));
      const last = Math.min(this.drawn.end - 1, blockIndexAt(blocks, Math.max(start, end - 1)));
      for (let i = first; i <= last; i++) if (this.#cut.has(i)) indexes.add(i);
    }
    if (indexes.size > 0) this.#document.redraw(indexes, this.#source);
  }

  #recordNear(): void {
    for (let i = this.#near.first; i < this.#near.end; i++) {
      const element = this.elementAt(i);
      if (element !== null) this.#heights.record(i, element.getBoundingClientRect().height);
    }
  }

  #placeSpacers(): void {
    this.#revision++;
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
    return this.#metrics.of(this.#root, this.#columnKey, this.article.text);
  }

  #keyOfColumn(): string {
    const { fontSize, lineHeight } = getComputedStyle(this.#root);
    return `${this.#root.clientWidth} ${fontSize} ${lineHeight}`;
  }
}

function indexesOf({ first, end }: BlockRange): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}

function intersection(a: BlockRange, b: BlockRange): BlockRange {
  const first = Math.max(a.first, b.first);
  return { first, end: Math.max(first, Math.min(a.end, b.end)) };
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
