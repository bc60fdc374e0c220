import type { Block } from '../../core/model/block.ts';

/** A run of blocks `[first, end)`, by index: those that are drawn, or those in sight. */
export interface BlockRange {
  readonly first: number;
  readonly end: number;
}

/** How much of an article is drawn at once, UTF-16 units: most news articles are whole at this size. */
export const windowSize = 200_000;

/**
 * How much text may be left between the sight and an end of the window before it slides. A page of a large screen is some
 * 6,000 characters, so this is ten pages of scrolling ahead.
 */
const leastAhead = 50_000;

/** The smallest run of blocks around block `centre` that holds at least `size` units of text, or the whole article. */
export function windowAround(blocks: readonly Block[], centre: number, size = windowSize): BlockRange {
  if (blocks.length === 0) return { first: 0, end: 0 };
  let first = clamp(centre, 0, blocks.length - 1);
  let end = first + 1;
  while ((first > 0 || end < blocks.length) && extentOf(blocks, first, end) < size) {
    const before = first > 0 ? startAt(blocks, centre) - startAt(blocks, first) : Number.POSITIVE_INFINITY;
    const after =
      end < blocks.length ? endAt(blocks, end - 1) - endAt(blocks, centre) : Number.POSITIVE_INFINITY;
    if (before <= after) first--;
    else end++;
  }
  return { first, end };
}

/**
 * The window after the sight has come to `sight`: the same one (identical) while there is enough text drawn on both sides, else one
 * around the sight. It never holds less than `size` units unless the article does.
 */
export function slideWindow(
  blocks: readonly Block[],
  current: BlockRange,
  sight: BlockRange,
  size = windowSize,
  ahead = Math.min(leastAhead, size / 4),
): BlockRange {
  const isInside = current.first <= sight.first && sight.end <= current.end && sight.first < sight.end;
  if (isInside) {
    const before = startAt(blocks, sight.first) - startAt(blocks, current.first);
    const after = endAt(blocks, current.end - 1) - endAt(blocks, sight.end - 1);
    const isEnoughBefore = current.first === 0 || before >= ahead;
    const isEnoughAfter = current.end === blocks.length || after >= ahead;
    if (isEnoughBefore && isEnoughAfter) return current;
  }
  return windowAround(blocks, Math.floor((sight.first + Math.max(sight.first, sight.end - 1)) / 2), size);
}

/** Index of the block that holds `offset` or, between two blocks, of the one before it; 0 before the first. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startAt(blocks, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function extentOf(blocks: readonly Block[], first: number, end: number): number {
  return endAt(blocks, end - 1) - startAt(blocks, first);
}

function startAt(blocks: readonly Block[], index: number): number {
  return blocks[index]?.start ?? 0;
}

function endAt(blocks: readonly Block[], index: number): number {
  return blocks[index]?.end ?? 0;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
