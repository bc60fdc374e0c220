import { snapToGrapheme } from '../../core/text/graphemes.ts';
import { blockIndexAt } from './block-window.ts';
import { blockElementOf, type DomPoint, offsetOfPoint, pointInBlock, startOfBlock } from './dom-offsets.ts';
import type { DrawnArticle } from './drawn-article.ts';

/** Where text stands on the screen, and what text stands at a place. Offsets are UTF-16 units, places client coordinates. */
export class TextGeometry {
  readonly #root: HTMLElement;
  readonly #drawn: DrawnArticle;

  constructor(root: HTMLElement, drawn: DrawnArticle) {
    this.#root = root;
    this.#drawn = drawn;
  }

  /** The DOM place of an offset; the nearest place in `range` when it is not there or lies between two blocks. */
  pointAt(offset: number, range = this.#drawn.drawn): DomPoint {
    const { blocks } = this.#drawn.article;
    const { first, end } = range;
    const wanted = blockIndexAt(blocks, offset);
    const index = Math.min(Math.max(wanted, first), end - 1);
    const element = this.#drawn.elementAt(index);
    const block = blocks[index];
    if (element === null || block === undefined) return { node: this.#root, offset: 0 };
    const inBlock = wanted < first ? 0 : Math.min(offset, block.end) - block.start;
    return pointInBlock(element, wanted >= end ? block.end - block.start : inBlock);
  }

  /**
   * The same, but within what is near the sight. The DOM selection must not stand further away: Chromium lays out a block for the sake of a
   * selection in it, which would move the text in sight.
   */
  nearPointAt(offset: number): DomPoint {
    return this.pointAt(offset, this.#drawn.near);
  }

  /** True when the block that holds the offset is in the DOM. */
  isDrawn(offset: number): boolean {
    const index = blockIndexAt(this.#drawn.article.blocks, offset);
    return index >= this.#drawn.drawn.first && index < this.#drawn.drawn.end;
  }

  /** Article offset of a DOM place, or null outside the text. */
  offsetOf(node: Node, offset: number): number | null {
    return this.#root.contains(node) ? offsetOfPoint(this.#root, node, offset) : null;
  }

  /** The place of a caret before the unit at `offset`, on that unit's line; of no width. */
  caretRectAt(offset: number): DOMRect {
    const { node, offset: at } = this.pointAt(offset);
    const block = blockElementOf(this.#root, node);
    if (block === null) return new DOMRect();
    const inBlock = (this.offsetOf(node, at) ?? 0) - startOfBlock(block);
    const next = firstRect(block, inBlock, inBlock + 1);
    const isRightToLeft = getComputedStyle(block).direction === 'rtl';
    if (next !== undefined)
      return new DOMRect(isRightToLeft ? next.right : next.left, next.top, 0, next.height);
    const previous = firstRect(block, inBlock - 1, inBlock);
    if (previous !== undefined) {
      return new DOMRect(isRightToLeft ? previous.left : previous.right, previous.top, 0, previous.height);
    }
    const { left, top } = block.getBoundingClientRect();
    return new DOMRect(left, top, 0, 0);
  }

  /** Rectangles of the words in `[start, end)`, line by line, as far as they are near the sight. */
  rectsOf(start: number, end: number): DOMRect[] {
    const { near } = this.#drawn;
    const { blocks } = this.#drawn.article;
    const rects: DOMRect[] = [];
    for (let i = near.first; i < near.end; i++) {
      const block = blocks[i];
      const element = this.#drawn.elementAt(i);
      if (block === undefined || element === null || block.end <= start) continue;
      if (block.start >= end) break;
      const from = Math.max(start, block.start) - block.start;
      const to = Math.min(end, block.end) - block.start;
      for (const range of textRanges(element, from, to)) rects.push(...range.getClientRects());
    }
    return joinedByLine(rects.filter((rect) => rect.width > 0));
  }

  /** The offset nearest to a place, never inside a grapheme cluster; null when no article is drawn. */
  offsetAt(x: number, y: number): number | null {
    const block = this.#blockNear(y);
    if (block === null) return null;
    const start = startOfBlock(block);
    const text = block.textContent ?? '';
    const box = block.getBoundingClientRect();
    const style = getComputedStyle(block);
    const left = box.left + Number.parseFloat(style.paddingLeft) + 0.5;
    const right = box.right - Number.parseFloat(style.paddingRight) - 0.5;
    const top = box.top + Number.parseFloat(style.paddingTop) + 1;
    const bottom = box.bottom - Number.parseFloat(style.paddingBottom) - 1;
    if (y < box.top) return start;
    if (y > box.bottom) return start + text.length;
    const clampedX = Math.min(Math.max(x, left), Math.max(left, right));
    const clampedY = Math.min(Math.max(y, top), Math.max(top, bottom));
    const found = caretPositionIn(block, clampedX, clampedY);
    const offset = found === null ? null : this.offsetOf(found.offsetNode, found.offset);
    if (offset === null) return y < (box.top + box.bottom) / 2 ? start : start + text.length;
    return snapToGrapheme(this.#drawn.article.text, offset, 'start');
  }

  /** The drawn block at height `y`, or the nearest one. */
  #blockNear(y: number): HTMLElement | null {
    let { first: low, end: high } = this.#drawn.drawn;
    const last = high - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const element = this.#drawn.elementAt(middle);
      if (element !== null && element.getBoundingClientRect().bottom <= y) low = middle + 1;
      else high = middle;
    }
    return this.#drawn.elementAt(Math.min(low, last));
  }
}

/** How many things may lie over the text at one place: a handle, the selection bar, a notice. */
const mostLayers = 4;

/** The caret position at a place of a block, through whatever lies over it. */
function caretPositionIn(block: HTMLElement, x: number, y: number): CaretPosition | null {
  const over: { readonly element: HTMLElement; readonly pointerEvents: string }[] = [];
  let found = document.caretPositionFromPoint(x, y);
  while (found !== null && !block.contains(found.offsetNode) && over.length < mostLayers) {
    const element = document.elementFromPoint(x, y);
    if (!(element instanceof HTMLElement) || element.contains(block)) break;
    over.push({ element, pointerEvents: element.style.pointerEvents });
    element.style.pointerEvents = 'none';
    found = document.caretPositionFromPoint(x, y);
  }
  for (const { element, pointerEvents } of over) element.style.pointerEvents = pointerEvents;
  return found;
}

function firstRect(block: HTMLElement, from: number, to: number): DOMRect | undefined {
  for (const range of textRanges(block, Math.max(0, from), to)) {
    const rect = range.getClientRects()[0];
    if (rect !== undefined) return rect;
  }
  return undefined;
}

/** A range for each text node that `[from, to)` of a block meets. One range over all would count marks twice. */
function* textRanges(block: HTMLElement, from: number, to: number): Generator<Range> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node !== null && at < to; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const next = at + node.length;
    if (next > from) {
      const range = document.createRange();
      range.setStart(node, Math.max(0, from - at));
      range.setEnd(node, Math.min(node.length, to - at));
      yield range;
    }
    at = next;
  }
}

/** Neighbouring rectangles of one line made one. */
function joinedByLine(rects: readonly DOMRect[]): DOMRect[] {
  const joined: DOMRect[] = [];
  for (const rect of rects) {
    const last = joined.at(-1);
    const isBeside =
      last !== undefined &&
      Math.abs(last.top - rect.top) < 3 &&
      Math.abs(last.bottom - rect.bottom) < 3 &&
      rect.left <= last.right + 1 &&
      rect.right >= last.left - 1;
    if (!isBeside) {
      joined.push(rect);
      continue;
    }
    const left = Math.min(last.left, rect.left);
    joined[joined.length - 1] = new DOMRect(
      left,
      last.top,
      Math.max(last.right, rect.right) - left,
      last.height,
    );
  }
  return joined;
}
